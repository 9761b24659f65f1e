/*===- Pool.c - Maximum and average over windows --------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * One loop nest serves one to three dimensions; the innermost loop runs over
 * the channels, accumulating in the output.
 */
#include "Window.h"

#include <float.h>

struct pool {
  struct dim d, h, w;
  ptrdiff_t batch, channels;
  /** The padding after the input, along each dimension. */
  ptrdiff_t pad_back, pad_bottom, pad_right;
};

/** Rows of channels, from which the kernels below are made. */
static void fill(float *y, ptrdiff_t n, float value) {
  for (ptrdiff_t i = 0; i < n; ++i)
    y[i] = value;
}

static void maximise(float *restrict y, const float *restrict x, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; ++i)
    y[i] = max_f32(y[i], x[i]);
}

static void accumulate(float *restrict y, const float *restrict x,
                       ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; ++i)
    y[i] += x[i];
}

static void divide(float *y, ptrdiff_t n, ptrdiff_t divisor) {
  for (ptrdiff_t i = 0; i < n; ++i)
    y[i] /= (float)divisor;
}

/** By a divisor that all windows have, of which Relay takes the inverse. */
static void divide_by_constant(float *y, ptrdiff_t n, ptrdiff_t divisor) {
  const float inverse = (float)(1.0 / (double)divisor);
  for (ptrdiff_t i = 0; i < n; ++i)
    y[i] *= inverse;
}

/** One output position over a batch element: `input` is that element. */
static void max_window(const struct pool *pool, const struct taps *d,
                       const struct taps *h, const struct taps *w,
                       const float *input, float *y) {
  fill(y, pool->channels, -FLT_MAX);
  for (ptrdiff_t td = 0; td < d->count; ++td)
    for (ptrdiff_t th = 0; th < h->count; ++th)
      for (ptrdiff_t tw = 0; tw < w->count; ++tw) {
        ptrdiff_t plane = d->i + td * d->i_step;
        ptrdiff_t row = plane * pool->h.in + h->i + th * h->i_step;
        ptrdiff_t position = row * pool->w.in + w->i + tw * w->i_step;
        maximise(y, input + position * pool->channels, pool->channels);
      }
}

static void sum_window(const struct pool *pool, const struct taps *d,
                       const struct taps *h, const struct taps *w,
                       const float *input, float *y) {
  fill(y, pool->channels, 0.0F);
  for (ptrdiff_t td = 0; td < d->count; ++td)
    for (ptrdiff_t th = 0; th < h->count; ++th)
      for (ptrdiff_t tw = 0; tw < w->count; ++tw) {
        ptrdiff_t plane = d->i + td * d->i_step;
        ptrdiff_t row = plane * pool->h.in + h->i + th * h->i_step;
        ptrdiff_t position = row * pool->w.in + w->i + tw * w->i_step;
        accumulate(y, input + position * pool->channels, pool->channels);
      }
}

static bool is_valid_pool(const struct pool *pool) {
  return is_valid_dim(&pool->d) && is_valid_dim(&pool->h) &&
         is_valid_dim(&pool->w) && pool->batch > 0 && pool->channels > 0 &&
         pool->pad_back >= 0 && pool->pad_bottom >= 0 && pool->pad_right >= 0;
}

static portable_status max_pool(const struct pool *pool,
                                const float *restrict input,
                                float *restrict output) {
  PORTABLE_REQUIRE(input && output && is_valid_pool(pool));
  ptrdiff_t in_size = pool->d.in * pool->h.in * pool->w.in * pool->channels;
  for (ptrdiff_t n = 0; n < pool->batch; ++n, input += in_size)
    for (ptrdiff_t od = 0; od < pool->d.out; ++od) {
      struct taps d = find_taps(&pool->d, od);
      for (ptrdiff_t oh = 0; oh < pool->h.out; ++oh) {
        struct taps h = find_taps(&pool->h, oh);
        for (ptrdiff_t ow = 0; ow < pool->w.out; ++ow) {
          struct taps w = find_taps(&pool->w, ow);
          max_window(pool, &d, &h, &w, input, output);
          output += pool->channels;
        }
      }
    }
  return PORTABLE_OK;
}

