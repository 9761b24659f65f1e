/*===- Rearrange.c - Slices, transpositions and repetitions ---------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * Every kernel here says how it sees its input and its output, and leaves the
 * rest to dsp_portable_copy_strided.
 */
#include "StridedCopy.h"

/** The steps of a dense tensor of this shape. */
static void find_steps(int32_t rank, const int32_t *shape, ptrdiff_t *step) {
  ptrdiff_t size = 1;
  for (int32_t d = rank - 1; d >= 0; --d) {
    step[d] = size;
    size *= shape[d];
  }
}

static bool is_valid_shape(int32_t rank, const int32_t *shape) {
  if (rank < 0 || rank > PORTABLE_MAX_RANK || (rank > 0 && !shape))
    return false;
  for (int32_t d = 0; d < rank; ++d)
    if (shape[d] <= 0)
      return false;
  return true;
}

portable_status portable_transpose(int32_t element_size, int32_t rank,
                                   const int32_t *in_shape, const int32_t *axes,
                                   const void *input, void *output) {
  PORTABLE_REQUIRE(input && output && element_size > 0);
  PORTABLE_REQUIRE(is_valid_shape(rank, in_shape) && (rank == 0 || axes));
  ptrdiff_t step[PORTABLE_MAX_RANK];
  find_steps(rank, in_shape, step);
  bool seen[PORTABLE_MAX_RANK] = {false};
  struct strided_copy copy = {0};
  for (int32_t d = 0; d < rank; ++d) {
    PORTABLE_REQUIRE(axes[d] >= 0 && axes[d] < rank && !seen[axes[d]]);
    seen[axes[d]] = true;
    add_dim(&copy, in_shape[axes[d]], step[axes[d]], 0);
  }
  set_dense_steps(&copy, copy.out_step);
  dsp_portable_copy_strided(&copy, element_size, input, output);
  return PORTABLE_OK;
}

portable_status portable_strided_slice(int32_t element_size, int32_t rank,
                                       const int32_t *in_shape,
                                       const int32_t *begin,
                                       const int32_t *strides,
                                       const int32_t *out_shape,
                                       const void *input, void *output) {
  PORTABLE_REQUIRE(input && output && element_size > 0);
  PORTABLE_REQUIRE(is_valid_shape(rank, in_shape) &&
                   is_valid_shape(rank, out_shape) &&
                   (rank == 0 || (begin && strides)));
  ptrdiff_t step[PORTABLE_MAX_RANK];
  find_steps(rank, in_shape, step);
  struct strided_copy copy = {0};
  ptrdiff_t start = 0;
  for (int32_t d = 0; d < rank; ++d) {
    ptrdiff_t last = begin[d] + (ptrdiff_t)strides[d] * (out_shape[d] - 1);
    PORTABLE_REQUIRE(begin[d] >= 0 && begin[d] < in_shape[d] && last >= 0 &&
                     last < in_shape[d]);
    start += begin[d] * step[d];
    add_dim(&copy, out_shape[d], strides[d] * step[d], 0);
  }
  set_dense_steps(&copy, copy.out_step);
  dsp_portable_copy_strided(&copy, element_size,
                            (const char *)input + start * element_size, output);
  return PORTABLE_OK;
}

portable_status portable_broadcast_to(int32_t element_size, int32_t rank,
                                      const int32_t *in_shape,
                                      const int32_t *out_shape,
                                      const void *input, void *output) {
  PORTABLE_REQUIRE(input && output && element_size > 0);
  PORTABLE_REQUIRE(is_valid_shape(rank, in_shape) &&
                   is_valid_shape(rank, out_shape));
  ptrdiff_t step[PORTABLE_MAX_RANK];
  find_steps(rank, in_shape, step);
  struct strided_copy copy = {0};
  for (int32_t d = 0; d < rank; ++d) {
    PORTABLE_REQUIRE(in_shape[d] == out_shape[d] || in_shape[d] == 1);
    add_dim(&copy, out_shape[d], in_shape[d] == 1 ? 0 : step[d], 0);
  }
  set_dense_steps(&copy, copy.out_step);
  dsp_portable_copy_strided(&copy, element_size, input, output);
  return PORTABLE_OK;
}

