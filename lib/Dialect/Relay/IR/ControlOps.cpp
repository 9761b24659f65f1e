//===- ControlOps.cpp - Functions, branches, data types -------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "mlir/IR/DialectImplementation.h"
#include "mlir/Transforms/InliningUtils.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

//===----------------------------------------------------------------------===//
// Assembly
//===----------------------------------------------------------------------===//

/// The callee's type says all types of a call.
static ParseResult parseCallTypes(OpAsmParser &parser, Type calleeType,
                                  SmallVectorImpl<Type> &args,
                                  SmallVectorImpl<Type> &results) {
  auto type = llvm::dyn_cast<FunctionType>(calleeType);
  if (!type)
    return parser.emitError(parser.getNameLoc())
           << "expected a function type, found " << calleeType;
  llvm::append_range(args, type.getInputs());
  llvm::append_range(results, type.getResults());
  return success();
}

static void printCallTypes(OpAsmPrinter &, Operation *, Type, TypeRange,
                           TypeRange) {}

#define GET_TYPEDEF_CLASSES
#include "dsp/Dialect/Relay/IR/RelayTypes.cpp.inc"

#define GET_OP_CLASSES
#include "dsp/Dialect/Relay/IR/ControlOps.cpp.inc"

namespace dsp::relay {

//===----------------------------------------------------------------------===//
// The dialect's part
//===----------------------------------------------------------------------===//

namespace {
/// All ops can be inlined; a recursive function cannot go away by it.
struct RelayInlinerInterface : DialectInlinerInterface {
  using DialectInlinerInterface::DialectInlinerInterface;

  bool isLegalToInline(Operation *, Operation *callable, bool) const final {
    auto fn = dyn_cast<FnOp>(callable);
    return !fn || !fn.getRecursive();
  }
  bool isLegalToInline(Region *, Region *, bool, IRMapping &) const final {
    return true;
  }
  bool isLegalToInline(Operation *, Region *, bool, IRMapping &) const final {
    return true;
  }
  void handleTerminator(Operation *op, ValueRange results) const final {
    for (auto [result, value] : llvm::zip_equal(results, op->getOperands()))
      result.replaceAllUsesWith(value);
  }
};
} // namespace

void RelayDialect::registerControlOps() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "dsp/Dialect/Relay/IR/RelayTypes.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "dsp/Dialect/Relay/IR/ControlOps.cpp.inc"
      >();
  addInterfaces<RelayInlinerInterface>();
}

/// Whether `region` yields values of `types`.
static LogicalResult verifyYields(Operation *op, Region &region,
                                  TypeRange types) {
  auto yield = dyn_cast<YieldOp>(region.front().getTerminator());
  if (!yield)
    return op->emitOpError("a region must end in 'relay.yield'");
  if (yield.getOperandTypes() == types)
    return success();
  InFlightDiagnostic diag = op->emitOpError("gives values of types (")
                            << types << ") but a region yields ("
                            << TypeRange(yield.getOperandTypes()) << ")";
  diag.attachNote(yield.getLoc()) << "yielded here";
  return diag;
}

//===----------------------------------------------------------------------===//
// FnOp
//===----------------------------------------------------------------------===//

ParseResult FnOp::parse(OpAsmParser &parser, OperationState &result) {
  Properties &props = result.getOrAddProperties<Properties>();
  Builder &builder = parser.getBuilder();
  if (succeeded(parser.parseOptionalKeyword("recursive")))
    props.recursive = builder.getUnitAttr();
  ArrayAttr typeParams;
  OptionalParseResult hasTypeParams = parser.parseOptionalAttribute(typeParams);
  if (hasTypeParams.has_value()) {
    if (failed(*hasTypeParams))
      return failure();
    props.type_params = typeParams;
  }
  SmallVector<OpAsmParser::Argument> args;
  SmallVector<Type> results;
  SMLoc argsLoc = parser.getCurrentLocation();
  if (parser.parseArgumentList(args, AsmParser::Delimiter::Paren,
                               /*allowType=*/true) ||
      parser.parseOptionalArrowTypeList(results))
    return failure();
  if (succeeded(parser.parseOptionalKeyword("attrs"))) {
    DictionaryAttr attrs;
    if (parser.parseAttribute(attrs))
      return failure();
    props.relay_attrs = attrs;
  }
  if (parser.parseOptionalAttrDictWithKeyword(result.attributes) ||
      parser.parseRegion(*result.addRegion(), args))
    return failure();
  SmallVector<Type> inputs;
  for (const OpAsmParser::Argument &arg : args)
    inputs.push_back(arg.type);
  if (props.recursive) {
    if (inputs.empty())
      return parser.emitError(argsLoc, "expected the function's own value as "
                                       "the first argument");
    inputs.erase(inputs.begin());
  }
  FunctionType type = builder.getFunctionType(inputs, results);
  props.function_type = TypeAttr::get(type);
  result.addTypes(type);
  return success();
}

