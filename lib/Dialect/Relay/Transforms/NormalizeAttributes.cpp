//===- NormalizeAttributes.cpp - Write attributes out ---------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NormalizeAttributes.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace dsp::relay {

/// Counts axes from the front; false if one is out of range.
static bool normalizeAxes(MutableArrayRef<int64_t> axes, int64_t rank) {
  for (int64_t &axis : axes) {
    if (axis < 0)
      axis += rank;
    if (axis < 0 || axis >= rank)
      return false;
  }
  return true;
}

/// The rank of operand 0, which `axis` and the like speak of.
static std::optional<int64_t> getDataRank(Operation *op) {
  auto type = op->getNumOperands() == 0
                  ? nullptr
                  : dyn_cast<RankedTensorType>(op->getOperand(0).getType());
  if (!type)
    return std::nullopt;
  return type.getRank();
}

/// `axis` is one dimension of operand 0.
static void normalizeAxis(Operation *op) {
  auto axis = op->getAttrOfType<IntegerAttr>("axis");
  std::optional<int64_t> rank = getDataRank(op);
  if (!axis || !rank)
    return;
  int64_t value = axis.getInt();
  if (value < 0 && normalizeAxes(value, *rank))
    op->setAttr("axis", Builder(op).getI64IntegerAttr(value));
}

/// `name` is the axis of operand `data` along which the operands `parameters`,
/// a scale and a zero point, vary. It is -1 if they don't.
static void normalizeParameterAxis(Operation *op, StringRef name, unsigned data,
                                   ArrayRef<unsigned> parameters) {
  auto type = dyn_cast<RankedTensorType>(op->getOperand(data).getType());
  auto axis = op->getAttrOfType<IntegerAttr>(name);
  if (!type || !axis)
    return;
  int64_t value = -1;
  bool varies = llvm::any_of(parameters, [&](unsigned index) {
    return cast<RankedTensorType>(op->getOperand(index).getType()).getRank() !=
           0;
  });
  if (varies) {
    // Relay takes no other axis of a vector or scalar.
    value = type.getRank() <= 1 ? 0 : axis.getInt();
    normalizeAxes(value, type.getRank());
  }
  op->setAttr(name, Builder(op).getI64IntegerAttr(value));
}

/// `axis` lists dimensions of operand 0; none or `exclude` are resolved.
static void normalizeReduction(Operation *op) {
  std::optional<int64_t> rank = getDataRank(op);
  auto exclude = op->getAttrOfType<BoolAttr>("exclude");
  if (!rank || !exclude)
    return;
  auto axes = op->getAttrOfType<DenseI64ArrayAttr>("axis");
  SmallVector<int64_t> listed;
  if (axes)
    listed = llvm::to_vector(axes.asArrayRef());
  if (!normalizeAxes(listed, *rank))
    return;
  SmallVector<int64_t> reduced;
  for (int64_t dim = 0; dim < *rank; ++dim)
    if (!axes || llvm::is_contained(listed, dim) != exclude.getValue())
      reduced.push_back(dim);
  Builder builder(op);
  op->setAttr("axis", builder.getDenseI64ArrayAttr(reduced));
  op->setAttr("exclude", builder.getBoolAttr(false));
}

/// A list `name` with one number for each of `count` places, of which the model
/// may give just one.
static void repeatSingle(Operation *op, StringRef name, size_t count) {
  auto list = op->getAttrOfType<DenseI64ArrayAttr>(name);
  if (!list || list.size() != 1 || count == 1)
    return;
  op->setAttr(name, Builder(op).getDenseI64ArrayAttr(
                        SmallVector<int64_t>(count, list[0])));
}

/// `padding` has one number, one for each dimension or one for each side.
static void normalizePadding(Operation *op, size_t spatialRank) {
  auto padding = op->getAttrOfType<DenseI64ArrayAttr>("padding");
  if (!padding)
    return;
  ArrayRef<int64_t> given = padding.asArrayRef();
  SmallVector<int64_t> sides;
  if (given.size() == 1)
    sides.assign(2 * spatialRank, given[0]);
  else if (given.size() == spatialRank)
    for (int i = 0; i < 2; ++i)
      llvm::append_range(sides, given);
  else
    return;
  op->setAttr("padding", Builder(op).getDenseI64ArrayAttr(sides));
}

static RankedTensorType getStaticType(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type && type.hasStaticShape() ? type : nullptr;
}

