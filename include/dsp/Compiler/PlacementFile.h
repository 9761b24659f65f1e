//===- PlacementFile.h - Placement as a text to edit ------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One op per line: where it goes, its kind, its name in the model. The k-th
// line of a kind and name is the k-th such op; docs/Placement.md has it all.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_COMPILER_PLACEMENTFILE_H
#define DSP_COMPILER_PLACEMENTFILE_H

#include "dsp/Compiler/Placement.h"

namespace dsp {

/// Writes where the ops have gone, for loadPlacement.
void savePlacement(const Placement &placement, StringRef modelName,
                   raw_ostream &os);

/// Reads a placement file and asks for its placements: of the recorded ops of
/// `func`, whose kernels are yet to be chosen. Diagnoses all wrong lines.
LogicalResult loadPlacement(StringRef path, mlir::func::FuncOp func,
                            ArrayRef<const LibraryInfo *> libraries,
                            Placement &placement);

} // namespace dsp

#endif // DSP_COMPILER_PLACEMENTFILE_H
