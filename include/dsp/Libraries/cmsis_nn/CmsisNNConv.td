//===- CmsisNNConv.td - Convolutions -----------------------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_CMSISNN_CMSISNNCONV_TD
#define DSP_LIBRARIES_CMSISNN_CMSISNNCONV_TD

include "dsp/Libraries/cmsis_nn/CmsisNNBase.td"

class CmsisNN_ConvArguments<CmsisNN_Quantized t> {
  dag tensors = (ins Dsp_Tensor<t.element, [4], "NHWC">:$input, Dsp_Tensor<Dsp_I8, [4]>:$filter);
  dag attributes = !con(
      (ins DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$padding,
           DenseI64ArrayAttr:$dilation, I64Attr:$groups),
      layerAttributes, (ins CmsisNN_Target:$target));
  dag arguments = !con(tensors, (ins Optional<Dsp_Tensor<t.bias, [1]>>:$bias), attributes);
  dag biased = !con(tensors, (ins Dsp_Tensor<t.bias, [1]>:$bias), attributes);
}

/// CMSIS-NN counts positions and channels in 16 bits.
class CmsisNN_Fits16Bits<string label, int most>
    : Dsp_Require<label, "no dimension may be larger than " # most,
                  "allAtMost(shape($input), " # most # ") && allAtMost(shape($output), " # most
                  # ") && allAtMost(shape($filter), " # most # ")",
                  ["shape($input)", "shape($filter)", "shape($output)"]>;

defvar convRequires = [
  Dsp_Require<"C1", "'padding' must say top, left, bottom, right",
              "$padding.size() == 4", ["$padding"]>,
  Dsp_Require<"C2", "'strides' and 'dilation' must have two elements",
              "$strides.size() == 2 && $dilation.size() == 2", ["$strides", "$dilation"]>
];
defvar noDilation = Dsp_AllOneOf<"C4", "dilation", [1]>;
defvar noGroups
    = Dsp_Require<"C5", "there must be one group", "$groups == 1", ["$groups"]>;

defvar biasPointer = (In<> $bias);
/// Sums of 16-bit numbers have a bias of 64 bits, and say so.
defvar biasStruct = (Struct<"cmsis_nn_bias_data">
    (In<8, "const void *"> $bias):$data, (Literal<"const bool", "false">):$is_int32_bias);

// Several kernels take the same layers. Of one input channel a layer is faster as a
// convolution, which Helium makes of it anyhow; the general kernel is the slowest.
// Costs only rank them.

//===----------------------------------------------------------------------===//
// Of all input channels
//===----------------------------------------------------------------------===//

defvar convParams = (Struct<"cmsis_nn_conv_params">
    (CmsisNN_Offset<"input_zero_point">):$input_offset,
    (Scalar<"int32_t"> $output_zero_point):$output_offset,
    strideTile:$stride, paddingTile:$padding, dilationTile:$dilation, activation:$activation);

