//===- PortableElementwise.td - Element by element ---------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLEELEMENTWISE_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLEELEMENTWISE_TD

include "dsp/Libraries/portable/PortableRoles.td"

//===----------------------------------------------------------------------===//
// Activations
//===----------------------------------------------------------------------===//

class Portable_ElementwiseF32<string kernel, int kernelId>
    : Dsp_Kernel<Portable, kernel, kernelId, [Dsp_SameShape<"C1", "input", "output">]> {
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let inPlace = [InPlace<"input", "output">];
}

def Portable_ReluF32Op : Portable_ElementwiseF32<"relu_f32", 0x160> {
  let summary = "max(x, 0)";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input);
  let cCall = (CCall (In<> $input), (NumElements<"int32_t"> $input):$n, (Out<> $output));
  let covers = [Covers<(Relay_ReluOp $input)>];
}

def Portable_LeakyReluF32Op : Portable_ElementwiseF32<"leaky_relu_f32", 0x161> {
  let summary = "x above 0, alpha * x elsewhere";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, F64Attr:$alpha);
  let cCall = (CCall (In<> $input), (Scalar<"float"> $alpha), (NumElements<"int32_t"> $input):$n,
                     (Out<> $output));
  let covers = [Covers<(Relay_LeakyReluOp $input, $alpha)>];
}

def Portable_ClipF32Op : Portable_ElementwiseF32<"clip_f32", 0x162> {
  let summary = "x brought into [min, max]";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, F64Attr:$min, F64Attr:$max);
  let cCall = (CCall (In<> $input), (Scalar<"float"> $min), (Scalar<"float"> $max),
                     (NumElements<"int32_t"> $input):$n, (Out<> $output));
  let covers = [Covers<(Relay_ClipOp $input, (To<"min">):$a_min, (To<"max">):$a_max)>];
}

/// A function for each channel, whose parameter is tensor `vector`.
class Portable_ClipInt<string suffix, int kernelId, Dsp_Element element, string bound = "int32_t">
    : Dsp_Kernel<Portable, "clip_" # suffix, kernelId, [Dsp_SameShape<"C1", "input", "output">]> {
  let summary = "x brought into [min, max]";
  let arguments = (ins Dsp_Tensor<element>:$input, F64Attr:$min, F64Attr:$max);
  let results = (outs Dsp_Tensor<element>:$output);
  let cCall = (CCall (In<> $input), (Expr<bound, "boundOf($output, $min)">):$min,
                     (Expr<bound, "boundOf($output, $max)">):$max,
                     (NumElements<"int32_t"> $input):$n, (Out<> $output));
  let covers = [Covers<(Relay_ClipOp $input, (To<"min">):$a_min, (To<"max">):$a_max)>];
  let inPlace = [InPlace<"input", "output">];
}
def Portable_ClipI8Op  : Portable_ClipInt<"i8", 0x166, Dsp_I8>;
def Portable_ClipU8Op  : Portable_ClipInt<"u8", 0x167, Dsp_U8>;
def Portable_ClipI16Op : Portable_ClipInt<"i16", 0x168, Dsp_I16>;
def Portable_ClipI32Op : Portable_ClipInt<"i32", 0x169, Dsp_I32>;
def Portable_ClipI64Op : Portable_ClipInt<"i64", 0x165, Dsp_I64, "int64_t">;

