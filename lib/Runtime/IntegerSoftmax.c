/*===- IntegerSoftmax.c - Softmax without exp -----------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * As Relay's qnn.softmax: with e^x = 2^(x * log2(e)), log2(e) about 1 + 1/2 -
 * 1/16 and 2^-f about 1 - f / 2 between 0 and 1 (I-ViT, arXiv 2207.01405).
 */
#include "Requantize.h"

enum {
  MAX_HALVINGS = 20,
  /** Bits of the quotient by a row's sum, and of an element's share. */
  QUOTIENT_BITS = 30,
  SHARE_BITS = 7
};

/** units * 2^-(halvings + rest / (2 * units)) is e^(difference / units). */
struct power {
  int32_t halvings, mantissa;
};

static struct power power_of(int32_t difference, int32_t units) {
  int32_t x = difference + (difference >> 1) - (difference >> 4);
  int32_t halvings = clamp_i32(-x / units, 0, MAX_HALVINGS);
  int32_t rest = x + halvings * units;
  return (struct power){halvings, (rest >> 1) + units};
}

/** The power in units of the least one of its row. Bits may fall off. */
static int32_t over_least(struct power power, int32_t most_halvings) {
  return wrap_i32(power.mantissa *
                  ((int64_t)1 << (most_halvings - power.halvings)));
}

static void softmax(const int8_t *x, ptrdiff_t size, ptrdiff_t step,
                    int32_t units,
                    const portable_requantize_params *requantizer, int8_t *y) {
  int32_t max = x[0], min = x[0];
  for (ptrdiff_t i = 1; i < size; ++i) {
    max = x[i * step] > max ? x[i * step] : max;
    min = x[i * step] < min ? x[i * step] : min;
  }
  int32_t most = power_of(min - max, units).halvings;
  int64_t sum = 0;
  for (ptrdiff_t i = 0; i < size; ++i)
    sum += over_least(power_of(x[i * step] - max, units), most);
  int32_t divisor = wrap_i32(sum);
  int32_t quotient = divisor ? ((int32_t)1 << QUOTIENT_BITS) / divisor : 0;
  for (ptrdiff_t i = 0; i < size; ++i) {
    int32_t power = over_least(power_of(x[i * step] - max, units), most);
    int32_t share =
        wrap_i32((int64_t)quotient * power) >> (QUOTIENT_BITS - SHARE_BITS);
    y[i * step] = (int8_t)requantize(requantizer, 0, share);
  }
}

portable_status
portable_softmax_integer_s8(int32_t outer, int32_t axis, int32_t inner,
                            int32_t units,
                            const portable_requantize_params *requantize,
                            const int8_t *input, int8_t *output) {
  PORTABLE_REQUIRE(input && output && outer > 0 && axis > 0 && inner > 0);
  PORTABLE_REQUIRE(units > 0 && units < 1 << 24 &&
                   is_valid_requantize(requantize, 1));
  ptrdiff_t step = inner;
  for (ptrdiff_t o = 0; o < outer; ++o)
    for (ptrdiff_t i = 0; i < inner; ++i) {
      ptrdiff_t start = o * axis * step + i;
      softmax(input + start, axis, step, units, requantize, output + start);
    }
  return PORTABLE_OK;
}
