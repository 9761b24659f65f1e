// Faults in covers that stand for several trees, in what kernels need, and in
// sequences of kernels, each refused at its line and column.
//
// RUN: %python %S/Inputs/check_errors.py %tblgen_includes %s

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"

def Acme : Dsp_Library<"acme"> {
  let options = [Dsp_Option<"simd", "0", "a vector unit">];
}

class Binary<string name, int id> : Dsp_Kernel<Acme, name, id> {
  let summary = "some function of two tensors";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$a, Dsp_Tensor<Dsp_F32>:$b,
                       DefaultValuedAttr<I64Attr, "0">:$mode);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $a), (In<> $b), (Scalar<"int"> $mode), (Out<> $output));
}

//===----------------------------------------------------------------------===//
// Covers
//===----------------------------------------------------------------------===//

#ifdef UNKNOWN_OPTION
def Acme_AddOp : Dsp_Kernel<Acme, "add", 1> {
  let summary = "an attribute that no option gives a value";
// UNKNOWN-OPTION: errors.td:[[#@LINE+1]]:7: error: library 'acme' has no option 'mac4'
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$a, Dsp_OptionAttr<"mac4">:$mac4);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $a), (Expr<"int", "$mac4 == \"1\"">):$mac4, (Out<> $output));
}
#endif

#ifdef EITHER_OF_THREE
def Acme_AddOp : Binary<"add", 1> {
// EITHER-OF-THREE: errors.td:[[#@LINE+1]]:7: error: Either must be given two operands, found 3
  let covers = [Covers<(Relay_AddOp (Either $a, $b, $b))>];
}
#endif

#ifdef OPTIONALLY_NOTHING
def Acme_AddOp : Binary<"add", 1> {
// OPTIONALLY-NOTHING: errors.td:[[#@LINE+1]]:7: error: Optionally must be given an op with operands, found
  let covers = [Covers<(Relay_AddOp (Optionally $a), $b)>];
}
#endif

#ifdef OPTIONALLY_SET
def Acme_AddOp : Binary<"add", 1> {
// OPTIONALLY-SET: errors.td:[[#@LINE+1]]:7: error: Optionally takes Set<...> behind its op, found 'Absent'
  let covers = [Covers<(Optionally (Relay_ReluOp (Relay_AddOp $a, $b)), Absent)>];
}
#endif

#ifdef OPTIONALLY_ROOT
def Acme_ReluOp : Binary<"relu", 1> {
// OPTIONALLY-ROOT: errors.td:[[#@LINE+1]]:7: error: a cover's root must be a front op, found '?'
  let covers = [Covers<(Optionally (Relay_ReluOp $a))>];
}
#endif

#ifdef TOO_MANY_TREES
def Acme_AddOp : Binary<"add", 1> {
  defvar a1 = (Relay_AddOp (Either (Optionally (Relay_ReluOp $a)), (Optionally (Relay_ReluOp $b))));
  defvar a2 = (Relay_AddOp (Either a1, (Optionally (Relay_ReluOp $b))));
  defvar a3 = (Relay_AddOp (Either a2, (Optionally (Relay_ReluOp $b))));
// TOO-MANY-TREES: errors.td:[[#@LINE+1]]:7: error: the cover stands for more than 64 trees; write those that are meant
  let covers = [Covers<a3>];
}
#endif

#ifdef IGNORED_OPERAND_REASON
def Acme_PadOp : Binary<"pad", 1> {
// IGNORED-OPERAND-REASON: errors.td:[[#@LINE+1]]:7: error: ignoring operand 'pad_val' needs a reason
  let covers = [Covers<(Relay_PadOp $a, (IgnoredOperand<"">), (Ignored<"x">):$pad_width, (Ignored<"x">):$pad_mode)>];
}
#endif

#ifdef NO_SUCH_RESULT
def Acme_AddOp : Binary<"add", 1> {
// NO-SUCH-RESULT: errors.td:[[#@LINE+1]]:7: error: 'relay.nn.relu' has 1 results, the cover asks for number 1
  let covers = [Covers<(Relay_AddOp $b, (ResultOf<1> (Relay_ReluOp $a)))>];
}
#endif

#ifdef RESULT_OF_NOTHING
def Acme_AddOp : Binary<"add", 1> {
// RESULT-OF-NOTHING: errors.td:[[#@LINE+1]]:7: error: ResultOf must be given a front op, found
  let covers = [Covers<(Relay_AddOp $b, (ResultOf<1> $a))>];
}
#endif

