// Faults in the C functions of a record, each refused at its line and column.
//
// RUN: %python %S/Inputs/check_errors.py %tblgen_includes %s

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"

class Library : Dsp_Library<"acme"> {
  let status = Dsp_Status<"acme_status", 0>;
}

#ifdef LIBRARY_ARGUMENT
def Acme : Library {
// LIBRARY-ARGUMENT: errors.td:[[#@LINE+2]]:7: error: '$input' is no argument or result of 'library acme'
// LIBRARY-ARGUMENT: errors.td:[[#@LINE-2]]:5: note: in library record 'Acme'
  let initCalls = [Dsp_Call<"acme_open", (CCall (In<> $input))>];
}
#endif

#ifdef LIBRARY_EXPRESSION
def Acme : Library {
// LIBRARY-EXPRESSION: errors.td:[[#@LINE+1]]:7: error: the calls of a library know no arguments, found 'dim($input, 0)'
  let initCalls = [Dsp_Call<"acme_open", (CCall (Expr<"int", "dim($input, 0)">):$n)>];
}
#endif

#ifdef LIBRARY_STATE_NOT_MADE
def Acme : Library {
// LIBRARY-STATE-NOT-MADE: errors.td:[[#@LINE+1]]:7: error: no call at init gives state 'session' a value
  let state = [Dsp_Handle<"session", "acme_session *">];
}
#endif

#ifndef LIBRARY_ARGUMENT
#ifndef LIBRARY_EXPRESSION
#ifndef LIBRARY_STATE_NOT_MADE
def Acme : Library;
#endif
#endif
#endif

// What the cases have in common: a kernel that is created, set up, run, deleted.
class Conv<string name, int id> : Dsp_Kernel<Acme, name, id> {
  let summary = "some convolution";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, Dsp_Tensor<Dsp_F32>:$filter);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let state = [Dsp_Handle<"op", "acme_op *">];
  let initCalls = [Dsp_Call<"acme_create", (CCall (In<> $filter), (StateAddress<"op">):$out)>];
  let setupCalls = [Dsp_Call<"acme_setup", (CCall (State<"op">):$op, (In<> $input), (Out<> $output))>];
  let cCall = (CCall (State<"op">):$op);
  let deinitCalls = [Dsp_Call<"acme_delete", (CCall (State<"op">):$op)>];
}

#ifdef STATE_UNKNOWN
def Acme_ConvOp : Conv<"conv", 1> {
// STATE-UNKNOWN: errors.td:[[#@LINE+1]]:7: error: 'conv' declares no state 'operator'
  let cCall = (CCall (State<"operator">):$op);
}
#endif

#ifdef STATE_TWICE
def Acme_ConvOp : Conv<"conv", 1> {
// STATE-TWICE: errors.td:[[#@LINE+1]]:7: error: the state 'op' is declared twice
  let state = [Dsp_Handle<"op", "acme_op *">, Dsp_State<"op", "int">];
}
#endif

#ifdef STATE_NOT_MADE
def Acme_ConvOp : Conv<"conv", 1> {
// STATE-NOT-MADE: errors.td:[[#@LINE+1]]:7: error: no call at init gives state 'bytes' a value
  let state = [Dsp_Handle<"op", "acme_op *">, Dsp_State<"bytes", "int">];
}
#endif

#ifdef STATE_OF_APPLICATION
def Acme_ConvOp : Conv<"conv", 1> {
// STATE-OF-APPLICATION: errors.td:[[#@LINE+1]]:7: error: the application can't hand over 'pool' to each call of a kernel; a library may have a Dsp_ApplicationHandle
  let state = [Dsp_Handle<"op", "acme_op *">, Dsp_ApplicationHandle<"pool", "int">];
}
#endif

#ifdef MEMORY_AT_INIT
def Acme_ConvOp : Conv<"conv", 1> {
// MEMORY-AT-INIT: errors.td:[[#@LINE+1]]:7: error: 'filter' can't be in memory 'tcm' at init: there is an arena only while the model runs
  let initCalls = [Dsp_Call<"acme_create", (CCall (In<4, memory="tcm"> $filter), (StateAddress<"op">):$out)>];
}
#endif

#ifdef OUTPUT_AT_INIT
def Acme_ConvOp : Conv<"conv", 1> {
// OUTPUT-AT-INIT: errors.td:[[#@LINE+1]]:7: error: 'output' can't be passed to a function that is called at init: the tensor is only there while the model runs
  let initCalls = [Dsp_Call<"acme_create", (CCall (In<> $filter), (Out<> $output), (StateAddress<"op">):$out)>];
}
#endif

