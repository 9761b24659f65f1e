//===- QuantizedEval.cpp - Quantised arithmetic on constants --------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// TVM 0.18 lowers these operators to plain ones before it runs them; what is
// here gives the same bits, an operation of that lowering at a time.
//
//===----------------------------------------------------------------------===//

#include "ConstantEval.h"
#include "ElementTypes.h"
#include "dsp/Support/FixedPoint.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"
#include <limits>

using namespace mlir;

namespace dsp::relay {

namespace {

/// A scale or zero point for each entry of an axis, or one for all.
template <typename T>
class Channelwise {
public:
  explicit Channelwise(const ConstantView &view)
      : values(view.as<T>()),
        step(view.isSplat() || view.getNumElements() == 1 ? 0 : 1) {}

  T operator[](int64_t channel) const { return values[channel * step]; }

private:
  const T *values;
  int64_t step;
};

/// The elements in row-major order, an entry of the axis being `inner` of them.
struct AxisWalk {
  int64_t outer = 1, channels = 1, inner = 1;

  template <typename Fn>
  bool forEach(Fn fn) const {
    int64_t index = 0;
    for (int64_t o = 0; o < outer; ++o)
      for (int64_t c = 0; c < channels; ++c)
        for (int64_t i = 0; i < inner; ++i, ++index)
          if (!fn(index, c))
            return false;
    return true;
  }
};

} // namespace

/// Of data of `shape` whose parameters vary along `axis`, if they vary.
static AxisWalk walkAlong(ArrayRef<int64_t> shape, int64_t axis) {
  AxisWalk walk;
  if (axis < 0)
    axis += shape.size();
  for (auto [dim, extent] : llvm::enumerate(shape))
    (static_cast<int64_t>(dim) < axis    ? walk.outer
     : static_cast<int64_t>(dim) == axis ? walk.channels
                                         : walk.inner) *= extent;
  return walk;
}

static int32_t wrap(int64_t x) {
  return static_cast<int32_t>(static_cast<uint32_t>(x));
}

/// Calls `fn` with a value of the C++ type of quantised elements of `type`.
template <typename Fn>
static bool dispatchQuantizedType(Type type, Fn fn) {
  return dispatchElementType(type, [&](auto zero) {
    using T = decltype(zero);
    if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>)
      return fn(zero);
    else
      return false;
  });
}

/// `x` brought into the range of `T`; fails where that is not in `T`, as C says
/// nothing of the conversion then.
template <typename T>
static bool clipTo(float x, T &result) {
  using Limits = std::numeric_limits<T>;
  float clipped = std::min(x, static_cast<float>(Limits::max()));
  clipped = std::max(clipped, static_cast<float>(Limits::min()));
  if (!(static_cast<double>(clipped) <= static_cast<double>(Limits::max())))
    return false;
  result = static_cast<T>(clipped);
  return true;
}

template <typename T>
static T clipTo(int32_t x) {
  if constexpr (sizeof(T) >= sizeof(int32_t))
    return static_cast<T>(x);
  else
    return static_cast<T>(std::clamp<int32_t>(x, std::numeric_limits<T>::min(),
                                              std::numeric_limits<T>::max()));
}

bool evaluateQuantize(const ConstantView &in, const ConstantView &scale,
                      const ConstantView &zeroPoint, int64_t axis,
                      ConstantBuffer &out) {
  if (!in.getElementType().isF32())
    return false;
  Channelwise<float> scales(scale);
  Channelwise<int32_t> zeroPoints(zeroPoint);
  const float *data = in.as<float>();
  int64_t step = in.isSplat() ? 0 : 1;
  return dispatchQuantizedType(out.getType().getElementType(), [&](auto zero) {
    using R = decltype(zero);
    R *result = out.as<R>();
    return walkAlong(in.getShape(), axis).forEach([&](int64_t i, int64_t c) {
      // TVM divides constants, though it multiplies others by the inverse.
      float rounded = std::round(data[i * step] / scales[c]);
      return clipTo(rounded + static_cast<float>(zeroPoints[c]), result[i]);
    });
  });
}

bool evaluateDequantize(const ConstantView &in, const ConstantView &scale,
                        const ConstantView &zeroPoint, int64_t axis,
                        ConstantBuffer &out) {
  Channelwise<float> scales(scale);
  Channelwise<int32_t> zeroPoints(zeroPoint);
  int64_t step = in.isSplat() ? 0 : 1;
  AxisWalk walk = walkAlong(in.getShape(), axis);
  return dispatchQuantizedType(in.getElementType(), [&](auto zero) {
    using T = decltype(zero);
    const T *data = in.as<T>();
    auto get = [&](int64_t i, int64_t c) {
      int64_t difference = static_cast<int64_t>(data[i * step]) - zeroPoints[c];
      return static_cast<float>(wrap(difference)) * scales[c];
    };
    Type type = out.getType().getElementType();
    if (type.isF32())
      return walk.forEach([&](int64_t i, int64_t c) {
        out.as<float>()[i] = get(i, c);
        return true;
      });
    if (!type.isF16())
      return false;
    constexpr float most = 65504;
    return walk.forEach([&](int64_t i, int64_t c) {
      out.as<Half>()[i] =
          Half::from(std::max(std::min(get(i, c), most), -most));
      return true;
    });
  });
}

