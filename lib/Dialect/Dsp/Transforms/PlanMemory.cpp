//===- PlanMemory.cpp - Give every tensor its place -----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Dsp/IR/ArenaPool.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Dialect/Dsp/Transforms/MemoryPlan.h"
#include "dsp/Dialect/Dsp/Transforms/Passes.h"
#include "dsp/Dialect/Dsp/Utils/KernelCall.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/Support/MathExtras.h"

namespace dsp {
#define GEN_PASS_DEF_DSPPLANMEMORY
#include "dsp/Dialect/Dsp/Transforms/Passes.h.inc"
} // namespace dsp

using namespace mlir;
using namespace dsp;

namespace {

/// Memory that one or more tensors have one after the other.
struct Buffer {
  Place place;
  ArenaBuffer lifetime;
  Type elementType;
  bool inArena;
};

class Planner {
public:
  Planner(func::FuncOp func, uint64_t minAlign)
      : func(func), body(func.getBody().front()), pool(arenaPool(func)),
        minAlign(std::max(minAlign, pool.alignment)) {}

  LogicalResult run(bool inPlace) {
    if (failed(checkOps()))
      return failure();
    collectInArena();
    insertCopies();
    collectBuffers();
    collectAlignments();
    if (inPlace)
      shareInPlace();
    return assignOffsets();
  }

private:
  LogicalResult checkOps();
  void collectInArena();
  void insertCopies();
  void collectBuffers();
  void collectAlignments();
  void shareInPlace();
  LogicalResult assignOffsets();
  LogicalResult checkPoolHolds(ArrayRef<ArenaBuffer> packed, uint64_t peak);

  unsigned makeBuffer(Value value, Place place, uint32_t lower);
  /// The buffer that `value` is in, whatever it has come to share.
  unsigned bufferOf(Value value) {
    unsigned id = bufferIds.lookup(viewSource(value));
    while (sharedWith[id] != id)
      id = sharedWith[id] = sharedWith[sharedWith[id]];
    return id;
  }

  func::FuncOp func;
  Block &body;
  ArenaPool pool;
  uint64_t minAlign;
  /// Tensors that a kernel wants in the arena's memory and nowhere else.
  llvm::DenseSet<Value> inArena;
  SmallVector<Operation *> steps;
  std::vector<Buffer> buffers;
  /// Union-find over buffers: a result's leads to the operand's it overwrites.
  std::vector<unsigned> sharedWith;
  llvm::DenseMap<Value, unsigned> bufferIds;
};

} // namespace

LogicalResult Planner::checkOps() {
  auto checkType = [](Value value, auto emitError) -> LogicalResult {
    if (tensorBytes(value.getType()))
      return success();
    return emitError() << " has a value of type " << value.getType()
                       << ", which has no fixed number of bytes";
  };
  for (BlockArgument arg : body.getArguments())
    if (failed(checkType(arg, [&] {
          return mlir::emitError(arg.getLoc())
                 << "function '" << func.getName() << "'";
        })))
      return failure();
  for (Operation &op : body) {
    if (!isa<DspKernelOpInterface, ConstantOp, ViewOp, CopyOp, func::ReturnOp>(
            op)) {
      InFlightDiagnostic diag = op.emitError() << "'" << op.getName()
                                               << "' is not a kernel call";
      diag.attachNote() << "memory is planned once every op is one";
      return diag;
    }
    for (Value result : op.getResults())
      if (failed(checkType(result, [&] {
            return op.emitError() << "'" << op.getName() << "'";
          })))
        return failure();
  }
  return success();
}

/// The tensors that kernels want in a memory by name. It is the arena's: others
/// are for other targets. What the application or the weights hold is copied.
void Planner::collectInArena() {
  SmallVector<Value> values;
  llvm::DenseMap<Value, Value> copies;
  for (Operation &op : llvm::make_early_inc_range(body)) {
    const KernelInfo *kernel = kernelOf(&op);
    if (!kernel || kernel->memoryNeeds.empty())
      continue;
    values.clear();
    forEachRunArg(*kernel, [&](const CArg &arg) {
      if (arg.tensors && !arg.memory.empty())
        arg.tensors(&op, values);
    });
    for (Value value : values) {
      Value source = viewSource(value);
      if (!isa<BlockArgument>(source) &&
          !isa<ConstantOp>(source.getDefiningOp())) {
        inArena.insert(source);
        continue;
      }
      Value &copy = copies[value];
      if (!copy) {
        OpBuilder builder(&op);
        copy = CopyOp::create(builder, op.getLoc(), value.getType(), value);
        inArena.insert(copy);
      }
      op.replaceUsesOfWith(value, copy);
    }
  }
}

