//===- TextParser.h - Parser of Relay's text format -------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_IMPORT_RELAY_TEXTPARSER_H
#define DSP_LIB_IMPORT_RELAY_TEXTPARSER_H

#include "dsp/Import/Relay/Expr.h"
#include "dsp/Support/LLVM.h"

namespace dsp::relay {

class FileDiagnostics;

/// Parses `buffer`, Relay text of version 0.0.5 ending in a NUL byte that is
/// not part of it, into `program`, which refers to the buffer from then on. If
/// `program.isLoneExpr`, the text is an expression and not a module.
LogicalResult parseText(StringRef buffer, Program &program,
                        FileDiagnostics &diags);

} // namespace dsp::relay

#endif // DSP_LIB_IMPORT_RELAY_TEXTPARSER_H
