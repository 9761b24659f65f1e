//===- Pipeline.h - From imported Relay to a memory plan --------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_COMPILER_PIPELINE_H
#define DSP_COMPILER_PIPELINE_H

#include "dsp/Support/LLVM.h"
#include <string>
#include <vector>

namespace mlir {
class OpPassManager;
} // namespace mlir

namespace dsp {

struct PipelineOptions {
  /// Kernel libraries by name, the preferred one first.
  std::vector<std::string> libraries = {"portable"};
};

/// Imported Relay to kernel calls in three steps, so that one can look at the
/// model between them: the form that kernels are chosen for, the choice, and
/// what follows from it. What no kernel takes stays Relay.
void buildFrontPipeline(mlir::OpPassManager &pm,
                        const PipelineOptions &options);
void buildChoicePipeline(mlir::OpPassManager &pm,
                         const PipelineOptions &options);
void buildCallPipeline(mlir::OpPassManager &pm);

/// All of dsp-compile between the importer and the emitter: the above and the
/// memory plan. dsp-opt runs it as --dsp-pipeline.
void buildDspPipeline(mlir::OpPassManager &pm, const PipelineOptions &options);

/// Makes --dsp-pipeline known.
void registerDspPipeline();

} // namespace dsp

#endif // DSP_COMPILER_PIPELINE_H
