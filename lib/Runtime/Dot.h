/*===- Dot.h - Sums of products -------------------------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * The inner loop of convolutions and matrix products. Products are added up one
 * by one, in the order in which they lie in memory, as TVM does, so that the
 * results are its bits; several sums at a time keep the processor busy.
 */
#ifndef DSP_RUNTIME_DOT_H
#define DSP_RUNTIME_DOT_H

#include <stddef.h>

/** Sums that are computed at a time. */
enum { DOT_ROWS = 8 };

static inline void add_products(const float *restrict x,
                                const float *restrict w, ptrdiff_t row_stride,
                                ptrdiff_t n, ptrdiff_t rows, float *sums) {
  float totals[DOT_ROWS];
  for (ptrdiff_t r = 0; r < rows; ++r)
    totals[r] = sums[r];
  for (ptrdiff_t i = 0; i < n; ++i)
    for (ptrdiff_t r = 0; r < rows; ++r)
      totals[r] += x[i] * w[r * row_stride + i];
  for (ptrdiff_t r = 0; r < rows; ++r)
    sums[r] = totals[r];
}

/** Adds to sums[r] the products of x with the r-th of `rows` (at most DOT_ROWS)
 *  rows of w, which are row_stride elements apart. */
static inline void dot_rows(const float *x, const float *w,
                            ptrdiff_t row_stride, ptrdiff_t n, ptrdiff_t rows,
                            float *sums) {
  /* The constant count lets the compiler keep the sums in registers. */
  if (rows == DOT_ROWS)
    add_products(x, w, row_stride, n, DOT_ROWS, sums);
  else
    add_products(x, w, row_stride, n, rows, sums);
}

#endif /* DSP_RUNTIME_DOT_H */
