//===- DspBase.td - The dsp dialect ------------------------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_DSPBASE_TD
#define DSP_DIALECT_DSP_IR_DSPBASE_TD

include "mlir/IR/OpBase.td"

def Dsp_Dialect : Dialect {
  let name = "dsp";
  let cppNamespace = "::dsp";
  let summary = "calls of DSP kernels on tensors";
  let description = [{
    Each op `dsp.<library>.<kernel>` is a call of one C function and is made from
    one kernel record; libraries add theirs as dialect extensions. The dialect's
    own ops are what every library needs: constants, views and copies.

    Once planned, a function carries `dsp.arena_size` and `dsp.arena_align`; each
    kernel call and copy carries `dsp.offsets`, the place of each result in the
    arena (-1 - k: in the caller's buffer for result k of the function), and if
    it has scratch arguments `dsp.scratch_offsets`, their places in the order of
    the prototype. A view lives in its source, a constant in the weights.

    What users state of the target is on the module: `dsp.arena`, the memory that
    the arena is taken from; `dsp.library_options`; `dsp.numerics`.
  }];
  let hasOperationAttrVerify = 1;
  let useDefaultAttributePrinterParser = 0;
}

#endif // DSP_DIALECT_DSP_IR_DSPBASE_TD
