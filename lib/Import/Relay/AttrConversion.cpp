//===- AttrConversion.cpp - Attributes of calls and functions -------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AttrConversion.h"
#include "mlir/IR/Builders.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace dsp;
using namespace dsp::relay;
using Kind = AttrValue::Kind;

/// What a value is, for messages.
static std::string describe(const AttrValue &value) {
  switch (value.kind) {
  case Kind::None:
    return "None";
  case Kind::Bool:
    return value.integer ? "True" : "False";
  case Kind::Int:
    return std::to_string(value.integer);
  case Kind::Float:
    return std::to_string(value.number);
  case Kind::String:
    return ("\"" + value.string + "\"").str();
  case Kind::List:
    return "a list of " + std::to_string(value.list.size());
  case Kind::Opaque:
    return ("an object of type '" + value.string + "'").str();
  }
  return "";
}

static bool getInts(const AttrValue &value, SmallVectorImpl<int64_t> &ints) {
  if (value.kind == Kind::Int) {
    ints.push_back(value.integer);
    return true;
  }
  if (value.kind != Kind::List)
    return false;
  for (const AttrValue &element : value.list) {
    if (element.kind != Kind::Int)
      return false;
    ints.push_back(element.integer);
  }
  return true;
}

static bool getPairs(const AttrValue &value, SmallVectorImpl<int64_t> &ints) {
  if (value.kind != Kind::List)
    return false;
  for (const AttrValue &pair : value.list) {
    size_t size = ints.size();
    if (pair.kind != Kind::List || !getInts(pair, ints) ||
        ints.size() != size + 2)
      return false;
  }
  return true;
}

static bool getNumber(const AttrValue &value, double &number) {
  if (value.kind == Kind::Int)
    number = value.integer;
  else if (value.kind == Kind::Float)
    number = value.number;
  else
    return false;
  return true;
}

/// Null if `value` is not what the field takes.
static Attribute convert(const AttrSchema &schema, const AttrValue &value,
                         Builder builder) {
  SmallVector<int64_t> ints;
  switch (schema.kind) {
  case AttrKind::Bool:
    if (value.kind == Kind::Bool ||
        (value.kind == Kind::Int && (value.integer == 0 || value.integer == 1)))
      return builder.getBoolAttr(value.integer);
    return nullptr;
  case AttrKind::Int:
    if (value.kind == Kind::Int || value.kind == Kind::Bool)
      return builder.getI64IntegerAttr(value.integer);
    return nullptr;
  case AttrKind::Float: {
    double number;
    return getNumber(value, number) ? builder.getF64FloatAttr(number)
                                    : Attribute();
  }
  case AttrKind::String:
    return value.kind == Kind::String ? builder.getStringAttr(value.string)
                                      : Attribute();
  case AttrKind::DType: {
    if (value.kind != Kind::String)
      return nullptr;
    // How TVM prints a type that is left open.
    StringRef name = value.string == "void" ? "" : value.string;
    if (!name.empty() && !parseElementType(builder.getContext(), name))
      return nullptr;
    return builder.getStringAttr(name);
  }
  case AttrKind::Ints:
    return getInts(value, ints) ? builder.getDenseI64ArrayAttr(ints)
                                : Attribute();
  case AttrKind::IntPairs:
    return getPairs(value, ints) ? builder.getDenseI64ArrayAttr(ints)
                                 : Attribute();
  case AttrKind::IntOrInts:
    if (value.kind == Kind::Int)
      return builder.getI64IntegerAttr(value.integer);
    return getInts(value, ints) ? builder.getDenseI64ArrayAttr(ints)
                                : Attribute();
  case AttrKind::Floats: {
    if (value.kind != Kind::List)
      return nullptr;
    SmallVector<double> numbers(value.list.size());
    for (auto [element, number] : llvm::zip_equal(value.list, numbers))
      if (!getNumber(element, number))
        return nullptr;
    return builder.getDenseF64ArrayAttr(numbers);
  }
  }
  return nullptr;
}