void FnOp::print(OpAsmPrinter &p) {
  if (getRecursive())
    p << " recursive";
  if (ArrayAttr params = getTypeParamsAttr())
    p << ' ' << params;
  p << '(';
  llvm::interleaveComma(getBody().getArguments(), p,
                        [&](BlockArgument arg) { p.printRegionArgument(arg); });
  p << ')';
  p.printOptionalArrowTypeList(getFunctionType().getResults());
  if (DictionaryAttr attrs = getRelayAttrsAttr())
    p << " attrs " << attrs;
  p.printOptionalAttrDictWithKeyword(
      (*this)->getAttrs(), {getFunctionTypeAttrName(), getRecursiveAttrName(),
                            getTypeParamsAttrName(), getRelayAttrsAttrName()});
  p << ' ';
  p.printRegion(getBody(), /*printEntryBlockArgs=*/false);
}

LogicalResult FnOp::verify() {
  if (getResult().getType() != getFunctionType())
    return emitOpError("is of type ")
           << getResult().getType() << ", not of its function type "
           << getFunctionType();
  return success();
}

LogicalResult FnOp::verifyRegions() {
  SmallVector<Type> inputs(getFunctionType().getInputs());
  if (getRecursive())
    inputs.insert(inputs.begin(), getFunctionType());
  if (TypeRange(getBody().getArgumentTypes()) != TypeRange(inputs))
    return emitOpError("the body's arguments are not of the function's types");
  return verifyYields(*this, getBody(), getFunctionType().getResults());
}

//===----------------------------------------------------------------------===//
// CallOp
//===----------------------------------------------------------------------===//

LogicalResult CallOp::verify() {
  auto type = cast<FunctionType>(getCallee().getType());
  if (TypeRange(getArgs().getTypes()) != TypeRange(type.getInputs()) ||
      TypeRange(getResultTypes()) != TypeRange(type.getResults()))
    return emitOpError("has not the types of its callee, ") << type;
  return success();
}

//===----------------------------------------------------------------------===//
// IfOp, MatchOp
//===----------------------------------------------------------------------===//

LogicalResult IfOp::verify() {
  auto type = dyn_cast<RankedTensorType>(getCondition().getType());
  if (isa<UnknownType>(getCondition().getType()) ||
      (type && type.getRank() == 0 && type.getElementType().isInteger(1)))
    return success();
  return emitOpError("the condition must be a boolean scalar, found ")
         << getCondition().getType();
}

LogicalResult IfOp::verifyRegions() {
  for (Region *region : {&getThenRegion(), &getElseRegion()})
    if (failed(verifyYields(*this, *region, getResultTypes())))
      return failure();
  return success();
}

/// The number of variables of a pattern; failure if it is no pattern.
static FailureOr<unsigned> countVars(Attribute pattern) {
  if (isa<UnitAttr>(pattern))
    return 0u;
  if (isa<StringAttr>(pattern))
    return 1u;
  auto list = dyn_cast<ArrayAttr>(pattern);
  if (!list)
    return failure();
  unsigned count = 0;
  for (auto [i, field] : llvm::enumerate(list)) {
    if (i == 0 && isa<SymbolRefAttr>(field))
      continue;
    FailureOr<unsigned> vars = countVars(field);
    if (failed(vars))
      return failure();
    count += *vars;
  }
  return count;
}

LogicalResult MatchOp::verify() {
  if (getPatterns().size() != getClauses().size())
    return emitOpError("has ") << getPatterns().size() << " patterns for "
                               << getClauses().size() << " clauses";
  return success();
}

LogicalResult MatchOp::verifyRegions() {
  for (auto [pattern, clause] : llvm::zip_equal(getPatterns(), getClauses())) {
    FailureOr<unsigned> vars = countVars(pattern);
    if (failed(vars))
      return emitOpError("has an invalid pattern: ") << pattern;
    if (clause.getNumArguments() != *vars)
      return emitOpError("the pattern ")
             << pattern << " has " << *vars << " variables, its clause "
             << clause.getNumArguments() << " arguments";
    if (failed(verifyYields(*this, clause, getResultTypes())))
      return failure();
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Tuples
//===----------------------------------------------------------------------===//

LogicalResult TupleOp::verify() {
  if (cast<TupleType>(getType()).getTypes() != getFields().getTypes())
    return emitOpError("the fields are not of the tuple's types");
  return success();
}

LogicalResult TupleGetItemOp::verify() {
  auto type = cast<TupleType>(getTuple().getType());
  if (getIndex() >= type.size())
    return emitOpError("index ") << getIndex() << " is out of range of a tuple "
                                 << "of " << type.size() << " fields";
  if (type.getType(getIndex()) != getType())
    return emitOpError("is not of the field's type, ")
           << type.getType(getIndex());
  return success();
}

OpFoldResult TupleGetItemOp::fold(FoldAdaptor) {
  if (auto tuple = getTuple().getDefiningOp<TupleOp>())
    return tuple.getFields()[getIndex()];
  return {};
}

} // namespace dsp::relay
