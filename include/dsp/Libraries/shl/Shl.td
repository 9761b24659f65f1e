//===- Shl.td - Float operators of SHL (CSI-NN2) --------- -*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tensors and parameters are structs. An operator's init function looks up the
// function for the platform and the element type, and stores it in the struct of
// callbacks that the parameters point to; that struct lies in the model's context.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_SHL_SHL_TD
#define DSP_LIBRARIES_SHL_SHL_TD

include "dsp/Libraries/Fusion.td"

def Shl : Dsp_Library<"shl"> {
  let summary = "Float operators of SHL (CSI-NN2), layer by layer";
  let version = "2.10";
  let header = "csinn/csi_nn.h";
  let linkName = "shl_ref_x86";
  let otherLinkNames = ["shl"];
  let linkWith = ["gomp"];
  let status = Dsp_Status<"int", 1>;
  let idRange = [0x100, 0x1FF];
  let layout = "NCHW";
  let state = [Dsp_Handle<"session", "struct csinn_session *">];
  let initCalls = [
      Dsp_Call<"csinn_alloc_session", (CCall), Dsp_StoredResult<"session">>,
      Dsp_Call<"csinn_session_init", (CCall (State<"session">):$session), Dsp_NoStatus>];
  let deinitCalls = [
      Dsp_Call<"csinn_free_session", (CCall (State<"session">):$session), Dsp_NoStatus>];
}

//===----------------------------------------------------------------------===//
// Tensors
//===----------------------------------------------------------------------===//

