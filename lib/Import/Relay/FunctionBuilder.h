//===- FunctionBuilder.h - Expressions to operations ------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_IMPORT_RELAY_FUNCTIONBUILDER_H
#define DSP_LIB_IMPORT_RELAY_FUNCTIONBUILDER_H

#include "FileDiagnostics.h"
#include "ScopeAnalysis.h"
#include "TypeSolver.h"
#include "dsp/Dialect/Relay/IR/OpSchema.h"
#include "llvm/ADT/StringMap.h"

namespace dsp::relay {

/// What a function of the module looks like to its callers.
struct GlobalSignature {
  /// Relay's type: one input per parameter, one result.
  mlir::FunctionType type;
  ArrayRef<StringRef> typeParams;
};

/// Turns one function's body after the other into operations. Iterative: a
/// frame on an explicit stack is an expression whose operands are being built.
///
/// Regions are filled before the op that holds them is created. So "the end of
/// the block" is always where an expression of an outer scope belongs: before
/// the branch or closure that asked for it first.
class FunctionBuilder {
public:
  using ParamValues = SmallVector<SmallVector<Value>>;

  FunctionBuilder(Program &program, TypeSolver &types, FileDiagnostics &diags,
                  const llvm::StringMap<GlobalSignature> &globals)
      : program(program), types(types), diags(diags),
        context(diags.getContext()), builder(context), globals(globals),
        scopes(program.size()), slots(program.size()),
        varDepth(program.size(), kInactive) {}

  /// Finds what the function uses and in which scopes; reports cycles.
  LogicalResult analyze(FunctionExpr *fn) { return scopes.run(fn, diags); }
  ArrayRef<Expr *> getExprs() const { return scopes.getPostOrder(); }

  /// Builds the body of the function that was analysed last into `body`, up to
  /// its terminator. `paramTypes` are Relay's types.
  LogicalResult build(FunctionExpr *fn, mlir::Block *body,
                      ArrayRef<Type> paramTypes, const ParamValues &params,
                      SmallVectorImpl<Value> &results, Type &resultType);

  Location locate(const Expr *expr);
  Location locate(const VarExpr *var);

private:
  static constexpr uint32_t kInactive = ~0u;
  /// More than any model has, and what fits into memory.
  static constexpr uint64_t kMaxTupleFields = 1 << 24;

  /// The values of an expression.
  struct Slot {
    Type type;
    /// A tuple's are those of its fields, unless it is `packed`.
    SmallVector<Value, 1> values;
    /// One value whatever the type is or turns out to be.
    bool packed = false;
    /// Of a polymorphic function.
    ArrayRef<StringRef> typeParams;
    /// Of a variable: its function, whose parameters have no types, is built at
    /// its first call.
    FunctionExpr *deferred = nullptr;
  };
  /// What a frame with regions has done so far.
  struct Regions {
    SmallVector<std::unique_ptr<mlir::Region>, 2> regions;
    SmallVector<Type, 2> types;
    SmallVector<SmallVector<Value>, 2> yields;
    SmallVector<Attribute> patterns;
    /// Of a function: its parameters' types, where the call says more.
    SmallVector<Type> paramTypes;
    /// Of a function that calls itself: its type within, and at which depth its
    /// variable is bound around it.
    Type selfType;
    uint32_t outerDepth = kInactive;
    /// Of a chain of lets: those that are bound.
    SmallVector<LetExpr *> lets;
  };
  struct Frame {
    Expr *expr = nullptr;
    uint32_t state = 0;
    std::unique_ptr<Regions> regions;

    Regions &getRegions() {
      if (!regions)
        regions = std::make_unique<Regions>();
      return *regions;
    }
  };
  enum class Step { Child, Done, Fail };
  enum class Request { Ready, Pushed, Fail };

  /// Makes sure that `child` has values; pushes a frame if it has none yet.
  Request request(Expr *child, uint32_t scope);
  Request requestVar(VarExpr *var, uint32_t scope);
  void push(Expr *expr) {
    frames.emplace_back();
    frames.back().expr = expr;
  }
  LogicalResult run(Expr *expr);
  Step step();
  Step stepTuple(Frame &frame, TupleExpr *tuple);
  Step stepTupleGet(Frame &frame, TupleGetExpr *get);
  Step stepCall(Frame &frame, CallExpr *call);
  Step stepFunction(Frame &frame, FunctionExpr *fn);
  Step stepLet(Frame &frame);
  Step stepIf(Frame &frame, IfExpr *branch);
  Step stepMatch(Frame &frame, MatchExpr *match);
  Step stepRef(Frame &frame);

