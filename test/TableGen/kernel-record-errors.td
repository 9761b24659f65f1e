// Every fault of a kernel record is reported at its line and column.
//
// RUN: %python %S/Inputs/check_errors.py %tblgen_includes %s

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"

def Acme : Dsp_Library<"acme"> {
  let idRange = [0x10, 0x1F];
}

// What the cases have in common: a kernel for relay.nn.softmax.
class Softmax<string name, int id, list<Dsp_Require> reqs = [], list<Trait> traits = []>
    : Dsp_Kernel<Acme, name, id, reqs, traits> {
  let summary = "softmax over the last axis";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, I64Attr:$axis);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $input), (Scalar<"int32_t"> $axis), (Out<> $output));
}

#ifdef DROPPED_ATTR
// DROPPED-ATTR: errors.td:[[#@LINE+3]]:7: error: attribute 'axis' of 'relay.nn.softmax' is dropped: bind it, constrain it, or give a reason with (Ignored<"...">):$axis
// DROPPED-ATTR: note: in kernel record 'Acme_SoftmaxOp'
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
  let covers = [Covers<(Relay_SoftmaxOp $input), [Set<"axis", "-1">]>];
}
#endif

#ifdef IGNORED_WITHOUT_REASON
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// IGNORED-WITHOUT-REASON: errors.td:[[#@LINE+1]]:7: error: ignoring attribute 'axis' needs a reason
  let covers = [Covers<(Relay_SoftmaxOp $input, Ignored<"">:$axis), [Set<"axis", "-1">]>];
}
#endif

#ifdef UNKNOWN_FRONT_ATTR
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// UNKNOWN-FRONT-ATTR: errors.td:[[#@LINE+1]]:7: error: 'relay.nn.softmax' has no attribute 'beta'
  let covers = [Covers<(Relay_SoftmaxOp $input, $axis, Is<"1">:$beta)>];
}
#endif

#ifdef UNKNOWN_TARGET
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// UNKNOWN-TARGET: errors.td:[[#@LINE+1]]:7: error: attribute 'axis' of 'relay.nn.softmax' can't be bound: 'softmax' has no attribute 'dim'
  let covers = [Covers<(Relay_SoftmaxOp $input, To<"dim">:$axis)>];
}
#endif

#ifdef WRONG_ATTR_TYPE
def Acme_ClipOp : Softmax<"clip", 0x10> {
// WRONG-ATTR-TYPE: errors.td:[[#@LINE+1]]:7: error: attribute 'a_min' of 'relay.clip' is a ::mlir::FloatAttr, attribute 'axis' of 'clip' a ::mlir::IntegerAttr
  let covers = [Covers<(Relay_ClipOp $input, To<"axis">:$a_min, Is<"6.0">:$a_max)>];
}
#endif

#ifdef UNBOUND_OPERAND
def Acme_AddOp : Dsp_Kernel<Acme, "add", 0x10> {
  let summary = "sum";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$lhs, Dsp_Tensor<Dsp_F32>:$rhs);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $lhs), (In<> $rhs), (Out<> $output));
// UNBOUND-OPERAND: errors.td:[[#@LINE+1]]:7: error: cover relay.nn.relu binds no value to operand 'rhs'
  let covers = [Covers<(Relay_ReluOp $lhs)>];
}
#endif

#ifdef UNBOUND_ATTR
def Acme_ReluOp : Softmax<"relu", 0x10> {
// UNBOUND-ATTR: errors.td:[[#@LINE+1]]:7: error: cover relay.nn.relu gives attribute 'axis' no value, and it has no default
  let covers = [Covers<(Relay_ReluOp $input)>];
}
#endif

#ifdef NOT_A_FRONT_OP
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// NOT-A-FRONT-OP: errors.td:[[#@LINE+1]]:7: error: expected a front op such as Relay_AddOp, found 'CCall'
  let covers = [Covers<(CCall $input)>];
}
#endif

#ifdef FEW_OPERANDS
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// FEW-OPERANDS: errors.td:[[#@LINE+1]]:7: error: 'relay.add' has 2 operands, the cover gives 1
  let covers = [Covers<(Relay_AddOp $input)>];
}
#endif

#ifdef DUPLICATE_ID
// DUPLICATE-ID: errors.td:[[#@LINE+3]]:5: error: kernel ID 16 is taken
// DUPLICATE-ID: errors.td:[[#@LINE+1]]:5: note: first used here, by 'b'
def Acme_BOp : Softmax<"b", 0x10>;
def Acme_AOp : Softmax<"a", 0x10>;
#endif

#ifdef ID_OUT_OF_RANGE
// ID-OUT-OF-RANGE: errors.td:[[#@LINE+1]]:5: error: kernel ID 32 is outside the library's idRange [16, 31]
def Acme_SoftmaxOp : Softmax<"softmax", 0x20>;
#endif

#ifdef NOT_PASSED
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// NOT-PASSED: errors.td:[[#@LINE+1]]:7: error: attribute 'axis' is neither passed to 'acme_softmax' nor constrained
  let cCall = (CCall (In<> $input), (Out<> $output));
}
#endif

#ifdef UNKNOWN_ARGUMENT
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// UNKNOWN-ARGUMENT: errors.td:[[#@LINE+1]]:7: error: '$axes' is no argument or result of 'softmax'
  let cCall = (CCall (In<> $input), (Scalar<"int32_t"> $axes), (Out<> $output));
}
#endif