#ifdef INPUT_AT_DEINIT
def Acme_ConvOp : Conv<"conv", 1> {
// INPUT-AT-DEINIT: errors.td:[[#@LINE+1]]:7: error: 'input' can't be passed to a function that is called at deinit: the tensor is only there while the model runs
  let deinitCalls = [Dsp_Call<"acme_delete", (CCall (State<"op">):$op, (In<> $input))>];
}
#endif

#ifdef SCRATCH_AT_INIT
def Acme_ConvOp : Conv<"conv", 1> {
// SCRATCH-AT-INIT: errors.td:[[#@LINE+1]]:7: error: 'scratch': there is scratch memory only while the model runs
  let initCalls = [Dsp_Call<"acme_create", (CCall (In<> $filter), (Scratch<"64">):$scratch, (StateAddress<"op">):$out)>];
}
#endif

#ifdef WORKSPACE_AT_INIT
def Acme_ConvOp : Conv<"conv", 1> {
// WORKSPACE-AT-INIT: errors.td:[[#@LINE+1]]:7: error: 'memory': there is a workspace only while the model runs
  let initCalls = [Dsp_Call<"acme_create", (CCall (In<> $filter), (Workspace<"op">):$memory, (StateAddress<"op">):$out)>];
}
#endif

#ifdef WORKSPACE_UNKNOWN
def Acme_ConvOp : Conv<"conv", 1> {
// WORKSPACE-UNKNOWN: errors.td:[[#@LINE+1]]:7: error: workspace 'memory' needs state 'bytes', which 'conv' does not declare
  let cCall = (CCall (State<"op">):$op, (Workspace<"bytes">):$memory);
}
#endif

#ifdef WORKSPACE_TWICE
def Acme_ConvOp : Conv<"conv", 1> {
  let state = [Dsp_Handle<"op", "acme_op *">, Dsp_State<"a", "int">, Dsp_State<"b", "int">];
  let initCalls = [Dsp_Call<"acme_create", (CCall (In<> $filter), (StateAddress<"op">):$out, (StateAddress<"a">):$a, (StateAddress<"b">):$b)>];
// WORKSPACE-TWICE: errors.td:[[#@LINE+1]]:7: error: a kernel has one workspace, found 'first' and 'second'
  let cCall = (CCall (State<"op">):$op, (Workspace<"a">):$first, (Workspace<"b">):$second);
}
#endif

#ifdef STORED_UNKNOWN
def Acme_ConvOp : Conv<"conv", 1> {
// STORED-UNKNOWN: errors.td:[[#@LINE+1]]:7: error: 'acme_size' returns state 'size', which 'conv' does not declare
  let initCalls = [Dsp_Call<"acme_create", (CCall (In<> $filter), (StateAddress<"op">):$out)>, Dsp_Call<"acme_size", (CCall (State<"op">):$op), Dsp_StoredResult<"size">>];
}
#endif

#ifdef STATE_TYPE
def Acme_ConvOp : Conv<"conv", 1> {
  let state = [Dsp_Handle<"op", "acme_op *">, Dsp_State<"bytes", "size_t">];
  let initCalls = [Dsp_Call<"acme_create", (CCall (In<> $filter), (StateAddress<"op">):$out, (StateAddress<"bytes">):$bytes)>];
// STATE-TYPE: errors.td:[[#@LINE+1]]:7: error: state 'bytes' can be passed as another pointer, not as 'int32_t'
  let cCall = (CCall (State<"op", "const acme_op *">):$op, (State<"bytes", "int32_t">):$bytes, (In<> $input), (Out<> $output));
}
#endif

#ifdef STORED_LATE
def Acme_ConvOp : Conv<"conv", 1> {
// STORED-LATE: errors.td:[[#@LINE+1]]:7: error: state 'op' can only be returned by a call at init
  let setupCalls = [Dsp_Call<"acme_setup", (CCall (In<> $input), (Out<> $output)), Dsp_StoredResult<"op">>];
}
#endif

#ifdef TOO_MANY_CALLS
def Acme_ConvOp : Conv<"conv", 1> {
// TOO-MANY-CALLS: errors.td:[[#@LINE+1]]:7: error: setupCalls lists 8 calls; the returned code can tell 7 apart
  let setupCalls = !listsplat(Dsp_Call<"acme_setup", (CCall (State<"op">):$op, (In<> $input), (Out<> $output))>, 8);
}
#endif