#ifdef NAME_TAKEN
def Acme_AddOp : Binary<"add", 1> {
// NAME-TAKEN: errors.td:[[#@LINE+1]]:7: error: the name '$b' of an op within the cover is taken
  let covers = [Covers<(Relay_AddOp (Relay_ReluOp $a):$b, $b)>];
}
#endif

#ifdef NAME_UNKNOWN
def Acme_AddOp : Binary<"add", 1> {
// NAME-UNKNOWN: errors.td:[[#@LINE+1]]:7: error: '$d' is no operand of 'add'; 'relay.multiply' takes 2 operands first
  let covers = [Covers<(Relay_MultiplyOp (Relay_AddOp $a, $b):$c, $d)>];
}
#endif

#ifdef MATCHER_MISSING
def Acme_ClipOp : Binary<"clip", 1> {
// MATCHER-MISSING: errors.td:[[#@LINE+1]]:7: error: attribute 'a_min' of 'relay.clip' is left to a matcher, but there is none; see CoversBy
  let covers = [Covers<(Relay_ClipOp $a, (ByMatcher):$a_min, (Is<"6.0">):$a_max)>];
}
#endif

#ifdef MATCHER_UNEXPLAINED
def Acme_ClipOp : Binary<"clip", 1> {
// MATCHER-UNEXPLAINED: errors.td:[[#@LINE+1]]:7: error: CoversBy needs the name of a C++ function and what it looks at
  let covers = [CoversBy<(Relay_ClipOp $a, (ByMatcher):$a_min, (ByMatcher):$a_max), "acme::match", "">];
}
#endif

#ifdef MATCHER_DROPS_ATTR
def Acme_ClipOp : Binary<"clip", 1> {
// MATCHER-DROPS-ATTR: errors.td:[[#@LINE+1]]:7: error: attribute 'a_max' of 'relay.clip' is dropped
  let covers = [CoversBy<(Relay_ClipOp $a, (ByMatcher):$a_min), "acme::match", "whatever">];
}
#endif

#ifdef BOUND_AND_SET
def Acme_ClipOp : Binary<"take", 1> {
// BOUND-AND-SET: errors.td:[[#@LINE+1]]:7: error: attribute 'mode' is bound and set
  let covers = [Covers<(Relay_BiasAddOp $a, $b, (To<"mode">):$axis), [Set<"mode", "1">]>];
}
#endif

#ifdef SET_UNKNOWN
def Acme_AddOp : Binary<"add", 1> {
// SET-UNKNOWN: errors.td:[[#@LINE+1]]:7: error: Set: 'add' has no attribute 'act'
  let covers = [Covers<(Relay_AddOp $a, $b), [Set<"act", "1">]>];
}
#endif

#ifdef ATTR_TWICE
def Acme_BiasAddOp : Binary<"bias_add", 1> {
// ATTR-TWICE: errors.td:[[#@LINE+1]]:7: error: attribute 'axis' of 'relay.nn.bias_add' is spoken of twice
  let covers = [Covers<(Relay_BiasAddOp $a, $b, (AxisIs<1>):$axis, (Is<"1">):$axis)>];
}
#endif

//===----------------------------------------------------------------------===//
// Needs, cost, constraints
//===----------------------------------------------------------------------===//

#ifdef NEED_UNKNOWN
def Acme_AddOp : Binary<"add", 1> {
// NEED-UNKNOWN: errors.td:[[#@LINE+1]]:7: error: library 'acme' has no option 'mac4'
  let needs = [Dsp_Need<"mac4">];
}
#endif

#ifdef COST_UNKNOWN
def Acme_AddOp : Binary<"add", 1> {
// COST-UNKNOWN: errors.td:[[#@LINE+1]]:7: error: '$input' is no argument or result of 'add'
  let cost = "numElements($input)";
}
#endif

#ifdef CONSTRAINT_OF_NOTHING
class Constrained<list<Dsp_Require> reqs> : Dsp_Kernel<Acme, "add", 1, reqs> {
  let summary = "sum";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$a);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $a), (Out<> $output));
}
// CONSTRAINT-OF-NOTHING: errors.td:[[#@LINE+1]]:31: error: constraint 'C1' speaks of no $name of the record
def Acme_AddOp : Constrained<[Dsp_Require<"C1", "the moon must be full", "moonIsFull()">]>;
#endif

