//===- Params.h - TVM's parameter files -------------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_IMPORT_RELAY_PARAMS_H
#define DSP_LIB_IMPORT_RELAY_PARAMS_H

#include "NDArray.h"
#include "llvm/Support/MemoryBuffer.h"

namespace dsp::relay {

/// A parameter file, mapped; the arrays' data stay in it.
class ParamFile {
public:
  struct Entry {
    StringRef name;
    NDArray array;
  };

  /// Whether a file of these bytes is meant to be a parameter file.
  static bool isMarked(StringRef bytes);

  /// Null on failure, with what is wrong in `problem`.
  static std::shared_ptr<ParamFile>
  open(StringRef path, mlir::MLIRContext *context, std::string &problem);

  /// In the file's order, which is a hash table's.
  ArrayRef<Entry> getEntries() const { return entries; }

private:
  LogicalResult read(mlir::MLIRContext *context, std::string &problem);

  std::unique_ptr<llvm::MemoryBuffer> buffer;
  SmallVector<Entry> entries;
};

/// The name that TVM's text format gives the variable `name`.
std::string mangleVarName(StringRef name);

} // namespace dsp::relay

#endif // DSP_LIB_IMPORT_RELAY_PARAMS_H
