/*===- Bitwise.c - Functions of the bits of integers ----------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * All widths are one function each: an element is read into 64 bits, with its
 * sign where that matters, and as many as it has are written.
 */
#include "Broadcast.h"
#include "Element.h"

/** The element of `size` bytes at `from`, extended by its sign. */
static inline uint64_t load(ptrdiff_t size, const char *from) {
  switch (size) {
  case 1: {
    int8_t x;
    memcpy(&x, from, sizeof(x));
    return (uint64_t)(int64_t)x;
  }
  case 2: {
    int16_t x;
    memcpy(&x, from, sizeof(x));
    return (uint64_t)(int64_t)x;
  }
  case 4: {
    int32_t x;
    memcpy(&x, from, sizeof(x));
    return (uint64_t)(int64_t)x;
  }
  default: {
    uint64_t x;
    memcpy(&x, from, sizeof(x));
    return x;
  }
  }
}

static inline void store(ptrdiff_t size, uint64_t value, char *to) {
  switch (size) {
  case 1: {
    uint8_t x = (uint8_t)value;
    memcpy(to, &x, sizeof(x));
    break;
  }
  case 2: {
    uint16_t x = (uint16_t)value;
    memcpy(to, &x, sizeof(x));
    break;
  }
  case 4: {
    uint32_t x = (uint32_t)value;
    memcpy(to, &x, sizeof(x));
    break;
  }
  default:
    memcpy(to, &value, sizeof(value));
  }
}

/** x >> n for 0 <= n < 64, the sign moving in. */
static inline uint64_t shift_signed(uint64_t x, uint64_t n) {
  uint64_t sign = x >> 63;
  return n == 0 ? x : (x >> n) | ((0U - sign) << (64 - n));
}

static inline uint64_t combine(portable_bit_operation operation, uint64_t bits,
                               uint64_t x, uint64_t y) {
  uint64_t mask = bits == 64 ? ~(uint64_t)0 : ((uint64_t)1 << bits) - 1;
  switch (operation) {
  case PORTABLE_BIT_AND:
    return x & y;
  case PORTABLE_BIT_OR:
    return x | y;
  case PORTABLE_BIT_XOR:
    return x ^ y;
  case PORTABLE_SHIFT_LEFT:
    return (y & mask) < bits ? x << (y & mask) : 0;
  case PORTABLE_SHIFT_RIGHT:
    return (y & mask) < bits ? (x & mask) >> (y & mask) : 0;
  case PORTABLE_SHIFT_RIGHT_SIGNED:
    return shift_signed(x, (y & mask) < bits ? (y & mask) : 63);
  }
  return 0;
}

static inline void combine_row(ptrdiff_t size, portable_bit_operation operation,
                               const char *lhs, ptrdiff_t lhs_step,
                               const char *rhs, ptrdiff_t rhs_step,
                               ptrdiff_t count, char *output) {
  for (ptrdiff_t i = 0; i < count; ++i)
    store(size,
          combine(operation, (uint64_t)size * 8,
                  load(size, lhs + i * lhs_step * size),
                  load(size, rhs + i * rhs_step * size)),
          output + i * size);
}

static bool is_integer_size(int32_t size) {
  return size == 1 || size == 2 || size == 4 || size == 8;
}

portable_status portable_bitwise(const portable_broadcast_params *params,
                                 portable_bit_operation operation,
                                 int32_t element_size, const void *lhs,
                                 const void *rhs, void *output) {
  PORTABLE_REQUIRE(params && lhs && rhs && output);
  PORTABLE_REQUIRE(is_integer_size(element_size));
  const int32_t *shapes[] = {params->lhs_shape, params->rhs_shape};
  struct broadcast loops;
  portable_status status =
      dsp_portable_plan_broadcast(params->rank, 2, shapes, &loops);
  if (status != PORTABLE_OK)
    return status;
  ptrdiff_t size = element_size;
  const char *x = lhs, *y = rhs;
  char *out = output;
  ptrdiff_t index[PORTABLE_MAX_RANK] = {0}, offset[2] = {0};
  do {
    PORTABLE_BY_ELEMENT_SIZE(size, combine_row, operation, x + offset[0] * size,
                             loops.row_step[0], y + offset[1] * size,
                             loops.row_step[1], loops.row_size, out);
    out += loops.row_size * size;
  } while (next_row(&loops, 2, index, offset));
  return PORTABLE_OK;
}

portable_status portable_bitwise_not(int32_t element_size, const void *input,
                                     int32_t n, void *output) {
  PORTABLE_REQUIRE(input && output && n > 0 && is_integer_size(element_size));
  const uint8_t *in = input;
  uint8_t *out = output;
  ptrdiff_t bytes = (ptrdiff_t)n * element_size;
  PORTABLE_INDEPENDENT
  for (ptrdiff_t i = 0; i < bytes; ++i)
    out[i] = (uint8_t)~in[i];
  return PORTABLE_OK;
}
