//===- ExpressionReader.h - C++ expressions in records -*- C++ -* ---------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_TABLEGEN_EXPRESSIONREADER_H
#define DSP_LIB_TABLEGEN_EXPRESSIONREADER_H

#include "RecordErrors.h"
#include "dsp/TableGen/Kernel.h"

namespace dsp::tblgen {

/// Reads `text`, in which `$name` is an argument or result of the kernel and
/// `$_self` the one called `self`. Reports unknown names, and questions that
/// have no answer, such as the fifth dimension of a matrix; what else C++ may
/// find wrong is told by the C++ compiler, at Expression::place.
std::optional<Expression> parseExpression(const Kernel &kernel,
                                          RecordErrors &errors,
                                          llvm::StringRef field,
                                          llvm::StringRef text,
                                          llvm::StringRef self = "");

/// How many dimensions a tensor must have for `index`, which may be negative.
inline int64_t ranksFor(int64_t index) {
  return index < 0 ? -index : index + 1;
}

/// Whether `name` may stand for something in C: no other characters, no
/// keyword.
bool isCIdentifier(llvm::StringRef name);

} // namespace dsp::tblgen

#endif // DSP_LIB_TABLEGEN_EXPRESSIONREADER_H
