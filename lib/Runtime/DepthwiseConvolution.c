/*===- DepthwiseConvolution.c - Each channel with filters of its own ------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Window.h"

/** Channels that are summed up in registers at a time. */
enum { CHANNEL_BLOCK = 16 };

/** The part of the input and of the filter that an output position sees. */
struct window {
  const float *input, *filter;
  ptrdiff_t rows, columns;
  ptrdiff_t in_row_step, in_column_step, filter_row_step, filter_column_step;
};

/** Sums for `count` output channels; input channels advance once every
 *  `multiplier` of them. */
static inline void sum_window(const struct window *window, ptrdiff_t channel,
                              ptrdiff_t count, ptrdiff_t multiplier,
                              float *sums) {
  for (ptrdiff_t r = 0; r < window->rows; ++r)
    for (ptrdiff_t c = 0; c < window->columns; ++c) {
      const float *restrict x =
          window->input + r * window->in_row_step + c * window->in_column_step;
      const float *restrict w = window->filter + r * window->filter_row_step +
                                c * window->filter_column_step + channel;
      if (multiplier == 1)
        for (ptrdiff_t i = 0; i < count; ++i)
          sums[i] += x[channel + i] * w[i];
      else
        for (ptrdiff_t i = 0; i < count; ++i)
          sums[i] += x[(channel + i) / multiplier] * w[i];
    }
}

portable_status portable_depthwise_conv2d_f32(
    const portable_conv2d_params *params, const float *restrict input,
    const float *restrict filter, const float *bias, float act_min,
    float act_max, float *restrict output) {
  PORTABLE_REQUIRE(params && input && filter && output);
  const portable_conv2d_params *p = params;
  struct dim h = {p->in_h,     p->out_h,      p->kernel_h,
                  p->stride_h, p->dilation_h, p->pad_top};
  struct dim w = {p->in_w,     p->out_w,      p->kernel_w,
                  p->stride_w, p->dilation_w, p->pad_left};
  PORTABLE_REQUIRE(is_valid_dim(&h) && is_valid_dim(&w));
  PORTABLE_REQUIRE(p->batch > 0 && p->in_c > 0 && p->out_c > 0);
  PORTABLE_REQUIRE(p->groups == p->in_c && p->out_c % p->in_c == 0);

  ptrdiff_t in_c = p->in_c, out_c = p->out_c;
  ptrdiff_t multiplier = out_c / in_c;
  struct window window = {0};
  window.in_row_step = h.dilation * w.in * in_c;
  window.in_column_step = w.dilation * in_c;
  window.filter_row_step = w.kernel * out_c;
  window.filter_column_step = out_c;
  for (ptrdiff_t n = 0; n < p->batch; ++n)
    for (ptrdiff_t oh = 0; oh < h.out; ++oh) {
      struct taps rows = find_taps(&h, oh);
      for (ptrdiff_t ow = 0; ow < w.out; ++ow, output += out_c) {
        struct taps columns = find_taps(&w, ow);
        window.rows = columns.count > 0 ? rows.count : 0;
        window.columns = columns.count;
        if (window.rows > 0) {
          ptrdiff_t in_row = n * h.in + rows.i;
          window.input = input + (in_row * w.in + columns.i) * in_c;
          window.filter = filter + (rows.k * w.kernel + columns.k) * out_c;
        }
        for (ptrdiff_t channel = 0; channel < out_c; channel += CHANNEL_BLOCK) {
          ptrdiff_t count = min_index(CHANNEL_BLOCK, out_c - channel);
          float sums[CHANNEL_BLOCK] = {0.0F};
          /* The constant count lets the compiler unroll. */
          if (count == CHANNEL_BLOCK)
            sum_window(&window, channel, CHANNEL_BLOCK, multiplier, sums);
          else
            sum_window(&window, channel, count, multiplier, sums);
          for (ptrdiff_t i = 0; i < count; ++i)
            output[channel + i] = clamp(
                bias ? sums[i] + bias[channel + i] : sums[i], act_min, act_max);
        }
      }
    }
  return PORTABLE_OK;
}
