//===- DspOps.h - The dsp dialect -------------------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_DSPOPS_H
#define DSP_DIALECT_DSP_IR_DSPOPS_H

#include "dsp/Dialect/Dsp/IR/KernelInfo.h"
#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/TypeUtilities.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "dsp/Dialect/Dsp/IR/DspDialect.h.inc"

#include "dsp/Dialect/Dsp/IR/DspKernelInterface.h.inc"

#define GET_OP_CLASSES
#include "dsp/Dialect/Dsp/IR/DspOps.h.inc"

#endif // DSP_DIALECT_DSP_IR_DSPOPS_H
