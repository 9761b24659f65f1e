//===- PortableQuantizedFunctions.td - Functions of reals --*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Functions that models compute of the numbers that quantised ones stand for.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLEQUANTIZEDFUNCTIONS_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLEQUANTIZEDFUNCTIONS_TD

include "dsp/Libraries/portable/PortableQuantizedRoles.td"

defvar quantizedScaleAttributes = (ins
    F32Attr:$input_scale, I32Attr:$input_zero_point,
    F32Attr:$output_scale, I32Attr:$output_zero_point);

//===----------------------------------------------------------------------===//
// Softmax
//===----------------------------------------------------------------------===//

def Portable_FloatSoftmax : Dsp_Numerics<"relay",
    "it is computed in floats, as the model writes it">;

class Portable_QuantizedSoftmax<int kernelId, Portable_Quantized t>
    : Dsp_Kernel<Portable, "softmax_" # t.suffix, kernelId,
                 [Dsp_SameShape<"C1", "input", "output">, Portable_HasAxis<"C2", "axis", "input">]> {
  let summary = "softmax of quantised numbers, computed in floats";
  let arguments = !con((ins Dsp_Tensor<t.element>:$input), quantizedScaleAttributes,
                       (ins I64Attr:$axis));
  let results = (outs Dsp_Tensor<t.element>:$output);
  let cCall = (CCall
      (Portable_Outer<"axis"> $input):$outer, (Portable_Axis<"axis"> $input):$axis,
      (Portable_Inner<"axis"> $input):$inner,
      (Scalar<"float"> $input_scale):$input_scale,
      (Scalar<"int32_t"> $input_zero_point):$input_zero_point,
      (Expr<"float", "inverseOf($output_scale)">):$inverse_output_scale,
      (Scalar<"int32_t"> $output_zero_point):$output_zero_point, (In<> $input), (Out<> $output));
  let inPlace = [InPlace<"input", "output">];
  let covers = [Covers<Quantized_Between<Relay_SoftmaxOp, (Relay_SoftmaxOp $axis)>.source,
                       [], 0, Portable_FloatSoftmax>];
}
def Portable_S8SoftmaxOp  : Portable_QuantizedSoftmax<0x580, Portable_S8>;
def Portable_U8SoftmaxOp  : Portable_QuantizedSoftmax<0x581, Portable_U8>;
def Portable_S16SoftmaxOp : Portable_QuantizedSoftmax<0x582, Portable_S16>;

class Portable_FixedPointSoftmax<string kernel, int kernelId, Dsp_Element stored, string units,
                                 string lowest>
    : Dsp_Kernel<Portable, kernel, kernelId, [
        Dsp_SameShape<"C1", "input", "output">,
        Dsp_Require<"C2", "'output_scale' must be 1/" # units # ", and 'output_zero_point' "
                          # lowest,
                    "$output_scale * " # units # " == 1 && $output_zero_point == " # lowest,
                    ["$output_scale", "$output_zero_point"]>,
        Dsp_Require<"C3", "'input_scale' must be at least 2^-26", "$input_scale >= 0x1p-26",
                    ["$input_scale"]>
      ]> {
  let summary = "softmax of the rows of quantised numbers, computed in fixed point";
  let arguments = (ins Dsp_Tensor<Dsp_I8>:$input, F32Attr:$input_scale, F32Attr:$output_scale,
                       I32Attr:$output_zero_point);
  let results = (outs Dsp_Tensor<stored>:$output);
  let cCall = (CCall
      (Expr<"int32_t", "dimProduct($input, 0, rank($input) - 1)">):$rows,
      (Dim<-1> $input):$row_size,
      (Expr<"int32_t", "softmaxMultiplier($input_scale)">):$multiplier,
      (Expr<"int32_t", "softmaxLeftShift($input_scale)">):$left_shift,
      (Expr<"int32_t", "softmaxDifferenceMin($input_scale)">):$difference_min,
      (In<> $input), (Out<> $output));
  let covers = Quantized_SoftmaxOfTFLite.all;
}
def Portable_S8SoftmaxTFLiteOp
    : Portable_FixedPointSoftmax<"softmax_tflite_s8", 0x583, Dsp_I8, "256", "-128"> {
  let inPlace = [InPlace<"input", "output">];
}
def Portable_S8ToS16SoftmaxTFLiteOp
    : Portable_FixedPointSoftmax<"softmax_tflite_s8_to_s16", 0x584, Dsp_I16, "65536", "-32768">;

