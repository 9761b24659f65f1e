//===- KernelCall.h - What a kernel op's call needs -------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_UTILS_KERNELCALL_H
#define DSP_DIALECT_DSP_UTILS_KERNELCALL_H

#include "dsp/Dialect/Dsp/IR/KernelInfo.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

namespace dsp {

/// Bytes of one element in memory: a bool takes one. None for types that C has
/// no array of (int4, complex, quantised).
std::optional<uint64_t> elementBytes(Type elementType);

/// Bytes of a tensor of static shape; none if its elements have no C type or
/// the product overflows.
std::optional<uint64_t> tensorBytes(Type type);

/// Calls `visit` on each argument and on the fields of struct arguments, in the
/// order of the prototype.
void forEachArg(ArrayRef<CArg> args,
                llvm::function_ref<void(const CArg &)> visit);

/// Calls `visit` on each argument of the functions that a run calls.
void forEachRunArg(const KernelInfo &kernel,
                   llvm::function_ref<void(const CArg &)> visit);

/// Memory that a kernel wants for the time of its call.
struct ScratchNeed {
  uint64_t bytes;
  uint32_t alignment;
};

/// The scratch arguments of a kernel op, in the order of its functions and
/// their prototypes. A need of no bytes is listed too.
SmallVector<ScratchNeed, 1> scratchNeeds(Operation *op);

/// Pairs of an operand and a result that the kernel may be given one buffer
/// for. Absent operands and the members of variadic ones are not among them.
SmallVector<std::pair<mlir::OpOperand *, Value>, 1> inPlacePairs(Operation *op);

/// The source of a chain of dsp.view ops: the value whose buffer `value` is in.
Value viewSource(Value value);

} // namespace dsp

#endif // DSP_DIALECT_DSP_UTILS_KERNELCALL_H
