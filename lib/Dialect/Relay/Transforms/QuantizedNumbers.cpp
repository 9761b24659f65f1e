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

/// The number that the constant `value` holds, in one element.
std::optional<double> getNumber(Value value) {
  std::optional<ConstantView> view = ConstantView::get(value);
  if (!view || view->getNumElements() != 1)
    return std::nullopt;
  return view->getUniformValue();
}

/// The number that all elements of the constant `value` are.
std::optional<double> getUniform(Value value) {
  std::optional<ConstantView> view = ConstantView::get(value);
  return view ? view->getUniformValue() : std::nullopt;
}

/// The number of a scalar: whatever the shape of the other operand, that is
/// what a broadcast with it has.
std::optional<double> getScalar(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type && type.getRank() == 0 ? getNumber(value) : std::nullopt;
}

Value makeScale(PatternRewriter &rewriter, Location loc, float scale) {
  auto type = RankedTensorType::get({}, rewriter.getF32Type());
  return ConstantOp::create(rewriter, loc, DenseElementsAttr::get(type, scale),
                            StringAttr());
}

Value makeZeroPoint(PatternRewriter &rewriter, Location loc, int32_t zero) {
  auto type = RankedTensorType::get({}, rewriter.getI32Type());
  return ConstantOp::create(rewriter, loc, DenseElementsAttr::get(type, zero),
                            StringAttr());
}

/// The least and the greatest number of an integer type whose numbers all are
/// doubles.
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

/// Whether all of [low, high] is in the integer type.
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

/// The element types of 8 and 16 bits that qnn's ops give.
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

} // namespace dsp::relay
