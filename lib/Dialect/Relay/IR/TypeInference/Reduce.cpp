//===- Reduce.cpp - Rules of reductions, scans and sorts ------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Common.h"

#include "llvm/ADT/SmallBitVector.h"

using namespace mlir;

namespace dsp::relay {

//===----------------------------------------------------------------------===//
// Reductions
//===----------------------------------------------------------------------===//

static FailureOr<SmallVector<int64_t>> reducedShape(InferenceContext cx,
                                                    ArrayRef<int64_t> shape,
                                                    OptInts axes, bool keepdims,
                                                    bool exclude) {
  // An empty list is Relay's way to say "all" as well, and not "all but none".
  bool hasAxes = axes && !axes->empty();
  llvm::SmallBitVector reduced(shape.size(), !hasAxes || exclude);
  if (hasAxes)
    for (int64_t entry : *axes) {
      FailureOr<int64_t> axis = cx.getAxis("axis", entry, shape.size());
      if (failed(axis))
        return failure();
      reduced[*axis] = !exclude;
    }

  SmallVector<int64_t> result;
  for (auto [index, extent] : llvm::enumerate(shape))
    if (!reduced[index])
      result.push_back(extent);
    else if (keepdims)
      result.push_back(1);
  return result;
}

LogicalResult inferReduce(InferenceContext cx, Value data, OptInts axis,
                          bool keepdims, bool exclude) {
  RankedTensorType type = tensorType(data);
  FailureOr<SmallVector<int64_t>> shape =
      reducedShape(cx, type.getShape(), axis, keepdims, exclude);
  return failed(shape) ? failure() : cx.give(*shape, type.getElementType());
}

LogicalResult inferArgReduce(InferenceContext cx, Value data, OptInts axis,
                             bool keepdims, bool exclude) {
  RankedTensorType type = tensorType(data);
  if (type.getRank() == 0)
    return cx.fail("'data' is a scalar, expected at least one axis");
  FailureOr<SmallVector<int64_t>> shape =
      reducedShape(cx, type.getShape(), axis, keepdims, exclude);
  return failed(shape) ? failure()
                       : cx.give(*shape, IntegerType::get(cx.getContext(), 32));
}

LogicalResult inferVariance(InferenceContext cx, Value data, Value mean,
                            OptInts axis, bool keepdims, bool exclude) {
  RankedTensorType type = tensorType(data);
  if (type.getRank() == 0)
    return cx.fail("'data' is a scalar, expected at least one axis");
  if (tensorType(mean).getRank() != type.getRank())
    return cx.fail("'mean' has shape ", shapeStr(tensorType(mean).getShape()),
                   ", expected rank ", type.getRank(), ", as of 'data'");
  return inferReduce(cx, data, axis, keepdims, exclude);
}

//===----------------------------------------------------------------------===//
// Along an axis
//===----------------------------------------------------------------------===//

LogicalResult inferScan(InferenceContext cx, Value data, OptInt axis,
                        StringRef dtype) {
  RankedTensorType type = tensorType(data);
  FailureOr<Type> elementType =
      cx.getElementType("dtype", dtype, type.getElementType());
  if (failed(elementType))
    return failure();
  if (!axis)
    return cx.give(elementCount(type.getShape()), *elementType);
  if (failed(cx.getAxis("axis", *axis, type.getRank())))
    return failure();
  return cx.give(type.getShape(), *elementType);
}

LogicalResult inferSort(InferenceContext cx, Value data, int64_t axis) {
  return inferAlongAxis(cx, data, axis);
}

LogicalResult inferArgsort(InferenceContext cx, Value data, int64_t axis,
                           StringRef dtype) {
  RankedTensorType type = tensorType(data);
  FailureOr<Type> elementType = cx.getElementType("dtype", dtype);
  if (failed(elementType) || failed(cx.getAxis("axis", axis, type.getRank())))
    return failure();
  return cx.give(type.getShape(), *elementType);
}

LogicalResult inferTopk(InferenceContext cx, Value data, int64_t k,
                        int64_t axisAttr, StringRef retType, StringRef dtype) {
  RankedTensorType type = tensorType(data);
  FailureOr<int64_t> axis = cx.getAxis("axis", axisAttr, type.getRank());
  if (failed(axis))
    return failure();
  SmallVector<int64_t> shape(type.getShape());
  if (k >= 1)
    shape[*axis] = k;
  if (retType != "both" && retType != "values" && retType != "indices")
    return cx.fail("'ret_type' is '", retType,
                   "', expected 'both', 'values' or 'indices'");
  if (retType != "indices" && failed(cx.give(shape, type.getElementType())))
    return failure();
  if (retType == "values")
    return success();
  FailureOr<Type> indexType = cx.getElementType("dtype", dtype);
  return failed(indexType) ? failure() : cx.give(shape, *indexType);
}

} // namespace dsp::relay