class Portable_PerChannel<string kernel, int kernelId, string vector, Dsp_Element element,
                          dag front>
    : Dsp_Kernel<Portable, kernel, kernelId, [
        Dsp_SameShape<"C1", "input", "output">,
        Portable_HasAxis<"C2", "axis", "input">,
        Dsp_Require<"C3", "'" # vector # "' must have one element for each channel",
                    "dim($" # vector # ", 0) == dim($input, $axis)",
                    ["dim($" # vector # ", 0)", "dim($input, $axis)"]>
      ]> {
  let results = (outs Dsp_Tensor<element>:$output);
  let covers = [Covers<front>];
  let inPlace = [InPlace<"input", "output">];
}

class Portable_PRelu<string suffix, int kernelId, Dsp_Element element>
    : Portable_PerChannel<"prelu_" # suffix, kernelId, "alpha", element,
                          (Relay_PReluOp $input, $alpha, $axis)> {
  let summary = "x above 0, the channel's alpha * x elsewhere";
  let arguments = (ins Dsp_Tensor<element>:$input, Dsp_Tensor<element, [1]>:$alpha, I64Attr:$axis);
  let cCall = (CCall (Portable_Outer<"axis"> $input):$outer, (Portable_Axis<"axis"> $input):$channels,
                     (Portable_Inner<"axis"> $input):$inner, (In<> $input), (In<> $alpha),
                     (Out<> $output));
}
def Portable_PReluF32Op : Portable_PRelu<"f32", 0x163, Dsp_F32>;
def Portable_PReluI8Op  : Portable_PRelu<"i8", 0x170, Dsp_I8>;
def Portable_PReluU8Op  : Portable_PRelu<"u8", 0x171, Dsp_U8>;
def Portable_PReluI16Op : Portable_PRelu<"i16", 0x172, Dsp_I16>;
def Portable_PReluI32Op : Portable_PRelu<"i32", 0x173, Dsp_I32>;
def Portable_PReluI64Op : Portable_PRelu<"i64", 0x174, Dsp_I64>;

class Portable_BiasAdd<string suffix, int kernelId, Dsp_Element element>
    : Portable_PerChannel<"bias_add_" # suffix, kernelId, "bias", element,
                          (Relay_BiasAddOp $input, $bias, $axis)> {
  let summary = "adds a bias to each channel";
  let arguments = (ins Dsp_Tensor<element>:$input, Dsp_Tensor<element, [1]>:$bias, I64Attr:$axis);
  let cCall = (CCall (Portable_Outer<"axis"> $input):$outer, (Portable_Axis<"axis"> $input):$channels,
                     (Portable_Inner<"axis"> $input):$inner, (In<> $input), (In<> $bias),
                     (Out<> $output));
}
def Portable_BiasAddF32Op : Portable_BiasAdd<"f32", 0x164, Dsp_F32>;
def Portable_BiasAddI32Op : Portable_BiasAdd<"i32", 0x16A, Dsp_I32>;
def Portable_BiasAddI64Op : Portable_BiasAdd<"i64", 0x16B, Dsp_I64>;

class Portable_FixedPointMultiply<string suffix, int kernelId, Dsp_Element element>
    : Dsp_Kernel<Portable, "fixed_point_multiply_" # suffix, kernelId, [
        Dsp_SameShape<"C1", "input", "output">,
        Dsp_Require<"C2", "'multiplier' must be within 0 and 2^31 - 1, 'shift' within -31 and 31",
                    "inRange($multiplier, 0, 0x7FFFFFFF) && inRange($shift, -31, 31)",
                    ["$multiplier", "$shift"]>
      ]> {
  let summary = "x * multiplier * 2^(shift - 31), rounded to nearest, halves upwards";
  let arguments = (ins Dsp_Tensor<element>:$input, I64Attr:$multiplier, I64Attr:$shift);
  let results = (outs Dsp_Tensor<element>:$output);
  let cCall = (CCall (In<> $input), (Scalar<"int32_t"> $multiplier), (Scalar<"int32_t"> $shift),
                     (NumElements<"int32_t"> $input):$n, (Out<> $output));
  let covers = [Covers<(Relay_FixedPointMultiplyOp $input, $multiplier, $shift)>];
  let inPlace = [InPlace<"input", "output">];
}
def Portable_FixedPointMultiplyI32Op : Portable_FixedPointMultiply<"i32", 0x16C, Dsp_I32>;
def Portable_FixedPointMultiplyI64Op : Portable_FixedPointMultiply<"i64", 0x16D, Dsp_I64>;

def Portable_FixedPointMultiplyPerAxisOp
    : Dsp_Kernel<Portable, "fixed_point_multiply_per_axis_i32", 0x16E, [
        Dsp_SameShape<"C1", "input", "output">,
        Dsp_Require<"C2", "'axes' must be one axis of 'input'",
                    "$axes.size() == 1 && inRange($axes[0], 0, rank($input) - 1)",
                    ["$axes", "rank($input)"]>,
        Dsp_Require<"C3", "there must be a multiplier and shifts for each channel",
                    "numElements($multipliers) == dim($input, $axes[0]) && "
                    "numElements($left_shifts) == numElements($multipliers) && "
                    "numElements($right_shifts) == numElements($multipliers)",
                    ["numElements($multipliers)", "shape($input)"]>
      ]> {
  let summary = "x * 2^left * multiplier * 2^(-31 - right) by channel, halves upwards";
  let arguments = (ins Dsp_Tensor<Dsp_I32>:$input, Dsp_Tensor<Dsp_I32, [1]>:$multipliers,
                       Dsp_Tensor<Dsp_I32, [1]>:$left_shifts, Dsp_Tensor<Dsp_I32, [1]>:$right_shifts,
                       BoolAttr:$shifts_left, DenseI64ArrayAttr:$axes);
  let results = (outs Dsp_Tensor<Dsp_I32>:$output);
  let inPlace = [InPlace<"input", "output">];
  let cCall = (CCall (Expr<"int32_t", "dimProduct($input, 0, $axes[0])">):$outer,
                     (Expr<"int32_t", "dim($input, $axes[0])">):$channels,
                     (Expr<"int32_t", "dimProduct($input, $axes[0] + 1, rank($input))">):$inner,
                     (Scalar<"int32_t"> $shifts_left), (In<> $input), (In<> $multipliers),
                     (In<> $left_shifts), (In<> $right_shifts), (Out<> $output));
  let covers = [Covers<(Relay_FixedPointMultiplyPerAxisOp $input, $multipliers, $left_shifts,
                            $right_shifts, (To<"shifts_left">):$is_lshift_required,
                            (Ignored<"Relay shifts right in any case, by 0 where it says no">)
                                :$is_rshift_required, $axes)>];
}

