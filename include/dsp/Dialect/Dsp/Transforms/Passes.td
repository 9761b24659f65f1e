//===- Passes.td - Passes on the dsp dialect ---------------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_TRANSFORMS_PASSES_TD
#define DSP_DIALECT_DSP_TRANSFORMS_PASSES_TD

include "mlir/Pass/PassBase.td"

def DspPlanMemory : Pass<"dsp-plan-memory", "::mlir::func::FuncOp"> {
  let summary = "give every tensor its place in memory";
  let description = [{
    Takes the ops of a function in their order as the schedule. Arguments are
    read where the caller has them, returned tensors are written straight to the
    caller's buffers, views live in their source, results overwrite an operand
    where the kernel allows it and nobody needs the operand any more. All other
    tensors and the kernels' scratch memory share one arena.

    A `dsp.copy` is inserted where an argument, a constant, or a tensor that is
    returned already is returned; and where a kernel wants an operand in a certain
    memory, which is the arena's, that the application or the weights hold, or a
    result there that is returned.

    The module's `dsp.arena` bounds the arena and aligns what is in it.

    The plan is left as attributes, see the dialect's description. With
    `verify` it is checked by an independent replay.
  }];
  let options = [
    Option<"minAlign", "min-align", "uint64_t", "1",
           "align all buffers in the arena to at least that many bytes">,
    Option<"inPlace", "in-place", "bool", "true",
           "let results overwrite operands">,
    Option<"verify", "verify", "bool", "true", "check the finished plan">,
  ];
  let dependentDialects = ["::dsp::DspDialect"];
}

def DspCheckMemoryPlan : Pass<"dsp-check-memory-plan", "::mlir::func::FuncOp"> {
  let summary = "check the memory plan that a function carries";
  let description = [{
    Plays the schedule: when a tensor is read or handed back, its memory must
    still hold what was written there; nothing that a kernel is given at once may
    overlap unless its record allows it; bounds and alignments must be kept.
    dsp-plan-memory runs it on its own plans, and the emitter before it prints.
  }];
}

#endif // DSP_DIALECT_DSP_TRANSFORMS_PASSES_TD
