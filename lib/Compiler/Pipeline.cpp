//===- Pipeline.cpp - From imported Relay to a memory plan ----------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Compiler/Pipeline.h"
#include "dsp/Conversion/RelayToDsp/RelayToDsp.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Dialect/Dsp/Transforms/Passes.h"
#include "dsp/Dialect/Relay/Transforms/Passes.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;
using namespace dsp;

void dsp::buildFrontPipeline(OpPassManager &pm,
                             const PipelineOptions &options) {
  // The layout of the preferred library; the others take what they can.
  const LibraryInfo *preferred = options.libraries.empty()
                                     ? nullptr
                                     : lookupLibrary(options.libraries.front());
  relay::RelayPipelineOptions forms;
  if (preferred)
    forms.layout = preferred->layout.str();
  relay::buildRelayPipeline(pm, forms);
}

void dsp::buildChoicePipeline(OpPassManager &pm,
                              const PipelineOptions &options) {
  if (options.libraries.empty())
    return;
  ConvertRelayToDspPassOptions conversion;
  conversion.libraries.assign(options.libraries.begin(),
                              options.libraries.end());
  pm.nest<func::FuncOp>().addPass(createConvertRelayToDspPass(conversion));
  // What found no kernel may find one in the layout of another library.
  SmallVector<StringRef> layouts;
  for (const std::string &name : options.libraries) {
    const LibraryInfo *library = lookupLibrary(name);
    if (!library || llvm::is_contained(layouts, library->layout))
      continue;
    layouts.push_back(library->layout);
    if (layouts.size() == 1)
      continue;
    pm.addPass(relay::createRelayConvertLayout({library->layout.str()}));
    pm.nest<func::FuncOp>().addPass(createConvertRelayToDspPass(conversion));
  }
}

void dsp::buildCallPipeline(OpPassManager &pm) {
  // What the conversion packed, computed now; a filter that many calls use is
  // packed once.
  pm.nest<func::FuncOp>().addPass(createCSEPass());
  pm.addPass(relay::createRelayFoldConstants());
  OpPassManager &onKernels = pm.nest<func::FuncOp>();
  onKernels.addPass(createConvertRelayConstantsToDspPass());
  onKernels.addPass(createCanonicalizerPass());
}

void dsp::buildDspPipeline(OpPassManager &pm, const PipelineOptions &options) {
  buildFrontPipeline(pm, options);
  buildChoicePipeline(pm, options);
  buildCallPipeline(pm);
  pm.nest<func::FuncOp>().addPass(createDspPlanMemory());
}

namespace {
struct RegisteredOptions : public PassPipelineOptions<RegisteredOptions> {
  ListOption<std::string> libraries{
      *this, "libraries",
      llvm::cl::desc("kernel libraries by name, the preferred one first")};
};
} // namespace

void dsp::registerDspPipeline() {
  PassPipelineRegistration<RegisteredOptions>(
      "dsp-pipeline", "what dsp-compile runs between importer and emitter",
      [](OpPassManager &pm, const RegisteredOptions &registered) {
        PipelineOptions options;
        if (!registered.libraries.empty())
          options.libraries.assign(registered.libraries.begin(),
                                   registered.libraries.end());
        buildDspPipeline(pm, options);
      });
}
