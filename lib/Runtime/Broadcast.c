/*===- Broadcast.c - Which loops a broadcast needs ------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Broadcast.h"

portable_status dsp_portable_plan_broadcast(int32_t rank, int32_t operands,
                                            const int32_t *const *shapes,
                                            struct broadcast *loops) {
  PORTABLE_REQUIRE(rank >= 0 && rank <= PORTABLE_MAX_RANK);
  /* Innermost dimension first; a dimension whose operands are repeated like
   * those of the one inside it is merged with that one. */
  ptrdiff_t shape[PORTABLE_MAX_RANK];
  bool repeated[MAX_OPERANDS][PORTABLE_MAX_RANK];
  int32_t count = 0;
  for (int32_t d = rank - 1; d >= 0; --d) {
    int32_t size = 1;
    for (int32_t i = 0; i < operands; ++i) {
      PORTABLE_REQUIRE(shapes[i] && shapes[i][d] > 0);
      if (shapes[i][d] != 1)
        size = shapes[i][d];
    }
    bool same = count > 0;
    for (int32_t i = 0; i < operands; ++i) {
      PORTABLE_REQUIRE(shapes[i][d] == size || shapes[i][d] == 1);
      repeated[i][count] = shapes[i][d] != size;
      same = same && repeated[i][count] == repeated[i][count - 1];
    }
    if (size == 1)
      continue;
    if (same)
      shape[count - 1] *= size;
    else
      shape[count++] = size;
  }

  loops->row_size = count > 0 ? shape[0] : 1;
  loops->rank = count > 0 ? count - 1 : 0;
  for (int32_t i = 0; i < operands; ++i) {
    bool fixed = count > 0 && repeated[i][0];
    loops->row_step[i] = fixed ? 0 : 1;
    ptrdiff_t size = fixed ? 1 : loops->row_size;
    for (int32_t c = 1; c < count; ++c) {
      int32_t d = loops->rank - c;
      loops->shape[d] = shape[c];
      loops->step[i][d] = repeated[i][c] ? 0 : size;
      size *= repeated[i][c] ? 1 : shape[c];
    }
  }
  return PORTABLE_OK;
}
