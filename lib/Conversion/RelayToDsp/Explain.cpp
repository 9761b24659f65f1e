//===- Explain.cpp - Why an op is on the kernel it is on
//----------------------===//
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

CandidateIndex::CandidateIndex(ArrayRef<const LibraryInfo *> libraries)
    : libraries(libraries) {
  auto add = [](llvm::DenseMap<StringRef, Entries> &index, StringRef opName,
                const KernelInfo *kernel, size_t rank, const CoverInfo &cover) {
    Entries &entries = index[opName];
    if (entries.empty() || entries.back().kernel != kernel)
      entries.push_back({kernel, rank, {}});
    auto &covers = entries.back().covers;
    if (covers.empty() || covers.back() != &cover)
      covers.push_back(&cover);
  };
  for (auto [rank, library] : llvm::enumerate(libraries))
    for (ArrayRef<const KernelInfo *> list :
         {library->kernels, library->lowerings})
      for (const KernelInfo *kernel : list)
        for (const CoverInfo &cover : kernel->covers) {
          add(byRoot, cover.nodes.front().opName, kernel, rank, cover);
          for (const CoverNode &node : cover.nodes)
            add(byOp, node.opName, kernel, rank, cover);
        }
}

size_t CandidateIndex::rankOf(const LibraryInfo *library) const {
  return llvm::find(libraries, library) - libraries.begin();
}

SmallVector<CandidateVerdict>
CandidateIndex::explain(Operation *op, size_t numLibraries) const {
  SmallVector<CandidateVerdict> verdicts;
  StringRef name = op->getName().getStringRef();
  auto entries = byOp.find(name);
  if (entries == byOp.end())
    return verdicts;
  for (const Entry &entry : entries->second) {
    if (entry.rank >= numLibraries)
      break;
    const CoverInfo *nearest = entry.covers.front();
    size_t first = verdicts.size();
    for (const CoverInfo *cover : entry.covers) {
      if (cover->nodes.size() < nearest->nodes.size())
        nearest = cover;
      std::optional<SmallVector<Reason>> reasons =
          tryCoverAround(op, *entry.kernel, *cover);
      if (reasons && llvm::none_of(ArrayRef(verdicts).drop_front(first),
                                   [&](const CandidateVerdict &said) {
                                     return sayTheSame(said.reasons, *reasons);
                                   }))
        verdicts.push_back({entry.kernel, cover, std::move(*reasons)});
    }
    if (verdicts.size() == first)
      verdicts.push_back(
          {entry.kernel,
           nearest,
           {{kPatternLabel,
             ("it takes '" + name + "' only as part of " + nearest->text).str(),
             ""}}});
  }
  return verdicts;
}

SmallVector<CandidateVerdict>
CandidateIndex::candidatesAt(Operation *root) const {
  SmallVector<CandidateVerdict> verdicts;
  auto entries = byRoot.find(root->getName().getStringRef());
  if (entries == byRoot.end())
    return verdicts;
  for (const Entry &entry : entries->second)
    for (const CoverInfo *cover : entry.covers) {
      CoverMatch match(*entry.kernel);
      SmallVector<Reason> reasons;
      MatchResult result =
          matchCover(*entry.kernel, *cover, root, match, &reasons);
      if (result == MatchResult::OtherShape)
        continue;
      verdicts.push_back({entry.kernel, cover, std::move(reasons)});
      if (result == MatchResult::Fits && entry.kernel->cost)
        verdicts.back().cost = entry.kernel->cost(match.args);
    }
  return verdicts;
}

void attachVerdicts(Diagnostic &diag, Location loc,
                    ArrayRef<CandidateVerdict> verdicts) {
  if (verdicts.empty())
    diag.attachNote(loc) << "no kernel covers ops of this kind";
  for (const CandidateVerdict &verdict : verdicts) {
    Diagnostic &note = diag.attachNote(loc);
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
