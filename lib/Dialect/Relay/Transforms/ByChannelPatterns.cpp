//===- ByChannelPatterns.cpp - Scales by channel in qnn's arithmetic ------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Kernels of qnn's arithmetic take 8-bit numbers and scales that are numbers.
// The rest is written with the ops that TVM computes it with.
//
//===----------------------------------------------------------------------===//

#include "QuantizedPatterns.h"

#include "QuantizedNumbers.h"
#include "dsp/Dialect/Relay/IR/DType.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "dsp/Dialect/Relay/Transforms/ConstantData.h"

using namespace mlir;

namespace dsp::relay {
namespace {

/// cast<i32>(data) - zero point.
Value subtractZeroPoint(PatternRewriter &rewriter, Location loc, Value data,
                        Value zeroPoint, int64_t axis) {
  Value wide = isInteger(data, 32)
                   ? data
                   : makeCast(rewriter, loc, data, rewriter.getI32Type());
  if (getUniform(zeroPoint) == 0.0)
    return wide;
  return SubtractOp::create(
      rewriter, loc, wide.getType(), wide,
      broadcastAlongAxis(rewriter, zeroPoint, data, axis));
}

/// requantize(x, z) = requantize(x - z) for a zero point that differs by
/// channel.
struct ZeroPointsOfRequantize : OpRewritePattern<QNNRequantizeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(QNNRequantizeOp op,
                                PatternRewriter &rewriter) const override {
    Value zeroPoint = op.getInputZeroPoint();
    auto type = cast<RankedTensorType>(zeroPoint.getType());
    if (type.getRank() != 1 || getUniform(zeroPoint) ||
        (op.getComputeDtype() != "int64" && op.getComputeDtype() != "None") ||
        !isAlongAxis(zeroPoint, op.getData(), op.getAxis()))
      return failure();
    Value difference = subtractZeroPoint(rewriter, op.getLoc(), op.getData(),
                                         zeroPoint, op.getAxis());
    Value zero = makeZeroPoint(rewriter, op.getLoc());
    rewriter.modifyOpInPlace(op, [&] {
      op.getDataMutable().assign(difference);
      op.getInputZeroPointMutable().assign(zero);
    });
    return success();
  }
};

/// Whether kernels don't take the sum or product `op`.
template <typename OpT>
bool needsOtherOps(OpT op) {
  bool isByChannel = false;
  for (Value parameter : op->getOperands().drop_front(2)) {
    if (!ConstantView::get(parameter))
      return false;
    isByChannel |= !getScalar(parameter);
  }
  return (isByChannel || isInteger(op, 32)) &&
         getRange(getElementTypeOrSelf(op)) && getScalar(op.getOutputScale()) &&
         getScalar(op.getOutputZeroPoint()) &&
         isAlongAxis(op.getLhsScale(), op.getLhs(), op.getLhsAxis()) &&
         isAlongAxis(op.getRhsScale(), op.getRhs(), op.getRhsAxis()) &&
         isAlongAxis(op.getLhsZeroPoint(), op.getLhs(), op.getLhsAxis()) &&
         isAlongAxis(op.getRhsZeroPoint(), op.getRhs(), op.getRhsAxis());
}

/// qnn.add(x, y) = clip(requantize(x) + requantize(y) - zero point).
template <typename QuantizedOp, typename SumOp, typename CorrectionOp>
struct SumByChannel : OpRewritePattern<QuantizedOp> {
  using OpRewritePattern<QuantizedOp>::OpRewritePattern;

