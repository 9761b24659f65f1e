//===- TensorOps.td - Shapes, parts and values of tensors --*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_TENSOROPS_TD
#define DSP_DIALECT_RELAY_IR_TENSOROPS_TD

include "dsp/Dialect/Relay/IR/RelayBase.td"
include "dsp/Dialect/Relay/IR/RelayInterfaces.td"

//===----------------------------------------------------------------------===//
// Element types
//===----------------------------------------------------------------------===//

def Relay_CastOp : Relay_TensorOp<"cast", "relay.attrs.CastAttrs"> {
  let summary = "the elements converted to another type";
  let description = "Floats lose their fraction on the way to integers.";
  let arguments = (ins Relay_Tensor:$data, Relay_DTypeAttr:$dtype);
  let rule = "inferCast(cx, adaptor.getData(), adaptor.getDtype())";
  let hasFolder = 1;
}

def Relay_CastLikeOp : Relay_TensorOp<"cast_like"> {
  let summary = "the elements converted to another tensor's element type";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$dtype_like);
  let rule = "inferCastLike(cx, adaptor.getData(), adaptor.getDtypeLike())";
  let hasFolder = 1;
}

def Relay_ReinterpretOp : Relay_TensorOp<"reinterpret", "relay.attrs.CastAttrs"> {
  let summary = "the elements' bits read as another type of the same width";
  let arguments = (ins Relay_Tensor:$data, Relay_DTypeAttr:$dtype);
  let rule = "inferCast(cx, adaptor.getData(), adaptor.getDtype())";
}

//===----------------------------------------------------------------------===//
// Shapes: the elements stay, in order
//===----------------------------------------------------------------------===//

def Relay_ExpandDimsOp : Relay_TensorOp<"expand_dims", "relay.attrs.ExpandDimsAttrs"> {
  let summary = "inserts axes of extent 1 before an axis";
  let arguments = (ins Relay_Tensor:$data, Relay_IntAttr:$axis,
                       Relay_Int<1>:$num_newaxis);
  let rule = [{inferExpandDims(cx, adaptor.getData(), adaptor.getAxis(),
                               adaptor.getNumNewaxis())}];
}

