//===- list-dialects.cpp - Links the installed libDspMlir -----------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/InitAll.h"

#include "mlir/IR/DialectRegistry.h"
#include "llvm/Support/raw_ostream.h"

int main() {
  mlir::DialectRegistry registry;
  dsp::registerAllDialects(registry);
  for (llvm::StringRef name : registry.getDialectNames())
    llvm::outs() << name << "\n";
  return 0;
}
