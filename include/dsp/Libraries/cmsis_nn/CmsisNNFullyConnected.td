//===- CmsisNNFullyConnected.td - Fully connected layers ---*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// CMSIS-NN's wrapper looks at run time whether there is a factor for each
// channel; here that is known, so the functions behind it are called.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_CMSISNN_CMSISNNFULLYCONNECTED_TD
#define DSP_LIBRARIES_CMSISNN_CMSISNNFULLYCONNECTED_TD

include "dsp/Libraries/cmsis_nn/CmsisNNBase.td"

defvar fcParams = (Struct<"cmsis_nn_fc_params">
    (CmsisNN_Offset<"input_zero_point">):$input_offset,
    (Literal<"int32_t", "0">):$filter_offset,
    (Scalar<"int32_t"> $output_zero_point):$output_offset, activation:$activation);

defvar rows = "dimProduct($input, 0, rank($input) - 1)";

/// Helium wants the sums of the weights times the input's offset, with the bias:
/// they are known at compile time.
defvar sumsContext = (Struct<"cmsis_nn_context">
    (UnmodifiedArrayExpr<"int32_t", "sumsForHelium($target, $filter, $bias, $input_zero_point)",
                         "void *", 4>):$buf,
    (Expr<"int32_t", "bytesOfSums($target, $filter)">):$size);

class CmsisNN_FullyConnected<string kernel, int kernelId, CmsisNN_Quantized t, dag context,
                             dag quantParams, list<Dsp_Require> requirements>
    : CmsisNN_Kernel<kernel, kernelId, !listconcat([
        Dsp_SameDim<"C1", "input", -1, "filter", 1>, Dsp_SameDim<"C2", "output", -1, "filter", 0>
      ], CmsisNN_LayerRequires<t>.all, requirements)> {
  let results = (outs Dsp_Tensor<t.element>:$output);
  let cCall = (CCall
      context:$ctx, fcParams:$fc_params, quantParams:$quant_params,
      CmsisNN_Dims4<rows, "1", "1", "dim($input, -1)">.dims:$input_dims, (In<> $input):$input_data,
      CmsisNN_Dims4<"dim($filter, 1)", "1", "1", "dim($filter, 0)">.dims:$filter_dims,
      (Weights<"OI"> $filter):$filter_data, channelDims:$bias_dims, (In<> $bias):$bias_data,
      CmsisNN_Dims4<rows, "1", "1", "dim($output, -1)">.dims:$output_dims,
      (Out<> $output):$output_data);
  let covers = Quantized_LayerOfTFLite<quantizedDense, -1>.all;
}

class CmsisNN_FCArguments<CmsisNN_Quantized t> {
  dag arguments = !con((ins Dsp_Tensor<t.element>:$input, Dsp_Tensor<Dsp_I8, [2]>:$filter,
                            Optional<Dsp_Tensor<t.bias, [1]>>:$bias), layerAttributes);
}

class CmsisNN_FullyConnectedS8<string kernel, int kernelId, dag quantParams,
                               list<Dsp_Require> requirements = []>
    : CmsisNN_FullyConnected<kernel, kernelId, CmsisNN_S8, sumsContext, quantParams, !listconcat([
        Dsp_Require<"C3", "with Helium, 'filter' must be constant",
                    "!isForHelium($target) || isConstant($filter)", ["$target"]>,
        Dsp_Require<"C4", "with Helium, 'bias' must be constant",
                    "!isForHelium($target) || isConstant($bias)", ["$target"]>
      ], requirements)> {
  let arguments = !con(CmsisNN_FCArguments<CmsisNN_S8>.arguments, (ins CmsisNN_Target:$target));
}

defvar oneFactor = Dsp_Require<"C5", "there must be one scale of the filter",
                               "$filter_scale.size() == 1", ["$filter_scale.size()"]>;

def CmsisNN_FullyConnectedS8Op
    : CmsisNN_FullyConnectedS8<"fully_connected_s8", 0x110, tensorQuantParams, [oneFactor]> {
  let summary = "fully connected layer of int8 with bias and clip";
  let priority = 10;
}
def CmsisNN_FullyConnectedPerChannelS8Op
    : CmsisNN_FullyConnectedS8<"fully_connected_per_channel_s8", 0x111, channelQuantParams> {
  let summary = "fully connected layer of int8 with a scale for each output, bias and clip";
}
def CmsisNN_FullyConnectedS16Op
    : CmsisNN_FullyConnected<"fully_connected_s16", 0x112, CmsisNN_S16, noContext,
                             tensorQuantParams, [oneFactor]> {
  let summary = "fully connected layer of int16 with int8 weights, bias and clip";
  let arguments = CmsisNN_FCArguments<CmsisNN_S16>.arguments;
}

#endif // DSP_LIBRARIES_CMSISNN_CMSISNNFULLYCONNECTED_TD
