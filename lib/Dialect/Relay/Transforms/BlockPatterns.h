//===- BlockPatterns.h - Blocks moved between space and batch ---*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_DIALECT_RELAY_TRANSFORMS_BLOCKPATTERNS_H
#define DSP_LIB_DIALECT_RELAY_TRANSFORMS_BLOCKPATTERNS_H

#include "mlir/IR/PatternMatch.h"

namespace dsp::relay {

/// Rules that write nn.space_to_batch_nd and nn.batch_to_space_nd with reshapes
/// and a transposition.
void populateBlockPatterns(mlir::RewritePatternSet &patterns);

} // namespace dsp::relay

#endif // DSP_LIB_DIALECT_RELAY_TRANSFORMS_BLOCKPATTERNS_H
