//===- ElementwiseEval.cpp - Elementwise arithmetic on constants ----------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConstantEval.h"
#include "ElementTypes.h"
#include "llvm/ADT/StringSwitch.h"
#include <limits>

using namespace mlir;

namespace dsp::relay {

namespace {

/// Walks N strided operands through `shape` in row-major order, a row of the
/// innermost dimension at a time. Neighbouring dimensions that all operands
/// step through evenly are one, so rows are as long as can be.
template <size_t N>
class Traversal {
public:
  Traversal(ArrayRef<int64_t> shape,
            const std::array<SmallVector<int64_t>, N> &strides) {
    for (size_t dim = 0; dim < shape.size(); ++dim) {
      bool isEven = !this->shape.empty();
      for (size_t n = 0; n < N; ++n)
        isEven =
            isEven && this->strides[n].back() == strides[n][dim] * shape[dim];
      if (isEven) {
        this->shape.back() *= shape[dim];
        for (size_t n = 0; n < N; ++n)
          this->strides[n].back() = strides[n][dim];
      } else if (shape[dim] != 1) {
        this->shape.push_back(shape[dim]);
        for (size_t n = 0; n < N; ++n)
          this->strides[n].push_back(strides[n][dim]);
      }
    }
    if (this->shape.empty()) {
      this->shape.push_back(1);
      for (size_t n = 0; n < N; ++n)
        this->strides[n].push_back(0);
    }
  }

  /// How far operand `n` goes from one element of a row to the next.
  int64_t step(size_t n) const { return strides[n].back(); }

