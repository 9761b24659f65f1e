//===- Passes.h - Passes on the dsp dialect ---------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_TRANSFORMS_PASSES_H
#define DSP_DIALECT_DSP_TRANSFORMS_PASSES_H

#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Pass/Pass.h"

namespace dsp {

#define GEN_PASS_DECL
#include "dsp/Dialect/Dsp/Transforms/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "dsp/Dialect/Dsp/Transforms/Passes.h.inc"

} // namespace dsp

#endif // DSP_DIALECT_DSP_TRANSFORMS_PASSES_H
