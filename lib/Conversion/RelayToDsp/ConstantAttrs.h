//===- ConstantAttrs.h - Constants as attributes of kernels -----*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_CONVERSION_RELAYTODSP_CONSTANTATTRS_H
#define DSP_LIB_CONVERSION_RELAYTODSP_CONSTANTATTRS_H

#include "dsp/Support/LLVM.h"
#include "mlir/IR/Attributes.h"
#include "mlir/IR/Value.h"

namespace dsp {

/// The numbers of a constant as the attribute, one number or a list, of the
/// kind that `accepts` asks for; null if the value is not constant or no such
/// attribute holds it without loss.
mlir::Attribute makeAttrOfConstant(mlir::Value value,
                                   bool (*accepts)(mlir::Attribute));

} // namespace dsp

#endif // DSP_LIB_CONVERSION_RELAYTODSP_CONSTANTATTRS_H
