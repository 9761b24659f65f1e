//===- PortableConv.td - Convolutions -------------------- -*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLECONV_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLECONV_TD

include "dsp/Libraries/Fusion.td"
include "dsp/Libraries/portable/PortableBase.td"

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

/// Floating-point sums are TVM's bits if they are added up in its order, which
/// depends on the layout that the model has them in (SumOrder.h).
def Portable_ChannelBlock : DefaultValuedAttr<I64Attr, "0">;

class Portable_InOrder<list<Covers> covers> {
  list<Covers> all = !foreach(cover, covers, CoversBy<cover.source,
      "portable::bindChannelBlock", "the order of the sums, from the filter's layout",
      cover.settings>);
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
    Fusion_ActMin:$act_min, Fusion_ActMax:$act_max);

defvar depthwiseSource = (Relay_Conv2DOp $input, $filter, $strides, $padding,
    $dilation, $groups, filterSaysIt:$channels, filterSaysIt:$kernel_size,
    (Layout $input):$data_layout, (Layout $filter):$kernel_layout,
    (Layout $output):$out_layout, resultSaysIt:$out_dtype);

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
  let covers = Fusion_BiasedAndClamped<depthwiseSource, 3>.all;
  let priority = 10;
}

//===----------------------------------------------------------------------===//
// One and three dimensions, and transposed
//===----------------------------------------------------------------------===//

/// What depends on the number of spatial dimensions. `packed` is the layout of
/// filters; in both kinds the spatial dimensions follow the first.
class Portable_ConvGeometry<int n, string dataLayout, string packedLayout, dag structOfParams> {
  int spatialRank = n;
  string packed = packedLayout;
  dag params = structOfParams;
  Dsp_Tensor tensor = Dsp_Tensor<Dsp_F32, [!add(n, 2)], dataLayout>;
  dag arguments = (ins tensor:$input, Dsp_Tensor<Dsp_F32, [!add(n, 2)]>:$filter,
      Optional<Dsp_Tensor<Dsp_F32, [1]>>:$bias,
      DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$padding,
      DenseI64ArrayAttr:$dilation, I64Attr:$groups,
      Fusion_ActMin:$act_min, Fusion_ActMax:$act_max,
      Portable_ChannelBlock:$channel_block);
  list<Dsp_Require> requires = [
    Dsp_Require<"C1", "'padding' must have " # !mul(2, n) # " elements",
                "$padding.size() == " # !mul(2, n), ["$padding"]>,
    Dsp_Require<"C2", "'strides' and 'dilation' must have " # n # " elements",
                "$strides.size() == " # n # " && $dilation.size() == " # n,
                ["$strides", "$dilation"]>,
    Dsp_Require<"C3", "'bias' must have one element for each output channel",
                "dim($bias, 0) == dim($output, -1)", ["dim($bias, 0)", "dim($output, -1)"]>
  ];
}

def Portable_Conv1D : Portable_ConvGeometry<1, "NWC", "OWI", (Struct<"portable_conv1d_params">
    (Dim<0> $input):$batch,
    (Dim<1> $input):$in_w, (Dim<2> $input):$in_c,
    (Dim<1> $output):$out_w, (Dim<2> $output):$out_c,
    (Dim<1> $filter):$kernel_w, (Elem<0> $strides):$stride_w, (Elem<0> $dilation):$dilation_w,
    (Elem<0> $padding):$pad_left, (Scalar<"int32_t"> $groups):$groups)>;

def Portable_Conv2D
    : Portable_ConvGeometry<2, "NHWC", "OHWI", Portable_Conv2DParams<1, 2>.params> {
  let requires = conv2dRequires;
}

