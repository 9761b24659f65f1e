//===- PortableQuantizedPool.td - Pools of integers --------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLEQUANTIZEDPOOL_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLEQUANTIZEDPOOL_TD

include "dsp/Libraries/portable/PortablePool.td"
include "dsp/Libraries/portable/PortableQuantizedRoles.td"
include "dsp/Libraries/portable/PortableReduce.td"

defvar poolAttributes = (ins
    DenseI64ArrayAttr:$pool_size, DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$dilation,
    DenseI64ArrayAttr:$padding);

class Portable_IntegerPool<string kernel, int kernelId, Dsp_Element element>
    : Dsp_Kernel<Portable, kernel, kernelId, Portable_Pool2D.requires> {
  let results = (outs Dsp_Tensor<element, [4], "NHWC">:$output);
}

class Portable_IntegerMaxPool<string suffix, int kernelId, Dsp_Element element>
    : Portable_IntegerPool<"max_pool2d_" # suffix, kernelId, element> {
  let summary = "the maximum of each window of integers, with a clip";
  let arguments = !con((ins Dsp_Tensor<element, [4], "NHWC">:$input), poolAttributes,
                       (ins Fusion_ActMin:$act_min, Fusion_ActMax:$act_max));
  let cCall = (CCall Portable_Pool2D.params:$params, (Portable_Min):$min, (Portable_Max):$max,
                     (In<> $input), (Out<> $output));
  let covers = [Covers<Quantized_MaxPool.windows>,
                Covers<Quantized_MaxPool.whole, quantizedWholeWindow>];
}
def Portable_S8MaxPoolOp  : Portable_IntegerMaxPool<"s8", 0x5A0, Dsp_I8>;
def Portable_U8MaxPoolOp  : Portable_IntegerMaxPool<"u8", 0x5A1, Dsp_U8>;
def Portable_S16MaxPoolOp : Portable_IntegerMaxPool<"s16", 0x5A2, Dsp_I16>;
def Portable_S32MaxPoolOp : Portable_IntegerMaxPool<"s32", 0x5A3, Dsp_I32>;

defvar truncate = Set<"to_nearest", "false">;
defvar nearest = Set<"to_nearest", "true">;
defvar wholeAverage = !listconcat(quantizedWholeWindow, [Set<"count_include_pad", "false">]);

class Portable_IntegerAvgPool<string suffix, int kernelId, Dsp_Element element>
    : Portable_IntegerPool<"avg_pool2d_" # suffix, kernelId, element> {
  let summary = "the average of each window of integers, with a clip";
  let arguments = !con((ins Dsp_Tensor<element, [4], "NHWC">:$input), poolAttributes,
                       (ins BoolAttr:$count_include_pad, BoolAttr:$to_nearest,
                            Fusion_ActMin:$act_min, Fusion_ActMax:$act_max));
  let cCall = (CCall Portable_Pool2D.params:$params,
      (Scalar<"int32_t"> $count_include_pad):$count_include_pad,
      (Enumerator<"portable_division", ["PORTABLE_DIVIDE_TRUNCATE", "PORTABLE_DIVIDE_TO_NEAREST"]>
       $to_nearest):$division,
      (Portable_Min):$min, (Portable_Max):$max, (In<> $input), (Out<> $output));
}

/// Averages of numbers that are stored in 8 or 16 bits are computed in 32.
class Portable_QuantizedAvgPool<int kernelId, Portable_Quantized t>
    : Portable_IntegerAvgPool<t.suffix, kernelId, t.element> {
  let covers = [
    Covers<Quantized_AvgPool.windows, [truncate], 0, Quantized_TruncatedAverage>,
    Covers<Quantized_AvgPool.windows, [nearest], 0, Quantized_NearestAverage>,
    Covers<Quantized_AvgPool.whole, !listconcat(wholeAverage, [truncate]), 0,
           Quantized_TruncatedAverage>,
    Covers<Quantized_AvgPool.whole, !listconcat(wholeAverage, [nearest]), 0,
           Quantized_NearestAverage>
  ];
}
def Portable_S8AvgPoolOp  : Portable_QuantizedAvgPool<0x5A8, Portable_S8>;
def Portable_U8AvgPoolOp  : Portable_QuantizedAvgPool<0x5A9, Portable_U8>;
def Portable_S16AvgPoolOp : Portable_QuantizedAvgPool<0x5AA, Portable_S16>;