#ifdef SHOWN_UNKNOWN
class Constrained<list<Dsp_Require> reqs> : Dsp_Kernel<Acme, "add", 1, reqs> {
  let summary = "sum";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$a);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $a), (Out<> $output));
}
// SHOWN-UNKNOWN: errors.td:[[#@LINE+1]]:31: error: '$b' is no argument or result of 'add'
def Acme_AddOp : Constrained<[Dsp_Require<"C1", "'a' must be a vector", "rank($a) == 1", ["rank($b)"]>]>;
#endif

//===----------------------------------------------------------------------===//
// Sequences of kernels
//===----------------------------------------------------------------------===//

def Acme_MaxOp : Dsp_Kernel<Acme, "max", 0x10> {
  let summary = "largest element of each row";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, I64Attr:$keep);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$output);
  let cCall = (CCall (In<> $input), (Scalar<"int"> $keep), (Out<> $output));
}
def Acme_JoinOp : Dsp_Kernel<Acme, "join", 0x11> {
  let summary = "tensors one behind the other";
  let arguments = (ins Variadic<Dsp_Tensor<Dsp_F32>>:$inputs);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $inputs), (Count<> $inputs):$count, (Out<> $output));
}

class Softmax<string name> : Dsp_Lowering<Acme, name> {
  let summary = "softmax in steps";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$output);
  let covers = [Covers<(Relay_SoftmaxOp $input, (AxisIs<-1>):$axis)>];
}

#ifdef NO_STEPS
def Acme_SoftmaxSteps : Softmax<"softmax"> {
// NO-STEPS: errors.td:[[#@LINE+1]]:7: error: lowering 'softmax' lists no steps
  let steps = [];
}
#endif

#ifdef STEP_NO_KERNEL
def Acme_SoftmaxSteps : Softmax<"softmax"> {
// STEP-NO-KERNEL: errors.td:[[#@LINE+1]]:7: error: expected a kernel of the library, found 'Relay_ReluOp'
  let steps = [Dsp_Step<(Relay_ReluOp $input), (outs $output)>];
}
#endif

#ifdef STEP_FEW_OPERANDS
def Acme_SoftmaxSteps : Softmax<"softmax"> {
// STEP-FEW-OPERANDS: errors.td:[[#@LINE+1]]:7: error: kernel 'max' has 1 operands, the step gives 0
  let steps = [Dsp_Step<(Acme_MaxOp), (outs $output)>];
}
#endif

#ifdef STEP_OPERAND_UNKNOWN
def Acme_SoftmaxSteps : Softmax<"softmax"> {
// STEP-OPERAND-UNKNOWN: errors.td:[[#@LINE+1]]:7: error: '$max' is neither an operand of 'softmax' nor made by an earlier step
  let steps = [Dsp_Step<(Acme_MaxOp $max, (Value<"1">):$keep), (outs $output)>];
}
#endif

#ifdef STEP_OPERAND_ABSENT
def Acme_SoftmaxSteps : Softmax<"softmax"> {
// STEP-OPERAND-ABSENT: errors.td:[[#@LINE+1]]:7: error: operand 'input' of kernel 'max' can't be absent
  let steps = [Dsp_Step<(Acme_MaxOp Absent, (Value<"1">):$keep), (outs $output)>];
}
#endif

#ifdef STEP_VARIADIC
def Acme_SoftmaxSteps : Softmax<"softmax"> {
// STEP-VARIADIC: errors.td:[[#@LINE+1]]:7: error: operand 'inputs' of kernel 'join' is variadic; steps pass single tensors
  let steps = [Dsp_Step<(Acme_JoinOp $input), (outs $output)>];
}
#endif

#ifdef STEP_ATTR_MISSING
def Acme_SoftmaxSteps : Softmax<"softmax"> {
// STEP-ATTR-MISSING: errors.td:[[#@LINE+1]]:7: error: the step gives attribute 'keep' of kernel 'max' no value, and it has no default
  let steps = [Dsp_Step<(Acme_MaxOp $input), (outs $output)>];
}
#endif

#ifdef STEP_ATTR_UNKNOWN
def Acme_SoftmaxSteps : Softmax<"softmax"> {
// STEP-ATTR-UNKNOWN: errors.td:[[#@LINE+1]]:7: error: kernel 'max' has no attribute 'axis'
  let steps = [Dsp_Step<(Acme_MaxOp $input, (Value<"1">):$axis), (outs $output)>];
}
#endif

