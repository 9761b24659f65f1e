/*===- arm_nnfunctions.h - A stand-in for CMSIS-NN's header ---------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * The functions of CMSIS-NN that the records of library `cmsis_nn` call, with
 * the prototypes of its public header, and those that tell how much memory they
 * want. They compute what CMSIS-NN documents, on kernels of library `portable`,
 * and are stricter: a context must be at least as large as the function wants
 * it, and is overwritten to its last byte.
 *
 * Like CMSIS-NN it is built in three ways: as it is, for processors with the
 * DSP extension (ARM_MATH_DSP), and for those with Helium (ARM_MATH_DSP and
 * ARM_MATH_MVEI). They give the same numbers and want different memory.
 */
#ifndef ARM_NNFUNCTIONS_H
#define ARM_NNFUNCTIONS_H

#include "arm_nn_types.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/*===----------------------------------------------------------------------===
 * Convolutions
 *===----------------------------------------------------------------------===*/

/* Tensors are [n, h, w, c], filters [c_out, h, w, c_in]. */
arm_cmsis_nn_status arm_convolve_wrapper_s8(
    const cmsis_nn_context *ctx, const cmsis_nn_conv_params *conv_params,
    const cmsis_nn_per_channel_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int8_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const int32_t *bias_data,
    const cmsis_nn_dims *output_dims, int8_t *output_data);
arm_cmsis_nn_status arm_convolve_wrapper_s16(
    const cmsis_nn_context *ctx, const cmsis_nn_conv_params *conv_params,
    const cmsis_nn_per_channel_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int16_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const cmsis_nn_bias_data *bias_data,
    const cmsis_nn_dims *output_dims, int16_t *output_data);

/* Of groups: filters are [c_out, h, w, c_in / groups]. */
arm_cmsis_nn_status
arm_convolve_s8(const cmsis_nn_context *ctx,
                const cmsis_nn_conv_params *conv_params,
                const cmsis_nn_per_channel_quant_params *quant_params,
                const cmsis_nn_dims *input_dims, const int8_t *input_data,
                const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
                const cmsis_nn_dims *bias_dims, const int32_t *bias_data,
                const cmsis_nn_dims *upscale_dims,
                const cmsis_nn_dims *output_dims, int8_t *output_data);
int32_t arm_convolve_s8_get_buffer_size(const cmsis_nn_dims *input_dims,
                                        const cmsis_nn_dims *filter_dims);

/* The filter is [1, h, w, c_out]. */
arm_cmsis_nn_status arm_depthwise_conv_wrapper_s8(
    const cmsis_nn_context *ctx, const cmsis_nn_dw_conv_params *dw_conv_params,
    const cmsis_nn_per_channel_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int8_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const int32_t *bias_data,
    const cmsis_nn_dims *output_dims, int8_t *output_data);
arm_cmsis_nn_status arm_depthwise_conv_wrapper_s16(
    const cmsis_nn_context *ctx, const cmsis_nn_dw_conv_params *dw_conv_params,
    const cmsis_nn_per_channel_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int16_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const int64_t *bias_data,
    const cmsis_nn_dims *output_dims, int16_t *output_data);

arm_cmsis_nn_status arm_transpose_conv_wrapper_s8(
    const cmsis_nn_context *ctx, const cmsis_nn_context *output_ctx,
    const cmsis_nn_transpose_conv_params *transpose_conv_params,
    const cmsis_nn_per_channel_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int8_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const int32_t *bias_data,
    const cmsis_nn_dims *output_dims, int8_t *output_data);

#define ARM_DECLARE_BUFFER_SIZE(function, params_type)                         \
  int32_t function(const params_type *params, const cmsis_nn_dims *input_dims, \
                   const cmsis_nn_dims *filter_dims,                           \
                   const cmsis_nn_dims *output_dims);
