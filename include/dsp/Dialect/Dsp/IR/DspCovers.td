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
// one is not there. `$name` of one of the kernel's attributes asks for a constant,
// whose numbers become the attribute. Then, in any order and by name, come its
// attributes:
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
// kernel gets an op whose attributes it would silently drop. The same holds for
// operands: what the kernel does not read is an IgnoredOperand<"why">.
//
// One tree may stand for several:
//
//   (Relay_AddOp (Either A, B))        A + B, or B + A
//   (Optionally (Relay_ReluOp A))      A, or relu(A)
//   (Optionally (Relay_ReluOp A), Set<"relu", "true">)  …, and says which
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_DSPCOVERS_TD
#define DSP_DIALECT_DSP_IR_DSPCOVERS_TD

/// An operand of the front op that must be absent.
def Absent;

/// An operand of the front op that has no influence on what the kernel must do.
class IgnoredOperand<string why> {
  string reason = why;
}
/// An operand of the front op that must be a constant, all of whose elements are
/// `value`.
class ConstantIs<int value> {
  int number = value;
}
/// `(ResultOf<1> (Relay_SplitOp …))`: another result than the first of an op
/// within the tree.
class ResultOf<int i> {
  int index = i;
}
/// `(Either A, B)`: two operands, in either order.
def Either;
/// `(Optionally (Op A, …), sets…)`: op `Op`, with what the sets give the kernel's
/// attributes, or A alone.
def Optionally;

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

/// The cover's matcher deals with the attribute; see CoversBy.
def ByMatcher : Dsp_AttrRule;

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

/// Relay and the framework that a model comes from may round differently, so
/// that no kernel is exact for both. A cover that says so is taken for models
/// compiled with `--numerics <numericsName>`, with others only as an
/// approximation that the user allows. `text` tells readers what is special, as
/// in "sums are <text>".
class Dsp_Numerics<string numericsName, string text> {
  string name = numericsName;
  string sentence = text;
}
/// Whatever the numerics, the kernel gives the bits that the model means.
def Dsp_AllNumerics : Dsp_Numerics<"", "">;

class Covers<dag tree, list<Set> sets = [], int extra = 0,
             Dsp_Numerics only = Dsp_AllNumerics> {
  dag source = tree;
  list<Set> settings = sets;
  Dsp_Numerics numerics = only;
  /// Raises or lowers this cover among those of equal size.
  int extraBenefit = extra;
}

/// The same, where a tree can't say everything: once the tree has matched,
/// `function` has the last word. It is C++ of type
///   bool (Operation *root, ::dsp::CustomMatch &match)
/// may bind what the tree leaves open, claim further ops, and says why it
/// refuses. `does` describes for readers what it looks at.
class CoversBy<dag tree, string function, string does, list<Set> sets = [],
               int extra = 0> : Covers<tree, sets, extra> {
  string matcher = function;
  string description = does;
}

#endif // DSP_DIALECT_DSP_IR_DSPCOVERS_TD
