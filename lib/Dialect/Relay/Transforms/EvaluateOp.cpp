//===- EvaluateOp.cpp - Evaluate ops on constants -------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConstantEval.h"
#include "dsp/Dialect/Relay/Transforms/ConstantFolding.h"
#include "mlir/Dialect/Utils/IndexingUtils.h"
#include "llvm/ADT/SmallBitVector.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace dsp::relay {
namespace {

/// Evaluates one op; each method fills `values` or returns false.
class Evaluator {
public:
  Evaluator(Operation *op, ArrayRef<ConstantView> inputs,
            SmallVectorImpl<ElementsAttr> &values)
      : op(op), inputs(inputs), values(values) {}

  bool run();

private:
  RankedTensorType resultType(unsigned i = 0) const {
    return cast<RankedTensorType>(op->getResult(i).getType());
  }
  unsigned elementBytes() const {
    return getElementBytes(resultType().getElementType());
  }
  /// Relay's name of the op.
  StringRef relayName() const { return op->getName().stripDialect(); }

  void finish(ConstantBuffer &&buffer) {
    StringAttr name = getInheritedName(op);
    values.push_back(
        std::move(buffer).finish(name ? name.getValue() : "constant"));
  }

  bool reshape();
  bool fill(ConstantView value);
  bool uniform(int64_t value);
  bool permute(ArrayRef<int64_t> axes);
  bool broadcast();
  bool concatenate(int64_t axis);
  bool split(int64_t axis);
  bool slice(StridedSliceOp slice);
  bool take(TakeOp take);
  bool reduce();

  template <typename Fn>
  bool compute(Fn fn) {
    ConstantBuffer out(resultType());
    if (!fn(out))
      return false;
    finish(std::move(out));
    return true;
  }

  Operation *op;
  ArrayRef<ConstantView> inputs;
  SmallVectorImpl<ElementsAttr> &values;
};

} // namespace

/// `axis` counted from the front; -1 if it is out of range.
static int64_t normalizeAxis(int64_t axis, int64_t rank) {
  if (axis < 0)
    axis += rank;
  return axis >= 0 && axis < rank ? axis : -1;
}

StringAttr getInheritedName(Operation *op) {
  StringAttr name;
  int64_t best = -1;
  for (Value operand : op->getOperands()) {
    auto constant = operand.getDefiningOp<ConstantOp>();
    if (!constant || !constant.getNameAttr())
      continue;
    int64_t bytes = getConstantBytes(
        cast<RankedTensorType>(constant.getResult().getType()));
    if (bytes > best) {
      name = constant.getNameAttr();
      best = bytes;
    }
  }
  return name;
}

/// The same elements in another shape: no byte is copied.
bool Evaluator::reshape() {
  ElementsAttr value = op->getOperand(0).getDefiningOp<ConstantOp>().getValue();
  RankedTensorType type = resultType();
  if (type.getElementType() != inputs[0].getElementType() ||
      type.getNumElements() != inputs[0].getNumElements())
    return false;
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(value))
    values.push_back(
        DenseResourceElementsAttr::get(type, resource.getRawHandle()));
  else
    values.push_back(cast<DenseElementsAttr>(value).reshape(type));
  return true;
}

/// Every element is that of `value`.
bool Evaluator::fill(ConstantView value) {
  if (value.getNumElements() != 1 ||
      value.getElementType() != resultType().getElementType())
    return false;
  return compute([&](ConstantBuffer &out) {
    ArrayRef<int64_t> shape = resultType().getShape();
    copyStrided(out.getBytes().data(), {0, getDenseStrides(shape)},
                value.getBytes().data(),
                {0, SmallVector<int64_t>(shape.size(), 0)}, shape,
                elementBytes());
    return true;
  });
}

bool Evaluator::uniform(int64_t value) {
  Type type = resultType().getElementType();
  Attribute number;
  if (isa<FloatType>(type))
    number = FloatAttr::get(type, static_cast<double>(value));
  else
    number = IntegerAttr::get(type, value);
  auto one = DenseElementsAttr::get(RankedTensorType::get({}, type), number);
  return fill(*ConstantView::get(cast<ElementsAttr>(one)));
}

