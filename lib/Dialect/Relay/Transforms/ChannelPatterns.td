//===- ChannelPatterns.td - Parameters by channel ----------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What follows a convolution or dense layer and treats every channel by itself,
// with constants, becomes part of its weights and bias. Each rule is stated as
// an equation above it; `x` is the layer's result, a per-channel constant is
// written b or s.
//
//===----------------------------------------------------------------------===//

include "dsp/Dialect/Relay/IR/RelayOps.td"
include "mlir/IR/PatternBase.td"

/// $1 is a constant that varies along the channel axis of $0 only, and $0 is
/// the result of a layer or of its bias_add.
def IsByChannel : Constraint<CPred<"isByChannel($0, $1)">, "by channel">;
/// $0 is the result of a layer with constant weights that nothing else uses and
/// that a factor for each channel can be multiplied into.
def IsScalable : Constraint<CPred<"isScalable($0)">, "weights can be scaled">;
def IsLayer : Constraint<CPred<"isLayer($0.getDefiningOp())">, "a layer">;
def HasOneUse : Constraint<CPred<"$0.hasOneUse()">, "one use">;
def IsSame : Constraint<CPred<"$0 == $1">, "same attribute">;
def IsConstant : Constraint<CPred<"isConstantExpression($0)">, "constant">;

/// The channel axis of $0 as an attribute.
def ChannelAxis : NativeCodeCall<"getChannelAxisAttr($_builder, $0)">;
/// The constant $1 as a vector with an element for each channel of $0.
def ByChannel : NativeCodeCall<"getChannelVector($_builder, $_loc, $0, $1)">;
def Sum : NativeCodeCall<"createEvaluated<AddOp>($_builder, $_loc, $0, $1)">;
def Product : NativeCodeCall<"createEvaluated<MultiplyOp>($_builder, $_loc, $0, $1)">;
def Negated : NativeCodeCall<"createEvaluated<NegativeOp>($_builder, $_loc, $0)">;
/// The layer that makes $0, its weights scaled by the vector $1.
def ScaledLayer : NativeCodeCall<"scaleLayer($_builder, $_loc, $0, $1)">;

// x + b = bias_add(x, b)
def AddIsBiasAdd
    : Pat<(Relay_AddOp $x, $b),
          (Relay_BiasAddOp $x, (ByChannel $x, $b), (ChannelAxis $x)),
          [(IsByChannel $x, $b)]>;

// x - b = bias_add(x, -b)
def SubtractIsBiasAdd
    : Pat<(Relay_SubtractOp $x, $b),
          (Relay_BiasAddOp $x, (Negated (ByChannel $x, $b)), (ChannelAxis $x)),
          [(IsByChannel $x, $b)]>;

// bias_add(bias_add(x, a), b) = bias_add(x, a + b), which rounds differently, so
// only where it saves a kernel.
def BiasAddOfBiasAdd
    : Pat<(Relay_BiasAddOp (Relay_BiasAddOp:$inner $x, $a, $axis), $b, $other),
          (Relay_BiasAddOp $x, (Sum $a, $b), $axis),
          [(IsLayer $x), (IsSame $axis, $other), (IsConstant $a),
           (IsConstant $b), (HasOneUse $inner)]>;

// conv(x, W) * s = conv(x, W * s)
def ScaleOfLayer
    : Pat<(Relay_MultiplyOp $x, $s), (ScaledLayer $x, (ByChannel $x, $s)),
          [(IsByChannel $x, $s), (IsScalable $x)]>;

// bias_add(conv(x, W), b) * s = bias_add(conv(x, W * s), b * s)
def ScaleOfBiasAdd
    : Pat<(Relay_MultiplyOp (Relay_BiasAddOp:$inner $x, $b, $axis), $s),
          (Relay_BiasAddOp (ScaledLayer $x, (ByChannel $inner, $s)),
                           (Product $b, (ByChannel $inner, $s)), $axis),
          [(IsByChannel $inner, $s), (IsConstant $b), (HasOneUse $inner),
           (IsScalable $x)]>;
