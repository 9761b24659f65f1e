//===- CoverReader.cpp - Reads the covers of a kernel record --------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CoverReader.h"

#include "ExpressionReader.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace dsp::tblgen {

std::string Cover::text() const {
  // Children come after their parents, so texts are built from the end.
  std::vector<std::string> texts(nodes.size());
  for (size_t i = nodes.size(); i-- > 0;) {
    texts[i] = nodes[i].opName;
    std::string inner;
    for (const OperandRule &operand : nodes[i].operands)
      if (operand.kind == OperandRule::Node)
        inner += (inner.empty() ? "" : ", ") + texts[operand.index];
    if (!inner.empty())
      texts[i] += "(" + inner + ")";
  }
  return texts.empty() ? "" : texts.front();
}

const Record *recordOf(const Init *value) {
  if (const auto *dag = dyn_cast<DagInit>(value); dag && !dag->getNumArgs())
    value = dag->getOperator();
  const auto *def = dyn_cast<DefInit>(value);
  return def ? def->getDef() : nullptr;
}

/// The record of a front op, with what its dag has said of it so far.
struct CoverReader::FrontOp {
  explicit FrontOp(const Record *def) : op(def) {}

  mlir::tblgen::Operator op;
  StringSet<> attrsSeen;
  /// Names that the dag gives and the op does not have.
  std::vector<StringRef> unknown;
};

/// Whether the dag says the attribute's name, but not quite.
bool CoverReader::isMisspelt(StringRef attr, const FrontOp &front) {
  return llvm::any_of(front.unknown, [&](StringRef said) {
    return said.edit_distance(attr) <= std::min<size_t>(2, attr.size() / 2);
  });
}

//===----------------------------------------------------------------------===//
// Trees that stand for several
//===----------------------------------------------------------------------===//

/// More than any author means to write.
static constexpr size_t maxVariants = 64;

static bool isOperator(const Init *value, StringRef name) {
  const auto *dag = dyn_cast<DagInit>(value);
  const auto *def = dag ? dyn_cast<DefInit>(dag->getOperator()) : nullptr;
  return def && def->getDef()->getName() == name;
}

std::vector<CoverReader::Variant>
CoverReader::expandOptionally(const DagInit *dag) {
  const auto *inner =
      dag->getNumArgs() ? dyn_cast<DagInit>(dag->getArg(0)) : nullptr;
  if (!inner || inner->getNumArgs() == 0) {
    report("Optionally must be given an op with operands, found '" +
           dag->getAsString() + "'");
    valid = false;
    return {};
  }
  std::vector<const Record *> sets;
  for (const Init *arg : dag->getArgs().drop_front()) {
    const auto *set = dyn_cast<DefInit>(arg);
    if (!set || !set->getDef()->isSubClassOf("Set")) {
      report("Optionally takes Set<...> behind its op, found '" +
             arg->getAsString() + "'");
      valid = false;
      return {};
    }
    sets.push_back(set->getDef());
  }
  std::vector<Variant> variants =
      expand(inner->getArg(0), inner->getArgName(0));
  for (Variant &with : expand(inner, dag->getArgName(0))) {
    with.sets.insert(with.sets.end(), sets.begin(), sets.end());
    variants.push_back(std::move(with));
  }
  return variants;
}

