//===- ModuleBuilder.cpp - A program to a module --------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ModuleBuilder.h"
#include "AttrConversion.h"
#include "FunctionBuilder.h"
#include "Params.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/AttrTypeSubElements.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace dsp;
using namespace dsp::relay;

namespace {

class ModuleBuilder {
public:
  ModuleBuilder(Program &program, const ImportOptions &options,
                std::shared_ptr<ParamFile> params, FileDiagnostics &diags)
      : program(program), options(options), params(std::move(params)),
        diags(diags), context(diags.getContext()), builder(context),
        types(context, program), functions(program, types, diags, signatures) {}

  OwningOpRef<ModuleOp> build();

private:
  struct Function {
    const Program::Global *global;
    func::FuncOp op;
    bool isBuilt = false;
  };

  void buildTypeDef(TypeDef *def);
  /// What is known of a function before its body is built.
  LogicalResult declare(const Program::Global &global);
  LogicalResult orderFunctions();
  LogicalResult buildFunction(Function &function);
  LogicalResult resolveTypes();

  /// For every parameter of the entry the entry of the parameter file that is
  /// its value, or null.
  LogicalResult matchParams(const Program::Global &entry);
  std::string explainSurplus(const ParamFile::Entry &param,
                             ArrayRef<VarExpr *> vars);
  LogicalResult checkUnbound(const Program::Global &entry);
  FailureOr<Value> buildParam(VarExpr *var, const ParamFile::Entry &entry);

  Program &program;
  const ImportOptions &options;
  std::shared_ptr<ParamFile> params;
  FileDiagnostics &diags;
  MLIRContext *context;
  OpBuilder builder;
  TypeSolver types;
  llvm::StringMap<GlobalSignature> signatures;
  FunctionBuilder functions;
  OwningOpRef<ModuleOp> module;
  SmallVector<Function> built;
  /// Indices of `built`, callees whose results' types are open first.
  SmallVector<unsigned> order;
  SmallVector<const ParamFile::Entry *> bound;
};

} // namespace

//===----------------------------------------------------------------------===//
// Parameters
//===----------------------------------------------------------------------===//

/// What may be wrong where nothing takes `param`.
std::string ModuleBuilder::explainSurplus(const ParamFile::Entry &param,
                                          ArrayRef<VarExpr *> vars) {
  llvm::StringSet<> given;
  for (const ParamFile::Entry &entry : params->getEntries())
    given.insert(mangleVarName(entry.name));
  SmallVector<StringRef> unbound;
  for (VarExpr *var : vars)
    if (!given.contains(mangleVarName(var->var)))
      unbound.push_back(var->var);
  return suggestName(
      param.name, unbound,
      listNames("arguments without a parameter", unbound) +
          "; TVM's importers keep parameters that the model does not use: save "
          "those of mod['main'].params only");
}

LogicalResult ModuleBuilder::matchParams(const Program::Global &entry) {
  ArrayRef<VarExpr *> vars = entry.function->params;
  bound.assign(vars.size(), nullptr);
  if (!params)
    return success();
  llvm::StringMap<unsigned> exact, mangled;
  for (auto [i, var] : llvm::enumerate(vars)) {
    exact.try_emplace(var->var, i);
    mangled.try_emplace(mangleVarName(var->var), i);
  }
  for (const ParamFile::Entry &param : params->getEntries()) {
    auto found = exact.find(param.name);
    if (found == exact.end()) {
      // Text has TVM's changed names, the parameter file the real ones.
      found = mangled.find(mangleVarName(param.name));
      if (found == mangled.end())
        return diags.error(entry.pos,
                           "the parameter '" + param.name + "' of '" +
                               options.paramsFile + "' is no argument of '@" +
                               entry.name + "'",
                           explainSurplus(param, vars));
    }
    const ParamFile::Entry *&slot = bound[found->second];
    if (slot)
      return diags.error(vars[found->second]->pos,
                         "both parameters '" + slot->name + "' and '" +
                             param.name + "' bind to the argument '%" +
                             vars[found->second]->var + "'");
    slot = &param;
  }
  return checkUnbound(entry);
}

