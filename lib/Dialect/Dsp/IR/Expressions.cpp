//===- Expressions.cpp - The vocabulary of expressions in records ---------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Dsp/IR/Expressions.h"

#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "llvm/Support/Format.h"

using namespace mlir;

namespace dsp {

StringRef elementName(TensorRef tensor) {
  if (!tensor)
    return "";
  Type element = (*tensor).getElementType();
  if (element.isBF16())
    return "bfloat16";
  if (auto type = dyn_cast<FloatType>(element)) {
    switch (type.getWidth()) {
    case 16:
      return "float16";
    case 32:
      return "float32";
    case 64:
      return "float64";
    default:
      return "";
    }
  }
  auto type = dyn_cast<IntegerType>(element);
  if (!type)
    return "";
  if (type.getWidth() == 1)
    return "bool";
  bool isUnsigned = type.isUnsigned();
  switch (type.getWidth()) {
  case 8:
    return isUnsigned ? "uint8" : "int8";
  case 16:
    return isUnsigned ? "uint16" : "int16";
  case 32:
    return isUnsigned ? "uint32" : "int32";
  case 64:
    return isUnsigned ? "uint64" : "int64";
  default:
    return "";
  }
}

Type tensorOf(Builder &builder, StringRef element, ArrayRef<int64_t> shape) {
  Type type;
  if (element == "bool")
    type = builder.getI1Type();
  else if (element == "bfloat16")
    type = builder.getBF16Type();
  else if (element == "float16")
    type = builder.getF16Type();
  else if (element == "float32")
    type = builder.getF32Type();
  else if (element == "float64")
    type = builder.getF64Type();
  else {
    bool isUnsigned = element.consume_front("u");
    unsigned width = 0;
    element.consume_front("int");
    element.getAsInteger(10, width);
    type = IntegerType::get(builder.getContext(), width,
                            isUnsigned ? IntegerType::Unsigned
                                       : IntegerType::Signless);
  }
  return RankedTensorType::get(shape, type);
}

bool isStaticTensor(TensorRef tensor, ArrayRef<int64_t> ranks) {
  if (!tensor || !(*tensor).hasStaticShape())
    return false;
  return ranks.empty() || llvm::is_contained(ranks, rank(tensor));
}

int64_t dim(TensorRef tensor, int64_t index) {
  if (index < 0)
    index += rank(tensor);
  return index >= 0 && index < rank(tensor) ? shape(tensor)[index] : -1;
}

SmallVector<int64_t> strides(TensorRef tensor) {
  SmallVector<int64_t> result(std::max<int64_t>(rank(tensor), 0));
  int64_t stride = 1;
  for (int64_t i = rank(tensor) - 1; i >= 0; --i) {
    result[i] = stride;
    stride *= shape(tensor)[i];
  }
  return result;
}

int64_t numElements(TensorRef tensor) {
  return tensor && (*tensor).hasStaticShape() ? (*tensor).getNumElements() : -1;
}

int64_t elementBytes(TensorRef tensor) {
  if (!tensor || !(*tensor).getElementType().isIntOrFloat())
    return -1;
  return (*tensor).getElementTypeBitWidth() < 8
             ? 1
             : (*tensor).getElementTypeBitWidth() / 8;
}

bool isConstant(Value value) {
  while (value) {
    if (matchPattern(value, m_Constant()))
      return true;
    // What the conversion packs is evaluated by the folder afterwards.
    Operation *op = value.getDefiningOp();
    if (!op || op->getName().getStringRef() != "relay.transpose")
      return false;
    value = op->getOperand(0);
  }
  return false;
}

int64_t dimProduct(TensorRef tensor, int64_t from, int64_t to) {
  int64_t product = 1;
  for (int64_t i = from; i < to; ++i)
    product *= dim(tensor, i);
  return product;
}

bool isAxis(int64_t axis, int64_t d, TensorRef tensor) {
  return tensor && normalizeAxis(axis, tensor) == normalizeAxis(d, tensor);
}

/// The only value of a constant, if it has but one.
static std::optional<double> splatOf(Value value) {
  ElementsAttr attr;
  if (!value || !matchPattern(value, m_Constant(&attr)))
    return std::nullopt;
  auto dense = dyn_cast<DenseElementsAttr>(attr);
  if (!dense || !dense.isSplat())
    return std::nullopt;
  Type element = dense.getElementType();
  if (isa<FloatType>(element))
    return dense.getSplatValue<APFloat>().convertToDouble();
  if (auto integer = dyn_cast<IntegerType>(element))
    return integer.isUnsigned() || integer.getWidth() == 1
               ? dense.getSplatValue<APInt>().roundToDouble(false)
               : dense.getSplatValue<APInt>().roundToDouble(true);
  return std::nullopt;
}

bool isSplatOf(Value value, double number) {
  std::optional<double> splat = splatOf(value);
  return splat && *splat == number;
}

double scalarOf(Value value) { return splatOf(value).value_or(0.0); }

void show(raw_ostream &os, int64_t value) { os << value; }
void show(raw_ostream &os, double value) { os << llvm::format("%.9g", value); }
void show(raw_ostream &os, bool value) { os << (value ? "true" : "false"); }
void show(raw_ostream &os, StringRef value) { os << "'" << value << "'"; }
void show(raw_ostream &os, ArrayRef<int64_t> values) {
  os << '[';
  llvm::interleaveComma(values, os);
  os << ']';
}
void show(raw_ostream &os, Type type) { os << type; }

} // namespace dsp
