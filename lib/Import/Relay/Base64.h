//===- Base64.h - Base64 without copies of the text -------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_IMPORT_RELAY_BASE64_H
#define DSP_LIB_IMPORT_RELAY_BASE64_H

#include "dsp/Support/LLVM.h"
#include <memory>

namespace dsp::relay {

/// Bytes that are aligned for any element type.
struct OwnedBytes {
  std::shared_ptr<char[]> data;
  size_t size = 0;

  ArrayRef<char> get() const { return {data.get(), size}; }
};

/// Decodes `text`; false if it is no base64.
bool decodeBase64(StringRef text, OwnedBytes &bytes);

} // namespace dsp::relay

#endif // DSP_LIB_IMPORT_RELAY_BASE64_H