def Portable_S32AvgPoolOp : Portable_IntegerAvgPool<"s32", 0x5AB, Dsp_I32> {
  let covers = [
    Covers<(Relay_AvgPool2DOp $input, $pool_size, $strides, $dilation, $padding,
                (Layout $input):$layout, poolOutLayout:$out_layout,
                portableResultSaysIt:$ceil_mode, $count_include_pad), [truncate], 0,
           Quantized_TruncatedAverage>,
    Covers<(Relay_GlobalAvgPool2DOp $input, (Layout $input):$layout, poolOutLayout:$out_layout),
           !listconcat(wholeAverage, [truncate]), 0, Quantized_TruncatedAverage>
  ];
}

//===----------------------------------------------------------------------===//
// Windows that divide the input evenly
//===----------------------------------------------------------------------===//

class Portable_IntegerAdaptivePool<string kernel, int kernelId, Dsp_Element element>
    : Dsp_Kernel<Portable, kernel, kernelId, [
        Dsp_SameDim<"C1", "input", 0, "output", 0>, Dsp_SameDim<"C2", "input", -1, "output", -1>
      ]> {
  let arguments = (ins Dsp_Tensor<element, [4], "NHWC">:$input);
  let results = (outs Dsp_Tensor<element, [4], "NHWC">:$output);
  let cCall = (CCall Portable_AdaptivePoolParams.params:$params, (In<> $input), (Out<> $output));
}

class Portable_IntegerAdaptiveMaxPool<string suffix, int kernelId, Dsp_Element element>
    : Portable_IntegerAdaptivePool<"adaptive_max_pool_" # suffix, kernelId, element> {
  let summary = "the maxima of windows that divide integers evenly";
  let covers = [Covers<(Relay_AdaptiveMaxPool2DOp $input, portableResultSaysIt:$output_size,
                            (Layout $input):$layout, poolOutLayout:$out_layout)>];
}
def Portable_S8AdaptiveMaxPoolOp  : Portable_IntegerAdaptiveMaxPool<"s8", 0x5B8, Dsp_I8>;
def Portable_U8AdaptiveMaxPoolOp  : Portable_IntegerAdaptiveMaxPool<"u8", 0x5B9, Dsp_U8>;
def Portable_S16AdaptiveMaxPoolOp : Portable_IntegerAdaptiveMaxPool<"s16", 0x5BA, Dsp_I16>;
def Portable_S32AdaptiveMaxPoolOp : Portable_IntegerAdaptiveMaxPool<"s32", 0x5BB, Dsp_I32>;

class Portable_IntegerAdaptiveAvgPool<string suffix, int kernelId, Dsp_Element element>
    : Portable_IntegerAdaptivePool<"adaptive_avg_pool_" # suffix, kernelId, element> {
  let summary = "the averages of windows that divide integers evenly";
}
class Portable_QuantizedAdaptiveAvgPool<int kernelId, Portable_Quantized t>
    : Portable_IntegerAdaptiveAvgPool<t.suffix, kernelId, t.element> {
  let covers = [Covers<Quantized_AvgPool.adaptive, [], 0, Quantized_TruncatedAverage>];
}
def Portable_S8AdaptiveAvgPoolOp  : Portable_QuantizedAdaptiveAvgPool<0x5BC, Portable_S8>;
def Portable_U8AdaptiveAvgPoolOp  : Portable_QuantizedAdaptiveAvgPool<0x5BD, Portable_U8>;
def Portable_S16AdaptiveAvgPoolOp : Portable_QuantizedAdaptiveAvgPool<0x5BE, Portable_S16>;
def Portable_S32AdaptiveAvgPoolOp : Portable_IntegerAdaptiveAvgPool<"s32", 0x5BF, Dsp_I32> {
  let covers = [Covers<(Relay_AdaptiveAvgPool2DOp $input, portableResultSaysIt:$output_size,
                            (Layout $input):$layout, poolOutLayout:$out_layout), [], 0,
                       Quantized_TruncatedAverage>];
}

