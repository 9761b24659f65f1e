//===- PortableReduce.td - Reductions and scans ------------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLEREDUCE_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLEREDUCE_TD

include "dsp/Libraries/QuantizedFusion.td"
include "dsp/Libraries/portable/PortableRoles.td"

/// As Relay says which axes are reduced: an empty list means all.
def Portable_Axes : DefaultValuedAttr<DenseI64ArrayAttr, "{}">;

class Portable_ReduceParams {
  dag params = (Struct<"portable_reduce_params">
      (NumDims<> $input):$rank, (Dims<> $input):$shape,
      (Expr<"int32_t", "reducedAxes($input, $axis, $exclude).size()">):$axis_count,
      (ArrayExpr<"int32_t", "reducedAxes($input, $axis, $exclude)">):$axes);
}

defvar reduceRequires = [
  Portable_RankInRange<"C1", "input">,
  Dsp_Require<"C2", "'axis' must list distinct axes of 'input', and leave some to reduce",
              "areDistinct(reducedAxes($input, $axis, $exclude), rank($input))",
              ["$axis", "rank($input)"]>
];

class Portable_Reduction<string operation, string suffix, int kernelId, string text, Op front,
                         Dsp_Element element>
    : Dsp_Kernel<Portable, operation # "_" # suffix, kernelId, reduceRequires> {
  let summary = text;
  let arguments = (ins Dsp_Tensor<element>:$input, Portable_Axes:$axis, BoolAttr:$exclude);
  let results = (outs Dsp_Tensor<element>:$output);
  let cCall = (CCall Portable_ReduceParams<>.params:$params, (In<> $input), (Out<> $output));
  let covers = [Covers<(front $input, $axis, portableResultSaysIt:$keepdims, $exclude)>];
}

multiclass Portable_NumberReduction<string operation, int kernelId, string text, Op front> {
  def F32Op : Portable_Reduction<operation, "f32", kernelId, text, front, Dsp_F32>;
  def I32Op : Portable_Reduction<operation, "i32", !add(kernelId, 1), text, front, Dsp_I32>;
  def I64Op : Portable_Reduction<operation, "i64", !add(kernelId, 2), text, front, Dsp_I64>;
}
defm Portable_Sum  : Portable_NumberReduction<"sum", 0x380, "the sum over axes", Relay_SumOp>;
defm Portable_Prod : Portable_NumberReduction<"prod", 0x384, "the product over axes", Relay_ProdOp>;
defm Portable_Max  : Portable_NumberReduction<"max", 0x388, "the maximum over axes", Relay_MaxOp>;
defm Portable_Min  : Portable_NumberReduction<"min", 0x38C, "the minimum over axes", Relay_MinOp>;

/// The same of small integers.
multiclass Portable_SmallReduction<string operation, int kernelId, string text, Op front> {
  def I8Op  : Portable_Reduction<operation, "i8", kernelId, text, front, Dsp_I8>;
  def U8Op  : Portable_Reduction<operation, "u8", !add(kernelId, 1), text, front, Dsp_U8>;
  def I16Op : Portable_Reduction<operation, "i16", !add(kernelId, 2), text, front, Dsp_I16>;
}
defm Portable_Sum  : Portable_SmallReduction<"sum", 0x3C0, "the sum over axes", Relay_SumOp>;
defm Portable_Prod : Portable_SmallReduction<"prod", 0x3C4, "the product over axes", Relay_ProdOp>;
defm Portable_Max  : Portable_SmallReduction<"max", 0x3C8, "the maximum over axes", Relay_MaxOp>;
defm Portable_Min  : Portable_SmallReduction<"min", 0x3CC, "the minimum over axes", Relay_MinOp>;

def Portable_AllBoolOp
    : Portable_Reduction<"all", "bool", 0x390, "whether all over axes are true", Relay_AllOp, Dsp_Bool>;
def Portable_AnyBoolOp
    : Portable_Reduction<"any", "bool", 0x391, "whether one over axes is true", Relay_AnyOp, Dsp_Bool>;
