//===- PortableRoles.td - How records describe its calls ---*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLEROLES_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLEROLES_TD

include "dsp/Libraries/portable/PortableBase.td"

//===----------------------------------------------------------------------===//
// Parameters
//===----------------------------------------------------------------------===//

/// A tensor seen from one of its axes, the one that attribute `axis` names: the
/// product of the dimensions before it, its size, the product of those after it.
class Portable_Outer<string axis>
    : Expr<"int32_t", "dimProduct($_self, 0, normalizeAxis($" # axis # ", $_self))">;
class Portable_Axis<string axis> : Expr<"int32_t", "dim($_self, $" # axis # ")">;
class Portable_Inner<string axis>
    : Expr<"int32_t", "dimProduct($_self, normalizeAxis($" # axis # ", $_self) + 1, "
                      # "rank($_self))">;

//===----------------------------------------------------------------------===//
// Requirements
//===----------------------------------------------------------------------===//

/// Attribute `axis` names an axis of tensor `v`.
class Portable_HasAxis<string label, string axis, string v>
    : Dsp_Require<label, "'" # axis # "' must be an axis of '" # v # "'",
                  "inRange($" # axis # ", -rank($" # v # "), rank($" # v # ") - 1)",
                  ["$" # axis, "rank($" # v # ")"]>;

/// PORTABLE_MAX_RANK.
class Portable_RankAtMost8<string label, string v>
    : Dsp_Require<label, "'" # v # "' must have at most 8 dimensions",
                  "rank($" # v # ") <= 8", ["rank($" # v # ")"]>;

/// Arrays in C have at least one element.
class Portable_RankInRange<string label, string v>
    : Dsp_Require<label, "'" # v # "' must have 1 to 8 dimensions",
                  "inRange(rank($" # v # "), 1, 8)", ["rank($" # v # ")"]>;

//===----------------------------------------------------------------------===//
// Rules for attributes of front ops
//===----------------------------------------------------------------------===//

defvar portableResultSaysIt = Ignored<"the result's type says it">;
defvar portableOperandSaysIt = Ignored<"the operand's shape says it">;

#endif // DSP_LIBRARIES_PORTABLE_PORTABLEROLES_TD
