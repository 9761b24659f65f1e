//===- ModuleBuilder.h - A program to a module ------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_IMPORT_RELAY_MODULEBUILDER_H
#define DSP_LIB_IMPORT_RELAY_MODULEBUILDER_H

#include "FileDiagnostics.h"
#include "dsp/Import/Relay/Import.h"

namespace dsp::relay {

class ParamFile;

/// Turns what a reader made into MLIR; null on failure, which is reported.
mlir::OwningOpRef<mlir::ModuleOp> buildModule(Program &program,
                                              const ImportOptions &options,
                                              std::shared_ptr<ParamFile> params,
                                              FileDiagnostics &diags);

} // namespace dsp::relay

#endif // DSP_LIB_IMPORT_RELAY_MODULEBUILDER_H
