/*===- Products.c - Sums of products of quantised numbers -----------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Products.h"

#include "Requantize.h"

/** The four loops over one row of weights each are written as one over all, so
 * that each input is loaded once. `sum_type` is unsigned: sums wrap around. */
#define PRODUCTS(suffix, in_type, weights_type, bias_type, factor_type,        \
                 sum_type, signed_sum_type, requantize_sum)                    \
  static void add_row_##suffix(const in_type *restrict x,                      \
                               const weights_type *restrict w, ptrdiff_t n,    \
                               struct zero_points zero, int64_t *sums) {       \
    const factor_type zx = (factor_type)zero.input;                            \
    const factor_type zw = (factor_type)zero.weights;                          \
    sum_type sum = 0;                                                          \
    for (ptrdiff_t i = 0; i < n; ++i)                                          \
      sum += (sum_type)((factor_type)(x[i] - zx) * (factor_type)(w[i] - zw));  \
    sums[0] += (signed_sum_type)sum;                                           \
  }                                                                            \
  static void add_four_rows_##suffix(const in_type *restrict x,                \
                                     const weights_type *restrict w,           \
                                     ptrdiff_t row_step, ptrdiff_t n,          \
                                     struct zero_points zero, int64_t *sums) { \
    const factor_type zx = (factor_type)zero.input;                            \
    const factor_type zw = (factor_type)zero.weights;                          \
    const weights_type *w1 = w + row_step;                                     \
    const weights_type *w2 = w1 + row_step;                                    \
    const weights_type *w3 = w2 + row_step;                                    \
    sum_type s0 = 0, s1 = 0, s2 = 0, s3 = 0;                                   \
    for (ptrdiff_t i = 0; i < n; ++i) {                                        \
      const factor_type factor = (factor_type)(x[i] - zx);                     \
      s0 += (sum_type)(factor * (factor_type)(w[i] - zw));                     \
      s1 += (sum_type)(factor * (factor_type)(w1[i] - zw));                    \
      s2 += (sum_type)(factor * (factor_type)(w2[i] - zw));                    \
      s3 += (sum_type)(factor * (factor_type)(w3[i] - zw));                    \
    }                                                                          \
    sums[0] += (signed_sum_type)s0;                                            \
    sums[1] += (signed_sum_type)s1;                                            \
    sums[2] += (signed_sum_type)s2;                                            \
    sums[3] += (signed_sum_type)s3;                                            \
  }                                                                            \
  static void add_rows_##suffix(                                               \
      const void *input, const void *weights, ptrdiff_t row_step,              \
      ptrdiff_t rows, ptrdiff_t n, struct zero_points zero, int64_t *sums) {   \
    const weights_type *w = weights;                                           \
    if (rows == PRODUCT_ROWS)                                                  \
      add_four_rows_##suffix(input, w, row_step, n, zero, sums);               \
    else                                                                       \
      for (ptrdiff_t r = 0; r < rows; ++r)                                     \
        add_row_##suffix(input, w + r * row_step, n, zero, sums + r);          \
  }                                                                            \
  static void add_channels_##suffix(                                           \
      const void *input, const void *weights, ptrdiff_t n, ptrdiff_t phase,    \
      ptrdiff_t multiplier, struct zero_points zero, int64_t *sums) {          \
    const in_type *x = input;                                                  \
    const weights_type *w = weights;                                           \
    const factor_type zx = (factor_type)zero.input;                            \
    const factor_type zw = (factor_type)zero.weights;                          \
    if (multiplier == 1)                                                       \
      for (ptrdiff_t i = 0; i < n; ++i)                                        \
        sums[i] += (factor_type)(x[i] - zx) * (factor_type)(w[i] - zw);        \
    else                                                                       \
      for (ptrdiff_t i = 0; i < n; ++i)                                        \
        sums[i] += (factor_type)(x[(phase + i) / multiplier] - zx) *           \
                   (factor_type)(w[i] - zw);                                   \
  }                                                                            \
  static void store_##suffix(const portable_requantize_params *params,         \
                             ptrdiff_t channel, int64_t sum, const void *bias, \
                             void *output, ptrdiff_t index) {                  \
    if (bias)                                                                  \
      sum += ((const bias_type *)bias)[channel];                               \
    ((in_type *)output)[index] =                                               \
        (in_type)requantize_sum(params, channel, sum);                         \
  }                                                                            \
  const struct product_types dsp_portable_products_##suffix = {                \
      sizeof(in_type),   sizeof(weights_type),  false,                         \
      add_rows_##suffix, add_channels_##suffix, store_##suffix};

static void store_sum_i32(const portable_requantize_params *params,
                          ptrdiff_t channel, int64_t sum, const void *bias,
                          void *output, ptrdiff_t index) {
  (void)params;
  if (bias)
    sum += ((const int32_t *)bias)[channel];
  ((int32_t *)output)[index] = wrap_i32(sum);
}

#define SUMS(suffix, type)                                                     \
  const struct product_types dsp_portable_sums_##suffix = {                    \
      sizeof(type),      sizeof(type),          true,                          \
      add_rows_##suffix, add_channels_##suffix, store_sum_i32};

#define REQUANTIZE_LOW(params, channel, sum)                                   \
  requantize(params, channel, wrap_i32(sum))

/* Factors of 16 bits are what vector units multiply and add in pairs. */
PRODUCTS(s8, int8_t, int8_t, int32_t, int16_t, uint32_t, int32_t,
         REQUANTIZE_LOW)
PRODUCTS(u8, uint8_t, uint8_t, int32_t, int16_t, uint32_t, int32_t,
         REQUANTIZE_LOW)
PRODUCTS(s16, int16_t, int8_t, int64_t, int32_t, uint64_t, int64_t,
         requantize_wide)
SUMS(s8, int8_t)
SUMS(u8, uint8_t)
