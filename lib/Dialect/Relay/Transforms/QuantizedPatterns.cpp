//===- QuantizedPatterns.cpp - One form for quantised arithmetic ----------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// TVM's importers write qnn's ops, its own quantiser plain integer ops with
// powers of two for scales. Both become a layer of qnn, its bias, a
// requantisation to the element type that is stored, and a clip where that type
// does not do it.
//
//===----------------------------------------------------------------------===//

#include "QuantizedPatterns.h"

#include "QuantizedNumbers.h"
#include "dsp/Dialect/Relay/IR/DType.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "dsp/Dialect/Relay/Transforms/ConstantData.h"
#include "dsp/Dialect/Relay/Transforms/ConstantFolding.h"
#include "dsp/Support/FixedPoint.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace dsp::relay {
namespace {

//===----------------------------------------------------------------------===//
// Bounds
//===----------------------------------------------------------------------===//

/// clip(x, least, greatest) = x for integers.
struct DropClip : OpRewritePattern<ClipOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(ClipOp op,
                                PatternRewriter &rewriter) const override {
    auto range = getRange(getElementTypeOrSelf(op.getData()));
    if (!range || range->first != op.getAMin() || range->second != op.getAMax())
      return failure();
    rewriter.replaceOp(op, op.getData());
    return success();
  }
};

/// The greatest number of an integer type, or for 64 bits, whose greatest no
/// double has, the bound that keeps all of them.
std::optional<double> getGreatest(Value value) {
  if (isInteger(value, 64))
    return std::ldexp(1.0, 63);
  auto range = getRange(getElementTypeOrSelf(value));
  return range ? std::optional(range->second) : std::nullopt;
}

/// relu(x) = clip(x, 0, greatest) for integers, and leaky_relu(x) as well,
/// whose alpha TVM cuts to an integer, 0.
template <typename OpT>
struct RectifierIsClip : OpRewritePattern<OpT> {
  using OpRewritePattern<OpT>::OpRewritePattern;

  LogicalResult matchAndRewrite(OpT op,
                                PatternRewriter &rewriter) const override {
    std::optional<double> greatest = getGreatest(op.getData());
    if (!greatest)
      return failure();
    if constexpr (std::is_same_v<OpT, LeakyReluOp>)
      if (std::trunc(op.getAlpha()) != 0)
        return rewriter.notifyMatchFailure(op, "negative numbers are scaled");
    rewriter.replaceOp(
        op, makeClip(rewriter, op.getLoc(), op.getData(), 0, *greatest));
    return success();
  }
};

/// abs(x) = x for unsigned integers
struct AbsOfUnsigned : OpRewritePattern<AbsOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(AbsOp op,
                                PatternRewriter &rewriter) const override {
    if (!getElementTypeOrSelf(op.getData()).isUnsignedInteger())
      return failure();
    rewriter.replaceOp(op, op.getData());
    return success();
  }
};

/// maximum(x, c) = clip(x, c, greatest) and minimum(x, c) = clip(x, least, c)
/// for integers.
template <typename OpT>
struct BoundIsClip : OpRewritePattern<OpT> {
  using OpRewritePattern<OpT>::OpRewritePattern;

  LogicalResult matchAndRewrite(OpT op,
                                PatternRewriter &rewriter) const override {
    auto range = getRange(getElementTypeOrSelf(op.getLhs()));
    if (!range)
      return failure();
    Value data = op.getLhs();
    std::optional<double> bound = getUniform(op.getRhs());
    if (!bound) {
      data = op.getRhs();
      bound = getUniform(op.getLhs());
    }
    if (!bound || data.getType() != op.getType())
      return failure();
    constexpr bool isLow = std::is_same_v<OpT, MaximumOp>;
    rewriter.replaceOp(op, makeClip(rewriter, op.getLoc(), data,
                                    isLow ? *bound : range->first,
                                    isLow ? range->second : *bound));
    return success();
  }
};

