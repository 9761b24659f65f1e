//===- DspKernel.td - The kernel record --------------------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One record is all that the project learns about a kernel. From it come the
// op, its verifier, the patterns, the support predicate with its reasons, the C
// call, the header with IDs and prototypes, the registry and the docs.
// docs/KernelRecord.md is the guide.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_DSPKERNEL_TD
#define DSP_DIALECT_DSP_IR_DSPKERNEL_TD

include "dsp/Dialect/Dsp/IR/DspBase.td"
include "dsp/Dialect/Dsp/IR/DspCalls.td"
include "dsp/Dialect/Dsp/IR/DspCovers.td"
include "dsp/Dialect/Dsp/IR/DspKernelInterface.td"
include "dsp/Dialect/Dsp/IR/DspRequire.td"
include "dsp/Dialect/Dsp/IR/DspRoles.td"
include "dsp/Dialect/Dsp/IR/DspTypes.td"
include "mlir/IR/PatternBase.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

/// Something about the target that users state by
/// `--library-option <library>:<option>=<value>`, such as what an optional unit
/// can do, or in which memory the arena lies. If `only` lists values, there are
/// no others.
class Dsp_Option<string optionName, string ifNotGiven, string text,
                 list<string> only = []> {
  string name = optionName;
  string defaultValue = ifNotGiven;
  string description = text;
  list<string> values = only;
}
/// An attribute of a kernel that is the value of an option, so that expressions
/// and constraints can ask for it. Covers need not say so.
class Dsp_OptionAttr<string optionName>
    : StringBasedAttr<StrAttrPred, "value of option '" # optionName # "'"> {
  string option = optionName;
}
/// The kernel is for targets whose option `optionName` is `optionValue`.
class Dsp_Need<string optionName, string optionValue = "1"> {
  string option = optionName;
  string value = optionValue;
}

class Dsp_Library<string libraryName> {
  string name = libraryName;
  string version = "0";
  string summary = "";
  /// The header that emitted C includes.
  string header = libraryName # ".h";
  /// Its name for the linker, as in `-l<linkName>`; a CMake target of this name
  /// is linked instead.
  string linkName = libraryName;
  /// Names that it has elsewhere; the first that is found is linked.
  list<string> otherLinkNames = [];
  /// Libraries that it needs beside it, in the linker's order.
  list<string> linkWith = [];
  /// What users may say of the target.
  list<Dsp_Option> options = [];
  /// C++ that expressions and matchers of its records call, "" for none.
  string cppHeader = "";
  /// What its functions return, unless a kernel or a call says otherwise.
  Dsp_Status status = Dsp_NoStatus;
  /// What all its kernels share: sessions, thread pools.
  list<Dsp_State> state = [];
  /// Called once for each context of a model that uses the library, before and
  /// after everything else of it.
  list<Dsp_Call> initCalls = [];
  list<Dsp_Call> deinitCalls = [];
  /// First and last ID that the library's kernels may have.
  list<int> idRange = [0, 0xFFFF];
  /// Layout of 2-D activations: "NHWC" or "NCHW".
  string layout = "NHWC";
  string cppNamespace = "::dsp::" # libraryName;
}

/// The kernel may be given one buffer for operand `i` and result `o`.
class InPlace<string i, string o> {
  string operand = i;
  string result = o;
}

/// A kernel: the op is `dsp.<library>.<kernel>`. IDs are frozen once released.
class Dsp_Kernel<Dsp_Library lib, string kernelName, int kernelId,
                 list<Dsp_Require> requirements = [], list<Trait> traits = []>
    : Op<Dsp_Dialect, lib.name # "." # kernelName,
         !listconcat([Pure, DeclareOpInterfaceMethods<DspKernelOpInterface>],
                     traits)> {
  Dsp_Library library = lib;
  string name = kernelName;
  int id = kernelId;
  list<Dsp_Require> requires = requirements;
  /// The function's name in C.
  string cName = lib.name # "_" # kernelName;
  dag cCall = (CCall);
  Dsp_Status status = lib.status;
  /// What a call of the kernel keeps from one run to the next. Each call in a
  /// model has its own.
  list<Dsp_State> state = [];
  /// Called once, when the application makes a context for the model.
  list<Dsp_Call> initCalls = [];
  /// Called in each run, right before the kernel's own function.
  list<Dsp_Call> setupCalls = [];
  /// Called when the application gives the context back.
  list<Dsp_Call> deinitCalls = [];
  list<Covers> covers = [];
  list<InPlace> inPlace = [];
  /// The options that the target must have.
  list<Dsp_Need> needs = [];
  /// Among covers of one size the higher priority wins.
  int priority = 0;
  /// What a call costs, an expression: among equals the cheapest kernel is
  /// taken. The unit is the library's own, cycles at best. "" is unknown, and
  /// comes last.
  string cost = "";

  let cppNamespace = lib.cppNamespace;
  let assemblyFormat =
      "operands attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Several kernels for front ops
//===----------------------------------------------------------------------===//

/// An intermediate tensor of a lowering: `shapeExpr` is an expression over the
/// lowering's arguments that gives a list.
class Dsp_Temp<Dsp_Element e, string shapeExpr> {
  Dsp_Element element = e;
  string shape = shapeExpr;
}
/// A value for an attribute of a step's kernel.
class Value<string valueExpr> {
  string expr = valueExpr;
}
/// One kernel call of a lowering: `(Acme_MaxOp $input, …)`, operands first and in
/// order, then attributes by name as in covers, `$axis` or `(Value<"…">):$axis`.
/// `made` names what it computes: `(outs (Dsp_Temp<…>):$max)`, or the lowering's
/// result, `(outs $output)`.
class Dsp_Step<dag call, dag made> {
  dag source = call;
  dag results = made;
}

/// Front ops as a sequence of kernel calls. It is like a kernel in what it takes,
/// requires and covers; where it fits and every kernel of the sequence takes its
/// arguments, the calls replace the ops.
class Dsp_Lowering<Dsp_Library lib, string lowerName,
                   list<Dsp_Require> requirements = []>
    : Op<Dsp_Dialect, "lowering." # lib.name # "." # lowerName> {
  Dsp_Library library = lib;
  string name = lowerName;
  list<Dsp_Require> requires = requirements;
  list<Dsp_Step> steps = [];
  list<Covers> covers = [];
  list<Dsp_Need> needs = [];
  int priority = 0;
  string cost = "";
  let cppNamespace = lib.cppNamespace;
}

#endif // DSP_DIALECT_DSP_IR_DSPKERNEL_TD
