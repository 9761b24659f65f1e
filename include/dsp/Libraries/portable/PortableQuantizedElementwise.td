//===- PortableQuantizedElementwise.td - Element by element -*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLEQUANTIZEDELEMENTWISE_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLEQUANTIZEDELEMENTWISE_TD

include "dsp/Libraries/portable/PortableElementwise.td"
include "dsp/Libraries/portable/PortableQuantizedRoles.td"

//===----------------------------------------------------------------------===//
// Two operands
//===----------------------------------------------------------------------===//

/// What C functions of two quantised tensors take, and by what expression each of
/// the numbers is made.
class Portable_QuantizedOperation<string kernel, Op frontOp, dag structOfParams,
                                  list<Dsp_Require> scalable> {
  string name = kernel;
  Op front = frontOp;
  dag params = structOfParams;
  list<Dsp_Require> requires = scalable;
}

/// Number `name` of the params is a factor, an expression.
class Portable_Multiplier<string factor>
    : Expr<"int32_t", "multiplierOf($rounding, " # factor # ")">;
class Portable_Shift<string factor> : Expr<"int32_t", "shiftOf($rounding, " # factor # ")">;

class Portable_QuantizedSum<string kernel, Op frontOp> {
  defvar lhs = "addendFactor($rounding, $lhs_scale, $rhs_scale, $output_scale)";
  defvar rhs = "addendFactor($rounding, $rhs_scale, $lhs_scale, $output_scale)";
  defvar sum = "sumFactor($rounding, $lhs_scale, $rhs_scale, $output_scale, $output)";
  Portable_QuantizedOperation operation = Portable_QuantizedOperation<kernel, frontOp,
      (Struct<"portable_quantized_add_params">
          (Portable_Rounding $rounding):$rounding,
          (Expr<"int32_t", "sumLeftShift($rounding, $output)">):$left_shift,
          (Scalar<"int32_t"> $lhs_zero_point):$lhs_zero_point,
          (Portable_Multiplier<lhs>):$lhs_multiplier, (Portable_Shift<lhs>):$lhs_shift,
          (Scalar<"int32_t"> $rhs_zero_point):$rhs_zero_point,
          (Portable_Multiplier<rhs>):$rhs_multiplier, (Portable_Shift<rhs>):$rhs_shift,
          (Scalar<"int32_t"> $output_zero_point):$output_zero_point,
          (Portable_Multiplier<sum>):$output_multiplier, (Portable_Shift<sum>):$output_shift,
          (Portable_Min):$min, (Portable_Max):$max),
      [Dsp_Require<"C1", "the quotients of the scales must be within 2^-32 and 2^31",
                   "isScalable($rounding, " # lhs # ") && isScalable($rounding, " # rhs # ") && "
                   "isScalable($rounding, " # sum # ")",
                   ["$lhs_scale", "$rhs_scale", "$output_scale"]>]>;
}
class Portable_QuantizedProduct {
  defvar product = "productFactor($rounding, $lhs_scale, $rhs_scale, $output_scale)";
  Portable_QuantizedOperation operation
      = Portable_QuantizedOperation<"multiply", Relay_QNNMulOp,
      (Struct<"portable_quantized_multiply_params">
          (Portable_Rounding $rounding):$rounding,
          (Scalar<"int32_t"> $lhs_zero_point):$lhs_zero_point,
          (Scalar<"int32_t"> $rhs_zero_point):$rhs_zero_point,
          (Scalar<"int32_t"> $output_zero_point):$output_zero_point,
          (Portable_Multiplier<product>):$multiplier, (Portable_Shift<product>):$shift,
          (Portable_Min):$min, (Portable_Max):$max),
      [Dsp_Require<"C1", "the quotient of the scales must be within 2^-32 and 2^31",
                   "isScalable($rounding, " # product # ")",
                   ["$lhs_scale", "$rhs_scale", "$output_scale"]>]>;
}

class Portable_QuantizedBinary<string kernel, int kernelId, Portable_Quantized t,
                               Portable_QuantizedOperation operation, list<Dsp_Require> shapes>
    : Dsp_Kernel<Portable, kernel, kernelId, !listconcat(operation.requires, shapes)> {
  let arguments = (ins Dsp_Tensor<t.element>:$lhs, Dsp_Tensor<t.element>:$rhs,
      F32Attr:$lhs_scale, I32Attr:$lhs_zero_point, F32Attr:$rhs_scale, I32Attr:$rhs_zero_point,
      F32Attr:$output_scale, I32Attr:$output_zero_point,
      StrAttr:$rounding, Fusion_ActMin:$act_min, Fusion_ActMax:$act_max);
  let results = (outs Dsp_Tensor<t.element>:$output);
  defvar source = Quantized_Binary<operation.front>.source;
  let covers = [
    Covers<source, [Set<"rounding", "\"UPWARD\"">], 0, Quantized_Relay>,
    Covers<source, [Set<"rounding", "\"TFLITE\"">], 0, Quantized_TFLite>
  ];
}

