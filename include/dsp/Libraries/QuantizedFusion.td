//===- QuantizedFusion.td - Quantised layers of models -----*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the front makes of quantised layers, and what the libraries that compute
// them in integers cover: a layer of qnn, its bias, the requantisation to what
// is stored, and a clip where the type's limits don't do it. Kernels have
// these attributes for it:
//
//   F32Attr:$input_scale, I32Attr:$input_zero_point,
//   DenseF32ArrayAttr:$filter_scale, I32Attr:$filter_zero_point,
//   DenseF32ArrayAttr:$sum_scale,
//   F32Attr:$output_scale, I32Attr:$output_zero_point,
//   StrAttr:$rounding, F64Attr:$act_min, F64Attr:$act_max
//
// `rounding` is Relay's word, or "TFLITE".
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_QUANTIZEDFUSION_TD
#define DSP_LIBRARIES_QUANTIZEDFUSION_TD

include "dsp/Libraries/Fusion.td"

def Quantized_Relay : Dsp_Numerics<"relay",
    "scaled numbers are rounded once, with the factors that Relay computes from single-precision "
    "scales">;
def Quantized_TFLite : Dsp_Numerics<"tflite",
    "scaled numbers are rounded as TensorFlow Lite's reference kernels do, with the factors that "
    "these compute in double precision">;

/// What a model's `rounding` and `compute_dtype` say, is Relay's arithmetic.
defvar quantizedNotAsRelay = Ignored<"the numerics say it">;
defvar quantizedResultSaysIt = Ignored<"the result's type says it">;

/// Scales by channel must be along axis `d`.
class Quantized_Axis<int d>
    : AttrWhere<"must be the channels' axis, if there is a scale for each of them",
                "rank($_op->getOperand(1)) == 0 || isAxis($_self, " # d
                # ", $_op->getOperand(0))">;

/// A requantisation, as Relay and as TensorFlow Lite compute it, with a clip or
/// without.
class Quantized_Stored<dag relayRequantize, dag tfliteRequantize> {
  dag relay = (Optionally (Relay_ClipOp relayRequantize, (To<"act_min">):$a_min,
                                                         (To<"act_max">):$a_max));
  dag tflite = (Optionally (Relay_ClipOp tfliteRequantize, (To<"act_min">):$a_min,
                                                           (To<"act_max">):$a_max));
  list<Covers> relayCovers = [Covers<relay, [], 0, Quantized_Relay>];
  list<Covers> tfliteCovers
      = [Covers<tflite, [Set<"rounding", "\"TFLITE\"">], 0, Quantized_TFLite>];
  list<Covers> all = !listconcat(relayCovers, tfliteCovers);
}

/// The sums of a layer, requantised. `channelAxis` is the axis of the channels.
class Quantized_Sums<dag sums, int channelAxis>
    : Quantized_Stored<
        (Relay_QNNRequantizeOp sums, $sum_scale, (ConstantIs<0>), $output_scale, $output_zero_point,
            (Quantized_Axis<channelAxis>):$axis, $rounding,
            (IsString<"int64">):$compute_dtype, quantizedResultSaysIt:$out_dtype),
        (Relay_QNNRequantizeOp sums, $sum_scale, (ConstantIs<0>), $output_scale, $output_zero_point,
            (Quantized_Axis<channelAxis>):$axis, quantizedNotAsRelay:$rounding,
            quantizedNotAsRelay:$compute_dtype, quantizedResultSaysIt:$out_dtype)>;

/// A layer, with a bias or without, requantised.
class Quantized_Layer<dag layer, int channelAxis>
    : Quantized_Sums<(Optionally (Relay_BiasAddOp layer, $bias, (AxisIs<channelAxis>):$axis)),
                     channelAxis>;

/// A layer for libraries that have TensorFlow Lite's arithmetic alone: without
/// `sum_scale` and `rounding`. `biased` has a bias, `all` has one or not.
class Quantized_StoredOfTFLite<dag sums, int channelAxis> {
  dag source = (Optionally
      (Relay_ClipOp
          (Relay_QNNRequantizeOp
              sums, (IgnoredOperand<"the scales of input and filter say it">), (ConstantIs<0>),
              $output_scale, $output_zero_point,
              (Quantized_Axis<channelAxis>):$axis, quantizedNotAsRelay:$rounding,
              quantizedNotAsRelay:$compute_dtype, quantizedResultSaysIt:$out_dtype),
          (To<"act_min">):$a_min, (To<"act_max">):$a_max));
}
class Quantized_LayerOfTFLite<dag layer, int channelAxis> {
  defvar sums = (Relay_BiasAddOp layer, $bias, (AxisIs<channelAxis>):$axis);
  list<Covers> biased = [
    Covers<Quantized_StoredOfTFLite<sums, channelAxis>.source, [], 0, Quantized_TFLite>
  ];
  list<Covers> all = [
    Covers<Quantized_StoredOfTFLite<(Optionally sums), channelAxis>.source, [], 0,
           Quantized_TFLite>
  ];
}

