//===- FloatPatterns.cpp - What qnn computes in floats --------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Conversions between quantised numbers that kernels for constants don't do,
// and divisions, are written with the ops that TVM computes them with.
//
//===----------------------------------------------------------------------===//

#include "QuantizedPatterns.h"

#include "QuantizedNumbers.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "dsp/Dialect/Relay/Transforms/ConstantData.h"
#include "dsp/Dialect/Relay/Transforms/ConstantFolding.h"

using namespace mlir;

namespace dsp::relay {
namespace {

/// What a kernel can be given as a number at compile time.
bool isOneNumber(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return isConstantExpression(value) && type && type.hasStaticShape() &&
         type.getNumElements() == 1;
}

/// quantize(x) = cast(clip(round(x / scale) + zero point)), where scales are
/// computed at run time or differ by channel.
struct QuantizeByVariables : OpRewritePattern<QNNQuantizeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(QNNQuantizeOp op,
                                PatternRewriter &rewriter) const override {
    Type elementType = getElementTypeOrSelf(op.getResult());
    auto range = getRange(elementType);
    // TVM multiplies by the inverse of one constant.
    if (isOneNumber(op.getOutputScale()) || !range ||
        elementType.getIntOrFloatBitWidth() > 16 ||
        !isAlongAxis(op.getOutputScale(), op.getData(), op.getAxis()) ||
        !isAlongAxis(op.getOutputZeroPoint(), op.getData(), op.getAxis()))
      return failure();
    Location loc = op.getLoc();
    Value data = op.getData();
    Value scale =
        broadcastAlongAxis(rewriter, op.getOutputScale(), data, op.getAxis());
    Value zeroPoint = broadcastAlongAxis(rewriter, op.getOutputZeroPoint(),
                                         data, op.getAxis());
    Type type = data.getType();
    Value result = DivideOp::create(rewriter, loc, type, data, scale);
    result = RoundOp::create(rewriter, loc, type, result);
    result = AddOp::create(
        rewriter, loc, type, result,
        makeCast(rewriter, loc, zeroPoint, rewriter.getF32Type()));
    result = makeClip(rewriter, loc, result, range->first, range->second);
    rewriter.replaceOp(op, makeCast(rewriter, loc, result, elementType));
    return success();
  }
};

/// dequantize(x) = cast<f32>(x - zero point) * scale.
struct DequantizeByVariables : OpRewritePattern<QNNDequantizeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(QNNDequantizeOp op,
                                PatternRewriter &rewriter) const override {
    if ((isOneNumber(op.getInputScale()) &&
         isOneNumber(op.getInputZeroPoint())) ||
        !getElementTypeOrSelf(op.getResult()).isF32() ||
        !isAlongAxis(op.getInputScale(), op.getData(), op.getAxis()) ||
        !isAlongAxis(op.getInputZeroPoint(), op.getData(), op.getAxis()))
      return failure();
    Location loc = op.getLoc();
    Value data = op.getData();
    Value scale =
        broadcastAlongAxis(rewriter, op.getInputScale(), data, op.getAxis());
    Value zeroPoint = broadcastAlongAxis(rewriter, op.getInputZeroPoint(), data,
                                         op.getAxis());
    Value wide = isInteger(data, 32)
                     ? data
                     : makeCast(rewriter, loc, data, rewriter.getI32Type());
    Value difference =
        SubtractOp::create(rewriter, loc, wide.getType(), wide, zeroPoint);
    rewriter.replaceOpWithNewOp<MultiplyOp>(
        op, op.getType(),
        makeCast(rewriter, loc, difference, rewriter.getF32Type()), scale);
    return success();
  }
};

