//===- JoinConstants.cpp - Neighbouring constants -------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What TVM's SimplifyExpr does to constants of floats. It rounds differently
// from the model as it is written, and with the order of the steps, so only who
// takes the same steps gets the same bits: rounds until nothing changes (or a
// limit is reached), in each of them one rule after the other, and for a rule
// the last op of a block first. An op takes part in one application of a rule
// in each round.
//
//===----------------------------------------------------------------------===//

#include "QuantizedNumbers.h"
#include "dsp/Dialect/Relay/Transforms/ConstantFolding.h"
#include "dsp/Dialect/Relay/Transforms/Passes.h"
#include "mlir/Dialect/Traits.h"
#include "mlir/IR/PatternMatch.h"

namespace dsp::relay {
#define GEN_PASS_DEF_RELAYJOINCONSTANTS
#include "dsp/Dialect/Relay/Transforms/Passes.h.inc"
} // namespace dsp::relay

using namespace mlir;

namespace dsp::relay {
namespace {

/// A sum or product of a variable and a constant.
struct Term {
  Value variable, constant;
};

template <typename OpT>
std::optional<Term> getTerm(Operation *candidate) {
  auto op = dyn_cast_if_present<OpT>(candidate);
  if (!op || !getElementTypeOrSelf(op).isF32())
    return std::nullopt;
  bool isLeft = isConstantExpression(op.getLhs());
  if (isLeft == isConstantExpression(op.getRhs()))
    return std::nullopt;
  return isLeft ? Term{op.getRhs(), op.getLhs()}
                : Term{op.getLhs(), op.getRhs()};
}

/// What only the op at hand uses, so that nothing is computed twice.
template <typename OpT>
std::optional<Term> getOwnTerm(Value value) {
  return value.hasOneUse() ? getTerm<OpT>(value.getDefiningOp()) : std::nullopt;
}

/// Relay's broadcasts are those of upstream's trait; null where shapes are not
/// known well enough.
RankedTensorType getBroadcastType(Value lhs, Value rhs) {
  return dyn_cast_or_null<RankedTensorType>(
      OpTrait::util::getBroadcastedType(lhs.getType(), rhs.getType()));
}

template <typename OpT>
Value evaluate(RewriterBase &rewriter, Value lhs, Value rhs) {
  return createEvaluated<OpT>(rewriter, lhs.getLoc(),
                              getBroadcastType(lhs, rhs), lhs, rhs);
}

/// What replaces the op if the rule applies to it, else null.
using Rule = Value (*)(RewriterBase &rewriter, Operation *op);

/// x + x = x * 2
Value doubleTerm(RewriterBase &rewriter, Operation *op) {
  auto sum = dyn_cast<AddOp>(op);
  if (!sum || sum.getLhs() != sum.getRhs() ||
      !getElementTypeOrSelf(sum).isF32() || isConstantExpression(sum.getLhs()))
    return {};
  return MultiplyOp::create(rewriter, op->getLoc(), sum.getType(), sum.getLhs(),
                            makeScale(rewriter, op->getLoc(), 2));
}

/// x / sqrt(y) = x * rsqrt(y)
Value multiplyBySquareRoot(RewriterBase &rewriter, Operation *op) {
  auto quotient = dyn_cast<DivideOp>(op);
  auto root = quotient ? quotient.getRhs().getDefiningOp<SqrtOp>() : nullptr;
  if (!root || !root->hasOneUse() || !getElementTypeOrSelf(quotient).isF32() ||
      isConstantExpression(root.getData()))
    return {};
  Value inverse =
      RsqrtOp::create(rewriter, root.getLoc(), root.getType(), root.getData());
  return MultiplyOp::create(rewriter, op->getLoc(), quotient.getType(),
                            quotient.getLhs(), inverse);
}

/// (x + a) * b = x * b + a * b
Value distributeProduct(RewriterBase &rewriter, Operation *op) {
  std::optional<Term> product = getTerm<MultiplyOp>(op);
  std::optional<Term> sum =
      product ? getOwnTerm<AddOp>(product->variable) : std::nullopt;
  if (!sum || !getBroadcastType(sum->constant, product->constant))
    return {};
  RankedTensorType type = getBroadcastType(sum->variable, product->constant);
  if (!type)
    return {};
  Value scaled = MultiplyOp::create(rewriter, op->getLoc(), type, sum->variable,
                                    product->constant);
  Value shift =
      evaluate<MultiplyOp>(rewriter, sum->constant, product->constant);
  return AddOp::create(rewriter, op->getLoc(), op->getResult(0).getType(),
                       scaled, shift);
}

/// (x * a) * b = x * (a * b), and the same of sums.
template <typename OpT>
Value joinTerms(RewriterBase &rewriter, Operation *op) {
  std::optional<Term> outer = getTerm<OpT>(op);
  std::optional<Term> inner =
      outer ? getOwnTerm<OpT>(outer->variable) : std::nullopt;
  if (!inner || !getBroadcastType(inner->constant, outer->constant))
    return {};
  return OpT::create(rewriter, op->getLoc(), op->getResult(0).getType(),
                     inner->variable,
                     evaluate<OpT>(rewriter, inner->constant, outer->constant));
}

/// dequantize(x) * a, whose scale is a factor as well.
Value joinScale(RewriterBase &rewriter, Operation *op) {
  std::optional<Term> product = getTerm<MultiplyOp>(op);
  auto dequantize =
      product ? product->variable.getDefiningOp<QNNDequantizeOp>() : nullptr;
  if (!dequantize || !dequantize->hasOneUse())
    return {};
  Value scale = dequantize.getInputScale();
  std::optional<double> number = getScalar(scale);
  if (!number || *number == 1)
    return {};
  Value joined = evaluate<MultiplyOp>(rewriter, scale, product->constant);
  Type type = op->getResult(0).getType();
  bool isScale = getScalar(joined) && dequantize.getType() == type;
  Value left = isScale ? joined : makeScale(rewriter, scale.getLoc(), 1);
  auto changed = cast<QNNDequantizeOp>(rewriter.clone(*dequantize));
  changed.getInputScaleMutable().assign(left);
  if (isScale)
    return changed;
  return MultiplyOp::create(rewriter, op->getLoc(), type, changed, joined);
}

/// Of two products or sums, a scale included, one.
Value joinNeighbours(RewriterBase &rewriter, Operation *op) {
  for (Rule rule : {joinTerms<MultiplyOp>, joinTerms<AddOp>, joinScale})
    if (Value result = rule(rewriter, op))
      return result;
  return {};
}

/// Applies the rule to the ops of `block`, the last one first.
bool sweep(RewriterBase &rewriter, Block &block, Rule rule) {
  bool isChanged = false;
  // What a rule makes is for the next round.
  SmallVector<Operation *> ops;
  for (Operation &op : block)
    if (isa<AddOp, MultiplyOp, DivideOp>(op))
      ops.push_back(&op);
  DenseSet<Operation *> erased;
  for (Operation *op : llvm::reverse(ops)) {
    if (erased.contains(op))
      continue;
    rewriter.setInsertionPoint(op);
    Value result = rule(rewriter, op);
    if (!result)
      continue;
    SmallVector<Value> operands = op->getOperands();
    rewriter.replaceOp(op, result);
    for (Value operand : operands)
      if (Operation *inner = operand.getDefiningOp();
          inner && !isa<ConstantOp>(inner) && isOpTriviallyDead(inner)) {
        erased.insert(inner);
        rewriter.eraseOp(inner);
      }
    isChanged = true;
  }
  return isChanged;
}

void joinConstants(RewriterBase &rewriter, Block &block) {
  // Each round halves a row of sums or products, but moves a constant past a
  // single one of alternating ops, of which models have few in a row.
  constexpr int maxRounds = 16;
  bool isChanged = true;
  for (int round = 0; isChanged && round < maxRounds; ++round) {
    isChanged = false;
    for (Rule rule :
         {doubleTerm, multiplyBySquareRoot, distributeProduct, joinNeighbours})
      isChanged |= sweep(rewriter, block, rule);
  }
}

struct JoinConstantsPass : impl::RelayJoinConstantsBase<JoinConstantsPass> {
  using RelayJoinConstantsBase::RelayJoinConstantsBase;

  void runOnOperation() override {
    IRRewriter rewriter(&getContext());
    getOperation().walk([&](Block *block) { joinConstants(rewriter, *block); });
  }
};

} // namespace
} // namespace dsp::relay
