//===- Progress.h - What a long run is doing --------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_COMPILER_PROGRESS_H
#define DSP_COMPILER_PROGRESS_H

#include "dsp/Support/LLVM.h"
#include <chrono>

namespace dsp {

/// Shows on a terminal, and only there, what a run is doing once it has taken
/// longer than a moment. The line is gone before anything else is printed.
class Progress {
public:
  Progress();
  ~Progress() { clear(); }

  void show(StringRef what);
  void clear();

private:
  bool isTerminal;
  bool isShown = false;
  std::chrono::steady_clock::time_point begin;
};

} // namespace dsp

#endif // DSP_COMPILER_PROGRESS_H