//===----------------------------------------------------------------------===//
// Volumes, in the type of the elements
//===----------------------------------------------------------------------===//

/// An average divides by numbers of positions in the type of the elements, where
/// none may wrap around to 0.
class Portable_DividesInType<string label, string count>
    : Dsp_Require<label, "windows must have fewer positions than the type of 'input' has numbers",
                  "isCountIn($input, " # count # ")", [count]>;

class Portable_IntegerMaxPool3D<string suffix, int kernelId, Dsp_Element element>
    : Dsp_Kernel<Portable, "max_pool3d_" # suffix, kernelId, Portable_Pool3D.requires> {
  let summary = "the maximum of each window of integers";
  let arguments = !con((ins Dsp_Tensor<element, [5], "NDHWC">:$input), poolAttributes);
  let results = (outs Dsp_Tensor<element, [5], "NDHWC">:$output);
  let cCall = (CCall Portable_Pool3D.params:$params, (In<> $input), (Out<> $output));
  let covers = [Covers<(Relay_MaxPool3DOp $input, $pool_size, $strides, $dilation, $padding,
                            (Layout $input):$layout, poolOutLayout:$out_layout,
                            portableResultSaysIt:$ceil_mode)>];
}

class Portable_IntegerAvgPool3D<string suffix, int kernelId, Dsp_Element element>
    : Dsp_Kernel<Portable, "avg_pool3d_" # suffix, kernelId, !listconcat(Portable_Pool3D.requires, [
        Portable_DividesInType<"C5", "productOf($pool_size)">
      ])> {
  let summary = "the average of each window of integers, truncated; sums wrap around";
  let arguments = !con((ins Dsp_Tensor<element, [5], "NDHWC">:$input), poolAttributes,
                       (ins BoolAttr:$count_include_pad));
  let results = (outs Dsp_Tensor<element, [5], "NDHWC">:$output);
  let cCall = (CCall Portable_Pool3D.params:$params, (Scalar<"int32_t"> $count_include_pad),
                     (In<> $input), (Out<> $output));
  let covers = [Covers<(Relay_AvgPool3DOp $input, $pool_size, $strides, $dilation, $padding,
                            (Layout $input):$layout, poolOutLayout:$out_layout,
                            portableResultSaysIt:$ceil_mode, $count_include_pad),
                       [], 0, Quantized_TruncatedAverage>];
}

class Portable_IntegerAdaptivePool3D<string kernel, int kernelId, Dsp_Element element,
                                     list<Dsp_Require> more = []>
    : Dsp_Kernel<Portable, kernel, kernelId, !listconcat([
        Dsp_SameDim<"C1", "input", 0, "output", 0>, Dsp_SameDim<"C2", "input", -1, "output", -1>
      ], more)> {
  let arguments = (ins Dsp_Tensor<element, [5], "NDHWC">:$input);
  let results = (outs Dsp_Tensor<element, [5], "NDHWC">:$output);
  let cCall = (CCall Portable_AdaptivePoolParams.params:$params, (In<> $input), (Out<> $output));
}

class Portable_IntegerAdaptiveMaxPool3D<string suffix, int kernelId, Dsp_Element element>
    : Portable_IntegerAdaptivePool3D<"adaptive_max_pool3d_" # suffix, kernelId, element> {
  let summary = "the maxima of windows that divide volumes of integers evenly";
  let covers = [Covers<(Relay_AdaptiveMaxPool3DOp $input, portableResultSaysIt:$output_size,
                            (Layout $input):$layout, poolOutLayout:$out_layout)>];
}

class Portable_IntegerAdaptiveAvgPool3D<string suffix, int kernelId, Dsp_Element element>
    : Portable_IntegerAdaptivePool3D<"adaptive_avg_pool3d_" # suffix, kernelId, element, [
        Portable_DividesInType<"C3", "mostInBin($input, $output)">
      ]> {
  let summary = "the averages of windows that divide volumes of integers evenly; sums wrap around";
  let covers = [Covers<(Relay_AdaptiveAvgPool3DOp $input, portableResultSaysIt:$output_size,
                            (Layout $input):$layout, poolOutLayout:$out_layout),
                       [], 0, Quantized_TruncatedAverage>];
}

