//===- Pool.cpp - Rules of pooling ----------------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Common.h"

#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace dsp::relay {

/// Where data's spatial axes W, (H, W) or (D, H, W) are. Pooling looks at no
/// other axis, so that those may be missing or split in any way.
static FailureOr<SmallVector<unsigned>> findSpatialAxes(InferenceContext cx,
                                                        unsigned spatialRank,
                                                        RankedTensorType data,
                                                        StringRef layoutText) {
  StringRef roles = StringRef("DHW").take_back(spatialRank);
  std::optional<Layout> layout = Layout::parse(layoutText);
  if (!layout || llvm::any_of(roles, [&](char role) {
        return !layout->contains(role) || layout->isSplit(role);
      })) {
    return cx.fail("'layout' is '", layoutText,
                   "', expected a layout with whole axes '", roles, "'");
  }
  if (static_cast<size_t>(data.getRank()) != layout->getRank()) {
    return cx.fail("'data' has shape ", shapeStr(data.getShape()),
                   ", expected rank ", layout->getRank(), " for layout '",
                   layoutText, "'");
  }
  SmallVector<unsigned> axes;
  for (char role : roles)
    axes.push_back(*layout->find(role));
  return axes;
}

LogicalResult inferPool(InferenceContext cx, unsigned spatialRank,
                        const PoolAttrs &attrs, Value data) {
  RankedTensorType type = tensorType(data);
  FailureOr<SmallVector<unsigned>> axes =
      findSpatialAxes(cx, spatialRank, type, attrs.layout);
  if (failed(axes) ||
      failed(checkList(cx, "pool_size", attrs.poolSize, spatialRank, 1)) ||
      failed(checkList(cx, "strides", attrs.strides, spatialRank, 1)) ||
      failed(checkList(cx, "dilation", attrs.dilation, spatialRank, 1)))
    return failure();
  FailureOr<SmallVector<int64_t>> padding =
      sumPadding(cx, spatialRank, attrs.padding);
  if (failed(padding))
    return failure();

  SmallVector<int64_t> shape(type.getShape());
  for (auto [i, axis] : llvm::enumerate(*axes)) {
    if (isDynamic(shape[axis]))
      continue;
    int64_t padded = shape[axis] + (*padding)[i];
    int64_t window = (attrs.poolSize[i] - 1) * attrs.dilation[i] + 1;
    int64_t way = padded - window;
    // The last window may then hang over by less than a step.
    if (attrs.ceilMode)
      way += attrs.strides[i] - 1;
    if (way < 0)
      return cx.fail("the window spans ", window, " on spatial axis ", i,
                     ", more than the padded data's ", padded);
    shape[axis] = way / attrs.strides[i] + 1;
  }
  return cx.give(shape, type.getElementType());
}

LogicalResult inferGlobalPool2D(InferenceContext cx, Value data,
                                StringRef layout) {
  RankedTensorType type = tensorType(data);
  FailureOr<SmallVector<unsigned>> axes =
      findSpatialAxes(cx, /*spatialRank=*/2, type, layout);
  if (failed(axes))
    return failure();
  SmallVector<int64_t> shape(type.getShape());
  for (unsigned axis : *axes)
    shape[axis] = 1;
  return cx.give(shape, type.getElementType());
}

LogicalResult inferAdaptivePool(InferenceContext cx, unsigned spatialRank,
                                Value data, ArrayRef<int64_t> outputSize,
                                StringRef layout) {
  RankedTensorType type = tensorType(data);
  FailureOr<SmallVector<unsigned>> axes =
      findSpatialAxes(cx, spatialRank, type, layout);
  if (failed(axes))
    return failure();
  SmallVector<int64_t> shape(type.getShape());
  if (outputSize.empty())
    return cx.give(shape, type.getElementType());
  if (outputSize.size() != 1 &&
      failed(checkList(cx, "output_size", outputSize, spatialRank, 1)))
    return failure();
  for (auto [i, axis] : llvm::enumerate(*axes))
    shape[axis] = outputSize.size() == 1 ? outputSize.front() : outputSize[i];
  if (llvm::any_of(outputSize, [](int64_t extent) { return extent < 1; }))
    return cx.fail("'output_size' is ", shapeStr(outputSize),
                   ", expected extents of at least 1");
  return cx.give(shape, type.getElementType());
}

} // namespace dsp::relay
