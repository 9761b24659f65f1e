//===- FunctionBuilder.cpp - Expressions to operations --------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionBuilder.h"
#include "AttrConversion.h"
#include "Base64.h"
#include "NDArray.h"
#include "dsp/Dialect/Relay/IR/DType.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace dsp;
using namespace dsp::relay;

//===----------------------------------------------------------------------===//
// Locations, types in messages
//===----------------------------------------------------------------------===//

static Location locateNamed(FileDiagnostics &diags, const Expr *expr,
                            StringRef name) {
  MLIRContext *context = diags.getContext();
  Location loc = diags.locate(expr->pos);
  if (!name.empty())
    loc = NameLoc::get(StringAttr::get(context, name), loc);
  if (const SourceSpan *span = expr->span) {
    auto source = StringAttr::get(context, span->name);
    Location origin =
        span->line
            ? NameLoc::get(source,
                           FileLineColLoc::get(source, span->line, span->col))
            : NameLoc::get(source);
    loc = FusedLoc::get(context, {loc, origin});
  }
  return loc;
}

Location FunctionBuilder::locate(const Expr *expr) {
  return locateNamed(diags, expr, expr->name);
}

Location FunctionBuilder::locate(const VarExpr *var) {
  return locateNamed(diags, var, var->var);
}