//===----------------------------------------------------------------------===//
// Functions of one tensor
//===----------------------------------------------------------------------===//

class Portable_Unary<string operation, string suffix, int kernelId, string text, Op front,
                     Dsp_Element from, Dsp_Element to>
    : Dsp_Kernel<Portable, operation # "_" # suffix, kernelId,
                 [Dsp_SameShape<"C1", "input", "output">]> {
  let summary = text;
  let arguments = (ins Dsp_Tensor<from>:$input);
  let results = (outs Dsp_Tensor<to>:$output);
  let cCall = (CCall (In<> $input), (NumElements<"int32_t"> $input):$n, (Out<> $output));
  let covers = [Covers<(front $input)>];
}
class Portable_UnaryF32<string operation, int kernelId, string text, Op front>
    : Portable_Unary<operation, "f32", kernelId, text, front, Dsp_F32, Dsp_F32> {
  let inPlace = [InPlace<"input", "output">];
}

def Portable_AbsF32Op      : Portable_UnaryF32<"abs", 0x180, "|x|", Relay_AbsOp>;
def Portable_NegativeF32Op : Portable_UnaryF32<"negative", 0x181, "-x", Relay_NegativeOp>;
def Portable_AcosF32Op     : Portable_UnaryF32<"acos", 0x182, "arc cosine", Relay_AcosOp>;
def Portable_AcoshF32Op    : Portable_UnaryF32<"acosh", 0x183, "inverse hyperbolic cosine", Relay_AcoshOp>;
def Portable_AsinF32Op     : Portable_UnaryF32<"asin", 0x184, "arc sine", Relay_AsinOp>;
def Portable_AsinhF32Op    : Portable_UnaryF32<"asinh", 0x185, "inverse hyperbolic sine", Relay_AsinhOp>;
def Portable_AtanF32Op     : Portable_UnaryF32<"atan", 0x186, "arc tangent", Relay_AtanOp>;
def Portable_AtanhF32Op    : Portable_UnaryF32<"atanh", 0x187, "inverse hyperbolic tangent", Relay_AtanhOp>;
def Portable_CeilF32Op     : Portable_UnaryF32<"ceil", 0x188, "rounded up", Relay_CeilOp>;
def Portable_CosF32Op      : Portable_UnaryF32<"cos", 0x189, "cosine", Relay_CosOp>;
def Portable_CoshF32Op     : Portable_UnaryF32<"cosh", 0x18A, "hyperbolic cosine", Relay_CoshOp>;
def Portable_ErfF32Op      : Portable_UnaryF32<"erf", 0x18B, "the error function", Relay_ErfOp>;
def Portable_ExpF32Op      : Portable_UnaryF32<"exp", 0x18C, "e to the x", Relay_ExpOp>;
def Portable_FloorF32Op    : Portable_UnaryF32<"floor", 0x18D, "rounded down", Relay_FloorOp>;
def Portable_LogF32Op      : Portable_UnaryF32<"log", 0x18E, "natural logarithm", Relay_LogOp>;
def Portable_Log2F32Op     : Portable_UnaryF32<"log2", 0x18F, "logarithm to base 2", Relay_Log2Op>;
def Portable_Log10F32Op    : Portable_UnaryF32<"log10", 0x190, "logarithm to base 10", Relay_Log10Op>;
def Portable_RoundF32Op    : Portable_UnaryF32<"round", 0x191, "rounded, halves away from zero", Relay_RoundOp>;
def Portable_RsqrtF32Op    : Portable_UnaryF32<"rsqrt", 0x192, "1 / sqrt(x)", Relay_RsqrtOp>;
def Portable_SigmoidF32Op  : Portable_UnaryF32<"sigmoid", 0x193, "1 / (1 + exp(-x))", Relay_SigmoidOp>;
def Portable_SignF32Op     : Portable_UnaryF32<"sign", 0x194, "-1, 0 or 1", Relay_SignOp>;
def Portable_SinF32Op      : Portable_UnaryF32<"sin", 0x195, "sine", Relay_SinOp>;
def Portable_SinhF32Op     : Portable_UnaryF32<"sinh", 0x196, "hyperbolic sine", Relay_SinhOp>;
def Portable_SqrtF32Op     : Portable_UnaryF32<"sqrt", 0x197, "square root", Relay_SqrtOp>;
def Portable_TanF32Op      : Portable_UnaryF32<"tan", 0x198, "tangent", Relay_TanOp>;
def Portable_TanhF32Op     : Portable_UnaryF32<"tanh", 0x199, "hyperbolic tangent", Relay_TanhOp>;
def Portable_TruncF32Op    : Portable_UnaryF32<"trunc", 0x19A, "rounded towards zero", Relay_TruncOp>;

