/*===- Reduce.c - Reductions over any axes --------------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * The output is the accumulator: it is set to the operation's initial value,
 * and the input is visited once, element by element in memory order, which is
 * also TVM's: sums of floats are the same bits.
 */
#include "Requantize.h"

#include <float.h>

/**
 * Neighbouring axes that are all reduced or all kept count as one. Rows of
 * row_size elements are either reduced to one element or added to a row of the
 * output; an outer dimension advances the output by out_step, 0 if it is
 * reduced.
 */
struct reduction {
  int32_t rank;
  ptrdiff_t shape[PORTABLE_MAX_RANK], out_step[PORTABLE_MAX_RANK];
  ptrdiff_t row_size;
  bool reduces_row;
  ptrdiff_t out_size;
  /** Elements that each element of the output is made from. */
  ptrdiff_t reduced_size;
};

static portable_status plan(const portable_reduce_params *params,
                            struct reduction *loops) {
  PORTABLE_REQUIRE(params && params->rank >= 0 &&
                   params->rank <= PORTABLE_MAX_RANK);
  PORTABLE_REQUIRE(params->axis_count == 0 || params->axes);
  bool reduced[PORTABLE_MAX_RANK] = {false};
  for (int32_t i = 0; i < params->axis_count; ++i) {
    int32_t axis = params->axes[i];
    PORTABLE_REQUIRE(axis >= 0 && axis < params->rank && !reduced[axis]);
    reduced[axis] = true;
  }

  /* Innermost dimension first. */
  ptrdiff_t size[PORTABLE_MAX_RANK];
  bool kind[PORTABLE_MAX_RANK];
  int32_t count = 0;
  loops->out_size = loops->reduced_size = 1;
  for (int32_t d = params->rank - 1; d >= 0; --d) {
    PORTABLE_REQUIRE(params->shape && params->shape[d] > 0);
    ptrdiff_t dim = params->shape[d];
    *(reduced[d] ? &loops->reduced_size : &loops->out_size) *= dim;
    if (dim == 1)
      continue;
    if (count > 0 && kind[count - 1] == reduced[d]) {
      size[count - 1] *= dim;
    } else {
      kind[count] = reduced[d];
      size[count++] = dim;
    }
  }

  loops->row_size = count > 0 ? size[0] : 1;
  loops->reduces_row = count > 0 && kind[0];
  loops->rank = count > 0 ? count - 1 : 0;
  ptrdiff_t step = loops->reduces_row ? 1 : loops->row_size;
  for (int32_t c = 1; c < count; ++c) {
    int32_t d = loops->rank - c;
    loops->shape[d] = size[c];
    loops->out_step[d] = kind[c] ? 0 : step;
    step *= kind[c] ? 1 : size[c];
  }
  return PORTABLE_OK;
}

/** Goes to the next row of the input and its place in the output; false after
 *  the last one. */
static inline bool next_row(const struct reduction *loops, ptrdiff_t *index,
                            ptrdiff_t *offset) {
  for (int32_t d = loops->rank - 1; d >= 0; --d) {
    *offset += loops->out_step[d];
    if (++index[d] < loops->shape[d])
      return true;
    *offset -= loops->out_step[d] * loops->shape[d];
    index[d] = 0;
  }
  return false;
}

/** A kernel whose `expression` combines the accumulator a with an element x; it
 *  must be associative and commutative (up to rounding). */
#define REDUCTION(operation, suffix, type, initial, expression)                \
  static inline type operation##_step_##suffix(type a, type x) {               \
    return (type)(expression);                                                 \
  }                                                                            \
                                                                               \
  portable_status portable_##operation##_##suffix(                             \
      const portable_reduce_params *params, const type *restrict input,        \
      type *restrict output) {                                                 \
    PORTABLE_REQUIRE(input && output);                                         \
    struct reduction loops;                                                    \
    portable_status status = plan(params, &loops);                             \
    if (status != PORTABLE_OK)                                                 \
      return status;                                                           \
    for (ptrdiff_t i = 0; i < loops.out_size; ++i)                             \
      output[i] = initial;                                                     \
    ptrdiff_t index[PORTABLE_MAX_RANK] = {0}, offset = 0;                      \
    do {                                                                       \
      type *y = output + offset;                                               \
      if (loops.reduces_row) {                                                 \
        type total = *y;                                                       \
        for (ptrdiff_t i = 0; i < loops.row_size; ++i)                         \
          total = operation##_step_##suffix(total, input[i]);                  \
        *y = total;                                                            \
      } else {                                                                 \
        for (ptrdiff_t i = 0; i < loops.row_size; ++i)                         \
          y[i] = operation##_step_##suffix(y[i], input[i]);                    \
      }                                                                        \
      input += loops.row_size;                                                 \
    } while (next_row(&loops, index, &offset));                                \
    return PORTABLE_OK;                                                        \
  }

REDUCTION(sum, f32, float, 0.0F, a + x)
REDUCTION(prod, f32, float, 1.0F, a *x)
REDUCTION(max, f32, float, -FLT_MAX, max_f32(a, x))
REDUCTION(min, f32, float, FLT_MAX, min_f32(a, x))