#define ARM_DECLARE_BUFFER_SIZES(function, params_type)                        \
  ARM_DECLARE_BUFFER_SIZE(function, params_type)                               \
  ARM_DECLARE_BUFFER_SIZE(function##_dsp, params_type)                         \
  ARM_DECLARE_BUFFER_SIZE(function##_mve, params_type)
ARM_DECLARE_BUFFER_SIZES(arm_convolve_wrapper_s8_get_buffer_size,
                         cmsis_nn_conv_params)
ARM_DECLARE_BUFFER_SIZES(arm_convolve_wrapper_s16_get_buffer_size,
                         cmsis_nn_conv_params)
ARM_DECLARE_BUFFER_SIZES(arm_depthwise_conv_wrapper_s8_get_buffer_size,
                         cmsis_nn_dw_conv_params)
ARM_DECLARE_BUFFER_SIZES(arm_depthwise_conv_wrapper_s16_get_buffer_size,
                         cmsis_nn_dw_conv_params)
ARM_DECLARE_BUFFER_SIZE(arm_transpose_conv_s8_get_buffer_size,
                        cmsis_nn_transpose_conv_params)
ARM_DECLARE_BUFFER_SIZE(arm_transpose_conv_s8_get_buffer_size_mve,
                        cmsis_nn_transpose_conv_params)
#undef ARM_DECLARE_BUFFER_SIZES
#undef ARM_DECLARE_BUFFER_SIZE
int32_t arm_transpose_conv_s8_get_reverse_conv_buffer_size(
    const cmsis_nn_transpose_conv_params *transposed_conv_params,
    const cmsis_nn_dims *input_dims, const cmsis_nn_dims *filter_dims);

/*===----------------------------------------------------------------------===
 * Fully connected layers
 *===----------------------------------------------------------------------===*/

/* A filter of n inputs and c outputs is [c, n]. With Helium the context holds
 * the sums that arm_vector_sum_s8 computes. */
arm_cmsis_nn_status arm_fully_connected_s8(
    const cmsis_nn_context *ctx, const cmsis_nn_fc_params *fc_params,
    const cmsis_nn_per_tensor_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int8_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const int32_t *bias_data,
    const cmsis_nn_dims *output_dims, int8_t *output_data);
arm_cmsis_nn_status arm_fully_connected_per_channel_s8(
    const cmsis_nn_context *ctx, const cmsis_nn_fc_params *fc_params,
    const cmsis_nn_per_channel_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int8_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const int32_t *bias_data,
    const cmsis_nn_dims *output_dims, int8_t *output_data);
arm_cmsis_nn_status arm_fully_connected_s16(
    const cmsis_nn_context *ctx, const cmsis_nn_fc_params *fc_params,
    const cmsis_nn_per_tensor_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int16_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const int64_t *bias_data,
    const cmsis_nn_dims *output_dims, int16_t *output_data);

int32_t
arm_fully_connected_s8_get_buffer_size(const cmsis_nn_dims *filter_dims);
int32_t
arm_fully_connected_s8_get_buffer_size_dsp(const cmsis_nn_dims *filter_dims);
int32_t
arm_fully_connected_s8_get_buffer_size_mve(const cmsis_nn_dims *filter_dims);
int32_t
arm_fully_connected_s16_get_buffer_size(const cmsis_nn_dims *filter_dims);

/*===----------------------------------------------------------------------===
 * Element by element
 *===----------------------------------------------------------------------===*/

#define ARM_DECLARE_ELEMENTWISE(suffix, type)                                  \
  arm_cmsis_nn_status arm_elementwise_add_##suffix(                            \
      const type *input_1_vect, const type *input_2_vect,                      \
      const int32_t input_1_offset, const int32_t input_1_mult,                \
      const int32_t input_1_shift, const int32_t input_2_offset,               \
      const int32_t input_2_mult, const int32_t input_2_shift,                 \
      const int32_t left_shift, type *output, const int32_t out_offset,        \
      const int32_t out_mult, const int32_t out_shift,                         \
      const int32_t out_activation_min, const int32_t out_activation_max,      \
      const int32_t block_size);                                               \
  arm_cmsis_nn_status arm_elementwise_mul_##suffix(                            \
      const type *input_1_vect, const type *input_2_vect,                      \
      const int32_t input_1_offset, const int32_t input_2_offset,              \
      type *output, const int32_t out_offset, const int32_t out_mult,          \
      const int32_t out_shift, const int32_t out_activation_min,               \
      const int32_t out_activation_max, const int32_t block_size);
