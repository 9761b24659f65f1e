/*===- BufferSizes.c - How much memory functions want --------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

/** Channels that Helium's depthwise convolution takes at a time. */
#define DW_CHANNELS_MVE 124
/** Input channels above which a transposed convolution is made a convolution.
 */
#define REVERSE_CONV_CHANNELS 16

static int32_t round_up(int32_t x, int32_t multiple) {
  return (x + multiple - 1) / multiple * multiple;
}

static int32_t window(const cmsis_nn_dims *filter) {
  return filter->w * filter->h;
}

#define UNUSED(x) ((void)(x))

/*===----------------------------------------------------------------------===
 * Convolutions
 *===----------------------------------------------------------------------===*/

static int32_t convolve_s8(const cmsis_nn_dims *input,
                           const cmsis_nn_dims *filter) {
  return 4 * round_up(window(filter) * input->c, 4);
}

static int32_t convolve_s8_mve(const cmsis_nn_dims *input,
                               const cmsis_nn_dims *filter) {
  return 4 * round_up(window(filter) * input->c, 16);
}

int32_t arm_convolve_s8_get_buffer_size(const cmsis_nn_dims *input_dims,
                                        const cmsis_nn_dims *filter_dims) {
#ifdef ARM_MATH_MVEI
  return convolve_s8_mve(input_dims, filter_dims);
#else
  return convolve_s8(input_dims, filter_dims);
#endif
}

static bool is_1x1(const cmsis_nn_conv_params *params,
                   const cmsis_nn_dims *input, const cmsis_nn_dims *filter) {
  return params->padding.w == 0 && params->padding.h == 0 &&
         window(filter) == 1 && params->dilation.w == 1 &&
         params->dilation.h == 1 && input->c == filter->c;
}

static bool is_1xn(const cmsis_nn_conv_params *params,
                   const cmsis_nn_dims *input, const cmsis_nn_dims *filter) {
  return input->h == 1 && params->dilation.w == 1 && filter->h == 1 &&
         params->stride.w * input->c % 4 == 0 && input->c == filter->c;
}

/** Helium copies the columns at the image's ends alone. */
static int32_t convolve_1xn_s8_mve(const cmsis_nn_conv_params *params,
                                   const cmsis_nn_dims *input,
                                   const cmsis_nn_dims *filter,
                                   const cmsis_nn_dims *output) {
  int32_t pad = params->padding.w, stride = params->stride.w;
  int32_t uneven = ((output->w - 1) * stride + filter->w - input->w) % 2;
  int32_t left = (pad + stride - 1) / stride;
  int32_t right =
      pad + uneven != 0 ? larger(1, (pad + uneven + stride - 1) / stride) : 0;
  if (left + right > output->w)
    return convolve_s8_mve(input, filter);
  int32_t at_left = (filter->w + pad) * input->c;
  int32_t at_right = (filter->w - 1 + (uneven ? right : pad)) * input->c;
  return larger(at_left, at_right);
}

int32_t arm_convolve_wrapper_s8_get_buffer_size_mve(
    const cmsis_nn_conv_params *params, const cmsis_nn_dims *input_dims,
    const cmsis_nn_dims *filter_dims, const cmsis_nn_dims *output_dims) {
  if (is_1x1(params, input_dims, filter_dims))
    return 0;
  if (is_1xn(params, input_dims, filter_dims))
    return convolve_1xn_s8_mve(params, input_dims, filter_dims, output_dims);
  return convolve_s8_mve(input_dims, filter_dims);
}

/* What Arm's compiler makes of it; others need nothing for 1x1. */
int32_t arm_convolve_wrapper_s8_get_buffer_size_dsp(
    const cmsis_nn_conv_params *params, const cmsis_nn_dims *input_dims,
    const cmsis_nn_dims *filter_dims, const cmsis_nn_dims *output_dims) {
  UNUSED(output_dims);
  if (!is_1x1(params, input_dims, filter_dims))
    return convolve_s8(input_dims, filter_dims);
  return params->stride.w == 1 && params->stride.h == 1 ? 4 * input_dims->c : 0;
}

int32_t arm_convolve_wrapper_s8_get_buffer_size(
    const cmsis_nn_conv_params *params, const cmsis_nn_dims *input_dims,
    const cmsis_nn_dims *filter_dims, const cmsis_nn_dims *output_dims) {
#ifdef FLAVOUR
  return FLAVOUR(arm_convolve_wrapper_s8_get_buffer_size)(
      params, input_dims, filter_dims, output_dims);
#else
  UNUSED(output_dims);
  return is_1x1(params, input_dims, filter_dims)
             ? 0
             : convolve_s8(input_dims, filter_dims);
#endif
}

int32_t arm_convolve_wrapper_s16_get_buffer_size_mve(
    const cmsis_nn_conv_params *params, const cmsis_nn_dims *input_dims,
    const cmsis_nn_dims *filter_dims, const cmsis_nn_dims *output_dims) {
  UNUSED(params), UNUSED(output_dims);
  return 8 * round_up(window(filter_dims) * input_dims->c, 8);
}

