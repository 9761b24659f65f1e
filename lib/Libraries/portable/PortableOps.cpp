//===- PortableOps.cpp - The portable kernel library's ops ----------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Apart from the tables, so that the two compile side by side.
//
//===----------------------------------------------------------------------===//

#include "dsp/Libraries/portable/Portable.h"

#include "dsp/Dialect/Dsp/IR/Expressions.h"
#include "dsp/Dialect/Dsp/IR/KernelSupport.h"

#define GET_OP_CLASSES
#include "dsp/Libraries/portable/PortableOps.cpp.inc"
