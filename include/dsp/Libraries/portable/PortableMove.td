//===- PortableMove.td - Moving elements of any type -------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLEMOVE_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLEMOVE_TD

include "dsp/Libraries/portable/PortableRoles.td"

defvar movesOneType = Dsp_SameElementType<"C1", "input", "output">;

//===----------------------------------------------------------------------===//
// Together and apart
//===----------------------------------------------------------------------===//

def Portable_ConcatenateOp : Dsp_Kernel<Portable, "concatenate", 0x400, [
    Portable_HasAxis<"C1", "axis", "output">,
    Dsp_Require<"C2", "there must be tensors to join", "!$inputs.empty()">
  ]> {
  let summary = "tensors one after the other along an axis";
  let arguments = (ins Variadic<Dsp_AnyTensor<>>:$inputs, I64Attr:$axis);
  let results = (outs Dsp_AnyTensor<>:$output);
  let cCall = (CCall (ElementBytes<"int32_t"> $output):$element_size, (Portable_Outer<"axis"> $output):$outer,
                     (Portable_Inner<"axis"> $output):$inner, (Count<"int32_t"> $inputs):$count,
                     (ArrayExpr<"int32_t", "extentsOf($inputs, normalizeAxis($axis, $output))">):$axis_sizes,
                     (In<> $inputs), (Out<> $output));
  let covers = [Covers<(Relay_ConcatenateOp $inputs, $axis)>];
}

/// The same C function; the new axis has size 1 in each input.
def Portable_StackOp : Dsp_Kernel<Portable, "stack", 0x401, [
    Portable_HasAxis<"C1", "axis", "output">,
    Dsp_Require<"C2", "there must be tensors to join", "!$inputs.empty()">
  ]> {
  let summary = "tensors side by side along a new axis";
  let cName = "portable_concatenate";
  let arguments = (ins Variadic<Dsp_AnyTensor<>>:$inputs, I64Attr:$axis);
  let results = (outs Dsp_AnyTensor<>:$output);
  let cCall = (CCall (ElementBytes<"int32_t"> $output):$element_size, (Portable_Outer<"axis"> $output):$outer,
                     (Portable_Inner<"axis"> $output):$inner, (Count<"int32_t"> $inputs):$count,
                     (ArrayExpr<"int32_t", "SmallVector<int64_t>($inputs.size(), 1)">):$axis_sizes,
                     (In<> $inputs), (Out<> $output));
  let covers = [Covers<(Relay_StackOp $inputs, $axis)>];
}

def Portable_SplitOp : Dsp_Kernel<Portable, "split", 0x402, [
    Portable_HasAxis<"C1", "axis", "input">,
    Dsp_Require<"C2", "the results must make up 'input'",
                "sumOf(extentsOf($outputs, normalizeAxis($axis, $input))) == dim($input, $axis)",
                ["dim($input, $axis)"]>
  ]> {
  let summary = "a tensor cut along an axis";
  let arguments = (ins Dsp_AnyTensor<>:$input, I64Attr:$axis);
  let results = (outs Variadic<Dsp_AnyTensor<>>:$outputs);
  let cCall = (CCall (ElementBytes<"int32_t"> $input):$element_size, (Portable_Outer<"axis"> $input):$outer,
                     (Portable_Inner<"axis"> $input):$inner, (Count<"int32_t"> $outputs):$count,
                     (ArrayExpr<"int32_t", "extentsOf($outputs, normalizeAxis($axis, $input))">):$axis_sizes,
                     (In<> $input), (Out<> $outputs));
  let covers = [Covers<(Relay_SplitOp $input,
                        (Ignored<"the results' types say it">):$indices_or_sections, $axis)>];
}

//===----------------------------------------------------------------------===//
// Other orders
//===----------------------------------------------------------------------===//

def Portable_TransposeOp : Dsp_Kernel<Portable, "transpose", 0x408, [
    movesOneType, Portable_RankInRange<"C2", "input">,
    Dsp_Require<"C3", "'axes' must be a permutation of the axes of 'input'",
                "isPermutation(axesOrReversed($axes, $input))", ["$axes", "rank($input)"]>
  ]> {
  let summary = "axes in another order";
  let arguments = (ins Dsp_AnyTensor<>:$input, DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$axes);
  let results = (outs Dsp_AnyTensor<>:$output);
  let cCall = (CCall (ElementBytes<"int32_t"> $input):$element_size, (NumDims<> $input):$rank,
                     (Dims<> $input):$in_shape,
                     (ArrayExpr<"int32_t", "axesOrReversed($axes, $input)">):$axes,
                     (In<> $input), (Out<> $output));
  let covers = [Covers<(Relay_TransposeOp $input, $axes)>];
}