def Portable_Conv3D : Portable_ConvGeometry<3, "NDHWC", "ODHWI", (Struct<"portable_conv3d_params">
    (Dim<0> $input):$batch,
    (Dim<1> $input):$in_d, (Dim<2> $input):$in_h, (Dim<3> $input):$in_w, (Dim<4> $input):$in_c,
    (Dim<1> $output):$out_d, (Dim<2> $output):$out_h, (Dim<3> $output):$out_w,
    (Dim<4> $output):$out_c,
    (Dim<1> $filter):$kernel_d, (Dim<2> $filter):$kernel_h, (Dim<3> $filter):$kernel_w,
    (Elem<0> $strides):$stride_d, (Elem<1> $strides):$stride_h, (Elem<2> $strides):$stride_w,
    (Elem<0> $dilation):$dilation_d, (Elem<1> $dilation):$dilation_h,
    (Elem<2> $dilation):$dilation_w,
    (Elem<0> $padding):$pad_front, (Elem<1> $padding):$pad_top, (Elem<2> $padding):$pad_left,
    (Scalar<"int32_t"> $groups):$groups)>;

class Portable_Conv<string kernel, int kernelId, Portable_ConvGeometry geometry, dag source,
                    list<Dsp_Require> more = []>
    : Dsp_Kernel<Portable, kernel, kernelId, !listconcat(geometry.requires, more)> {
  let arguments = geometry.arguments;
  let results = (outs geometry.tensor:$output);
  let cCall = (CCall geometry.params:$params, (Scalar<"int32_t"> $channel_block),
      (In<> $input), (Weights<geometry.packed> $filter), (In<> $bias),
      (Scalar<"float"> $act_min), (Scalar<"float"> $act_max), (Out<> $output));
  let covers = Portable_InOrder<
      Fusion_BiasedAndClamped<source, !add(geometry.spatialRank, 1)>.all>.all;
}

class Portable_ForwardConv<int kernelId, Op front, Portable_ConvGeometry geometry>
    : Portable_Conv<"conv" # geometry.spatialRank # "d_f32", kernelId, geometry,
        (front $input, $filter, $strides, $padding, $dilation, $groups,
               filterSaysIt:$channels, filterSaysIt:$kernel_size,
               (Layout $input):$data_layout, (Layout $filter):$kernel_layout,
               (Layout $output):$out_layout, resultSaysIt:$out_dtype)> {
  let summary = geometry.spatialRank # "-D convolution with groups, bias and activation";
}
def Portable_Conv2DF32Op : Portable_ForwardConv<0x110, Relay_Conv2DOp, Portable_Conv2D>;
def Portable_Conv1DF32Op : Portable_ForwardConv<0x112, Relay_Conv1DOp, Portable_Conv1D>;
def Portable_Conv3DF32Op : Portable_ForwardConv<0x113, Relay_Conv3DOp, Portable_Conv3D>;

class Portable_TransposedConv<int kernelId, Op front, Portable_ConvGeometry geometry>
    : Portable_Conv<"conv" # geometry.spatialRank # "d_transpose_f32", kernelId, geometry,
        (front $input, $filter, resultSaysIt:$channels, filterSaysIt:$kernel_size, $strides,
               resultSaysIt:$output_padding, $padding, $dilation, $groups,
               (Layout $input):$data_layout, (Layout $filter):$kernel_layout,
               (Layout $output):$out_layout, resultSaysIt:$out_dtype)> {
  let summary = geometry.spatialRank
                # "-D transposed convolution with groups, bias and activation";
}
def Portable_Conv1DTransposeF32Op
    : Portable_TransposedConv<0x114, Relay_Conv1DTransposeOp, Portable_Conv1D>;
def Portable_Conv2DTransposeF32Op
    : Portable_TransposedConv<0x115, Relay_Conv2DTransposeOp, Portable_Conv2D>;
def Portable_Conv3DTransposeF32Op
    : Portable_TransposedConv<0x116, Relay_Conv3DTransposeOp, Portable_Conv3D>;

#endif // DSP_LIBRARIES_PORTABLE_PORTABLECONV_TD
