//===- VerifyMemoryPlan.cpp - Is every tensor where it should be ----------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Dsp/IR/ArenaPool.h"
#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Dialect/Dsp/Transforms/MemoryPlan.h"
#include "dsp/Dialect/Dsp/Transforms/Passes.h"
#include "dsp/Dialect/Dsp/Utils/KernelCall.h"
#include <map>

namespace dsp {
#define GEN_PASS_DEF_DSPCHECKMEMORYPLAN
#include "dsp/Dialect/Dsp/Transforms/Passes.h.inc"
} // namespace dsp

using namespace mlir;
using namespace dsp;

namespace {

/// Bytes that a kernel is given. Space 0 is the arena, space 1 + k the buffer
/// of the function's result k.
struct Range {
  uint64_t space;
  uint64_t begin;
  uint64_t end;
  bool written;

  bool operator<(const Range &other) const {
    return std::tie(space, begin, end) <
           std::tie(other.space, other.begin, other.end);
  }
};

class Checker {
public:
  Checker(func::FuncOp func, const MemoryPlan &plan)
      : func(func), pool(arenaPool(func)), plan(plan) {}

  LogicalResult check() {
    for (Operation *op : plan.schedule())
      if (failed(checkStep(op)))
        return failure();
    Operation *terminator = func.getBody().front().getTerminator();
    for (OpOperand &returned : terminator->getOpOperands()) {
      Place place = plan.placeOf(returned.get());
      if (place.kind != Place::Output ||
          place.index != returned.getOperandNumber())
        return terminator->emitError()
               << "result " << returned.getOperandNumber()
               << " is not in the caller's buffer";
      if (failed(checkHeld(terminator, returned.get())))
        return failure();
    }
    return success();
  }

private:
  LogicalResult checkStep(Operation *op) {
    if (failed(checkPlaces(op)))
      return failure();
    SmallVector<Range> ranges;
    SmallVector<int64_t> rangeOfOperand;
    for (Value operand : op->getOperands()) {
      if (failed(checkHeld(op, operand)))
        return failure();
      std::optional<Range> range = rangeOf(operand);
      rangeOfOperand.push_back(range ? int64_t(ranges.size()) : -1);
      if (range)
        ranges.push_back(*range);
    }
    auto pairs = inPlacePairs(op);
    for (Value result : op->getResults()) {
      Range range = *rangeOf(result);
      if (!inBounds(range))
        return op->emitOpError()
               << "writes beyond the arena's " << plan.arenaSize() << " bytes";
      // In place: the operand's range is written instead.
      auto overwrites = llvm::find_if(pairs, [&](auto &pair) {
        std::optional<Range> operand = rangeOf(pair.first->get());
        return pair.second == result && operand &&
               operand->space == range.space && operand->begin == range.begin &&
               operand->end == range.end;
      });
      if (overwrites != pairs.end()) {
        ranges[rangeOfOperand[overwrites->first->getOperandNumber()]].written =
            true;
        continue;
      }
      range.written = true;
      ranges.push_back(range);
    }
    for (auto [need, offset] :
         llvm::zip_equal(scratchNeeds(op), plan.scratchOffsets(op))) {
      if (!need.bytes)
        continue;
      Range range{0, uint64_t(offset), uint64_t(offset) + need.bytes, true};
      if (offset < 0 || !inBounds(range))
        return op->emitOpError() << "has scratch memory beyond the arena's "
                                 << plan.arenaSize() << " bytes";
      if (offset % need.alignment)
        return op->emitOpError() << "has scratch memory at " << offset
                                 << ", not aligned to " << need.alignment;
      ranges.push_back(range);
    }
    llvm::sort(ranges);
    uint64_t space = 0, readEnd = 0, writtenEnd = 0;
    for (const Range &range : ranges) {
      if (range.space != space) {
        space = range.space;
        readEnd = writtenEnd = 0;
      }
      if (range.begin < writtenEnd || (range.written && range.begin < readEnd))
        return op->emitOpError("is given overlapping buffers");
      uint64_t &end = range.written ? writtenEnd : readEnd;
      end = std::max(end, range.end);
    }
    // Whatever was there is gone, scratch memory included.
    for (const Range &range : ranges)
      if (range.written)
        release(range);
    for (Value result : op->getResults()) {
      Range range = *rangeOf(result);
      held[{range.space, range.begin}] = {range.end, result};
    }
    return success();
  }

