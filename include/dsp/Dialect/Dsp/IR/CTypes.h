//===- CTypes.h - What numbers C's types can hold --------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_CTYPES_H
#define DSP_DIALECT_DSP_IR_CTYPES_H

#include "dsp/Support/LLVM.h"
#include <optional>

namespace dsp {

/// The least and the greatest number of an integer type.
struct CRange {
  int64_t least, greatest;
};

/// A C type without the const before it.
StringRef withoutConst(StringRef cType);

bool isCFloatType(StringRef cType);

/// None for other types than C's integers; those that C doesn't know by name
/// are the vendor's word.
std::optional<CRange> rangeOfCType(StringRef cType);

} // namespace dsp

#endif // DSP_DIALECT_DSP_IR_CTYPES_H