/// cast<i8>(clip(requantize<i32>(x), a, b)) = clip(requantize<i8>(x), a, b), if
/// i8 has a and b.
struct CastOfRequantize : OpRewritePattern<CastOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(CastOp op,
                                PatternRewriter &rewriter) const override {
    auto clip = op.getData().getDefiningOp<ClipOp>();
    auto inner =
        clip ? clip.getData().getDefiningOp<QNNRequantizeOp>() : nullptr;
    Type elementType = getElementTypeOrSelf(op.getResult());
    if (!inner || !isInteger(inner, 32) || !clip->hasOneUse() ||
        !inner->hasOneUse() || !isStored(elementType) ||
        !holds(elementType, clip.getAMin(), clip.getAMax()))
      return failure();
    auto outer = cast<QNNRequantizeOp>(rewriter.clone(*inner));
    outer.getResult().setType(cast<RankedTensorType>(op.getType()));
    outer.setOutDtype(op.getDtype());
    rewriter.replaceOp(op, makeClip(rewriter, op.getLoc(), outer,
                                    clip.getAMin(), clip.getAMax()));
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Conversions of integers
//===----------------------------------------------------------------------===//

/// The width of integers; 0 of what else elements may be.
unsigned getWidth(Value value) {
  auto type = dyn_cast<IntegerType>(getElementTypeOrSelf(value));
  return type && type.getWidth() > 1 ? type.getWidth() : 0;
}

bool isUnsigned(Value value) {
  return getElementTypeOrSelf(value).isUnsignedInteger();
}

/// Whether each number of the integers `from` is one of the integers `to`.
bool isWidening(Value from, Value to) {
  unsigned narrow = getWidth(from), wide = getWidth(to);
  if (narrow == 0 || wide == 0)
    return false;
  return isUnsigned(from) == isUnsigned(to) ? narrow <= wide
                                            : isUnsigned(from) && narrow < wide;
}

/// cast<A>(cast<B>(x)) = cast<A>(x) for integers, if B has all bits of A or all
/// numbers of x.
struct CastOfCast : OpRewritePattern<CastOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(CastOp op,
                                PatternRewriter &rewriter) const override {
    auto inner = op.getData().getDefiningOp<CastOp>();
    if (!inner || getWidth(op) == 0 || getWidth(inner.getData()) == 0 ||
        (getWidth(op) > getWidth(inner) && !isWidening(inner.getData(), inner)))
      return failure();
    rewriter.modifyOpInPlace(
        op, [&] { op.getDataMutable().assign(inner.getData()); });
    return success();
  }
};

/// clip(cast<i64>(x), a, b) = cast<i64>(clip(x, a, b)), if x's type has a and
/// b.
struct ClipOfCast : OpRewritePattern<ClipOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(ClipOp op,
                                PatternRewriter &rewriter) const override {
    auto widened = op.getData().getDefiningOp<CastOp>();
    if (!widened || !isWidening(widened.getData(), widened) ||
        !holds(getElementTypeOrSelf(widened.getData()), op.getAMin(),
               op.getAMax()))
      return failure();
    Value clip = makeClip(rewriter, op.getLoc(), widened.getData(),
                          op.getAMin(), op.getAMax());
    rewriter.replaceOpWithNewOp<CastOp>(op, op.getType(), clip,
                                        widened.getDtype());
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Requantisation
//===----------------------------------------------------------------------===//

/// requantize(x) = x, if nothing changes.
struct DropRequantize : OpRewritePattern<QNNRequantizeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(QNNRequantizeOp op,
                                PatternRewriter &rewriter) const override {
    // Sums of 32 bits are rounded where they are computed as floats.
    bool isExact =
        op.getComputeDtype() != "float32" ||
        getElementTypeOrSelf(op.getData()).getIntOrFloatBitWidth() <= 16;
    std::optional<double> scale = getScalar(op.getInputScale());
    std::optional<double> zeroPoint = getScalar(op.getInputZeroPoint());
    if (!isExact || !scale || !zeroPoint ||
        op.getData().getType() != op.getType() ||
        scale != getScalar(op.getOutputScale()) ||
        zeroPoint != getScalar(op.getOutputZeroPoint()))
      return failure();
    rewriter.replaceOp(op, op.getData());
    return success();
  }
};

