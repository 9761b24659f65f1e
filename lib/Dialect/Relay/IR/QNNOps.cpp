//===- QNNOps.cpp - Quantised operators ----------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/IR/OpAsm.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "dsp/Dialect/Relay/IR/TypeInference.h"

using namespace mlir;

namespace dsp::relay {

void RelayDialect::registerQNNOps() {
  addOperations<
#define GET_OP_LIST
#include "dsp/Dialect/Relay/IR/QNNOps.cpp.inc"
      >();
}

} // namespace dsp::relay

#define GET_OP_CLASSES
#include "dsp/Dialect/Relay/IR/QNNOps.cpp.inc"
