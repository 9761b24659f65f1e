//===- NN.cpp - Rules of the rest of nn, and of image ---------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Common.h"

#include <cmath>

using namespace mlir;

namespace dsp::relay {

//===----------------------------------------------------------------------===//
// Channels and normalisation
//===----------------------------------------------------------------------===//

/// Each of `vectors` must be of data's element type and have one element for
/// each entry of `axis`.
static LogicalResult checkChannelVectors(InferenceContext cx,
                                         RankedTensorType data, int64_t axis,
                                         NamedOperands vectors) {
  int64_t channels = data.getDimSize(axis);
  for (auto [name, value] : vectors) {
    RankedTensorType type = tensorType(value);
    if (!agree(type.getShape(), ArrayRef(channels)))
      return cx.fail("'", name, "' has shape ", shapeStr(type.getShape()),
                     ", expected ", shapeStr(channels), ", as axis ", axis,
                     " of 'data'");
    if (type.getElementType() != data.getElementType())
      return cx.fail("'", name, "' has elements of type ",
                     type.getElementType(), ", but 'data' of ",
                     data.getElementType());
  }
  return success();
}

LogicalResult inferWithChannelVectors(InferenceContext cx, Value data,
                                      int64_t axisAttr, NamedOperands vectors) {
  RankedTensorType type = tensorType(data);
  FailureOr<int64_t> axis = cx.getAxis("axis", axisAttr, type.getRank());
  if (failed(axis) || failed(checkChannelVectors(cx, type, *axis, vectors)))
    return failure();
  return cx.give(type);
}

LogicalResult inferBatchNorm(InferenceContext cx, Value data, int64_t axisAttr,
                             NamedOperands vectors) {
  RankedTensorType type = tensorType(data);
  if (failed(inferWithChannelVectors(cx, data, axisAttr, vectors)))
    return failure();
  int64_t axis = *cx.getAxis("axis", axisAttr, type.getRank());
  for (int i = 0; i < 2; ++i)
    (void)cx.give(type.getDimSize(axis), type.getElementType());
  return success();
}

LogicalResult inferInstanceNorm(InferenceContext cx, Value data, int64_t axis,
                                NamedOperands vectors) {
  if (tensorType(data).getRank() < 3)
    return cx.fail("'data' has shape ", shapeStr(tensorType(data).getShape()),
                   ", expected rank 3 or more");
  return inferWithChannelVectors(cx, data, axis, vectors);
}

LogicalResult inferDropout(InferenceContext cx, Value data) {
  (void)cx.give(data.getType());
  return cx.give(data.getType());
}

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

LogicalResult inferBatchFlatten(InferenceContext cx, Value data) {
  RankedTensorType type = tensorType(data);
  if (type.getRank() == 0)
    return cx.fail("'data' is a scalar, expected at least one axis");
  return cx.give(
      {type.getDimSize(0), elementCount(type.getShape().drop_front())},
      type.getElementType());
}

static LogicalResult inferPadded(InferenceContext cx, Value data,
                                 ArrayRef<int64_t> padWidth, int64_t least) {
  RankedTensorType type = tensorType(data);
  size_t rank = type.getRank();
  if (padWidth.size() != 2 * rank)
    return cx.fail("'pad_width' has ", padWidth.size() / 2,
                   padWidth.size() == 2 ? " pair" : " pairs", ", expected ",
                   rank, ", one for each axis of 'data'");
  if (failed(
          checkList(cx, "pad_width", padWidth, padWidth.size(), -kMostInAttr)))
    return failure();
  SmallVector<int64_t> shape(type.getShape());
  for (auto [axis, extent] : llvm::enumerate(shape)) {
    int64_t low = padWidth[2 * axis], high = padWidth[2 * axis + 1];
    if (low < least || high < least)
      return cx.fail("'pad_width' is [", low, ", ", high, "] for axis ", axis,
                     ", expected widths of at least ", least);
    if (isDynamic(extent))
      continue;
    if (extent + low + high < 0)
      return cx.fail("'pad_width' cuts ", -low - high, " off axis ", axis,
                     ", which has only ", extent);
    extent += low + high;
  }
  return cx.give(shape, type.getElementType());
}

LogicalResult inferPad(InferenceContext cx, Value data,
                       ArrayRef<int64_t> padWidth) {
  return inferPadded(cx, data, padWidth, -kMostInAttr);
}

LogicalResult inferMirrorPad(InferenceContext cx, Value data,
                             ArrayRef<int64_t> padWidth) {
  return inferPadded(cx, data, padWidth, /*least=*/0);
}

//===----------------------------------------------------------------------===//
// Resampling
//===----------------------------------------------------------------------===//

/// Gives data's type with its extents, in canonical order, passed through
/// `change`, which may fail.
template <typename Change>
static LogicalResult giveChanged(InferenceContext cx, unsigned spatialRank,
                                 Value data, StringRef layoutText,
                                 Type elementType, Change change) {
  RankedTensorType type = tensorType(data);
  StringRef order = canonicalDataLayout(spatialRank);
  Layout canonical = *Layout::parse(order);
  FailureOr<Layout> layout = parseLayout(cx, "layout", layoutText, order);
  if (failed(layout))
    return failure();
  FailureOr<SmallVector<int64_t>> shape =
      canonicalShape(cx, "data", type.getShape(), *layout, canonical);
  if (failed(shape) || failed(change(*shape)))
    return failure();
  return cx.give(canonical.convertShape(*shape, *layout), elementType);
}

LogicalResult inferUpsampling(InferenceContext cx, Value data, StringRef layout,
                              ArrayRef<double> scales) {
  return giveChanged(cx, scales.size(), data, layout,
                     tensorType(data).getElementType(),
                     [&](MutableArrayRef<int64_t> shape) -> LogicalResult {
                       for (auto [i, scale] : llvm::enumerate(scales)) {
                         int64_t &extent = shape[2 + i];
                         if (!(scale > 0) || scale > kMostInAttr)
                           return cx.fail("scales spatial axis ", i, " by ",
                                          std::to_string(scale),
                                          ", expected a factor above 0");
                         // Halves go to the even neighbour, as in TVM.
                         if (!isDynamic(extent))
                           extent = std::llrint(std::min(
                               static_cast<double>(extent) * scale, 0x1p62));
                       }
                       return success();
                     });
}

static LogicalResult checkBlockSize(InferenceContext cx, int64_t blockSize) {
  if (blockSize < 1 || blockSize > kMostInAttr)
    return cx.fail("'block_size' is ", blockSize, ", expected 1 to ",
                   kMostInAttr);
  return success();
}

LogicalResult inferDepthToSpace(InferenceContext cx, Value data,
                                int64_t blockSize, StringRef layout) {
  if (failed(checkBlockSize(cx, blockSize)))
    return failure();
  return giveChanged(cx, /*spatialRank=*/2, data, layout,
                     tensorType(data).getElementType(),
                     [&](MutableArrayRef<int64_t> shape) {
                       if (!isDynamic(shape[1]))
                         shape[1] /= blockSize * blockSize;
                       shape[2] = multiply(shape[2], blockSize);
                       shape[3] = multiply(shape[3], blockSize);
                       return success();
                     });
}

LogicalResult inferSpaceToDepth(InferenceContext cx, Value data,
                                int64_t blockSize, StringRef layout) {
  if (failed(checkBlockSize(cx, blockSize)))
    return failure();
  return giveChanged(cx, /*spatialRank=*/2, data, layout,
                     tensorType(data).getElementType(),
                     [&](MutableArrayRef<int64_t> shape) {
                       shape[1] = multiply(shape[1], blockSize * blockSize);
                       for (int64_t &extent : shape.drop_front(2))
                         if (!isDynamic(extent))
                           extent /= blockSize;
                       return success();
                     });
}

/// Checks the attributes of an op that moves blocks, whose pairs are called
/// `name`, and gives the number of elements of a block.
static FailureOr<int64_t> checkBlocks(InferenceContext cx, Value data,
                                      ArrayRef<int64_t> blockShape,
                                      StringRef name, ArrayRef<int64_t> pairs) {
  int64_t rank = tensorType(data).getRank();
  if (static_cast<int64_t>(blockShape.size()) >= rank)
    return cx.fail("'block_shape' has ", blockShape.size(),
                   " entries for data of rank ", rank);
  if (pairs.size() != 2 * blockShape.size())
    return cx.fail("'", name, "' has ", pairs.size() / 2, " pairs, expected ",
                   blockShape.size());
  int64_t block = 1;
  for (int64_t size : blockShape) {
    if (size < 1 || size > kMostInAttr)
      return cx.fail("'block_shape' has ", size, ", expected 1 to ",
                     kMostInAttr);
    block = multiply(block, size);
  }
  for (int64_t width : pairs)
    if (width < 0 || width > kMostInAttr)
      return cx.fail("'", name, "' has ", width, ", expected 0 to ",
                     kMostInAttr);
  return block;
}

LogicalResult inferSpaceToBatch(InferenceContext cx, Value data,
                                ArrayRef<int64_t> blockShape,
                                ArrayRef<int64_t> paddings) {
  FailureOr<int64_t> block =
      checkBlocks(cx, data, blockShape, "paddings", paddings);
  if (failed(block))
    return failure();
  RankedTensorType type = tensorType(data);
  SmallVector<int64_t> shape = llvm::to_vector(type.getShape());
  shape[0] = multiply(shape[0], *block);
  for (auto [i, size] : llvm::enumerate(blockShape)) {
    int64_t &extent = shape[i + 1];
    if (isDynamic(extent))
      continue;
    extent += paddings[2 * i] + paddings[2 * i + 1];
    if (extent % size != 0)
      return cx.fail("axis ", i + 1, " has ", extent,
                     " elements with its paddings, no multiple of its block's ",
                     size);
    extent /= size;
  }
  return cx.give(shape, type.getElementType());
}

LogicalResult inferBatchToSpace(InferenceContext cx, Value data,
                                ArrayRef<int64_t> blockShape,
                                ArrayRef<int64_t> crops) {
  FailureOr<int64_t> block = checkBlocks(cx, data, blockShape, "crops", crops);
  if (failed(block))
    return failure();
  RankedTensorType type = tensorType(data);
  SmallVector<int64_t> shape = llvm::to_vector(type.getShape());
  if (!isDynamic(shape[0])) {
    if (shape[0] % *block != 0)
      return cx.fail("the batch has ", shape[0],
                     " images, no multiple of a block's ", *block);
    shape[0] /= *block;
  }
  for (auto [i, size] : llvm::enumerate(blockShape)) {
    int64_t &extent = shape[i + 1];
    if (isDynamic(extent))
      continue;
    int64_t cut = crops[2 * i] + crops[2 * i + 1];
    extent = multiply(extent, size);
    if (cut >= extent)
      return cx.fail("'crops' cuts ", cut, " off axis ", i + 1,
                     ", which has only ", extent);
    extent -= cut;
  }
  return cx.give(shape, type.getElementType());
}

LogicalResult inferResize(InferenceContext cx, unsigned spatialRank, Value data,
                          ArrayRef<int64_t> size,
                          std::optional<ArrayRef<double>> roi, StringRef layout,
                          StringRef outDtype) {
  if (failed(checkList(cx, "size", size, spatialRank, 1)))
    return failure();
  if (roi && roi->size() != 2 * spatialRank)
    return cx.fail("'roi' has ", roi->size(), " entries, expected ",
                   2 * spatialRank);
  FailureOr<Type> elementType = cx.getElementType(
      "out_dtype", outDtype, tensorType(data).getElementType());
  if (failed(elementType))
    return failure();
  return giveChanged(cx, spatialRank, data, layout, *elementType,
                     [&](MutableArrayRef<int64_t> shape) {
                       llvm::copy(size, shape.begin() + 2);
                       return success();
                     });
}

} // namespace dsp::relay