#ifdef IN_ON_RESULT
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// IN-ON-RESULT: errors.td:[[#@LINE+1]]:7: error: 'output' is not an operand of 'softmax'
  let cCall = (CCall (In<> $input), (Scalar<"int32_t"> $axis), (In<> $output));
}
#endif

#ifdef NAMELESS_PARAM
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// NAMELESS-PARAM: errors.td:[[#@LINE+1]]:7: error: parameter '(anonymous_{{[0-9]+}})' needs a C name: write it behind a colon
  let cCall = (CCall (In<> $input), (Expr<"int32_t", "$axis">), (Out<> $output));
}
#endif

#ifdef DUPLICATE_PARAM
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// DUPLICATE-PARAM: errors.td:[[#@LINE+1]]:7: error: the C name 'n' is given twice
  let cCall = (CCall (In<> $input):$n, (Scalar<"int32_t"> $axis):$n, (Out<> $output));
}
#endif

#ifdef NO_ENUMERATORS
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// NO-ENUMERATORS: errors.td:[[#@LINE+1]]:7: error: parameter 'order' needs the names of its enumerators
  let cCall = (CCall (In<> $input), (Enumerator<"acme_order", []> $axis):$order, (Out<> $output));
}
#endif

#ifdef BAD_ALIGNMENT
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// BAD-ALIGNMENT: errors.td:[[#@LINE+1]]:7: error: the alignment of 'input' must be a power of two, found 12
  let cCall = (CCall (In<12> $input), (Scalar<"int32_t"> $axis), (Out<> $output));
}
#endif

#ifdef NOT_A_ROLE
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// NOT-A-ROLE: errors.td:[[#@LINE+1]]:7: error: expected a role such as (In<> $input), found '?'
  let cCall = (CCall $input, (Scalar<"int32_t"> $axis), (Out<> $output));
}
#endif

#ifdef OPAQUE_TYPE
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// OPAQUE-TYPE: errors.td:[[#@LINE+1]]:7: error: the type of 'input' must be a Dsp_Tensor, whose C type is known; found AnyTensor
  let arguments = (ins AnyTensor:$input, I64Attr:$axis);
}
#endif

#ifdef UNKNOWN_IN_CONSTRAINT
// UNKNOWN-IN-CONSTRAINT: errors.td:[[#@LINE+1]]:48: error: '$filter' is no argument or result of 'softmax'
def Acme_SoftmaxOp : Softmax<"softmax", 0x10, [Dsp_DimMultipleOf<"C1", "filter", 0, 4>]>;
#endif

#ifdef DUPLICATE_LABEL
// DUPLICATE-LABEL: errors.td:[[#@LINE+1]]:88: error: the label 'C1' is given twice
def Acme_SoftmaxOp : Softmax<"softmax", 0x10, [Dsp_DimMultipleOf<"C1", "input", 0, 4>, Dsp_OneOf<"C1", "axis", [1]>]>;
#endif

#ifdef OPAQUE_TRAIT
// OPAQUE-TRAIT: errors.td:[[#@LINE+1]]:5: error: the support predicate can't evaluate trait {{.*}} without an op; state it as a Dsp_Require
def Acme_SoftmaxOp : Softmax<"softmax", 0x10, [], [AllTypesMatch<["input", "output"]>]>;
#endif

#ifdef LAYOUT_RANK
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// LAYOUT-RANK: errors.td:[[#@LINE+1]]:7: error: layout 'NHWC' of 'input' has not as many letters as rank 3 has dimensions
  let arguments = (ins Dsp_Tensor<Dsp_F32, [3], "NHWC">:$input, I64Attr:$axis);
}
#endif

#ifdef LAYOUT_UNSTATED
def Acme_PoolOp : Softmax<"pool", 0x10> {
// LAYOUT-UNSTATED: errors.td:[[#@LINE+1]]:7: error: (Layout $argument):$layout must name an argument whose type states a layout, found 'input'
  let covers = [Covers<(Relay_GlobalAvgPool2DOp $input, (Layout $input):$layout, Ignored<"unused by Relay">:$out_layout), [Set<"axis", "0">]>];
}
#endif

#ifdef IN_PLACE_UNKNOWN
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// IN-PLACE-UNKNOWN: errors.td:[[#@LINE+1]]:7: error: 'axis' is no operand of 'softmax'
  let inPlace = [InPlace<"axis", "output">];
}
#endif

#ifdef NO_SUMMARY
def Acme_SoftmaxOp : Softmax<"softmax", 0x10> {
// NO-SUMMARY: errors.td:[[#@LINE+1]]:7: error: a kernel needs a summary; it is what users read in reports and docs
  let summary = "";
}
#endif

#ifdef ALL_AT_ONCE
// Two faulty records: both are reported in one run, and nothing is printed.
// ALL-AT-ONCE-NOT: #define
// ALL-AT-ONCE: errors.td:[[#@LINE+2]]:5: error: kernel ID 32 is outside
// ALL-AT-ONCE: errors.td:[[#@LINE+2]]:5: error: kernel ID 33 is outside
def Acme_AOp : Softmax<"a", 0x20>;
def Acme_BOp : Softmax<"b", 0x21>;
// ALL-AT-ONCE-NOT: #define
#endif
