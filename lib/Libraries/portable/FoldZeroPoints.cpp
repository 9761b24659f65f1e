//===- FoldZeroPoints.cpp - Zero points of inputs into biases -------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For each output channel
//
//   sum((x - zx) * (w - zw)) + b  ==  sum(x * (w - zw)) + b - zx * sum(w - zw)
//
// whose last two terms are known where weights and bias are. Elements outside a
// convolution's input, which count as 0 before, are zx then.
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/Transforms/ConstantData.h"
#include "dsp/Libraries/Quantization.h"
#include "dsp/Libraries/portable/Portable.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;
using namespace dsp;
using namespace dsp::portable;

namespace {

template <typename KernelOp>
class FoldZeroPoint : public OpRewritePattern<KernelOp> {
public:
  FoldZeroPoint(MLIRContext *context, unsigned sumBits, bool channelsLast)
      : OpRewritePattern<KernelOp>(context), sumBits(sumBits),
        channelsLast(channelsLast) {}

  LogicalResult matchAndRewrite(KernelOp op,
                                PatternRewriter &rewriter) const override {
    int32_t zeroPoint = op.getInputZeroPoint();
    if (zeroPoint == 0)
      return failure();
    if constexpr (hasPadding) {
      // What is outside is held in an element of the input.
      int64_t padding = int64_t(op.getPaddingValue()) + zeroPoint;
      if (padding < leastOf(op.getInput()) ||
          padding > greatestOf(op.getInput()))
        return failure();
    }
    SmallVector<int64_t> values =
        sumsByChannel(op.getFilter(), op.getFilterZeroPoint(), channelsLast);
    if (values.empty())
      return failure();
    for (int64_t &value : values)
      value *= -int64_t(zeroPoint);
    ConstantOp oldBias;
    if (op.getBias()) {
      oldBias = op.getBias().template getDefiningOp<ConstantOp>();
      auto bias = relay::ConstantView::get(op.getBias());
      std::optional<SmallVector<int64_t>> integers;
      if (bias)
        integers = bias->getIntegers();
      if (!oldBias || !integers)
        return failure();
      for (auto [i, value] : llvm::enumerate(values))
        value += (*integers)[integers->size() == 1 ? 0 : i];
    }

    // Sums wrap around.
    SmallVector<APInt> elements;
    for (int64_t value : values)
      elements.emplace_back(sumBits, value, /*isSigned=*/true,
                            /*implicitTrunc=*/true);
    auto type = RankedTensorType::get(int64_t(values.size()),
                                      rewriter.getIntegerType(sumBits));
    auto bias = ConstantOp::create(
        rewriter, oldBias ? oldBias.getLoc() : op.getFilter().getLoc(), type,
        DenseElementsAttr::get(type, elements),
        oldBias ? oldBias.getNameAttr() : StringAttr());
    rewriter.modifyOpInPlace(op, [&] {
      op.getBiasMutable().assign(bias);
      op.setInputZeroPoint(0);
      if constexpr (hasPadding)
        op.setPaddingValue(op.getPaddingValue() + zeroPoint);
    });
    return success();
  }

private:
  static constexpr bool hasPadding =
      requires(KernelOp op) { op.getPaddingValue(); };
  unsigned sumBits;
  bool channelsLast;
};

} // namespace

/// Of ops whose weights have their output channels first, or last.
#define FOLD_ZERO_POINT(op, sumBits, channelsLast)                             \
  void op::getCanonicalizationPatterns(RewritePatternSet &patterns,            \
                                       MLIRContext *context) {                 \
    patterns.add<FoldZeroPoint<op>>(context, sumBits, channelsLast);           \
  }
#define FOLD_ZERO_POINTS(type, sumBits)                                        \
  FOLD_ZERO_POINT(type##Conv2DOp, sumBits, false)                              \
  FOLD_ZERO_POINT(type##DepthwiseConv2DOp, sumBits, true)                      \
  FOLD_ZERO_POINT(type##DenseOp, sumBits, false)
#define FOLD_ZERO_POINTS_OF_SUMS(type)                                         \
  FOLD_ZERO_POINT(type##Conv2DSumsOp, 32, false)                               \
  FOLD_ZERO_POINT(type##DepthwiseConv2DSumsOp, 32, true)                       \
  FOLD_ZERO_POINT(type##DenseSumsOp, 32, false)

FOLD_ZERO_POINTS(S8, 32)
FOLD_ZERO_POINTS(U8, 32)
FOLD_ZERO_POINTS(S16, 64)
FOLD_ZERO_POINTS_OF_SUMS(S8)
FOLD_ZERO_POINTS_OF_SUMS(U8)
