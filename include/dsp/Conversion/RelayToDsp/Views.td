//===- Views.td - Relay ops that move no bytes ----------- -*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_CONVERSION_RELAYTODSP_VIEWS_TD
#define DSP_CONVERSION_RELAYTODSP_VIEWS_TD

include "dsp/Dialect/Dsp/IR/DspOps.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"
include "mlir/IR/PatternBase.td"

/// A view needs static shapes and keeps the element type.
def IsView : Constraint<CPred<"::dsp::isView($0, $1)">,
                        "keeps elements and element type">;

class ViewOf<dag source> : Pat<source, (Dsp_ViewOp $data), [(IsView $root, $data)]>;

// reshape(x), expand_dims(x), squeeze(x), batch_flatten(x) = view(x)
def : ViewOf<(Relay_ReshapeOp:$root $data, $newshape, $allowzero)>;
def : ViewOf<(Relay_ExpandDimsOp:$root $data, $axis, $num_newaxis)>;
def : ViewOf<(Relay_SqueezeOp:$root $data, $axis)>;
def : ViewOf<(Relay_BatchFlattenOp:$root $data)>;

#endif // DSP_CONVERSION_RELAYTODSP_VIEWS_TD