/// Argument or result `t` as a struct: without its data, as init functions want
/// it, and with `pointer` to them. `there` is 0 where it is absent.
class Shl_Tensor<string t, dag pointer, string layout, string there = "1"> {
  dag description = (MutableStruct<"struct csinn_tensor">
      (Literal<"enum csinn_dtype_enum", "CSINN_DTYPE_FLOAT32">):$dtype, (Zero):$mtype,
      (ArrayField<"int32_t", "shape($" # t # ")">):$dim,
      (Expr<"int32_t", there # " ? rank($" # t # ") : 0">):$dim_count,
      (Zero):$is_const, (Zero):$name, (Literal<"enum csinn_layout_enum", layout>):$layout,
      (Zero):$quant_channel, (Zero):$qinfo, (Zero):$sess, (Zero):$quant_type);
  dag described = !con((MutableStruct<"struct csinn_tensor"> (Zero):$data), description);
  dag full = !con((MutableStruct<"struct csinn_tensor"> pointer:$data), description);
}

/// Layouts by rank.
class Shl_Layout<int rank> {
  string name = !cond(!eq(rank, 2) : "CSINN_LAYOUT_NC", !eq(rank, 4) : "CSINN_LAYOUT_NCHW",
                      true : "CSINN_LAYOUT_NULL");
}
class Shl_Input<int rank, string t = "input">
    : Shl_Tensor<t, (In<4, "void *"> $input), Shl_Layout<rank>.name>;
class Shl_Output<int rank>
    : Shl_Tensor<"output", (Out<4, "void *"> $output), Shl_Layout<rank>.name>;
class Shl_Weights<string t, dag pointer, string layout> : Shl_Tensor<t, pointer, layout>;
def Shl_Bias : Shl_Tensor<"bias", (In<4, "void *"> $bias), "CSINN_LAYOUT_O", "$bias">;

/// The struct that every parameter struct begins with.
defvar base = (StructValue<"struct csinn_params_base">
    (StateAddress<"callbacks">):$cb, (Zero):$name, (Literal<"int32_t", "CSINN_LAYOUT_NCHW">):$layout,
    (Literal<"int32_t", "CSINN_REF">):$api, (Zero):$quant_type, (State<"session">):$sess);

/// An operator: `tensors` as init functions want them, `buffers` with their data.
class Shl_Operator<string kernel, int kernelId, dag tensors, dag buffers, dag params,
                   list<Dsp_Require> requirements = []>
    : Dsp_Kernel<Shl, kernel, kernelId, requirements> {
  let state = [Dsp_State<"callbacks", "struct csinn_callback">];
  let initCalls = [Dsp_Call<"csinn_" # kernel # "_init", !con(tensors, (CCall params:$params))>];
  let cName = "csinn_" # kernel;
  let cCall = !con(buffers, (CCall params:$params));
}

/// One tensor in, one out.
class Shl_Unary<string kernel, int kernelId, int rank, dag params,
                list<Dsp_Require> requirements = []>
    : Shl_Operator<kernel, kernelId,
        (CCall Shl_Input<rank>.described:$input, Shl_Output<rank>.described:$output),
        (CCall Shl_Input<rank>.full:$input, Shl_Output<rank>.full:$output),
        params, requirements>;

defvar resultSaysIt = Ignored<"the result's type says it">;
defvar operandSaysIt = Ignored<"the operand's shape says it">;
defvar image = Dsp_Tensor<Dsp_F32, [4], "NCHW">;
class Shl_NotEmpty<string label, string v>
    : Dsp_Require<label, "'" # v # "' must not be empty", "numElements($" # v # ") > 0",
                  ["shape($" # v # ")"]>;
class Shl_HasDims<string label, string v>
    : Dsp_Require<label, "'" # v # "' must have 1 to 8 dimensions", "inRange(rank($" # v # "), 1, 8)",
                  ["rank($" # v # ")"]>;
defvar fourPads = Dsp_Require<"C1", "'padding' must say top, left, bottom, right",
                              "$padding.size() == 4", ["$padding"]>;

//===----------------------------------------------------------------------===//
// Products
//===----------------------------------------------------------------------===//

defvar filter = Shl_Tensor<"filter", (Weights<"OIHW", 4, "void *"> $filter), "CSINN_LAYOUT_OIHW">;

def Shl_Conv2DOp : Shl_Operator<"conv2d", 0x100,
    (CCall Shl_Input<4>.described:$input, Shl_Output<4>.described:$output, filter.described:$kernel,
           Shl_Bias.described:$bias),
    (CCall Shl_Input<4>.full:$input, Shl_Output<4>.full:$output, filter.full:$kernel,
           Shl_Bias.full:$bias),
    (MutableStruct<"struct csinn_conv2d_params"> base:$base,
        (Scalar<"int32_t"> $groups):$group,
        (Elem<0> $strides):$stride_height, (Elem<1> $strides):$stride_width,
        (Elem<0> $padding):$pad_top, (Elem<1> $padding):$pad_left,
        (Elem<2> $padding):$pad_down, (Elem<3> $padding):$pad_right,
        (Elem<0> $dilation):$dilation_height, (Elem<1> $dilation):$dilation_width,
        (Zero):$out_pad_height, (Zero):$out_pad_width, (Zero):$conv_extra), [
      fourPads,
      Dsp_Require<"C2", "'strides' and 'dilation' must have two elements",
                  "$strides.size() == 2 && $dilation.size() == 2", ["$strides", "$dilation"]>,
      Dsp_Require<"C3", "every element of 'dilation' must be 1: SHL's kernel ignores it",
                  "allOneOf($dilation, {1})", ["$dilation"]>,
      Dsp_SameDim<"C4", "bias", 0, "output", 1>, Shl_NotEmpty<"C5", "input">]> {
  let summary = "2-D convolution with groups, depthwise too, and bias";
  let arguments = (ins image:$input, Dsp_Tensor<Dsp_F32, [4]>:$filter,
      Optional<Dsp_Tensor<Dsp_F32, [1]>>:$bias, DenseI64ArrayAttr:$strides,
      DenseI64ArrayAttr:$padding, DenseI64ArrayAttr:$dilation, I64Attr:$groups);
  let results = (outs image:$output);
  let covers = Fusion_Biased<(Relay_Conv2DOp $input, $filter, $strides, $padding, $dilation,
      $groups, operandSaysIt:$channels, operandSaysIt:$kernel_size, (Layout $input):$data_layout,
      (Layout $filter):$kernel_layout, (Layout $output):$out_layout, resultSaysIt:$out_dtype), 1>.all;
}

defvar weights = Shl_Tensor<"weights", (Weights<"OI", 4, "void *"> $weights), "CSINN_LAYOUT_OI">;

def Shl_FullyConnectedOp : Shl_Operator<"fullyconnected", 0x101,
    (CCall Shl_Input<2>.described:$input, Shl_Output<2>.described:$output,
           weights.described:$weights, Shl_Bias.described:$bias),
    (CCall Shl_Input<2>.full:$input, Shl_Output<2>.full:$output, weights.full:$weights,
           Shl_Bias.full:$bias),
    (MutableStruct<"struct csinn_fc_params"> base:$base, (Dim<0> $weights):$units,
        (Zero):$fc_extra), [
      Dsp_SameDim<"C1", "input", 1, "weights", 1>, Dsp_SameDim<"C2", "bias", 0, "weights", 0>,
      Shl_NotEmpty<"C3", "input">]> {
  let summary = "fully connected layer with bias";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, Dsp_Tensor<Dsp_F32, [2]>:$weights,
                       Optional<Dsp_Tensor<Dsp_F32, [1]>>:$bias);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$output);
  let covers = Fusion_Biased<
      (Relay_DenseOp $input, $weights, operandSaysIt:$units, resultSaysIt:$out_dtype), 1>.all;
}

//===----------------------------------------------------------------------===//
// Pools
//===----------------------------------------------------------------------===//

defvar poolOutLayout = Ignored<"Relay gives the result the layout of the data">;

def Shl_MaxPool2DOp : Shl_Unary<"maxpool2d", 0x110, 4,
    (MutableStruct<"struct csinn_pool_params"> base:$base, (Zero):$pool_type,
        (Elem<0> $pool_size):$filter_height, (Elem<1> $pool_size):$filter_width, (Zero):$filter_depth,
        (Elem<0> $strides):$stride_height, (Elem<1> $strides):$stride_width, (Zero):$stride_depth,
        (Elem<0> $padding):$pad_top, (Elem<1> $padding):$pad_left,
        (Elem<2> $padding):$pad_down, (Elem<3> $padding):$pad_right, (Zero):$pad_front,
        (Zero):$pad_back, (Zero):$ceil_mode, (Zero):$count_include_pad), [
      fourPads,
      Dsp_Require<"C2", "'pool_size' and 'strides' must have two elements",
                  "$pool_size.size() == 2 && $strides.size() == 2", ["$pool_size", "$strides"]>,
      Shl_NotEmpty<"C3", "input">]> {
  let summary = "the maximum of each window";
  let arguments = (ins image:$input, DenseI64ArrayAttr:$pool_size, DenseI64ArrayAttr:$strides,
                       DenseI64ArrayAttr:$padding);
  let results = (outs image:$output);
  let covers = [Covers<(Relay_MaxPool2DOp $input, $pool_size, $strides, AllAre<1>:$dilation, $padding,
      (Layout $input):$layout, poolOutLayout:$out_layout, (Is<"false">):$ceil_mode)>];
}

def Shl_GlobalAvgPool2DOp : Shl_Unary<"global_avgpool2d", 0x111, 4,
    (MutableStruct<"struct csinn_pool_params"> base:$base, (Zero):$pool_type,
        (Zero):$filter_height, (Zero):$filter_width, (Zero):$filter_depth, (Zero):$stride_height,
        (Zero):$stride_width, (Zero):$stride_depth, (Zero):$pad_top, (Zero):$pad_left,
        (Zero):$pad_down, (Zero):$pad_right, (Zero):$pad_front, (Zero):$pad_back,
        (Zero):$ceil_mode, (Zero):$count_include_pad), [Shl_NotEmpty<"C1", "input">]> {
  let summary = "the average of each channel";
  let arguments = (ins image:$input);
  let results = (outs image:$output);
  let covers = [Covers<(Relay_GlobalAvgPool2DOp $input, (Layout $input):$layout,
                                               poolOutLayout:$out_layout)>];
}

//===----------------------------------------------------------------------===//
// Element by element, and softmax
//===----------------------------------------------------------------------===//

def Shl_ReluOp : Shl_Unary<"relu", 0x120, 0, (MutableStruct<"struct csinn_relu_params"> base:$base,
        (Zero):$n, (Zero):$n_multiplier, (Zero):$n_shift),
    [Shl_HasDims<"C1", "input">, Shl_NotEmpty<"C2", "input">]> {
  let summary = "max(x, 0) of each element";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let covers = [Covers<(Relay_ReluOp $input)>];
}

def Shl_SoftmaxOp : Shl_Unary<"softmax", 0x121, 0,
    (MutableStruct<"struct csinn_softmax_params"> base:$base,
        (Expr<"int32_t", "normalizeAxis($axis, $input)">):$axis), [
      Shl_HasDims<"C1", "input">, Shl_NotEmpty<"C2", "input">,
      Dsp_Require<"C3", "'axis' must be one of 'input'",
                  "inRange($axis, -rank($input), rank($input) - 1)", ["$axis", "rank($input)"]>]> {
  let summary = "softmax along an axis";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, I64Attr:$axis);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let covers = [Covers<(Relay_SoftmaxOp $input, $axis)>];
}

#endif // DSP_LIBRARIES_SHL_SHL_TD
