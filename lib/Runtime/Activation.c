/*===- Activation.c - Activations, biases, scales and shifts --------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

portable_status portable_relu_f32(const float *input, int32_t n,
                                  float *output) {
  PORTABLE_REQUIRE(input && output && n > 0);
  PORTABLE_INDEPENDENT
  for (ptrdiff_t i = 0; i < n; ++i)
    output[i] = max_f32(input[i], 0.0F);
  return PORTABLE_OK;
}

portable_status portable_leaky_relu_f32(const float *input, float alpha,
                                        int32_t n, float *output) {
  PORTABLE_REQUIRE(input && output && n > 0);
  PORTABLE_INDEPENDENT
  for (ptrdiff_t i = 0; i < n; ++i)
    output[i] = input[i] > 0.0F ? input[i] : alpha * input[i];
  return PORTABLE_OK;
}

portable_status portable_clip_f32(const float *input, float min, float max,
                                  int32_t n, float *output) {
  PORTABLE_REQUIRE(input && output && n > 0);
  PORTABLE_INDEPENDENT
  for (ptrdiff_t i = 0; i < n; ++i)
    output[i] = max_f32(min_f32(input[i], max), min);
  return PORTABLE_OK;
}

/*
 * The following three apply one function per channel. With inner == 1, the
 * usual case, neighbours belong to different channels; otherwise to the same
 * one.
 */

portable_status portable_prelu_f32(int32_t outer, int32_t channels,
                                   int32_t inner, const float *input,
                                   const float *restrict alpha, float *output) {
  PORTABLE_REQUIRE(input && alpha && output);
  PORTABLE_REQUIRE(outer > 0 && channels > 0 && inner > 0);
  for (ptrdiff_t o = 0; o < outer; ++o) {
    if (inner == 1) {
      PORTABLE_INDEPENDENT
      for (ptrdiff_t c = 0; c < channels; ++c)
        output[c] = input[c] > 0.0F ? input[c] : alpha[c] * input[c];
      input += channels;
      output += channels;
    } else {
      for (ptrdiff_t c = 0; c < channels; ++c) {
        portable_leaky_relu_f32(input, alpha[c], inner, output);
        input += inner;
        output += inner;
      }
    }
  }
  return PORTABLE_OK;
}

portable_status portable_bias_add_f32(int32_t outer, int32_t channels,
                                      int32_t inner, const float *input,
                                      const float *restrict bias,
                                      float *output) {
  PORTABLE_REQUIRE(input && bias && output);
  PORTABLE_REQUIRE(outer > 0 && channels > 0 && inner > 0);
  for (ptrdiff_t o = 0; o < outer; ++o) {
    if (inner == 1) {
      PORTABLE_INDEPENDENT
      for (ptrdiff_t c = 0; c < channels; ++c)
        output[c] = input[c] + bias[c];
      input += channels;
      output += channels;
    } else {
      for (ptrdiff_t c = 0; c < channels; ++c) {
        PORTABLE_INDEPENDENT
        for (ptrdiff_t i = 0; i < inner; ++i)
          output[i] = input[i] + bias[c];
        input += inner;
        output += inner;
      }
    }
  }
  return PORTABLE_OK;
}

portable_status portable_scale_shift_f32(int32_t outer, int32_t channels,
                                         int32_t inner, const float *input,
                                         const float *restrict scale,
                                         const float *restrict shift,
                                         float *output) {
  PORTABLE_REQUIRE(input && scale && shift && output);
  PORTABLE_REQUIRE(outer > 0 && channels > 0 && inner > 0);
  for (ptrdiff_t o = 0; o < outer; ++o) {
    if (inner == 1) {
      PORTABLE_INDEPENDENT
      for (ptrdiff_t c = 0; c < channels; ++c)
        output[c] = input[c] * scale[c] + shift[c];
      input += channels;
      output += channels;
    } else {
      for (ptrdiff_t c = 0; c < channels; ++c) {
        PORTABLE_INDEPENDENT
        for (ptrdiff_t i = 0; i < inner; ++i)
          output[i] = input[i] * scale[c] + shift[c];
        input += inner;
        output += inner;
      }
    }
  }
  return PORTABLE_OK;
}