/// requantize(x) = cast(clip(round((x - zero point) * factor + zero point))),
/// where it is to be computed in single precision.
struct RequantizeByFloats : OpRewritePattern<QNNRequantizeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(QNNRequantizeOp op,
                                PatternRewriter &rewriter) const override {
    Type elementType = getElementTypeOrSelf(op.getResult());
    auto range = getRange(elementType);
    std::optional<double> outputScale = getScalar(op.getOutputScale());
    std::optional<double> outputZeroPoint = getScalar(op.getOutputZeroPoint());
    auto scales = ConstantView::get(op.getInputScale());
    if (op.getComputeDtype() != "float32" || !range || !outputScale ||
        !outputZeroPoint || !scales ||
        !isAlongAxis(op.getInputScale(), op.getData(), op.getAxis()) ||
        !isAlongAxis(op.getInputZeroPoint(), op.getData(), op.getAxis()))
      return failure();
    Location loc = op.getLoc();
    Value data = op.getData();
    SmallVector<float> factors;
    for (int64_t i = 0, e = scales->getNumElements(); i < e; ++i)
      factors.push_back(static_cast<float>(
          scales->as<float>()[scales->isSplat() ? 0 : i] / *outputScale));
    Value factor = broadcastAlongAxis(
        rewriter,
        ConstantOp::create(
            rewriter, loc,
            DenseElementsAttr::get(scales->getType(), ArrayRef(factors)),
            StringAttr()),
        data, op.getAxis());
    Value zeroPoint = broadcastAlongAxis(rewriter, op.getInputZeroPoint(), data,
                                         op.getAxis());

    Value result = makeCast(rewriter, loc, data, rewriter.getF32Type());
    Type type = result.getType();
    result = SubtractOp::create(
        rewriter, loc, type, result,
        makeCast(rewriter, loc, zeroPoint, rewriter.getF32Type()));
    result = MultiplyOp::create(rewriter, loc, type, result, factor);
    result = AddOp::create(rewriter, loc, type, result,
                           makeScale(rewriter, loc, *outputZeroPoint));
    result = op.getRounding() == "TONEAREST"
                 ? addHalfAwayFromZero(rewriter, loc, result)
                 : floorOfHalfMore(rewriter, loc, result);
    result = makeCast(rewriter, loc, result, rewriter.getI32Type());
    result = makeClip(rewriter, loc, result, range->first, range->second);
    if (!elementType.isInteger(32))
      result = makeCast(rewriter, loc, result, elementType);
    rewriter.replaceOp(op, result);
    return success();
  }

private:
  static Value floorOfHalfMore(PatternRewriter &rewriter, Location loc,
                               Value x) {
    Value more = AddOp::create(rewriter, loc, x.getType(), x,
                               makeScale(rewriter, loc, 0.5f));
    return FloorOp::create(rewriter, loc, x.getType(), more);
  }

  /// What a cast to integers, which cuts off, rounds.
  static Value addHalfAwayFromZero(PatternRewriter &rewriter, Location loc,
                                   Value x) {
    auto type = cast<RankedTensorType>(x.getType());
    Value isNegative =
        LessOp::create(rewriter, loc, type.clone(rewriter.getI1Type()), x,
                       makeScale(rewriter, loc, 0));
    Value half = WhereOp::create(rewriter, loc, type, isNegative,
                                 makeScale(rewriter, loc, -0.5f),
                                 makeScale(rewriter, loc, 0.5f));
    return AddOp::create(rewriter, loc, type, x, half);
  }
};

/// x / c = x * (1 / c) of floats, for a number c: TVM takes the inverse of what
/// is no tensor.
struct DivideByNumber : OpRewritePattern<DivideOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(DivideOp op,
                                PatternRewriter &rewriter) const override {
    std::optional<double> divisor = getScalar(op.getRhs());
    if (!divisor || *divisor == 0 || !getElementTypeOrSelf(op).isF32() ||
        op.getLhs().getType() != op.getType())
      return failure();
    rewriter.replaceOpWithNewOp<MultiplyOp>(
        op, op.getType(), op.getLhs(),
        makeScale(rewriter, op.getLoc(), static_cast<float>(1 / *divisor)));
    return success();
  }
};

} // namespace

void populateFloatPatterns(RewritePatternSet &patterns) {
  patterns.add<QuantizeByVariables, DequantizeByVariables, RequantizeByFloats,
               DivideByNumber>(patterns.getContext());
}

} // namespace dsp::relay