def Portable_S8SoftmaxIntegerOp : Dsp_Kernel<Portable, "softmax_integer_s8", 0x585, [
    Dsp_SameShape<"C1", "input", "output">, Portable_HasAxis<"C2", "axis", "input">,
    Dsp_Require<"C3", "'input_scale' must be between 2^-20 and 1",
                "$input_scale >= 0x1p-20 && $input_scale <= 1", ["$input_scale"]>,
    Portable_AreScalable<"C4", "quotients({0x1p-7f}, $output_scale)">
  ]> {
  let summary = "softmax of quantised numbers, computed in integers";
  let arguments = (ins Dsp_Tensor<Dsp_I8>:$input, F32Attr:$input_scale, F32Attr:$output_scale,
                       I32Attr:$output_zero_point, I64Attr:$axis,
                       DefaultValuedStrAttr<StrAttr, "UPWARD">:$rounding,
                       Fusion_ActMin:$act_min, Fusion_ActMax:$act_max);
  let results = (outs Dsp_Tensor<Dsp_I8>:$output);
  let cCall = (CCall
      (Portable_Outer<"axis"> $input):$outer, (Portable_Axis<"axis"> $input):$axis,
      (Portable_Inner<"axis"> $input):$inner,
      (Expr<"int32_t", "std::lround(inverseOf($input_scale))">):$units,
      Portable_Requantize<"quotients({0x1p-7f}, $output_scale)">.params:$requantize,
      (In<> $input), (Out<> $output));
  let inPlace = [InPlace<"input", "output">];
  let covers = [Covers<(Relay_QNNSoftmaxOp $input, $input_scale,
      (IgnoredOperand<"softmax sees differences only">):$zero_point,
      $output_scale, $output_zero_point, $axis)>];
}

//===----------------------------------------------------------------------===//
// By table
//===----------------------------------------------------------------------===//

def Portable_TableOfFloats : Dsp_Numerics<"relay",
    "the function is computed in floats, as the model writes it">;

def Portable_TableOfCLibrary : Dsp_Numerics<"tflite",
    "the function is that of the C library, not what TVM makes of it">;

class Portable_Function<string name> : Set<"function", "\"" # name # "\"">;

