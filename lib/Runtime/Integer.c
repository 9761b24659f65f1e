/*===- Integer.c - Functions of integers, element by element --------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Requantize.h"

#define CLIP(suffix, type, bound_type)                                         \
  portable_status portable_clip_##suffix(const type *input, bound_type min,    \
                                         bound_type max, int32_t n,            \
                                         type *output) {                       \
    PORTABLE_REQUIRE(input && output && n > 0);                                \
    for (ptrdiff_t i = 0; i < n; ++i) {                                        \
      type x = input[i] < max ? input[i] : (type)max;                          \
      output[i] = x > min ? x : (type)min;                                     \
    }                                                                          \
    return PORTABLE_OK;                                                        \
  }

CLIP(i8, int8_t, int32_t)
CLIP(u8, uint8_t, int32_t)
CLIP(i16, int16_t, int32_t)
CLIP(i32, int32_t, int32_t)
CLIP(i64, int64_t, int64_t)

/* `expression` of an element x and the number of its channel, p. */
#define BY_CHANNEL(operation, suffix, type, parameter, expression)             \
  portable_status portable_##operation##_##suffix(                             \
      int32_t outer, int32_t channels, int32_t inner, const type *input,       \
      const type *parameter, type *output) {                                   \
    PORTABLE_REQUIRE(input && parameter && output);                            \
    PORTABLE_REQUIRE(outer > 0 && channels > 0 && inner > 0);                  \
    ptrdiff_t i = 0;                                                           \
    for (ptrdiff_t o = 0; o < outer; ++o)                                      \
      for (ptrdiff_t c = 0; c < channels; ++c)                                 \
        for (ptrdiff_t k = 0; k < inner; ++k, ++i) {                           \
          const type x = input[i], p = parameter[c];                           \
          output[i] = (type)(expression);                                      \
        }                                                                      \
    return PORTABLE_OK;                                                        \
  }

/* Sums and products wrap around, as Relay's do. */
#define BIAS_ADD(suffix, type, wide)                                           \
  BY_CHANNEL(bias_add, suffix, type, bias, (wide)x + (wide)p)
#define PRELU(suffix, type, wide)                                              \
  BY_CHANNEL(prelu, suffix, type, alpha, x > 0 ? (wide)x : (wide)x * (wide)p)

BIAS_ADD(i32, int32_t, uint32_t)
BIAS_ADD(i64, int64_t, uint64_t)
PRELU(i8, int8_t, uint32_t)
PRELU(u8, uint8_t, uint32_t)
PRELU(i16, int16_t, uint32_t)
PRELU(i32, int32_t, uint32_t)
PRELU(i64, int64_t, uint64_t)

#define FIXED_POINT_MULTIPLY(suffix, type)                                     \
  portable_status portable_fixed_point_multiply_##suffix(                      \
      const type *input, int32_t multiplier, int32_t shift, int32_t n,         \
      type *output) {                                                          \
    PORTABLE_REQUIRE(input && output && n > 0);                                \
    PORTABLE_REQUIRE(is_valid_scale(multiplier, shift));                       \
    for (ptrdiff_t i = 0; i < n; ++i)                                          \
      output[i] = scale_upward(wrap_i32(input[i]), multiplier, shift);         \
    return PORTABLE_OK;                                                        \
  }

FIXED_POINT_MULTIPLY(i32, int32_t)
FIXED_POINT_MULTIPLY(i64, int64_t)

portable_status portable_fixed_point_multiply_per_axis_i32(
    int32_t outer, int32_t channels, int32_t inner, int32_t shifts_left,
    const int32_t *input, const int32_t *multipliers,
    const int32_t *left_shifts, const int32_t *right_shifts, int32_t *output) {
  PORTABLE_REQUIRE(input && multipliers && left_shifts && right_shifts &&
                   output);
  PORTABLE_REQUIRE(outer > 0 && channels > 0 && inner > 0);
  for (ptrdiff_t c = 0; c < channels; ++c)
    PORTABLE_REQUIRE(left_shifts[c] >= 0 && left_shifts[c] <= 31 &&
                     right_shifts[c] >= 0 && right_shifts[c] <= 31);
  ptrdiff_t i = 0;
  for (ptrdiff_t o = 0; o < outer; ++o)
    for (ptrdiff_t c = 0; c < channels; ++c) {
      int32_t left = shifts_left ? left_shifts[c] : 0;
      int32_t right = 31 + right_shifts[c];
      uint64_t half = (uint64_t)1 << (right - 1);
      for (ptrdiff_t k = 0; k < inner; ++k, ++i) {
        uint64_t product =
            (uint64_t)multiply_shifted(input[i], multipliers[c], left);
        output[i] = wrap_i32((int64_t)(product + half) >> right);
      }
    }
  return PORTABLE_OK;
}
