/*===- Softmax.c - Softmax on portable's kernels -------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Support.h"

/* No status is returned, so wrong arguments leave the output as it was: models
 * that pass them have other numbers than they should. */

void arm_softmax_s8(const int8_t *input, const int32_t num_rows,
                    const int32_t row_size, const int32_t mult,
                    const int32_t shift, const int32_t diff_min,
                    int8_t *output) {
  portable_softmax_tflite_s8(num_rows, row_size, mult, shift, diff_min, input,
                             output);
}

void arm_softmax_s8_s16(const int8_t *input, const int32_t num_rows,
                        const int32_t row_size, const int32_t mult,
                        const int32_t shift, const int32_t diff_min,
                        int16_t *output) {
  portable_softmax_tflite_s8_to_s16(num_rows, row_size, mult, shift, diff_min,
                                    input, output);
}