class CmsisNN_Conv<string kernel, int kernelId, CmsisNN_Quantized t, string bytes, dag bias,
                   list<Dsp_Require> requirements, dag upscale = (CCall)>
    : CmsisNN_Kernel<kernel # "_" # t.suffix, kernelId,
          !listconcat(convRequires, CmsisNN_LayerRequires<t>.all, requirements)> {
  let results = (outs Dsp_Tensor<t.element, [4], "NHWC">:$output);
  let cCall = !con((CCall
      CmsisNN_Context<bytes>.context:$ctx, convParams:$conv_params,
      channelQuantParams:$quant_params, inputDims:$input_dims, (In<> $input):$input_data,
      filterDims:$filter_dims, (Weights<"OHWI"> $filter):$filter_data,
      channelDims:$bias_dims, bias:$bias_data), upscale, (CCall
      outputDims:$output_dims, (Out<> $output):$output_data));
}
class CmsisNN_ConvWrapper<int kernelId, CmsisNN_Quantized t, dag bias,
                          list<Dsp_Require> requirements>
    : CmsisNN_Conv<"convolve_wrapper", kernelId, t,
          "convolveBytes($target, $input, $filter, $output, $strides, $padding, $dilation)",
          bias, !listconcat([noGroups], requirements)> {
  let arguments = CmsisNN_ConvArguments<t>.arguments;
  let covers = Quantized_LayerOfTFLite<quantizedConv2d, 3>.all;
  let cost = "1";
}
def CmsisNN_ConvolveS8Op
    : CmsisNN_ConvWrapper<0x100, CmsisNN_S8, biasPointer, [
        CmsisNN_Fits16Bits<"C3", 65535>,
        Dsp_Require<"C6", "with Helium, 'padding' of an image of one row must be the same at both "
                          "ends, but for one column, and leave out one column of the last windows",
                    "hasPaddingForHelium($target, $input, $filter, $output, $strides, $padding, "
                    "$dilation)", ["$padding", "$target"]>,
        Dsp_Require<"C7", "windows of one element that aren't padded in front must not be behind",
                    "staysInside($input, $filter, $output, $strides, $padding, $dilation)",
                    ["$padding"]>
      ]> {
  let summary = "2-D convolution of int8 with bias and clip";
}
/// The wrapper of releases up to 7.0.0 doesn't look for groups. Behind the first
/// group there must be a bias.
def CmsisNN_GroupedConvolveS8Op
    : CmsisNN_Conv<"convolve", 0x105, CmsisNN_S8,
          "columnBytes($target, $input, $filter)", biasPointer, [
        CmsisNN_Fits16Bits<"C3", 65535>,
        Dsp_Require<"C5", "each group must have as many input channels as the filter",
                    "dim($input, 3) == $groups * dim($filter, 3)",
                    ["$groups", "dim($input, 3)", "dim($filter, 3)"]>
      ], (CCall (Literal<"const cmsis_nn_dims *", "NULL">):$upscale_dims)> {
  let summary = "2-D convolution of int8 with groups, a bias, and a clip";
  let arguments = CmsisNN_ConvArguments<CmsisNN_S8>.biased;
  let covers = Quantized_LayerOfTFLite<quantizedConv2d, 3>.biased;
  let cost = "3";
}
def CmsisNN_ConvolveS16Op
    : CmsisNN_ConvWrapper<0x101, CmsisNN_S16, biasStruct, [
        Dsp_Require<"C3", "a sum must have at most 512 products",
                    "dimProduct($filter, 1, 4) <= 512", ["dimProduct($filter, 1, 4)"]>
      ]> {
  let summary = "2-D convolution of int16 with int8 weights, bias and clip";
}

//===----------------------------------------------------------------------===//
// Of one input channel each
//===----------------------------------------------------------------------===//

defvar depthwiseParams = (Struct<"cmsis_nn_dw_conv_params">
    (CmsisNN_Offset<"input_zero_point">):$input_offset,
    (Scalar<"int32_t"> $output_zero_point):$output_offset,
    (Expr<"int32_t", "dim($output, 3) / dim($input, 3)">):$ch_mult,
    strideTile:$stride, paddingTile:$padding, dilationTile:$dilation, activation:$activation);

class CmsisNN_Depthwise<int kernelId, CmsisNN_Quantized t, list<Dsp_Require> requirements = []>
    : CmsisNN_Kernel<"depthwise_conv_wrapper_" # t.suffix, kernelId,
          !listconcat(convRequires, [
            CmsisNN_Fits16Bits<"C3", 32767>, noDilation,
            Dsp_Require<"C5", "each group must be one input channel",
                        "$groups == dim($input, 3)", ["$groups", "dim($input, 3)"]>,
            Dsp_DimInRange<"C6", "input", 0, 1, 1>, Dsp_DimInRange<"C7", "filter", 0, 1, 1>
          ], CmsisNN_LayerRequires<t>.all, requirements)> {
  let arguments = CmsisNN_ConvArguments<t>.arguments;
  let results = (outs Dsp_Tensor<t.element, [4], "NHWC">:$output);
  defvar bytes
      = "depthwiseBytes($target, $input, $filter, $output, $strides, $padding, $dilation)";
  let cCall = (CCall
      CmsisNN_Context<bytes>.context:$ctx, depthwiseParams:$dw_conv_params,
      channelQuantParams:$quant_params, inputDims:$input_dims, (In<> $input):$input_data,
      filterDims:$filter_dims, (Weights<"IHWO"> $filter):$filter_data,
      channelDims:$bias_dims, (In<> $bias):$bias_data,
      outputDims:$output_dims, (Out<> $output):$output_data);
  let covers = Quantized_LayerOfTFLite<quantizedConv2d, 3>.all;
  let cost = "dim($input, 3) > 1 ? 0 : 2";
}
def CmsisNN_DepthwiseS8Op : CmsisNN_Depthwise<0x102, CmsisNN_S8, [
    Dsp_Require<"C9", "with Helium, one input channel must be what a convolution can be of",
                "hasOneChannelForHelium($target, $input, $filter, $output, $strides, $padding)",
                ["$padding", "$target"]>,
    Dsp_Require<"C8", "the middle column of the last 3x3 window must be in the image",
                "hasMiddleColumns($input, $filter, $output, $strides, $padding)",
                ["$padding", "$strides"]>
  ]> {
  let summary = "2-D depthwise convolution of int8 with bias and clip";
}
def CmsisNN_DepthwiseS16Op : CmsisNN_Depthwise<0x103, CmsisNN_S16> {
  let summary = "2-D depthwise convolution of int16 with int8 weights, bias and clip";
}

