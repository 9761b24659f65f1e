// A library that no vendor would ship: its kernels have, between them, every kind
// of C parameter that a record can describe, so that the planner and the emitter
// can be tested on all of them. Success is 1, to be unlike the portable library.

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "mlir/IR/PatternBase.td"

def Roles : Dsp_Library<"roles"> {
  let summary = "Every kind of C parameter";
  let version = "1.0";
  let header = "roles_dsp.h";
  let linkName = "roles_dsp";
  let status = Dsp_Status<"roles_status", /*good=*/1>;
  let idRange = [0x1, 0xF];
}

def Roles_ScaleOp : Dsp_Kernel<Roles, "scale", 0x1> {
  let summary = "in * factor, also in place";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, F64Attr:$factor);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $input), (Scalar<"float"> $factor),
                     (Out<> $output), (NumElements<"int32_t"> $output):$count);
  let inPlace = [InPlace<"input", "output">];
}

def Roles_AddOp : Dsp_Kernel<Roles, "add", 0x2> {
  let summary = "lhs + rhs, also in place over either";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$lhs, Dsp_Tensor<Dsp_F32>:$rhs);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $lhs), (In<> $rhs), (Out<> $output),
                     (NumElements<"int32_t"> $output):$count);
  let inPlace = [InPlace<"lhs", "output">, InPlace<"rhs", "output">];
}

def Roles_MixOp : Dsp_Kernel<Roles, "mix", 0x3> {
  let summary = "structs, tables, scratch, an enumerator, an optional operand";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input,
                       Optional<Dsp_Tensor<Dsp_F32, [1]>>:$bias,
                       DenseI64ArrayAttr:$taps, F64Attr:$gain);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$output);
  let cCall = (CCall
      (Struct<"roles_params">
          (Scalar<"float"> $gain),
          (StructValue<"roles_size"> (Dim<0> $input):$h, (Dim<1> $input):$w):$size,
          (Table<"int16_t"> $taps),
          (Expr<"int32_t", "$taps.size()">):$num_taps):$params,
      (In<16> $input), (In<> $bias), (Out<16> $output),
      (Scratch<"numElements($input) * 4", 32>):$scratch,
      (Literal<"roles_mode", "ROLES_SUBTRACT">):$mode,
      (StructValue<"roles_size"> (Dim<0> $output):$h, (Dim<1> $output):$w):$size,
      (Dims<> $input):$shape, (NumDims<> $input):$rank);
}

def Roles_JoinOp : Dsp_Kernel<Roles, "join", 0x4> {
  let summary = "tensors of one size, one behind the other";
  let arguments = (ins Variadic<Dsp_Tensor<Dsp_F32>>:$inputs);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $inputs), (Count<"int32_t"> $inputs):$count,
                     (Out<> $output), (NumElements<"int32_t"> $output):$total);
}

def Roles_PartOp : Dsp_Kernel<Roles, "part", 0x5> {
  let summary = "a tensor in parts of one size";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input);
  let results = (outs Variadic<Dsp_Tensor<Dsp_F32>>:$outputs);
  let cCall = (CCall (In<> $input), (NumElements<"int32_t"> $input):$total,
                     (Out<> $outputs), (Count<"int32_t"> $outputs):$count);
}

def Roles_FailOp : Dsp_Kernel<Roles, "fail", 0x6> {
  let summary = "copies, and returns the status that it is told";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, I64Attr:$status);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $input), (Scalar<"int16_t"> $status), (Out<> $output),
                     (NumElements<"int32_t"> $output):$count);
}

def Roles_WidenOp : Dsp_Kernel<Roles, "widen", 0x7> {
  let summary = "int8 to int32, and to void pointers";
  let arguments = (ins Dsp_TensorOf<[Dsp_I8, Dsp_U8]>:$input);
  let results = (outs Dsp_Tensor<Dsp_I32>:$output);
  let cCall = (CCall (In<> $input), (Out<> $output),
                     (NumElements<"int32_t"> $output):$count);
}

// Its name is a word of C++.
def Roles_XorOp : Dsp_Kernel<Roles, "xor", 0xF> {
  let summary = "in or -in, as an enumerator of the library says";
  let cName = "roles_add_sign";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, I64Attr:$mode);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $input),
                     (Enumerator<"roles_mode", ["ROLES_ADD", "ROLES_SUBTRACT"]> $mode),
                     (Out<> $output), (NumElements<"int32_t"> $output):$count);
}