/// requantize(reshape(x)) = reshape(requantize(x)), if there is one scale: what
/// computes x may requantise it, too.
struct RequantizeOfReshape : OpRewritePattern<QNNRequantizeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(QNNRequantizeOp op,
                                PatternRewriter &rewriter) const override {
    auto reshape = op.getData().getDefiningOp<ReshapeOp>();
    if (!reshape || !reshape->hasOneUse() || !getScalar(op.getInputScale()) ||
        !getScalar(op.getInputZeroPoint()))
      return failure();
    auto inner = cast<QNNRequantizeOp>(rewriter.clone(*op));
    Value data = reshape.getData();
    inner.getDataMutable().assign(data);
    inner.getResult().setType(cast<RankedTensorType>(data.getType())
                                  .clone(getElementTypeOrSelf(op.getResult())));
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, op.getType(), inner,
                                           reshape.getNewshapeAttr());
    return success();
  }
};

/// What the requantisation `op` makes of its input's numbers. Only for one of
/// constants that computes with integers.
class Requantization {
public:
  static std::optional<Requantization> get(QNNRequantizeOp op) {
    std::optional<ConstantView> scale = ConstantView::get(op.getInputScale());
    std::optional<double> zeroPoint = getScalar(op.getInputZeroPoint());
    std::optional<double> outputScale = getScalar(op.getOutputScale());
    std::optional<double> outputZeroPoint = getScalar(op.getOutputZeroPoint());
    if (!scale || !zeroPoint || !outputScale || !outputZeroPoint ||
        (op.getComputeDtype() != "int64" && op.getComputeDtype() != "None"))
      return std::nullopt;
    Requantization result;
    result.zeroPoint = static_cast<int32_t>(*zeroPoint);
    result.outputZeroPoint = static_cast<int32_t>(*outputZeroPoint);
    result.rounding = op.getRounding() == "TONEAREST"
                          ? FixedPointRounding::ToNearest
                          : FixedPointRounding::Upward;
    for (int64_t i = 0, e = scale->isSplat() ? 1 : scale->getNumElements();
         i < e; ++i)
      result.factors.push_back(scale->as<float>()[i] / *outputScale);
    return result;
  }

  /// Whether it keeps the order of numbers of `bits` bits: none of them
  /// overflows on the way.
  bool isMonotone(unsigned bits) const {
    double most = std::ldexp(1.0, bits - 1);
    return (bits < 32 || zeroPoint == 0) &&
           std::abs(outputZeroPoint) < (1 << 29) &&
           llvm::all_of(
               factors,
               [&](double factor) {
                 return factor >= 0 && (most + std::abs(zeroPoint)) * factor <=
                                           std::ldexp(1.0, 30);
               });
  }

  size_t getNumChannels() const { return factors.size(); }

  int32_t operator()(int32_t x, size_t channel) const {
    FixedPoint factor = getFixedPoint(factors[channel]);
    return multiply(x - zeroPoint, factor, rounding) + outputZeroPoint;
  }

private:
  int32_t zeroPoint, outputZeroPoint;
  FixedPointRounding rounding;
  SmallVector<double> factors;
};

/// The number that `bound`, a number or one for each channel of `op`'s data,
/// is after requantisation; nothing if channels differ.
std::optional<double> requantizeBound(QNNRequantizeOp op,
                                      const Requantization &requantization,
                                      Value bound) {
  std::optional<ConstantView> view = ConstantView::get(bound);
  std::optional<SmallVector<int64_t>> numbers =
      view ? view->getIntegers() : std::nullopt;
  auto type = cast<RankedTensorType>(op.getData().getType());
  if (!numbers || numbers->empty())
    return std::nullopt;
  bool isUniform = view->getUniformValue().has_value();
  if (!isUniform) {
    // It may vary along the axis that the scales do.
    int64_t axis =
        op.getAxis() < 0 ? op.getAxis() + type.getRank() : op.getAxis();
    int64_t lead =
        type.getRank() - static_cast<int64_t>(view->getShape().size());
    for (auto [dim, extent] : llvm::enumerate(view->getShape()))
      if (extent != 1 && lead + static_cast<int64_t>(dim) != axis)
        return std::nullopt;
  }
  size_t channels = std::max<size_t>(requantization.getNumChannels(),
                                     isUniform ? 1 : numbers->size());
  std::optional<double> result;
  for (size_t channel = 0; channel < channels; ++channel) {
    int64_t number = (*numbers)[isUniform ? 0 : channel];
    double requantized =
        requantization(static_cast<int32_t>(number),
                       requantization.getNumChannels() == 1 ? 0 : channel);
    if (result && *result != requantized)
      return std::nullopt;
    result = requantized;
  }
  return result;
}