multiclass Portable_QuantizedBinaries<int kernelId, Portable_Quantized t,
                                      Portable_QuantizedOperation operation> {
  def Op
      : Portable_QuantizedBinary<operation.name # "_" # t.suffix, kernelId, t, operation,
            [Dsp_SameShape<"C2", "lhs", "output">, Dsp_SameShape<"C3", "rhs", "output">]> {
    let summary = operation.name # " of two quantised tensors of one shape";
    let cCall = (CCall operation.params:$params, (In<> $lhs), (In<> $rhs),
                       (NumElements<"int32_t"> $output):$n, (Out<> $output));
    let inPlace = [InPlace<"lhs", "output">, InPlace<"rhs", "output">];
    let priority = 10;
  }
  def BroadcastOp
      : Portable_QuantizedBinary<operation.name # "_broadcast_" # t.suffix, !add(kernelId, 1), t,
            operation,
            [Portable_RankAtMost8<"C2", "output">, Portable_Broadcasts<"C3">]> {
    let summary = operation.name # " of two quantised tensors, broadcast";
    let cCall = (CCall Portable_BroadcastParams.params:$shapes, operation.params:$params,
                       (In<> $lhs), (In<> $rhs), (Out<> $output));
  }
}

multiclass Portable_QuantizedArithmetic<int kernelId, Portable_Quantized t> {
  defm Add : Portable_QuantizedBinaries<kernelId, t,
                 Portable_QuantizedSum<"add", Relay_QNNAddOp>.operation>;
  defm Subtract : Portable_QuantizedBinaries<!add(kernelId, 2), t,
                      Portable_QuantizedSum<"subtract", Relay_QNNSubtractOp>.operation>;
  defm Multiply : Portable_QuantizedBinaries<!add(kernelId, 4), t,
                      Portable_QuantizedProduct<>.operation>;
}
defm Portable_S8  : Portable_QuantizedArithmetic<0x530, Portable_S8>;
defm Portable_U8  : Portable_QuantizedArithmetic<0x538, Portable_U8>;
defm Portable_S16 : Portable_QuantizedArithmetic<0x540, Portable_S16>;

//===----------------------------------------------------------------------===//
// From, to and between scales
//===----------------------------------------------------------------------===//

class Portable_Quantize<string kernel, int kernelId, Portable_Quantized t, dag scale,
                        Dsp_Numerics numerics>
    : Dsp_Kernel<Portable, kernel # "_" # t.suffix, kernelId,
                 [Dsp_SameShape<"C1", "input", "output">,
                  Dsp_Require<"C2", "'output_scale' must be positive", "$output_scale > 0",
                              ["$output_scale"]>]> {
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, F32Attr:$output_scale,
                       I32Attr:$output_zero_point);
  let results = (outs Dsp_Tensor<t.element>:$output);
  let cCall = !con((CCall (In<> $input)), scale,
                   (CCall (Scalar<"int32_t"> $output_zero_point):$zero_point,
                          (NumElements<"int32_t"> $input):$n, (Out<> $output)));
  let covers = [Covers<(Relay_QNNQuantizeOp $input, $output_scale, $output_zero_point,
                                            quantizedResultSaysIt:$out_dtype,
                                            quantizedByTensor:$axis), [], 0, numerics>];
}
def Portable_DividesByProduct : Dsp_Numerics<"relay",
    "numbers are multiplied by the inverse of the scale, as Relay divides by constants">;
def Portable_Divides : Dsp_Numerics<"tflite",
    "numbers are divided by the scale, as TensorFlow Lite's reference kernels do">;

class Portable_Dequantize<string suffix, int kernelId, Dsp_Element element>
    : Dsp_Kernel<Portable, "dequantize_" # suffix, kernelId,
                 [Dsp_SameShape<"C1", "input", "output">]> {
  let summary = "(x - zero point) * scale";
  let arguments = (ins Dsp_Tensor<element>:$input, F32Attr:$input_scale,
                       I32Attr:$input_zero_point);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $input), (Scalar<"float"> $input_scale):$scale,
                     (Scalar<"int32_t"> $input_zero_point):$zero_point,
                     (NumElements<"int32_t"> $input):$n, (Out<> $output));
  let covers = [Covers<(Relay_QNNDequantizeOp $input, $input_scale, $input_zero_point,
                                              quantizedResultSaysIt:$out_dtype,
                                              quantizedByTensor:$axis)>];
}

