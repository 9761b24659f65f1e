//===- DspCovers.td - Which front ops a kernel stands for --*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A cover is a tree of front ops, the root first, as in DRR:
//
//   (Relay_ReluOp (Relay_BiasAddOp (Relay_Conv2DOp $input, $filter, …), $bias, …))
//
// First come the op's operands, in order: `$name` binds one to the kernel's
// operand of that name (used twice: both must be the same value), a nested op
// must have made it and nobody else may read it, `Absent` says that an optional
// one is not there. Then, in any order and by name, its attributes:
//
//   $strides                     it becomes the kernel's attribute `strides`
//   (To<"act_min">):$a_min       it becomes the kernel's attribute `act_min`
//   (Is<"\"HWC\"">):$layout      it must equal this C++ value
//   (AttrWhere<…>):$axis         a condition of your own
//   (Layout $input):$data_layout it states the layout of this argument, which
//                                the argument's type states as well
//   (Ignored<"why">):$channels   it does not matter, for this reason
//
// An attribute that a cover does not mention is an error in the record: no
// kernel gets an op whose attributes it would silently drop.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_DSPCOVERS_TD
#define DSP_DIALECT_DSP_IR_DSPCOVERS_TD

/// An operand of the front op that must be absent.
def Absent;

class Dsp_AttrRule;

/// The attribute becomes the kernel's attribute `name`.
class To<string name> : Dsp_AttrRule {
  string target = name;
}

/// The attribute states the layout of the argument that follows.
def Layout : Dsp_AttrRule;

/// The attribute has no influence on what the kernel must do.
class Ignored<string why> : Dsp_AttrRule {
  string reason = why;
}

/// The attribute must satisfy a condition: `$_self` is its plain value, `$_op`
/// the front op.
class AttrWhere<string text, string condition> : Dsp_AttrRule {
  string sentence = text;
  string expr = condition;
}
/// The attribute must equal a C++ value.
class Is<string value>
    : AttrWhere<"must be " # value, "$_self == " # value>;
/// A string attribute must be this one.
class IsString<string value>
    : AttrWhere<"must be '" # value # "'", "$_self == \"" # value # "\"">;
/// The elements of a list must all be `value`.
class AllAre<int value>
    : AttrWhere<"must be all " # value, "allOneOf($_self, {" # value # "})">;
/// An axis attribute must mean dimension `d` of the op's first operand; both may
/// count from the end.
class AxisIs<int d>
    : AttrWhere<!if(!eq(d, -1), "must be the last axis", "must be axis " # d),
                "isAxis($_self, " # d # ", $_op->getOperand(0))">;

/// A kernel attribute that the cover gives a value: `value` is a C++ expression
/// over the kernel's bound `$name`s.
class Set<string attribute, string valueExpr> {
  string attr = attribute;
  string value = valueExpr;
}

class Covers<dag tree, list<Set> sets = [], int extra = 0> {
  dag source = tree;
  list<Set> settings = sets;
  /// Raises or lowers this cover among those of equal size.
  int extraBenefit = extra;
}

#endif // DSP_DIALECT_DSP_IR_DSPCOVERS_TD
