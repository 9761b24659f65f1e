//===- CanonicalizeForms.cpp - One form for each computation --------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BlockPatterns.h"
#include "ChannelPatterns.h"
#include "FillPatterns.h"
#include "NormalizeAttributes.h"
#include "QuantizedPatterns.h"
#include "ReductionPatterns.h"
#include "dsp/Dialect/Relay/IR/DType.h"
#include "dsp/Dialect/Relay/IR/Layout.h"
#include "dsp/Dialect/Relay/Transforms/ConstantData.h"
#include "dsp/Dialect/Relay/Transforms/ConstantFolding.h"
#include "dsp/Dialect/Relay/Transforms/Passes.h"

namespace dsp::relay {
#define GEN_PASS_DEF_RELAYCANONICALIZEFORMS
#include "dsp/Dialect/Relay/Transforms/Passes.h.inc"
} // namespace dsp::relay

using namespace mlir;

namespace dsp::relay {
namespace {

//===----------------------------------------------------------------------===//
// Views
//===----------------------------------------------------------------------===//

/// An extent of 0 in `newshape` copies an extent, so can't be written.
bool hasStaticShape(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type && type.hasStaticShape() &&
         !llvm::is_contained(type.getShape(), 0);
}

Attribute getShapeAttr(Value value) {
  return DenseI64ArrayAttr::get(
      value.getContext(), cast<RankedTensorType>(value.getType()).getShape());
}

Value makeReshape(PatternRewriter &rewriter, Location loc, Value view,
                  Value data) {
  auto type = cast<RankedTensorType>(view.getType());
  if (data.getType() == type)
    return data;
  return ReshapeOp::create(rewriter, loc, type, data, type.getShape());
}

#include "ViewPatterns.inc"

/// reshape(x) = x in x's own shape.
struct DropReshape : OpRewritePattern<ReshapeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(ReshapeOp op,
                                PatternRewriter &rewriter) const override {
    auto type = cast<RankedTensorType>(op.getResult().getType());
    if (op.getData().getType() != type || !type.hasStaticShape())
      return failure();
    rewriter.replaceOp(op, op.getData());
    return success();
  }
};

/// layout_transform(x) = transpose(x), unless dimensions are split or merged.
struct LayoutTransformIsTranspose : OpRewritePattern<LayoutTransformOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(LayoutTransformOp op,
                                PatternRewriter &rewriter) const override {
    std::optional<Layout> from = Layout::parse(op.getSrcLayout());
    std::optional<Layout> to = Layout::parse(op.getDstLayout());
    if (!from || !to)
      return failure();
    auto axes = from->permutationTo(*to);
    if (!axes)
      return rewriter.notifyMatchFailure(op, "not a permutation");
    rewriter.replaceOpWithNewOp<TransposeOp>(
        op, op.getResult().getType(), op.getData(),
        rewriter.getDenseI64ArrayAttr(*axes));
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Padding
//===----------------------------------------------------------------------===//

/// The number that a convolution's own padding stands for.
template <typename ConvOp>
std::optional<double> getPaddingValue(ConvOp op) {
  if constexpr (std::is_same_v<ConvOp, QNNConv2DOp>) {
    std::optional<ConstantView> zeroPoint =
        ConstantView::get(op.getInputZeroPoint());
    return zeroPoint ? zeroPoint->getUniformValue() : std::nullopt;
  } else {
    return 0.0;
  }
}

/// conv(pad(x, 0)) = conv(x) with the padding of both, if only spatial
/// dimensions are padded. A quantised 0 is the zero point.
template <typename ConvOp>
struct PadIntoConv : OpRewritePattern<ConvOp> {
  using OpRewritePattern<ConvOp>::OpRewritePattern;

  LogicalResult matchAndRewrite(ConvOp op,
                                PatternRewriter &rewriter) const override {
    auto pad = op.getData().template getDefiningOp<PadOp>();
    if (!pad || pad.getPadMode() != "constant")
      return failure();
    // Where it is given the data's type at compile time, that is no number yet.
    Value number = pad.getPadVal();
    if (auto converted = number.getDefiningOp<CastOp>())
      number = converted.getData();
    std::optional<ConstantView> value = ConstantView::get(number);
    std::optional<double> expected = getPaddingValue(op);
    if (!value || !expected || value->getUniformValue() != expected)
      return rewriter.notifyMatchFailure(op, "not padded with zeros");
    StringRef layout = op.getDataLayout();
    ArrayRef<int64_t> widths = pad.getPadWidth();
    SmallVector<int64_t> padding = llvm::to_vector(op.getPadding());
    size_t spatialRank = layout.size() - 2;
    if (widths.size() != 2 * layout.size() || padding.size() != 2 * spatialRank)
      return rewriter.notifyMatchFailure(op, "padding is not normalized");
    size_t side = 0; // all low sides are first, then the high ones
    for (auto [dim, axis] : llvm::enumerate(layout)) {
      int64_t low = widths[2 * dim], high = widths[2 * dim + 1];
      if (low < 0 || high < 0)
        return rewriter.notifyMatchFailure(op, "'nn.pad' cuts");
      if (axis == 'D' || axis == 'H' || axis == 'W') {
        padding[side] += low;
        padding[spatialRank + side] += high;
        ++side;
      } else if (low != 0 || high != 0) {
        return rewriter.notifyMatchFailure(op, "batch or channels are padded");
      }
    }
    rewriter.modifyOpInPlace(op, [&] {
      op.setPadding(padding);
      op.getDataMutable().assign(pad.getData());
      op->setLoc(rewriter.getFusedLoc({pad.getLoc(), op.getLoc()}));
    });
    return success();
  }
};

/// TVM's importers pad integers with a float; Relay converts it.
struct PadWithDataType : OpRewritePattern<PadOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(PadOp op,
                                PatternRewriter &rewriter) const override {
    Value value = op.getPadVal();
    auto type = dyn_cast<RankedTensorType>(value.getType());
    Type wanted = getElementTypeOrSelf(op.getData());
    if (!type || type.getElementType() == wanted)
      return failure();
    Value converted =
        CastOp::create(rewriter, value.getLoc(), type.clone(wanted), value,
                       rewriter.getStringAttr(dtypeName(wanted)));
    rewriter.modifyOpInPlace(op,
                             [&] { op.getPadValMutable().assign(converted); });
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Depthwise convolutions
//===----------------------------------------------------------------------===//

/// Depthwise weights may have an input channel for each O and its results as I.
/// Here each result is an O, as in any other convolution.
template <typename ConvOp>
struct DepthwiseResultsAreOutputs : OpRewritePattern<ConvOp> {
  using OpRewritePattern<ConvOp>::OpRewritePattern;

  LogicalResult matchAndRewrite(ConvOp op,
                                PatternRewriter &rewriter) const override {
    auto type = dyn_cast<RankedTensorType>(op.getWeight().getType());
    StringRef name = op.getKernelLayout();
    std::optional<Layout> layout = Layout::parse(name);
    if (!type || !type.hasStaticShape() || !layout || layout->hasSplitAxes() ||
        !layout->contains('O') || !layout->contains('I'))
      return failure();
    unsigned output = *layout->find('O'), input = *layout->find('I');
    int64_t groups = type.getDimSize(output);
    int64_t multiplier = type.getDimSize(input);
    if (groups == 1 || multiplier == 1 || op.getGroups() != groups ||
        op.getChannels() != groups * multiplier)
      return failure();

    // I behind O, then both as one.
    std::string order = name.str();
    order.erase(input, 1);
    order.insert(order.find('O') + 1, "I");
    Layout target = *Layout::parse(order);
    Value weight = op.getWeight();
    Location loc = weight.getLoc();
    if (target != *layout)
      weight = TransposeOp::create(
          rewriter, loc,
          type.clone(layout->convertShape(type.getShape(), target)), weight,
          rewriter.getDenseI64ArrayAttr(*layout->permutationTo(target)));
    SmallVector<int64_t> shape = layout->convertShape(type.getShape(), target);
    shape[*target.find('O')] = groups * multiplier;
    shape[*target.find('I')] = 1;
    weight = ReshapeOp::create(rewriter, loc, type.clone(shape), weight, shape);
    rewriter.modifyOpInPlace(op, [&] {
      op.getWeightMutable().assign(weight);
      op.setKernelLayout(order);
    });
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Matrix products
//===----------------------------------------------------------------------===//

/// matmul(a, b^T) = dense(a, b); a constant b is transposed at compile time,
/// one of 8-bit numbers, whose kernels take nothing else, at run time.
struct MatmulIsDense : OpRewritePattern<MatmulOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(MatmulOp op,
                                PatternRewriter &rewriter) const override {
    auto type = dyn_cast<RankedTensorType>(op.getTensorB().getType());
    if (op.getTransposeA() || !type || type.getRank() != 2 ||
        !type.hasStaticShape())
      return failure();
    Value weight = op.getTensorB();
    if (!op.getTransposeB()) {
      if (!isConstantExpression(weight) && !type.getElementType().isInteger(8))
        return rewriter.notifyMatchFailure(op, "tensor_b isn't constant");
      int64_t shape[] = {type.getDimSize(1), type.getDimSize(0)};
      int64_t axes[] = {1, 0};
      weight = TransposeOp::create(rewriter, weight.getLoc(), type.clone(shape),
                                   weight, rewriter.getDenseI64ArrayAttr(axes));
    }
    auto dense = DenseOp::create(rewriter, op.getLoc(), op->getResultTypes(),
                                 ValueRange{op.getTensorA(), weight},
                                 ArrayRef<NamedAttribute>{});
    dense.setUnitsAttr(rewriter.getI64IntegerAttr(
        cast<RankedTensorType>(weight.getType()).getDimSize(0)));
    dense.setOutDtype(op.getOutDtype());
    rewriter.replaceOp(op, dense);
    return success();
  }
};

//===----------------------------------------------------------------------===//
// The pass
//===----------------------------------------------------------------------===//

struct CanonicalizeFormsPass
    : impl::RelayCanonicalizeFormsBase<CanonicalizeFormsPass> {
  using RelayCanonicalizeFormsBase::RelayCanonicalizeFormsBase;

  LogicalResult initialize(MLIRContext *context) override {
    RewritePatternSet set(context);
    populateWithGenerated(set);
    set.add<DropReshape, LayoutTransformIsTranspose, PadIntoConv<Conv1DOp>,
            PadIntoConv<Conv2DOp>, PadIntoConv<Conv3DOp>,
            PadIntoConv<QNNConv2DOp>, PadWithDataType,
            DepthwiseResultsAreOutputs<Conv2DOp>,
            DepthwiseResultsAreOutputs<Conv3DOp>,
            DepthwiseResultsAreOutputs<QNNConv2DOp>, MatmulIsDense>(context);
    ClipOp::getCanonicalizationPatterns(set, context);
    populateQuantizedPatterns(set);
    populateFloatPatterns(set);
    populatePoolPatterns(set);
    populateZeroPointPatterns(set);
    populateWidenedPatterns(set);
    populateByChannelPatterns(set);
    populateChannelPatterns(set);
    populateFillPatterns(set);
    populateBlockPatterns(set);
    populateReductionPatterns(set);
    patterns = std::move(set);
    return success();
  }

  void runOnOperation() override {
    getOperation().walk([](Operation *op) { normalizeAttributes(op); });
    if (failed(applyPatternsGreedily(getOperation(), patterns,
                                     getRewriteConfig())))
      signalPassFailure();
    // Of ops that are new, or whose scales have become numbers.
    getOperation().walk([](Operation *op) { normalizeAttributes(op); });
  }

private:
  FrozenRewritePatternSet patterns;
};

} // namespace
} // namespace dsp::relay
