/*===- QuantizedConvolution.c - Convolutions of quantised numbers ---------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * The loops of Convolution.c over two dimensions, with innermost loops that
 * depend on the types.
 */
#include "Products.h"
#include "Requantize.h"
#include "Window.h"

enum { PADDING_RUN = 32 };

struct conv {
  const struct product_types *types;
  struct dim h, w;
  ptrdiff_t batch, in_c, out_c, groups;
  struct zero_points zero;
  /** What lies outside the input; PADDING_RUN elements of it. */
  int32_t padding;
  union {
    int8_t s8[PADDING_RUN];
    int16_t s16[PADDING_RUN];
  } padding_run;
  const portable_requantize_params *requantize;
  const void *bias;
  bool transposed;
};

/** What `rows` (1 or PRODUCT_ROWS) output channels of one group are computed
 *  from: see Convolution.c. */
struct part {
  const void *input, *filter;
  ptrdiff_t rows, depth, tap_step, filter_step;
};

static struct part find_part(const struct conv *conv, const void *input,
                             const void *filter, ptrdiff_t channel) {
  ptrdiff_t group_size = conv->out_c / conv->groups;
  ptrdiff_t group = channel / group_size;
  ptrdiff_t place = channel % group_size;
  struct part part;
  part.rows = group_size - place >= PRODUCT_ROWS ? PRODUCT_ROWS : 1;
  part.depth = conv->in_c / conv->groups;
  part.tap_step = conv->transposed ? conv->in_c : part.depth;
  part.filter_step = conv->h.kernel * conv->w.kernel * part.tap_step;
  part.input = element(input, conv->types->input_size, group * part.depth);
  part.filter =
      element(filter, conv->types->weights_size,
              conv->transposed ? place * part.filter_step + group * part.depth
                               : channel * part.filter_step);
  return part;
}

static struct taps find(const struct conv *conv, const struct dim *dim,
                        ptrdiff_t o) {
  return conv->transposed ? find_transposed_taps(dim, o) : find_taps(dim, o);
}

/** Adds to the sums of the part's channels what one output position gets. */
static void add_taps(const struct conv *conv, const struct part *part,
                     const struct taps *h, const struct taps *w,
                     int64_t *sums) {
  if (w->count == 0)
    return;
  /* Neighbouring taps whose inputs are neighbours as well are one long run. */
  bool contiguous = conv->groups == 1 && w->i_step == 1 && w->k_step == 1;
  ptrdiff_t runs = contiguous ? 1 : w->count;
  ptrdiff_t length = contiguous ? w->count * part->depth : part->depth;
  for (ptrdiff_t th = 0; th < h->count; ++th) {
    ptrdiff_t position = (h->i + th * h->i_step) * conv->w.in + w->i;
    ptrdiff_t tap = (h->k + th * h->k_step) * conv->w.kernel + w->k;
    for (ptrdiff_t t = 0; t < runs; ++t) {
      conv->types->add_rows(
          element(part->input, conv->types->input_size, position * conv->in_c),
          element(part->filter, conv->types->weights_size,
                  tap * part->tap_step),
          part->filter_step, part->rows, length, conv->zero, sums);
      position += w->i_step;
      tap += w->k_step;
    }
  }
}

static bool sees(const struct taps *taps, ptrdiff_t k) {
  return k >= taps->k && k < taps->k + taps->count;
}

/** Whether the output position sees something outside the input that counts. */
static bool sees_padding(const struct conv *conv, const struct taps *h,
                         const struct taps *w) {
  return conv->padding != 0 &&
         (h->count < conv->h.kernel || w->count < conv->w.kernel);
}

/** The same for the taps that lie outside the input. */
static void add_padding(const struct conv *conv, const struct part *part,
                        const struct taps *h, const struct taps *w,
                        int64_t *sums) {
  for (ptrdiff_t kh = 0; kh < conv->h.kernel; ++kh)
    for (ptrdiff_t kw = 0; kw < conv->w.kernel; ++kw) {
      if (sees(h, kh) && sees(w, kw))
        continue;
      ptrdiff_t tap = (kh * conv->w.kernel + kw) * part->tap_step;
      for (ptrdiff_t c = 0; c < part->depth; c += PADDING_RUN)
        conv->types->add_rows(
            &conv->padding_run,
            element(part->filter, conv->types->weights_size, tap + c),
            part->filter_step, part->rows,
            min_index(PADDING_RUN, part->depth - c), conv->zero, sums);
    }
}

