//===- QuantizedPatterns.h - One form for quantised arithmetic --*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_DIALECT_RELAY_TRANSFORMS_QUANTIZEDPATTERNS_H
#define DSP_LIB_DIALECT_RELAY_TRANSFORMS_QUANTIZEDPATTERNS_H

#include "mlir/IR/PatternMatch.h"

namespace dsp::relay {

/// Rules that write integer arithmetic with qnn's ops, in the one form that
/// kernels are written for, without changing a bit of what it gives.
void populateQuantizedPatterns(mlir::RewritePatternSet &patterns);

/// Rules that write in floats what qnn's conversions compute in floats.
void populateFloatPatterns(mlir::RewritePatternSet &patterns);

/// Rules that write pools of integers as two-dimensional ones.
void populatePoolPatterns(mlir::RewritePatternSet &patterns);

/// Rules that take zero points out of layers whose kernels don't take them.
void populateZeroPointPatterns(mlir::RewritePatternSet &patterns);

/// Rules that find layers of 8-bit numbers in what TVM's legalisation writes.
void populateWidenedPatterns(mlir::RewritePatternSet &patterns);

/// Rules that write qnn's arithmetic on scales by channel as TVM does.
void populateByChannelPatterns(mlir::RewritePatternSet &patterns);

} // namespace dsp::relay

#endif // DSP_LIB_DIALECT_RELAY_TRANSFORMS_QUANTIZEDPATTERNS_H
