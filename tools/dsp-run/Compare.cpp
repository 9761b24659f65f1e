//===- Compare.cpp - Got against wanted -----------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Compare.h"
#include "llvm/ADT/APFloat.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include <cmath>
#include <cstring>

using namespace dsp;

template <typename T>
static T read(const NpyArray &array, int64_t index) {
  T value;
  std::memcpy(&value, array.data.data() + index * int64_t(sizeof(T)),
              sizeof(T));
  return value;
}

static double readFloat(const NpyArray &array, int64_t index) {
  if (array.elementBytes == 4)
    return read<float>(array, index);
  if (array.elementBytes == 8)
    return read<double>(array, index);
  llvm::APFloat half(llvm::APFloat::IEEEhalf(),
                     llvm::APInt(16, read<uint16_t>(array, index)));
  return half.convertToDouble();
}

/// Any integer; 128 bits hold all of them.
static __int128 readInteger(const NpyArray &array, int64_t index) {
  bool isSigned = array.kind == 'i';
  switch (array.elementBytes) {
  case 1:
    return isSigned ? __int128(read<int8_t>(array, index))
                    : __int128(read<uint8_t>(array, index));
  case 2:
    return isSigned ? __int128(read<int16_t>(array, index))
                    : __int128(read<uint16_t>(array, index));
  case 4:
    return isSigned ? __int128(read<int32_t>(array, index))
                    : __int128(read<uint32_t>(array, index));
  default:
    return isSigned ? __int128(read<int64_t>(array, index))
                    : __int128(read<uint64_t>(array, index));
  }
}

static double readNumber(const NpyArray &array, int64_t index) {
  return array.kind == 'f' ? readFloat(array, index)
                           : double(readInteger(array, index));
}

Difference dsp::compare(const NpyArray &got, const NpyArray &want,
                        Tolerance tolerance) {
  bool isFloat = got.kind == 'f' || want.kind == 'f';
  int64_t count = want.numElements();
  double relative = tolerance.relative.value_or(isFloat ? 1e-4 : 0.0);
  double absolute = tolerance.absolute.value_or(0.0);
  if (!tolerance.absolute && isFloat) {
    for (int64_t i = 0; i < count; ++i)
      if (double value = std::fabs(readNumber(want, i)); std::isfinite(value))
        absolute = std::max(absolute, 1e-6 * value);
  }

  Difference result;
  for (int64_t i = 0; i < count; ++i) {
    double difference, allowed;
    if (isFloat) {
      double a = readNumber(got, i), b = readNumber(want, i);
      if (a == b || (std::isnan(a) && std::isnan(b)))
        continue;
      difference = std::fabs(a - b);
      allowed = absolute + relative * std::fabs(b);
      // Infinities are equal or too far apart.
      if (std::isinf(b))
        allowed = 0;
    } else {
      __int128 a = readInteger(got, i), b = readInteger(want, i);
      if (a == b)
        continue;
      difference = double(a < b ? b - a : a - b);
      allowed = absolute + relative * std::fabs(double(b));
    }
    if (!(difference <= result.largest))
      result.largest = difference;
    if (difference <= allowed)
      continue;
    if (result.count++ == 0)
      result.first = i;
  }
  return result;
}

std::string dsp::formatElement(const NpyArray &array, int64_t index) {
  std::string text;
  llvm::raw_string_ostream os(text);
  if (array.kind == 'f')
    os << llvm::format(array.elementBytes == 8 ? "%.17g" : "%.9g",
                       readFloat(array, index));
  else if (array.kind == 'b')
    os << (readInteger(array, index) ? "true" : "false");
  else if (array.kind == 'u')
    os << uint64_t(readInteger(array, index));
  else
    os << int64_t(readInteger(array, index));
  return text;
}

std::string dsp::formatIndex(ArrayRef<int64_t> shape, int64_t index) {
  SmallVector<int64_t> position(shape.size());
  for (size_t d = shape.size(); d-- > 0;) {
    position[d] = index % shape[d];
    index /= shape[d];
  }
  std::string text = "[";
  llvm::raw_string_ostream os(text);
  llvm::interleaveComma(position, os);
  os << "]";
  return text;
}
