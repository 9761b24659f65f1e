// Faults in names, and in what a record passes that is not there: each refused at
// its line and column, and never by a C compiler, or not at all.
//
// RUN: %python %S/Inputs/check_errors.py %tblgen_includes %s

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"

class Library<string name> : Dsp_Library<name>;

#ifdef LIBRARY_NAME
// LIBRARY-NAME: errors.td:[[#@LINE+1]]:5: error: the name of a library is made of lower-case letters, digits and '_', found 'ac-me'
def Acme : Library<"ac-me">;
#endif

#ifdef LIBRARY_LAYOUT
def Acme : Library<"acme"> {
// LIBRARY-LAYOUT: errors.td:[[#@LINE+1]]:7: error: the layout of activations is NHWC or NCHW, found 'NWHC'
  let layout = "NWHC";
}
#endif

#ifdef OPTION_TWICE
def Acme : Library<"acme"> {
// OPTION-TWICE: errors.td:[[#@LINE+1]]:7: error: option 'simd' is declared twice
  let options = [Dsp_Option<"simd", "0", "a vector unit">, Dsp_Option<"simd", "1", "two of them">];
}
#endif

#ifndef LIBRARY_NAME
#ifndef LIBRARY_LAYOUT
#ifndef OPTION_TWICE
def Acme : Library<"acme">;
#endif
#endif
#endif

// What the cases have in common: a kernel for the softmax of a matrix's rows.
class Softmax<string name = "softmax", list<Dsp_Require> reqs = []> : Dsp_Kernel<Acme, name, 0x10, reqs> {
  let summary = "softmax over the last axis";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$output);
  let cCall = (CCall (In<> $input), (Out<> $output));
  let covers = [Covers<(Relay_SoftmaxOp $input, (AxisIs<-1>):$axis)>];
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

#ifdef KERNEL_NAME
// KERNEL-NAME: errors.td:[[#@LINE+1]]:5: error: the name of a kernel is made of letters, digits and '_', found 'soft-max'
def Acme_SoftmaxOp : Softmax<"soft-max">;
#endif

#ifdef FUNCTION_NAME
def Acme_SoftmaxOp : Softmax<> {
// FUNCTION-NAME: errors.td:[[#@LINE+1]]:7: error: 'acme softmax' is no name of a C function
  let cName = "acme softmax";
}
#endif

#ifdef INIT_FUNCTION_NAME
def Acme_SoftmaxOp : Softmax<> {
// INIT-FUNCTION-NAME: errors.td:[[#@LINE+1]]:7: error: 'acme-init' is no name of a C function
  let initCalls = [Dsp_Call<"acme-init", (CCall (Literal<"int", "0">):$zero)>];
}
#endif

#ifdef PARAMETER_NAME
def Acme_SoftmaxOp : Softmax<> {
// PARAMETER-NAME: errors.td:[[#@LINE+1]]:7: error: 'int' is no name of a C parameter
  let cCall = (CCall (In<> $input):$int, (Out<> $output));
}
#endif

#ifdef STRUCT_NAME
def Acme_SoftmaxOp : Softmax<> {
// STRUCT-NAME: errors.td:[[#@LINE+1]]:7: error: 'struct' is no name of a C parameter
  let cCall = (CCall (Struct<"acme_tensor"> (In<> $input)):$struct, (Out<> $output));
}
#endif

#ifdef STATE_NAME
def Acme_SoftmaxOp : Softmax<> {
// STATE-NAME: errors.td:[[#@LINE+1]]:7: error: 'my op' is no name for a variable in C
  let state = [Dsp_State<"my op", "int">];
}
#endif

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

#ifdef NEGATIVE_RANK
def Acme_SoftmaxOp : Softmax<> {
// NEGATIVE-RANK: errors.td:[[#@LINE+1]]:7: error: 'input' can't have rank -1
  let arguments = (ins Dsp_Tensor<Dsp_F32, [-1]>:$input);
}
#endif

#ifdef RESULT_OPTIONAL
def Acme_SoftmaxOp : Softmax<> {
// RESULT-OPTIONAL: errors.td:[[#@LINE+1]]:7: error: result 'output' can't be optional
  let results = (outs Optional<Dsp_Tensor<Dsp_F32, [2]>>:$output);
}
#endif

