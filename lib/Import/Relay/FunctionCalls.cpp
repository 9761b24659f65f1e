//===- FunctionCalls.cpp - Calls of operators and functions ---------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AttrConversion.h"
#include "FunctionBuilder.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace dsp;
using namespace dsp::relay;

/// TVM's call of a global function with a tuple of the arguments.
static constexpr llvm::StringLiteral kCallLowered = "call_lowered";

/// "2 arguments"
static std::string count(size_t number, StringRef noun) {
  return (Twine(number) + " " + noun + (number == 1 ? "" : "s")).str();
}

FunctionBuilder::Step FunctionBuilder::stepCall(Frame &frame, CallExpr *call) {
  uint32_t scope = scopes.getHome(call);
  auto ask = [&](Expr *child) { return request(child, scope); };
  size_t index = frames.size() - 1;
  auto *op = dyn_cast<OperatorExpr>(call->callee);
  bool isLowered = op && op->op == kCallLowered;
  while (frames[index].state < call->args.size()) {
    Expr *arg = call->args[frames[index].state];
    if (!(isLowered && isa<GlobalExpr>(arg))) {
      Request answer = ask(arg);
      if (answer != Request::Ready)
        return answer == Request::Fail ? Step::Fail : Step::Child;
    }
    ++frames[index].state;
  }
  auto done = [](LogicalResult result) {
    return succeeded(result) ? Step::Done : Step::Fail;
  };
  if (isLowered)
    return done(buildLoweredCall(call));
  if (op)
    return done(buildOperatorCall(call, op));
  if (auto *constructor = dyn_cast<ConstructorExpr>(call->callee))
    return done(buildConstruct(call, constructor));
  if (isa<GlobalExpr>(call->callee))
    return done(buildCall(call));

  // The arguments' types are those of the parameters, if these have none.
  Expr *callee = call->callee;
  if (auto *var = dyn_cast<VarExpr>(callee))
    if (slot(var).deferred && varDepth[var->id] != kInactive)
      callee = slot(var).deferred;
  auto *fn = dyn_cast<FunctionExpr>(callee);
  if (fn && !slot(fn).type &&
      !recursiveFrames.contains(functionVars.lookup(fn))) {
    push(fn);
    Regions &regions = frames.back().getRegions();
    for (Expr *arg : call->args)
      regions.paramTypes.push_back(typeOf(arg));
    return Step::Child;
  }
  Request answer = ask(call->callee);
  if (answer != Request::Ready)
    return answer == Request::Fail ? Step::Fail : Step::Child;
  return done(buildCall(call));
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

LogicalResult FunctionBuilder::unifyArgs(CallExpr *call, ArrayRef<Expr *> args,
                                         FunctionType type,
                                         const Twine &callee) {
  if (type.getNumInputs() != args.size())
    return error(call, callee + " takes " +
                           count(type.getNumInputs(), "argument") + ", found " +
                           Twine(args.size()));
  for (auto [i, arg] : llvm::enumerate(args)) {
    Type argType = typeOf(arg);
    if (!slot(arg).typeParams.empty())
      argType = types.instantiate(argType, slot(arg).typeParams);
    if (!types.unify(type.getInput(i), argType))
      return error(call, "argument " + Twine(i + 1) + " of " + callee +
                             " must be a " +
                             toString(types.resolve(type.getInput(i))) +
                             ", found a " + toString(types.resolve(argType)));
  }
  return success();
}

SmallVector<Value> FunctionBuilder::getArgValues(ArrayRef<Expr *> args,
                                                 FunctionType type,
                                                 Location loc) {
  SmallVector<Value> values;
  for (auto [arg, input] : llvm::zip_equal(args, type.getInputs())) {
    Type expected = types.resolve(input);
    // Packed where the callee does not know that it is a tuple.
    SmallVector<Value> flat = isa<TupleType>(expected)
                                  ? getFlat(arg, loc)
                                  : SmallVector<Value>{getPacked(arg, loc)};
    SmallVector<Type> flatTypes;
    types.flatten(expected, flatTypes);
    for (auto [value, flatType] : llvm::zip_equal(flat, flatTypes)) {
      // A polymorphic function is instantiated at the type that is expected.
      if (auto instance = value.getDefiningOp<InstantiateOp>())
        instance.getResult().setType(cast<FunctionType>(flatType));
      values.push_back(coerce(value, flatType, loc));
    }
  }
  return values;
}

/// The module's function that is called by its name, or by a variable that is
/// bound to it; "" if the callee is found at run time.
static StringRef getKnownCallee(GlobalExpr *global, Value callee) {
  if (global)
    return global->symbol;
  auto constant = callee.getDefiningOp<func::ConstantOp>();
  return constant ? constant.getValue() : "";
}

LogicalResult FunctionBuilder::buildCall(CallExpr *call) {
  insertAt(call);
  Location loc = locate(call);
  auto *global = dyn_cast<GlobalExpr>(call->callee);
  FunctionType type;
  ArrayRef<StringRef> typeParams;
  std::string name = "the function";
  if (global) {
    auto signature = globals.find(global->symbol);
    if (signature == globals.end())
      return buildValue(global); // reports it
    type = signature->second.type;
    typeParams = signature->second.typeParams;
    name = ("'@" + global->symbol + "'").str();
  } else {
    if (auto *var = dyn_cast<VarExpr>(call->callee))
      name = ("'%" + var->var + "'").str();
    Type calleeType = typeOf(call->callee);
    if (isa<UnknownType>(calleeType) && !program.isLoneExpr) {
      // Called before it is known what it is: a function of these arguments.
      SmallVector<Type> inputs;
      for (Expr *arg : call->args)
        inputs.push_back(typeOf(arg));
      Type found = FunctionType::get(context, inputs, types.makeUnknown());
      if (types.unify(calleeType, found))
        calleeType = types.resolve(found);
    }
    type = dyn_cast<FunctionType>(calleeType);
    if (!type) {
      if (!program.isLoneExpr)
        return error(call,
                     name + " is called but is a " + toString(calleeType));
      SmallVector<Value> operands{getPacked(call->callee, loc)};
      for (Expr *arg : call->args)
        llvm::append_range(operands, getFlat(arg, loc));
      return buildUnresolved(call, "call", operands, call->attrs);
    }
    typeParams = slot(call->callee).typeParams;
  }
  bool isPolymorphic = !typeParams.empty();
  if (isPolymorphic)
    type = cast<FunctionType>(types.instantiate(type, typeParams));
  if (failed(unifyArgs(call, call->args, type, name)))
    return failure();
  type = cast<FunctionType>(types.resolve(type));
  Type resultType = type.getResult(0);
  SmallVector<Value> args = getArgValues(call->args, type, loc);
  FunctionType lowered = types.lower(type);
  Value callee = global ? Value() : slot(call->callee).values.front();
  Operation *op;
  if (StringRef symbol = getKnownCallee(global, callee);
      !symbol.empty() && !isPolymorphic) {
    op = func::CallOp::create(builder, loc, symbol, lowered.getResults(), args);
  } else {
    if (global)
      callee = func::ConstantOp::create(
          builder, loc, types.pack(globals.find(global->symbol)->second.type),
          global->symbol);
    if (isPolymorphic)
      callee = InstantiateOp::create(builder, loc, lowered, callee);
    op = CallOp::create(builder, loc, lowered.getResults(), callee, args,
                        /*arg_attrs=*/nullptr, /*res_attrs=*/nullptr);
  }
  return set(call, resultType, op->getResults());
}

LogicalResult FunctionBuilder::buildLoweredCall(CallExpr *call) {
  insertAt(call);
  Location loc = locate(call);
  auto *global =
      call->args.empty() ? nullptr : dyn_cast<GlobalExpr>(call->args.front());
  auto *tuple = call->args.size() == 2 ? call->args.back() : nullptr;
  auto tupleType = tuple ? dyn_cast<TupleType>(typeOf(tuple)) : TupleType();
  if (!global || !tupleType)
    return error(call, "'call_lowered' takes a function of the module and a "
                       "tuple of its arguments");
  auto signature = globals.find(global->symbol);
  if (signature == globals.end())
    return buildValue(global); // reports it
  FunctionType type = signature->second.type;
  if (!types.unify(TupleType::get(context, type.getInputs()), tupleType))
    return error(call, "the arguments of '@" + global->symbol + "' must be a " +
                           toString(TupleType::get(context, type.getInputs())) +
                           ", found a " + toString(tupleType));
  FunctionType lowered = types.lower(type);
  SmallVector<Value> args = getFlat(tuple, loc);
  for (auto [arg, expected] : llvm::zip_equal(args, lowered.getInputs()))
    arg = coerce(arg, expected, loc);
  auto op = func::CallOp::create(builder, loc, global->symbol,
                                 lowered.getResults(), args);
  return set(call, type.getResult(0), op->getResults());
}

LogicalResult FunctionBuilder::buildConstruct(CallExpr *call,
                                              ConstructorExpr *constructor) {
  insertAt(call);
  Location loc = locate(call);
  ConstructorDef *def = constructor->def;
  SmallVector<Type> args;
  for (size_t i = 0; i < def->type->params.size(); ++i)
    args.push_back(types.makeUnknown());
  SmallVector<Type> fields;
  for (Type field : def->fields)
    fields.push_back(types.substitute(field, def->type->params, args));
  Type result = AdtType::get(context, def->type->name, args);
  auto type = FunctionType::get(context, fields, result);
  if (failed(unifyArgs(call, call->args, type,
                       "the constructor '" + def->name + "'")))
    return failure();
  result = types.resolve(result);
  if (std::string problem = types.checkSize(result); !problem.empty())
    return error(call, problem);
  SmallVector<Value> values;
  for (Expr *arg : call->args)
    values.push_back(getPacked(arg, loc));
  auto op = ConstructOp::create(
      builder, loc, types.pack(result),
      SymbolRefAttr::get(context, def->type->name,
                         {FlatSymbolRefAttr::get(context, def->name)}),
      values);
  return set(call, result, {op});
}

//===----------------------------------------------------------------------===//
// Operators
//===----------------------------------------------------------------------===//

LogicalResult FunctionBuilder::getOperands(CallExpr *call,
                                           const OpSchema &schema,
                                           SmallVectorImpl<Value> &operands,
                                           bool &isTyped) {
  size_t least = llvm::count_if(
      schema.operands, [](const OperandSchema &op) { return !op.optional; });
  if (call->args.size() < least || call->args.size() > schema.operands.size()) {
    SmallVector<StringRef> names;
    for (const OperandSchema &operand : schema.operands)
      names.push_back(operand.name);
    return error(call,
                 "'" + schema.name + "' takes " +
                     count(schema.operands.size(), "argument") + ", found " +
                     Twine(call->args.size()),
                 names.empty()
                     ? std::string()
                     : "its arguments are " + llvm::join(names, ", "));
  }
  Location loc = locate(call);
  isTyped = true;
  for (auto [arg, operand] : llvm::zip(call->args, schema.operands)) {
    Type type = typeOf(arg);
    if (!isa<UnknownType>(type) && !program.isLoneExpr &&
        operand.variadic != isa<TupleType>(type))
      return error(call,
                   "the argument '" + operand.name + "' of '" + schema.name +
                       "' must be a " +
                       (operand.variadic ? "tuple of tensors" : "tensor") +
                       ", found a " + toString(type));
    isTyped &= operand.variadic == isa<TupleType>(type);
    for (Value value : getFlat(arg, loc)) {
      isTyped &= isa<RankedTensorType>(value.getType());
      operands.push_back(value);
    }
    if (isTyped || program.isLoneExpr)
      continue;
    if (isa<UnknownType>(type))
      return error(call,
                   "the type of the argument '" + operand.name + "' of '" +
                       schema.name + "' is not known",
                   "the parameters of the function that it comes from need "
                   "their types");
    return error(call, "the argument '" + operand.name + "' of '" +
                           schema.name + "' must be of tensors, found a " +
                           toString(type));
  }
  return success();
}

/// Builds the op; an error shows what the call's arguments are.
FailureOr<Operation *>
FunctionBuilder::buildOperatorLoudly(CallExpr *call, const OpSchema &schema,
                                     ValueRange operands,
                                     ArrayRef<NamedAttribute> attrs) {
  Location loc = locate(call);
  ScopedDiagnosticHandler handler(context, [&](Diagnostic &diag) {
    std::string shown;
    for (auto [arg, operand] : llvm::zip(call->args, schema.operands))
      shown += (shown.empty() ? "'" : ", '") + operand.name.str() + "' is " +
               toString(typeOf(arg));
    if (!shown.empty())
      diag.attachNote(diags.locate(call->pos)) << "in this call " << shown;
    return failure(); // to be printed
  });
  return buildOperator(builder, loc, schema.name, operands, attrs);
}

LogicalResult FunctionBuilder::buildOperatorCall(CallExpr *call,
                                                 OperatorExpr *op) {
  const OpSchema *schema = lookupOpSchema(op->op);
  if (!schema)
    return buildValue(op); // reports it
  insertAt(call);
  Location loc = locate(call);
  SmallVector<NamedAttribute> attrs;
  SmallVector<Value> operands;
  bool isTyped;
  if (failed(convertCallAttrs(*schema, call->attrs, diags, attrs)) ||
      failed(getOperands(call, *schema, operands, isTyped)))
    return failure();
  if (!isTyped)
    return buildUnresolved(call, schema->name, operands, call->attrs);

  FailureOr<Operation *> built = failure();
  if (program.isLoneExpr) {
    // TVM reads a lone expression without its types; what doesn't fit is shown
    // and kept.
    std::string problem;
    {
      ScopedDiagnosticHandler handler(context, [&](Diagnostic &diag) {
        if (problem.empty())
          problem = diag.str();
        return success();
      });
      built = buildOperator(builder, loc, schema->name, operands, attrs);
    }
    if (failed(built)) {
      diags.warning(call->pos, problem);
      return buildUnresolved(call, schema->name, operands, call->attrs);
    }
  } else {
    built = buildOperatorLoudly(call, *schema, operands, attrs);
    if (failed(built)) {
      diags.setFailed();
      return failure();
    }
  }
  Operation *created = *built;
  bool isTuple = schema->resultForm == ResultForm::Tuple ||
                 (schema->resultForm == ResultForm::TensorOrTuple &&
                  created->getNumResults() != 1);
  Type type = isTuple ? Type(TupleType::get(context, created->getResultTypes()))
                      : created->getResult(0).getType();
  return set(call, type, created->getResults());
}

LogicalResult FunctionBuilder::buildUnresolved(Expr *expr, StringRef name,
                                               ValueRange operands,
                                               ArrayRef<AttrField> attrs) {
  Type type = types.makeUnknown();
  auto op = UnresolvedOp::create(builder, locate(expr), type, name, operands,
                                 convertFunctionAttrs(context, attrs));
  return set(expr, type, {op});
}