template <typename ConvOp>
static void normalizeConv(ConvOp op) {
  if (op.getDataLayout().size() < 3)
    return;
  size_t spatialRank = op.getDataLayout().size() - 2;
  repeatSingle(op, "strides", spatialRank);
  repeatSingle(op, "dilation", spatialRank);
  repeatSingle(op, "output_padding", spatialRank);
  normalizePadding(op, spatialRank);
  Builder builder(op.getContext());

  RankedTensorType result = getStaticType(op.getResult());
  StringRef layout = op.getResultLayout();
  size_t channelAxis = layout.find('C');
  if (result && channelAxis != StringRef::npos && !layout.contains('c') &&
      static_cast<int64_t>(layout.size()) == result.getRank())
    op.setChannelsAttr(
        builder.getI64IntegerAttr(result.getDimSize(channelAxis)));

  RankedTensorType weight = getStaticType(op.getWeight());
  StringRef kernelLayout = op.getKernelLayout();
  if (!weight || static_cast<int64_t>(kernelLayout.size()) != weight.getRank())
    return;
  SmallVector<int64_t> kernel;
  for (auto [dim, axis] : llvm::enumerate(kernelLayout))
    if (axis == 'D' || axis == 'H' || axis == 'W')
      kernel.push_back(weight.getDimSize(dim));
  if (kernel.size() == spatialRank)
    op.setKernelSizeAttr(builder.getDenseI64ArrayAttr(kernel));
}

template <typename PoolOp>
static void normalizePool(PoolOp op) {
  if (op.getLayout().size() < 3)
    return;
  size_t spatialRank = op.getLayout().size() - 2;
  for (StringRef name : {"pool_size", "strides", "dilation", "output_size"})
    repeatSingle(op, name, spatialRank);
  normalizePadding(op, spatialRank);
}

void normalizeAttributes(Operation *op) {
  TypeSwitch<Operation *>(op)
      .Case<Conv1DOp, Conv2DOp, Conv3DOp, Conv1DTransposeOp, Conv2DTransposeOp,
            Conv3DTransposeOp, QNNConv2DOp, QNNConv2DTransposeOp>(
          [](auto op) { normalizeConv(op); })
      .Case<MaxPool1DOp, MaxPool2DOp, MaxPool3DOp, AvgPool1DOp, AvgPool2DOp,
            AvgPool3DOp, AdaptiveMaxPool1DOp, AdaptiveMaxPool2DOp,
            AdaptiveMaxPool3DOp, AdaptiveAvgPool1DOp, AdaptiveAvgPool2DOp,
            AdaptiveAvgPool3DOp, QNNAvgPool2DOp>(
          [](auto op) { normalizePool(op); })
      .Case<DenseOp, QNNDenseOp>([](auto op) {
        if (RankedTensorType weight = getStaticType(op.getWeight()))
          op.setUnitsAttr(
              Builder(op.getContext()).getI64IntegerAttr(weight.getDimSize(0)));
      })
      .Case([](TransposeOp op) { op.setAxes(op.getPermutation()); })
      .Case<SumOp, MeanOp, MaxOp, MinOp, ProdOp, AllOp, AnyOp, VarianceOp,
            ArgmaxOp, ArgminOp>([](auto op) { normalizeReduction(op); })
      .Case([](L2NormalizeOp op) {
        SmallVector<int64_t> axes = llvm::to_vector(op.getAxis());
        if (!normalizeAxes(axes, *getDataRank(op)))
          return;
        llvm::sort(axes);
        op.setAxis(axes);
      })
      .Case<SoftmaxOp, FastSoftmaxOp, LogSoftmaxOp, BiasAddOp, BatchNormOp,
            PReluOp, LayerNormOp, InstanceNormOp, GroupNormOp, LRNOp,
            ConcatenateOp, SplitOp, TakeOp, GatherOp, ReverseOp, RepeatOp,
            CumsumOp, CumprodOp, ArgsortOp, SortOp, TopkOp, QNNSoftmaxOp,
            QNNConcatenateOp>([](auto op) { normalizeAxis(op); })
      .Case<QNNQuantizeOp, QNNDequantizeOp>(
          [](auto op) { normalizeParameterAxis(op, "axis", 0, {1, 2}); })
      .Case([](QNNRequantizeOp op) {
        normalizeParameterAxis(op, "axis", 0, {1, 2});
        // What TVM takes where a model leaves it open.
        if (op.getRounding() == "None")
          op.setRounding("UPWARD");
        if (op.getComputeDtype() == "None")
          op.setComputeDtype("int64");
      })
      .Case<QNNAddOp, QNNMulOp, QNNSubtractOp>([](auto op) {
        normalizeParameterAxis(op, "lhs_axis", 0, {2, 3});
        normalizeParameterAxis(op, "rhs_axis", 1, {4, 5});
      })
      .Case([](StackOp op) {
        // One axis more than the operands have.
        if (op.getAxis() < 0)
          if (std::optional<int64_t> rank = getDataRank(op))
            op.setAxis(op.getAxis() + *rank + 1);
      });
}

} // namespace dsp::relay
