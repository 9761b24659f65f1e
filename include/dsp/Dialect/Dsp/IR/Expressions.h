//===- Expressions.h - The vocabulary of expressions in records  -*- C++
//-*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The functions that C++ expressions in kernel records call. Tensors come as
// mlir::Value or as mlir::Type (a result, before its op exists); both work
// everywhere. An index out of range gives -1, never a crash: a predicate that
// is asked about an unforeseen op must be able to say no.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_EXPRESSIONS_H
#define DSP_DIALECT_DSP_IR_EXPRESSIONS_H

#include "dsp/Dialect/Dsp/IR/KernelArgs.h"
#include "dsp/Dialect/Dsp/IR/KernelInfo.h"
#include "mlir/IR/Matchers.h"
#include "llvm/ADT/STLExtras.h"
#include <cmath>
#include <type_traits>

namespace dsp {

//===----------------------------------------------------------------------===//
// Tensors
//===----------------------------------------------------------------------===//

/// A tensor, as a value or by its type alone.
class TensorRef {
public:
  TensorRef(Value value)
      : type(value ? dyn_cast<RankedTensorType>(value.getType())
                   : RankedTensorType()) {}
  TensorRef(Type type)
      : type(type ? dyn_cast<RankedTensorType>(type) : RankedTensorType()) {}

  TensorRef(const KernelOperand &operand) : TensorRef(operand.type) {}

  explicit operator bool() const { return static_cast<bool>(type); }
  RankedTensorType operator*() const { return type; }

private:
  RankedTensorType type;
};

/// The name that Relay has for the element type: "float32"; "" if it has none.
StringRef elementName(TensorRef tensor);

/// Whether the tensor's shape is static and its rank is in `ranks`; an empty
/// list allows every rank.
bool isStaticTensor(TensorRef tensor, ArrayRef<int64_t> ranks);

inline int64_t rank(TensorRef tensor) {
  return tensor ? (*tensor).getRank() : -1;
}
/// Dimension `index`; negative counts from the last.
int64_t dim(TensorRef tensor, int64_t index);
inline ArrayRef<int64_t> shape(TensorRef tensor) {
  return tensor ? (*tensor).getShape() : ArrayRef<int64_t>();
}
/// Distances in elements between neighbours along each dimension.
SmallVector<int64_t> strides(TensorRef tensor);
int64_t numElements(TensorRef tensor);
/// Bytes that an element takes in memory; bool takes one.
int64_t elementBytes(TensorRef tensor);
inline int64_t numBytes(TensorRef tensor) {
  return numElements(tensor) * elementBytes(tensor);
}
/// Whether the value is known at compile time: a constant, or one that the
/// compiler packs into another layout.
bool isConstant(Value value);
/// The same of all tensors of a variadic operand.
inline bool allConstant(ArrayRef<KernelOperand> operands) {
  return llvm::all_of(operands, [](Value value) { return isConstant(value); });
}

/// The product of dimensions [from, to).
int64_t dimProduct(TensorRef tensor, int64_t from, int64_t to);

//===----------------------------------------------------------------------===//
// Numbers
//===----------------------------------------------------------------------===//

inline bool inRange(int64_t value, int64_t low, int64_t high) {
  return low <= value && value <= high;
}
inline bool isOneOf(int64_t value, ArrayRef<int64_t> allowed) {
  return llvm::is_contained(allowed, value);
}
inline bool allOneOf(ArrayRef<int64_t> values, ArrayRef<int64_t> allowed) {
  return llvm::all_of(values, [&](int64_t v) { return isOneOf(v, allowed); });
}
inline bool allAtLeast(ArrayRef<int64_t> values, int64_t low) {
  return llvm::all_of(values, [&](int64_t value) { return value >= low; });
}
inline bool allAtMost(ArrayRef<int64_t> values, int64_t high) {
  return llvm::all_of(values, [&](int64_t value) { return value <= high; });
}
/// Whether `axis` means dimension `d` of the tensor; both may be negative.
bool isAxis(int64_t axis, int64_t d, TensorRef tensor);
/// `axis` counted from the front.
inline int64_t normalizeAxis(int64_t axis, TensorRef tensor) {
  return axis < 0 ? axis + rank(tensor) : axis;
}
/// The table of `value(i)` for each `i` from `first` to `last`.
template <typename Function>
auto tabulate(int64_t first, int64_t last, Function value) {
  using Result = decltype(value(first));
  using Element =
      std::conditional_t<std::is_floating_point_v<Result>, double, int64_t>;
  SmallVector<Element, 0> table;
  for (int64_t i = first; i <= last; ++i)
    table.push_back(static_cast<Element>(value(i)));
  return table;
}
/// Whether a constant tensor has one value everywhere, and that is `number`.
bool isSplatOf(Value value, double number);
/// The value of a constant tensor of one element, or 0.
double scalarOf(Value value);

//===----------------------------------------------------------------------===//
// Glue of the generated code
//===----------------------------------------------------------------------===//

/// A tensor type, its element by Relay's name: "float32".
Type tensorOf(Builder &builder, StringRef element, ArrayRef<int64_t> shape);
inline Type tensorOf(Builder &builder, StringRef element,
                     std::initializer_list<int64_t> shape) {
  return tensorOf(builder, element, ArrayRef<int64_t>(shape));
}

/// A list attribute, which has -1 where it has no element.
template <typename T>
class NumberList : public ArrayRef<T> {
public:
  NumberList(ArrayRef<T> numbers) : ArrayRef<T>(numbers) {}