bool Evaluator::permute(ArrayRef<int64_t> axes) {
  const ConstantView &in = inputs[0];
  if (in.isSplat())
    return broadcast();
  ArrayRef<int64_t> shape = resultType().getShape();
  if (axes.size() != shape.size() || !isPermutationVector(axes) ||
      applyPermutation(in.getShape(), axes) != SmallVector<int64_t>(shape))
    return false;
  return compute([&](ConstantBuffer &out) {
    copyStrided(out.getBytes().data(), {0, getDenseStrides(shape)},
                in.getBytes().data(),
                {0, applyPermutation(getDenseStrides(in.getShape()), axes)},
                shape, elementBytes());
    return true;
  });
}

bool Evaluator::broadcast() {
  const ConstantView &in = inputs[0];
  ArrayRef<int64_t> shape = resultType().getShape();
  if (in.getElementType() != resultType().getElementType() ||
      (!in.isSplat() && in.getShape().size() > shape.size()))
    return false;
  return compute([&](ConstantBuffer &out) {
    copyStrided(out.getBytes().data(), {0, getDenseStrides(shape)},
                in.getBytes().data(), {0, getBroadcastStrides(in, shape)},
                shape, elementBytes());
    return true;
  });
}

bool Evaluator::concatenate(int64_t axis) {
  ArrayRef<int64_t> shape = resultType().getShape();
  axis = normalizeAxis(axis, shape.size());
  if (axis < 0)
    return false;
  return compute([&](ConstantBuffer &out) {
    SmallVector<int64_t> strides = getDenseStrides(shape);
    int64_t offset = 0;
    for (const ConstantView &in : inputs) {
      copyStrided(out.getBytes().data(), {offset * strides[axis], strides},
                  in.getBytes().data(),
                  {0, getBroadcastStrides(in, in.getShape())}, in.getShape(),
                  elementBytes());
      offset += in.getShape()[axis];
    }
    return true;
  });
}

bool Evaluator::split(int64_t axis) {
  const ConstantView &in = inputs[0];
  axis = normalizeAxis(axis, in.getShape().size());
  if (axis < 0)
    return false;
  SmallVector<int64_t> strides = getBroadcastStrides(in, in.getShape());
  // Of a dimension of size 1 there is one piece, wherever its stride points.
  int64_t offset = 0;
  for (Value result : op->getResults()) {
    auto type = cast<RankedTensorType>(result.getType());
    ConstantBuffer out(type);
    copyStrided(out.getBytes().data(), {0, getDenseStrides(type.getShape())},
                in.getBytes().data(), {offset * strides[axis], strides},
                type.getShape(), elementBytes());
    offset += type.getDimSize(axis);
    finish(std::move(out));
  }
  return true;
}

bool Evaluator::slice(StridedSliceOp slice) {
  const ConstantView &in = inputs[0];
  ArrayRef<int64_t> from = in.getShape(), to = resultType().getShape();
  StridedSide source{0, getBroadcastStrides(in, from)};
  for (auto [dim, range] : llvm::enumerate(slice.getRanges())) {
    int64_t last = range.begin + (to[dim] - 1) * range.stride;
    if (to[dim] > 0 && (range.begin < 0 || range.begin >= from[dim] ||
                        last < 0 || last >= from[dim]))
      return false;
    source.offset += range.begin * source.strides[dim];
    source.strides[dim] *= range.stride;
  }
  return compute([&](ConstantBuffer &out) {
    copyStrided(out.getBytes().data(), {0, getDenseStrides(to)},
                in.getBytes().data(), source, to, elementBytes());
    return true;
  });
}