/// The caller's buffers are filled by the kernels that compute the results.
/// Where no kernel can, because the bytes live elsewhere, a copy does.
void Planner::insertCopies() {
  Operation *terminator = body.getTerminator();
  OpBuilder builder(terminator);
  llvm::DenseSet<Value> returned;
  for (OpOperand &operand : terminator->getOpOperands()) {
    Value source = viewSource(operand.get());
    bool elsewhere =
        isa<BlockArgument>(source) || isa<ConstantOp>(source.getDefiningOp()) ||
        inArena.contains(source) || !returned.insert(source).second;
    if (elsewhere)
      operand.set(CopyOp::create(builder, terminator->getLoc(),
                                 operand.get().getType(), operand.get()));
  }
}

unsigned Planner::makeBuffer(Value value, Place place, uint32_t lower) {
  auto type = cast<RankedTensorType>(value.getType());
  // Even an empty tensor gets an address of its own.
  uint64_t bytes = std::max<uint64_t>(*tensorBytes(type), 1);
  uint64_t alignment = std::max(*elementBytes(type.getElementType()), minAlign);
  unsigned id = buffers.size();
  buffers.push_back({place,
                     {bytes, alignment, lower, lower + 1},
                     type.getElementType(),
                     inArena.contains(value)});
  sharedWith.push_back(id);
  bufferIds[value] = id;
  return id;
}

void Planner::collectBuffers() {
  for (BlockArgument arg : body.getArguments())
    makeBuffer(arg, {Place::Input, arg.getArgNumber()}, 0);
  for (Operation &op : body) {
    if (isa<ViewOp>(op))
      continue;
    uint32_t step = steps.size();
    for (Value operand : op.getOperands())
      buffers[bufferOf(operand)].lifetime.upper = step + 1;
    if (isa<ConstantOp>(op)) {
      makeBuffer(op.getResult(0), {Place::Weights, 0}, step);
    } else if (!isa<func::ReturnOp>(op)) {
      for (Value result : op.getResults())
        makeBuffer(result, {Place::Arena, 0}, step);
      steps.push_back(&op);
    }
  }
  for (OpOperand &returned : body.getTerminator()->getOpOperands())
    buffers[bufferOf(returned.get())].place = {Place::Output,
                                               returned.getOperandNumber()};
}

void Planner::collectAlignments() {
  SmallVector<Value> values;
  for (Operation *op : steps) {
    const KernelInfo *kernel = kernelOf(op);
    if (!kernel)
      continue;
    forEachRunArg(*kernel, [&](const CArg &arg) {
      if (!arg.tensors)
        return;
      values.clear();
      arg.tensors(op, values);
      for (Value value : values) {
        uint64_t &alignment = buffers[bufferOf(value)].lifetime.alignment;
        alignment = std::max<uint64_t>(alignment, arg.alignment);
      }
    });
  }
}

void Planner::shareInPlace() {
  for (auto [index, op] : llvm::enumerate(steps)) {
    uint32_t step = index;
    llvm::SmallDenseSet<unsigned, 4> overwritten;
    for (auto [operand, result] : inPlacePairs(op)) {
      unsigned from = bufferOf(operand->get()), to = bufferOf(result);
      Buffer &source = buffers[from], &target = buffers[to];
      // The memory must be ours, must fit exactly, and the operand must end
      // here. Two of the caller's buffers are never one.
      if (from == to || source.place.kind != Place::Arena ||
          source.lifetime.size != target.lifetime.size ||
          source.lifetime.upper != step + 1)
        continue;
      // The caller's buffer has the type of the function's result, and lies
      // where the caller likes.
      if (target.place.kind == Place::Output &&
          (source.elementType != target.elementType || source.inArena))
        continue;
      // A kernel that overwrites one operand may still read the others, and a
      // result has overwritten one operand at most.
      if (target.lifetime.lower != step || overwritten.contains(from))
        continue;
      auto sharesBuffer = [&](OpOperand &other) {
        return &other != operand && bufferOf(other.get()) == from;
      };
      if (llvm::any_of(op->getOpOperands(), sharesBuffer))
        continue;
      overwritten.insert(from);
      source.place = target.place;
      source.inArena |= target.inArena;
      source.elementType = target.elementType;
      source.lifetime.upper = target.lifetime.upper;
      source.lifetime.alignment =
          std::max(source.lifetime.alignment, target.lifetime.alignment);
      sharedWith[to] = from;
    }
  }
}

