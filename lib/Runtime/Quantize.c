/*===- Quantize.c - Between floats and quantised numbers ------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Requantize.h"

#include <math.h>

/** To the nearest, halves away from zero, clamped as a float. */
static inline float quantize(float scaled, int32_t zero_point, float min,
                             float max) {
  float rounded = roundf(scaled) + (float)zero_point;
  return min_f32(max_f32(rounded, min), max);
}

#define FLOATS(suffix, type, min, max)                                         \
  portable_status portable_quantize_##suffix(                                  \
      const float *input, float inverse_scale, int32_t zero_point, int32_t n,  \
      type *output) {                                                          \
    PORTABLE_REQUIRE(input && output && n > 0);                                \
    for (ptrdiff_t i = 0; i < n; ++i)                                          \
      output[i] =                                                              \
          (type)quantize(input[i] * inverse_scale, zero_point, min, max);      \
    return PORTABLE_OK;                                                        \
  }                                                                            \
  portable_status portable_quantize_tflite_##suffix(                           \
      const float *input, float scale, int32_t zero_point, int32_t n,          \
      type *output) {                                                          \
    PORTABLE_REQUIRE(input && output && n > 0 && scale > 0);                   \
    for (ptrdiff_t i = 0; i < n; ++i)                                          \
      output[i] = (type)quantize(input[i] / scale, zero_point, min, max);      \
    return PORTABLE_OK;                                                        \
  }                                                                            \
  portable_status portable_dequantize_##suffix(const type *input, float scale, \
                                               int32_t zero_point, int32_t n,  \
                                               float *output) {                \
    PORTABLE_REQUIRE(input && output && n > 0);                                \
    for (ptrdiff_t i = 0; i < n; ++i)                                          \
      output[i] = (float)(input[i] - zero_point) * scale;                      \
    return PORTABLE_OK;                                                        \
  }

FLOATS(s8, int8_t, -128.0F, 127.0F)
FLOATS(u8, uint8_t, 0.0F, 255.0F)
FLOATS(s16, int16_t, -32768.0F, 32767.0F)

portable_status portable_dequantize_i32(const int32_t *input, float scale,
                                        int32_t zero_point, int32_t n,
                                        float *output) {
  PORTABLE_REQUIRE(input && output && n > 0);
  for (ptrdiff_t i = 0; i < n; ++i)
    output[i] = (float)wrap_i32((int64_t)input[i] - zero_point) * scale;
  return PORTABLE_OK;
}

#define REQUANTIZE(from, from_type, to, to_type, scale_sum)                    \
  portable_status portable_requantize_##from##_to_##to(                        \
      const portable_requantize_params *params, int32_t input_zero_point,      \
      int32_t outer, int32_t channels, int32_t inner, const from_type *input,  \
      to_type *output) {                                                       \
    PORTABLE_REQUIRE(input && output);                                         \
    PORTABLE_REQUIRE(outer > 0 && channels > 0 && inner > 0);                  \
    PORTABLE_REQUIRE(is_valid_requantize(params, channels));                   \
    const portable_requantize_params p = *params;                              \
    ptrdiff_t i = 0;                                                           \
    for (ptrdiff_t o = 0; o < outer; ++o)                                      \
      for (ptrdiff_t c = 0; c < channels; ++c)                                 \
        for (ptrdiff_t k = 0; k < inner; ++k, ++i)                             \
          output[i] =                                                          \
              (to_type)scale_sum(&p, c, (int64_t)input[i] - input_zero_point); \
    return PORTABLE_OK;                                                        \
  }

#define REQUANTIZE_LOW(params, channel, sum)                                   \
  requantize(params, channel, wrap_i32(sum))

#define REQUANTIZE_TO_ALL(from, from_type, scale_sum)                          \
  REQUANTIZE(from, from_type, s8, int8_t, scale_sum)                           \
  REQUANTIZE(from, from_type, u8, uint8_t, scale_sum)                          \
  REQUANTIZE(from, from_type, s16, int16_t, scale_sum)                         \
  REQUANTIZE(from, from_type, i32, int32_t, scale_sum)

REQUANTIZE_TO_ALL(s8, int8_t, REQUANTIZE_LOW)
REQUANTIZE_TO_ALL(u8, uint8_t, REQUANTIZE_LOW)
REQUANTIZE_TO_ALL(s16, int16_t, REQUANTIZE_LOW)
REQUANTIZE_TO_ALL(i32, int32_t, REQUANTIZE_LOW)
REQUANTIZE_TO_ALL(i64, int64_t, requantize_wide)
