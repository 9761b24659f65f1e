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

/// The type of an image of integers of static shape; null for another one.
RankedTensorType getIntegers(Value value, int64_t rank) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type && type.getRank() == rank && type.hasStaticShape() &&
                 (getRange(type.getElementType()) || isInteger(value, 64))
             ? type
             : RankedTensorType();
}

/// adaptive_pool(x) = pool(x), where the windows don't overlap, and
/// global_pool(x), where there is one.
template <typename AdaptiveOp, typename PoolOp, typename GlobalOp>
struct AdaptiveIsPool : OpRewritePattern<AdaptiveOp> {
  using OpRewritePattern<AdaptiveOp>::OpRewritePattern;

  LogicalResult matchAndRewrite(AdaptiveOp op,
                                PatternRewriter &rewriter) const override {
    RankedTensorType from = getIntegers(op.getData(), 4);
    auto to = dyn_cast<RankedTensorType>(op.getType());
    bool isLast = op.getLayout() == "NHWC";
    if (!from || !to || !to.hasStaticShape() ||
        !(isLast || op.getLayout() == "NCHW"))
      return failure();
    ArrayRef<int64_t> in = from.getShape().slice(isLast ? 1 : 2, 2);
    ArrayRef<int64_t> out = to.getShape().slice(isLast ? 1 : 2, 2);
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
    RankedTensorType from = getIntegers(op.getData(), 3);
    auto to = dyn_cast<RankedTensorType>(op.getType());
    bool isLast = op.getLayout() == "NWC";
    if (!from || !to || !to.hasStaticShape() ||
        !(isLast || op.getLayout() == "NCW"))
      return failure();
    auto addHeight = [&](RankedTensorType type) {
      SmallVector<int64_t> shape = llvm::to_vector(type.getShape());
      shape.insert(shape.begin() + (isLast ? 1 : 2), 1);
      return type.clone(shape);
    };
    RankedTensorType image = addHeight(from);
    Value data = ReshapeOp::create(rewriter, op.getLoc(), image, op.getData(),
                                   llvm::to_vector(image.getShape()));
    Value pool =
        makePool(rewriter, op, addHeight(to), data, isLast ? "NHWC" : "NCHW");
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, to, pool,
                                           llvm::to_vector(to.getShape()));
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
    RankedTensorType from = getIntegers(op.getData(), 4);
    auto to = dyn_cast<RankedTensorType>(op.getType());
    bool isLast = op.getLayout() == "NHWC";
    if (!from || !to || !to.hasStaticShape() ||
        !(isLast || op.getLayout() == "NCHW"))
      return failure();
    constexpr bool isAverage =
        llvm::is_one_of<OpT, AvgPool2DOp, GlobalAvgPool2DOp,
                        AdaptiveAvgPool2DOp>::value;
    if (!isInteger(op.getData(), 64) &&
        !(isAverage && isStored(from.getElementType())))
      return rewriter.notifyMatchFailure(op, "there are kernels for images");
    auto addDepth = [&](RankedTensorType type) {
      SmallVector<int64_t> shape = llvm::to_vector(type.getShape());
      shape.insert(shape.begin() + (isLast ? 1 : 2), 1);
      return type.clone(shape);
    };
    RankedTensorType volume = addDepth(from), result = addDepth(to);
    Value data = ReshapeOp::create(rewriter, op.getLoc(), volume, op.getData(),
                                   llvm::to_vector(volume.getShape()));
    Value pool =
        makePool(rewriter, op, result, data, isLast ? "NDHWC" : "NCDHW");
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, to, pool,
                                           llvm::to_vector(to.getShape()));
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
