//===- FoldScales.cpp - Scales in front of layers -------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two walks. Against the direction of data, every op tells its operands along
// which axis it can take a factor; a value that all of whose users can is
// scalable. Along the direction of data, constant factors of scalable values
// are then carried through the users to the weights of the layers.
//
//===----------------------------------------------------------------------===//

#include "QuantizedNumbers.h"
#include "dsp/Dialect/Relay/Transforms/ConstantData.h"
#include "dsp/Dialect/Relay/Transforms/ConstantFolding.h"
#include "dsp/Dialect/Relay/Transforms/Passes.h"

namespace dsp::relay {
#define GEN_PASS_DEF_RELAYFOLDSCALES
#include "dsp/Dialect/Relay/Transforms/Passes.h.inc"
} // namespace dsp::relay

using namespace mlir;

namespace dsp::relay {
namespace {

/// What the users of a value can take.
struct Request {
  /// The axis along which factors may differ.
  int64_t axis;
  /// A rectifier is on the way, which only positive factors pass.
  bool positive = false;
};

/// A value is `base` times `factor`, a constant of one number or of a number
/// for each channel.
struct ScaledValue {
  Value base, factor;
};

class ScaleFolder {
public:
  explicit ScaleFolder(IRRewriter &rewriter) : rewriter(rewriter) {}

  void fold(Block &block);

private:
  std::optional<Request> getRequest(OpOperand &use) const;
  std::optional<Request> getRequest(Value value) const;

  /// What `op` multiplies with a constant factor, if its users take that.
  std::optional<ScaledValue> takeFactor(Operation *op);
  /// Does `op`, one of whose operands is scaled, without the factor.
  void carryThrough(Operation *op, ScaledValue operand, unsigned number);

  /// `factor` in a shape that is broadcast along `axis` of `rank` dimensions.
  Value spread(Value factor, int64_t rank, int64_t axis);
  void scaleWeights(Operation *layer, Value factor);

