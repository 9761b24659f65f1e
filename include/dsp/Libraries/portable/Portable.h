//===- Portable.h - The portable kernel library --------------- -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLE_H
#define DSP_LIBRARIES_PORTABLE_PORTABLE_H

#include "dsp/Dialect/Dsp/IR/DspOps.h"

#define GET_OP_CLASSES
#include "dsp/Libraries/portable/PortableOps.h.inc"

namespace dsp::portable {

/// The library's kernels, from its records.
const LibraryInfo &getLibrary();

} // namespace dsp::portable

#endif // DSP_LIBRARIES_PORTABLE_PORTABLE_H
