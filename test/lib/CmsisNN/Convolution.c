/*===- Convolution.c - Convolutions on portable's kernels ----------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

static bool fits_u16(const cmsis_nn_dims *dims) {
  return in_range(dims->h, 1, UINT16_MAX) && in_range(dims->w, 1, UINT16_MAX) &&
         in_range(dims->c, 1, UINT16_MAX);
}

static portable_conv2d_params
geometry(const cmsis_nn_dims *input, const cmsis_nn_dims *filter,
         const cmsis_nn_dims *output, cmsis_nn_tile stride,
         cmsis_nn_tile padding, cmsis_nn_tile dilation, int32_t groups) {
  return (portable_conv2d_params){input->n,   input->h,  input->w,  input->c,
                                  output->h,  output->w, output->c, filter->h,
                                  filter->w,  stride.h,  stride.w,  dilation.h,
                                  dilation.w, padding.h, padding.w, groups};
}

static portable_requantize_params
requantize(const cmsis_nn_per_channel_quant_params *quant, int32_t offset,
           cmsis_nn_activation activation) {
  return (portable_requantize_params){PORTABLE_REQUANTIZE_TFLITE,
                                      1,
                                      quant->multiplier,
                                      quant->shift,
                                      offset,
                                      activation.min,
                                      activation.max};
}

/** Rounding takes the sum times the upper 16 bits of the multiplier. */
static bool are_s16_shifts(const cmsis_nn_per_channel_quant_params *quant,
                           int32_t channels) {
  for (int32_t i = 0; i < channels; ++i)
    if (!in_range(quant->shift[i], -31, 7))
      return false;
  return true;
}

static arm_cmsis_nn_status
convolve_s8(const cmsis_nn_conv_params *conv_params,
            const cmsis_nn_per_channel_quant_params *quant_params,
            const cmsis_nn_dims *input_dims, const int8_t *input_data,
            const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
            const cmsis_nn_dims *bias_dims, const int32_t *bias_data,
            const cmsis_nn_dims *output_dims, int8_t *output_data) {
  REQUIRE(
      are_s8_offsets(conv_params->input_offset, conv_params->output_offset));
  REQUIRE(is_activation(conv_params->activation.min,
                        conv_params->activation.max, INT8_MIN, INT8_MAX));
  REQUIRE(fits_u16(input_dims) && fits_u16(filter_dims) &&
          fits_u16(output_dims));
  REQUIRE(filter_dims->n == output_dims->c && bias_dims->c == output_dims->c);
  REQUIRE(input_dims->c % filter_dims->c == 0);
  const portable_conv2d_params params =
      geometry(input_dims, filter_dims, output_dims, conv_params->stride,
               conv_params->padding, conv_params->dilation,
               input_dims->c / filter_dims->c);
  const portable_product_zero_points zero_points = {-conv_params->input_offset,
                                                    0, 0};
  const portable_requantize_params scale = requantize(
      quant_params, conv_params->output_offset, conv_params->activation);
  return status_of(portable_conv2d_s8(&params, &zero_points, &scale, input_data,
                                      filter_data, bias_data, output_data));
}

/** The kernel for windows of one element takes no notice of the output's size.
 */
static bool stays_inside(const cmsis_nn_conv_params *params,
                         const cmsis_nn_dims *input,
                         const cmsis_nn_dims *filter,
                         const cmsis_nn_dims *output) {
  if (filter->w != 1 || filter->h != 1 || params->padding.w != 0 ||
      params->padding.h != 0 || params->dilation.w != 1 ||
      params->dilation.h != 1)
    return true;
  return (output->w - 1) * params->stride.w < input->w &&
         (output->h - 1) * params->stride.h < input->h;
}

