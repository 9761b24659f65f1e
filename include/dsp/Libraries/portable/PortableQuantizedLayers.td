//===- PortableQuantizedLayers.td - Quantised layers -------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLEQUANTIZEDLAYERS_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLEQUANTIZEDLAYERS_TD

include "dsp/Libraries/portable/PortableConv.td"
include "dsp/Libraries/portable/PortableQuantizedRoles.td"

defvar layerFactors
    = "layerFactors($rounding, $input_scale, $filter_scale, $sum_scale, $output_scale)";

/// What all quantised layers take beside tensors and geometry.
defvar quantizedLayerAttributes = (ins
    F32Attr:$input_scale, I32Attr:$input_zero_point,
    DenseF32ArrayAttr:$filter_scale, I32Attr:$filter_zero_point,
    DenseF32ArrayAttr:$sum_scale, F32Attr:$output_scale, I32Attr:$output_zero_point,
    StrAttr:$rounding, Fusion_ActMin:$act_min, Fusion_ActMax:$act_max);

defvar inputAndFilterZeroPoints = (Struct<"portable_product_zero_points">
    (Scalar<"int32_t"> $input_zero_point):$input, (Scalar<"int32_t"> $filter_zero_point):$weights);
defvar quantizedZeroPoints = !con(inputAndFilterZeroPoints,
    (Struct<"portable_product_zero_points"> (Zero):$padding));

/// Where weights are constant, the input's zero point is folded into the bias
/// (FoldZeroPoints.cpp); what lies outside a convolution's input then counts as
/// `padding_value`.
defvar paddingValue = (ins DefaultValuedAttr<I32Attr, "0">:$padding_value);
defvar quantizedConvZeroPoints = !con(inputAndFilterZeroPoints,
    (Struct<"portable_product_zero_points"> (Scalar<"int32_t"> $padding_value):$padding));

class Portable_PaddingIsStored<string label>
    : Dsp_Require<label, "'padding_value' must be 0, or with 'input_zero_point' a number of 'input'",
                  "$padding_value == 0 || inRange(int64_t($padding_value) + $input_zero_point, "
                  "leastOf($input), greatestOf($input))",
                  ["$padding_value", "$input_zero_point"]>;

defvar quantizedSumsHaveNoScale = (IgnoredOperand<"it only says what the sums mean">);

class Portable_FactorsByChannel<string label>
    : Dsp_Require<label, "there must be one scale, or one for each output channel",
                  "isOneOf($filter_scale.size(), {1, dim($output, -1)}) && "
                  "isOneOf($sum_scale.size(), {1, dim($output, -1)})",
                  ["$filter_scale.size()", "$sum_scale.size()"]>;

//===----------------------------------------------------------------------===//
// Convolutions
//===----------------------------------------------------------------------===//

class Portable_QuantizedConv<string kernel, int kernelId, Portable_Quantized t, string packed,
                             dag source, list<Dsp_Require> more = []>
    : Dsp_Kernel<Portable, kernel # "_" # t.suffix, kernelId, !listconcat(conv2dRequires, [
        Portable_AreScalable<"C4", layerFactors>, Portable_FactorsByChannel<"C5">,
        Portable_PaddingIsStored<"C7">
      ], more)> {
  let arguments = !con(
      (ins Dsp_Tensor<t.element, [4], "NHWC">:$input, Dsp_Tensor<t.weight, [4]>:$filter,
           Optional<Dsp_Tensor<t.bias, [1]>>:$bias,
           DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$padding,
           DenseI64ArrayAttr:$dilation, I64Attr:$groups),
      quantizedLayerAttributes, paddingValue);
  let results = (outs Dsp_Tensor<t.element, [4], "NHWC">:$output);
  let cCall = (CCall Portable_Conv2DParams<1, 2>.params:$params,
      quantizedConvZeroPoints:$zero_points, Portable_Requantize<layerFactors>.params:$requantize,
      (In<> $input), (Weights<packed> $filter), (In<> $bias), (Out<> $output));
  let covers = Quantized_Layer<source, 3>.all;
}

