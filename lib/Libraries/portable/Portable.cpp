//===- Portable.cpp - The portable kernel library's tables ----------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Libraries/portable/Portable.h"

#include "dsp/Dialect/Dsp/IR/Expressions.h"
#include "dsp/Dialect/Dsp/IR/KernelSupport.h"
#include "dsp/Libraries/Quantization.h"
#include "dsp/Libraries/portable/PortableExpressions.h"
#include "dsp/Libraries/portable/SumOrder.h"

// The tables' expressions stand in namespace dsp.
namespace dsp {
using namespace portable;
} // namespace dsp

#include "dsp/Libraries/portable/PortableKernels.inc"
