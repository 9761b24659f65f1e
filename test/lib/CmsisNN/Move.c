/*===- Move.c - Functions that move data ---------------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

arm_cmsis_nn_status arm_pad_s8(const int8_t *input, int8_t *output,
                               const int8_t pad_value,
                               const cmsis_nn_dims *input_size,
                               const cmsis_nn_dims *pre_pad,
                               const cmsis_nn_dims *post_pad) {
  const portable_pad_params params = {4, &input_size->n, &pre_pad->n,
                                      &post_pad->n};
  REQUIRE(pre_pad->n >= 0 && pre_pad->h >= 0 && pre_pad->w >= 0 &&
          pre_pad->c >= 0);
  REQUIRE(post_pad->n >= 0 && post_pad->h >= 0 && post_pad->w >= 0 &&
          post_pad->c >= 0);
  return status_of(
      portable_pad_constant(&params, 1, input, &pad_value, output));
}

arm_cmsis_nn_status
arm_transpose_s8(const int8_t *input_data, int8_t *const output_data,
                 const cmsis_nn_dims *const input_dims,
                 const cmsis_nn_dims *const output_dims,
                 const cmsis_nn_transpose_params *const transpose_params) {
  const int32_t *in = &input_dims->n, *out = &output_dims->n;
  int32_t rank = transpose_params->num_dims, axes[4];
  REQUIRE(in_range(rank, 1, 4));
  bool moves = false;
  for (int32_t d = 0; d < rank; ++d) {
    REQUIRE(transpose_params->permutations[d] < (uint32_t)rank);
    axes[d] = (int32_t)transpose_params->permutations[d];
    REQUIRE(out[d] == in[axes[d]]);
    moves = moves || axes[d] != d;
  }
  /* CMSIS-NN exchanges two dimensions without a look at the permutation. */
  REQUIRE(moves || rank == 1);
  /* Helium counts in 16 bits how far the elements of eight rows are apart. */
  REQUIRE(7 * in[rank - 1] <= UINT16_MAX);
  return status_of(
      portable_transpose(1, rank, in, axes, input_data, output_data));
}

void arm_concatenation_s8_x(const int8_t *input, const uint16_t input_x,
                            const uint16_t input_y, const uint16_t input_z,
                            const uint16_t input_w, int8_t *output,
                            const uint16_t output_x, const uint32_t offset_x) {
  size_t rows = (size_t)input_y * input_z * input_w;
  for (size_t row = 0; row < rows; ++row)
    memcpy(output + row * output_x + offset_x, input + row * input_x, input_x);
}

void arm_concatenation_s8_w(const int8_t *input, const uint16_t input_x,
                            const uint16_t input_y, const uint16_t input_z,
                            const uint16_t input_w, int8_t *output,
                            const uint32_t offset_w) {
  size_t block = (size_t)input_x * input_y * input_z;
  memcpy(output + offset_w * block, input, block * input_w);
}