multiclass Portable_QuantizedConvs<Portable_Quantized t, int kernelId> {
  def Conv2DOp : Portable_QuantizedConv<"conv2d", kernelId, t, "OHWI", quantizedConv2d> {
    let summary = "quantised 2-D convolution with groups, bias and clip";
    let hasCanonicalizer = 1;
  }
  def DepthwiseConv2DOp
      : Portable_QuantizedConv<"depthwise_conv2d", !add(kernelId, 1), t, "IHWO", quantizedConv2d, [
          Dsp_Require<"C6", "each group must be one input channel",
                      "$groups == dim($input, 3)", ["$groups", "dim($input, 3)"]>
        ]> {
    let summary = "quantised 2-D depthwise convolution with bias and clip";
    let hasCanonicalizer = 1;
    let priority = 10;
  }
  def Conv2DTransposeOp
      : Portable_QuantizedConv<"conv2d_transpose", !add(kernelId, 2), t, "OHWI",
                               quantizedConv2dTranspose> {
    let summary = "quantised transposed 2-D convolution with groups, bias and clip";
  }
}
defm Portable_S8  : Portable_QuantizedConvs<Portable_S8, 0x500>;
defm Portable_U8  : Portable_QuantizedConvs<Portable_U8, 0x508>;
defm Portable_S16 : Portable_QuantizedConvs<Portable_S16, 0x510>;

defvar quantizedConv2dSums = (Relay_QNNConv2DOp $input, $filter, $input_zero_point, $filter_zero_point,
    quantizedSumsHaveNoScale, quantizedSumsHaveNoScale,
    $strides, $padding, $dilation, $groups, filterSaysIt:$channels, filterSaysIt:$kernel_size,
    (Layout $input):$data_layout, (Layout $filter):$kernel_layout,
    (Layout $output):$out_layout, quantizedResultSaysIt:$out_dtype);
defvar quantizedConv2dTransposeSums = (Relay_QNNConv2DTransposeOp $input, $filter,
    $input_zero_point, $filter_zero_point, quantizedSumsHaveNoScale, quantizedSumsHaveNoScale,
    quantizedResultSaysIt:$channels, filterSaysIt:$kernel_size, $strides,
    quantizedResultSaysIt:$output_padding, $padding, $dilation, $groups,
    (Layout $input):$data_layout, (Layout $filter):$kernel_layout,
    (Layout $output):$out_layout, quantizedResultSaysIt:$out_dtype);

/// The sums of a convolution where something else than a requantisation follows.
class Portable_ConvSums<string kernel, int kernelId, Portable_Quantized t, string packed,
                        dag sums, list<Dsp_Require> more = []>
    : Dsp_Kernel<Portable, kernel # "_" # t.suffix # "_i32", kernelId,
                 !listconcat(conv2dRequires, [Portable_PaddingIsStored<"C5">], more)> {
  let arguments = !con((ins Dsp_Tensor<t.element, [4], "NHWC">:$input, Dsp_Tensor<t.weight, [4]>:$filter,
      Optional<Dsp_Tensor<Dsp_I32, [1]>>:$bias,
      DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$padding, DenseI64ArrayAttr:$dilation,
      I64Attr:$groups, I32Attr:$input_zero_point, I32Attr:$filter_zero_point), paddingValue);
  let results = (outs Dsp_Tensor<Dsp_I32, [4], "NHWC">:$output);
  let cCall = (CCall Portable_Conv2DParams<1, 2>.params:$params, quantizedConvZeroPoints:$zero_points,
                     (In<> $input), (Weights<packed> $filter), (In<> $bias), (Out<> $output));
  let covers = [Covers<(Optionally (Relay_BiasAddOp sums, $bias, (AxisIs<3>):$axis))>];
}
multiclass Portable_ConvsSums<Portable_Quantized t, int kernelId, int transposedId> {
  def Conv2DSumsOp
      : Portable_ConvSums<"conv2d", kernelId, t, "OHWI", quantizedConv2dSums> {
    let summary = "sums of a quantised 2-D convolution, with a bias";
    let hasCanonicalizer = 1;
  }
  def DepthwiseConv2DSumsOp
      : Portable_ConvSums<"depthwise_conv2d", !add(kernelId, 1), t, "IHWO", quantizedConv2dSums, [
          Dsp_Require<"C4", "each group must be one input channel",
                      "$groups == dim($input, 3)", ["$groups", "dim($input, 3)"]>
        ]> {
    let summary = "sums of a quantised 2-D depthwise convolution, with a bias";
    let hasCanonicalizer = 1;
    let priority = 10;
  }
  def Conv2DTransposeSumsOp
      : Portable_ConvSums<"conv2d_transpose", transposedId, t, "OHWI",
                          quantizedConv2dTransposeSums> {
    let summary = "sums of a quantised transposed 2-D convolution, with a bias";
  }
}
defm Portable_S8 : Portable_ConvsSums<Portable_S8, 0x518, 0x51C>;
defm Portable_U8 : Portable_ConvsSums<Portable_U8, 0x51A, 0x51D>;

