//===- GuardedRewriter.h - Rewrites that kernels must agree to  -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_CONVERSION_RELAYTODSP_GUARDEDREWRITER_H
#define DSP_LIB_CONVERSION_RELAYTODSP_GUARDEDREWRITER_H

#include "dsp/Conversion/RelayToDsp/RelayToDsp.h"
#include "mlir/IR/PatternMatch.h"

namespace dsp {

/// The placement that the op is marked with, null if it may go anywhere.
inline mlir::StringAttr requestedPlacement(Operation *op) {
  return dyn_cast_or_null<mlir::StringAttr>(
      op->getDiscardableAttr(kPlacementAttr));
}

/// Holds back what a pattern replaces and erases until the kernels of the calls
/// that it has made agree to their arguments. DRR never checks the constraints
/// of the ops that it creates; with this rewriter a hand-written pattern is
/// guarded like a generated one.
class GuardedRewriter final : public mlir::PatternRewriter,
                              private mlir::RewriterBase::Listener {
public:
  explicit GuardedRewriter(MLIRContext *context)
      : PatternRewriter(context, this) {}

  /// Carries out the pattern's changes if all kernels agree. Otherwise nothing
  /// of the pattern is left.
  LogicalResult commit();

  // What patterns call.
  void replaceOp(Operation *op, ValueRange newValues) override;
  void replaceOp(Operation *op, Operation *newOp) override;
  void eraseOp(Operation *op) override;

private:
  void notifyOperationInserted(Operation *op, InsertPoint previous) override;

  bool isAcceptable() const;
  bool honoursPlacement(Operation *op) const;

  struct Replacement {
    Operation *op;
    SmallVector<Value, 1> values;
  };
  SmallVector<Operation *> inserted;
  SmallVector<Replacement, 1> replaced;
  SmallVector<Operation *, 1> erased;
};

} // namespace dsp

#endif // DSP_LIB_CONVERSION_RELAYTODSP_GUARDEDREWRITER_H
