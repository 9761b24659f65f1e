//===- BoundaryScales.cpp - What a model's quantised numbers mean ---------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BoundaryScales.h"

#include "ConstantAttrs.h"
#include "dsp/Dialect/Dsp/IR/Numerics.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace dsp {
namespace {

struct Scale {
  Value scale, zeroPoint;
};

/// Whether the op's result holds numbers of its first operand, which mean the
/// same.
bool keepsScale(Operation *op) {
  return isa<relay::BatchFlattenOp, relay::ClipOp, relay::ExpandDimsOp,
             relay::MaxPool2DOp, relay::PadOp, relay::ReluOp, relay::ReshapeOp,
             relay::SqueezeOp, relay::StridedSliceOp, relay::TransposeOp>(op);
}

/// What the op takes the numbers of this operand for.
Scale scaleOfOperand(OpOperand &operand) {
  unsigned index = operand.getOperandNumber();
  return llvm::TypeSwitch<Operation *, Scale>(operand.getOwner())
      .Case<relay::QNNConv2DOp, relay::QNNConv2DTransposeOp, relay::QNNDenseOp,
            relay::QNNDequantizeOp, relay::QNNRequantizeOp>(
          [&](auto op) -> Scale {
            if (index != 0)
              return {};
            return {op.getInputScale(), op.getInputZeroPoint()};
          })
      .Case<relay::QNNAddOp, relay::QNNMulOp, relay::QNNSubtractOp>(
          [&](auto op) -> Scale {
            if (index == 0)
              return {op.getLhsScale(), op.getLhsZeroPoint()};
            if (index == 1)
              return {op.getRhsScale(), op.getRhsZeroPoint()};
            return {};
          })
      .Case<relay::QNNSigmoidOp, relay::QNNTanhOp, relay::QNNHardswishOp>(
          [&](auto op) -> Scale {
            if (index != 0)
              return {};
            return {op.getScale(), op.getZeroPoint()};
          })
      .Default([](Operation *) { return Scale(); });
}

Scale scaleOfResult(Operation *op) {
  return llvm::TypeSwitch<Operation *, Scale>(op)
      .Case<relay::QNNQuantizeOp, relay::QNNRequantizeOp, relay::QNNAddOp,
            relay::QNNMulOp, relay::QNNSubtractOp, relay::QNNSigmoidOp,
            relay::QNNTanhOp, relay::QNNHardswishOp>([](auto op) -> Scale {
        return {op.getOutputScale(), op.getOutputZeroPoint()};
      })
      .Default([](Operation *) { return Scale(); });
}

Scale scaleOfInput(Value value) {
  SmallVector<Value> pending = {value};
  while (!pending.empty())
    for (OpOperand &use : pending.pop_back_val().getUses()) {
      if (Scale scale = scaleOfOperand(use); scale.scale)
        return scale;
      if (keepsScale(use.getOwner()) && use.getOperandNumber() == 0)
        pending.push_back(use.getOwner()->getResult(0));
    }
  return {};
}

Scale scaleOfOutput(Value value) {
  Operation *op = value.getDefiningOp();
  while (op && keepsScale(op))
    op = op->getOperand(0).getDefiningOp();
  return op ? scaleOfResult(op) : Scale();
}

bool isFloat(Attribute attr) { return isa<FloatAttr>(attr); }
bool isInteger(Attribute attr) { return isa<IntegerAttr>(attr); }

/// Gives the numbers to `set`, if they are constants.
void note(Scale scale, llvm::function_ref<void(StringRef, Attribute)> set) {
  if (!scale.scale)
    return;
  Attribute number = makeAttrOfConstant(scale.scale, isFloat);
  Attribute zeroPoint = makeAttrOfConstant(scale.zeroPoint, isInteger);
  if (!number || !zeroPoint)
    return;
  set(kScaleAttr, number);
  set(kZeroPointAttr, zeroPoint);
}

bool isStoredInteger(Type type) {
  Type element = getElementTypeOrSelf(type);
  return isa<IntegerType>(element) && !element.isInteger(1);
}

} // namespace

void noteBoundaryScales(func::FuncOp func) {
  for (BlockArgument arg : func.getArguments())
    if (isStoredInteger(arg.getType()))
      note(scaleOfInput(arg), [&](StringRef name, Attribute attr) {
        func.setArgAttr(arg.getArgNumber(), name, attr);
      });
  Operation *end = func.getBody().back().getTerminator();
  for (auto [i, value] : llvm::enumerate(end->getOperands()))
    if (isStoredInteger(value.getType()))
      note(scaleOfOutput(value), [&, i = i](StringRef name, Attribute attr) {
        func.setResultAttr(i, name, attr);
      });
}

} // namespace dsp