ARM_DECLARE_ELEMENTWISE(s8, int8_t)
/* Offsets are not used: zero points are 0. */
ARM_DECLARE_ELEMENTWISE(s16, int16_t)
#undef ARM_DECLARE_ELEMENTWISE

/*===----------------------------------------------------------------------===
 * Pools
 *===----------------------------------------------------------------------===*/

#define ARM_DECLARE_POOL(name, type)                                           \
  arm_cmsis_nn_status name(                                                    \
      const cmsis_nn_context *ctx, const cmsis_nn_pool_params *pool_params,    \
      const cmsis_nn_dims *input_dims, const type *input_data,                 \
      const cmsis_nn_dims *filter_dims, const cmsis_nn_dims *output_dims,      \
      type *output_data);
ARM_DECLARE_POOL(arm_avgpool_s8, int8_t)
ARM_DECLARE_POOL(arm_avgpool_s16, int16_t)
ARM_DECLARE_POOL(arm_max_pool_s8, int8_t)
ARM_DECLARE_POOL(arm_max_pool_s16, int16_t)
#undef ARM_DECLARE_POOL

int32_t arm_avgpool_s8_get_buffer_size(const int dim_dst_width,
                                       const int ch_src);
int32_t arm_avgpool_s8_get_buffer_size_dsp(const int dim_dst_width,
                                           const int ch_src);
int32_t arm_avgpool_s8_get_buffer_size_mve(const int dim_dst_width,
                                           const int ch_src);
int32_t arm_avgpool_s16_get_buffer_size(const int dim_dst_width,
                                        const int ch_src);
int32_t arm_avgpool_s16_get_buffer_size_dsp(const int dim_dst_width,
                                            const int ch_src);
int32_t arm_avgpool_s16_get_buffer_size_mve(const int dim_dst_width,
                                            const int ch_src);

/*===----------------------------------------------------------------------===
 * Softmax of rows
 *===----------------------------------------------------------------------===*/

void arm_softmax_s8(const int8_t *input, const int32_t num_rows,
                    const int32_t row_size, const int32_t mult,
                    const int32_t shift, const int32_t diff_min,
                    int8_t *output);
void arm_softmax_s8_s16(const int8_t *input, const int32_t num_rows,
                        const int32_t row_size, const int32_t mult,
                        const int32_t shift, const int32_t diff_min,
                        int16_t *output);

/*===----------------------------------------------------------------------===
 * Moving data
 *===----------------------------------------------------------------------===*/

arm_cmsis_nn_status arm_pad_s8(const int8_t *input, int8_t *output,
                               const int8_t pad_value,
                               const cmsis_nn_dims *input_size,
                               const cmsis_nn_dims *pre_pad,
                               const cmsis_nn_dims *post_pad);
arm_cmsis_nn_status
arm_transpose_s8(const int8_t *input_data, int8_t *const output_data,
                 const cmsis_nn_dims *const input_dims,
                 const cmsis_nn_dims *const output_dims,
                 const cmsis_nn_transpose_params *const transpose_params);

/* One call for each tensor that is joined, from `offset_x` on; x is the
 * innermost dimension and w the outermost. */
void arm_concatenation_s8_x(const int8_t *input, const uint16_t input_x,
                            const uint16_t input_y, const uint16_t input_z,
                            const uint16_t input_w, int8_t *output,
                            const uint16_t output_x, const uint32_t offset_x);
void arm_concatenation_s8_w(const int8_t *input, const uint16_t input_x,
                            const uint16_t input_y, const uint16_t input_z,
                            const uint16_t input_w, int8_t *output,
                            const uint32_t offset_w);

#ifdef __cplusplus
}
#endif

#endif /* ARM_NNFUNCTIONS_H */
