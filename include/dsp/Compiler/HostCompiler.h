//===- HostCompiler.h - The host's C compiler on emitted C ------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_COMPILER_HOSTCOMPILER_H
#define DSP_COMPILER_HOSTCOMPILER_H

#include "dsp/Target/C/CEmitter.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace dsp {

/// Where the kernel libraries of this machine are.
struct LibraryPaths {
  /// Searched in order; those of the installation come last.
  std::vector<std::string> includeDirs;
  std::vector<std::string> libraryDirs;

  /// Adds the folders beside the running tool's: the same in a build and once
  /// installed. `address` is any of the tool's functions.
  void addInstallation(const char *argv0, void *address);
};

/// Writes the model's files into `folder`.
llvm::Error writeModelFiles(CModel &model, StringRef folder);

enum class HostOutput {
  Object,      ///< one relocatable object without the libraries
  SharedObject ///< with the libraries, to be loaded
};

/// Builds the files that writeModelFiles left in `folder`, and other C sources.
/// Takes $CC, or cc.
llvm::Error buildModel(const CModel &model, StringRef folder,
                       const LibraryPaths &paths, HostOutput kind,
                       StringRef output,
                       ArrayRef<std::string> otherSources = {});

} // namespace dsp

#endif // DSP_COMPILER_HOSTCOMPILER_H
