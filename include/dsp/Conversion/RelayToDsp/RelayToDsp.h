//===- RelayToDsp.h - From Relay ops to kernel calls ---------- -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_CONVERSION_RELAYTODSP_RELAYTODSP_H
#define DSP_CONVERSION_RELAYTODSP_RELAYTODSP_H

#include "dsp/Dialect/Dsp/IR/KernelInfo.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Pass/Pass.h"

namespace mlir::func {
class FuncOp;
} // namespace mlir::func

namespace dsp {

/// A pattern for every cover of every kernel of the library.
void populateKernelPatterns(mlir::RewritePatternSet &patterns,
                            const LibraryInfo &library);

/// Patterns for ops that only give a tensor another shape.
void populateViewPatterns(mlir::RewritePatternSet &patterns);

#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "dsp/Conversion/RelayToDsp/Passes.h.inc"

} // namespace dsp

#endif // DSP_CONVERSION_RELAYTODSP_RELAYTODSP_H