#ifdef ARM_MATH_MVEI
/** Helium wants images of one row padded alike at both ends, but for one. */
static bool has_1xn_padding(const cmsis_nn_conv_params *params,
                            const cmsis_nn_dims *input,
                            const cmsis_nn_dims *filter,
                            const cmsis_nn_dims *output) {
  if (input->h != 1 || filter->h != 1 || params->dilation.w != 1 ||
      params->stride.w * input->c % 4 != 0 || input->c != filter->c ||
      (filter->w == 1 && params->padding.w == 0 && params->padding.h == 0))
    return true;
  int32_t stride = params->stride.w, pad = params->padding.w;
  int32_t total = (output->w - 1) * stride + filter->w - input->w;
  if (2 * pad + total % 2 != total)
    return false;
  /* Columns at the ends. The library does not look at what follows. */
  int32_t left = (pad + stride - 1) / stride, right = pad + total % 2;
  if (right != 0) {
    right = (right + stride - 1) / stride;
    right = right > 1 ? right : 1;
  }
  if (left + right > output->w || right == 0)
    return true;
  return input->w - (stride * (output->w - right) - pad) == filter->w - 1 &&
         (stride == 1 || right == 1);
}
#endif

arm_cmsis_nn_status
arm_convolve_s8(const cmsis_nn_context *ctx,
                const cmsis_nn_conv_params *conv_params,
                const cmsis_nn_per_channel_quant_params *quant_params,
                const cmsis_nn_dims *input_dims, const int8_t *input_data,
                const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
                const cmsis_nn_dims *bias_dims, const int32_t *bias_data,
                const cmsis_nn_dims *upscale_dims,
                const cmsis_nn_dims *output_dims, int8_t *output_data) {
  REQUIRE(ctx->buf && !upscale_dims);
  /* Behind the first group CMSIS-NN looks for a bias that is not there. */
  REQUIRE(bias_data || input_dims->c == filter_dims->c);
  REQUIRE(use_context(
      ctx, arm_convolve_s8_get_buffer_size(input_dims, filter_dims)));
  return convolve_s8(conv_params, quant_params, input_dims, input_data,
                     filter_dims, filter_data, bias_dims, bias_data,
                     output_dims, output_data);
}

arm_cmsis_nn_status arm_convolve_wrapper_s8(
    const cmsis_nn_context *ctx, const cmsis_nn_conv_params *conv_params,
    const cmsis_nn_per_channel_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int8_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const int32_t *bias_data,
    const cmsis_nn_dims *output_dims, int8_t *output_data) {
  REQUIRE(
      use_context(ctx, arm_convolve_wrapper_s8_get_buffer_size(
                           conv_params, input_dims, filter_dims, output_dims)));
  /* Releases up to 7.0.0 don't look for groups. */
  REQUIRE(input_dims->c == filter_dims->c);
  REQUIRE(stays_inside(conv_params, input_dims, filter_dims, output_dims));
#ifdef ARM_MATH_MVEI
  if (!has_1xn_padding(conv_params, input_dims, filter_dims, output_dims))
    return ARM_CMSIS_NN_FAILURE;
#endif
  return convolve_s8(conv_params, quant_params, input_dims, input_data,
                     filter_dims, filter_data, bias_dims, bias_data,
                     output_dims, output_data);
}

arm_cmsis_nn_status arm_convolve_wrapper_s16(
    const cmsis_nn_context *ctx, const cmsis_nn_conv_params *conv_params,
    const cmsis_nn_per_channel_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int16_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const cmsis_nn_bias_data *bias_data,
    const cmsis_nn_dims *output_dims, int16_t *output_data) {
  REQUIRE(
      use_context(ctx, arm_convolve_wrapper_s16_get_buffer_size(
                           conv_params, input_dims, filter_dims, output_dims)));
  REQUIRE(is_activation(conv_params->activation.min,
                        conv_params->activation.max, INT16_MIN, INT16_MAX));
  REQUIRE(filter_dims->n == output_dims->c && bias_dims->c == output_dims->c);
  REQUIRE(input_dims->c == filter_dims->c && bias_data);
  /* Sums of 32 bits, which are rounded differently. */
  if (bias_data->is_int32_bias)
    return ARM_CMSIS_NN_NO_IMPL_ERROR;
  /* They may overflow: CMSIS-NN adds up some of them in 32 bits. */
  REQUIRE(filter_dims->h * filter_dims->w * filter_dims->c <= 512);
  REQUIRE(are_s16_shifts(quant_params, output_dims->c));
  const portable_conv2d_params params =
      geometry(input_dims, filter_dims, output_dims, conv_params->stride,
               conv_params->padding, conv_params->dilation, 1);
  const portable_product_zero_points zero_points = {0, 0, 0};
  const portable_requantize_params scale =
      requantize(quant_params, 0, conv_params->activation);
  return status_of(portable_conv2d_s16(&params, &zero_points, &scale,
                                       input_data, filter_data, bias_data->data,
                                       output_data));
}

