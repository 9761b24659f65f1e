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
/// can't.
bool checkArgumentNames(const llvm::Record *def);

/// Whether a mlir::tblgen::Operator can be made of `def`: at some names it ends
/// the program.
bool hasReadableNames(const llvm::Record *def);

} // namespace dsp::tblgen

#endif // DSP_LIB_TABLEGEN_ARGUMENTNAMES_H
