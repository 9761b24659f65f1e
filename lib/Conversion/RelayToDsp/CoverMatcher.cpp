//===- CoverMatcher.cpp - Matches front ops against kernel records --------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Conversion/RelayToDsp/CoverMatcher.h"

#include "ConstantAttrs.h"
#include "dsp/Dialect/Dsp/IR/Expressions.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Dialect/Dsp/IR/Numerics.h"
#include "dsp/Dialect/Relay/IR/Layout.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "dsp/Dialect/Relay/Transforms/ConstantData.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;

namespace dsp {

namespace {
class Matcher {
public:
  Matcher(const KernelInfo &kernel, const CoverInfo &cover, CoverMatch &match,
          SmallVectorImpl<Reason> *reasons)
      : kernel(kernel), cover(cover), match(match), reasons(reasons) {}

  MatchResult run(Operation *root);

private:
  bool matchOperands(Operation *op, const CoverNode &node);
  bool matchProducer(Value value, const OperandRule &rule);
  bool matchRepeated();
  bool runMatcher(Operation *root);
  bool isOperand(Value value) const;
  bool bindOperand(Operation *op, unsigned position, ValueRange values,
                   unsigned index);

  // These say whether to go on.
  bool checkNumerics(Operation *root);
  bool checkSharing();
  bool matchConstants(Operation *op, const CoverNode &node);
  bool bindConstant(Value value, unsigned index);
  bool matchAttr(Operation *op, const AttrRule &rule);
  bool packOperand(unsigned index);
  bool no(StringRef label, const Twine &sentence, const Twine &actual = "");

  void giveUnboundAttrsValues(Operation *root);

