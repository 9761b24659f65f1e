/*===- Products.h - Sums of products of quantised numbers -----------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * What convolutions and dense layers do depends on the types of their elements
 * only in the innermost loops, which they call through these tables.
 */
#ifndef DSP_RUNTIME_PRODUCTS_H
#define DSP_RUNTIME_PRODUCTS_H

#include "Support.h"

enum {
  /** Rows of weights that are taken at a time. */
  PRODUCT_ROWS = 4,
  /** Channels of a depthwise convolution that are taken at a time. */
  PRODUCT_CHANNELS = 16
};

/** What is subtracted from each element of the input and of the weights. */
struct zero_points {
  int32_t input, weights;
};

/** Elements of two types and sums of their products. Of sums of 32 bits, only
 * the low ones of the int64_t count. */
struct product_types {
  ptrdiff_t input_size, weights_size;
  bool stores_sums;
  /** Adds to sums[r] the n products of input with the r-th of `rows` rows of
   *  weights, which are row_step elements apart. */
  void (*add_rows)(const void *input, const void *weights, ptrdiff_t row_step,
                   ptrdiff_t rows, ptrdiff_t n, struct zero_points zero,
                   int64_t *sums);
  /** Adds to sums[i] the product of the i-th of n weights with the input of
   *  its channel, of which there is one for each `multiplier` of them, the
   * first of which has `phase` before it. */
  void (*add_channels)(const void *input, const void *weights, ptrdiff_t n,
                       ptrdiff_t phase, ptrdiff_t multiplier,
                       struct zero_points zero, int64_t *sums);
  /** Sum number i, with its bias, as a quantised number or, if stores_sums, as
   *  it is. */
  void (*store)(const portable_requantize_params *requantize, ptrdiff_t channel,
                int64_t sum, const void *bias, void *output, ptrdiff_t index);
};

extern const struct product_types dsp_portable_products_s8;
extern const struct product_types dsp_portable_products_u8;
/** int16_t input, int8_t weights, int64_t bias. */
extern const struct product_types dsp_portable_products_s16;
/** The same, of which the sums are stored; requantize is NULL. */
extern const struct product_types dsp_portable_sums_s8;
extern const struct product_types dsp_portable_sums_u8;

/** Element i of an array. */
static inline const void *element(const void *array, ptrdiff_t size,
                                  ptrdiff_t i) {
  return (const char *)array + i * size;
}

#endif /* DSP_RUNTIME_PRODUCTS_H */
