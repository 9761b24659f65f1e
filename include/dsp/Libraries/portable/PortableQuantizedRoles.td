//===- PortableQuantizedRoles.td - Calls of quantised kernels -*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLEQUANTIZEDROLES_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLEQUANTIZEDROLES_TD

include "dsp/Libraries/QuantizedFusion.td"
include "dsp/Libraries/portable/PortableRoles.td"

/// Attribute `rounding` as C has it.
def Portable_Rounding : Enum<"portable_requantization", [
    EnumCase<"UPWARD", "PORTABLE_REQUANTIZE_UPWARD">,
    EnumCase<"TONEAREST", "PORTABLE_REQUANTIZE_TONEAREST">,
    EnumCase<"TFLITE", "PORTABLE_REQUANTIZE_TFLITE">
  ]>;

/// What a kernel that stores quantised numbers clamps them to.
def Portable_Min : Expr<"int32_t", "boundOf($output, $act_min)">;
def Portable_Max : Expr<"int32_t", "boundOf($output, $act_max)">;

/// How sums become what is stored: `factors` is an expression that gives one
/// factor or one for each channel.
class Portable_Requantize<string factors> {
  dag params = (Struct<"portable_requantize_params">
      (Portable_Rounding $rounding):$rounding,
      (Expr<"int32_t", factors # ".size() > 1">):$per_channel,
      (ArrayExpr<"int32_t", "multipliersOf($rounding, " # factors # ")">):$multipliers,
      (ArrayExpr<"int32_t", "shiftsOf($rounding, " # factors # ")">):$shifts,
      (Scalar<"int32_t"> $output_zero_point):$zero_point,
      (Portable_Min):$min, (Portable_Max):$max);
}

/// The factors must be numbers that C functions can take.
class Portable_AreScalable<string label, string factors>
    : Dsp_Require<label, "the quotients of the scales must be within 2^-32 and 2^31",
                  "areScalable($rounding, " # factors # ")", ["$output_scale"]>;

//===----------------------------------------------------------------------===//
// Element types
//===----------------------------------------------------------------------===//

/// A type of quantised numbers, with those of the weights and of the sums that go
/// with it.
class Portable_Quantized<string typeSuffix, Dsp_Element stored, Dsp_Element weights,
                         Dsp_Element sums> {
  string suffix = typeSuffix;
  Dsp_Element element = stored;
  Dsp_Element weight = weights;
  Dsp_Element bias = sums;
}
def Portable_S8  : Portable_Quantized<"s8", Dsp_I8, Dsp_I8, Dsp_I32>;
def Portable_U8  : Portable_Quantized<"u8", Dsp_U8, Dsp_U8, Dsp_I32>;
def Portable_S16 : Portable_Quantized<"s16", Dsp_I16, Dsp_I8, Dsp_I64>;

#endif // DSP_LIBRARIES_PORTABLE_PORTABLEQUANTIZEDROLES_TD
