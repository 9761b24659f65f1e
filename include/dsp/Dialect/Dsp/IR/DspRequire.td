//===- DspRequire.td - What a kernel asks of its arguments -*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A requirement has a label by which tests, reports and docs know it, one
// sentence for the user, a C++ condition over `$name`s (see DspRoles.td), and
// the expressions whose values the user should see when it fails. It is not
// evaluated where one of its `$name`s has the wrong type or is absent: that is a
// reason of its own.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_DSPREQUIRE_TD
#define DSP_DIALECT_DSP_IR_DSPREQUIRE_TD

class Dsp_Require<string constraintLabel, string text, string condition,
                  list<string> shown = []> {
  string label = constraintLabel;
  string sentence = text;
  string expr = condition;
  list<string> show = shown;
}

/// Dimension `d` of tensor `v` is a multiple of `n`.
class Dsp_DimMultipleOf<string l, string v, int d, int n>
    : Dsp_Require<l, "dimension " # d # " of '" # v # "' must be a multiple of " # n,
                  "dim($" # v # ", " # d # ") % " # n # " == 0",
                  ["dim($" # v # ", " # d # ")"]> {
  assert !gt(n, 0), "a dimension must be a multiple of something positive, found " # n;
}

/// Dimension `d` of tensor `v` lies in [low, high].
class Dsp_DimInRange<string l, string v, int d, int low, int high>
    : Dsp_Require<l, "dimension " # d # " of '" # v # "' must be in " # low # " … " # high,
                  "inRange(dim($" # v # ", " # d # "), " # low # ", " # high # ")",
                  ["dim($" # v # ", " # d # ")"]> {
  assert !le(low, high), "no number lies in " # low # " … " # high;
}

/// Dimension `i` of tensor `a` equals dimension `j` of tensor `b`.
class Dsp_SameDim<string l, string a, int i, string b, int j>
    : Dsp_Require<l, "dimension " # i # " of '" # a # "' must equal dimension " # j # " of '" # b # "'",
                  "dim($" # a # ", " # i # ") == dim($" # b # ", " # j # ")",
                  ["dim($" # a # ", " # i # ")", "dim($" # b # ", " # j # ")"]>;

/// Tensors `a` and `b` have one shape.
class Dsp_SameShape<string l, string a, string b>
    : Dsp_Require<l, "'" # a # "' and '" # b # "' must have one shape",
                  "shape($" # a # ") == shape($" # b # ")",
                  ["shape($" # a # ")", "shape($" # b # ")"]>;

/// Tensors `a` and `b` have one element type.
class Dsp_SameElementType<string l, string a, string b>
    : Dsp_Require<l, "'" # a # "' and '" # b # "' must have one element type",
                  "elementName($" # a # ") == elementName($" # b # ")",
                  ["elementName($" # a # ")", "elementName($" # b # ")"]>;

/// Tensor `v` is known at compile time.
class Dsp_IsConstant<string l, string v>
    : Dsp_Require<l, "'" # v # "' must be constant", "isConstant($" # v # ")">;

/// Attribute `a` is one of the numbers.
class Dsp_OneOf<string l, string a, list<int> values>
    : Dsp_Require<l, "'" # a # "' must be " # !interleave(values, " or "),
                  "isOneOf($" # a # ", {" # !interleave(values, ", ") # "})",
                  ["$" # a]>;

/// Every element of list attribute `a` is one of the numbers.
class Dsp_AllOneOf<string l, string a, list<int> values>
    : Dsp_Require<l, "every element of '" # a # "' must be " # !interleave(values, " or "),
                  "allOneOf($" # a # ", {" # !interleave(values, ", ") # "})",
                  ["$" # a]>;

#endif // DSP_DIALECT_DSP_IR_DSPREQUIRE_TD
