//===- ConvertLayout.cpp - One layout for all activations -----------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One walk in program order. What a value of the model is and how it lies in
// memory are kept apart (HeldValues.h), so an explicit transposition, or one
// that an op's layout implies, is no more than a note until somebody needs the
// elements in another order.
//
//===----------------------------------------------------------------------===//

#include "HeldValues.h"
#include "dsp/Dialect/Relay/Transforms/ConstantFolding.h"
#include "dsp/Dialect/Relay/Transforms/Passes.h"
#include "mlir/Dialect/Utils/IndexingUtils.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/TypeSwitch.h"

namespace dsp::relay {
#define GEN_PASS_DEF_RELAYCONVERTLAYOUT
#include "dsp/Dialect/Relay/Transforms/Passes.h.inc"
} // namespace dsp::relay

using namespace mlir;

namespace dsp::relay {
namespace {

class LayoutConverter {
public:
  LayoutConverter(MLIRContext *context, bool channelsLast)
      : context(context), channelsLast(channelsLast), values(context) {}

  void run(Operation *root);

private:
  // Each returns false, having changed nothing, if the op has to see its
  // operands as the model has them.
  bool convert(Operation *op);
  bool convertLayoutOp(RelayLayoutOpInterface op, StringRef layoutAttr);
  bool convertElementwise(Operation *op);
  bool convertQuantizedElementwise(Operation *op);
  bool convertBroadcast(Operation *op);
  bool convertQuantizedBroadcast(Operation *op);
  bool convertConcatenate(ConcatenateOp op);
  bool convertAlongAxis(Operation *op);
  bool convertNormalization(Operation *op);
  bool convertReduction(Operation *op);
  bool convertSlice(StridedSliceOp op);
  bool convertPad(Operation *op);
  bool convertTake(TakeOp op);
  bool convertL2Normalize(L2NormalizeOp op);
  bool convertTranspose(Operation *op, ArrayRef<int64_t> axes, bool fromLayout);
  bool convertReshape(Operation *op);
  template <typename DenseOpT>
  bool convertDense(DenseOpT op);

  /// Operand 0 of an op that names its dimensions, if it is held in another
  /// order than the model's.
  std::optional<Held> getTrackedOperand(Operation *op);
  /// Lets `op` work on `data` and on its other operands as the model has them;
  /// results of data's rank have data's dimensions, of whatever extents.
  void follow(Operation *op, const Held &data);
  /// The result of `op` is computed from `data`, element by element.
  void followElementwise(Operation *op, Held data);
  void setResult(Value result, Permutation perm, bool fromLayout);
  bool isAnyTracked(ValueRange operands) const;
  /// The order in which `operands`, as far as they have `rank` dimensions, can
  /// be brought together with the least movement.
  std::optional<Held> chooseOrder(ArrayRef<Value> operands, int64_t rank);
  /// `operand` with 1s in front up to the rank of `order`, in that order.
  Value getBroadcastOperand(Value operand, ArrayRef<int64_t> order);
  std::string getTargetLayout(StringRef layout) const;
  void eraseDead(ArrayRef<Operation *> ops);

  MLIRContext *context;
  const bool channelsLast;
  HeldValues values;
};

struct ConvertLayoutPass : impl::RelayConvertLayoutBase<ConvertLayoutPass> {
  using RelayConvertLayoutBase::RelayConvertLayoutBase;

  LogicalResult initialize(MLIRContext *context) override {
    if (layout == "NHWC" || layout == "NCHW")
      return success();
    return emitError(UnknownLoc::get(context))
           << "'relay-convert-layout' has no layout '" << layout
           << "': it takes NHWC or NCHW";
  }

