/*===- Window.h - What an output position sees of the input ---------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#ifndef DSP_RUNTIME_WINDOW_H
#define DSP_RUNTIME_WINDOW_H

#include "Support.h"

/** Geometry of a convolution or pool along one dimension. */
struct dim {
  ptrdiff_t in, out, kernel, stride, dilation, pad;
};

/** A dimension that is not there. */
static const struct dim no_dim = {1, 1, 1, 1, 1, 0};

/** The taps of the kernel that an output position sees along one dimension:
 *  `count` of them, from kernel position `k` and input position `i` on, in
 * these steps. */
struct taps {
  ptrdiff_t count, k, k_step, i, i_step;
};

static inline bool is_valid_dim(const struct dim *dim) {
  return dim->in > 0 && dim->out > 0 && dim->kernel > 0 && dim->stride > 0 &&
         dim->dilation > 0 && dim->pad >= 0;
}

/** Tap k of output position o lies at o * stride - pad + k * dilation; those
 *  outside the input are left out. */
static inline struct taps find_taps(const struct dim *dim, ptrdiff_t o) {
  ptrdiff_t start = o * dim->stride - dim->pad;
  ptrdiff_t first = start < 0 ? ceil_div(-start, dim->dilation) : 0;
  ptrdiff_t end =
      start < dim->in
          ? min_index(dim->kernel, ceil_div(dim->in - start, dim->dilation))
          : 0;
  struct taps taps = {max_index(end - first, 0), first, 1,
                      start + first * dim->dilation, dim->dilation};
  return taps;
}

static inline ptrdiff_t greatest_common_divisor(ptrdiff_t a, ptrdiff_t b) {
  while (b != 0) {
    ptrdiff_t rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/** Transposed: the input positions i, in ascending order, and taps k with
 *  i * stride - pad + k * dilation == o. */
static inline struct taps find_transposed_taps(const struct dim *dim,
                                               ptrdiff_t o) {
  ptrdiff_t divisor = greatest_common_divisor(dim->stride, dim->dilation);
  struct taps taps = {0, 0, -(dim->stride / divisor), 0,
                      dim->dilation / divisor};
  for (ptrdiff_t k = 0; k < dim->kernel; ++k) {
    ptrdiff_t scaled = o + dim->pad - k * dim->dilation;
    if (scaled < 0)
      break;
    if (scaled % dim->stride != 0 || scaled / dim->stride >= dim->in)
      continue;
    ++taps.count;
    taps.k = k;
    taps.i = scaled / dim->stride;
  }
  return taps;
}

/** The adaptive window of output position o as taps. */
static inline struct taps find_bin(ptrdiff_t in, ptrdiff_t out, ptrdiff_t o) {
  ptrdiff_t start = o * in / out;
  ptrdiff_t end = ceil_div((o + 1) * in, out);
  struct taps taps = {end - start, 0, 1, start, 1};
  return taps;
}

/** How many taps lie in the input or in its padding. */
static inline ptrdiff_t padded_count(const struct dim *dim, ptrdiff_t pad_after,
                                     ptrdiff_t o) {
  ptrdiff_t start = o * dim->stride - dim->pad;
  ptrdiff_t end = dim->in + pad_after;
  return start < end
             ? min_index(dim->kernel, ceil_div(end - start, dim->dilation))
             : 0;
}

#endif /* DSP_RUNTIME_WINDOW_H */