/// A name without the digits that number a series.
static std::string getStem(StringRef name) {
  std::string stem;
  for (char c : name)
    if (!llvm::isDigit(c))
      stem += c;
  return stem;
}

/// Whether only a weight has such a name.
static bool isWeightName(StringRef name) {
  for (StringRef suffix :
       {"_weight", "_bias", "_gamma", "_beta", "_moving_mean", "_moving_var",
        "_running_mean", "_running_var", ".weight", ".bias"})
    if (name.ends_with(suffix))
      return true;
  // TVM's TFLite importer: _param_1, v_param_1 in text.
  name.consume_front("v");
  return name.consume_front("_param_") && llvm::all_of(name, llvm::isDigit);
}

/// Arguments that no parameter binds to are the model's inputs. TVM runs with
/// garbage where a weight is missing; here one that by its name can only be a
/// weight is an error.
LogicalResult ModuleBuilder::checkUnbound(const Program::Global &entry) {
  ArrayRef<VarExpr *> vars = entry.function->params;
  llvm::StringMap<StringRef> stems;
  for (auto [var, param] : llvm::zip_equal(vars, bound)) {
    std::string stem = getStem(var->var);
    // A few letters tell a series from names that are mere numbers.
    if (param && stem.size() != var->var.size() &&
        llvm::count_if(stem, llvm::isAlpha) >= 4)
      stems.try_emplace(stem, var->var);
  }
  for (auto [var, param] : llvm::zip_equal(vars, bound)) {
    if (param)
      continue;
    auto series = stems.find(getStem(var->var));
    if (series == stems.end() && !isWeightName(var->var))
      continue;
    std::string note =
        series == stems.end()
            ? "by its name it is a weight; the parameter file must hold it"
            : ("'%" + series->second +
               "', named alike, is a weight; the parameter file must hold "
               "all of them")
                  .str();
    return diags.error(var->pos,
                       "the weight '%" + var->var + "' of '@" + entry.name +
                           "' has no value in '" + options.paramsFile + "'",
                       note);
  }
  return success();
}

FailureOr<Value> ModuleBuilder::buildParam(VarExpr *var,
                                           const ParamFile::Entry &entry) {
  std::string problem;
  FailureOr<ElementsAttr> elements =
      makeElements(entry.array, entry.name, params, problem);
  if (failed(elements))
    return diags.error(var->pos, "parameter '" + entry.name + "' of '" +
                                     options.paramsFile + "': " + problem);
  if (var->type && !types.unify(var->type, entry.array.type))
    return diags.error(var->pos, "the argument '%" + var->var + "' is a " +
                                     toString(var->type) + ", the parameter '" +
                                     entry.name + "' of '" +
                                     options.paramsFile + "' a " +
                                     toString(entry.array.type));
  return Value(ConstantOp::create(builder, functions.locate(var), *elements,
                                  builder.getStringAttr(entry.name)));
}

//===----------------------------------------------------------------------===//
// Definitions
//===----------------------------------------------------------------------===//

void ModuleBuilder::buildTypeDef(TypeDef *def) {
  Location loc = diags.locate(def->pos);
  auto op =
      AdtDefOp::create(builder, loc, def->name,
                       builder.getStrArrayAttr(def->params), def->isExtern);
  OpBuilder::InsertionGuard guard(builder);
  builder.createBlock(&op.getBody());
  for (ConstructorDef *constructor : def->constructors) {
    SmallVector<Type> fields;
    for (Type field : constructor->fields)
      fields.push_back(types.pack(field));
    ConstructorDefOp::create(builder, diags.locate(constructor->pos),
                             constructor->name,
                             builder.getTypeArrayAttr(fields));
  }
}

/// Whether a type knows all of its dimensions.
static bool isStatic(Type type) {
  return !type.walk([](RankedTensorType tensor) {
                return tensor.hasStaticShape() ? WalkResult::advance()
                                               : WalkResult::interrupt();
              })
              .wasInterrupted();
}

