//===- PortableSort.td - Elements in order -----------------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLESORT_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLESORT_TD

include "dsp/Libraries/portable/PortableRoles.td"

class Portable_Select<string kernel, int kernelId, Dsp_Element element>
    : Dsp_Kernel<Portable, kernel, kernelId, [Portable_HasAxis<"C1", "axis", "input">]> {
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, I64Attr:$axis, BoolAttr:$is_ascend);
  let results = (outs Dsp_Tensor<element>:$output);
  let cCall = (CCall (Portable_Outer<"axis"> $input):$outer, (Portable_Axis<"axis"> $input):$axis,
                     (Portable_Inner<"axis"> $input):$inner, (Portable_Axis<"axis"> $output):$k,
                     (Scalar<"int32_t"> $is_ascend), (In<> $input), (Out<> $output));
}

def Portable_SortF32Op : Portable_Select<"sort_f32", 0x3B0, Dsp_F32> {
  let summary = "elements in order along an axis, all or the first ones";
  let covers = [
    Covers<(Relay_SortOp $input, $axis, $is_ascend, portableResultSaysIt:$dtype)>,
    Covers<(Relay_TopkOp $input, portableResultSaysIt:$k, $axis, (IsString<"values">):$ret_type,
                         $is_ascend, portableResultSaysIt:$dtype)>
  ];
}

class Portable_Argsort<string suffix, int kernelId, Dsp_Element index>
    : Portable_Select<"argsort_f32_" # suffix, kernelId, index> {
  let summary = "where the elements are in order along an axis, as " # index.relayName;
  let covers = [
    Covers<(Relay_ArgsortOp $input, $axis, $is_ascend, portableResultSaysIt:$dtype)>,
    Covers<(Relay_TopkOp $input, portableResultSaysIt:$k, $axis, (IsString<"indices">):$ret_type,
                         $is_ascend, portableResultSaysIt:$dtype)>
  ];
}
def Portable_ArgsortF32I32Op : Portable_Argsort<"i32", 0x3B1, Dsp_I32>;
def Portable_ArgsortF32I64Op : Portable_Argsort<"i64", 0x3B2, Dsp_I64>;

class Portable_Topk<string suffix, int kernelId, Dsp_Element index>
    : Dsp_Kernel<Portable, "topk_f32_" # suffix, kernelId, [
        Portable_HasAxis<"C1", "axis", "input">, Dsp_SameShape<"C2", "values", "indices">
      ]> {
  let summary = "the first elements in order along an axis and where they are, as " # index.relayName;
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, I64Attr:$axis, BoolAttr:$is_ascend);
  let results = (outs Dsp_Tensor<Dsp_F32>:$values, Dsp_Tensor<index>:$indices);
  let cCall = (CCall (Portable_Outer<"axis"> $input):$outer, (Portable_Axis<"axis"> $input):$axis,
                     (Portable_Inner<"axis"> $input):$inner, (Portable_Axis<"axis"> $values):$k,
                     (Scalar<"int32_t"> $is_ascend), (In<> $input), (Out<> $values), (Out<> $indices));
  let covers = [Covers<(Relay_TopkOp $input, portableResultSaysIt:$k, $axis, (IsString<"both">):$ret_type,
                                     $is_ascend, portableResultSaysIt:$dtype)>];
}
def Portable_TopkF32I32Op : Portable_Topk<"i32", 0x3B4, Dsp_I32>;
def Portable_TopkF32I64Op : Portable_Topk<"i64", 0x3B5, Dsp_I64>;

#endif // DSP_LIBRARIES_PORTABLE_PORTABLESORT_TD
