//===- SourceOps.h - The front ops behind an op -----------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A location remembers where an op came from: names of the front ops' values
// (NameLoc) and their places in the model's file. When kernels are chosen, each
// front op gets a FusedLoc with {front = <its number>, macs = N, ops =
// ["name"]} around that (FrontOps.h). What stands for several front ops fuses
// theirs.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_UTILS_SOURCEOPS_H
#define DSP_DIALECT_DSP_UTILS_SOURCEOPS_H

#include "dsp/Support/LLVM.h"
#include "mlir/IR/Location.h"

namespace dsp {

inline constexpr StringLiteral kFrontKey("front");
inline constexpr StringLiteral kMacsKey("macs");
inline constexpr StringLiteral kOpsKey("ops");

/// One place in the model.
struct SourcePlace {
  /// The user's name, "" if there is none.
  StringRef name;
  StringRef file;
  unsigned line = 0;
  unsigned column = 0;
};

struct SourceOps {
  /// Front ops in the order of computation ("nn.conv2d"); may be empty.
  SmallVector<StringRef, 2> ops;
  /// Their numbers, ascending; none where front ops were never numbered.
  SmallVector<int64_t, 2> ids;
  /// The places that the location lists.
  SmallVector<SourcePlace, 2> places;
  /// Multiply-accumulates of one inference.
  int64_t macs = 0;

  /// The name of the value that the op computes.
  StringRef name() const;
};

SourceOps getSourceOps(Location loc);

/// Whether the location itself says the number of a front op.
bool isMarkedFrontOp(Location loc);

} // namespace dsp

#endif // DSP_DIALECT_DSP_UTILS_SOURCEOPS_H
