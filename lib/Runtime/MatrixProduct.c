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

/** One product. Element (row, k) of lhs lies at row * row_step + k * k_step. */
static void multiply(const portable_matmul_params *params,
                     const float *restrict lhs, const float *restrict rhs,
                     float *restrict output) {
  ptrdiff_t rows = params->rows, columns = params->columns;
  ptrdiff_t depth = params->depth;
  ptrdiff_t row_step = params->transpose_lhs ? 1 : depth;
  ptrdiff_t k_step = params->transpose_lhs ? rows : 1;
  for (ptrdiff_t row = 0; row < rows; ++row) {
    const float *x = lhs + row * row_step;
    float *y = output + row * columns;
    if (!params->transpose_rhs) {
      /* rhs' rows are contiguous: add them up, scaled. */
      for (ptrdiff_t c = 0; c < columns; ++c)
        y[c] = 0.0F;
      for (ptrdiff_t k = 0; k < depth; ++k) {
        float scale = x[k * k_step];
        const float *w = rhs + k * columns;
        for (ptrdiff_t c = 0; c < columns; ++c)
          y[c] += scale * w[c];
      }
    } else if (!params->transpose_lhs) {
      for (ptrdiff_t c = 0; c < columns; c += DOT_ROWS) {
        ptrdiff_t count = min_index(DOT_ROWS, columns - c);
        for (ptrdiff_t i = 0; i < count; ++i)
          y[c + i] = 0.0F;
        dot_rows(x, rhs + c * depth, depth, depth, count, y + c);
      }
    } else {
      for (ptrdiff_t c = 0; c < columns; ++c) {
        float sum = 0.0F;
        for (ptrdiff_t k = 0; k < depth; ++k)
          sum += x[k * k_step] * rhs[c * depth + k];
        y[c] = sum;
      }
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
  ptrdiff_t lhs_size = (ptrdiff_t)params->rows * params->depth;
  ptrdiff_t rhs_size = (ptrdiff_t)params->depth * params->columns;
  ptrdiff_t out_size = (ptrdiff_t)params->rows * params->columns;
  for (ptrdiff_t b = 0; b < params->batch; ++b)
    multiply(params, lhs + (params->lhs_batch == 1 ? 0 : b * lhs_size),
             rhs + (params->rhs_batch == 1 ? 0 : b * rhs_size),
             output + b * out_size);
  return PORTABLE_OK;
}
