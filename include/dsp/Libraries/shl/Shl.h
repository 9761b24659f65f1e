//===- Shl.h - The shl kernel library ------------------------- -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_SHL_SHL_H
#define DSP_LIBRARIES_SHL_SHL_H

#include "dsp/Dialect/Dsp/IR/DspOps.h"

#define GET_OP_CLASSES
#include "dsp/Libraries/shl/ShlOps.h.inc"

namespace dsp::shl {

/// The library's kernels, from its records.
const LibraryInfo &getLibrary();

} // namespace dsp::shl

#endif // DSP_LIBRARIES_SHL_SHL_H
