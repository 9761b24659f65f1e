/*===- IntegerPool.c - Pools of integers in their own type ----------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * As Relay has them where a model does not widen its numbers: sums wrap around,
 * and so does what they are divided by.
 */
#include "Window.h"

struct pool {
  struct dim d, h, w;
  ptrdiff_t batch, channels;
  ptrdiff_t pad_back, pad_bottom, pad_right;
  bool count_padding;
};

/** What an output position sees of a batch element, and the averages' divisor.
 */
struct window {
  struct taps d, h, w;
  ptrdiff_t divisor;
};

/** Writes the output position at `output`, of which `input` is the batch
 *  element; false if the divisor is 0 in the type of the elements. */
typedef bool window_reducer(const struct pool *pool,
                            const struct window *window, const void *input,
                            void *output);

static struct pool make_pool(const portable_pool3d_params *p) {
  struct pool pool = {
      {p->in_d, p->out_d, p->kernel_d, p->stride_d, p->dilation_d,
       p->pad_front},
      {p->in_h, p->out_h, p->kernel_h, p->stride_h, p->dilation_h, p->pad_top},
      {p->in_w, p->out_w, p->kernel_w, p->stride_w, p->dilation_w, p->pad_left},
      p->batch,
      p->channels,
      p->pad_back,
      p->pad_bottom,
      p->pad_right,
      false};
  return pool;
}

static ptrdiff_t find_divisor(const struct pool *pool,
                              const struct window *window, ptrdiff_t od,
                              ptrdiff_t oh, ptrdiff_t ow) {
  ptrdiff_t count = pool->count_padding
                        ? padded_count(&pool->d, pool->pad_back, od) *
                              padded_count(&pool->h, pool->pad_bottom, oh) *
                              padded_count(&pool->w, pool->pad_right, ow)
                        : window->d.count * window->h.count * window->w.count;
  return max_index(count, 1);
}

static portable_status reduce_windows(const struct pool *pool,
                                      window_reducer *reduce,
                                      ptrdiff_t element_size, const void *input,
                                      void *output) {
  PORTABLE_REQUIRE(input && output && pool->batch > 0 && pool->channels > 0);
  PORTABLE_REQUIRE(is_valid_dim(&pool->d) && is_valid_dim(&pool->h) &&
                   is_valid_dim(&pool->w));
  PORTABLE_REQUIRE(pool->pad_back >= 0 && pool->pad_bottom >= 0 &&
                   pool->pad_right >= 0);
  ptrdiff_t position = pool->channels * element_size;
  ptrdiff_t in_size = pool->d.in * pool->h.in * pool->w.in * position;
  const char *x = input;
  char *y = output;
  for (ptrdiff_t n = 0; n < pool->batch; ++n, x += in_size)
    for (ptrdiff_t od = 0; od < pool->d.out; ++od)
      for (ptrdiff_t oh = 0; oh < pool->h.out; ++oh)
        for (ptrdiff_t ow = 0; ow < pool->w.out; ++ow, y += position) {
          struct window window = {find_taps(&pool->d, od),
                                  find_taps(&pool->h, oh),
                                  find_taps(&pool->w, ow), 0};
          window.divisor = find_divisor(pool, &window, od, oh, ow);
          PORTABLE_REQUIRE(reduce(pool, &window, x, y));
        }
  return PORTABLE_OK;
}

/** The same of windows that divide the input evenly. */
static portable_status reduce_bins(const portable_adaptive_pool_params *p,
                                   window_reducer *reduce,
                                   ptrdiff_t element_size, const void *input,
                                   void *output) {
  PORTABLE_REQUIRE(p && input && output && p->batch > 0 && p->channels > 0);
  PORTABLE_REQUIRE(p->in_d > 0 && p->in_h > 0 && p->in_w > 0);
  PORTABLE_REQUIRE(p->out_d > 0 && p->out_h > 0 && p->out_w > 0);
  struct pool pool = {no_dim, no_dim, no_dim, p->batch, p->channels,
                      0,      0,      0,      false};
  pool.d.in = p->in_d;
  pool.h.in = p->in_h;
  pool.w.in = p->in_w;
  ptrdiff_t position = pool.channels * element_size;
  ptrdiff_t in_size = pool.d.in * pool.h.in * pool.w.in * position;
  const char *x = input;
  char *y = output;
  for (ptrdiff_t n = 0; n < pool.batch; ++n, x += in_size)
    for (ptrdiff_t od = 0; od < p->out_d; ++od)
      for (ptrdiff_t oh = 0; oh < p->out_h; ++oh)
        for (ptrdiff_t ow = 0; ow < p->out_w; ++ow, y += position) {
          struct window window = {find_bin(p->in_d, p->out_d, od),
                                  find_bin(p->in_h, p->out_h, oh),
                                  find_bin(p->in_w, p->out_w, ow), 0};
          window.divisor = window.d.count * window.h.count * window.w.count;
          PORTABLE_REQUIRE(reduce(&pool, &window, x, y));
        }
  return PORTABLE_OK;
}

