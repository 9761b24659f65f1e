//===- PortableExpressions.cpp - What portable's records compute ----------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Libraries/portable/PortableExpressions.h"

#include "dsp/Dialect/Relay/IR/SliceRanges.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;

namespace dsp::portable {

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

SmallVector<int64_t> paddedShape(TensorRef tensor, TensorRef like) {
  int64_t target = std::max({rank(like), rank(tensor), int64_t{1}});
  SmallVector<int64_t> result(target - std::max<int64_t>(rank(tensor), 0), 1);
  llvm::append_range(result, shape(tensor));
  return result;
}

bool broadcasts(TensorRef tensor, TensorRef result) {
  if (!tensor || !result || rank(tensor) > rank(result))
    return false;
  for (int64_t d = 1; d <= rank(tensor); ++d)
    if (dim(tensor, -d) != 1 && dim(tensor, -d) != dim(result, -d))
      return false;
  return true;
}

SmallVector<int64_t> repeatsOf(TensorRef tensor, TensorRef result) {
  SmallVector<int64_t> repeats;
  for (auto [from, to] :
       llvm::zip(paddedShape(tensor, result), paddedShape(result, tensor)))
    repeats.push_back(from > 0 ? to / from : -1);
  return repeats;
}

int64_t spatialDim(TensorRef tensor, int64_t index) {
  // Counted from the end, before the channels; the first dimension is the
  // batch.
  int64_t place = rank(tensor) - 1 + index;
  return place < 1 ? 1 : dim(tensor, place);
}

int64_t mostInBin(TensorRef input, TensorRef output) {
  int64_t most = 1;
  for (int64_t index : {-3, -2, -1}) {
    int64_t in = spatialDim(input, index), out = spatialDim(output, index);
    if (out <= 0)
      return -1;
    most *= in % out == 0 ? in / out : in / out + 2;
  }
  return most;
}

bool isCountIn(TensorRef tensor, int64_t count) {
  int64_t bits = 8 * elementBytes(tensor);
  return bits >= 63 || count < int64_t{1} << bits;
}

//===----------------------------------------------------------------------===//
// Lists
//===----------------------------------------------------------------------===//

SmallVector<int64_t> everyOther(ArrayRef<int64_t> values, size_t first) {
  SmallVector<int64_t> result;
  for (size_t i = first; i < values.size(); i += 2)
    result.push_back(values[i]);
  return result;
}

bool padsFit(TensorRef tensor, ArrayRef<int64_t> widths, int64_t slack) {
  for (auto [i, width] : llvm::enumerate(widths))
    if (!inRange(width, 0, dim(tensor, static_cast<int64_t>(i / 2)) - slack))
      return false;
  return true;
}

//===----------------------------------------------------------------------===//
// Axes
//===----------------------------------------------------------------------===//

SmallVector<int64_t> reducedAxes(TensorRef tensor, ArrayRef<int64_t> axes,
                                 bool exclude) {
  SmallVector<int64_t> result;
  if (axes.empty()) {
    if (!exclude)
      llvm::append_range(result, llvm::seq<int64_t>(0, rank(tensor)));
    return result;
  }
  for (int64_t axis : axes)
    result.push_back(normalizeAxis(axis, tensor));
  llvm::sort(result);
  if (!exclude)
    return result;
  SmallVector<int64_t> others;
  for (int64_t axis : llvm::seq<int64_t>(0, rank(tensor)))
    if (!llvm::is_contained(result, axis))
      others.push_back(axis);
  return others;
}

bool areDistinct(ArrayRef<int64_t> axes, int64_t rank) {
  if (axes.empty() || axes.front() < 0 || axes.back() >= rank)
    return false;
  for (auto [axis, next] : llvm::zip(axes, axes.drop_front()))
    if (axis >= next)
      return false;
  return true;
}

bool areNeighbours(ArrayRef<int64_t> axes) {
  for (auto [axis, next] : llvm::zip(axes, axes.drop_front(!axes.empty())))
    if (axis + 1 != next)
      return false;
  return !axes.empty();
}

int64_t outerOf(TensorRef tensor, ArrayRef<int64_t> axes) {
  return axes.empty() ? -1 : dimProduct(tensor, 0, axes.front());
}

int64_t extentOf(TensorRef tensor, ArrayRef<int64_t> axes) {
  return axes.empty() ? -1 : dimProduct(tensor, axes.front(), axes.back() + 1);
}

int64_t innerOf(TensorRef tensor, ArrayRef<int64_t> axes) {
  return axes.empty() ? -1 : dimProduct(tensor, axes.back() + 1, rank(tensor));
}

int64_t countOf(TensorRef tensor, ArrayRef<int64_t> axes) {
  int64_t count = 1;
  for (int64_t axis : axes)
    count *= dim(tensor, axis);
  return count;
}

SmallVector<int64_t> axesOrReversed(ArrayRef<int64_t> axes, TensorRef tensor) {
  SmallVector<int64_t> result;
  if (axes.empty())
    llvm::append_range(result,
                       llvm::reverse(llvm::seq<int64_t>(0, rank(tensor))));
  for (int64_t axis : axes)
    result.push_back(normalizeAxis(axis, tensor));
  return result;
}

bool isPermutation(ArrayRef<int64_t> axes) {
  SmallVector<int64_t> sorted(axes);
  llvm::sort(sorted);
  return llvm::equal(sorted, llvm::seq<int64_t>(0, axes.size()));
}

//===----------------------------------------------------------------------===//
// Slices
//===----------------------------------------------------------------------===//

static SmallVector<relay::SliceRange>
findSlice(TensorRef tensor, ArrayRef<int64_t> begin, ArrayRef<int64_t> end,
          ArrayRef<int64_t> strides, StringRef mode, ArrayRef<int64_t> axes) {
  SmallVector<relay::SliceRange> ranges;
  if (!tensor)
    return ranges;
  SmallVector<Type> types;
  relay::InferenceContext cx((*tensor).getContext(), /*location=*/std::nullopt,
                             "relay.strided_slice", types);
  relay::SliceAttrs attrs{begin, end, strides, mode, std::nullopt};
  if (!axes.empty())
    attrs.axes = axes;
  if (failed(relay::resolveSlice(cx, shape(tensor), attrs, ranges)))
    ranges.clear();
  return ranges;
}

SmallVector<int64_t> sliceBegins(TensorRef tensor, ArrayRef<int64_t> begin,
                                 ArrayRef<int64_t> end,
                                 ArrayRef<int64_t> strides, StringRef mode,
                                 ArrayRef<int64_t> axes) {
  SmallVector<int64_t> result;
  for (const relay::SliceRange &range :
       findSlice(tensor, begin, end, strides, mode, axes))
    result.push_back(range.begin);
  return result;
}

SmallVector<int64_t> sliceStrides(TensorRef tensor, ArrayRef<int64_t> begin,
                                  ArrayRef<int64_t> end,
                                  ArrayRef<int64_t> strides, StringRef mode,
                                  ArrayRef<int64_t> axes) {
  SmallVector<int64_t> result;
  for (const relay::SliceRange &range :
       findSlice(tensor, begin, end, strides, mode, axes))
    result.push_back(range.stride);
  return result;
}

//===----------------------------------------------------------------------===//
// Enumerators
//===----------------------------------------------------------------------===//

int64_t coordinatesOf(StringRef mode) {
  return llvm::StringSwitch<int64_t>(mode)
      .Case("half_pixel", 0)
      .Case("align_corners", 1)
      .Case("asymmetric", 2)
      .Case("pytorch_half_pixel", 3)
      .Case("tf_half_pixel_for_nn", 4)
      .Default(-1);
}

int64_t roundingOf(StringRef method, StringRef coordinates) {
  if (method.empty())
    method = coordinates == "align_corners" ? "round" : "floor";
  return llvm::StringSwitch<int64_t>(method)
      .Case("round", 0)
      .Case("round_prefer_floor", 1)
      .Case("round_prefer_ceil", 2)
      .Case("floor", 3)
      .Case("ceil", 4)
      .Default(-1);
}

} // namespace dsp::portable
