//===- RelayDialect.cpp - The relay dialect -------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/IR/RelayOps.h"

#include "dsp/Dialect/Relay/IR/RelayDialect.cpp.inc"
#include "dsp/Dialect/Relay/IR/RelayInterfaces.cpp.inc"

using namespace mlir;

namespace dsp::relay {

void RelayDialect::initialize() {
  registerConvOps();
  registerControlOps();
  registerElementwiseOps();
  registerImageOps();
  registerNNOps();
  registerPoolOps();
  registerQNNOps();
  registerReduceOps();
  registerTensorOps();
}

Operation *RelayDialect::materializeConstant(OpBuilder &builder,
                                             Attribute value, Type type,
                                             Location loc) {
  auto elements = dyn_cast<ElementsAttr>(value);
  if (!elements || elements.getType() != type)
    return nullptr;
  return ConstantOp::create(builder, loc, elements, StringAttr());
}

} // namespace dsp::relay
