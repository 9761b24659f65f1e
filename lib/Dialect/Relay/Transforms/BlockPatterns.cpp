//===- BlockPatterns.cpp - Blocks moved between space and batch -----------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// TensorFlow Lite writes a dilated convolution as one of the images that every
// n-th element makes. They are reshapes and a transposition.
//
//===----------------------------------------------------------------------===//

#include "BlockPatterns.h"

#include "dsp/Dialect/Relay/IR/RelayOps.h"

using namespace mlir;

namespace dsp::relay {
namespace {

RankedTensorType getStatic(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type && type.hasStaticShape() ? type : RankedTensorType();
}

Value makeReshape(PatternRewriter &rewriter, Location loc, Value value,
                  ArrayRef<int64_t> shape) {
  auto type = cast<RankedTensorType>(value.getType()).clone(shape);
  return ReshapeOp::create(rewriter, loc, type, value, llvm::to_vector(shape));
}

Value makeTranspose(PatternRewriter &rewriter, Location loc, Value value,
                    ArrayRef<int64_t> axes) {
  auto type = cast<RankedTensorType>(value.getType());
  SmallVector<int64_t> shape = llvm::map_to_vector(
      axes, [&](int64_t axis) { return type.getDimSize(axis); });
  return TransposeOp::create(rewriter, loc, type.clone(shape), value,
                             rewriter.getDenseI64ArrayAttr(axes));
}

/// [n, h * bh, w * bw, …] = [n, h, bh, w, bw, …] = [bh, bw, n, h, w, …]
struct SpaceToBatchIsTranspose : OpRewritePattern<SpaceToBatchNDOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(SpaceToBatchNDOp op,
                                PatternRewriter &rewriter) const override {
    RankedTensorType type = getStatic(op.getData());
    RankedTensorType to = getStatic(op.getResult());
    if (!type || !to)
      return failure();
    Location loc = op.getLoc();
    Value data = pad(rewriter, op, type);
    ArrayRef<int64_t> block = op.getBlockShape();
    ArrayRef<int64_t> padded =
        cast<RankedTensorType>(data.getType()).getShape();
    SmallVector<int64_t> split = {padded[0]}, outer = {0}, axes;
    for (auto [i, size] : llvm::enumerate(block)) {
      outer.push_back(static_cast<int64_t>(split.size()));
      axes.push_back(static_cast<int64_t>(split.size()) + 1);
      split.append({padded[i + 1] / size, size});
    }
    for (int64_t size : padded.drop_front(block.size() + 1)) {
      outer.push_back(static_cast<int64_t>(split.size()));
      split.push_back(size);
    }
    axes.append(outer);
    Value moved = makeTranspose(rewriter, loc,
                                makeReshape(rewriter, loc, data, split), axes);
    rewriter.replaceOp(op, makeReshape(rewriter, loc, moved, to.getShape()));
    return success();
  }

private:
  static Value pad(PatternRewriter &rewriter, SpaceToBatchNDOp op,
                   RankedTensorType type) {
    ArrayRef<int64_t> paddings = op.getPaddings();
    if (llvm::all_of(paddings, [](int64_t width) { return width == 0; }))
      return op.getData();
    SmallVector<int64_t> widths(2 * type.getRank(), 0);
    SmallVector<int64_t> shape = llvm::to_vector(type.getShape());
    for (auto [i, width] : llvm::enumerate(paddings)) {
      widths[i + 2] = width;
      shape[i / 2 + 1] += width;
    }
    // Relay casts the number to the data's type, and so does a rule for nn.pad.
    auto number =
        RankedTensorType::get({}, Float64Type::get(rewriter.getContext()));
    Value value = ConstantOp::create(
        rewriter, op.getLoc(), DenseElementsAttr::get(number, op.getPadValue()),
        StringAttr());
    return PadOp::create(rewriter, op.getLoc(), type.clone(shape), op.getData(),
                         value, widths, "constant");
  }
};

/// [bh, bw, n, h, w, …] = [n, h, bh, w, bw, …] = [n, h * bh, w * bw, …]
struct BatchToSpaceIsTranspose : OpRewritePattern<BatchToSpaceNDOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(BatchToSpaceNDOp op,
                                PatternRewriter &rewriter) const override {
    RankedTensorType type = getStatic(op.getData());
    RankedTensorType to = getStatic(op.getResult());
    if (!type || !to)
      return failure();
    Location loc = op.getLoc();
    ArrayRef<int64_t> block = op.getBlockShape(), shape = type.getShape();
    auto blockRank = static_cast<int64_t>(block.size());
    SmallVector<int64_t> split = llvm::to_vector(block);
    split.push_back(to.getDimSize(0));
    llvm::append_range(split, shape.drop_front());
    SmallVector<int64_t> axes = {blockRank};
    SmallVector<int64_t> whole = {to.getDimSize(0)};
    for (int64_t axis = 1; axis < type.getRank(); ++axis) {
      axes.push_back(blockRank + axis);
      whole.push_back(shape[axis]);
      if (axis <= blockRank) {
        axes.push_back(axis - 1);
        whole.back() *= block[axis - 1];
      }
    }
    Value moved = makeTranspose(
        rewriter, loc, makeReshape(rewriter, loc, op.getData(), split), axes);
    moved = makeReshape(rewriter, loc, moved, whole);
    if (to.getShape() == ArrayRef(whole)) {
      rewriter.replaceOp(op, moved);
      return success();
    }
    SmallVector<int64_t> begin(whole.size(), 0), strides(whole.size(), 1);
    SmallVector<int64_t> end = whole;
    for (auto [i, axis] :
         llvm::enumerate(llvm::seq<int64_t>(1, blockRank + 1))) {
      begin[axis] = op.getCrops()[2 * i];
      end[axis] -= op.getCrops()[2 * i + 1];
    }
    rewriter.replaceOpWithNewOp<StridedSliceOp>(
        op, to, moved, rewriter.getDenseI64ArrayAttr(begin),
        rewriter.getDenseI64ArrayAttr(end),
        rewriter.getDenseI64ArrayAttr(strides), rewriter.getStringAttr("end"),
        DenseI64ArrayAttr());
    return success();
  }
};

} // namespace

void populateBlockPatterns(RewritePatternSet &patterns) {
  patterns.add<SpaceToBatchIsTranspose, BatchToSpaceIsTranspose>(
      patterns.getContext());
}

} // namespace dsp::relay
