//===- FixedPoint.h - Scales as integers ------------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Quantised models multiply sums by quotients of scales without floating
// point. What number a quotient becomes, and how the product is rounded, is
// decided here alone, to the bit: for folded constants and for the numbers that
// kernels are given. lib/Runtime/Requantize.h computes the same at run time.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_SUPPORT_FIXEDPOINT_H
#define DSP_SUPPORT_FIXEDPOINT_H

#include <cstdint>

namespace dsp {

/// multiplier * 2^(shift - 31). The multiplier is 0, or at least 2^30.
struct FixedPoint {
  int32_t multiplier;
  int32_t shift;

  bool operator==(const FixedPoint &other) const {
    return multiplier == other.multiplier && shift == other.shift;
  }
  int32_t getLeftShift() const { return shift > 0 ? shift : 0; }
  int32_t getRightShift() const { return shift > 0 ? 0 : -shift; }
};

/// The number nearest to `factor`, which is finite and not negative, as TVM
/// finds it.
FixedPoint getFixedPoint(double factor);

/// The same as TensorFlow Lite finds it: too small a factor is 0.
FixedPoint getFixedPointOfTFLite(double factor);

/// How a product with a fixed-point number is rounded.
enum class FixedPointRounding : uint8_t {
  /// Halves up: TVM's `fixed_point_multiply`, and its default.
  Upward,
  /// Halves away from zero: TVM's TONEAREST.
  ToNearest,
  /// Twice, first to 32 bits and then to what the shift leaves, as
  /// TensorFlow Lite's reference kernels and CMSIS-NN do.
  TFLite,
  /// Once, halves up, as TensorFlow Lite and CMSIS-NN do if they are built for
  /// that.
  TFLiteSingle,
};

/// x * factor. The result's low 32 bits if it has more.
int32_t multiply(int32_t x, FixedPoint factor, FixedPointRounding rounding);

/// x * factor of a sum of 64 bits, for which TensorFlow Lite takes 15 bits of
/// the multiplier and rounds once, halves up. (TVM takes the sum's low 32 bits
/// instead.)
int32_t multiplyWideOfTFLite(int64_t x, FixedPoint factor);

} // namespace dsp

#endif // DSP_SUPPORT_FIXEDPOINT_H