std::vector<CoverReader::Variant> CoverReader::expand(const Init *value,
                                                      const StringInit *name) {
  const auto *dag = dyn_cast<DagInit>(value);
  if (!dag)
    return {{value, name, {}}};
  if (isOperator(dag, "Optionally"))
    return expandOptionally(dag);

  // The arguments so far, in all ways to read them.
  struct Arguments {
    std::vector<const Init *> values;
    std::vector<const StringInit *> names;
    std::vector<const Record *> sets;
  };
  std::vector<Arguments> all(1);
  auto append = [&](ArrayRef<std::vector<Variant>> choices) {
    std::vector<Arguments> longer;
    for (const Arguments &before : all)
      for (const std::vector<Variant> &list : choices) {
        Arguments next = before;
        for (const Variant &variant : list) {
          next.values.push_back(variant.value);
          next.names.push_back(variant.name);
          llvm::append_range(next.sets, variant.sets);
        }
        longer.push_back(std::move(next));
      }
    all = std::move(longer);
  };
  for (unsigned i = 0, e = dag->getNumArgs(); i < e; ++i) {
    std::vector<std::vector<Variant>> choices;
    if (isOperator(dag->getArg(i), "Either")) {
      const auto *either = cast<DagInit>(dag->getArg(i));
      if (either->getNumArgs() != 2) {
        report("Either must be given two operands, found " +
               Twine(either->getNumArgs()));
        valid = false;
        return {};
      }
      for (const Variant &a : expand(either->getArg(0), either->getArgName(0)))
        for (const Variant &b :
             expand(either->getArg(1), either->getArgName(1))) {
          choices.push_back({a, b});
          choices.push_back({b, a});
        }
    } else {
      for (Variant &variant : expand(dag->getArg(i), dag->getArgName(i)))
        choices.push_back({std::move(variant)});
    }
    append(choices);
    if (all.size() > maxVariants) {
      report("the cover stands for more than " + Twine(maxVariants) +
             " trees; write those that are meant");
      valid = false;
      return {};
    }
  }
  std::vector<Variant> variants;
  for (Arguments &arguments : all)
    variants.push_back({DagInit::get(dag->getOperator(), dag->getName(),
                                     arguments.values, arguments.names),
                        name, std::move(arguments.sets)});
  return variants;
}

//===----------------------------------------------------------------------===//
// One tree
//===----------------------------------------------------------------------===//

void CoverReader::read(const Record *def) {
  valid = true;
  std::vector<Variant> variants = expand(def->getValueAsDag("source"), nullptr);
  if (!valid)
    return;
  for (const Variant &variant : variants)
    readVariant(def, variant);
}

void CoverReader::readVariant(const Record *def, const Variant &variant) {
  cover = Cover();
  cover.place = errors.placeOf("covers", def);
  cover.extraBenefit = def->getValueAsInt("extraBenefit");
  if (def->isSubClassOf("CoversBy")) {
    cover.matcher = def->getValueAsString("matcher");
    cover.matcherText = def->getValueAsString("description");
    if (cover.matcher.empty() || cover.matcherText.empty())
      report("CoversBy needs the name of a C++ function and what it looks at");
  }
  const Record *numerics = def->getValueAsDef("numerics");
  cover.numerics = numerics->getValueAsString("name");
  cover.numericsText = numerics->getValueAsString("sentence");
  if (!is_contained({"", "relay", "tflite"}, cover.numerics))
    report("there are no numerics '" + cover.numerics +
           "'; a cover is for 'relay' or 'tflite', or for all");
  else if (!cover.numerics.empty() && cover.numericsText.empty())
    report("numerics '" + cover.numerics +
           "' need a text that says what is special about them");
  bound.clear();
  named.clear();
  valid = true;
  const auto *root = dyn_cast<DagInit>(variant.value);
  if (!root) {
    report("a cover's root must be a front op, found '" +
           variant.value->getAsString() + "'");
    return;
  }
  cover.nodes.emplace_back();
  pending = {{root, 0}};
  while (!pending.empty()) {
    auto [dag, index] = pending.back();
    pending.pop_back();
    readNode(dag, index);
  }
  for (const Record *setting : variant.sets)
    readSetting(setting);
  for (const Record *setting : def->getValueAsListOfDefs("settings"))
    readSetting(setting);
  // What a faulty tree leaves out is not known.
  if (!valid)
    return;
  checkAllBound();
  kernel.covers.push_back(std::move(cover));
}