def Portable_MeanF32Op
    : Portable_Reduction<"mean", "f32", 0x392, "the mean over axes", Relay_MeanOp, Dsp_F32>;
class Portable_IntegerMean<string suffix, int kernelId, Dsp_Element element>
    : Dsp_Kernel<Portable, "mean_" # suffix, kernelId, !listconcat(reduceRequires, [
        Dsp_Require<"C3", "the number of reduced elements must be one of 'input'",
                    "double(numElements($input)) <= double(numElements($output)) * greatestOf($input)",
                    ["numElements($input)", "numElements($output)"]>
      ])> {
  let summary = "the mean over axes, truncated";
  let arguments = (ins Dsp_Tensor<element>:$input, Portable_Axes:$axis, BoolAttr:$exclude);
  let results = (outs Dsp_Tensor<element>:$output);
  let cCall = (CCall Portable_ReduceParams<>.params:$params, (In<> $input), (Out<> $output));
  let covers = [Covers<(Relay_MeanOp $input, $axis, portableResultSaysIt:$keepdims, $exclude), [], 0,
                       Quantized_TruncatedAverage>];
}
def Portable_MeanI8Op  : Portable_IntegerMean<"i8", 0x39C, Dsp_I8>;
def Portable_MeanU8Op  : Portable_IntegerMean<"u8", 0x39D, Dsp_U8>;
def Portable_MeanI16Op : Portable_IntegerMean<"i16", 0x39E, Dsp_I16>;
def Portable_MeanI32Op : Portable_IntegerMean<"i32", 0x394, Dsp_I32>;
def Portable_MeanI64Op : Portable_IntegerMean<"i64", 0x395, Dsp_I64>;

def Portable_VarianceF32Op : Dsp_Kernel<Portable, "variance_f32", 0x393, !listconcat(reduceRequires, [
    Dsp_Require<"C3", "'mean' must have as many elements as 'output'",
                "numElements($mean) == numElements($output)",
                ["numElements($mean)", "numElements($output)"]>
  ])> {
  let summary = "the variance over axes about a given mean";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, Dsp_Tensor<Dsp_F32>:$mean, Portable_Axes:$axis,
                       BoolAttr:$exclude, BoolAttr:$unbiased);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall Portable_ReduceParams<>.params:$params, (Scalar<"int32_t"> $unbiased), (In<> $input),
                     (In<> $mean), (Out<> $output));
  let covers = [Covers<(Relay_VarianceOp $input, $mean, $axis, portableResultSaysIt:$keepdims, $exclude,
                                         $unbiased)>];
}

