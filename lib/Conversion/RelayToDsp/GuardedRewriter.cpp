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

bool GuardedRewriter::isAcceptable() const {
  for (Operation *op : inserted) {
    const KernelInfo *kernel = kernelOf(op);
    if (!kernel)
      continue;
    KernelArgs args(*kernel);
    kernel->collectArgs(op, args);
    if (!supports(*kernel, args, nullptr))
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
