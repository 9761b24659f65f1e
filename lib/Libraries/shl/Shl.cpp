//===- Shl.cpp - The shl kernel library -----------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Libraries/shl/Shl.h"

#include "dsp/Dialect/Dsp/IR/Expressions.h"
#include "dsp/Dialect/Dsp/IR/KernelSupport.h"

#define GET_OP_CLASSES
#include "dsp/Libraries/shl/ShlOps.cpp.inc"

#include "dsp/Libraries/shl/ShlKernels.inc"
