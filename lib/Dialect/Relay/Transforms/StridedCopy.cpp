//===- StridedCopy.cpp - Moving a constant's elements ---------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConstantEval.h"
#include "mlir/IR/BuiltinTypes.h"

using namespace mlir;

namespace dsp::relay {

SmallVector<int64_t> getDenseStrides(ArrayRef<int64_t> shape) {
  SmallVector<int64_t> strides(shape.size());
  int64_t stride = 1;
  for (size_t i = shape.size(); i-- > 0;) {
    strides[i] = stride;
    stride *= shape[i];
  }
  return strides;
}

SmallVector<int64_t> getBroadcastStrides(const ConstantView &view,
                                         ArrayRef<int64_t> shape) {
  SmallVector<int64_t> strides(shape.size(), 0);
  if (view.isSplat())
    return strides;
  ArrayRef<int64_t> from = view.getShape();
  SmallVector<int64_t> dense = getDenseStrides(from);
  size_t lead = shape.size() - from.size();
  for (size_t i = 0; i < from.size(); ++i)
    strides[lead + i] = from[i] == 1 ? 0 : dense[i];
  return strides;
}

namespace {

/// A dimension of the copy.
struct Dim {
  int64_t size;
  int64_t dst;
  int64_t src;
};

/// Side of the square tiles of a transposition: two tiles of 8-byte elements
/// fit the first-level cache of any host.
constexpr int64_t tile = 32;

} // namespace

/// Drops dimensions of size 1 and merges neighbours that both sides step
/// through evenly. False if there is nothing to copy.
static bool simplify(ArrayRef<int64_t> shape, const StridedSide &dst,
                     const StridedSide &src, SmallVectorImpl<Dim> &dims) {
  for (size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == 0)
      return false;
    if (shape[i] == 1)
      continue;
    Dim dim{shape[i], dst.strides[i], src.strides[i]};
    if (!dims.empty() && dims.back().dst == dim.dst * dim.size &&
        dims.back().src == dim.src * dim.size) {
      dim.size *= dims.back().size;
      dims.back() = dim;
    } else {
      dims.push_back(dim);
    }
  }
  if (dims.empty())
    dims.push_back({1, 1, 1});
  return true;
}

template <typename T>
static void copyRow(T *dst, const T *src, const Dim &dim) {
  if (dim.dst == 1 && dim.src == 1) {
    memcpy(dst, src, dim.size * sizeof(T));
  } else if (dim.dst == 1 && dim.src == 0) {
    std::fill_n(dst, dim.size, *src);
  } else {
    for (int64_t i = 0; i < dim.size; ++i)
      dst[i * dim.dst] = src[i * dim.src];
  }
}

/// Copies rows x columns where one side is contiguous along the rows and the
/// other along the columns.
template <typename T>
static void copyTiled(T *dst, const T *src, const Dim &rows,
                      const Dim &columns) {
  for (int64_t r0 = 0; r0 < rows.size; r0 += tile) {
    int64_t r1 = std::min(r0 + tile, rows.size);
    for (int64_t c0 = 0; c0 < columns.size; c0 += tile) {
      int64_t c1 = std::min(c0 + tile, columns.size);
      for (int64_t r = r0; r < r1; ++r)
        for (int64_t c = c0; c < c1; ++c)
          dst[r * rows.dst + c * columns.dst] =
              src[r * rows.src + c * columns.src];
    }
  }
}

template <typename T>
static void copyDims(T *dst, const T *src, SmallVectorImpl<Dim> &dims) {
  // The innermost loop writes contiguously where that is possible; if it then
  // reads with a stride, the dimension that is contiguous in the source
  // becomes the other side of a tile.
  Dim inner = dims.pop_back_val();
  std::optional<Dim> rows;
  if (inner.src != 1 && inner.src != 0)
    for (size_t i = 0; i < dims.size(); ++i)
      if (dims[i].src == 1) {
        rows = dims[i];
        dims.erase(dims.begin() + i);
        break;
      }

  SmallVector<int64_t> index(dims.size(), 0);
  while (true) {
    if (rows)
      copyTiled(dst, src, *rows, inner);
    else
      copyRow(dst, src, inner);
    size_t d = dims.size();
    while (d > 0) {
      --d;
      dst += dims[d].dst;
      src += dims[d].src;
      if (++index[d] < dims[d].size)
        break;
      dst -= dims[d].dst * dims[d].size;
      src -= dims[d].src * dims[d].size;
      index[d] = 0;
      if (d == 0)
        return;
    }
    if (dims.empty())
      return;
  }
}

template <typename T>
static void copyTyped(char *dst, int64_t dstOffset, const char *src,
                      int64_t srcOffset, SmallVectorImpl<Dim> &dims) {
  copyDims(reinterpret_cast<T *>(dst) + dstOffset,
           reinterpret_cast<const T *>(src) + srcOffset, dims);
}

void copyStrided(char *dst, StridedSide dstSide, const char *src,
                 StridedSide srcSide, ArrayRef<int64_t> shape,
                 unsigned elementBytes) {
  SmallVector<Dim> dims;
  if (!simplify(shape, dstSide, srcSide, dims))
    return;
  switch (elementBytes) {
  case 1:
    return copyTyped<uint8_t>(dst, dstSide.offset, src, srcSide.offset, dims);
  case 2:
    return copyTyped<uint16_t>(dst, dstSide.offset, src, srcSide.offset, dims);
  case 4:
    return copyTyped<uint32_t>(dst, dstSide.offset, src, srcSide.offset, dims);
  default:
    return copyTyped<uint64_t>(dst, dstSide.offset, src, srcSide.offset, dims);
  }
}

} // namespace dsp::relay