/// requantize(clip(x, a, b)) = clip(requantize(x), requantize(a),
/// requantize(b)), and the same of maximum and minimum: the order of numbers
/// stays.
struct RequantizeOfBounds : OpRewritePattern<QNNRequantizeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(QNNRequantizeOp op,
                                PatternRewriter &rewriter) const override {
    Operation *bounded = op.getData().getDefiningOp();
    if (!bounded || !bounded->hasOneUse() ||
        !isa<ClipOp, MaximumOp, MinimumOp>(bounded))
      return failure();
    Type elementType = getElementTypeOrSelf(op.getData());
    auto range = getRange(elementType);
    auto outRange = getRange(getElementTypeOrSelf(op.getResult()));
    std::optional<Requantization> requantization = Requantization::get(op);
    if (!range || !outRange || !requantization ||
        !requantization->isMonotone(elementType.getIntOrFloatBitWidth() +
                                    elementType.isUnsignedInteger()))
      return failure();

    Value data = bounded->getOperand(0);
    Value low, high;
    if (auto clip = dyn_cast<ClipOp>(bounded)) {
      if (!holds(elementType, clip.getAMin(), clip.getAMax()))
        return failure();
      auto make = [&](double bound) -> Value {
        auto type = RankedTensorType::get({}, rewriter.getI64Type());
        return ConstantOp::create(
            rewriter, op.getLoc(),
            DenseElementsAttr::get(type, static_cast<int64_t>(bound)),
            StringAttr());
      };
      low = clip.getAMin() > range->first ? make(clip.getAMin()) : nullptr;
      high = clip.getAMax() < range->second ? make(clip.getAMax()) : nullptr;
    } else {
      Value bound = bounded->getOperand(1);
      if (!ConstantView::get(bound))
        std::swap(data, bound);
      (isa<MaximumOp>(bounded) ? low : high) = bound;
    }
    if (data.getType() != op.getData().getType())
      return failure();
    auto [least, greatest] = *outRange;
    if (low) {
      std::optional<double> bound = requantizeBound(op, *requantization, low);
      if (!bound)
        return failure();
      least = std::clamp(*bound, least, greatest);
    }
    if (high) {
      std::optional<double> bound = requantizeBound(op, *requantization, high);
      if (!bound)
        return failure();
      greatest = std::clamp(*bound, outRange->first, greatest);
    }
    auto outer = cast<QNNRequantizeOp>(rewriter.clone(*op));
    outer.getDataMutable().assign(data);
    rewriter.replaceOp(
        op, makeClip(rewriter, bounded->getLoc(), outer, least, greatest));
    return success();
  }
};

/// A zero point that is the same for every channel is a number.
template <typename OpT, unsigned... Indices>
struct ZeroPointIsScalar : OpRewritePattern<OpT> {
  using OpRewritePattern<OpT>::OpRewritePattern;

  LogicalResult matchAndRewrite(OpT op,
                                PatternRewriter &rewriter) const override {
    bool changed = false;
    for (unsigned index : {Indices...}) {
      OpOperand &operand = op->getOpOperand(index);
      auto type = cast<RankedTensorType>(operand.get().getType());
      std::optional<double> number =
          type.getRank() == 1 ? getUniform(operand.get()) : std::nullopt;
      if (!number)
        continue;
      Value scalar =
          makeZeroPoint(rewriter, op.getLoc(), static_cast<int32_t>(*number));
      rewriter.modifyOpInPlace(op, [&] { operand.set(scalar); });
      changed = true;
    }
    return success(changed);
  }
};

