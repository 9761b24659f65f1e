/*===- arm_nn_types.h - A stand-in for CMSIS-NN's header ------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * The types of CMSIS-NN's public API that the records of library `cmsis_nn`
 * use: the same names, fields, order and constness, and nothing else.
 */
#ifndef ARM_NN_TYPES_H
#define ARM_NN_TYPES_H

#include <stdbool.h>
#include <stdint.h>

typedef enum {
  ARM_CMSIS_NN_SUCCESS = 0,
  ARM_CMSIS_NN_ARG_ERROR = -1,
  ARM_CMSIS_NN_NO_IMPL_ERROR = -2,
  ARM_CMSIS_NN_FAILURE = -3
} arm_cmsis_nn_status;

typedef struct {
  int32_t w, h;
} cmsis_nn_tile;

/** Memory of `size` bytes for the function alone. */
typedef struct {
  void *buf;
  int32_t size;
} cmsis_nn_context;

/** int32_t or int64_t. */
typedef struct {
  const void *data;
  const bool is_int32_bias;
} cmsis_nn_bias_data;

typedef struct {
  int32_t n, h, w, c;
} cmsis_nn_dims;

typedef struct {
  int32_t *multiplier;
  int32_t *shift;
} cmsis_nn_per_channel_quant_params;

typedef struct {
  int32_t multiplier;
  int32_t shift;
} cmsis_nn_per_tensor_quant_params;

typedef struct {
  int32_t min, max;
} cmsis_nn_activation;

/** An input offset is the zero point negated, an output offset the zero point
 * itself. */
typedef struct {
  int32_t input_offset, output_offset;
  cmsis_nn_tile stride, padding, dilation;
  cmsis_nn_activation activation;
} cmsis_nn_conv_params;

typedef struct {
  int32_t input_offset, output_offset;
  cmsis_nn_tile stride, padding, padding_offsets, dilation;
  cmsis_nn_activation activation;
} cmsis_nn_transpose_conv_params;

typedef struct {
  int32_t input_offset, output_offset;
  int32_t ch_mult;
  cmsis_nn_tile stride, padding, dilation;
  cmsis_nn_activation activation;
} cmsis_nn_dw_conv_params;

typedef struct {
  cmsis_nn_tile stride, padding;
  cmsis_nn_activation activation;
} cmsis_nn_pool_params;

typedef struct {
  int32_t input_offset, filter_offset, output_offset;
  cmsis_nn_activation activation;
} cmsis_nn_fc_params;

typedef struct {
  const int32_t num_dims;
  const uint32_t *permutations;
} cmsis_nn_transpose_params;

typedef struct {
  const int16_t *exp_lut;
  const int16_t *one_by_one_lut;
} cmsis_nn_softmax_lut_s16;

#endif /* ARM_NN_TYPES_H */
