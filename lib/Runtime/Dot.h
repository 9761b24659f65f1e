/*===- Dot.h - Sums of products -------------------------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * The inner loops of convolutions and matrix products. A C compiler must not
 * reorder floating-point additions, so the order that vector registers want is
 * written out: DOT_LANES partial sums, added up at the end. Results are
 * therefore the same bits from every compiler.
 */
#ifndef DSP_RUNTIME_DOT_H
#define DSP_RUNTIME_DOT_H

#include <stddef.h>

enum {
  DOT_LANES = 8,
  /** Rows that dot_rows takes at a time, so that each x is loaded once. */
  DOT_ROWS = 4
};

static inline float add_lanes(const float lanes[DOT_LANES]) {
  float sums[DOT_LANES / 2];
  for (int l = 0; l < DOT_LANES / 2; ++l)
    sums[l] = lanes[l] + lanes[l + DOT_LANES / 2];
  return (sums[0] + sums[2]) + (sums[1] + sums[3]);
}

/** The sum of x[i] * w[i]. */
static inline float dot(const float *restrict x, const float *restrict w,
                        ptrdiff_t n) {
  float lanes[DOT_LANES] = {0.0F};
  ptrdiff_t i = 0;
  for (; i + DOT_LANES <= n; i += DOT_LANES)
    for (int l = 0; l < DOT_LANES; ++l)
      lanes[l] += x[i + l] * w[i + l];
  float sum = add_lanes(lanes);
  for (; i < n; ++i)
    sum += x[i] * w[i];
  return sum;
}

/** Adds to sums[r] the products of x with the r-th of DOT_ROWS rows of w, which
 *  are row_stride elements apart. */
static inline void dot_rows(const float *restrict x, const float *restrict w,
                            ptrdiff_t row_stride, ptrdiff_t n,
                            float sums[DOT_ROWS]) {
  const float *w0 = w;
  const float *w1 = w0 + row_stride;
  const float *w2 = w1 + row_stride;
  const float *w3 = w2 + row_stride;
  float lanes[DOT_ROWS][DOT_LANES] = {{0.0F}};
  ptrdiff_t i = 0;
  for (; i + DOT_LANES <= n; i += DOT_LANES)
    for (int l = 0; l < DOT_LANES; ++l) {
      lanes[0][l] += x[i + l] * w0[i + l];
      lanes[1][l] += x[i + l] * w1[i + l];
      lanes[2][l] += x[i + l] * w2[i + l];
      lanes[3][l] += x[i + l] * w3[i + l];
    }
  float total[DOT_ROWS];
  for (int r = 0; r < DOT_ROWS; ++r)
    total[r] = add_lanes(lanes[r]);
  for (; i < n; ++i) {
    total[0] += x[i] * w0[i];
    total[1] += x[i] * w1[i];
    total[2] += x[i] * w2[i];
    total[3] += x[i] * w3[i];
  }
  for (int r = 0; r < DOT_ROWS; ++r)
    sums[r] += total[r];
}

#endif /* DSP_RUNTIME_DOT_H */
