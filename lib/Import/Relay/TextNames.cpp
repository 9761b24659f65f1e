//===- TextNames.cpp - Variables' names as text has them ------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TextNames.h"
#include "Params.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringMap.h"

using namespace dsp::relay;

namespace {

/// Names variables in the order in which TVM prints their declarations.
class Namer {
public:
  explicit Namer(Program &program) : program(program), seen(program.size()) {}

  void run(FunctionExpr *root);

private:
  void name(VarExpr *var);
  void nameAll(const MatchPattern *pattern);

  Program &program;
  llvm::BitVector seen;
  /// The names that are taken, each with the number that it got last.
  llvm::StringMap<unsigned> taken;
};

} // namespace

void Namer::name(VarExpr *var) {
  if (seen.test(var->id))
    return;
  seen.set(var->id);
  std::string wanted = mangleVarName(var->var);
  std::string unique = wanted;
  auto last = taken.find(wanted);
  if (last != taken.end())
    do
      unique = wanted + std::to_string(++last->second);
    while (taken.contains(unique));
  taken.try_emplace(unique, 0);
  if (unique != var->var)
    var->var = program.keep(llvm::StringRef(unique));
}

void Namer::nameAll(const MatchPattern *pattern) {
  if (pattern->var)
    name(pattern->var);
  for (const MatchPattern *field : pattern->fields)
    nameAll(field);
}

void Namer::run(FunctionExpr *root) {
  llvm::SmallVector<Expr *> stack{root};
  while (!stack.empty()) {
    Expr *expr = stack.pop_back_val();
    if (auto *var = llvm::dyn_cast<VarExpr>(expr)) {
      name(var);
      continue;
    }
    if (seen.test(expr->id))
      continue;
    seen.set(expr->id);
    if (auto *fn = llvm::dyn_cast<FunctionExpr>(expr))
      for (VarExpr *param : fn->params)
        name(param);
    else if (auto *let = llvm::dyn_cast<LetExpr>(expr))
      name(let->var);
    else if (auto *match = llvm::dyn_cast<MatchExpr>(expr))
      for (const MatchExpr::Clause &clause : match->clauses)
        nameAll(clause.pattern);
    // The first child on top.
    size_t size = stack.size();
    forEachChild(expr, [&](Expr *child) { stack.push_back(child); });
    std::reverse(stack.begin() + size, stack.end());
  }
}

void dsp::relay::assignTextNames(Program &program) {
  Namer namer(program);
  for (const Program::Global &global : program.globals)
    namer.run(global.function);
}
