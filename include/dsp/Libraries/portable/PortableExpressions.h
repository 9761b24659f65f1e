//===- PortableExpressions.h - What portable's records compute --*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Functions for the C++ expressions in the library's records, beside those of
// Expressions.h. Like them they never crash: what makes no sense gives an empty
// list or -1, which the records' requirements refuse.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLEEXPRESSIONS_H
#define DSP_LIBRARIES_PORTABLE_PORTABLEEXPRESSIONS_H

#include "dsp/Dialect/Dsp/IR/Expressions.h"

namespace dsp::portable {

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

/// The tensor's shape with 1s in front, as many as `like` has dimensions more;
/// at least one dimension, as arrays in C have.
SmallVector<int64_t> paddedShape(TensorRef tensor, TensorRef like);

/// Whether the shape of `tensor` can be repeated to that of `result`.
bool broadcasts(TensorRef tensor, TensorRef result);

/// How often each dimension of `tensor`, padded, fits into that of `result`.
SmallVector<int64_t> repeatsOf(TensorRef tensor, TensorRef result);

/// Spatial dimension of a channels-last tensor: -1 is its width, -2 its height,
/// -3 its depth. Those that are not there are 1.
int64_t spatialDim(TensorRef tensor, int64_t index);

/// How many positions the largest window of an adaptive pool may have.
int64_t mostInBin(TensorRef input, TensorRef output);

/// Whether no number from 1 to `count` is 0 in the tensor's integer type.
bool isCountIn(TensorRef tensor, int64_t count);

/// The size of each tensor along an axis.
template <typename Tensors>
SmallVector<int64_t> extentsOf(const Tensors &tensors, int64_t axis) {
  SmallVector<int64_t> extents;
  for (auto tensor : tensors)
    extents.push_back(dim(tensor, axis));
  return extents;
}

//===----------------------------------------------------------------------===//
// Lists
//===----------------------------------------------------------------------===//

inline int64_t sumOf(ArrayRef<int64_t> values) {
  int64_t sum = 0;
  for (int64_t value : values)
    sum += value;
  return sum;
}

inline int64_t productOf(ArrayRef<int64_t> values) {
  int64_t product = 1;
  for (int64_t value : values)
    product *= value;
  return product;
}

/// Elements `first`, first + 2, …
SmallVector<int64_t> everyOther(ArrayRef<int64_t> values, size_t first);

/// Whether each width of a low, a high … list is at least 0 and leaves `slack`
/// of its dimension.
bool padsFit(TensorRef tensor, ArrayRef<int64_t> widths, int64_t slack);

//===----------------------------------------------------------------------===//
// Axes
//===----------------------------------------------------------------------===//

/// The axes that Relay's `axis` and `exclude` mean, in ascending order and
/// counted from the front: an empty list means all. An axis that the tensor
/// does not have is left as it is.
SmallVector<int64_t> reducedAxes(TensorRef tensor, ArrayRef<int64_t> axes,
                                 bool exclude);

/// Whether there are axes, all different and below `rank`.
bool areDistinct(ArrayRef<int64_t> axes, int64_t rank);

/// Whether there are axes, each following the one before.
bool areNeighbours(ArrayRef<int64_t> axes);

// A tensor seen from neighbouring axes: the product of the dimensions before
// them, theirs, and the product of those after them.
int64_t outerOf(TensorRef tensor, ArrayRef<int64_t> axes);
int64_t extentOf(TensorRef tensor, ArrayRef<int64_t> axes);
int64_t innerOf(TensorRef tensor, ArrayRef<int64_t> axes);

/// How many elements are reduced to one; the axes need not be neighbours.
int64_t countOf(TensorRef tensor, ArrayRef<int64_t> axes);

/// A transposition's axes counted from the front; without any, the tensor's in
/// reverse.
SmallVector<int64_t> axesOrReversed(ArrayRef<int64_t> axes, TensorRef tensor);

bool isPermutation(ArrayRef<int64_t> axes);

//===----------------------------------------------------------------------===//
// Slices
//===----------------------------------------------------------------------===//

// For each axis of the tensor where a slice begins, and its stride, from the
// attributes of Relay's strided_slice; no axes given means the leading ones.
// Nothing if the attributes contradict each other.
SmallVector<int64_t> sliceBegins(TensorRef tensor, ArrayRef<int64_t> begin,
                                 ArrayRef<int64_t> end,
                                 ArrayRef<int64_t> strides, StringRef mode,
                                 ArrayRef<int64_t> axes);
SmallVector<int64_t> sliceStrides(TensorRef tensor, ArrayRef<int64_t> begin,
                                  ArrayRef<int64_t> end,
                                  ArrayRef<int64_t> strides, StringRef mode,
                                  ArrayRef<int64_t> axes);

//===----------------------------------------------------------------------===//
// Enumerators of dsp_portable.h, -1 for other words
//===----------------------------------------------------------------------===//

/// portable_coordinates, from Relay's coordinate_transformation_mode.
int64_t coordinatesOf(StringRef mode);

/// portable_rounding, from Relay's rounding_method: "" is "round" where corners
/// are aligned and "floor" elsewhere.
int64_t roundingOf(StringRef method, StringRef coordinates);

} // namespace dsp::portable

#endif // DSP_LIBRARIES_PORTABLE_PORTABLEEXPRESSIONS_H