std::string dsp::relay::toString(Type type) {
  std::string text;
  llvm::raw_string_ostream os(text);
  auto printList = [&](ArrayRef<Type> list) {
    llvm::interleaveComma(list, os, [&](Type part) { os << toString(part); });
  };
  if (auto tensor = dyn_cast<RankedTensorType>(type)) {
    std::string element = dtypeName(tensor.getElementType());
    if (element.empty())
      llvm::raw_string_ostream(element) << tensor.getElementType();
    if (tensor.getRank() == 0)
      return element;
    os << "Tensor[(";
    llvm::interleaveComma(tensor.getShape(), os, [&](int64_t dim) {
      if (ShapedType::isDynamic(dim))
        os << '?';
      else
        os << dim;
    });
    os << "), " << element << ']';
  } else if (auto tuple = dyn_cast<TupleType>(type)) {
    os << '(';
    printList(tuple.getTypes());
    os << (tuple.size() == 1 ? ",)" : ")");
  } else if (auto fn = dyn_cast<FunctionType>(type)) {
    os << "fn (";
    printList(fn.getInputs());
    os << ") -> ";
    printList(fn.getResults());
  } else if (auto adt = dyn_cast<AdtType>(type)) {
    os << adt.getName();
    if (!adt.getArgs().empty()) {
      os << '[';
      printList(adt.getArgs());
      os << ']';
    }
  } else if (auto ref = dyn_cast<RefType>(type)) {
    os << "ref(" << toString(ref.getPointee()) << ')';
  } else if (auto var = dyn_cast<TypeVarType>(type)) {
    os << var.getName();
  } else {
    os << '_';
  }
  return text;
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

void FunctionBuilder::insertAt(const Expr *expr) {
  builder.setInsertionPointToEnd(blocks[scopes.getHome(expr)]);
}

LogicalResult FunctionBuilder::set(Expr *expr, Type type, ValueRange values,
                                   bool packed) {
  if (std::string problem = types.checkSize(type); !problem.empty())
    return error(expr, problem);
  // Each tuple copies the list of its fields' values.
  if (values.size() > 1)
    tupleFields += values.size();
  if (tupleFields > kMaxTupleFields)
    return error(expr, "the function's tuples have more than " +
                           Twine(kMaxTupleFields) + " fields together");
  Slot &to = slot(expr);
  to.type = type;
  to.values.assign(values.begin(), values.end());
  to.packed = packed || isa<UnknownType, TypeVarType>(type);
  return success();
}

void FunctionBuilder::unpack(Value value, Type type, Location loc,
                             SmallVectorImpl<Value> &values) {
  auto tuple = dyn_cast<TupleType>(type);
  if (!tuple) {
    values.push_back(value);
    return;
  }
  for (auto [i, field] : llvm::enumerate(tuple.getTypes()))
    unpack(TupleGetItemOp::create(builder, loc, types.pack(field), value, i),
           field, loc, values);
}

Type FunctionBuilder::getFlat(const Expr *expr, Location loc,
                              SmallVectorImpl<Value> &values) {
  Slot &from = slot(expr);
  Type type = typeOf(expr);
  if (!from.typeParams.empty()) {
    values.push_back(from.values.front());
    instantiate(expr, type, values.back(), loc);
  } else if (from.packed) {
    unpack(from.values.front(), type, loc, values);
  } else {
    llvm::append_range(values, from.values);
  }
  return type;
}

SmallVector<Value> FunctionBuilder::getFlat(const Expr *expr, Location loc) {
  SmallVector<Value> values;
  getFlat(expr, loc, values);
  return values;
}

Value FunctionBuilder::packFields(Type type, ArrayRef<Value> &values,
                                  Location loc) {
  auto tuple = dyn_cast<TupleType>(type);
  if (!tuple) {
    Value value = values.front();
    values = values.drop_front();
    return value;
  }
  SmallVector<Value> fields;
  SmallVector<Type> fieldTypes;
  for (Type field : tuple.getTypes()) {
    fields.push_back(packFields(field, values, loc));
    fieldTypes.push_back(fields.back().getType());
  }
  return TupleOp::create(builder, loc, TupleType::get(context, fieldTypes),
                         fields);
}

Value FunctionBuilder::getPacked(const Expr *expr, Location loc) {
  Slot &from = slot(expr);
  if (from.packed)
    return from.values.front();
  SmallVector<Value> flat = getFlat(expr, loc);
  ArrayRef<Value> values = flat;
  return packFields(typeOf(expr), values, loc);
}

void FunctionBuilder::instantiate(const Expr *expr, Type &type, Value &value,
                                  Location loc) {
  type = types.resolve(types.instantiate(type, slot(expr).typeParams));
  value = InstantiateOp::create(builder, loc, types.pack(type), value);
}

Value FunctionBuilder::coerce(Value value, Type type, Location loc) {
  if (value.getType() == type)
    return value;
  // Tensors that know different dimensions; all else differs in types that are
  // not found yet.
  if (isa<RankedTensorType>(value.getType()) && isa<RankedTensorType>(type))
    return tensor::CastOp::create(builder, loc, type, value);
  return value;
}

Type FunctionBuilder::join(Type a, Type b) {
  a = types.resolve(a);
  b = types.resolve(b);
  if (a == b)
    return a;
  if (auto tensorA = dyn_cast<RankedTensorType>(a)) {
    auto tensorB = cast<RankedTensorType>(b);
    SmallVector<int64_t> shape;
    for (auto [dimA, dimB] :
         llvm::zip_equal(tensorA.getShape(), tensorB.getShape()))
      shape.push_back(dimA == dimB ? dimA : ShapedType::kDynamic);
    return RankedTensorType::get(shape, tensorA.getElementType());
  }
  if (auto tupleA = dyn_cast<TupleType>(a)) {
    SmallVector<Type> fields;
    for (auto [fieldA, fieldB] :
         llvm::zip_equal(tupleA.getTypes(), cast<TupleType>(b).getTypes()))
      fields.push_back(join(fieldA, fieldB));
    return TupleType::get(context, fields);
  }
  return a;
}

LogicalResult FunctionBuilder::checkAnnotation(Type annotation, Type type,
                                               SourcePos pos,
                                               const Twine &what) {
  if (!annotation || types.unify(annotation, type))
    return success();
  std::string message =
      (what + " is declared as " + toString(types.resolve(annotation)) +
       " but is " + toString(types.resolve(type)))
          .str();
  if (!program.isLoneExpr)
    return diags.error(pos, message);
  diags.warning(pos, message);
  return success();
}

//===----------------------------------------------------------------------===//
// The machine
//===----------------------------------------------------------------------===//

LogicalResult FunctionBuilder::build(FunctionExpr *fn, Block *body,
                                     ArrayRef<Type> paramTypes,
                                     const ParamValues &params,
                                     SmallVectorImpl<Value> &results,
                                     Type &resultType) {
  for (Expr *expr : getExprs()) {
    slot(expr) = Slot();
    varDepth[expr->id] = kInactive;
  }
  tupleFields = 0;
  blocks.assign(scopes.getScopeCount(), nullptr);
  uint32_t scope = scopes.getInner(fn);
  blocks[scopes.getHome(fn)] = body;
  blocks[scope] = body;
  for (auto [var, type, values] :
       llvm::zip_equal(fn->params, paramTypes, params)) {
    if (failed(set(var, type, values)))
      return failure();
    bind(var, scopes.getDepth(scope));
  }
  LogicalResult built = run(fn->body);
  // Inner regions refer to outer ones, and go before them.
  while (!frames.empty()) {
    if (frames.back().regions)
      for (auto &region : frames.back().regions->regions)
        if (region)
          region->dropAllReferences();
    frames.pop_back();
  }
  recursiveFrames.clear();
  functionVars.clear();
  if (failed(built))
    return failure();
  builder.setInsertionPointToEnd(body);
  results.clear();
  resultType = getFlat(fn->body, locate(fn->body), results);
  return success();
}

FunctionBuilder::Request FunctionBuilder::requestVar(VarExpr *var,
                                                     uint32_t scope) {
  // A function that uses its own variable is recursive: it gets itself as its
  // first argument.
  auto recursive = recursiveFrames.find(var);
  if (recursive != recursiveFrames.end()) {
    Frame &frame = frames[recursive->second];
    Regions &regions = *frame.regions;
    if (!regions.selfType) {
      auto *fn = cast<FunctionExpr>(frame.expr);
      Type result = fn->resultType ? fn->resultType : types.makeUnknown();
      regions.selfType = FunctionType::get(context, regions.paramTypes, result);
      regions.outerDepth = varDepth[var->id];
      BlockArgument self = regions.regions.front()->front().insertArgument(
          0u, types.pack(regions.selfType), locate(var));
      if (failed(set(var, regions.selfType, {self})))
        return Request::Fail;
      slot(var).deferred = nullptr;
      bind(var, scopes.getDepth(scopes.getInner(fn)));
    }
  }
  uint32_t depth = varDepth[var->id];
  if (depth == kInactive || depth > scopes.getDepth(scope)) {
    (void)error(var, "the variable '%" + var->var +
                         "' is used where it is not bound");
    return Request::Fail;
  }
  FunctionExpr *deferred = slot(var).deferred;
  if (!deferred)
    return Request::Ready;
  if (!slot(deferred).type) {
    push(deferred);
    return Request::Pushed;
  }
  slot(var) = slot(deferred);
  return Request::Ready;
}

FunctionBuilder::Request FunctionBuilder::request(Expr *child, uint32_t scope) {
  if (auto *var = dyn_cast<VarExpr>(child))
    return requestVar(var, scope);
  if (slot(child).type)
    return Request::Ready;
  push(child);
  return Request::Pushed;
}

LogicalResult FunctionBuilder::run(Expr *expr) {
  switch (request(expr, scopes.getHome(expr))) {
  case Request::Ready:
    return success();
  case Request::Fail:
    return failure();
  case Request::Pushed:
    break;
  }
  while (!frames.empty()) {
    switch (step()) {
    case Step::Child:
      break;
    case Step::Done:
      frames.pop_back();
      break;
    case Step::Fail:
      return failure();
    }
  }
  // A variable that was bound to a deferred function.
  return success(request(expr, scopes.getHome(expr)) == Request::Ready);
}

/// Asks for `child`; leaves the step unless it is there.
#define REQUEST(child, scope)                                                  \
  do {                                                                         \
    Request answer = request(child, scope);                                    \
    if (answer != Request::Ready)                                              \
      return answer == Request::Fail ? Step::Fail : Step::Child;               \
  } while (false)

FunctionBuilder::Step FunctionBuilder::step() {
  Frame &frame = frames.back();
  Expr *expr = frame.expr;
  auto done = [](LogicalResult result) {
    return succeeded(result) ? Step::Done : Step::Fail;
  };
  switch (expr->kind) {
  case ExprKind::Var:
    return Step::Fail; // asked for by requestVar only
  case ExprKind::Global:
  case ExprKind::Operator:
  case ExprKind::Constructor:
    return done(buildValue(expr));
  case ExprKind::Constant:
    return done(buildConstant(cast<ConstantExpr>(expr)));
  case ExprKind::Tuple:
    return stepTuple(frame, cast<TupleExpr>(expr));
  case ExprKind::TupleGet:
    return stepTupleGet(frame, cast<TupleGetExpr>(expr));
  case ExprKind::Call:
    return stepCall(frame, cast<CallExpr>(expr));
  case ExprKind::Function:
    return stepFunction(frame, cast<FunctionExpr>(expr));
  case ExprKind::Let:
    return stepLet(frame);
  case ExprKind::If:
    return stepIf(frame, cast<IfExpr>(expr));
  case ExprKind::Match:
    return stepMatch(frame, cast<MatchExpr>(expr));
  case ExprKind::RefCreate:
  case ExprKind::RefRead:
  case ExprKind::RefWrite:
    return stepRef(frame);
  }
  return Step::Fail;
}

//===----------------------------------------------------------------------===//
// Constants, names
//===----------------------------------------------------------------------===//

LogicalResult FunctionBuilder::buildConstant(ConstantExpr *constant) {
  NDArray array = constant->data;
  std::shared_ptr<void> owner;
  std::string problem;
  if (!array.base64.empty() || !array.type) {
    OwnedBytes bytes;
    if (!decodeBase64(array.base64, bytes))
      return error(constant, "the constant is no valid base64");
    ByteReader reader(bytes.get());
    if (failed(readNDArray(reader, context, array, problem)))
      return error(constant, "invalid constant: " + problem);
    if (!reader.atEnd())
      return error(constant,
                   "invalid constant: there are bytes after the array");
    owner = bytes.data;
  }
  std::string name = "constant_" + std::to_string(constantCount++);
  FailureOr<ElementsAttr> elements = makeElements(array, name, owner, problem);
  if (failed(elements))
    return error(constant, "invalid constant: " + problem);
  insertAt(constant);
  auto op =
      ConstantOp::create(builder, locate(constant), *elements, StringAttr());
  return set(constant, array.type, {op});
}

/// A function, constructor or operator that is not called but a value.
LogicalResult FunctionBuilder::buildValue(Expr *expr) {
  insertAt(expr);
  Location loc = locate(expr);
  if (auto *global = dyn_cast<GlobalExpr>(expr)) {
    auto signature = globals.find(global->symbol);
    if (signature == globals.end()) {
      SmallVector<StringRef> names(globals.keys());
      return error(expr, "unknown function '@" + global->symbol + "'",
                   suggestName(global->symbol, names,
                               listNames("functions in the module", names)));
    }
    FunctionType type = signature->second.type;
    auto value = func::ConstantOp::create(builder, loc, types.pack(type),
                                          global->symbol);
    if (failed(set(expr, type, {value})))
      return failure();
    slot(expr).typeParams = signature->second.typeParams;
    return success();
  }
  if (auto *constructor = dyn_cast<ConstructorExpr>(expr)) {
    ConstructorDef *def = constructor->def;
    SmallVector<Type> args;
    for (StringRef param : def->type->params)
      args.push_back(TypeVarType::get(context, param));
    Type type = types.instantiate(
        FunctionType::get(context, def->fields,
                          AdtType::get(context, def->type->name, args)),
        def->type->params);
    // Fields are one value each.
    SmallVector<Type> fields;
    for (Type field : cast<FunctionType>(type).getInputs())
      types.flatten(field, fields);
    auto value = ConstructorOp::create(
        builder, loc, types.pack(type),
        SymbolRefAttr::get(context, def->type->name,
                           {FlatSymbolRefAttr::get(context, def->name)}));
    return set(expr, type, {value});
  }
  StringRef name = cast<OperatorExpr>(expr)->op;
  if (!lookupOpSchema(name)) {
    SmallVector<StringRef> names;
    for (const OpSchema &schema : allOpSchemas())
      names.push_back(schema.name);
    return error(expr, "unknown operator '" + name + "'",
                 suggestName(name, names,
                             "an operator has its whole name, as nn.conv2d; "
                             "functions of the module begin with '@'"));
  }
  if (!program.isLoneExpr)
    return error(expr,
                 "the operator '" + name + "' is a value here, not called",
                 "a function that calls it can be a value: fn (%x: T) { " +
                     name + "(%x) }");
  Type type = types.makeUnknown();
  return set(expr, type, {OperatorOp::create(builder, loc, type, name)});
}

//===----------------------------------------------------------------------===//
// Tuples, references
//===----------------------------------------------------------------------===//

FunctionBuilder::Step FunctionBuilder::stepTuple(Frame &frame,
                                                 TupleExpr *tuple) {
  for (; frame.state < tuple->fields.size(); ++frame.state)
    REQUEST(tuple->fields[frame.state], scopes.getHome(tuple));
  insertAt(tuple);
  Location loc = locate(tuple);
  SmallVector<Type> fieldTypes;
  SmallVector<Value> values;
  for (Expr *field : tuple->fields) {
    if (slot(field).packed) {
      // What it is may turn out later: a tuple of it is packed as well then.
      values.clear();
      for (Expr *other : tuple->fields)
        values.push_back(getPacked(other, loc));
      for (Value value : values)
        fieldTypes.push_back(value.getType());
      auto op = TupleOp::create(builder, loc,
                                TupleType::get(context, fieldTypes), values);
      fieldTypes.clear();
      for (Expr *other : tuple->fields)
        fieldTypes.push_back(typeOf(other));
      return succeeded(set(tuple, TupleType::get(context, fieldTypes), {op},
                           /*packed=*/true))
                 ? Step::Done
                 : Step::Fail;
    }
  }
  for (Expr *field : tuple->fields) {
    Type type = typeOf(field);
    if (slot(field).typeParams.empty()) {
      llvm::append_range(values, slot(field).values);
    } else {
      Value value = slot(field).values.front();
      instantiate(field, type, value, loc);
      values.push_back(value);
    }
    fieldTypes.push_back(type);
  }
  return succeeded(set(tuple, TupleType::get(context, fieldTypes), values))
             ? Step::Done
             : Step::Fail;
}

FunctionBuilder::Step FunctionBuilder::stepTupleGet(Frame &frame,
                                                    TupleGetExpr *get) {
  REQUEST(get->tuple, scopes.getHome(get));
  insertAt(get);
  Location loc = locate(get);
  Type type = typeOf(get->tuple);
  auto done = [](LogicalResult result) {
    return succeeded(result) ? Step::Done : Step::Fail;
  };
  auto tuple = dyn_cast<TupleType>(type);
  if (!tuple) {
    if (program.isLoneExpr) {
      AttrField index{"index", get->pos, {}};
      index.value.kind = AttrValue::Kind::Int;
      index.value.integer = get->index;
      return done(buildUnresolved(get, "tuple_get_item",
                                  getFlat(get->tuple, loc), index));
    }
    return done(error(get,
                      "field " + Twine(get->index) + " of a " + toString(type) +
                          ", which is not a tuple",
                      "only tuples, such as the results of split, have "
                      "fields"));
  }
  if (get->index < 0 || uint64_t(get->index) >= tuple.size())
    return done(error(get,
                      "field " + Twine(get->index) + " of a tuple that has " +
                          Twine(tuple.size()) + " fields",
                      "fields are counted from 0"));
  Type field = tuple.getType(get->index);
  Slot &from = slot(get->tuple);
  if (from.packed) {
    auto op = TupleGetItemOp::create(builder, loc, types.pack(field),
                                     from.values.front(), get->index);
    return done(set(get, field, {op}, /*packed=*/true));
  }
  SmallVector<Type> before, at;
  for (Type other : tuple.getTypes().take_front(get->index))
    types.flatten(other, before);
  types.flatten(field, at);
  SmallVector<Value> values(
      ArrayRef<Value>(from.values).slice(before.size(), at.size()));
  return done(set(get, field, values));
}

FunctionBuilder::Step FunctionBuilder::stepRef(Frame &frame) {
  Expr *expr = frame.expr;
  uint32_t scope = scopes.getHome(expr);
  auto done = [](LogicalResult result) {
    return succeeded(result) ? Step::Done : Step::Fail;
  };
  if (auto *create = dyn_cast<RefCreateExpr>(expr)) {
    REQUEST(create->value, scope);
    insertAt(expr);
    Location loc = locate(expr);
    Type type = RefType::get(context, typeOf(create->value));
    if (std::string problem = types.checkSize(type); !problem.empty())
      return done(error(expr, problem));
    return done(set(expr, type,
                    {RefOp::create(builder, loc, types.pack(type),
                                   getPacked(create->value, loc))}));
  }
  auto *write = dyn_cast<RefWriteExpr>(expr);
  Expr *ref = write ? write->ref : cast<RefReadExpr>(expr)->ref;
  REQUEST(ref, scope);
  if (write)
    REQUEST(write->value, scope);
  insertAt(expr);
  Location loc = locate(expr);
  Type pointee = types.makeUnknown();
  if (!types.unify(RefType::get(context, pointee), typeOf(ref)))
    return done(
        error(expr, "expected a reference, found a " + toString(typeOf(ref))));
  pointee = types.resolve(pointee);
  Value refValue = getPacked(ref, loc);
  if (!write)
    return done(
        set(expr, pointee,
            {RefReadOp::create(builder, loc, types.pack(pointee), refValue)},
            /*packed=*/true));
  if (!types.unify(pointee, typeOf(write->value)))
    return done(error(expr, "a " + toString(typeOf(write->value)) +
                                " is written to a reference to a " +
                                toString(pointee)));
  RefWriteOp::create(builder, loc, refValue, getPacked(write->value, loc));
  return done(set(expr, TupleType::get(context), {}));
}

//===----------------------------------------------------------------------===//
// Let
//===----------------------------------------------------------------------===//

/// Whether a function has parameters without types.
static bool hasOpenParams(const FunctionExpr *fn) {
  return llvm::any_of(fn->params,
                      [](const VarExpr *param) { return !param->type; });
}

/// A chain of lets is one frame.
FunctionBuilder::Step FunctionBuilder::stepLet(Frame &frame) {
  enum State { Start, Bound, Body };
  // `request` may move the frames; what a frame points to stays.
  Regions &regions = frame.getRegions();
  size_t index = frames.size() - 1;
  if (regions.lets.empty())
    regions.lets.push_back(cast<LetExpr>(frame.expr));
  for (;;) {
    LetExpr *let = regions.lets.back();
    uint32_t scope = scopes.getHome(let);
    switch (frames[index].state) {
    case Start: {
      auto *fn = dyn_cast<FunctionExpr>(let->value);
      if (let->value->name.empty() && !isa<VarExpr>(let->value))
        let->value->name = program.keep(("%" + let->var->var).str());
      if (fn) {
        functionVars[fn] = let->var;
        if (hasOpenParams(fn) && !slot(fn).type) {
          slot(let->var).deferred = fn;
          bind(let->var, scopes.getDepth(scope));
          frames[index].state = Body;
          break;
        }
      }
      frames[index].state = Bound;
      [[fallthrough]];
    }
    case Bound: {
      REQUEST(let->value, scope);
      Type type = typeOf(let->value);
      if (failed(checkAnnotation(let->var->type, type, let->var->pos,
                                 "the variable '%" + let->var->var + "'")))
        return Step::Fail;
      slot(let->var) = slot(let->value);
      bind(let->var, scopes.getDepth(scope));
      frames[index].state = Body;
      break;
    }
    default:
      break;
    }
    auto *next = dyn_cast<LetExpr>(let->body);
    if (next && !slot(next).type) {
      regions.lets.push_back(next);
      frames[index].state = Start;
      continue;
    }
    REQUEST(let->body, scope);
    Slot result = slot(let->body);
    for (LetExpr *bound : regions.lets) {
      slot(bound) = result;
      unbind(bound->var);
    }
    return Step::Done;
  }
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

void FunctionBuilder::openScope(Regions &regions, uint32_t scope) {
  regions.regions.push_back(std::make_unique<Region>());
  Block *block = new Block();
  regions.regions.back()->push_back(block);
  blocks[scope] = block;
}

void FunctionBuilder::addParam(VarExpr *var, Type type, Block *block,
                               uint32_t depth) {
  SmallVector<Type> flat;
  types.flatten(type, flat);
  SmallVector<Value> values;
  for (Type part : flat)
    values.push_back(block->addArgument(part, locate(var)));
  (void)set(var, type, values);
  bind(var, depth);
}

FunctionBuilder::Step FunctionBuilder::stepFunction(Frame &frame,
                                                    FunctionExpr *fn) {
  uint32_t scope = scopes.getInner(fn);
  Regions &regions = frame.getRegions();
  if (frame.state == 0) {
    frame.state = 1;
    openScope(regions, scope);
    Block *block = blocks[scope];
    // What the first call says fills in what the file leaves open.
    SmallVector<Type> fromCall = std::move(regions.paramTypes);
    regions.paramTypes.clear();
    for (auto [i, param] : llvm::enumerate(fn->params)) {
      Type type = param->type           ? types.resolve(param->type)
                  : i < fromCall.size() ? fromCall[i]
                                        : types.makeUnknown();
      regions.paramTypes.push_back(type);
      addParam(param, type, block, scopes.getDepth(scope));
    }
    if (VarExpr *var = functionVars.lookup(fn))
      recursiveFrames[var] = frames.size() - 1;
  }
  REQUEST(fn->body, scope);
  return succeeded(finishFunction(frames.back(), fn)) ? Step::Done : Step::Fail;
}

LogicalResult FunctionBuilder::finishFunction(Frame &frame, FunctionExpr *fn) {
  Regions &regions = *frame.regions;
  Block *block = &regions.regions.front()->front();
  builder.setInsertionPointToEnd(block);
  SmallVector<Value> results;
  Type resultType = getFlat(fn->body, locate(fn->body), results);
  if (failed(checkAnnotation(fn->resultType, resultType, fn->pos,
                             "the function's result")))
    return failure();
  SmallVector<Type> paramTypes;
  for (Type type : regions.paramTypes)
    paramTypes.push_back(types.resolve(type));
  if (regions.selfType) {
    // Callers inside the function go by the annotation.
    Type self = cast<FunctionType>(regions.selfType).getResult(0);
    if (!types.unify(self, resultType))
      return error(fn, "the recursive function gives a " +
                           toString(resultType) + ", its calls expect a " +
                           toString(types.resolve(self)));
    SmallVector<Type> flat;
    types.flatten(types.resolve(self), flat);
    if (isa<UnknownType>(self) && isa<TupleType>(resultType))
      return error(fn, "the type of a recursive function that gives a tuple "
                       "must be declared");
    for (auto [value, type] : llvm::zip_equal(results, flat))
      value = coerce(value, type, locate(fn));
    resultType = types.resolve(self);
  }
  Type type = FunctionType::get(context, paramTypes, resultType);
  if (std::string problem = types.checkSize(type); !problem.empty())
    return error(fn, problem);
  FunctionType lowered = types.lower(cast<FunctionType>(type));
  if (regions.selfType)
    block->getArgument(0).setType(lowered);
  YieldOp::create(builder, locate(fn->body), results);

  insertAt(fn);
  OperationState state(locate(fn), FnOp::getOperationName());
  auto &properties = state.getOrAddProperties<FnOp::Properties>();
  properties.function_type = TypeAttr::get(lowered);
  if (regions.selfType)
    properties.recursive = builder.getUnitAttr();
  if (!fn->typeParams.empty())
    properties.type_params = builder.getStrArrayAttr(fn->typeParams);
  if (DictionaryAttr attrs = convertFunctionAttrs(context, fn->attrs))
    properties.relay_attrs = attrs;
  state.addTypes(lowered);
  state.addRegion(std::move(regions.regions.front()));
  Operation *op = builder.create(state);
  for (VarExpr *param : fn->params)
    unbind(param);
  if (failed(set(fn, type, op->getResults())))
    return failure();
  slot(fn).typeParams = fn->typeParams;
  if (VarExpr *var = functionVars.lookup(fn)) {
    recursiveFrames.erase(var);
    if (regions.selfType) {
      // Around the function the variable is the function as a value.
      bind(var, regions.outerDepth);
      slot(var) = slot(fn);
    }
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Branches
//===----------------------------------------------------------------------===//

/// Notes what a branch gives.
void FunctionBuilder::addBranch(Regions &regions, const Expr *body,
                                uint32_t scope) {
  builder.setInsertionPointToEnd(blocks[scope]);
  regions.types.push_back(
      getFlat(body, locate(body), regions.yields.emplace_back()));
}

/// One type for all branches, and their yields of it.
LogicalResult FunctionBuilder::finishBranches(Frame &frame, Location loc,
                                              SmallVectorImpl<Type> &flat,
                                              Type &type) {
  Regions &regions = *frame.regions;
  type = regions.types.front();
  for (Type other : ArrayRef<Type>(regions.types).drop_front()) {
    if (!types.unify(type, other))
      return error(frame.expr, "the branches differ in type: " +
                                   toString(types.resolve(type)) + " and " +
                                   toString(types.resolve(other)));
    type = join(type, other);
  }
  type = types.resolve(type);
  types.flatten(type, flat);
  for (auto [region, values, valueType] :
       llvm::zip_equal(regions.regions, regions.yields, regions.types)) {
    builder.setInsertionPointToEnd(&region->front());
    // Packed before its type was known.
    if (isa<TupleType>(type) && values.size() == 1 &&
        isa<UnknownType>(valueType)) {
      Value packed = values.front();
      values.clear();
      unpack(packed, type, loc, values);
    }
    for (auto [value, expected] : llvm::zip_equal(values, flat))
      value = coerce(value, expected, loc);
    YieldOp::create(builder, loc, values);
  }
  return success();
}

FunctionBuilder::Step FunctionBuilder::stepIf(Frame &frame, IfExpr *branch) {
  Regions &regions = frame.getRegions();
  size_t index = frames.size() - 1;
  if (frame.state == 0) {
    REQUEST(branch->cond, scopes.getHome(branch));
    frame.state = 1;
    Type expected = RankedTensorType::get({}, IntegerType::get(context, 1));
    if (!types.unify(expected, typeOf(branch->cond)) ||
        !slot(branch->cond).typeParams.empty()) {
      (void)error(branch, "the condition must be a bool, found a " +
                              toString(typeOf(branch->cond)));
      return Step::Fail;
    }
    openScope(regions, scopes.getInner(branch, 0));
  }
  for (unsigned i = frame.state - 1; i < 2; ++i) {
    uint32_t scope = scopes.getInner(branch, i);
    Expr *body = i == 0 ? branch->thenExpr : branch->elseExpr;
    REQUEST(body, scope);
    addBranch(regions, body, scope);
    ++frames[index].state;
    if (i == 0)
      openScope(regions, scopes.getInner(branch, 1));
  }
  SmallVector<Type> flat;
  Type type;
  Location loc = locate(branch);
  if (failed(finishBranches(frames[index], loc, flat, type)))
    return Step::Fail;
  insertAt(branch);
  OperationState state(loc, IfOp::getOperationName());
  state.addOperands(slot(branch->cond).values);
  state.addTypes(flat);
  for (auto &region : regions.regions)
    state.addRegion(std::move(region));
  Operation *op = builder.create(state);
  return succeeded(set(branch, type, op->getResults())) ? Step::Done
                                                        : Step::Fail;
}

FailureOr<Attribute> FunctionBuilder::bindPattern(MatchPattern *pattern,
                                                  Type type, Block *block,
                                                  uint32_t depth) {
  type = types.resolve(type);
  switch (pattern->kind) {
  case MatchPattern::Kind::Wildcard:
    return Attribute(builder.getUnitAttr());
  case MatchPattern::Kind::Var: {
    VarExpr *var = pattern->var;
    if (failed(checkAnnotation(var->type, type, var->pos,
                               "the variable '%" + var->var + "'")))
      return failure();
    Value value = block->addArgument(types.pack(type), locate(var));
    if (failed(set(var, type, {value}, /*packed=*/true)))
      return failure();
    bind(var, depth);
    return Attribute(builder.getStringAttr(var->var));
  }
  case MatchPattern::Kind::Constructor: {
    ConstructorDef *def = pattern->constructor;
    SmallVector<Type> args;
    for (size_t i = 0; i < def->type->params.size(); ++i)
      args.push_back(types.makeUnknown());
    if (!types.unify(AdtType::get(context, def->type->name, args), type))
      return diags.error(pattern->pos, "the pattern is of type '" +
                                           def->type->name + "', the value a " +
                                           toString(type));
    if (pattern->fields.size() != def->fields.size())
      return diags.error(pattern->pos, "the constructor '" + def->name +
                                           "' has " +
                                           Twine(def->fields.size()) +
                                           " fields, the pattern " +
                                           Twine(pattern->fields.size()));
    SmallVector<Attribute> parts{
        SymbolRefAttr::get(context, def->type->name,
                           {FlatSymbolRefAttr::get(context, def->name)})};
    for (auto [field, fieldType] :
         llvm::zip_equal(pattern->fields, def->fields)) {
      FailureOr<Attribute> part = bindPattern(
          field, types.substitute(fieldType, def->type->params, args), block,
          depth);
      if (failed(part))
        return failure();
      parts.push_back(*part);
    }
    return Attribute(builder.getArrayAttr(parts));
  }
  case MatchPattern::Kind::Tuple: {
    SmallVector<Type> fieldTypes;
    for (size_t i = 0; i < pattern->fields.size(); ++i)
      fieldTypes.push_back(types.makeUnknown());
    if (!types.unify(TupleType::get(context, fieldTypes), type))
      return diags.error(pattern->pos, "the pattern is a tuple of " +
                                           Twine(pattern->fields.size()) +
                                           ", the value a " + toString(type));
    SmallVector<Attribute> parts;
    for (auto [field, fieldType] :
         llvm::zip_equal(pattern->fields, fieldTypes)) {
      FailureOr<Attribute> part = bindPattern(field, fieldType, block, depth);
      if (failed(part))
        return failure();
      parts.push_back(*part);
    }
    return Attribute(builder.getArrayAttr(parts));
  }
  }
  return failure();
}

static void forEachVar(MatchPattern *pattern,
                       llvm::function_ref<void(VarExpr *)> visit) {
  if (pattern->var)
    visit(pattern->var);
  for (MatchPattern *field : pattern->fields)
    forEachVar(field, visit);
}

FunctionBuilder::Step FunctionBuilder::stepMatch(Frame &frame,
                                                 MatchExpr *match) {
  Regions &regions = frame.getRegions();
  size_t index = frames.size() - 1;
  if (match->clauses.empty()) {
    (void)error(match, "'match' needs a clause");
    return Step::Fail;
  }
  if (frame.state == 0)
    REQUEST(match->scrutinee, scopes.getHome(match));
  // One state to open a clause, one to build it.
  while (frames[index].state < 2 * match->clauses.size()) {
    unsigned i = frames[index].state / 2;
    const MatchExpr::Clause &clause = match->clauses[i];
    uint32_t scope = scopes.getInner(match, i);
    if (frames[index].state % 2 == 0) {
      openScope(regions, scope);
      FailureOr<Attribute> pattern =
          bindPattern(clause.pattern, typeOf(match->scrutinee), blocks[scope],
                      scopes.getDepth(scope));
      if (failed(pattern))
        return Step::Fail;
      regions.patterns.push_back(*pattern);
      ++frames[index].state;
    }
    REQUEST(clause.body, scope);
    addBranch(regions, clause.body, scope);
    forEachVar(clause.pattern, [&](VarExpr *var) { unbind(var); });
    ++frames[index].state;
  }
  SmallVector<Type> flat;
  Type type;
  Location loc = locate(match);
  if (failed(finishBranches(frames[index], loc, flat, type)))
    return Step::Fail;
  insertAt(match);
  OperationState state(loc, MatchOp::getOperationName());
  auto &properties = state.getOrAddProperties<MatchOp::Properties>();
  properties.patterns = builder.getArrayAttr(regions.patterns);
  if (!match->complete)
    properties.partial = builder.getUnitAttr();
  state.addOperands(getPacked(match->scrutinee, loc));
  state.addTypes(flat);
  for (auto &region : regions.regions)
    state.addRegion(std::move(region));
  Operation *op = builder.create(state);
  return succeeded(set(match, type, op->getResults())) ? Step::Done
                                                       : Step::Fail;
}
