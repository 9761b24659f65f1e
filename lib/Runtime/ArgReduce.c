/*===- ArgReduce.c - Where the largest and the smallest elements are ------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

#include <float.h>

/** Relay's reductions start from the type's last number and from no place: an
 *  element takes over unless the best one so far `beats` it, or is equal and
 * the first one is asked for. So a NaN takes over, and what follows it. */
#define ARG_REDUCTION(operation, in_suffix, in_type, out_suffix, out_type,     \
                      beats, initial)                                          \
  portable_status portable_##operation##_##in_suffix##_##out_suffix(           \
      int32_t outer, int32_t axis, int32_t inner, int32_t select_last_index,   \
      const in_type *restrict input, out_type *restrict output) {              \
    PORTABLE_REQUIRE(input && output && outer > 0 && axis > 0 && inner > 0);   \
    ptrdiff_t step = inner;                                                    \
    for (ptrdiff_t o = 0; o < outer; ++o, input += axis * step)                \
      for (ptrdiff_t i = 0; i < inner; ++i) {                                  \
        in_type best = initial;                                                \
        int32_t place = -1;                                                    \
        for (int32_t a = 0; a < axis; ++a) {                                   \
          const in_type x = input[a * step + i];                               \
          if (!(best beats x || (best == x && !select_last_index))) {          \
            best = x;                                                          \
            place = a;                                                         \
          }                                                                    \
        }                                                                      \
        *output++ = place;                                                     \
      }                                                                        \
    return PORTABLE_OK;                                                        \
  }

#define ARG_REDUCTIONS(suffix, type, least, greatest)                          \
  ARG_REDUCTION(argmax, suffix, type, i32, int32_t, >, least)                  \
  ARG_REDUCTION(argmax, suffix, type, i64, int64_t, >, least)                  \
  ARG_REDUCTION(argmin, suffix, type, i32, int32_t, <, greatest)               \
  ARG_REDUCTION(argmin, suffix, type, i64, int64_t, <, greatest)

ARG_REDUCTIONS(f32, float, -FLT_MAX, FLT_MAX)
ARG_REDUCTIONS(i8, int8_t, INT8_MIN, INT8_MAX)
ARG_REDUCTIONS(u8, uint8_t, 0, UINT8_MAX)
ARG_REDUCTIONS(i16, int16_t, INT16_MIN, INT16_MAX)
ARG_REDUCTIONS(i32, int32_t, INT32_MIN, INT32_MAX)
ARG_REDUCTIONS(i64, int64_t, INT64_MIN, INT64_MAX)
