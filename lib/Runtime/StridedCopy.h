/*===- StridedCopy.h - Copying between two strided views ------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#ifndef DSP_RUNTIME_STRIDEDCOPY_H
#define DSP_RUNTIME_STRIDEDCOPY_H

#include "Support.h"

/** Views may split each dimension of a tensor into two. */
enum { MAX_VIEW_RANK = 2 * PORTABLE_MAX_RANK };

/** An index space and the steps, in elements, that each of its dimensions makes
 *  in the input and in the output. */
struct strided_copy {
  int32_t rank;
  ptrdiff_t shape[MAX_VIEW_RANK];
  ptrdiff_t in_step[MAX_VIEW_RANK];
  ptrdiff_t out_step[MAX_VIEW_RANK];
};

/** Adds a dimension inside those that are there. */
static inline void add_dim(struct strided_copy *copy, ptrdiff_t size,
                           ptrdiff_t in_step, ptrdiff_t out_step) {
  copy->shape[copy->rank] = size;
  copy->in_step[copy->rank] = in_step;
  copy->out_step[copy->rank++] = out_step;
}

/** The steps of a dense tensor of the copy's shape. */
static inline void set_dense_steps(const struct strided_copy *copy,
                                   ptrdiff_t *step) {
  ptrdiff_t size = 1;
  for (int32_t d = copy->rank - 1; d >= 0; --d) {
    step[d] = size;
    size *= copy->shape[d];
  }
}

/** Copies elements of `size` bytes. */
void dsp_portable_copy_strided(const struct strided_copy *copy, ptrdiff_t size,
                               const void *input, void *output);

#endif /* DSP_RUNTIME_STRIDEDCOPY_H */