def Portable_ReverseOp : Dsp_Kernel<Portable, "reverse", 0x409, [
    movesOneType, Portable_HasAxis<"C2", "axis", "input">
  ]> {
  let summary = "an axis from back to front";
  let arguments = (ins Dsp_AnyTensor<>:$input, I64Attr:$axis);
  let results = (outs Dsp_AnyTensor<>:$output);
  let cCall = (CCall (ElementBytes<"int32_t"> $input):$element_size, (Portable_Outer<"axis"> $input):$outer,
                     (Portable_Axis<"axis"> $input):$axis, (Portable_Inner<"axis"> $input):$inner,
                     (In<> $input), (Out<> $output));
  let covers = [Covers<(Relay_ReverseOp $input, $axis)>];
}

class Portable_SpaceDepth<string kernel, int kernelId>
    : Dsp_Kernel<Portable, kernel, kernelId, [
        movesOneType, Dsp_Require<"C2", "'block_size' must be positive", "$block_size > 0", ["$block_size"]>
      ]> {
  let results = (outs Dsp_AnyTensor<[4], "NHWC">:$output);
}

def Portable_DepthToSpaceOp : Portable_SpaceDepth<"depth_to_space", 0x40A> {
  let summary = "channels spread over blocks of positions";
  let arguments = (ins Dsp_AnyTensor<[4], "NHWC">:$input, I64Attr:$block_size, I64Attr:$order);
  let cCall = (CCall (ElementBytes<"int32_t"> $input):$element_size, (Dim<0> $input):$batch,
                     (Dim<1> $input):$in_h, (Dim<2> $input):$in_w, (Dim<3> $input):$in_c,
                     (Scalar<"int32_t"> $block_size):$block,
                     (Scalar<"portable_depth_order"> $order), (In<> $input), (Out<> $output));
  let covers = [
    Covers<(Relay_DepthToSpaceOp $input, $block_size, (Layout $input):$layout,
                                 (IsString<"DCR">):$mode), [Set<"order", "0">]>,
    Covers<(Relay_DepthToSpaceOp $input, $block_size, (Layout $input):$layout,
                                 (IsString<"CRD">):$mode), [Set<"order", "1">]>
  ];
}

def Portable_SpaceToDepthOp : Portable_SpaceDepth<"space_to_depth", 0x40B> {
  let summary = "blocks of positions gathered in channels";
  let arguments = (ins Dsp_AnyTensor<[4], "NHWC">:$input, I64Attr:$block_size);
  let cCall = (CCall (ElementBytes<"int32_t"> $input):$element_size, (Dim<0> $input):$batch,
                     (Dim<1> $input):$in_h, (Dim<2> $input):$in_w, (Dim<3> $input):$in_c,
                     (Scalar<"int32_t"> $block_size):$block, (In<> $input), (Out<> $output));
  let covers = [Covers<(Relay_SpaceToDepthOp $input, $block_size, (Layout $input):$layout,
                        (Ignored<"there is only one order">):$mode)>];
}

//===----------------------------------------------------------------------===//
// Parts
//===----------------------------------------------------------------------===//

def Portable_StridedSliceOp : Dsp_Kernel<Portable, "strided_slice", 0x410, [
    movesOneType, Portable_RankInRange<"C2", "input">,
    Dsp_Require<"C3", "'begin', 'end' and 'strides' must describe a part of 'input'",
                "!sliceBegins($input, $begin, $end, $strides, $slice_mode, $axes).empty()",
                ["$begin", "$end", "$strides", "shape($input)"]>
  ]> {
  let summary = "a regular part of a tensor";
  let arguments = (ins Dsp_AnyTensor<>:$input, DenseI64ArrayAttr:$begin, DenseI64ArrayAttr:$end,
                       DenseI64ArrayAttr:$strides, StrAttr:$slice_mode,
                       DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$axes);
  let results = (outs Dsp_AnyTensor<>:$output);
  let cCall = (CCall (ElementBytes<"int32_t"> $input):$element_size, (NumDims<> $input):$rank,
      (Dims<> $input):$in_shape,
      (ArrayExpr<"int32_t", "sliceBegins($input, $begin, $end, $strides, $slice_mode, $axes)">):$begin,
      (ArrayExpr<"int32_t", "sliceStrides($input, $begin, $end, $strides, $slice_mode, $axes)">):$strides,
      (Dims<> $output):$out_shape, (In<> $input), (Out<> $output));
  let covers = [Covers<(Relay_StridedSliceOp $input, $begin, $end, $strides, $slice_mode, $axes)>];
}

