//===- RelayDialect.h - The relay dialect -----------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_RELAYDIALECT_H
#define DSP_DIALECT_RELAY_IR_RELAYDIALECT_H

#include "mlir/IR/Dialect.h"

#include "dsp/Dialect/Relay/IR/RelayDialect.h.inc"

#endif // DSP_DIALECT_RELAY_IR_RELAYDIALECT_H