defvar quantizedFilterSaysIt = Ignored<"the filter's shape says it">;

defvar quantizedConv2d = (Relay_QNNConv2DOp $input, $filter,
    $input_zero_point, $filter_zero_point, $input_scale, $filter_scale,
    $strides, $padding, $dilation, $groups,
    quantizedFilterSaysIt:$channels, quantizedFilterSaysIt:$kernel_size,
    (Layout $input):$data_layout, (Layout $filter):$kernel_layout,
    (Layout $output):$out_layout, quantizedResultSaysIt:$out_dtype);

defvar quantizedConv2dTranspose = (Relay_QNNConv2DTransposeOp $input, $filter,
    $input_zero_point, $filter_zero_point, $input_scale, $filter_scale,
    quantizedResultSaysIt:$channels, quantizedFilterSaysIt:$kernel_size, $strides,
    quantizedResultSaysIt:$output_padding, $padding, $dilation, $groups,
    (Layout $input):$data_layout, (Layout $filter):$kernel_layout,
    (Layout $output):$out_layout, quantizedResultSaysIt:$out_dtype);

defvar quantizedDense = (Relay_QNNDenseOp $input, $filter,
    $input_zero_point, $filter_zero_point, $input_scale, $filter_scale,
    quantizedFilterSaysIt:$units, quantizedResultSaysIt:$out_dtype);

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

defvar quantizedByTensor = Ignored<"there is one scale for all">;

/// Two quantised tensors, with a clip or without.
class Quantized_Binary<Op front> {
  dag source = (Optionally
      (Relay_ClipOp (front $lhs, $rhs, $lhs_scale, $lhs_zero_point, $rhs_scale, $rhs_zero_point,
                           $output_scale, $output_zero_point,
                           quantizedByTensor:$lhs_axis, quantizedByTensor:$rhs_axis),
                    (To<"act_min">):$a_min, (To<"act_max">):$a_max));
}

//===----------------------------------------------------------------------===//
// Pools
//===----------------------------------------------------------------------===//

def Quantized_TruncatedAverage : Dsp_Numerics<"relay",
    "averages are rounded towards zero, as Relay divides integers">;
def Quantized_NearestAverage : Dsp_Numerics<"tflite",
    "averages are rounded to the nearest number, as TensorFlow Lite's reference kernels do">;

/// What a pool of all positions is told as one with windows.
defvar quantizedWholeWindow = [
  Set<"pool_size", "{dim($input, 1), dim($input, 2)}">, Set<"strides", "{1, 1}">,
  Set<"dilation", "{1, 1}">, Set<"padding", "{0, 0, 0, 0}">
];

defvar quantizedPoolOutLayout = Ignored<"Relay gives the result the layout of the data">;

/// Maxima of windows and of all positions, with a clip or without.
def Quantized_MaxPool {
  dag windows = (Optionally (Relay_ClipOp
      (Relay_MaxPool2DOp $input, $pool_size, $strides, $dilation, $padding,
          (Layout $input):$layout, quantizedPoolOutLayout:$out_layout,
          quantizedResultSaysIt:$ceil_mode),
      (To<"act_min">):$a_min, (To<"act_max">):$a_max));
  dag whole = (Optionally (Relay_ClipOp
      (Relay_GlobalMaxPool2DOp $input, (Layout $input):$layout,
                                       quantizedPoolOutLayout:$out_layout),
      (To<"act_min">):$a_min, (To<"act_max">):$a_max));
}

