//===- PoolPatterns.cpp - One form for pools of integers ------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Pools of integers are exact whatever the order of their sums, so those of
// other kinds become the two-dimensional ones that there are kernels for, and
// of rare types the three-dimensional ones.
//
//===----------------------------------------------------------------------===//

#include "QuantizedPatterns.h"

#include "QuantizedNumbers.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"

using namespace mlir;

namespace dsp::relay {
namespace {

/// A pool of integers of static shape, whose spatial dimensions start at
/// `axis`.
struct IntegerPool {
  RankedTensorType from, to;
  int64_t axis;

  bool isChannelsLast() const { return axis == 1; }
};

/// Null for a pool of other numbers or with other layouts.
template <typename OpT>
std::optional<IntegerPool> getIntegerPool(OpT op, StringRef channelsLast,
                                          StringRef channelsFirst) {
  auto from = dyn_cast<RankedTensorType>(op.getData().getType());
  auto to = dyn_cast<RankedTensorType>(op.getType());
  StringRef layout = op.getLayout();
  if (!from || !from.hasStaticShape() || !to || !to.hasStaticShape() ||
      from.getRank() != static_cast<int64_t>(layout.size()) ||
      !(getRange(from.getElementType()) || isInteger(op.getData(), 64)) ||
      !(layout == channelsLast || layout == channelsFirst))
    return std::nullopt;
  return IntegerPool{from, to, layout == channelsLast ? 1 : 2};
}

/// Replaces the pool by one of a dimension more, which is 1 and in front of the
/// spatial ones; `makePool` is given its type and its operand.
void addDimension(PatternRewriter &rewriter, Operation *op,
                  const IntegerPool &pool,
                  llvm::function_ref<Value(RankedTensorType, Value)> makePool) {
  auto extend = [&](RankedTensorType type) {
    SmallVector<int64_t> shape = llvm::to_vector(type.getShape());
    shape.insert(shape.begin() + pool.axis, 1);
    return type.clone(shape);
  };
  RankedTensorType extended = extend(pool.from);
  Value data =
      ReshapeOp::create(rewriter, op->getLoc(), extended, op->getOperand(0),
                        llvm::to_vector(extended.getShape()));
  rewriter.replaceOpWithNewOp<ReshapeOp>(op, pool.to,
                                         makePool(extend(pool.to), data),
                                         llvm::to_vector(pool.to.getShape()));
}

/// adaptive_pool(x) = pool(x), where the windows don't overlap, and
/// global_pool(x), where there is one.
template <typename AdaptiveOp, typename PoolOp, typename GlobalOp>
struct AdaptiveIsPool : OpRewritePattern<AdaptiveOp> {
  using OpRewritePattern<AdaptiveOp>::OpRewritePattern;

  LogicalResult matchAndRewrite(AdaptiveOp op,
                                PatternRewriter &rewriter) const override {
    std::optional<IntegerPool> pool = getIntegerPool(op, "NHWC", "NCHW");
    if (!pool)
      return failure();
    RankedTensorType to = pool->to;
    ArrayRef<int64_t> in = pool->from.getShape().slice(pool->axis, 2);
    ArrayRef<int64_t> out = to.getShape().slice(pool->axis, 2);
    if (out == ArrayRef<int64_t>{1, 1}) {
      rewriter.replaceOpWithNewOp<GlobalOp>(op, to, op.getData(),
                                            op.getLayout(), op.getOutLayout());
      return success();
    }
    if (in[0] % out[0] != 0 || in[1] % out[1] != 0)
      return rewriter.notifyMatchFailure(op, "windows overlap");
    int64_t window[] = {in[0] / out[0], in[1] / out[1]};
    int64_t dilation[] = {1, 1}, padding[] = {0, 0, 0, 0};
    if constexpr (std::is_same_v<PoolOp, AvgPool2DOp>)
      rewriter.replaceOpWithNewOp<PoolOp>(
          op, to, op.getData(), window, window, dilation, padding,
          op.getLayout(), op.getOutLayout(), /*ceil_mode=*/false,
          /*count_include_pad=*/false);
    else
      rewriter.replaceOpWithNewOp<PoolOp>(
          op, to, op.getData(), window, window, dilation, padding,
          op.getLayout(), op.getOutLayout(), /*ceil_mode=*/false);
    return success();
  }
};

/// A pool along one dimension is one of images of height 1.
template <typename OpT>
struct PoolOfRows : OpRewritePattern<OpT> {
  using OpRewritePattern<OpT>::OpRewritePattern;