bool Evaluator::take(TakeOp take) {
  const ConstantView &in = inputs[0];
  std::optional<SmallVector<int64_t>> indices = inputs[1].getIntegers();
  if (!indices || in.isSplat() || take.getBatchDims() != 0)
    return false;
  // The data as [outer, extent, inner].
  int64_t outer = 1, extent = in.getNumElements(), inner = 1;
  if (take.getAxis()) {
    int64_t axis = normalizeAxis(*take.getAxis(), in.getShape().size());
    if (axis < 0)
      return false;
    for (auto [dim, size] : llvm::enumerate(in.getShape())) {
      if (static_cast<int64_t>(dim) < axis)
        outer *= size;
      else if (static_cast<int64_t>(dim) == axis)
        extent = size;
      else
        inner *= size;
    }
  }
  if (resultType().getNumElements() !=
      outer * inner * static_cast<int64_t>(indices->size()))
    return false;
  for (int64_t index : *indices)
    if (index < 0 || index >= extent) // what it means depends on the mode
      return false;
  return compute([&](ConstantBuffer &out) {
    int64_t run = inner * elementBytes();
    char *to = out.getBytes().data();
    for (int64_t o = 0; o < outer; ++o)
      for (int64_t index : *indices) {
        memcpy(to, in.getBytes().data() + (o * extent + index) * run, run);
        to += run;
      }
    return true;
  });
}

bool Evaluator::reduce() {
  auto axes = op->getAttrOfType<DenseI64ArrayAttr>("axis");
  auto exclude = op->getAttrOfType<BoolAttr>("exclude");
  int64_t rank = inputs[0].getShape().size();
  SmallVector<bool> reduced(rank, !axes);
  if (axes) {
    bool listed = !(exclude && exclude.getValue());
    reduced.assign(rank, !listed);
    for (int64_t axis : axes.asArrayRef()) {
      int64_t dim = normalizeAxis(axis, rank);
      if (dim < 0)
        return false;
      reduced[dim] = listed;
    }
  }
  return compute([&](ConstantBuffer &out) {
    return evaluateReduction(relayName(), inputs[0], reduced, out);
  });
}

bool Evaluator::run() {
  return TypeSwitch<Operation *, bool>(op)
      .Case<ReshapeOp, SqueezeOp, ExpandDimsOp, BatchFlattenOp, CopyOp,
            StopFusionOp>([&](auto) { return reshape(); })
      .Case([&](TransposeOp transpose) {
        return permute(transpose.getPermutation());
      })
      .Case([&](LayoutTransformOp transform) {
        // Blocked layouts have lower-case letters.
        StringRef from = transform.getSrcLayout();
        SmallVector<int64_t> axes;
        for (char axis : transform.getDstLayout()) {
          size_t position =
              (axis >= 'A' && axis <= 'Z') ? from.find(axis) : StringRef::npos;
          if (position == StringRef::npos)
            return false;
          axes.push_back(position);
        }
        return permute(axes);
      })
      .Case<BroadcastToOp, BroadcastToLikeOp>([&](auto) { return broadcast(); })
      .Case<ZerosOp, ZerosLikeOp>([&](auto) { return uniform(0); })
      .Case<OnesOp, OnesLikeOp>([&](auto) { return uniform(1); })
      .Case([&](FullOp) { return fill(inputs[0]); })
      .Case([&](FullLikeOp) { return fill(inputs[1]); })
      .Case([&](ArangeOp) {
        return compute([&](ConstantBuffer &out) {
          return evaluateArange(inputs[0], inputs[2], out);
        });
      })
      .Case([&](ConcatenateOp concat) { return concatenate(concat.getAxis()); })
      .Case([&](SplitOp op) { return split(op.getAxis()); })
      .Case([&](StridedSliceOp op) { return slice(op); })
      .Case([&](TakeOp op) { return take(op); })
      .Case([&](CastOp) {
        return compute(
            [&](ConstantBuffer &out) { return evaluateCast(inputs[0], out); });
      })
      .Case([&](ClipOp clip) {
        return compute([&](ConstantBuffer &out) {
          return evaluateClip(inputs[0], clip.getAMin(), clip.getAMax(), out);
        });
      })
      .Case([&](WhereOp) {
        return compute([&](ConstantBuffer &out) {
          return evaluateWhere(inputs[0], inputs[1], inputs[2], out);
        });
      })
      .Case([&](QNNQuantizeOp op) {
        return compute([&](ConstantBuffer &out) {
          return evaluateQuantize(inputs[0], inputs[1], inputs[2], op.getAxis(),
                                  out);
        });
      })
      .Case([&](QNNDequantizeOp op) {
        return compute([&](ConstantBuffer &out) {
          return evaluateDequantize(inputs[0], inputs[1], inputs[2],
                                    op.getAxis(), out);
        });
      })
      .Case([&](QNNRequantizeOp op) {
        return compute([&](ConstantBuffer &out) {
          return evaluateRequantize(
              inputs[0],
              {inputs[1], inputs[2], inputs[3], inputs[4], op.getAxis()},
              op.getRounding(), op.getComputeDtype(), out);
        });
      })
      .Case([&](FixedPointMultiplyOp op) {
        return compute([&](ConstantBuffer &out) {
          return evaluateFixedPointMultiply(inputs[0], op.getMultiplier(),
                                            op.getShift(), out);
        });
      })
      .Case<SumOp, MeanOp, MaxOp, MinOp, AllOp, AnyOp>(
          [&](auto) { return reduce(); })
      .Default([&](Operation *op) {
        if (op->getNumResults() != 1 || inputs.empty() || inputs.size() > 2)
          return false;
        return compute([&](ConstantBuffer &out) {
          return inputs.size() == 1
                     ? evaluateUnary(relayName(), inputs[0], out)
                     : evaluateBinary(relayName(), inputs[0], inputs[1], out);
        });
      });
}

