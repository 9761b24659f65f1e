//===- CmsisNNMove.td - Functions that move data -----------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_CMSISNN_CMSISNNMOVE_TD
#define DSP_LIBRARIES_CMSISNN_CMSISNNMOVE_TD

include "dsp/Libraries/cmsis_nn/CmsisNNBase.td"

/// Paddings in front of the dimensions of `$input`, or behind them. Tensors of
/// fewer dimensions have leading ones of size 1.
class CmsisNN_Pads<int behind> {
  defvar pad = "padOf($input, $pad_width, ";
  dag dims = CmsisNN_Dims4<pad # "0, " # behind # ")", pad # "1, " # behind # ")",
                           pad # "2, " # behind # ")", pad # "3, " # behind # ")">.dims;
}

def CmsisNN_PadS8Op : CmsisNN_Kernel<"pad_s8", 0x150, [
    Dsp_Require<"C1", "'input' must have at most 4 dimensions", "rank($input) <= 4",
                ["rank($input)"]>,
    Dsp_Require<"C2", "'pad_width' must have two elements for each dimension",
                "int64_t($pad_width.size()) == 2 * rank($input)", ["$pad_width"]>,
    Dsp_Require<"C3", "'pad_width' must not be negative", "allAtLeast($pad_width, 0)",
                ["$pad_width"]>,
    Dsp_Require<"C4", "'pad_value' must be in -128 … 127", "inRange($pad_value, -128, 127)",
                ["$pad_value"]>
  ]> {
  let summary = "surrounded with a value";
  let arguments = (ins Dsp_Tensor<Dsp_I8>:$input, I32Attr:$pad_value,
                       DenseI64ArrayAttr:$pad_width);
  let results = (outs Dsp_Tensor<Dsp_I8>:$output);
  defvar size = "dimOf4($input, ";
  let cCall = (CCall (In<> $input), (Out<> $output), (Scalar<"int8_t"> $pad_value):$pad_value,
      CmsisNN_Dims4<size # "0)", size # "1)", size # "2)", size # "3)">.dims:$input_size,
      CmsisNN_Pads<0>.dims:$pre_pad, CmsisNN_Pads<1>.dims:$post_pad);
  let covers = [Covers<(Relay_PadOp $input, $pad_value, $pad_width,
                                    (IsString<"constant">):$pad_mode)>];
}

/// Dimensions that are not there are 1, behind the others.
class CmsisNN_LeadingDims<string v> {
  defvar d = "dimOr1($" # v # ", ";
  dag dims = CmsisNN_Dims4<d # "0)", d # "1)", d # "2)", d # "3)">.dims;
}

def CmsisNN_TransposeS8Op : CmsisNN_Kernel<"transpose_s8", 0x151, [
    Dsp_Require<"C1", "'input' must have 2 to 4 dimensions", "inRange(rank($input), 2, 4)",
                ["rank($input)"]>,
    Dsp_Require<"C2", "'axes' must move an axis, and be all axes of 'input'",
                "movesAxes($axes, $input)", ["$axes"]>,
    Dsp_Require<"C3", "no dimension may be larger than 65535, and the last not than 9362",
                "allAtMost(shape($input), 65535) && dim($input, -1) <= 9362", ["shape($input)"]>
  ]> {
  let summary = "axes in another order";
  let arguments = (ins Dsp_Tensor<Dsp_I8>:$input, DenseI64ArrayAttr:$axes);
  let results = (outs Dsp_Tensor<Dsp_I8>:$output);
  let cCall = (CCall (In<> $input):$input_data, (Out<> $output):$output_data,
      CmsisNN_LeadingDims<"input">.dims:$input_dims,
      CmsisNN_LeadingDims<"output">.dims:$output_dims,
      (Struct<"cmsis_nn_transpose_params">
          (NumDims<"const int32_t"> $input):$num_dims,
          (ArrayExpr<"uint32_t", "axesFromFront($axes, $input)">):$permutations
       ):$transpose_params);
  let covers = [Covers<(Relay_TransposeOp $input, $axes)>];
}

#endif // DSP_LIBRARIES_CMSISNN_CMSISNNMOVE_TD