class Portable_UnaryInt<string operation, string suffix, int kernelId, string text, Op front,
                        Dsp_Element element>
    : Portable_Unary<operation, suffix, kernelId, text, front, element, element> {
  let inPlace = [InPlace<"input", "output">];
}
def Portable_AbsI32Op      : Portable_UnaryInt<"abs", "i32", 0x1A0, "|x|", Relay_AbsOp, Dsp_I32>;
def Portable_NegativeI32Op : Portable_UnaryInt<"negative", "i32", 0x1A1, "-x", Relay_NegativeOp, Dsp_I32>;
def Portable_AbsI8Op       : Portable_UnaryInt<"abs", "i8", 0x1A2, "|x|", Relay_AbsOp, Dsp_I8>;
def Portable_NegativeI8Op  : Portable_UnaryInt<"negative", "i8", 0x1A3, "-x", Relay_NegativeOp, Dsp_I8>;
def Portable_AbsI16Op      : Portable_UnaryInt<"abs", "i16", 0x1A4, "|x|", Relay_AbsOp, Dsp_I16>;
def Portable_NegativeI16Op : Portable_UnaryInt<"negative", "i16", 0x1A5, "-x", Relay_NegativeOp, Dsp_I16>;
def Portable_AbsI64Op      : Portable_UnaryInt<"abs", "i64", 0x1A6, "|x|", Relay_AbsOp, Dsp_I64>;
def Portable_NegativeI64Op : Portable_UnaryInt<"negative", "i64", 0x1A7, "-x", Relay_NegativeOp, Dsp_I64>;
def Portable_NegativeU8Op  : Portable_UnaryInt<"negative", "u8", 0x1B0, "-x", Relay_NegativeOp, Dsp_U8>;
def Portable_SignI8Op      : Portable_UnaryInt<"sign", "i8", 0x1AC, "-1, 0 or 1", Relay_SignOp, Dsp_I8>;
def Portable_SignI16Op     : Portable_UnaryInt<"sign", "i16", 0x1AD, "-1, 0 or 1", Relay_SignOp, Dsp_I16>;
def Portable_SignI32Op     : Portable_UnaryInt<"sign", "i32", 0x1AE, "-1, 0 or 1", Relay_SignOp, Dsp_I32>;
def Portable_SignI64Op     : Portable_UnaryInt<"sign", "i64", 0x1AF, "-1, 0 or 1", Relay_SignOp, Dsp_I64>;

def Portable_IsNanF32Op
    : Portable_Unary<"isnan", "f32", 0x1A8, "not a number", Relay_IsNanOp, Dsp_F32, Dsp_Bool>;
def Portable_IsInfF32Op
    : Portable_Unary<"isinf", "f32", 0x1A9, "plus or minus infinity", Relay_IsInfOp, Dsp_F32, Dsp_Bool>;
def Portable_IsFiniteF32Op
    : Portable_Unary<"isfinite", "f32", 0x1AA, "neither infinite nor NaN", Relay_IsFiniteOp, Dsp_F32,
                     Dsp_Bool>;
def Portable_LogicalNotBoolOp
    : Portable_Unary<"logical_not", "bool", 0x1AB, "true where x is false", Relay_LogicalNotOp,
                     Dsp_Bool, Dsp_Bool> {
  let inPlace = [InPlace<"input", "output">];
}

//===----------------------------------------------------------------------===//
// Functions of two tensors
//===----------------------------------------------------------------------===//

/// Operands of one shape.
class Portable_Binary<string operation, string suffix, int kernelId, Op front, Dsp_Element from,
                      Dsp_Element to>
    : Dsp_Kernel<Portable, operation # "_" # suffix, kernelId, [
        Dsp_SameShape<"C1", "lhs", "rhs">, Dsp_SameShape<"C2", "lhs", "output">
      ]> {
  let summary = operation # " of two tensors of one shape";
  let arguments = (ins Dsp_Tensor<from>:$lhs, Dsp_Tensor<from>:$rhs);
  let results = (outs Dsp_Tensor<to>:$output);
  let cCall = (CCall (In<> $lhs), (In<> $rhs), (NumElements<"int32_t"> $lhs):$n, (Out<> $output));
  let covers = [Covers<(front $lhs, $rhs)>];
  let priority = 10;
}

/// Operands whose shapes are broadcast.
/// How operands `lhs` and `rhs` are repeated to the shape of `output`.
def Portable_BroadcastParams {
  dag params = (Struct<"portable_broadcast_params">
      (Expr<"int32_t", "paddedShape($output, $output).size()">):$rank,
      (ArrayExpr<"int32_t", "paddedShape($lhs, $output)">):$lhs_shape,
      (ArrayExpr<"int32_t", "paddedShape($rhs, $output)">):$rhs_shape);
}
class Portable_Broadcasts<string label>
    : Dsp_Require<label, "the shapes of 'lhs' and 'rhs' must broadcast to that of 'output'",
                  "broadcasts($lhs, $output) && broadcasts($rhs, $output)",
                  ["shape($lhs)", "shape($rhs)", "shape($output)"]>;