int32_t arm_convolve_wrapper_s16_get_buffer_size_dsp(
    const cmsis_nn_conv_params *params, const cmsis_nn_dims *input_dims,
    const cmsis_nn_dims *filter_dims, const cmsis_nn_dims *output_dims) {
  UNUSED(params), UNUSED(output_dims);
  return 4 * window(filter_dims) * input_dims->c;
}

int32_t arm_convolve_wrapper_s16_get_buffer_size(
    const cmsis_nn_conv_params *params, const cmsis_nn_dims *input_dims,
    const cmsis_nn_dims *filter_dims, const cmsis_nn_dims *output_dims) {
#ifdef ARM_MATH_MVEI
  return arm_convolve_wrapper_s16_get_buffer_size_mve(params, input_dims,
                                                      filter_dims, output_dims);
#else
  return arm_convolve_wrapper_s16_get_buffer_size_dsp(params, input_dims,
                                                      filter_dims, output_dims);
#endif
}

/*===----------------------------------------------------------------------===
 * Depthwise convolutions
 *===----------------------------------------------------------------------===*/

static bool is_plain_depthwise(const cmsis_nn_dw_conv_params *params,
                               const cmsis_nn_dims *input,
                               const cmsis_nn_dims *output) {
  return input->c == output->c && input->n == 1 && params->dilation.w == 1 &&
         params->dilation.h == 1;
}

int32_t arm_depthwise_conv_wrapper_s8_get_buffer_size_mve(
    const cmsis_nn_dw_conv_params *params, const cmsis_nn_dims *input_dims,
    const cmsis_nn_dims *filter_dims, const cmsis_nn_dims *output_dims) {
  int32_t size = is_plain_depthwise(params, input_dims, output_dims)
                     ? 4 * DW_CHANNELS_MVE * window(filter_dims)
                     : 0;
  if (input_dims->c != 1 || output_dims->c <= 1)
    return size;
  /* Of one input channel: a convolution, whose filter is transposed. */
  const cmsis_nn_dims filter = {filter_dims->c, filter_dims->h, filter_dims->w,
                                filter_dims->n};
  const cmsis_nn_conv_params conv = {
      params->input_offset, params->output_offset, params->stride,
      params->padding,      params->dilation,      params->activation};
  return larger(
      size, arm_convolve_wrapper_s8_get_buffer_size_mve(&conv, input_dims,
                                                        &filter, output_dims) +
                filter_dims->n * window(filter_dims) * filter_dims->c);
}

static bool is_3x3(const cmsis_nn_dw_conv_params *params,
                   const cmsis_nn_dims *filter) {
  return filter->w == 3 && filter->h == 3 && params->padding.w <= 1 &&
         params->padding.h <= 1;
}

int32_t arm_depthwise_conv_wrapper_s8_get_buffer_size_dsp(
    const cmsis_nn_dw_conv_params *params, const cmsis_nn_dims *input_dims,
    const cmsis_nn_dims *filter_dims, const cmsis_nn_dims *output_dims) {
  return is_plain_depthwise(params, input_dims, output_dims) &&
                 !is_3x3(params, filter_dims)
             ? 2 * window(filter_dims) * input_dims->c
             : 0;
}

int32_t arm_depthwise_conv_wrapper_s8_get_buffer_size(
    const cmsis_nn_dw_conv_params *params, const cmsis_nn_dims *input_dims,
    const cmsis_nn_dims *filter_dims, const cmsis_nn_dims *output_dims) {
#ifdef FLAVOUR
  return FLAVOUR(arm_depthwise_conv_wrapper_s8_get_buffer_size)(
      params, input_dims, filter_dims, output_dims);
#else
  UNUSED(params), UNUSED(input_dims), UNUSED(filter_dims), UNUSED(output_dims);
  return 0;
#endif
}

static bool is_fast_depthwise_s16(const cmsis_nn_dw_conv_params *params,
                                  const cmsis_nn_dims *filter) {
  return params->ch_mult == 1 && params->dilation.w == 1 &&
         params->dilation.h == 1 && window(filter) < 512;
}

int32_t arm_depthwise_conv_wrapper_s16_get_buffer_size_mve(
    const cmsis_nn_dw_conv_params *params, const cmsis_nn_dims *input_dims,
    const cmsis_nn_dims *filter_dims, const cmsis_nn_dims *output_dims) {
  UNUSED(output_dims);
  return is_fast_depthwise_s16(params, filter_dims)
             ? 8 * window(filter_dims) * input_dims->c + 8
             : 0;
}

int32_t arm_depthwise_conv_wrapper_s16_get_buffer_size_dsp(
    const cmsis_nn_dw_conv_params *params, const cmsis_nn_dims *input_dims,
    const cmsis_nn_dims *filter_dims, const cmsis_nn_dims *output_dims) {
  UNUSED(output_dims);
  return is_fast_depthwise_s16(params, filter_dims)
             ? 2 * window(filter_dims) * input_dims->c
             : 0;
}

