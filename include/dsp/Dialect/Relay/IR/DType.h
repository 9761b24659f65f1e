//===- DType.h - Element types by TVM's names -------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_DTYPE_H
#define DSP_DIALECT_RELAY_IR_DTYPE_H

#include "dsp/Support/LLVM.h"

#include <string>

namespace dsp::relay {

/// The element type that TVM calls `name` ("float32", "uint8", "bool"); null if
/// the dialect has none of that name.
Type parseDType(MLIRContext *context, StringRef name);

/// TVM's name of an element type, "" if it has none.
std::string dtypeName(Type elementType);

} // namespace dsp::relay

#endif // DSP_DIALECT_RELAY_IR_DTYPE_H
