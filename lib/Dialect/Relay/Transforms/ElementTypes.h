//===- ElementTypes.h - C++ types of tensor elements ------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_DIALECT_RELAY_TRANSFORMS_ELEMENTTYPES_H
#define DSP_LIB_DIALECT_RELAY_TRANSFORMS_ELEMENTTYPES_H

#include "mlir/IR/BuiltinTypes.h"
#include "llvm/ADT/bit.h"
#include <cmath>
#include <cstdint>
#include <type_traits>

namespace dsp::relay {

/// IEEE half precision: arithmetic is done in float and rounded to nearest
/// even, which for one operation at a time is what half hardware gives.
struct Half {
  uint16_t bits;

  operator float() const {
    uint32_t sign = (bits & 0x8000u) << 16;
    uint32_t magnitude = bits & 0x7fffu;
    // Subnormals are the mantissa times 2^-24; the rest only rebase the
    // exponent, infinity and NaN to float's top one.
    float value;
    if (magnitude < 0x0400u)
      value = std::ldexp(static_cast<float>(magnitude), -24);
    else if (magnitude >= 0x7c00u)
      value = llvm::bit_cast<float>(0x7f800000u | (magnitude & 0x3ffu) << 13);
    else
      value = llvm::bit_cast<float>((magnitude << 13) + 0x38000000u);
    return llvm::bit_cast<float>(llvm::bit_cast<uint32_t>(value) | sign);
  }

  static Half from(float value) {
    uint32_t bits = llvm::bit_cast<uint32_t>(value);
    uint16_t sign = (bits >> 16) & 0x8000u;
    bits &= 0x7fffffffu;
    if (bits > 0x7f800000u)
      return {static_cast<uint16_t>(sign | 0x7e00u)};
    if (bits >= 0x477ff000u) // rounds to 65536 or more
      return {static_cast<uint16_t>(sign | 0x7c00u)};
    if (bits < 0x38800000u) { // subnormal: a multiple of 2^-24
      float scaled = std::ldexp(llvm::bit_cast<float>(bits), 24);
      return {static_cast<uint16_t>(
          sign | static_cast<uint16_t>(std::nearbyint(scaled)))};
    }
    uint32_t rounded = bits + 0xfffu + ((bits >> 13) & 1u);
    return {static_cast<uint16_t>(sign | ((rounded - 0x38000000u) >> 13))};
  }
};

/// bfloat16: the upper half of a float.
struct BFloat {
  uint16_t bits;

  operator float() const {
    return llvm::bit_cast<float>(static_cast<uint32_t>(bits) << 16);
  }

  static BFloat from(float value) {
    uint32_t bits = llvm::bit_cast<uint32_t>(value);
    if ((bits & 0x7fffffffu) > 0x7f800000u)
      return {static_cast<uint16_t>((bits >> 16) | 0x40u)};
    return {
        static_cast<uint16_t>((bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16)};
  }
};

/// The type that arithmetic on elements stored as `T` is done in.
template <typename T>
struct ComputeOf {
  using type = T;
};
template <>
struct ComputeOf<Half> {
  using type = float;
};
template <>
struct ComputeOf<BFloat> {
  using type = float;
};
template <typename T>
using Compute = typename ComputeOf<T>::type;

template <typename T>
T storeAs(Compute<T> value) {
  if constexpr (std::is_arithmetic_v<T>)
    return value;
  else
    return T::from(value);
}

/// Calls `fn` with a value of the C++ type that elements of `type` are stored
/// as; false for types that have none. Bools are `bool`.
template <typename Fn>
bool dispatchElementType(mlir::Type type, Fn &&fn) {
  if (type.isF32())
    return fn(float());
  if (type.isF64())
    return fn(double());
  if (type.isF16())
    return fn(Half());
  if (type.isBF16())
    return fn(BFloat());
  auto integer = mlir::dyn_cast<mlir::IntegerType>(type);
  if (!integer)
    return false;
  bool isUnsigned = integer.isUnsigned();
  switch (integer.getWidth()) {
  case 1:
    return fn(bool());
  case 8:
    return isUnsigned ? fn(uint8_t()) : fn(int8_t());
  case 16:
    return isUnsigned ? fn(uint16_t()) : fn(int16_t());
  case 32:
    return isUnsigned ? fn(uint32_t()) : fn(int32_t());
  case 64:
    return isUnsigned ? fn(uint64_t()) : fn(int64_t());
  default:
    return false;
  }
}

} // namespace dsp::relay

#endif // DSP_LIB_DIALECT_RELAY_TRANSFORMS_ELEMENTTYPES_H
