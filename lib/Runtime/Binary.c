/*===- Binary.c - Functions of two tensors, element by element ------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * A kernel is a function for a row of elements, in which an operand may be one
 * value repeated, and the loops over rows.
 */
#include "Broadcast.h"

#include <math.h>

/** Loops of their own for the three kinds of rows, so that each vectorises. */
#define BINARY(operation, suffix, in_type, out_type, expression)               \
  static void operation##_row_##suffix(const in_type *lhs, ptrdiff_t lhs_step, \
                                       const in_type *rhs, ptrdiff_t rhs_step, \
                                       ptrdiff_t n, out_type *output) {        \
    if (lhs_step == 0) {                                                       \
      const in_type x = *lhs;                                                  \
      PORTABLE_INDEPENDENT                                                     \
      for (ptrdiff_t i = 0; i < n; ++i) {                                      \
        const in_type y = rhs[i];                                              \
        output[i] = (out_type)(expression);                                    \
      }                                                                        \
    } else if (rhs_step == 0) {                                                \
      const in_type y = *rhs;                                                  \
      PORTABLE_INDEPENDENT                                                     \
      for (ptrdiff_t i = 0; i < n; ++i) {                                      \
        const in_type x = lhs[i];                                              \
        output[i] = (out_type)(expression);                                    \
      }                                                                        \
    } else {                                                                   \
      PORTABLE_INDEPENDENT                                                     \
      for (ptrdiff_t i = 0; i < n; ++i) {                                      \
        const in_type x = lhs[i];                                              \
        const in_type y = rhs[i];                                              \
        output[i] = (out_type)(expression);                                    \
      }                                                                        \
    }                                                                          \
  }                                                                            \
                                                                               \
  portable_status portable_##operation##_##suffix(                             \
      const in_type *lhs, const in_type *rhs, int32_t n, out_type *output) {   \
    PORTABLE_REQUIRE(lhs && rhs && output && n > 0);                           \
    operation##_row_##suffix(lhs, 1, rhs, 1, n, output);                       \
    return PORTABLE_OK;                                                        \
  }                                                                            \
                                                                               \
  portable_status portable_##operation##_broadcast_##suffix(                   \
      const portable_broadcast_params *params, const in_type *lhs,             \
      const in_type *rhs, out_type *output) {                                  \
    PORTABLE_REQUIRE(params && lhs && rhs && output);                          \
    const int32_t *shapes[] = {params->lhs_shape, params->rhs_shape};          \
    struct broadcast loops;                                                    \
    portable_status status =                                                   \
        dsp_portable_plan_broadcast(params->rank, 2, shapes, &loops);          \
    if (status != PORTABLE_OK)                                                 \
      return status;                                                           \
    ptrdiff_t index[PORTABLE_MAX_RANK] = {0}, offset[2] = {0};                 \
    do {                                                                       \
      operation##_row_##suffix(lhs + offset[0], loops.row_step[0],             \
                               rhs + offset[1], loops.row_step[1],             \
                               loops.row_size, output);                        \
      output += loops.row_size;                                                \
    } while (next_row(&loops, 2, index, offset));                              \
    return PORTABLE_OK;                                                        \
  }

#define COMPARISONS(suffix, type)                                              \
  BINARY(equal, suffix, type, uint8_t, x == y)                                 \
  BINARY(not_equal, suffix, type, uint8_t, x != y)                             \
  BINARY(less, suffix, type, uint8_t, x < y)                                   \
  BINARY(less_equal, suffix, type, uint8_t, x <= y)                            \
  BINARY(greater, suffix, type, uint8_t, x > y)                                \
  BINARY(greater_equal, suffix, type, uint8_t, x >= y)

BINARY(add, f32, float, float, x + y)
BINARY(subtract, f32, float, float, x - y)
BINARY(multiply, f32, float, float, x *y)
BINARY(divide, f32, float, float, x / y)
BINARY(mod, f32, float, float, fmodf(x, y))
BINARY(floor_divide, f32, float, float, floorf(x / y))
BINARY(floor_mod, f32, float, float, x - floorf(x / y) * y)
BINARY(maximum, f32, float, float, max_f32(x, y))
BINARY(minimum, f32, float, float, min_f32(x, y))
BINARY(power, f32, float, float, powf(x, y))
COMPARISONS(f32, float)

/*
 * Integer division: never traps. Of two's complement numbers, all that
 * overflows is the least one divided by -1, which wraps around to itself.
 */
#define INTEGER_DIVISION(suffix, type, unsigned_type)                          \
  static inline type truncated_divide_##suffix(type x, type y) {               \
    if (y == -1)                                                               \
      return (type)(0U - (unsigned_type)x);                                    \
    return y == 0 ? 0 : x / y;                                                 \
  }                                                                            \
  static inline type truncated_mod_##suffix(type x, type y) {                  \
    return y == 0 || y == -1 ? 0 : x % y;                                      \
  }                                                                            \
  static inline type floored_divide_##suffix(type x, type y) {                 \
    type rest = truncated_mod_##suffix(x, y);                                  \
    bool down = rest != 0 && (rest < 0) != (y < 0);                            \
    return truncated_divide_##suffix(x, y) - (down ? 1 : 0);                   \
  }                                                                            \
  static inline type floored_mod_##suffix(type x, type y) {                    \
    type rest = truncated_mod_##suffix(x, y);                                  \
    return rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest;               \
  }

/* Sums are taken in unsigned arithmetic, which wraps around. */
#define INTEGER_ARITHMETIC(suffix, type, unsigned_type)                        \
  INTEGER_DIVISION(suffix, type, unsigned_type)                                \
  BINARY(add, suffix, type, type, (unsigned_type)x + (unsigned_type)y)         \
  BINARY(subtract, suffix, type, type, (unsigned_type)x - (unsigned_type)y)    \
  BINARY(multiply, suffix, type, type, (unsigned_type)x *(unsigned_type)y)     \
  BINARY(divide, suffix, type, type, truncated_divide_##suffix(x, y))          \
  BINARY(mod, suffix, type, type, truncated_mod_##suffix(x, y))                \
  BINARY(floor_divide, suffix, type, type, floored_divide_##suffix(x, y))      \
  BINARY(floor_mod, suffix, type, type, floored_mod_##suffix(x, y))            \
  INTEGER_ORDER(suffix, type)

#define INTEGER_ORDER(suffix, type)                                            \
  BINARY(maximum, suffix, type, type, x > y ? x : y)                           \
  BINARY(minimum, suffix, type, type, x < y ? x : y)                           \
  COMPARISONS(suffix, type)

#define SMALL_INTEGERS(suffix, type)                                           \
  BINARY(wrapping_add, suffix, type, type, (uint32_t)x + (uint32_t)y)          \
  BINARY(wrapping_subtract, suffix, type, type, (uint32_t)x - (uint32_t)y)     \
  BINARY(wrapping_multiply, suffix, type, type, (uint32_t)x *(uint32_t)y)      \
  INTEGER_ORDER(suffix, type)

SMALL_INTEGERS(i8, int8_t)
SMALL_INTEGERS(u8, uint8_t)
SMALL_INTEGERS(i16, int16_t)
INTEGER_ARITHMETIC(i32, int32_t, uint32_t)
INTEGER_ARITHMETIC(i64, int64_t, uint64_t)

BINARY(logical_and, bool, uint8_t, uint8_t, x != 0 && y != 0)
BINARY(logical_or, bool, uint8_t, uint8_t, x != 0 || y != 0)
BINARY(logical_xor, bool, uint8_t, uint8_t, (x != 0) != (y != 0))