/** One row of the output, whose first element has this index. */
static void compute_row(const struct conv *conv, const void *input,
                        const void *filter, const struct taps *h, void *output,
                        ptrdiff_t index) {
  /* A block of filters stays in the cache for a whole row. */
  for (ptrdiff_t channel = 0; channel < conv->out_c;) {
    struct part part = find_part(conv, input, filter, channel);
    for (ptrdiff_t ow = 0; ow < conv->w.out; ++ow) {
      struct taps w = find(conv, &conv->w, ow);
      int64_t sums[PRODUCT_ROWS] = {0};
      add_taps(conv, &part, h, &w, sums);
      if (sees_padding(conv, h, &w))
        add_padding(conv, &part, h, &w, sums);
      for (ptrdiff_t r = 0; r < part.rows; ++r)
        conv->types->store(conv->requantize, channel + r, sums[r], conv->bias,
                           output, index + ow * conv->out_c + channel + r);
    }
    channel += part.rows;
  }
}

static bool is_valid_conv(const struct conv *conv) {
  return is_valid_dim(&conv->h) && is_valid_dim(&conv->w) && conv->batch > 0 &&
         conv->in_c > 0 && conv->out_c > 0 && conv->groups > 0 &&
         conv->in_c % conv->groups == 0 && conv->out_c % conv->groups == 0 &&
         !(conv->transposed && conv->padding != 0) &&
         (conv->types->stores_sums ||
          is_valid_requantize(conv->requantize, conv->out_c));
}

static struct conv make_conv(const struct product_types *types,
                             const portable_conv2d_params *p,
                             const portable_product_zero_points *zero,
                             const portable_requantize_params *requantize,
                             const void *bias, bool transposed) {
  struct conv conv = {
      types,
      {p->in_h, p->out_h, p->kernel_h, p->stride_h, p->dilation_h, p->pad_top},
      {p->in_w, p->out_w, p->kernel_w, p->stride_w, p->dilation_w, p->pad_left},
      p->batch,
      p->in_c,
      p->out_c,
      p->groups,
      {zero->input, zero->weights},
      zero->padding,
      {{0}},
      requantize,
      bias,
      transposed};
  int32_t outside = zero->input + zero->padding;
  for (ptrdiff_t i = 0; i < PADDING_RUN; ++i)
    if (types->input_size == 1)
      conv.padding_run.s8[i] = (int8_t)outside;
    else
      conv.padding_run.s16[i] = (int16_t)outside;
  return conv;
}

static portable_status convolve(const struct conv *conv, const void *input,
                                const void *filter, void *output) {
  PORTABLE_REQUIRE(input && filter && output && is_valid_conv(conv));
  ptrdiff_t in_size = conv->h.in * conv->w.in * conv->in_c;
  ptrdiff_t row_size = conv->w.out * conv->out_c;
  ptrdiff_t index = 0;
  for (ptrdiff_t n = 0; n < conv->batch; ++n) {
    const void *x = element(input, conv->types->input_size, n * in_size);
    for (ptrdiff_t oh = 0; oh < conv->h.out; ++oh, index += row_size) {
      struct taps h = find(conv, &conv->h, oh);
      compute_row(conv, x, filter, &h, output, index);
    }
  }
  return PORTABLE_OK;
}

/** Adds to the sums of `count` channels from c on what a depthwise convolution
 *  has outside the input. */
static void add_channel_padding(const struct conv *conv, const void *filter,
                                const struct taps *h, const struct taps *w,
                                ptrdiff_t c, ptrdiff_t count, int64_t *sums) {
  for (ptrdiff_t kh = 0; kh < conv->h.kernel; ++kh)
    for (ptrdiff_t kw = 0; kw < conv->w.kernel; ++kw)
      if (!sees(h, kh) || !sees(w, kw))
        conv->types->add_channels(
            &conv->padding_run,
            element(filter, conv->types->weights_size,
                    (kh * conv->w.kernel + kw) * conv->out_c + c),
            count, 0, 1, conv->zero, sums);
}

/** The output position at which rows and columns of the input are seen, of a
 *  depthwise convolution; its first channel has this index in the output. */
