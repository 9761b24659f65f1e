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

/// On a front op before conversion: the one placement that is allowed, a kernel
/// ("acme.conv2d"), a library ("acme"), or "host" for no kernel at all.
inline constexpr StringLiteral kPlacementAttr("dsp.placement");
inline constexpr StringLiteral kHostPlacement("host");
/// In placement files: whatever the compiler chooses.
inline constexpr StringLiteral kAnyPlacement("any");

/// Whether `placement` allows the kernel; null allows all.
bool isPlacementAllowed(mlir::StringAttr placement, const KernelInfo &kernel);

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
