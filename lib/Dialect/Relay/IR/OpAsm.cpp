//===- OpAsm.cpp - The operators' assembly form ---------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/IR/OpAsm.h"
#include "dsp/Dialect/Relay/IR/OpSchema.h"

#include <charconv>
#include <cmath>

using namespace mlir;

namespace dsp::relay {

//===----------------------------------------------------------------------===//
// Parsing
//===----------------------------------------------------------------------===//

/// The schema of the attribute `name` of the op with the MLIR name `opName`.
static const AttrSchema *lookupAttr(OperationName opName, StringRef name) {
  const OpSchema *schema = lookupOpSchema(opName.stripDialect());
  if (!schema)
    return nullptr;
  for (const AttrSchema &attr : schema->attrs)
    if (attr.name == name)
      return &attr;
  return nullptr;
}

/// `[1, 2]` or `[[1, 2], [3, 4]]` as the dense array of `kind`; null if it is
/// nothing of that kind.
static Attribute convertList(ArrayAttr list, AttrKind kind) {
  MLIRContext *context = list.getContext();
  if (kind == AttrKind::Floats) {
    SmallVector<double> values;
    for (Attribute element : list) {
      auto value = dyn_cast<FloatAttr>(element);
      if (!value)
        return nullptr;
      values.push_back(value.getValueAsDouble());
    }
    return DenseF64ArrayAttr::get(context, values);
  }

  SmallVector<int64_t> values;
  auto append = [&](Attribute element) {
    auto value = dyn_cast<IntegerAttr>(element);
    if (!value || !value.getType().isSignlessInteger(64))
      return false;
    values.push_back(value.getInt());
    return true;
  };
  for (Attribute element : list) {
    if (kind == AttrKind::IntPairs) {
      auto pair = dyn_cast<ArrayAttr>(element);
      if (!pair || pair.size() != 2 || !append(pair[0]) || !append(pair[1]))
        return nullptr;
    } else if (!append(element)) {
      return nullptr;
    }
  }
  return DenseI64ArrayAttr::get(context, values);
}

ParseResult parseOperator(OpAsmParser &parser, OperationState &result) {
  SmallVector<OpAsmParser::UnresolvedOperand> operands;
  FunctionType type;
  SMLoc operandsLoc = parser.getCurrentLocation();
  if (parser.parseOperandList(operands))
    return failure();
  SMLoc attrsLoc = parser.getCurrentLocation();
  if (parser.parseOptionalAttrDict(result.attributes))
    return failure();

  for (NamedAttribute &attr : result.attributes) {
    auto list = dyn_cast<ArrayAttr>(attr.getValue());
    const AttrSchema *schema =
        list ? lookupAttr(result.name, attr.getName()) : nullptr;
    if (!schema)
      continue;
    bool isList =
        schema->kind == AttrKind::Ints || schema->kind == AttrKind::IntOrInts ||
        schema->kind == AttrKind::IntPairs || schema->kind == AttrKind::Floats;
    Attribute converted = isList ? convertList(list, schema->kind) : nullptr;
    if (!converted)
      return parser.emitError(attrsLoc)
             << "attribute '" << attr.getName().getValue() << "' is " << list
             << ", expected " << describeAttrKind(schema->kind);
    attr.setValue(converted);
  }
  if (parser.parseColonType(type))
    return failure();
  result.addTypes(type.getResults());
  return parser.resolveOperands(operands, type.getInputs(), operandsLoc,
                                result.operands);
}

//===----------------------------------------------------------------------===//
// Printing
//===----------------------------------------------------------------------===//

/// The shortest digits that read back to the same bits, as a float literal:
/// that has a point.
static void printFloat(raw_ostream &os, double value) {
  char buffer[32];
  char *end = std::to_chars(std::begin(buffer), std::end(buffer), value).ptr;
  StringRef text(buffer, end - buffer);
  size_t exponent = std::min(text.find('e'), text.size());
  os << text.take_front(exponent);
  if (!text.contains('.'))
    os << ".0";
  os << text.drop_front(exponent);
}

static void printAttr(OpAsmPrinter &printer, Attribute attr, bool isPairs) {
  raw_ostream &os = printer.getStream();
  if (auto ints = dyn_cast<DenseI64ArrayAttr>(attr)) {
    os << '[';
    for (auto [index, value] : llvm::enumerate(ints.asArrayRef())) {
      if (index != 0)
        os << ", ";
      if (isPairs && index % 2 == 0)
        os << '[';
      os << value;
      if (isPairs && index % 2 == 1)
        os << ']';
    }
    os << ']';
  } else if (auto floats = dyn_cast<DenseF64ArrayAttr>(attr);
             floats && llvm::all_of(floats.asArrayRef(), [](double value) {
               return std::isfinite(value);
             })) {
    os << '[';
    llvm::interleaveComma(floats.asArrayRef(), os,
                          [&](double value) { printFloat(os, value); });
    os << ']';
  } else if (auto integer = dyn_cast<IntegerAttr>(attr);
             integer && integer.getType().isSignlessInteger(64)) {
    os << integer.getInt();
  } else if (auto number = dyn_cast<FloatAttr>(attr);
             number && number.getType().isF64() &&
             std::isfinite(number.getValueAsDouble())) {
    printFloat(os, number.getValueAsDouble());
  } else {
    printer.printAttribute(attr);
  }
}

void printOperator(OpAsmPrinter &printer, Operation *op,
                   DictionaryAttr defaults) {
  if (op->getNumOperands() != 0)
    printer << ' ' << op->getOperands();

  raw_ostream &os = printer.getStream();
  bool isFirst = true;
  for (NamedAttribute attr : op->getAttrs()) {
    StringAttr name = attr.getName();
    if (defaults && defaults.get(name) == attr.getValue())
      continue;
    os << (isFirst ? " {" : ", ");
    isFirst = false;
    printer.printKeywordOrString(name);
    os << " = ";
    const AttrSchema *schema = lookupAttr(op->getName(), name);
    printAttr(printer, attr.getValue(),
              schema && schema->kind == AttrKind::IntPairs);
  }
  if (!isFirst)
    os << '}';
  printer << " : ";
  printer.printFunctionalType(op);
}

} // namespace dsp::relay
