/*===- Resize.c - Images of other sizes -----------------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * Coordinates and weights are computed in float and in the order of operations
 * that Relay has, so that the same elements are picked.
 */
#include "Element.h"

#include <math.h>

static bool is_valid_resize(const portable_resize2d_params *p) {
  return p && p->batch > 0 && p->in_h > 0 && p->in_w > 0 && p->channels > 0 &&
         p->out_h > 0 && p->out_w > 0;
}

/** The input coordinate of output o. */
static float find_coordinate(portable_coordinates coordinates, ptrdiff_t in,
                             ptrdiff_t out, ptrdiff_t o) {
  float scale = (float)in / (float)out;
  switch (coordinates) {
  case PORTABLE_PYTORCH_HALF_PIXEL:
    if (out == 1)
      return 0.0F;
    return ((float)o + 0.5F) * scale - 0.5F;
  case PORTABLE_ALIGN_CORNERS:
    return out == 1 ? 0.0F : (float)(in - 1) / (float)(out - 1) * (float)o;
  case PORTABLE_ASYMMETRIC:
    return scale * (float)o;
  case PORTABLE_TF_HALF_PIXEL_FOR_NN:
    return ((float)o + 0.5F) * scale;
  case PORTABLE_HALF_PIXEL:
  default:
    return ((float)o + 0.5F) * scale - 0.5F;
  }
}

static ptrdiff_t clamp_index(ptrdiff_t i, ptrdiff_t size) {
  return max_index(min_index(i, size - 1), 0);
}

static ptrdiff_t find_nearest(portable_coordinates coordinates,
                              portable_rounding rounding, ptrdiff_t in,
                              ptrdiff_t out, ptrdiff_t o) {
  if (coordinates == PORTABLE_ASYMMETRIC && out % in == 0)
    return o / (out / in);
  /* Keeps a coordinate that rounding errors moved off an integer there. */
  const float tolerance = 1e-5F;
  float x = find_coordinate(coordinates, in, out, o);
  switch (rounding) {
  case PORTABLE_ROUND:
    x = roundf(x);
    break;
  case PORTABLE_ROUND_PREFER_FLOOR:
    x = ceilf(x - 0.5F);
    break;
  case PORTABLE_ROUND_PREFER_CEIL:
    x = floorf(x + 0.5F);
    break;
  case PORTABLE_CEIL:
    x = ceilf(x - tolerance);
    break;
  case PORTABLE_FLOOR:
  default:
    x = floorf(x + tolerance);
  }
  return clamp_index((ptrdiff_t)x, in);
}

portable_status
portable_resize2d_nearest(const portable_resize2d_params *params,
                          portable_rounding rounding, int32_t element_size,
                          const void *input, void *output) {
  PORTABLE_REQUIRE(input && output && element_size > 0);
  PORTABLE_REQUIRE(is_valid_resize(params));
  const portable_resize2d_params *p = params;
  ptrdiff_t size = (ptrdiff_t)p->channels * element_size;
  ptrdiff_t row = p->in_w * size;
  const char *in = input;
  char *out = output;
  for (ptrdiff_t n = 0; n < p->batch; ++n, in += p->in_h * row)
    for (ptrdiff_t oh = 0; oh < p->out_h; ++oh) {
      ptrdiff_t y =
          find_nearest(p->coordinates, rounding, p->in_h, p->out_h, oh);
      for (ptrdiff_t ow = 0; ow < p->out_w; ++ow, out += size) {
        ptrdiff_t x =
            find_nearest(p->coordinates, rounding, p->in_w, p->out_w, ow);
        memcpy(out, in + y * row + x * size, (size_t)size);
      }
    }
  return PORTABLE_OK;
}

/** Input positions along one dimension and the weights they have in an output
 *  position. */
struct mix {
  ptrdiff_t index[4];
  float weight[4];
};

static struct mix mix_linearly(portable_coordinates coordinates, ptrdiff_t in,
                               ptrdiff_t out, ptrdiff_t o) {
  float x = find_coordinate(coordinates, in, out, o);
  float whole = floorf(x);
  ptrdiff_t i = (ptrdiff_t)whole;
  struct mix mix = {{clamp_index(i, in), clamp_index(i + 1, in)},
                    {1.0F - (x - whole), x - whole}};
  return mix;
}

