//===- LoneExpr.h - A file that is one expression ---------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_IMPORT_RELAY_LONEEXPR_H
#define DSP_LIB_IMPORT_RELAY_LONEEXPR_H

#include "dsp/Import/Relay/Expr.h"

namespace dsp::relay {

/// Makes `expr` the program's main: itself if it is a function without free
/// variables, else the body of one that has them as parameters in the order of
/// their first use.
void makeMain(Program &program, Expr *expr);

} // namespace dsp::relay

#endif // DSP_LIB_IMPORT_RELAY_LONEEXPR_H