void CoverReader::readNode(const DagInit *dag, unsigned index) {
  const auto *def = dyn_cast<DefInit>(dag->getOperator());
  if (!def || !def->getDef()->isSubClassOf("Op")) {
    report("expected a front op such as Relay_AddOp, found '" +
           dag->getOperator()->getAsString() + "'");
    valid = false;
    return;
  }
  FrontOp front(def->getDef());
  cover.nodes[index].opName = front.op.getOperationName();
  unsigned numResults = front.op.getNumResults();
  bool isVariadic = numResults && front.op.getResult(0).isVariableLength();
  if (index == 0 && !isVariadic && numResults < kernel.results.size()) {
    report("'" + cover.nodes[index].opName + "' has " + Twine(numResults) +
           " results, '" + kernel.name + "' " + Twine(kernel.results.size()));
    valid = false;
    return;
  }

  unsigned numOperands = front.op.getNumOperands();
  if (dag->getNumArgs() < numOperands) {
    report("'" + cover.nodes[index].opName + "' has " + Twine(numOperands) +
           " operands, the cover gives " + Twine(dag->getNumArgs()));
    valid = false;
    return;
  }
  for (unsigned i = 0; i + 1 < numOperands; ++i)
    if (front.op.getOperand(i).isVariableLength()) {
      report("'" + cover.nodes[index].opName + "' can't be covered: operand '" +
             front.op.getOperand(i).name +
             "' is optional or variadic and not the last");
      valid = false;
      return;
    }
  for (unsigned i = 0, e = dag->getNumArgs(); i < e; ++i) {
    if (i < numOperands) {
      readOperand(front, dag->getArg(i), dag->getArgNameStr(i), index);
      // A faulty one has its place, too.
      cover.nodes[index].operands.resize(i + 1, {OperandRule::Ignored});
    } else
      readAttr(front, dag->getArg(i), dag->getArgNameStr(i), index);
  }
  for (const mlir::tblgen::NamedAttribute &attr : front.op.getAttributes())
    if (!front.attrsSeen.contains(attr.name) && !isMisspelt(attr.name, front)) {
      report("attribute '" + attr.name + "' of '" + cover.nodes[index].opName +
             "' is dropped: bind it, constrain it, or give a reason with "
             "(Ignored<\"...\">):$" +
             attr.name);
      valid = false;
    }
}

void CoverReader::readOperand(const FrontOp &front, const Init *arg,
                              StringRef name, unsigned index) {
  std::vector<OperandRule> &rules = cover.nodes[index].operands;
  if (const Record *rule = recordOf(arg)) {
    if (rule->getName() == "Absent") {
      rules.push_back({OperandRule::Absent});
      return;
    }
    if (rule->isSubClassOf("IgnoredOperand")) {
      StringRef reason = rule->getValueAsString("reason");
      std::string operand = front.op.getOperand(rules.size()).name.str();
      if (reason.empty()) {
        report("ignoring operand '" + operand + "' needs a reason");
        valid = false;
      }
      cover.nodes[index].ignoredOperands.push_back({operand, reason.str()});
      rules.push_back({OperandRule::Ignored});
      return;
    }
    if (rule->isSubClassOf("ConstantIs")) {
      OperandRule number = {OperandRule::ConstantIs};
      number.name = front.op.getOperand(rules.size()).name.str();
      number.number = rule->getValueAsInt("number");
      rules.push_back(std::move(number));
      return;
    }
  }
  if (const auto *dag = dyn_cast<DagInit>(arg)) {
    const auto *op = dyn_cast<DefInit>(dag->getOperator());
    if (!op || !op->getDef()->isSubClassOf("ResultOf"))
      return addProducer(dag, name, 0, index);
    const auto *inner =
        dag->getNumArgs() == 1 ? dyn_cast<DagInit>(dag->getArg(0)) : nullptr;
    if (!inner) {
      report("ResultOf must be given a front op, found '" + dag->getAsString() +
             "'");
      valid = false;
      return;
    }
    return addProducer(inner, name, op->getDef()->getValueAsInt("index"),
                       index);
  }
  if (auto it = named.find(name); it != named.end()) {
    rules.push_back({OperandRule::Same, it->second.index, it->second.result});
    return;
  }
  std::optional<EntityRef> entity = kernel.lookup(name);
  if (entity && entity->kind == EntityRef::Attr)
    return bindConstant(*entity, index);
  if (!entity || entity->kind != EntityRef::Operand) {
    if (name.empty())
      report("an operand of '" + cover.nodes[index].opName +
             "' must be a $name, a front op or Absent, found '" +
             arg->getAsString() + "'");
    else
      report("'$" + name + "' is no operand of '" + kernel.name + "'; '" +
             cover.nodes[index].opName + "' takes " +
             Twine(front.op.getNumOperands()) + " operands first");
    valid = false;
    return;
  }
  rules.push_back({OperandRule::Bind, entity->index});
  bound.push_back(*entity);
}

