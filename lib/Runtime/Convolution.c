/*===- Convolution.c - Convolutions and transposed convolutions -----------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * One loop nest serves one to three dimensions, transposed or not: what differs
 * is only which taps of the filter an output position sees, and where they lie
 * in the input.
 */
#include "Dot.h"
#include "Window.h"

struct conv {
  struct dim d, h, w;
  ptrdiff_t batch, in_c, out_c, groups;
  /** Input channels that are added up before the next ones. */
  ptrdiff_t channel_block;
  const float *bias;
  float act_min, act_max;
};

typedef struct taps tap_finder(const struct dim *dim, ptrdiff_t o);

/** A kind of convolution. */
struct kind {
  tap_finder *find;
  /** Whether a filter holds the input channels of all groups, one group's after
   *  the other, and belongs to an output channel of each of them. */
  bool filters_span_groups;
};

static const struct kind forward = {find_taps, false};
static const struct kind transposed = {find_transposed_taps, true};

/** What `rows` (at most DOT_ROWS) output channels of one group are computed
 * from: the group's input channels, and the filters, whose taps are tap_step
 * and which are filter_step apart. */
struct part {
  const float *input, *filter;
  ptrdiff_t rows, depth, tap_step, filter_step;
};

static struct part find_part(const struct conv *conv, const struct kind *kind,
                             const float *input, const float *filter,
                             ptrdiff_t channel) {
  ptrdiff_t group_size = conv->out_c / conv->groups;
  ptrdiff_t group = channel / group_size;
  ptrdiff_t place = channel % group_size;
  struct part part;
  part.rows = min_index(DOT_ROWS, group_size - place);
  part.depth = conv->in_c / conv->groups;
  part.tap_step = kind->filters_span_groups ? conv->in_c : part.depth;
  part.filter_step =
      conv->d.kernel * conv->h.kernel * conv->w.kernel * part.tap_step;
  part.input = input + group * part.depth;
  part.filter = kind->filters_span_groups
                    ? filter + place * part.filter_step + group * part.depth
                    : filter + channel * part.filter_step;
  return part;
}

/** Adds to the sums of the part's channels what one output position gets from
 *  `depth` input channels, the first of them `first`. */
static inline void add_taps(const struct conv *conv, const struct part *part,
                            const struct taps *d, const struct taps *h,
                            const struct taps *w, ptrdiff_t first,
                            ptrdiff_t depth, float *sums) {
  if (w->count == 0)
    return;
  /* Neighbouring taps whose inputs are neighbours as well are one long run. */
  bool contiguous = depth == conv->in_c && w->i_step == 1 && w->k_step == 1;
  ptrdiff_t runs = contiguous ? 1 : w->count;
  ptrdiff_t length = contiguous ? w->count * depth : depth;
  for (ptrdiff_t td = 0; td < d->count; ++td)
    for (ptrdiff_t th = 0; th < h->count; ++th) {
      ptrdiff_t in_row =
          (d->i + td * d->i_step) * conv->h.in + h->i + th * h->i_step;
      ptrdiff_t filter_row =
          (d->k + td * d->k_step) * conv->h.kernel + h->k + th * h->k_step;
      ptrdiff_t position = in_row * conv->w.in + w->i;
      ptrdiff_t tap = filter_row * conv->w.kernel + w->k;
      for (ptrdiff_t t = 0; t < runs; ++t) {
        const float *x = part->input + position * conv->in_c + first;
        const float *k = part->filter + tap * part->tap_step + first;
        dot_rows(x, k, part->filter_step, length, part->rows, sums);
        position += w->i_step;
        tap += w->k_step;
      }
    }
}

/** The part's channels, the first of them `channel`, of one row of the output.
 */
static void compute_row(const struct conv *conv, const struct kind *kind,
                        const struct part *part, const struct taps *d,
                        const struct taps *h, ptrdiff_t channel,
                        float *output) {
  for (ptrdiff_t ow = 0; ow < conv->w.out; ++ow) {
    struct taps w = kind->find(&conv->w, ow);
    float sums[DOT_ROWS] = {0.0F};
    for (ptrdiff_t c = 0; c < part->depth; c += conv->channel_block)
      add_taps(conv, part, d, h, &w, c,
               min_index(conv->channel_block, part->depth - c), sums);
    for (ptrdiff_t r = 0; r < part->rows; ++r) {
      float sum = conv->bias ? sums[r] + conv->bias[channel + r] : sums[r];
      output[ow * conv->out_c + channel + r] =
          clamp(sum, conv->act_min, conv->act_max);
    }
  }
}