  LogicalResult checkPlaces(Operation *op) {
    const KernelInfo *kernel = kernelOf(op);
    if (!kernel)
      return success();
    LogicalResult result = success();
    forEachRunArg(*kernel, [&](const CArg &arg) {
      if (failed(result))
        return;
      if (!arg.memory.empty() && arg.memory != pool.name) {
        result = op->emitOpError()
                 << "wants '" << arg.name << "' in memory '" << arg.memory
                 << "', the arena is in '" << pool.name << "'";
        return;
      }
      if (!arg.tensors)
        return;
      SmallVector<Value> values;
      arg.tensors(op, values);
      for (Value value : values) {
        Place place = plan.placeOf(value);
        if (!arg.memory.empty() && place.kind != Place::Arena)
          result = op->emitOpError()
                   << "wants '" << arg.name << "' in memory '" << arg.memory
                   << "', found it outside the arena";
        if (place.kind != Place::Arena || arg.alignment <= 1)
          continue;
        if (place.index % arg.alignment ||
            plan.arenaAlignment() % arg.alignment)
          result = op->emitOpError()
                   << "wants '" << arg.name << "' aligned to " << arg.alignment
                   << " bytes, found it at " << place.index
                   << " of an arena aligned to " << plan.arenaAlignment();
      }
    });
    return result;
  }

  LogicalResult checkHeld(Operation *op, Value value) {
    std::optional<Range> range = rangeOf(value);
    if (!range)
      return success();
    auto it = held.find({range->space, range->begin});
    if (it != held.end() && it->second.second == viewSource(value))
      return success();
    InFlightDiagnostic diag = op->emitError()
                              << "reads a tensor whose memory was overwritten";
    diag.attachNote(value.getLoc()) << "the tensor is made here";
    return diag;
  }

  bool inBounds(const Range &range) const {
    return range.space != 0 ||
           (range.begin <= range.end && range.end <= plan.arenaSize());
  }

  /// Forgets all tensors that have bytes in `range`.
  void release(const Range &range) {
    auto it = held.lower_bound({range.space, range.begin});
    if (it != held.begin()) {
      auto below = std::prev(it);
      if (below->first.first == range.space &&
          below->second.first > range.begin)
        held.erase(below);
    }
    while (it != held.end() && it->first.first == range.space &&
           it->first.second < range.end)
      it = held.erase(it);
  }

  /// The bytes of a tensor in memory that changes; none for inputs and weights.
  std::optional<Range> rangeOf(Value value) const {
    Place place = plan.placeOf(value);
    uint64_t bytes = std::max<uint64_t>(*tensorBytes(value.getType()), 1);
    if (place.kind == Place::Arena)
      return Range{0, place.index, place.index + bytes, false};
    if (place.kind == Place::Output)
      return Range{1 + place.index, 0, bytes, false};
    return std::nullopt;
  }

  func::FuncOp func;
  ArenaPool pool;
  const MemoryPlan &plan;
  /// What was written last: (space, begin) to the end and the tensor.
  std::map<std::pair<uint64_t, uint64_t>, std::pair<uint64_t, Value>> held;
};

} // namespace

LogicalResult dsp::verifyMemoryPlan(func::FuncOp func, const MemoryPlan &plan) {
  return Checker(func, plan).check();
}

namespace {

struct CheckMemoryPlanPass
    : public dsp::impl::DspCheckMemoryPlanBase<CheckMemoryPlanPass> {
  void runOnOperation() override {
    FailureOr<MemoryPlan> plan = MemoryPlan::read(getOperation());
    if (failed(plan) || failed(verifyMemoryPlan(getOperation(), *plan)))
      signalPassFailure();
  }
};

} // namespace
