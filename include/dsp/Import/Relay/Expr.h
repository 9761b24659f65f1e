//===- Expr.h - Relay expressions as read from a file -----------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one form that both readers, text and JSON, make of a model, and that the
// module builder turns into MLIR. Expressions are a graph: a node with several
// users is one value. Nothing here is checked beyond syntax; in particular the
// graph of a hostile JSON file may have cycles.
//
// All nodes live in the arena of their `Program`, strings in the arena or in
// the file's buffer.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_IMPORT_RELAY_EXPR_H
#define DSP_IMPORT_RELAY_EXPR_H

#include "mlir/IR/BuiltinTypes.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"
#include <cstring>

namespace dsp::relay {

/// A position in the file that is read; both count from 1.
struct SourcePos {
  uint32_t line = 0;
  uint32_t col = 0;
};

/// Where the front end that made the model says that a node comes from.
struct SourceSpan {
  llvm::StringRef name;
  uint32_t line = 0;
  uint32_t col = 0;
};

/// The value of a call's or function's attribute.
struct AttrValue {
  enum class Kind : uint8_t { None, Bool, Int, Float, String, List, Opaque };
  Kind kind = Kind::None;
  union {
    int64_t integer = 0;
    double number;
  };
  /// The string; or of an opaque value, what it is ("VirtualDevice").
  llvm::StringRef string;
  llvm::ArrayRef<AttrValue> list;
};

struct AttrField {
  llvm::StringRef name;
  SourcePos pos;
  AttrValue value;
};

/// A constant's bytes: in the mapped file, in the arena, or still in base64.
struct NDArray {
  mlir::RankedTensorType type;
  llvm::ArrayRef<char> bytes;
  /// If not empty: the base64 text of a whole serialised array; `bytes` and
  /// `type` are unset.
  llvm::StringRef base64;
};

struct TypeDef;

struct ConstructorDef {
  llvm::StringRef name;
  SourcePos pos;
  TypeDef *type = nullptr;
  llvm::ArrayRef<mlir::Type> fields;
};

/// `type List[A] { Cons(A, List[A]), Nil }`
struct TypeDef {
  llvm::StringRef name;
  SourcePos pos;
  bool isExtern = false;
  llvm::ArrayRef<llvm::StringRef> params;
  llvm::ArrayRef<ConstructorDef *> constructors;
};

enum class ExprKind : uint8_t {
  Var,
  Global,
  Operator,
  Constructor,
  Constant,
  Tuple,
  TupleGet,
  Call,
  Function,
  Let,
  If,
  Match,
  RefCreate,
  RefRead,
  RefWrite,
};

struct Expr {
  ExprKind kind;
  /// Dense in a program, for tables beside the graph.
  uint32_t id = 0;
  SourcePos pos;
  /// The name it is bound to in the file ("%12"), or "".
  llvm::StringRef name;
  const SourceSpan *span = nullptr;

protected:
  explicit Expr(ExprKind kind) : kind(kind) {}
};

template <ExprKind K>
struct ExprOf : Expr {
  ExprOf() : Expr(K) {}
  static bool classof(const Expr *expr) { return expr->kind == K; }
};

struct VarExpr : ExprOf<ExprKind::Var> {
  /// As in the file, without `%`.
  llvm::StringRef var;
  /// Null where the file leaves it open.
  mlir::Type type;
};

struct GlobalExpr : ExprOf<ExprKind::Global> {
  llvm::StringRef symbol;
};

struct OperatorExpr : ExprOf<ExprKind::Operator> {
  llvm::StringRef op;
};

struct ConstructorExpr : ExprOf<ExprKind::Constructor> {
  ConstructorDef *def = nullptr;
};

struct ConstantExpr : ExprOf<ExprKind::Constant> {
  NDArray data;
};

struct TupleExpr : ExprOf<ExprKind::Tuple> {
  llvm::ArrayRef<Expr *> fields;
};

struct TupleGetExpr : ExprOf<ExprKind::TupleGet> {
  Expr *tuple = nullptr;
  int64_t index = 0;
};

struct CallExpr : ExprOf<ExprKind::Call> {
  Expr *callee = nullptr;
  llvm::ArrayRef<Expr *> args;
  llvm::ArrayRef<AttrField> attrs;
};

struct FunctionExpr : ExprOf<ExprKind::Function> {
  llvm::ArrayRef<llvm::StringRef> typeParams;
  llvm::ArrayRef<VarExpr *> params;
  /// Null where the file leaves it open.
  mlir::Type resultType;
  Expr *body = nullptr;
  llvm::ArrayRef<AttrField> attrs;
};

struct LetExpr : ExprOf<ExprKind::Let> {
  VarExpr *var = nullptr;
  Expr *value = nullptr;
  Expr *body = nullptr;
};

struct IfExpr : ExprOf<ExprKind::If> {
  Expr *cond = nullptr;
  Expr *thenExpr = nullptr;
  Expr *elseExpr = nullptr;
};

struct MatchPattern {
  enum class Kind : uint8_t { Wildcard, Var, Constructor, Tuple };
  Kind kind = Kind::Wildcard;
  SourcePos pos;
  VarExpr *var = nullptr;
  ConstructorDef *constructor = nullptr;
  llvm::ArrayRef<MatchPattern *> fields;
};

struct MatchExpr : ExprOf<ExprKind::Match> {
  struct Clause {
    MatchPattern *pattern = nullptr;
    Expr *body = nullptr;
  };
  Expr *scrutinee = nullptr;
  llvm::ArrayRef<Clause> clauses;
  /// `match`, not `match?`: the clauses must cover all values.
  bool complete = true;
};

struct RefCreateExpr : ExprOf<ExprKind::RefCreate> {
  Expr *value = nullptr;
};

struct RefReadExpr : ExprOf<ExprKind::RefRead> {
  Expr *ref = nullptr;
};

struct RefWriteExpr : ExprOf<ExprKind::RefWrite> {
  Expr *ref = nullptr;
  Expr *value = nullptr;
};

/// Calls `visit` on every operand, a function's body and a match's clauses
/// included, in the order of evaluation.
template <typename Fn>
void forEachChild(const Expr *expr, Fn visit);

/// A whole file.
class Program {
public:
  struct Global {
    llvm::StringRef name;
    SourcePos pos;
    FunctionExpr *function = nullptr;
  };

