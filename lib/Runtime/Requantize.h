/*===- Requantize.h - From sums to quantised numbers ----------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * A scale of a sum is multiplier * 2^(shift - 31), with a multiplier of 31
 * bits. Sums wrap around where they overflow, as Relay's do: they are added up
 * as unsigned numbers and seen as signed ones at the end. Right shifts of
 * negative numbers round down, which C leaves to the compiler and all of them
 * do.
 */
#ifndef DSP_RUNTIME_REQUANTIZE_H
#define DSP_RUNTIME_REQUANTIZE_H

#include "Support.h"

/** The low 32 bits of a sum. */
static inline int32_t wrap_i32(int64_t x) { return (int32_t)(uint32_t)x; }

static inline int32_t clamp_i32(int32_t x, int32_t min, int32_t max) {
  x = x < min ? min : x;
  return x > max ? max : x;
}

/** x * multiplier * 2^left, with as many bits as there are. */
static inline int64_t multiply_shifted(int32_t x, int32_t multiplier,
                                       int32_t left) {
  return (int64_t)(((uint64_t)(int64_t)x << left) * (uint64_t)multiplier);
}

/** The nearest number, halves upwards. */
static inline int32_t scale_upward(int32_t x, int32_t multiplier,
                                   int32_t shift) {
  int32_t left = shift > 0 ? shift : 0;
  int32_t right = 31 + left - shift;
  uint64_t product = (uint64_t)multiply_shifted(x, multiplier, left);
  return wrap_i32((int64_t)(product + ((uint64_t)1 << (right - 1))) >> right);
}

/** The nearest number, halves away from zero. */
static inline int32_t scale_to_nearest(int32_t x, int32_t multiplier,
                                       int32_t shift) {
  int32_t left = shift > 0 ? shift : 0;
  int32_t right = 31 + left - shift;
  int64_t product = multiply_shifted(x, multiplier, left);
  uint64_t half = ((uint64_t)1 << (right - 1)) - (product < 0 ? 1 : 0);
  return wrap_i32((int64_t)((uint64_t)product + half) >> right);
}

/** The upper half of 2 * a * b, rounded to nearest; halves upwards. */
static inline int32_t doubling_high_product(int32_t a, int32_t b) {
  if (a == INT32_MIN && b == INT32_MIN)
    return INT32_MAX;
  int64_t product = (int64_t)a * b;
  int64_t nudge = product >= 0 ? (int64_t)1 << 30 : 1 - ((int64_t)1 << 30);
  return (int32_t)((product + nudge) / ((int64_t)1 << 31));
}

/** x / 2^exponent rounded to nearest, halves away from zero. */
static inline int32_t rounding_shift_right(int32_t x, int32_t exponent) {
  int32_t mask = (int32_t)(((int64_t)1 << exponent) - 1);
  int32_t threshold = (mask >> 1) + (x < 0 ? 1 : 0);
  return (x >> exponent) + ((x & mask) > threshold ? 1 : 0);
}

/** Rounded twice, as TensorFlow Lite's reference kernels do. */
static inline int32_t scale_tflite(int32_t x, int32_t multiplier,
                                   int32_t shift) {
  int32_t left = shift > 0 ? shift : 0;
  int32_t shifted = (int32_t)((uint32_t)x << left);
  return rounding_shift_right(doubling_high_product(shifted, multiplier),
                              left - shift);
}

/** The same of sums of 64 bits: with a multiplier of 15 bits, rounded once. */
static inline int32_t scale_tflite_wide(int64_t x, int32_t multiplier,
                                        int32_t shift) {
  int64_t reduced =
      multiplier < 0x7FFF0000 ? (multiplier + (1 << 15)) >> 16 : 0x7FFF;
  int32_t right = 15 - shift;
  return wrap_i32((x * reduced + ((int64_t)1 << (right - 1))) >> right);
}

static inline int32_t scale_by(portable_requantization rounding, int32_t x,
                               int32_t multiplier, int32_t shift) {
  if (rounding == PORTABLE_REQUANTIZE_UPWARD)
    return scale_upward(x, multiplier, shift);
  if (rounding == PORTABLE_REQUANTIZE_TONEAREST)
    return scale_to_nearest(x, multiplier, shift);
  return scale_tflite(x, multiplier, shift);
}

/** The quantised result of a channel's sum of 32 bits. */
static inline int32_t requantize(const portable_requantize_params *p,
                                 ptrdiff_t channel, int32_t sum) {
  ptrdiff_t i = p->per_channel ? channel : 0;
  int32_t scaled = scale_by(p->rounding, sum, p->multipliers[i], p->shifts[i]);
  return clamp_i32(wrap_i32((int64_t)scaled + p->zero_point), p->min, p->max);
}

/** The same of a sum of 64 bits, of which Relay takes the low 32. */
static inline int32_t requantize_wide(const portable_requantize_params *p,
                                      ptrdiff_t channel, int64_t sum) {
  if (p->rounding != PORTABLE_REQUANTIZE_TFLITE)
    return requantize(p, channel, wrap_i32(sum));
  ptrdiff_t i = p->per_channel ? channel : 0;
  int32_t scaled = scale_tflite_wide(sum, p->multipliers[i], p->shifts[i]);
  return clamp_i32(wrap_i32((int64_t)scaled + p->zero_point), p->min, p->max);
}

static inline bool is_valid_rounding(portable_requantization rounding) {
  return rounding == PORTABLE_REQUANTIZE_UPWARD ||
         rounding == PORTABLE_REQUANTIZE_TONEAREST ||
         rounding == PORTABLE_REQUANTIZE_TFLITE;
}

static inline bool is_valid_scale(int32_t multiplier, int32_t shift) {
  return multiplier >= 0 && shift >= -31 && shift <= 31;
}

/** Whether the parameters, for this many channels, are as their comments ask.
 */
static inline bool is_valid_requantize(const portable_requantize_params *p,
                                       ptrdiff_t channels) {
  if (!p || !p->multipliers || !p->shifts || p->min > p->max ||
      !is_valid_rounding(p->rounding))
    return false;
  ptrdiff_t count = p->per_channel ? channels : 1;
  for (ptrdiff_t i = 0; i < count; ++i)
    if (!is_valid_scale(p->multipliers[i], p->shifts[i]))
      return false;
  return true;
}

#endif /* DSP_RUNTIME_REQUANTIZE_H */