//===----------------------------------------------------------------------===//
// Requantisation
//===----------------------------------------------------------------------===//

/// Calls fn(i, x - zero point, channel) for each element x.
template <typename Compute, typename Fn>
static bool forEachShifted(const ConstantView &in,
                           const RequantizeOperands &operands, Fn fn) {
  Channelwise<int32_t> zeroPoints(operands.inputZeroPoint);
  int64_t step = in.isSplat() ? 0 : 1;
  return dispatchQuantizedType(in.getElementType(), [&](auto zero) {
    using T = decltype(zero);
    const T *data = in.as<T>();
    return walkAlong(in.getShape(), operands.axis)
        .forEach([&](int64_t i, int64_t c) {
          T x = data[i * step];
          if constexpr (std::is_integral_v<Compute>)
            return fn(i, wrap(static_cast<int64_t>(wrap(x)) - zeroPoints[c]),
                      c);
          else
            return fn(i,
                      static_cast<Compute>(x) -
                          static_cast<Compute>(zeroPoints[c]),
                      c);
        });
  });
}

/// The quotients of the scales: one, or one for each entry of the axis.
static SmallVector<double> getFactors(const RequantizeOperands &operands) {
  const ConstantView &scale = operands.inputScale;
  double outputScale = *operands.outputScale.as<float>();
  SmallVector<double> factors;
  for (int64_t i = 0, e = scale.isSplat() ? 1 : scale.getNumElements(); i < e;
       ++i)
    factors.push_back(scale.as<float>()[i] / outputScale);
  return factors;
}

static bool requantizeAsIntegers(const ConstantView &in,
                                 const RequantizeOperands &operands,
                                 FixedPointRounding rounding,
                                 ConstantBuffer &out) {
  SmallVector<FixedPoint> factors;
  for (double factor : getFactors(operands))
    factors.push_back(getFixedPoint(factor));
  int64_t step = factors.size() == 1 ? 0 : 1;
  int32_t zeroPoint = *operands.outputZeroPoint.as<int32_t>();
  return dispatchQuantizedType(out.getType().getElementType(), [&](auto zero) {
    using R = decltype(zero);
    return forEachShifted<int32_t>(
        in, operands, [&](int64_t i, int32_t x, int64_t c) {
          int64_t scaled = multiply(x, factors[c * step], rounding);
          out.as<R>()[i] = clipTo<R>(wrap(scaled + zeroPoint));
          return true;
        });
  });
}

/// Done in the floating-point type `F`.
template <typename F>
static bool requantizeAsFloats(const ConstantView &in,
                               const RequantizeOperands &operands, bool upward,
                               ConstantBuffer &out) {
  SmallVector<F> factors;
  for (double factor : getFactors(operands))
    factors.push_back(static_cast<F>(factor));
  int64_t step = factors.size() == 1 ? 0 : 1;
  F zeroPoint = static_cast<F>(*operands.outputZeroPoint.as<int32_t>());
  return dispatchQuantizedType(out.getType().getElementType(), [&](auto zero) {
    using R = decltype(zero);
    return forEachShifted<F>(in, operands, [&](int64_t i, F x, int64_t c) {
      F shifted = x * factors[c * step] + zeroPoint;
      F half = shifted < 0 && !upward ? F(-0.5) : F(0.5);
      F rounded =
          upward ? std::floor(shifted + half) : std::trunc(shifted + half);
      if (!(rounded >= F(-2147483648.0) && rounded < F(2147483648.0)))
        return false;
      out.as<R>()[i] = clipTo<R>(static_cast<int32_t>(rounded));
      return true;
    });
  });
}

bool evaluateRequantize(const ConstantView &in,
                        const RequantizeOperands &operands, StringRef rounding,
                        StringRef computeDtype, ConstantBuffer &out) {
  bool upward = rounding != "TONEAREST";
  if (computeDtype == "float32")
    return requantizeAsFloats<float>(in, operands, upward, out);
  if (computeDtype == "float64")
    return requantizeAsFloats<double>(in, operands, upward, out);
  return requantizeAsIntegers(
      in, operands,
      upward ? FixedPointRounding::Upward : FixedPointRounding::ToNearest, out);
}

//===----------------------------------------------------------------------===//
// Fixed-point numbers
//===----------------------------------------------------------------------===//

bool evaluateFixedPointMultiply(const ConstantView &in, int64_t multiplier,
                                int64_t shift, ConstantBuffer &out) {
  if (!in.getElementType().isSignlessInteger(32) ||
      !llvm::isInt<32>(multiplier) || !llvm::isInt<32>(shift))
    return false;
  FixedPoint factor{static_cast<int32_t>(multiplier),
                    static_cast<int32_t>(shift)};
  const int32_t *data = in.as<int32_t>();
  int64_t step = in.isSplat() ? 0 : 1;
  for (int64_t i = 0, e = in.getNumElements(); i < e; ++i)
    out.as<int32_t>()[i] =
        multiply(data[i * step], factor, FixedPointRounding::Upward);
  return true;
}

} // namespace dsp::relay
