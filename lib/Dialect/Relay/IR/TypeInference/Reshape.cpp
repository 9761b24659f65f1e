//===- Reshape.cpp - Rules of reshape and reshape_like --------------------===//
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

namespace {
/// Reads `newshape` from left to right, and data's extents along with it.
class ReshapeReader {
public:
  ReshapeReader(InferenceContext cx, ArrayRef<int64_t> data,
                ArrayRef<int64_t> newshape, bool allowzero)
      : cx(cx), data(data), newshape(newshape), allowzero(allowzero),
        usedInputs(data.size()) {}

  FailureOr<SmallVector<int64_t>> read();

private:
  /// What the codes below -1 mean; `i` is where the code is, and is moved
  /// behind its arguments.
  LogicalResult readCode(int64_t code, size_t &i);
  LogicalResult splitExtent(size_t &i);
  /// Data's next extent, taken by a code.
  FailureOr<int64_t> takeInput(int64_t code);
  void give(int64_t extent, bool isTaken) {
    result.push_back(extent);
    usedOutputs.push_back(isTaken);
  }
  LogicalResult inferRest();

  InferenceContext cx;
  ArrayRef<int64_t> data, newshape;
  bool allowzero;
  size_t next = 0;
  /// What codes account for does not count for -1.
  llvm::SmallBitVector usedInputs;
  SmallVector<bool> usedOutputs;
  std::optional<size_t> inferred;
  SmallVector<int64_t> result;
};
} // namespace

FailureOr<int64_t> ReshapeReader::takeInput(int64_t code) {
  if (next >= data.size()) {
    return cx.fail("'newshape' has code ", code, " where 'data' of shape ",
                   shapeStr(data), " has no axis left");
  }
  usedInputs.set(next);
  return data[next++];
}

LogicalResult ReshapeReader::splitExtent(size_t &i) {
  if (i + 2 >= newshape.size())
    return cx.fail(
        "'newshape' has code -4 without the two extents that follow");
  FailureOr<int64_t> whole = takeInput(-4);
  if (failed(whole))
    return failure();
  int64_t parts[] = {newshape[i + 1], newshape[i + 2]};
  i += 2;
  if (parts[0] == -1 && parts[1] == -1)
    return cx.fail("'newshape' has code -4 with two extents of -1");
  for (int64_t part : parts)
    if (part != -1 && part < 1)
      return cx.fail("'newshape' has code -4 with an extent of ", part,
                     ", expected -1 or at least 1");
  if (parts[0] == -1)
    parts[0] = isDynamic(*whole) ? kDynamic : *whole / parts[1];
  else if (parts[1] == -1)
    parts[1] = isDynamic(*whole) ? kDynamic : *whole / parts[0];
  give(parts[0], /*isTaken=*/true);
  give(parts[1], /*isTaken=*/true);
  return success();
}

LogicalResult ReshapeReader::readCode(int64_t code, size_t &i) {
  switch (code) {
  case -2:
    while (next < data.size())
      give(*takeInput(code), /*isTaken=*/true);
    return success();
  case -3: {
    FailureOr<int64_t> first = takeInput(code);
    if (failed(first))
      return failure();
    FailureOr<int64_t> second = takeInput(code);
    if (failed(second))
      return failure();
    give(multiply(*first, *second), /*isTaken=*/true);
    return success();
  }
  case -4:
    return splitExtent(i);
  default:
    return cx.fail("'newshape' has code ", code,
                   ", expected -1 to -4 or an extent");
  }
}

/// The extent of -1: all elements not taken over the extents not taken.
LogicalResult ReshapeReader::inferRest() {
  int64_t rest = 1;
  for (auto [i, extent] : llvm::enumerate(data))
    if (!usedInputs.test(i))
      rest = multiply(rest, extent);
  for (auto [i, extent] : llvm::enumerate(result)) {
    if (usedOutputs[i] || i == *inferred || isDynamic(rest))
      continue;
    if (extent == 0)
      return cx.fail("'newshape' has -1 beside an extent of 0");
    rest = isDynamic(extent) ? kDynamic : rest / extent;
  }
  result[*inferred] = rest;
  return success();
}

