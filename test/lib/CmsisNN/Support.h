/*===- Support.h - What the stand-in's functions share
----------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#ifndef DSP_TEST_CMSISNN_SUPPORT_H
#define DSP_TEST_CMSISNN_SUPPORT_H

#include "arm_nnfunctions.h"

#include "dsp_portable.h"

#include <string.h>

#if defined(ARM_MATH_MVEI)
#define FLAVOUR(function) function##_mve
#elif defined(ARM_MATH_DSP)
#define FLAVOUR(function) function##_dsp
#endif

#define REQUIRE(condition)                                                     \
  do {                                                                         \
    if (!(condition))                                                          \
      return ARM_CMSIS_NN_ARG_ERROR;                                           \
  } while (0)

static inline int32_t larger(int32_t a, int32_t b) { return a > b ? a : b; }

static inline bool in_range(int32_t x, int32_t low, int32_t high) {
  return low <= x && x <= high;
}

static inline arm_cmsis_nn_status status_of(portable_status status) {
  return status == PORTABLE_OK ? ARM_CMSIS_NN_SUCCESS : ARM_CMSIS_NN_ARG_ERROR;
}

/**
 * Whether the context has the bytes that the function wants. Writes to all that
 * it is said to have: memory that is not there, or that is somebody else's too,
 * shows.
 */
static inline bool use_context(const cmsis_nn_context *ctx, int32_t bytes) {
  if (!ctx || ctx->size < bytes || (ctx->size > 0 && !ctx->buf))
    return false;
  if (ctx->size > 0)
    memset(ctx->buf, 0xA5, (size_t)ctx->size);
  return true;
}

/** Documented ranges of 8-bit functions. */
static inline bool are_s8_offsets(int32_t input, int32_t output) {
  return in_range(input, -127, 128) && in_range(output, -128, 127);
}

static inline bool is_activation(int32_t min, int32_t max, int32_t least,
                                 int32_t greatest) {
  return least <= min && min <= max && max <= greatest;
}

#endif /* DSP_TEST_CMSISNN_SUPPORT_H */
