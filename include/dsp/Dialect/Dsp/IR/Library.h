//===- Library.h - The kernel libraries of this process ------- -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_LIBRARY_H
#define DSP_DIALECT_DSP_IR_LIBRARY_H

#include "dsp/Dialect/Dsp/IR/KernelInfo.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <string>

namespace mlir {
class DialectRegistry;
} // namespace mlir

namespace dsp {

/// Makes a library known by its name; the ops of its kernels become part of the
/// dsp dialect of every context that `registry` is used for. Registering one
/// library twice is harmless, another one of its name ends the program.
void registerLibrary(mlir::DialectRegistry &registry,
                     const LibraryInfo &library);

/// Loads a plugin that `add_dsp_kernels` has built and registers the library
/// that it brings. Null, and reported through `emitError`, where there is none,
/// or one whose name another library has.
const LibraryInfo *
loadLibraryPlugin(mlir::DialectRegistry &registry, StringRef path,
                  llvm::function_ref<void(const llvm::Twine &)> emitError);

/// The library of that name, or null.
const LibraryInfo *lookupLibrary(StringRef name);

/// All libraries, ordered by name.
ArrayRef<const LibraryInfo *> allLibraries();

/// On a module: what users have stated about the target, a dictionary of
/// dictionaries by library and option.
inline constexpr StringLiteral kLibraryOptionsAttr("dsp.library_options");

/// Checks a kLibraryOptionsAttr, as far as its libraries are known here.
LogicalResult verifyLibraryOptions(Operation *op, Attribute attr);

/// The value of a library's option for the module that holds `op`: as stated,
/// or else the default.
StringRef libraryOption(Operation *op, const LibraryInfo &library,
                        StringRef option);

/// The kernel of an op `dsp.<library>.<kernel>`, null for any other op.
const KernelInfo *kernelOf(Operation *op);

} // namespace dsp

#endif // DSP_DIALECT_DSP_IR_LIBRARY_H
