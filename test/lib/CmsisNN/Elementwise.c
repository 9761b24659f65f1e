/*===- Elementwise.c - Sums and products of elements ---------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

static bool are_s8(int32_t lhs, int32_t rhs, int32_t output, int32_t min,
                   int32_t max) {
  return are_s8_offsets(lhs, output) && are_s8_offsets(rhs, output) &&
         is_activation(min, max, INT8_MIN, INT8_MAX);
}

/** Offsets are not used. */
static bool are_s16(int32_t lhs, int32_t rhs, int32_t output, int32_t min,
                    int32_t max) {
  return lhs == 0 && rhs == 0 && output == 0 &&
         is_activation(min, max, INT16_MIN, INT16_MAX);
}

#define ELEMENTWISE(suffix, type)                                              \
  arm_cmsis_nn_status arm_elementwise_add_##suffix(                            \
      const type *input_1_vect, const type *input_2_vect,                      \
      const int32_t input_1_offset, const int32_t input_1_mult,                \
      const int32_t input_1_shift, const int32_t input_2_offset,               \
      const int32_t input_2_mult, const int32_t input_2_shift,                 \
      const int32_t left_shift, type *output, const int32_t out_offset,        \
      const int32_t out_mult, const int32_t out_shift,                         \
      const int32_t out_activation_min, const int32_t out_activation_max,      \
      const int32_t block_size) {                                              \
    REQUIRE(are_##suffix(input_1_offset, input_2_offset, out_offset,           \
                         out_activation_min, out_activation_max));             \
    REQUIRE(input_1_shift <= 0 && input_2_shift <= 0 && out_shift <= 0);       \
    const portable_quantized_add_params params = {PORTABLE_REQUANTIZE_TFLITE,  \
                                                  left_shift,                  \
                                                  -input_1_offset,             \
                                                  input_1_mult,                \
                                                  input_1_shift,               \
                                                  -input_2_offset,             \
                                                  input_2_mult,                \
                                                  input_2_shift,               \
                                                  out_offset,                  \
                                                  out_mult,                    \
                                                  out_shift,                   \
                                                  out_activation_min,          \
                                                  out_activation_max};         \
    return status_of(portable_add_##suffix(&params, input_1_vect,              \
                                           input_2_vect, block_size, output)); \
  }                                                                            \
  arm_cmsis_nn_status arm_elementwise_mul_##suffix(                            \
      const type *input_1_vect, const type *input_2_vect,                      \
      const int32_t input_1_offset, const int32_t input_2_offset,              \
      type *output, const int32_t out_offset, const int32_t out_mult,          \
      const int32_t out_shift, const int32_t out_activation_min,               \
      const int32_t out_activation_max, const int32_t block_size) {            \
    REQUIRE(are_##suffix(input_1_offset, input_2_offset, out_offset,           \
                         out_activation_min, out_activation_max));             \
    const portable_quantized_multiply_params params = {                        \
        PORTABLE_REQUANTIZE_TFLITE,                                            \
        -input_1_offset,                                                       \
        -input_2_offset,                                                       \
        out_offset,                                                            \
        out_mult,                                                              \
        out_shift,                                                             \
        out_activation_min,                                                    \
        out_activation_max};                                                   \
    return status_of(portable_multiply_##suffix(                               \
        &params, input_1_vect, input_2_vect, block_size, output));             \
  }

ELEMENTWISE(s8, int8_t)
ELEMENTWISE(s16, int16_t)
