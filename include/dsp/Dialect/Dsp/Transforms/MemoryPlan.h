//===- MemoryPlan.h - The plan that planned IR carries ----------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the attributes that dsp-plan-memory leaves (see the dialect's
// description) and checks them.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_TRANSFORMS_MEMORYPLAN_H
#define DSP_DIALECT_DSP_TRANSFORMS_MEMORYPLAN_H

#include "dsp/Dialect/Dsp/Transforms/ArenaPlanner.h"
#include "dsp/Support/LLVM.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "llvm/ADT/DenseMap.h"

namespace dsp {

inline constexpr StringLiteral kArenaSizeAttr("dsp.arena_size");
inline constexpr StringLiteral kArenaAlignAttr("dsp.arena_align");
inline constexpr StringLiteral kOffsetsAttr("dsp.offsets");
inline constexpr StringLiteral kScratchOffsetsAttr("dsp.scratch_offsets");

/// Where a tensor's bytes are.
struct Place {
  enum Kind : uint8_t {
    Input,   ///< in the caller's buffer of argument `index`
    Output,  ///< in the caller's buffer of result `index`
    Weights, ///< in the constant's own memory
    Arena    ///< at offset `index` of the arena
  } kind;
  uint64_t index;

  bool operator==(const Place &other) const {
    return kind == other.kind && index == other.index;
  }
  bool operator!=(const Place &other) const { return !(*this == other); }
};

/// A piece of the arena and all that lives in it one after the other, each in
/// the place of the one before.
struct PlannedBuffer {
  uint64_t offset;
  ArenaBuffer lifetime; ///< in schedule steps, from 0
  /// The tensors; none: scratch memory of `scratchOf`.
  SmallVector<Value, 1> values;
  Operation *scratchOf = nullptr;
};

/// The memory plan of a function, read from its attributes.
class MemoryPlan {
public:
  /// Diagnoses a function that isn't planned, or not in a way that can work.
  static mlir::FailureOr<MemoryPlan> read(mlir::func::FuncOp func);

  uint64_t arenaSize() const { return size; }
  uint64_t arenaAlignment() const { return alignment; }
  /// The place of any value, views included.
  Place placeOf(Value value) const { return places.lookup(value); }
  ArrayRef<int64_t> scratchOffsets(Operation *op) const;
  /// What runs, in this order: kernel calls and copies.
  ArrayRef<Operation *> schedule() const { return steps; }
  /// The arena's buffers in the order of the steps in which they begin.
  std::vector<PlannedBuffer> buffers() const;

private:
  uint64_t size = 0;
  uint64_t alignment = 1;
  std::vector<Operation *> steps;
  llvm::DenseMap<Value, Place> places;
};

/// Plays the schedule and checks that every tensor, when it is read or handed
/// back, is still what was last written to its memory, that nothing overlaps
/// that a kernel is given at once, and all bounds and alignments. Works on the
/// attributes alone and shares nothing with the planner.
LogicalResult verifyMemoryPlan(mlir::func::FuncOp func, const MemoryPlan &plan);

} // namespace dsp

#endif // DSP_DIALECT_DSP_TRANSFORMS_MEMORYPLAN_H
