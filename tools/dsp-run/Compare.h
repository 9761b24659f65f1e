//===- Compare.h - Got against wanted ---------------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_TOOLS_DSP_RUN_COMPARE_H
#define DSP_TOOLS_DSP_RUN_COMPARE_H

#include "Npz.h"
#include <optional>

namespace dsp {

/// |got - want| <= absolute + relative * |want|; a NaN equals a NaN.
struct Tolerance {
  /// None: 1e-4 for floats and 0 for other types.
  std::optional<double> relative;
  /// None: 1e-6 of the largest wanted magnitude for floats, 0 for other types.
  std::optional<double> absolute;
};

struct Difference {
  size_t count = 0;
  /// The largest |got - want| of all elements.
  double largest = 0;
  /// The first element that differs.
  int64_t first = -1;
};

/// Compares element by element; the shapes must be equal.
Difference compare(const NpyArray &got, const NpyArray &want,
                   Tolerance tolerance);

/// Element `index` as text, with all its digits.
std::string formatElement(const NpyArray &array, int64_t index);
/// "[0, 3, 2]"
std::string formatIndex(ArrayRef<int64_t> shape, int64_t index);

} // namespace dsp

#endif // DSP_TOOLS_DSP_RUN_COMPARE_H