/// Whether `value` is a sum of products of a layer, its bias added or not: far
/// from where 32 bits end.
bool isSumOfLayer(Value value) {
  // Bounds and a bias, after whose rules one of each is left.
  constexpr unsigned maxOps = 4;
  for (unsigned i = 0; i < maxOps; ++i) {
    Operation *op = value.getDefiningOp();
    if (!op)
      return false;
    if (isa<QNNConv2DOp, QNNConv2DTransposeOp, QNNDenseOp, QNNBatchMatmulOp>(
            op))
      return true;
    if (!isa<BiasAddOp, ClipOp>(op))
      return false;
    value = op->getOperand(0);
  }
  return false;
}

/// x where value = x + half; null if it can't be had at compile time.
Value subtractHalf(PatternRewriter &rewriter, Value value, double half) {
  if (auto add = value.getDefiningOp<AddOp>()) {
    Value data = add.getLhs(), other = add.getRhs();
    if (getNumber(data))
      std::swap(data, other);
    return getNumber(other) == half && data.getType() == value.getType()
               ? data
               : Value();
  }
  // Added by channel it has become part of the bias.
  auto bias = value.getDefiningOp<BiasAddOp>();
  std::optional<ConstantView> view =
      bias ? ConstantView::get(bias.getBias()) : std::nullopt;
  if (!view || !bias->hasOneUse())
    return nullptr;
  if (view->getUniformValue() == half)
    return bias.getData();
  Value vector = createEvaluated<SubtractOp>(
      rewriter, bias.getLoc(), view->getType(), bias.getBias(),
      makeZeroPoint(rewriter, bias.getLoc(), static_cast<int32_t>(half)));
  return BiasAddOp::create(rewriter, bias.getLoc(), bias.getType(),
                           bias.getData(), vector, bias.getAxis());
}

/// (x + 2^(n - 1)) >> n = requantize(x) with a scale of 2^-n, as TVM's
/// quantiser writes it after its layers.
struct ShiftIsRequantize : OpRewritePattern<RightShiftOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(RightShiftOp op,
                                PatternRewriter &rewriter) const override {
    std::optional<double> shift = getNumber(op.getRhs());
    Value sum = op.getLhs();
    if (!shift || !isInteger(op, 32) || *shift < 1 || *shift > 31 ||
        sum.getType() != op.getType())
      return failure();
    auto add = sum.getDefiningOp<AddOp>();
    if (!isSumOfLayer(sum) &&
        !(add && (isSumOfLayer(add.getLhs()) || isSumOfLayer(add.getRhs()))))
      return rewriter.notifyMatchFailure(op, "may be near the end of 32 bits");
    auto bits = static_cast<int>(*shift);
    Value data = subtractHalf(rewriter, sum, std::ldexp(1.0, bits - 1));
    if (!data)
      return failure();
    Location loc = op.getLoc();
    Value zero = makeZeroPoint(rewriter, loc);
    rewriter.replaceOpWithNewOp<QNNRequantizeOp>(
        op, op.getType(), data,
        makeScale(rewriter, loc, std::ldexp(1.0F, -bits)), zero,
        makeScale(rewriter, loc, 1), zero, /*axis=*/-1, "UPWARD", "int64",
        "int32");
    return success();
  }
};

/// fixed_point_multiply(x) = requantize(x), if a float is the number. TVM's
/// quantiser converts x to 64 bits before.
struct FixedPointIsRequantize : OpRewritePattern<FixedPointMultiplyOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(FixedPointMultiplyOp op,
                                PatternRewriter &rewriter) const override {
    Value data = op.getData();
    auto widened = data.getDefiningOp<CastOp>();
    if (widened && isInteger(data, 64))
      data = widened.getData();
    int64_t multiplier = op.getMultiplier(), shift = op.getShift();
    if (!isInteger(data, 32) || multiplier < 1 << 30 ||
        multiplier > std::numeric_limits<int32_t>::max() ||
        std::abs(shift) > 31)
      return failure();
    // TVM rounds halves with 32 bits, which may overflow.
    if (multiplier == 1 << 30 && !isSumOfLayer(data))
      return rewriter.notifyMatchFailure(op, "may be near the end of 32 bits");
    auto scale = static_cast<float>(std::ldexp(multiplier, shift - 31));
    FixedPoint factor{static_cast<int32_t>(multiplier),
                      static_cast<int32_t>(shift)};
    if (!(getFixedPoint(scale) == factor))
      return rewriter.notifyMatchFailure(op, "has more bits than a float");
    Location loc = op.getLoc();
    Value zero = makeZeroPoint(rewriter, loc);
    Value result = QNNRequantizeOp::create(
        rewriter, loc, cast<RankedTensorType>(data.getType()), data,
        makeScale(rewriter, loc, scale), zero, makeScale(rewriter, loc, 1),
        zero, /*axis=*/-1, "UPWARD", "int64", "int32");
    if (result.getType() != op.getType())
      result = CastOp::create(rewriter, loc, op.getType(), result, "int64");
    rewriter.replaceOp(op, result);
    return success();
  }
};