  IRRewriter &rewriter;
  DenseMap<Value, Request> requests;
  DenseMap<Value, ScaledValue> scaledValues;
};

} // namespace

static int64_t getRank(Value value) {
  return cast<RankedTensorType>(value.getType()).getRank();
}

static bool isF32(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type && type.hasStaticShape() && type.getElementType().isF32();
}

/// The axis of a layer's data that its weights have a dimension for, and that
/// of the weights.
static std::optional<std::pair<int64_t, int64_t>> getScaledAxes(Operation *op) {
  if (!isF32(op->getOperand(0)) || !isF32(op->getOperand(1)) ||
      !isConstantExpression(op->getOperand(1)))
    return std::nullopt;
  if (isa<DenseOp>(op)) {
    if (getRank(op->getOperand(0)) != 2)
      return std::nullopt;
    return std::make_pair(1, 1);
  }
  auto layer = cast<RelayLayoutOpInterface>(op);
  StringRef data = layer.getOperandLayout(0),
            weights = layer.getOperandLayout(1);
  auto type = cast<RankedTensorType>(op->getOperand(1).getType());
  size_t channel = data.find('C');
  size_t input = weights.find('I'), output = weights.find('O');
  if (channel == StringRef::npos || input == StringRef::npos ||
      output == StringRef::npos ||
      static_cast<int64_t>(weights.size()) != type.getRank())
    return std::nullopt;
  auto conv = dyn_cast<Conv2DOp>(op);
  int64_t groups = conv ? conv.getGroups() : cast<Conv3DOp>(op).getGroups();
  if (groups == 1)
    return std::make_pair(channel, input);
  if (type.getDimSize(output) == groups && type.getDimSize(input) == 1)
    return std::make_pair(channel, output);
  return std::nullopt;
}

/// Whether the constant has a number for each element along `axis` of `data`
/// and is broadcast along the other axes.
static bool isAlong(int64_t axis, Value constant, Value data) {
  auto from = dyn_cast<RankedTensorType>(constant.getType());
  auto type = cast<RankedTensorType>(data.getType());
  if (!from || from.getRank() > type.getRank() ||
      from.getRank() < type.getRank() - axis || !isConstantExpression(constant))
    return false;
  int64_t lead = type.getRank() - from.getRank();
  for (auto [dim, size] : llvm::enumerate(from.getShape()))
    if (size !=
        (lead + static_cast<int64_t>(dim) == axis ? type.getDimSize(axis) : 1))
      return false;
  return true;
}

static bool isPositive(Value factor) {
  std::optional<ConstantView> view = ConstantView::get(factor);
  if (!view)
    return false;
  int64_t count = view->isSplat() ? 1 : view->getNumElements();
  return llvm::all_of(ArrayRef(view->as<float>(), count),
                      [](float number) { return number > 0; });
}

std::optional<Request> ScaleFolder::getRequest(OpOperand &use) const {
  Operation *op = use.getOwner();
  if (isa<Conv2DOp, Conv3DOp, DenseOp>(op)) {
    auto axes = getScaledAxes(op);
    if (use.getOperandNumber() != 0 || !axes)
      return std::nullopt;
    return Request{axes->first};
  }
  auto known = op->getNumResults() == 1 ? requests.find(op->getResult(0))
                                        : requests.end();
  if (known == requests.end())
    return std::nullopt;
  if (isa<ReluOp, LeakyReluOp>(op))
    return Request{known->second.axis, /*positive=*/true};
  if (isa<AddOp, SubtractOp>(op) &&
      isAlong(known->second.axis, op->getOperand(1 - use.getOperandNumber()),
              use.get()))
    return known->second;
  return std::nullopt;
}

std::optional<Request> ScaleFolder::getRequest(Value value) const {
  std::optional<Request> result;
  if (!isF32(value))
    return result;
  for (OpOperand &use : value.getUses()) {
    std::optional<Request> request = getRequest(use);
    if (!request || (result && result->axis != request->axis))
      return std::nullopt;
    request->positive |= result && result->positive;
    result = request;
  }
  return result;
}

std::optional<ScaledValue> ScaleFolder::takeFactor(Operation *op) {
  auto known = requests.find(op->getResult(0));
  if (known == requests.end())
    return std::nullopt;
  Request request = known->second;
  auto isTaken = [&](Value factor) {
    return !request.positive || isPositive(factor);
  };
  if (auto dequantize = dyn_cast<QNNDequantizeOp>(op)) {
    Value scale = dequantize.getInputScale();
    if (!getScalar(scale) || !isTaken(scale))
      return std::nullopt;
    Value one = makeScale(rewriter, scale.getLoc(), 1);
    auto base = cast<QNNDequantizeOp>(rewriter.clone(*op));
    base.getInputScaleMutable().assign(one);
    return ScaledValue{base, scale};
  }
  if (!isa<MultiplyOp>(op))
    return std::nullopt;
  for (unsigned number : {1, 0}) {
    Value data = op->getOperand(1 - number), factor = op->getOperand(number);
    if (data.getType() != op->getResult(0).getType() ||
        isConstantExpression(data))
      continue;
    if ((getScalar(factor) || isAlong(request.axis, factor, data)) &&
        isTaken(factor))
      return ScaledValue{data, factor};
  }
  return std::nullopt;
}

Value ScaleFolder::spread(Value factor, int64_t rank, int64_t axis) {
  auto type = cast<RankedTensorType>(factor.getType());
  if (type.getRank() == 0)
    return factor;
  SmallVector<int64_t> shape(rank, 1);
  shape[axis] = type.getNumElements();
  if (type.getShape() == ArrayRef(shape))
    return factor;
  return createEvaluated<ReshapeOp>(rewriter, factor.getLoc(),
                                    type.clone(shape), factor,
                                    ArrayRef<int64_t>(shape));
}

void ScaleFolder::scaleWeights(Operation *layer, Value factor) {
  int64_t axis = getScaledAxes(layer)->second;
  Value weights = layer->getOperand(1);
  auto type = cast<RankedTensorType>(weights.getType());
  // The weights wait for relay-fold-constants, which frees what it reads.
  layer->setOperand(
      1, MultiplyOp::create(rewriter, weights.getLoc(), type, weights,
                            spread(factor, type.getRank(), axis)));
}

void ScaleFolder::carryThrough(Operation *op, ScaledValue operand,
                               unsigned number) {
  op->setOperand(number, operand.base);
  if (isa<Conv2DOp, Conv3DOp, DenseOp>(op)) {
    scaleWeights(op, operand.factor);
    return;
  }
  Value result = op->getResult(0);
  if (isa<AddOp, SubtractOp>(op)) {
    Value other = op->getOperand(1 - number);
    int64_t rank = getRank(other);
    int64_t axis = requests.find(result)->second.axis - getRank(result) + rank;
    op->setOperand(1 - number, createEvaluated<DivideOp>(
                                   rewriter, op->getLoc(), other.getType(),
                                   other, spread(operand.factor, rank, axis)));
  }
  scaledValues[result] = {result, operand.factor};
}

void ScaleFolder::fold(Block &block) {
  for (Operation &op : llvm::reverse(block))
    if (op.getNumResults() == 1)
      if (auto request = getRequest(op.getResult(0)))
        requests[op.getResult(0)] = *request;
  if (requests.empty())
    return;
  SmallVector<Operation *> factors;
  for (Operation &op : block) {
    rewriter.setInsertionPoint(&op);
    bool isScaled = false;
    for (OpOperand &operand : op.getOpOperands())
      if (auto known = scaledValues.find(operand.get());
          known != scaledValues.end()) {
        carryThrough(&op, known->second, operand.getOperandNumber());
        isScaled = true;
        break;
      }
    if (!isScaled && op.getNumResults() == 1)
      if (auto scaled = takeFactor(&op)) {
        scaledValues[op.getResult(0)] = *scaled;
        factors.push_back(&op);
      }
  }
  // All their users have taken them.
  for (Operation *op : factors)
    rewriter.eraseOp(op);
}

namespace {

struct FoldScalesPass : impl::RelayFoldScalesBase<FoldScalesPass> {
  using RelayFoldScalesBase::RelayFoldScalesBase;

  void runOnOperation() override {
    IRRewriter rewriter(&getContext());
    getOperation().walk(
        [&](Block *block) { ScaleFolder(rewriter).fold(*block); });
  }
};

} // namespace
} // namespace dsp::relay
