//===- RelayOps.td - All ops of the relay dialect ----------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_RELAYOPS_TD
#define DSP_DIALECT_RELAY_IR_RELAYOPS_TD

include "dsp/Dialect/Relay/IR/ControlOps.td"
include "dsp/Dialect/Relay/IR/ConvOps.td"
include "dsp/Dialect/Relay/IR/ElementwiseOps.td"
include "dsp/Dialect/Relay/IR/ImageOps.td"
include "dsp/Dialect/Relay/IR/NNOps.td"
include "dsp/Dialect/Relay/IR/PoolOps.td"
include "dsp/Dialect/Relay/IR/QNNOps.td"
include "dsp/Dialect/Relay/IR/ReduceOps.td"
include "dsp/Dialect/Relay/IR/TensorOps.td"

#endif // DSP_DIALECT_RELAY_IR_RELAYOPS_TD
