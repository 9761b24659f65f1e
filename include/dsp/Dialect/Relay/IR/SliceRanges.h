//===- SliceRanges.h - What strided_slice takes of each axis ----*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_SLICERANGES_H
#define DSP_DIALECT_RELAY_IR_SLICERANGES_H

#include "dsp/Dialect/Relay/IR/TypeInference.h"

namespace dsp::relay {

/// What a slice takes of one axis.
struct SliceRange {
  int64_t begin; ///< the first position
  int64_t size;  ///< how many positions
  int64_t stride;
};

struct SliceAttrs {
  ArrayRef<int64_t> begin, end, strides;
  StringRef mode;
  OptInts axes;
};

/// Resolves Relay's conventions: one range for each axis of `shape`, unknown
/// where the extent is.
LogicalResult resolveSlice(InferenceContext cx, ArrayRef<int64_t> shape,
                           const SliceAttrs &attrs,
                           SmallVectorImpl<SliceRange> &ranges);

} // namespace dsp::relay

#endif // DSP_DIALECT_RELAY_IR_SLICERANGES_H
