//===- Elementwise.cpp - Rules of elementwise operators -------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Common.h"

using namespace mlir;

namespace dsp::relay {

LogicalResult inferSameType(InferenceContext cx, Value data) {
  return cx.give(data.getType());
}

LogicalResult inferPredicate(InferenceContext cx, Value data) {
  return cx.give(tensorType(data).getShape(),
                 IntegerType::get(cx.getContext(), 1));
}

/// The element type that all of `operands` have.
static FailureOr<Type> commonElementType(InferenceContext cx,
                                         NamedOperands operands) {
  Type first = tensorType(operands.front().second).getElementType();
  for (auto [name, value] : operands.drop_front()) {
    Type type = tensorType(value).getElementType();
    if (type != first) {
      return cx.fail("'", name, "' has elements of type ", type, ", but '",
                     operands.front().first, "' of ", first);
    }
  }
  return first;
}

LogicalResult inferBroadcast(InferenceContext cx, Value lhs, Value rhs) {
  FailureOr<Type> type = commonElementType(cx, {{"lhs", lhs}, {"rhs", rhs}});
  if (failed(type))
    return failure();
  // Equal types are the common case.
  if (lhs.getType() == rhs.getType())
    return cx.give(lhs.getType());
  FailureOr<SmallVector<int64_t>> shape = broadcastShapes(
      cx, tensorType(lhs).getShape(), tensorType(rhs).getShape());
  return failed(shape) ? failure() : cx.give(*shape, *type);
}

LogicalResult inferComparison(InferenceContext cx, Value lhs, Value rhs) {
  if (failed(commonElementType(cx, {{"lhs", lhs}, {"rhs", rhs}})))
    return failure();
  FailureOr<SmallVector<int64_t>> shape = broadcastShapes(
      cx, tensorType(lhs).getShape(), tensorType(rhs).getShape());
  return failed(shape) ? failure()
                       : cx.give(*shape, IntegerType::get(cx.getContext(), 1));
}

LogicalResult inferWhere(InferenceContext cx, Value condition, Value x,
                         Value y) {
  FailureOr<Type> type = commonElementType(cx, {{"x", x}, {"y", y}});
  if (failed(type))
    return failure();
  FailureOr<SmallVector<int64_t>> shape =
      broadcastShapes(cx, tensorType(x).getShape(), tensorType(y).getShape());
  if (succeeded(shape))
    shape = broadcastShapes(cx, tensorType(condition).getShape(), *shape);
  return failed(shape) ? failure() : cx.give(*shape, *type);
}

} // namespace dsp::relay
