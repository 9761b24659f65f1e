//===- ConstantData.cpp - The elements of constants -----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/Transforms/ConstantData.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;

namespace dsp::relay {

/// Above this size values live in resources.
static constexpr int64_t maxInlineBytes = 64;
/// What vector units and DMA engines like; kernels may ask for less.
static constexpr size_t blobAlignment = 64;

unsigned getElementBytes(Type elementType) {
  if (!elementType.isIntOrFloat())
    return 0;
  switch (elementType.getIntOrFloatBitWidth()) {
  case 1:
  case 8:
    return 1;
  case 16:
    return 2;
  case 32:
    return 4;
  case 64:
    return 8;
  default:
    return 0;
  }
}

int64_t getConstantBytes(RankedTensorType type) {
  return type.getNumElements() * getElementBytes(type.getElementType());
}

//===----------------------------------------------------------------------===//
// ConstantView
//===----------------------------------------------------------------------===//

std::optional<ConstantView> ConstantView::get(ElementsAttr attr) {
  auto type = attr ? dyn_cast<RankedTensorType>(attr.getType()) : nullptr;
  if (!type || !type.hasStaticShape())
    return std::nullopt;
  unsigned elementBytes = getElementBytes(type.getElementType());
  if (elementBytes == 0)
    return std::nullopt;

  if (auto resource = dyn_cast<DenseResourceElementsAttr>(attr)) {
    const AsmResourceBlob *blob = resource.getRawHandle().getBlob();
    if (!blob ||
        static_cast<int64_t>(blob->getData().size()) != getConstantBytes(type))
      return std::nullopt;
    return ConstantView(type, blob->getData(), /*splat=*/false);
  }

  auto dense = dyn_cast<DenseIntOrFPElementsAttr>(attr);
  if (!dense)
    return std::nullopt;
  ArrayRef<char> raw = dense.getRawData();
  if (!type.getElementType().isInteger(1))
    return ConstantView(type, raw, dense.isSplat());

  int64_t numElements = dense.isSplat() ? 1 : type.getNumElements();
  auto bits = std::make_shared<SmallVector<char>>(numElements);
  for (int64_t i = 0; i < numElements; ++i)
    (*bits)[i] = (raw[i / 8] >> (i % 8)) & 1;
  ConstantView view(type, *bits, dense.isSplat());
  view.unpacked = std::move(bits);
  return view;
}

std::optional<ConstantView> ConstantView::get(Value value) {
  ElementsAttr attr;
  if (!value || !matchPattern(value, m_Constant(&attr)))
    return std::nullopt;
  return get(attr);
}

template <typename T>
static SmallVector<int64_t> widen(const T *data, int64_t count, bool splat) {
  SmallVector<int64_t> numbers(count);
  for (int64_t i = 0; i < count; ++i)
    numbers[i] = static_cast<int64_t>(data[splat ? 0 : i]);
  return numbers;
}

std::optional<SmallVector<int64_t>> ConstantView::getIntegers() const {
  auto integer = dyn_cast<IntegerType>(getElementType());
  if (!integer)
    return std::nullopt;
  bool isUnsigned = integer.isUnsigned() || integer.getWidth() == 1;
  int64_t count = getNumElements();
  switch (getElementBytes(integer)) {
  case 1:
    return isUnsigned ? widen(as<uint8_t>(), count, splat)
                      : widen(as<int8_t>(), count, splat);
  case 2:
    return isUnsigned ? widen(as<uint16_t>(), count, splat)
                      : widen(as<int16_t>(), count, splat);
  case 4:
    return isUnsigned ? widen(as<uint32_t>(), count, splat)
                      : widen(as<int32_t>(), count, splat);
  default:
    return widen(as<int64_t>(), count, splat);
  }
}

std::optional<double> ConstantView::getUniformValue() const {
  unsigned elementBytes = getElementBytes(getElementType());
  if (getNumElements() == 0)
    return std::nullopt;
  for (size_t i = elementBytes; i < bytes.size(); i += elementBytes)
    if (memcmp(bytes.data(), bytes.data() + i, elementBytes) != 0)
      return std::nullopt;
  if (auto floating = dyn_cast<FloatType>(getElementType())) {
    uint64_t bits = 0;
    memcpy(&bits, bytes.data(), elementBytes);
    APFloat value(floating.getFloatSemantics(),
                  APInt(floating.getWidth(), bits));
    bool lossy;
    value.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven, &lossy);
    return value.convertToDouble();
  }
  auto one = RankedTensorType::get({1}, getElementType());
  return static_cast<double>(
      ConstantView(one, bytes.take_front(elementBytes), true)
          .getIntegers()
          ->front());
}

//===----------------------------------------------------------------------===//
// ConstantBuffer
//===----------------------------------------------------------------------===//

ConstantBuffer::ConstantBuffer(RankedTensorType type)
    : type(type), blob(HeapAsmResourceBlob::allocate(getConstantBytes(type),
                                                     blobAlignment)) {}

ElementsAttr ConstantBuffer::finish(StringRef name) && {
  ArrayRef<char> bytes = blob.getData();
  if (static_cast<int64_t>(bytes.size()) > maxInlineBytes)
    return DenseResourceElementsAttr::get(type, name, std::move(blob));
  if (bytes.empty())
    return DenseElementsAttr::get(type, ArrayRef<Attribute>());
  if (!type.getElementType().isInteger(1))
    return DenseElementsAttr::getFromRawBuffer(type, bytes);
  SmallVector<bool> bits;
  for (char byte : bytes)
    bits.push_back(byte != 0);
  return DenseElementsAttr::get(type, bits);
}

//===----------------------------------------------------------------------===//
// ConstantBlobs
//===----------------------------------------------------------------------===//

ConstantBlobs::ConstantBlobs(Operation *root) {
  root->walk([&](Operation *op) {
    // What computes in these dialects holds no elements; making the dictionary
    // of its attributes would cost more than it tells.
    StringRef dialect = op->getName().getDialectNamespace();
    if ((dialect == "relay" || dialect == "dsp") &&
        !op->hasTrait<OpTrait::ConstantLike>())
      return;
    op->getAttrDictionary().walk(
        [&](DenseResourceElementsAttr attr) { addUse(attr); });
  });
}

void ConstantBlobs::addUse(Attribute attr) {
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(attr))
    ++uses[resource.getRawHandle().getResource()];
}

void ConstantBlobs::dropUse(Attribute attr) {
  auto resource = dyn_cast<DenseResourceElementsAttr>(attr);
  if (!resource)
    return;
  DialectResourceBlobManager::BlobEntry *entry =
      resource.getRawHandle().getResource();
  auto it = uses.find(entry);
  if (it == uses.end() || --it->second != 0)
    return;
  uses.erase(it);
  entry->setBlob(UnmanagedAsmResourceBlob::allocateWithAlign({}, 1));
}

} // namespace dsp::relay
