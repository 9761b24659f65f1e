//===- Explain.h - Why an op is on the kernel it is on -------- -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An analysis of its own beside the conversion: it evaluates each candidate
// once and completely, where the conversion stops at the first "no".
//
//===----------------------------------------------------------------------===//

#ifndef DSP_CONVERSION_RELAYTODSP_EXPLAIN_H
#define DSP_CONVERSION_RELAYTODSP_EXPLAIN_H

#include "dsp/Dialect/Dsp/IR/KernelSupport.h"
#include "llvm/ADT/DenseMap.h"

namespace dsp {

/// The label of the reason "it takes this op only as part of something else".
inline constexpr StringLiteral kPatternLabel("pattern");

/// What one candidate kernel says of a front op.
struct CandidateVerdict {
  const KernelInfo *kernel;
  const CoverInfo *cover;
  /// Empty if the kernel would take it.
  SmallVector<Reason> reasons;
  /// What the kernel would cost, in its library's unit, where it fits and that
  /// is known.
  std::optional<double> cost = std::nullopt;

  bool fits() const { return reasons.empty(); }
};

/// The covers of some kernel libraries, found by the front ops that they speak
/// of: what an op costs does not grow with the libraries' other kernels.
class CandidateIndex {
public:
  /// The preferred library comes first.
  explicit CandidateIndex(ArrayRef<const LibraryInfo *> libraries);

  /// What every kernel of the first `numLibraries` libraries that covers ops of
  /// this kind says to `op`, wherever in its pattern: the covers that have the
  /// op's shape, one of each set of reasons, or else that it takes such an op
  /// only as part of something.
  SmallVector<CandidateVerdict> explain(Operation *op,
                                        size_t numLibraries = SIZE_MAX) const;

  /// All covers with the shape of what `root` computes, by library and ID.
  SmallVector<CandidateVerdict> candidatesAt(Operation *root) const;

  /// The place of a library among those given.
  size_t rankOf(const LibraryInfo *library) const;

private:
  struct Entry {
    const KernelInfo *kernel;
    size_t rank;
    SmallVector<const CoverInfo *, 4> covers;
  };
  using Entries = SmallVector<Entry, 4>;

  SmallVector<const LibraryInfo *> libraries;
  /// By the name of any op of a cover, and by that of its root.
  llvm::DenseMap<StringRef, Entries> byOp, byRoot;
};

/// Adds one note per verdict: kernel, pattern and reasons.
void attachVerdicts(mlir::Diagnostic &diag, mlir::Location loc,
                    ArrayRef<CandidateVerdict> verdicts);

} // namespace dsp

#endif // DSP_CONVERSION_RELAYTODSP_EXPLAIN_H
