// Every fault of every record is reported in one run, and once: what is wrong with
// one part neither hides nor causes an error elsewhere.
//
// RUN: not dsp-tblgen -gen-dsp-kernels %tblgen_includes %s 2>&1 | FileCheck %s --implicit-check-not=error:

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"

def Acme : Dsp_Library<"acme"> {
  // CHECK: every-fault.td:[[#@LINE+1]]:7: error: the layout of activations is NHWC or NCHW, found 'HWC'
  let layout = "HWC";
  let idRange = [0x10, 0x1F];
}

class Softmax<string name, int id, list<Dsp_Require> reqs = []>
    : Dsp_Kernel<Acme, name, id, reqs> {
  let summary = "softmax over the last axis";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, I64Attr:$axis);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $input), (Scalar<"int32_t"> $axis), (Out<> $output));
}

// Every name of an expression; what an expression names is passed, though it is wrong.
def Acme_SecondOp : Softmax<"second", 0x11, [
    Dsp_Require<"C1", "must be between", "$axis < $high && $axis > $low">]> {
  // CHECK: every-fault.td:[[#@LINE+1]]:7: error: 'axis' is not an operand of 'second'
  let cCall = (CCall (In<> $input), (In<> $axis), (Out<> $output));
  // CHECK: every-fault.td:[[#@LINE-3]]:5: error: '$high' is no argument or result of 'second'
  // CHECK: every-fault.td:[[#@LINE-4]]:5: error: '$low' is no argument or result of 'second'
  // CHECK: every-fault.td:[[#@LINE+1]]:7: error: '$output' is no operand of 'second'
  let covers = [Covers<(Relay_SoftmaxOp $output, $axis)>,
  // CHECK: every-fault.td:[[#@LINE-1]]:7: error: 'relay.add' has 2 operands, the cover gives 1
                Covers<(Relay_AddOp $input)>];
}

// A name that C++ can't have is no reason to read no further; nor is one that is taken.
def Acme_ThirdOp : Dsp_Kernel<Acme, "second", 0x11> {
  let summary = "softmax";
  // CHECK: every-fault.td:[[#@LINE+1]]:44: error: 'new' can't be the name of an argument
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$new);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  // CHECK: every-fault.td:[[#@LINE+1]]:7: error: the alignment of 'new' must be a power of two, found 3
  let cCall = (CCall (In<3> $new):$n, (Out<> $output));
}

// A state that is misspelt has a value.
def Acme_FourthOp : Softmax<"fourth", 0x12> {
  let state = [Dsp_Handle<"handle", "int">, Dsp_Handle<"other", "int">];
  // CHECK: every-fault.td:[[#@LINE+1]]:7: error: 'fourth' declares no state 'handel'
  let initCalls = [Dsp_Call<"acme_init", (CCall (StateAddress<"handel">):$h)>];
  // CHECK: every-fault.td:[[#@LINE-3]]:7: error: no call at init gives state 'other' a value
}

// No summary and a wrong ID hide nothing. What is misspelt in the call is passed, what is
// misspelt in the cover is not dropped.
def Acme_FirstOp : Softmax<"first", 0x20> {
  // CHECK: every-fault.td:[[#@LINE+1]]:7: error: a kernel needs a summary
  let summary = "";
  // CHECK: every-fault.td:[[#@LINE-3]]:5: error: kernel ID 32 is outside the library's idRange [16, 31]
  // CHECK: every-fault.td:[[#@LINE+1]]:7: error: '$axes' is no argument or result of 'first'
  let cCall = (CCall (In<> $input), (Scalar<"int32_t"> $axes), (Out<> $output));
  // CHECK: every-fault.td:[[#@LINE+2]]:7: error: 'relay.nn.softmax' has no attribute 'axes'
  // CHECK: every-fault.td:[[#@LINE+1]]:7: error: Set: 'first' has no attribute 'beta'
  let covers = [Covers<(Relay_SoftmaxOp $input, $axes), [Set<"beta", "1">]>];
}

// A step that is wrong makes what it says.
def Acme_StepsOp : Dsp_Lowering<Acme, "steps"> {
  let summary = "twice";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, I64Attr:$axis);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  // CHECK: every-fault.td:[[#@LINE+2]]:7: error: kernel 'fourth' has no attribute 'beta'
  // CHECK: every-fault.td:[[#@LINE+1]]:7: error: '$middel' is neither an operand of 'steps' nor made by an earlier step
  let steps = [Dsp_Step<(Acme_FourthOp $input, $axis, (Value<"1">):$beta),
                        (outs (Dsp_Temp<Dsp_F32, "shape($input)">):$middle)>,
               Dsp_Step<(Acme_FourthOp $middle, $axis),
                        (outs (Dsp_Temp<Dsp_F32, "shape($input)">):$last)>,
               Dsp_Step<(Acme_FourthOp $middel, $axis), (outs $output)>];
  let covers = [Covers<(Relay_SoftmaxOp $input, $axis)>];
}

// CHECK: every-fault.td:[[#]]:5: error: kernel ID 17 is taken
// CHECK: every-fault.td:[[#]]:5: error: the kernel name 'second' is taken
