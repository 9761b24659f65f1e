//===- CmsisNNBase.td - The library, and what its kernels share *- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_CMSISNN_CMSISNNBASE_TD
#define DSP_LIBRARIES_CMSISNN_CMSISNNBASE_TD

include "dsp/Libraries/QuantizedFusion.td"

def CmsisNN : Dsp_Library<"cmsis_nn"> {
  let summary = "Integer layers of Arm's CMSIS-NN, for Cortex-M processors";
  let version = "7.0.0";
  let header = "arm_nnfunctions.h";
  let linkName = "cmsis-nn";
  let status = Dsp_Status<"arm_cmsis_nn_status", 0>;
  let idRange = [0x100, 0x1FF];
  let options = [Dsp_Option<"target", "any",
      "for which processors the library is built: c (none of the following), dsp (Cortex-M with the "
      "DSP extension), mve (with Helium); any makes scratch memory large enough for each",
      ["any", "c", "dsp", "mve"]>];
}

class CmsisNN_Kernel<string kernel, int kernelId, list<Dsp_Require> requirements>
    : Dsp_Kernel<CmsisNN, kernel, kernelId, requirements> {
  let cName = "arm_" # kernel;
}

/// For which processors the library is built.
def CmsisNN_Target : Dsp_OptionAttr<"target">;

//===----------------------------------------------------------------------===//
// Element types
//===----------------------------------------------------------------------===//

/// A type of quantised numbers, with that of the sums of its products.
class CmsisNN_Quantized<string typeSuffix, Dsp_Element stored, Dsp_Element sums> {
  string suffix = typeSuffix;
  Dsp_Element element = stored;
  Dsp_Element bias = sums;
}
def CmsisNN_S8  : CmsisNN_Quantized<"s8", Dsp_I8, Dsp_I32>;
def CmsisNN_S16 : CmsisNN_Quantized<"s16", Dsp_I16, Dsp_I64>;

//===----------------------------------------------------------------------===//
// Structs
//===----------------------------------------------------------------------===//

