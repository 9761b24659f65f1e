//===- ZeroPointPatterns.cpp - Zero points that kernels don't take --------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Kernels of layers are given one number for the input's zero point and one for
// the weights'. Others, computed at run time or one for each channel, leave the
// sum:
//
//   sum((x - zx) * w) = sum(x * w) - zx * sum(w)
//   sum(x * (w - zw)) = sum(x * w) - sum(x) * zw
//
// Sums wrap around, so this is exact.
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

Value makeReshape(PatternRewriter &rewriter, Value value,
                  ArrayRef<int64_t> shape) {
  auto type = cast<RankedTensorType>(value.getType());
  if (type.getShape() == shape)
    return value;
  return createEvaluated<ReshapeOp>(rewriter, value.getLoc(), type.clone(shape),
                                    value, llvm::to_vector(shape));
}

/// A constant of `type` whose elements all are `number`.
Value makeSplat(PatternRewriter &rewriter, Location loc, RankedTensorType type,
                int64_t number) {
  return ConstantOp::create(
      rewriter, loc,
      DenseElementsAttr::get(
          type, rewriter.getIntegerAttr(type.getElementType(), number)),
      StringAttr());
}

/// The sums over all dimensions but `kept`, in 32 bits.
Value sumOver(PatternRewriter &rewriter, Value weight, ArrayRef<int64_t> kept) {
  auto type = cast<RankedTensorType>(weight.getType());
  SmallVector<int64_t> axes, shape;
  for (int64_t axis = 0; axis < type.getRank(); ++axis)
    if (llvm::is_contained(kept, axis))
      shape.push_back(type.getDimSize(axis));
    else
      axes.push_back(axis);
  auto result = RankedTensorType::get(shape, rewriter.getI32Type());
  Location loc = weight.getLoc();

  // Constants are added up at once: widened to 32 bits they would be too large
  // to be folded.
  std::optional<ConstantView> view = ConstantView::get(weight);
  std::optional<SmallVector<int64_t>> numbers =
      view ? view->getIntegers() : std::nullopt;
  if (numbers && kept.size() == 1) {
    SmallVector<int32_t> sums(shape.front(), 0);
    int64_t inner = 1;
    for (int64_t size : type.getShape().drop_front(kept.front() + 1))
      inner *= size;
    for (int64_t i = 0, e = type.getNumElements(); i < e; ++i)
      sums[i / inner % shape.front()] += static_cast<int32_t>(
          (*numbers)[view->isSplat() ? 0 : static_cast<size_t>(i)]);
    return ConstantOp::create(rewriter, loc,
                              DenseElementsAttr::get(result, ArrayRef(sums)),
                              StringAttr());
  }
  Value wide = makeCast(rewriter, loc, weight, rewriter.getI32Type());
  return SumOp::create(
      rewriter, loc, result, wide, rewriter.getDenseI64ArrayAttr(axes),
      rewriter.getBoolAttr(false), rewriter.getBoolAttr(false));
}

Value makeProduct(PatternRewriter &rewriter, Location loc, Value lhs, Value rhs,
                  ArrayRef<int64_t> shape) {
  return createEvaluated<MultiplyOp>(
      rewriter, loc, RankedTensorType::get(shape, rewriter.getI32Type()), lhs,
      rhs);
}

//===----------------------------------------------------------------------===//
// Layers
//===----------------------------------------------------------------------===//

/// The layer `op` with other operands; `weight` may have fewer results.
template <typename LayerOp>
Value cloneLayer(PatternRewriter &rewriter, LayerOp op, Value data,
                 Value weight, Value inputZeroPoint, Value weightZeroPoint,
                 ArrayRef<int64_t> shape) {
  auto layer = cast<LayerOp>(rewriter.clone(*op));
  layer->setOperand(0, data);
  layer->setOperand(1, weight);
  layer->setOperand(2, inputZeroPoint);
  layer->setOperand(3, weightZeroPoint);
  layer->getResult(0).setType(
      cast<RankedTensorType>(op.getType()).clone(shape));
  return layer;
}

bool hasStaticOperands(Operation *op) {
  auto isStatic = [](Value value) {
    auto type = dyn_cast<RankedTensorType>(value.getType());
    return type && type.hasStaticShape();
  };
  return isStatic(op->getOperand(0)) && isStatic(op->getOperand(1)) &&
         isStatic(op->getResult(0)) && isInteger(op->getResult(0), 32);
}

ArrayRef<int64_t> shapeOf(Value value) {
  return cast<RankedTensorType>(value.getType()).getShape();
}

