//===- DspCalls.td - C functions, what they return and keep -*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Many libraries want more than one function for a kernel: one that makes a
// descriptor, one that is told the buffers, one that runs, one that frees. The
// record lists them by the time at which they are called:
//
//   state       = [Dsp_Handle<"op", "acme_operator_t">];
//   initCalls   = [Dsp_Call<"acme_create", (CCall …, (StateAddress<"op">):$out)>];
//   setupCalls  = [Dsp_Call<"acme_setup", (CCall (State<"op">):$op, (In<> $input), (Out<> $output))>];
//   cName = "acme_run"; cCall = (CCall (State<"op">):$op);
//   deinitCalls = [Dsp_Call<"acme_delete", (CCall (State<"op">):$op)>];
//
// What is kept in between lies in the model's context, which the application
// owns: the emitted C stays free of globals.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_DSPCALLS_TD
#define DSP_DIALECT_DSP_IR_DSPCALLS_TD

//===----------------------------------------------------------------------===//
// What functions return
//===----------------------------------------------------------------------===//

/// A status: success is `returned <op> goodValue`.
class Dsp_Status<string c, int goodValue, string op = "=="> {
  string cType = c;
  int good = goodValue;
  string comparison = op;
}
def Dsp_NoStatus : Dsp_Status<"void", 0>;
/// The status that the kernel or the library has.
def Dsp_SameStatus : Dsp_Status<"", 0>;
/// The returned value is kept as state `stateName`. A handle must not be null; a
/// number can't be wrong unless `op` says what makes it good: ">=" with 0.
class Dsp_StoredResult<string stateName, string op = "", int goodValue = 0>
    : Dsp_Status<"", goodValue, op> {
  string state = stateName;
}

//===----------------------------------------------------------------------===//
// What is kept between calls
//===----------------------------------------------------------------------===//

/// A variable of type `c` in the model's context, all zeros before init.
class Dsp_State<string stateName, string c> {
  string name = stateName;
  string cType = c;
}
/// A pointer or number that is null as long as nothing has been made; calls in
/// `deinitCalls` that pass it are left out where it is null.
class Dsp_Handle<string stateName, string c> : Dsp_State<stateName, c>;
/// A handle that the application makes and hands over to the model's init
/// function, and that stays its own. For libraries only.
class Dsp_ApplicationHandle<string stateName, string c>
    : Dsp_Handle<stateName, c>;

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

/// A further C function of a kernel or a library.
class Dsp_Call<string function, dag parameters,
               Dsp_Status returned = Dsp_SameStatus> {
  string cName = function;
  dag cCall = parameters;
  Dsp_Status status = returned;
}

#endif // DSP_DIALECT_DSP_IR_DSPCALLS_TD
