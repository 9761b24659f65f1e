/*===- Normalize.c - Normalisation by mean, variance and norm -------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

#include <math.h>

/** `rows` rows of `columns` neighbours, row_step apart, which are normalised
 *  together. */
struct block {
  ptrdiff_t rows, columns, row_step;
};

/** Subtracts the mean and divides by the standard deviation, in two passes over
 *  the input, which keeps the digits that one pass would cancel. */
static void standardize(const struct block *block, float epsilon,
                        const float *input, float *output) {
  /* Means are products with the inverse, as TVM has them. */
  float inverse = (float)(1.0 / (double)(block->rows * block->columns));
  float sum = 0.0F;
  for (ptrdiff_t r = 0; r < block->rows; ++r)
    for (ptrdiff_t c = 0; c < block->columns; ++c)
      sum += input[r * block->row_step + c];
  float mean = sum * inverse;
  float squares = 0.0F;
  for (ptrdiff_t r = 0; r < block->rows; ++r)
    for (ptrdiff_t c = 0; c < block->columns; ++c) {
      float distance = input[r * block->row_step + c] - mean;
      squares += distance * distance;
    }
  float scale = 1.0F / sqrtf(squares * inverse + epsilon);
  for (ptrdiff_t r = 0; r < block->rows; ++r)
    for (ptrdiff_t c = 0; c < block->columns; ++c) {
      ptrdiff_t i = r * block->row_step + c;
      output[i] = (input[i] - mean) * scale;
    }
}

/** Multiplies by gamma and adds beta where they are given. */
static void apply_affine(ptrdiff_t outer, ptrdiff_t channels, ptrdiff_t inner,
                         const float *gamma, const float *beta, float *output) {
  for (ptrdiff_t o = 0; o < outer; ++o)
    for (ptrdiff_t c = 0; c < channels; ++c)
      for (ptrdiff_t i = 0; i < inner; ++i, ++output) {
        float y = gamma ? *output * gamma[c] : *output;
        *output = beta ? y + beta[c] : y;
      }
}

portable_status portable_layer_norm_f32(int32_t outer, int32_t axis,
                                        int32_t inner, float epsilon,
                                        const float *input, const float *gamma,
                                        const float *beta, float *output) {
  PORTABLE_REQUIRE(input && output && outer > 0 && axis > 0 && inner > 0);
  struct block block = {axis, 1, inner};
  if (inner == 1) {
    block.rows = 1;
    block.columns = axis;
  }
  for (ptrdiff_t o = 0; o < outer; ++o)
    for (ptrdiff_t i = 0; i < inner; ++i) {
      ptrdiff_t start = o * axis * inner + i;
      standardize(&block, epsilon, input + start, output + start);
    }
  apply_affine(outer, axis, inner, gamma, beta, output);
  return PORTABLE_OK;
}

portable_status portable_group_norm_f32(int32_t outer, int32_t channels,
                                        int32_t inner, int32_t groups,
                                        float epsilon, const float *input,
                                        const float *gamma, const float *beta,
                                        float *output) {
  PORTABLE_REQUIRE(input && output);
  PORTABLE_REQUIRE(outer > 0 && channels > 0 && inner > 0 && groups > 0 &&
                   channels % groups == 0);
  ptrdiff_t part = (ptrdiff_t)(channels / groups) * inner;
  struct block block = {1, part, part};
  for (ptrdiff_t g = 0; g < (ptrdiff_t)outer * groups; ++g)
    standardize(&block, epsilon, input + g * part, output + g * part);
  apply_affine(outer, channels, inner, gamma, beta, output);
  return PORTABLE_OK;
}

portable_status portable_instance_norm_f32(int32_t batch, int32_t before,
                                           int32_t channels, int32_t after,
                                           float epsilon, const float *input,
                                           const float *gamma,
                                           const float *beta, float *output) {
  PORTABLE_REQUIRE(input && output);
  PORTABLE_REQUIRE(batch > 0 && before > 0 && channels > 0 && after > 0);
  ptrdiff_t row = (ptrdiff_t)channels * after;
  struct block block = {before, after, row};
  for (ptrdiff_t n = 0; n < batch; ++n)
    for (ptrdiff_t c = 0; c < channels; ++c) {
      ptrdiff_t start = n * before * row + c * after;
      standardize(&block, epsilon, input + start, output + start);
    }
  apply_affine((ptrdiff_t)batch * before, channels, after, gamma, beta, output);
  return PORTABLE_OK;
}

portable_status portable_l2_normalize_f32(int32_t outer, int32_t axis,
                                          int32_t inner, float epsilon,
                                          const float *input, float *output) {
  PORTABLE_REQUIRE(input && output && outer > 0 && axis > 0 && inner > 0);
  ptrdiff_t step = inner, slice = axis * step;
  for (ptrdiff_t o = 0; o < outer; ++o, input += slice, output += slice)
    for (ptrdiff_t i = 0; i < inner; ++i) {
      float squares = 0.0F;
      for (ptrdiff_t k = i; k < slice; k += step)
        squares += input[k] * input[k];
      float scale = 1.0F / sqrtf(max_f32(squares, epsilon));
      for (ptrdiff_t k = i; k < slice; k += step)
        output[k] = input[k] * scale;
    }
  return PORTABLE_OK;
}

portable_status portable_lrn_f32(int32_t outer, int32_t axis, int32_t inner,
                                 int32_t size, float bias, float alpha,
                                 float beta, const float *restrict input,
                                 float *restrict output) {
  PORTABLE_REQUIRE(input && output && outer > 0 && axis > 0 && inner > 0);
  PORTABLE_REQUIRE(size > 0 && size % 2 == 1);
  ptrdiff_t step = inner, half = size / 2;
  float scale = alpha / (float)size;
  for (ptrdiff_t o = 0; o < outer; ++o, input += axis * step)
    for (ptrdiff_t a = 0; a < axis; ++a) {
      ptrdiff_t first = max_index(a - half, 0);
      ptrdiff_t last = min_index(a + half, axis - 1);
      for (ptrdiff_t i = 0; i < inner; ++i) {
        float squares = 0.0F;
        for (ptrdiff_t k = first; k <= last; ++k)
          squares += input[k * step + i] * input[k * step + i];
        *output++ = input[a * step + i] / powf(bias + scale * squares, beta);
      }
    }
  return PORTABLE_OK;
}
