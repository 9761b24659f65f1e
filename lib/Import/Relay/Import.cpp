//===- Import.cpp - Relay models to the relay dialect ---------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Import/Relay/Import.h"
#include "JSONReader.h"
#include "ModuleBuilder.h"
#include "Params.h"
#include "TextParser.h"
#include "dsp/Dialect/Relay/IR/RelayDialect.h"
#include "dsp/InitAll.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Tools/mlir-translate/Translation.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/SourceMgr.h"

using namespace mlir;

namespace dsp::relay {

/// A JSON graph is an object; no Relay text begins with a brace but a lone
/// block.
static bool isJSON(StringRef text) {
  text = text.ltrim();
  return text.consume_front("{") && text.ltrim().starts_with("\"");
}

OwningOpRef<ModuleOp> importRelay(llvm::MemoryBufferRef model,
                                  MLIRContext *context,
                                  const ImportOptions &options) {
  context
      ->loadDialect<RelayDialect, func::FuncDialect, tensor::TensorDialect>();
  FileDiagnostics diags(context, model.getBufferIdentifier());
  Program program;
  program.isLoneExpr = options.loneExpr;
  StringRef text = model.getBuffer();
  if (ParamFile::isMarked(text)) {
    (void)diags.error(SourcePos{1, 1}, "this is a parameter file, no model",
                      "the model is the text or JSON that belongs to it");
    return nullptr;
  }
  if (failed(isJSON(text) ? readJSON(text, program, diags)
                          : parseText(text, program, diags)))
    return nullptr;

  std::shared_ptr<ParamFile> params;
  if (!options.paramsFile.empty()) {
    std::string problem;
    params = ParamFile::open(options.paramsFile, context, problem);
    if (!params) {
      // A binary file has no lines: the error is where its values would go.
      SourcePos pos{1, 1};
      for (const Program::Global &global : program.globals)
        if (global.name == options.entry)
          pos = global.pos;
      (void)diags.error(pos, "cannot read the parameter file '" +
                                 options.paramsFile + "': " + problem);
      return nullptr;
    }
  }
  OwningOpRef<ModuleOp> module =
      buildModule(program, options, std::move(params), diags);
  if (!module || failed(verify(*module)))
    return nullptr;
  return module;
}

void registerImportRelayTranslation() {
  static llvm::cl::opt<bool> loneExpr(
      "relay-expr",
      llvm::cl::desc("the text is a lone expression, which becomes main"));
  static llvm::cl::opt<std::string> paramsFile(
      "relay-params", llvm::cl::value_desc("file"),
      llvm::cl::desc("TVM parameters that main's arguments are bound to"));
  static TranslateToMLIRRegistration registration(
      "import-relay", "import a Relay model, text or JSON",
      [](llvm::SourceMgr &sources, MLIRContext *context) {
        ImportOptions options;
        options.loneExpr = loneExpr;
        options.paramsFile = paramsFile;
        return OwningOpRef<Operation *>(
            importRelay(sources.getMemoryBuffer(sources.getMainFileID())
                            ->getMemBufferRef(),
                        context, options)
                .release());
      },
      [](DialectRegistry &registry) { registerAllDialects(registry); });
}

} // namespace dsp::relay
