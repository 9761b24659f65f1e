// Faults in covers that take a model's constants as a kernel's numbers, and in
// what they say of their numerics, each refused at its line and column.
//
// RUN: %python %S/Inputs/check_errors.py %tblgen_includes %s

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"

def Acme : Dsp_Library<"acme">;

class Dequantize<string name, int id> : Dsp_Kernel<Acme, name, id> {
  let summary = "(x - zero point) * scale";
  let arguments = (ins Dsp_Tensor<Dsp_I8>:$x, F32Attr:$scale, StrAttr:$word);
  let results = (outs Dsp_Tensor<Dsp_F32>:$y);
  let cCall = (CCall (In<> $x), (Scalar<"float"> $scale),
                     (Expr<"int", "static_cast<int64_t>($word.size())">):$length, (Out<> $y));
}
defvar typeSaysIt = Ignored<"the result's type says it">;
defvar oneScale = Ignored<"there is one scale">;

#ifdef WORD_OF_NUMBERS
def Acme_DequantizeOp : Dequantize<"dequantize", 1> {
// WORD-OF-NUMBERS: errors.td:[[#@LINE+1]]:7: error: an operand of 'relay.qnn.dequantize' can't become attribute 'word' of 'dequantize': a constant has numbers, the attribute is a StringAttr
  let covers = [Covers<(Relay_QNNDequantizeOp $x, $scale, $word, typeSaysIt:$out_dtype,
                                              oneScale:$axis)>];
}
#endif

#ifdef CONSTANT_DROPPED
def Acme_DequantizeOp : Dequantize<"dequantize", 1> {
// CONSTANT-DROPPED: errors.td:[[#@LINE+1]]:7: error: 'relay.qnn.dequantize' has 3 operands, the cover gives 2
  let covers = [Covers<(Relay_QNNDequantizeOp $x, $scale), [Set<"word", "\"a\"">]>];
}
#endif

#ifdef CONSTANT_SET_TOO
def Acme_DequantizeOp : Dequantize<"dequantize", 1> {
// CONSTANT-SET-TOO: errors.td:[[#@LINE+1]]:7: error: attribute 'scale' is bound and set
  let covers = [Covers<(Relay_QNNDequantizeOp $x, $scale, (ConstantIs<0>), typeSaysIt:$out_dtype,
                                              oneScale:$axis),
                       [Set<"scale", "1.0">, Set<"word", "\"a\"">]>];
}
#endif

#ifdef UNKNOWN_NUMERICS
def Caffe : Dsp_Numerics<"caffe", "rounded as Caffe does">;
def Acme_DequantizeOp : Dequantize<"dequantize", 1> {
// UNKNOWN-NUMERICS: errors.td:[[#@LINE+1]]:7: error: there are no numerics 'caffe'; a cover is for 'relay' or 'tflite', or for all
  let covers = [Covers<(Relay_QNNDequantizeOp $x, $scale, (ConstantIs<0>), typeSaysIt:$out_dtype,
                                              oneScale:$axis),
                       [Set<"word", "\"a\"">], 0, Caffe>];
}
#endif

#ifdef SILENT_NUMERICS
def Lite : Dsp_Numerics<"tflite", "">;
def Acme_DequantizeOp : Dequantize<"dequantize", 1> {
// SILENT-NUMERICS: errors.td:[[#@LINE+1]]:7: error: numerics 'tflite' need a text that says what is special about them
  let covers = [Covers<(Relay_QNNDequantizeOp $x, $scale, (ConstantIs<0>), typeSaysIt:$out_dtype,
                                              oneScale:$axis),
                       [Set<"word", "\"a\"">], 0, Lite>];
}
#endif
