/*===- Unary.c - Functions of one tensor, element by element --------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

#include <math.h>

/** A kernel that computes `expression` of each element x. `independent` is
 *  PORTABLE_INDEPENDENT if the expression can be vectorised: compilers warn
 * where that is asked for in vain. */
#define UNARY_KERNEL(operation, suffix, in_type, out_type, independent,        \
                     expression)                                               \
  portable_status portable_##operation##_##suffix(                             \
      const in_type *input, int32_t n, out_type *output) {                     \
    PORTABLE_REQUIRE(input && output && n > 0);                                \
    independent for (ptrdiff_t i = 0; i < n; ++i) {                            \
      const in_type x = input[i];                                              \
      output[i] = (out_type)(expression);                                      \
    }                                                                          \
    return PORTABLE_OK;                                                        \
  }
#define UNARY(operation, suffix, in_type, out_type, expression)                \
  UNARY_KERNEL(operation, suffix, in_type, out_type, PORTABLE_INDEPENDENT,     \
               expression)
/** A function of the C library. */
#define LIBRARY_FUNCTION(operation, function)                                  \
  UNARY_KERNEL(operation, f32, float, float, , function(x))

static inline float tanh_f32(float x) {
  const float e = expf(-2.0F * fabsf(x));
  return copysignf((1.0F - e) / (1.0F + e), x);
}

/* The hyperbolic functions and the tangent are TVM's, to the bit. */
UNARY(abs, f32, float, float, fabsf(x))
UNARY(negative, f32, float, float, -x)
LIBRARY_FUNCTION(acos, acosf)
LIBRARY_FUNCTION(acosh, acoshf)
LIBRARY_FUNCTION(asin, asinf)
LIBRARY_FUNCTION(asinh, asinhf)
LIBRARY_FUNCTION(atan, atanf)
LIBRARY_FUNCTION(atanh, atanhf)
LIBRARY_FUNCTION(ceil, ceilf)
LIBRARY_FUNCTION(cos, cosf)
UNARY_KERNEL(cosh, f32, float, float, , (expf(x) + expf(-x)) * 0.5F)
LIBRARY_FUNCTION(erf, erff)
LIBRARY_FUNCTION(exp, expf)
LIBRARY_FUNCTION(floor, floorf)
LIBRARY_FUNCTION(log, logf)
LIBRARY_FUNCTION(log2, log2f)
LIBRARY_FUNCTION(log10, log10f)
LIBRARY_FUNCTION(round, roundf)
UNARY(rsqrt, f32, float, float, 1.0F / sqrtf(x))
UNARY_KERNEL(sigmoid, f32, float, float, , 1.0F / (1.0F + expf(-x)))
UNARY(sign, f32, float, float, x > 0.0F ? 1.0F : x < 0.0F ? -1.0F : 0.0F)
LIBRARY_FUNCTION(sin, sinf)
UNARY_KERNEL(sinh, f32, float, float, , (expf(x) - expf(-x)) * 0.5F)
UNARY(sqrt, f32, float, float, sqrtf(x))
UNARY_KERNEL(tan, f32, float, float, , sinf(x) / cosf(x))
UNARY_KERNEL(tanh, f32, float, float, , tanh_f32(x))
LIBRARY_FUNCTION(trunc, truncf)

/* Unsigned, where the least integer wraps around to itself. */
#define INTEGER_SIGNS(suffix, type, unsigned_type)                             \
  UNARY(negative, suffix, type, type, 0U - (unsigned_type)x)                   \
  UNARY(abs, suffix, type, type,                                               \
        x < 0 ? 0U - (unsigned_type)x : (unsigned_type)x)                      \
  UNARY(sign, suffix, type, type, (x > 0) - (x < 0))

INTEGER_SIGNS(i8, int8_t, uint32_t)
INTEGER_SIGNS(i16, int16_t, uint32_t)
INTEGER_SIGNS(i32, int32_t, uint32_t)
INTEGER_SIGNS(i64, int64_t, uint64_t)
UNARY(negative, u8, uint8_t, uint8_t, 0U - x)

UNARY(isnan, f32, float, uint8_t, isnan(x) != 0)
UNARY(isinf, f32, float, uint8_t, isinf(x) != 0)
UNARY(isfinite, f32, float, uint8_t, isfinite(x) != 0)

portable_status portable_logical_not_bool(const uint8_t *input, int32_t n,
                                          uint8_t *output) {
  PORTABLE_REQUIRE(input && output && n > 0);
  PORTABLE_INDEPENDENT
  for (ptrdiff_t i = 0; i < n; ++i)
    output[i] = input[i] == 0;
  return PORTABLE_OK;
}
