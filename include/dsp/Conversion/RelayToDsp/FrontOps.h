//===- FrontOps.h - The ops of the model that want a place ------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_CONVERSION_RELAYTODSP_FRONTOPS_H
#define DSP_CONVERSION_RELAYTODSP_FRONTOPS_H

#include "dsp/Support/LLVM.h"

namespace mlir::func {
class FuncOp;
} // namespace mlir::func

namespace dsp {

/// Whether `op` is an op of the model that computes something: a Relay op that
/// is neither a constant nor the end of a region.
bool isFrontOp(Operation *op);

/// Numbers the front ops of `func` in the order of computation, from 0. The
/// number, the op's name and its multiply-accumulates go into its location
/// (SourceOps.h), which every rewrite hands on: whatever an op becomes is known
/// to come from it. Ops that have a number keep it.
void markFrontOps(mlir::func::FuncOp func);

/// Takes the numbers away that `root` may have brought from an earlier run.
void unmarkFrontOps(Operation *root);

} // namespace dsp

#endif // DSP_CONVERSION_RELAYTODSP_FRONTOPS_H
