//===- ArenaPlanner.h - Offsets for lifetimes -------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Packing buffers whose lifetimes are known into one piece of memory. Plain
// data in, plain data out: nothing here knows of IR.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_TRANSFORMS_ARENAPLANNER_H
#define DSP_DIALECT_DSP_TRANSFORMS_ARENAPLANNER_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace dsp {

/// Memory of `size` bytes that is in use during the steps [lower, upper).
struct ArenaBuffer {
  uint64_t size;
  uint64_t alignment; ///< a power of two
  uint32_t lower;
  uint32_t upper;
};

struct ArenaPlan {
  /// One per buffer.
  std::vector<uint64_t> offsets;
  /// The end of the highest buffer.
  uint64_t peak = 0;
};

/// A way of packing.
class ArenaPlanner {
public:
  virtual ~ArenaPlanner() = default;
  virtual llvm::StringRef getName() const = 0;
  virtual ArenaPlan plan(llvm::ArrayRef<ArenaBuffer> buffers) const = 0;
};

/// Largest buffer first, each into the tightest gap between those placed that
/// live at the same time; other orders are tried within fixed limits until one
/// reaches the lower bound. Takes time in the number of pairs of buffers that
/// live at the same time, times a logarithm: near linear for chains.
std::unique_ptr<ArenaPlanner> createBestFitArenaPlanner();

/// The most bytes alive in one step: no plan has a lower peak.
uint64_t getArenaLowerBound(llvm::ArrayRef<ArenaBuffer> buffers);

/// Two buffers that share memory at the same time or, with first == second, one
/// that is misaligned or ends beyond `plan.peak`. Written to share no idea with
/// the planners.
std::optional<std::pair<size_t, size_t>>
findArenaConflict(llvm::ArrayRef<ArenaBuffer> buffers, const ArenaPlan &plan);

} // namespace dsp

#endif // DSP_DIALECT_DSP_TRANSFORMS_ARENAPLANNER_H
