//===- ScopeAnalysis.h - Where each expression is evaluated -----*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_IMPORT_RELAY_SCOPEANALYSIS_H
#define DSP_LIB_IMPORT_RELAY_SCOPEANALYSIS_H

#include "FileDiagnostics.h"

namespace dsp::relay {

/// A scope is what becomes a region: a function's body, a branch, a clause. An
/// expression that is used in several is evaluated once, in the innermost scope
/// around all of its uses, as Relay defines for its graphs.
class ScopeAnalysis {
public:
  static constexpr uint32_t kNone = ~0u;
  /// How deep scopes may nest: MLIR walks regions recursively.
  static constexpr uint32_t kMaxDepth = 256;

  explicit ScopeAnalysis(uint32_t exprCount)
      : home(exprCount, kNone), inner(exprCount, kNone) {}

  /// Analyses a global function, forgetting the one before. Reports a cycle.
  LogicalResult run(FunctionExpr *root, FileDiagnostics &diags);

  /// The expressions of the function, each after what it uses.
  ArrayRef<Expr *> getPostOrder() const { return postOrder; }
  /// The scope in which `expr` is evaluated.
  uint32_t getHome(const Expr *expr) const { return home[expr->id]; }
  /// The scope of the function's body, or of the i-th branch or clause.
  uint32_t getInner(const Expr *expr, unsigned i = 0) const {
    return inner[expr->id] + i;
  }
  uint32_t getDepth(uint32_t scope) const { return scopes[scope].depth; }
  uint32_t getScopeCount() const { return scopes.size(); }

private:
  struct Scope {
    uint32_t parent;
    uint32_t depth;
  };
  LogicalResult sort(FunctionExpr *root, FileDiagnostics &diags);
  uint32_t addScopes(uint32_t parent, unsigned count);
  uint32_t join(uint32_t a, uint32_t b) const;
  void use(const Expr *child, uint32_t scope) {
    uint32_t &at = home[child->id];
    at = at == kNone ? scope : join(at, scope);
  }

  SmallVector<Expr *> postOrder;
  std::vector<Scope> scopes;
  std::vector<uint32_t> home;
  std::vector<uint32_t> inner;
};

} // namespace dsp::relay

#endif // DSP_LIB_IMPORT_RELAY_SCOPEANALYSIS_H
