//===- Npz.h - NumPy's array files ------------------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_TOOLS_DSP_RUN_NPZ_H
#define DSP_TOOLS_DSP_RUN_NPZ_H

#include "dsp/Support/LLVM.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace dsp {

/// A tensor as .npy files hold it, in row-major order and in this machine's
/// byte order.
struct NpyArray {
  /// NumPy's kind of element: 'b' bool, 'i' int, 'u' unsigned, 'f' float.
  char kind = 'f';
  unsigned elementBytes = 4;
  SmallVector<int64_t> shape;
  std::vector<char> data;

  int64_t numElements() const;
  /// "float32", "uint8", "bool".
  std::string typeName() const;
};

/// An array and its name, without ".npy".
struct NamedArray {
  std::string name;
  NpyArray array;
};

/// Reads the bytes of a .npy file.
llvm::Expected<NpyArray> parseNpy(ArrayRef<char> bytes);

/// Reads a .npz file: a zip archive of .npy files, stored or deflated.
llvm::Expected<std::vector<NamedArray>> readNpz(StringRef path);

/// Writes a .npz file, nothing compressed, the same bytes for the same arrays.
llvm::Error writeNpz(StringRef path, ArrayRef<NamedArray> arrays);

} // namespace dsp

#endif // DSP_TOOLS_DSP_RUN_NPZ_H
