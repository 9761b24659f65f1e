/*===- QuantizedBinary.c - Functions of two quantised tensors -------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Broadcast.h"
#include "Requantize.h"

static inline int32_t scale_operand(const portable_quantized_add_params *p,
                                    int32_t x, int32_t zero_point,
                                    int32_t multiplier, int32_t shift) {
  uint32_t shifted = (uint32_t)(x - zero_point) << p->left_shift;
  return scale_by(p->rounding, (int32_t)shifted, multiplier, shift);
}

/** A sum at the output's scale or, finer by left_shift bits, at that of both
 * operands. */
static inline int32_t finish_sum(const portable_quantized_add_params *p,
                                 int64_t sum) {
  int32_t scaled = scale_by(p->rounding, wrap_i32(sum), p->output_multiplier,
                            p->output_shift);
  return clamp_i32(wrap_i32((int64_t)scaled + p->output_zero_point), p->min,
                   p->max);
}

static inline int32_t add(const portable_quantized_add_params *p, int32_t x,
                          int32_t y) {
  return finish_sum(p, (int64_t)scale_operand(p, x, p->lhs_zero_point,
                                              p->lhs_multiplier, p->lhs_shift) +
                           scale_operand(p, y, p->rhs_zero_point,
                                         p->rhs_multiplier, p->rhs_shift));
}

static inline int32_t subtract(const portable_quantized_add_params *p,
                               int32_t x, int32_t y) {
  return finish_sum(p, (int64_t)scale_operand(p, x, p->lhs_zero_point,
                                              p->lhs_multiplier, p->lhs_shift) -
                           scale_operand(p, y, p->rhs_zero_point,
                                         p->rhs_multiplier, p->rhs_shift));
}

static inline int32_t multiply(const portable_quantized_multiply_params *p,
                               int32_t x, int32_t y) {
  int64_t product = (int64_t)(x - p->lhs_zero_point) * (y - p->rhs_zero_point);
  int32_t scaled =
      scale_by(p->rounding, wrap_i32(product), p->multiplier, p->shift);
  return clamp_i32(wrap_i32((int64_t)scaled + p->output_zero_point), p->min,
                   p->max);
}

static bool is_valid_add(const portable_quantized_add_params *p) {
  return p && is_valid_rounding(p->rounding) && p->left_shift >= 0 &&
         p->left_shift <= 31 && p->min <= p->max &&
         is_valid_scale(p->lhs_multiplier, p->lhs_shift) &&
         is_valid_scale(p->rhs_multiplier, p->rhs_shift) &&
         is_valid_scale(p->output_multiplier, p->output_shift);
}

static bool is_valid_multiply(const portable_quantized_multiply_params *p) {
  return p && is_valid_rounding(p->rounding) && p->min <= p->max &&
         is_valid_scale(p->multiplier, p->shift);
}

#define BINARY(operation, suffix, type, params_type, is_valid)                 \
  portable_status portable_##operation##_##suffix(                             \
      const params_type *params, const type *lhs, const type *rhs, int32_t n,  \
      type *output) {                                                          \
    PORTABLE_REQUIRE(is_valid(params) && lhs && rhs && output && n > 0);       \
    const params_type p = *params;                                             \
    for (ptrdiff_t i = 0; i < n; ++i)                                          \
      output[i] = (type)operation(&p, lhs[i], rhs[i]);                         \
    return PORTABLE_OK;                                                        \
  }                                                                            \
  portable_status portable_##operation##_broadcast_##suffix(                   \
      const portable_broadcast_params *shapes, const params_type *params,      \
      const type *lhs, const type *rhs, type *output) {                        \
    PORTABLE_REQUIRE(shapes && is_valid(params) && lhs && rhs && output);      \
    const int32_t *const operands[2] = {shapes->lhs_shape, shapes->rhs_shape}; \
    struct broadcast loops;                                                    \
    portable_status status =                                                   \
        dsp_portable_plan_broadcast(shapes->rank, 2, operands, &loops);        \
    if (status != PORTABLE_OK)                                                 \
      return status;                                                           \
    const params_type p = *params;                                             \
    ptrdiff_t index[PORTABLE_MAX_RANK] = {0};                                  \
    ptrdiff_t offset[MAX_OPERANDS] = {0};                                      \
    do {                                                                       \
      const type *x = lhs + offset[0];                                         \
      const type *y = rhs + offset[1];                                         \
      for (ptrdiff_t i = 0; i < loops.row_size; ++i)                           \
        *output++ = (type)operation(&p, x[i * loops.row_step[0]],              \
                                    y[i * loops.row_step[1]]);                 \
    } while (next_row(&loops, 2, index, offset));                              \
    return PORTABLE_OK;                                                        \
  }

#define ARITHMETIC(suffix, type)                                               \
  BINARY(add, suffix, type, portable_quantized_add_params, is_valid_add)       \
  BINARY(subtract, suffix, type, portable_quantized_add_params, is_valid_add)  \
  BINARY(multiply, suffix, type, portable_quantized_multiply_params,           \
         is_valid_multiply)

ARITHMETIC(s8, int8_t)
ARITHMETIC(u8, uint8_t)
ARITHMETIC(s16, int16_t)
