//===- NDArray.cpp - TVM's serialised tensors -----------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NDArray.h"
#include "FileDiagnostics.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace dsp::relay {

static constexpr uint64_t kArrayMagic = 0xDD5E40F096B4A13FULL;
/// Up to this many bytes a constant is written out in the IR.
static constexpr size_t kInlineBytes = 64;
/// More than any real tensor has; a larger number is a damaged file.
static constexpr int32_t kMaxRank = 32;

/// TVM's DLDataType.
static Type getElementType(MLIRContext *context, uint8_t code, uint8_t bits,
                           uint16_t lanes) {
  if (lanes != 1)
    return nullptr;
  bool isWhole = bits == 8 || bits == 16 || bits == 32 || bits == 64;
  switch (code) {
  case 0:
    return isWhole ? IntegerType::get(context, bits) : Type();
  case 1:
    if (bits == 1) // bool, one byte each
      return IntegerType::get(context, 1);
    return isWhole ? IntegerType::get(context, bits, IntegerType::Unsigned)
                   : Type();
  case 2:
    if (bits == 16)
      return Float16Type::get(context);
    if (bits == 32)
      return Float32Type::get(context);
    return bits == 64 ? Type(Float64Type::get(context)) : Type();
  case 4:
    return bits == 16 ? Type(BFloat16Type::get(context)) : Type();
  default:
    return nullptr;
  }
}

LogicalResult readNDArray(ByteReader &reader, MLIRContext *context,
                          NDArray &array, std::string &problem) {
  auto fail = [&](const Twine &message) {
    problem = message.str();
    return failure();
  };
  uint64_t magic, reserved;
  int32_t deviceType, deviceId, rank;
  uint8_t code, bits;
  uint16_t lanes;
  if (!reader.read(magic) || !reader.read(reserved) ||
      !reader.read(deviceType) || !reader.read(deviceId) ||
      !reader.read(rank) || !reader.read(code) || !reader.read(bits) ||
      !reader.read(lanes))
    return fail("the array's header is cut off");
  if (magic != kArrayMagic)
    return fail("the array does not begin with TVM's mark of one");
  if (rank < 0 || rank > kMaxRank)
    return fail("the array's rank is " + Twine(rank));
  Type element = getElementType(context, code, bits, lanes);
  if (!element)
    return fail("the array's element type (code " + Twine(code) + ", " +
                Twine(bits) + " bits, " + Twine(lanes) +
                " lanes) is not supported");
  SmallVector<int64_t> shape(rank);
  uint64_t size = (bits + 7) / 8;
  bool overflow = false;
  for (int64_t &dim : shape) {
    if (!reader.read(dim))
      return fail("the array's shape is cut off");
    if (dim < 0)
      return fail("the array has the dimension " + Twine(dim));
    bool overflows = false;
    size = llvm::SaturatingMultiply(size, uint64_t(dim), &overflows);
    overflow |= overflows;
  }
  uint64_t byteCount;
  if (!reader.read(byteCount))
    return fail("the array's size is cut off");
  if (overflow || byteCount != size)
    return fail("the array's shape does not fit its " + Twine(byteCount) +
                " bytes of data");
  if (!reader.read(byteCount, array.bytes))
    return fail("the array's data are cut off");
  array.type = RankedTensorType::get(shape, element);
  array.base64 = {};
  return success();
}

FailureOr<ElementsAttr> makeElements(const NDArray &array, StringRef name,
                                     std::shared_ptr<void> owner,
                                     std::string &problem) {
  RankedTensorType type = array.type;
  ArrayRef<char> bytes = array.bytes;
  if (type.getElementType().isInteger(1)) {
    SmallVector<bool> values;
    values.reserve(bytes.size());
    for (char byte : bytes) {
      if (byte != 0 && byte != 1) {
        problem = "a bool of the array is neither 0 nor 1";
        return failure();
      }
      values.push_back(byte);
    }
    return ElementsAttr(DenseElementsAttr::get(type, values));
  }
  if (bytes.size() <= kInlineBytes)
    return ElementsAttr(DenseElementsAttr::getFromRawBuffer(type, bytes));
  // The element's alignment, if the bytes have it where they are. More would
  // differ from run to run, and IR shows it.
  size_t align =
      llvm::MinAlign(reinterpret_cast<uintptr_t>(bytes.data()),
                     type.getElementType().getIntOrFloatBitWidth() / 8);
  AsmResourceBlob blob = UnmanagedAsmResourceBlob::allocateWithAlign(
      bytes, align, [owner = std::move(owner)](void *, size_t, size_t) {},
      /*dataIsMutable=*/false);
  return ElementsAttr(
      DenseResourceElementsAttr::get(type, name, std::move(blob)));
}

} // namespace dsp::relay