//===----------------------------------------------------------------------===//
// Matrix products
//===----------------------------------------------------------------------===//

defvar denseParams = (Struct<"portable_dense_params">
    (Literal<"int32_t", "1">):$batch, (Literal<"int32_t", "1">):$weights_batch,
    (Expr<"int32_t", "dimProduct($input, 0, rank($input) - 1)">):$rows,
    (Dim<1> $filter):$in_features, (Dim<0> $filter):$out_features);

class Portable_QuantizedDense<int kernelId, Portable_Quantized t>
    : Dsp_Kernel<Portable, "dense_" # t.suffix, kernelId, [
        Dsp_SameDim<"C1", "input", -1, "filter", -1>, Dsp_SameDim<"C2", "output", -1, "filter", -2>,
        Dsp_Require<"C3", "'bias' must have one element for each output feature",
                    "dim($bias, 0) == dim($output, -1)", ["dim($bias, 0)", "dim($output, -1)"]>,
        Portable_AreScalable<"C4", layerFactors>, Portable_FactorsByChannel<"C5">
      ]> {
  let summary = "quantised fully connected layer with bias and clip";
  let hasCanonicalizer = 1;
  let arguments = !con(
      (ins Dsp_Tensor<t.element>:$input, Dsp_Tensor<t.weight, [2]>:$filter,
           Optional<Dsp_Tensor<t.bias, [1]>>:$bias),
      quantizedLayerAttributes);
  let results = (outs Dsp_Tensor<t.element>:$output);
  let cCall = (CCall
      denseParams:$params, quantizedZeroPoints:$zero_points, Portable_Requantize<layerFactors>.params:$requantize,
      (In<> $input), (Weights<"OI"> $filter):$weights, (In<> $bias), (Out<> $output));
  let covers = Quantized_Layer<quantizedDense, -1>.all;
}
def Portable_S8DenseOp  : Portable_QuantizedDense<0x520, Portable_S8>;
def Portable_U8DenseOp  : Portable_QuantizedDense<0x521, Portable_U8>;
def Portable_S16DenseOp : Portable_QuantizedDense<0x522, Portable_S16>;

defvar batchMatmulRequires = [
  Dsp_SameDim<"C1", "input", 2, "filter", 2>,
  Dsp_Require<"C2", "'filter' must have one matrix, or as many as 'input'",
              "isOneOf(dim($filter, 0), {1, dim($input, 0)})",
              ["dim($input, 0)", "dim($filter, 0)"]>,
  Dsp_SameDim<"C3", "output", 0, "input", 0>
];
defvar batchMatmulParams = (Struct<"portable_dense_params">
    (Dim<0> $input):$batch, (Dim<0> $filter):$weights_batch, (Dim<1> $input):$rows,
    (Dim<2> $input):$in_features, (Dim<1> $filter):$out_features);