  LogicalResult buildConstant(ConstantExpr *constant);
  LogicalResult buildValue(Expr *expr);
  LogicalResult buildCall(CallExpr *call);
  LogicalResult buildOperatorCall(CallExpr *call, OperatorExpr *op);
  FailureOr<mlir::Operation *>
  buildOperatorLoudly(CallExpr *call, const OpSchema &schema,
                      ValueRange operands,
                      ArrayRef<mlir::NamedAttribute> attrs);
  LogicalResult buildLoweredCall(CallExpr *call);
  LogicalResult buildConstruct(CallExpr *call, ConstructorExpr *constructor);
  LogicalResult buildUnresolved(Expr *expr, StringRef name, ValueRange operands,
                                ArrayRef<AttrField> attrs);
  LogicalResult finishFunction(Frame &frame, FunctionExpr *fn);
  void addBranch(Regions &regions, const Expr *body, uint32_t scope);
  LogicalResult finishBranches(Frame &frame, Location loc,
                               SmallVectorImpl<Type> &flat, Type &type);
  FailureOr<Attribute> bindPattern(MatchPattern *pattern, Type type,
                                   mlir::Block *block, uint32_t depth);

  /// Finds out what the types of a call's arguments say about the callee's.
  LogicalResult unifyArgs(CallExpr *call, ArrayRef<Expr *> args,
                          mlir::FunctionType type, const Twine &callee);
  /// The arguments as the callee takes them.
  SmallVector<Value> getArgValues(ArrayRef<Expr *> args,
                                  mlir::FunctionType type, Location loc);
  /// The operands of an operator; `isTyped` if all are tensors.
  LogicalResult getOperands(CallExpr *call, const OpSchema &schema,
                            SmallVectorImpl<Value> &operands, bool &isTyped);

  /// `annotation` of what turned out to be a `type`. An error, but a warning in
  /// a lone expression, which TVM does not check.
  LogicalResult checkAnnotation(Type annotation, Type type, SourcePos pos,
                                const Twine &what);
  Type join(Type a, Type b);

  void bind(VarExpr *var, uint32_t depth) { varDepth[var->id] = depth; }
  void unbind(VarExpr *var) { varDepth[var->id] = kInactive; }
  Slot &slot(const Expr *expr) { return slots[expr->id]; }
  Type typeOf(const Expr *expr) { return types.resolve(slot(expr).type); }
  LogicalResult set(Expr *expr, Type type, ValueRange values,
                    bool packed = false);
  void addParam(VarExpr *var, Type type, mlir::Block *block, uint32_t depth);
  void openScope(Regions &regions, uint32_t scope);
  /// The values of an expression where a tuple is its fields, and its type: of
  /// a polymorphic function that of this use.
  Type getFlat(const Expr *expr, Location loc, SmallVectorImpl<Value> &values);
  SmallVector<Value> getFlat(const Expr *expr, Location loc);
  /// The one value of an expression, for where a tuple must be one.
  Value getPacked(const Expr *expr, Location loc);
  void unpack(Value value, Type type, Location loc,
              SmallVectorImpl<Value> &values);
  Value packFields(Type type, ArrayRef<Value> &values, Location loc);
  /// A polymorphic function is used at types of its own each time.
  void instantiate(const Expr *expr, Type &type, Value &value, Location loc);
  Value coerce(Value value, Type type, Location loc);
  void insertAt(const Expr *expr);
  LogicalResult error(const Expr *expr, const Twine &message,
                      const Twine &note = "") {
    return diags.error(expr->pos, message, note);
  }

  Program &program;
  TypeSolver &types;
  FileDiagnostics &diags;
  mlir::MLIRContext *context;
  OpBuilder builder;
  const llvm::StringMap<GlobalSignature> &globals;
  ScopeAnalysis scopes;
  /// By expression.
  std::vector<Slot> slots;
  /// By expression: the depth of the scope where a variable that can be used
  /// now is bound.
  std::vector<uint32_t> varDepth;
  /// By scope: where its expressions go, while it is open.
  std::vector<mlir::Block *> blocks;
  std::vector<Frame> frames;
  /// The functions that are bound to a variable and being built.
  llvm::DenseMap<VarExpr *, size_t> recursiveFrames;
  llvm::DenseMap<FunctionExpr *, VarExpr *> functionVars;
  unsigned constantCount = 0;
  uint64_t tupleFields = 0;
};

/// "fn (Tensor[(2), float32])": a type as Relay writes it.
std::string toString(Type type);

} // namespace dsp::relay

#endif // DSP_LIB_IMPORT_RELAY_FUNCTIONBUILDER_H
