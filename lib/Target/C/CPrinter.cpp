//===- CPrinter.cpp - Text of C, laid out ---------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CPrinter.h"
#include "dsp/Dialect/Dsp/IR/CTypes.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include <charconv>
#include <cmath>

using namespace dsp;

//===----------------------------------------------------------------------===//
// Layout
//===----------------------------------------------------------------------===//

CPrinter &CPrinter::operator<<(StringRef text) {
  if (text.empty())
    return *this;
  if (column == 0) {
    os.indent(indentation);
    column = indentation;
  }
  os << text;
  column += text.size();
  return *this;
}

CPrinter &CPrinter::operator<<(uint64_t number) {
  char digits[24];
  auto end = std::to_chars(digits, digits + sizeof(digits), number).ptr;
  return *this << StringRef(digits, end - digits);
}

void CPrinter::newline() {
  os << '\n';
  column = 0;
  ++currentLine;
}

void CPrinter::open(StringRef text) {
  *this << text;
  newline();
  indentation += 2;
}

void CPrinter::close(StringRef text) {
  indentation -= 2;
  *this << text;
  newline();
}

void CPrinter::openList(StringRef opener) {
  if (!lists.empty())
    item(opener);
  else
    *this << opener;
  lists.push_back(false);
}

void CPrinter::item(StringRef text) {
  bool first = !lists.back();
  lists.back() = true;
  if (!first)
    *this << ",";
  // Room for a space before it, and for the comma or bracket behind it.
  if (column + text.size() + 2 > kWidth) {
    newline();
    os.indent(indentation + 4);
    column = indentation + 4;
  } else if (!first) {
    *this << " ";
  }
  *this << text;
}

void CPrinter::closeList(StringRef closer) {
  lists.pop_back();
  *this << closer;
}

void CPrinter::comment(StringRef text) {
  *this << "/*";
  while (true) {
    text = text.ltrim();
    if (text.empty())
      break;
    StringRef word = text.take_until(llvm::isSpace);
    text = text.drop_front(word.size());
    if (column + word.size() + 4 > kWidth && column > indentation + 3) {
      newline();
      *this << " *";
    }
    *this << " ";
    bool isPlain = llvm::all_of(word, [](char c) {
      return llvm::isPrint(c) && c != '/' && c != '*' && c != '?';
    });
    if (isPlain) {
      *this << word;
      continue;
    }
    // Byte by byte: nothing may end the comment, open another one, or be
    // anything but printable.
    char last = ' ';
    for (char c : word) {
      bool marker = (last == '*' && c == '/') || (last == '/' && c == '*') ||
                    (last == '?' && c == '?');
      if (marker)
        *this << " ";
      char shown = llvm::isPrint(c) ? c : '?';
      *this << StringRef(&shown, 1);
      last = shown;
    }
  }
  *this << " */";
  newline();
}

//===----------------------------------------------------------------------===//
// Literals
//===----------------------------------------------------------------------===//

template <typename Real>
static void formatReal(Real value, StringRef suffix,
                       SmallVectorImpl<char> &result) {
  llvm::raw_svector_ostream os(result);
  if (std::isnan(value)) {
    os << (std::signbit(value) ? "-NAN" : "NAN");
    return;
  }
  if (std::isinf(value)) {
    os << (value < 0 ? "-INFINITY" : "INFINITY");
    return;
  }
  // The shortest text that reads back as the same number.
  char digits[40];
  auto end = std::to_chars(digits, digits + sizeof(digits), value).ptr;
  StringRef text(digits, end - digits);
  os << text;
  if (text.find_first_of(".e") == StringRef::npos)
    os << ".0";
  os << suffix;
}

void dsp::formatCNumber(const CNumber &number, StringRef cType,
                        SmallVectorImpl<char> &result) {
  result.clear();
  StringRef type = withoutConst(cType);
  if (number.isFloat || isCFloatType(cType)) {
    double value = number.isFloat ? number.real : double(number.integer);
    bool isDouble = type == "double" || type == "float64_t";
    bool isFloat = type == "float" || type == "float32_t";
    // A type of the vendor's gets a float where that loses nothing.
    if (isFloat || (!isDouble && double(float(value)) == value))
      formatReal(float(value), "f", result);
    else
      formatReal(value, "", result);
    return;
  }
  llvm::raw_svector_ostream os(result);
  // -2147483648 would be a long, and -9223372036854775808 is none at all.
  if (number.integer == INT32_MIN)
    os << "(-2147483647 - 1)";
  else if (number.integer == INT64_MIN)
    os << "(-9223372036854775807 - 1)";
  else
    os << number.integer;
}

bool dsp::needsMathHeader(const CNumber &number) {
  return number.isFloat &&
         (!std::isfinite(number.real) || std::isinf(float(number.real)));
}

void dsp::formatCString(StringRef text, SmallVectorImpl<char> &result) {
  llvm::raw_svector_ostream os(result);
  for (unsigned char c : text) {
    // Three octal digits always: what follows can't become part of them. A
    // question mark could begin a trigraph.
    if (llvm::isPrint(c) && c != '"' && c != '\\' && c != '?')
      os << char(c);
    else
      os << '\\' << char('0' + (c >> 6)) << char('0' + ((c >> 3) & 7))
         << char('0' + (c & 7));
  }
}

std::string dsp::formatCDeclaration(StringRef cType, StringRef name) {
  return (cType + (cType.ends_with("*") ? "" : " ") + name).str();
}

void dsp::printAlignedMacro(CPrinter &os, StringRef upperName) {
  os.comment("C99 has no word for alignment.");
  os.printLine("#if defined(__GNUC__) || defined(__clang__) || "
               "defined(__ICCARM__) || defined(__ARMCC_VERSION)");
  os.printLine("#define ", upperName,
               "_ALIGNED(n) __attribute__((aligned(n)))");
  os.printLine("#else");
  os.printLine("#error \"say here how this compiler aligns variables, or "
               "compile the model with --weights asm or bin\"");
  os.printLine("#endif");
  os.newline();
}
