//===- ReductionPatterns.h - One form for reductions -----------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_TRANSFORMS_REDUCTIONPATTERNS_H
#define DSP_DIALECT_RELAY_TRANSFORMS_REDUCTIONPATTERNS_H

#include "mlir/IR/PatternMatch.h"

namespace dsp::relay {

/// `argmax` and `argmin` over axes that are neighbours.
void populateReductionPatterns(mlir::RewritePatternSet &patterns);

} // namespace dsp::relay

#endif // DSP_DIALECT_RELAY_TRANSFORMS_REDUCTIONPATTERNS_H
