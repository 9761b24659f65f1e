/*===- ArgReduce.c - Where the largest and the smallest elements are ------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

/** `beats` compares an element x with the best one so far. */
#define ARG_REDUCTION(operation, in_suffix, in_type, out_suffix, out_type,     \
                      beats)                                                   \
  portable_status portable_##operation##_##in_suffix##_##out_suffix(           \
      int32_t outer, int32_t axis, int32_t inner, int32_t select_last_index,   \
      const in_type *restrict input, out_type *restrict output) {              \
    PORTABLE_REQUIRE(input && output && outer > 0 && axis > 0 && inner > 0);   \
    ptrdiff_t step = inner;                                                    \
    for (ptrdiff_t o = 0; o < outer; ++o, input += axis * step)                \
      for (ptrdiff_t i = 0; i < inner; ++i) {                                  \
        in_type best = input[i];                                               \
        int32_t place = 0;                                                     \
        for (int32_t a = 1; a < axis; ++a) {                                   \
          const in_type x = input[a * step + i];                               \
          if (x beats best || (select_last_index && !(best beats x))) {        \
            best = x;                                                          \
            place = a;                                                         \
          }                                                                    \
        }                                                                      \
        *output++ = place;                                                     \
      }                                                                        \
    return PORTABLE_OK;                                                        \
  }

ARG_REDUCTION(argmax, f32, float, i32, int32_t, >)
ARG_REDUCTION(argmax, f32, float, i64, int64_t, >)
ARG_REDUCTION(argmin, f32, float, i32, int32_t, <)
ARG_REDUCTION(argmin, f32, float, i64, int64_t, <)

/** Relay's reductions of integers start from the type's end and from no place:
 *  an element that is equal to it wins only where the last one is asked for. */
#define INTEGER_ARG_REDUCTION(operation, in_suffix, in_type, out_suffix,       \
                              out_type, beats, initial)                        \
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
          if (x beats best || (select_last_index && x == best)) {              \
            best = x;                                                          \
            place = a;                                                         \
          }                                                                    \
        }                                                                      \
        *output++ = place;                                                     \
      }                                                                        \
    return PORTABLE_OK;                                                        \
  }

#define INTEGER_ARG_REDUCTIONS(suffix, type, least, greatest)                  \
  INTEGER_ARG_REDUCTION(argmax, suffix, type, i32, int32_t, >, least)          \
  INTEGER_ARG_REDUCTION(argmax, suffix, type, i64, int64_t, >, least)          \
  INTEGER_ARG_REDUCTION(argmin, suffix, type, i32, int32_t, <, greatest)       \
  INTEGER_ARG_REDUCTION(argmin, suffix, type, i64, int64_t, <, greatest)

INTEGER_ARG_REDUCTIONS(i8, int8_t, INT8_MIN, INT8_MAX)
INTEGER_ARG_REDUCTIONS(u8, uint8_t, 0, UINT8_MAX)
INTEGER_ARG_REDUCTIONS(i16, int16_t, INT16_MIN, INT16_MAX)
INTEGER_ARG_REDUCTIONS(i32, int32_t, INT32_MIN, INT32_MAX)
INTEGER_ARG_REDUCTIONS(i64, int64_t, INT64_MIN, INT64_MAX)