/// Index tensors are int32 or int64, each with a kernel of its own.
class Portable_Take<string suffix, Dsp_Element index, int kernelId>
    : Dsp_Kernel<Portable, "take_" # suffix, kernelId, [
        movesOneType, Portable_HasAxis<"C2", "axis", "input">
      ]> {
  let summary = "slices at given places of an axis, " # index.relayName # " indices";
  let arguments = (ins Dsp_AnyTensor<>:$input, Dsp_Tensor<index>:$indices, I64Attr:$axis, I64Attr:$mode);
  let results = (outs Dsp_AnyTensor<>:$output);
  let cCall = (CCall (ElementBytes<"int32_t"> $input):$element_size, (Portable_Outer<"axis"> $input):$outer,
                     (Portable_Axis<"axis"> $input):$axis, (Portable_Inner<"axis"> $input):$inner,
                     (NumElements<"int32_t"> $indices):$index_count,
                     (Scalar<"portable_index_mode"> $mode), (In<> $input), (In<> $indices),
                     (Out<> $output));
  // "fast" trusts the indices; here they are checked.
  let covers = [
    Covers<(Relay_TakeOp $input, $indices, (Is<"0">):$batch_dims, $axis, (IsString<"fast">):$mode),
           [Set<"mode", "0">]>,
    Covers<(Relay_TakeOp $input, $indices, (Is<"0">):$batch_dims, $axis, (IsString<"clip">):$mode),
           [Set<"mode", "1">]>,
    Covers<(Relay_TakeOp $input, $indices, (Is<"0">):$batch_dims, $axis, (IsString<"wrap">):$mode),
           [Set<"mode", "2">]>
  ];
}
def Portable_TakeI32Op : Portable_Take<"i32", Dsp_I32, 0x418>;
def Portable_TakeI64Op : Portable_Take<"i64", Dsp_I64, 0x419>;

class Portable_Gather<string suffix, Dsp_Element index, int kernelId>
    : Dsp_Kernel<Portable, "gather_" # suffix, kernelId, [
        movesOneType, Portable_HasAxis<"C2", "axis", "input">, Dsp_SameShape<"C3", "indices", "output">,
        Dsp_Require<"C4", "'indices' and 'input' must have one shape but for 'axis'",
                    "rank($input) == rank($indices) && "
                    "dimProduct($input, 0, normalizeAxis($axis, $input)) == "
                    "dimProduct($indices, 0, normalizeAxis($axis, $input)) && "
                    "dimProduct($input, normalizeAxis($axis, $input) + 1, rank($input)) == "
                    "dimProduct($indices, normalizeAxis($axis, $input) + 1, rank($input))",
                    ["shape($input)", "shape($indices)"]>
      ]> {
  let summary = "elements at given places of an axis, " # index.relayName # " indices";
  let arguments = (ins Dsp_AnyTensor<>:$input, Dsp_Tensor<index>:$indices, I64Attr:$axis);
  let results = (outs Dsp_AnyTensor<>:$output);
  let cCall = (CCall (ElementBytes<"int32_t"> $input):$element_size, (Portable_Outer<"axis"> $input):$outer,
                     (Portable_Axis<"axis"> $input):$axis, (Portable_Inner<"axis"> $input):$inner,
                     (Portable_Axis<"axis"> $indices):$index_count, (In<> $input), (In<> $indices),
                     (Out<> $output));
  let covers = [Covers<(Relay_GatherOp $input, $indices, $axis)>];
}
def Portable_GatherI32Op : Portable_Gather<"i32", Dsp_I32, 0x41A>;
def Portable_GatherI64Op : Portable_Gather<"i64", Dsp_I64, 0x41B>;

