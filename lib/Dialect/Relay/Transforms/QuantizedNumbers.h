//===- QuantizedNumbers.h - Numbers in patterns of qnn ----------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_DIALECT_RELAY_TRANSFORMS_QUANTIZEDNUMBERS_H
#define DSP_LIB_DIALECT_RELAY_TRANSFORMS_QUANTIZEDNUMBERS_H

#include "mlir/IR/PatternMatch.h"
#include <optional>
#include <utility>

namespace dsp::relay {

/// The number that the constant `value` holds, in one element.
std::optional<double> getNumber(mlir::Value value);
/// The number that all elements of the constant `value` are.
std::optional<double> getUniform(mlir::Value value);
/// The number of a scalar: whatever the shape of the other operand, that is
/// what a broadcast with it has.
std::optional<double> getScalar(mlir::Value value);
mlir::Value makeScale(mlir::OpBuilder &builder, mlir::Location loc,
                      float scale);
mlir::Value makeZeroPoint(mlir::OpBuilder &builder, mlir::Location loc,
                          int32_t zero = 0);
/// The least and the greatest number of an integer type whose numbers all are
/// doubles.
std::optional<std::pair<double, double>> getRange(mlir::Type elementType);
/// Whether all of [low, high] is in the integer type.
bool holds(mlir::Type elementType, double low, double high);
mlir::Value makeClip(mlir::PatternRewriter &rewriter, mlir::Location loc,
                     mlir::Value data, double low, double high);
/// The element types of 8 and 16 bits that qnn's ops give.
bool isStored(mlir::Type elementType);
bool isInteger(mlir::Value value, unsigned width);
mlir::Value makeCast(mlir::PatternRewriter &rewriter, mlir::Location loc,
                     mlir::Value value, mlir::Type elementType);

/// Whether `parameter`, a number or a vector along `axis`, can be broadcast to
/// the shape of `data`.
bool isAlongAxis(mlir::Value parameter, mlir::Value data, int64_t axis);
/// It, in a shape that is.
mlir::Value broadcastAlongAxis(mlir::PatternRewriter &rewriter,
                               mlir::Value parameter, mlir::Value data,
                               int64_t axis);

} // namespace dsp::relay

#endif // DSP_LIB_DIALECT_RELAY_TRANSFORMS_QUANTIZEDNUMBERS_H
