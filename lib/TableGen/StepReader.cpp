//===- StepReader.cpp - Reads the steps of a lowering ---------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StepReader.h"

#include "ArgumentNames.h"
#include "CoverReader.h"
#include "ExpressionReader.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace dsp::tblgen {

void StepReader::read() {
  std::vector<const Record *> defs =
      lowering.def->getValueAsListOfDefs("steps");
  if (defs.empty())
    fail("lowering '" + lowering.name + "' lists no steps");
  for (const Record *def : defs) {
    Step step;
    if (!readStep(def, step))
      excuse(def);
    lowering.steps.push_back(std::move(step));
  }
  for (const Tensor &result : lowering.results)
    if (!made.contains(result.name) && !errors.isExcused(result.name))
      fail("no step computes result '" + result.name + "'");
}

/// What a faulty step takes and makes may be what others want.
void StepReader::excuse(const Record *def) {
  for (StringRef field : {"source", "results"}) {
    const DagInit *dag = def->getValueAsDag(field);
    for (unsigned i = 0, e = dag->getNumArgs(); i < e; ++i) {
      StringRef name = dag->getArgNameStr(i);
      errors.excuse(name);
      if (field == "results")
        made.try_emplace(name, StepOperand{StepOperand::Absent});
    }
  }
}

std::optional<Expression> StepReader::expression(StringRef text) {
  std::optional<Expression> result =
      parseExpression(lowering, errors, "steps", text);
  if (result)
    llvm::append_range(used, result->entities);
  return result;
}

bool StepReader::readStep(const Record *def, Step &step) {
  const DagInit *call = def->getValueAsDag("source");
  const auto *op = dyn_cast<DefInit>(call->getOperator());
  if (!op || !op->getDef()->isSubClassOf("Dsp_Kernel"))
    return fail("expected a kernel of the library, found '" +
                call->getOperator()->getAsString() + "'");
  if (!hasReadableNames(op->getDef()))
    return false; // which is reported at the kernel
  step.kernelDef = op->getDef();
  step.kernel = step.kernelDef->getValueAsString("name");
  return readOperands(call, step) && readAttrs(call, step) &&
         readResults(def->getValueAsDag("results"), step);
}

bool StepReader::readOperands(const DagInit *dag, Step &step) {
  mlir::tblgen::Operator op(step.kernelDef);
  unsigned count = op.getNumOperands();
  if (dag->getNumArgs() < count)
    return fail("kernel '" + step.kernel + "' has " + Twine(count) +
                " operands, the step gives " + Twine(dag->getNumArgs()));
  for (unsigned i = 0; i < count; ++i) {
    const auto &operand = op.getOperand(i);
    StringRef name = dag->getArgNameStr(i);
    if (const Record *rule = recordOf(dag->getArg(i));
        rule && rule->getName() == "Absent") {
      if (!operand.isOptional())
        return fail("operand '" + operand.name + "' of kernel '" + step.kernel +
                    "' can't be absent");
      step.operands.push_back({StepOperand::Absent});
      continue;
    }
    if (operand.isVariadic())
      return fail("operand '" + operand.name + "' of kernel '" + step.kernel +
                  "' is variadic; steps pass single tensors");
    if (auto it = made.find(name); it != made.end()) {
      step.operands.push_back(it->second);
      continue;
    }
    std::optional<EntityRef> entity = lowering.lookup(name);
    if (!entity || entity->kind != EntityRef::Operand)
      return fail("'$" + name + "' is neither an operand of '" + lowering.name +
                  "' nor made by an earlier step");
    used.push_back(*entity);
    step.operands.push_back({StepOperand::Argument, entity->index});
    if (!passPacking(step, i, entity->index))
      return false;
  }
  return true;
}

