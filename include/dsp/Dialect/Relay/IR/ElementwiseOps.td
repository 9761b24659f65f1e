//===- ElementwiseOps.td - Element by element, broadcast ---*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_ELEMENTWISEOPS_TD
#define DSP_DIALECT_RELAY_IR_ELEMENTWISEOPS_TD

include "dsp/Dialect/Relay/IR/RelayBase.td"

//===----------------------------------------------------------------------===//
// One operand
//===----------------------------------------------------------------------===//

/// f(data), of data's type.
class Relay_UnaryOp<string relayName, string what>
    : Relay_TensorOp<relayName, "", [Elementwise]> {
  let summary = what;
  let arguments = (ins Relay_Tensor:$data);
  let rule = "inferSameType(cx, adaptor.getData())";
}

/// A question to each element.
class Relay_UnaryPredicateOp<string relayName, string what>
    : Relay_UnaryOp<relayName, what> {
  let rule = "inferPredicate(cx, adaptor.getData())";
}

def Relay_AbsOp : Relay_UnaryOp<"abs", "|x|">;
def Relay_AcosOp : Relay_UnaryOp<"acos", "arc cosine">;
def Relay_AcoshOp : Relay_UnaryOp<"acosh", "inverse hyperbolic cosine">;
def Relay_AsinOp : Relay_UnaryOp<"asin", "arc sine">;
def Relay_AsinhOp : Relay_UnaryOp<"asinh", "inverse hyperbolic sine">;
def Relay_AtanOp : Relay_UnaryOp<"atan", "arc tangent">;
def Relay_AtanhOp : Relay_UnaryOp<"atanh", "inverse hyperbolic tangent">;
def Relay_BitwiseNotOp : Relay_UnaryOp<"bitwise_not", "the complement of every bit">;
def Relay_CeilOp : Relay_UnaryOp<"ceil", "the least integer that is not below x">;
def Relay_CopyOp : Relay_UnaryOp<"copy", "x itself">;
def Relay_CosOp : Relay_UnaryOp<"cos", "cosine">;
def Relay_CoshOp : Relay_UnaryOp<"cosh", "hyperbolic cosine">;
def Relay_ErfOp : Relay_UnaryOp<"erf", "the Gauss error function">;
def Relay_ExpOp : Relay_UnaryOp<"exp", "e to the x">;
def Relay_FastErfOp : Relay_UnaryOp<"fast_erf", "an approximation of erf">;
def Relay_FastExpOp : Relay_UnaryOp<"fast_exp", "an approximation of exp">;
def Relay_FastTanhOp : Relay_UnaryOp<"fast_tanh", "an approximation of tanh">;
def Relay_FloorOp : Relay_UnaryOp<"floor", "the greatest integer that is not above x">;
def Relay_IsFiniteOp : Relay_UnaryPredicateOp<"isfinite", "neither infinite nor NaN">;
def Relay_IsInfOp : Relay_UnaryPredicateOp<"isinf", "plus or minus infinity">;
def Relay_IsNanOp : Relay_UnaryPredicateOp<"isnan", "not a number">;
def Relay_LogOp : Relay_UnaryOp<"log", "natural logarithm">;
def Relay_Log10Op : Relay_UnaryOp<"log10", "logarithm to base 10">;
def Relay_Log2Op : Relay_UnaryOp<"log2", "logarithm to base 2">;
def Relay_LogicalNotOp : Relay_UnaryOp<"logical_not", "true where x is false">;
def Relay_NegativeOp : Relay_UnaryOp<"negative", "-x">;
def Relay_RoundOp : Relay_UnaryOp<"round", "the nearest integer, halves away from zero">;
def Relay_RsqrtOp : Relay_UnaryOp<"rsqrt", "1 / sqrt(x)">;
def Relay_SigmoidOp : Relay_UnaryOp<"sigmoid", "1 / (1 + exp(-x))">;
def Relay_SignOp : Relay_UnaryOp<"sign", "-1, 0 or 1, as x is below, at or above zero">;
def Relay_SinOp : Relay_UnaryOp<"sin", "sine">;
def Relay_SinhOp : Relay_UnaryOp<"sinh", "hyperbolic sine">;
def Relay_SqrtOp : Relay_UnaryOp<"sqrt", "square root">;
def Relay_StopFusionOp
    : Relay_UnaryOp<"annotation.stop_fusion", "x itself, kept apart from its users">;
def Relay_TanOp : Relay_UnaryOp<"tan", "tangent">;
def Relay_TanhOp : Relay_UnaryOp<"tanh", "hyperbolic tangent">;
def Relay_TruncOp : Relay_UnaryOp<"trunc", "x without its fraction">;

