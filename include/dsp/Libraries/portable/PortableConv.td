//===- PortableConv.td - Convolutions -------------------- -*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLECONV_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLECONV_TD

include "dsp/Libraries/portable/PortableBase.td"

/// What a convolution may be followed by, in one call: a bias, then an
/// activation. `channelAxis` is the axis of the channels.
class Portable_Fused<dag conv, int channelAxis> {
  dag biased = (Relay_BiasAddOp conv, $bias, (AxisIs<channelAxis>):$axis);
  list<Set> relu = [Set<"act_min", "0.0">];
  list<Covers> all = [
    Covers<conv>,
    Covers<biased>,
    Covers<(Relay_ReluOp conv), relu>,
    Covers<(Relay_ReluOp biased), relu>,
    Covers<(Relay_ClipOp conv, (To<"act_min">):$a_min, (To<"act_max">):$a_max)>,
    Covers<(Relay_ClipOp biased, (To<"act_min">):$a_min, (To<"act_max">):$a_max)>
  ];
}

def Portable_ActMin : DefaultValuedAttr<F64Attr, "-INFINITY">;
def Portable_ActMax : DefaultValuedAttr<F64Attr, "INFINITY">;

defvar resultSaysIt = Ignored<"the result's type says it">;
defvar filterSaysIt = Ignored<"the filter's shape says it">;

/// The parameters that 2-D convolutions share; dims of the filter by position.
class Portable_Conv2DParams<int kernelH, int kernelW> {
  dag params = (Struct<"portable_conv2d_params">
      (Dim<0> $input):$batch,
      (Dim<1> $input):$in_h, (Dim<2> $input):$in_w, (Dim<3> $input):$in_c,
      (Dim<1> $output):$out_h, (Dim<2> $output):$out_w, (Dim<3> $output):$out_c,
      (Dim<kernelH> $filter):$kernel_h, (Dim<kernelW> $filter):$kernel_w,
      (Elem<0> $strides):$stride_h, (Elem<1> $strides):$stride_w,
      (Elem<0> $dilation):$dilation_h, (Elem<1> $dilation):$dilation_w,
      (Elem<0> $padding):$pad_top, (Elem<1> $padding):$pad_left,
      (Scalar<"int32_t"> $groups):$groups);
}

defvar conv2dRequires = [
  Dsp_Require<"C1", "'padding' must say top, left, bottom, right",
              "$padding.size() == 4", ["$padding"]>,
  Dsp_Require<"C2", "'strides' and 'dilation' must have two elements",
              "$strides.size() == 2 && $dilation.size() == 2",
              ["$strides", "$dilation"]>,
  Dsp_Require<"C3", "'bias' must have one element for each output channel",
              "dim($bias, 0) == dim($output, 3)",
              ["dim($bias, 0)", "dim($output, 3)"]>
];

defvar conv2dArguments = (ins
    Dsp_Tensor<Dsp_F32, [4], "NHWC">:$input, Dsp_Tensor<Dsp_F32, [4]>:$filter,
    Optional<Dsp_Tensor<Dsp_F32, [1]>>:$bias,
    DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$padding,
    DenseI64ArrayAttr:$dilation, I64Attr:$groups,
    Portable_ActMin:$act_min, Portable_ActMax:$act_max);

defvar conv2dSource = (Relay_Conv2DOp $input, $filter, $strides, $padding,
    $dilation, $groups, filterSaysIt:$channels, filterSaysIt:$kernel_size,
    (Layout $input):$data_layout, (Layout $filter):$kernel_layout,
    (Layout $output):$out_layout, resultSaysIt:$out_dtype);

def Portable_Conv2DF32Op
    : Dsp_Kernel<Portable, "conv2d_f32", 0x110, conv2dRequires> {
  let summary = "2-D convolution with groups, bias and activation";
  let arguments = conv2dArguments;
  let results = (outs Dsp_Tensor<Dsp_F32, [4], "NHWC">:$output);
  let cCall = (CCall Portable_Conv2DParams<1, 2>.params:$params,
      (In<> $input), (Weights<"OHWI"> $filter), (In<> $bias),
      (Scalar<"float"> $act_min), (Scalar<"float"> $act_max), (Out<> $output));
  let covers = Portable_Fused<conv2dSource, 3>.all;
}

def Portable_DepthwiseConv2DF32Op
    : Dsp_Kernel<Portable, "depthwise_conv2d_f32", 0x111,
                 !listconcat(conv2dRequires, [
        Dsp_Require<"C4", "each group must be one input channel",
                    "$groups == dim($input, 3)",
                    ["$groups", "dim($input, 3)"]>
      ])> {
  let summary = "2-D depthwise convolution with bias and activation";
  let arguments = conv2dArguments;
  let results = (outs Dsp_Tensor<Dsp_F32, [4], "NHWC">:$output);
  let cCall = (CCall Portable_Conv2DParams<1, 2>.params:$params,
      (In<> $input), (Weights<"IHWO"> $filter), (In<> $bias),
      (Scalar<"float"> $act_min), (Scalar<"float"> $act_max), (Out<> $output));
  let covers = Portable_Fused<conv2dSource, 3>.all;
  let priority = 10;
}

#endif // DSP_LIBRARIES_PORTABLE_PORTABLECONV_TD
