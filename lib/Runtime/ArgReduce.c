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
