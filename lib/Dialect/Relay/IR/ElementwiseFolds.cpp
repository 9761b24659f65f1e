//===- ElementwiseFolds.cpp - Folds of elementwise operators --------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Only what holds to the bit, signed zeros included.
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;

namespace dsp::relay {

//===----------------------------------------------------------------------===//
// Neutral operands
//===----------------------------------------------------------------------===//

/// Whether `attr` holds one number everywhere, and that is `value`. Of zeros
/// the sign counts.
static bool isSplatOf(Attribute attr, double value) {
  auto splat = dyn_cast_or_null<SplatElementsAttr>(attr);
  if (!splat)
    return false;
  if (isa<FloatType>(splat.getElementType())) {
    APFloat number = splat.getSplatValue<APFloat>();
    APFloat expected(value);
    bool losesInfo;
    expected.convert(number.getSemantics(), APFloat::rmNearestTiesToEven,
                     &losesInfo);
    return number.bitwiseIsEqual(expected);
  }
  auto type = dyn_cast<IntegerType>(splat.getElementType());
  return type && type.getWidth() > 1 &&
         splat.getSplatValue<APInt>() == static_cast<uint64_t>(value);
}

/// `kept` if it is all that is left of `op`: `other` is the neutral value and
/// was not what gave the result its shape.
template <typename OpTy>
static OpFoldResult dropNeutral(OpTy op, Value kept, Attribute other,
                                double neutral) {
  if (kept.getType() == op.getType() && isSplatOf(other, neutral))
    return kept;
  return {};
}

OpFoldResult AddOp::fold(FoldAdaptor adaptor) {
  // -0.0 + 0.0 is 0.0: of floats, only -0.0 leaves all as they are.
  double zero = isa<FloatType>(getType().getElementType()) ? -0.0 : 0.0;
  if (OpFoldResult kept = dropNeutral(*this, getLhs(), adaptor.getRhs(), zero))
    return kept;
  return dropNeutral(*this, getRhs(), adaptor.getLhs(), zero);
}

OpFoldResult SubtractOp::fold(FoldAdaptor adaptor) {
  return dropNeutral(*this, getLhs(), adaptor.getRhs(), 0.0);
}

OpFoldResult MultiplyOp::fold(FoldAdaptor adaptor) {
  if (OpFoldResult kept = dropNeutral(*this, getLhs(), adaptor.getRhs(), 1.0))
    return kept;
  return dropNeutral(*this, getRhs(), adaptor.getLhs(), 1.0);
}

OpFoldResult DivideOp::fold(FoldAdaptor adaptor) {
  return dropNeutral(*this, getLhs(), adaptor.getRhs(), 1.0);
}

//===----------------------------------------------------------------------===//
// ClipOp
//===----------------------------------------------------------------------===//

OpFoldResult ClipOp::fold(FoldAdaptor) {
  // What is already within the bounds.
  auto inner = getData().getDefiningOp<ClipOp>();
  if (inner && getAMin() <= inner.getAMin() && inner.getAMax() <= getAMax() &&
      inner.getAMin() <= inner.getAMax())
    return getData();
  return {};
}

namespace {
/// clip(clip(x)) is one clip, to the bounds of the first brought into those of
/// the second.
struct MergeClips : OpRewritePattern<ClipOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(ClipOp op,
                                PatternRewriter &rewriter) const override {
    auto inner = op.getData().getDefiningOp<ClipOp>();
    double low = op.getAMin(), high = op.getAMax();
    if (!inner || !(low <= high) || !(inner.getAMin() <= inner.getAMax()))
      return failure();
    rewriter.replaceOpWithNewOp<ClipOp>(
        op, op.getType(), inner.getData(),
        rewriter.getF64FloatAttr(std::clamp(inner.getAMin(), low, high)),
        rewriter.getF64FloatAttr(std::clamp(inner.getAMax(), low, high)));
    return success();
  }
};
} // namespace

void ClipOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                         MLIRContext *context) {
  patterns.add<MergeClips>(context);
}

//===----------------------------------------------------------------------===//
// Activations
//===----------------------------------------------------------------------===//

OpFoldResult ReluOp::fold(FoldAdaptor) {
  if (getData().getDefiningOp<ReluOp>())
    return getData();
  return {};
}

} // namespace dsp::relay