//===----------------------------------------------------------------------===//
// From and to floating point
//===----------------------------------------------------------------------===//

/// cast<i8>(clip(round(x * s), a, b)) = clip(quantize(x), a, b) with a scale of
/// 1 / s, if s is a power of two: then the division is exact.
struct CastOfRoundIsQuantize : OpRewritePattern<CastOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(CastOp op,
                                PatternRewriter &rewriter) const override {
    Type elementType = getElementTypeOrSelf(op.getResult());
    auto clip = op.getData().getDefiningOp<ClipOp>();
    auto round = clip ? clip.getData().getDefiningOp<RoundOp>() : nullptr;
    auto scaled = round ? round.getData().getDefiningOp<MultiplyOp>() : nullptr;
    if (!scaled || !getElementTypeOrSelf(scaled).isF32() ||
        !isStored(elementType) ||
        !holds(elementType, clip.getAMin(), clip.getAMax()) ||
        clip.getAMin() != std::trunc(clip.getAMin()) ||
        clip.getAMax() != std::trunc(clip.getAMax()))
      return failure();
    std::optional<double> factor = getNumber(scaled.getRhs());
    int exponent;
    if (!factor || scaled.getLhs().getType() != scaled.getType() ||
        std::frexp(*factor, &exponent) != 0.5 || std::abs(exponent) > 100)
      return failure();
    Location loc = op.getLoc();
    auto quantize = QNNQuantizeOp::create(
        rewriter, loc, cast<RankedTensorType>(op.getType()), scaled.getLhs(),
        makeScale(rewriter, loc, static_cast<float>(1 / *factor)),
        makeZeroPoint(rewriter, loc), op.getDtype());
    rewriter.replaceOp(
        op, makeClip(rewriter, loc, quantize, clip.getAMin(), clip.getAMax()));
    return success();
  }
};

