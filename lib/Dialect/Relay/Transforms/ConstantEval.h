//===- ConstantEval.h - Arithmetic on constants -----------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What Relay's operators do to numbers and bytes, apart from any op: copying
// between strided layouts, elementwise arithmetic, reductions. Results are
// rounded as Relay's own kernels round them: in the element type, an operation
// at a time.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_TRANSFORMS_CONSTANTEVAL_H
#define DSP_DIALECT_RELAY_TRANSFORMS_CONSTANTEVAL_H

#include "dsp/Dialect/Relay/Transforms/ConstantData.h"

namespace dsp::relay {

/// Strides, in elements, of a dense row-major array.
llvm::SmallVector<int64_t> getDenseStrides(llvm::ArrayRef<int64_t> shape);

/// One side of a strided copy: where its first element is, and how many
/// elements further the next one lies along each dimension.
struct StridedSide {
  int64_t offset = 0;
  llvm::SmallVector<int64_t> strides;
};

/// dst[...] = src[...] over `shape` for elements of `elementBytes` bytes.
/// Contiguous runs are block copies, two-dimensional transpositions go tile by
/// tile: weights of hundreds of megabytes pass through here.
void copyStrided(char *dst, StridedSide dstSide, const char *src,
                 StridedSide srcSide, llvm::ArrayRef<int64_t> shape,
                 unsigned elementBytes);

/// The strides that read `view` broadcast to `shape` (0 along broadcast
/// dimensions).
llvm::SmallVector<int64_t> getBroadcastStrides(const ConstantView &view,
                                               llvm::ArrayRef<int64_t> shape);

/// The evaluators below fail (and leave `out` undefined) where Relay's result
/// is not defined, and for names or types they don't know.

/// `name` is Relay's operator: "add", "less", "logical_and" ...
bool evaluateBinary(llvm::StringRef name, const ConstantView &lhs,
                    const ConstantView &rhs, ConstantBuffer &out);
/// "negative", "sqrt", "nn.relu" ...
bool evaluateUnary(llvm::StringRef name, const ConstantView &in,
                   ConstantBuffer &out);
bool evaluateClip(const ConstantView &in, double min, double max,
                  ConstantBuffer &out);
bool evaluateCast(const ConstantView &in, ConstantBuffer &out);
bool evaluateWhere(const ConstantView &condition, const ConstantView &x,
                   const ConstantView &y, ConstantBuffer &out);
/// "sum", "mean", "max", "min", "prod", "all", "any" over the dimensions that
/// `reduced` marks.
bool evaluateReduction(llvm::StringRef name, const ConstantView &in,
                       llvm::ArrayRef<bool> reduced, ConstantBuffer &out);

/// The operators of qnn. Scales and zero points have one element, or one for
/// each entry of `axis`.
bool evaluateQuantize(const ConstantView &in, const ConstantView &scale,
                      const ConstantView &zeroPoint, int64_t axis,
                      ConstantBuffer &out);
bool evaluateDequantize(const ConstantView &in, const ConstantView &scale,
                        const ConstantView &zeroPoint, int64_t axis,
                        ConstantBuffer &out);

struct RequantizeOperands {
  const ConstantView &inputScale, &inputZeroPoint, &outputScale,
      &outputZeroPoint;
  int64_t axis;
};
/// `rounding` and `computeDtype` are as in the op.
bool evaluateRequantize(const ConstantView &in,
                        const RequantizeOperands &operands,
                        llvm::StringRef rounding, llvm::StringRef computeDtype,
                        ConstantBuffer &out);
bool evaluateFixedPointMultiply(const ConstantView &in, int64_t multiplier,
                                int64_t shift, ConstantBuffer &out);

/// start, start + step, ... for each element of `out`.
bool evaluateArange(const ConstantView &start, const ConstantView &step,
                    ConstantBuffer &out);

} // namespace dsp::relay

#endif // DSP_DIALECT_RELAY_TRANSFORMS_CONSTANTEVAL_H
