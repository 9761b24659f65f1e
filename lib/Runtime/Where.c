/*===- Where.c - Choosing between two tensors, element by element ---------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Broadcast.h"
#include "Element.h"

static inline void choose_row(ptrdiff_t size, const uint8_t *condition,
                              ptrdiff_t condition_step, const char *lhs,
                              ptrdiff_t lhs_step, const char *rhs,
                              ptrdiff_t rhs_step, ptrdiff_t count,
                              char *restrict output) {
  for (ptrdiff_t i = 0; i < count; ++i)
    memcpy(output + i * size,
           condition[i * condition_step] ? lhs + i * lhs_step * size
                                         : rhs + i * rhs_step * size,
           (size_t)size);
}

portable_status portable_where(const portable_where_params *params,
                               int32_t element_size, const uint8_t *condition,
                               const void *lhs, const void *rhs, void *output) {
  PORTABLE_REQUIRE(params && condition && lhs && rhs && output);
  PORTABLE_REQUIRE(element_size > 0);
  const int32_t *shapes[] = {params->condition_shape, params->lhs_shape,
                             params->rhs_shape};
  struct broadcast loops;
  portable_status status =
      dsp_portable_plan_broadcast(params->rank, 3, shapes, &loops);
  if (status != PORTABLE_OK)
    return status;
  ptrdiff_t size = element_size;
  const char *x = lhs, *y = rhs;
  char *out = output;
  ptrdiff_t index[PORTABLE_MAX_RANK] = {0}, offset[3] = {0};
  do {
    PORTABLE_BY_ELEMENT_SIZE(size, choose_row, condition + offset[0],
                             loops.row_step[0], x + offset[1] * size,
                             loops.row_step[1], y + offset[2] * size,
                             loops.row_step[2], loops.row_size, out);
    out += loops.row_size * size;
  } while (next_row(&loops, 3, index, offset));
  return PORTABLE_OK;
}