static struct mix mix_cubically(portable_coordinates coordinates, float alpha,
                                bool exclude_outside, ptrdiff_t in,
                                ptrdiff_t out, ptrdiff_t o) {
  float x = find_coordinate(coordinates, in, out, o);
  float whole = floorf(x);
  float t = x - whole;
  float t2 = t * t;
  float t3 = t2 * t;
  struct mix mix = {
      {0},
      {alpha * (t3 - 2.0F * t2 + t),
       (alpha + 2.0F) * t3 - (3.0F + alpha) * t2 + 1.0F,
       -(alpha + 2.0F) * t3 + (3.0F + 2.0F * alpha) * t2 - alpha * t,
       -alpha * t3 + alpha * t2}};
  float sum = 0.0F;
  for (int k = 0; k < 4; ++k) {
    ptrdiff_t i = (ptrdiff_t)whole - 1 + k;
    mix.index[k] = clamp_index(i, in);
    if (exclude_outside && mix.index[k] != i)
      mix.weight[k] = 0.0F;
    sum += mix.weight[k];
  }
  for (int k = 0; k < 4 && exclude_outside; ++k)
    mix.weight[k] /= sum;
  return mix;
}

/** One output position, all channels: the columns of each row are mixed, then
 *  the rows. `count` is of both, a constant where this is inlined. */
static inline void mix_position(const portable_resize2d_params *p, int count,
                                const struct mix *rows,
                                const struct mix *columns,
                                const float *restrict input,
                                float *restrict output) {
  ptrdiff_t channels = p->channels;
  for (int r = 0; r < count; ++r) {
    const float *row = input + rows->index[r] * p->in_w * channels;
    for (ptrdiff_t c = 0; c < channels; ++c) {
      float mixed = 0.0F;
      for (int k = 0; k < count; ++k)
        mixed += row[columns->index[k] * channels + c] * columns->weight[k];
      mixed *= rows->weight[r];
      output[c] = r == 0 ? mixed : output[c] + mixed;
    }
  }
}

portable_status
portable_resize2d_linear_f32(const portable_resize2d_params *params,
                             const float *input, float *output) {
  PORTABLE_REQUIRE(input && output && is_valid_resize(params));
  const portable_resize2d_params *p = params;
  ptrdiff_t in_size = (ptrdiff_t)p->in_h * p->in_w * p->channels;
  for (ptrdiff_t n = 0; n < p->batch; ++n, input += in_size)
    for (ptrdiff_t oh = 0; oh < p->out_h; ++oh) {
      struct mix rows = mix_linearly(p->coordinates, p->in_h, p->out_h, oh);
      for (ptrdiff_t ow = 0; ow < p->out_w; ++ow, output += p->channels) {
        struct mix columns =
            mix_linearly(p->coordinates, p->in_w, p->out_w, ow);
        mix_position(p, 2, &rows, &columns, input, output);
      }
    }
  return PORTABLE_OK;
}

portable_status
portable_resize2d_cubic_f32(const portable_resize2d_params *params, float alpha,
                            int32_t exclude_outside, const float *input,
                            float *output) {
  PORTABLE_REQUIRE(input && output && is_valid_resize(params));
  const portable_resize2d_params *p = params;
  bool exclude = exclude_outside != 0;
  ptrdiff_t in_size = (ptrdiff_t)p->in_h * p->in_w * p->channels;
  for (ptrdiff_t n = 0; n < p->batch; ++n, input += in_size)
    for (ptrdiff_t oh = 0; oh < p->out_h; ++oh) {
      struct mix rows =
          mix_cubically(p->coordinates, alpha, exclude, p->in_h, p->out_h, oh);
      for (ptrdiff_t ow = 0; ow < p->out_w; ++ow, output += p->channels) {
        struct mix columns = mix_cubically(p->coordinates, alpha, exclude,
                                           p->in_w, p->out_w, ow);
        mix_position(p, 4, &rows, &columns, input, output);
      }
    }
  return PORTABLE_OK;
}