LogicalResult evaluateOp(Operation *op, int64_t maxGrowth,
                         SmallVectorImpl<ElementsAttr> &values) {
  if (!isa_and_present<RelayDialect>(op->getDialect()) ||
      op->getNumRegions() != 0 || op->getNumResults() == 0 ||
      isa<ConstantOp>(op))
    return failure();
  SmallVector<ConstantView> inputs;
  int64_t operandBytes = 0;
  for (Value operand : op->getOperands()) {
    auto constant = operand.getDefiningOp<ConstantOp>();
    if (!constant)
      return failure();
    std::optional<ConstantView> view = ConstantView::get(constant.getValue());
    if (!view)
      return failure();
    inputs.push_back(*view);
    operandBytes += getConstantBytes(view->getType());
  }
  int64_t resultBytes = 0;
  for (Type result : op->getResultTypes()) {
    auto type = dyn_cast<RankedTensorType>(result);
    if (!type || !type.hasStaticShape() ||
        getElementBytes(type.getElementType()) == 0)
      return failure();
    resultBytes += getConstantBytes(type);
  }
  // Weights that floats are computed from are of no use to a kernel before.
  if (resultBytes > operandBytes + maxGrowth && !isa<QNNDequantizeOp>(op))
    return failure();
  return success(Evaluator(op, inputs, values).run());
}

bool isConstantExpression(Value value) {
  // Weights go through a scale, a permutation and a reshape or two.
  constexpr unsigned maxOps = 32;
  SmallVector<Value> worklist = {value};
  for (unsigned visited = 0; !worklist.empty(); ++visited) {
    Operation *op = worklist.pop_back_val().getDefiningOp();
    if (!op || visited == maxOps)
      return false;
    if (isa<ConstantOp>(op))
      continue;
    if (!isa<ReshapeOp, TransposeOp, MultiplyOp, AddOp, BitwiseXorOp, CastOp,
             NegativeOp, SubtractOp, RsqrtOp, SqrtOp, DivideOp,
             QNNDequantizeOp>(op))
      return false;
    llvm::append_range(worklist, op->getOperands());
  }
  return true;
}

Value evaluateInPlace(RewriterBase &rewriter, Operation *op) {
  constexpr int64_t maxBytes = 1 << 16;
  SmallVector<ElementsAttr> values;
  auto type = dyn_cast<RankedTensorType>(op->getResult(0).getType());
  if (!type || !type.hasStaticShape() || getConstantBytes(type) > maxBytes ||
      failed(evaluateOp(op, maxBytes, values)))
    return op->getResult(0);
  auto constant = ConstantOp::create(rewriter, op->getLoc(), values.front(),
                                     getInheritedName(op));
  rewriter.eraseOp(op);
  return constant;
}

} // namespace dsp::relay