FailureOr<SmallVector<int64_t>> ReshapeReader::read() {
  for (size_t i = 0; i < newshape.size(); ++i) {
    int64_t code = newshape[i];
    if (code > 0 || (code == 0 && allowzero)) {
      give(code, /*isTaken=*/false);
      ++next;
    } else if (code == 0) {
      FailureOr<int64_t> extent = takeInput(code);
      if (failed(extent))
        return failure();
      give(*extent, /*isTaken=*/true);
    } else if (code == -1) {
      if (inferred) {
        return cx.fail("'newshape' is ", shapeStr(newshape),
                       ", which has -1 twice");
      }
      inferred = result.size();
      give(1, /*isTaken=*/false);
      ++next;
    } else if (failed(readCode(code, i))) {
      return failure();
    }
  }
  if (inferred && failed(inferRest()))
    return failure();
  return result;
}

static LogicalResult giveReshaped(InferenceContext cx, RankedTensorType data,
                                  ArrayRef<int64_t> shape) {
  int64_t given = elementCount(data.getShape()), taken = elementCount(shape);
  // What all extents are known of is unknown only if it overflows.
  bool overflows = isDynamic(taken) && !llvm::any_of(shape, isDynamic);
  if (overflows)
    return cx.fail("can't reshape ", shapeStr(data.getShape()), " to ",
                   shapeStr(shape), ": these are too many elements");
  if (!agree(given, taken))
    return cx.fail("can't reshape ", shapeStr(data.getShape()), " to ",
                   shapeStr(shape), ": they have ", given, " and ", taken,
                   " elements");
  return cx.give(shape, data.getElementType());
}

LogicalResult inferReshape(InferenceContext cx, Value data,
                           ArrayRef<int64_t> newshape, bool allowzero) {
  RankedTensorType type = tensorType(data);
  FailureOr<SmallVector<int64_t>> shape =
      ReshapeReader(cx, type.getShape(), newshape, allowzero).read();
  return failed(shape) ? failure() : giveReshaped(cx, type, *shape);
}

LogicalResult inferReshapeLike(InferenceContext cx, Value data, Value shapeLike,
                               int64_t lhsBegin, OptInt lhsEnd,
                               int64_t rhsBegin, OptInt rhsEnd) {
  RankedTensorType type = tensorType(data);
  ArrayRef<int64_t> lhs = type.getShape();
  ArrayRef<int64_t> rhs = tensorType(shapeLike).getShape();
  auto resolve = [&](StringRef name, int64_t place, size_t rank,
                     size_t &result) -> LogicalResult {
    int64_t limit = rank;
    if (place < -limit || place > limit)
      return cx.fail("'", name, "' is ", place, ", expected ", -limit, " to ",
                     limit);
    result = place < 0 ? place + limit : place;
    return success();
  };
  size_t lb, le, rb, re;
  if (failed(resolve("lhs_begin", lhsBegin, lhs.size(), lb)) ||
      failed(resolve("lhs_end", lhsEnd.value_or(lhs.size()), lhs.size(), le)) ||
      failed(resolve("rhs_begin", rhsBegin, rhs.size(), rb)) ||
      failed(resolve("rhs_end", rhsEnd.value_or(rhs.size()), rhs.size(), re)))
    return failure();
  if (lb > le || rb > re)
    return cx.fail("takes axes ", rb, " to ", re, " for ", lb, " to ", le,
                   ", expected ends not before their begins");

  SmallVector<int64_t> shape(lhs.take_front(lb));
  llvm::append_range(shape, rhs.slice(rb, re - rb));
  llvm::append_range(shape, lhs.drop_front(le));
  return giveReshaped(cx, type, shape);
}

} // namespace dsp::relay
