/*===- Cast.c - Conversions between element types -------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

#define CAST(from, from_type, to, to_type, expression)                         \
  portable_status portable_cast_##from##_to_##to(const from_type *input,       \
                                                 int32_t n, to_type *output) { \
    PORTABLE_REQUIRE(input && output && n > 0);                                \
    for (ptrdiff_t i = 0; i < n; ++i) {                                        \
      const from_type x = input[i];                                            \
      output[i] = (to_type)(expression);                                       \
    }                                                                          \
    return PORTABLE_OK;                                                        \
  }

/** Every conversion from a number `from`. `to_int` makes an integer of x that
 *  fits into to_type, `truth` tells whether it is true. */
#define CASTS(from, from_type, to_int, truth)                                  \
  CAST(from, from_type, f32, float, x)                                         \
  CAST(from, from_type, f64, double, x)                                        \
  CAST(from, from_type, i8, int8_t, to_int(x, INT8_MIN, INT8_MAX))             \
  CAST(from, from_type, u8, uint8_t, to_int(x, 0, UINT8_MAX))                  \
  CAST(from, from_type, i16, int16_t, to_int(x, INT16_MIN, INT16_MAX))         \
  CAST(from, from_type, i32, int32_t, to_int(x, INT32_MIN, INT32_MAX))         \
  CAST(from, from_type, i64, int64_t, to_int(x, INT64_MIN, INT64_MAX))         \
  CAST(from, from_type, bool, uint8_t, truth)

/** Floats saturate. The least integer is a power of two and therefore exact as
 * a float; the greatest may be rounded up, to the first number that is too
 *  large. */
static inline int64_t saturate(double x, int64_t min, int64_t max) {
  if (x <= (double)min)
    return min;
  if (x >= (double)max)
    return max;
  return x < 0 || x > 0 ? (int64_t)x : 0;
}
#define SATURATE(x, min, max) saturate((double)(x), min, max)

/** Integers keep their low bits. */
#define WRAP(x, min, max) (x)

CASTS(f32, float, SATURATE, x < 0 || x > 0)
CASTS(f64, double, SATURATE, x < 0 || x > 0)
CASTS(i8, int8_t, WRAP, x != 0)
CASTS(u8, uint8_t, WRAP, x != 0)
CASTS(i16, int16_t, WRAP, x != 0)
CASTS(i32, int32_t, WRAP, x != 0)
CASTS(i64, int64_t, WRAP, x != 0)

CAST(bool, uint8_t, f32, float, x != 0)
CAST(bool, uint8_t, f64, double, x != 0)
CAST(bool, uint8_t, i8, int8_t, x != 0)
CAST(bool, uint8_t, u8, uint8_t, x != 0)
CAST(bool, uint8_t, i16, int16_t, x != 0)
CAST(bool, uint8_t, i32, int32_t, x != 0)
CAST(bool, uint8_t, i64, int64_t, x != 0)