  const KernelInfo &kernel;
  const CoverInfo &cover;
  CoverMatch &match;
  SmallVectorImpl<Reason> *reasons;
  bool refused = false;
};
} // namespace

MatchResult Matcher::run(Operation *root) {
  // The form: ops and the values between them.
  match.ops.assign(cover.nodes.size(), nullptr);
  match.ops[0] = root;
  for (auto [node, op] : llvm::zip_equal(cover.nodes, match.ops)) {
    if (!op || op->getName().getStringRef() != StringRef(node.opName) ||
        !matchOperands(op, node))
      return MatchResult::OtherShape;
  }
  if (!matchRepeated())
    return MatchResult::OtherShape;

  // What the ops say, and the target.
  if (!meetsNeeds(kernel, root, reasons)) {
    refused = true;
    if (!reasons)
      return MatchResult::Refused;
  }
  if (!checkNumerics(root))
    return MatchResult::Refused;
  if (cover.matcher && !runMatcher(root))
    return MatchResult::Refused;
  if (!checkSharing())
    return MatchResult::Refused;
  // A matcher may have added ops behind those of the tree.
  for (auto [node, op] : llvm::zip(cover.nodes, match.ops)) {
    if (!matchConstants(op, node))
      return MatchResult::Refused;
    for (const AttrRule &rule : node.attrs)
      if (!matchAttr(op, rule))
        return MatchResult::Refused;
  }

  for (unsigned i = 0, e = kernel.operands.size(); i < e; ++i)
    if (kernel.operands[i].repacked && match.args.operand(i) && !packOperand(i))
      return MatchResult::Refused;

  // A kernel's results are the root's; a variadic one takes them all.
  if (kernel.results.size() == 1 && kernel.results.front().variadic)
    match.args.setResult(0, root->getResultTypes());
  else
    for (unsigned i = 0, e = kernel.results.size();
         i < e && i < root->getNumResults(); ++i)
      match.args.setResult(i, root->getResult(i).getType());

  giveUnboundAttrsValues(root);
  if (!supports(kernel, match.args, reasons))
    refused = true;
  // What the steps ask for is shown once the lowering itself fits.
  if (!refused && kernel.expand &&
      !supportsSteps(kernel, match.args, root, reasons))
    refused = true;
  return refused ? MatchResult::Refused : MatchResult::Fits;
}

bool Matcher::matchOperands(Operation *op, const CoverNode &node) {
  unsigned given = op->getNumOperands();
  for (auto [i, rule] : llvm::enumerate(node.operands)) {
    // Only the last operand of a front op may be optional or variadic.
    bool isLast = i + 1 == node.operands.size();
    ValueRange values =
        op->getOperands().drop_front(std::min<size_t>(i, given));
    if (!isLast)
      values = values.take_front(1);
    switch (rule.kind) {
    case OperandRule::Absent:
      if (!values.empty())
        return false;
      break;
    case OperandRule::Node:
      if (values.size() != 1 || !matchProducer(values.front(), rule))
        return false;
      break;
    case OperandRule::Same:
    case OperandRule::ConstantAttr:
    case OperandRule::ConstantIs:
      // Looked at when all ops are known.
      if (values.size() != 1)
        return false;
      break;
    case OperandRule::Ignored:
      break;
    case OperandRule::Bind:
      if (!bindOperand(op, i, values, rule.index))
        return false;
      break;
    }
  }
  return given >= node.operands.size() || !node.operands.empty();
}

bool Matcher::matchProducer(Value value, const OperandRule &rule) {
  // A record speaks of one of an op's results; it must not match another.
  auto result = dyn_cast<OpResult>(value);
  if (!result || result.getResultNumber() != rule.result)
    return false;
  match.ops[rule.index] = result.getOwner();
  return true;
}

/// Values that the cover names twice must be the same.
bool Matcher::matchRepeated() {
  for (auto [node, op] : llvm::zip_equal(cover.nodes, match.ops))
    for (auto [i, rule] : llvm::enumerate(node.operands)) {
      if (rule.kind != OperandRule::Same)
        continue;
      Operation *producer = match.ops[rule.index];
      if (rule.result >= producer->getNumResults() ||
          op->getOperand(i) != producer->getResult(rule.result))
        return false;
    }
  return true;
}

/// A function of the library looks at what the tree can't describe.
bool Matcher::runMatcher(Operation *root) {
  CustomMatch custom{match.args, match.ops, ""};
  if (cover.matcher(root, custom))
    return true;
  return no("matcher", custom.whyNot.empty() ? "the library's matcher refuses"
                                             : custom.whyNot);
}

bool Matcher::bindOperand(Operation *op, unsigned position, ValueRange values,
                          unsigned index) {
  const TensorInfo &info = kernel.operands[index];
  if (!info.variadic &&
      (values.size() > 1 || (values.empty() && !info.optional)))
    return false;
  if (Value bound = match.args.operand(index).value; bound && !info.variadic)
    return !values.empty() && bound == values.front();
  match.args.setOperand(index, values);
  if (info.repacked)
    if (auto layouts = dyn_cast<relay::RelayLayoutOpInterface>(op))
      match.sourceLayouts[index] = layouts.getOperandLayout(position);
  return true;
}

/// Functions that TVM's importer computes in floats between quantised numbers,
/// where TensorFlow Lite has kernels for integers.
static bool isForIntegersInTFLite(Operation *op) {
  if (auto resize = dyn_cast<relay::ImageResize2DOp>(op))
    return resize.getMethod() != "nearest_neighbor";
  return isa<relay::AbsOp, relay::ExpOp, relay::LeakyReluOp, relay::LogOp,
             relay::LogSoftmaxOp, relay::RsqrtOp, relay::SigmoidOp,
             relay::SoftmaxOp, relay::TanhOp>(op);
}

/// Whether `quantize` stores one of them of quantised numbers. The importer
/// writes each with a few ops; a long way is the model's own floats.
static bool endsIntegersOfTFLite(relay::QNNQuantizeOp quantize) {
  constexpr size_t longest = 64;
  // Ops, and whether such a function is between them and `quantize`.
  SmallVector<std::pair<Value, bool>> pending = {{quantize.getData(), false}};
  llvm::SmallDenseSet<llvm::PointerIntPair<Operation *, 1, bool>, 8> seen;
  while (!pending.empty() && seen.size() < longest) {
    auto [value, isBehindFunction] = pending.pop_back_val();
    Operation *op = value.getDefiningOp();
    if (!op || !seen.insert({op, isBehindFunction}).second)
      continue;
    if (isa<relay::QNNDequantizeOp>(op)) {
      if (isBehindFunction)
        return true;
      continue;
    }
    bool isBehind = isBehindFunction || isForIntegersInTFLite(op);
    for (Value operand : op->getOperands())
      pending.push_back({operand, isBehind});
  }
  return false;
}

bool Matcher::checkNumerics(Operation *root) {
  // Those that give the same bits all the same are covered as a whole.
  if (auto quantize = dyn_cast<relay::QNNQuantizeOp>(root);
      quantize && cover.nodes.size() == 1 &&
      requestedNumerics(root) != kRelayNumerics &&
      cover.numerics != kRelayNumerics && endsIntegersOfTFLite(quantize))
    return no("numerics",
              "'--numerics' must be 'relay', since floats are computed with "
              "where TensorFlow Lite has integers",
              "'" + requestedNumerics(root) + "'");
  return hasAcceptableNumerics(cover, root) ||
         no("numerics",
            "'--numerics' must be '" + cover.numerics + "', since " +
                cover.numericsText,
            "'" + requestedNumerics(root) + "'");
}

static bool isUniformly(Value value, int64_t number) {
  std::optional<relay::ConstantView> view =
      value ? relay::ConstantView::get(value) : std::nullopt;
  return view && view->getUniformValue() == static_cast<double>(number);
}

/// Takes the numbers of operands that the cover wants to be constant.
bool Matcher::matchConstants(Operation *op, const CoverNode &node) {
  for (auto [i, rule] : llvm::enumerate(node.operands)) {
    Value value = i < op->getNumOperands() ? op->getOperand(i) : Value();
    if (rule.kind == OperandRule::ConstantAttr) {
      if (!bindConstant(value, rule.index))
        return false;
    } else if (rule.kind == OperandRule::ConstantIs &&
               !isUniformly(value, rule.number) &&
               !no(rule.name,
                   "'" + rule.name + "' of '" + op->getName().getStringRef() +
                       "' must be the constant " + Twine(rule.number))) {
      return false;
    }
  }
  return true;
}

bool Matcher::bindConstant(Value value, unsigned index) {
  const AttrInfo &info = kernel.attrs[index];
  Attribute attr = makeAttrOfConstant(value, info.accepts);
  if (!attr)
    return no(
        info.name, "'" + info.name + "' must be a constant " + info.summary,
        value && isConstant(value) ? "of another type or size" : "computed");
  if (Attribute bound = match.args.attr(index); bound && bound != attr)
    return no(info.name,
              "'" + info.name + "' must be the same in all ops of the kernel");
  match.args.setAttr(index, attr);
  return true;
}

bool Matcher::checkSharing() {
  for (Operation *op : llvm::drop_begin(match.ops)) {
    bool isShared = llvm::any_of(op->getUsers(), [&](Operation *user) {
      return !llvm::is_contained(match.ops, user);
    });
    // What the cover binds as an operand of the kernel stays, even where an op
    // of the cover uses it as well.
    bool isBound = llvm::any_of(
        op->getResults(), [&](Value result) { return isOperand(result); });
    if (!isShared && !isBound)
      continue;
    // To take it into the kernel would be to compute it twice.
    if (!no("users", "the result of '" + op->getName().getStringRef() +
                         "' must have no other user"))
      return false;
  }
  for (Value extra :
       llvm::drop_begin(match.ops.front()->getResults(),
                        std::min<size_t>(kernel.results.size(),
                                         match.ops.front()->getNumResults()))) {
    if (extra.use_empty() || kernel.results.back().variadic)
      continue;
    if (!no("results", "the kernel computes only the first result of '" +
                           match.ops.front()->getName().getStringRef() + "'"))
      return false;
  }
  return true;
}

bool Matcher::isOperand(Value value) const {
  for (unsigned i = 0, e = kernel.operands.size(); i < e; ++i)
    for (const KernelOperand &operand : match.args.operands(i))
      if (operand.value == value)
        return true;
  return false;
}

bool Matcher::matchAttr(Operation *op, const AttrRule &rule) {
  Attribute attr = op->getAttr(rule.name);
  switch (rule.kind) {
  case AttrRule::Bind: {
    Attribute bound = match.args.attr(rule.index);
    if (!bound || bound == attr) {
      match.args.setAttr(rule.index, attr);
      return true;
    }
    return no(rule.name, "'" + rule.name + "' of '" +
                             op->getName().getStringRef() +
                             "' must be the same in all ops of the kernel");
  }
  case AttrRule::Layout: {
    const TensorInfo &info = rule.entity.kind == EntityRef::Operand
                                 ? kernel.operands[rule.entity.index]
                                 : kernel.results[rule.entity.index];
    auto layout = dyn_cast_or_null<StringAttr>(attr);
    // An empty layout means "as data's", which has a rule of its own.
    if (info.repacked || !layout || layout.empty() ||
        layout.getValue() == StringRef(info.layout))
      return true;
    return no(rule.name, "'" + rule.name + "' must be '" + info.layout + "'",
              "'" + layout.getValue() + "'");
  }
  case AttrRule::Check: {
    if (rule.holds(attr, op))
      return true;
    std::string actual = "absent";
    if (reasons && attr) {
      actual.clear();
      llvm::raw_string_ostream(actual) << attr;
    }
    return no(rule.name, "'" + rule.name + "' " + rule.sentence, actual);
  }
  }
  llvm_unreachable("unknown kind of attribute rule");
}

bool Matcher::packOperand(unsigned index) {
  const TensorInfo &info = kernel.operands[index];
  StringRef from = match.sourceLayouts[index];
  auto type = dyn_cast<RankedTensorType>(match.args.operand(index).type);
  std::optional<relay::Layout> source = relay::Layout::parse(from);
  std::optional<relay::Layout> target = relay::Layout::parse(info.layout);
  std::optional<SmallVector<int64_t>> permutation;
  if (source && target)
    permutation = source->permutationTo(*target);
  if (!type || !permutation ||
      static_cast<int64_t>(permutation->size()) != type.getRank())
    return no(info.name,
              "the layout of '" + info.name + "' must be a permutation of '" +
                  info.layout + "'",
              "'" + from + "'");
  SmallVector<int64_t> shape;
  for (int64_t axis : *permutation)
    shape.push_back(type.getDimSize(axis));
  match.args.setPackedType(index, type.clone(shape));
  return true;
}

void Matcher::giveUnboundAttrsValues(Operation *root) {
  Builder builder(root->getContext());
  for (auto [i, info] : llvm::enumerate(kernel.attrs))
    if (!info.option.empty())
      match.args.setAttr(i, builder.getStringAttr(libraryOption(
                                root, *kernel.library, info.option)));
  for (auto [i, info] : llvm::enumerate(kernel.attrs))
    if (Attribute attr = match.args.attr(i); attr && !info.accepts(attr))
      return; // settings may look at it; the support check says what is wrong
  for (const AttrSetting &setting : cover.settings)
    match.args.setAttr(setting.index, setting.make(match.args, builder));
  for (auto [i, info] : llvm::enumerate(kernel.attrs))
    if (!match.args.attr(i) && info.makeDefault)
      match.args.setAttr(i, info.makeDefault(builder));
}

bool Matcher::no(StringRef label, const Twine &sentence, const Twine &actual) {
  refused = true;
  if (!reasons)
    return false;
  reasons->push_back({label, sentence.str(), actual.str()});
  return true;
}

MatchResult matchCover(const KernelInfo &kernel, const CoverInfo &cover,
                       Operation *root, CoverMatch &match,
                       SmallVectorImpl<Reason> *reasons) {
  return Matcher(kernel, cover, match, reasons).run(root);
}

} // namespace dsp