  LogicalResult matchAndRewrite(OpT op,
                                PatternRewriter &rewriter) const override {
    std::optional<IntegerPool> pool = getIntegerPool(op, "NWC", "NCW");
    if (!pool)
      return failure();
    StringRef layout = pool->isChannelsLast() ? "NHWC" : "NCHW";
    addDimension(rewriter, op, *pool, [&](RankedTensorType type, Value data) {
      return makePool(rewriter, op, type, data, layout);
    });
    return success();
  }

private:
  static Value makePool(PatternRewriter &rewriter, AdaptiveAvgPool1DOp op,
                        Type type, Value data, StringRef layout) {
    return AdaptiveAvgPool2DOp::create(rewriter, op.getLoc(), type, data,
                                       getSize(type, layout), layout, "");
  }
  static Value makePool(PatternRewriter &rewriter, AdaptiveMaxPool1DOp op,
                        Type type, Value data, StringRef layout) {
    return AdaptiveMaxPool2DOp::create(rewriter, op.getLoc(), type, data,
                                       getSize(type, layout), layout, "");
  }
  static Value makePool(PatternRewriter &rewriter, MaxPool1DOp op, Type type,
                        Value data, StringRef layout) {
    return MaxPool2DOp::create(
        rewriter, op.getLoc(), type, data, {1, op.getPoolSize()[0]},
        {1, op.getStrides()[0]}, {1, op.getDilation()[0]},
        {0, op.getPadding().front(), 0, op.getPadding().back()}, layout, "",
        op.getCeilMode());
  }
  static Value makePool(PatternRewriter &rewriter, AvgPool1DOp op, Type type,
                        Value data, StringRef layout) {
    return AvgPool2DOp::create(
        rewriter, op.getLoc(), type, data, {1, op.getPoolSize()[0]},
        {1, op.getStrides()[0]}, {1, op.getDilation()[0]},
        {0, op.getPadding().front(), 0, op.getPadding().back()}, layout, "",
        op.getCeilMode(), op.getCountIncludePad());
  }

  static SmallVector<int64_t> getSize(Type type, StringRef layout) {
    return llvm::to_vector(cast<RankedTensorType>(type).getShape().slice(
        layout == "NHWC" ? 1 : 2, 2));
  }
};

/// A pool of images is one of volumes of depth 1, which there are kernels of
/// for 64 bits and for averages in fewer than 32.
template <typename OpT>
struct PoolOfImages : OpRewritePattern<OpT> {
  using OpRewritePattern<OpT>::OpRewritePattern;

  LogicalResult matchAndRewrite(OpT op,
                                PatternRewriter &rewriter) const override {
    std::optional<IntegerPool> pool = getIntegerPool(op, "NHWC", "NCHW");
    if (!pool)
      return failure();
    constexpr bool isAverage =
        llvm::is_one_of<OpT, AvgPool2DOp, GlobalAvgPool2DOp,
                        AdaptiveAvgPool2DOp>::value;
    if (!isInteger(op.getData(), 64) &&
        !(isAverage && isStored(pool->from.getElementType())))
      return rewriter.notifyMatchFailure(op, "there are kernels for images");
    StringRef layout = pool->isChannelsLast() ? "NDHWC" : "NCDHW";
    addDimension(rewriter, op, *pool, [&](RankedTensorType type, Value data) {
      return makePool(rewriter, op, type, data, layout);
    });
    return success();
  }

private:
  static Value makePool(PatternRewriter &rewriter, OpT op,
                        RankedTensorType type, Value data, StringRef layout) {
    if constexpr (llvm::is_one_of<OpT, AvgPool2DOp, MaxPool2DOp>::value) {
      SmallVector<int64_t> padding = llvm::to_vector(op.getPadding());
      padding.insert(padding.begin() + 2, 0);
      padding.insert(padding.begin(), 0);
      if constexpr (std::is_same_v<OpT, AvgPool2DOp>)
        return AvgPool3DOp::create(
            rewriter, op.getLoc(), type, data, addOne(op.getPoolSize()),
            addOne(op.getStrides()), addOne(op.getDilation()), padding, layout,
            "", op.getCeilMode(), op.getCountIncludePad());
      else
        return MaxPool3DOp::create(
            rewriter, op.getLoc(), type, data, addOne(op.getPoolSize()),
            addOne(op.getStrides()), addOne(op.getDilation()), padding, layout,
            "", op.getCeilMode());
    } else {
      SmallVector<int64_t> size =
          llvm::to_vector(type.getShape().slice(layout == "NDHWC" ? 1 : 2, 3));
      using AdaptiveOp = std::conditional_t<
          llvm::is_one_of<OpT, GlobalAvgPool2DOp, AdaptiveAvgPool2DOp>::value,
          AdaptiveAvgPool3DOp, AdaptiveMaxPool3DOp>;
      return AdaptiveOp::create(rewriter, op.getLoc(), type, data, size, layout,
                                "");
    }
  }

  static SmallVector<int64_t> addOne(ArrayRef<int64_t> numbers) {
    SmallVector<int64_t> result = {1};
    llvm::append_range(result, numbers);
    return result;
  }
};

} // namespace

void populatePoolPatterns(RewritePatternSet &patterns) {
  patterns
      .add<AdaptiveIsPool<AdaptiveAvgPool2DOp, AvgPool2DOp, GlobalAvgPool2DOp>,
           AdaptiveIsPool<AdaptiveMaxPool2DOp, MaxPool2DOp, GlobalMaxPool2DOp>,
           PoolOfRows<AdaptiveAvgPool1DOp>, PoolOfRows<AdaptiveMaxPool1DOp>,
           PoolOfRows<AvgPool1DOp>, PoolOfRows<MaxPool1DOp>,
           PoolOfImages<AvgPool2DOp>, PoolOfImages<MaxPool2DOp>,
           PoolOfImages<GlobalAvgPool2DOp>, PoolOfImages<GlobalMaxPool2DOp>,
           PoolOfImages<AdaptiveAvgPool2DOp>,
           PoolOfImages<AdaptiveMaxPool2DOp>>(patterns.getContext());
}

} // namespace dsp::relay