#ifdef ATTR_OPTIONAL
def Acme_SoftmaxOp : Softmax<> {
// ATTR-OPTIONAL: errors.td:[[#@LINE+1]]:7: error: attribute 'axis' can't be optional
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, OptionalAttr<I64Attr>:$axis);
}
#endif

#ifdef IN_PLACE_TYPES
def Acme_SoftmaxOp : Softmax<> {
  let arguments = (ins Dsp_Tensor<Dsp_I8, [2]>:$input);
// IN-PLACE-TYPES: errors.td:[[#@LINE+1]]:7: error: 'input' and 'output' have elements of different types and can't be one buffer
  let inPlace = [InPlace<"input", "output">];
}
#endif

//===----------------------------------------------------------------------===//
// What is passed
//===----------------------------------------------------------------------===//

#ifdef SHAPE_ALONE
def Acme_SoftmaxOp : Softmax<> {
// SHAPE-ALONE: errors.td:[[#@LINE+1]]:7: error: 'acme_softmax' is told the shape of operand 'input', but never given its elements: see In, Weights and Out
  let cCall = (CCall (Dim<0> $input):$rows, (Out<> $output));
}
#endif

#ifdef RESULT_SHAPE_ALONE
def Acme_SoftmaxOp : Softmax<> {
// RESULT-SHAPE-ALONE: errors.td:[[#@LINE+1]]:7: error: 'acme_softmax' is told the shape of result 'output', but never given its elements
  let cCall = (CCall (In<> $input), (NumElements<> $output):$length);
}
#endif

#ifdef DIM_TOO_FAR
def Acme_SoftmaxOp : Softmax<> {
// DIM-TOO-FAR: errors.td:[[#@LINE+1]]:7: error: 'input' has rank 2 and no dimension 2
  let cCall = (CCall (In<> $input), (Dim<2> $input):$depth, (Out<> $output));
}
#endif

#ifdef DIM_TOO_FAR_BACK
def Acme_SoftmaxOp : Softmax<> {
// DIM-TOO-FAR-BACK: errors.td:[[#@LINE+1]]:7: error: 'input' has rank 2 and no dimension -3
  let cCall = (CCall (In<> $input), (Dim<-3> $input):$depth, (Out<> $output));
}
#endif

#ifdef DIM_OF_SOME_RANKS
def Acme_SoftmaxOp : Softmax<> {
  let arguments = (ins Dsp_Tensor<Dsp_F32, [1, 2]>:$input);
// DIM-OF-SOME-RANKS: errors.td:[[#@LINE+1]]:7: error: 'input' has rank 1 and no dimension 1
  let cCall = (CCall (In<> $input), (Dim<1> $input):$columns, (Out<> $output));
}
#endif

#ifdef DIM_OF_ATTR
def Acme_SoftmaxOp : Softmax<> {
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, I64Attr:$axis);
// DIM-OF-ATTR: errors.td:[[#@LINE+1]]:7: error: 'axis' is an attribute and has no dimensions
  let cCall = (CCall (In<> $input), (NumDims<> $axis), (Out<> $output));
}
#endif

#ifdef DIM_OF_LIST
def Acme_SoftmaxOp : Softmax<> {
  let arguments = (ins Variadic<Dsp_Tensor<Dsp_F32>>:$input);
// DIM-OF-LIST: errors.td:[[#@LINE+1]]:7: error: 'input' is a list of tensors, and has no shape of its own
  let cCall = (CCall (In<> $input), (Dim<0> $input):$rows, (Out<> $output));
}
#endif

#ifdef DIM_OF_ABSENT
def Acme_SoftmaxOp : Softmax<> {
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, Optional<Dsp_Tensor<Dsp_F32, [1]>>:$bias);
// DIM-OF-ABSENT: errors.td:[[#@LINE+1]]:7: error: 'bias' may be absent and then has no shape: say in an Expr what is passed, as in "$bias ? dim($bias, 0) : 0"
  let cCall = (CCall (In<> $input), (In<> $bias), (Dim<0> $bias):$length, (Out<> $output));
}
#endif

