/*===- Lookup.c - Functions of one byte by table --------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

portable_status portable_lookup_8(const void *input, const uint8_t *table,
                                  int32_t n, void *output) {
  PORTABLE_REQUIRE(input && table && output && n > 0);
  const uint8_t *x = input;
  uint8_t *y = output;
  for (ptrdiff_t i = 0; i < n; ++i)
    y[i] = table[x[i]];
  return PORTABLE_OK;
}