//===----------------------------------------------------------------------===//
// Transposed
//===----------------------------------------------------------------------===//

defvar transposeConvParams = (Struct<"cmsis_nn_transpose_conv_params">
    (CmsisNN_Offset<"input_zero_point">):$input_offset,
    (Scalar<"int32_t"> $output_zero_point):$output_offset,
    strideTile:$stride, paddingTile:$padding,
    (StructValue<"cmsis_nn_tile"> (Literal<"int32_t", "0">):$w, (Literal<"int32_t", "0">):$h
     ):$padding_offsets,
    dilationTile:$dilation, activation:$activation);

def CmsisNN_TransposeConvS8Op
    : CmsisNN_Kernel<"transpose_conv_wrapper_s8", 0x104, !listconcat(convRequires, [
        CmsisNN_Fits16Bits<"C3", 65535>, noDilation, noGroups,
        Dsp_Require<"C6", "padding must be at most the input's size times the stride, and the "
                          "output must end where there are sums of elements in front of it alone",
                    "reachesAllSums($input, $filter, $output, $strides, $padding)",
                    ["shape($input)", "shape($output)", "$strides", "$padding"]>,
        Dsp_Require<"C7", "the horizontal stride must not be larger than the filter's width and the "
                          "vertical stride",
                    "$strides.size() == 2 && "
                    "$strides[1] <= std::max(dim($filter, 2), int64_t($strides[0]))",
                    ["$strides", "dim($filter, 2)"]>,
        Dsp_Require<"C8", "padding at the top must be a multiple of the vertical stride",
                    "$strides.size() == 2 && $padding.size() == 4 && "
                    "(isReversed($input, $strides) || $padding[0] % $strides[0] == 0)",
                    ["$strides", "$padding"]>,
        Dsp_Require<"C9", "of more than 16 input channels at strides of at most 2, padding must be "
                          "less than the filter's size",
                    "isPaddedWithin($input, $filter, $strides, $padding)",
                    ["$padding", "dim($filter, 1)", "dim($filter, 2)"]>
      ], CmsisNN_LayerRequires<CmsisNN_S8>.all)> {
  let summary = "transposed 2-D convolution of int8 with bias and clip";
  let arguments = CmsisNN_ConvArguments<CmsisNN_S8>.arguments;
  let results = (outs Dsp_Tensor<Dsp_I8, [4], "NHWC">:$output);
  defvar bytes = "transposeConvBytes($target, $input, $filter, $output, $strides)";
  defvar filterBytes = "isReversed($input, $strides) ? numElements($filter) : 0";
  let cCall = (CCall
      CmsisNN_Context<bytes>.context:$ctx, CmsisNN_Context<filterBytes>.context:$output_ctx,
      transposeConvParams:$transpose_conv_params,
      channelQuantParams:$quant_params, inputDims:$input_dims, (In<> $input):$input_data,
      filterDims:$filter_dims, (Weights<"OHWI"> $filter):$filter_data,
      channelDims:$bias_dims, (In<> $bias):$bias_data,
      outputDims:$output_dims, (Out<> $output):$output_data);
  let covers = Quantized_LayerOfTFLite<quantizedConv2dTranspose, 3>.all;
}

#endif // DSP_LIBRARIES_CMSISNN_CMSISNNCONV_TD