/** Whether all output positions along the dimension count all taps; those in
 *  the middle do if those at the ends do. */
static bool counts_all(const struct dim *dim, ptrdiff_t pad_after,
                       bool count_padding) {
  if (count_padding)
    return padded_count(dim, pad_after, dim->out - 1) == dim->kernel;
  return find_taps(dim, 0).count == dim->kernel &&
         find_taps(dim, dim->out - 1).count == dim->kernel;
}

static portable_status avg_pool(const struct pool *pool, bool count_padding,
                                const float *restrict input,
                                float *restrict output) {
  PORTABLE_REQUIRE(input && output && is_valid_pool(pool));
  bool is_constant = counts_all(&pool->d, pool->pad_back, count_padding) &&
                     counts_all(&pool->h, pool->pad_bottom, count_padding) &&
                     counts_all(&pool->w, pool->pad_right, count_padding);
  void (*divide_sums)(float *, ptrdiff_t, ptrdiff_t) =
      is_constant ? divide_by_constant : divide;
  ptrdiff_t in_size = pool->d.in * pool->h.in * pool->w.in * pool->channels;
  for (ptrdiff_t n = 0; n < pool->batch; ++n, input += in_size)
    for (ptrdiff_t od = 0; od < pool->d.out; ++od) {
      struct taps d = find_taps(&pool->d, od);
      for (ptrdiff_t oh = 0; oh < pool->h.out; ++oh) {
        struct taps h = find_taps(&pool->h, oh);
        for (ptrdiff_t ow = 0; ow < pool->w.out; ++ow) {
          struct taps w = find_taps(&pool->w, ow);
          sum_window(pool, &d, &h, &w, input, output);
          ptrdiff_t divisor =
              count_padding ? padded_count(&pool->d, pool->pad_back, od) *
                                  padded_count(&pool->h, pool->pad_bottom, oh) *
                                  padded_count(&pool->w, pool->pad_right, ow)
                            : max_index(d.count * h.count * w.count, 1);
          divide_sums(output, pool->channels, divisor);
          output += pool->channels;
        }
      }
    }
  return PORTABLE_OK;
}

static struct pool from_1d(const portable_pool1d_params *p) {
  struct pool pool = {
      no_dim,
      no_dim,
      {p->in_w, p->out_w, p->kernel_w, p->stride_w, p->dilation_w, p->pad_left},
      p->batch,
      p->channels,
      0,
      0,
      p->pad_right};
  return pool;
}

static struct pool from_2d(const portable_pool2d_params *p) {
  struct pool pool = {
      no_dim,
      {p->in_h, p->out_h, p->kernel_h, p->stride_h, p->dilation_h, p->pad_top},
      {p->in_w, p->out_w, p->kernel_w, p->stride_w, p->dilation_w, p->pad_left},
      p->batch,
      p->channels,
      0,
      p->pad_bottom,
      p->pad_right};
  return pool;
}

static struct pool from_3d(const portable_pool3d_params *p) {
  struct pool pool = {
      {p->in_d, p->out_d, p->kernel_d, p->stride_d, p->dilation_d,
       p->pad_front},
      {p->in_h, p->out_h, p->kernel_h, p->stride_h, p->dilation_h, p->pad_top},
      {p->in_w, p->out_w, p->kernel_w, p->stride_w, p->dilation_w, p->pad_left},
      p->batch,
      p->channels,
      p->pad_back,
      p->pad_bottom,
      p->pad_right};
  return pool;
}

portable_status portable_max_pool1d_f32(const portable_pool1d_params *params,
                                        const float *input, float *output) {
  PORTABLE_REQUIRE(params);
  struct pool pool = from_1d(params);
  return max_pool(&pool, input, output);
}

portable_status portable_max_pool2d_f32(const portable_pool2d_params *params,
                                        const float *input, float *output) {
  PORTABLE_REQUIRE(params);
  struct pool pool = from_2d(params);
  return max_pool(&pool, input, output);
}

portable_status portable_max_pool3d_f32(const portable_pool3d_params *params,
                                        const float *input, float *output) {
  PORTABLE_REQUIRE(params);
  struct pool pool = from_3d(params);
  return max_pool(&pool, input, output);
}

