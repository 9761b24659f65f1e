/*===- FullyConnected.c - Fully connected layers -------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

static portable_dense_params geometry(const cmsis_nn_dims *input,
                                      const cmsis_nn_dims *filter) {
  return (portable_dense_params){1, 1, input->n, filter->n, filter->c};
}

static bool are_layer_dims(const cmsis_nn_fc_params *params,
                           const cmsis_nn_dims *input,
                           const cmsis_nn_dims *filter,
                           const cmsis_nn_dims *bias,
                           const cmsis_nn_dims *output) {
  return input->n == output->n && filter->c == output->c &&
         input->h * input->w * input->c == filter->n && bias->c == output->c &&
         params->filter_offset == 0;
}

/** With or without Helium's sums, which have the bias and the input's offset in
 * them. */
static arm_cmsis_nn_status
fully_connected_s8(const cmsis_nn_context *ctx,
                   const cmsis_nn_fc_params *params,
                   portable_requantize_params scale,
                   const cmsis_nn_dims *input_dims, const int8_t *input_data,
                   const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
                   const cmsis_nn_dims *bias_dims, const int32_t *bias_data,
                   const cmsis_nn_dims *output_dims, int8_t *output_data) {
  REQUIRE(ctx &&
          ctx->size >= arm_fully_connected_s8_get_buffer_size(filter_dims));
  REQUIRE(are_s8_offsets(params->input_offset, params->output_offset));
  REQUIRE(is_activation(params->activation.min, params->activation.max,
                        INT8_MIN, INT8_MAX));
  REQUIRE(
      are_layer_dims(params, input_dims, filter_dims, bias_dims, output_dims));
  portable_product_zero_points zero_points = {-params->input_offset, 0, 0};
#ifdef ARM_MATH_MVEI
  REQUIRE(ctx->buf);
  zero_points.input = 0;
  bias_data = ctx->buf;
#endif
  scale.rounding = PORTABLE_REQUANTIZE_TFLITE;
  scale.zero_point = params->output_offset;
  scale.min = params->activation.min;
  scale.max = params->activation.max;
  const portable_dense_params dims = geometry(input_dims, filter_dims);
  return status_of(portable_dense_s8(&dims, &zero_points, &scale, input_data,
                                     filter_data, bias_data, output_data));
}

arm_cmsis_nn_status arm_fully_connected_s8(
    const cmsis_nn_context *ctx, const cmsis_nn_fc_params *fc_params,
    const cmsis_nn_per_tensor_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int8_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const int32_t *bias_data,
    const cmsis_nn_dims *output_dims, int8_t *output_data) {
  const portable_requantize_params scale = {
      .multipliers = &quant_params->multiplier, .shifts = &quant_params->shift};
  return fully_connected_s8(ctx, fc_params, scale, input_dims, input_data,
                            filter_dims, filter_data, bias_dims, bias_data,
                            output_dims, output_data);
}

arm_cmsis_nn_status arm_fully_connected_per_channel_s8(
    const cmsis_nn_context *ctx, const cmsis_nn_fc_params *fc_params,
    const cmsis_nn_per_channel_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int8_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const int32_t *bias_data,
    const cmsis_nn_dims *output_dims, int8_t *output_data) {
  const portable_requantize_params scale = {.per_channel = 1,
                                            .multipliers =
                                                quant_params->multiplier,
                                            .shifts = quant_params->shift};
  return fully_connected_s8(ctx, fc_params, scale, input_dims, input_data,
                            filter_dims, filter_data, bias_dims, bias_data,
                            output_dims, output_data);
}

arm_cmsis_nn_status arm_fully_connected_s16(
    const cmsis_nn_context *ctx, const cmsis_nn_fc_params *fc_params,
    const cmsis_nn_per_tensor_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int16_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const int64_t *bias_data,
    const cmsis_nn_dims *output_dims, int16_t *output_data) {
  REQUIRE(
      use_context(ctx, arm_fully_connected_s16_get_buffer_size(filter_dims)));
  REQUIRE(fc_params->input_offset == 0 && fc_params->output_offset == 0);
  REQUIRE(is_activation(fc_params->activation.min, fc_params->activation.max,
                        INT16_MIN, INT16_MAX));
  REQUIRE(are_layer_dims(fc_params, input_dims, filter_dims, bias_dims,
                         output_dims));
  REQUIRE(in_range(quant_params->shift, -31, 7));
  const portable_product_zero_points zero_points = {0, 0, 0};
  const portable_requantize_params scale = {
      .rounding = PORTABLE_REQUANTIZE_TFLITE,
      .multipliers = &quant_params->multiplier,
      .shifts = &quant_params->shift,
      .min = fc_params->activation.min,
      .max = fc_params->activation.max};
  const portable_dense_params dims = geometry(input_dims, filter_dims);
  return status_of(portable_dense_s16(&dims, &zero_points, &scale, input_data,
                                      filter_data, bias_data, output_data));
}