bool StepReader::passPacking(const Step &step, unsigned operand,
                             unsigned argument) {
  mlir::tblgen::Operator op(step.kernelDef);
  StringRef name = op.getOperand(operand).name;
  // The kernel's own record is read elsewhere; only its roles matter here.
  StringRef layout;
  auto visit = [&](auto &visit, const DagInit *dag) -> void {
    for (unsigned i = 0, e = dag->getNumArgs(); i < e; ++i) {
      const auto *role = dyn_cast<DagInit>(dag->getArg(i));
      const auto *def = role ? dyn_cast<DefInit>(role->getOperator()) : nullptr;
      if (!def)
        continue;
      if (def->getDef()->isSubClassOf("Struct"))
        visit(visit, role);
      else if (def->getDef()->isSubClassOf("Weights") &&
               role->getNumArgs() == 1 && role->getArgNameStr(0) == name)
        layout = def->getDef()->getValueAsString("layout");
    }
  };
  visit(visit, step.kernelDef->getValueAsDag("cCall"));
  for (StringRef list : {"initCalls", "setupCalls"})
    for (const Record *call : step.kernelDef->getValueAsListOfDefs(list))
      visit(visit, call->getValueAsDag("cCall"));
  Tensor &tensor = lowering.operands[argument];
  if (layout.empty() || (tensor.repacked && tensor.layout == layout))
    return true;
  if (tensor.repacked)
    return fail("operand '" + tensor.name + "' is packed as '" + tensor.layout +
                "' and as '" + layout + "'");
  tensor.layout = layout;
  tensor.repacked = true;
  return true;
}

bool StepReader::readAttrs(const DagInit *dag, Step &step) {
  mlir::tblgen::Operator op(step.kernelDef);
  StringSet<> given;
  for (unsigned i = op.getNumOperands(), e = dag->getNumArgs(); i < e; ++i) {
    StringRef name = dag->getArgNameStr(i);
    int index = -1;
    for (int j = 0, count = op.getNumNativeAttributes(); j < count; ++j)
      if (op.getAttribute(j).name == name)
        index = j;
    if (index < 0)
      return fail("kernel '" + step.kernel + "' has no attribute '" + name +
                  "'");
    if (!given.insert(name).second)
      return fail("attribute '" + name + "' of kernel '" + step.kernel +
                  "' is given twice");
    std::string text = ("$" + name).str();
    if (const Record *rule = recordOf(dag->getArg(i));
        rule && rule->isSubClassOf("Value"))
      text = rule->getValueAsString("expr");
    else if (!isa<UnsetInit>(dag->getArg(i)))
      return fail("expected (Value<\"...\">):$" + name + ", found '" +
                  dag->getArg(i)->getAsString() + "'");
    std::optional<Expression> value = expression(text);
    if (!value)
      return false;
    step.attrs.push_back({static_cast<unsigned>(index), std::move(*value)});
  }
  for (int j = 0, count = op.getNumNativeAttributes(); j < count; ++j) {
    const mlir::tblgen::NamedAttribute &attr = op.getAttribute(j);
    if (!given.contains(attr.name) && !attr.attr.hasDefaultValue())
      return fail("the step gives attribute '" + attr.name + "' of kernel '" +
                  step.kernel + "' no value, and it has no default");
  }
  return true;
}

bool StepReader::readResults(const DagInit *dag, Step &step) {
  mlir::tblgen::Operator op(step.kernelDef);
  unsigned count = op.getNumResults();
  if (dag->getNumArgs() != count)
    return fail("kernel '" + step.kernel + "' has " + Twine(count) +
                " results, the step names " + Twine(dag->getNumArgs()));
  for (unsigned i = 0; i < count; ++i) {
    StepResult result;
    result.name = dag->getArgNameStr(i);
    if (op.getResult(i).isVariadic())
      return fail("result '" + op.getResult(i).name + "' of kernel '" +
                  step.kernel + "' is variadic; steps make single tensors");
    std::optional<EntityRef> entity = lowering.lookup(result.name);
    if (entity && entity->kind == EntityRef::Result) {
      if (made.contains(result.name))
        return fail("result '" + result.name + "' is computed twice");
      used.push_back(*entity);
      result.result = entity->index;
    } else {
      const Record *temp = recordOf(dag->getArg(i));
      if (!temp || !temp->isSubClassOf("Dsp_Temp"))
        return fail("'$" + result.name + "' is no result of '" + lowering.name +
                    "'; an intermediate is a (Dsp_Temp<...>):$" + result.name);
      if (entity || made.contains(result.name) || result.name.empty())
        return fail("the name '$" + result.name +
                    "' of an intermediate is taken or missing");
      result.element =
          temp->getValueAsDef("element")->getValueAsString("relayName");
      std::optional<Expression> shape =
          expression(temp->getValueAsString("shape"));
      if (!shape)
        return false;
      result.shape = std::move(*shape);
    }
    made[result.name] = {StepOperand::Result,
                         static_cast<unsigned>(lowering.steps.size()), i};
    step.results.push_back(std::move(result));
  }
  return true;
}

} // namespace dsp::tblgen