/// cast<f32>(x) * s = dequantize(x) with a scale of s.
struct ScaleOfCastIsDequantize : OpRewritePattern<MultiplyOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(MultiplyOp op,
                                PatternRewriter &rewriter) const override {
    auto convert = op.getLhs().getDefiningOp<CastOp>();
    if (!convert || convert.getType() != op.getType() ||
        !getElementTypeOrSelf(op).isF32())
      return failure();
    Type elementType = getElementTypeOrSelf(convert.getData());
    std::optional<double> scale = getNumber(op.getRhs());
    if (!scale || !(isStored(elementType) || elementType.isSignlessInteger(32)))
      return failure();
    Location loc = op.getLoc();
    rewriter.replaceOpWithNewOp<QNNDequantizeOp>(
        op, op.getType(), convert.getData(),
        makeScale(rewriter, loc, static_cast<float>(*scale)),
        makeZeroPoint(rewriter, loc), "float32");
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Layers and concatenation
//===----------------------------------------------------------------------===//

/// A layer of 8-bit numbers whose sums have 32 bits.
template <typename LayerOp>
bool isIntegerLayer(LayerOp op) {
  return getElementTypeOrSelf(op->getOperand(0)).isInteger(8) &&
         getElementTypeOrSelf(op->getOperand(1)).isInteger(8) &&
         isInteger(op, 32);
}

/// conv(x, w) = qnn.conv(x, w) with zero points of 0, of integers.
template <typename LayerOp, typename QuantizedOp>
struct LayerIsQuantized : OpRewritePattern<LayerOp> {
  using OpRewritePattern<LayerOp>::OpRewritePattern;

  LogicalResult matchAndRewrite(LayerOp op,
                                PatternRewriter &rewriter) const override {
    if (!isIntegerLayer(op))
      return failure();
    Value zero = makeZeroPoint(rewriter, op.getLoc());
    Value one = makeScale(rewriter, op.getLoc(), 1);
    rewriter.replaceOpWithNewOp<QuantizedOp>(
        op, op->getResultTypes(),
        ValueRange{op->getOperand(0), op->getOperand(1), zero, zero, one, one},
        op->getAttrs());
    return success();
  }
};

/// batch_matmul(x, y) = batch_matmul(x, y^T) with y^T transposed, as kernels of
/// quantised numbers want both operands.
struct ProductOfRows : OpRewritePattern<QNNBatchMatmulOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(QNNBatchMatmulOp op,
                                PatternRewriter &rewriter) const override {
    if (!op.getTransposeA() && op.getTransposeB())
      return failure();
    rewriter.modifyOpInPlace(op, [&] {
      if (op.getTransposeA())
        op.getXMutable().assign(transposeMatrices(rewriter, op.getX()));
      if (!op.getTransposeB())
        op.getYMutable().assign(transposeMatrices(rewriter, op.getY()));
      op.setTransposeA(false);
      op.setTransposeB(true);
    });
    return success();
  }

private:
  static Value transposeMatrices(PatternRewriter &rewriter, Value value) {
    auto type = cast<RankedTensorType>(value.getType());
    SmallVector<int64_t> shape = llvm::to_vector(type.getShape());
    std::swap(shape[1], shape[2]);
    return TransposeOp::create(rewriter, value.getLoc(), type.clone(shape),
                               value, rewriter.getDenseI64ArrayAttr({0, 2, 1}));
  }
};

/// qnn.concatenate(x, y) = concatenate(requantize(x), requantize(y)), which is
/// how TVM computes it.
struct ConcatenateOfRequantized : OpRewritePattern<QNNConcatenateOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(QNNConcatenateOp op,
                                PatternRewriter &rewriter) const override {
    for (Value operand : op->getOperands().drop_front(op.getData().size()))
      if (!getScalar(operand))
        return rewriter.notifyMatchFailure(op, "a scale isn't constant");
    SmallVector<Value> parts;
    for (auto [data, scale, zeroPoint] : llvm::zip_equal(
             op.getData(), op.getInputScales(), op.getInputZeroPoints()))
      // One that changes nothing is dropped by its own rule.
      parts.push_back(QNNRequantizeOp::create(
          rewriter, op.getLoc(), cast<RankedTensorType>(data.getType()), data,
          scale, zeroPoint, op.getOutputScale(), op.getOutputZeroPoint(),
          /*axis=*/-1, "UPWARD", "int64",
          dtypeName(getElementTypeOrSelf(data))));
    rewriter.replaceOpWithNewOp<ConcatenateOp>(op, op.getType(), parts,
                                               op.getAxis());
    return success();
  }
};

/// The mean of integers over both spatial dimensions is a pool: both divide the
/// sum in integers.
struct MeanIsPool : OpRewritePattern<MeanOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(MeanOp op,
                                PatternRewriter &rewriter) const override {
    auto type = dyn_cast<RankedTensorType>(op.getData().getType());
    if (!type || type.getRank() != 4 || !type.hasStaticShape() ||
        !isInteger(op.getData(), 32) || op.getExclude())
      return failure();
    ArrayRef<int64_t> axes = op.getAxis().value_or(ArrayRef<int64_t>());
    bool isLast = axes == ArrayRef<int64_t>{1, 2};
    if (!isLast && axes != ArrayRef<int64_t>{2, 3})
      return rewriter.notifyMatchFailure(op, "not over two neighbours");
    SmallVector<int64_t> shape = llvm::to_vector(type.getShape());
    for (int64_t axis : axes)
      shape[axis] = 1;
    Value mean =
        GlobalAvgPool2DOp::create(rewriter, op.getLoc(), type.clone(shape),
                                  op.getData(), isLast ? "NHWC" : "NCHW", "");
    auto result = cast<RankedTensorType>(op.getType());
    if (result != mean.getType())
      mean = ReshapeOp::create(rewriter, op.getLoc(), result, mean,
                               llvm::to_vector(result.getShape()));
    rewriter.replaceOp(op, mean);
    return success();
  }
};