/// The dimensions of tensor `v`, as the names of the struct's fields have them.
class CmsisNN_Dims<string v> {
  dag dims = (Struct<"cmsis_nn_dims">
      (Expr<"int32_t", "dim($" # v # ", 0)">):$n, (Expr<"int32_t", "dim($" # v # ", 1)">):$h,
      (Expr<"int32_t", "dim($" # v # ", 2)">):$w, (Expr<"int32_t", "dim($" # v # ", 3)">):$c);
}
defvar inputDims = CmsisNN_Dims<"input">.dims;
defvar filterDims = CmsisNN_Dims<"filter">.dims;
defvar outputDims = CmsisNN_Dims<"output">.dims;

class CmsisNN_Dims4<string n, string h, string w, string c> {
  dag dims = (Struct<"cmsis_nn_dims"> (Expr<"int32_t", n>):$n, (Expr<"int32_t", h>):$h,
                                      (Expr<"int32_t", w>):$w, (Expr<"int32_t", c>):$c);
}
/// One number for each channel of the output.
defvar channelDims = CmsisNN_Dims4<"1", "1", "1", "dim($output, -1)">.dims;

/// Height and width of a list.
class CmsisNN_Tile<string pair> {
  dag tile = (StructValue<"cmsis_nn_tile"> (Expr<"int32_t", "$" # pair # "[1]">):$w,
                                           (Expr<"int32_t", "$" # pair # "[0]">):$h);
}
defvar strideTile = CmsisNN_Tile<"strides">.tile;
defvar paddingTile = CmsisNN_Tile<"padding">.tile;
defvar dilationTile = CmsisNN_Tile<"dilation">.tile;

defvar activation = (StructValue<"cmsis_nn_activation">
    (Expr<"int32_t", "boundOf($output, $act_min)">):$min,
    (Expr<"int32_t", "boundOf($output, $act_max)">):$max);

/// Memory for the kernel alone.
class CmsisNN_Context<string bytes> {
  dag context = (Struct<"cmsis_nn_context"> (Scratch<bytes>):$buf, (Expr<"int32_t", bytes>):$size);
}
defvar noContext = (Struct<"cmsis_nn_context"> (Literal<"void *", "NULL">):$buf,
                                               (Literal<"int32_t", "0">):$size);

/// The negative of a zero point.
class CmsisNN_Offset<string zeroPoint> : Expr<"int32_t", "-$" # zeroPoint>;

/// A factor as TensorFlow Lite finds it.
class CmsisNN_Multiplier<string factor>
    : Expr<"int32_t", "multiplierOf(\"TFLITE\", " # factor # ")">;
class CmsisNN_Shift<string factor> : Expr<"int32_t", "shiftOf(\"TFLITE\", " # factor # ")">;

//===----------------------------------------------------------------------===//
// Layers
//===----------------------------------------------------------------------===//

defvar layerAttributes = (ins
    F32Attr:$input_scale, I32Attr:$input_zero_point,
    DenseF32ArrayAttr:$filter_scale, I32Attr:$filter_zero_point,
    F32Attr:$output_scale, I32Attr:$output_zero_point,
    Fusion_ActMin:$act_min, Fusion_ActMax:$act_max);

/// The factor of the sums of all channels, or one for each.
class CmsisNN_Factors {
  string layer = "layerFactors(\"TFLITE\", $input_scale, $filter_scale, {}, $output_scale)";
  // One for each channel, also where there is one for all.
  string channel = "channelFactors($input_scale, $filter_scale, $output_scale, $output)";
}
class CmsisNN_QuantParams {
  defvar layer = CmsisNN_Factors<>.layer;
  defvar channel = CmsisNN_Factors<>.channel;
  dag perTensor = (Struct<"cmsis_nn_per_tensor_quant_params">
      (CmsisNN_Multiplier<layer # "[0]">):$multiplier, (CmsisNN_Shift<layer # "[0]">):$shift);
  dag perChannel = (Struct<"cmsis_nn_per_channel_quant_params">
      (UnmodifiedArrayExpr<"int32_t", "multipliersOf(\"TFLITE\", " # channel # ")">):$multiplier,
      (UnmodifiedArrayExpr<"int32_t", "shiftsOf(\"TFLITE\", " # channel # ")">):$shift);
}
defvar tensorQuantParams = CmsisNN_QuantParams<>.perTensor;
defvar channelQuantParams = CmsisNN_QuantParams<>.perChannel;

/// Numbers of 8 bits have zero points of 8 bits, filters have none, and factors
/// and limits make sense.
class CmsisNN_ZeroPoint<string label, string name>
    : Dsp_Require<label, "'" # name # "' must be in -128 … 127", "inRange($" # name # ", -128, 127)",
                  ["$" # name]>;
class CmsisNN_NoZeroPoint<string label, string name>
    : Dsp_Require<label, "'" # name # "' must be 0", "$" # name # " == 0", ["$" # name]>;
class CmsisNN_ActRange<string label>
    : Dsp_Require<label, "'act_min' must be at most 'act_max'", "$act_min <= $act_max",
                  ["$act_min", "$act_max"]>;

class CmsisNN_LayerRequires<CmsisNN_Quantized t> {
  defvar factors = CmsisNN_Factors<>.layer;
  list<Dsp_Require> common = [
    Dsp_Require<"L1", "'bias' must have one element for each output channel",
                "dim($bias, 0) == dim($output, -1)", ["dim($bias, 0)", "dim($output, -1)"]>,
    Dsp_Require<"L2", "there must be one scale of the filter, or one for each output channel",
                "isOneOf($filter_scale.size(), {1, dim($output, -1)})", ["$filter_scale.size()"]>,
    CmsisNN_NoZeroPoint<"L3", "filter_zero_point">,
    CmsisNN_ActRange<"L4">
  ];
  // Sums of 64 bits are multiplied by 16 bits of the factor.
  list<Dsp_Require> typed = !if(!eq(t.suffix, "s8"), [
    CmsisNN_ZeroPoint<"L5", "input_zero_point">, CmsisNN_ZeroPoint<"L6", "output_zero_point">,
    Dsp_Require<"L7", "the quotients of the scales must be within 2^-32 and 2^31",
                "areScalable(\"TFLITE\", " # factors # ")",
                ["$input_scale", "$output_scale"]>
  ], [
    CmsisNN_NoZeroPoint<"L5", "input_zero_point">, CmsisNN_NoZeroPoint<"L6", "output_zero_point">,
    Dsp_Require<"L7", "the quotients of the scales must be within 2^-32 and 2^7",
                "areScalable(\"TFLITE\", " # factors # ") && "
                "allAtMost(shiftsOf(\"TFLITE\", " # factors # "), 7)",
                ["$input_scale", "$output_scale"]>
  ]);
  list<Dsp_Require> all = !listconcat(common, typed);
}

#endif // DSP_LIBRARIES_CMSISNN_CMSISNNBASE_TD
