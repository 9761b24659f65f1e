//===- Numerics.h - Whose arithmetic a model means --------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// TVM and TensorFlow Lite round quantised numbers differently, so a model that
// went from one to the other has two meanings. Users choose one; a kernel that
// has the other's rounding is an approximation, which they must allow.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_NUMERICS_H
#define DSP_DIALECT_DSP_IR_NUMERICS_H

#include "dsp/Dialect/Dsp/IR/KernelInfo.h"

namespace dsp {

/// On a module: whose bits the results must have, "relay" (the default) or
/// "tflite". On a kernel call: whose it has, where that makes a difference.
inline constexpr StringLiteral kNumericsAttr("dsp.numerics");
inline constexpr StringLiteral kRelayNumerics("relay");

/// On a module: kernels of other numerics may be taken where no exact one fits.
inline constexpr StringLiteral kAllowApproximateAttr("dsp.allow_approximate");

/// On inputs and outputs of a function that hold quantised numbers: what these
/// stand for, scale * (number - zero point).
inline constexpr StringLiteral kScaleAttr("dsp.scale");
inline constexpr StringLiteral kZeroPointAttr("dsp.zero_point");

/// What the module that holds `op` asks for.
StringRef requestedNumerics(Operation *op);

/// Whether a kernel taken by this cover gives the requested bits.
bool isExact(const CoverInfo &cover, Operation *op);
/// The same of a kernel call.
bool isExactCall(Operation *call);

/// What is special about the numerics of a kernel call, for readers; "" if it
/// has those of every model.
StringRef numericsText(Operation *call);

/// Whether the cover may be taken at `op`: it is exact there, or an
/// approximation is allowed.
bool hasAcceptableNumerics(const CoverInfo &cover, Operation *op);

} // namespace dsp

#endif // DSP_DIALECT_DSP_IR_NUMERICS_H
