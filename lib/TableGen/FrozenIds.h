//===- FrozenIds.h - Kernel IDs never change ------------------ -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_TABLEGEN_FROZENIDS_H
#define DSP_LIB_TABLEGEN_FROZENIDS_H

#include "llvm/ADT/ArrayRef.h"

namespace llvm {
class Record;
} // namespace llvm

namespace dsp::tblgen {

/// Compares the kernels with the file that `--dsp-frozen-ids` names, if any.
/// Reports IDs that have changed or been given to another kernel, kernels that
/// have gone, and new ones that the file does not have yet.
bool checkFrozenIds(llvm::ArrayRef<const llvm::Record *> kernels);

} // namespace dsp::tblgen

#endif // DSP_LIB_TABLEGEN_FROZENIDS_H
