//===- CmsisNN.cpp - The cmsis_nn kernel library --------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Libraries/cmsis_nn/CmsisNN.h"

#include "dsp/Dialect/Dsp/IR/Expressions.h"
#include "dsp/Dialect/Dsp/IR/KernelSupport.h"
#include "dsp/Libraries/Quantization.h"
#include "dsp/Libraries/cmsis_nn/CmsisNNExpressions.h"

#define GET_OP_CLASSES
#include "dsp/Libraries/cmsis_nn/CmsisNNOps.cpp.inc"

// Records call the library's functions by their plain names.
namespace dsp {
using namespace cmsis_nn;
} // namespace dsp

#include "dsp/Libraries/cmsis_nn/CmsisNNKernels.inc"
