//===- ScopeAnalysis.cpp - Where each expression is evaluated -------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ScopeAnalysis.h"

using namespace dsp;
using namespace dsp::relay;

uint32_t ScopeAnalysis::addScopes(uint32_t parent, unsigned count) {
  uint32_t first = scopes.size();
  uint32_t depth = parent == kNone ? 0 : scopes[parent].depth + 1;
  scopes.resize(first + count, {parent, depth});
  return first;
}

uint32_t ScopeAnalysis::join(uint32_t a, uint32_t b) const {
  while (a != b) {
    if (scopes[a].depth < scopes[b].depth)
      std::swap(a, b);
    a = scopes[a].parent;
  }
  return a;
}

LogicalResult ScopeAnalysis::sort(FunctionExpr *root, FileDiagnostics &diags) {
  // `home` says what the walk knows of a node until scopes are computed.
  constexpr uint32_t entered = 1, left = 2;
  struct Visit {
    Expr *expr;
    bool isLeaving;
  };
  SmallVector<Visit> stack{{root, false}};
  while (!stack.empty()) {
    Visit visit = stack.pop_back_val();
    uint32_t &state = home[visit.expr->id];
    if (visit.isLeaving) {
      state = left;
      postOrder.push_back(visit.expr);
      continue;
    }
    if (state == left)
      continue;
    if (state == entered) {
      // Entered and not left: on the way from the root to itself.
      postOrder.push_back(visit.expr);
      return diags.error(visit.expr->pos, "the expression contains itself");
    }
    state = entered;
    stack.push_back({visit.expr, true});
    size_t size = stack.size();
    bool isCyclic = false;
    forEachChild(visit.expr, [&](Expr *child) {
      if (home[child->id] == entered)
        isCyclic = true;
      else if (home[child->id] == kNone)
        stack.push_back({child, false});
    });
    if (isCyclic) {
      for (Visit &other : stack)
        postOrder.push_back(other.expr);
      return diags.error(visit.expr->pos, "the expression contains itself");
    }
    std::reverse(stack.begin() + size, stack.end());
  }
  return success();
}

LogicalResult ScopeAnalysis::run(FunctionExpr *root, FileDiagnostics &diags) {
  for (Expr *expr : postOrder)
    home[expr->id] = inner[expr->id] = kNone;
  postOrder.clear();
  scopes.clear();
  if (failed(sort(root, diags)))
    return failure();

  for (Expr *expr : postOrder)
    home[expr->id] = kNone;
  // Users come before what they use here, so a node's scope is final when its
  // turn comes.
  home[root->id] = addScopes(kNone, 1);
  for (Expr *expr : llvm::reverse(postOrder)) {
    uint32_t scope = home[expr->id];
    if (getDepth(scope) == kMaxDepth)
      return diags.error(expr->pos, "functions and branches nest deeper than " +
                                        Twine(kMaxDepth));
    switch (expr->kind) {
    case ExprKind::Function:
      inner[expr->id] = addScopes(scope, 1);
      use(cast<FunctionExpr>(expr)->body, inner[expr->id]);
      break;
    case ExprKind::If: {
      auto *branch = cast<IfExpr>(expr);
      inner[expr->id] = addScopes(scope, 2);
      use(branch->cond, scope);
      use(branch->thenExpr, inner[expr->id]);
      use(branch->elseExpr, inner[expr->id] + 1);
      break;
    }
    case ExprKind::Match: {
      auto *match = cast<MatchExpr>(expr);
      inner[expr->id] = addScopes(scope, match->clauses.size());
      use(match->scrutinee, scope);
      for (auto [i, clause] : llvm::enumerate(match->clauses))
        use(clause.body, inner[expr->id] + i);
      break;
    }
    default:
      forEachChild(expr, [&](Expr *child) { use(child, scope); });
    }
  }
  return success();
}
