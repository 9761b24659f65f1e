//===- QNN.cpp - Rules of quantised operators -----------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Common.h"
#include "dsp/Dialect/Relay/IR/DType.h"

using namespace mlir;

namespace dsp::relay {

//===----------------------------------------------------------------------===//
// Element types, scales and zero points
//===----------------------------------------------------------------------===//

/// "int8, int16 or int32"
static std::string oneOf(ArrayRef<StringRef> names) {
  std::string text = names.front().str();
  for (StringRef name : names.drop_front())
    text += (name == names.back() ? " or " : ", ") + name.str();
  return text;
}

static LogicalResult checkElements(InferenceContext cx, StringRef name,
                                   Value value, ArrayRef<StringRef> dtypes) {
  Type type = tensorType(value).getElementType();
  if (llvm::is_contained(dtypes, dtypeName(type)))
    return success();
  return cx.fail("'", name, "' has elements of type ", type, ", expected ",
                 oneOf(dtypes));
}

/// `outDtype` as an element type, which must be one of `dtypes`.
static FailureOr<Type> getOutType(InferenceContext cx, StringRef outDtype,
                                  ArrayRef<StringRef> dtypes) {
  if (llvm::is_contained(dtypes, outDtype))
    return parseDType(cx.getContext(), outDtype);
  return cx.fail("'out_dtype' is '", outDtype, "', expected ", oneOf(dtypes));
}

static LogicalResult checkScalar(InferenceContext cx, StringRef name,
                                 Value value, StringRef dtype) {
  if (failed(checkElements(cx, name, value, dtype)))
    return failure();
  ArrayRef<int64_t> shape = tensorType(value).getShape();
  if (shape.empty())
    return success();
  return cx.fail("'", name, "' has shape ", shapeStr(shape),
                 ", expected a scalar");
}

/// `value` must be a scalar, or have one element for each of the `extent`
/// entries of the axis that it varies along.
static LogicalResult checkAlongAxis(InferenceContext cx, StringRef name,
                                    Value value, StringRef dtype,
                                    int64_t extent) {
  if (failed(checkElements(cx, name, value, dtype)))
    return failure();
  ArrayRef<int64_t> shape = tensorType(value).getShape();
  if (shape.empty() || agree(shape, ArrayRef(extent)))
    return success();
  return cx.fail("'", name, "' has shape ", shapeStr(shape),
                 ", expected a scalar or ", shapeStr(extent));
}

static LogicalResult checkScale(InferenceContext cx, StringRef name,
                                Value value) {
  return checkScalar(cx, name, value, "float32");
}

static LogicalResult checkZeroPoint(InferenceContext cx, StringRef name,
                                    Value value) {
  return checkScalar(cx, name, value, "int32");
}

/// The entries of `axis`, along which scale and zero point may vary. Of those
/// that don't, the axis need not exist.
static FailureOr<int64_t> getExtent(InferenceContext cx, StringRef attrName,
                                    RankedTensorType data, int64_t axis,
                                    bool mayBeAnything) {
  int64_t rank = data.getRank();
  if (rank == 0 && axis <= 0)
    return 1;
  if (mayBeAnything && (axis >= rank || axis < -rank))
    return 1;
  FailureOr<int64_t> index = cx.getAxis(attrName, axis, rank);
  if (failed(index))
    return failure();
  return data.getDimSize(*index);
}

static bool isScalar(Value value) { return tensorType(value).getRank() == 0; }

//===----------------------------------------------------------------------===//
// From and to quantised tensors
//===----------------------------------------------------------------------===//

LogicalResult inferQuantize(InferenceContext cx, Value data, Value scale,
                            Value zeroPoint, StringRef outDtype, int64_t axis) {
  FailureOr<int64_t> extent = getExtent(cx, "axis", tensorType(data), axis,
                                        isScalar(scale) && isScalar(zeroPoint));
  if (failed(checkElements(cx, "data", data, {"float32"})) || failed(extent) ||
      failed(checkAlongAxis(cx, "output_scale", scale, "float32", *extent)) ||
      failed(
          checkAlongAxis(cx, "output_zero_point", zeroPoint, "int32", *extent)))
    return failure();
  FailureOr<Type> type =
      getOutType(cx, outDtype, {"int8", "uint8", "int16", "uint16", "int32"});
  return failed(type) ? failure() : cx.give(tensorType(data).getShape(), *type);
}

LogicalResult inferDequantize(InferenceContext cx, Value data, Value scale,
                              Value zeroPoint, StringRef outDtype,
                              int64_t axis) {
  auto isSingle = [](Value value) {
    return elementCount(tensorType(value).getShape()) == 1;
  };
  FailureOr<int64_t> extent = 1;
  if (!isSingle(scale) || !isSingle(zeroPoint))
    extent = getExtent(cx, "axis", tensorType(data), axis,
                       /*mayBeAnything=*/false);
  if (failed(checkElements(cx, "data", data,
                           {"int8", "uint8", "int16", "uint16", "int32"})) ||
      failed(extent) ||
      failed(checkAlongAxis(cx, "input_scale", scale, "float32", *extent)) ||
      failed(
          checkAlongAxis(cx, "input_zero_point", zeroPoint, "int32", *extent)))
    return failure();
  FailureOr<Type> type = getOutType(cx, outDtype, {"float16", "float32"});
  return failed(type) ? failure() : cx.give(tensorType(data).getShape(), *type);
}

static LogicalResult checkOption(InferenceContext cx, StringRef attrName,
                                 StringRef value, ArrayRef<StringRef> options) {
  if (llvm::is_contained(options, value))
    return success();
  return cx.fail("'", attrName, "' is '", value, "', expected ",
                 oneOf(options));
}

LogicalResult inferRequantize(InferenceContext cx, Value data, Value inputScale,
                              Value inputZeroPoint, Value outputScale,
                              Value outputZeroPoint, int64_t axis,
                              StringRef rounding, StringRef computeDtype,
                              StringRef outDtype) {
  FailureOr<int64_t> extent = getExtent(cx, "axis", tensorType(data), axis,
                                        /*mayBeAnything=*/false);
  if (failed(checkElements(cx, "data", data,
                           {"int8", "uint8", "int16", "int32", "int64"})) ||
      failed(extent) ||
      failed(
          checkAlongAxis(cx, "input_scale", inputScale, "float32", *extent)) ||
      failed(checkAlongAxis(cx, "input_zero_point", inputZeroPoint, "int32",
                            *extent)) ||
      failed(checkScale(cx, "output_scale", outputScale)) ||
      failed(checkZeroPoint(cx, "output_zero_point", outputZeroPoint)) ||
      failed(checkOption(cx, "rounding", rounding,
                         {"None", "UPWARD", "TONEAREST"})) ||
      failed(checkOption(cx, "compute_dtype", computeDtype,
                         {"None", "int64", "float32", "float64"})))
    return failure();
  FailureOr<Type> type =
      getOutType(cx, outDtype, {"int8", "uint8", "int16", "int32"});
  return failed(type) ? failure() : cx.give(tensorType(data).getShape(), *type);
}

//===----------------------------------------------------------------------===//
// Convolutions
//===----------------------------------------------------------------------===//

/// The result's channels as far as they are known before the layouts and the
/// weight's shape have been checked.
static int64_t outputChannels(const ConvAttrs &attrs, RankedTensorType weight,
                              bool transposed) {
  if (attrs.channels)
    return *attrs.channels;
  std::optional<Layout> layout = Layout::parse(attrs.kernelLayout);
  if (!layout || layout->getRank() != static_cast<size_t>(weight.getRank()) ||
      !layout->contains('O'))
    return kDynamic;
  int64_t channels = weight.getDimSize(*layout->find('O'));
  return transposed ? multiply(channels, attrs.groups) : channels;
}

/// `operands`: data, weight, the zero points of both, the scales of both.
static LogicalResult checkQuantizedConv(InferenceContext cx,
                                        const ConvAttrs &attrs,
                                        ValueRange operands, bool transposed) {
  int64_t channels = outputChannels(attrs, tensorType(operands[1]), transposed);
  if (failed(checkElements(cx, "weight_zero_point", operands[3], {"int32"})) ||
      failed(
          checkAlongAxis(cx, "weight_scale", operands[5], "float32", channels)))
    return failure();
  return getOutType(cx, attrs.outDtype, {"int16", "int32", "int64"});
}

LogicalResult inferQNNConv2D(InferenceContext cx, const ConvAttrs &attrs,
                             ValueRange operands) {
  Value data = operands[0], weight = operands[1];
  if (failed(checkElements(cx, "data", data, {"int8", "uint8", "int16"})) ||
      failed(checkElements(cx, "weight", weight, {"int8", "uint8", "int16"})) ||
      failed(checkZeroPoint(cx, "input_zero_point", operands[2])) ||
      failed(checkScale(cx, "input_scale", operands[4])) ||
      failed(checkQuantizedConv(cx, attrs, operands, /*transposed=*/false)))
    return failure();
  return inferConv(cx, /*spatialRank=*/2, attrs, data, weight);
}

LogicalResult inferQNNConv2DTranspose(InferenceContext cx,
                                      const ConvAttrs &attrs,
                                      ArrayRef<int64_t> outputPadding,
                                      ValueRange operands) {
  Value data = operands[0], weight = operands[1];
  if (failed(checkElements(cx, "data", data,
                           {"int8", "uint8", "int16", "uint16"})) ||
      failed(checkElements(cx, "weight", weight, {"int8", "uint8"})) ||
      failed(checkAlongAxis(cx, "input_zero_point", operands[2], "int32", 1)) ||
      failed(checkAlongAxis(cx, "input_scale", operands[4], "float32", 1)) ||
      failed(checkQuantizedConv(cx, attrs, operands, /*transposed=*/true)))
    return failure();
  return inferConvTranspose(cx, /*spatialRank=*/2, attrs, outputPadding, data,
                            weight);
}

//===----------------------------------------------------------------------===//
// Matrix products
//===----------------------------------------------------------------------===//

LogicalResult inferQNNDense(InferenceContext cx, OptInt units,
                            StringRef outDtype, ValueRange operands) {
  Value data = operands[0], weight = operands[1];
  RankedTensorType weightType = tensorType(weight);
  int64_t channels = units                       ? *units
                     : weightType.getRank() == 2 ? weightType.getDimSize(0)
                                                 : kDynamic;
  if (failed(checkElements(cx, "data", data,
                           {"int8", "uint8", "int16", "uint16"})) ||
      failed(checkElements(cx, "weight", weight, {"int8", "uint8"})) ||
      failed(checkZeroPoint(cx, "input_zero_point", operands[2])) ||
      failed(checkElements(cx, "weight_zero_point", operands[3], {"int32"})) ||
      failed(checkScale(cx, "input_scale", operands[4])) ||
      failed(checkAlongAxis(cx, "weight_scale", operands[5], "float32",
                            channels)) ||
      failed(getOutType(cx, outDtype, {"int32", "int64"})))
    return failure();
  return inferMatmul(cx, data, weight, "data", "weight", units, outDtype,
                     /*transposeA=*/false, /*transposeB=*/true);
}

LogicalResult inferQNNDensePack(InferenceContext cx, Value data, Value weight,
                                StringRef outDtype) {
  RankedTensorType dataType = tensorType(data), weightType = tensorType(weight);
  if (dataType.getRank() != 2)
    return cx.fail("'data' has shape ", shapeStr(dataType.getShape()),
                   ", expected rank 2");
  if (weightType.getRank() != 4)
    return cx.fail("'weight' has shape ", shapeStr(weightType.getShape()),
                   ", expected rank 4");
  FailureOr<Type> type = cx.getElementType("out_dtype", outDtype);
  if (failed(type))
    return failure();
  return cx.give({dataType.getDimSize(0),
                  multiply(weightType.getDimSize(0), weightType.getDimSize(2))},
                 *type);
}

LogicalResult inferQNNBatchMatmul(InferenceContext cx, StringRef outDtype,
                                  bool transposeA, bool transposeB,
                                  ValueRange operands) {
  if (failed(checkElements(cx, "x", operands[0], {"int8", "uint8"})) ||
      failed(checkElements(cx, "y", operands[1], {"int8", "uint8"})) ||
      failed(checkZeroPoint(cx, "x_zero_point", operands[2])) ||
      failed(checkZeroPoint(cx, "y_zero_point", operands[3])) ||
      failed(checkScale(cx, "x_scale", operands[4])) ||
      failed(checkScale(cx, "y_scale", operands[5])) ||
      failed(getOutType(cx, outDtype, {"int32"})))
    return failure();
  return inferBatchMatmul(cx, operands[0], operands[1], outDtype, transposeA,
                          transposeB);
}

//===----------------------------------------------------------------------===//
// Elementwise, pooling and concatenation
//===----------------------------------------------------------------------===//

LogicalResult inferQNNBinary(InferenceContext cx, int64_t lhsAxis,
                             int64_t rhsAxis, ValueRange operands) {
  // Vectors only have the one axis, whatever the attribute says.
  auto getExtentOf = [&](StringRef attrName, Value data, int64_t axis,
                         Value scale, Value zeroPoint) {
    RankedTensorType type = tensorType(data);
    return getExtent(cx, attrName, type, type.getRank() <= 1 ? 0 : axis,
                     isScalar(scale) && isScalar(zeroPoint));
  };
  FailureOr<int64_t> lhsExtent =
      getExtentOf("lhs_axis", operands[0], lhsAxis, operands[2], operands[3]);
  FailureOr<int64_t> rhsExtent =
      getExtentOf("rhs_axis", operands[1], rhsAxis, operands[4], operands[5]);
  if (failed(lhsExtent) || failed(rhsExtent) ||
      failed(checkAlongAxis(cx, "lhs_scale", operands[2], "float32",
                            *lhsExtent)) ||
      failed(checkAlongAxis(cx, "lhs_zero_point", operands[3], "int32",
                            *lhsExtent)) ||
      failed(checkAlongAxis(cx, "rhs_scale", operands[4], "float32",
                            *rhsExtent)) ||
      failed(checkAlongAxis(cx, "rhs_zero_point", operands[5], "int32",
                            *rhsExtent)) ||
      failed(checkScale(cx, "output_scale", operands[6])) ||
      failed(checkZeroPoint(cx, "output_zero_point", operands[7])))
    return failure();
  return inferBroadcast(cx, operands[0], operands[1]);
}

/// `operands`: data, its scale and zero point, those of the result.
static LogicalResult checkUnary(InferenceContext cx, ArrayRef<StringRef> dtypes,
                                ValueRange operands) {
  return failure(failed(checkElements(cx, "data", operands[0], dtypes)) ||
                 failed(checkScale(cx, "input scale", operands[1])) ||
                 failed(checkZeroPoint(cx, "input zero point", operands[2])) ||
                 failed(checkScale(cx, "output_scale", operands[3])) ||
                 failed(checkZeroPoint(cx, "output_zero_point", operands[4])));
}

LogicalResult inferQNNUnary(InferenceContext cx, ArrayRef<StringRef> dtypes,
                            ValueRange operands) {
  if (failed(checkUnary(cx, dtypes, operands)))
    return failure();
  return inferSameType(cx, operands[0]);
}

LogicalResult inferQNNSoftmax(InferenceContext cx, int64_t axis,
                              ValueRange operands) {
  if (failed(checkUnary(cx, {"int8"}, operands)))
    return failure();
  return inferAlongAxis(cx, operands[0], axis);
}

LogicalResult inferQNNAvgPool2D(InferenceContext cx, const PoolAttrs &attrs,
                                ValueRange operands) {
  if (failed(checkUnary(cx, {"int8", "uint8"}, operands)))
    return failure();
  return inferPool(cx, /*spatialRank=*/2, attrs, operands[0]);
}

LogicalResult inferQNNConcatenate(InferenceContext cx, int64_t axis,
                                  ValueRange operands) {
  // An importer has not made sure that the three lists are of one length.
  if (operands.size() < 5 || (operands.size() - 2) % 3 != 0)
    return cx.fail("has ", operands.size(),
                   " operands, expected as many scales and zero points as "
                   "tensors, and one of each for the result");
  size_t number = (operands.size() - 2) / 3;
  for (size_t i = 0; i < number; ++i)
    if (failed(checkScale(cx, "input_scales", operands[number + i])) ||
        failed(
            checkZeroPoint(cx, "input_zero_points", operands[2 * number + i])))
      return failure();
  if (failed(checkScale(cx, "output_scale", operands[3 * number])) ||
      failed(checkZeroPoint(cx, "output_zero_point", operands[3 * number + 1])))
    return failure();
  return inferConcatenate(cx, operands.take_front(number), axis);
}

} // namespace dsp::relay