class Portable_ArgReduction<string operation, string place, string suffix, int kernelId, Op front,
                            Dsp_Element element, Dsp_Element index>
    : Dsp_Kernel<Portable, operation # "_" # suffix, kernelId, !listconcat(reduceRequires, [
        Dsp_Require<"C3", "the reduced axes must be neighbours",
                    "areNeighbours(reducedAxes($input, $axis, $exclude))", ["$axis"]>
      ])> {
  let summary = "where the " # place # " is, as " # index.relayName;
  let arguments = (ins Dsp_Tensor<element>:$input, Portable_Axes:$axis, BoolAttr:$exclude,
                       BoolAttr:$select_last_index);
  let results = (outs Dsp_Tensor<index>:$output);
  let cCall = (CCall (Expr<"int32_t", "outerOf($input, reducedAxes($input, $axis, $exclude))">):$outer,
                     (Expr<"int32_t", "extentOf($input, reducedAxes($input, $axis, $exclude))">):$axis,
                     (Expr<"int32_t", "innerOf($input, reducedAxes($input, $axis, $exclude))">):$inner,
                     (Scalar<"int32_t"> $select_last_index), (In<> $input), (Out<> $output));
  let covers = [Covers<(front $input, $axis, portableResultSaysIt:$keepdims, $select_last_index,
                              $exclude)>];
}
multiclass Portable_ArgReductions<string name, int kernelId, Dsp_Element element> {
  def Portable_Argmax#NAME#I32Op
      : Portable_ArgReduction<"argmax", "maximum", name # "_i32", kernelId, Relay_ArgmaxOp, element,
                              Dsp_I32>;
  def Portable_Argmax#NAME#I64Op
      : Portable_ArgReduction<"argmax", "maximum", name # "_i64", !add(kernelId, 1), Relay_ArgmaxOp,
                              element, Dsp_I64>;
  def Portable_Argmin#NAME#I32Op
      : Portable_ArgReduction<"argmin", "minimum", name # "_i32", !add(kernelId, 2), Relay_ArgminOp,
                              element, Dsp_I32>;
  def Portable_Argmin#NAME#I64Op
      : Portable_ArgReduction<"argmin", "minimum", name # "_i64", !add(kernelId, 3), Relay_ArgminOp,
                              element, Dsp_I64>;
}
defm F32 : Portable_ArgReductions<"f32", 0x398, Dsp_F32>;
defm I8  : Portable_ArgReductions<"i8", 0x3D0, Dsp_I8>;
defm U8  : Portable_ArgReductions<"u8", 0x3D4, Dsp_U8>;
defm I16 : Portable_ArgReductions<"i16", 0x3D8, Dsp_I16>;
defm I32 : Portable_ArgReductions<"i32", 0x3DC, Dsp_I32>;
defm I64 : Portable_ArgReductions<"i64", 0x3E0, Dsp_I64>;

class Portable_Scan<string operation, string suffix, int kernelId, string text, Op front,
                    Dsp_Element element>
    : Dsp_Kernel<Portable, operation # "_" # suffix, kernelId, [
        Dsp_SameShape<"C1", "input", "output">, Portable_HasAxis<"C2", "axis", "input">
      ]> {
  let summary = text;
  let arguments = (ins Dsp_Tensor<element>:$input, I64Attr:$axis, BoolAttr:$exclusive);
  let results = (outs Dsp_Tensor<element>:$output);
  let inPlace = [InPlace<"input", "output">];
  let cCall = (CCall (Portable_Outer<"axis"> $input):$outer, (Portable_Axis<"axis"> $input):$axis,
                     (Portable_Inner<"axis"> $input):$inner, (Scalar<"int32_t"> $exclusive),
                     (In<> $input), (Out<> $output));
  let covers = [Covers<(front $input, $axis, portableResultSaysIt:$dtype, $exclusive)>];
}
multiclass Portable_NumberScan<string operation, int kernelId, string text, Op front> {
  def F32Op : Portable_Scan<operation, "f32", kernelId, text, front, Dsp_F32>;
  def I32Op : Portable_Scan<operation, "i32", !add(kernelId, 1), text, front, Dsp_I32>;
  def I64Op : Portable_Scan<operation, "i64", !add(kernelId, 2), text, front, Dsp_I64>;
}
defm Portable_Cumsum  : Portable_NumberScan<"cumsum", 0x3A0, "running sum", Relay_CumsumOp>;
defm Portable_Cumprod : Portable_NumberScan<"cumprod", 0x3A4, "running product", Relay_CumprodOp>;

/// The same of small integers.
multiclass Portable_SmallScan<string operation, int kernelId, string text, Op front> {
  def I8Op  : Portable_Scan<operation, "i8", kernelId, text, front, Dsp_I8>;
  def U8Op  : Portable_Scan<operation, "u8", !add(kernelId, 1), text, front, Dsp_U8>;
  def I16Op : Portable_Scan<operation, "i16", !add(kernelId, 2), text, front, Dsp_I16>;
}
defm Portable_Cumsum  : Portable_SmallScan<"cumsum", 0x3A8, "running sum", Relay_CumsumOp>;
defm Portable_Cumprod : Portable_SmallScan<"cumprod", 0x3AC, "running product", Relay_CumprodOp>;

#endif // DSP_LIBRARIES_PORTABLE_PORTABLEREDUCE_TD
