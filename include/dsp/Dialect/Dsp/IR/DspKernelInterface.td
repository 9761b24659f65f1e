//===- DspKernelInterface.td - What every kernel call offers -*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_DSPKERNELINTERFACE_TD
#define DSP_DIALECT_DSP_IR_DSPKERNELINTERFACE_TD

include "mlir/IR/OpBase.td"

def DspKernelOpInterface : OpInterface<"DspKernelOpInterface"> {
  let cppNamespace = "::dsp";
  let description = [{
    A call of one function of a kernel library. Ops get this interface from
    their kernel record; the planner, the emitter and the reports know no more
    of them than this.
  }];
  let methods = [
    StaticInterfaceMethod<"The kernel's record.",
      "const ::dsp::KernelInfo &", "getKernelInfo">,
  ];
}

#endif // DSP_DIALECT_DSP_IR_DSPKERNELINTERFACE_TD
