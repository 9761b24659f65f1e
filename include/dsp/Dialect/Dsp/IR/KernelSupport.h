//===- KernelSupport.h - Whether a kernel takes its arguments ---*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_KERNELSUPPORT_H
#define DSP_DIALECT_DSP_IR_KERNELSUPPORT_H

#include "dsp/Dialect/Dsp/IR/KernelArgs.h"
#include "dsp/Dialect/Dsp/IR/KernelInfo.h"
#include <string>

namespace dsp {

/// Something that keeps a kernel from taking an op.
struct Reason {
  /// The constraint's label, or the name of the argument at fault.
  StringRef label;
  /// What is asked for, one sentence.
  std::string sentence;
  /// What was found instead, "" where there is nothing to show.
  std::string actual;
};

raw_ostream &operator<<(raw_ostream &os, const Reason &reason);

/// The kernel's support predicate. Without `reasons` it stops at the first
/// failure and builds no text; with them it collects all.
bool supports(const KernelInfo &kernel, const KernelArgs &args,
              SmallVectorImpl<Reason> *reasons);

/// The same for the kernels of a lowering whose own arguments are `args`;
/// nothing is made.
bool supportsSteps(const KernelInfo &lowering, const KernelArgs &args,
                   Operation *root, SmallVectorImpl<Reason> *reasons);

/// Whether the target of `op`'s module has what the kernel needs.
bool meetsNeeds(const KernelInfo &kernel, Operation *op,
                SmallVectorImpl<Reason> *reasons);

/// Verifier of kernel ops: the support predicate on the op's own arguments.
LogicalResult verifyKernel(Operation *op, const KernelInfo &kernel);

} // namespace dsp

#endif // DSP_DIALECT_DSP_IR_KERNELSUPPORT_H