def Relay_ClipOp : Relay_TensorOp<"clip", "relay.attrs.ClipAttrs",
                                  [Elementwise]> {
  let summary = "x brought into [a_min, a_max]";
  let arguments = (ins Relay_Tensor:$data, Relay_FloatAttr:$a_min,
                       Relay_FloatAttr:$a_max);
  let rule = "inferSameType(cx, adaptor.getData())";
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}

//===----------------------------------------------------------------------===//
// Two operands, broadcast
//===----------------------------------------------------------------------===//

/// f(lhs, rhs) with NumPy's broadcasting; both of one element type.
class Relay_BinaryOp<string relayName, string what, list<Trait> traits = []>
    : Relay_TensorOp<relayName, "", traits> {
  let summary = what;
  let description = [{
    The operands have one element type. Their shapes are aligned at the last
    axis; an extent of 1, or a missing one, is repeated.
  }];
  let arguments = (ins Relay_Tensor:$lhs, Relay_Tensor:$rhs);
  let rule = "inferBroadcast(cx, adaptor.getLhs(), adaptor.getRhs())";
}

class Relay_CompareOp<string relayName, string what, list<Trait> traits = []>
    : Relay_BinaryOp<relayName, what, traits> {
  let rule = "inferComparison(cx, adaptor.getLhs(), adaptor.getRhs())";
}

def Relay_AddOp : Relay_BinaryOp<"add", "lhs + rhs", [Commutative]> {
  let hasFolder = 1;
}
def Relay_BitwiseAndOp : Relay_BinaryOp<"bitwise_and", "lhs & rhs", [Commutative]>;
def Relay_BitwiseOrOp : Relay_BinaryOp<"bitwise_or", "lhs | rhs", [Commutative]>;
def Relay_BitwiseXorOp : Relay_BinaryOp<"bitwise_xor", "lhs ^ rhs", [Commutative]>;
def Relay_DivideOp
    : Relay_BinaryOp<"divide", "lhs / rhs; of integers, rounded to zero"> {
  let hasFolder = 1;
}
def Relay_FloorDivideOp : Relay_BinaryOp<"floor_divide", "lhs / rhs rounded down">;
def Relay_FloorModOp : Relay_BinaryOp<"floor_mod", "the rest of floor_divide">;
def Relay_LeftShiftOp : Relay_BinaryOp<"left_shift", "lhs << rhs">;
def Relay_LogicalAndOp
    : Relay_BinaryOp<"logical_and", "true where both are", [Commutative]>;
def Relay_LogicalOrOp
    : Relay_BinaryOp<"logical_or", "true where one is", [Commutative]>;
def Relay_LogicalXorOp
    : Relay_BinaryOp<"logical_xor", "true where just one is", [Commutative]>;
def Relay_MaximumOp : Relay_BinaryOp<"maximum", "the greater one", [Commutative]>;
def Relay_MinimumOp : Relay_BinaryOp<"minimum", "the smaller one", [Commutative]>;
def Relay_ModOp : Relay_BinaryOp<"mod", "the rest of divide, signed as lhs">;
def Relay_MultiplyOp : Relay_BinaryOp<"multiply", "lhs * rhs", [Commutative]> {
  let hasFolder = 1;
}
def Relay_PowerOp : Relay_BinaryOp<"power", "lhs to the rhs">;
def Relay_RightShiftOp : Relay_BinaryOp<"right_shift", "lhs >> rhs">;
def Relay_SubtractOp : Relay_BinaryOp<"subtract", "lhs - rhs"> {
  let hasFolder = 1;
}
def Relay_TruncDivideOp
    : Relay_BinaryOp<"trunc_divide", "lhs / rhs rounded to zero">;
def Relay_TruncModOp : Relay_BinaryOp<"trunc_mod", "the rest of trunc_divide">;

def Relay_EqualOp : Relay_CompareOp<"equal", "lhs == rhs", [Commutative]>;
def Relay_GreaterOp : Relay_CompareOp<"greater", "lhs > rhs">;
def Relay_GreaterEqualOp : Relay_CompareOp<"greater_equal", "lhs >= rhs">;
def Relay_LessOp : Relay_CompareOp<"less", "lhs < rhs">;
def Relay_LessEqualOp : Relay_CompareOp<"less_equal", "lhs <= rhs">;
def Relay_NotEqualOp : Relay_CompareOp<"not_equal", "lhs != rhs", [Commutative]>;

//===----------------------------------------------------------------------===//
// Three operands
//===----------------------------------------------------------------------===//

def Relay_WhereOp : Relay_TensorOp<"where"> {
  let summary = "x where the condition holds, else y; all three are broadcast";
  let arguments = (ins Relay_Tensor:$condition, Relay_Tensor:$x, Relay_Tensor:$y);
  let rule = "inferWhere(cx, adaptor.getCondition(), adaptor.getX(), adaptor.getY())";
}

#endif // DSP_DIALECT_RELAY_IR_ELEMENTWISEOPS_TD