static void compute_position(const struct conv *conv, const void *input,
                             const void *filter, const struct taps *h,
                             const struct taps *w, void *output,
                             ptrdiff_t index) {
  const struct product_types *types = conv->types;
  ptrdiff_t multiplier = conv->out_c / conv->in_c;
  for (ptrdiff_t c = 0; c < conv->out_c; c += PRODUCT_CHANNELS) {
    ptrdiff_t count = min_index(PRODUCT_CHANNELS, conv->out_c - c);
    int64_t sums[PRODUCT_CHANNELS] = {0};
    for (ptrdiff_t th = 0; th < h->count; ++th)
      for (ptrdiff_t tw = 0; tw < w->count; ++tw) {
        ptrdiff_t row = h->i + th * h->i_step;
        ptrdiff_t position = row * conv->w.in + w->i + tw * w->i_step;
        ptrdiff_t tap = (h->k + th) * conv->w.kernel + w->k + tw;
        types->add_channels(
            element(input, types->input_size,
                    position * conv->in_c + c / multiplier),
            element(filter, types->weights_size, tap * conv->out_c + c), count,
            c % multiplier, multiplier, conv->zero, sums);
      }
    if (sees_padding(conv, h, w))
      add_channel_padding(conv, filter, h, w, c, count, sums);
    for (ptrdiff_t i = 0; i < count; ++i)
      types->store(conv->requantize, c + i, sums[i], conv->bias, output,
                   index + c + i);
  }
}

static portable_status convolve_depthwise(const struct conv *conv,
                                          const void *input, const void *filter,
                                          void *output) {
  PORTABLE_REQUIRE(input && filter && output && is_valid_conv(conv));
  PORTABLE_REQUIRE(conv->groups == conv->in_c);
  ptrdiff_t in_size = conv->h.in * conv->w.in * conv->in_c;
  ptrdiff_t index = 0;
  for (ptrdiff_t n = 0; n < conv->batch; ++n) {
    const void *x = element(input, conv->types->input_size, n * in_size);
    for (ptrdiff_t oh = 0; oh < conv->h.out; ++oh) {
      struct taps h = find_taps(&conv->h, oh);
      for (ptrdiff_t ow = 0; ow < conv->w.out; ++ow, index += conv->out_c) {
        struct taps w = find_taps(&conv->w, ow);
        compute_position(conv, x, filter, &h, &w, output, index);
      }
    }
  }
  return PORTABLE_OK;
}

#define CONVOLUTION(kernel, suffix, in_type, filter_type, bias_type,           \
                    transposed, compute)                                       \
  portable_status portable_##kernel##_##suffix(                                \
      const portable_conv2d_params *params,                                    \
      const portable_product_zero_points *zero_points,                         \
      const portable_requantize_params *requantize, const in_type *input,      \
      const filter_type *filter, const bias_type *bias, in_type *output) {     \
    PORTABLE_REQUIRE(params && zero_points);                                   \
    struct conv conv = make_conv(&dsp_portable_products_##suffix, params,      \
                                 zero_points, requantize, bias, transposed);   \
    return compute(&conv, input, filter, output);                              \
  }
#define CONVOLUTIONS(suffix, in_type, filter_type, bias_type)                  \
  CONVOLUTION(conv2d, suffix, in_type, filter_type, bias_type, false,          \
              convolve)                                                        \
  CONVOLUTION(depthwise_conv2d, suffix, in_type, filter_type, bias_type,       \
              false, convolve_depthwise)                                       \
  CONVOLUTION(conv2d_transpose, suffix, in_type, filter_type, bias_type, true, \
              convolve)

CONVOLUTIONS(s8, int8_t, int8_t, int32_t)
CONVOLUTIONS(u8, uint8_t, uint8_t, int32_t)
CONVOLUTIONS(s16, int16_t, int8_t, int64_t)

#define SUMS(kernel, suffix, type, transposed, compute)                        \
  portable_status portable_##kernel##_##suffix##_i32(                          \
      const portable_conv2d_params *params,                                    \
      const portable_product_zero_points *zero_points, const type *input,      \
      const type *filter, const int32_t *bias, int32_t *output) {              \
    PORTABLE_REQUIRE(params && zero_points);                                   \
    struct conv conv = make_conv(&dsp_portable_sums_##suffix, params,          \
                                 zero_points, NULL, bias, transposed);         \
    return compute(&conv, input, filter, output);                              \
  }
#define ALL_SUMS(suffix, type)                                                 \
  SUMS(conv2d, suffix, type, false, convolve)                                  \
  SUMS(depthwise_conv2d, suffix, type, false, convolve_depthwise)              \
  SUMS(conv2d_transpose, suffix, type, true, convolve)

ALL_SUMS(s8, int8_t)
ALL_SUMS(u8, uint8_t)
