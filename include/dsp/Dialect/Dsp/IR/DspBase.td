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

    Once planned, a function carries `dsp.arena_size` and `dsp.arena_align`, and
    each op `dsp.offsets`, the place in the arena of each result (-1: it lives in
    one of the caller's buffers, in the weights or in its operand), and
    `dsp.scratch_offsets`, that of each scratch argument in the order of the
    prototype.
  }];
  let useDefaultAttributePrinterParser = 0;
}

#endif // DSP_DIALECT_DSP_IR_DSPBASE_TD
