//===- ArenaPool.h - The memory that the arena is in ------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_ARENAPOOL_H
#define DSP_DIALECT_DSP_IR_ARENAPOOL_H

#include "dsp/Dialect/Dsp/IR/KernelInfo.h"

namespace dsp {

/// On a module: the pool that the arena is taken from, as users state it,
/// {name = "tcm", size = 65536 : i64, align = 16 : i64}.
inline constexpr StringLiteral kArenaPoolAttr("dsp.arena");

struct ArenaPool {
  /// "" if nothing is known: kernels can't rely on any memory then.
  StringRef name = "";
  /// In bytes.
  uint64_t size = INT64_MAX;
  uint64_t alignment = 1;
};

/// The pool of the module that holds `op`.
ArenaPool arenaPool(Operation *op);

/// Checks a kArenaPoolAttr.
LogicalResult verifyArenaPool(Operation *op, Attribute attr);

DictionaryAttr makeArenaPoolAttr(mlir::MLIRContext *context,
                                 const ArenaPool &pool);

} // namespace dsp

#endif // DSP_DIALECT_DSP_IR_ARENAPOOL_H
