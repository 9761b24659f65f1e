//===- Common.h - What the rules of typing share ----------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_DIALECT_RELAY_IR_TYPEINFERENCE_COMMON_H
#define DSP_LIB_DIALECT_RELAY_IR_TYPEINFERENCE_COMMON_H

#include "dsp/Dialect/Relay/IR/Layout.h"
#include "dsp/Dialect/Relay/IR/TypeInference.h"
#include "llvm/Support/MathExtras.h"

namespace dsp::relay {

constexpr int64_t kDynamic = mlir::ShapedType::kDynamic;

inline bool isDynamic(int64_t extent) {
  return mlir::ShapedType::isDynamic(extent);
}

/// The context has made sure of the type.
inline RankedTensorType tensorType(Value value) {
  return mlir::cast<RankedTensorType>(value.getType());
}

/// Whether two extents may be the same number.
inline bool agree(int64_t lhs, int64_t rhs) {
  return isDynamic(lhs) || isDynamic(rhs) || lhs == rhs;
}
inline bool agree(ArrayRef<int64_t> lhs, ArrayRef<int64_t> rhs) {
  return lhs.size() == rhs.size() &&
         llvm::all_of(llvm::zip_equal(lhs, rhs), [](auto pair) {
           return agree(std::get<0>(pair), std::get<1>(pair));
         });
}

/// lhs * rhs; unknown if one is, or if the product is beyond all tensors.
inline int64_t multiply(int64_t lhs, int64_t rhs) {
  int64_t product;
  if (isDynamic(lhs) || isDynamic(rhs) || llvm::MulOverflow(lhs, rhs, product))
    return kDynamic;
  return product;
}

/// What numbers in attributes may be at most: sums and products of two of them
/// can't overflow.
constexpr int64_t kMostInAttr = std::numeric_limits<int32_t>::max();

/// The number of elements; unknown if an extent is.
inline int64_t elementCount(ArrayRef<int64_t> shape) {
  int64_t count = 1;
  for (int64_t extent : shape)
    count = multiply(count, extent);
  return count;
}

/// The shape that `lhs` and `rhs` are broadcast to.
mlir::FailureOr<SmallVector<int64_t>> broadcastShapes(InferenceContext cx,
                                                      ArrayRef<int64_t> lhs,
                                                      ArrayRef<int64_t> rhs);

/// The layout that the attribute `attrName` holds, if it has exactly the roles
/// of `canonical`.
mlir::FailureOr<Layout> parseLayout(InferenceContext cx, StringRef attrName,
                                    StringRef text, StringRef canonical);

/// The extents of `operand` in the order of `canonical`, after a check that its
/// rank is that of `layout`.
mlir::FailureOr<SmallVector<int64_t>> canonicalShape(InferenceContext cx,
                                                     StringRef operandName,
                                                     ArrayRef<int64_t> shape,
                                                     const Layout &layout,
                                                     const Layout &canonical);

/// NCW, NCHW, NCDHW.
StringRef canonicalDataLayout(unsigned spatialRank);

/// `attrName` must have `size` entries, none below `least`.
LogicalResult checkList(InferenceContext cx, StringRef attrName,
                        ArrayRef<int64_t> list, size_t size, int64_t least);

/// How much `padding` adds to each of `spatialRank` axes: it holds one number
/// for all sides, one for each axis, or one for each side. 1-D operators take
/// the second form as the third one.
mlir::FailureOr<SmallVector<int64_t>> sumPadding(InferenceContext cx,
                                                 unsigned spatialRank,
                                                 ArrayRef<int64_t> padding);

} // namespace dsp::relay

#endif // DSP_LIB_DIALECT_RELAY_IR_TYPEINFERENCE_COMMON_H