void CoverReader::bindConstant(EntityRef attr, unsigned index) {
  const Attr &target = kernel.attrs[attr.index];
  StringRef storage = target.constraint.getStorageType();
  storage.consume_front("::mlir::");
  if (!is_contained({"FloatAttr", "IntegerAttr", "DenseF32ArrayAttr",
                     "DenseF64ArrayAttr", "DenseI32ArrayAttr",
                     "DenseI64ArrayAttr"},
                    storage)) {
    report("an operand of '" + cover.nodes[index].opName +
           "' can't become attribute '" + target.name + "' of '" + kernel.name +
           "': a constant has numbers, the attribute is a " + storage);
    valid = false;
    return;
  }
  cover.nodes[index].operands.push_back(
      {OperandRule::ConstantAttr, attr.index});
  bound.push_back(attr);
}

void CoverReader::addProducer(const DagInit *dag, StringRef name,
                              unsigned result, unsigned index) {
  const auto *def = dyn_cast<DefInit>(dag->getOperator());
  if (def && def->getDef()->isSubClassOf("Op")) {
    mlir::tblgen::Operator op(def->getDef());
    bool isVariadic =
        op.getNumResults() > 0 && op.getResult(0).isVariableLength();
    if (!isVariadic && result >= static_cast<unsigned>(op.getNumResults())) {
      report("'" + op.getOperationName() + "' has " +
             Twine(op.getNumResults()) +
             " results, the cover asks for number " + Twine(result));
      valid = false;
      return;
    }
  }
  unsigned child = cover.nodes.size();
  cover.nodes.emplace_back();
  cover.nodes[index].operands.push_back({OperandRule::Node, child, result});
  pending.push_back({dag, child});
  if (name.empty())
    return;
  if (kernel.lookup(name) || named.contains(name)) {
    report("the name '$" + name + "' of an op within the cover is taken");
    valid = false;
    return;
  }
  named[name] = {OperandRule::Node, child, result};
}

void CoverReader::readAttr(FrontOp &front, const Init *arg, StringRef name,
                           unsigned index) {
  const mlir::tblgen::NamedAttribute *found = nullptr;
  for (const mlir::tblgen::NamedAttribute &attr : front.op.getAttributes())
    if (attr.name == name)
      found = &attr;
  if (!found) {
    report("'" + cover.nodes[index].opName + "' has no attribute '" + name +
           "'");
    front.unknown.push_back(name);
    valid = false;
    return;
  }
  if (!front.attrsSeen.insert(name).second) {
    report("attribute '" + name + "' of '" + cover.nodes[index].opName +
           "' is spoken of twice");
    valid = false;
    return;
  }
  AttrRule rule(*found);
  if (isa<UnsetInit>(arg))
    return bindAttr(front, name, rule, index);
  const auto *dag = dyn_cast<DagInit>(arg);
  const Init *op = dag ? dag->getOperator() : arg;
  const auto *def = dyn_cast<DefInit>(op);
  if (!def || !def->getDef()->isSubClassOf("Dsp_AttrRule")) {
    report("expected a rule such as (Is<\"1\">):$" + name + ", found '" +
           arg->getAsString() + "'");
    valid = false;
    return;
  }
  StringRef inner =
      dag && dag->getNumArgs() == 1 ? dag->getArgNameStr(0) : StringRef();
  readAttrRule(front, def->getDef(), inner, rule, index);
}

