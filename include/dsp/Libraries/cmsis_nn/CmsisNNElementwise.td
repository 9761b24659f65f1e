//===- CmsisNNElementwise.td - Sums and products of elements *- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_CMSISNN_CMSISNNELEMENTWISE_TD
#define DSP_LIBRARIES_CMSISNN_CMSISNNELEMENTWISE_TD

include "dsp/Libraries/cmsis_nn/CmsisNNBase.td"

/// There is no broadcast.
class CmsisNN_Binary<string operation, int kernelId, CmsisNN_Quantized t, Op front,
                     list<Dsp_Require> requirements>
    : CmsisNN_Kernel<"elementwise_" # operation # "_" # t.suffix, kernelId, !listconcat([
        Dsp_SameShape<"C1", "lhs", "output">, Dsp_SameShape<"C2", "rhs", "output">,
        CmsisNN_ActRange<"C3">
      ], requirements, !if(!eq(t.suffix, "s8"), [
        CmsisNN_ZeroPoint<"C6", "lhs_zero_point">, CmsisNN_ZeroPoint<"C7", "rhs_zero_point">,
        CmsisNN_ZeroPoint<"C8", "output_zero_point">
      ], [
        CmsisNN_NoZeroPoint<"C6", "lhs_zero_point">, CmsisNN_NoZeroPoint<"C7", "rhs_zero_point">,
        CmsisNN_NoZeroPoint<"C8", "output_zero_point">
      ]))> {
  let arguments = (ins Dsp_Tensor<t.element>:$lhs, Dsp_Tensor<t.element>:$rhs,
      F32Attr:$lhs_scale, I32Attr:$lhs_zero_point, F32Attr:$rhs_scale, I32Attr:$rhs_zero_point,
      F32Attr:$output_scale, I32Attr:$output_zero_point,
      Fusion_ActMin:$act_min, Fusion_ActMax:$act_max);
  let results = (outs Dsp_Tensor<t.element>:$output);
  let covers = [Covers<Quantized_Binary<front>.source, [], 0, Quantized_TFLite>];
}

defvar outputClip = (CCall
    (Expr<"int32_t", "boundOf($output, $act_min)">):$out_activation_min,
    (Expr<"int32_t", "boundOf($output, $act_max)">):$out_activation_max,
    (NumElements<"int32_t"> $output):$block_size);

/// The factor of each addend, and of what they add up to.
class CmsisNN_SumFactors {
  string lhs = "addendFactor(\"TFLITE\", $lhs_scale, $rhs_scale, $output_scale)";
  string rhs = "addendFactor(\"TFLITE\", $rhs_scale, $lhs_scale, $output_scale)";
  string sum = "sumFactor(\"TFLITE\", $lhs_scale, $rhs_scale, $output_scale, $output)";
}
class CmsisNN_SumRequires {
  defvar lhs = CmsisNN_SumFactors<>.lhs;
  defvar rhs = CmsisNN_SumFactors<>.rhs;
  defvar sum = CmsisNN_SumFactors<>.sum;
  list<Dsp_Require> all = [
    Dsp_Require<"C4", "the quotients of the scales must be within 2^-32 and 2^31",
                "isScalable(\"TFLITE\", " # lhs # ") && isScalable(\"TFLITE\", " # rhs # ") && "
                "isScalable(\"TFLITE\", " # sum # ")",
                ["$lhs_scale", "$rhs_scale", "$output_scale"]>,
    // Its factors have no left shift.
    Dsp_Require<"C5", "the larger scale of 'lhs' and 'rhs' must be less than 2^19 times "
                      "'output_scale'",
                "shiftOf(\"TFLITE\", " # sum # ") <= 0",
                ["$lhs_scale", "$rhs_scale", "$output_scale"]>
  ];
}

class CmsisNN_Add<int kernelId, CmsisNN_Quantized t>
    : CmsisNN_Binary<"add", kernelId, t, Relay_QNNAddOp, CmsisNN_SumRequires<>.all> {
  let summary = "sum of two tensors of one shape, with a clip";
  let cCall = !con((CCall
      (In<> $lhs):$input_1_vect, (In<> $rhs):$input_2_vect,
      (CmsisNN_Offset<"lhs_zero_point">):$input_1_offset,
      (CmsisNN_Multiplier<CmsisNN_SumFactors<>.lhs>):$input_1_mult,
      (CmsisNN_Shift<CmsisNN_SumFactors<>.lhs>):$input_1_shift,
      (CmsisNN_Offset<"rhs_zero_point">):$input_2_offset,
      (CmsisNN_Multiplier<CmsisNN_SumFactors<>.rhs>):$input_2_mult,
      (CmsisNN_Shift<CmsisNN_SumFactors<>.rhs>):$input_2_shift,
      (Expr<"int32_t", "sumLeftShift(\"TFLITE\", $output)">):$left_shift, (Out<> $output),
      (Scalar<"int32_t"> $output_zero_point):$out_offset,
      (CmsisNN_Multiplier<CmsisNN_SumFactors<>.sum>):$out_mult, (CmsisNN_Shift<CmsisNN_SumFactors<>.sum>):$out_shift), outputClip);
}
def CmsisNN_AddS8Op  : CmsisNN_Add<0x120, CmsisNN_S8>;
def CmsisNN_AddS16Op : CmsisNN_Add<0x121, CmsisNN_S16>;

class CmsisNN_ProductFactor {
  string factor = "productFactor(\"TFLITE\", $lhs_scale, $rhs_scale, $output_scale)";
}
class CmsisNN_ProductRequires {
  defvar factor = CmsisNN_ProductFactor<>.factor;
  list<Dsp_Require> all = [
    Dsp_Require<"C4", "the quotient of the scales must be within 2^-32 and 2^31",
                "isScalable(\"TFLITE\", " # factor # ")",
                ["$lhs_scale", "$rhs_scale", "$output_scale"]>
  ];
}

class CmsisNN_Mul<int kernelId, CmsisNN_Quantized t>
    : CmsisNN_Binary<"mul", kernelId, t, Relay_QNNMulOp, CmsisNN_ProductRequires<>.all> {
  let summary = "product of two tensors of one shape, with a clip";
  let cCall = !con((CCall
      (In<> $lhs):$input_1_vect, (In<> $rhs):$input_2_vect,
      (CmsisNN_Offset<"lhs_zero_point">):$input_1_offset,
      (CmsisNN_Offset<"rhs_zero_point">):$input_2_offset, (Out<> $output),
      (Scalar<"int32_t"> $output_zero_point):$out_offset,
      (CmsisNN_Multiplier<CmsisNN_ProductFactor<>.factor>):$out_mult, (CmsisNN_Shift<CmsisNN_ProductFactor<>.factor>):$out_shift), outputClip);
}
def CmsisNN_MulS8Op  : CmsisNN_Mul<0x122, CmsisNN_S8>;
def CmsisNN_MulS16Op : CmsisNN_Mul<0x123, CmsisNN_S16>;

#endif // DSP_LIBRARIES_CMSISNN_CMSISNNELEMENTWISE_TD
