//===- CmsisNNPool.td - Pools and softmax ------------------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_CMSISNN_CMSISNNPOOL_TD
#define DSP_LIBRARIES_CMSISNN_CMSISNNPOOL_TD

include "dsp/Libraries/cmsis_nn/CmsisNNBase.td"

//===----------------------------------------------------------------------===//
// Pools
//===----------------------------------------------------------------------===//

defvar poolParams = (Struct<"cmsis_nn_pool_params">
    strideTile:$stride, paddingTile:$padding, activation:$activation);

class CmsisNN_Pool<string kernel, int kernelId, CmsisNN_Quantized t, dag context,
                   list<Dsp_Require> requirements = []>
    : CmsisNN_Kernel<kernel # "_" # t.suffix, kernelId, !listconcat([
        Dsp_Require<"C1", "'pool_size', 'strides' and 'dilation' must have two elements, and "
                          "'padding' four",
                    "$pool_size.size() == 2 && $strides.size() == 2 && $dilation.size() == 2 && "
                    "$padding.size() == 4", ["$pool_size", "$strides", "$dilation", "$padding"]>,
        Dsp_AllOneOf<"C2", "dilation", [1]>,
        Dsp_Require<"C3", "each window must have an element of the input",
                    "haveElements($input, $output, $pool_size, $strides, $padding)",
                    ["$pool_size", "$padding"]>,
        CmsisNN_ActRange<"C4">
      ], requirements)> {
  let results = (outs Dsp_Tensor<t.element, [4], "NHWC">:$output);
  let cCall = (CCall context:$ctx, poolParams:$pool_params,
      inputDims:$input_dims, (In<> $input):$input_data,
      CmsisNN_Dims4<"1", "$pool_size[0]", "$pool_size[1]", "1">.dims:$filter_dims,
      outputDims:$output_dims, (Out<> $output):$output_data);
}

class CmsisNN_PoolArguments<CmsisNN_Quantized t> {
  dag arguments = (ins Dsp_Tensor<t.element, [4], "NHWC">:$input,
      DenseI64ArrayAttr:$pool_size, DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$dilation,
      DenseI64ArrayAttr:$padding, Fusion_ActMin:$act_min, Fusion_ActMax:$act_max);
}

class CmsisNN_MaxPool<int kernelId, CmsisNN_Quantized t>
    : CmsisNN_Pool<"max_pool", kernelId, t, noContext> {
  let summary = "the maximum of each window, with a clip";
  let arguments = CmsisNN_PoolArguments<t>.arguments;
  let covers = [Covers<Quantized_MaxPool.windows>,
                Covers<Quantized_MaxPool.whole, quantizedWholeWindow>];
}
def CmsisNN_MaxPoolS8Op  : CmsisNN_MaxPool<0x130, CmsisNN_S8>;
def CmsisNN_MaxPoolS16Op : CmsisNN_MaxPool<0x131, CmsisNN_S16>;

class CmsisNN_AvgPool<int kernelId, CmsisNN_Quantized t>
    : CmsisNN_Pool<"avgpool", kernelId, t,
          CmsisNN_Context<"avgPoolBytes($target, $input)">.context, [
        Dsp_Require<"C5", "padding must not count where there is some",
                    "!$count_include_pad || allOneOf($padding, {0})",
                    ["$count_include_pad", "$padding"]>
      ]> {
  let summary = "the average of each window, with a clip";
  let arguments = !con(CmsisNN_PoolArguments<t>.arguments,
                       (ins BoolAttr:$count_include_pad, CmsisNN_Target:$target));
  let covers = [
    Covers<Quantized_AvgPool.windows, [], 0, Quantized_NearestAverage>,
    Covers<Quantized_AvgPool.whole,
           !listconcat(quantizedWholeWindow, [Set<"count_include_pad", "false">]), 0,
           Quantized_NearestAverage>
  ];
}
def CmsisNN_AvgPoolS8Op  : CmsisNN_AvgPool<0x132, CmsisNN_S8>;
def CmsisNN_AvgPoolS16Op : CmsisNN_AvgPool<0x133, CmsisNN_S16>;

//===----------------------------------------------------------------------===//
// Softmax
//===----------------------------------------------------------------------===//

class CmsisNN_Softmax<string suffix, int kernelId, Dsp_Element stored, string units, string lowest>
    : CmsisNN_Kernel<"softmax_" # suffix, kernelId, [
        Dsp_SameShape<"C1", "input", "output">,
        Dsp_Require<"C2", "'output_scale' must be 1/" # units # ", and 'output_zero_point' "
                          # lowest,
                    "$output_scale * " # units # " == 1 && $output_zero_point == " # lowest,
                    ["$output_scale", "$output_zero_point"]>,
        Dsp_Require<"C3", "'input_scale' must be at least 2^-26", "$input_scale >= 0x1p-26",
                    ["$input_scale"]>
      ]> {
  let arguments = (ins Dsp_Tensor<Dsp_I8>:$input, F32Attr:$input_scale, F32Attr:$output_scale,
                       I32Attr:$output_zero_point);
  let results = (outs Dsp_Tensor<stored>:$output);
  let status = Dsp_NoStatus;
  let cCall = (CCall (In<> $input),
      (Expr<"int32_t", "dimProduct($input, 0, rank($input) - 1)">):$num_rows,
      (Dim<-1> $input):$row_size,
      (Expr<"int32_t", "softmaxMultiplier($input_scale)">):$mult,
      (Expr<"int32_t", "softmaxLeftShift($input_scale)">):$shift,
      (Expr<"int32_t", "softmaxDifferenceMin($input_scale)">):$diff_min, (Out<> $output));
  let covers = Quantized_SoftmaxOfTFLite.all;
}
def CmsisNN_SoftmaxS8Op : CmsisNN_Softmax<"s8", 0x140, Dsp_I8, "256", "-128"> {
  let summary = "softmax of the rows of int8";
}
def CmsisNN_SoftmaxS8S16Op : CmsisNN_Softmax<"s8_s16", 0x141, Dsp_I16, "65536", "-32768"> {
  let summary = "softmax of the rows of int8, in int16";
}

#endif // DSP_LIBRARIES_CMSISNN_CMSISNNPOOL_TD
