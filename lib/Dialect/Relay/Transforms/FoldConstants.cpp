//===- FoldConstants.cpp - Evaluate constant expressions ------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/Transforms/ConstantData.h"
#include "dsp/Dialect/Relay/Transforms/ConstantFolding.h"
#include "dsp/Dialect/Relay/Transforms/Passes.h"
#include "llvm/ADT/SetVector.h"

namespace dsp::relay {
#define GEN_PASS_DEF_RELAYFOLDCONSTANTS
#include "dsp/Dialect/Relay/Transforms/Passes.h.inc"
} // namespace dsp::relay

using namespace mlir;

namespace dsp::relay {
namespace {

struct FoldConstantsPass : impl::RelayFoldConstantsBase<FoldConstantsPass> {
  using RelayFoldConstantsBase::RelayFoldConstantsBase;

  void runOnOperation() override;
};

} // namespace

/// Erases `constant` if nothing uses it, and its memory if nothing else does.
static void eraseIfDead(ConstantOp constant, ConstantBlobs &blobs) {
  if (!constant || !constant->use_empty())
    return;
  blobs.dropUse(constant.getValue());
  constant->erase();
}

void FoldConstantsPass::runOnOperation() {
  ConstantBlobs blobs(getOperation());
  // Operands come before their users in every block, so one walk reaches
  // everything; memory is freed on the way.
  getOperation().walk<WalkOrder::PreOrder>([&](Operation *op) {
    SmallVector<ElementsAttr> values;
    if (failed(evaluateOp(op, maxGrowth, values)))
      return WalkResult::advance();
    StringAttr name = getInheritedName(op);
    OpBuilder builder(op);
    for (auto [result, value] : llvm::zip_equal(op->getResults(), values)) {
      blobs.addUse(value);
      result.replaceAllUsesWith(
          ConstantOp::create(builder, op->getLoc(), value, name));
    }
    // Each once: an operand that is used twice is listed twice.
    llvm::SmallSetVector<ConstantOp, 4> constants;
    for (Value operand : op->getOperands())
      constants.insert(operand.getDefiningOp<ConstantOp>());
    op->erase();
    for (ConstantOp constant : constants)
      eraseIfDead(constant, blobs);
    ++numFolded;
    return WalkResult::skip();
  });
  getOperation().walk(
      [&](ConstantOp constant) { eraseIfDead(constant, blobs); });
}

} // namespace dsp::relay
