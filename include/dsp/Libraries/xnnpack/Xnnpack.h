//===- Xnnpack.h - The xnnpack kernel library ----------------- -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_XNNPACK_XNNPACK_H
#define DSP_LIBRARIES_XNNPACK_XNNPACK_H

#include "dsp/Dialect/Dsp/IR/DspOps.h"

#define GET_OP_CLASSES
#include "dsp/Libraries/xnnpack/XnnpackOps.h.inc"

namespace dsp::xnnpack {

/// The library's kernels, from its records.
const LibraryInfo &getLibrary();

} // namespace dsp::xnnpack

#endif // DSP_LIBRARIES_XNNPACK_XNNPACK_H
