//===- InitAll.cpp - Every dialect, pass and library ----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/InitAll.h"
#include "dsp/Compiler/Pipeline.h"
#include "dsp/Conversion/RelayToDsp/RelayToDsp.h"
#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Dialect/Dsp/Transforms/Passes.h"
#include "dsp/Dialect/Relay/IR/RelayDialect.h"
#include "dsp/Dialect/Relay/Transforms/Passes.h"
#include "dsp/Libraries/cblas/Cblas.h"
#include "dsp/Libraries/cmsis_nn/CmsisNN.h"
#include "dsp/Libraries/portable/Portable.h"
#include "dsp/Libraries/shl/Shl.h"
#include "dsp/Libraries/xnnpack/Xnnpack.h"
#include "mlir/Dialect/Func/Extensions/InlinerExtension.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Transforms/Passes.h"

void dsp::registerAllDialects(mlir::DialectRegistry &registry) {
  registry.insert<mlir::func::FuncDialect, mlir::tensor::TensorDialect,
                  relay::RelayDialect, DspDialect>();
  mlir::func::registerInlinerExtension(registry);
  registerLibrary(registry, cblas::getLibrary());
  registerLibrary(registry, cmsis_nn::getLibrary());
  registerLibrary(registry, portable::getLibrary());
  registerLibrary(registry, shl::getLibrary());
  registerLibrary(registry, xnnpack::getLibrary());
}

void dsp::registerAllPasses() {
  mlir::registerTransformsPasses();
  relay::registerRelayPasses();
  relay::registerRelayPipeline();
  registerRelayToDspPasses();
  registerDspPipeline();
  registerDspTransformsPasses();
}
