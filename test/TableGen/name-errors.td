// Names of arguments and results that generated C++ can't have are refused where
// the record gives them. Names.td in test/lib has those that only look like it.
//
// RUN: %python %S/Inputs/check_errors.py %tblgen_includes %s

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"

def Acme : Dsp_Library<"acme"> {
  let idRange = [0x10, 0x1F];
}

#ifdef NAME_KEYWORD
def Acme_ReluOp : Dsp_Kernel<Acme, "relu", 0x10> {
  let summary = "max(x, 0)";
// NAME-KEYWORD: errors.td:[[#@LINE+3]]:44: error: 'new' can't be the name of an argument: it is a keyword of C++
// NAME-KEYWORD: note: in kernel record 'Acme_ReluOp'
// NAME-KEYWORD: errors.td:[[#@LINE+1]]:44: note: give it another $name; the C function's parameter can keep its own behind a colon, as in (In<> $new_in):$new
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$new);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $new), (Out<> $output));
}
#endif

#ifdef NAME_OF_OPS
def Acme_ReluOp : Dsp_Kernel<Acme, "relu", 0x10> {
  let summary = "max(x, 0)";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input,
// NAME-OF-OPS: errors.td:[[#@LINE+1]]:32: error: 'operation' can't be the name of an argument: it is a member of every op in MLIR
                       I64Attr:$operation);
// NAME-OF-OPS: errors.td:[[#@LINE+1]]:43: error: 'properties' can't be
  let results = (outs Dsp_Tensor<Dsp_F32>:$properties);
  let cCall = (CCall (In<> $input), (Scalar<"int"> $operation), (Out<> $properties));
}
#endif

#ifdef NAME_OF_BUILDERS
def Acme_ReluOp : Dsp_Kernel<Acme, "relu", 0x10> {
  let summary = "max(x, 0)";
// NAME-OF-BUILDERS: errors.td:[[#@LINE+1]]:44: error: 'builder' can't be the name of an argument: it is a member of every op in MLIR
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$builder);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $builder), (Out<> $output));
}
#endif

#ifdef NAME_OF_A_MACRO
def Acme_ReluOp : Dsp_Kernel<Acme, "relu", 0x10> {
  let summary = "max(x, 0)";
// NAME-OF-A-MACRO: errors.td:[[#@LINE+1]]:44: error: 'errno' can't be the name of an argument: it is a macro of C's headers
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$errno);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $errno), (Out<> $output));
}
#endif

#ifdef NAME_OF_A_PLACEHOLDER
def Acme_ReluOp : Dsp_Kernel<Acme, "relu", 0x10> {
  let summary = "max(x, 0)";
// NAME-OF-A-PLACEHOLDER: errors.td:[[#@LINE+1]]:44: error: '_self' can't be the name of an argument: it is one of the placeholders, which begin with '_'
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$_self);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $_self), (Out<> $output));
}
#endif

#ifdef NAME_OF_SEVERAL
// One result has a type, several have not.
def Acme_ReluOp : Dsp_Kernel<Acme, "relu", 0x10> {
  let summary = "max(x, 0)";
// NAME-OF-SEVERAL: errors.td:[[#@LINE+1]]:44: error: 'operands' can't be
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$operands, Dsp_Tensor<Dsp_F32>:$other);
// NAME-OF-SEVERAL: errors.td:[[#@LINE+1]]:43: error: 'type' can't be
  let results = (outs Dsp_Tensor<Dsp_F32>:$type, Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $operands), (In<> $other), (Out<> $type), (Out<> $output));
}
#endif

#ifdef NAME_TWICE
def Acme_ReluOp : Dsp_Kernel<Acme, "relu", 0x10> {
  let summary = "max(x, 0)";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$x);
// NAME-TWICE: errors.td:[[#@LINE+1]]:43: error: the name 'x' is given twice
  let results = (outs Dsp_Tensor<Dsp_F32>:$x);
  let cCall = (CCall (In<> $x), (Out<> $x):$y);
}
#endif

#ifdef NO_NAME
def Acme_ReluOp : Dsp_Kernel<Acme, "relu", 0x10> {
  let summary = "max(x, 0)";
// NO-NAME: errors.td:[[#@LINE+1]]:7: error: every argument and result needs a $name
  let arguments = (ins Dsp_Tensor<Dsp_F32>);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (Out<> $output));
}
#endif

#ifdef NAME_TWICE_IN_CPP
def Acme_ReluOp : Dsp_Kernel<Acme, "relu", 0x10> {
  let summary = "max(x, 0)";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$inputData,
// NAME-TWICE-IN-CPP: errors.td:[[#@LINE+1]]:44: error: 'input_data' and 'inputData' are one name in C++: both have an accessor 'getInputData'
                       Dsp_Tensor<Dsp_F32>:$input_data);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $inputData), (In<> $input_data), (Out<> $output));
}
#endif

#ifdef NAME_OF_ANOTHERS_ACCESSOR
def Acme_ReluOp : Dsp_Kernel<Acme, "relu", 0x10> {
  let summary = "max(x, 0)";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, I64Attr:$size,
// NAME-OF-ANOTHERS-ACCESSOR: errors.td:[[#@LINE+1]]:32: error: 'size_attr' and 'size' are one name in C++: both have an accessor 'getSizeAttr'
                       I64Attr:$size_attr);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $input), (Scalar<"int"> $size), (Scalar<"int"> $size_attr), (Out<> $output));
}
#endif