LogicalResult Planner::checkPoolHolds(ArrayRef<ArenaBuffer> packed,
                                      uint64_t peak) {
  if (peak <= pool.size)
    return success();
  // Bytes by which the memory in use grows and shrinks at each step.
  std::vector<int64_t> change(steps.size() + 1);
  for (const ArenaBuffer &buffer : packed) {
    change[buffer.lower] += buffer.size;
    change[buffer.upper] -= buffer.size;
  }
  int64_t alive = 0, most = -1;
  size_t fullest = 0;
  for (size_t step = 0; step < steps.size(); ++step) {
    alive += change[step];
    if (alive > most) {
      most = alive;
      fullest = step;
    }
  }
  InFlightDiagnostic diag = func.emitError()
                            << "arena '" << pool.name << "' has " << pool.size
                            << " bytes, function '" << func.getName()
                            << "' needs " << peak;
  diag.attachNote(steps[fullest]->getLoc())
      << most << " bytes are in use at once here, the most of all calls";
  return diag;
}

LogicalResult Planner::assignOffsets() {
  std::vector<ArenaBuffer> packed;
  // Buffer to its place among those packed.
  std::vector<unsigned> packedIds(buffers.size());
  for (unsigned id = 0; id < buffers.size(); ++id) {
    if (buffers[id].place.kind != Place::Arena || sharedWith[id] != id)
      continue;
    packedIds[id] = packed.size();
    packed.push_back(buffers[id].lifetime);
  }
  size_t firstScratch = packed.size();
  for (auto [index, op] : llvm::enumerate(steps)) {
    uint32_t step = index;
    for (ScratchNeed need : scratchNeeds(op))
      packed.push_back({need.bytes,
                        std::max<uint64_t>(need.alignment, minAlign), step,
                        step + 1});
  }

  ArenaPlan plan = createBestFitArenaPlanner()->plan(packed);
  uint64_t alignment = pool.alignment;
  for (const ArenaBuffer &buffer : packed)
    alignment = std::max(alignment, buffer.alignment);
  if (failed(checkPoolHolds(packed, plan.peak)))
    return failure();

  Builder builder(func.getContext());
  func->setAttr(kArenaSizeAttr, builder.getI64IntegerAttr(int64_t(plan.peak)));
  func->setAttr(kArenaAlignAttr, builder.getI64IntegerAttr(int64_t(alignment)));
  size_t scratch = firstScratch;
  SmallVector<int64_t> offsets;
  for (Operation *op : steps) {
    offsets.clear();
    for (Value result : op->getResults()) {
      unsigned id = bufferOf(result);
      Place place = buffers[id].place;
      offsets.push_back(place.kind == Place::Output
                            ? -1 - int64_t(place.index)
                            : int64_t(plan.offsets[packedIds[id]]));
    }
    op->setAttr(kOffsetsAttr, builder.getDenseI64ArrayAttr(offsets));
    offsets.clear();
    for (size_t i = scratchNeeds(op).size(); i; --i)
      offsets.push_back(int64_t(plan.offsets[scratch++]));
    if (!offsets.empty())
      op->setAttr(kScratchOffsetsAttr, builder.getDenseI64ArrayAttr(offsets));
  }
  return success();
}

namespace {

struct PlanMemoryPass : public dsp::impl::DspPlanMemoryBase<PlanMemoryPass> {
  using DspPlanMemoryBase::DspPlanMemoryBase;

  void runOnOperation() override {
    func::FuncOp func = getOperation();
    if (func.isDeclaration())
      return;
    if (!llvm::isPowerOf2_64(minAlign)) {
      func.emitError() << "option 'min-align' must be a power of two, found "
                       << uint64_t(minAlign);
      return signalPassFailure();
    }
    if (!func.getBody().hasOneBlock()) {
      func.emitError() << "function '" << func.getName()
                       << "' must be one block of kernel calls";
      return signalPassFailure();
    }
    if (failed(Planner(func, minAlign).run(inPlace)))
      return signalPassFailure();
    if (!verify)
      return;
    FailureOr<MemoryPlan> plan = MemoryPlan::read(func);
    if (failed(plan) || failed(verifyMemoryPlan(func, *plan)))
      signalPassFailure();
  }
};

} // namespace
