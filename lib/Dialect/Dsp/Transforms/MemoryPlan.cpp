//===- MemoryPlan.cpp - The plan that planned IR carries ------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Dsp/Transforms/MemoryPlan.h"
#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "dsp/Dialect/Dsp/Utils/KernelCall.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace dsp;

static std::optional<uint64_t> readSize(Operation *op, StringRef name) {
  auto attr = op->getAttrOfType<IntegerAttr>(name);
  if (!attr || attr.getValue().isNegative() ||
      attr.getValue().getActiveBits() > 63)
    return std::nullopt;
  return attr.getValue().getZExtValue();
}

FailureOr<MemoryPlan> MemoryPlan::read(func::FuncOp func) {
  MemoryPlan plan;
  std::optional<uint64_t> size = readSize(func, kArenaSizeAttr);
  std::optional<uint64_t> alignment = readSize(func, kArenaAlignAttr);
  if (!size || !alignment || !func.getBody().hasOneBlock()) {
    InFlightDiagnostic diag = func.emitError() << "function '" << func.getName()
                                               << "' has no memory plan";
    diag.attachNote() << "run dsp-plan-memory on it first";
    return diag;
  }
  if (!llvm::isPowerOf2_64(*alignment))
    return func.emitError() << "'" << kArenaAlignAttr
                            << "' must be a power of two, found " << *alignment;
  plan.size = *size;
  plan.alignment = *alignment;

  Block &body = func.getBody().front();
  for (BlockArgument arg : body.getArguments())
    plan.places[arg] = {Place::Input, arg.getArgNumber()};
  int64_t numOutputs = func.getNumResults();
  for (Operation &op : body) {
    if (isa<func::ReturnOp>(op))
      continue;
    if (auto constant = dyn_cast<ConstantOp>(op)) {
      plan.places[constant.getResult()] = {Place::Weights, 0};
      continue;
    }
    if (auto view = dyn_cast<ViewOp>(op)) {
      plan.places[view.getResult()] = plan.placeOf(view.getSource());
      continue;
    }
    if (!isa<DspKernelOpInterface, CopyOp>(op))
      return op.emitOpError("is not a kernel call");
    auto offsets = op.getAttrOfType<DenseI64ArrayAttr>(kOffsetsAttr);
    if (!offsets || offsets.size() != op.getNumResults())
      return op.emitOpError() << "must have '" << kOffsetsAttr << "' with "
                              << op.getNumResults() << " elements";
    for (auto [result, offset] :
         llvm::zip_equal(op.getResults(), offsets.asArrayRef())) {
      if (offset >= 0) {
        plan.places[result] = {Place::Arena, uint64_t(offset)};
        continue;
      }
      if (offset < -numOutputs)
        return op.emitOpError()
               << "has an offset " << offset << " but the function has "
               << numOutputs << " results";
      plan.places[result] = {Place::Output, uint64_t(-1 - offset)};
    }
    size_t numScratch = scratchNeeds(&op).size();
    if (plan.scratchOffsets(&op).size() != numScratch)
      return op.emitOpError() << "must have '" << kScratchOffsetsAttr
                              << "' with " << numScratch << " elements";
    plan.steps.push_back(&op);
  }
  return plan;
}

ArrayRef<int64_t> MemoryPlan::scratchOffsets(Operation *op) const {
  if (auto attr = op->getAttrOfType<DenseI64ArrayAttr>(kScratchOffsetsAttr))
    return attr.asArrayRef();
  return {};
}

std::vector<PlannedBuffer> MemoryPlan::buffers() const {
  std::vector<PlannedBuffer> result;
  llvm::DenseMap<Value, size_t> bufferOf;
  for (auto [index, op] : llvm::enumerate(steps)) {
    uint32_t step = index;
    for (Value operand : op->getOperands())
      if (auto it = bufferOf.find(viewSource(operand)); it != bufferOf.end())
        result[it->second].lifetime.upper = step + 1;
    auto pairs = inPlacePairs(op);
    for (Value value : op->getResults()) {
      Place place = placeOf(value);
      if (place.kind != Place::Arena)
        continue;
      auto overwrites = llvm::find_if(pairs, [&](auto &pair) {
        return pair.second == value && placeOf(pair.first->get()) == place;
      });
      if (overwrites != pairs.end()) {
        size_t buffer = bufferOf.lookup(viewSource(overwrites->first->get()));
        result[buffer].values.push_back(value);
        bufferOf[value] = buffer;
        continue;
      }
      bufferOf[value] = result.size();
      uint64_t bytes = std::max<uint64_t>(*tensorBytes(value.getType()), 1);
      result.push_back({place.index, {bytes, 1, step, step + 1}, {value}});
    }
    for (auto [need, offset] :
         llvm::zip_equal(scratchNeeds(op), scratchOffsets(op)))
      if (need.bytes)
        result.push_back({uint64_t(offset),
                          {need.bytes, need.alignment, step, step + 1},
                          {},
                          op});
  }
  return result;
}