#ifdef STEP_ATTR_TWICE
def Acme_SoftmaxSteps : Softmax<"softmax"> {
// STEP-ATTR-TWICE: errors.td:[[#@LINE+1]]:7: error: attribute 'keep' of kernel 'max' is given twice
  let steps = [Dsp_Step<(Acme_MaxOp $input, (Value<"1">):$keep, (Value<"2">):$keep), (outs $output)>];
}
#endif

#ifdef STEP_RESULTS
def Acme_SoftmaxSteps : Softmax<"softmax"> {
// STEP-RESULTS: errors.td:[[#@LINE+1]]:7: error: kernel 'max' has 1 results, the step names 2
  let steps = [Dsp_Step<(Acme_MaxOp $input, (Value<"1">):$keep), (outs $output, $more)>];
}
#endif

#ifdef STEP_TEMP_UNTYPED
def Acme_SoftmaxSteps : Softmax<"softmax"> {
// STEP-TEMP-UNTYPED: errors.td:[[#@LINE+1]]:7: error: '$max' is no result of 'softmax'; an intermediate is a (Dsp_Temp<...>):$max
  let steps = [Dsp_Step<(Acme_MaxOp $input, (Value<"1">):$keep), (outs $max)>];
}
#endif

#ifdef STEP_NO_RESULT
def Acme_SoftmaxSteps : Softmax<"softmax"> {
// STEP-NO-RESULT: errors.td:[[#@LINE+1]]:7: error: no step computes result 'output'
  let steps = [Dsp_Step<(Acme_MaxOp $input, (Value<"1">):$keep), (outs (Dsp_Temp<Dsp_F32, "shape($input)">):$max)>];
}
#endif

#ifdef STEP_RESULT_TWICE
def Acme_SoftmaxSteps : Softmax<"softmax"> {
// STEP-RESULT-TWICE: errors.td:[[#@LINE+1]]:7: error: result 'output' is computed twice
  let steps = !listsplat(Dsp_Step<(Acme_MaxOp $input, (Value<"1">):$keep), (outs $output)>, 2);
}
#endif

#ifdef STEP_SHAPE_UNKNOWN
def Acme_SoftmaxSteps : Softmax<"softmax"> {
// STEP-SHAPE-UNKNOWN: errors.td:[[#@LINE+1]]:7: error: '$x' is no argument or result of 'softmax'
  let steps = [Dsp_Step<(Acme_MaxOp $input, (Value<"1">):$keep), (outs (Dsp_Temp<Dsp_F32, "shape($x)">):$max)>];
}
#endif

#ifdef LOWERING_DROPS_ATTR
def Acme_SoftmaxSteps : Softmax<"softmax"> {
  let steps = [Dsp_Step<(Acme_MaxOp $input, (Value<"1">):$keep), (outs $output)>];
// LOWERING-DROPS-ATTR: errors.td:[[#@LINE+1]]:7: error: attribute 'axis' of 'relay.nn.softmax' is dropped
  let covers = [Covers<(Relay_SoftmaxOp $input)>];
}
#endif

#ifdef LOWERING_COVERS_NOTHING
def Acme_SoftmaxSteps : Softmax<"softmax"> {
  let steps = [Dsp_Step<(Acme_MaxOp $input, (Value<"1">):$keep), (outs $output)>];
// LOWERING-COVERS-NOTHING: errors.td:[[#@LINE+1]]:7: error: a lowering needs front ops that it covers
  let covers = [];
}
#endif

#ifdef LOWERING_UNUSED_OPERAND
def Acme_SoftmaxSteps : Softmax<"softmax"> {
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, Dsp_Tensor<Dsp_F32, [2]>:$unused);
// LOWERING-UNUSED-OPERAND: errors.td:[[#@LINE+1]]:7: error: operand 'unused' is neither passed to a step nor constrained
  let steps = [Dsp_Step<(Acme_MaxOp $input, (Value<"1">):$keep), (outs $output)>];
}
#endif

#ifdef LOWERING_NAME_TAKEN
// LOWERING-NAME-TAKEN: errors.td:[[#@LINE+1]]:5: error: the kernel name 'max' is taken
def Acme_MaxSteps : Softmax<"max"> {
  let steps = [Dsp_Step<(Acme_MaxOp $input, (Value<"1">):$keep), (outs $output)>];
}
#endif