#define INTEGER_REDUCTIONS(suffix, type, unsigned_type, least, greatest)       \
  REDUCTION(sum, suffix, type, 0, (unsigned_type)a + (unsigned_type)x)         \
  REDUCTION(prod, suffix, type, 1, (unsigned_type)a *(unsigned_type)x)         \
  REDUCTION(max, suffix, type, least, a > x ? a : x)                           \
  REDUCTION(min, suffix, type, greatest, a < x ? a : x)

INTEGER_REDUCTIONS(i8, int8_t, uint32_t, INT8_MIN, INT8_MAX)
INTEGER_REDUCTIONS(u8, uint8_t, uint32_t, 0, UINT8_MAX)
INTEGER_REDUCTIONS(i16, int16_t, uint32_t, INT16_MIN, INT16_MAX)
INTEGER_REDUCTIONS(i32, int32_t, uint32_t, INT32_MIN, INT32_MAX)
INTEGER_REDUCTIONS(i64, int64_t, uint64_t, INT64_MIN, INT64_MAX)

REDUCTION(all, bool, uint8_t, 1, a != 0 && x != 0)
REDUCTION(any, bool, uint8_t, 0, a != 0 || x != 0)

/* Relay takes the inverse of a constant that it divides floats by. */
#define MEAN(suffix, type, divide)                                             \
  portable_status portable_mean_##suffix(const portable_reduce_params *params, \
                                         const type *input, type *output) {    \
    struct reduction loops;                                                    \
    portable_status status = plan(params, &loops);                             \
    if (status == PORTABLE_OK)                                                 \
      status = portable_sum_##suffix(params, input, output);                   \
    if (status != PORTABLE_OK)                                                 \
      return status;                                                           \
    PORTABLE_REQUIRE((type)loops.reduced_size != 0);                           \
    for (ptrdiff_t i = 0; i < loops.out_size; ++i)                             \
      output[i] = (type)divide(output[i], (type)loops.reduced_size);           \
    return PORTABLE_OK;                                                        \
  }

#define DIVIDE_FLOATS(x, n) ((x) * (float)(1.0 / (double)(n)))
#define DIVIDE_INTEGERS(x, n) ((x) / (n))
MEAN(f32, float, DIVIDE_FLOATS)
MEAN(i8, int8_t, DIVIDE_INTEGERS)
MEAN(u8, uint8_t, DIVIDE_INTEGERS)
MEAN(i16, int16_t, DIVIDE_INTEGERS)
MEAN(i32, int32_t, DIVIDE_INTEGERS)
MEAN(i64, int64_t, DIVIDE_INTEGERS)

#define QUANTIZED_MEAN(suffix, type)                                           \
  portable_status portable_quantized_mean_##suffix(                            \
      const portable_reduce_params *params, int32_t input_zero_point,          \
      const portable_requantize_params *requantizer,                           \
      const type *restrict input, int32_t *restrict sums, type *output) {      \
    PORTABLE_REQUIRE(input && sums && output &&                                \
                     is_valid_requantize(requantizer, 1));                     \
    struct reduction loops;                                                    \
    portable_status status = plan(params, &loops);                             \
    if (status != PORTABLE_OK)                                                 \
      return status;                                                           \
    for (ptrdiff_t i = 0; i < loops.out_size; ++i)                             \
      sums[i] = wrap_i32(-(int64_t)input_zero_point * loops.reduced_size);     \
    ptrdiff_t index[PORTABLE_MAX_RANK] = {0}, offset = 0;                      \
    do {                                                                       \
      ptrdiff_t step = loops.reduces_row ? 0 : 1;                              \
      for (ptrdiff_t i = 0; i < loops.row_size; ++i)                           \
        sums[offset + i * step] =                                              \
            wrap_i32((int64_t)sums[offset + i * step] + input[i]);             \
      input += loops.row_size;                                                 \
    } while (next_row(&loops, index, &offset));                                \
    for (ptrdiff_t i = 0; i < loops.out_size; ++i)                             \
      output[i] = (type)requantize(requantizer, 0, sums[i]);                   \
    return PORTABLE_OK;                                                        \
  }

QUANTIZED_MEAN(s8, int8_t)
QUANTIZED_MEAN(u8, uint8_t)
QUANTIZED_MEAN(s16, int16_t)

static inline float square(float x) { return x * x; }

portable_status portable_variance_f32(const portable_reduce_params *params,
                                      int32_t unbiased,
                                      const float *restrict input,
                                      const float *restrict mean,
                                      float *restrict output) {
  PORTABLE_REQUIRE(input && mean && output);
  struct reduction loops;
  portable_status status = plan(params, &loops);
  if (status != PORTABLE_OK)
    return status;
  for (ptrdiff_t i = 0; i < loops.out_size; ++i)
    output[i] = 0.0F;
  ptrdiff_t index[PORTABLE_MAX_RANK] = {0}, offset = 0;
  do {
    float *y = output + offset;
    const float *m = mean + offset;
    ptrdiff_t step = loops.reduces_row ? 0 : 1;
    for (ptrdiff_t i = 0; i < loops.row_size; ++i)
      y[i * step] += square(input[i] - m[i * step]);
    input += loops.row_size;
  } while (next_row(&loops, index, &offset));
  ptrdiff_t divisor = loops.reduced_size - (unbiased ? 1 : 0);
  for (ptrdiff_t i = 0; i < loops.out_size; ++i)
    output[i] = DIVIDE_FLOATS(output[i], divisor);
  return PORTABLE_OK;
}
