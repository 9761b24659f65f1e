//===- Progress.cpp - What a long run is doing ----------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Compiler/Progress.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace dsp;

Progress::Progress()
    : isTerminal(llvm::sys::Process::StandardErrIsDisplayed()),
      begin(std::chrono::steady_clock::now()) {}

void Progress::show(StringRef what) {
  constexpr std::chrono::milliseconds kMoment(700);
  if (!isTerminal || std::chrono::steady_clock::now() - begin < kMoment)
    return;
  clear();
  llvm::errs() << what << " ...";
  isShown = true;
}

void Progress::clear() {
  if (isShown)
    llvm::errs() << "\r\x1b[K";
  isShown = false;
}
