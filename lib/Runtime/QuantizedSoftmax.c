/*===- QuantizedSoftmax.c - Softmax of quantised numbers ------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Requantize.h"

#include <math.h>

/*
 * Relay writes softmax between dequantize and quantize. The floats in between
 * are not kept: what one pass has computed, the next one computes again.
 */
#define SOFTMAX(suffix, type, lowest, highest)                                 \
  portable_status portable_softmax_##suffix(                                   \
      int32_t outer, int32_t axis, int32_t inner, float input_scale,           \
      int32_t input_zero_point, float inverse_output_scale,                    \
      int32_t output_zero_point, const type *input, type *output) {            \
    PORTABLE_REQUIRE(input && output && outer > 0 && axis > 0 && inner > 0);   \
    PORTABLE_REQUIRE(input_scale > 0 && inverse_output_scale > 0);             \
    ptrdiff_t step = inner;                                                    \
    for (ptrdiff_t o = 0; o < outer; ++o)                                      \
      for (ptrdiff_t i = 0; i < inner; ++i) {                                  \
        const type *x = input + o * axis * step + i;                           \
        type *y = output + o * axis * step + i;                                \
        int32_t largest = x[0];                                                \
        for (ptrdiff_t a = 1; a < axis; ++a)                                   \
          largest = x[a * step] > largest ? x[a * step] : largest;             \
        float max = (float)(largest - input_zero_point) * input_scale;         \
        float sum = 0.0F;                                                      \
        for (ptrdiff_t a = 0; a < axis; ++a)                                   \
          sum += expf((float)(x[a * step] - input_zero_point) * input_scale -  \
                      max);                                                    \
        for (ptrdiff_t a = 0; a < axis; ++a) {                                 \
          float power = expf(                                                  \
              (float)(x[a * step] - input_zero_point) * input_scale - max);    \
          float rounded = roundf(power / sum * inverse_output_scale) +         \
                          (float)output_zero_point;                            \
          y[a * step] = (type)clamp(rounded, lowest, highest);                 \
        }                                                                      \
      }                                                                        \
    return PORTABLE_OK;                                                        \
  }

SOFTMAX(s8, int8_t, -128.0F, 127.0F)
SOFTMAX(u8, uint8_t, 0.0F, 255.0F)
SOFTMAX(s16, int16_t, -32768.0F, 32767.0F)

/*
 * TensorFlow Lite computes in fixed point. A number of type q<n> is a fraction
 * with n integer bits: an int32_t over 2^(31 - n). Products are
 * doubling_high_product and have the integer bits of both factors.
 */

static inline int32_t saturate_i32(int64_t x) {
  if (x > INT32_MAX)
    return INT32_MAX;
  return x < INT32_MIN ? INT32_MIN : (int32_t)x;
}

/** exp(x) for a q<0> between -1/4 and 0: a Taylor series about -1/8. */
static int32_t exp_near_zero(int32_t x) {
  const int32_t exp_of_minus_eighth = 1895147668, third = 715827883;
  int32_t d = x + (1 << 28);
  int32_t d2 = doubling_high_product(d, d);
  int32_t d3 = doubling_high_product(d2, d);
  int32_t d4 = doubling_high_product(d2, d2);
  int32_t d4_over_4 = rounding_shift_right(d4, 2);
  int32_t high_terms = rounding_shift_right(
      doubling_high_product(d4_over_4 + d3, third) + d2, 1);
  return exp_of_minus_eighth +
         doubling_high_product(exp_of_minus_eighth, d + high_terms);
}

/** exp(x) as a q<0> of a q<5> that is not positive. */
static int32_t exp_of_negative(int32_t x) {
  /* exp(-2^(i - 2)) as q<0>. */
  static const int32_t powers[] = {1672461947, 1302514674, 790015084, 290630308,
                                   39332535,   720401,     242};
  if (x == 0)
    return INT32_MAX;
  const int32_t quarter = 1 << 24;
  int32_t rest = (int32_t)((uint32_t)x & (uint32_t)(quarter - 1)) - quarter;
  int32_t result = exp_near_zero(saturate_i32((int64_t)rest * 32));
  int32_t quarters = rest - x;
  for (int i = 0; i < 7; ++i)
    if (quarters & (quarter << i))
      result = doubling_high_product(result, powers[i]);
  return result;
}

