//===- Cblas.h - The cblas kernel library --------------------- -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_CBLAS_CBLAS_H
#define DSP_LIBRARIES_CBLAS_CBLAS_H

#include "dsp/Dialect/Dsp/IR/DspOps.h"

#define GET_OP_CLASSES
#include "dsp/Libraries/cblas/CblasOps.h.inc"

namespace dsp::cblas {

/// The library's kernels, from its records.
const LibraryInfo &getLibrary();

} // namespace dsp::cblas

#endif // DSP_LIBRARIES_CBLAS_CBLAS_H