/// qnn.avg_pool2d(x) = avg_pool2d(x) of 32 bits, at the result's scale: that is
/// how TVM computes it.
struct AvgPoolOfRequantized : OpRewritePattern<QNNAvgPool2DOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(QNNAvgPool2DOp op,
                                PatternRewriter &rewriter) const override {
    std::optional<double> scale = getScalar(op.getInputScale());
    std::optional<double> zeroPoint = getScalar(op.getInputZeroPoint());
    std::optional<double> outputScale = getScalar(op.getOutputScale());
    std::optional<double> outputZeroPoint = getScalar(op.getOutputZeroPoint());
    if (!scale || !zeroPoint || !outputScale || !outputZeroPoint)
      return rewriter.notifyMatchFailure(op, "a scale isn't constant");
    Location loc = op.getLoc();
    Type i32 = rewriter.getI32Type();
    auto dataType = cast<RankedTensorType>(op.getData().getType());
    auto type = cast<RankedTensorType>(op.getType());
    std::string dtype = dtypeName(type.getElementType());
    bool isSame = *scale == *outputScale && *zeroPoint == *outputZeroPoint;

    auto requantize = [&](Value data, Value scale, Value zeroPoint,
                          RankedTensorType type, StringRef dtype) -> Value {
      return QNNRequantizeOp::create(
          rewriter, loc, type, data, scale, zeroPoint, op.getOutputScale(),
          op.getOutputZeroPoint(), /*axis=*/-1, "UPWARD", "int64", dtype);
    };
    Value data = isSame ? CastOp::create(rewriter, loc, dataType.clone(i32),
                                         op.getData(), "int32")
                        : requantize(op.getData(), op.getInputScale(),
                                     op.getInputZeroPoint(),
                                     dataType.clone(i32), "int32");
    Value mean = AvgPool2DOp::create(
        rewriter, loc, type.clone(i32), data, op.getPoolSize(), op.getStrides(),
        op.getDilation(), op.getPadding(), op.getLayout(), op.getOutLayout(),
        op.getCeilMode(), op.getCountIncludePad());
    // A mean of numbers of 8 bits is one of them. Others are saturated, which a
    // requantisation to the same scale does.
    Value result = isSame ? CastOp::create(rewriter, loc, type, mean, dtype)
                          : requantize(mean, op.getOutputScale(),
                                       op.getOutputZeroPoint(), type, dtype);
    rewriter.replaceOp(op, result);
    return success();
  }
};

} // namespace

void populateQuantizedPatterns(RewritePatternSet &patterns) {
  patterns.add<
      DropClip, RectifierIsClip<ReluOp>, RectifierIsClip<LeakyReluOp>,
      AbsOfUnsigned, BoundIsClip<MaximumOp>, BoundIsClip<MinimumOp>, CastOfCast,
      ClipOfCast, CastOfRequantize, DropRequantize, RequantizeOfReshape,
      FixedPointIsRequantize, ZeroPointIsScalar<QNNConv2DOp, 3>,
      ZeroPointIsScalar<QNNConv2DTransposeOp, 2, 3>,
      ZeroPointIsScalar<QNNDenseOp, 3>, ZeroPointIsScalar<QNNQuantizeOp, 2>,
      ZeroPointIsScalar<QNNDequantizeOp, 2>,
      ZeroPointIsScalar<QNNRequantizeOp, 2>, RequantizeOfBounds,
      ShiftIsRequantize, CastOfRoundIsQuantize, ScaleOfCastIsDequantize,
      LayerIsQuantized<Conv2DOp, QNNConv2DOp>,
      LayerIsQuantized<Conv2DTransposeOp, QNNConv2DTransposeOp>,
      LayerIsQuantized<DenseOp, QNNDenseOp>,
      LayerIsQuantized<BatchMatmulOp, QNNBatchMatmulOp>, ProductOfRows,
      MeanIsPool, ConcatenateOfRequantized, AvgPoolOfRequantized>(
      patterns.getContext());
}

} // namespace dsp::relay