portable_status portable_tile(int32_t element_size, int32_t rank,
                              const int32_t *in_shape, const int32_t *repeats,
                              const void *input, void *output) {
  PORTABLE_REQUIRE(input && output && element_size > 0);
  PORTABLE_REQUIRE(is_valid_shape(rank, in_shape) &&
                   is_valid_shape(rank, repeats));
  ptrdiff_t step[PORTABLE_MAX_RANK];
  find_steps(rank, in_shape, step);
  struct strided_copy copy = {0};
  for (int32_t d = 0; d < rank; ++d) {
    add_dim(&copy, repeats[d], 0, 0);
    add_dim(&copy, in_shape[d], step[d], 0);
  }
  set_dense_steps(&copy, copy.out_step);
  dsp_portable_copy_strided(&copy, element_size, input, output);
  return PORTABLE_OK;
}

portable_status portable_repeat(int32_t element_size, int32_t outer,
                                int32_t axis, int32_t inner, int32_t repeats,
                                const void *input, void *output) {
  PORTABLE_REQUIRE(input && output && element_size > 0);
  PORTABLE_REQUIRE(outer > 0 && axis > 0 && inner > 0 && repeats > 0);
  struct strided_copy copy = {0};
  add_dim(&copy, (ptrdiff_t)outer * axis, inner, 0);
  add_dim(&copy, repeats, 0, 0);
  add_dim(&copy, inner, 1, 0);
  set_dense_steps(&copy, copy.out_step);
  dsp_portable_copy_strided(&copy, element_size, input, output);
  return PORTABLE_OK;
}

portable_status portable_reverse(int32_t element_size, int32_t outer,
                                 int32_t axis, int32_t inner, const void *input,
                                 void *output) {
  PORTABLE_REQUIRE(input && output && element_size > 0);
  PORTABLE_REQUIRE(outer > 0 && axis > 0 && inner > 0);
  ptrdiff_t slice = inner, size = element_size;
  struct strided_copy copy = {0};
  add_dim(&copy, outer, axis * slice, 0);
  add_dim(&copy, axis, -slice, 0);
  add_dim(&copy, inner, 1, 0);
  set_dense_steps(&copy, copy.out_step);
  dsp_portable_copy_strided(
      &copy, size, (const char *)input + (axis - 1) * slice * size, output);
  return PORTABLE_OK;
}

portable_status portable_depth_to_space(int32_t element_size, int32_t batch,
                                        int32_t in_h, int32_t in_w,
                                        int32_t in_c, int32_t block,
                                        portable_depth_order order,
                                        const void *input, void *output) {
  PORTABLE_REQUIRE(input && output && element_size > 0);
  PORTABLE_REQUIRE(batch > 0 && in_h > 0 && in_w > 0 && in_c > 0 && block > 0);
  PORTABLE_REQUIRE(order == PORTABLE_DEPTH_DCR || order == PORTABLE_DEPTH_CRD);
  ptrdiff_t square = (ptrdiff_t)block * block;
  PORTABLE_REQUIRE(in_c % square == 0);
  ptrdiff_t out_c = in_c / square;
  bool depth_first = order == PORTABLE_DEPTH_DCR;
  /* In the order of the output: row, row in block, column, column in block. */
  struct strided_copy copy = {0};
  ptrdiff_t row = (ptrdiff_t)in_w * in_c;
  add_dim(&copy, (ptrdiff_t)batch * in_h, row, 0);
  add_dim(&copy, block, block * (depth_first ? out_c : 1), 0);
  add_dim(&copy, in_w, in_c, 0);
  add_dim(&copy, block, depth_first ? out_c : 1, 0);
  add_dim(&copy, out_c, depth_first ? 1 : square, 0);
  set_dense_steps(&copy, copy.out_step);
  dsp_portable_copy_strided(&copy, element_size, input, output);
  return PORTABLE_OK;
}

portable_status portable_space_to_depth(int32_t element_size, int32_t batch,
                                        int32_t in_h, int32_t in_w,
                                        int32_t in_c, int32_t block,
                                        const void *input, void *output) {
  PORTABLE_REQUIRE(input && output && element_size > 0);
  PORTABLE_REQUIRE(batch > 0 && in_h > 0 && in_w > 0 && in_c > 0 && block > 0);
  PORTABLE_REQUIRE(in_h % block == 0 && in_w % block == 0);
  /* In the order of the output: block row, block column, row and column in the
   * block. */
  ptrdiff_t channels = in_c, row = in_w * channels;
  struct strided_copy copy = {0};
  add_dim(&copy, (ptrdiff_t)batch * (in_h / block), block * row, 0);
  add_dim(&copy, in_w / block, block * channels, 0);
  add_dim(&copy, block, row, 0);
  add_dim(&copy, block, channels, 0);
  add_dim(&copy, channels, 1, 0);
  set_dense_steps(&copy, copy.out_step);
  dsp_portable_copy_strided(&copy, element_size, input, output);
  return PORTABLE_OK;
}
