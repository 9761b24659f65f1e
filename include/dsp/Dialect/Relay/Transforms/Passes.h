//===- Passes.h - Transformations of relay modules --------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_TRANSFORMS_PASSES_H
#define DSP_DIALECT_RELAY_TRANSFORMS_PASSES_H

#include "mlir/Pass/Pass.h"
#include "mlir/Pass/PassOptions.h"

namespace dsp::relay {

#define GEN_PASS_DECL
#include "dsp/Dialect/Relay/Transforms/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "dsp/Dialect/Relay/Transforms/Passes.h.inc"

/// The passes that make any Relay model what kernel covers are written for, in
/// their order: see docs/Relay.md.
struct RelayPipelineOptions : mlir::PassPipelineOptions<RelayPipelineOptions> {
  Option<std::string> layout{
      *this, "layout", llvm::cl::init("NHWC"),
      llvm::cl::desc("the layout of activations that the library wants")};
};
void buildRelayPipeline(mlir::OpPassManager &pm,
                        const RelayPipelineOptions &options);

/// Makes it known as `relay-pipeline`.
void registerRelayPipeline();

} // namespace dsp::relay

#endif // DSP_DIALECT_RELAY_TRANSFORMS_PASSES_H
