//===- ArgumentNames.h - Names that a record may give --------- -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_TABLEGEN_ARGUMENTNAMES_H
#define DSP_LIB_TABLEGEN_ARGUMENTNAMES_H

#include "llvm/ADT/StringRef.h"

namespace llvm {
class Record;
} // namespace llvm

namespace dsp::tblgen {

/// Whether C++ can have the accessors that MLIR makes of the arguments and
/// results of the kernel or lowering `def`; reports the names for which it
/// can't. Must be asked before a mlir::tblgen::Operator is made, which ends the
/// program at some of them.
bool checkArgumentNames(const llvm::Record *def);

/// The same, without a report.
bool hasUsableNames(const llvm::Record *def);

} // namespace dsp::tblgen

#endif // DSP_LIB_TABLEGEN_ARGUMENTNAMES_H