class Portable_Broadcast<string operation, string suffix, int kernelId, Op front, Dsp_Element from,
                         Dsp_Element to>
    : Dsp_Kernel<Portable, operation # "_broadcast_" # suffix, kernelId, [
        Portable_RankAtMost8<"C1", "output">,
        Portable_Broadcasts<"C2">
      ]> {
  let summary = operation # " of two tensors, broadcast";
  let arguments = (ins Dsp_Tensor<from>:$lhs, Dsp_Tensor<from>:$rhs);
  let results = (outs Dsp_Tensor<to>:$output);
  let cCall = (CCall
      Portable_BroadcastParams.params:$params,
      (In<> $lhs), (In<> $rhs), (Out<> $output));
  let covers = [Covers<(front $lhs, $rhs)>];
}

/// Of floats both forms are here; other types have the second do for the first.
multiclass Portable_BinaryF32<string operation, int kernelId, Op front> {
  def F32Op : Portable_Binary<operation, "f32", kernelId, front, Dsp_F32, Dsp_F32> {
    let inPlace = [InPlace<"lhs", "output">, InPlace<"rhs", "output">];
  }
  def BroadcastF32Op
      : Portable_Broadcast<operation, "f32", !add(kernelId, 1), front, Dsp_F32, Dsp_F32>;
}
defm Portable_Add         : Portable_BinaryF32<"add", 0x200, Relay_AddOp>;
defm Portable_Subtract    : Portable_BinaryF32<"subtract", 0x202, Relay_SubtractOp>;
defm Portable_Multiply    : Portable_BinaryF32<"multiply", 0x204, Relay_MultiplyOp>;
defm Portable_Divide      : Portable_BinaryF32<"divide", 0x206, Relay_DivideOp>;
defm Portable_Mod         : Portable_BinaryF32<"mod", 0x208, Relay_ModOp>;
defm Portable_FloorDivide : Portable_BinaryF32<"floor_divide", 0x20A, Relay_FloorDivideOp>;
defm Portable_FloorMod    : Portable_BinaryF32<"floor_mod", 0x20C, Relay_FloorModOp>;
defm Portable_Maximum     : Portable_BinaryF32<"maximum", 0x20E, Relay_MaximumOp>;
defm Portable_Minimum     : Portable_BinaryF32<"minimum", 0x210, Relay_MinimumOp>;
defm Portable_Power       : Portable_BinaryF32<"power", 0x212, Relay_PowerOp>;

multiclass Portable_BinaryInt<string operation, int kernelId, Op front> {
  def BroadcastI32Op : Portable_Broadcast<operation, "i32", kernelId, front, Dsp_I32, Dsp_I32>;
  def BroadcastI64Op
      : Portable_Broadcast<operation, "i64", !add(kernelId, 1), front, Dsp_I64, Dsp_I64>;
}
defm Portable_Add         : Portable_BinaryInt<"add", 0x220, Relay_AddOp>;
defm Portable_Subtract    : Portable_BinaryInt<"subtract", 0x222, Relay_SubtractOp>;
defm Portable_Multiply    : Portable_BinaryInt<"multiply", 0x224, Relay_MultiplyOp>;
defm Portable_Divide      : Portable_BinaryInt<"divide", 0x226, Relay_DivideOp>;
defm Portable_Mod         : Portable_BinaryInt<"mod", 0x228, Relay_ModOp>;
defm Portable_FloorDivide : Portable_BinaryInt<"floor_divide", 0x22A, Relay_FloorDivideOp>;
defm Portable_FloorMod    : Portable_BinaryInt<"floor_mod", 0x22C, Relay_FloorModOp>;
defm Portable_Maximum     : Portable_BinaryInt<"maximum", 0x22E, Relay_MaximumOp>;
defm Portable_Minimum     : Portable_BinaryInt<"minimum", 0x230, Relay_MinimumOp>;

multiclass Portable_Comparison<string operation, int kernelId, Op front> {
  def BroadcastF32Op : Portable_Broadcast<operation, "f32", kernelId, front, Dsp_F32, Dsp_Bool>;
  def BroadcastI32Op
      : Portable_Broadcast<operation, "i32", !add(kernelId, 1), front, Dsp_I32, Dsp_Bool>;
  def BroadcastI64Op
      : Portable_Broadcast<operation, "i64", !add(kernelId, 2), front, Dsp_I64, Dsp_Bool>;
}
defm Portable_Equal        : Portable_Comparison<"equal", 0x240, Relay_EqualOp>;
defm Portable_NotEqual     : Portable_Comparison<"not_equal", 0x243, Relay_NotEqualOp>;
defm Portable_Less         : Portable_Comparison<"less", 0x246, Relay_LessOp>;
defm Portable_LessEqual    : Portable_Comparison<"less_equal", 0x249, Relay_LessEqualOp>;
defm Portable_Greater      : Portable_Comparison<"greater", 0x24C, Relay_GreaterOp>;
defm Portable_GreaterEqual : Portable_Comparison<"greater_equal", 0x24F, Relay_GreaterEqualOp>;

