//===- FillPatterns.cpp - One form for fills and likes --------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FillPatterns.h"
#include "dsp/Dialect/Relay/IR/DType.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"

using namespace mlir;

namespace dsp::relay {

/// The result's type if all of its extents are known and none is 0.
static RankedTensorType getFilledType(Operation *op) {
  auto type = cast<RankedTensorType>(op->getResult(0).getType());
  return type.hasStaticShape() && !llvm::is_contained(type.getShape(), 0)
             ? type
             : RankedTensorType();
}

static Value makeCast(PatternRewriter &rewriter, Location loc, Value value,
                      Type elementType) {
  auto type = cast<RankedTensorType>(value.getType());
  if (type.getElementType() == elementType)
    return value;
  return CastOp::create(rewriter, loc, type.clone(elementType), value,
                        dtypeName(elementType));
}

static void replaceByBroadcast(PatternRewriter &rewriter, Operation *op,
                               Value value, RankedTensorType type) {
  value = makeCast(rewriter, op->getLoc(), value, type.getElementType());
  rewriter.replaceOpWithNewOp<BroadcastToOp>(
      op, type, value, rewriter.getDenseI64ArrayAttr(type.getShape()),
      rewriter.getStringAttr(""));
}

namespace {

//===----------------------------------------------------------------------===//
// A tensor of one value
//===----------------------------------------------------------------------===//

/// zeros, ones = broadcast_to(0 or 1)
template <typename FillOp, int number>
struct FillIsBroadcast : OpRewritePattern<FillOp> {
  using OpRewritePattern<FillOp>::OpRewritePattern;

  LogicalResult matchAndRewrite(FillOp op,
                                PatternRewriter &rewriter) const override {
    RankedTensorType type = getFilledType(op);
    if (!type)
      return failure();
    Type element = type.getElementType();
    Attribute value = isa<FloatType>(element)
                          ? Attribute(rewriter.getFloatAttr(element, number))
                          : Attribute(rewriter.getIntegerAttr(element, number));
    auto scalar = RankedTensorType::get({}, element);
    Value constant =
        ConstantOp::create(rewriter, op.getLoc(),
                           DenseElementsAttr::get(scalar, value), StringAttr());
    replaceByBroadcast(rewriter, op, constant, type);
    return success();
  }
};

/// full(value), full_like(value) = broadcast_to(value)
template <typename FullOpTy>
struct FullIsBroadcast : OpRewritePattern<FullOpTy> {
  using OpRewritePattern<FullOpTy>::OpRewritePattern;

  LogicalResult matchAndRewrite(FullOpTy op,
                                PatternRewriter &rewriter) const override {
    RankedTensorType type = getFilledType(op);
    if (!type)
      return failure();
    replaceByBroadcast(rewriter, op, op.getFillValue(), type);
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Operands that only give a type
//===----------------------------------------------------------------------===//

struct BroadcastLikeIsBroadcast : OpRewritePattern<BroadcastToLikeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(BroadcastToLikeOp op,
                                PatternRewriter &rewriter) const override {
    RankedTensorType type = getFilledType(op);
    if (!type)
      return failure();
    replaceByBroadcast(rewriter, op, op.getData(), type);
    return success();
  }
};

struct CastLikeIsCast : OpRewritePattern<CastLikeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(CastLikeOp op,
                                PatternRewriter &rewriter) const override {
    rewriter.replaceOp(op, makeCast(rewriter, op.getLoc(), op.getData(),
                                    op.getResult().getType().getElementType()));
    return success();
  }
};

/// slice_like(x, y) = the leading part of x, as large as the result
struct SliceLikeIsSlice : OpRewritePattern<SliceLikeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(SliceLikeOp op,
                                PatternRewriter &rewriter) const override {
    RankedTensorType type = getFilledType(op);
    if (!type)
      return failure();
    SmallVector<int64_t> begin(type.getRank(), 0), strides(type.getRank(), 1);
    rewriter.replaceOpWithNewOp<StridedSliceOp>(
        op, type, op.getData(), rewriter.getDenseI64ArrayAttr(begin),
        rewriter.getDenseI64ArrayAttr(type.getShape()),
        rewriter.getDenseI64ArrayAttr(strides), rewriter.getStringAttr("end"),
        DenseI64ArrayAttr());
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Operands that are flattened
//===----------------------------------------------------------------------===//

/// cumsum, cumprod, take without an axis = along axis 0 of the flat tensor
template <typename FlatOp>
struct FlattenOperand : OpRewritePattern<FlatOp> {
  using OpRewritePattern<FlatOp>::OpRewritePattern;

  LogicalResult matchAndRewrite(FlatOp op,
                                PatternRewriter &rewriter) const override {
    RankedTensorType type = op.getData().getType();
    if constexpr (std::is_same_v<FlatOp, TakeOp>)
      if (op.getBatchDims() != 0)
        return failure();
    if (op.getAxis() || !type.hasStaticShape() || type.getNumElements() == 0)
      return failure();
    int64_t count = type.getNumElements();
    Value flat = ReshapeOp::create(rewriter, op.getLoc(), type.clone(count),
                                   op.getData(), ArrayRef<int64_t>(count));
    rewriter.modifyOpInPlace(op, [&] {
      op.getDataMutable().assign(flat);
      op.setAxis(0);
    });
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Operands that get the result's type
//===----------------------------------------------------------------------===//

/// cumsum(x) of another type = cumsum(cast(x)), which is added up in that type
template <typename ScanOp>
struct CastOperand : OpRewritePattern<ScanOp> {
  using OpRewritePattern<ScanOp>::OpRewritePattern;

  LogicalResult matchAndRewrite(ScanOp op,
                                PatternRewriter &rewriter) const override {
    Type to = getElementTypeOrSelf(op.getType());
    if (getElementTypeOrSelf(op.getData()) == to)
      return failure();
    rewriter.modifyOpInPlace(op, [&] {
      op.getDataMutable().assign(
          makeCast(rewriter, op.getLoc(), op.getData(), to));
    });
    return success();
  }
};

} // namespace

void populateFillPatterns(RewritePatternSet &patterns) {
  patterns.add<FillIsBroadcast<ZerosOp, 0>, FillIsBroadcast<ZerosLikeOp, 0>,
               FillIsBroadcast<OnesOp, 1>, FillIsBroadcast<OnesLikeOp, 1>,
               FullIsBroadcast<FullOp>, FullIsBroadcast<FullLikeOp>,
               BroadcastLikeIsBroadcast, CastLikeIsCast, SliceLikeIsSlice,
               FlattenOperand<CumsumOp>, FlattenOperand<CumprodOp>,
               FlattenOperand<TakeOp>, CastOperand<CumsumOp>,
               CastOperand<CumprodOp>>(patterns.getContext());
}

} // namespace dsp::relay
