//===- CommandLine.h - Flags of dsp-compile and dsp-run ---------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_COMPILER_COMMANDLINE_H
#define DSP_COMPILER_COMMANDLINE_H

#include "dsp/Compiler/Compilation.h"
#include "dsp/Compiler/HostCompiler.h"
#include "llvm/Support/CommandLine.h"

namespace dsp {

/// The flags that say what is compiled and how. Make one before the command
/// line is parsed.
class CompileFlags {
public:
  explicit CompileFlags(llvm::cl::OptionCategory &category);

  /// Diagnoses contradictions and sums up.
  mlir::FailureOr<CompileOptions> get() const;
  LibraryPaths libraryPaths(const char *argv0, void *address) const;

private:
  llvm::cl::opt<std::string> model;
  llvm::cl::opt<std::string> params;
  llvm::cl::list<std::string> libraries;
  llvm::cl::list<std::string> libraryOptions;
  llvm::cl::list<std::string> arenas;
  llvm::cl::opt<std::string> numerics;
  llvm::cl::opt<bool> allowApproximate;
  llvm::cl::opt<std::string> name;
  llvm::cl::opt<std::string> function;
  llvm::cl::opt<WeightsMode> weights;
  llvm::cl::list<std::string> includeDirs;
  llvm::cl::list<std::string> libraryDirs;
  llvm::cl::opt<std::string> placementLoad;
  llvm::cl::opt<bool> verifyEach;
};

/// Parses the command line: only `category` and MLIR's own flags are shown,
/// and --version is the project's.
void parseCommandLine(int argc, char **argv, llvm::StringRef overview,
                      llvm::cl::OptionCategory &category);

} // namespace dsp

#endif // DSP_COMPILER_COMMANDLINE_H
