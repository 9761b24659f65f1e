//===- QuantizedNumbers.cpp - Numbers in patterns of qnn ------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "QuantizedNumbers.h"

#include "dsp/Dialect/Relay/IR/DType.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "dsp/Dialect/Relay/Transforms/ConstantData.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace dsp::relay {

std::optional<double> getNumber(Value value) {
  std::optional<ConstantView> view = ConstantView::get(value);
  if (!view || view->getNumElements() != 1)
    return std::nullopt;
  return view->getUniformValue();
}

std::optional<double> getUniform(Value value) {
  std::optional<ConstantView> view = ConstantView::get(value);
  return view ? view->getUniformValue() : std::nullopt;
}

std::optional<double> getScalar(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type && type.getRank() == 0 ? getNumber(value) : std::nullopt;
}

Value makeScale(OpBuilder &builder, Location loc, float scale) {
  auto type = RankedTensorType::get({}, builder.getF32Type());
  return ConstantOp::create(builder, loc, DenseElementsAttr::get(type, scale),
                            StringAttr());
}

Value makeZeroPoint(OpBuilder &builder, Location loc, int32_t zero) {
  auto type = RankedTensorType::get({}, builder.getI32Type());
  return ConstantOp::create(builder, loc, DenseElementsAttr::get(type, zero),
                            StringAttr());
}

std::optional<std::pair<double, double>> getRange(Type elementType) {
  auto type = dyn_cast<IntegerType>(elementType);
  if (!type || type.getWidth() == 1 || type.getWidth() > 32)
    return std::nullopt;
  unsigned width = type.getWidth();
  if (type.isUnsigned())
    return std::make_pair(0.0, static_cast<double>(llvm::maxUIntN(width)));
  return std::make_pair(static_cast<double>(llvm::minIntN(width)),
                        static_cast<double>(llvm::maxIntN(width)));
}

bool holds(Type elementType, double low, double high) {
  auto range = getRange(elementType);
  return range && low <= high && range->first <= low && high <= range->second;
}

Value makeClip(PatternRewriter &rewriter, Location loc, Value data, double low,
               double high) {
  return ClipOp::create(rewriter, loc, data.getType(), data,
                        rewriter.getF64FloatAttr(low),
                        rewriter.getF64FloatAttr(high));
}

bool isStored(Type elementType) {
  return elementType.isInteger(8) || elementType.isSignlessInteger(16);
}

bool isInteger(Value value, unsigned width) {
  return getElementTypeOrSelf(value).isSignlessInteger(width);
}

Value makeCast(PatternRewriter &rewriter, Location loc, Value value,
               Type elementType) {
  auto type = cast<RankedTensorType>(value.getType()).clone(elementType);
  return CastOp::create(rewriter, loc, type, value, dtypeName(elementType));
}

bool isAlongAxis(Value parameter, Value data, int64_t axis) {
  auto type = cast<RankedTensorType>(parameter.getType());
  int64_t rank = cast<RankedTensorType>(data.getType()).getRank();
  return type.getRank() == 0 ||
         (axis >= -rank && axis < rank && type.hasStaticShape());
}

Value broadcastAlongAxis(PatternRewriter &rewriter, Value parameter, Value data,
                         int64_t axis) {
  auto type = cast<RankedTensorType>(parameter.getType());
  int64_t rank = cast<RankedTensorType>(data.getType()).getRank();
  if (type.getRank() == 0)
    return parameter;
  SmallVector<int64_t> shape(axis < 0 ? -axis : rank - axis, 1);
  shape[0] = type.getDimSize(0);
  return ReshapeOp::create(rewriter, parameter.getLoc(), type.clone(shape),
                           parameter, shape);
}

} // namespace dsp::relay
