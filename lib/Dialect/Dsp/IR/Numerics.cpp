//===- Numerics.cpp - Whose arithmetic a model means ----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Dsp/IR/Numerics.h"

#include "dsp/Dialect/Dsp/IR/Library.h"
#include "mlir/IR/Operation.h"

using namespace mlir;

namespace dsp {

static Operation *getModule(Operation *op) {
  while (Operation *parent = op->getParentOp())
    op = parent;
  return op;
}

StringRef requestedNumerics(Operation *op) {
  auto stated = getModule(op)->getAttrOfType<StringAttr>(kNumericsAttr);
  return stated ? stated.getValue() : StringRef(kRelayNumerics);
}

bool isExact(const CoverInfo &cover, Operation *op) {
  return cover.numerics.empty() || requestedNumerics(op) == cover.numerics;
}

bool isExactCall(Operation *call) {
  auto numerics = call->getAttrOfType<StringAttr>(kNumericsAttr);
  return !numerics || numerics.getValue() == requestedNumerics(call);
}

StringRef numericsText(Operation *call) {
  auto numerics = call->getAttrOfType<StringAttr>(kNumericsAttr);
  const KernelInfo *kernel = kernelOf(call);
  if (numerics && kernel)
    for (const CoverInfo &cover : kernel->covers)
      if (cover.numerics == numerics.getValue())
        return cover.numericsText;
  return "";
}

bool hasAcceptableNumerics(const CoverInfo &cover, Operation *op) {
  return isExact(cover, op) || getModule(op)->hasAttr(kAllowApproximateAttr);
}

} // namespace dsp