  int64_t size() const { return static_cast<int64_t>(ArrayRef<T>::size()); }

  T operator[](int64_t index) const {
    bool exists = 0 <= index && index < size();
    return exists ? this->data()[index] : T(-1);
  }
};

/// The plain value of an attribute, as expressions see it.
template <typename T>
T plain(T value) {
  return value;
}
template <typename T>
NumberList<T> plain(ArrayRef<T> numbers) {
  return numbers;
}
template <typename T>
NumberList<T> plain(mlir::detail::DenseArrayAttrImpl<T> numbers) {
  return numbers.asArrayRef();
}
// The getters of integer attributes give the bits without a sign.
inline int64_t plain(uint64_t value) { return static_cast<int64_t>(value); }
inline int64_t plain(uint32_t value) { return static_cast<int32_t>(value); }
inline double plain(llvm::APFloat value) { return value.convertToDouble(); }

/// What an integer attribute is set to; a fraction would be lost.
template <typename T>
T wholeNumber(T value) {
  return value;
}
double wholeNumber(double) = delete;
float wholeNumber(float) = delete;

template <typename T>
void append(SmallVectorImpl<CNumber> &out, T value) {
  if constexpr (std::is_floating_point_v<T>)
    out.push_back(static_cast<double>(value));
  else
    out.push_back(static_cast<int64_t>(value));
}
template <typename T>
void append(SmallVectorImpl<CNumber> &out, ArrayRef<T> values) {
  for (T value : values)
    append(out, value);
}
template <typename T>
void append(SmallVectorImpl<CNumber> &out, NumberList<T> values) {
  append(out, ArrayRef<T>(values));
}
template <typename T, unsigned N>
void append(SmallVectorImpl<CNumber> &out, const SmallVector<T, N> &values) {
  append(out, ArrayRef<T>(values));
}
inline void append(SmallVectorImpl<Value> &out, Value value) {
  if (value)
    out.push_back(value);
}
inline void append(SmallVectorImpl<Value> &out, ValueRange values) {
  llvm::append_range(out, values);
}

void show(raw_ostream &os, int64_t value);
void show(raw_ostream &os, double value);
void show(raw_ostream &os, bool value);
void show(raw_ostream &os, StringRef value);
void show(raw_ostream &os, ArrayRef<int64_t> values);
void show(raw_ostream &os, Type type);

} // namespace dsp

#endif // DSP_DIALECT_DSP_IR_EXPRESSIONS_H
