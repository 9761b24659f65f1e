//===- NormalizeAttributes.h - Write attributes out -------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_DIALECT_RELAY_TRANSFORMS_NORMALIZEATTRIBUTES_H
#define DSP_LIB_DIALECT_RELAY_TRANSFORMS_NORMALIZEATTRIBUTES_H

#include "mlir/IR/Operation.h"

namespace dsp::relay {

/// Writes out what the attributes of a relay op leave open: axes are counted
/// from the front, lists of axes are complete and sorted where their order
/// means nothing, paddings have a number for each side, other lists one for
/// each spatial dimension, a layer says its channels and kernel size. Ops of
/// dynamic shape keep what can't be known.
void normalizeAttributes(mlir::Operation *op);

} // namespace dsp::relay

#endif // DSP_LIB_DIALECT_RELAY_TRANSFORMS_NORMALIZEATTRIBUTES_H