  /// fn(the operands' offsets, the row's length) for each row.
  template <typename Fn>
  void forEachRow(Fn fn) const {
    if (llvm::is_contained(shape, 0))
      return;
    size_t outer = shape.size() - 1;
    std::array<int64_t, N> offsets = {};
    SmallVector<int64_t> index(outer, 0);
    while (true) {
      fn(offsets, shape.back());
      size_t d = outer;
      for (; d > 0; --d) {
        size_t dim = d - 1;
        for (size_t n = 0; n < N; ++n)
          offsets[n] += strides[n][dim];
        if (++index[dim] < shape[dim])
          break;
        for (size_t n = 0; n < N; ++n)
          offsets[n] -= strides[n][dim] * shape[dim];
        index[dim] = 0;
      }
      if (d == 0)
        return;
    }
  }

private:
  SmallVector<int64_t> shape;
  std::array<SmallVector<int64_t>, N> strides;
};

/// out = f(lhs, rhs) with broadcasting. `T` is the operands' storage, `R` the
/// result's.
template <typename T, typename R, typename F>
void mapBinary(const ConstantView &lhs, const ConstantView &rhs,
               ConstantBuffer &out, F f) {
  ArrayRef<int64_t> shape = out.getType().getShape();
  Traversal<2> traversal(shape, {getBroadcastStrides(lhs, shape),
                                 getBroadcastStrides(rhs, shape)});
  int64_t a = traversal.step(0), b = traversal.step(1);
  R *result = out.as<R>();
  traversal.forEachRow([&](const auto &offsets, int64_t length) {
    const T *x = lhs.as<T>() + offsets[0];
    const T *y = rhs.as<T>() + offsets[1];
    if (a == 1 && b == 0) { // a weight scaled by channel
      Compute<T> other = *y;
      for (int64_t i = 0; i < length; ++i)
        result[i] = storeAs<R>(f(Compute<T>(x[i]), other));
    } else {
      for (int64_t i = 0; i < length; ++i)
        result[i] = storeAs<R>(f(Compute<T>(x[i * a]), Compute<T>(y[i * b])));
    }
    result += length;
  });
}

template <typename T, typename R, typename F>
void mapUnary(const ConstantView &in, ConstantBuffer &out, F f) {
  const T *x = in.as<T>();
  R *result = out.as<R>();
  int64_t step = in.isSplat() ? 0 : 1;
  for (int64_t i = 0, e = out.getType().getNumElements(); i < e; ++i)
    result[i] = storeAs<R>(f(Compute<T>(x[i * step])));
}

/// True if some divisor makes an integer division undefined in C.
template <typename T>
bool hasBadDivisor(const ConstantView &rhs) {
  const T *y = rhs.as<T>();
  int64_t count = rhs.isSplat() ? 1 : rhs.getNumElements();
  for (int64_t i = 0; i < count; ++i)
    if (y[i] == T(0) || (std::is_signed_v<T> && y[i] == T(-1)))
      return true;
  return false;
}

/// True if some shift amount is out of the type's range.
template <typename T>
bool hasBadShift(const ConstantView &rhs) {
  const T *y = rhs.as<T>();
  int64_t count = rhs.isSplat() ? 1 : rhs.getNumElements();
  for (int64_t i = 0; i < count; ++i)
    if (y[i] < T(0) || static_cast<uint64_t>(y[i]) >= sizeof(T) * 8)
      return true;
  return false;
}

/// Comparisons, on any element type.
template <typename T>
bool evaluateComparison(StringRef name, const ConstantView &lhs,
                        const ConstantView &rhs, ConstantBuffer &out) {
  using C = Compute<T>;
  if (name == "equal")
    mapBinary<T, bool>(lhs, rhs, out, [](C a, C b) { return a == b; });
  else if (name == "not_equal")
    mapBinary<T, bool>(lhs, rhs, out, [](C a, C b) { return a != b; });
  else if (name == "less")
    mapBinary<T, bool>(lhs, rhs, out, [](C a, C b) { return a < b; });
  else if (name == "less_equal")
    mapBinary<T, bool>(lhs, rhs, out, [](C a, C b) { return a <= b; });
  else if (name == "greater")
    mapBinary<T, bool>(lhs, rhs, out, [](C a, C b) { return a > b; });
  else if (name == "greater_equal")
    mapBinary<T, bool>(lhs, rhs, out, [](C a, C b) { return a >= b; });
  else
    return false;
  return true;
}

/// Arithmetic on floating point.
template <typename T>
bool evaluateFloat(StringRef name, const ConstantView &lhs,
                   const ConstantView &rhs, ConstantBuffer &out) {
  using C = Compute<T>;
  if (name == "add")
    mapBinary<T, T>(lhs, rhs, out, [](C a, C b) { return a + b; });
  else if (name == "subtract")
    mapBinary<T, T>(lhs, rhs, out, [](C a, C b) { return a - b; });
  else if (name == "multiply")
    mapBinary<T, T>(lhs, rhs, out, [](C a, C b) { return a * b; });
  else if (name == "divide")
    mapBinary<T, T>(lhs, rhs, out, [](C a, C b) { return a / b; });
  else if (name == "maximum")
    mapBinary<T, T>(lhs, rhs, out, [](C a, C b) { return a > b ? a : b; });
  else if (name == "minimum")
    mapBinary<T, T>(lhs, rhs, out, [](C a, C b) { return a < b ? a : b; });
  else if (name == "power")
    mapBinary<T, T>(lhs, rhs, out, [](C a, C b) { return std::pow(a, b); });
  else if (name == "floor_divide")
    mapBinary<T, T>(lhs, rhs, out, [](C a, C b) { return std::floor(a / b); });
  else
    return false;
  return true;
}

/// Arithmetic on integers: it wraps around, as Relay's kernels do.
template <typename T>
bool evaluateInteger(StringRef name, const ConstantView &lhs,
                     const ConstantView &rhs, ConstantBuffer &out) {
  using U = uint64_t; // wide and unsigned: no overflow is undefined
  if (name == "add")
    mapBinary<T, T>(lhs, rhs, out, [](T a, T b) { return T(U(a) + U(b)); });
  else if (name == "subtract")
    mapBinary<T, T>(lhs, rhs, out, [](T a, T b) { return T(U(a) - U(b)); });
  else if (name == "multiply")
    mapBinary<T, T>(lhs, rhs, out, [](T a, T b) { return T(U(a) * U(b)); });
  else if (name == "maximum")
    mapBinary<T, T>(lhs, rhs, out, [](T a, T b) { return a > b ? a : b; });
  else if (name == "minimum")
    mapBinary<T, T>(lhs, rhs, out, [](T a, T b) { return a < b ? a : b; });
  else if (name == "bitwise_and")
    mapBinary<T, T>(lhs, rhs, out, [](T a, T b) { return T(a & b); });
  else if (name == "bitwise_or")
    mapBinary<T, T>(lhs, rhs, out, [](T a, T b) { return T(a | b); });
  else if (name == "bitwise_xor")
    mapBinary<T, T>(lhs, rhs, out, [](T a, T b) { return T(a ^ b); });
  else if (name == "left_shift" && !hasBadShift<T>(rhs))
    mapBinary<T, T>(lhs, rhs, out, [](T a, T b) { return T(U(a) << U(b)); });
  else if (name == "right_shift" && !hasBadShift<T>(rhs))
    mapBinary<T, T>(lhs, rhs, out, [](T a, T b) { return T(a >> b); });
  else if (name == "divide" && !hasBadDivisor<T>(rhs))
    mapBinary<T, T>(lhs, rhs, out, [](T a, T b) { return T(a / b); });
  else if (name == "mod" && !hasBadDivisor<T>(rhs))
    mapBinary<T, T>(lhs, rhs, out, [](T a, T b) { return T(a % b); });
  else if (name == "floor_divide" && !hasBadDivisor<T>(rhs))
    mapBinary<T, T>(lhs, rhs, out, [](T a, T b) {
      return T(a / b - ((a % b != 0) && ((a < 0) != (b < 0))));
    });
  else if (name == "floor_mod" && !hasBadDivisor<T>(rhs))
    mapBinary<T, T>(lhs, rhs, out, [](T a, T b) {
      T rest = T(a % b);
      return T(rest != 0 && ((rest < 0) != (b < 0)) ? rest + b : rest);
    });
  else
    return false;
  return true;
}

bool evaluateLogical(StringRef name, const ConstantView &lhs,
                     const ConstantView &rhs, ConstantBuffer &out) {
  if (name == "logical_and" || name == "bitwise_and")
    mapBinary<bool, bool>(lhs, rhs, out, [](bool a, bool b) { return a && b; });
  else if (name == "logical_or" || name == "bitwise_or")
    mapBinary<bool, bool>(lhs, rhs, out, [](bool a, bool b) { return a || b; });
  else if (name == "logical_xor" || name == "bitwise_xor")
    mapBinary<bool, bool>(lhs, rhs, out, [](bool a, bool b) { return a != b; });
  else
    return false;
  return true;
}

/// Functions that only floating point has.
template <typename T>
bool evaluateFloatUnary(StringRef name, const ConstantView &in,
                        ConstantBuffer &out) {
  using C = Compute<T>;
  if (name == "sqrt")
    mapUnary<T, T>(in, out, [](C x) { return std::sqrt(x); });
  else if (name == "rsqrt")
    mapUnary<T, T>(in, out, [](C x) { return C(1) / std::sqrt(x); });
  else if (name == "exp")
    mapUnary<T, T>(in, out, [](C x) { return std::exp(x); });
  else if (name == "log")
    mapUnary<T, T>(in, out, [](C x) { return std::log(x); });
  else if (name == "tanh")
    mapUnary<T, T>(in, out, [](C x) {
      C e = std::exp(-2 * std::fabs(x)); // as TVM computes it
      return std::copysign((1 - e) / (1 + e), x);
    });
  else if (name == "sigmoid")
    mapUnary<T, T>(in, out, [](C x) { return C(1) / (C(1) + std::exp(-x)); });
  else if (name == "erf")
    mapUnary<T, T>(in, out, [](C x) { return std::erf(x); });
  else if (name == "sin")
    mapUnary<T, T>(in, out, [](C x) { return std::sin(x); });
  else if (name == "cos")
    mapUnary<T, T>(in, out, [](C x) { return std::cos(x); });
  else if (name == "floor")
    mapUnary<T, T>(in, out, [](C x) { return std::floor(x); });
  else if (name == "ceil")
    mapUnary<T, T>(in, out, [](C x) { return std::ceil(x); });
  else if (name == "round") // halves away from zero, whatever Relay's docs say
    mapUnary<T, T>(in, out, [](C x) { return std::round(x); });
  else if (name == "trunc")
    mapUnary<T, T>(in, out, [](C x) { return std::trunc(x); });
  else
    return false;
  return true;
}

/// Functions of all signed numbers. `N` is what they are computed in.
template <typename T, typename N>
bool evaluateNumericUnary(StringRef name, const ConstantView &in,
                          ConstantBuffer &out) {
  using C = Compute<T>;
  if (name == "negative")
    mapUnary<T, T>(in, out, [](C x) {
      if constexpr (std::is_integral_v<C>)
        return C(N(0) - N(x));
      else
        return -x;
    });
  else if (name == "abs")
    mapUnary<T, T>(in, out, [](C x) {
      if constexpr (std::is_integral_v<C>)
        return x < 0 ? C(N(0) - N(x)) : x;
      else
        return std::fabs(x);
    });
  else if (name == "nn.relu")
    mapUnary<T, T>(in, out, [](C x) { return x > C(0) ? x : C(0); });
  else if (name == "sign")
    mapUnary<T, T>(in, out, [](C x) { return C((x > C(0)) - (x < C(0))); });
  else
    return false;
  return true;
}

} // namespace

bool evaluateBinary(StringRef name, const ConstantView &lhs,
                    const ConstantView &rhs, ConstantBuffer &out) {
  if (lhs.getElementType() != rhs.getElementType())
    return false;
  return dispatchElementType(lhs.getElementType(), [&](auto zero) {
    using T = decltype(zero);
    if (out.getType().getElementType().isInteger(1) &&
        evaluateComparison<T>(name, lhs, rhs, out))
      return true;
    if (out.getType().getElementType() != lhs.getElementType())
      return false;
    if constexpr (std::is_same_v<T, bool>)
      return evaluateLogical(name, lhs, rhs, out);
    else if constexpr (std::is_integral_v<T>)
      return evaluateInteger<T>(name, lhs, rhs, out);
    else
      return evaluateFloat<T>(name, lhs, rhs, out);
  });
}

bool evaluateUnary(StringRef name, const ConstantView &in,
                   ConstantBuffer &out) {
  if (in.getElementType() != out.getType().getElementType())
    return false;
  return dispatchElementType(in.getElementType(), [&](auto zero) {
    using T = decltype(zero);
    if constexpr (std::is_same_v<T, bool>) {
      if (name != "logical_not" && name != "bitwise_not")
        return false;
      mapUnary<bool, bool>(in, out, [](bool x) { return !x; });
      return true;
    } else if constexpr (std::is_integral_v<T>) {
      if (name == "bitwise_not") {
        mapUnary<T, T>(in, out, [](T x) { return T(~x); });
        return true;
      }
      return evaluateNumericUnary<T, uint64_t>(name, in, out);
    } else {
      return evaluateFloatUnary<T>(name, in, out) ||
             evaluateNumericUnary<T, Compute<T>>(name, in, out);
    }
  });
}

bool evaluateClip(const ConstantView &in, double min, double max,
                  ConstantBuffer &out) {
  if (in.getElementType() != out.getType().getElementType())
    return false;
  return dispatchElementType(in.getElementType(), [&](auto zero) {
    using T = decltype(zero);
    using C = Compute<T>;
    if constexpr (std::is_same_v<T, bool>) {
      return false;
    } else {
      C low, high;
      if constexpr (std::is_integral_v<T>) {
        // Bounds that the type can't hold would wrap around.
        if (!(min >= double(std::numeric_limits<T>::min())) ||
            !(max <= double(std::numeric_limits<T>::max())) || sizeof(T) > 4)
          return false;
      }
      low = static_cast<C>(min);
      high = static_cast<C>(max);
      mapUnary<T, T>(in, out, [=](C x) {
        C y = x < high ? x : high;
        return y > low ? y : low;
      });
      return true;
    }
  });
}

bool evaluateCast(const ConstantView &in, ConstantBuffer &out) {
  return dispatchElementType(in.getElementType(), [&](auto from) {
    using T = decltype(from);
    return dispatchElementType(out.getType().getElementType(), [&](auto to) {
      using R = decltype(to);
      // A float that the integer can't hold has no defined value in C.
      if constexpr (!std::is_integral_v<T> && std::is_integral_v<R> &&
                    !std::is_same_v<R, bool>) {
        const T *x = in.as<T>();
        int64_t count = in.isSplat() ? 1 : in.getNumElements();
        double limit =
            std::ldexp(1.0, int(sizeof(R) * 8) - int(std::is_signed_v<R>));
        double low = std::is_signed_v<R> ? -limit : -1.0;
        for (int64_t i = 0; i < count; ++i) {
          double value = static_cast<double>(Compute<T>(x[i]));
          bool fits = value < limit &&
                      (std::is_signed_v<R> ? value >= low : value > low);
          if (!fits)
            return false;
        }
      }
      mapUnary<T, R>(in, out, [](Compute<T> x) -> Compute<R> {
        if constexpr (std::is_same_v<R, bool>)
          return x != Compute<T>(0);
        else
          return static_cast<Compute<R>>(x);
      });
      return true;
    });
  });
}

bool evaluateWhere(const ConstantView &condition, const ConstantView &x,
                   const ConstantView &y, ConstantBuffer &out) {
  if (!condition.getElementType().isInteger(1) ||
      x.getElementType() != y.getElementType() ||
      x.getElementType() != out.getType().getElementType())
    return false;
  return dispatchElementType(x.getElementType(), [&](auto zero) {
    using T = decltype(zero);
    ArrayRef<int64_t> shape = out.getType().getShape();
    Traversal<3> traversal(shape, {getBroadcastStrides(condition, shape),
                                   getBroadcastStrides(x, shape),
                                   getBroadcastStrides(y, shape)});
    int64_t c = traversal.step(0), a = traversal.step(1), b = traversal.step(2);
    T *result = out.as<T>();
    traversal.forEachRow([&](const auto &offsets, int64_t length) {
      for (int64_t i = 0; i < length; ++i)
        *result++ = condition.as<bool>()[offsets[0] + i * c]
                        ? x.as<T>()[offsets[1] + i * a]
                        : y.as<T>()[offsets[2] + i * b];
    });
    return true;
  });
}

//===----------------------------------------------------------------------===//
// Reductions
//===----------------------------------------------------------------------===//

/// out = fold of f over the reduced dimensions, from `init`.
template <typename T, typename F>
static void reduce(const ConstantView &in, ArrayRef<bool> reduced,
                   Compute<T> init, F f, SmallVectorImpl<Compute<T>> &totals) {
  // The result's strides, 0 along what is reduced, address the totals.
  ArrayRef<int64_t> shape = in.getShape();
  std::array<SmallVector<int64_t>, 2> strides = {
      getBroadcastStrides(in, shape), SmallVector<int64_t>(shape.size(), 0)};
  int64_t stride = 1;
  for (size_t i = shape.size(); i-- > 0;)
    if (!reduced[i]) {
      strides[1][i] = stride;
      stride *= shape[i];
    }
  totals.assign(stride, init);
  Traversal<2> traversal(shape, strides);
  int64_t a = traversal.step(0), b = traversal.step(1);
  traversal.forEachRow([&](const auto &offsets, int64_t length) {
    for (int64_t i = 0; i < length; ++i) {
      Compute<T> &total = totals[offsets[1] + i * b];
      total = f(total, Compute<T>(in.as<T>()[offsets[0] + i * a]));
    }
  });
}

bool evaluateReduction(StringRef name, const ConstantView &in,
                       ArrayRef<bool> reduced, ConstantBuffer &out) {
  if (in.getElementType() != out.getType().getElementType() ||
      in.getNumElements() == 0)
    return false;
  return dispatchElementType(in.getElementType(), [&](auto zero) {
    using T = decltype(zero);
    using C = Compute<T>;
    SmallVector<C> totals;
    if constexpr (std::is_same_v<T, bool>) {
      if (name == "all")
        reduce<T>(in, reduced, true, [](C a, C b) { return a && b; }, totals);
      else if (name == "any")
        reduce<T>(in, reduced, false, [](C a, C b) { return a || b; }, totals);
      else
        return false;
    } else {
      using Limits = std::numeric_limits<C>;
      auto plus = [](C a, C b) {
        if constexpr (std::is_integral_v<C>)
          return C(uint64_t(a) + uint64_t(b));
        else
          return a + b;
      };
      if (name == "sum" || (name == "mean" && !std::is_integral_v<T>))
        reduce<T>(in, reduced, C(0), plus, totals);
      else if (name == "max")
        reduce<T>(
            in, reduced, Limits::lowest(),
            [](C a, C b) { return a > b ? a : b; }, totals);
      else if (name == "min")
        reduce<T>(
            in, reduced, Limits::max(), [](C a, C b) { return a < b ? a : b; },
            totals);
      else
        return false;
      if (name == "mean")
        for (C &total : totals)
          total = total / static_cast<C>(in.getNumElements() /
                                         static_cast<int64_t>(totals.size()));
    }
    if (static_cast<int64_t>(totals.size()) != out.getType().getNumElements())
      return false;
    for (auto [i, total] : llvm::enumerate(totals))
      out.as<T>()[i] = storeAs<T>(total);
    return true;
  });
}

bool evaluateArange(const ConstantView &start, const ConstantView &step,
                    ConstantBuffer &out) {
  Type elementType = out.getType().getElementType();
  if (start.getElementType() != elementType ||
      step.getElementType() != elementType)
    return false;
  return dispatchElementType(elementType, [&](auto zero) {
    using T = decltype(zero);
    using C = Compute<T>;
    if constexpr (std::is_same_v<T, bool>) {
      return false;
    } else {
      C first = *start.as<T>(), by = *step.as<T>();
      for (int64_t i = 0, e = out.getType().getNumElements(); i < e; ++i)
        out.as<T>()[i] = storeAs<T>(static_cast<C>(first + by * C(i)));
      return true;
    }
  });
}

} // namespace dsp::relay
