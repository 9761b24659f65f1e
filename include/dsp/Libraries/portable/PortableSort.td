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

class Portable_Select<string kernel, int kernelId, Dsp_Element element, Dsp_Element result>
    : Dsp_Kernel<Portable, kernel, kernelId, [Portable_HasAxis<"C1", "axis", "input">]> {
  let arguments = (ins Dsp_Tensor<element>:$input, I64Attr:$axis, BoolAttr:$is_ascend);
  let results = (outs Dsp_Tensor<result>:$output);
  let cCall = (CCall (Portable_Outer<"axis"> $input):$outer, (Portable_Axis<"axis"> $input):$axis,
                     (Portable_Inner<"axis"> $input):$inner, (Portable_Axis<"axis"> $output):$k,
                     (Scalar<"int32_t"> $is_ascend), (In<> $input), (Out<> $output));
}

class Portable_Sort<string suffix, int kernelId, Dsp_Element element>
    : Portable_Select<"sort_" # suffix, kernelId, element, element> {
  let summary = "elements in order along an axis, all or the first ones";
  let covers = [
    Covers<(Relay_SortOp $input, $axis, $is_ascend, portableResultSaysIt:$dtype)>,
    Covers<(Relay_TopkOp $input, portableResultSaysIt:$k, $axis, (IsString<"values">):$ret_type,
                         $is_ascend, portableResultSaysIt:$dtype)>
  ];
}

class Portable_Argsort<string suffix, int kernelId, Dsp_Element element, Dsp_Element index>
    : Portable_Select<"argsort_" # suffix, kernelId, element, index> {
  let summary = "where the elements are in order along an axis, as " # index.relayName;
  let covers = [
    Covers<(Relay_ArgsortOp $input, $axis, $is_ascend, portableResultSaysIt:$dtype)>,
    Covers<(Relay_TopkOp $input, portableResultSaysIt:$k, $axis, (IsString<"indices">):$ret_type,
                         $is_ascend, portableResultSaysIt:$dtype)>
  ];
}

class Portable_Topk<string suffix, int kernelId, Dsp_Element element, Dsp_Element index>
    : Dsp_Kernel<Portable, "topk_" # suffix, kernelId, [
        Portable_HasAxis<"C1", "axis", "input">, Dsp_SameShape<"C2", "values", "indices">
      ]> {
  let summary = "the first elements in order along an axis and where they are, as " # index.relayName;
  let arguments = (ins Dsp_Tensor<element>:$input, I64Attr:$axis, BoolAttr:$is_ascend);
  let results = (outs Dsp_Tensor<element>:$values, Dsp_Tensor<index>:$indices);
  let cCall = (CCall (Portable_Outer<"axis"> $input):$outer, (Portable_Axis<"axis"> $input):$axis,
                     (Portable_Inner<"axis"> $input):$inner, (Portable_Axis<"axis"> $values):$k,
                     (Scalar<"int32_t"> $is_ascend), (In<> $input), (Out<> $values), (Out<> $indices));
  let covers = [Covers<(Relay_TopkOp $input, portableResultSaysIt:$k, $axis, (IsString<"both">):$ret_type,
                                     $is_ascend, portableResultSaysIt:$dtype)>];
}

/// The kernels of a type of elements; `topkId` is the first of those with two results.
multiclass Portable_Sorts<string suffix, int kernelId, int topkId, Dsp_Element element> {
  def Portable_Sort#NAME#Op : Portable_Sort<suffix, kernelId, element>;
  def Portable_Argsort#NAME#I32Op
      : Portable_Argsort<suffix # "_i32", !add(kernelId, 1), element, Dsp_I32>;
  def Portable_Argsort#NAME#I64Op
      : Portable_Argsort<suffix # "_i64", !add(kernelId, 2), element, Dsp_I64>;
  def Portable_Topk#NAME#I32Op : Portable_Topk<suffix # "_i32", topkId, element, Dsp_I32>;
  def Portable_Topk#NAME#I64Op : Portable_Topk<suffix # "_i64", !add(topkId, 1), element, Dsp_I64>;
}
defm F32 : Portable_Sorts<"f32", 0x3B0, 0x3B4, Dsp_F32>;
defm I8  : Portable_Sorts<"i8", 0x610, 0x614, Dsp_I8>;
defm U8  : Portable_Sorts<"u8", 0x618, 0x61C, Dsp_U8>;
defm I16 : Portable_Sorts<"i16", 0x620, 0x624, Dsp_I16>;
defm I32 : Portable_Sorts<"i32", 0x628, 0x62C, Dsp_I32>;
defm I64 : Portable_Sorts<"i64", 0x630, 0x634, Dsp_I64>;

#endif // DSP_LIBRARIES_PORTABLE_PORTABLESORT_TD
