//===- ExpressionReader.cpp - C++ expressions in records ------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ExpressionReader.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace dsp::tblgen {

static bool isWordChar(char c) { return isAlnum(c) || c == '_'; }

bool isCIdentifier(StringRef name) {
  static const StringSet<> keywords = {
      "auto",     "break",    "case",     "char",   "const",    "continue",
      "default",  "do",       "double",   "else",   "enum",     "extern",
      "float",    "for",      "goto",     "if",     "inline",   "int",
      "long",     "register", "restrict", "return", "short",    "signed",
      "sizeof",   "static",   "struct",   "switch", "typedef",  "union",
      "unsigned", "void",     "volatile", "while",  "_Alignas", "_Bool"};
  return !name.empty() && !isDigit(name.front()) &&
         llvm::all_of(name, isWordChar) && !keywords.contains(name);
}

//===----------------------------------------------------------------------===//
// Questions that have no answer
//===----------------------------------------------------------------------===//

namespace {
/// Looks at where an expression names the record's tensors and attributes.
class UseChecker {
public:
  UseChecker(const Kernel &kernel, RecordErrors &errors, StringRef field,
             Expression &expression)
      : kernel(kernel), errors(errors), field(field), expression(expression) {}

  bool check() {
    StringRef function;
    bool valid = true;
    for (StringRef rest = expression.text; !rest.empty();) {
      if (!isWordChar(rest.front())) {
        // What stands right behind `function(` is its first argument.
        if (rest.front() != '(' && !isSpace(rest.front()))
          function = "";
        rest = rest.drop_front();
        continue;
      }
      StringRef word = rest.take_while(isWordChar);
      rest = rest.drop_front(word.size());
      std::optional<EntityRef> entity =
          word.ends_with("_") ? kernel.lookup(word.drop_back()) : std::nullopt;
      if (entity && is_contained(expression.entities, *entity))
        valid &= checkUse(*entity, function, rest.ltrim());
      function = rest.ltrim().starts_with("(") ? word : "";
    }
    return valid;
  }

private:
  /// `behind` is what follows the name in `function(name`.
  bool checkUse(EntityRef entity, StringRef function, StringRef behind) {
    static const StringSet<> asksForType = {
        "dim",      "rank",         "shape",       "strides",   "numElements",
        "numBytes", "elementBytes", "elementName", "dimProduct"};
    static const StringSet<> asksForValue = {"isConstant", "isSplatOf",
                                             "scalarOf"};
    bool isWhole = behind.starts_with(",") || behind.starts_with(")");
    StringRef name = kernel.nameOf(entity);
    if (entity.kind == EntityRef::Attr && isWhole &&
        (asksForType.contains(function) || asksForValue.contains(function))) {
      errors.report(field, "'" + name + "' is an attribute, but " + function +
                               "() asks about tensors");
      return false;
    }
    if (!isWhole || !asksForType.contains(function)) {
      if (function != "isConstant")
        expression.read.push_back(entity);
      return true;
    }
    int64_t index;
    behind = behind.drop_front().ltrim();
    if (function != "dim" || behind.consumeInteger(10, index) ||
        !behind.ltrim().starts_with(")"))
      return true;
    const Tensor &tensor = kernel.tensor(entity);
    if (tensor.ranks.empty() || llvm::any_of(tensor.ranks, [&](int64_t rank) {
          return rank >= ranksFor(index);
        }))
      return true;
    errors.report(field, "'" + name + "' has rank " +
                             Twine(*llvm::max_element(tensor.ranks)) +
                             " and no dimension " + Twine(index));
    return false;
  }

  const Kernel &kernel;
  RecordErrors &errors;
  StringRef field;
  Expression &expression;
};
} // namespace

/// The bracket that has no partner, or 0.
static char loneBracket(StringRef text) {
  std::string open;
  char quote = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (quote) {
      if (c == '\\')
        ++i;
      else if (c == quote)
        quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (StringRef("([{").contains(c)) {
      open += c;
    } else if (size_t kind = StringRef(")]}").find(c);
               kind != StringRef::npos) {
      if (open.empty() || open.back() != "([{"[kind])
        return c;
      open.pop_back();
    }
  }
  return open.empty() ? 0 : open.back();
}

std::optional<Expression> parseExpression(const Kernel &kernel,
                                          RecordErrors &errors, StringRef field,
                                          StringRef text, StringRef self) {
  Expression result;
  result.place = errors.placeOf(field);
  if (text.trim().empty()) {
    errors.report(field, "an expression is missing");
    return std::nullopt;
  }
  if (char bracket = loneBracket(text)) {
    errors.report(field, "in '" + text + "', a '" + Twine(bracket) +
                             "' has no partner");
    return std::nullopt;
  }
  bool valid = true;
  while (!text.empty()) {
    auto [before, after] = text.split('$');
    result.text += before;
    if (before.size() == text.size())
      break;
    StringRef name = after.take_while(isWordChar);
    text = after.drop_front(name.size());
    if (name == "_self") {
      name = self;
      if (name.empty()) {
        errors.report(field, "a role that uses $_self must name an argument, "
                             "as in (Role $argument)");
        valid = false;
        continue;
      }
    }
    std::optional<EntityRef> entity = kernel.lookup(name);
    if (!entity) {
      errors.report(field, "'$" + name + "' is no argument or result of '" +
                               kernel.name + "'");
      errors.excuse(name);
      valid = false;
      continue;
    }
    result.text += localName(name);
    if (!llvm::is_contained(result.entities, *entity))
      result.entities.push_back(*entity);
  }
  if (valid && UseChecker(kernel, errors, field, result).check())
    return result;
  for (EntityRef entity : result.entities)
    errors.excuse(kernel.nameOf(entity));
  return std::nullopt;
}

} // namespace dsp::tblgen
