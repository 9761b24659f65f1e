//===- ReductionPatterns.cpp - One form for reductions --------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReductionPatterns.h"

#include "dsp/Dialect/Relay/IR/RelayOps.h"

using namespace mlir;

namespace dsp::relay {
namespace {

/// Kernels count positions along one axis, or along neighbours as if they were
/// one: argmax(x) = argmax(transpose(x)), the reduced axes behind the others.
template <typename ArgOp>
struct ArgReduceNeighbours : OpRewritePattern<ArgOp> {
  using OpRewritePattern<ArgOp>::OpRewritePattern;

  LogicalResult matchAndRewrite(ArgOp op,
                                PatternRewriter &rewriter) const override {
    auto type = dyn_cast<RankedTensorType>(op.getData().getType());
    // Attributes are complete and sorted already.
    std::optional<ArrayRef<int64_t>> axes = op.getAxis();
    if (!type || !axes || op.getExclude() || axes->empty() ||
        axes->back() - axes->front() + 1 == static_cast<int64_t>(axes->size()))
      return failure();
    SmallVector<int64_t> order;
    for (int64_t axis : llvm::seq<int64_t>(0, type.getRank()))
      if (!llvm::is_contained(*axes, axis))
        order.push_back(axis);
    int64_t kept = static_cast<int64_t>(order.size());
    llvm::append_range(order, *axes);
    SmallVector<int64_t> shape = llvm::map_to_vector(
        order, [&](int64_t axis) { return type.getDimSize(axis); });
    Value moved =
        TransposeOp::create(rewriter, op.getLoc(), type.clone(shape),
                            op.getData(), rewriter.getDenseI64ArrayAttr(order));
    SmallVector<int64_t> last =
        llvm::to_vector(llvm::seq<int64_t>(kept, type.getRank()));
    auto to = cast<RankedTensorType>(op.getType());
    auto result = ArgOp::create(
        rewriter, op.getLoc(), to.clone(ArrayRef(shape).take_front(kept)),
        moved, rewriter.getDenseI64ArrayAttr(last), /*keepdims=*/false,
        op.getSelectLastIndex(), /*exclude=*/false);
    if (!op.getKeepdims()) {
      rewriter.replaceOp(op, result);
      return success();
    }
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, to, result,
                                           llvm::to_vector(to.getShape()));
    return success();
  }
};

} // namespace

void populateReductionPatterns(RewritePatternSet &patterns) {
  patterns.add<ArgReduceNeighbours<ArgmaxOp>, ArgReduceNeighbours<ArgminOp>>(
      patterns.getContext());
}

} // namespace dsp::relay
