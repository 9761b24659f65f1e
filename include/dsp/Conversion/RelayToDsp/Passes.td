//===- Passes.td - From Relay ops to kernel calls -------- -*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_CONVERSION_RELAYTODSP_PASSES_TD
#define DSP_CONVERSION_RELAYTODSP_PASSES_TD

include "mlir/Pass/PassBase.td"

def ConvertRelayToDspPass
    : Pass<"convert-relay-to-dsp", "::mlir::func::FuncOp"> {
  let summary = "put Relay ops on kernels";
  let description = [{
    Replaces Relay ops by kernel calls where a kernel record covers them and its
    support predicate says yes. Users come before what they use, so the largest
    cover wins; among covers at one op, first the earlier library, then the
    cover with more ops, then the higher priority.

    Filters and the like are packed into the layout that the kernel's record
    asks for by a `relay.transpose` in front of the call, which
    `relay-fold-constants` evaluates.

    Ops that no kernel takes stay as they are. An op with an attribute
    `dsp.placement` goes where that says or nowhere: to a kernel
    ("portable.conv2d_f32"), to any kernel of a library ("portable"), or to none
    ("host").

    Before that, each op gets its number, name and multiply-accumulates into its
    location, from where the reports take what became of it.
  }];
  let options = [
    ListOption<"libraries", "libraries", "std::string",
               "Kernel libraries by name, the preferred one first (default: "
               "portable)">,
  ];
  let dependentDialects = ["::dsp::DspDialect", "::dsp::relay::RelayDialect"];
}

def ConvertRelayConstantsToDspPass
    : Pass<"convert-relay-constants-to-dsp", "::mlir::func::FuncOp"> {
  let summary = "make dsp.constant of what is left of Relay's constants";
  let description = [{
    Comes last, when all that can be computed at compile time has been.
  }];
  let dependentDialects = ["::dsp::DspDialect"];
}

#endif // DSP_CONVERSION_RELAYTODSP_PASSES_TD
