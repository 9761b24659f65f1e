//===- ArgumentNames.cpp - Names that a record may give -------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Expressions can't collide with anything (see localName); what is left are the
// members that mlir-tblgen makes of names, `getInput`, and the parameters of
// the builders, which are called like the arguments themselves.
//
//===----------------------------------------------------------------------===//

#include "ArgumentNames.h"

#include "RecordErrors.h"
#include "dsp/TableGen/Kernel.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace dsp::tblgen {

bool isCppKeyword(StringRef name) {
  static const StringSet<> keywords = {
      "alignas",       "alignof",     "and",
      "and_eq",        "asm",         "auto",
      "bitand",        "bitor",       "bool",
      "break",         "case",        "catch",
      "char",          "char8_t",     "char16_t",
      "char32_t",      "class",       "co_await",
      "co_return",     "co_yield",    "compl",
      "concept",       "const",       "const_cast",
      "consteval",     "constexpr",   "constinit",
      "continue",      "decltype",    "default",
      "delete",        "do",          "double",
      "dynamic_cast",  "else",        "enum",
      "explicit",      "export",      "extern",
      "false",         "float",       "for",
      "friend",        "goto",        "if",
      "inline",        "int",         "long",
      "mutable",       "namespace",   "new",
      "noexcept",      "not",         "not_eq",
      "nullptr",       "operator",    "or",
      "or_eq",         "private",     "protected",
      "public",        "register",    "reinterpret_cast",
      "requires",      "return",      "short",
      "signed",        "sizeof",      "static",
      "static_assert", "static_cast", "struct",
      "switch",        "template",    "this",
      "thread_local",  "throw",       "true",
      "try",           "typedef",     "typeid",
      "typename",      "typeof",      "union",
      "unsigned",      "using",       "virtual",
      "void",          "volatile",    "wchar_t",
      "while",         "xor",         "xor_eq"};
  return keywords.contains(name);
}

namespace {

/// The names of one record.
class NameChecker {
public:
  NameChecker(const Record *def, RecordErrors *errors)
      : arguments(def->getValueAsDag("arguments")),
        results(def->getValueAsDag("results")), errors(errors) {}

  bool check() {
    checkList("arguments", arguments);
    checkList("results", results);
    return valid;
  }
  bool isReadable() const { return readable; }

private:
  void checkList(StringRef field, const DagInit *list) {
    for (unsigned i = 0, e = list->getNumArgs(); i < e; ++i) {
      const auto *type = dyn_cast<DefInit>(list->getArg(i));
      checkName(field, list->getArgNameStr(i), type ? type->getDef() : nullptr);
    }
  }

  void checkName(StringRef field, StringRef name, const Record *type) {
    bool isNew = names.insert(name).second;
    readable &= isNew && !name.empty() && !isMlirs(name, type);
    if (name.empty())
      return report(field, name, "every argument and result needs a $name");
    if (!isNew)
      return report(field, name, "the name '" + name + "' is given twice");
    StringRef whose = whoHas(name, type);
    if (!whose.empty())
      return report(field, name,
                    "'" + name + "' can't be the name of an argument: it is " +
                        whose);
    std::string camel = convertToCamelFromSnakeCase(name, true);
    std::vector<std::string> accessors = {camel};
    if (type && type->isSubClassOf("Attr"))
      accessors.insert(accessors.end(), {camel + "Attr", camel + "AttrName"});
    else if (field == "arguments")
      accessors.push_back(camel + "Mutable");
    for (const std::string &accessor : accessors) {
      auto [entry, isNew] = accessorsOf.try_emplace(accessor, name);
      if (!isNew && entry->second != name)
        return report(field, name,
                      "'" + name + "' and '" + entry->second +
                          "' are one name in C++: both have an accessor 'get" +
                          accessor + "'");
    }
  }

  /// Who else needs the name, "" for nobody.
  StringRef whoHas(StringRef name, const Record *type) const {
    static const StringSet<> macros = {"NULL",   "EOF",    "errno", "stdin",
                                       "stdout", "stderr", "linux", "unix"};
    static const StringSet<> ofBuilders = {"build", "builder", "odsBuilder",
                                           "odsState"};
    static const StringSet<> ofOps = {"KernelInfo", "OperationName",
                                      "Properties"};
    if (name.starts_with("_"))
      return "one of the placeholders, which begin with '_'";
    if (isCppKeyword(name))
      return "a keyword of C++";
    if (macros.contains(name))
      return "a macro of C's headers";
    if (ofBuilders.contains(name) || isMlirs(name, type) ||
        ofOps.contains(convertToCamelFromSnakeCase(name, true)))
      return "a member of every op in MLIR";
    return "";
  }

  /// The names at which mlir::tblgen::Operator gives up; two of them may be
  /// where they mean what they say.
  bool isMlirs(StringRef name, const Record *type) const {
    static const StringSet<> always = {"AttributeNames", "Attributes",
                                       "Operation", "Regions"};
    std::string camel = convertToCamelFromSnakeCase(name, true);
    bool isAllOperands =
        arguments->getNumArgs() == 1 && type && type->isSubClassOf("Variadic");
    return always.contains(camel) || (camel == "Operands" && !isAllOperands) ||
           (camel == "Type" && results->getNumArgs() != 1);
  }

  void report(StringRef field, StringRef name, const Twine &message) {
    valid = false;
    if (errors)
      errors->report(field, name, message,
                     "give it another $name; the C function's parameter can "
                     "keep its own behind a colon, as in (In<> $" +
                         (name.empty() ? "input" : name + "_in") + "):$" +
                         (name.empty() ? "in" : name));
  }

  const DagInit *arguments, *results;
  RecordErrors *errors;
  StringSet<> names;
  StringMap<StringRef> accessorsOf;
  bool valid = true, readable = true;
};

} // namespace

bool checkArgumentNames(const Record *def) {
  RecordErrors errors(def);
  return NameChecker(def, &errors).check();
}

bool hasReadableNames(const Record *def) {
  NameChecker checker(def, nullptr);
  checker.check();
  return checker.isReadable();
}

} // namespace dsp::tblgen
