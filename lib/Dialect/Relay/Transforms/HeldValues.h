//===- HeldValues.h - Values held in another order --------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// While relay-convert-layout walks through a function, a value of the model is
// what it was, but what is in memory may be a permutation of it:
//
//   model's value == reshape(transpose(held.value, held.perm), held.shape)
//
// An op that doesn't care works on held.value and says how its result is held.
// Only an op that needs a certain order has the transposition made.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_DIALECT_RELAY_TRANSFORMS_HELDVALUES_H
#define DSP_LIB_DIALECT_RELAY_TRANSFORMS_HELDVALUES_H

#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SetVector.h"

namespace dsp::relay {

using Permutation = llvm::SmallVector<int64_t, 6>;

/// True if `perm` applied to `shape` keeps the order of the dimensions that
/// aren't 1: nothing moves in memory.
bool movesNothing(llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> perm);

/// How a value is held; see above.
struct Held {
  mlir::Value value;
  Permutation perm;
  /// The model's shape.
  llvm::SmallVector<int64_t, 6> shape;
  /// The transposition comes from an op's layout, so its neighbours are likely
  /// to want the same; not from a transposition of the model.
  bool fromLayout = false;

  mlir::RankedTensorType getType() const {
    return mlir::cast<mlir::RankedTensorType>(value.getType());
  }
  /// The shape of transpose(value, perm).
  llvm::SmallVector<int64_t> getPermutedShape() const;
  bool isReshaped() const;
  bool isIdentity() const;
};

/// Keeps how each value is held, and makes other orders on demand, once each.
class HeldValues {
public:
  explicit HeldValues(mlir::MLIRContext *context) : builder(context) {}

  /// Ops that are made from now on stand in front of `op`, or of the op around
  /// it in the block where the value that they permute is.
  void setUser(mlir::Operation *op) { user = op; }

  /// Null for values that aren't tensors of static shape.
  std::optional<Held> get(mlir::Value value) const;
  /// `get`, with a pending reshape made, moving data if it must be.
  std::optional<Held> getPlain(mlir::Value value);
  void set(mlir::Value value, Held held);
  /// True if `value` is not simply what the model has.
  bool isTracked(mlir::Value value) const { return held.contains(value); }

  /// The value itself.
  mlir::Value getLogical(mlir::Value value);
  /// w such that value == transpose(w, perm).
  mlir::Value getAs(mlir::Value value, llvm::ArrayRef<int64_t> perm);
  /// The bytes that `getAs` would move (constants are free).
  int64_t getCost(mlir::Value value, llvm::ArrayRef<int64_t> perm) const;

  /// Says how the reshape of `value` to `type` is held, without making
  /// anything if data would have to move.
  std::optional<Held> reshape(mlir::Value value, mlir::RankedTensorType type);

  mlir::Value makeTranspose(mlir::Value value, llvm::ArrayRef<int64_t> axes);
  mlir::Value makeReshape(mlir::Value value, llvm::ArrayRef<int64_t> shape);

  /// Says that `value` itself is what getLogical(value) gives, where an op of
  /// the model already is the transposition.
  void setLogical(mlir::Value value);

  /// The ops made so far.
  llvm::ArrayRef<mlir::Operation *> getMade() const {
    return made.getArrayRef();
  }

private:
  /// Sets the insertion point for an op on `value`.
  void placeAfter(mlir::Value value);
  /// A held reshape as a plain one: the data in an order in which the reshape
  /// only splits and merges neighbours. `force` moves data if it must be.
  std::optional<Held> applyReshape(const Held &from, bool force);

  mlir::OpBuilder builder;
  mlir::Operation *user = nullptr;
  llvm::DenseMap<mlir::Value, Held> held;
  /// What getAs has made for a value.
  llvm::DenseMap<mlir::Value,
                 llvm::SmallVector<std::pair<Permutation, mlir::Value>, 1>>
      copies;
  llvm::SetVector<mlir::Operation *> made;
};

} // namespace dsp::relay

#endif // DSP_LIB_DIALECT_RELAY_TRANSFORMS_HELDVALUES_H
