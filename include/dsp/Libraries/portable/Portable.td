//===- Portable.td - All kernels of the library ---------- -*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLE_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLE_TD

include "dsp/Libraries/portable/PortableConv.td"
include "dsp/Libraries/portable/PortableElementwise.td"
include "dsp/Libraries/portable/PortableMatrixProduct.td"
include "dsp/Libraries/portable/PortableMove.td"
include "dsp/Libraries/portable/PortableNorm.td"
include "dsp/Libraries/portable/PortablePool.td"
include "dsp/Libraries/portable/PortableQuantizedElementwise.td"
include "dsp/Libraries/portable/PortableQuantizedFunctions.td"
include "dsp/Libraries/portable/PortableQuantizedLayers.td"
include "dsp/Libraries/portable/PortableQuantizedPool.td"
include "dsp/Libraries/portable/PortableReduce.td"
include "dsp/Libraries/portable/PortableResize.td"
include "dsp/Libraries/portable/PortableSort.td"

#endif // DSP_LIBRARIES_PORTABLE_PORTABLE_TD
