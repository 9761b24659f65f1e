//===- BoundaryScales.h - What a model's quantised numbers mean -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_CONVERSION_RELAYTODSP_BOUNDARYSCALES_H
#define DSP_LIB_CONVERSION_RELAYTODSP_BOUNDARYSCALES_H

namespace mlir::func {
class FuncOp;
} // namespace mlir::func

namespace dsp {

/// Notes the scale and zero point of inputs and outputs that hold quantised
/// numbers as attributes of the function, while the ops that know them are
/// there. The application has to know them too.
void noteBoundaryScales(mlir::func::FuncOp func);

} // namespace dsp

#endif // DSP_LIB_CONVERSION_RELAYTODSP_BOUNDARYSCALES_H
