//===- FixedPoint.cpp - Scales as integers --------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Support/FixedPoint.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dsp {

FixedPoint getFixedPoint(double factor) {
  if (factor == 0)
    return {0, 0};
  int exponent;
  int64_t significand = std::llround(
      std::ldexp(std::frexp(factor, &exponent), 31)); // halves away from zero
  if (significand == int64_t(1) << 31) {
    significand /= 2;
    ++exponent;
  }
  return {static_cast<int32_t>(significand), exponent};
}

FixedPoint getFixedPointOfTFLite(double factor) {
  FixedPoint number = getFixedPoint(factor);
  // All bits would be shifted out.
  return number.shift < -31 ? FixedPoint{0, 0} : number;
}

/// The low 32 bits.
static int32_t wrap(int64_t x) {
  return static_cast<int32_t>(static_cast<uint32_t>(x));
}

/// (x + 2^(bits - 1) - less) / 2^bits, rounded down. Sums wrap around; nothing
/// is left of a number that is shifted out.
static int64_t roundingShiftRight(int64_t x, int32_t bits, uint64_t less = 0) {
  if (bits > 63)
    return 0;
  return static_cast<int64_t>(static_cast<uint64_t>(x) +
                              (uint64_t(1) << (bits - 1)) - less) >>
         bits;
}

/// The exact x * 2^left * multiplier, or its low 64 bits.
static int64_t multiplyShifted(int32_t x, FixedPoint factor) {
  uint64_t shifted = static_cast<uint64_t>(int64_t(x))
                     << std::min(factor.getLeftShift(), 63);
  return static_cast<int64_t>(shifted *
                              static_cast<uint64_t>(factor.multiplier));
}

/// The upper half of 2 * a * b, rounded to nearest: halves up where the product
/// is not negative, else towards zero.
static int32_t doublingHighProduct(int32_t a, int32_t b) {
  constexpr int32_t least = std::numeric_limits<int32_t>::min();
  if (a == least && b == least)
    return std::numeric_limits<int32_t>::max();
  int64_t product = int64_t(a) * b;
  int64_t nudge = product >= 0 ? int64_t(1) << 30 : 1 - (int64_t(1) << 30);
  return static_cast<int32_t>((product + nudge) / (int64_t(1) << 31));
}

static int32_t multiplyTwiceRounded(int32_t x, FixedPoint factor) {
  int32_t shifted =
      wrap(static_cast<int64_t>(static_cast<uint64_t>(int64_t(x))
                                << std::min(factor.getLeftShift(), 63)));
  int32_t high = doublingHighProduct(shifted, factor.multiplier);
  int32_t right = factor.getRightShift();
  if (right == 0)
    return high;
  // Halves away from zero.
  return wrap(roundingShiftRight(high, right, high < 0 ? 1 : 0));
}

int32_t multiply(int32_t x, FixedPoint factor, FixedPointRounding rounding) {
  switch (rounding) {
  case FixedPointRounding::Upward:
    return wrap(roundingShiftRight(multiplyShifted(x, factor),
                                   31 + factor.getRightShift()));
  case FixedPointRounding::ToNearest: {
    int64_t product = multiplyShifted(x, factor);
    return wrap(roundingShiftRight(product, 31 + factor.getRightShift(),
                                   product < 0 ? 1 : 0));
  }
  case FixedPointRounding::TFLite:
    return multiplyTwiceRounded(x, factor);
  case FixedPointRounding::TFLiteSingle:
    // It has no shifts beyond 30: the number is as great as can be.
    if (factor.shift > 30)
      factor = {std::numeric_limits<int32_t>::max(), 30};
    return wrap(
        roundingShiftRight(int64_t(x) * factor.multiplier, 31 - factor.shift));
  }
  return 0;
}

int32_t multiplyWideOfTFLite(int64_t x, FixedPoint factor) {
  int32_t reduced = factor.multiplier < 0x7fff0000
                        ? (factor.multiplier + (1 << 15)) >> 16
                        : 0x7fff;
  uint64_t product = static_cast<uint64_t>(x) * static_cast<uint64_t>(reduced);
  // Greater shifts are beyond what it defines.
  return wrap(roundingShiftRight(static_cast<int64_t>(product),
                                 15 - std::min(factor.shift, 14)));
}

} // namespace dsp
