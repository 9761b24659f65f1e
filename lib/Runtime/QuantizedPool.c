/*===- QuantizedPool.c - Pools of quantised numbers -----------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Requantize.h"
#include "Window.h"

/** Channels that are added up at a time. */
enum { CHANNEL_BLOCK = 32 };

struct pool {
  struct dim h, w;
  ptrdiff_t batch, channels, pad_bottom, pad_right;
  bool count_padding;
  portable_division division;
  int32_t min, max;
};

/** What an output position sees of a batch element, and the averages' divisor.
 */
struct window {
  struct taps h, w;
  int32_t divisor;
};

/** Writes the output position at `output`, of which `input` is the batch
 *  element. */
typedef void window_reducer(const struct pool *pool,
                            const struct window *window, const void *input,
                            void *output);

static struct pool make_pool(const portable_pool2d_params *p, int32_t min,
                             int32_t max) {
  struct pool pool = {
      {p->in_h, p->out_h, p->kernel_h, p->stride_h, p->dilation_h, p->pad_top},
      {p->in_w, p->out_w, p->kernel_w, p->stride_w, p->dilation_w, p->pad_left},
      p->batch,
      p->channels,
      p->pad_bottom,
      p->pad_right,
      false,
      PORTABLE_DIVIDE_TRUNCATE,
      min,
      max};
  return pool;
}

static bool is_valid_pool(const struct pool *pool) {
  return is_valid_dim(&pool->h) && is_valid_dim(&pool->w) && pool->batch > 0 &&
         pool->channels > 0 && pool->pad_bottom >= 0 && pool->pad_right >= 0 &&
         pool->min <= pool->max &&
         (pool->division == PORTABLE_DIVIDE_TRUNCATE ||
          pool->division == PORTABLE_DIVIDE_TO_NEAREST);
}

static int32_t find_divisor(const struct pool *pool,
                            const struct window *window, ptrdiff_t oh,
                            ptrdiff_t ow) {
  ptrdiff_t count = pool->count_padding
                        ? padded_count(&pool->h, pool->pad_bottom, oh) *
                              padded_count(&pool->w, pool->pad_right, ow)
                        : window->h.count * window->w.count;
  return (int32_t)max_index(count, 1);
}

static portable_status reduce_windows(const struct pool *pool,
                                      window_reducer *reduce,
                                      ptrdiff_t element_size, const void *input,
                                      void *output) {
  PORTABLE_REQUIRE(input && output && is_valid_pool(pool));
  ptrdiff_t in_size = pool->h.in * pool->w.in * pool->channels * element_size;
  const char *x = input;
  char *y = output;
  for (ptrdiff_t n = 0; n < pool->batch; ++n, x += in_size)
    for (ptrdiff_t oh = 0; oh < pool->h.out; ++oh) {
      struct window window;
      window.h = find_taps(&pool->h, oh);
      for (ptrdiff_t ow = 0; ow < pool->w.out; ++ow) {
        window.w = find_taps(&pool->w, ow);
        window.divisor = find_divisor(pool, &window, oh, ow);
        reduce(pool, &window, x, y);
        y += pool->channels * element_size;
      }
    }
  return PORTABLE_OK;
}

/** The same of windows that divide the input evenly. */
static portable_status reduce_bins(const portable_adaptive_pool_params *p,
                                   window_reducer *reduce,
                                   ptrdiff_t element_size, const void *input,
                                   void *output) {
  PORTABLE_REQUIRE(p && input && output && p->batch > 0 && p->channels > 0);
  PORTABLE_REQUIRE(p->in_d == 1 && p->in_h > 0 && p->in_w > 0);
  PORTABLE_REQUIRE(p->out_d == 1 && p->out_h > 0 && p->out_w > 0);
  struct pool pool = {no_dim,    no_dim,   p->batch, p->channels,
                      0,         0,        false,    PORTABLE_DIVIDE_TRUNCATE,
                      INT32_MIN, INT32_MAX};
  pool.h.in = p->in_h;
  pool.w.in = p->in_w;
  ptrdiff_t in_size = pool.h.in * pool.w.in * pool.channels * element_size;
  const char *x = input;
  char *y = output;
  for (ptrdiff_t n = 0; n < pool.batch; ++n, x += in_size)
    for (ptrdiff_t oh = 0; oh < p->out_h; ++oh)
      for (ptrdiff_t ow = 0; ow < p->out_w; ++ow) {
        struct window window;
        window.h = find_bin(p->in_h, p->out_h, oh);
        window.w = find_bin(p->in_w, p->out_w, ow);
        window.divisor = (int32_t)(window.h.count * window.w.count);
        reduce(&pool, &window, x, y);
        y += pool.channels * element_size;
      }
  return PORTABLE_OK;
}

