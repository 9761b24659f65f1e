//===- RelayInterfaces.td - What relay ops have in common --*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_RELAYINTERFACES_TD
#define DSP_DIALECT_RELAY_IR_RELAYINTERFACES_TD

include "mlir/IR/OpBase.td"

def RelayLayoutOpInterface : OpInterface<"RelayLayoutOpInterface"> {
  let cppNamespace = "::dsp::relay";
  let description = [{
    An op whose axes have roles: it says in which order it takes and gives them,
    in TVM's letters (`NCHW`, `OIHW`; see Layout.h).
  }];
  let methods = [
    InterfaceMethod<"The layout of an operand; empty if it has none.",
                    "::llvm::StringRef", "getOperandLayout", (ins "unsigned":$index)>,
    InterfaceMethod<"The layout of the result.",
                    "::llvm::StringRef", "getResultLayout">,
  ];
}

#endif // DSP_DIALECT_RELAY_IR_RELAYINTERFACES_TD
