//===- Tensor.cpp - Rules of shapes and values ----------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Common.h"

#include "mlir/IR/Matchers.h"
#include "llvm/ADT/SmallBitVector.h"

#include <cmath>

using namespace mlir;

namespace dsp::relay {

//===----------------------------------------------------------------------===//
// Element types
//===----------------------------------------------------------------------===//

LogicalResult inferCast(InferenceContext cx, Value data, StringRef dtype) {
  FailureOr<Type> type = cx.getElementType("dtype", dtype);
  return failed(type) ? failure() : cx.give(tensorType(data).getShape(), *type);
}

LogicalResult inferCastLike(InferenceContext cx, Value data, Value dtypeLike) {
  return cx.give(tensorType(data).getShape(),
                 tensorType(dtypeLike).getElementType());
}

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

LogicalResult inferExpandDims(InferenceContext cx, Value data, int64_t axis,
                              int64_t numNewaxis) {
  RankedTensorType type = tensorType(data);
  constexpr int64_t mostAxes = 1024;
  if (numNewaxis < 0 || numNewaxis > mostAxes)
    return cx.fail("'num_newaxis' is ", numNewaxis, ", expected 0 to ",
                   mostAxes);
  FailureOr<int64_t> place = cx.getAxis("axis", axis, type.getRank() + 1);
  if (failed(place))
    return failure();
  SmallVector<int64_t> shape(type.getShape());
  shape.insert(shape.begin() + *place, numNewaxis, 1);
  return cx.give(shape, type.getElementType());
}

LogicalResult inferSqueeze(InferenceContext cx, Value data, OptInts axes) {
  RankedTensorType type = tensorType(data);
  llvm::SmallBitVector dropped(type.getRank());
  if (axes) {
    for (int64_t entry : *axes) {
      FailureOr<int64_t> axis = cx.getAxis("axis", entry, type.getRank());
      if (failed(axis))
        return failure();
      if (!agree(type.getDimSize(*axis), 1))
        return cx.fail("can't drop axis ", *axis, " of shape ",
                       shapeStr(type.getShape()), ", its extent is not 1");
      dropped.set(*axis);
    }
  } else {
    if (!type.hasStaticShape())
      return cx.fail("needs 'axis', as 'data' of shape ",
                     shapeStr(type.getShape()), " has unknown extents");
    for (auto [axis, extent] : llvm::enumerate(type.getShape()))
      dropped[axis] = extent == 1;
  }
  SmallVector<int64_t> shape;
  for (auto [axis, extent] : llvm::enumerate(type.getShape()))
    if (!dropped[axis])
      shape.push_back(extent);
  return cx.give(shape, type.getElementType());
}

LogicalResult inferTranspose(InferenceContext cx, Value data, OptInts axes) {
  RankedTensorType type = tensorType(data);
  size_t rank = type.getRank();
  if (!axes) {
    SmallVector<int64_t> reversed(llvm::reverse(type.getShape()));
    return cx.give(reversed, type.getElementType());
  }
  if (axes->size() != rank)
    return cx.fail("'axes' has ", axes->size(),
                   axes->size() == 1 ? " entry" : " entries", ", expected ",
                   rank, ", one for each axis of 'data'");
  llvm::SmallBitVector seen(rank);
  SmallVector<int64_t> shape;
  for (int64_t entry : *axes) {
    FailureOr<int64_t> axis = cx.getAxis("axes", entry, rank);
    if (failed(axis))
      return failure();
    if (seen.test(*axis))
      return cx.fail("'axes' is ", shapeStr(*axes), ", which has axis ", *axis,
                     " twice");
    seen.set(*axis);
    shape.push_back(type.getDimSize(*axis));
  }
  return cx.give(shape, type.getElementType());
}

LogicalResult inferLayoutTransform(InferenceContext cx, Value data,
                                   StringRef srcLayout, StringRef dstLayout) {
  RankedTensorType type = tensorType(data);
  std::optional<Layout> src = Layout::parse(srcLayout);
  std::optional<Layout> dst = Layout::parse(dstLayout);
  if (!src || !dst || !src->isConvertibleTo(*dst))
    return cx.fail("can't go from layout '", srcLayout, "' to '", dstLayout,
                   "', expected two layouts with the same letters");
  FailureOr<SmallVector<int64_t>> shape =
      canonicalShape(cx, "data", type.getShape(), *src, *dst);
  return failed(shape) ? failure() : cx.give(*shape, type.getElementType());
}

LogicalResult inferAlongAxis(InferenceContext cx, Value data, int64_t axis) {
  if (failed(cx.getAxis("axis", axis, tensorType(data).getRank())))
    return failure();
  return cx.give(data.getType());
}

//===----------------------------------------------------------------------===//
// Repetition
//===----------------------------------------------------------------------===//

/// Gives `to` if `from` can be broadcast to it.
static LogicalResult giveBroadcast(InferenceContext cx, ArrayRef<int64_t> from,
                                   ArrayRef<int64_t> to, Type elementType) {
  FailureOr<SmallVector<int64_t>> shape = broadcastShapes(cx, from, to);
  if (failed(shape))
    return failure();
  if (!agree(*shape, to))
    return cx.fail("can't broadcast ", shapeStr(from), " to ", shapeStr(to));
  return cx.give(to, elementType);
}

LogicalResult inferBroadcastTo(InferenceContext cx, Value data,
                               ArrayRef<int64_t> shape) {
  RankedTensorType type = tensorType(data);
  if (failed(checkList(cx, "shape", shape, shape.size(), 0)))
    return failure();
  return giveBroadcast(cx, type.getShape(), shape, type.getElementType());
}

LogicalResult inferBroadcastToLike(InferenceContext cx, Value data,
                                   Value like) {
  RankedTensorType type = tensorType(data), likeType = tensorType(like);
  if (type.getElementType() != likeType.getElementType())
    return cx.fail("'broadcast_type' has elements of type ",
                   likeType.getElementType(), ", but 'data' of ",
                   type.getElementType());
  return giveBroadcast(cx, type.getShape(), likeType.getShape(),
                       type.getElementType());
}

LogicalResult inferCollapseSumLike(InferenceContext cx, Value data,
                                   Value like) {
  RankedTensorType type = tensorType(data), likeType = tensorType(like);
  if (type.getElementType() != likeType.getElementType())
    return cx.fail("'collapse_type' has elements of type ",
                   likeType.getElementType(), ", but 'data' of ",
                   type.getElementType());
  FailureOr<SmallVector<int64_t>> shape =
      broadcastShapes(cx, likeType.getShape(), type.getShape());
  if (failed(shape))
    return failure();
  if (!agree(*shape, type.getShape()))
    return cx.fail("can't sum ", shapeStr(type.getShape()), " to ",
                   shapeStr(likeType.getShape()));
  return cx.give(likeType);
}

LogicalResult inferRepeat(InferenceContext cx, Value data, int64_t repeats,
                          int64_t axisAttr) {
  RankedTensorType type = tensorType(data);
  if (repeats < 1)
    return cx.fail("'repeats' is ", repeats, ", expected at least 1");
  FailureOr<int64_t> axis = cx.getAxis("axis", axisAttr, type.getRank());
  if (failed(axis))
    return failure();
  SmallVector<int64_t> shape(type.getShape());
  shape[*axis] = multiply(shape[*axis], repeats);
  return cx.give(shape, type.getElementType());
}

LogicalResult inferTile(InferenceContext cx, Value data,
                        ArrayRef<int64_t> reps) {
  RankedTensorType type = tensorType(data);
  if (failed(checkList(cx, "reps", reps, reps.size(), 1)))
    return failure();
  SmallVector<int64_t> shape(type.getShape());
  if (shape.size() < reps.size())
    shape.insert(shape.begin(), reps.size() - shape.size(), 1);
  size_t skipped = shape.size() - reps.size();
  for (auto [i, count] : llvm::enumerate(reps))
    shape[skipped + i] = multiply(shape[skipped + i], count);
  return cx.give(shape, type.getElementType());
}

//===----------------------------------------------------------------------===//
// Together and apart
//===----------------------------------------------------------------------===//

/// Operands of one rank and one element type, of which there is at least one.
static LogicalResult checkAlike(InferenceContext cx, ValueRange data) {
  if (data.empty())
    return cx.fail("has no operands, expected at least one tensor");
  RankedTensorType first = tensorType(data.front());
  for (auto [index, value] : llvm::enumerate(data)) {
    RankedTensorType type = tensorType(value);
    if (type.getRank() != first.getRank())
      return cx.fail("operand #", index, " has shape ",
                     shapeStr(type.getShape()), ", expected rank ",
                     first.getRank(), ", as of the first");
    if (type.getElementType() != first.getElementType())
      return cx.fail("operand #", index, " has elements of type ",
                     type.getElementType(), ", but the first of ",
                     first.getElementType());
  }
  return success();
}

LogicalResult inferConcatenate(InferenceContext cx, ValueRange data,
                               int64_t axisAttr) {
  if (failed(checkAlike(cx, data)))
    return failure();
  RankedTensorType first = tensorType(data.front());
  FailureOr<int64_t> axis = cx.getAxis("axis", axisAttr, first.getRank());
  if (failed(axis))
    return failure();

  SmallVector<int64_t> shape(first.getRank());
  for (auto [i, extent] : llvm::enumerate(shape)) {
    int64_t sum = 0, known = kDynamic;
    bool allKnown = true;
    for (auto [index, value] : llvm::enumerate(data)) {
      int64_t part = tensorType(value).getDimSize(i);
      if (static_cast<int64_t>(i) != *axis && !agree(known, part))
        return cx.fail("operand #", index, " has shape ",
                       shapeStr(tensorType(value).getShape()), ", expected ",
                       known, " on axis ", i, ", as another operand has");
      if (isDynamic(part)) {
        allKnown = false;
        continue;
      }
      known = part;
      sum += part;
    }
    if (static_cast<int64_t>(i) == *axis)
      extent = allKnown ? sum : kDynamic;
    else
      extent = allKnown ? known : kDynamic;
  }
  // Relay takes over an extent that only some operands know just where the
  // axis itself is unknown.
  if (isDynamic(shape[*axis]))
    for (auto [i, extent] : llvm::enumerate(shape))
      for (Value value : data)
        if (static_cast<int64_t>(i) != *axis && isDynamic(extent))
          extent = tensorType(value).getDimSize(i);
  return cx.give(shape, first.getElementType());
}

LogicalResult inferStack(InferenceContext cx, ValueRange data,
                         int64_t axisAttr) {
  if (failed(checkAlike(cx, data)))
    return failure();
  RankedTensorType first = tensorType(data.front());
  FailureOr<int64_t> axis = cx.getAxis("axis", axisAttr, first.getRank() + 1);
  if (failed(axis))
    return failure();
  for (auto [index, value] : llvm::enumerate(data))
    if (!agree(tensorType(value).getShape(), first.getShape()))
      return cx.fail("operand #", index, " has shape ",
                     shapeStr(tensorType(value).getShape()), ", but the first ",
                     shapeStr(first.getShape()));
  SmallVector<int64_t> shape(first.getShape());
  shape.insert(shape.begin() + *axis, data.size());
  return cx.give(shape, first.getElementType());
}

LogicalResult inferSplit(InferenceContext cx, Value data,
                         Attribute indicesOrSections, int64_t axisAttr) {
  RankedTensorType type = tensorType(data);
  FailureOr<int64_t> axis = cx.getAxis("axis", axisAttr, type.getRank());
  if (failed(axis))
    return failure();
  int64_t extent = type.getDimSize(*axis);
  SmallVector<int64_t> shape(type.getShape());

  if (auto sectionsAttr = dyn_cast<IntegerAttr>(indicesOrSections)) {
    int64_t sections = sectionsAttr.getInt();
    // A hostile number of sections must not take all memory.
    constexpr int64_t mostSections = 1 << 20;
    if (sections < 1 || sections > mostSections)
      return cx.fail("'indices_or_sections' is ", sections, ", expected 1 to ",
                     mostSections, " sections");
    if (!isDynamic(extent) && extent % sections != 0)
      return cx.fail("'indices_or_sections' is ", sections,
                     ", which does not divide the extent ", extent, " of axis ",
                     *axis);
    shape[*axis] = isDynamic(extent) ? kDynamic : extent / sections;
    for (int64_t i = 0; i < sections; ++i)
      (void)cx.give(shape, type.getElementType());
    return success();
  }

  int64_t begin = 0;
  for (int64_t index :
       cast<DenseI64ArrayAttr>(indicesOrSections).asArrayRef()) {
    if (index <= begin || (!isDynamic(extent) && index >= extent))
      return cx.fail("'indices_or_sections' holds ", index,
                     ", expected ascending places above ", begin,
                     " and below the extent of axis ", *axis);
    shape[*axis] = index - begin;
    begin = index;
    (void)cx.give(shape, type.getElementType());
  }
  shape[*axis] = isDynamic(extent) ? kDynamic : extent - begin;
  return cx.give(shape, type.getElementType());
}

LogicalResult inferMeshgrid(InferenceContext cx, ValueRange data,
                            StringRef indexing) {
  if (data.empty())
    return cx.fail("has no operands, expected at least one tensor");
  if (indexing != "ij" && indexing != "xy")
    return cx.fail("'indexing' is '", indexing, "', expected 'ij' or 'xy'");
  Type elementType = tensorType(data.front()).getElementType();
  SmallVector<int64_t> shape;
  for (auto [index, value] : llvm::enumerate(data)) {
    RankedTensorType type = tensorType(value);
    if (type.getElementType() != elementType)
      return cx.fail("operand #", index, " has elements of type ",
                     type.getElementType(), ", but the first of ", elementType);
    if (type.getRank() > 1)
      return cx.fail("operand #", index, " has shape ",
                     shapeStr(type.getShape()),
                     ", expected a vector or scalar");
    shape.push_back(type.getRank() == 0 ? 1 : type.getDimSize(0));
  }
  if (indexing == "xy" && shape.size() >= 2)
    std::swap(shape[0], shape[1]);
  for (size_t i = 0; i < data.size(); ++i)
    (void)cx.give(shape, elementType);
  return success();
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

LogicalResult inferFilled(InferenceContext cx, ArrayRef<int64_t> shape,
                          StringRef dtype) {
  FailureOr<Type> type = cx.getElementType("dtype", dtype);
  if (failed(type) || failed(checkList(cx, "shape", shape, shape.size(), 0)))
    return failure();
  return cx.give(shape, *type);
}

LogicalResult inferFull(InferenceContext cx, Value fillValue,
                        ArrayRef<int64_t> shape, StringRef dtype) {
  RankedTensorType fill = tensorType(fillValue);
  if (fill.getRank() != 0)
    return cx.fail("'fill_value' has shape ", shapeStr(fill.getShape()),
                   ", expected a scalar");
  FailureOr<Type> type =
      cx.getElementType("dtype", dtype, fill.getElementType());
  if (failed(type) || failed(checkList(cx, "shape", shape, shape.size(), 0)))
    return failure();
  return cx.give(shape, *type);
}

LogicalResult inferFullLike(InferenceContext cx, Value data, Value fillValue) {
  RankedTensorType fill = tensorType(fillValue);
  if (fill.getRank() != 0)
    return cx.fail("'fill_value' has shape ", shapeStr(fill.getShape()),
                   ", expected a scalar");
  return cx.give(data.getType());
}

/// The number that a scalar constant holds.
static std::optional<double> scalarConstant(Value value) {
  DenseElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)) ||
      elements.getNumElements() != 1)
    return std::nullopt;
  if (isa<FloatType>(elements.getElementType()))
    return (*elements.value_begin<FloatAttr>()).getValueAsDouble();
  APInt number = *elements.value_begin<APInt>();
  return elements.getElementType().isUnsignedInteger()
             ? static_cast<double>(number.getZExtValue())
             : static_cast<double>(number.getSExtValue());
}

