//===- HeldValues.cpp - Values held in another order ----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HeldValues.h"
#include "dsp/Dialect/Relay/Transforms/ConstantFolding.h"
#include "mlir/Dialect/Utils/IndexingUtils.h"

using namespace mlir;

namespace dsp::relay {

bool movesNothing(ArrayRef<int64_t> shape, ArrayRef<int64_t> perm) {
  int64_t last = -1;
  for (int64_t dim : perm) {
    if (shape[dim] == 1)
      continue;
    if (dim < last)
      return false;
    last = dim;
  }
  return true;
}

static Permutation identity(int64_t rank) {
  return llvm::to_vector<6>(llvm::seq<int64_t>(0, rank));
}

static RankedTensorType getStaticTensor(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type && type.hasStaticShape() ? type : nullptr;
}

SmallVector<int64_t> Held::getPermutedShape() const {
  return applyPermutation(getType().getShape(), perm);
}

bool Held::isReshaped() const {
  return ArrayRef<int64_t>(getPermutedShape()) != ArrayRef<int64_t>(shape);
}

bool Held::isIdentity() const {
  return isIdentityPermutation(perm) && !isReshaped();
}

//===----------------------------------------------------------------------===//
// Looking up
//===----------------------------------------------------------------------===//

std::optional<Held> HeldValues::get(Value value) const {
  auto it = held.find(value);
  if (it != held.end())
    return it->second;
  RankedTensorType type = getStaticTensor(value);
  if (!type)
    return std::nullopt;
  return Held{value, identity(type.getRank()),
              llvm::to_vector<6>(type.getShape())};
}

void HeldValues::set(Value value, Held how) {
  // A value that is what it was needs no entry.
  if (how.value == value && how.isIdentity()) {
    held.erase(value);
    return;
  }
  held[value] = std::move(how);
}

void HeldValues::setLogical(Value value) {
  Permutation same =
      identity(cast<RankedTensorType>(value.getType()).getRank());
  copies[value].emplace_back(std::move(same), value);
}

std::optional<Held> HeldValues::getPlain(Value value) {
  std::optional<Held> how = get(value);
  if (!how || !how->isReshaped())
    return how;
  // Neighbours of an op with a layout want that layout, as far as the reshape
  // lets it be kept; otherwise the model's order is as good as any.
  if (how->fromLayout)
    how = applyReshape(*how, /*force=*/true);
  else
    how = Held{getLogical(value), identity(how->shape.size()), how->shape};
  set(value, *how);
  return how;
}

//===----------------------------------------------------------------------===//
// Making ops
//===----------------------------------------------------------------------===//

void HeldValues::placeAfter(Value value) {
  // What is made is kept for later users, which may be in other regions of the
  // op around this one: so it goes where `value` is.
  Operation *anchor = value.getParentBlock()->findAncestorOpInBlock(*user);
  builder.setInsertionPoint(anchor);
}

Value HeldValues::makeTranspose(Value value, ArrayRef<int64_t> axes) {
  auto type = cast<RankedTensorType>(value.getType());
  SmallVector<int64_t> shape = applyPermutation(type.getShape(), axes);
  if (movesNothing(type.getShape(), axes))
    return makeReshape(value, shape);
  placeAfter(value);
  auto transpose =
      TransposeOp::create(builder, value.getLoc(), type.clone(shape), value,
                          builder.getDenseI64ArrayAttr(axes));
  made.insert(transpose);
  return transpose;
}

Value HeldValues::makeReshape(Value value, ArrayRef<int64_t> shape) {
  // A reshape of a reshape is one.
  while (auto reshape = value.getDefiningOp<ReshapeOp>()) {
    if (!getStaticTensor(reshape.getData()) || isTracked(reshape.getData()))
      break;
    value = reshape.getData();
  }
  auto type = cast<RankedTensorType>(value.getType());
  if (type.getShape() == shape)
    return value;
  placeAfter(value);
  auto reshape = ReshapeOp::create(builder, value.getLoc(), type.clone(shape),
                                   value, shape);
  made.insert(reshape);
  return reshape;
}

Value HeldValues::getAs(Value value, ArrayRef<int64_t> perm) {
  for (const auto &[copyPerm, copy] : copies[value])
    if (ArrayRef<int64_t>(copyPerm) == perm)
      return copy;
  std::optional<Held> how = get(value);
  Value copy;
  if (how->isReshaped() && isIdentityPermutation(perm)) {
    // To the model's order and shape in one step.
    copy = makeReshape(makeTranspose(how->value, how->perm), how->shape);
  } else {
    how = getPlain(value);
    if (ArrayRef<int64_t>(how->perm) == perm)
      return how->value;
    // value = transpose(held, p) = transpose(w, perm), so w's dimension j is
    // value's dimension perm^-1(j), held's p[perm^-1(j)].
    copy = makeTranspose(
        how->value, applyPermutation(how->perm, invertPermutationVector(perm)));
  }
  copies[value].emplace_back(llvm::to_vector<6>(perm), copy);
  return copy;
}

Value HeldValues::getLogical(Value value) {
  if (!isTracked(value))
    return value;
  return getAs(value, identity(held.find(value)->second.shape.size()));
}

int64_t HeldValues::getCost(Value value, ArrayRef<int64_t> perm) const {
  std::optional<Held> how = get(value);
  if (isConstantExpression(how->value))
    return 0;
  auto it = copies.find(value);
  if (it != copies.end())
    for (const auto &copy : it->second)
      if (ArrayRef<int64_t>(copy.first) == perm)
        return 0;
  SmallVector<int64_t> axes =
      applyPermutation(how->perm, invertPermutationVector(perm));
  if (!how->isReshaped() && movesNothing(how->getType().getShape(), axes))
    return 0;
  return how->getType().getNumElements();
}

//===----------------------------------------------------------------------===//
// Reshapes
//===----------------------------------------------------------------------===//

namespace {

/// Dimensions of the input of a reshape that become dimensions of its output.
struct ReshapeGroup {
  SmallVector<int64_t> from;
  SmallVector<int64_t> to;
};

} // namespace

/// Splits a reshape into the smallest groups of consecutive dimensions that
/// have equal products. Dimensions of size 1 of the input belong to none; those
/// of the output go with the group in front of them, or into one of their own.
static SmallVector<ReshapeGroup> getGroups(ArrayRef<int64_t> from,
                                           ArrayRef<int64_t> to) {
  SmallVector<ReshapeGroup> groups;
  size_t i = 0, j = 0;
  if (!to.empty() && to[0] == 1)
    groups.emplace_back();
  while (true) {
    while (i < from.size() && from[i] == 1)
      ++i;
    while (j < to.size() && to[j] == 1)
      groups.back().to.push_back(j++);
    if (i == from.size() || j == to.size())
      return groups;
    ReshapeGroup group;
    int64_t left = from[i], right = to[j];
    group.from.push_back(i++);
    group.to.push_back(j++);
    while (left != right) {
      if (left < right) {
        if (from[i] != 1)
          group.from.push_back(i);
        left *= from[i++];
      } else {
        right *= to[j];
        group.to.push_back(j++);
      }
    }
    groups.push_back(std::move(group));
  }
}

std::optional<Held> HeldValues::applyReshape(const Held &from, bool force) {
  SmallVector<int64_t> permuted = from.getPermutedShape();
  SmallVector<ReshapeGroup> groups = getGroups(permuted, from.shape);

  // The groups in the order in which memory has them; one without dimensions
  // of the input stays in front.
  auto firstPosition = [&](const ReshapeGroup &group) {
    int64_t first = group.from.empty() ? -1 : from.perm.size();
    for (int64_t dim : group.from)
      first = std::min(first, from.perm[dim]);
    return first;
  };
  llvm::stable_sort(groups, [&](const auto &a, const auto &b) {
    return firstPosition(a) < firstPosition(b);
  });

  // Memory with each group's dimensions together and in order. Dimensions of
  // size 1 are in no group and lie in front, where they do no harm.
  SmallVector<int64_t> axes, shape;
  for (auto [dim, size] : llvm::enumerate(permuted))
    if (size == 1)
      axes.push_back(from.perm[dim]);
  llvm::sort(axes);
  Permutation perm(from.shape.size());
  for (const ReshapeGroup &group : groups) {
    for (int64_t dim : group.from)
      axes.push_back(from.perm[dim]);
    for (int64_t dim : group.to) {
      perm[dim] = shape.size();
      shape.push_back(from.shape[dim]);
    }
  }
  if (!force && !movesNothing(from.getType().getShape(), axes))
    return std::nullopt;
  Value value = makeReshape(makeTranspose(from.value, axes), shape);
  return Held{value, perm, from.shape, from.fromLayout};
}

std::optional<Held> HeldValues::reshape(Value value, RankedTensorType type) {
  std::optional<Held> how = get(value);
  // Without elements there is no telling which dimensions became which.
  if (!how || !type.hasStaticShape() || type.getNumElements() == 0 ||
      type.getNumElements() != how->getType().getNumElements())
    return std::nullopt;
  how->shape = llvm::to_vector<6>(type.getShape());
  if (!how->isReshaped())
    return how;
  if (std::optional<Held> applied = applyReshape(*how, /*force=*/false))
    return applied;
  return how;
}

} // namespace dsp::relay