class Portable_GatherND<string suffix, Dsp_Element index, int kernelId>
    : Dsp_Kernel<Portable, "gather_nd_" # suffix, kernelId, [
        movesOneType,
        Dsp_Require<"C2", "'indices' must name 1 or more dimensions of 'input'",
                    "dim($indices, 0) > 0 && dim($indices, 0) + $batch_dims <= rank($input)",
                    ["dim($indices, 0)", "$batch_dims", "rank($input)"]>
      ]> {
  let summary = "slices at given places, " # index.relayName # " indices";
  let arguments = (ins Dsp_AnyTensor<>:$input, Dsp_Tensor<index>:$indices, I64Attr:$batch_dims);
  let results = (outs Dsp_AnyTensor<>:$output);
  let cCall = (CCall
      (Struct<"portable_gather_nd_params">
          (Expr<"int32_t", "dimProduct($input, 0, $batch_dims)">):$batch,
          (Expr<"int32_t", "dimProduct($indices, 1 + $batch_dims, rank($indices))">):$positions,
          (Dim<0> $indices):$index_rank,
          (ArrayExpr<"int32_t", "shape($input).slice($batch_dims, dim($indices, 0))">):$indexed_shape,
          (Expr<"int32_t", "dimProduct($input, $batch_dims + dim($indices, 0), rank($input))">):$slice)
          :$params,
      (ElementBytes<"int32_t"> $input):$element_size, (In<> $input), (In<> $indices), (Out<> $output));
  let covers = [Covers<(Relay_GatherNDOp $input, $indices, $batch_dims,
                                         (Ignored<"the shape of 'indices' says it">):$index_rank)>];
}
def Portable_GatherNDI32Op : Portable_GatherND<"i32", Dsp_I32, 0x41C>;
def Portable_GatherNDI64Op : Portable_GatherND<"i64", Dsp_I64, 0x41D>;

class Portable_OneHot<string suffix, Dsp_Element index, int kernelId>
    : Dsp_Kernel<Portable, "one_hot_" # suffix, kernelId, [
        Portable_HasAxis<"C1", "axis", "output">,
        Dsp_SameElementType<"C2", "on_value", "output">, Dsp_SameElementType<"C3", "off_value", "output">
      ]> {
  let summary = "one value at each index, another elsewhere, " # index.relayName # " indices";
  let arguments = (ins Dsp_Tensor<index>:$indices, Dsp_AnyTensor<[0]>:$on_value,
                       Dsp_AnyTensor<[0]>:$off_value, I64Attr:$axis);
  let results = (outs Dsp_AnyTensor<>:$output);
  let cCall = (CCall (ElementBytes<"int32_t"> $output):$element_size, (Portable_Outer<"axis"> $output):$outer,
                     (Portable_Axis<"axis"> $output):$depth, (Portable_Inner<"axis"> $output):$inner,
                     (In<> $indices), (In<> $on_value), (In<> $off_value), (Out<> $output));
  let covers = [Covers<(Relay_OneHotOp $indices, $on_value, $off_value, portableResultSaysIt:$depth,
                                       $axis, portableResultSaysIt:$dtype)>];
}
def Portable_OneHotI32Op : Portable_OneHot<"i32", Dsp_I32, 0x41E>;
def Portable_OneHotI64Op : Portable_OneHot<"i64", Dsp_I64, 0x41F>;

//===----------------------------------------------------------------------===//
// More than there was
//===----------------------------------------------------------------------===//

def Portable_BroadcastToOp : Dsp_Kernel<Portable, "broadcast_to", 0x428, [
    movesOneType, Portable_RankInRange<"C2", "output">,
    Dsp_Require<"C3", "the shape of 'input' must broadcast to that of 'output'",
                "broadcasts($input, $output)", ["shape($input)", "shape($output)"]>
  ]> {
  let summary = "repeated to a given shape";
  let arguments = (ins Dsp_AnyTensor<>:$input);
  let results = (outs Dsp_AnyTensor<>:$output);
  let cCall = (CCall (ElementBytes<"int32_t"> $input):$element_size, (NumDims<> $output):$rank,
                     (ArrayExpr<"int32_t", "paddedShape($input, $output)">):$in_shape,
                     (Dims<> $output):$out_shape, (In<> $input), (Out<> $output));
  let covers = [Covers<(Relay_BroadcastToOp $input, portableResultSaysIt:$shape,
                                            portableResultSaysIt:$dtype)>];
}

def Portable_TileOp : Dsp_Kernel<Portable, "tile", 0x429, [
    movesOneType, Portable_RankInRange<"C2", "output">
  ]> {
  let summary = "the whole tensor repeated along axes";
  let arguments = (ins Dsp_AnyTensor<>:$input);
  let results = (outs Dsp_AnyTensor<>:$output);
  let cCall = (CCall (ElementBytes<"int32_t"> $input):$element_size, (NumDims<> $output):$rank,
                     (ArrayExpr<"int32_t", "paddedShape($input, $output)">):$in_shape,
                     (ArrayExpr<"int32_t", "repeatsOf($input, $output)">):$repeats,
                     (In<> $input), (Out<> $output));
  let covers = [Covers<(Relay_TileOp $input, portableResultSaysIt:$reps)>];
}