/** `expression` combines what there is of an output element, a, with x. */
#define ACCUMULATE(name, type, initial, expression)                            \
  static void name(const struct pool *pool, const struct window *window,       \
                   const type *input, type *restrict y) {                      \
    for (ptrdiff_t c = 0; c < pool->channels; ++c)                             \
      y[c] = initial;                                                          \
    for (ptrdiff_t td = 0; td < window->d.count; ++td)                         \
      for (ptrdiff_t th = 0; th < window->h.count; ++th)                       \
        for (ptrdiff_t tw = 0; tw < window->w.count; ++tw) {                   \
          ptrdiff_t plane = window->d.i + td * window->d.i_step;               \
          ptrdiff_t row =                                                      \
              plane * pool->h.in + window->h.i + th * window->h.i_step;        \
          ptrdiff_t at =                                                       \
              row * pool->w.in + window->w.i + tw * window->w.i_step;          \
          const type *restrict in = input + at * pool->channels;               \
          for (ptrdiff_t c = 0; c < pool->channels; ++c) {                     \
            const type x = in[c], a = y[c];                                    \
            y[c] = (type)(expression);                                         \
          }                                                                    \
        }                                                                      \
  }

#define POOLS(suffix, type, unsigned_type, least)                              \
  ACCUMULATE(maximise_##suffix, type, least, x > a ? x : a)                    \
  ACCUMULATE(sum_##suffix, type, 0, (unsigned_type)x + (unsigned_type)a)       \
  static bool max_window_##suffix(const struct pool *pool,                     \
                                  const struct window *window,                 \
                                  const void *input, void *output) {           \
    maximise_##suffix(pool, window, input, output);                            \
    return true;                                                               \
  }                                                                            \
  static bool average_window_##suffix(const struct pool *pool,                 \
                                      const struct window *window,             \
                                      const void *input, void *output) {       \
    type *y = output;                                                          \
    const type divisor = (type)window->divisor;                                \
    if (divisor == 0)                                                          \
      return false;                                                            \
    sum_##suffix(pool, window, input, y);                                      \
    for (ptrdiff_t c = 0; c < pool->channels; ++c)                             \
      y[c] = (type)(y[c] / divisor);                                           \
    return true;                                                               \
  }                                                                            \
  portable_status portable_max_pool3d_##suffix(                                \
      const portable_pool3d_params *params, const type *input, type *output) { \
    PORTABLE_REQUIRE(params);                                                  \
    struct pool pool = make_pool(params);                                      \
    return reduce_windows(&pool, max_window_##suffix, sizeof(type), input,     \
                          output);                                             \
  }                                                                            \
  portable_status portable_avg_pool3d_##suffix(                                \
      const portable_pool3d_params *params, int32_t count_include_pad,         \
      const type *input, type *output) {                                       \
    PORTABLE_REQUIRE(params);                                                  \
    struct pool pool = make_pool(params);                                      \
    pool.count_padding = count_include_pad != 0;                               \
    return reduce_windows(&pool, average_window_##suffix, sizeof(type), input, \
                          output);                                             \
  }                                                                            \
  portable_status portable_adaptive_max_pool3d_##suffix(                       \
      const portable_adaptive_pool_params *params, const type *input,          \
      type *output) {                                                          \
    return reduce_bins(params, max_window_##suffix, sizeof(type), input,       \
                       output);                                                \
  }                                                                            \
  portable_status portable_adaptive_avg_pool3d_##suffix(                       \
      const portable_adaptive_pool_params *params, const type *input,          \
      type *output) {                                                          \
    return reduce_bins(params, average_window_##suffix, sizeof(type), input,   \
                       output);                                                \
  }

POOLS(s8, int8_t, uint32_t, INT8_MIN)
POOLS(u8, uint8_t, uint32_t, 0)
POOLS(s16, int16_t, uint32_t, INT16_MIN)
POOLS(s32, int32_t, uint32_t, INT32_MIN)
POOLS(s64, int64_t, uint64_t, INT64_MIN)