class Portable_QuantizedBatchMatmul<int kernelId, Portable_Quantized t>
    : Dsp_Kernel<Portable, "batch_matmul_" # t.suffix, kernelId, !listconcat(batchMatmulRequires, [
        Portable_AreScalable<"C4", layerFactors>, Portable_FactorsByChannel<"C5">
      ])> {
  let summary = "quantised product of matrices, the second transposed, with a clip";
  let cName = "portable_dense_" # t.suffix;
  let arguments = !con((ins Dsp_Tensor<t.element, [3]>:$input, Dsp_Tensor<t.weight, [3]>:$filter),
                       quantizedLayerAttributes);
  let results = (outs Dsp_Tensor<t.element, [3]>:$output);
  let cCall = (CCall
      batchMatmulParams:$params, quantizedZeroPoints:$zero_points, Portable_Requantize<layerFactors>.params:$requantize,
      (In<> $input), (In<> $filter):$weights,
      (Literal<"const " # t.bias.cType # " *", "NULL">):$bias, (Out<> $output));
  defvar product = (Relay_QNNBatchMatmulOp $input, $filter, $input_zero_point, $filter_zero_point,
      $input_scale, $filter_scale, quantizedResultSaysIt:$out_dtype,
      (Is<"false">):$transpose_a, (Is<"true">):$transpose_b);
  let covers = Quantized_Sums<product, -1>.all;
}
def Portable_S8BatchMatmulOp : Portable_QuantizedBatchMatmul<0x528, Portable_S8>;
def Portable_U8BatchMatmulOp : Portable_QuantizedBatchMatmul<0x529, Portable_U8>;

class Portable_DenseSums<int kernelId, Portable_Quantized t>
    : Dsp_Kernel<Portable, "dense_" # t.suffix # "_i32", kernelId, [
        Dsp_SameDim<"C1", "input", -1, "filter", -1>, Dsp_SameDim<"C2", "output", -1, "filter", -2>,
        Dsp_Require<"C3", "'bias' must have one element for each output feature",
                    "dim($bias, 0) == dim($output, -1)", ["dim($bias, 0)", "dim($output, -1)"]>
      ]> {
  let summary = "sums of a quantised fully connected layer, with a bias";
  let hasCanonicalizer = 1;
  let arguments = (ins Dsp_Tensor<t.element>:$input, Dsp_Tensor<t.weight, [2]>:$filter,
      Optional<Dsp_Tensor<Dsp_I32, [1]>>:$bias,
      I32Attr:$input_zero_point, I32Attr:$filter_zero_point);
  let results = (outs Dsp_Tensor<Dsp_I32>:$output);
  let cCall = (CCall denseParams:$params, quantizedZeroPoints:$zero_points,
                     (In<> $input), (Weights<"OI"> $filter):$weights, (In<> $bias), (Out<> $output));
  defvar sums = (Relay_QNNDenseOp $input, $filter, $input_zero_point, $filter_zero_point,
      quantizedSumsHaveNoScale, quantizedSumsHaveNoScale,
      portableOperandSaysIt:$units, quantizedResultSaysIt:$out_dtype);
  let covers = [Covers<(Optionally (Relay_BiasAddOp sums, $bias, (AxisIs<-1>):$axis))>];
}
def Portable_S8DenseSumsOp : Portable_DenseSums<0x524, Portable_S8>;
def Portable_U8DenseSumsOp : Portable_DenseSums<0x525, Portable_U8>;

class Portable_BatchMatmulSums<int kernelId, Portable_Quantized t>
    : Dsp_Kernel<Portable, "batch_matmul_" # t.suffix # "_i32", kernelId, batchMatmulRequires> {
  let summary = "sums of a quantised product of matrices, the second transposed";
  let cName = "portable_dense_" # t.suffix # "_i32";
  let arguments = (ins Dsp_Tensor<t.element, [3]>:$input, Dsp_Tensor<t.weight, [3]>:$filter,
      I32Attr:$input_zero_point, I32Attr:$filter_zero_point);
  let results = (outs Dsp_Tensor<Dsp_I32, [3]>:$output);
  let cCall = (CCall batchMatmulParams:$params, quantizedZeroPoints:$zero_points,
                     (In<> $input), (In<> $filter):$weights,
                     (Literal<"const int32_t *", "NULL">):$bias, (Out<> $output));
  let covers = [Covers<(Relay_QNNBatchMatmulOp $input, $filter, $input_zero_point,
                            $filter_zero_point, quantizedSumsHaveNoScale,
                            quantizedSumsHaveNoScale, quantizedResultSaysIt:$out_dtype,
                            (Is<"false">):$transpose_a, (Is<"true">):$transpose_b)>];
}
def Portable_S8BatchMatmulSumsOp : Portable_BatchMatmulSums<0x52C, Portable_S8>;
def Portable_U8BatchMatmulSumsOp : Portable_BatchMatmulSums<0x52D, Portable_U8>;

#endif // DSP_LIBRARIES_PORTABLE_PORTABLEQUANTIZEDLAYERS_TD
