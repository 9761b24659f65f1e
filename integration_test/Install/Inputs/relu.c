//===- relu.c - Calls the installed portable library ----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp_portable.h"

#include <stdio.h>

int main(void) {
  const float input[4] = {-1.0f, 2.0f, -3.0f, 4.0f};
  float output[4];
  if (portable_relu_f32(input, 4, output) != 0)
    return 1;
  printf("%g %g %g %g\n", output[0], output[1], output[2], output[3]);
  return 0;
}