/// Of small integers.
multiclass Portable_BinarySmallInt<string operation, int kernelId, Op front> {
  def BroadcastI8Op : Portable_Broadcast<operation, "i8", kernelId, front, Dsp_I8, Dsp_I8>;
  def BroadcastU8Op
      : Portable_Broadcast<operation, "u8", !add(kernelId, 1), front, Dsp_U8, Dsp_U8>;
  def BroadcastI16Op
      : Portable_Broadcast<operation, "i16", !add(kernelId, 2), front, Dsp_I16, Dsp_I16>;
}
defm Portable_Maximum  : Portable_BinarySmallInt<"maximum", 0x290, Relay_MaximumOp>;
defm Portable_Minimum  : Portable_BinarySmallInt<"minimum", 0x293, Relay_MinimumOp>;
// Quantised numbers have the short names.
defm Portable_Add      : Portable_BinarySmallInt<"wrapping_add", 0x296, Relay_AddOp>;
defm Portable_Subtract : Portable_BinarySmallInt<"wrapping_subtract", 0x299, Relay_SubtractOp>;
defm Portable_Multiply : Portable_BinarySmallInt<"wrapping_multiply", 0x29C, Relay_MultiplyOp>;

multiclass Portable_SmallComparison<string operation, int kernelId, Op front> {
  def BroadcastI8Op : Portable_Broadcast<operation, "i8", kernelId, front, Dsp_I8, Dsp_Bool>;
  def BroadcastU8Op
      : Portable_Broadcast<operation, "u8", !add(kernelId, 1), front, Dsp_U8, Dsp_Bool>;
  def BroadcastI16Op
      : Portable_Broadcast<operation, "i16", !add(kernelId, 2), front, Dsp_I16, Dsp_Bool>;
}
defm Portable_Equal        : Portable_SmallComparison<"equal", 0x2A0, Relay_EqualOp>;
defm Portable_NotEqual     : Portable_SmallComparison<"not_equal", 0x2A3, Relay_NotEqualOp>;
defm Portable_Less         : Portable_SmallComparison<"less", 0x2A6, Relay_LessOp>;
defm Portable_LessEqual    : Portable_SmallComparison<"less_equal", 0x2A9, Relay_LessEqualOp>;
defm Portable_Greater      : Portable_SmallComparison<"greater", 0x2AC, Relay_GreaterOp>;
defm Portable_GreaterEqual : Portable_SmallComparison<"greater_equal", 0x2AF, Relay_GreaterEqualOp>;

def Portable_LogicalAndBroadcastBoolOp
    : Portable_Broadcast<"logical_and", "bool", 0x260, Relay_LogicalAndOp, Dsp_Bool, Dsp_Bool>;
def Portable_LogicalOrBroadcastBoolOp
    : Portable_Broadcast<"logical_or", "bool", 0x261, Relay_LogicalOrOp, Dsp_Bool, Dsp_Bool>;
def Portable_LogicalXorBroadcastBoolOp
    : Portable_Broadcast<"logical_xor", "bool", 0x262, Relay_LogicalXorOp, Dsp_Bool, Dsp_Bool>;

//===----------------------------------------------------------------------===//
// Functions of bits
//===----------------------------------------------------------------------===//

defvar portableSignedIntegers = [Dsp_I8, Dsp_I16, Dsp_I32, Dsp_I64];
defvar portableUnsignedIntegers = [Dsp_U8, Dsp_U16, Dsp_U32, Dsp_U64];

/// One C function for all types; `kind` is the enumerator.
class Portable_Bitwise<string kernel, int kernelId, list<Dsp_Element> elements, string text>
    : Dsp_Kernel<Portable, kernel, kernelId, [
        Portable_RankAtMost8<"C1", "output">,
        Portable_Broadcasts<"C2">,
        Dsp_SameElementType<"C3", "lhs", "rhs">, Dsp_SameElementType<"C4", "lhs", "output">
      ]> {
  let summary = text;
  let cName = "portable_bitwise";
  let arguments = (ins Dsp_TensorOf<elements>:$lhs, Dsp_TensorOf<elements>:$rhs, I64Attr:$kind);
  let results = (outs Dsp_TensorOf<elements>:$output);
  let cCall = (CCall
      Portable_BroadcastParams.params:$params,
      (Scalar<"portable_bit_operation"> $kind):$operation, (ElementBytes<"int32_t"> $output):$element_size,
      (In<> $lhs), (In<> $rhs), (Out<> $output));
}

