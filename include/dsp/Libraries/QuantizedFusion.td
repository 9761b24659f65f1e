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

//===----------------------------------------------------------------------===//
// Functions of floats between quantised numbers
//===----------------------------------------------------------------------===//

defvar quantizedByTensor = Ignored<"there is one scale for all">;

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

#endif // DSP_LIBRARIES_QUANTIZEDFUSION_TD