void CoverReader::readAttrRule(const FrontOp &front, const Record *rule,
                               StringRef inner, AttrRule attr, unsigned index) {
  CoverNode &node = cover.nodes[index];
  if (rule->isSubClassOf("To"))
    return bindAttr(front, rule->getValueAsString("target"), attr, index);
  if (rule->isSubClassOf("Ignored")) {
    StringRef reason = rule->getValueAsString("reason");
    if (reason.empty()) {
      report("ignoring attribute '" + attr.name + "' needs a reason");
      valid = false;
    }
    node.ignored.push_back({attr.name, reason.str()});
    return;
  }
  if (rule->getName() == "ByMatcher") {
    if (cover.matcher.empty()) {
      report("attribute '" + attr.name + "' of '" + node.opName +
             "' is left to a matcher, but there is none; see CoversBy");
      valid = false;
    }
    return;
  }
  if (rule->getName() == "Layout") {
    std::optional<EntityRef> entity = kernel.lookup(inner);
    bool stated =
        entity && entity->kind != EntityRef::Attr &&
        !(entity->kind == EntityRef::Operand ? kernel.operands[entity->index]
                                             : kernel.results[entity->index])
             .layout.empty();
    if (!stated) {
      report("(Layout $argument):$" + attr.name +
             " must name an argument whose type states a layout, found '" +
             inner + "'");
      valid = false;
      return;
    }
    attr.kind = AttrRule::Layout;
    attr.entity = *entity;
    node.attrs.push_back(attr);
    return;
  }
  attr.kind = AttrRule::Check;
  attr.sentence = rule->getValueAsString("sentence");
  attr.expr = rule->getValueAsString("expr");
  attr.place = errors.placeOf("covers", rule);
  node.attrs.push_back(attr);
}

void CoverReader::bindAttr(const FrontOp &front, StringRef target,
                           AttrRule attr, unsigned index) {
  std::optional<EntityRef> entity = kernel.lookup(target);
  if (!entity || entity->kind != EntityRef::Attr) {
    report("attribute '" + attr.name + "' of '" + cover.nodes[index].opName +
           "' can't be bound: '" + kernel.name + "' has no attribute '" +
           target + "'");
    valid = false;
    return;
  }
  StringRef from = attr.constraint.getStorageType();
  StringRef to = kernel.attrs[entity->index].constraint.getStorageType();
  if (from != to) {
    report("attribute '" + attr.name + "' of '" + cover.nodes[index].opName +
           "' is a " + from + ", attribute '" + target + "' of '" +
           kernel.name + "' a " + to);
    valid = false;
    return;
  }
  attr.kind = AttrRule::Bind;
  attr.index = entity->index;
  cover.nodes[index].attrs.push_back(attr);
  bound.push_back(*entity);
}

void CoverReader::readSetting(const Record *setting) {
  StringRef name = setting->getValueAsString("attr");
  std::optional<EntityRef> entity = kernel.lookup(name);
  if (!entity || entity->kind != EntityRef::Attr)
    return report("Set: '" + kernel.name + "' has no attribute '" + name + "'");
  auto value = parseExpression(kernel, errors, "covers",
                               setting->getValueAsString("value"));
  if (!value)
    return;
  if (llvm::is_contained(bound, *entity))
    report("attribute '" + name + "' is bound and set");
  bound.push_back(*entity);
  value->place = errors.placeOf("covers", setting);
  cover.settings.push_back({entity->index, std::move(*value)});
}

void CoverReader::checkAllBound() {
  // A matcher may bind the rest; what it leaves open is refused when it runs.
  if (!cover.matcher.empty())
    return;
  for (unsigned i = 0, e = kernel.operands.size(); i < e; ++i)
    if (!kernel.operands[i].optional &&
        !llvm::is_contained(bound, EntityRef{EntityRef::Operand, i}))
      report("cover " + cover.text() + " binds no value to operand '" +
             kernel.operands[i].name + "'");
  for (unsigned i = 0, e = kernel.attrs.size(); i < e; ++i)
    if (!kernel.attrs[i].constraint.hasDefaultValue() &&
        kernel.attrs[i].option.empty() &&
        !llvm::is_contained(bound, EntityRef{EntityRef::Attr, i}))
      report("cover " + cover.text() + " gives attribute '" +
             kernel.attrs[i].name + "' no value, and it has no default");
}

} // namespace dsp::tblgen
