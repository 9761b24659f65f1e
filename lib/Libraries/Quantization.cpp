//===- Quantization.cpp - What quantised kernels are given ----------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Libraries/Quantization.h"

#include "dsp/Dialect/Relay/Transforms/ConstantData.h"
#include "dsp/Support/FixedPoint.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace dsp {

static constexpr StringLiteral tfliteRounding("TFLITE");

//===----------------------------------------------------------------------===//
// Factors
//===----------------------------------------------------------------------===//

SmallVector<double> quotients(ArrayRef<float> scales, double by) {
  return llvm::map_to_vector(
      scales, [&](float scale) { return static_cast<double>(scale) / by; });
}

SmallVector<double> layerFactors(StringRef rounding, double inputScale,
                                 ArrayRef<float> filterScales,
                                 ArrayRef<float> sumScales,
                                 double outputScale) {
  if (rounding != tfliteRounding)
    return quotients(sumScales, outputScale);
  return llvm::map_to_vector(filterScales, [&](float filterScale) {
    return inputScale * static_cast<double>(filterScale) / outputScale;
  });
}

double productFactor(StringRef rounding, double lhsScale, double rhsScale,
                     double outputScale) {
  // TensorFlow Lite computes in single precision throughout.
  float product = static_cast<float>(lhsScale) * static_cast<float>(rhsScale);
  if (rounding == tfliteRounding)
    return product / static_cast<float>(outputScale);
  return product / outputScale;
}

int64_t sumLeftShift(StringRef rounding, TensorRef output) {
  if (rounding != tfliteRounding)
    return 0;
  return elementBytes(output) == 1 ? 20 : 15;
}

double addendFactor(StringRef rounding, double scale, double otherScale,
                    double outputScale) {
  if (rounding != tfliteRounding)
    return scale / outputScale;
  return scale / (2 * std::max(scale, otherScale));
}

double sumFactor(StringRef rounding, double lhsScale, double rhsScale,
                 double outputScale, TensorRef output) {
  if (rounding != tfliteRounding)
    return 1.0;
  return 2 * std::max(lhsScale, rhsScale) /
         std::ldexp(outputScale, sumLeftShift(rounding, output));
}

SmallVector<double> leakyReluFactors(StringRef rounding, double alpha,
                                     double inputScale, double outputScale) {
  float input = static_cast<float>(inputScale);
  float output = static_cast<float>(outputScale);
  return {input / output, input * static_cast<float>(alpha) / output};
}

double inverseOf(double scale) { return 1.0f / static_cast<float>(scale); }

//===----------------------------------------------------------------------===//
// Softmax of TensorFlow Lite
//===----------------------------------------------------------------------===//

/// Bits in front of the point of a difference from a row's maximum.
static constexpr int softmaxIntegerBits = 5;

static FixedPoint softmaxScale(double inputScale) {
  double scaled = std::ldexp(inputScale, 31 - softmaxIntegerBits);
  return getFixedPointOfTFLite(std::min(scaled, std::ldexp(1.0, 31) - 1.0));
}

int64_t softmaxMultiplier(double inputScale) {
  return softmaxScale(inputScale).multiplier;
}

int64_t softmaxLeftShift(double inputScale) {
  return softmaxScale(inputScale).shift;
}

int64_t softmaxDifferenceMin(double inputScale) {
  double radius = std::ldexp(
      (1 << softmaxIntegerBits) - 1,
      31 - softmaxIntegerBits - static_cast<int>(softmaxLeftShift(inputScale)));
  return -static_cast<int64_t>(std::floor(radius));
}

template <typename T>
static SmallVector<int64_t> sumsByChannel(const relay::ConstantView &filter,
                                          int64_t zeroPoint,
                                          bool channelsLast) {
  ArrayRef<int64_t> shape = filter.getShape();
  int64_t channels = channelsLast ? shape.back() : shape.front();
  int64_t taps = filter.getNumElements() / channels;
  SmallVector<int64_t> sums(channels, -zeroPoint * taps);
  const T *weight = filter.as<T>();
  if (filter.isSplat()) {
    for (int64_t &sum : sums)
      sum += *weight * taps;
  } else if (channelsLast) {
    for (int64_t tap = 0; tap < taps; ++tap)
      for (int64_t &sum : sums)
        sum += *weight++;
  } else {
    for (int64_t &sum : sums)
      for (int64_t tap = 0; tap < taps; ++tap)
        sum += *weight++;
  }
  return sums;
}

SmallVector<int64_t> sumsByChannel(Value filter, int64_t zeroPoint,
                                   bool channelsLast) {
  auto view = relay::ConstantView::get(filter);
  if (!view || view->getNumElements() == 0 || view->getShape().empty())
    return {};
  if (view->getElementType().isUnsignedInteger(8))
    return sumsByChannel<uint8_t>(*view, zeroPoint, channelsLast);
  if (view->getElementType().isSignlessInteger(8))
    return sumsByChannel<int8_t>(*view, zeroPoint, channelsLast);
  return {};
}

//===----------------------------------------------------------------------===//
// Tables
//===----------------------------------------------------------------------===//

