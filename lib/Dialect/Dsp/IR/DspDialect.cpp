//===- DspDialect.cpp - The dsp dialect and its own ops -------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Dsp/IR/DspOps.h"

#include "dsp/Dialect/Dsp/IR/ArenaPool.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "mlir/IR/BuiltinOps.h"

#include "dsp/Dialect/Dsp/IR/DspDialect.cpp.inc"
#include "dsp/Dialect/Dsp/IR/DspKernelInterface.cpp.inc"

using namespace mlir;

namespace dsp {

void DspDialect::initialize() {
  addOperations<
#define GET_OP_LIST
#include "dsp/Dialect/Dsp/IR/DspOps.cpp.inc"
      >();
}

LogicalResult DspDialect::verifyOperationAttribute(Operation *op,
                                                   NamedAttribute attr) {
  bool isArena = attr.getName() == kArenaPoolAttr;
  if (!isArena && attr.getName() != kLibraryOptionsAttr)
    return success();
  if (!isa<ModuleOp>(op))
    return op->emitError() << "'" << attr.getName().getValue()
                           << "' belongs on the module";
  return isArena ? verifyArenaPool(op, attr.getValue())
                 : verifyLibraryOptions(op, attr.getValue());
}

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValue(); }

LogicalResult ViewOp::verify() {
  auto from = cast<RankedTensorType>(getSource().getType());
  auto to = cast<RankedTensorType>(getType());
  if (from.getElementType() == to.getElementType() &&
      from.getNumElements() == to.getNumElements())
    return success();
  return emitOpError("must keep element type and number of elements, found ")
         << from << " and " << to;
}

OpFoldResult ViewOp::fold(FoldAdaptor) {
  // A view of a view is a view of the first source.
  if (auto inner = getSource().getDefiningOp<ViewOp>()) {
    getSourceMutable().assign(inner.getSource());
    return getResult();
  }
  return getSource().getType() == getType() ? OpFoldResult(getSource())
                                            : OpFoldResult();
}

} // namespace dsp

#define GET_OP_CLASSES
#include "dsp/Dialect/Dsp/IR/DspOps.cpp.inc"
