//===- PrototypeCheck.h - Records against the vendor header -----*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_TOOLS_DSP_TBLGEN_PROTOTYPECHECK_H
#define DSP_TOOLS_DSP_TBLGEN_PROTOTYPECHECK_H

#include "dsp/TableGen/Kernel.h"

namespace dsp::tblgen {

/// Prints C that compiles if, and only if, the functions and structs of the
/// vendor's header are as the records say. The header is that of the library's
/// record, or DSP_VENDOR_HEADER where that is defined.
void printPrototypeCheck(const LibraryRecords &records, llvm::raw_ostream &os);

} // namespace dsp::tblgen

#endif // DSP_TOOLS_DSP_TBLGEN_PROTOTYPECHECK_H
