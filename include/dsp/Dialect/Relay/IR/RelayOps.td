//===- RelayOps.td - All ops of the relay dialect ----------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_RELAYOPS_TD
#define DSP_DIALECT_RELAY_IR_RELAYOPS_TD

include "dsp/Dialect/Relay/IR/RelayBase.td"

def Relay_ConstantOp : Relay_Op<"constant", "", [ConstantLike, AllTypesMatch<["value", "result"]>]> {
  let summary = "a weight or literal of the model";
  let description = [{
    Large values are `dense_resource`s that alias the mapped parameter file.
    `name` is the parameter's name in the model, where it has one.
  }];
  let arguments = (ins ElementsAttr:$value, OptionalAttr<StrAttr>:$name);
  let results = (outs AnyStaticShapeTensor:$result);
  let assemblyFormat = "($name^)? $value attr-dict";
  let hasFolder = 1;
}

#endif // DSP_DIALECT_RELAY_IR_RELAYOPS_TD
