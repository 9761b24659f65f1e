//===- Layout.cpp - The roles and order of a tensor's axes ----------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/IR/Layout.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;

namespace dsp::relay {

std::optional<Layout> Layout::parse(StringRef text) {
  Layout layout;
  while (!text.empty()) {
    int64_t factor = 0;
    bool hasFactor = llvm::isDigit(text.front());
    if (hasFactor &&
        (text.consumeInteger(10, factor) || factor <= 0 ||
         factor > std::numeric_limits<int32_t>::max() || text.empty()))
      return std::nullopt;
    char letter = text.front();
    text = text.drop_front();
    // A capital is an axis; a small letter, an inner part with its extent.
    if (!llvm::isAlpha(letter) || hasFactor != llvm::isLower(letter))
      return std::nullopt;
    Axis axis{llvm::toUpper(letter), factor};
    if (llvm::any_of(layout.axes, [&](const Axis &other) {
          return other.role == axis.role && other.isInner() == axis.isInner();
        }))
      return std::nullopt;
    layout.axes.push_back(axis);
  }
  for (const Axis &axis : layout.axes)
    if (!layout.contains(axis.role))
      return std::nullopt;
  return layout;
}

std::string Layout::str() const {
  std::string text;
  for (const Axis &axis : axes) {
    if (axis.isInner())
      text += std::to_string(axis.factor);
    text += axis.isInner() ? llvm::toLower(axis.role) : axis.role;
  }
  return text;
}

std::optional<unsigned> Layout::find(char role) const {
  for (auto [index, axis] : llvm::enumerate(axes))
    if (axis.role == role && !axis.isInner())
      return index;
  return std::nullopt;
}

bool Layout::isSplit(char role) const {
  return llvm::any_of(axes, [&](const Axis &axis) {
    return axis.role == role && axis.isInner();
  });
}

bool Layout::hasSplitAxes() const {
  return llvm::any_of(axes, [](const Axis &axis) { return axis.isInner(); });
}

bool Layout::isConvertibleTo(const Layout &other) const {
  auto hasRolesOf = [](const Layout &a, const Layout &b) {
    return llvm::all_of(
        b.axes, [&](const Axis &axis) { return a.contains(axis.role); });
  };
  return hasRolesOf(*this, other) && hasRolesOf(other, *this);
}

std::optional<SmallVector<int64_t>>
Layout::permutationTo(const Layout &to) const {
  if (getRank() != to.getRank())
    return std::nullopt;
  SmallVector<int64_t> permutation;
  for (const Axis &axis : to.axes) {
    const Axis *it = llvm::find(axes, axis);
    if (it == axes.end())
      return std::nullopt;
    permutation.push_back(it - axes.begin());
  }
  return permutation;
}

SmallVector<int64_t> Layout::convertShape(ArrayRef<int64_t> shape,
                                          const Layout &to) const {
  // A role's whole extent: that of its axis times those of its inner parts.
  auto wholeExtent = [&](char role) {
    int64_t extent = shape[*find(role)];
    for (const Axis &axis : axes)
      if (axis.role == role && axis.isInner() && !ShapedType::isDynamic(extent))
        extent *= axis.factor;
    return extent;
  };
  SmallVector<int64_t> result;
  for (const Axis &axis : to.axes) {
    if (axis.isInner()) {
      result.push_back(axis.factor);
      continue;
    }
    int64_t extent = wholeExtent(axis.role);
    for (const Axis &part : to.axes)
      if (part.role == axis.role && part.isInner() &&
          !ShapedType::isDynamic(extent))
        extent /= part.factor;
    result.push_back(extent);
  }
  return result;
}

} // namespace dsp::relay