  llvm::SmallVector<TypeDef *> types;
  llvm::SmallVector<Global> globals;
  /// Set for a lone expression: it has no functions then but this one, which
  /// is made from it, and its types are taken as loosely as TVM takes them.
  bool isLoneExpr = false;

  template <typename T>
  T *makeExpr(SourcePos pos) {
    T *expr = new (arena.Allocate<T>()) T();
    expr->id = exprCount++;
    expr->pos = pos;
    return expr;
  }
  template <typename T>
  T *make() {
    return new (arena.Allocate<T>()) T();
  }
  /// `values` in the arena.
  template <typename T>
  llvm::ArrayRef<T> keep(llvm::ArrayRef<T> values) {
    if (values.empty())
      return {};
    T *copy = arena.Allocate<T>(values.size());
    std::uninitialized_copy(values.begin(), values.end(), copy);
    return {copy, values.size()};
  }
  llvm::StringRef keep(llvm::StringRef text) {
    llvm::ArrayRef<char> copy =
        keep(llvm::ArrayRef<char>(text.data(), text.size()));
    return {copy.data(), copy.size()};
  }
  uint32_t size() const { return exprCount; }

  /// A type that the file leaves open.
  mlir::Type makeUnknownType(mlir::MLIRContext *context);
  uint32_t unknownTypeCount = 0;

private:
  llvm::BumpPtrAllocator arena;
  uint32_t exprCount = 0;
};

template <typename Fn>
void forEachChild(const Expr *expr, Fn visit) {
  switch (expr->kind) {
  case ExprKind::Var:
  case ExprKind::Global:
  case ExprKind::Operator:
  case ExprKind::Constructor:
  case ExprKind::Constant:
    return;
  case ExprKind::Tuple:
    for (Expr *field : static_cast<const TupleExpr *>(expr)->fields)
      visit(field);
    return;
  case ExprKind::TupleGet:
    return visit(static_cast<const TupleGetExpr *>(expr)->tuple);
  case ExprKind::Call: {
    auto *call = static_cast<const CallExpr *>(expr);
    for (Expr *arg : call->args)
      visit(arg);
    return visit(call->callee);
  }
  case ExprKind::Function:
    return visit(static_cast<const FunctionExpr *>(expr)->body);
  case ExprKind::Let: {
    auto *let = static_cast<const LetExpr *>(expr);
    visit(let->value);
    return visit(let->body);
  }
  case ExprKind::If: {
    auto *branch = static_cast<const IfExpr *>(expr);
    visit(branch->cond);
    visit(branch->thenExpr);
    return visit(branch->elseExpr);
  }
  case ExprKind::Match: {
    auto *match = static_cast<const MatchExpr *>(expr);
    visit(match->scrutinee);
    for (const MatchExpr::Clause &clause : match->clauses)
      visit(clause.body);
    return;
  }
  case ExprKind::RefCreate:
    return visit(static_cast<const RefCreateExpr *>(expr)->value);
  case ExprKind::RefRead:
    return visit(static_cast<const RefReadExpr *>(expr)->ref);
  case ExprKind::RefWrite: {
    auto *write = static_cast<const RefWriteExpr *>(expr);
    visit(write->ref);
    return visit(write->value);
  }
  }
}

} // namespace dsp::relay

#endif // DSP_IMPORT_RELAY_EXPR_H