#ifdef TENSOR_AS_NUMBER
def Acme_SoftmaxOp : Softmax<> {
// TENSOR-AS-NUMBER: errors.td:[[#@LINE+1]]:7: error: 'input' is a tensor, where an attribute is asked for; see In, Out and Dim
  let cCall = (CCall (In<> $input), (Scalar<"int"> $input):$n, (Out<> $output));
}
#endif

#ifdef LIST_AS_NUMBER
def Acme_SoftmaxOp : Softmax<> {
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, DenseI64ArrayAttr:$taps);
// LIST-AS-NUMBER: errors.td:[[#@LINE+1]]:7: error: attribute 'taps' is a list; see Elem and Table
  let cCall = (CCall (In<> $input), (Scalar<"int"> $taps), (Out<> $output));
}
#endif

#ifdef NUMBER_AS_LIST
def Acme_SoftmaxOp : Softmax<> {
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, I64Attr:$axis);
// NUMBER-AS-LIST: errors.td:[[#@LINE+1]]:7: error: attribute 'axis' is no list; see Scalar
  let cCall = (CCall (In<> $input), (Table<"int"> $axis), (Out<> $output));
}
#endif

#ifdef ELEMENT_OF_NUMBER
def Acme_SoftmaxOp : Softmax<> {
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, I64Attr:$axis);
// ELEMENT-OF-NUMBER: errors.td:[[#@LINE+1]]:7: error: attribute 'axis' is no list; see Scalar
  let cCall = (CCall (In<> $input), (Elem<0> $axis), (Out<> $output));
}
#endif

#ifdef EMPTY_TABLE
def Acme_SoftmaxOp : Softmax<> {
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input);
// EMPTY-TABLE: error: assertion failed: a table has no elements from 127 to -128
// EMPTY-TABLE: errors.td:[[#@LINE+1]]:{{[0-9]+}}: error: assertion failed in this record
  let cCall = (CCall (In<> $input), (LookupTable<"int8_t", 127, -128, "i">):$table, (Out<> $output));
}
#endif

#ifdef NEGATIVE_ELEMENT
def Acme_SoftmaxOp : Softmax<> {
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, DenseI64ArrayAttr:$taps);
// NEGATIVE-ELEMENT: errors.td:[[#@LINE+1]]:{{[0-9]+}}: error: assertion failed in this record
  let cCall = (CCall (In<> $input), (Elem<-1> $taps), (Out<> $output));
}
#endif

#ifdef WEIGHTS_RANK
def Acme_SoftmaxOp : Softmax<> {
// WEIGHTS-RANK: errors.td:[[#@LINE+1]]:7: error: layout 'OHWI' of 'input' has not as many letters as rank 2 has dimensions
  let cCall = (CCall (Weights<"OHWI"> $input), (Out<> $output));
}
#endif

#ifdef WEIGHTS_LETTERS
def Acme_SoftmaxOp : Softmax<> {
// WEIGHTS-LETTERS: errors.td:[[#@LINE+1]]:7: error: layout 'OO' of 'input' must have one capital for each dimension
  let cCall = (CCall (Weights<"OO"> $input), (Out<> $output));
}
#endif

#ifdef EXPRESSION_EMPTY
def Acme_SoftmaxOp : Softmax<> {
// EXPRESSION-EMPTY: errors.td:[[#@LINE+1]]:7: error: an expression is missing
  let cCall = (CCall (In<> $input), (Expr<"int", "">):$n, (Out<> $output));
}
#endif

#ifdef EXPRESSION_OPEN
def Acme_SoftmaxOp : Softmax<> {
// EXPRESSION-OPEN: errors.td:[[#@LINE+1]]:7: error: in 'dim($input, 0) * (2', a '(' has no partner
  let cCall = (CCall (In<> $input), (Scratch<"dim($input, 0) * (2">):$scratch, (Out<> $output));
}
#endif