def Portable_BitwiseOp
    : Portable_Bitwise<"bitwise", 0x280, !listconcat(portableSignedIntegers, portableUnsignedIntegers),
                       "and, or, exclusive or, left shift of integers' bits, broadcast"> {
  let covers = [
    Covers<(Relay_BitwiseAndOp $lhs, $rhs), [Set<"kind", "0">]>,
    Covers<(Relay_BitwiseOrOp $lhs, $rhs), [Set<"kind", "1">]>,
    Covers<(Relay_BitwiseXorOp $lhs, $rhs), [Set<"kind", "2">]>,
    Covers<(Relay_LeftShiftOp $lhs, $rhs), [Set<"kind", "3">]>
  ];
}

def Portable_ShiftRightUnsignedOp
    : Portable_Bitwise<"shift_right_unsigned", 0x281, portableUnsignedIntegers,
                       "right shift of unsigned integers, broadcast"> {
  let covers = [Covers<(Relay_RightShiftOp $lhs, $rhs), [Set<"kind", "4">]>];
}

def Portable_ShiftRightSignedOp
    : Portable_Bitwise<"shift_right_signed", 0x282, portableSignedIntegers,
                       "right shift of signed integers, broadcast"> {
  let covers = [Covers<(Relay_RightShiftOp $lhs, $rhs), [Set<"kind", "5">]>];
}

def Portable_BitwiseNotOp : Dsp_Kernel<Portable, "bitwise_not", 0x283, [
    Dsp_SameShape<"C1", "input", "output">, Dsp_SameElementType<"C2", "input", "output">
  ]> {
  let summary = "the complement of every bit of integers";
  let arguments = (ins Dsp_TensorOf<!listconcat(portableSignedIntegers,
                                                portableUnsignedIntegers)>:$input);
  let results = (outs Dsp_TensorOf<!listconcat(portableSignedIntegers,
                                               portableUnsignedIntegers)>:$output);
  let inPlace = [InPlace<"input", "output">];
  let cCall = (CCall (ElementBytes<"int32_t"> $input):$element_size, (In<> $input),
                     (NumElements<"int32_t"> $input):$n, (Out<> $output));
  let covers = [Covers<(Relay_BitwiseNotOp $input)>];
}

//===----------------------------------------------------------------------===//
// Choice and conversion
//===----------------------------------------------------------------------===//

def Portable_WhereOp : Dsp_Kernel<Portable, "where", 0x270, [
    Portable_RankAtMost8<"C1", "output">,
    Dsp_SameElementType<"C2", "lhs", "rhs">, Dsp_SameElementType<"C3", "lhs", "output">,
    Dsp_Require<"C4", "the shapes of all operands must broadcast to that of 'output'",
                "broadcasts($condition, $output) && broadcasts($lhs, $output) && "
                "broadcasts($rhs, $output)",
                ["shape($condition)", "shape($lhs)", "shape($rhs)", "shape($output)"]>
  ]> {
  let summary = "lhs where the condition is true, rhs elsewhere";
  let arguments = (ins Dsp_Tensor<Dsp_Bool>:$condition, Dsp_AnyTensor<>:$lhs, Dsp_AnyTensor<>:$rhs);
  let results = (outs Dsp_AnyTensor<>:$output);
  let cCall = (CCall
      (Struct<"portable_where_params">
          (Expr<"int32_t", "paddedShape($output, $output).size()">):$rank,
          (ArrayExpr<"int32_t", "paddedShape($condition, $output)">):$condition_shape,
          (ArrayExpr<"int32_t", "paddedShape($lhs, $output)">):$lhs_shape,
          (ArrayExpr<"int32_t", "paddedShape($rhs, $output)">):$rhs_shape):$params,
      (ElementBytes<"int32_t"> $output):$element_size, (In<> $condition), (In<> $lhs), (In<> $rhs),
      (Out<> $output));
  let covers = [Covers<(Relay_WhereOp $condition, $lhs, $rhs)>];
}