/// Covers of a function by its Relay op, and by that of qnn.
class Portable_ByTable<string name, Op front> {
  list<Covers> covers = [Covers<Quantized_Between<front>.source, [Portable_Function<name>], 0,
                                Portable_TableOfFloats>];
}
/// Of functions for which TensorFlow Lite has the same tables.
class Portable_BySameTable<string name, Op front> {
  list<Covers> covers = [Covers<Quantized_Between<front>.source, [Portable_Function<name>]>];
}
class Portable_QNNByTable<string name, Op front> {
  list<Covers> covers = [Covers<(front $input, $input_scale, $input_zero_point,
                                       $output_scale, $output_zero_point),
                                [Portable_Function<name>, Set<"by_division", "true">], 0,
                                Portable_TableOfFloats>];
}
def Portable_LookupOp : Dsp_Kernel<Portable, "lookup_8", 0x588, [
    Dsp_SameShape<"C1", "input", "output">,
    Dsp_Require<"C2", "'output_scale' must be positive", "$output_scale > 0", ["$output_scale"]>
  ]> {
  let summary = "a function of 8-bit numbers, by a table of its 256 values";
  let arguments = !con((ins Dsp_TensorOf<[Dsp_I8, Dsp_U8]>:$input), quantizedScaleAttributes, (ins
      StrAttr:$function, DefaultValuedAttr<F64Attr, "0.0">:$alpha,
      DefaultValuedAttr<BoolAttr, "false">:$by_division));
  let results = (outs Dsp_TensorOf<[Dsp_I8, Dsp_U8]>:$output);
  let cCall = (CCall (In<> $input),
      (ArrayExpr<"uint8_t", "lookupTable($function, $alpha, $by_division, $input, $input_scale, "
                            "$input_zero_point, $output, $output_scale, $output_zero_point)">
       ):$table,
      (NumElements<"int32_t"> $input):$n, (Out<> $output));
  let inPlace = [InPlace<"input", "output">];
  let covers = !listconcat(
      Portable_ByTable<"abs", Relay_AbsOp>.covers,
      Portable_ByTable<"erf", Relay_ErfOp>.covers,
      Portable_BySameTable<"exp", Relay_ExpOp>.covers,
      Portable_BySameTable<"log", Relay_LogOp>.covers,
      Portable_ByTable<"negative", Relay_NegativeOp>.covers,
      Portable_ByTable<"relu", Relay_ReluOp>.covers,
      Portable_ByTable<"rsqrt", Relay_RsqrtOp>.covers,
      Portable_BySameTable<"sigmoid", Relay_SigmoidOp>.covers,
      Portable_ByTable<"sqrt", Relay_SqrtOp>.covers,
      Portable_ByTable<"tanh", Relay_TanhOp>.covers,
      Portable_QNNByTable<"abs", Relay_QNNAbsOp>.covers,
      Portable_QNNByTable<"erf", Relay_QNNErfOp>.covers,
      Portable_QNNByTable<"exp", Relay_QNNExpOp>.covers,
      Portable_QNNByTable<"hardswish", Relay_QNNHardswishOp>.covers,
      Portable_QNNByTable<"log", Relay_QNNLogOp>.covers,
      Portable_QNNByTable<"rsqrt", Relay_QNNRsqrtOp>.covers,
      Portable_QNNByTable<"sigmoid", Relay_QNNSigmoidOp>.covers,
      Portable_QNNByTable<"sqrt", Relay_QNNSqrtOp>.covers,
      Portable_QNNByTable<"tanh", Relay_QNNTanhOp>.covers,
      [Covers<Quantized_Between<Relay_LeakyReluOp, (Relay_LeakyReluOp $alpha)>.source,
              [Portable_Function<"leaky_relu">], 0, Portable_TableOfFloats>,
       Covers<Quantized_HardSwish.source, [Portable_Function<"gated">], 0,
              Portable_TableOfFloats>,
       Covers<Quantized_Between<Relay_TanhOp>.source, [Portable_Function<"tanhf">], 0,
              Portable_TableOfCLibrary>]);
}

def Portable_LookupHardSwishOp : Dsp_Kernel<Portable, "lookup_hard_swish_8", 0x58A, [
    Dsp_SameShape<"C1", "input", "output">, Dsp_SameElementType<"C2", "input", "output">,
    Dsp_Require<"C3", "'input_scale' must be less than 128 times 'output_scale'",
                "$input_scale < 128 * $output_scale", ["$input_scale", "$output_scale"]>,
    Dsp_Require<"C4", "'alpha' must be 1/6 in single precision",
                "static_cast<float>($alpha) == static_cast<float>(1.0 / 6)", ["$alpha"]>
  ]> {
  let summary = "hard swish of 8-bit numbers, by a table of its 256 values";
  let cName = "portable_lookup_8";
  let arguments = !con((ins Dsp_TensorOf<[Dsp_I8, Dsp_U8]>:$input), quantizedScaleAttributes,
                       (ins F64Attr:$alpha));
  let results = (outs Dsp_TensorOf<[Dsp_I8, Dsp_U8]>:$output);
  let cCall = (CCall (In<> $input),
      (ArrayExpr<"uint8_t", "hardSwishTable($input, $input_scale, $input_zero_point, "
                            "$output_scale, $output_zero_point)">):$table,
      (NumElements<"int32_t"> $input):$n, (Out<> $output));
  let inPlace = [InPlace<"input", "output">];
  let covers = [Covers<Quantized_HardSwish.source, [], 0, Quantized_HardSwishOfTFLite>];
}