portable_status portable_avg_pool1d_f32(const portable_pool1d_params *params,
                                        int32_t count_include_pad,
                                        const float *input, float *output) {
  PORTABLE_REQUIRE(params);
  struct pool pool = from_1d(params);
  return avg_pool(&pool, count_include_pad != 0, input, output);
}

portable_status portable_avg_pool2d_f32(const portable_pool2d_params *params,
                                        int32_t count_include_pad,
                                        const float *input, float *output) {
  PORTABLE_REQUIRE(params);
  struct pool pool = from_2d(params);
  return avg_pool(&pool, count_include_pad != 0, input, output);
}

portable_status portable_avg_pool3d_f32(const portable_pool3d_params *params,
                                        int32_t count_include_pad,
                                        const float *input, float *output) {
  PORTABLE_REQUIRE(params);
  struct pool pool = from_3d(params);
  return avg_pool(&pool, count_include_pad != 0, input, output);
}

portable_status portable_global_max_pool_f32(int32_t batch, int32_t positions,
                                             int32_t channels,
                                             const float *restrict input,
                                             float *restrict output) {
  PORTABLE_REQUIRE(input && output);
  PORTABLE_REQUIRE(batch > 0 && positions > 0 && channels > 0);
  for (ptrdiff_t n = 0; n < batch; ++n, output += channels) {
    fill(output, channels, -FLT_MAX);
    for (ptrdiff_t i = 0; i < positions; ++i, input += channels)
      maximise(output, input, channels);
  }
  return PORTABLE_OK;
}

portable_status portable_global_avg_pool_f32(int32_t batch, int32_t positions,
                                             int32_t channels,
                                             const float *restrict input,
                                             float *restrict output) {
  PORTABLE_REQUIRE(input && output);
  PORTABLE_REQUIRE(batch > 0 && positions > 0 && channels > 0);
  for (ptrdiff_t n = 0; n < batch; ++n, output += channels) {
    fill(output, channels, 0.0F);
    for (ptrdiff_t i = 0; i < positions; ++i, input += channels)
      accumulate(output, input, channels);
    divide_by_constant(output, channels, positions);
  }
  return PORTABLE_OK;
}

static portable_status adaptive_pool(const portable_adaptive_pool_params *p,
                                     bool average, const float *restrict input,
                                     float *restrict output) {
  PORTABLE_REQUIRE(p && input && output);
  PORTABLE_REQUIRE(p->batch > 0 && p->channels > 0);
  PORTABLE_REQUIRE(p->in_d > 0 && p->in_h > 0 && p->in_w > 0);
  PORTABLE_REQUIRE(p->out_d > 0 && p->out_h > 0 && p->out_w > 0);
  struct pool pool = {no_dim, no_dim, no_dim, p->batch, p->channels, 0, 0, 0};
  pool.d.in = p->in_d;
  pool.h.in = p->in_h;
  pool.w.in = p->in_w;
  ptrdiff_t in_size = pool.d.in * pool.h.in * pool.w.in * pool.channels;
  for (ptrdiff_t n = 0; n < p->batch; ++n, input += in_size)
    for (ptrdiff_t od = 0; od < p->out_d; ++od) {
      struct taps d = find_bin(p->in_d, p->out_d, od);
      for (ptrdiff_t oh = 0; oh < p->out_h; ++oh) {
        struct taps h = find_bin(p->in_h, p->out_h, oh);
        for (ptrdiff_t ow = 0; ow < p->out_w; ++ow) {
          struct taps w = find_bin(p->in_w, p->out_w, ow);
          if (average) {
            sum_window(&pool, &d, &h, &w, input, output);
            divide(output, pool.channels, d.count * h.count * w.count);
          } else {
            max_window(&pool, &d, &h, &w, input, output);
          }
          output += pool.channels;
        }
      }
    }
  return PORTABLE_OK;
}

portable_status
portable_adaptive_max_pool_f32(const portable_adaptive_pool_params *params,
                               const float *input, float *output) {
  return adaptive_pool(params, false, input, output);
}

portable_status
portable_adaptive_avg_pool_f32(const portable_adaptive_pool_params *params,
                               const float *input, float *output) {
  return adaptive_pool(params, true, input, output);
}