/** What both depthwise convolutions ask for: positions are counted in 16 bits.
 */
static bool is_depthwise(const cmsis_nn_dw_conv_params *params,
                         const cmsis_nn_dims *input,
                         const cmsis_nn_dims *filter, const cmsis_nn_dims *bias,
                         const cmsis_nn_dims *output) {
  return in_range(input->h, 1, INT16_MAX) && in_range(input->w, 1, INT16_MAX) &&
         fits_u16(filter) && fits_u16(output) && input->n == 1 &&
         filter->n == 1 && filter->c == output->c && bias->c == output->c &&
         output->c == input->c * params->ch_mult && params->dilation.h == 1 &&
         params->dilation.w == 1;
}

/** The kernel for 3x3 windows takes it for granted that their middle column is
 * in the image. */
static bool has_middle_columns(const cmsis_nn_dw_conv_params *params,
                               const cmsis_nn_dims *input,
                               const cmsis_nn_dims *filter,
                               const cmsis_nn_dims *output) {
  if (params->ch_mult != 1 || filter->w != 3 || filter->h != 3 ||
      params->padding.w > 1 || params->padding.h > 1)
    return true;
  return (output->w - 1) * params->stride.w - params->padding.w + 1 < input->w;
}

arm_cmsis_nn_status arm_depthwise_conv_wrapper_s8(
    const cmsis_nn_context *ctx, const cmsis_nn_dw_conv_params *dw_conv_params,
    const cmsis_nn_per_channel_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int8_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const int32_t *bias_data,
    const cmsis_nn_dims *output_dims, int8_t *output_data) {
  REQUIRE(use_context(
      ctx, arm_depthwise_conv_wrapper_s8_get_buffer_size(
               dw_conv_params, input_dims, filter_dims, output_dims)));
  REQUIRE(are_s8_offsets(dw_conv_params->input_offset,
                         dw_conv_params->output_offset));
  REQUIRE(is_activation(dw_conv_params->activation.min,
                        dw_conv_params->activation.max, INT8_MIN, INT8_MAX));
  REQUIRE(is_depthwise(dw_conv_params, input_dims, filter_dims, bias_dims,
                       output_dims));
  REQUIRE(
      has_middle_columns(dw_conv_params, input_dims, filter_dims, output_dims));
#ifdef ARM_MATH_MVEI
  /* Of one channel it is made a convolution. */
  if (input_dims->c == 1 && output_dims->c > 1) {
    const cmsis_nn_conv_params conv_params = {
        dw_conv_params->input_offset, dw_conv_params->output_offset,
        dw_conv_params->stride,       dw_conv_params->padding,
        dw_conv_params->dilation,     dw_conv_params->activation};
    const cmsis_nn_dims filter = {output_dims->c, filter_dims->h,
                                  filter_dims->w, 1};
    REQUIRE(stays_inside(&conv_params, input_dims, &filter, output_dims));
    REQUIRE(has_1xn_padding(&conv_params, input_dims, &filter, output_dims));
  }
#endif
  const portable_conv2d_params params = geometry(
      input_dims, filter_dims, output_dims, dw_conv_params->stride,
      dw_conv_params->padding, dw_conv_params->dilation, input_dims->c);
  const portable_product_zero_points zero_points = {
      -dw_conv_params->input_offset, 0, 0};
  const portable_requantize_params scale = requantize(
      quant_params, dw_conv_params->output_offset, dw_conv_params->activation);
  return status_of(portable_depthwise_conv2d_s8(&params, &zero_points, &scale,
                                                input_data, filter_data,
                                                bias_data, output_data));
}

