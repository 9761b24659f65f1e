//===- WidenedPatterns.cpp - Layers of numbers that were widened ----------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// TVM's legalisation of qnn writes a layer of 8-bit numbers as one of 16 or 32
// bits, of what is left when zero points are subtracted. It becomes a layer of
// qnn again, for which there are kernels.
//
//===----------------------------------------------------------------------===//

#include "QuantizedPatterns.h"

#include "QuantizedNumbers.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "dsp/Dialect/Relay/Transforms/ConstantData.h"

using namespace mlir;

namespace dsp::relay {
namespace {

/// Numbers of 8 bits and the zero point that is subtracted from them.
struct Narrowed {
  Value numbers;
  int32_t zeroPoint;
};

/// What cast(x) - z is made of; no number that 8 bits have may overflow.
std::optional<Narrowed> narrowCast(Value wide) {
  Narrowed result = {Value(), 0};
  if (auto difference = wide.getDefiningOp<SubtractOp>()) {
    std::optional<double> zeroPoint = getNumber(difference.getRhs());
    if (!zeroPoint || std::abs(*zeroPoint) > 255 ||
        difference.getLhs().getType() != difference.getType())
      return std::nullopt;
    result.zeroPoint = static_cast<int32_t>(*zeroPoint);
    wide = difference.getLhs();
  }
  auto widened = wide.getDefiningOp<CastOp>();
  if (!widened || !getElementTypeOrSelf(widened.getData()).isInteger(8))
    return std::nullopt;
  result.numbers = widened.getData();
  return result;
}

/// A constant whose numbers lie so close together that `narrow` has them all,
/// moved by a zero point.
std::optional<Narrowed> narrowConstant(PatternRewriter &rewriter, Value wide,
                                       IntegerType narrow) {
  std::optional<ConstantView> view = ConstantView::get(wide);
  std::optional<SmallVector<int64_t>> numbers =
      view ? view->getIntegers() : std::nullopt;
  if (!numbers || numbers->empty())
    return std::nullopt;
  auto [least, greatest] =
      std::minmax_element(numbers->begin(), numbers->end());
  // The least number that 8 bits have, of this sign.
  int64_t start = narrow.isUnsigned() ? 0 : -128;
  if (*greatest - *least > 255 || std::abs(*least) > 255 ||
      std::abs(*greatest) > 255)
    return std::nullopt;
  int64_t zeroPoint =
      *least >= start && *greatest <= start + 255 ? 0 : start - *least;
  ConstantBuffer buffer(view->getType().clone(narrow));
  MutableArrayRef<char> bytes = buffer.getBytes();
  for (size_t i = 0; i < bytes.size(); ++i)
    bytes[i] =
        static_cast<char>((*numbers)[view->isSplat() ? 0 : i] + zeroPoint);
  StringAttr name = wide.getDefiningOp<ConstantOp>().getNameAttr();
  Value constant = ConstantOp::create(
      rewriter, wide.getLoc(),
      std::move(buffer).finish(name ? name.getValue() : StringRef()), name);
  return Narrowed{constant, static_cast<int32_t>(zeroPoint)};
}

/// layer(cast(x) - zx, cast(w) - zw) = qnn.layer(x, w, zx, zw), of integers.
template <typename LayerOp, typename QuantizedOp>
struct LayerOfWidened : OpRewritePattern<LayerOp> {
  using OpRewritePattern<LayerOp>::OpRewritePattern;

  LogicalResult matchAndRewrite(LayerOp op,
                                PatternRewriter &rewriter) const override {
    Value data = op->getOperand(0), weight = op->getOperand(1);
    if (!isInteger(op, 32) || !(isInteger(data, 16) || isInteger(data, 32)) ||
        getElementTypeOrSelf(weight) != getElementTypeOrSelf(data))
      return failure();
    std::optional<Narrowed> input = narrowCast(data);
    if (!input)
      return rewriter.notifyMatchFailure(op, "not of 8-bit numbers");
    std::optional<Narrowed> filter = narrowCast(weight);
    if (!filter)
      filter = narrowConstant(
          rewriter, weight,
          cast<IntegerType>(getElementTypeOrSelf(input->numbers)));
    if (!filter)
      return rewriter.notifyMatchFailure(op, "weights have more than 8 bits");
    Location loc = op.getLoc();
    Value one = makeScale(rewriter, loc, 1);
    auto quantized = QuantizedOp::create(
        rewriter, loc, op->getResultTypes(),
        ValueRange{input->numbers, filter->numbers,
                   makeZeroPoint(rewriter, loc, input->zeroPoint),
                   makeZeroPoint(rewriter, loc, filter->zeroPoint), one, one},
        op->getAttrs());
    quantized.setOutDtype("int32");
    rewriter.replaceOp(op, quantized);
    return success();
  }
};

} // namespace

void populateWidenedPatterns(RewritePatternSet &patterns) {
  patterns.add<LayerOfWidened<Conv2DOp, QNNConv2DOp>,
               LayerOfWidened<Conv2DTransposeOp, QNNConv2DTransposeOp>,
               LayerOfWidened<DenseOp, QNNDenseOp>,
               LayerOfWidened<BatchMatmulOp, QNNBatchMatmulOp>>(
      patterns.getContext());
}

} // namespace dsp::relay
