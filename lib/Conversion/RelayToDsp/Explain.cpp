//===- Explain.cpp - Why an op is on no kernel ----------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Conversion/RelayToDsp/Explain.h"

#include "dsp/Conversion/RelayToDsp/CoverMatcher.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Operation.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;

namespace dsp {

/// The cover as it is found at `op` itself or at an op that `op` feeds, if
/// `op` is part of it.
static std::optional<SmallVector<Reason>>
tryCoverAround(Operation *op, const KernelInfo &kernel,
               const CoverInfo &cover) {
  Operation *root = op;
  for (size_t height = 0; root && height < cover.nodes.size(); ++height) {
    CoverMatch match(kernel);
    SmallVector<Reason> reasons;
    MatchResult result = matchCover(kernel, cover, root, match, &reasons);
    if (result != MatchResult::OtherShape && llvm::is_contained(match.ops, op))
      return reasons;
    if (root->use_empty())
      break;
    root = *root->user_begin();
  }
  return std::nullopt;
}

static bool sayTheSame(ArrayRef<Reason> a, ArrayRef<Reason> b) {
  return llvm::equal(a, b, [](const Reason &x, const Reason &y) {
    return x.label == y.label && x.sentence == y.sentence &&
           x.actual == y.actual;
  });
}

/// What `kernel` says to `op`: the covers that have the op's shape, one of each
/// set of reasons, or else that the op alone is not what it covers.
static void explainKernel(Operation *op, const KernelInfo &kernel,
                          SmallVectorImpl<CandidateVerdict> &verdicts) {
  StringRef name = op->getName().getStringRef();
  const CoverInfo *nearest = nullptr;
  size_t first = verdicts.size();
  for (const CoverInfo &cover : kernel.covers) {
    if (llvm::none_of(cover.nodes, [&](const CoverNode &node) {
          return name == StringRef(node.opName);
        }))
      continue;
    if (!nearest || cover.nodes.size() < nearest->nodes.size())
      nearest = &cover;
    std::optional<SmallVector<Reason>> reasons =
        tryCoverAround(op, kernel, cover);
    if (reasons && llvm::none_of(ArrayRef(verdicts).drop_front(first),
                                 [&](const CandidateVerdict &said) {
                                   return sayTheSame(said.reasons, *reasons);
                                 }))
      verdicts.push_back({&kernel, &cover, std::move(*reasons)});
  }
  if (nearest && verdicts.size() == first)
    verdicts.push_back(
        {&kernel,
         nearest,
         {{"pattern",
           ("it takes '" + name + "' only as part of " + nearest->text).str(),
           ""}}});
}

SmallVector<CandidateVerdict>
explainPlacement(Operation *op, ArrayRef<const LibraryInfo *> libraries) {
  SmallVector<CandidateVerdict> verdicts;
  for (const LibraryInfo *library : libraries)
    for (const KernelInfo *kernel : library->kernels)
      explainKernel(op, *kernel, verdicts);
  return verdicts;
}

void attachVerdicts(InFlightDiagnostic &diag, Operation *op,
                    ArrayRef<CandidateVerdict> verdicts) {
  if (verdicts.empty())
    diag.attachNote(op->getLoc()) << "no kernel covers ops of this kind";
  for (const CandidateVerdict &verdict : verdicts) {
    Diagnostic &note = diag.attachNote(op->getLoc());
    note << "kernel '" << verdict.kernel->library->name << '.'
         << verdict.kernel->name << "' as " << verdict.cover->text << ':';
    StringRef separator = " ";
    for (const Reason &reason : verdict.reasons) {
      std::string text;
      llvm::raw_string_ostream(text) << reason;
      note << separator << text;
      separator = "; ";
    }
  }
}

} // namespace dsp