/// One of Relay's functions, step by step in single precision as TVM computes
/// it; NaN for a name that there is none of.
static float evaluate(StringRef function, float x, float alpha) {
  if (function == "abs")
    return std::abs(x);
  if (function == "erf")
    return std::erf(x);
  if (function == "exp")
    return std::exp(x);
  if (function == "hardswish")
    return x * std::clamp(x + 3, 0.0F, 6.0F) * static_cast<float>(1.0 / 6);
  if (function == "gated")
    return x * std::clamp(x + 3, 0.0F, 6.0F) * alpha;
  if (function == "leaky_relu")
    return x > 0 ? x : x * alpha;
  if (function == "log")
    return std::log(x);
  if (function == "negative")
    return -x;
  if (function == "relu")
    return std::max(x, 0.0F);
  if (function == "rsqrt")
    return 1 / std::sqrt(x);
  if (function == "sigmoid")
    return 1 / (1 + std::exp(-x));
  if (function == "sqrt")
    return std::sqrt(x);
  if (function == "tanh") {
    float e = std::exp(-2 * std::abs(x));
    return std::copysign((1 - e) / (1 + e), x);
  }
  // The C library's, which TensorFlow Lite uses.
  if (function == "tanhf")
    return std::tanh(x);
  return std::numeric_limits<float>::quiet_NaN();
}

SmallVector<int64_t> lookupTable(StringRef function, double alpha,
                                 bool byDivision, TensorRef input,
                                 double inputScale, int64_t inputZeroPoint,
                                 TensorRef output, double outputScale,
                                 int64_t outputZeroPoint) {
  SmallVector<int64_t> table;
  double least = static_cast<double>(leastOf(output));
  double greatest = static_cast<double>(greatestOf(output));
  auto scale = static_cast<float>(outputScale);
  auto inverse = static_cast<float>(inverseOf(outputScale));
  for (int64_t byte = 0; byte < 256; ++byte) {
    int64_t number = byte > greatestOf(input) ? byte - 256 : byte;
    float x = static_cast<float>(number - inputZeroPoint) *
              static_cast<float>(inputScale);
    float y = evaluate(function, x, static_cast<float>(alpha));
    float scaled = byDivision ? y / scale : y * inverse;
    double rounded = std::round(scaled) + static_cast<double>(outputZeroPoint);
    // Where the function has no value, Relay's clip gives the upper bound.
    double stored =
        std::isnan(rounded) ? greatest : std::clamp(rounded, least, greatest);
    table.push_back(static_cast<int64_t>(stored) & 0xFF);
  }
  return table;
}

SmallVector<int64_t> leakyReluTable(double alpha, TensorRef input,
                                    double inputScale, int64_t inputZeroPoint,
                                    TensorRef output, double outputScale,
                                    int64_t outputZeroPoint) {
  FixedPoint scale = getFixedPoint(inputScale / outputScale);
  FixedPoint slope = getFixedPoint(alpha);
  constexpr auto upward = FixedPointRounding::Upward;
  auto zero = static_cast<int32_t>(outputZeroPoint);
  int64_t scaledZero = multiply(zero, getFixedPoint(1 - alpha), upward);
  SmallVector<int64_t> table;
  for (int64_t byte = 0; byte < 256; ++byte) {
    int64_t number = byte > greatestOf(input) ? byte - 256 : byte;
    auto difference = static_cast<int32_t>(number - inputZeroPoint);
    int32_t scaled = multiply(difference, scale, upward) + zero;
    int64_t result =
        difference < 0 ? multiply(scaled, slope, upward) + scaledZero : scaled;
    table.push_back(std::clamp(result, leastOf(output), greatestOf(output)) &
                    0xFF);
  }
  return table;
}

// Fixed-point numbers of 16 bits.

static int16_t saturate(int32_t x) {
  return static_cast<int16_t>(std::clamp(x, -32768, 32767));
}

/// The upper 16 bits of a multiplier.
static int16_t toHalf(int32_t multiplier) {
  return saturate(
      static_cast<int32_t>((int64_t(multiplier) + (1 << 15)) >> 16));
}

/// 2 * a * b / 2^16 to the nearest number.
static int16_t doublingHighProduct(int16_t a, int16_t b) {
  int32_t product = a * b;
  int32_t nudge = product >= 0 ? 1 << 14 : 1 - (1 << 14);
  return saturate((product + nudge) / (1 << 15));
}

/// x / 2^exponent to the nearest number, halves away from zero.
static int16_t shiftRight(int16_t x, int32_t exponent) {
  int32_t mask = (1 << exponent) - 1;
  int32_t threshold = (mask >> 1) + (x < 0 ? 1 : 0);
  return static_cast<int16_t>((x >> exponent) +
                              ((x & mask) > threshold ? 1 : 0));
}

