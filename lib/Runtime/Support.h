/*===- Support.h - What the kernels share ---------------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * Indices and offsets are ptrdiff_t inside the library, so that no product of
 * int32_t arguments overflows.
 */
#ifndef DSP_RUNTIME_SUPPORT_H
#define DSP_RUNTIME_SUPPORT_H

#include "dsp_portable.h"

#include <stdbool.h>
#include <stddef.h>

/** Leaves the kernel when an argument is not as its comment asks. */
#define PORTABLE_REQUIRE(condition)                                            \
  do {                                                                         \
    if (!(condition))                                                          \
      return PORTABLE_BAD_ARGUMENT;                                            \
  } while (0)

/** Before a loop whose iterations do not depend on each other although its
 *  buffers may be the same one: kernels that work in place. */
#if defined(__clang__)
#define PORTABLE_INDEPENDENT                                                   \
  _Pragma("clang loop vectorize(assume_safety) interleave(assume_safety)")
#elif defined(__GNUC__)
#define PORTABLE_INDEPENDENT _Pragma("GCC ivdep")
#else
#define PORTABLE_INDEPENDENT
#endif

static inline ptrdiff_t min_index(ptrdiff_t a, ptrdiff_t b) {
  return a < b ? a : b;
}

static inline ptrdiff_t max_index(ptrdiff_t a, ptrdiff_t b) {
  return a > b ? a : b;
}

/** a / b rounded up, for a >= 0 and b > 0. */
static inline ptrdiff_t ceil_div(ptrdiff_t a, ptrdiff_t b) {
  return (a + b - 1) / b;
}

/** Clamps; a NaN stays one. */
static inline float clamp(float x, float min, float max) {
  x = x < min ? min : x;
  return x > max ? max : x;
}

/** As Relay defines them where an operand is a NaN. */
static inline float max_f32(float a, float b) { return a > b ? a : b; }
static inline float min_f32(float a, float b) { return a < b ? a : b; }

#endif /* DSP_RUNTIME_SUPPORT_H */
