//===- CmsisNN.td - Kernels of Arm's CMSIS-NN --------------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_CMSISNN_CMSISNN_TD
#define DSP_LIBRARIES_CMSISNN_CMSISNN_TD

include "dsp/Libraries/cmsis_nn/CmsisNNConv.td"
include "dsp/Libraries/cmsis_nn/CmsisNNElementwise.td"
include "dsp/Libraries/cmsis_nn/CmsisNNFullyConnected.td"
include "dsp/Libraries/cmsis_nn/CmsisNNMove.td"
include "dsp/Libraries/cmsis_nn/CmsisNNPool.td"

#endif // DSP_LIBRARIES_CMSISNN_CMSISNN_TD
