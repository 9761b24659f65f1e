//===- RelayOpSchemaGen.cpp - What Relay's operators take -----------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints the table behind OpSchema.h: one entry for each record that derives
// from Relay_TensorOp, ordered by name. -gen-relay-op-json prints the same for
// scripts.
//
//===----------------------------------------------------------------------===//

#include "mlir/TableGen/GenInfo.h"
#include "mlir/TableGen/Operator.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/TableGen/Error.h"
#include "llvm/TableGen/Record.h"
#include "llvm/TableGen/TableGenBackend.h"

#include <string>
#include <vector>

using namespace llvm;
using mlir::tblgen::NamedAttribute;
using mlir::tblgen::NamedTypeConstraint;
using mlir::tblgen::Operator;

//===----------------------------------------------------------------------===//
// Records to structs
//===----------------------------------------------------------------------===//

namespace {
struct AttrEntry {
  StringRef name, kind;
  bool isOptional, hasDefault;
};

struct OperandEntry {
  StringRef name;
  bool isVariadic, isOptional;
};

struct OpEntry {
  StringRef name, attrsTypeKey, resultForm;
  std::vector<OperandEntry> operands;
  std::vector<AttrEntry> attrs;
  std::vector<StringRef> ignoredAttrs;
};
} // namespace

static AttrEntry readAttr(const Operator &op, const NamedAttribute &attr) {
  mlir::tblgen::Attribute base = attr.attr.getBaseAttr();
  const Record &def = base.getDef();
  if (!def.isSubClassOf("Relay_AttrKind"))
    PrintFatalError(op.getLoc(), "attribute '" + attr.name + "' of '" +
                                     op.getOperationName() + "' is of '" +
                                     def.getName() +
                                     "', which is no Relay_AttrKind");
  return {attr.name, def.getValueAsString("relayKind"), attr.attr.isOptional(),
          attr.attr.hasDefaultValue()};
}

static OpEntry readOp(const Record &def) {
  Operator op(def);
  OpEntry entry{def.getValueAsString("opName"),
                def.getValueAsString("attrsTypeKey"),
                def.getValueAsString("resultForm"),
                {},
                {},
                def.getValueAsListOfStrings("ignoredAttrs")};
  for (const NamedTypeConstraint &operand : op.getOperands())
    entry.operands.push_back(
        {operand.name, operand.isVariadic(), operand.isOptional()});
  for (const NamedAttribute &attr : op.getAttributes())
    entry.attrs.push_back(readAttr(op, attr));
  return entry;
}

//===----------------------------------------------------------------------===//
// Structs to text
//===----------------------------------------------------------------------===//

/// `list` as a constant array, and how to name it; "{}" if it is empty.
template <typename List, typename Print>
static std::string emitArray(raw_ostream &os, StringRef type, const Twine &name,
                             const List &list, Print print) {
  if (list.empty())
    return "{}";
  os << "static constexpr " << type << ' ' << name << "[] = {\n";
  for (const auto &element : list) {
    os << "    ";
    print(element);
    os << ",\n";
  }
  os << "};\n";
  return name.str();
}

static StringRef boolStr(bool value) { return value ? "true" : "false"; }

static bool emitOpSchema(const RecordKeeper &records, raw_ostream &os) {
  emitSourceFileHeader("What Relay's operators take", os, records);

  std::vector<OpEntry> ops;
  for (const Record *def : records.getAllDerivedDefinitions("Relay_TensorOp"))
    ops.push_back(readOp(*def));
  llvm::sort(
      ops, [](const OpEntry &a, const OpEntry &b) { return a.name < b.name; });

  std::string table;
  raw_string_ostream tableOS(table);
  for (auto [index, op] : llvm::enumerate(ops)) {
    std::string operands =
        emitArray(os, "OperandSchema", "operands" + Twine(index), op.operands,
                  [&](const OperandEntry &operand) {
                    os << "{\"" << operand.name << "\", "
                       << boolStr(operand.isVariadic) << ", "
                       << boolStr(operand.isOptional) << "}";
                  });
    std::string attrs = emitArray(os, "AttrSchema", "attrs" + Twine(index),
                                  op.attrs, [&](const AttrEntry &attr) {
                                    os << "{\"" << attr.name
                                       << "\", AttrKind::" << attr.kind << ", "
                                       << boolStr(attr.isOptional) << ", "
                                       << boolStr(attr.hasDefault) << "}";
                                  });
    std::string ignored = emitArray(
        os, "llvm::StringLiteral", "ignored" + Twine(index), op.ignoredAttrs,
        [&](StringRef name) { os << '"' << name << '"'; });
    tableOS << "    {\"" << op.name << "\", \"" << op.attrsTypeKey << "\", "
            << operands << ", " << attrs << ", " << ignored
            << ", ResultForm::" << op.resultForm << "},\n";
  }
  os << "static constexpr OpSchema schemas[] = {\n" << table << "};\n";
  return false;
}

//===----------------------------------------------------------------------===//
// Structs to JSON
//===----------------------------------------------------------------------===//

/// For tools that write records: defaults are C++ text, as (Is<...>) takes it.
static bool emitOpJson(const RecordKeeper &records, raw_ostream &os) {
  json::OStream json(os, /*IndentSize=*/2);
  json.objectBegin();
  for (const Record *def : records.getAllDerivedDefinitions("Relay_TensorOp")) {
    Operator op(*def);
    OpEntry entry = readOp(*def);
    json.attributeBegin(entry.name);
    json.objectBegin();
    json.attribute("def", def->getName());
    json.attributeArray("operands", [&] {
      for (const OperandEntry &operand : entry.operands)
        json.object([&] {
          json.attribute("name", operand.name);
          json.attribute("variadic", operand.isVariadic);
          json.attribute("optional", operand.isOptional);
        });
    });
    json.attribute("results", op.getNumResults());
    json.attributeArray("attributes", [&] {
      for (auto [attr, named] : llvm::zip(entry.attrs, op.getAttributes()))
        json.object([&] {
          json.attribute("name", attr.name);
          json.attribute("kind", attr.kind);
          json.attribute("optional", attr.isOptional);
          if (attr.hasDefault)
            json.attribute("default", named.attr.getDefaultValue());
        });
    });
    json.objectEnd();
    json.attributeEnd();
  }
  json.objectEnd();
  os << '\n';
  return false;
}

static mlir::GenRegistration genOpJson("gen-relay-op-json",
                                       "Relay's operators as JSON", emitOpJson);
static mlir::GenRegistration
    genOpSchema("gen-relay-op-schema",
                "Generate the table of Relay's operators", emitOpSchema);
