//===- TextNames.h - Variables' names as text has them ----------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_IMPORT_RELAY_TEXTNAMES_H
#define DSP_LIB_IMPORT_RELAY_TEXTNAMES_H

#include "dsp/Import/Relay/Expr.h"

namespace dsp::relay {

/// Gives every variable of a program that JSON was read into the name that
/// TVM's printer would give it. In TVM names are mere hints, several variables
/// may share one; text has to tell them apart. So a model has the same names
/// whichever form it comes in.
void assignTextNames(Program &program);

} // namespace dsp::relay

#endif // DSP_LIB_IMPORT_RELAY_TEXTNAMES_H