def Portable_RepeatOp : Dsp_Kernel<Portable, "repeat", 0x42A, [
    movesOneType, Portable_HasAxis<"C2", "axis", "input">
  ]> {
  let summary = "each element repeated along an axis";
  let arguments = (ins Dsp_AnyTensor<>:$input, I64Attr:$repeats, I64Attr:$axis);
  let results = (outs Dsp_AnyTensor<>:$output);
  let cCall = (CCall (ElementBytes<"int32_t"> $input):$element_size, (Portable_Outer<"axis"> $input):$outer,
                     (Portable_Axis<"axis"> $input):$axis, (Portable_Inner<"axis"> $input):$inner,
                     (Scalar<"int32_t"> $repeats), (In<> $input), (Out<> $output));
  let covers = [Covers<(Relay_RepeatOp $input, $repeats, $axis)>];
}

class Portable_Pad<string kernel, int kernelId, list<Dsp_Require> more = []>
    : Dsp_Kernel<Portable, kernel, kernelId, !listconcat([
        movesOneType, Portable_RankInRange<"C2", "input">,
        Dsp_Require<"C3", "'pad_width' must have two numbers for each axis",
                    "static_cast<int64_t>($pad_width.size()) == 2 * rank($input)",
                    ["$pad_width", "rank($input)"]>
      ], more)> {
  dag params = (Struct<"portable_pad_params">
      (NumDims<> $input):$rank, (Dims<> $input):$in_shape,
      (ArrayExpr<"int32_t", "everyOther($pad_width, 0)">):$pad_before,
      (ArrayExpr<"int32_t", "everyOther($pad_width, 1)">):$pad_after);
  let results = (outs Dsp_AnyTensor<>:$output);
}

def Portable_PadConstantOp : Portable_Pad<"pad_constant", 0x430, [
    Dsp_SameElementType<"C4", "input", "value">,
    Dsp_Require<"C5", "'value' must have one element", "numElements($value) == 1", ["shape($value)"]>
  ]> {
  let summary = "surrounded with a value";
  let arguments = (ins Dsp_AnyTensor<>:$input, Dsp_AnyTensor<>:$value, DenseI64ArrayAttr:$pad_width);
  let cCall = (CCall params:$params, (ElementBytes<"int32_t"> $input):$element_size, (In<> $input),
                     (In<> $value), (Out<> $output));
  let covers = [Covers<(Relay_PadOp $input, $value, $pad_width, (IsString<"constant">):$pad_mode)>];
}

/// `slack` is what a padding must leave of its dimension.
class Portable_PadBorder<string kernel, int kernelId, string fits>
    : Portable_Pad<kernel, kernelId, [
        Dsp_Require<"C4", "'pad_width' must neither be negative nor reach beyond what there is", fits,
                    ["$pad_width", "shape($input)"]>
      ]> {
  let arguments = (ins Dsp_AnyTensor<>:$input, DenseI64ArrayAttr:$pad_width);
  let cCall = (CCall params:$params, (ElementBytes<"int32_t"> $input):$element_size, (In<> $input),
                     (Out<> $output));
}

defvar padValueUnread = IgnoredOperand<"only padding with a constant reads a value">;

def Portable_PadEdgeOp
    : Portable_PadBorder<"pad_edge", 0x431, "allAtLeast($pad_width, 0)"> {
  let summary = "surrounded with the nearest element";
  let covers = [Covers<(Relay_PadOp $input, padValueUnread, $pad_width, (IsString<"edge">):$pad_mode)>];
}
def Portable_PadReflectOp
    : Portable_PadBorder<"pad_reflect", 0x432, "padsFit($input, $pad_width, 1)"> {
  let summary = "surrounded with what is mirrored about the border";
  let covers = [Covers<(Relay_MirrorPadOp $input, (IsString<"REFLECT">):$mode, $pad_width)>,
                Covers<(Relay_PadOp $input, padValueUnread, $pad_width, (IsString<"reflect">):$pad_mode)>];
}
def Portable_PadSymmetricOp
    : Portable_PadBorder<"pad_symmetric", 0x433, "padsFit($input, $pad_width, 0)"> {
  let summary = "surrounded with what is mirrored, border included";
  let covers = [Covers<(Relay_MirrorPadOp $input, (IsString<"SYMMETRIC">):$mode, $pad_width)>];
}

#endif // DSP_LIBRARIES_PORTABLE_PORTABLEMOVE_TD