LogicalResult ModuleBuilder::declare(const Program::Global &global) {
  FunctionExpr *fn = global.function;
  SmallVector<Type> inputs;
  for (VarExpr *var : fn->params) {
    if (!var->type && !program.isLoneExpr)
      return diags.error(var->pos,
                         "the type of the parameter '%" + var->var + "' of '@" +
                             global.name + "' is missing",
                         "for example %" + var->var +
                             ": Tensor[(1, 3), float32]");
    inputs.push_back(var->type ? var->type : types.makeUnknown());
  }
  Type result = fn->resultType ? fn->resultType : types.makeUnknown();
  GlobalSignature &signature = signatures[global.name];
  signature.type = FunctionType::get(context, inputs, result);
  signature.typeParams = fn->typeParams;
  return success();
}

/// A caller needs the type of what it calls: a function whose result is not
/// declared, or only in part, is built before its callers.
LogicalResult ModuleBuilder::orderFunctions() {
  llvm::StringMap<unsigned> open;
  for (auto [i, function] : llvm::enumerate(built)) {
    Type declared = function.global->function->resultType;
    if (!declared || !isStatic(declared))
      open.try_emplace(function.global->name, i);
  }
  std::vector<SmallVector<unsigned>> callees(built.size());
  if (!open.empty())
    for (auto [i, function] : llvm::enumerate(built)) {
      if (failed(functions.analyze(function.global->function)))
        return failure();
      for (Expr *expr : functions.getExprs())
        if (auto *global = dyn_cast<GlobalExpr>(expr)) {
          auto callee = open.find(global->symbol);
          if (callee != open.end())
            callees[i].push_back(callee->second);
        }
    }
  std::vector<uint8_t> seen(built.size());
  for (unsigned root = 0; root < built.size(); ++root) {
    SmallVector<std::pair<unsigned, unsigned>> stack;
    if (!seen[root])
      stack.push_back({root, 0});
    seen[root] = true;
    while (!stack.empty()) {
      auto &[function, next] = stack.back();
      if (next == callees[function].size()) {
        order.push_back(function);
        stack.pop_back();
        continue;
      }
      unsigned callee = callees[function][next++];
      if (!seen[callee]) {
        seen[callee] = true;
        stack.push_back({callee, 0});
      }
    }
  }
  return success();
}

/// The names that TVM gives a function's results.
static SmallVector<StringRef> getOutputNames(const FunctionExpr *fn) {
  SmallVector<StringRef> names;
  for (const AttrField &field : fn->attrs)
    if (field.name == "output_tensor_names" &&
        field.value.kind == AttrValue::Kind::List)
      for (const AttrValue &name : field.value.list)
        names.push_back(name.string);
  return names;
}

LogicalResult ModuleBuilder::buildFunction(Function &function) {
  const Program::Global &global = *function.global;
  FunctionExpr *fn = global.function;
  if (failed(functions.analyze(fn)))
    return failure();
  bool isEntry = global.name == options.entry;
  if (isEntry && failed(matchParams(global)))
    return failure();

  auto block = std::make_unique<Block>();
  builder.setInsertionPointToEnd(block.get());
  GlobalSignature &signature = signatures[global.name];
  SmallVector<Type> paramTypes(signature.type.getInputs());
  FunctionBuilder::ParamValues values(fn->params.size());
  SmallVector<NamedAttrList> argAttrs;
  for (auto [i, var] : llvm::enumerate(fn->params)) {
    if (isEntry && bound[i]) {
      FailureOr<Value> value = buildParam(var, *bound[i]);
      if (failed(value))
        return failure();
      paramTypes[i] = value->getType();
      values[i].push_back(*value);
      continue;
    }
    SmallVector<Type> flat;
    types.flatten(paramTypes[i], flat);
    bool isTuple = isa<TupleType>(paramTypes[i]);
    for (auto [k, type] : llvm::enumerate(flat)) {
      values[i].push_back(block->addArgument(type, functions.locate(var)));
      std::string name = var->var.str();
      if (isTuple)
        name += "." + std::to_string(k);
      argAttrs.emplace_back();
      argAttrs.back().set("relay.name", builder.getStringAttr(name));
    }
  }

  SmallVector<Value> results;
  Type resultType;
  LogicalResult made =
      functions.build(fn, block.get(), paramTypes, values, results, resultType);
  if (failed(made)) {
    block->dropAllReferences();
    return failure();
  }
  Type declared = fn->resultType;
  Type assumed = signature.type.getResult(0);
  if (!types.unify(assumed, resultType)) {
    std::string message = ("'@" + global.name + "' is declared to give a " +
                           toString(types.resolve(assumed)) + " but gives a " +
                           toString(resultType))
                              .str();
    block->dropAllReferences();
    return diags.error(global.pos, message);
  }
  resultType = types.resolve(resultType);
  // What the body says is more exact than an annotation with `?`; callers were
  // not built before, if they are not part of a recursion.
  signature.type = FunctionType::get(
      context, signature.type.getInputs(),
      declared && isStatic(declared) ? types.resolve(declared) : resultType);
  func::ReturnOp::create(builder, functions.locate(fn->body), results);

  SmallVector<Type> resultTypes;
  for (Value result : results)
    resultTypes.push_back(result.getType());
  function.op.setFunctionType(FunctionType::get(
      context, SmallVector<Type>(block->getArgumentTypes()), resultTypes));
  function.op.getBody().push_back(block.release());
  // All at once: each change makes a new list.
  SmallVector<DictionaryAttr> argDictionaries;
  for (NamedAttrList &attrs : argAttrs)
    argDictionaries.push_back(attrs.getDictionary(context));
  function.op.setAllArgAttrs(argDictionaries);
  SmallVector<StringRef> names = getOutputNames(fn);
  if (names.size() == results.size())
    for (auto [i, name] : llvm::enumerate(names))
      function.op.setResultAttr(i, "relay.name", builder.getStringAttr(name));
  if (DictionaryAttr attrs = convertFunctionAttrs(context, fn->attrs))
    function.op->setAttr("relay.attrs", attrs);
  if (!fn->typeParams.empty())
    function.op->setAttr("relay.type_params",
                         builder.getStrArrayAttr(fn->typeParams));
  return success();
}

