//===- CoverReader.cpp - Reads the covers of a kernel record --------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CoverReader.h"

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

std::optional<Expression> parseExpression(const Kernel &kernel,
                                          RecordErrors &errors, StringRef field,
                                          StringRef text, StringRef self) {
  Expression result;
  while (!text.empty()) {
    auto [before, after] = text.split('$');
    result.text += before;
    if (before.size() == text.size())
      break;
    StringRef name =
        after.take_while([](char c) { return isAlnum(c) || c == '_'; });
    text = after.drop_front(name.size());
    if (name == "_self") {
      name = self;
      if (name.empty()) {
        errors.report(field, "a role that uses $_self must name an argument, "
                             "as in (Role $argument)");
        return std::nullopt;
      }
    }
    std::optional<EntityRef> entity = kernel.lookup(name);
    if (!entity) {
      errors.report(field, "'$" + name + "' is no argument or result of '" +
                               kernel.name + "'");
      return std::nullopt;
    }
    result.text += name;
    if (!llvm::is_contained(result.entities, *entity))
      result.entities.push_back(*entity);
  }
  return result;
}

/// The record of a front op, with what its dag has said of it so far.
struct CoverReader::FrontOp {
  explicit FrontOp(const Record *def) : op(def) {}

  mlir::tblgen::Operator op;
  StringSet<> attrsSeen;
};

void CoverReader::read(const Record *def) {
  const DagInit *source = def->getValueAsDag("source");
  cover = Cover();
  cover.extraBenefit = def->getValueAsInt("extraBenefit");
  cover.nodes.emplace_back();
  bound.clear();
  valid = true;
  pending = {{source, 0}};
  while (!pending.empty()) {
    auto [dag, index] = pending.back();
    pending.pop_back();
    readNode(dag, index);
  }
  if (!valid)
    return;
  readSettings(def);
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
    if (i < numOperands)
      readOperand(front, dag->getArg(i), dag->getArgNameStr(i), index);
    else
      readAttr(front, dag->getArg(i), dag->getArgNameStr(i), index);
  }
  for (const mlir::tblgen::NamedAttribute &attr : front.op.getAttributes())
    if (!front.attrsSeen.contains(attr.name)) {
      report("attribute '" + attr.name + "' of '" + cover.nodes[index].opName +
             "' is dropped: bind it, constrain it, or give a reason with "
             "(Ignored<\"...\">):$" +
             attr.name);
      valid = false;
    }
}

void CoverReader::readOperand(const FrontOp &front, const Init *arg,
                              StringRef name, unsigned index) {
  if (const auto *dag = dyn_cast<DagInit>(arg)) {
    unsigned child = cover.nodes.size();
    cover.nodes.emplace_back();
    cover.nodes[index].operands.push_back({OperandRule::Node, child});
    pending.push_back({dag, child});
    return;
  }
  if (const auto *def = dyn_cast<DefInit>(arg);
      def && def->getDef()->getName() == "Absent") {
    cover.nodes[index].operands.push_back({OperandRule::Absent});
    return;
  }
  std::optional<EntityRef> entity = kernel.lookup(name);
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
  cover.nodes[index].operands.push_back({OperandRule::Bind, entity->index});
  bound.push_back(*entity);
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

void CoverReader::readSettings(const Record *def) {
  for (const Record *setting : def->getValueAsListOfDefs("settings")) {
    StringRef name = setting->getValueAsString("attr");
    std::optional<EntityRef> entity = kernel.lookup(name);
    if (!entity || entity->kind != EntityRef::Attr) {
      report("Set: '" + kernel.name + "' has no attribute '" + name + "'");
      continue;
    }
    auto value = parseExpression(kernel, errors, "covers",
                                 setting->getValueAsString("value"));
    if (!value)
      continue;
    if (llvm::is_contained(bound, *entity))
      report("attribute '" + name + "' is bound and set");
    bound.push_back(*entity);
    cover.settings.push_back({entity->index, std::move(*value)});
  }
}

void CoverReader::checkAllBound() {
  for (unsigned i = 0, e = kernel.operands.size(); i < e; ++i)
    if (!kernel.operands[i].optional &&
        !llvm::is_contained(bound, EntityRef{EntityRef::Operand, i}))
      report("cover " + cover.text() + " binds no value to operand '" +
             kernel.operands[i].name + "'");
  for (unsigned i = 0, e = kernel.attrs.size(); i < e; ++i)
    if (!kernel.attrs[i].constraint.hasDefaultValue() &&
        !llvm::is_contained(bound, EntityRef{EntityRef::Attr, i}))
      report("cover " + cover.text() + " gives attribute '" +
             kernel.attrs[i].name + "' no value, and it has no default");
}

} // namespace dsp::tblgen
