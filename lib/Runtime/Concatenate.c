/*===- Concatenate.c - Joining and cutting along an axis ------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

#include <string.h>

/** Bytes of one outer slice of all parts together, or 0 if something is wrong.
 */
static ptrdiff_t find_slice_size(int32_t element_size, int32_t outer,
                                 int32_t inner, int32_t count,
                                 const int32_t *axis_sizes) {
  if (element_size <= 0 || outer <= 0 || inner <= 0 || count <= 0 ||
      !axis_sizes)
    return 0;
  ptrdiff_t total = 0;
  for (int32_t i = 0; i < count; ++i) {
    if (axis_sizes[i] <= 0)
      return 0;
    total += axis_sizes[i];
  }
  return total * inner * element_size;
}

portable_status portable_concatenate(int32_t element_size, int32_t outer,
                                     int32_t inner, int32_t count,
                                     const int32_t *axis_sizes,
                                     const void *const *inputs, void *output) {
  PORTABLE_REQUIRE(inputs && output);
  ptrdiff_t slice =
      find_slice_size(element_size, outer, inner, count, axis_sizes);
  PORTABLE_REQUIRE(slice > 0);
  for (int32_t i = 0; i < count; ++i)
    PORTABLE_REQUIRE(inputs[i]);
  char *start = output;
  for (int32_t i = 0; i < count; ++i) {
    ptrdiff_t part = (ptrdiff_t)axis_sizes[i] * inner * element_size;
    const char *in = inputs[i];
    for (ptrdiff_t o = 0; o < outer; ++o)
      memcpy(start + o * slice, in + o * part, (size_t)part);
    start += part;
  }
  return PORTABLE_OK;
}

portable_status portable_split(int32_t element_size, int32_t outer,
                               int32_t inner, int32_t count,
                               const int32_t *axis_sizes, const void *input,
                               void *const *outputs) {
  PORTABLE_REQUIRE(input && outputs);
  ptrdiff_t slice =
      find_slice_size(element_size, outer, inner, count, axis_sizes);
  PORTABLE_REQUIRE(slice > 0);
  for (int32_t i = 0; i < count; ++i)
    PORTABLE_REQUIRE(outputs[i]);
  const char *start = input;
  for (int32_t i = 0; i < count; ++i) {
    ptrdiff_t part = (ptrdiff_t)axis_sizes[i] * inner * element_size;
    char *out = outputs[i];
    for (ptrdiff_t o = 0; o < outer; ++o)
      memcpy(out + o * part, start + o * slice, (size_t)part);
    start += part;
  }
  return PORTABLE_OK;
}
