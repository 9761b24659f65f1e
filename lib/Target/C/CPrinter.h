//===- CPrinter.h - Text of C, laid out -------------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_TARGET_C_CPRINTER_H
#define DSP_LIB_TARGET_C_CPRINTER_H

#include "dsp/Dialect/Dsp/IR/KernelInfo.h"
#include "dsp/Support/LLVM.h"
#include "llvm/Support/raw_ostream.h"

namespace dsp {

struct CModel;

/// Prints C with indentation, and lists and comments wrapped at 100 columns.
class CPrinter {
public:
  static constexpr unsigned kWidth = 100;

  explicit CPrinter(raw_ostream &os) : os(os) {}

  /// The line that is printed now, from 1.
  unsigned line() const { return currentLine; }

  /// Text without line breaks; indented if it begins a line.
  CPrinter &operator<<(StringRef text);
  CPrinter &operator<<(uint64_t number);
  void newline();
  /// A line of its own, never wrapped (preprocessor).
  template <typename... Parts>
  void printLine(const Parts &...parts) {
    ((*this << parts), ...);
    newline();
  }
  /// `text`, and what follows is one level deeper until close().
  void open(StringRef text);
  void close(StringRef text = "}");

  /// A list: items are separated by commas and moved to a new line, deeper than
  /// the statement, where they would reach beyond the width. Lists nest.
  void openList(StringRef opener);
  void item(StringRef text);
  void closeList(StringRef closer);

  /// A comment of as many lines as it takes; whatever the text holds, the
  /// comment ends where it should.
  void comment(StringRef text);

private:
  raw_ostream &os;
  unsigned indentation = 0;
  unsigned column = 0;
  unsigned currentLine = 1;
  /// For each open list, whether it has an item.
  SmallVector<bool, 4> lists;
};

/// "0.1f", "-INFINITY", "(-2147483647 - 1)": a number of type `cType` that
/// reads back with every bit.
void formatCNumber(const CNumber &number, StringRef cType,
                   SmallVectorImpl<char> &result);

/// A literal that needs <math.h>.
bool needsMathHeader(const CNumber &number);

/// "float x", "float *x".
std::string formatCDeclaration(StringRef cType, StringRef name);

/// Defines <MODEL>_ALIGNED(n), which C99 has no word for.
void printAlignedMacro(CPrinter &os, StringRef upperName);

/// "int32_t kws_run(...)": what the application calls with the model's context,
/// where it has one; `function` is "run" or "init".
void printContextPrototype(const CModel &model, CPrinter &os,
                           StringRef function);

/// The text between the quotes of a string literal.
void formatCString(StringRef text, SmallVectorImpl<char> &result);

} // namespace dsp

#endif // DSP_LIB_TARGET_C_CPRINTER_H