class Portable_RequantizeBetween<string from, Dsp_Element source, string to, Dsp_Element target,
                                 int kernelId>
    : Dsp_Kernel<Portable, "requantize_" # from # "_to_" # to, kernelId, [
        Dsp_SameShape<"C1", "input", "output">,
        Portable_HasAxis<"C2", "axis", "input">,
        Portable_AreScalable<"C3", "quotients($sum_scale, $output_scale)">,
        Dsp_Require<"C4", "there must be one scale, or one for each channel",
                    "isOneOf($sum_scale.size(), {1, dim($input, $axis)})",
                    ["$sum_scale.size()", "dim($input, $axis)"]>
      ]> {
  let summary = "from one scale and zero point to another";
  let arguments = (ins Dsp_Tensor<source>:$input, DenseF32ArrayAttr:$sum_scale,
      I32Attr:$input_zero_point, F32Attr:$output_scale, I32Attr:$output_zero_point, I64Attr:$axis,
      StrAttr:$rounding, Fusion_ActMin:$act_min, Fusion_ActMax:$act_max);
  let results = (outs Dsp_Tensor<target>:$output);
  let cCall = (CCall
      Portable_Requantize<"quotients($sum_scale, $output_scale)">.params:$params,
      (Scalar<"int32_t"> $input_zero_point):$input_zero_point,
      (Portable_Outer<"axis"> $input):$outer, (Portable_Axis<"axis"> $input):$channels,
      (Portable_Inner<"axis"> $input):$inner, (In<> $input), (Out<> $output));
  let covers = Quantized_Stored<
      (Relay_QNNRequantizeOp $input, $sum_scale, $input_zero_point, $output_scale,
                             $output_zero_point, $axis, $rounding,
                             (IsString<"int64">):$compute_dtype,
                             quantizedResultSaysIt:$out_dtype),
      (Relay_QNNRequantizeOp $input, $sum_scale, $input_zero_point, $output_scale,
                             $output_zero_point, $axis, quantizedNotAsRelay:$rounding,
                             quantizedNotAsRelay:$compute_dtype,
                             quantizedResultSaysIt:$out_dtype)>.all;
}
multiclass Portable_RequantizeFrom<string from, Dsp_Element source, int kernelId> {
  def ToS8Op  : Portable_RequantizeBetween<from, source, "s8", Dsp_I8, kernelId>;
  def ToU8Op  : Portable_RequantizeBetween<from, source, "u8", Dsp_U8, !add(kernelId, 1)>;
  def ToS16Op : Portable_RequantizeBetween<from, source, "s16", Dsp_I16, !add(kernelId, 2)>;
  def ToI32Op : Portable_RequantizeBetween<from, source, "i32", Dsp_I32, !add(kernelId, 3)>;
}
defm Portable_RequantizeS8  : Portable_RequantizeFrom<"s8", Dsp_I8, 0x550>;
defm Portable_RequantizeU8  : Portable_RequantizeFrom<"u8", Dsp_U8, 0x554>;
defm Portable_RequantizeS16 : Portable_RequantizeFrom<"s16", Dsp_I16, 0x558>;
defm Portable_RequantizeI32 : Portable_RequantizeFrom<"i32", Dsp_I32, 0x55C>;
defm Portable_RequantizeI64 : Portable_RequantizeFrom<"i64", Dsp_I64, 0x560>;

multiclass Portable_Quantizes<int kernelId, Portable_Quantized t> {
  def QuantizeOp
      : Portable_Quantize<"quantize", kernelId, t,
            (CCall (Expr<"float", "inverseOf($output_scale)">):$inverse_scale),
            Portable_DividesByProduct> {
    let summary = "round(x * inverse scale) + zero point, saturated";
  }
  def QuantizeTFLiteOp
      : Portable_Quantize<"quantize_tflite", !add(kernelId, 1), t,
            (CCall (Scalar<"float"> $output_scale):$scale), Portable_Divides> {
    let summary = "round(x / scale) + zero point, saturated";
  }
  def DequantizeOp : Portable_Dequantize<t.suffix, !add(kernelId, 2), t.element>;
}
defm Portable_S8  : Portable_Quantizes<0x570, Portable_S8>;
defm Portable_U8  : Portable_Quantizes<0x574, Portable_U8>;
defm Portable_S16 : Portable_Quantizes<0x578, Portable_S16>;
def Portable_I32DequantizeOp : Portable_Dequantize<"i32", 0x57C, Dsp_I32>;

#endif // DSP_LIBRARIES_PORTABLE_PORTABLEQUANTIZEDELEMENTWISE_TD
