//===- DspOps.td - The ops that every library needs --------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_DSPOPS_TD
#define DSP_DIALECT_DSP_IR_DSPOPS_TD

include "dsp/Dialect/Dsp/IR/DspBase.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

class Dsp_Op<string mnemonic, list<Trait> traits = []>
    : Op<Dsp_Dialect, mnemonic, !listconcat([Pure], traits)>;

def Dsp_ConstantOp : Dsp_Op<"constant",
    [ConstantLike, AllTypesMatch<["value", "result"]>]> {
  let summary = "weights, in the layout that their users want";
  let description = [{
    `name` is the parameter's name in the model, where it has one; the C symbol
    is made from it.
  }];
  let arguments = (ins ElementsAttr:$value, OptionalAttr<StrAttr>:$name);
  let results = (outs AnyStaticShapeTensor:$result);
  let assemblyFormat = "($name^)? $value attr-dict";
  let hasFolder = 1;
}

def Dsp_ViewOp : Dsp_Op<"view"> {
  let summary = "the same bytes under another shape";
  let description = "Costs nothing: the result lives in its operand's buffer.";
  let arguments = (ins AnyStaticShapeTensor:$source);
  let results = (outs AnyStaticShapeTensor:$result);
  let assemblyFormat = "$source attr-dict `:` type($source) `->` type($result)";
  let hasVerifier = 1;
  let hasFolder = 1;
}

def Dsp_CopyOp : Dsp_Op<"copy", [AllTypesMatch<["source", "result"]>]> {
  let summary = "a copy into a buffer of its own";
  let description = [{
    Made by the planner where the caller's buffer must be filled with what lives
    elsewhere: an input or a constant that is returned, a value returned twice.
  }];
  let arguments = (ins AnyStaticShapeTensor:$source);
  let results = (outs AnyStaticShapeTensor:$result);
  let assemblyFormat = "$source attr-dict `:` type($source)";
}

#endif // DSP_DIALECT_DSP_IR_DSPOPS_TD
