/*===- QuantizedMatrixProduct.c - Dense layers of quantised numbers -------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Products.h"
#include "Requantize.h"

static portable_status multiply(const struct product_types *types,
                                const portable_dense_params *p,
                                const portable_product_zero_points *zero,
                                const portable_requantize_params *requantize,
                                const void *input, const void *weights,
                                const void *bias, void *output) {
  PORTABLE_REQUIRE(p && zero && input && weights && output);
  PORTABLE_REQUIRE(p->batch > 0 && p->rows > 0 && p->in_features > 0 &&
                   p->out_features > 0);
  PORTABLE_REQUIRE(p->weights_batch == p->batch || p->weights_batch == 1);
  PORTABLE_REQUIRE(types->stores_sums ||
                   is_valid_requantize(requantize, p->out_features));
  const struct zero_points zeros = {zero->input, zero->weights};
  ptrdiff_t depth = p->in_features, columns = p->out_features;
  for (ptrdiff_t b = 0; b < p->batch; ++b)
    for (ptrdiff_t column = 0; column < columns;) {
      ptrdiff_t count = columns - column >= PRODUCT_ROWS ? PRODUCT_ROWS : 1;
      ptrdiff_t w_row = (p->weights_batch == 1 ? 0 : b * columns) + column;
      for (ptrdiff_t row = b * p->rows; row < (b + 1) * p->rows; ++row) {
        int64_t sums[PRODUCT_ROWS] = {0};
        types->add_rows(element(input, types->input_size, row * depth),
                        element(weights, types->weights_size, w_row * depth),
                        depth, count, depth, zeros, sums);
        for (ptrdiff_t i = 0; i < count; ++i)
          types->store(requantize, column + i, sums[i], bias, output,
                       row * columns + column + i);
      }
      column += count;
    }
  return PORTABLE_OK;
}

#define DENSE(suffix, in_type, weights_type, bias_type)                        \
  portable_status portable_dense_##suffix(                                     \
      const portable_dense_params *params,                                     \
      const portable_product_zero_points *zero_points,                         \
      const portable_requantize_params *requantize, const in_type *input,      \
      const weights_type *weights, const bias_type *bias, in_type *output) {   \
    return multiply(&dsp_portable_products_##suffix, params, zero_points,      \
                    requantize, input, weights, bias, output);                 \
  }

DENSE(s8, int8_t, int8_t, int32_t)
DENSE(u8, uint8_t, uint8_t, int32_t)
DENSE(s16, int16_t, int8_t, int64_t)

portable_status
portable_dense_s8_i32(const portable_dense_params *params,
                      const portable_product_zero_points *zero_points,
                      const int8_t *input, const int8_t *weights,
                      const int32_t *bias, int32_t *output) {
  return multiply(&dsp_portable_sums_s8, params, zero_points, NULL, input,
                  weights, bias, output);
}

portable_status
portable_dense_u8_i32(const portable_dense_params *params,
                      const portable_product_zero_points *zero_points,
                      const uint8_t *input, const uint8_t *weights,
                      const int32_t *bias, int32_t *output) {
  return multiply(&dsp_portable_sums_u8, params, zero_points, NULL, input,
                  weights, bias, output);
}