class Portable_Cast<string source, Dsp_Element from, string target, Dsp_Element to, int kernelId>
    : Dsp_Kernel<Portable, "cast_" # source # "_to_" # target, kernelId,
                 [Dsp_SameShape<"C1", "input", "output">]> {
  let summary = "from " # from.relayName # " to " # to.relayName;
  let arguments = (ins Dsp_Tensor<from>:$input);
  let results = (outs Dsp_Tensor<to>:$output);
  let cCall = (CCall (In<> $input), (NumElements<"int32_t"> $input):$n, (Out<> $output));
  let covers = [Covers<(Relay_CastOp $input, portableResultSaysIt:$dtype)>];
}
def Portable_CastF32ToI8Op   : Portable_Cast<"f32", Dsp_F32, "i8", Dsp_I8, 0x300>;
def Portable_CastF32ToU8Op   : Portable_Cast<"f32", Dsp_F32, "u8", Dsp_U8, 0x301>;
def Portable_CastF32ToI32Op  : Portable_Cast<"f32", Dsp_F32, "i32", Dsp_I32, 0x302>;
def Portable_CastF32ToI64Op  : Portable_Cast<"f32", Dsp_F32, "i64", Dsp_I64, 0x303>;
def Portable_CastF32ToBoolOp : Portable_Cast<"f32", Dsp_F32, "bool", Dsp_Bool, 0x304>;
def Portable_CastI8ToF32Op   : Portable_Cast<"i8", Dsp_I8, "f32", Dsp_F32, 0x308>;
def Portable_CastU8ToF32Op   : Portable_Cast<"u8", Dsp_U8, "f32", Dsp_F32, 0x309>;
def Portable_CastI32ToF32Op  : Portable_Cast<"i32", Dsp_I32, "f32", Dsp_F32, 0x30A>;
def Portable_CastI16ToF32Op  : Portable_Cast<"i16", Dsp_I16, "f32", Dsp_F32, 0x30D>;
def Portable_CastF32ToI16Op  : Portable_Cast<"f32", Dsp_F32, "i16", Dsp_I16, 0x305>;
def Portable_CastI8ToI32Op   : Portable_Cast<"i8", Dsp_I8, "i32", Dsp_I32, 0x316>;
def Portable_CastU8ToI32Op   : Portable_Cast<"u8", Dsp_U8, "i32", Dsp_I32, 0x317>;
def Portable_CastI16ToI32Op  : Portable_Cast<"i16", Dsp_I16, "i32", Dsp_I32, 0x318>;
def Portable_CastI64ToI8Op   : Portable_Cast<"i64", Dsp_I64, "i8", Dsp_I8, 0x31C>;
def Portable_CastI32ToI8Op   : Portable_Cast<"i32", Dsp_I32, "i8", Dsp_I8, 0x319>;
def Portable_CastI32ToU8Op   : Portable_Cast<"i32", Dsp_I32, "u8", Dsp_U8, 0x31A>;
def Portable_CastI32ToI16Op  : Portable_Cast<"i32", Dsp_I32, "i16", Dsp_I16, 0x31B>;
def Portable_CastI8ToU8Op    : Portable_Cast<"i8", Dsp_I8, "u8", Dsp_U8, 0x320>;
def Portable_CastI8ToI16Op   : Portable_Cast<"i8", Dsp_I8, "i16", Dsp_I16, 0x321>;
def Portable_CastI8ToI64Op   : Portable_Cast<"i8", Dsp_I8, "i64", Dsp_I64, 0x322>;
def Portable_CastU8ToI8Op    : Portable_Cast<"u8", Dsp_U8, "i8", Dsp_I8, 0x323>;
def Portable_CastU8ToI16Op   : Portable_Cast<"u8", Dsp_U8, "i16", Dsp_I16, 0x324>;
def Portable_CastU8ToI64Op   : Portable_Cast<"u8", Dsp_U8, "i64", Dsp_I64, 0x325>;
def Portable_CastI16ToI8Op   : Portable_Cast<"i16", Dsp_I16, "i8", Dsp_I8, 0x326>;
def Portable_CastI16ToU8Op   : Portable_Cast<"i16", Dsp_I16, "u8", Dsp_U8, 0x327>;
def Portable_CastI16ToI64Op  : Portable_Cast<"i16", Dsp_I16, "i64", Dsp_I64, 0x328>;
def Portable_CastI64ToU8Op   : Portable_Cast<"i64", Dsp_I64, "u8", Dsp_U8, 0x329>;
def Portable_CastI64ToI16Op  : Portable_Cast<"i64", Dsp_I64, "i16", Dsp_I16, 0x32A>;
def Portable_CastI64ToF32Op  : Portable_Cast<"i64", Dsp_I64, "f32", Dsp_F32, 0x30B>;
def Portable_CastBoolToF32Op : Portable_Cast<"bool", Dsp_Bool, "f32", Dsp_F32, 0x30C>;
def Portable_CastI32ToI64Op  : Portable_Cast<"i32", Dsp_I32, "i64", Dsp_I64, 0x310>;
def Portable_CastI64ToI32Op  : Portable_Cast<"i64", Dsp_I64, "i32", Dsp_I32, 0x311>;
def Portable_CastI32ToBoolOp : Portable_Cast<"i32", Dsp_I32, "bool", Dsp_Bool, 0x312>;
def Portable_CastI64ToBoolOp : Portable_Cast<"i64", Dsp_I64, "bool", Dsp_Bool, 0x313>;
def Portable_CastBoolToI32Op : Portable_Cast<"bool", Dsp_Bool, "i32", Dsp_I32, 0x314>;
def Portable_CastBoolToI64Op : Portable_Cast<"bool", Dsp_Bool, "i64", Dsp_I64, 0x315>;

#endif // DSP_LIBRARIES_PORTABLE_PORTABLEELEMENTWISE_TD
