//===- CmsisNN.h - The cmsis_nn kernel library ------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_CMSISNN_CMSISNN_H
#define DSP_LIBRARIES_CMSISNN_CMSISNN_H

#include "dsp/Dialect/Dsp/IR/DspOps.h"

#define GET_OP_CLASSES
#include "dsp/Libraries/cmsis_nn/CmsisNNOps.h.inc"

namespace dsp::cmsis_nn {

/// The library's kernels, from its records.
const LibraryInfo &getLibrary();

} // namespace dsp::cmsis_nn

#endif // DSP_LIBRARIES_CMSISNN_CMSISNN_H
