//===- PortableBase.td - The portable kernel library -------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLEBASE_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLEBASE_TD

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"

def Portable : Dsp_Library<"portable"> {
  let summary = "Kernels in C99 for any processor, the virtual DSP";
  let version = "1.0";
  let header = "dsp_portable.h";
  let linkName = "dsp_portable";
  let status = Dsp_Status<"portable_status", 0>;
  let idRange = [0x100, 0x7FF];
  let layout = "NHWC";
}

#endif // DSP_LIBRARIES_PORTABLE_PORTABLEBASE_TD
