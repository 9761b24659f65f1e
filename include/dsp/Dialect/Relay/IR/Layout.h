//===- Layout.h - The roles and order of a tensor's axes --------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// NCHW, OHWI, NCHW4c: a letter for the role of each axis. A capital is an axis,
// a number with a small letter is the inner part, of that extent, of the axis
// with the same capital: in NCHW4c, channel c of 32 is at [c / 4] of C and
// [c % 4] of 4c.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_LAYOUT_H
#define DSP_DIALECT_RELAY_IR_LAYOUT_H

#include "dsp/Support/LLVM.h"

#include <optional>
#include <string>

namespace dsp::relay {

class Layout {
public:
  struct Axis {
    /// The role, as a capital.
    char role;
    /// The extent of an inner part; 0 for the axis itself.
    int64_t factor;

    bool isInner() const { return factor != 0; }
    bool operator==(const Axis &other) const {
      return role == other.role && factor == other.factor;
    }
  };

  /// Nothing if `text` is no layout: other characters, a role twice, an inner
  /// part without its axis or without its extent.
  static std::optional<Layout> parse(StringRef text);

  size_t getRank() const { return axes.size(); }
  ArrayRef<Axis> getAxes() const { return axes; }
  std::string str() const;

  bool operator==(const Layout &other) const { return axes == other.axes; }
  bool operator!=(const Layout &other) const { return !(*this == other); }

  /// Where the axis `role` (a capital) is; for a split one, its outer part.
  std::optional<unsigned> find(char role) const;
  bool contains(char role) const { return find(role).has_value(); }

  /// Whether the axis `role` has an inner part.
  bool isSplit(char role) const;
  bool hasSplitAxes() const;

  /// Whether a tensor can be brought from this layout to `other`: both know the
  /// same roles.
  bool isConvertibleTo(const Layout &other) const;

  /// The `axes` of the relay.transpose that goes from this layout to `to`;
  /// nothing if it takes more than a transposition.
  std::optional<SmallVector<int64_t>> permutationTo(const Layout &to) const;

  /// The shape in `to` of a tensor that has `shape` in this layout, the two
  /// being convertible and `shape` of this layout's rank. Unknown extents stay
  /// unknown.
  SmallVector<int64_t> convertShape(ArrayRef<int64_t> shape,
                                    const Layout &to) const;

private:
  SmallVector<Axis, 6> axes;
};

} // namespace dsp::relay

#endif // DSP_DIALECT_RELAY_IR_LAYOUT_H