multiclass Portable_IntegerPools3D<string suffix, int number, Dsp_Element element> {
  def MaxPool3DOp : Portable_IntegerMaxPool3D<suffix, !add(0x5C0, number), element>;
  def AvgPool3DOp : Portable_IntegerAvgPool3D<suffix, !add(0x5C8, number), element>;
  def AdaptiveMaxPool3DOp
      : Portable_IntegerAdaptiveMaxPool3D<suffix, !add(0x5D0, number), element>;
  def AdaptiveAvgPool3DOp
      : Portable_IntegerAdaptiveAvgPool3D<suffix, !add(0x5D8, number), element>;
}
defm Portable_S8  : Portable_IntegerPools3D<"s8", 0, Dsp_I8>;
defm Portable_U8  : Portable_IntegerPools3D<"u8", 1, Dsp_U8>;
defm Portable_S16 : Portable_IntegerPools3D<"s16", 2, Dsp_I16>;
defm Portable_S32 : Portable_IntegerPools3D<"s32", 3, Dsp_I32>;
defm Portable_S64 : Portable_IntegerPools3D<"s64", 4, Dsp_I64>;

//===----------------------------------------------------------------------===//
// Means over any axes
//===----------------------------------------------------------------------===//

class Portable_QuantizedMean<int kernelId, Portable_Quantized t>
    : Dsp_Kernel<Portable, "quantized_mean_" # t.suffix, kernelId, !listconcat(reduceRequires, [
        Dsp_Require<"C3", "the quotient of the scales must be within 2^-32 and 2^31",
                    "isScalable(\"TFLITE\", $input_scale / $output_scale)",
                    ["$input_scale", "$output_scale"]>
      ])> {
  let summary = "the mean over axes of quantised numbers, at another scale, with a clip";
  let arguments = (ins Dsp_Tensor<t.element>:$input, Portable_Axes:$axis,
      DefaultValuedAttr<BoolAttr, "false">:$exclude,
      F32Attr:$input_scale, I32Attr:$input_zero_point,
      F32Attr:$output_scale, I32Attr:$output_zero_point, Fusion_ActMin:$act_min, Fusion_ActMax:$act_max);
  let results = (outs Dsp_Tensor<t.element>:$output);
  defvar factor = "($input_scale, $output_scale, "
                  "countOf($input, reducedAxes($input, $axis, $exclude)))";
  let cCall = (CCall Portable_ReduceParams<>.params:$params,
      (Scalar<"int32_t"> $input_zero_point),
      (Struct<"portable_requantize_params">
          (Literal<"portable_requantization", "PORTABLE_REQUANTIZE_TFLITE">):$rounding,
          (Literal<"int32_t", "0">):$per_channel,
          (ArrayExpr<"int32_t", "meanMultipliers" # factor>):$multipliers,
          (ArrayExpr<"int32_t", "meanShifts" # factor>):$shifts,
          (Scalar<"int32_t"> $output_zero_point):$zero_point,
          (Portable_Min):$min, (Portable_Max):$max):$requantize,
      (In<> $input), (Scratch<"4 * numElements($output)", 4, "int32_t">):$sums, (Out<> $output));
  let covers = [
    Covers<Quantized_Mean.axes, [], 0, Quantized_MeanOfTFLite>,
    Covers<Quantized_Mean.image, [Set<"axis", "{1, 2}">], 0, Quantized_MeanOfTFLite>
  ];
}
def Portable_S8QuantizedMeanOp  : Portable_QuantizedMean<0x5B0, Portable_S8>;
def Portable_U8QuantizedMeanOp  : Portable_QuantizedMean<0x5B1, Portable_U8>;
def Portable_S16QuantizedMeanOp : Portable_QuantizedMean<0x5B2, Portable_S16>;

#endif // DSP_LIBRARIES_PORTABLE_PORTABLEQUANTIZEDPOOL_TD