/// Averages of numbers that are stored in 8 or 16 bits, and computed in 32.
def Quantized_AvgPool {
  defvar data = (Relay_CastOp $input, (IsString<"int32">):$dtype);
  dag windows = (Optionally (Relay_ClipOp
      (Relay_CastOp
          (Relay_AvgPool2DOp data, $pool_size, $strides, $dilation, $padding,
              (Layout $input):$layout, quantizedPoolOutLayout:$out_layout,
              quantizedResultSaysIt:$ceil_mode, $count_include_pad),
          quantizedResultSaysIt:$dtype),
      (To<"act_min">):$a_min, (To<"act_max">):$a_max));
  dag whole = (Optionally (Relay_ClipOp
      (Relay_CastOp
          (Relay_GlobalAvgPool2DOp data, (Layout $input):$layout,
                                         quantizedPoolOutLayout:$out_layout),
          quantizedResultSaysIt:$dtype),
      (To<"act_min">):$a_min, (To<"act_max">):$a_max));
  dag adaptive = (Relay_CastOp
      (Relay_AdaptiveAvgPool2DOp data, quantizedResultSaysIt:$output_size,
          (Layout $input):$layout, quantizedPoolOutLayout:$out_layout),
      quantizedResultSaysIt:$dtype);
}

//===----------------------------------------------------------------------===//
// Functions of floats between quantised numbers
//===----------------------------------------------------------------------===//

/// quantize(front(dequantize(input))), as importers write what a framework
/// computes of quantised numbers; `attributes` are those of `front`.
class Quantized_Between<Op front, dag attributes = (front)> {
  dag source = (Relay_QNNQuantizeOp
      !con((front (Relay_QNNDequantizeOp $input, $input_scale, $input_zero_point,
                                         quantizedResultSaysIt:$out_dtype,
                                         quantizedByTensor:$axis)), attributes),
      $output_scale, $output_zero_point, quantizedResultSaysIt:$out_dtype,
      quantizedByTensor:$axis);
}

/// x * clip(x + 3, 0, 6) * alpha of a dequantised number; with an alpha of 1/6,
/// which is a division by 6 at first, it is how TVM writes TensorFlow Lite's
/// HARD_SWISH.
def Quantized_HardSwish {
  defvar x = (Relay_QNNDequantizeOp $input, $input_scale, $input_zero_point,
                                    quantizedResultSaysIt:$out_dtype, quantizedByTensor:$axis);
  dag source = (Relay_QNNQuantizeOp
      (Relay_MultiplyOp
          (Relay_MultiplyOp x:$x, (Relay_ClipOp (Relay_AddOp $x, (ConstantIs<3>)),
                                                (Is<"0.0">):$a_min, (Is<"6.0">):$a_max)),
          $alpha),
      $output_scale, $output_zero_point, quantizedResultSaysIt:$out_dtype,
      quantizedByTensor:$axis);
}
def Quantized_HardSwishOfTFLite : Dsp_Numerics<"tflite",
    "it is computed in fixed point of 16 bits, as TensorFlow Lite's reference kernel does">;

class Quantized_MeanOf<dag mean> {
  dag source = (Optionally
      (Relay_ClipOp
          (Relay_QNNRequantizeOp mean, $input_scale, $input_zero_point, $output_scale,
              $output_zero_point, quantizedByTensor:$axis, quantizedNotAsRelay:$rounding,
              quantizedNotAsRelay:$compute_dtype, quantizedResultSaysIt:$out_dtype),
          (To<"act_min">):$a_min, (To<"act_max">):$a_max));
}
/// The mean over axes, brought to another scale, with a clip or without.
def Quantized_Mean {
  defvar data = (Relay_CastOp $input, (IsString<"int32">):$dtype);
  dag axes = Quantized_MeanOf<(Relay_MeanOp data, $axis, quantizedResultSaysIt:$keepdims,
                                            $exclude)>.source;
  dag image = Quantized_MeanOf<(Relay_GlobalAvgPool2DOp data, (IsString<"NHWC">):$layout,
                                                  quantizedPoolOutLayout:$out_layout)>.source;
}
def Quantized_MeanOfTFLite : Dsp_Numerics<"tflite",
    "sums are scaled and divided at once, not truncated to means first">;

def Quantized_FixedPointSoftmax : Dsp_Numerics<"tflite",
    "it is computed in fixed point, as TensorFlow Lite's reference kernel does">;

/// Softmax along the last axis in fixed point.
def Quantized_SoftmaxOfTFLite {
  list<Covers> all = [Covers<(Relay_QNNQuantizeOp
      (Relay_SoftmaxOp (Relay_QNNDequantizeOp $input, $input_scale,
                            (IgnoredOperand<"only differences of the input's numbers count">),
                                              quantizedResultSaysIt:$out_dtype,
                                              quantizedByTensor:$axis),
                       (AxisIs<-1>):$axis),
      $output_scale, $output_zero_point, quantizedResultSaysIt:$out_dtype,
      quantizedByTensor:$axis), [], 0, Quantized_FixedPointSoftmax>];
}

#endif // DSP_LIBRARIES_QUANTIZEDFUSION_TD