#ifdef EXPRESSION_CLOSED
def Acme_SoftmaxOp : Softmax<> {
// EXPRESSION-CLOSED: errors.td:[[#@LINE+1]]:7: error: in 'dim($input, 0)}', a '}' has no partner
  let cost = "dim($input, 0)}";
}
#endif

#ifdef ENUM_NOT_A_NUMBER
def Acme_SoftmaxOp : Softmax<> {
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, I64Attr:$axis);
// ENUM-NOT-A-NUMBER: errors.td:[[#@LINE+1]]:7: error: the value 'last' of 'axis' is no number
  let cCall = (CCall (In<> $input), (Enum<"acme_axis", [EnumCase<"last", "ACME_LAST">]> $axis), (Out<> $output));
}
#endif

//===----------------------------------------------------------------------===//
// Constraints
//===----------------------------------------------------------------------===//

#ifdef CONSTRAINT_LABEL
// CONSTRAINT-LABEL: errors.td:[[#@LINE+1]]:42: error: a constraint needs a label and a sentence
def Acme_SoftmaxOp : Softmax<"softmax", [Dsp_DimMultipleOf<"", "input", 1, 4>]>;
#endif

#ifdef CONSTRAINT_SENTENCE
// CONSTRAINT-SENTENCE: errors.td:[[#@LINE+1]]:42: error: a constraint needs a label and a sentence
def Acme_SoftmaxOp : Softmax<"softmax", [Dsp_Require<"C1", "", "dim($input, 1) > 1">]>;
#endif

#ifdef CONSTRAINT_DIM
// CONSTRAINT-DIM: errors.td:[[#@LINE+1]]:42: error: 'input' has rank 2 and no dimension 2
def Acme_SoftmaxOp : Softmax<"softmax", [Dsp_DimMultipleOf<"C1", "input", 2, 4>]>;
#endif

#ifdef CONSTRAINT_RESULT_DIM
// CONSTRAINT-RESULT-DIM: errors.td:[[#@LINE+1]]:42: error: 'output' has rank 2 and no dimension 5
def Acme_SoftmaxOp : Softmax<"softmax", [Dsp_SameDim<"C1", "input", 1, "output", 5>]>;
#endif

#ifdef CONSTRAINT_OF_ATTR
// CONSTRAINT-OF-ATTR: errors.td:[[#@LINE+1]]:42: error: 'axis' is an attribute, but isConstant() asks about tensors
def Acme_SoftmaxOp : Softmax<"softmax", [Dsp_IsConstant<"C1", "axis">]> {
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, I64Attr:$axis);
}
#endif

#ifdef CONSTRAINT_OPEN
// CONSTRAINT-OPEN: errors.td:[[#@LINE+1]]:42: error: in 'dim($input, 1) > (2', a '(' has no partner
def Acme_SoftmaxOp : Softmax<"softmax", [Dsp_Require<"C1", "must be big", "dim($input, 1) > (2">]>;
#endif

#ifdef MULTIPLE_OF_NOTHING
// MULTIPLE-OF-NOTHING: errors.td:[[#@LINE+1]]:{{[0-9]+}}: error: assertion failed in this record
def Acme_SoftmaxOp : Softmax<"softmax", [Dsp_DimMultipleOf<"C1", "input", 1, 0>]>;
#endif

#ifdef EMPTY_RANGE
// EMPTY-RANGE: errors.td:[[#@LINE+1]]:{{[0-9]+}}: error: assertion failed in this record
def Acme_SoftmaxOp : Softmax<"softmax", [Dsp_DimInRange<"C1", "input", 1, 9, 4>]>;
#endif

//===----------------------------------------------------------------------===//
// Covers
//===----------------------------------------------------------------------===//

#ifdef TOO_FEW_RESULTS
def Acme_SoftmaxOp : Softmax<> {
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$output, Dsp_Tensor<Dsp_F32, [1]>:$sums);
  let cCall = (CCall (In<> $input), (Out<> $output), (Out<> $sums));
// TOO-FEW-RESULTS: errors.td:[[#@LINE+1]]:7: error: 'relay.nn.softmax' has 1 results, 'softmax' 2
  let covers = [Covers<(Relay_SoftmaxOp $input, (AxisIs<-1>):$axis)>];
}
#endif
