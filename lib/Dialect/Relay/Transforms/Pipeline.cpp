//===- Pipeline.cpp - The relay passes in their order ---------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/Transforms/Passes.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;

namespace dsp::relay {

void buildRelayPipeline(OpPassManager &pm,
                        const RelayPipelineOptions &options) {
  pm.addPass(createRelayInline());
  // Models that TVM has simplified compute their scales from parameters; the
  // rules for scales ask for constants.
  pm.addPass(createRelayFoldConstants());
  pm.addPass(createRelaySimplifyInference());
  // Several dequantisations of one value are one value with several users.
  pm.addPass(createCSEPass());
  pm.addPass(createRelayFoldScales());
  pm.addPass(createRelayJoinConstants());
  pm.addPass(createRelayCanonicalizeForms());
  // A weight that several ops use is scaled and permuted once.
  pm.addPass(createCSEPass());
  RelayConvertLayoutOptions layout;
  layout.layout = options.layout;
  pm.addPass(createRelayConvertLayout(layout));
  pm.addPass(createRelayFoldConstants());
}

void registerRelayPipeline() {
  PassPipelineRegistration<RelayPipelineOptions>(
      "relay-pipeline",
      "from an imported model to the forms and the layout that kernels take",
      buildRelayPipeline);
}

} // namespace dsp::relay
