//===- KernelIdsGen.cpp - The frozen IDs of a library ---------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// -gen-dsp-ids: the file that freezes the IDs of a library's kernels; it is
// kept beside the records. `--dsp-frozen-ids=FILE` compares with it.
//
//===----------------------------------------------------------------------===//

#include "dsp/TableGen/Kernel.h"
#include "mlir/TableGen/GenInfo.h"
#include "llvm/Support/Format.h"

using namespace dsp::tblgen;

static bool emitIds(const llvm::RecordKeeper &records, llvm::raw_ostream &os) {
  std::optional<LibraryRecords> input = readLibrary(records);
  if (!input)
    return true;
  os << "# Kernel IDs of library '" << input->library.name
     << "'. Frozen: lines are added, never changed.\n";
  for (const Kernel &kernel : input->kernels)
    os << llvm::format_hex(kernel.id, 6) << ' ' << kernel.name << '\n';
  return false;
}

static mlir::GenRegistration genIds("gen-dsp-ids",
                                    "The IDs of a library's kernels, to be "
                                    "frozen",
                                    emitIds);
