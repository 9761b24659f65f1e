//===- TensorFolds.cpp - Folds of shapes, order and parts -----------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Operators that change nothing, and chains of the same operator.
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;

namespace dsp::relay {

/// `data` if `op` gives it back in all but name. Where shapes are unknown,
/// equal types do not mean equal shapes.
template <typename OpTy>
static OpFoldResult dropIfSameShape(OpTy op, Value data) {
  if (data.getType() == op.getType() && op.getType().hasStaticShape())
    return data;
  return {};
}

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValue(); }

//===----------------------------------------------------------------------===//
// Element types and shapes
//===----------------------------------------------------------------------===//

OpFoldResult CastOp::fold(FoldAdaptor) {
  return getData().getType() == getType() ? getData() : Value();
}

OpFoldResult CastLikeOp::fold(FoldAdaptor) {
  return getData().getType() == getType() ? getData() : Value();
}

OpFoldResult ReshapeOp::fold(FoldAdaptor) {
  return dropIfSameShape(*this, getData());
}

OpFoldResult ReshapeLikeOp::fold(FoldAdaptor) {
  return dropIfSameShape(*this, getData());
}

OpFoldResult SqueezeOp::fold(FoldAdaptor) {
  return dropIfSameShape(*this, getData());
}

OpFoldResult BatchFlattenOp::fold(FoldAdaptor) {
  return dropIfSameShape(*this, getData());
}

OpFoldResult BroadcastToOp::fold(FoldAdaptor) {
  return dropIfSameShape(*this, getData());
}

OpFoldResult BroadcastToLikeOp::fold(FoldAdaptor) {
  return dropIfSameShape(*this, getData());
}

OpFoldResult CollapseSumLikeOp::fold(FoldAdaptor) {
  return dropIfSameShape(*this, getData());
}

namespace {
/// Of a chain of reshapes the last one decides.
struct MergeReshapes : OpRewritePattern<ReshapeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(ReshapeOp op,
                                PatternRewriter &rewriter) const override {
    auto inner = op.getData().getDefiningOp<ReshapeOp>();
    ArrayRef<int64_t> shape = op.getType().getShape();
    // An extent of 0 would read as a code.
    if (!inner || !op.getType().hasStaticShape() ||
        llvm::is_contained(shape, 0))
      return failure();
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, op.getType(), inner.getData(),
                                           rewriter.getDenseI64ArrayAttr(shape),
                                           rewriter.getBoolAttr(false));
    return success();
  }
};
} // namespace

void ReshapeOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                            MLIRContext *context) {
  patterns.add<MergeReshapes>(context);
}

//===----------------------------------------------------------------------===//
// Order
//===----------------------------------------------------------------------===//

SmallVector<int64_t> TransposeOp::getPermutation() {
  int64_t rank = getData().getType().getRank();
  SmallVector<int64_t> permutation;
  std::optional<ArrayRef<int64_t>> axes = getAxes();
  for (int64_t i = 0; i < rank; ++i) {
    int64_t axis = axes ? (*axes)[i] : rank - 1 - i;
    permutation.push_back(axis < 0 ? axis + rank : axis);
  }
  return permutation;
}

OpFoldResult TransposeOp::fold(FoldAdaptor) {
  for (auto [index, axis] : llvm::enumerate(getPermutation()))
    if (static_cast<int64_t>(index) != axis)
      return {};
  return getData().getType() == getType() ? getData() : Value();
}

namespace {
struct MergeTransposes : OpRewritePattern<TransposeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(TransposeOp op,
                                PatternRewriter &rewriter) const override {
    auto inner = op.getData().getDefiningOp<TransposeOp>();
    if (!inner)
      return failure();
    SmallVector<int64_t> first = inner.getPermutation(), merged;
    for (int64_t axis : op.getPermutation())
      merged.push_back(first[axis]);
    rewriter.replaceOpWithNewOp<TransposeOp>(
        op, op.getType(), inner.getData(),
        rewriter.getDenseI64ArrayAttr(merged));
    return success();
  }
};
} // namespace

void TransposeOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                              MLIRContext *context) {
  patterns.add<MergeTransposes>(context);
}

OpFoldResult LayoutTransformOp::fold(FoldAdaptor) {
  if (getSrcLayout() == getDstLayout() && getData().getType() == getType())
    return getData();
  return {};
}

//===----------------------------------------------------------------------===//
// Parts
//===----------------------------------------------------------------------===//

OpFoldResult ConcatenateOp::fold(FoldAdaptor) {
  if (getData().size() == 1 && getData().front().getType() == getType())
    return getData().front();
  return {};
}

SmallVector<SliceRange> StridedSliceOp::getRanges() {
  SmallVector<Type> types;
  InferenceContext cx(getContext(), std::nullopt, getOperationName(), types);
  SmallVector<SliceRange> ranges;
  // The op is verified, so this can't fail.
  (void)resolveSlice(
      cx, getData().getType().getShape(),
      {getBegin(), getEnd(), getStrides(), getSliceMode(), getAxes()}, ranges);
  return ranges;
}

OpFoldResult StridedSliceOp::fold(FoldAdaptor) {
  OpFoldResult whole = dropIfSameShape(*this, getData());
  if (whole && llvm::all_of(getRanges(), [](const SliceRange &range) {
        return range.stride == 1 || range.size <= 1;
      }))
    return whole;
  return {};
}

OpFoldResult SliceLikeOp::fold(FoldAdaptor) {
  return dropIfSameShape(*this, getData());
}

//===----------------------------------------------------------------------===//
// Padding
//===----------------------------------------------------------------------===//

static bool areZero(ArrayRef<int64_t> widths) {
  return llvm::all_of(widths, [](int64_t width) { return width == 0; });
}

OpFoldResult PadOp::fold(FoldAdaptor) {
  if (areZero(getPadWidth()) && getData().getType() == getType())
    return getData();
  return {};
}

OpFoldResult MirrorPadOp::fold(FoldAdaptor) {
  if (areZero(getPadWidth()) && getData().getType() == getType())
    return getData();
  return {};
}

} // namespace dsp::relay