/// Where a convolution has its channels.
class ConvolutionShape {
public:
  static std::optional<ConvolutionShape> get(QNNConv2DOp op) {
    ConvolutionShape result;
    StringRef data = op.getDataLayout(), kernel = op.getKernelLayout();
    StringRef out = op.getOutLayout();
    if ((data != "NHWC" && data != "NCHW") || (!out.empty() && out != data) ||
        kernel.size() != 4)
      return std::nullopt;
    result.channelAxis = data == "NHWC" ? 3 : 1;
    result.outputAxis = static_cast<int64_t>(kernel.find('O'));
    result.groups = op.getGroups();
    // Depthwise weights whose O are the data's channels become others.
    if (shapeOf(op.getWeight())[result.outputAxis] !=
        shapeOf(op)[result.channelAxis])
      return std::nullopt;
    return result;
  }

  int64_t channelAxis, outputAxis, groups;
};

/// `vector`, one number for each channel, in a shape that is broadcast to
/// `rank` dimensions with the channels at `axis`.
Value alongChannels(PatternRewriter &rewriter, Value vector, int64_t axis,
                    int64_t rank) {
  if (cast<RankedTensorType>(vector.getType()).getRank() == 0)
    return vector;
  SmallVector<int64_t> shape(rank - axis, 1);
  shape[0] = shapeOf(vector)[0];
  return makeReshape(rewriter, vector, shape);
}

/// sum(w - zw) for each channel of the layer, whose sums have `count` products.
Value sumOfWeights(PatternRewriter &rewriter, Value weight, int64_t outputAxis,
                   Value zeroPoint, int64_t count) {
  Location loc = weight.getLoc();
  Value sums = sumOver(rewriter, weight, {outputAxis});
  Value taps = makeZeroPoint(rewriter, loc, static_cast<int32_t>(count));
  Value offset =
      makeProduct(rewriter, loc, zeroPoint, taps, shapeOf(zeroPoint));
  return createEvaluated<SubtractOp>(rewriter, loc, sums.getType(), sums,
                                     offset);
}

/// layer(x, zx) = layer(x) - zx * sum(w), for a zero point of the input that is
/// computed at run time. Padding holds it.
struct InputZeroPointOfConv : OpRewritePattern<QNNConv2DOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(QNNConv2DOp op,
                                PatternRewriter &rewriter) const override {
    Value zeroPoint = op.getInputZeroPoint();
    std::optional<ConvolutionShape> shape = ConvolutionShape::get(op);
    if (!hasStaticOperands(op) || !shape || isConstantExpression(zeroPoint) ||
        op.getPadding().size() != 4 || !shapeOf(zeroPoint).empty())
      return failure();
    Location loc = op.getLoc();
    Value data = op.getData();
    ArrayRef<int64_t> padding = op.getPadding();
    if (llvm::any_of(padding, [](int64_t width) { return width != 0; })) {
      SmallVector<int64_t> widths(8, 0),
          padded = llvm::to_vector(shapeOf(data));
      for (int64_t side = 0; side < 2; ++side) {
        int64_t axis = side + (shape->channelAxis == 3 ? 1 : 2);
        widths[2 * axis] = padding[side];
        widths[2 * axis + 1] = padding[side + 2];
        padded[axis] += padding[side] + padding[side + 2];
      }
      auto type = cast<RankedTensorType>(data.getType());
      Value number = makeCast(rewriter, loc, zeroPoint, type.getElementType());
      data = PadOp::create(rewriter, loc, type.clone(padded), data, number,
                           widths, "constant");
    }
    Value zero = makeZeroPoint(rewriter, loc);
    Value conv = cloneLayer(rewriter, op, data, op.getWeight(), zero,
                            op.getWeightZeroPoint(), shapeOf(op));
    conv.getDefiningOp<QNNConv2DOp>().setPadding({0, 0, 0, 0});
    int64_t channels = shapeOf(op)[shape->channelAxis];
    int64_t count =
        cast<RankedTensorType>(op.getWeight().getType()).getNumElements() /
        channels;
    Value sums = sumOfWeights(rewriter, op.getWeight(), shape->outputAxis,
                              op.getWeightZeroPoint(), count);
    Value offset = makeProduct(rewriter, loc, sums, zeroPoint, shapeOf(sums));
    rewriter.replaceOpWithNewOp<SubtractOp>(
        op, op.getType(), conv,
        alongChannels(rewriter, offset, shape->channelAxis, 4));
    return success();
  }
};

struct InputZeroPointOfDense : OpRewritePattern<QNNDenseOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(QNNDenseOp op,
                                PatternRewriter &rewriter) const override {
    Value zeroPoint = op.getInputZeroPoint(), weight = op.getWeight();
    if (!hasStaticOperands(op) || isConstantExpression(zeroPoint) ||
        !shapeOf(zeroPoint).empty())
      return failure();
    Location loc = op.getLoc();
    Value dense = cloneLayer(rewriter, op, op.getData(), weight,
                             makeZeroPoint(rewriter, loc),
                             op.getWeightZeroPoint(), shapeOf(op));
    Value sums = sumOfWeights(rewriter, weight, /*outputAxis=*/0,
                              op.getWeightZeroPoint(), shapeOf(weight)[1]);
    rewriter.replaceOpWithNewOp<SubtractOp>(
        op, op.getType(), dense,
        makeProduct(rewriter, loc, sums, zeroPoint, shapeOf(sums)));
    return success();
  }
};

