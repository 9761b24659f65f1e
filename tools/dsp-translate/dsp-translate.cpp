//===- dsp-translate.cpp - Models in, C out -------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Import/Relay/Import.h"
#include "dsp/Target/C/CEmitter.h"
#include "mlir/Tools/mlir-translate/MlirTranslateMain.h"

int main(int argc, char **argv) {
  dsp::relay::registerImportRelayTranslation();
  dsp::registerToCTranslation();
  return mlir::failed(
      mlir::mlirTranslateMain(argc, argv, "dsp-mlir translator\n"));
}
