/*===- Broadcast.h - Operands that are repeated along some dimensions -----===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#ifndef DSP_RUNTIME_BROADCAST_H
#define DSP_RUNTIME_BROADCAST_H

#include "Support.h"

enum { MAX_OPERANDS = 3 };

/**
 * The loops over an output and its operands: `rank` outer ones, which advance
 * operand i by step[i][dimension] elements, and a row of `row_size` elements,
 * along which operand i advances by row_step[i], 0 or 1.
 */
struct broadcast {
  int32_t rank;
  ptrdiff_t shape[PORTABLE_MAX_RANK];
  ptrdiff_t step[MAX_OPERANDS][PORTABLE_MAX_RANK];
  ptrdiff_t row_size;
  ptrdiff_t row_step[MAX_OPERANDS];
};

/** The loops for operands of these shapes, as few as possible. */
portable_status dsp_portable_plan_broadcast(int32_t rank, int32_t operands,
                                            const int32_t *const *shapes,
                                            struct broadcast *loops);

/** Goes to the next row: advances `index` and the operands' offsets; false
 * after the last row. Both start as zeros. */
static inline bool next_row(const struct broadcast *loops, int32_t operands,
                            ptrdiff_t *index, ptrdiff_t *offset) {
  for (int32_t d = loops->rank - 1; d >= 0; --d) {
    for (int32_t i = 0; i < operands; ++i)
      offset[i] += loops->step[i][d];
    if (++index[d] < loops->shape[d])
      return true;
    for (int32_t i = 0; i < operands; ++i)
      offset[i] -= loops->step[i][d] * loops->shape[d];
    index[d] = 0;
  }
  return false;
}

#endif /* DSP_RUNTIME_BROADCAST_H */