/// A value of that kind as text has it.
static StringRef getExample(AttrKind kind) {
  switch (kind) {
  case AttrKind::Bool:
    return "True";
  case AttrKind::Int:
    return "1";
  case AttrKind::Float:
    return "0.5f";
  case AttrKind::String:
    return "\"NCHW\"";
  case AttrKind::DType:
    return "\"float32\"";
  case AttrKind::Ints:
  case AttrKind::IntOrInts:
    return "[1, 1]";
  case AttrKind::IntPairs:
    return "[[0, 0], [1, 1]]";
  case AttrKind::Floats:
    return "[1f, 1f]";
  }
  return "";
}

LogicalResult
dsp::relay::convertCallAttrs(const OpSchema &schema, ArrayRef<AttrField> fields,
                             FileDiagnostics &diags,
                             SmallVectorImpl<NamedAttribute> &attrs) {
  Builder builder(diags.getContext());
  for (const AttrField &field : fields) {
    const AttrSchema *known =
        llvm::find_if(schema.attrs, [&](const AttrSchema &attr) {
          return attr.name == field.name;
        });
    if (known == schema.attrs.end()) {
      if (llvm::is_contained(schema.ignoredAttrs, field.name))
        continue;
      SmallVector<StringRef> names;
      for (const AttrSchema &attr : schema.attrs)
        names.push_back(attr.name);
      if (names.empty())
        return diags.error(field.pos,
                           "'" + schema.name + "' has no attributes, found '" +
                               field.name + "'",
                           "'" + schema.name + "' takes nothing but arguments");
      return diags.error(field.pos,
                         "unknown attribute '" + field.name + "' of '" +
                             schema.name + "'",
                         "its attributes are " + llvm::join(names, ", "));
    }
    // None stands for what is not given.
    if (field.value.kind == Kind::None &&
        (known->optional || known->hasDefault))
      continue;
    Attribute attr = convert(*known, field.value, builder);
    if (!attr)
      return diags.error(field.pos,
                         "attribute '" + field.name + "' of '" + schema.name +
                             "' must be " + describeAttrKind(known->kind) +
                             ", found " + describe(field.value),
                         "for example " + field.name + "=" +
                             getExample(known->kind));
    // Damaged JSON may give a field twice.
    llvm::erase_if(attrs, [&](NamedAttribute other) {
      return other.getName() == known->name;
    });
    attrs.push_back(builder.getNamedAttr(known->name, attr));
  }
  return success();
}

/// Null for what has no meaning outside of TVM.
static Attribute convertFree(const AttrValue &value, Builder builder) {
  switch (value.kind) {
  case Kind::None:
    return builder.getUnitAttr();
  case Kind::Bool:
    return builder.getBoolAttr(value.integer);
  case Kind::Int:
    return builder.getI64IntegerAttr(value.integer);
  case Kind::Float:
    return builder.getF64FloatAttr(value.number);
  case Kind::String:
    return builder.getStringAttr(value.string);
  case Kind::List: {
    SmallVector<Attribute> elements;
    for (const AttrValue &element : value.list)
      if (Attribute attr = convertFree(element, builder))
        elements.push_back(attr);
    return builder.getArrayAttr(elements);
  }
  case Kind::Opaque:
    return nullptr;
  }
  return nullptr;
}

DictionaryAttr dsp::relay::convertFunctionAttrs(MLIRContext *context,
                                                ArrayRef<AttrField> fields) {
  Builder builder(context);
  NamedAttrList attrs;
  for (const AttrField &field : fields)
    // An attribute without a name can only be damage.
    if (!field.name.empty())
      if (Attribute attr = convertFree(field.value, builder))
        attrs.set(field.name, attr);
  return attrs.empty() ? DictionaryAttr() : attrs.getDictionary(context);
}