def Portable_LookupLeakyReluOp : Dsp_Kernel<Portable, "lookup_leaky_relu_8", 0x589, [
    Dsp_SameShape<"C1", "input", "output">,
    Dsp_Require<"C2", "'output_scale' must be positive, 'alpha' within 0 and 1",
                "$output_scale > 0 && $alpha >= 0 && $alpha <= 1", ["$output_scale", "$alpha"]>
  ]> {
  let summary = "leaky relu of 8-bit numbers, by a table of its 256 values";
  let cName = "portable_lookup_8";
  let arguments = !con((ins Dsp_TensorOf<[Dsp_I8, Dsp_U8]>:$input), quantizedScaleAttributes,
                       (ins F64Attr:$alpha));
  let results = (outs Dsp_TensorOf<[Dsp_I8, Dsp_U8]>:$output);
  let cCall = (CCall (In<> $input),
      (ArrayExpr<"uint8_t", "leakyReluTable($alpha, $input, $input_scale, $input_zero_point, "
                            "$output, $output_scale, $output_zero_point)">):$table,
      (NumElements<"int32_t"> $input):$n, (Out<> $output));
  let inPlace = [InPlace<"input", "output">];
  let covers = [Covers<(Relay_QNNLeakyReluOp $input, $input_scale, $input_zero_point,
                                             $output_scale, $output_zero_point, $alpha),
                       [], 0, Quantized_Relay>];
}

//===----------------------------------------------------------------------===//
// Leaky relu in integers
//===----------------------------------------------------------------------===//

class Portable_QuantizedLeakyRelu<int kernelId, Portable_Quantized t>
    : Dsp_Kernel<Portable, "leaky_relu_" # t.suffix, kernelId, [
        Dsp_SameShape<"C1", "input", "output">,
        Dsp_Require<"C2", "the quotients of the scales must be within 2^-32 and 2^31",
                    "areScalable($rounding, leakyReluFactors($rounding, $alpha, $input_scale, "
                    "$output_scale))", ["$input_scale", "$output_scale", "$alpha"]>
      ]> {
  let summary = "x above 0, alpha * x elsewhere, of quantised numbers";
  let arguments = !con((ins Dsp_Tensor<t.element>:$input), quantizedScaleAttributes,
                       (ins F64Attr:$alpha, StrAttr:$rounding));
  let results = (outs Dsp_Tensor<t.element>:$output);
  defvar factors = "leakyReluFactors($rounding, $alpha, $input_scale, $output_scale)";
  let cCall = (CCall
      (Struct<"portable_quantized_leaky_relu_params">
          (Portable_Rounding $rounding):$rounding,
          (Scalar<"int32_t"> $input_zero_point):$input_zero_point,
          (Scalar<"int32_t"> $output_zero_point):$output_zero_point,
          (Expr<"int32_t", "multipliersOf($rounding, " # factors # ")[0]">):$multiplier,
          (Expr<"int32_t", "shiftsOf($rounding, " # factors # ")[0]">):$shift,
          (Expr<"int32_t", "multipliersOf($rounding, " # factors # ")[1]">):$alpha_multiplier,
          (Expr<"int32_t", "shiftsOf($rounding, " # factors # ")[1]">):$alpha_shift):$params,
      (In<> $input), (NumElements<"int32_t"> $input):$n, (Out<> $output));
  let inPlace = [InPlace<"input", "output">];
  let covers = [Covers<Quantized_Between<Relay_LeakyReluOp, (Relay_LeakyReluOp $alpha)>.source,
                       [Set<"rounding", "\"TFLITE\"">], 0, Quantized_TFLite>];
}
def Portable_S8LeakyReluOp  : Portable_QuantizedLeakyRelu<0x590, Portable_S8>;
def Portable_U8LeakyReluOp  : Portable_QuantizedLeakyRelu<0x591, Portable_U8>;
def Portable_S16LeakyReluOp : Portable_QuantizedLeakyRelu<0x592, Portable_S16>;

#endif // DSP_LIBRARIES_PORTABLE_PORTABLEQUANTIZEDFUNCTIONS_TD
