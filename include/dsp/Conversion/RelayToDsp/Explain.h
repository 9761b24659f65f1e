//===- Explain.h - Why an op is on no kernel ------------------ -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_CONVERSION_RELAYTODSP_EXPLAIN_H
#define DSP_CONVERSION_RELAYTODSP_EXPLAIN_H

#include "dsp/Dialect/Dsp/IR/KernelSupport.h"

namespace dsp {

/// What one candidate kernel says of a front op.
struct CandidateVerdict {
  const KernelInfo *kernel;
  const CoverInfo *cover;
  /// Empty if the kernel would take it.
  SmallVector<Reason> reasons;
};

/// Asks every kernel of the libraries that covers ops of this kind, alone or
/// with its neighbours, and collects all failing constraints of each. The IR is
/// not changed.
SmallVector<CandidateVerdict>
explainPlacement(Operation *op, ArrayRef<const LibraryInfo *> libraries);

/// Prints the verdicts as notes of an error or remark at `op`.
void attachVerdicts(mlir::InFlightDiagnostic &diag, Operation *op,
                    ArrayRef<CandidateVerdict> verdicts);

} // namespace dsp

#endif // DSP_CONVERSION_RELAYTODSP_EXPLAIN_H