  void runOnOperation() override {
    LayoutConverter(&getContext(), layout == "NHWC").run(getOperation());
    getOperation().walk([&](TransposeOp op) {
      if (!isConstantExpression(op.getData()))
        ++numTransposes;
    });
  }
};

} // namespace

//===----------------------------------------------------------------------===//
// Helpers
//===----------------------------------------------------------------------===//

/// The permutation p with from[i] == to[p[i]].
static std::optional<Permutation> getLayoutPermutation(StringRef from,
                                                       StringRef to) {
  Permutation perm;
  for (char axis : from) {
    size_t position = to.find(axis);
    if (position == StringRef::npos)
      return std::nullopt;
    perm.push_back(position);
  }
  if (!isPermutationVector(perm))
    return std::nullopt;
  return perm;
}

static bool isStaticTensor(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  return tensor && tensor.hasStaticShape();
}

static bool hasStaticTypes(Operation *op) {
  return llvm::all_of(op->getOperandTypes(), isStaticTensor) &&
         llvm::all_of(op->getResultTypes(), isStaticTensor);
}

/// Of a value that isn't held in another order.
static ArrayRef<int64_t> getShape(Value value) {
  return cast<RankedTensorType>(value.getType()).getShape();
}

static int64_t normalizeAxis(int64_t axis, int64_t rank) {
  return axis < 0 ? axis + rank : axis;
}

static void setAttr(Operation *op, StringRef name, int64_t value) {
  op->setAttr(name, Builder(op).getI64IntegerAttr(value));
}

static void setAttr(Operation *op, StringRef name, ArrayRef<int64_t> value) {
  op->setAttr(name, Builder(op).getDenseI64ArrayAttr(value));
}

/// Only the shape changes from operand 0 to the result.
static bool isView(Operation *op) {
  return isa<ReshapeOp, ReshapeLikeOp, SqueezeOp, ExpandDimsOp, BatchFlattenOp>(
      op);
}

/// Two operands, or `where`'s three, are broadcast against each other.
static bool isBroadcastOp(Operation *op) {
  return isa<AddOp, SubtractOp, MultiplyOp, DivideOp, FloorDivideOp,
             TruncDivideOp, ModOp, FloorModOp, TruncModOp, PowerOp, MaximumOp,
             MinimumOp, LeftShiftOp, RightShiftOp, BitwiseAndOp, BitwiseOrOp,
             BitwiseXorOp, LogicalAndOp, LogicalOrOp, LogicalXorOp, EqualOp,
             NotEqualOp, LessOp, LessEqualOp, GreaterOp, GreaterEqualOp,
             WhereOp>(op);
}

/// The name of the attribute that says in which layout `op` takes data, for
/// ops whose layout is a choice; "" for others.
static StringRef getLayoutAttrName(Operation *op) {
  if (!isa<RelayLayoutOpInterface>(op))
    return "";
  for (StringRef name : {"data_layout", "layout"})
    if (op->hasAttr(name))
      return name;
  return "";
}

/// N, C and spatial letters in the order that is wanted; "" for layouts that
/// aren't made of just these (blocked ones and the like).
std::string LayoutConverter::getTargetLayout(StringRef layout) const {
  std::string spatial;
  for (char axis : layout) {
    if (axis == 'N' || axis == 'C')
      continue;
    if (axis != 'D' && axis != 'H' && axis != 'W')
      return "";
    spatial += axis;
  }
  if (layout.count('N') != 1 || layout.count('C') != 1 || spatial.empty())
    return "";
  llvm::sort(spatial); // D, H, W
  return channelsLast ? "N" + spatial + "C" : "NC" + spatial;
}

bool LayoutConverter::isAnyTracked(ValueRange operands) const {
  return llvm::any_of(operands,
                      [&](Value value) { return values.isTracked(value); });
}

std::optional<Held> LayoutConverter::getTrackedOperand(Operation *op) {
  if (!values.isTracked(op->getOperand(0)) || !hasStaticTypes(op))
    return std::nullopt;
  return values.getPlain(op->getOperand(0));
}

void LayoutConverter::setResult(Value result, Permutation perm,
                                bool fromLayout) {
  auto type = cast<RankedTensorType>(result.getType());
  Held how{result, perm, llvm::to_vector<6>(type.getShape()), fromLayout};
  result.setType(type.clone(
      applyPermutation(type.getShape(), invertPermutationVector(perm))));
  values.set(result, std::move(how));
}

void LayoutConverter::follow(Operation *op, const Held &data) {
  op->setOperand(0, data.value);
  for (OpOperand &operand : llvm::drop_begin(op->getOpOperands()))
    operand.set(values.getLogical(operand.get()));
  // Results of other ranks are by channel (batch_norm's statistics).
  for (Value result : op->getResults())
    if (getShape(result).size() == data.perm.size())
      setResult(result, data.perm, data.fromLayout);
}

void LayoutConverter::followElementwise(Operation *op, Held data) {
  Value result = op->getResult(0);
  result.setType(cast<RankedTensorType>(result.getType())
                     .clone(data.getType().getShape()));
  data.value = result;
  values.set(result, std::move(data));
}

//===----------------------------------------------------------------------===//
// Ops with a layout
//===----------------------------------------------------------------------===//

bool LayoutConverter::convertLayoutOp(RelayLayoutOpInterface layoutOp,
                                      StringRef layoutAttr) {
  Operation *op = layoutOp;
  std::string target = getTargetLayout(layoutOp.getOperandLayout(0));
  if (target.empty() || !hasStaticTypes(op) || op->getNumResults() != 1)
    return false;
  auto perm = getLayoutPermutation(layoutOp.getOperandLayout(0), target);
  auto resultPerm = getLayoutPermutation(layoutOp.getResultLayout(), target);
  if (!perm || !resultPerm ||
      perm->size() != values.get(op->getOperand(0))->shape.size() ||
      resultPerm->size() != getShape(op->getResult(0)).size())
    return false;

  // Operands of data's layout change with it; weights have layouts of their
  // own.
  std::string dataLayout = layoutOp.getOperandLayout(0).str();
  for (OpOperand &operand : op->getOpOperands())
    operand.set(layoutOp.getOperandLayout(operand.getOperandNumber()) ==
                        dataLayout
                    ? values.getAs(operand.get(), *perm)
                    : values.getLogical(operand.get()));
  op->setAttr(layoutAttr, StringAttr::get(context, target));
  if (op->hasAttr("out_layout"))
    op->setAttr("out_layout", StringAttr::get(context, ""));
  setResult(op->getResult(0), *resultPerm, /*fromLayout=*/true);
  return true;
}

/// nn.dense of a flattened feature map: the weight's columns are put in the
/// order in which memory has the map, at compile time.
template <typename DenseOpT>
bool LayoutConverter::convertDense(DenseOpT op) {
  std::optional<Held> how = values.get(op.getData());
  if (!how || !how->isReshaped() || how->shape.size() != 2 ||
      !isConstantExpression(op.getWeight()) || !hasStaticTypes(op))
    return false;
  // The rows must be the leading dimensions, in the model and in memory.
  SmallVector<int64_t> permuted = how->getPermutedShape();
  int64_t rows = how->shape[0], columns = how->shape[1];
  int64_t rank = permuted.size(), lead = 0, product = 1;
  while (lead < rank && product * permuted[lead] <= rows)
    product *= permuted[lead++];
  if (product != rows || columns == 0)
    return false;
  SmallVector<int64_t> leading, trailing, positions;
  for (int64_t dim : invertPermutationVector(how->perm))
    (dim < lead ? leading : trailing).push_back(dim);
  for (int64_t dim : llvm::concat<int64_t>(leading, trailing))
    positions.push_back(how->perm[dim]);
  if (!llvm::is_sorted(leading) ||
      !movesNothing(how->getType().getShape(), positions))
    return false;

  Value weight = values.getLogical(op.getWeight());
  SmallVector<int64_t> weightShape(getShape(weight));
  SmallVector<int64_t> unflattened = {weightShape[0]};
  SmallVector<int64_t> axes = {0};
  for (int64_t dim = lead; dim < rank; ++dim)
    unflattened.push_back(permuted[dim]);
  for (int64_t dim : trailing)
    axes.push_back(dim - lead + 1);
  weight = values.makeReshape(weight, unflattened);
  weight = values.makeTranspose(weight, axes);
  op->setOperand(0, values.makeReshape(how->value, {rows, columns}));
  op->setOperand(1, values.makeReshape(weight, weightShape));
  return true;
}

//===----------------------------------------------------------------------===//
// Ops that work elementwise
//===----------------------------------------------------------------------===//

bool LayoutConverter::convertElementwise(Operation *op) {
  if (!values.isTracked(op->getOperand(0)) || !hasStaticTypes(op))
    return false;
  // A pending reshape stays pending.
  Held how = *values.get(op->getOperand(0));
  op->setOperand(0, how.value);
  followElementwise(op, std::move(how));
  return true;
}

static bool areScalars(ValueRange operands) {
  return llvm::all_of(operands, [](Value operand) {
    auto type = dyn_cast<RankedTensorType>(operand.getType());
    return type && type.getRank() == 0;
  });
}

/// What follows operand 0 are its scale and zero point and the result's. Where
/// they vary, `axis` says along which dimension.
bool LayoutConverter::convertQuantizedElementwise(Operation *op) {
  auto axis = op->getAttrOfType<IntegerAttr>("axis");
  auto type = dyn_cast<RankedTensorType>(op->getResult(0).getType());
  // Vectors of one element go with an axis that the data does not have.
  bool hasAxis = axis && type && axis.getInt() < type.getRank() &&
                 axis.getInt() >= -type.getRank();
  if (!hasAxis || areScalars(op->getOperands().drop_front()))
    return convertElementwise(op);
  return convertAlongAxis(op);
}

std::optional<Held> LayoutConverter::chooseOrder(ArrayRef<Value> operands,
                                                 int64_t rank) {
  SmallVector<Value> arrays;
  for (Value operand : operands)
    if (static_cast<int64_t>(values.getPlain(operand)->shape.size()) == rank)
      arrays.push_back(operand);

  std::optional<Held> best;
  int64_t bestCost = 0;
  auto consider = [&](const Held &candidate) {
    int64_t cost = 0;
    for (Value operand : arrays)
      cost += values.getCost(operand, candidate.perm);
    if (!best || cost < bestCost ||
        (cost == bestCost && candidate.fromLayout && !best->fromLayout)) {
      best = candidate;
      bestCost = cost;
    }
  };
  // The orders that operands have are few; a limit keeps hostile models cheap.
  constexpr size_t maxCandidates = 4;
  SmallVector<Permutation> seen;
  for (Value operand : arrays) {
    Held how = *values.get(operand);
    if (isConstantExpression(how.value) || llvm::is_contained(seen, how.perm) ||
        seen.size() == maxCandidates)
      continue;
    seen.push_back(how.perm);
    consider(how);
  }
  return best;
}

Value LayoutConverter::getBroadcastOperand(Value operand,
                                           ArrayRef<int64_t> order) {
  Held how = *values.getPlain(operand);
  if (how.shape.size() == order.size())
    return values.getAs(operand, order);
  Value value = values.getLogical(operand);
  if (how.getType().getNumElements() == 1)
    return value;
  SmallVector<int64_t> shape(order.size() - how.shape.size(), 1);
  llvm::append_range(shape, how.shape);
  return values.makeTranspose(values.makeReshape(value, shape),
                              invertPermutationVector(order));
}

bool LayoutConverter::convertBroadcast(Operation *op) {
  if (!isAnyTracked(op->getOperands()) || !hasStaticTypes(op))
    return false;
  int64_t rank = getShape(op->getResult(0)).size();
  // Numbers go with any order, and with a pending reshape as well.
  llvm::SetVector<Value> arrays;
  for (Value operand : op->getOperands())
    if (values.get(operand)->getType().getNumElements() != 1)
      arrays.insert(operand);
  if (arrays.size() == 1) {
    Held how = *values.get(arrays.front());
    if (how.isReshaped() && static_cast<int64_t>(how.shape.size()) == rank) {
      for (OpOperand &operand : op->getOpOperands())
        operand.set(
            operand.get() == arrays.front()
                ? how.value
                : values.makeReshape(values.getLogical(operand.get()), {}));
      followElementwise(op, std::move(how));
      return true;
    }
  }
  std::optional<Held> order = chooseOrder(arrays.getArrayRef(), rank);
  if (!order)
    return false;
  for (OpOperand &operand : op->getOpOperands())
    operand.set(getBroadcastOperand(operand.get(), order->perm));
  setResult(op->getResult(0), order->perm, order->fromLayout);
  return true;
}

/// Scales and zero points that don't vary go with any order.
bool LayoutConverter::convertQuantizedBroadcast(Operation *op) {
  return areScalars(op->getOperands().drop_front(2)) && convertBroadcast(op);
}

bool LayoutConverter::convertConcatenate(ConcatenateOp op) {
  if (!isAnyTracked(op->getOperands()) || !hasStaticTypes(op))
    return false;
  int64_t rank = getShape(op.getResult()).size();
  std::optional<Held> order =
      chooseOrder(llvm::to_vector(op->getOperands()), rank);
  if (!order)
    return false;
  for (OpOperand &operand : op->getOpOperands())
    operand.set(values.getAs(operand.get(), order->perm));
  setAttr(op, "axis", order->perm[normalizeAxis(op.getAxis(), rank)]);
  setResult(op.getResult(), order->perm, order->fromLayout);
  return true;
}

//===----------------------------------------------------------------------===//
// Ops that name axes
//===----------------------------------------------------------------------===//

/// Operand 0 and the results have the same dimensions; `axis` names one.
bool LayoutConverter::convertAlongAxis(Operation *op) {
  auto axis = op->getAttrOfType<IntegerAttr>("axis");
  std::optional<Held> how = getTrackedOperand(op);
  if (!how || !axis)
    return false;
  setAttr(op, "axis",
          how->perm[normalizeAxis(axis.getInt(), how->perm.size())]);
  follow(op, *how);
  return true;
}

/// Kernels run best, or only, along the last axis: it is not taken from there.
bool LayoutConverter::convertNormalization(Operation *op) {
  auto axis = op->getAttrOfType<IntegerAttr>("axis");
  std::optional<Held> how = getTrackedOperand(op);
  if (!how || !axis)
    return false;
  int64_t last = how->perm.size() - 1;
  if (normalizeAxis(axis.getInt(), how->perm.size()) == last &&
      how->perm[last] != last)
    return false;
  return convertAlongAxis(op);
}

bool LayoutConverter::convertReduction(Operation *op) {
  std::optional<Held> how = getTrackedOperand(op);
  if (!how)
    return false;
  int64_t rank = how->perm.size();
  auto axes = op->getAttrOfType<DenseI64ArrayAttr>("axis");
  bool exclude = op->getAttrOfType<BoolAttr>("exclude").getValue();
  bool keepDims = op->getAttrOfType<BoolAttr>("keepdims").getValue();
  SmallVector<bool> reduced(rank, !axes || exclude);
  if (axes)
    for (int64_t axis : axes.asArrayRef())
      reduced[normalizeAxis(axis, rank)] = !exclude;
  // A position among several axes is counted in the model's order.
  if (isa<ArgmaxOp, ArgminOp>(op) && llvm::count(reduced, true) != 1)
    return false;

  SmallVector<int64_t> newAxes;
  for (int64_t dim = 0; dim < rank; ++dim)
    if (reduced[dim])
      newAxes.push_back(how->perm[dim]);
  llvm::sort(newAxes);
  Permutation perm;
  for (int64_t dim = 0; dim < rank; ++dim) {
    int64_t position = how->perm[dim];
    if (keepDims)
      perm.push_back(position);
    else if (!reduced[dim]) // its place among the dimensions that are left
      perm.push_back(position - llvm::count_if(newAxes, [&](int64_t axis) {
                       return axis < position;
                     }));
  }
  op->setOperand(0, how->value);
  setAttr(op, "axis", ArrayRef<int64_t>(newAxes));
  op->setAttr("exclude", BoolAttr::get(context, false));
  setResult(op->getResult(0), perm, how->fromLayout);
  return true;
}

bool LayoutConverter::convertSlice(StridedSliceOp op) {
  std::optional<Held> how = getTrackedOperand(op);
  if (!how)
    return false;
  SmallVector<int64_t> axes;
  if (op.getAxes())
    axes = llvm::to_vector(*op.getAxes());
  else
    axes = llvm::to_vector(llvm::seq<int64_t>(0, op.getBegin().size()));
  for (int64_t &axis : axes)
    axis = how->perm[normalizeAxis(axis, how->perm.size())];
  setAttr(op, "axes", ArrayRef<int64_t>(axes));
  // With `axes` there is a step for each of them; those left out are 1.
  SmallVector<int64_t> strides = llvm::to_vector(op.getStrides());
  strides.resize(axes.size(), 1);
  setAttr(op, "strides", ArrayRef<int64_t>(strides));
  follow(op, *how);
  return true;
}

bool LayoutConverter::convertPad(Operation *op) {
  auto widths = op->getAttrOfType<DenseI64ArrayAttr>("pad_width");
  std::optional<Held> how = getTrackedOperand(op);
  if (!how || widths.size() != 2 * static_cast<int64_t>(how->perm.size()))
    return false;
  SmallVector<int64_t> newWidths(widths.size());
  for (auto [dim, position] : llvm::enumerate(how->perm)) {
    newWidths[2 * position] = widths[2 * dim];
    newWidths[2 * position + 1] = widths[2 * dim + 1];
  }
  setAttr(op, "pad_width", ArrayRef<int64_t>(newWidths));
  follow(op, *how);
  return true;
}

bool LayoutConverter::convertTake(TakeOp op) {
  std::optional<Held> indices = values.get(op.getIndices());
  if (!op.getAxis() || op.getBatchDims() != 0 || !indices ||
      indices->shape.size() != 1)
    return false;
  return convertAlongAxis(op);
}

bool LayoutConverter::convertL2Normalize(L2NormalizeOp op) {
  std::optional<Held> how = getTrackedOperand(op);
  if (!how)
    return false;
  SmallVector<int64_t> axes;
  for (int64_t axis : op.getAxis())
    axes.push_back(how->perm[normalizeAxis(axis, how->perm.size())]);
  llvm::sort(axes);
  setAttr(op, "axis", ArrayRef<int64_t>(axes));
  follow(op, *how);
  return true;
}

//===----------------------------------------------------------------------===//
// Ops that only say how a value is held
//===----------------------------------------------------------------------===//

bool LayoutConverter::convertTranspose(Operation *op, ArrayRef<int64_t> axes,
                                       bool fromLayout) {
  if (!hasStaticTypes(op) || isConstantExpression(op->getOperand(0)))
    return false;
  bool isAsInModel = !values.isTracked(op->getOperand(0));
  Held how = *values.getPlain(op->getOperand(0));
  if (axes.size() != how.perm.size())
    return false;
  // result = transpose(data, axes) and data = transpose(held, p).
  how.perm = llvm::to_vector<6>(applyPermutation(how.perm, axes));
  how.shape = llvm::to_vector<6>(getShape(op->getResult(0)));
  how.fromLayout |= fromLayout;
  // If somebody needs the transposition after all, this op is it.
  if (isAsInModel && isa<TransposeOp>(op) &&
      !movesNothing(how.getType().getShape(), axes))
    values.setLogical(op->getResult(0));
  values.set(op->getResult(0), std::move(how));
  return true;
}

bool LayoutConverter::convertReshape(Operation *op) {
  if (!values.isTracked(op->getOperand(0)) || !hasStaticTypes(op))
    return false;
  std::optional<Held> how = values.reshape(
      op->getOperand(0), cast<RankedTensorType>(op->getResult(0).getType()));
  if (!how)
    return false;
  values.set(op->getResult(0), std::move(*how));
  return true;
}

//===----------------------------------------------------------------------===//
// The walk
//===----------------------------------------------------------------------===//

bool LayoutConverter::convert(Operation *op) {
  if (op->getNumOperands() == 0 || op->getNumResults() == 0)
    return false;
  StringRef layoutAttr = getLayoutAttrName(op);
  if (!layoutAttr.empty())
    return convertLayoutOp(cast<RelayLayoutOpInterface>(op), layoutAttr);
  if (isView(op))
    return convertReshape(op);
  if (isBroadcastOp(op))
    return convertBroadcast(op);
  if ((op->hasTrait<OpTrait::Elementwise>() || isa<CastOp>(op)) &&
      op->getNumOperands() == 1)
    return convertElementwise(op);
  return TypeSwitch<Operation *, bool>(op)
      .Case([&](TransposeOp op) {
        return convertTranspose(op, op.getPermutation(), false);
      })
      .Case([&](LayoutTransformOp op) {
        auto axes = getLayoutPermutation(op.getDstLayout(), op.getSrcLayout());
        return axes && convertTranspose(op, *axes, true);
      })
      .Case<DenseOp, QNNDenseOp>([&](auto op) { return convertDense(op); })
      .Case<QNNQuantizeOp, QNNDequantizeOp, QNNRequantizeOp, QNNAbsOp, QNNErfOp,
            QNNExpOp, QNNHardswishOp, QNNLogOp, QNNRsqrtOp, QNNSigmoidOp,
            QNNSqrtOp, QNNTanhOp, QNNLeakyReluOp>(
          [&](auto op) { return convertQuantizedElementwise(op); })
      .Case<QNNAddOp, QNNMulOp, QNNSubtractOp>(
          [&](auto op) { return convertQuantizedBroadcast(op); })
      .Case([&](ConcatenateOp op) { return convertConcatenate(op); })
      .Case([&](StridedSliceOp op) { return convertSlice(op); })
      .Case([&](TakeOp op) { return convertTake(op); })
      .Case([&](L2NormalizeOp op) { return convertL2Normalize(op); })
      .Case<PadOp, MirrorPadOp>([&](auto op) { return convertPad(op); })
      .Case<SoftmaxOp, FastSoftmaxOp, LogSoftmaxOp, LayerNormOp, QNNSoftmaxOp>(
          [&](auto op) { return convertNormalization(op); })
      .Case<BiasAddOp, BatchNormOp, PReluOp, InstanceNormOp, GroupNormOp, LRNOp,
            ReverseOp, SplitOp>([&](auto op) { return convertAlongAxis(op); })
      .Case<SumOp, MeanOp, MaxOp, MinOp, ProdOp, AllOp, AnyOp, ArgmaxOp,
            ArgminOp>([&](auto op) { return convertReduction(op); })
      .Default([](Operation *) { return false; });
}

/// Erases those of `ops` that nothing uses, and what only they used.
void LayoutConverter::eraseDead(ArrayRef<Operation *> ops) {
  llvm::SetVector<Operation *> candidates(ops.begin(), ops.end());
  llvm::SetVector<Operation *> worklist(ops.begin(), ops.end());
  while (!worklist.empty()) {
    Operation *op = worklist.pop_back_val();
    if (!op->use_empty())
      continue;
    Operation *source = op->getOperand(0).getDefiningOp();
    candidates.remove(op);
    op->erase();
    if (source && candidates.contains(source))
      worklist.insert(source);
  }
}

void LayoutConverter::run(Operation *root) {
  SmallVector<Operation *> ops;
  root->walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (op != root && !isa<ConstantOp>(op))
      ops.push_back(op);
  });
  SmallVector<Operation *> notes;
  for (Operation *op : ops) {
    values.setUser(op);
    if (isView(op) || isa<TransposeOp, LayoutTransformOp>(op))
      notes.push_back(op);
    if (isa_and_present<RelayDialect>(op->getDialect()) && convert(op))
      continue;
    for (OpOperand &operand : op->getOpOperands())
      operand.set(values.getLogical(operand.get()));
  }
  llvm::append_range(notes, values.getMade());
  eraseDead(notes);
}

} // namespace dsp::relay
