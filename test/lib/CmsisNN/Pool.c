/*===- Pool.c - Pools on portable's kernels ------------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

/** The first and the last window must have an element. */
static bool has_elements(int32_t in, int32_t kernel, int32_t stride,
                         int32_t padding, int32_t out) {
  return padding < kernel && (out - 1) * stride - padding < in;
}

static bool is_pool(const cmsis_nn_pool_params *pool,
                    const cmsis_nn_dims *input, const cmsis_nn_dims *filter,
                    const cmsis_nn_dims *output, int32_t least,
                    int32_t greatest) {
  return input->n >= 1 && input->c == output->c &&
         is_activation(pool->activation.min, pool->activation.max, least,
                       greatest) &&
         has_elements(input->h, filter->h, pool->stride.h, pool->padding.h,
                      output->h) &&
         has_elements(input->w, filter->w, pool->stride.w, pool->padding.w,
                      output->w);
}

/** Padding behind the image is what the output's size implies. */
static int32_t behind(int32_t in, int32_t kernel, int32_t stride,
                      int32_t padding, int32_t out) {
  return larger(0, (out - 1) * stride + kernel - padding - in);
}

static portable_pool2d_params geometry(const cmsis_nn_pool_params *pool,
                                       const cmsis_nn_dims *input,
                                       const cmsis_nn_dims *filter,
                                       const cmsis_nn_dims *output) {
  return (portable_pool2d_params){
      input->n,
      input->h,
      input->w,
      input->c,
      output->h,
      output->w,
      filter->h,
      filter->w,
      pool->stride.h,
      pool->stride.w,
      1,
      1,
      pool->padding.h,
      pool->padding.w,
      behind(input->h, filter->h, pool->stride.h, pool->padding.h, output->h),
      behind(input->w, filter->w, pool->stride.w, pool->padding.w, output->w)};
}

#define POOLS(suffix, type, least, greatest)                                   \
  arm_cmsis_nn_status arm_max_pool_##suffix(                                   \
      const cmsis_nn_context *ctx, const cmsis_nn_pool_params *pool_params,    \
      const cmsis_nn_dims *input_dims, const type *input_data,                 \
      const cmsis_nn_dims *filter_dims, const cmsis_nn_dims *output_dims,      \
      type *output_data) {                                                     \
    REQUIRE(use_context(ctx, 0));                                              \
    REQUIRE(is_pool(pool_params, input_dims, filter_dims, output_dims, least,  \
                    greatest));                                                \
    const portable_pool2d_params params =                                      \
        geometry(pool_params, input_dims, filter_dims, output_dims);           \
    return status_of(portable_max_pool2d_##suffix(                             \
        &params, pool_params->activation.min, pool_params->activation.max,     \
        input_data, output_data));                                             \
  }                                                                            \
  arm_cmsis_nn_status arm_avgpool_##suffix(                                    \
      const cmsis_nn_context *ctx, const cmsis_nn_pool_params *pool_params,    \
      const cmsis_nn_dims *input_dims, const type *input_data,                 \
      const cmsis_nn_dims *filter_dims, const cmsis_nn_dims *output_dims,      \
      type *output_data) {                                                     \
    REQUIRE(use_context(ctx, arm_avgpool_##suffix##_get_buffer_size(           \
                                 output_dims->w, input_dims->c)));             \
    REQUIRE(is_pool(pool_params, input_dims, filter_dims, output_dims, least,  \
                    greatest));                                                \
    const portable_pool2d_params params =                                      \
        geometry(pool_params, input_dims, filter_dims, output_dims);           \
    return status_of(portable_avg_pool2d_##suffix(                             \
        &params, 0, PORTABLE_DIVIDE_TO_NEAREST, pool_params->activation.min,   \
        pool_params->activation.max, input_data, output_data));                \
  }

POOLS(s8, int8_t, INT8_MIN, INT8_MAX)
POOLS(s16, int16_t, INT16_MIN, INT16_MAX)