struct InputZeroPointOfProduct : OpRewritePattern<QNNBatchMatmulOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(QNNBatchMatmulOp op,
                                PatternRewriter &rewriter) const override {
    Value zeroPoint = op.getXZeroPoint(), rhs = op.getY();
    Value rhsZeroPoint = op.getYZeroPoint();
    if (!hasStaticOperands(op) || isConstantExpression(zeroPoint) ||
        !shapeOf(zeroPoint).empty() || !shapeOf(rhsZeroPoint).empty() ||
        op.getTransposeA() || !op.getTransposeB())
      return failure();
    Location loc = op.getLoc();
    Value product =
        cloneLayer(rewriter, op, op.getX(), rhs, makeZeroPoint(rewriter, loc),
                   rhsZeroPoint, shapeOf(op));
    // A matrix' rows make the columns of the result.
    ArrayRef<int64_t> shape = shapeOf(rhs);
    Value sums = sumOver(rewriter, rhs, {0, 1});
    sums = makeReshape(rewriter, sums, {shape[0], 1, shape[1]});
    Value taps = makeZeroPoint(rewriter, loc, static_cast<int32_t>(shape[2]));
    sums = createEvaluated<SubtractOp>(
        rewriter, loc, sums.getType(), sums,
        makeProduct(rewriter, loc, rhsZeroPoint, taps, {}));
    rewriter.replaceOpWithNewOp<SubtractOp>(
        op, op.getType(), product,
        makeProduct(rewriter, loc, sums, zeroPoint, shapeOf(sums)));
    return success();
  }
};

/// Whether a kernel can be given the weights' zero point as a number.
bool isNumber(Value zeroPoint) {
  return shapeOf(zeroPoint).empty() && isConstantExpression(zeroPoint);
}

/// layer(x, zw) = layer(x) - sum(x) * zw, for zero points of the weights that
/// differ by channel or are computed at run time. A layer whose weights are 1
/// adds up.
struct WeightZeroPointsOfConv : OpRewritePattern<QNNConv2DOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(QNNConv2DOp op,
                                PatternRewriter &rewriter) const override {
    Value zeroPoint = op.getWeightZeroPoint();
    std::optional<ConvolutionShape> shape = ConvolutionShape::get(op);
    if (!hasStaticOperands(op) || !shape || isNumber(zeroPoint) ||
        !isConstantExpression(op.getInputZeroPoint()) ||
        shapeOf(zeroPoint).size() > 1)
      return failure();
    Location loc = op.getLoc();
    Value zero = makeZeroPoint(rewriter, loc);
    Value conv = cloneLayer(rewriter, op, op.getData(), op.getWeight(),
                            op.getInputZeroPoint(), zero, shapeOf(op));

    // The sums of each group.
    SmallVector<int64_t> ones = llvm::to_vector(shapeOf(op.getWeight()));
    ones[shape->outputAxis] = shape->groups;
    SmallVector<int64_t> sumShape = llvm::to_vector(shapeOf(op));
    int64_t channels = sumShape[shape->channelAxis];
    sumShape[shape->channelAxis] = shape->groups;
    Type elementType = getElementTypeOrSelf(op.getData());
    Value sums = cloneLayer(
        rewriter, op, op.getData(),
        makeSplat(rewriter, loc, RankedTensorType::get(ones, elementType), 1),
        op.getInputZeroPoint(), zero, sumShape);
    sums.getDefiningOp<QNNConv2DOp>().setChannels(shape->groups);

    Value offset;
    if (shape->groups == 1 || shape->groups == channels) {
      SmallVector<int64_t> product = sumShape;
      if (!shapeOf(zeroPoint).empty())
        product[shape->channelAxis] = channels;
      offset = makeProduct(
          rewriter, loc, sums,
          alongChannels(rewriter, zeroPoint, shape->channelAxis, 4), product);
    } else {
      // A group's sum counts for each of its channels.
      int64_t each = channels / shape->groups;
      SmallVector<int64_t> split = sumShape;
      split.insert(split.begin() + shape->channelAxis + 1, 1);
      sums = makeReshape(rewriter, sums, split);
      SmallVector<int64_t> factors(5 - shape->channelAxis, 1);
      factors[0] = shape->groups;
      factors[1] = each;
      if (shapeOf(zeroPoint).empty()) {
        SmallVector<int64_t> all = {channels};
        zeroPoint = createEvaluated<BroadcastToOp>(
            rewriter, loc, RankedTensorType::get(all, rewriter.getI32Type()),
            zeroPoint, rewriter.getDenseI64ArrayAttr(all),
            rewriter.getStringAttr(""));
      }
      split[shape->channelAxis + 1] = each;
      offset = makeProduct(rewriter, loc, sums,
                           makeReshape(rewriter, zeroPoint, factors), split);
      offset = makeReshape(rewriter, offset, shapeOf(op));
    }
    rewriter.replaceOpWithNewOp<SubtractOp>(op, op.getType(), conv, offset);
    return success();
  }
};

