/*===- MatrixProduct.c - Dense layers and matrix products -----------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Dot.h"
#include "Support.h"

portable_status portable_dense_f32(int32_t rows, int32_t in_features,
                                   int32_t out_features,
                                   const float *restrict input,
                                   const float *restrict weights,
                                   const float *bias, float act_min,
                                   float act_max, float *restrict output) {
  PORTABLE_REQUIRE(input && weights && output);
  PORTABLE_REQUIRE(rows > 0 && in_features > 0 && out_features > 0);
  ptrdiff_t depth = in_features, columns = out_features;
  for (ptrdiff_t column = 0; column < columns; column += DOT_ROWS) {
    ptrdiff_t count = min_index(DOT_ROWS, columns - column);
    const float *w = weights + column * depth;
    for (ptrdiff_t row = 0; row < rows; ++row) {
      const float *x = input + row * depth;
      float sums[DOT_ROWS] = {0.0F};
      dot_rows(x, w, depth, depth, count, sums);
      for (ptrdiff_t i = 0; i < count; ++i)
        output[row * columns + column + i] = clamp(
            bias ? sums[i] + bias[column + i] : sums[i], act_min, act_max);
    }
  }
  return PORTABLE_OK;
}

/** The elements of a matrix, and how far apart those of one row, or column, of
 *  the product are and those that are added up. */
struct matrix {
  const float *data;
  ptrdiff_t step, sum_step;
};

/** `count` (at most DOT_ROWS) neighbouring elements of one row of the product:
 *  product k of each is added to its partial sum k % partial_sums. */
static void multiply_row(const struct matrix *lhs, const struct matrix *rhs,
                         ptrdiff_t depth, ptrdiff_t partial_sums,
                         ptrdiff_t count, float *output) {
  float sums[PORTABLE_MAX_PARTIAL_SUMS][DOT_ROWS] = {{0.0F}};
  const float *x = lhs->data, *w = rhs->data;
  for (ptrdiff_t k = 0; k < depth;)
    for (ptrdiff_t p = 0; p < partial_sums && k < depth; ++p, ++k) {
      for (ptrdiff_t c = 0; c < count; ++c)
        sums[p][c] += *x * w[c * rhs->step];
      x += lhs->sum_step;
      w += rhs->sum_step;
    }
  for (ptrdiff_t c = 0; c < count; ++c) {
    output[c] = sums[0][c];
    for (ptrdiff_t p = 1; p < partial_sums; ++p)
      output[c] += sums[p][c];
  }
}

static void multiply(const portable_matmul_params *params, const float *lhs,
                     const float *rhs, float *output) {
  ptrdiff_t rows = params->rows, columns = params->columns;
  ptrdiff_t depth = params->depth;
  struct matrix left = {lhs, params->transpose_lhs ? 1 : depth,
                        params->transpose_lhs ? rows : 1};
  for (ptrdiff_t row = 0; row < rows; ++row, left.data += left.step) {
    struct matrix right = {rhs, params->transpose_rhs ? depth : 1,
                           params->transpose_rhs ? 1 : columns};
    for (ptrdiff_t c = 0; c < columns; c += DOT_ROWS) {
      multiply_row(&left, &right, depth, params->partial_sums,
                   min_index(DOT_ROWS, columns - c), output);
      output += min_index(DOT_ROWS, columns - c);
      right.data += DOT_ROWS * right.step;
    }
  }
}

portable_status portable_matmul_f32(const portable_matmul_params *params,
                                    const float *lhs, const float *rhs,
                                    float *output) {
  PORTABLE_REQUIRE(params && lhs && rhs && output);
  PORTABLE_REQUIRE(params->rows > 0 && params->columns > 0 &&
                   params->depth > 0 && params->batch > 0);
  PORTABLE_REQUIRE(params->lhs_batch == params->batch ||
                   params->lhs_batch == 1);
  PORTABLE_REQUIRE(params->rhs_batch == params->batch ||
                   params->rhs_batch == 1);
  PORTABLE_REQUIRE(params->partial_sums > 0 &&
                   params->partial_sums <= PORTABLE_MAX_PARTIAL_SUMS);
  ptrdiff_t lhs_size = (ptrdiff_t)params->rows * params->depth;
  ptrdiff_t rhs_size = (ptrdiff_t)params->depth * params->columns;
  ptrdiff_t out_size = (ptrdiff_t)params->rows * params->columns;
  for (ptrdiff_t b = 0; b < params->batch; ++b)
    multiply(params, lhs + (params->lhs_batch == 1 ? 0 : b * lhs_size),
             rhs + (params->rhs_batch == 1 ? 0 : b * rhs_size),
             output + b * out_size);
  return PORTABLE_OK;
}
