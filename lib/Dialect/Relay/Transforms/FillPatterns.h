//===- FillPatterns.h - One form for fills and likes ------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_DIALECT_RELAY_TRANSFORMS_FILLPATTERNS_H
#define DSP_LIB_DIALECT_RELAY_TRANSFORMS_FILLPATTERNS_H

#include "mlir/IR/PatternMatch.h"

namespace dsp::relay {

/// Ops that take a tensor only for its type say that type themselves; a tensor
/// of one value is that value broadcast; ops that flatten their operand first
/// get it flat.
void populateFillPatterns(mlir::RewritePatternSet &patterns);

} // namespace dsp::relay

#endif // DSP_LIB_DIALECT_RELAY_TRANSFORMS_FILLPATTERNS_H