SmallVector<int64_t> hardSwishTable(TensorRef input, double inputScale,
                                    int64_t inputZeroPoint, double outputScale,
                                    int64_t outputZeroPoint) {
  // Numbers have 7 bits more than the input's on the way.
  float fineScale = 1.0F / 128.0F * static_cast<float>(inputScale);
  FixedPoint toOutput =
      getFixedPointOfTFLite(fineScale / static_cast<float>(outputScale));
  // In units of which 3 is the largest number of 16 bits.
  FixedPoint toUnits = getFixedPointOfTFLite(fineScale / (3.0F / 32768.0F));
  int32_t shift = std::min(toUnits.shift, 15);
  SmallVector<int64_t> table;
  for (int64_t byte = 0; byte < 256; ++byte) {
    int64_t number = byte > greatestOf(input) ? byte - 256 : byte;
    auto x = static_cast<int16_t>((number - inputZeroPoint) * 128);
    int16_t gate = x;
    if (shift > 0)
      gate = saturate(gate * (1 << (shift - 1)));
    gate = doublingHighProduct(gate, toHalf(toUnits.multiplier));
    if (shift > 0)
      gate = saturate(gate * 2);
    else if (shift < 0)
      gate = shiftRight(gate, std::min(-shift, 15));
    // From [-1, 1] to [0, 1].
    gate = static_cast<int16_t>((gate + (1 << 15)) >> 1);
    int16_t whole = doublingHighProduct(x, toHalf(toOutput.multiplier));
    auto product = static_cast<int16_t>(gate * whole / (1 << 15));
    int64_t result = shiftRight(product, std::min(-toOutput.shift, 15));
    table.push_back(std::clamp(result + outputZeroPoint, leastOf(input),
                               greatestOf(input)) &
                    0xFF);
  }
  return table;
}

//===----------------------------------------------------------------------===//
// Means
//===----------------------------------------------------------------------===//

static FixedPoint getMeanFactor(double inputScale, double outputScale,
                                int64_t count) {
  FixedPoint factor = getFixedPointOfTFLite(inputScale / outputScale);
  // As many bits as the quotient by the count can use.
  int32_t bits = count > 0 ? static_cast<int32_t>(llvm::Log2_64(count)) : 0;
  bits = std::min({bits, 32, 31 + factor.shift});
  if (count <= 0 || bits < 0)
    return {-1, 0};
  int64_t multiplier = (int64_t(factor.multiplier) << bits) / count;
  return {static_cast<int32_t>(multiplier), factor.shift - bits};
}

SmallVector<int64_t> meanMultipliers(double inputScale, double outputScale,
                                     int64_t count) {
  return {getMeanFactor(inputScale, outputScale, count).multiplier};
}

SmallVector<int64_t> meanShifts(double inputScale, double outputScale,
                                int64_t count) {
  return {getMeanFactor(inputScale, outputScale, count).shift};
}

//===----------------------------------------------------------------------===//
// Fixed-point numbers
//===----------------------------------------------------------------------===//

/// Of a factor that has none, a number that `areScalable` refuses.
static FixedPoint toFixedPoint(StringRef rounding, double factor) {
  if (!(factor >= 0) || !std::isfinite(factor))
    return {-1, 0};
  if (rounding == tfliteRounding)
    return getFixedPointOfTFLite(factor);
  FixedPoint number = getFixedPoint(factor);
  // Times any number of 32 bits that is less than a half.
  return number.shift < -31 ? FixedPoint{0, 0} : number;
}

int64_t multiplierOf(StringRef rounding, double factor) {
  return toFixedPoint(rounding, factor).multiplier;
}

int64_t shiftOf(StringRef rounding, double factor) {
  return toFixedPoint(rounding, factor).shift;
}

SmallVector<int64_t> multipliersOf(StringRef rounding,
                                   ArrayRef<double> factors) {
  return llvm::map_to_vector(
      factors, [&](double factor) { return multiplierOf(rounding, factor); });
}

SmallVector<int64_t> shiftsOf(StringRef rounding, ArrayRef<double> factors) {
  return llvm::map_to_vector(
      factors, [&](double factor) { return shiftOf(rounding, factor); });
}

bool areScalable(StringRef rounding, ArrayRef<double> factors) {
  return !factors.empty() && llvm::all_of(factors, [&](double factor) {
    FixedPoint number = toFixedPoint(rounding, factor);
    return number.multiplier >= 0 && inRange(number.shift, -31, 31);
  });
}

//===----------------------------------------------------------------------===//
// Bounds
//===----------------------------------------------------------------------===//

static IntegerType integerOf(TensorRef tensor) {
  return tensor ? dyn_cast<IntegerType>((*tensor).getElementType())
                : IntegerType();
}

int64_t leastOf(TensorRef tensor) {
  IntegerType type = integerOf(tensor);
  return !type || type.isUnsigned() ? 0 : llvm::minIntN(type.getWidth());
}

int64_t greatestOf(TensorRef tensor) {
  IntegerType type = integerOf(tensor);
  if (!type)
    return 0;
  unsigned width = type.getWidth();
  return llvm::maxIntN(type.isUnsigned() ? std::min(width + 1, 64u) : width);
}

int64_t boundOf(TensorRef tensor, double bound) {
  // As a double, the greatest number of 64 bits is one too many.
  if (bound >= static_cast<double>(greatestOf(tensor)))
    return greatestOf(tensor);
  return static_cast<int64_t>(
      std::max(bound, static_cast<double>(leastOf(tensor))));
}

} // namespace dsp