/** The offset of a tap's first channel. */
static inline ptrdiff_t tap_offset(const struct pool *pool,
                                   const struct window *window, ptrdiff_t th,
                                   ptrdiff_t tw) {
  ptrdiff_t row = window->h.i + th * window->h.i_step;
  ptrdiff_t column = window->w.i + tw * window->w.i_step;
  return (row * pool->w.in + column) * pool->channels;
}

static inline int32_t divide(const struct pool *pool, int32_t sum,
                             int32_t divisor) {
  if (pool->division == PORTABLE_DIVIDE_TO_NEAREST)
    sum += sum > 0 ? divisor / 2 : -(divisor / 2);
  return sum / divisor;
}

/** What sums that wrap around add up. */
static inline uint32_t modulo_2_32(int32_t x) { return (uint32_t)x; }

#define POOLS(suffix, type, lowest)                                            \
  static void max_window_##suffix(const struct pool *pool,                     \
                                  const struct window *window,                 \
                                  const void *input, void *output) {           \
    type *restrict y = output;                                                 \
    for (ptrdiff_t c = 0; c < pool->channels; ++c)                             \
      y[c] = lowest;                                                           \
    for (ptrdiff_t th = 0; th < window->h.count; ++th)                         \
      for (ptrdiff_t tw = 0; tw < window->w.count; ++tw) {                     \
        const type *restrict x =                                               \
            (const type *)input + tap_offset(pool, window, th, tw);            \
        for (ptrdiff_t c = 0; c < pool->channels; ++c)                         \
          y[c] = x[c] > y[c] ? x[c] : y[c];                                    \
      }                                                                        \
    for (ptrdiff_t c = 0; c < pool->channels; ++c)                             \
      y[c] = (type)clamp_i32(y[c], pool->min, pool->max);                      \
  }                                                                            \
  static void average_window_##suffix(const struct pool *pool,                 \
                                      const struct window *window,             \
                                      const void *input, void *output) {       \
    type *restrict y = output;                                                 \
    for (ptrdiff_t first = 0; first < pool->channels;                          \
         first += CHANNEL_BLOCK) {                                             \
      ptrdiff_t count = min_index(CHANNEL_BLOCK, pool->channels - first);      \
      uint32_t sums[CHANNEL_BLOCK] = {0};                                      \
      for (ptrdiff_t th = 0; th < window->h.count; ++th)                       \
        for (ptrdiff_t tw = 0; tw < window->w.count; ++tw) {                   \
          const type *restrict x =                                             \
              (const type *)input + tap_offset(pool, window, th, tw) + first;  \
          for (ptrdiff_t c = 0; c < count; ++c)                                \
            sums[c] += modulo_2_32(x[c]);                                      \
        }                                                                      \
      for (ptrdiff_t c = 0; c < count; ++c)                                    \
        y[first + c] =                                                         \
            (type)clamp_i32(divide(pool, (int32_t)sums[c], window->divisor),   \
                            pool->min, pool->max);                             \
    }                                                                          \
  }                                                                            \
  portable_status portable_max_pool2d_##suffix(                                \
      const portable_pool2d_params *params, int32_t min, int32_t max,          \
      const type *input, type *output) {                                       \
    PORTABLE_REQUIRE(params);                                                  \
    struct pool pool = make_pool(params, min, max);                            \
    return reduce_windows(&pool, max_window_##suffix, sizeof(type), input,     \
                          output);                                             \
  }                                                                            \
  portable_status portable_avg_pool2d_##suffix(                                \
      const portable_pool2d_params *params, int32_t count_include_pad,         \
      portable_division division, int32_t min, int32_t max, const type *input, \
      type *output) {                                                          \
    PORTABLE_REQUIRE(params);                                                  \
    struct pool pool = make_pool(params, min, max);                            \
    pool.count_padding = count_include_pad != 0;                               \
    pool.division = division;                                                  \
    return reduce_windows(&pool, average_window_##suffix, sizeof(type), input, \
                          output);                                             \
  }                                                                            \
  portable_status portable_adaptive_max_pool_##suffix(                         \
      const portable_adaptive_pool_params *params, const type *input,          \
      type *output) {                                                          \
    return reduce_bins(params, max_window_##suffix, sizeof(type), input,       \
                       output);                                                \
  }                                                                            \
  portable_status portable_adaptive_avg_pool_##suffix(                         \
      const portable_adaptive_pool_params *params, const type *input,          \
      type *output) {                                                          \
    return reduce_bins(params, average_window_##suffix, sizeof(type), input,   \
                       output);                                                \
  }

POOLS(s8, int8_t, INT8_MIN)
POOLS(u8, uint8_t, 0)
POOLS(s16, int16_t, INT16_MIN)
POOLS(s32, int32_t, INT32_MIN)
