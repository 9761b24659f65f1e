//===- LoneExpr.cpp - A file that is one expression -----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LoneExpr.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseSet.h"

using namespace dsp::relay;

static void bindPattern(const MatchPattern *pattern,
                        llvm::DenseSet<const VarExpr *> &bound) {
  if (pattern->var)
    bound.insert(pattern->var);
  for (const MatchPattern *field : pattern->fields)
    bindPattern(field, bound);
}

void dsp::relay::makeMain(Program &program, Expr *expr) {
  llvm::SmallVector<Expr *> stack{expr};
  llvm::BitVector seen(program.size());
  llvm::SmallVector<VarExpr *> used;
  llvm::DenseSet<const VarExpr *> bound;
  while (!stack.empty()) {
    Expr *next = stack.pop_back_val();
    if (seen.test(next->id))
      continue;
    seen.set(next->id);
    if (auto *var = llvm::dyn_cast<VarExpr>(next))
      used.push_back(var);
    else if (auto *fn = llvm::dyn_cast<FunctionExpr>(next))
      bound.insert(fn->params.begin(), fn->params.end());
    else if (auto *let = llvm::dyn_cast<LetExpr>(next))
      bound.insert(let->var);
    else if (auto *match = llvm::dyn_cast<MatchExpr>(next))
      for (const MatchExpr::Clause &clause : match->clauses)
        bindPattern(clause.pattern, bound);
    // The first child on top.
    size_t size = stack.size();
    forEachChild(next, [&](Expr *child) { stack.push_back(child); });
    std::reverse(stack.begin() + size, stack.end());
  }
  llvm::erase_if(used, [&](VarExpr *var) { return bound.contains(var); });

  auto *main = llvm::dyn_cast<FunctionExpr>(expr);
  if (!main || !used.empty()) {
    main = program.makeExpr<FunctionExpr>(expr->pos);
    main->params = program.keep<VarExpr *>(used);
    main->body = expr;
  }
  program.globals.push_back({"main", expr->pos, main});
}
