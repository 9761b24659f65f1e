//===- ChannelPatterns.cpp - Parameters by channel ------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ChannelPatterns.h"
#include "dsp/Dialect/Relay/Transforms/ConstantFolding.h"

using namespace mlir;

namespace dsp::relay {
namespace {

/// A convolution or dense layer seen as linear in each channel of its weights.
bool isLayer(Operation *op) {
  return isa_and_present<Conv1DOp, Conv2DOp, Conv3DOp, Conv1DTransposeOp,
                         Conv2DTransposeOp, Conv3DTransposeOp, DenseOp,
                         QNNConv2DOp, QNNConv2DTransposeOp, QNNDenseOp>(op);
}

/// The axis of `value`, the result of a layer or of its bias_add, that has the
/// layer's output channels.
std::optional<int64_t> getChannelAxis(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  Operation *op = value.getDefiningOp();
  if (!type || !type.hasStaticShape() || !op)
    return std::nullopt;
  if (auto bias = dyn_cast<BiasAddOp>(op)) {
    int64_t axis = bias.getAxis();
    return axis < 0 ? axis + type.getRank() : axis;
  }
  if (!isLayer(op))
    return std::nullopt;
  if (isa<DenseOp, QNNDenseOp>(op))
    return type.getRank() - 1;
  StringRef layout = cast<RelayLayoutOpInterface>(op).getResultLayout();
  size_t axis = layout.find('C');
  if (static_cast<int64_t>(layout.size()) != type.getRank() ||
      axis == StringRef::npos)
    return std::nullopt;
  return axis;
}

IntegerAttr getChannelAxisAttr(Builder &builder, Value value) {
  return builder.getI64IntegerAttr(*getChannelAxis(value));
}

bool isByChannel(Value value, Value constant) {
  std::optional<int64_t> axis = getChannelAxis(value);
  auto from = dyn_cast<RankedTensorType>(constant.getType());
  if (!axis || !from || !from.hasStaticShape() ||
      !isConstantExpression(constant))
    return false;
  auto type = cast<RankedTensorType>(value.getType());
  int64_t lead = type.getRank() - from.getRank();
  if (lead < 0 || from.getElementType() != type.getElementType())
    return false;
  for (auto [dim, size] : llvm::enumerate(from.getShape())) {
    bool isChannel = lead + static_cast<int64_t>(dim) == *axis;
    if (size != 1 && !(isChannel && size == type.getDimSize(*axis)))
      return false;
  }
  return true;
}

Value getChannelVector(PatternRewriter &rewriter, Location loc, Value value,
                       Value constant) {
  auto type = cast<RankedTensorType>(value.getType());
  auto from = cast<RankedTensorType>(constant.getType());
  int64_t channels = type.getDimSize(*getChannelAxis(value));
  int64_t elements[] = {from.getNumElements()};
  Value vector = constant;
  if (from.getRank() != 1)
    vector = createEvaluated<ReshapeOp>(rewriter, loc, from.clone(elements),
                                        constant, ArrayRef<int64_t>(elements));
  if (elements[0] == channels)
    return vector;
  return createEvaluated<BroadcastToOp>(rewriter, loc, from.clone(channels),
                                        vector, ArrayRef<int64_t>(channels));
}

/// The shape in which a vector with an element for each output channel of
/// `layer` is broadcast over its weights; empty if there is none.
SmallVector<int64_t> getScaleShape(Operation *layer) {
  auto layout = cast<RelayLayoutOpInterface>(layer).getOperandLayout(1);
  auto weight = dyn_cast<RankedTensorType>(layer->getOperand(1).getType());
  auto result = cast<RankedTensorType>(layer->getResult(0).getType());
  size_t output = layout.find('O'), input = layout.find('I');
  if (!weight || !weight.hasStaticShape() ||
      static_cast<int64_t>(layout.size()) != weight.getRank() ||
      output == StringRef::npos || input == StringRef::npos)
    return {};
  int64_t channels = result.getDimSize(*getChannelAxis(layer->getResult(0)));
  SmallVector<int64_t> shape(weight.getRank(), 1);
  if (weight.getDimSize(output) == channels) {
    shape[output] = channels;
    return shape;
  }
  // Depthwise weights in HWOI: a channel of the data (O) has I results.
  bool isTransposed =
      isa<Conv1DTransposeOp, Conv2DTransposeOp, Conv3DTransposeOp>(layer);
  if (!isTransposed && input == output + 1 &&
      weight.getDimSize(output) * weight.getDimSize(input) == channels) {
    shape[output] = weight.getDimSize(output);
    shape[input] = weight.getDimSize(input);
    return shape;
  }
  return {};
}

bool isScalable(Value value) {
  Operation *layer = value.getDefiningOp();
  if (!isLayer(layer) || !value.hasOneUse() || !getChannelAxis(value))
    return false;
  Value weight = layer->getOperand(1);
  Type elementType = getElementTypeOrSelf(value);
  return isa<FloatType>(elementType) &&
         getElementTypeOrSelf(weight) == elementType &&
         isConstantExpression(weight) && !getScaleShape(layer).empty();
}

Value scaleLayer(PatternRewriter &rewriter, Location loc, Value value,
                 Value scale) {
  Operation *layer = value.getDefiningOp();
  SmallVector<int64_t> shape = getScaleShape(layer);
  auto type = cast<RankedTensorType>(scale.getType()).clone(shape);
  // The weights wait for relay-fold-constants, which frees what it reads.
  Value factor = createEvaluated<ReshapeOp>(rewriter, loc, type, scale,
                                            ArrayRef<int64_t>(shape));
  Value weight = layer->getOperand(1);
  Value scaled = MultiplyOp::create(rewriter, weight.getLoc(), weight.getType(),
                                    weight, factor);
  Operation *clone = rewriter.clone(*layer);
  clone->setOperand(1, scaled);
  return clone->getResult(0);
}

#include "ChannelPatterns.inc"

} // namespace

void populateChannelPatterns(RewritePatternSet &patterns) {
  populateWithGenerated(patterns);
}

} // namespace dsp::relay