arm_cmsis_nn_status arm_depthwise_conv_wrapper_s16(
    const cmsis_nn_context *ctx, const cmsis_nn_dw_conv_params *dw_conv_params,
    const cmsis_nn_per_channel_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int16_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const int64_t *bias_data,
    const cmsis_nn_dims *output_dims, int16_t *output_data) {
  REQUIRE(use_context(
      ctx, arm_depthwise_conv_wrapper_s16_get_buffer_size(
               dw_conv_params, input_dims, filter_dims, output_dims)));
  REQUIRE(is_activation(dw_conv_params->activation.min,
                        dw_conv_params->activation.max, INT16_MIN, INT16_MAX));
  REQUIRE(is_depthwise(dw_conv_params, input_dims, filter_dims, bias_dims,
                       output_dims));
  REQUIRE(are_s16_shifts(quant_params, output_dims->c));
  const portable_conv2d_params params = geometry(
      input_dims, filter_dims, output_dims, dw_conv_params->stride,
      dw_conv_params->padding, dw_conv_params->dilation, input_dims->c);
  const portable_product_zero_points zero_points = {0, 0, 0};
  const portable_requantize_params scale =
      requantize(quant_params, 0, dw_conv_params->activation);
  return status_of(portable_depthwise_conv2d_s16(&params, &zero_points, &scale,
                                                 input_data, filter_data,
                                                 bias_data, output_data));
}

/** One dimension of a transposed convolution: CMSIS-NN writes every position up
 * to where an element behind the input would start, whether the output has it
 * or not, and none that nothing adds to; and it must have started to write when
 * the input ends. */
static bool has_all_sums(int32_t in, int32_t kernel, int32_t stride,
                         int32_t padding, int32_t out) {
  return padding <= in * stride && in * stride <= padding + out &&
         padding + out <= (in - 1) * stride + larger(kernel, stride);
}

arm_cmsis_nn_status arm_transpose_conv_wrapper_s8(
    const cmsis_nn_context *ctx, const cmsis_nn_context *output_ctx,
    const cmsis_nn_transpose_conv_params *transpose_conv_params,
    const cmsis_nn_per_channel_quant_params *quant_params,
    const cmsis_nn_dims *input_dims, const int8_t *input_data,
    const cmsis_nn_dims *filter_dims, const int8_t *filter_data,
    const cmsis_nn_dims *bias_dims, const int32_t *bias_data,
    const cmsis_nn_dims *output_dims, int8_t *output_data) {
  const cmsis_nn_transpose_conv_params *p = transpose_conv_params;
  REQUIRE(ctx->buf);
  REQUIRE(use_context(ctx, arm_transpose_conv_s8_get_buffer_size(
                               p, input_dims, filter_dims, output_dims)));
  REQUIRE(use_context(output_ctx,
                      arm_transpose_conv_s8_get_reverse_conv_buffer_size(
                          p, input_dims, filter_dims)));
  REQUIRE(are_s8_offsets(p->input_offset, p->output_offset));
  REQUIRE(
      is_activation(p->activation.min, p->activation.max, INT8_MIN, INT8_MAX));
  REQUIRE(fits_u16(input_dims) && fits_u16(filter_dims) &&
          fits_u16(output_dims));
  REQUIRE(filter_dims->n == output_dims->c && bias_dims->c == output_dims->c);
  REQUIRE(input_dims->c == filter_dims->c);
  REQUIRE(p->dilation.h == 1 && p->dilation.w == 1);
  REQUIRE(has_all_sums(input_dims->h, filter_dims->h, p->stride.h, p->padding.h,
                       output_dims->h) &&
          has_all_sums(input_dims->w, filter_dims->w, p->stride.w, p->padding.w,
                       output_dims->w));
  /* Turned around, it keeps the rest of the filter in 16 bits without sign. */
  bool reversed = p->stride.h <= 2 && p->stride.w <= 2 && input_dims->c > 16;
  REQUIRE(!reversed ||
          (p->padding.h < filter_dims->h && p->padding.w < filter_dims->w));
  /* The buffer's width is that of a square stride. */
  REQUIRE(p->stride.w <= larger(filter_dims->w, p->stride.h));
  const portable_conv2d_params params =
      geometry(input_dims, filter_dims, output_dims, p->stride, p->padding,
               p->dilation, 1);
  const portable_product_zero_points zero_points = {-p->input_offset, 0, 0};
  const portable_requantize_params scale =
      requantize(quant_params, p->output_offset, p->activation);
  return status_of(portable_conv2d_transpose_s8(&params, &zero_points, &scale,
                                                input_data, filter_data,
                                                bias_data, output_data));
}
