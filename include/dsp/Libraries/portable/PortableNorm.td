//===- PortableNorm.td - Softmax and normalisation ---------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLENORM_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLENORM_TD

include "dsp/Libraries/portable/PortableRoles.td"

class Portable_AlongAxis<string kernel, int kernelId, list<Dsp_Require> more = []>
    : Dsp_Kernel<Portable, kernel, kernelId, !listconcat([
        Dsp_SameShape<"C1", "input", "output">, Portable_HasAxis<"C2", "axis", "input">
      ], more)> {
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let inPlace = [InPlace<"input", "output">];
}

class Portable_SoftmaxLike<string kernel, int kernelId, Op front> : Portable_AlongAxis<kernel, kernelId> {
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, I64Attr:$axis);
  let cCall = (CCall (Portable_Outer<"axis"> $input):$outer, (Portable_Axis<"axis"> $input):$axis,
                     (Portable_Inner<"axis"> $input):$inner, (In<> $input), (Out<> $output));
  let covers = [Covers<(front $input, $axis)>];
}
def Portable_SoftmaxF32Op : Portable_SoftmaxLike<"softmax_f32", 0x150, Relay_SoftmaxOp> {
  let summary = "softmax along an axis";
}
def Portable_LogSoftmaxF32Op : Portable_SoftmaxLike<"log_softmax_f32", 0x151, Relay_LogSoftmaxOp> {
  let summary = "the logarithm of softmax along an axis";
}

/// gamma and beta have one element for each place on the axis.
defvar portableAffine = [
  Dsp_Require<"C3", "'gamma' and 'beta' must have one element for each place on 'axis'",
              "dim($gamma, 0) == dim($input, $axis) && dim($beta, 0) == dim($input, $axis)",
              ["dim($gamma, 0)", "dim($beta, 0)", "dim($input, $axis)"]>
];

class Portable_MeanVariance<string kernel, int kernelId, list<Dsp_Require> more = []>
    : Portable_AlongAxis<kernel, kernelId, !listconcat(portableAffine, more)> {
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, Dsp_Tensor<Dsp_F32, [1]>:$gamma,
                       Dsp_Tensor<Dsp_F32, [1]>:$beta, I64Attr:$axis, F64Attr:$epsilon);
}

def Portable_LayerNormF32Op : Portable_MeanVariance<"layer_norm_f32", 0x4A0> {
  let summary = "normalised along an axis";
  let cCall = (CCall (Portable_Outer<"axis"> $input):$outer, (Portable_Axis<"axis"> $input):$axis,
                     (Portable_Inner<"axis"> $input):$inner, (Scalar<"float"> $epsilon), (In<> $input),
                     (In<> $gamma), (In<> $beta), (Out<> $output));
  let covers = [Covers<(Relay_LayerNormOp $input, $gamma, $beta, $axis, $epsilon,
                                          (Is<"true">):$center, (Is<"true">):$scale)>];
}

def Portable_InstanceNormF32Op : Portable_MeanVariance<"instance_norm_f32", 0x4A1, [
    Dsp_Require<"C4", "'axis' must not be the batch's", "normalizeAxis($axis, $input) != 0", ["$axis"]>
  ]> {
  let summary = "normalised over all positions of a channel";
  let cCall = (CCall (Dim<0> $input):$batch,
                     (Expr<"int32_t", "dimProduct($input, 1, normalizeAxis($axis, $input))">):$before,
                     (Portable_Axis<"axis"> $input):$channels, (Portable_Inner<"axis"> $input):$after,
                     (Scalar<"float"> $epsilon), (In<> $input), (In<> $gamma), (In<> $beta),
                     (Out<> $output));
  let covers = [Covers<(Relay_InstanceNormOp $input, $gamma, $beta, $axis, $epsilon,
                                             (Is<"true">):$center, (Is<"true">):$scale)>];
}

def Portable_GroupNormF32Op : Portable_MeanVariance<"group_norm_f32", 0x4A2, [
    Dsp_Require<"C4", "'num_groups' must divide the channels",
                "$num_groups > 0 && dim($input, $axis) % $num_groups == 0",
                ["$num_groups", "dim($input, $axis)"]>
  ]> {
  let summary = "normalised over groups of channels and what is inside them";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, Dsp_Tensor<Dsp_F32, [1]>:$gamma,
                       Dsp_Tensor<Dsp_F32, [1]>:$beta, I64Attr:$num_groups, I64Attr:$axis,
                       F64Attr:$epsilon);
  let cCall = (CCall (Portable_Outer<"axis"> $input):$outer, (Portable_Axis<"axis"> $input):$channels,
                     (Portable_Inner<"axis"> $input):$inner, (Scalar<"int32_t"> $num_groups):$groups,
                     (Scalar<"float"> $epsilon), (In<> $input), (In<> $gamma), (In<> $beta),
                     (Out<> $output));
  let covers = [Covers<(Relay_GroupNormOp $input, $gamma, $beta, $num_groups, $axis, $epsilon,
                                          (Is<"true">):$center, (Is<"true">):$scale)>];
}

def Portable_L2NormalizeF32Op : Dsp_Kernel<Portable, "l2_normalize_f32", 0x4A3, [
    Dsp_SameShape<"C1", "input", "output">,
    Dsp_Require<"C2", "'axis' must list neighbouring axes",
                "areNeighbours(reducedAxes($input, $axis, false))", ["$axis"]>
  ]> {
  let summary = "divided by the Euclidean norm along axes";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, F64Attr:$eps, DenseI64ArrayAttr:$axis);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let inPlace = [InPlace<"input", "output">];
  let cCall = (CCall (Expr<"int32_t", "outerOf($input, reducedAxes($input, $axis, false))">):$outer,
                     (Expr<"int32_t", "extentOf($input, reducedAxes($input, $axis, false))">):$axis,
                     (Expr<"int32_t", "innerOf($input, reducedAxes($input, $axis, false))">):$inner,
                     (Scalar<"float"> $eps):$epsilon, (In<> $input), (Out<> $output));
  let covers = [Covers<(Relay_L2NormalizeOp $input, $eps, $axis)>];
}

def Portable_LrnF32Op : Portable_AlongAxis<"lrn_f32", 0x4A4, [
    Dsp_Require<"C3", "'size' must be odd", "$size > 0 && $size % 2 == 1", ["$size"]>
  ]> {
  let summary = "local response normalisation along an axis";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, I64Attr:$size, I64Attr:$axis, F64Attr:$bias,
                       F64Attr:$alpha, F64Attr:$beta);
  let inPlace = [];
  let cCall = (CCall (Portable_Outer<"axis"> $input):$outer, (Portable_Axis<"axis"> $input):$axis,
                     (Portable_Inner<"axis"> $input):$inner, (Scalar<"int32_t"> $size),
                     (Scalar<"float"> $bias), (Scalar<"float"> $alpha), (Scalar<"float"> $beta),
                     (In<> $input), (Out<> $output));
  let covers = [Covers<(Relay_LRNOp $input, $size, $axis, $bias, $alpha, $beta)>];
}

#endif // DSP_LIBRARIES_PORTABLE_PORTABLENORM_TD
