//===- CoverMatcher.h - Matches front ops against kernel records  -*- C++
//-*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_CONVERSION_RELAYTODSP_COVERMATCHER_H
#define DSP_CONVERSION_RELAYTODSP_COVERMATCHER_H

#include "dsp/Dialect/Dsp/IR/KernelSupport.h"

namespace dsp {

/// What a cover has bound.
struct CoverMatch {
  explicit CoverMatch(const KernelInfo &kernel)
      : args(kernel), sourceLayouts(kernel.operands.size()) {}

  KernelArgs args;
  /// The front op of each of the cover's nodes.
  SmallVector<Operation *, 4> ops;
  /// For operands that must be packed, the layout that they are in.
  SmallVector<StringRef, 4> sourceLayouts;
};

enum class MatchResult {
  OtherShape, ///< the graph at this root does not have the cover's form
  Refused,    ///< it has, but an attribute, type or constraint says no
  Fits
};

/// Tries one cover of a kernel at `root`. Without `reasons` the first failure
/// ends it; with them a refusal collects all.
MatchResult matchCover(const KernelInfo &kernel, const CoverInfo &cover,
                       Operation *root, CoverMatch &match,
                       SmallVectorImpl<Reason> *reasons = nullptr);

} // namespace dsp

#endif // DSP_CONVERSION_RELAYTODSP_COVERMATCHER_H
