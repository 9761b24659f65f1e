//===- GuardedRewriter.cpp - Rewrites that kernels must agree to ----------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GuardedRewriter.h"

#include "dsp/Dialect/Dsp/IR/KernelSupport.h"
#include "dsp/Dialect/Dsp/IR/Library.h"

using namespace mlir;

namespace dsp {

void GuardedRewriter::notifyOperationInserted(Operation *op, InsertPoint) {
  inserted.push_back(op);
}

void GuardedRewriter::replaceOp(Operation *op, ValueRange newValues) {
  replaced.push_back({op, llvm::to_vector<1>(newValues)});
}

void GuardedRewriter::replaceOp(Operation *op, Operation *newOp) {
  replaceOp(op, newOp->getResults());
}

void GuardedRewriter::eraseOp(Operation *op) { erased.push_back(op); }

/// Whether one of the pattern's calls is what the op's placement asks for.
bool GuardedRewriter::honoursPlacement(Operation *op) const {
  StringAttr placement = requestedPlacement(op);
  if (!placement)
    return true;
  bool hasCalls = false;
  for (Operation *call : inserted)
    if (const KernelInfo *kernel = kernelOf(call)) {
      hasCalls = true;
      if (isPlacementAllowed(placement, *kernel))
        return true;
    }
  // A view asks nothing of any library.
  return !hasCalls;
}

bool GuardedRewriter::isAcceptable() const {
  if (!llvm::all_of(erased,
                    [&](Operation *op) { return honoursPlacement(op); }))
    return false;
  for (const Replacement &replacement : replaced)
    if (!honoursPlacement(replacement.op))
      return false;
  for (Operation *op : inserted) {
    const KernelInfo *kernel = kernelOf(op);
    if (!kernel)
      continue;
    KernelArgs args(*kernel, op);
    if (!meetsNeeds(*kernel, op, nullptr) || !supports(*kernel, args, nullptr))
      return false;
  }
  // A pattern that gives a value of another type is wrong, whatever its kernels
  // say.
  for (const Replacement &replacement : replaced)
    for (auto [result, value] :
         llvm::zip_equal(replacement.op->getResults(), replacement.values))
      if (value ? value.getType() != result.getType() : !result.use_empty())
        return false;
  return true;
}

LogicalResult GuardedRewriter::commit() {
  bool accepted = isAcceptable();
  if (accepted) {
    for (const Replacement &replacement : replaced)
      PatternRewriter::replaceOp(replacement.op, replacement.values);
    for (Operation *op : erased)
      PatternRewriter::eraseOp(op);
  } else {
    // Users were inserted after what they use.
    for (Operation *op : llvm::reverse(inserted))
      PatternRewriter::eraseOp(op);
  }
  inserted.clear();
  replaced.clear();
  erased.clear();
  return success(accepted);
}

} // namespace dsp
