/*===- QuantizedLeakyRelu.c - Leaky relu of quantised numbers -------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Requantize.h"

static bool is_valid(const portable_quantized_leaky_relu_params *p) {
  return p && is_valid_rounding(p->rounding) &&
         is_valid_scale(p->multiplier, p->shift) &&
         is_valid_scale(p->alpha_multiplier, p->alpha_shift);
}

static inline int32_t leaky_relu(const portable_quantized_leaky_relu_params *p,
                                 int32_t x, int32_t min, int32_t max) {
  x -= p->input_zero_point;
  int32_t scaled =
      x >= 0 ? scale_by(p->rounding, x, p->multiplier, p->shift)
             : scale_by(p->rounding, x, p->alpha_multiplier, p->alpha_shift);
  return clamp_i32(wrap_i32((int64_t)scaled + p->output_zero_point), min, max);
}

#define LEAKY_RELU(suffix, type, min, max)                                     \
  portable_status portable_leaky_relu_##suffix(                                \
      const portable_quantized_leaky_relu_params *params, const type *input,   \
      int32_t n, type *output) {                                               \
    PORTABLE_REQUIRE(is_valid(params) && input && output && n > 0);            \
    const portable_quantized_leaky_relu_params p = *params;                    \
    for (ptrdiff_t i = 0; i < n; ++i)                                          \
      output[i] = (type)leaky_relu(&p, input[i], min, max);                    \
    return PORTABLE_OK;                                                        \
  }

LEAKY_RELU(s8, int8_t, INT8_MIN, INT8_MAX)
LEAKY_RELU(u8, uint8_t, 0, UINT8_MAX)
LEAKY_RELU(s16, int16_t, INT16_MIN, INT16_MAX)
