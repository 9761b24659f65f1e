//===- RelayOps.h - The ops of the relay dialect ----------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_RELAYOPS_H
#define DSP_DIALECT_RELAY_IR_RELAYOPS_H

#include "dsp/Dialect/Relay/IR/RelayDialect.h"
#include "dsp/Dialect/Relay/IR/SliceRanges.h"
#include "dsp/Support/LLVM.h"
#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/RegionKindInterface.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/IR/TypeUtilities.h"
#include "mlir/Interfaces/CallInterfaces.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "dsp/Dialect/Relay/IR/RelayInterfaces.h.inc"

#define GET_TYPEDEF_CLASSES
#include "dsp/Dialect/Relay/IR/RelayTypes.h.inc"

#define GET_OP_CLASSES
#include "dsp/Dialect/Relay/IR/ControlOps.h.inc"
#define GET_OP_CLASSES
#include "dsp/Dialect/Relay/IR/ConvOps.h.inc"
#define GET_OP_CLASSES
#include "dsp/Dialect/Relay/IR/ElementwiseOps.h.inc"
#define GET_OP_CLASSES
#include "dsp/Dialect/Relay/IR/ImageOps.h.inc"
#define GET_OP_CLASSES
#include "dsp/Dialect/Relay/IR/NNOps.h.inc"
#define GET_OP_CLASSES
#include "dsp/Dialect/Relay/IR/PoolOps.h.inc"
#define GET_OP_CLASSES
#include "dsp/Dialect/Relay/IR/QNNOps.h.inc"
#define GET_OP_CLASSES
#include "dsp/Dialect/Relay/IR/ReduceOps.h.inc"
#define GET_OP_CLASSES
#include "dsp/Dialect/Relay/IR/TensorOps.h.inc"

namespace dsp::relay {

/// Creates the operator `relayName` ("nn.conv2d") with the result types that
/// Relay's rules give it. Attributes that Relay's default serves need not be
/// given. What is wrong with the operands or attributes is reported at `loc`.
mlir::FailureOr<Operation *>
buildOperator(OpBuilder &builder, Location loc, StringRef relayName,
              mlir::ValueRange operands, ArrayRef<mlir::NamedAttribute> attrs);

/// How many multiplications with an addition `op` stands for: of convolutions
/// and matrix products with static shapes. All else has no such number.
std::optional<int64_t> macCount(Operation *op);

} // namespace dsp::relay

#endif // DSP_DIALECT_RELAY_IR_RELAYOPS_H
