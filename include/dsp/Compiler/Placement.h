//===- Placement.h - Where each op of the model went, and why ---*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The record that --explain, the reports and the placement files are made from.
// It follows every op of the model by the number that markFrontOps gives it.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_COMPILER_PLACEMENT_H
#define DSP_COMPILER_PLACEMENT_H

#include "dsp/Conversion/RelayToDsp/Explain.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include <vector>

namespace dsp {

/// What became of an op of the model.
struct FrontOp {
  enum Fate : uint8_t {
    Folded,   ///< computed at compile time, or the same as another op
    View,     ///< free: its result lies where its operand does
    OnKernel, ///< done by `kernel`
    Unplaced  ///< on no kernel
  };

  FrontOp(StringRef name, Location loc) : name(name), loc(loc) {}

  /// Whether it is a kernel's business.
  bool isWork() const { return fate == OnKernel || fate == Unplaced; }

  /// "nn.conv2d"
  StringRef name;
  Location loc;
  /// The op that the model has in this place, where simplification has made
  /// this one of it ("nn.batch_norm"); else "".
  StringRef from;
  /// Whether the compiler put it there (to change a layout).
  bool isInserted = false;
  /// Its first result's type.
  Type type;
  /// The front ops whose results it reads.
  SmallVector<unsigned, 2> inputs;
  int64_t macs = 0;
  /// What it reads and writes.
  int64_t bytes = 0;
  Fate fate = Folded;
  const KernelInfo *kernel = nullptr;
  /// The kernel ops that do its work, once all rewriting is done.
  SmallVector<Operation *, 1> calls;
  /// What the placement file asks for, and where; null if nothing.
  mlir::StringAttr request;
  mlir::LocationAttr requestLoc;
  /// What the kernels that would have been preferred say: all of them for an
  /// op on no kernel, those of earlier libraries for an op on a later one.
  SmallVector<CandidateVerdict, 0> candidates;
  /// For the last op of a call: the pattern that its kernel took (null if not
  /// one of its record's), and what the other kernels said that could have
  /// computed this value.
  const CoverInfo *cover = nullptr;
  SmallVector<CandidateVerdict, 0> losers;
};

/// An op of the model that simplification left nothing of.
struct SimplifiedOp {
  StringRef name;
  Location loc;
};

/// A kernel that would take some ops if only they were a little different, and
/// of all kernels the one that asks least.
struct NearestMiss {
  const CandidateVerdict *verdict;
  SmallVector<unsigned, 1> ops;
  int64_t macs = 0;
  int64_t bytes = 0;
};

/// Ops that run one after the other on one library, or on none.
struct PlacementRegion {
  const LibraryInfo *library;
  unsigned firstOp, lastOp;
  size_t ops = 0;
  int64_t macs = 0;
  /// Of tensors that come from other regions, and that others read.
  int64_t inBytes = 0, outBytes = 0;
};

/// What the model made of a kernel.
struct KernelUse {
  const KernelInfo *kernel;
  size_t calls = 0;
  /// Ops that another kernel got although this one fits.
  size_t lost = 0;
  /// Ops that it refuses.
  size_t refused = 0;
  /// Whether the model has ops of all kinds that one of its patterns takes.
  bool isOfUse = false;
};

/// Front ops, their work and their traffic by placement.
struct PlacementSummary {
  size_t offloadedOps = 0;
  size_t hostOps = 0;
  int64_t offloadedMacs = 0;
  int64_t hostMacs = 0;
  int64_t offloadedBytes = 0;
  int64_t hostBytes = 0;
};

/// Fills itself in as a model goes through the compiler.
class Placement {
public:
  /// The model as imported.
  void recordImport(mlir::ModuleOp module);
  /// What kernels are chosen for. Numbers the front ops and keeps a copy.
  void recordFront(mlir::func::FuncOp func);
  /// Right after the choice, while constants still have their bytes. The copy
  /// is dropped.
  void recordChoice(mlir::func::FuncOp func,
                    ArrayRef<const LibraryInfo *> libraries);
  /// When all rewriting is done.
  void recordCalls(mlir::func::FuncOp func);

  /// By their numbers; then those that the model never had, in their order.
  ArrayRef<FrontOp> ops() const { return frontOps; }
  ArrayRef<FrontOp> numberedOps() const {
    return ArrayRef(frontOps).take_front(numNumbered);
  }
  mlir::MutableArrayRef<FrontOp> numberedOps() {
    return mlir::MutableArrayRef(frontOps).take_front(numNumbered);
  }
  ArrayRef<SimplifiedOp> simplified() const { return simplifiedOps; }
  PlacementSummary summary() const;
  /// The largest gain first: MACs, then ops.
  std::vector<NearestMiss> nearestMisses() const;
  std::vector<PlacementRegion> regions() const;
  std::vector<KernelUse> kernelUse() const;

private:
  std::vector<unsigned> executionOrder() const;
  void recordLosers(FrontOp &op, Operation *root, size_t coveredOps,
                    const CandidateIndex &index);
  /// Numbers of the ops that addUnnumbered adds.
  using AddedOps = llvm::DenseMap<Operation *, unsigned>;
  void addUnnumbered(Operation *op, const CandidateIndex &index,
                     AddedOps &added);

  std::vector<FrontOp> frontOps;
  /// How many of them have numbers.
  size_t numNumbered = 0;
  std::vector<SimplifiedOp> simplifiedOps;
  SmallVector<const LibraryInfo *> libraries;
  /// Imported ops by their places.
  llvm::DenseMap<Attribute, StringRef> imported;
  std::vector<Location> importOrder;
  /// The function as it was when kernels were chosen.
  mlir::OwningOpRef<mlir::func::FuncOp> snapshot;
  std::vector<Operation *> snapshotOps;
};

/// Why `loser` is not the kernel of `op`'s call although it fits.
std::string explainLoss(const FrontOp &op, const CandidateVerdict &loser);

/// "would fit if the channels of 'input' were a multiple of 4 (is 3)"
std::string describeMiss(const CandidateVerdict &verdict);

} // namespace dsp

#endif // DSP_COMPILER_PLACEMENT_H
