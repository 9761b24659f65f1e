//===- Cblas.cpp - The cblas kernel library -------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Libraries/cblas/Cblas.h"

#include "dsp/Dialect/Dsp/IR/Expressions.h"
#include "dsp/Dialect/Dsp/IR/KernelSupport.h"

#define GET_OP_CLASSES
#include "dsp/Libraries/cblas/CblasOps.cpp.inc"

#include "dsp/Libraries/cblas/CblasKernels.inc"
