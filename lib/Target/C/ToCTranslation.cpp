//===- ToCTranslation.cpp - dsp-translate --dsp-to-c ----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/InitAll.h"
#include "dsp/Target/C/CEmitter.h"
#include "mlir/Tools/mlir-translate/Translation.h"
#include "llvm/Support/CommandLine.h"

using namespace mlir;
using namespace dsp;

/// Prints all text files one after the other, each behind a line that names it.
static LogicalResult translateToC(ModuleOp module, const CEmitOptions &options,
                                  raw_ostream &os) {
  FailureOr<std::unique_ptr<CModel>> model = prepareForC(module, options);
  if (failed(model))
    return failure();
  for (const CFile &file : getCFiles(**model)) {
    os << "// ----- " << file.name;
    if (file.isText) {
      os << '\n';
      file.print(**model, os);
    } else {
      os << ": " << (*model)->weightsSize << " bytes\n";
    }
  }
  return success();
}

void dsp::registerToCTranslation() {
  static llvm::cl::OptionCategory category("options of --dsp-to-c");
  static llvm::cl::opt<std::string> name(
      "dsp-to-c-name", llvm::cl::desc("prefix of the model's C names"),
      llvm::cl::init("model"), llvm::cl::cat(category));
  static llvm::cl::opt<std::string> function(
      "dsp-to-c-function", llvm::cl::desc("the function to emit"),
      llvm::cl::init("main"), llvm::cl::cat(category));
  static llvm::cl::opt<WeightsMode> weights(
      "dsp-to-c-weights", llvm::cl::desc("how weights are shipped"),
      llvm::cl::init(WeightsMode::Auto),
      llvm::cl::values(
          clEnumValN(WeightsMode::Auto, "auto", "C arrays if they are small"),
          clEnumValN(WeightsMode::C, "c", "C arrays"),
          clEnumValN(WeightsMode::Asm, "asm", "assembly and a binary file"),
          clEnumValN(WeightsMode::Bin, "bin", "a binary file")),
      llvm::cl::cat(category));
  static TranslateFromMLIRRegistration registration(
      "dsp-to-c", "print planned dsp IR as C",
      [](ModuleOp module, raw_ostream &os) {
        CEmitOptions options;
        options.name = name;
        options.function = function;
        options.weights = weights;
        return translateToC(module, options, os);
      },
      [](DialectRegistry &registry) { registerAllDialects(registry); });
}