def Relay_ReshapeOp : Relay_TensorOp<"reshape", "relay.attrs.ReshapeAttrs"> {
  let summary = "the same elements in another shape";
  let description = [{
    In `newshape`, beside extents:
    * 0 copies the extent at this place (with `allowzero` it is an extent),
    * -1 is what the number of elements leaves, at most once,
    * -2 copies all extents that remain,
    * -3 is the product of the next two,
    * -4 splits the next one into the two numbers that follow, of which one may
      be -1.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_IntsAttr:$newshape,
                       Relay_Bool<0>:$allowzero);
  let rule = [{inferReshape(cx, adaptor.getData(), adaptor.getNewshape(),
                            adaptor.getAllowzero())}];
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}

def Relay_ReshapeLikeOp : Relay_TensorOp<"reshape_like", "relay.attrs.ReshapeLikeAttrs"> {
  let summary = "the same elements in another tensor's shape";
  let description = [{
    The axes [lhs_begin, lhs_end) give way to [rhs_begin, rhs_end) of
    `shape_like`; negative ends count from behind, absent ones are the rank.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$shape_like,
                       Relay_Int<0>:$lhs_begin, Relay_OptInt:$lhs_end,
                       Relay_Int<0>:$rhs_begin, Relay_OptInt:$rhs_end);
  let rule = [{inferReshapeLike(cx, adaptor.getData(), adaptor.getShapeLike(),
                                adaptor.getLhsBegin(), adaptor.getLhsEnd(),
                                adaptor.getRhsBegin(), adaptor.getRhsEnd())}];
  let hasFolder = 1;
}

def Relay_SqueezeOp : Relay_TensorOp<"squeeze", "relay.attrs.SqueezeAttrs"> {
  let summary = "drops axes of extent 1";
  let description = "Those that `axis` lists, or all if it is absent.";
  let arguments = (ins Relay_Tensor:$data, Relay_OptInts:$axis);
  let rule = "inferSqueeze(cx, adaptor.getData(), adaptor.getAxis())";
  let hasFolder = 1;
}

//===----------------------------------------------------------------------===//
// The order of elements
//===----------------------------------------------------------------------===//

def Relay_TransposeOp : Relay_TensorOp<"transpose", "relay.attrs.TransposeAttrs"> {
  let summary = "axes in another order";
  let description = [{
    Axis i of the result is axis `axes[i]` of `data`. Without `axes` the order
    is reversed.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_OptInts:$axes);
  let rule = "inferTranspose(cx, adaptor.getData(), adaptor.getAxes())";
  let extraClassDeclaration = [{
    /// `axes` as a permutation: none absent, none negative.
    ::llvm::SmallVector<int64_t> getPermutation();
  }];
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}

def Relay_LayoutTransformOp
    : Relay_TensorOp<"layout_transform", "relay.attrs.LayoutTransformAttrs",
                     [RelayLayoutOpInterface]> {
  let summary = "from one layout to another, such as NCHW to NHWC or NCHW4c";
  let arguments = (ins Relay_Tensor:$data, Relay_StringAttr:$src_layout,
                       Relay_StringAttr:$dst_layout);
  let rule = [{inferLayoutTransform(cx, adaptor.getData(), adaptor.getSrcLayout(),
                                    adaptor.getDstLayout())}];
  let extraClassDeclaration = [{
    ::llvm::StringRef getOperandLayout(unsigned) { return getSrcLayout(); }
    ::llvm::StringRef getResultLayout() { return getDstLayout(); }
  }];
  let hasFolder = 1;
}

def Relay_ReverseOp : Relay_TensorOp<"reverse", "relay.attrs.ReverseAttrs"> {
  let summary = "an axis from back to front";
  let arguments = (ins Relay_Tensor:$data, Relay_IntAttr:$axis);
  let rule = "inferAlongAxis(cx, adaptor.getData(), adaptor.getAxis())";
}

//===----------------------------------------------------------------------===//
// Repetition
//===----------------------------------------------------------------------===//

def Relay_BroadcastToOp : Relay_TensorOp<"broadcast_to", "relay.attrs.InitOpAttrs"> {
  let summary = "repeated to a given shape by the rules of broadcasting";
  let arguments = (ins Relay_Tensor:$data, Relay_IntsAttr:$shape, Relay_DType:$dtype);
  let rule = "inferBroadcastTo(cx, adaptor.getData(), adaptor.getShape())";
  let hasFolder = 1;
}

def Relay_BroadcastToLikeOp : Relay_TensorOp<"broadcast_to_like"> {
  let summary = "repeated to another tensor's shape by the rules of broadcasting";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$broadcast_type);
  let rule = "inferBroadcastToLike(cx, adaptor.getData(), adaptor.getBroadcastType())";
  let hasFolder = 1;
}

def Relay_CollapseSumLikeOp : Relay_TensorOp<"collapse_sum_like"> {
  let summary = "summed over what broadcasting to data's shape would repeat";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$collapse_type);
  let rule = "inferCollapseSumLike(cx, adaptor.getData(), adaptor.getCollapseType())";
  let hasFolder = 1;
}

def Relay_RepeatOp : Relay_TensorOp<"repeat", "relay.attrs.RepeatAttrs"> {
  let summary = "each element repeated along an axis";
  let arguments = (ins Relay_Tensor:$data, Relay_IntAttr:$repeats, Relay_IntAttr:$axis);
  let rule = [{inferRepeat(cx, adaptor.getData(), adaptor.getRepeats(),
                           adaptor.getAxis())}];
}

def Relay_TileOp : Relay_TensorOp<"tile", "relay.attrs.TileAttrs"> {
  let summary = "the whole tensor repeated along axes";
  let description = [{
    `reps` and data's shape are aligned at the last axis; what is missing in
    either is 1.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_IntsAttr:$reps);
  let rule = "inferTile(cx, adaptor.getData(), adaptor.getReps())";
}

//===----------------------------------------------------------------------===//
// Together and apart
//===----------------------------------------------------------------------===//

def Relay_ConcatenateOp : Relay_TensorOp<"concatenate", "relay.attrs.ConcatenateAttrs"> {
  let summary = "one after the other along an axis";
  let arguments = (ins Variadic<Relay_Tensor>:$data, Relay_Int<0>:$axis);
  let rule = "inferConcatenate(cx, adaptor.getData(), adaptor.getAxis())";
  let hasFolder = 1;
}

def Relay_StackOp : Relay_TensorOp<"stack", "relay.attrs.StackAttrs"> {
  let summary = "side by side along a new axis";
  let arguments = (ins Variadic<Relay_Tensor>:$data, Relay_Int<0>:$axis);
  let rule = "inferStack(cx, adaptor.getData(), adaptor.getAxis())";
}

def Relay_SplitOp : Relay_TensorOp<"split", "relay.attrs.SplitAttrs"> {
  let summary = "cut along an axis";
  let description = [{
    `indices_or_sections` is a number of equal parts, or a list of the places
    to cut at.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_IntOrIntsAttr:$indices_or_sections,
                       Relay_Int<0>:$axis);
  let results = (outs Variadic<Relay_Tensor>:$results);
  let resultForm = "Tuple";
  let rule = [{inferSplit(cx, adaptor.getData(), adaptor.getIndicesOrSections(),
                          adaptor.getAxis())}];
}

def Relay_MeshgridOp : Relay_TensorOp<"meshgrid", "relay.attrs.MeshgridAttrs"> {
  let summary = "grids of coordinates from vectors of them";
  let description = [{
    Result i holds the values of operand i, repeated along all other axes. With
    `indexing` "xy" the first two axes change places.
  }];
  let arguments = (ins Variadic<Relay_Tensor>:$data, Relay_String<"ij">:$indexing);
  let results = (outs Variadic<Relay_Tensor>:$results);
  let resultForm = "Tuple";
  let rule = "inferMeshgrid(cx, adaptor.getData(), adaptor.getIndexing())";
}

//===----------------------------------------------------------------------===//
// Parts
//===----------------------------------------------------------------------===//

def Relay_StridedSliceOp : Relay_TensorOp<"strided_slice", "relay.attrs.StridedSliceAttrs"> {
  let summary = "a regular part of a tensor";
  let description = [{
    The list entries speak of the axes that `axes` lists, or of the leading ones
    if it is absent; axes not spoken of stay whole. Negative positions count
    from the end, and positions beyond a border are moved to it. With
    `slice_mode` "size", `end` holds sizes (-1: up to the end) and strides
    count as 1.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_IntsAttr:$begin,
                       Relay_IntsAttr:$end, Relay_IntsAttr:$strides,
                       Relay_String<"end">:$slice_mode, Relay_OptInts:$axes);
  let rule = [{inferStridedSlice(cx, adaptor.getData(), adaptor.getBegin(),
                                 adaptor.getEnd(), adaptor.getStrides(),
                                 adaptor.getSliceMode(), adaptor.getAxes())}];
  let extraClassDeclaration = [{
    /// The attributes with all conventions resolved, for each axis of data.
    ::llvm::SmallVector<::dsp::relay::SliceRange> getRanges();
  }];
  let hasFolder = 1;
}

def Relay_StridedSetOp : Relay_TensorOp<"strided_set"> {
  let summary = "data with a regular part replaced by v";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$v, Relay_Tensor:$begin,
                       Relay_Tensor:$end, Relay_Tensor:$strides);
  let rule = "inferSameType(cx, adaptor.getData())";
}

def Relay_SliceLikeOp : Relay_TensorOp<"slice_like", "relay.attrs.SliceLikeAttrs"> {
  let summary = "the leading part, as large as another tensor";
  let description = "On the axes that `axes` lists, or on all that both have.";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$shape_like, Relay_OptInts:$axes);
  let rule = [{inferSliceLike(cx, adaptor.getData(), adaptor.getShapeLike(),
                              adaptor.getAxes())}];
  let hasFolder = 1;
}

def Relay_TakeOp : Relay_TensorOp<"take", "relay.attrs.TakeAttrs"> {
  let summary = "the slices that indices name, along an axis";
  let description = [{
    Without `axis`, elements of the flattened tensor. `mode` says what becomes
    of positions outside: "clip" moves them to the border, "wrap" counts modulo
    the extent, "fast" trusts that there are none.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$indices,
                       Relay_Int<0>:$batch_dims, Relay_OptInt:$axis,
                       Relay_String<"clip">:$mode);
  let rule = [{inferTake(cx, adaptor.getData(), adaptor.getIndices(),
                         adaptor.getBatchDims(), adaptor.getAxis())}];
}

def Relay_GatherOp : Relay_TensorOp<"gather", "relay.attrs.GatherAttrs"> {
  let summary = "for each position of indices, the element it names on an axis";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$indices, Relay_IntAttr:$axis);
  let rule = [{inferGather(cx, adaptor.getData(), adaptor.getIndices(),
                           adaptor.getAxis())}];
}

def Relay_GatherNDOp : Relay_TensorOp<"gather_nd", "relay.attrs.GatherNDAttrs"> {
  let summary = "the slices that index vectors name";
  let description = [{
    The first axis of `indices` runs over the entries of an index vector. The
    first `batch_dims` axes of data are those of indices after it.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$indices,
                       Relay_Int<0>:$batch_dims, Relay_OptInt:$index_rank);
  let rule = [{inferGatherND(cx, adaptor.getData(), adaptor.getIndices(),
                             adaptor.getBatchDims())}];
}

//===----------------------------------------------------------------------===//
// From nothing
//===----------------------------------------------------------------------===//

def Relay_ConstantOp
    : Relay_Op<"constant", "", [ConstantLike, AllTypesMatch<["value", "result"]>]> {
  let summary = "a weight or literal of the model";
  let description = [{
    Large values are `dense_resource`s that alias the mapped parameter file.
    `name` is the parameter's name in the model, where it has one.
  }];
  let arguments = (ins ElementsAttr:$value, OptionalAttr<StrAttr>:$name);
  let results = (outs AnyStaticShapeTensor:$result);
  let assemblyFormat = "($name^)? $value attr-dict";
  let hasFolder = 1;
}

def Relay_ZerosOp : Relay_TensorOp<"zeros", "relay.attrs.InitOpAttrs"> {
  let summary = "a tensor of zeros";
  let arguments = (ins Relay_IntsAttr:$shape, Relay_DType:$dtype);
  let rule = "inferFilled(cx, adaptor.getShape(), adaptor.getDtype())";
}

def Relay_OnesOp : Relay_TensorOp<"ones", "relay.attrs.InitOpAttrs"> {
  let summary = "a tensor of ones";
  let arguments = (ins Relay_IntsAttr:$shape, Relay_DType:$dtype);
  let rule = "inferFilled(cx, adaptor.getShape(), adaptor.getDtype())";
}

def Relay_FullOp : Relay_TensorOp<"full", "relay.attrs.InitOpAttrs"> {
  let summary = "a tensor of one value";
  let arguments = (ins Relay_Tensor:$fill_value, Relay_IntsAttr:$shape, Relay_DType:$dtype);
  let rule = [{inferFull(cx, adaptor.getFillValue(), adaptor.getShape(),
                         adaptor.getDtype())}];
}

def Relay_ZerosLikeOp : Relay_TensorOp<"zeros_like"> {
  let summary = "zeros in the type of a tensor";
  let arguments = (ins Relay_Tensor:$data);
  let rule = "inferSameType(cx, adaptor.getData())";
}

def Relay_OnesLikeOp : Relay_TensorOp<"ones_like"> {
  let summary = "ones in the type of a tensor";
  let arguments = (ins Relay_Tensor:$data);
  let rule = "inferSameType(cx, adaptor.getData())";
}

def Relay_FullLikeOp : Relay_TensorOp<"full_like"> {
  let summary = "one value in the type of a tensor";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$fill_value);
  let rule = "inferFullLike(cx, adaptor.getData(), adaptor.getFillValue())";
}

def Relay_ArangeOp : Relay_TensorOp<"arange", "relay.attrs.ArangeAttrs"> {
  let summary = "start, start + step, … up to but without end";
  let description = [{
    The extent is known when the three operands are constants. Relay keeps them
    as attributes too, which are dropped here.
  }];
  let arguments = (ins Relay_Tensor:$start, Relay_Tensor:$end, Relay_Tensor:$step,
                       Relay_DTypeAttr:$dtype);
  let ignoredAttrs = ["start", "stop", "step"];
  let rule = [{inferArange(cx, adaptor.getStart(), adaptor.getEnd(),
                           adaptor.getStep(), adaptor.getDtype())}];
}

def Relay_OneHotOp : Relay_TensorOp<"one_hot", "relay.attrs.OneHotAttrs"> {
  let summary = "off_value everywhere but at the positions that indices name";
  let arguments = (ins Relay_Tensor:$indices, Relay_Tensor:$on_value,
                       Relay_Tensor:$off_value, Relay_Int<1>:$depth,
                       Relay_Int<-1>:$axis, Relay_DType:$dtype);
  let rule = [{inferOneHot(cx, adaptor.getIndices(), adaptor.getDepth(),
                           adaptor.getAxis(), adaptor.getDtype())}];
}

#endif // DSP_DIALECT_RELAY_IR_TENSOROPS_TD
