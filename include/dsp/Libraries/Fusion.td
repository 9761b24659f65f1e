//===- Fusion.td - What libraries fuse into a convolution  -*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_FUSION_TD
#define DSP_LIBRARIES_FUSION_TD

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"

/// Attributes of kernels that clamp what they compute.
def Fusion_ActMin : DefaultValuedAttr<F64Attr, "-INFINITY">;
def Fusion_ActMax : DefaultValuedAttr<F64Attr, "INFINITY">;

/// An op with or without a bias, `channelAxis` being the axis of the channels.
class Fusion_Biased<dag op, int channelAxis> {
  dag biased = (Relay_BiasAddOp op, $bias, (AxisIs<channelAxis>):$axis);
  list<Covers> all = [Covers<op>, Covers<biased>];
}

/// An op, and the op clamped by relu or clip: attributes `act_min` and `act_max`.
class Fusion_Clamped<dag op> {
  list<Covers> all = [
    Covers<op>,
    Covers<(Relay_ReluOp op), [Set<"act_min", "0.0">]>,
    Covers<(Relay_ClipOp op, (To<"act_min">):$a_min, (To<"act_max">):$a_max)>
  ];
}

/// Both: a bias, then an activation, in one call.
class Fusion_BiasedAndClamped<dag op, int channelAxis> {
  list<Covers> all = !listconcat(
      Fusion_Clamped<op>.all,
      Fusion_Clamped<Fusion_Biased<op, channelAxis>.biased>.all);
}

#endif // DSP_LIBRARIES_FUSION_TD