int32_t arm_depthwise_conv_wrapper_s16_get_buffer_size(
    const cmsis_nn_dw_conv_params *params, const cmsis_nn_dims *input_dims,
    const cmsis_nn_dims *filter_dims, const cmsis_nn_dims *output_dims) {
#ifdef FLAVOUR
  return FLAVOUR(arm_depthwise_conv_wrapper_s16_get_buffer_size)(
      params, input_dims, filter_dims, output_dims);
#else
  UNUSED(params), UNUSED(input_dims), UNUSED(filter_dims), UNUSED(output_dims);
  return 0;
#endif
}

/*===----------------------------------------------------------------------===
 * Transposed convolutions
 *===----------------------------------------------------------------------===*/

static bool is_reversed(const cmsis_nn_transpose_conv_params *params,
                        const cmsis_nn_dims *input) {
  return params->stride.w <= 2 && params->stride.h <= 2 &&
         input->c > REVERSE_CONV_CHANNELS;
}

/** Of the rows that one input row adds to. The width has the height's stride in
 * it, as CMSIS-NN's has. */
static int32_t rows_of_sums(const cmsis_nn_transpose_conv_params *params,
                            const cmsis_nn_dims *input,
                            const cmsis_nn_dims *filter,
                            const cmsis_nn_dims *output) {
  int32_t columns =
      (input->w - 1) * params->stride.w + larger(filter->w, params->stride.h);
  return 4 * columns * output->c * larger(filter->h, params->stride.h);
}

int32_t arm_transpose_conv_s8_get_buffer_size_mve(
    const cmsis_nn_transpose_conv_params *params,
    const cmsis_nn_dims *input_dims, const cmsis_nn_dims *filter_dims,
    const cmsis_nn_dims *output_dims) {
  return is_reversed(params, input_dims)
             ? convolve_s8_mve(input_dims, filter_dims)
             : rows_of_sums(params, input_dims, filter_dims, output_dims);
}

int32_t arm_transpose_conv_s8_get_buffer_size(
    const cmsis_nn_transpose_conv_params *params,
    const cmsis_nn_dims *input_dims, const cmsis_nn_dims *filter_dims,
    const cmsis_nn_dims *output_dims) {
#ifdef ARM_MATH_MVEI
  return arm_transpose_conv_s8_get_buffer_size_mve(params, input_dims,
                                                   filter_dims, output_dims);
#else
  return is_reversed(params, input_dims)
             ? convolve_s8(input_dims, filter_dims)
             : rows_of_sums(params, input_dims, filter_dims, output_dims);
#endif
}

int32_t arm_transpose_conv_s8_get_reverse_conv_buffer_size(
    const cmsis_nn_transpose_conv_params *transposed_conv_params,
    const cmsis_nn_dims *input_dims, const cmsis_nn_dims *filter_dims) {
  return is_reversed(transposed_conv_params, input_dims)
             ? input_dims->c * window(filter_dims) * filter_dims->n
             : 0;
}

/*===----------------------------------------------------------------------===
 * Others
 *===----------------------------------------------------------------------===*/

int32_t
arm_fully_connected_s8_get_buffer_size_dsp(const cmsis_nn_dims *filter_dims) {
  UNUSED(filter_dims);
  return 0;
}

int32_t
arm_fully_connected_s8_get_buffer_size_mve(const cmsis_nn_dims *filter_dims) {
  return 4 * filter_dims->c;
}

int32_t
arm_fully_connected_s8_get_buffer_size(const cmsis_nn_dims *filter_dims) {
#ifdef ARM_MATH_MVEI
  return arm_fully_connected_s8_get_buffer_size_mve(filter_dims);
#else
  return arm_fully_connected_s8_get_buffer_size_dsp(filter_dims);
#endif
}

int32_t
arm_fully_connected_s16_get_buffer_size(const cmsis_nn_dims *filter_dims) {
  UNUSED(filter_dims);
  return 0;
}

#ifdef FLAVOUR
#define AVGPOOL_SIZE(function, width, channels)                                \
  FLAVOUR(function)(width, channels)
#else
#define AVGPOOL_SIZE(function, width, channels)                                \
  (UNUSED(width), UNUSED(channels), 0)
#endif

#define AVGPOOL(function)                                                      \
  int32_t function##_dsp(const int dim_dst_width, const int ch_src) {          \
    UNUSED(dim_dst_width);                                                     \
    return 4 * ch_src;                                                         \
  }                                                                            \
  int32_t function##_mve(const int dim_dst_width, const int ch_src) {          \
    UNUSED(dim_dst_width), UNUSED(ch_src);                                     \
    return 0;                                                                  \
  }                                                                            \
  int32_t function(const int dim_dst_width, const int ch_src) {                \
    return AVGPOOL_SIZE(function, dim_dst_width, ch_src);                      \
  }
AVGPOOL(arm_avgpool_s8_get_buffer_size)
AVGPOOL(arm_avgpool_s16_get_buffer_size)
