//===- Slice.cpp - Rules of taking parts ----------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Common.h"
#include "dsp/Dialect/Relay/IR/SliceRanges.h"

using namespace mlir;

namespace dsp::relay {

//===----------------------------------------------------------------------===//
// Regular parts
//===----------------------------------------------------------------------===//

LogicalResult resolveSlice(InferenceContext cx, ArrayRef<int64_t> shape,
                           const SliceAttrs &attrs,
                           SmallVectorImpl<SliceRange> &ranges) {
  bool isSize = attrs.mode == "size";
  if (!isSize && attrs.mode != "end")
    return cx.fail("'slice_mode' is '", attrs.mode,
                   "', expected 'end' or 'size'");
  size_t rank = shape.size(), spoken = rank;
  std::pair<StringRef, ArrayRef<int64_t>> lists[] = {
      {"begin", attrs.begin}, {"end", attrs.end}, {"strides", attrs.strides}};
  if (attrs.axes)
    spoken = attrs.axes->size();
  for (auto [name, list] : lists) {
    if (attrs.axes && list.size() != spoken)
      return cx.fail("'", name, "' has ", list.size(),
                     list.size() == 1 ? " entry" : " entries", ", expected ",
                     spoken, ", as 'axes' has");
    if (list.size() > rank)
      return cx.fail("'", name, "' has ", list.size(),
                     " entries, but 'data' of shape ", shapeStr(shape),
                     " has only ", rank, rank == 1 ? " axis" : " axes");
  }

  ranges.clear();
  for (int64_t extent : shape)
    ranges.push_back({0, extent, 1});
  constexpr int64_t farthest = std::numeric_limits<int64_t>::max();
  for (size_t i = 0; i < spoken; ++i) {
    int64_t axis = i;
    if (attrs.axes) {
      FailureOr<int64_t> resolved = cx.getAxis("axes", (*attrs.axes)[i], rank);
      if (failed(resolved))
        return failure();
      axis = *resolved;
    }
    // What the lists leave out is the whole axis. An end left out goes with a
    // negative stride to 0, which is without the first element: as in Relay.
    int64_t stride = i < attrs.strides.size() ? attrs.strides[i] : 1;
    if (isSize)
      stride = 1;
    if (stride == 0)
      return cx.fail("'strides' holds 0 for axis ", axis);
    int64_t begin = i < attrs.begin.size() ? attrs.begin[i]
                    : stride > 0           ? 0
                                           : farthest;
    int64_t end = i < attrs.end.size() ? attrs.end[i]
                  : stride > 0         ? farthest
                                       : 0;
    if (isSize && i < attrs.end.size())
      end = end < 0 ? farthest : begin + end;

    int64_t extent = shape[axis];
    if (isDynamic(extent)) {
      ranges[axis] = {kDynamic, kDynamic, stride};
      continue;
    }
    auto clamp = [&](int64_t position) {
      if (position < 0)
        position += extent;
      return std::clamp<int64_t>(
          position, stride < 0 ? -1 : 0,
          std::max<int64_t>(stride < 0 ? extent - 1 : extent,
                            stride < 0 ? -1 : 0));
    };
    int64_t first = clamp(begin), last = clamp(end);
    int64_t way = stride > 0 ? last - first : first - last;
    if (way < 0)
      return cx.fail("takes nothing of axis ", axis, " of extent ", extent,
                     ": it begins at ", first, " and ends at ", last,
                     " with stride ", stride);
    int64_t step = std::abs(stride);
    ranges[axis] = {first, way / step + (way % step != 0), stride};
  }
  return success();
}

LogicalResult inferStridedSlice(InferenceContext cx, Value data,
                                ArrayRef<int64_t> begin, ArrayRef<int64_t> end,
                                ArrayRef<int64_t> strides, StringRef sliceMode,
                                OptInts axes) {
  RankedTensorType type = tensorType(data);
  SmallVector<SliceRange> ranges;
  if (failed(resolveSlice(cx, type.getShape(),
                          {begin, end, strides, sliceMode, axes}, ranges)))
    return failure();
  SmallVector<int64_t> shape;
  for (const SliceRange &range : ranges)
    shape.push_back(range.size);
  return cx.give(shape, type.getElementType());
}

LogicalResult inferSliceLike(InferenceContext cx, Value data, Value shapeLike,
                             OptInts axes) {
  RankedTensorType type = tensorType(data);
  ArrayRef<int64_t> like = tensorType(shapeLike).getShape();
  SmallVector<int64_t> shape(type.getShape());
  auto take = [&](size_t axis) -> LogicalResult {
    if (!isDynamic(like[axis]) && !isDynamic(shape[axis]) &&
        like[axis] > shape[axis])
      return cx.fail("'shape_like' has ", like[axis], " on axis ", axis,
                     ", more than the ", shape[axis], " of 'data'");
    shape[axis] = like[axis];
    return success();
  };
  if (!axes) {
    for (size_t axis = 0; axis < std::min(shape.size(), like.size()); ++axis)
      if (failed(take(axis)))
        return failure();
    return cx.give(shape, type.getElementType());
  }
  if (axes->empty())
    return cx.fail("'axes' is empty, expected at least one axis");
  for (int64_t entry : *axes) {
    FailureOr<int64_t> axis = cx.getAxis("axes", entry, shape.size());
    if (failed(axis))
      return failure();
    if (static_cast<size_t>(*axis) >= like.size())
      return cx.fail("'axes' holds ", *axis, ", but 'shape_like' has shape ",
                     shapeStr(like));
    if (failed(take(*axis)))
      return failure();
  }
  return cx.give(shape, type.getElementType());
}

//===----------------------------------------------------------------------===//
// By index
//===----------------------------------------------------------------------===//

static LogicalResult checkIndices(InferenceContext cx, Value indices) {
  Type type = tensorType(indices).getElementType();
  if (!isa<IntegerType>(type) || type.isSignlessInteger(1))
    return cx.fail("'indices' has elements of type ", type,
                   ", expected integers");
  return success();
}

LogicalResult inferTake(InferenceContext cx, Value data, Value indices,
                        int64_t batchDims, OptInt axisAttr) {
  RankedTensorType type = tensorType(data);
  ArrayRef<int64_t> from = type.getShape();
  ArrayRef<int64_t> at = tensorType(indices).getShape();
  if (failed(checkIndices(cx, indices)))
    return failure();
  if (!axisAttr)
    return cx.give(at, type.getElementType());
  FailureOr<int64_t> axis = cx.getAxis("axis", *axisAttr, from.size());
  if (failed(axis))
    return failure();
  int64_t most = std::min<int64_t>(*axis, at.size());
  if (batchDims < 0 || batchDims > most)
    return cx.fail("'batch_dims' is ", batchDims, ", expected 0 to ", most);

  SmallVector<int64_t> shape(from.take_front(*axis));
  llvm::append_range(shape, at.drop_front(batchDims));
  llvm::append_range(shape, from.drop_front(*axis + 1));
  return cx.give(shape, type.getElementType());
}

LogicalResult inferGather(InferenceContext cx, Value data, Value indices,
                          int64_t axisAttr) {
  RankedTensorType type = tensorType(data);
  ArrayRef<int64_t> from = type.getShape();
  ArrayRef<int64_t> at = tensorType(indices).getShape();
  if (failed(checkIndices(cx, indices)))
    return failure();
  if (at.size() != from.size())
    return cx.fail("'indices' has shape ", shapeStr(at), ", expected rank ",
                   from.size(), ", as of 'data'");
  FailureOr<int64_t> axis = cx.getAxis("axis", axisAttr, from.size());
  if (failed(axis))
    return failure();
  for (auto [i, extent] : llvm::enumerate(at))
    if (static_cast<int64_t>(i) != *axis && !agree(extent, from[i]))
      return cx.fail("'indices' has shape ", shapeStr(at), ", expected ",
                     from[i], " on axis ", i, ", as of 'data'");
  if (at[*axis] == 0)
    return cx.fail("'indices' has shape ", shapeStr(at),
                   ", expected at least one entry on axis ", *axis);
  return cx.give(at, type.getElementType());
}

LogicalResult inferGatherND(InferenceContext cx, Value data, Value indices,
                            int64_t batchDims) {
  RankedTensorType type = tensorType(data);
  ArrayRef<int64_t> from = type.getShape();
  ArrayRef<int64_t> at = tensorType(indices).getShape();
  if (failed(checkIndices(cx, indices)))
    return failure();
  if (at.empty() || isDynamic(at.front()))
    return cx.fail("'indices' has shape ", shapeStr(at),
                   ", expected a first axis of known extent");
  int64_t rank = from.size(), indexed = at.front();
  int64_t most = std::min<int64_t>(rank, at.size() - 1);
  if (batchDims < 0 || batchDims > most)
    return cx.fail("'batch_dims' is ", batchDims, ", expected 0 to ", most);
  if (indexed + batchDims > rank)
    return cx.fail("'indices' of shape ", shapeStr(at), " names ", indexed,
                   " axes after ", batchDims, " of the batch, but 'data' has ",
                   rank);
  for (int64_t i = 0; i < batchDims; ++i)
    if (!agree(from[i], at[i + 1]))
      return cx.fail("'indices' has shape ", shapeStr(at), ", expected ",
                     from[i], " on axis ", i + 1, ", as on axis ", i,
                     " of 'data'");
  SmallVector<int64_t> shape(at.drop_front());
  llvm::append_range(shape, from.drop_front(indexed + batchDims));
  return cx.give(shape, type.getElementType());
}

} // namespace dsp::relay