#ifdef COMPARISON_UNKNOWN
def Acme_ConvOp : Conv<"conv", 1> {
// COMPARISON-UNKNOWN: errors.td:[[#@LINE+1]]:7: error: a status is compared by ==, !=, <, <=, > or >=, found '='
  let status = Dsp_Status<"int", 0, "=">;
}
#endif

#ifdef STATUS_STORED
def Acme_ConvOp : Conv<"conv", 1> {
// STATUS-STORED: errors.td:[[#@LINE+1]]:7: error: the kernel's own function must return a status or nothing
  let status = Dsp_StoredResult<"op">;
}
#endif

#ifdef ARRAY_FIELD_OUTSIDE
def Acme_ConvOp : Conv<"conv", 1> {
// ARRAY-FIELD-OUTSIDE: errors.td:[[#@LINE+1]]:7: error: 'dims': only a struct has an array for a field; C passes arrays by pointer, see ArrayExpr
  let cCall = (CCall (State<"op">):$op, (ArrayField<"int", "shape($input)">):$dims);
}
#endif

#ifdef STRUCT_EMPTY
def Acme_ConvOp : Conv<"conv", 1> {
// STRUCT-EMPTY: errors.td:[[#@LINE+1]]:7: error: struct 'acme_params' lists no fields
  let cCall = (CCall (State<"op">):$op, (Struct<"acme_params">):$params);
}
#endif

#ifdef OUTPUT_CONST
def Acme_ConvOp : Conv<"conv", 1> {
// OUTPUT-CONST: errors.td:[[#@LINE+1]]:7: error: 'output' is written, its C type can't be 'const float *'
  let setupCalls = [Dsp_Call<"acme_setup", (CCall (State<"op">):$op, (In<> $input), (Out<4, "const float *"> $output))>];
}
#endif

#ifdef ENUM_ON_TENSOR
def Acme_ConvOp : Conv<"conv", 1> {
// ENUM-ON-TENSOR: errors.td:[[#@LINE+1]]:7: error: 'input' is no attribute and can't be an enumerator
  let cCall = (CCall (State<"op">):$op, (Enum<"acme_mode", [EnumCase<"0", "ACME_A">]> $input):$mode);
}
#endif

// Kernels with an attribute of few values.
class Pad<string name, int id> : Dsp_Kernel<Acme, name, id> {
  let summary = "pads";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, StrAttr:$mode);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
}

#ifdef ENUM_EMPTY
def Acme_PadOp : Pad<"pad", 1> {
// ENUM-EMPTY: errors.td:[[#@LINE+1]]:7: error: 'mode' has no enumerators
  let cCall = (CCall (In<> $input), (Out<> $output), (Enum<"acme_mode", []> $mode));
}
#endif

#ifdef ENUM_TWICE
def Acme_PadOp : Pad<"pad", 1> {
// ENUM-TWICE: errors.td:[[#@LINE+1]]:7: error: the value 'edge' of 'mode' has two enumerators
  let cCall = (CCall (In<> $input), (Out<> $output), (Enum<"acme_mode", [EnumCase<"edge", "A">, EnumCase<"edge", "B">]> $mode));
}
#endif

#ifdef PACKED_TWICE
def Acme_ConvOp : Conv<"conv", 1> {
// PACKED-TWICE: errors.td:[[#@LINE+1]]:7: error: operand 'filter' is packed as 'OHWI' and as 'HWIO'
  let initCalls = [Dsp_Call<"acme_create", (CCall (Weights<"OHWI"> $filter), (Weights<"HWIO"> $filter):$again, (StateAddress<"op">):$out)>];
}
#endif

#ifdef ZERO_PARAMETER
def Acme_ConvOp : Conv<"conv", 1> {
// ZERO-PARAMETER: errors.td:[[#@LINE+1]]:7: error: 'reserved': only a field of a struct is zero unless it is given a value; see Literal
  let cCall = (CCall (State<"op">):$op, (Zero):$reserved);
}
#endif

#ifdef ZERO_STRUCT
def Acme_ConvOp : Conv<"conv", 1> {
// ZERO-STRUCT: errors.td:[[#@LINE+1]]:7: error: struct 'acme_params' has no field with a value; C wants one, a (Literal<"...", "0">) will do
  let cCall = (CCall (State<"op">):$op, (Struct<"acme_params"> (Zero):$a, (ZeroArray):$b):$params);
}
#endif