LogicalResult inferArange(InferenceContext cx, Value start, Value end,
                          Value step, StringRef dtype) {
  FailureOr<Type> type = cx.getElementType("dtype", dtype);
  if (failed(type))
    return failure();
  std::pair<StringRef, Value> operands[] = {
      {"start", start}, {"end", end}, {"step", step}};
  for (auto [name, value] : operands) {
    RankedTensorType operand = tensorType(value);
    if (operand.getRank() != 0 || operand.getElementType() != *type)
      return cx.fail("'", name, "' is of type ", operand,
                     ", expected a scalar of ", *type, ", as 'dtype' says");
  }
  std::optional<double> from = scalarConstant(start), to = scalarConstant(end),
                        by = scalarConstant(step);
  if (!from || !to || !by)
    return cx.give(kDynamic, *type);
  double count = std::ceil((*to - *from) / *by);
  if (!(count >= 1) || count > std::numeric_limits<int32_t>::max())
    return cx.fail("has no elements, or too many, from ", std::to_string(*from),
                   " to ", std::to_string(*to), " in steps of ",
                   std::to_string(*by));
  return cx.give(static_cast<int64_t>(count), *type);
}

LogicalResult inferOneHot(InferenceContext cx, Value indices, int64_t depth,
                          int64_t axis, StringRef dtype) {
  RankedTensorType type = tensorType(indices);
  if (depth < 1)
    return cx.fail("'depth' is ", depth, ", expected at least 1");
  if (axis < -1 || axis > type.getRank())
    return cx.fail("'axis' is ", axis, ", expected -1 to ", type.getRank());
  FailureOr<Type> elementType = cx.getElementType("dtype", dtype);
  if (failed(elementType))
    return failure();
  SmallVector<int64_t> shape(type.getShape());
  shape.insert(axis == -1 ? shape.end() : shape.begin() + axis, depth);
  return cx.give(shape, *elementType);
}

} // namespace dsp::relay
