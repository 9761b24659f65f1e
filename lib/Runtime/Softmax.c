/*===- Softmax.c - Softmax and its logarithm along an axis ----------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

#include <math.h>

/** The largest of n elements `step` apart. */
static float find_max(const float *x, ptrdiff_t n, ptrdiff_t step) {
  float max = x[0];
  for (ptrdiff_t i = 1; i < n; ++i)
    max = max_f32(x[i * step], max);
  return max;
}

portable_status portable_softmax_f32(int32_t outer, int32_t axis, int32_t inner,
                                     const float *input, float *output) {
  PORTABLE_REQUIRE(input && output && outer > 0 && axis > 0 && inner > 0);
  ptrdiff_t step = inner;
  for (ptrdiff_t o = 0; o < outer; ++o)
    for (ptrdiff_t i = 0; i < inner; ++i) {
      const float *x = input + o * axis * step + i;
      float *y = output + o * axis * step + i;
      float max = find_max(x, axis, step);
      float sum = 0.0F;
      for (ptrdiff_t a = 0; a < axis; ++a) {
        float power = expf(x[a * step] - max);
        y[a * step] = power;
        sum += power;
      }
      for (ptrdiff_t a = 0; a < axis; ++a)
        y[a * step] /= sum;
    }
  return PORTABLE_OK;
}

portable_status portable_log_softmax_f32(int32_t outer, int32_t axis,
                                         int32_t inner, const float *input,
                                         float *output) {
  PORTABLE_REQUIRE(input && output && outer > 0 && axis > 0 && inner > 0);
  ptrdiff_t step = inner;
  for (ptrdiff_t o = 0; o < outer; ++o)
    for (ptrdiff_t i = 0; i < inner; ++i) {
      const float *x = input + o * axis * step + i;
      float *y = output + o * axis * step + i;
      float max = find_max(x, axis, step);
      float sum = 0.0F;
      for (ptrdiff_t a = 0; a < axis; ++a)
        sum += expf(x[a * step] - max);
      float log_sum = logf(sum);
      for (ptrdiff_t a = 0; a < axis; ++a)
        y[a * step] = x[a * step] - max - log_sum;
    }
  return PORTABLE_OK;
}
