//===- ConstantData.h - The elements of constants ---------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Weights are most of a model's bytes. They are read where they lie (a mapped
// file, usually), written once when a transformation changes them, and freed
// when their last constant op goes: these three classes are the only places
// that know how.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_TRANSFORMS_CONSTANTDATA_H
#define DSP_DIALECT_RELAY_TRANSFORMS_CONSTANTDATA_H

#include "mlir/IR/AsmState.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "mlir/IR/Operation.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>
#include <optional>

namespace dsp::relay {

/// Bytes of an element in memory: a bool takes one; 0 for a type that constants
/// of this project don't have.
unsigned getElementBytes(mlir::Type elementType);

/// The number of bytes of a constant of `type`, which has a static shape.
int64_t getConstantBytes(mlir::RankedTensorType type);

/// A constant's elements, seen without copying them. A view is valid as long as
/// the attribute's storage is: until the blob is freed (ConstantBlobs).
class ConstantView {
public:
  /// Fails for element types without a fixed size in bytes, for dynamic shapes
  /// and for resources that aren't there or have the wrong size.
  static std::optional<ConstantView> get(mlir::ElementsAttr attr);
  /// The same for the result of a constant-like op.
  static std::optional<ConstantView> get(mlir::Value value);

  mlir::RankedTensorType getType() const { return type; }
  mlir::Type getElementType() const { return type.getElementType(); }
  llvm::ArrayRef<int64_t> getShape() const { return type.getShape(); }
  int64_t getNumElements() const { return type.getNumElements(); }

  /// One element stands for all of them.
  bool isSplat() const { return splat; }
  /// All elements, or the one of a splat.
  llvm::ArrayRef<char> getBytes() const { return bytes; }
  /// `T` has the size of the element type.
  template <typename T>
  const T *as() const {
    return reinterpret_cast<const T *>(bytes.data());
  }

  /// The elements as signed 64-bit numbers; fails for floating point.
  std::optional<llvm::SmallVector<int64_t>> getIntegers() const;
  /// The value of a constant whose elements are all the same number.
  std::optional<double> getUniformValue() const;

private:
  ConstantView(mlir::RankedTensorType type, llvm::ArrayRef<char> bytes,
               bool splat)
      : type(type), bytes(bytes), splat(splat) {}

  mlir::RankedTensorType type;
  llvm::ArrayRef<char> bytes;
  bool splat;
  /// MLIR packs the bits of a dense<> of i1; here they take a byte each.
  std::shared_ptr<llvm::SmallVector<char>> unpacked;
};

/// Memory for the elements of a constant that is being made.
class ConstantBuffer {
public:
  explicit ConstantBuffer(mlir::RankedTensorType type);

  mlir::RankedTensorType getType() const { return type; }
  llvm::MutableArrayRef<char> getBytes() { return blob.getMutableData(); }
  template <typename T>
  T *as() {
    return reinterpret_cast<T *>(getBytes().data());
  }

  /// Hands the memory over to an attribute: in the attribute itself up to 64
  /// bytes, as a resource named `name` above.
  mlir::ElementsAttr finish(llvm::StringRef name) &&;

private:
  mlir::RankedTensorType type;
  mlir::AsmResourceBlob blob;
};

/// Knows how many constant ops of a module use each resource, and frees the
/// resource's memory with the last of them. (MLIR itself keeps attributes, and
/// with them resources, as long as the context lives.)
class ConstantBlobs {
public:
  /// Counts the uses under `root`, which must hold every user.
  explicit ConstantBlobs(mlir::Operation *root);

  void addUse(mlir::Attribute attr);
  void dropUse(mlir::Attribute attr);

private:
  llvm::DenseMap<mlir::DialectResourceBlobManager::BlobEntry *, unsigned> uses;
};

} // namespace dsp::relay

#endif // DSP_DIALECT_RELAY_TRANSFORMS_CONSTANTDATA_H
