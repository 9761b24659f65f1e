//===- ViewPatterns.td - One op for every change of shape --*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// squeeze, expand_dims and the like say the same as a reshape to the shape they
// give; copy says nothing, nor does stop_fusion.
//
//===----------------------------------------------------------------------===//

include "dsp/Dialect/Relay/IR/RelayOps.td"
include "mlir/IR/PatternBase.td"

def HasStaticShape
    : Constraint<CPred<"hasStaticShape($0)">, "static shape without 0">;

/// $1 in the shape of $0.
def ReshapeTo : NativeCodeCall<"makeReshape($_builder, $_loc, $0, $1)">;

def CopyIsNothing : Pat<(Relay_CopyOp $x), (replaceWithValue $x)>;
def StopFusionIsNothing
    : Pat<(Relay_StopFusionOp $x), (replaceWithValue $x)>;

def SqueezeIsReshape
    : Pat<(Relay_SqueezeOp:$view $x, $axis), (ReshapeTo $view, $x),
          [(HasStaticShape $view)]>;

def ExpandDimsIsReshape
    : Pat<(Relay_ExpandDimsOp:$view $x, $axis, $num_newaxis),
          (ReshapeTo $view, $x), [(HasStaticShape $view)]>;

def BatchFlattenIsReshape
    : Pat<(Relay_BatchFlattenOp:$view $x), (ReshapeTo $view, $x),
          [(HasStaticShape $view)]>;

def ReshapeLikeIsReshape
    : Pat<(Relay_ReshapeLikeOp:$view $x, $like, $lhs_begin, $lhs_end,
                                     $rhs_begin, $rhs_end),
          (ReshapeTo $view, $x), [(HasStaticShape $view)]>;

def IsOtherShape
    : Constraint<CPred<"$1 != getShapeAttr($0)">, "not the result's extents">;

// reshape(x, [0, -1]) = reshape(x, [2, 12])
def ReshapeIsExplicit
    : Pat<(Relay_ReshapeOp:$view $x, $newshape, $allowzero),
          (ReshapeTo $view, $x),
          [(HasStaticShape $view), (IsOtherShape $view, $newshape)]>;

// reshape(reshape(x)) = reshape(x)
def ReshapeOfReshape
    : Pat<(Relay_ReshapeOp:$view (Relay_ReshapeOp $x, $inner, $a), $outer, $b),
          (ReshapeTo $view, $x), [(HasStaticShape $view)]>;
