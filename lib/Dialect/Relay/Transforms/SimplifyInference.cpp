//===- SimplifyInference.cpp - Drop what training needs -------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ChannelPatterns.h"
#include "dsp/Dialect/Relay/Transforms/ConstantFolding.h"
#include "dsp/Dialect/Relay/Transforms/Passes.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace dsp::relay {
#define GEN_PASS_DEF_RELAYSIMPLIFYINFERENCE
#include "dsp/Dialect/Relay/Transforms/Passes.h.inc"
} // namespace dsp::relay

using namespace mlir;

namespace dsp::relay {
namespace {

/// dropout(x) = x, as long as nobody looks at the mask.
struct DropDropout : OpRewritePattern<DropoutOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(DropoutOp op,
                                PatternRewriter &rewriter) const override {
    if (!op.getMask().use_empty())
      return rewriter.notifyMatchFailure(op, "the mask is used");
    rewriter.replaceAllUsesWith(op.getResult(), op.getData());
    rewriter.eraseOp(op);
    return success();
  }
};

/// batch_norm(x) = x * s + (beta - mean * s) with s = gamma / sqrt(var + eps),
/// which is computed as Relay's own SimplifyInference does.
struct SplitBatchNorm : OpRewritePattern<BatchNormOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(BatchNormOp op,
                                PatternRewriter &rewriter) const override {
    auto type = dyn_cast<RankedTensorType>(op.getData().getType());
    auto vector = dyn_cast<RankedTensorType>(op.getMovingVar().getType());
    if (!type || !vector || !vector.hasStaticShape() ||
        !isa<FloatType>(type.getElementType()) ||
        vector.getElementType() != type.getElementType())
      return rewriter.notifyMatchFailure(op, "not of one floating-point type");

    Location loc = op.getLoc();
    auto number = [&](double value) -> Value {
      auto scalar = RankedTensorType::get({}, type.getElementType());
      auto attr = DenseElementsAttr::get(
          scalar,
          ArrayRef<Attribute>(FloatAttr::get(type.getElementType(), value)));
      return ConstantOp::create(rewriter, loc, attr, StringAttr());
    };
    Value variance = createEvaluated<AddOp>(
        rewriter, loc, vector, op.getMovingVar(), number(op.getEpsilon()));
    Value scale = createEvaluated<DivideOp>(
        rewriter, loc, vector, number(1.0),
        createEvaluated<SqrtOp>(rewriter, loc, vector, variance));
    if (op.getScale())
      scale = createEvaluated<MultiplyOp>(rewriter, loc, vector, op.getGamma(),
                                          scale);
    Value shift = createEvaluated<MultiplyOp>(
        rewriter, loc, vector,
        createEvaluated<NegativeOp>(rewriter, loc, vector, op.getMovingMean()),
        scale);
    if (op.getCenter())
      shift =
          createEvaluated<AddOp>(rewriter, loc, vector, op.getBeta(), shift);

    // [C, 1, 1 ...] is broadcast along the dimensions in front of the axis.
    int64_t axis = op.getAxis();
    if (axis < 0)
      axis += type.getRank();
    SmallVector<int64_t> shape(type.getRank() - axis, 1);
    shape.front() = vector.getDimSize(0);
    auto spread = [&](Value value) {
      if (shape.size() == 1)
        return value;
      return createEvaluated<ReshapeOp>(rewriter, loc, vector.clone(shape),
                                        value, ArrayRef<int64_t>(shape));
    };
    Value scaled =
        MultiplyOp::create(rewriter, loc, type, op.getData(), spread(scale));
    Value shifted = AddOp::create(rewriter, loc, type, scaled, spread(shift));
    rewriter.replaceOp(op, {shifted, op.getMovingMean(), op.getMovingVar()});
    return success();
  }
};

struct SimplifyInferencePass
    : impl::RelaySimplifyInferenceBase<SimplifyInferencePass> {
  using RelaySimplifyInferenceBase::RelaySimplifyInferenceBase;

  LogicalResult initialize(MLIRContext *context) override {
    RewritePatternSet set(context);
    set.add<DropDropout, SplitBatchNorm>(context);
    populateChannelPatterns(set);
    patterns = std::move(set);
    return success();
  }

  void runOnOperation() override {
    if (failed(applyPatternsGreedily(getOperation(), patterns,
                                     getRewriteConfig())))
      signalPassFailure();
  }

private:
  FrozenRewritePatternSet patterns;
};

} // namespace
} // namespace dsp::relay
