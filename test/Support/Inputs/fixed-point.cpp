// The compiler's fixed-point numbers against what TVM 0.18 prints for the same
// quotients, and their products against the run-time library's.

#include "Requantize.h"
#include "dsp/Support/FixedPoint.h"

#include <cmath>
#include <cstdio>

using namespace dsp;

static int failures = 0;

static void expect(bool holds, const char *what, double detail) {
  if (!holds && ++failures < 10)
    std::printf("%s: %.17g\n", what, detail);
}

struct Quotient {
  float numerator, denominator;
  FixedPoint expected;
};

static const Quotient quotients[] = {
    {0.5F, 1.0F, {1073741824, 0}},
    {0.25F, 1.0F, {1073741824, -1}},
    {2.0F, 1.0F, {1073741824, 2}},
    {1.0F, 3.0F, {1431655765, -1}},
    {0.0038911F, 0.106924F, {1250394479, -4}},
    {0.00083644F, 0.142178F, {1617119959, -7}},
    {16777215.0F, 16777216.0F, {2147483520, 0}},
    {1e-10F, 1.0F, {1844674432, -33}},
    {3.5e-12F, 7.1F, {1163963581, -40}},
    {1000.5F, 0.25F, {2098200576, 12}},
    {1e-38F, 1.0F, {1826876928, -126}},
    {0.0F, 1.0F, {0, 0}},
};

static void checkNumbers() {
  for (const Quotient &q : quotients) {
    double factor = static_cast<double>(q.numerator) / q.denominator;
    expect(getFixedPoint(factor) == q.expected, "number", factor);
    FixedPoint expected =
        q.expected.shift < -31 ? FixedPoint{0, 0} : q.expected;
    expect(getFixedPointOfTFLite(factor) == expected, "number of TFLite",
           factor);
  }
  // What rounds to 2^31 is the next power of two.
  expect(getFixedPoint(std::nextafter(1.0, 0.0)) == FixedPoint{1 << 30, 1},
         "carry", 1);
}

/// Knuth's generator: the same numbers on every machine.
static uint64_t next() {
  static uint64_t state = 1;
  state = state * 6364136223846793005U + 1442695040888963407U;
  return state >> 16;
}

static void checkProducts() {
  for (int i = 0; i < 1000000; ++i) {
    auto x = static_cast<int32_t>(static_cast<uint32_t>(next())) >> next() % 32;
    FixedPoint factor = {static_cast<int32_t>(1U << 30 | next() % (1U << 30)),
                         static_cast<int32_t>(next() % 63) - 31};
    int32_t m = factor.multiplier, s = factor.shift;
    if (i % 8 == 0)
      factor.multiplier = m = 1 << 30; // many halves
    expect(multiply(x, factor, FixedPointRounding::Upward) ==
               scale_upward(x, m, s),
           "upward", x);
    expect(multiply(x, factor, FixedPointRounding::ToNearest) ==
               scale_to_nearest(x, m, s),
           "to nearest", x);
    expect(multiply(x, factor, FixedPointRounding::TFLite) ==
               scale_tflite(x, m, s),
           "TFLite", x);
    if (s <= 30) {
      int64_t sum = static_cast<int64_t>(x) * m + (INT64_C(1) << (30 - s));
      expect(multiply(x, factor, FixedPointRounding::TFLiteSingle) ==
                 wrap_i32(sum >> (31 - s)),
             "TFLite, rounding once", x);
    }
    if (s <= 7) {
      int64_t wide = static_cast<int64_t>(next()) - (INT64_C(1) << 47);
      expect(multiplyWideOfTFLite(wide, factor) ==
                 scale_tflite_wide(wide, m, s),
             "TFLite, wide", static_cast<double>(wide));
    }
  }
}

int main() {
  checkNumbers();
  checkProducts();
  // Products that are known: 2.5 and -2.5 to the two sides.
  FixedPoint half = getFixedPoint(0.5);
  expect(multiply(5, half, FixedPointRounding::Upward) == 3, "half", 5);
  expect(multiply(-5, half, FixedPointRounding::Upward) == -2, "half", -5);
  expect(multiply(-5, half, FixedPointRounding::ToNearest) == -3, "half", -5);
  // 2^-33 is shifted out, and so is all of it where it is shifted by 64.
  expect(multiply(INT32_MIN, {1 << 30, -32}, FixedPointRounding::Upward) == 0,
         "small", -32);
  expect(multiply(INT32_MAX, {1 << 30, -126}, FixedPointRounding::Upward) == 0,
         "small", -126);
  return failures != 0;
}