template <typename ProductOp>
struct WeightZeroPointsOfProduct : OpRewritePattern<ProductOp> {
  using OpRewritePattern<ProductOp>::OpRewritePattern;

  LogicalResult matchAndRewrite(ProductOp op,
                                PatternRewriter &rewriter) const override {
    Value data = op->getOperand(0), weight = op->getOperand(1);
    Value dataZeroPoint = op->getOperand(2), zeroPoint = op->getOperand(3);
    if constexpr (std::is_same_v<ProductOp, QNNBatchMatmulOp>)
      if (op.getTransposeA() || !op.getTransposeB())
        return failure();
    if (!hasStaticOperands(op) || isNumber(zeroPoint) ||
        !isConstantExpression(dataZeroPoint) || shapeOf(zeroPoint).size() > 1)
      return failure();
    Location loc = op.getLoc();
    Value zero = makeZeroPoint(rewriter, loc);
    Value product = cloneLayer(rewriter, op, data, weight, dataZeroPoint, zero,
                               shapeOf(op));
    SmallVector<int64_t> ones(shapeOf(weight).size(), 1);
    ones.back() = shapeOf(weight).back();
    SmallVector<int64_t> sumShape = llvm::to_vector(shapeOf(op));
    sumShape.back() = 1;
    Value sums = cloneLayer(
        rewriter, op, data,
        makeSplat(rewriter, loc,
                  RankedTensorType::get(ones, getElementTypeOrSelf(data)), 1),
        dataZeroPoint, zero, sumShape);
    if constexpr (std::is_same_v<ProductOp, QNNDenseOp>)
      sums.getDefiningOp<QNNDenseOp>().setUnits(1);
    if (!shapeOf(zeroPoint).empty())
      sumShape.back() = shapeOf(op).back();
    rewriter.replaceOpWithNewOp<SubtractOp>(
        op, op.getType(), product,
        makeProduct(rewriter, loc, sums, zeroPoint, sumShape));
    return success();
  }
};

/// Weights whose sign is not the data's get it: the upper bit is turned, by an
/// offset that their zero point takes back. Kernels have one type for both.
template <typename OpT>
struct WeightHasSignOfData : OpRewritePattern<OpT> {
  using OpRewritePattern<OpT>::OpRewritePattern;

  LogicalResult matchAndRewrite(OpT op,
                                PatternRewriter &rewriter) const override {
    Type wanted = getElementTypeOrSelf(op->getOperand(0));
    Value weight = op->getOperand(1), zeroPoint = op->getOperand(3);
    Type given = getElementTypeOrSelf(weight);
    if (!wanted.isInteger(8) || !given.isInteger(8) || given == wanted ||
        !getElementTypeOrSelf(zeroPoint).isSignlessInteger(32))
      return failure();
    Location loc = weight.getLoc();
    Value bit = makeSplat(rewriter, loc, RankedTensorType::get({}, given),
                          given.isUnsignedInteger() ? 128 : -128);
    Value turned =
        BitwiseXorOp::create(rewriter, loc, weight.getType(), weight, bit);
    Value converted = makeCast(rewriter, loc, turned, wanted);
    Value offset =
        makeZeroPoint(rewriter, loc, wanted.isUnsignedInteger() ? 128 : -128);
    Value moved = createEvaluated<AddOp>(rewriter, loc, zeroPoint.getType(),
                                         zeroPoint, offset);
    rewriter.modifyOpInPlace(op, [&] {
      op->setOperand(1, converted);
      op->setOperand(3, moved);
    });
    return success();
  }
};

} // namespace

void populateZeroPointPatterns(RewritePatternSet &patterns) {
  patterns
      .add<InputZeroPointOfConv, InputZeroPointOfDense, InputZeroPointOfProduct,
           WeightZeroPointsOfConv, WeightZeroPointsOfProduct<QNNDenseOp>,
           WeightZeroPointsOfProduct<QNNBatchMatmulOp>,
           WeightHasSignOfData<QNNConv2DOp>,
           WeightHasSignOfData<QNNConv2DTransposeOp>,
           WeightHasSignOfData<QNNDenseOp>,
           WeightHasSignOfData<QNNBatchMatmulOp>>(patterns.getContext());
}

} // namespace dsp::relay
