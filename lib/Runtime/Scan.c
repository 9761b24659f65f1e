/*===- Scan.c - Running sums and products ---------------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

/** `expression` combines the total a of the elements before with x. */
#define SCAN(operation, suffix, type, initial, expression)                     \
  portable_status portable_##operation##_##suffix(                             \
      int32_t outer, int32_t axis, int32_t inner, int32_t exclusive,           \
      const type *input, type *output) {                                       \
    PORTABLE_REQUIRE(input && output && outer > 0 && axis > 0 && inner > 0);   \
    ptrdiff_t step = inner;                                                    \
    for (ptrdiff_t o = 0; o < outer; ++o)                                      \
      for (ptrdiff_t i = 0; i < inner; ++i) {                                  \
        ptrdiff_t start = o * axis * step + i;                                 \
        type a = initial;                                                      \
        for (ptrdiff_t k = start; k < start + axis * step; k += step) {        \
          const type x = input[k];                                             \
          const type total = (type)(expression);                               \
          output[k] = exclusive ? a : total;                                   \
          a = total;                                                           \
        }                                                                      \
      }                                                                        \
    return PORTABLE_OK;                                                        \
  }

SCAN(cumsum, f32, float, 0.0F, a + x)
SCAN(cumprod, f32, float, 1.0F, a *x)

/* Integers wrap around, as Relay's do. */
#define INTEGER_SCANS(suffix, type, unsigned_type)                             \
  SCAN(cumsum, suffix, type, 0, (unsigned_type)a + (unsigned_type)x)           \
  SCAN(cumprod, suffix, type, 1, (unsigned_type)a *(unsigned_type)x)

INTEGER_SCANS(i8, int8_t, uint32_t)
INTEGER_SCANS(u8, uint8_t, uint32_t)
INTEGER_SCANS(i16, int16_t, uint32_t)
INTEGER_SCANS(i32, int32_t, uint32_t)
INTEGER_SCANS(i64, int64_t, uint64_t)
