/*===- StridedCopy.c - Copying between two strided views ------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "StridedCopy.h"
#include "Element.h"

/** Copies `count` elements, steps in bytes. */
static inline void copy_elements(ptrdiff_t size, char *restrict output,
                                 ptrdiff_t out_step, const char *restrict input,
                                 ptrdiff_t in_step, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; ++i)
    memcpy(output + i * out_step, input + i * in_step, (size_t)size);
}

/** The same index space in as few dimensions as possible; steps in bytes. */
static struct strided_copy simplify(const struct strided_copy *copy,
                                    ptrdiff_t size) {
  struct strided_copy simple;
  simple.rank = 0;
  for (int32_t d = 0; d < copy->rank; ++d) {
    ptrdiff_t in_step = copy->in_step[d] * size;
    ptrdiff_t out_step = copy->out_step[d] * size;
    if (copy->shape[d] == 1)
      continue;
    if (simple.rank > 0) {
      /* One step of the dimension outside is this whole dimension. */
      int32_t last = simple.rank - 1;
      if (simple.in_step[last] == in_step * copy->shape[d] &&
          simple.out_step[last] == out_step * copy->shape[d]) {
        simple.shape[last] *= copy->shape[d];
        simple.in_step[last] = in_step;
        simple.out_step[last] = out_step;
        continue;
      }
    }
    add_dim(&simple, copy->shape[d], in_step, out_step);
  }
  if (simple.rank == 0)
    add_dim(&simple, 1, size, size);
  return simple;
}

void dsp_portable_copy_strided(const struct strided_copy *copy, ptrdiff_t size,
                               const void *input, void *output) {
  struct strided_copy loops = simplify(copy, size);
  int32_t row = loops.rank - 1;
  const char *in = input;
  char *out = output;
  ptrdiff_t index[MAX_VIEW_RANK] = {0};
  for (;;) {
    if (loops.in_step[row] == size && loops.out_step[row] == size)
      memcpy(out, in, (size_t)(loops.shape[row] * size));
    else
      PORTABLE_BY_ELEMENT_SIZE(size, copy_elements, out, loops.out_step[row],
                               in, loops.in_step[row], loops.shape[row]);
    int32_t d = row - 1;
    for (; d >= 0; --d) {
      in += loops.in_step[d];
      out += loops.out_step[d];
      if (++index[d] < loops.shape[d])
        break;
      in -= loops.in_step[d] * loops.shape[d];
      out -= loops.out_step[d] * loops.shape[d];
      index[d] = 0;
    }
    if (d < 0)
      return;
  }
}