static portable_status convolve(const struct conv *conv,
                                const struct kind *kind,
                                const float *restrict input,
                                const float *restrict filter,
                                float *restrict output) {
  PORTABLE_REQUIRE(input && filter && output);
  PORTABLE_REQUIRE(is_valid_dim(&conv->d) && is_valid_dim(&conv->h) &&
                   is_valid_dim(&conv->w));
  PORTABLE_REQUIRE(conv->batch > 0 && conv->in_c > 0 && conv->out_c > 0 &&
                   conv->groups > 0 && conv->in_c % conv->groups == 0 &&
                   conv->out_c % conv->groups == 0 && conv->channel_block > 0);
  ptrdiff_t in_size = conv->d.in * conv->h.in * conv->w.in * conv->in_c;
  for (ptrdiff_t n = 0; n < conv->batch; ++n, input += in_size)
    for (ptrdiff_t od = 0; od < conv->d.out; ++od) {
      struct taps d = kind->find(&conv->d, od);
      for (ptrdiff_t oh = 0; oh < conv->h.out; ++oh) {
        struct taps h = kind->find(&conv->h, oh);
        /* A block of filters stays in the cache for a whole row. */
        for (ptrdiff_t channel = 0; channel < conv->out_c;) {
          struct part part = find_part(conv, kind, input, filter, channel);
          compute_row(conv, kind, &part, &d, &h, channel, output);
          channel += part.rows;
        }
        output += conv->w.out * conv->out_c;
      }
    }
  return PORTABLE_OK;
}

static struct conv from_1d(const portable_conv1d_params *p,
                           int32_t channel_block, const float *bias,
                           float act_min, float act_max) {
  struct conv conv = {
      no_dim,
      no_dim,
      {p->in_w, p->out_w, p->kernel_w, p->stride_w, p->dilation_w, p->pad_left},
      p->batch,
      p->in_c,
      p->out_c,
      p->groups,
      channel_block > 0 ? channel_block : p->in_c,
      bias,
      act_min,
      act_max};
  return conv;
}

static struct conv from_2d(const portable_conv2d_params *p,
                           int32_t channel_block, const float *bias,
                           float act_min, float act_max) {
  struct conv conv = {
      no_dim,
      {p->in_h, p->out_h, p->kernel_h, p->stride_h, p->dilation_h, p->pad_top},
      {p->in_w, p->out_w, p->kernel_w, p->stride_w, p->dilation_w, p->pad_left},
      p->batch,
      p->in_c,
      p->out_c,
      p->groups,
      channel_block > 0 ? channel_block : p->in_c,
      bias,
      act_min,
      act_max};
  return conv;
}

static struct conv from_3d(const portable_conv3d_params *p,
                           int32_t channel_block, const float *bias,
                           float act_min, float act_max) {
  struct conv conv = {
      {p->in_d, p->out_d, p->kernel_d, p->stride_d, p->dilation_d,
       p->pad_front},
      {p->in_h, p->out_h, p->kernel_h, p->stride_h, p->dilation_h, p->pad_top},
      {p->in_w, p->out_w, p->kernel_w, p->stride_w, p->dilation_w, p->pad_left},
      p->batch,
      p->in_c,
      p->out_c,
      p->groups,
      channel_block > 0 ? channel_block : p->in_c,
      bias,
      act_min,
      act_max};
  return conv;
}

portable_status portable_conv1d_f32(const portable_conv1d_params *params,
                                    int32_t channel_block, const float *input,
                                    const float *filter, const float *bias,
                                    float act_min, float act_max,
                                    float *output) {
  PORTABLE_REQUIRE(params);
  struct conv conv = from_1d(params, channel_block, bias, act_min, act_max);
  return convolve(&conv, &forward, input, filter, output);
}

portable_status portable_conv2d_f32(const portable_conv2d_params *params,
                                    int32_t channel_block, const float *input,
                                    const float *filter, const float *bias,
                                    float act_min, float act_max,
                                    float *output) {
  PORTABLE_REQUIRE(params);
  struct conv conv = from_2d(params, channel_block, bias, act_min, act_max);
  return convolve(&conv, &forward, input, filter, output);
}

portable_status portable_conv3d_f32(const portable_conv3d_params *params,
                                    int32_t channel_block, const float *input,
                                    const float *filter, const float *bias,
                                    float act_min, float act_max,
                                    float *output) {
  PORTABLE_REQUIRE(params);
  struct conv conv = from_3d(params, channel_block, bias, act_min, act_max);
  return convolve(&conv, &forward, input, filter, output);
}

portable_status
portable_conv1d_transpose_f32(const portable_conv1d_params *params,
                              int32_t channel_block, const float *input,
                              const float *filter, const float *bias,
                              float act_min, float act_max, float *output) {
  PORTABLE_REQUIRE(params);
  struct conv conv = from_1d(params, channel_block, bias, act_min, act_max);
  return convolve(&conv, &transposed, input, filter, output);
}

portable_status
portable_conv2d_transpose_f32(const portable_conv2d_params *params,
                              int32_t channel_block, const float *input,
                              const float *filter, const float *bias,
                              float act_min, float act_max, float *output) {
  PORTABLE_REQUIRE(params);
  struct conv conv = from_2d(params, channel_block, bias, act_min, act_max);
  return convolve(&conv, &transposed, input, filter, output);
}

portable_status
portable_conv3d_transpose_f32(const portable_conv3d_params *params,
                              int32_t channel_block, const float *input,
                              const float *filter, const float *bias,
                              float act_min, float act_max, float *output) {
  PORTABLE_REQUIRE(params);
  struct conv conv = from_3d(params, channel_block, bias, act_min, act_max);
  return convolve(&conv, &transposed, input, filter, output);
}