/** 1 / (1 + x) of q<0> numbers, x from 0 to 1: three steps of Newton's method.
 */
static int32_t reciprocal_of_one_plus(int32_t x) {
  const int32_t q2_48_over_17 = 1515870810, q2_minus_32_over_17 = -1010580540;
  const int32_t q2_one = 1 << 29;
  int32_t half = (int32_t)(((int64_t)x + INT32_MAX + 1) / 2);
  int32_t y = q2_48_over_17 + doubling_high_product(half, q2_minus_32_over_17);
  for (int i = 0; i < 3; ++i) {
    int32_t error = q2_one - doubling_high_product(half, y);
    y += saturate_i32((int64_t)doubling_high_product(y, error) * 4);
  }
  return saturate_i32((int64_t)y * 2);
}

static int32_t count_leading_zeros(uint32_t x) {
  int32_t count = 0;
  for (; count < 32 && !(x >> 31); ++count)
    x <<= 1;
  return count;
}

/** How differences from a row's maximum are scaled, and from which on they
 * count. */
struct differences {
  int32_t multiplier, left_shift, min;
};

/** exp of a difference that counts. */
static int32_t exp_of_difference(int32_t difference, struct differences d) {
  int32_t shifted = (int32_t)((uint32_t)difference << d.left_shift);
  return exp_of_negative(doubling_high_product(shifted, d.multiplier));
}

/** A row's maximum, and 1 / its sum as a q<zeros>. */
struct row {
  int32_t max, reciprocal, zeros;
};

/** Integer bits of a sum. */
enum { SUM_INTEGER_BITS = 12 };

static struct row read_row(const int8_t *x, int32_t size,
                           struct differences d) {
  int32_t max = x[0];
  for (ptrdiff_t i = 1; i < size; ++i)
    max = x[i] > max ? x[i] : max;
  int32_t sum = 0;
  for (ptrdiff_t i = 0; i < size; ++i)
    if (x[i] - max >= d.min)
      sum += rounding_shift_right(exp_of_difference(x[i] - max, d),
                                  SUM_INTEGER_BITS);
  int32_t zeros = count_leading_zeros((uint32_t)sum);
  int32_t above_one = (int32_t)(((uint32_t)sum << zeros) - ((uint32_t)1 << 31));
  return (struct row){max, reciprocal_of_one_plus(above_one), zeros};
}

/** The share of an element in its row, in units of 2^-bits. */
static int32_t share_of(int32_t x, struct row row, struct differences d,
                        int32_t bits) {
  if (x - row.max < d.min)
    return 0;
  return rounding_shift_right(
      doubling_high_product(row.reciprocal, exp_of_difference(x - row.max, d)),
      SUM_INTEGER_BITS - row.zeros + 31 - bits);
}

#define SOFTMAX_TFLITE(name, type, bits, lowest, highest)                      \
  portable_status portable_##name(                                             \
      int32_t rows, int32_t row_size, int32_t multiplier, int32_t left_shift,  \
      int32_t difference_min, const int8_t *input, type *output) {             \
    PORTABLE_REQUIRE(input && output && rows > 0 && row_size > 0);             \
    PORTABLE_REQUIRE(multiplier >= 0 && left_shift >= 0 && left_shift <= 31 && \
                     difference_min <= 0);                                     \
    const struct differences d = {multiplier, left_shift, difference_min};     \
    for (ptrdiff_t r = 0; r < rows; ++r) {                                     \
      const int8_t *x = input + r * row_size;                                  \
      type *y = output + r * row_size;                                         \
      struct row row = read_row(x, row_size, d);                               \
      for (ptrdiff_t i = 0; i < row_size; ++i)                                 \
        y[i] = (type)clamp_i32((lowest) + share_of(x[i], row, d, bits),        \
                               lowest, highest);                               \
    }                                                                          \
    return PORTABLE_OK;                                                        \
  }

SOFTMAX_TFLITE(softmax_tflite_s8, int8_t, 8, INT8_MIN, INT8_MAX)
SOFTMAX_TFLITE(softmax_tflite_s8_to_s16, int16_t, 16, INT16_MIN, INT16_MAX)
