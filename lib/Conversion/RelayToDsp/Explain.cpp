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

SmallVector<CandidateVerdict>
explainPlacement(Operation *op, ArrayRef<const LibraryInfo *> libraries) {
  SmallVector<CandidateVerdict> verdicts;
  StringRef name = op->getName().getStringRef();
  for (const LibraryInfo *library : libraries)
    for (const KernelInfo *kernel : library->kernels) {
      const CoverInfo *nearest = nullptr;
      bool found = false;
      for (const CoverInfo &cover : kernel->covers) {
        if (llvm::none_of(cover.nodes, [&](const CoverNode &node) {
              return name == StringRef(node.opName);
            }))
          continue;
        if (!nearest || cover.nodes.size() < nearest->nodes.size())
          nearest = &cover;
        if (auto reasons = tryCoverAround(op, *kernel, cover)) {
          verdicts.push_back({kernel, &cover, std::move(*reasons)});
          found = true;
        }
      }
      if (nearest && !found)
        verdicts.push_back(
            {kernel,
             nearest,
             {{"pattern",
               ("it takes '" + name + "' only as part of " + nearest->text)
                   .str(),
               ""}}});
    }
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
    for (const Reason &reason : verdict.reasons) {
      std::string text;
      llvm::raw_string_ostream(text) << reason;
      note << ' ' << text << ';';
    }
  }
}

} // namespace dsp
