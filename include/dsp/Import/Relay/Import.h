//===- Import.h - Relay models to the relay dialect -------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_IMPORT_RELAY_IMPORT_H
#define DSP_IMPORT_RELAY_IMPORT_H

#include "dsp/Support/LLVM.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/Support/MemoryBufferRef.h"

namespace dsp::relay {

struct ImportOptions {
  /// A TVM parameter file whose entries become constants of the entry function;
  /// none if empty.
  StringRef paramsFile;
  /// The function that takes the parameters.
  StringRef entry = "main";
  /// The text is an expression without types and not a module; it becomes main.
  bool loneExpr = false;
};

/// Imports a Relay model, text or JSON by its content, into a module of func
/// functions and relay ops. Parameters are mapped and not copied: the mapping
/// lives as long as the context. What is wrong with the model is reported at
/// its line and column, once; the result is null then.
///
/// `model` must end in a NUL byte that is not part of it, as LLVM's memory
/// buffers do.
mlir::OwningOpRef<mlir::ModuleOp>
importRelay(llvm::MemoryBufferRef model, mlir::MLIRContext *context,
            const ImportOptions &options = {});

/// Registers `--import-relay` for tools like dsp-translate.
void registerImportRelayTranslation();

} // namespace dsp::relay

#endif // DSP_IMPORT_RELAY_IMPORT_H