//===----------------------------------------------------------------------===//
// The module
//===----------------------------------------------------------------------===//

/// Puts the types that were found in the place of unknown ones.
LogicalResult ModuleBuilder::resolveTypes() {
  if (!types.hasUnknowns())
    return success();
  AttrTypeReplacer replacer;
  replacer.addReplacement([&](UnknownType type) -> Type {
    Type found = types.resolve(type);
    return found == type ? found : types.pack(found);
  });
  replacer.recursivelyReplaceElementsIn(*module, /*replaceAttrs=*/true,
                                        /*replaceLocs=*/false,
                                        /*replaceTypes=*/true);
  if (program.isLoneExpr)
    return success();
  WalkResult walk = module->walk([&](Operation *op) {
    for (Type type : op->getResultTypes())
      if (type.walk([](UnknownType) { return WalkResult::interrupt(); })
              .wasInterrupted()) {
        (void)diags.error(op->getLoc(),
                          "the type of the expression cannot be inferred",
                          "an annotation would say it: let %x: T = ...");
        return WalkResult::interrupt();
      }
    return WalkResult::advance();
  });
  return failure(walk.wasInterrupted());
}

OwningOpRef<ModuleOp> ModuleBuilder::build() {
  module = ModuleOp::create(diags.locate({1, 1}));
  builder.setInsertionPointToEnd(module->getBody());
  for (TypeDef *def : program.types)
    buildTypeDef(def);
  for (const Program::Global &global : program.globals) {
    if (failed(declare(global)))
      return nullptr;
    auto op =
        func::FuncOp::create(builder, diags.locate(global.pos), global.name,
                             builder.getFunctionType({}, {}));
    built.push_back({&global, op});
  }
  if (params && !signatures.contains(options.entry)) {
    (void)diags.error(SourcePos{1, 1}, "the model has no function '@" +
                                           options.entry +
                                           "' to take the parameters of '" +
                                           options.paramsFile + "'");
    return nullptr;
  }
  if (failed(orderFunctions()))
    return nullptr;
  for (unsigned index : order)
    if (failed(buildFunction(built[index])))
      return nullptr;
  if (failed(resolveTypes()))
    return nullptr;
  return std::move(module);
}

OwningOpRef<ModuleOp> dsp::relay::buildModule(Program &program,
                                              const ImportOptions &options,
                                              std::shared_ptr<ParamFile> params,
                                              FileDiagnostics &diags) {
  return ModuleBuilder(program, options, std::move(params), diags).build();
}