  LogicalResult matchAndRewrite(QuantizedOp op,
                                PatternRewriter &rewriter) const override {
    if (!needsOtherOps(op))
      return failure();
    Location loc = op.getLoc();
    auto type = cast<RankedTensorType>(op.getType());
    Type elementType = type.getElementType();
    RankedTensorType wide = type.clone(rewriter.getI32Type());
    Value lhs = rescale(rewriter, op, op.getLhs(), op.getLhsScale(),
                        op.getLhsZeroPoint(), op.getLhsAxis());
    Value rhs = rescale(rewriter, op, op.getRhs(), op.getRhsScale(),
                        op.getRhsZeroPoint(), op.getRhsAxis());
    Value sum = SumOp::create(rewriter, loc, wide, lhs, rhs);
    if (getScalar(op.getOutputZeroPoint()) != 0.0)
      sum = CorrectionOp::create(rewriter, loc, wide, sum,
                                 op.getOutputZeroPoint());
    auto range = *getRange(elementType);
    sum = makeClip(rewriter, loc, sum, range.first, range.second);
    if (elementType != wide.getElementType())
      sum = makeCast(rewriter, loc, sum, elementType);
    rewriter.replaceOp(op, sum);
    return success();
  }

private:
  /// `data` in 32 bits at the result's scale and zero point.
  static Value rescale(PatternRewriter &rewriter, QuantizedOp op, Value data,
                       Value scale, Value zeroPoint, int64_t axis) {
    Location loc = op.getLoc();
    auto type =
        cast<RankedTensorType>(data.getType()).clone(rewriter.getI32Type());
    bool isSame = getScalar(scale) && getScalar(zeroPoint) &&
                  getScalar(scale) == getScalar(op.getOutputScale()) &&
                  getScalar(zeroPoint) == getScalar(op.getOutputZeroPoint());
    if (!isSame)
      return QNNRequantizeOp::create(
          rewriter, loc, type, data, scale, zeroPoint, op.getOutputScale(),
          op.getOutputZeroPoint(), axis, "UPWARD", "int64", "int32");
    return isInteger(data, 32)
               ? data
               : makeCast(rewriter, loc, data, rewriter.getI32Type());
  }
};

/// qnn.mul(x, y) = requantize((x - zx) * (y - zy)).
struct ProductByChannel : OpRewritePattern<QNNMulOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(QNNMulOp op,
                                PatternRewriter &rewriter) const override {
    if (!needsOtherOps(op))
      return failure();
    auto lhsScale = ConstantView::get(op.getLhsScale());
    auto rhsScale = ConstantView::get(op.getRhsScale());
    bool isByChannel = !getScalar(op.getLhsScale());
    if (lhsScale->getType() != rhsScale->getType() ||
        (isByChannel && op.getLhsAxis() != op.getRhsAxis()))
      return rewriter.notifyMatchFailure(op, "scales vary along two axes");
    Location loc = op.getLoc();
    SmallVector<float> scales;
    for (int64_t i = 0, e = lhsScale->getNumElements(); i < e; ++i)
      scales.push_back(lhsScale->as<float>()[lhsScale->isSplat() ? 0 : i] *
                       rhsScale->as<float>()[rhsScale->isSplat() ? 0 : i]);
    auto type = cast<RankedTensorType>(op.getType());
    RankedTensorType wide = type.clone(rewriter.getI32Type());
    Value product = MultiplyOp::create(
        rewriter, loc, wide,
        subtractZeroPoint(rewriter, loc, op.getLhs(), op.getLhsZeroPoint(),
                          op.getLhsAxis()),
        subtractZeroPoint(rewriter, loc, op.getRhs(), op.getRhsZeroPoint(),
                          op.getRhsAxis()));
    Value scale = ConstantOp::create(
        rewriter, loc,
        DenseElementsAttr::get(lhsScale->getType(), ArrayRef(scales)),
        StringAttr());
    rewriter.replaceOpWithNewOp<QNNRequantizeOp>(
        op, type, product, scale, makeZeroPoint(rewriter, loc),
        op.getOutputScale(), op.getOutputZeroPoint(),
        isByChannel ? op.getLhsAxis() : -1, "UPWARD", "int64",
        dtypeName(type.getElementType()));
    return success();
  }
};

} // namespace

void populateByChannelPatterns(RewritePatternSet &patterns) {
  patterns
      .add<ZeroPointsOfRequantize, SumByChannel<QNNAddOp, AddOp, SubtractOp>,
           SumByChannel<QNNSubtractOp, SubtractOp, AddOp>, ProductByChannel>(
          patterns.getContext());
}

} // namespace dsp::relay
