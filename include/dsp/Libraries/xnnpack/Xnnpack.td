//===- Xnnpack.td - Float operators of XNNPACK ----------- -*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An operator is created once, with its packed weights; each run sets it up with
// the buffers and runs it. The thread pool is the application's, NULL for none.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_XNNPACK_XNNPACK_TD
#define DSP_LIBRARIES_XNNPACK_XNNPACK_TD

include "dsp/Libraries/Fusion.td"

def Xnnpack : Dsp_Library<"xnnpack"> {
  let summary = "Float operators of XNNPACK";
  let version = "2022-02-16";
  let header = "xnnpack.h";
  let linkName = "XNNPACK";
  let linkWith = ["pthreadpool", "cpuinfo"];
  let status = Dsp_Status<"enum xnn_status", 0>;
  let idRange = [0x100, 0x1FF];
  let layout = "NHWC";
  let state = [Dsp_ApplicationHandle<"threadpool", "pthreadpool_t">];
  let initCalls = [Dsp_Call<"xnn_initialize",
      (CCall (Literal<"const struct xnn_allocator *", "NULL">):$allocator)>];
}

//===----------------------------------------------------------------------===//
// What all operators share
//===----------------------------------------------------------------------===//

/// An operator `<operator>_f32` of XNNPACK. `create` and `setup` list what its
/// two functions take before and after what all have in common.
class Xnnpack_Operator<string kernel, int kernelId, dag create, dag setup,
                       list<Dsp_Require> requirements = [], string flags = "0">
    : Dsp_Kernel<Xnnpack, kernel, kernelId, requirements> {
  let state = [Dsp_Handle<"op", "xnn_operator_t">];
  let initCalls = [Dsp_Call<"xnn_create_" # kernel,
      !con(create, (CCall (Literal<"uint32_t", flags>):$flags, (StateAddress<"op">):$op))>];
  let setupCalls = [Dsp_Call<"xnn_setup_" # kernel,
      !con((CCall (State<"op">):$op), setup, (CCall (State<"threadpool">):$threadpool))>];
  let cName = "xnn_run_operator";
  let cCall = (CCall (State<"op">):$op, (State<"threadpool">):$threadpool);
  let deinitCalls = [Dsp_Call<"xnn_delete_operator", (CCall (State<"op">):$op)>];
}

defvar resultSaysIt = Ignored<"the result's type says it">;
defvar operandSaysIt = Ignored<"the operand's shape says it">;

defvar clampArgs = (CCall (Scalar<"float"> $act_min):$output_min,
                          (Scalar<"float"> $act_max):$output_max);
/// XNNPACK refuses to create an operator whose range is empty.
class Xnnpack_Range<string label>
    : Dsp_Require<label, "'act_min' must be less than 'act_max'", "$act_min < $act_max",
                  ["$act_min", "$act_max"]>;
class Xnnpack_NotEmpty<string label, string v>
    : Dsp_Require<label, "'" # v # "' must not be empty", "numElements($" # v # ") > 0",
                  ["shape($" # v # ")"]>;

class Xnnpack_Elem<int i> : Elem<i, "uint32_t">;
defvar activation = Dsp_Tensor<Dsp_F32, [4], "NHWC">;

/// Relay says top, left, bottom, right.
defvar paddingArgs = (CCall
    (Xnnpack_Elem<0> $padding):$input_padding_top, (Xnnpack_Elem<3> $padding):$input_padding_right,
    (Xnnpack_Elem<2> $padding):$input_padding_bottom, (Xnnpack_Elem<1> $padding):$input_padding_left);
defvar imageArgs = (CCall
    (Dim<0, "size_t"> $input):$batch_size, (Dim<1, "size_t"> $input):$input_height,
    (Dim<2, "size_t"> $input):$input_width, (In<> $input), (Out<> $output));

//===----------------------------------------------------------------------===//
// Products
//===----------------------------------------------------------------------===//

/// With one input channel for each group XNNPACK takes its depthwise kernels.
def Xnnpack_Convolution2DOp : Xnnpack_Operator<"convolution2d_nhwc_f32", 0x100,
    !con(paddingArgs, (CCall
        (Dim<1, "uint32_t"> $filter):$kernel_height, (Dim<2, "uint32_t"> $filter):$kernel_width,
        (Xnnpack_Elem<0> $strides):$subsampling_height,
        (Xnnpack_Elem<1> $strides):$subsampling_width,
        (Xnnpack_Elem<0> $dilation):$dilation_height, (Xnnpack_Elem<1> $dilation):$dilation_width,
        (Scalar<"uint32_t"> $groups),
        (Dim<3, "size_t"> $filter):$group_input_channels,
        (Expr<"size_t", "$groups > 0 ? dim($output, 3) / $groups : -1">):$group_output_channels,
        (Dim<3, "size_t"> $input):$input_channel_stride,
        (Dim<3, "size_t"> $output):$output_channel_stride,
        (Weights<"OHWI"> $filter):$kernel, (In<> $bias)), clampArgs),
    imageArgs, [
      Dsp_Require<"C1", "'padding' must say top, left, bottom, right", "$padding.size() == 4",
                  ["$padding"]>,
      Dsp_Require<"C2", "'strides' and 'dilation' must have two elements",
                  "$strides.size() == 2 && $dilation.size() == 2", ["$strides", "$dilation"]>,
      Dsp_SameDim<"C3", "bias", 0, "output", 3>, Xnnpack_NotEmpty<"C4", "input">,
      Xnnpack_Range<"C5">]> {
  let summary = "2-D convolution with groups, depthwise too, bias and activation";
  let arguments = (ins activation:$input, Dsp_Tensor<Dsp_F32, [4]>:$filter,
      Optional<Dsp_Tensor<Dsp_F32, [1]>>:$bias, DenseI64ArrayAttr:$strides,
      DenseI64ArrayAttr:$padding, DenseI64ArrayAttr:$dilation, I64Attr:$groups,
      Fusion_ActMin:$act_min, Fusion_ActMax:$act_max);
  let results = (outs activation:$output);
  let covers = Fusion_BiasedAndClamped<(Relay_Conv2DOp $input, $filter, $strides, $padding,
      $dilation, $groups, operandSaysIt:$channels, operandSaysIt:$kernel_size,
      (Layout $input):$data_layout, (Layout $filter):$kernel_layout,
      (Layout $output):$out_layout, resultSaysIt:$out_dtype), 3>.all;
}

def Xnnpack_FullyConnectedOp : Xnnpack_Operator<"fully_connected_nc_f32", 0x101,
    !con((CCall
        (Dim<1, "size_t"> $weights):$input_channels, (Dim<0, "size_t"> $weights):$output_channels,
        (Dim<1, "size_t"> $weights):$input_stride, (Dim<0, "size_t"> $weights):$output_stride,
        (Weights<"OI"> $weights):$kernel, (In<> $bias)), clampArgs),
    (CCall (Expr<"size_t", "dimProduct($input, 0, rank($input) - 1)">):$batch_size,
           (In<> $input), (Out<> $output)), [
      Dsp_SameDim<"C1", "input", -1, "weights", 1>, Dsp_SameDim<"C2", "output", -1, "weights", 0>,
      Dsp_SameDim<"C3", "bias", 0, "weights", 0>, Xnnpack_NotEmpty<"C4", "input">,
      Xnnpack_NotEmpty<"C5", "output">, Xnnpack_Range<"C6">]> {
  let summary = "fully connected layer with bias and activation";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, Dsp_Tensor<Dsp_F32, [2]>:$weights,
      Optional<Dsp_Tensor<Dsp_F32, [1]>>:$bias, Fusion_ActMin:$act_min, Fusion_ActMax:$act_max);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let covers = Fusion_BiasedAndClamped<
      (Relay_DenseOp $input, $weights, operandSaysIt:$units, resultSaysIt:$out_dtype), -1>.all;
}

//===----------------------------------------------------------------------===//
// Pools
//===----------------------------------------------------------------------===//

defvar poolArguments = (ins activation:$input, DenseI64ArrayAttr:$pool_size,
    DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$padding, DenseI64ArrayAttr:$dilation,
    Fusion_ActMin:$act_min, Fusion_ActMax:$act_max);
defvar poolWindowArgs = (CCall
    (Xnnpack_Elem<0> $pool_size):$pooling_height, (Xnnpack_Elem<1> $pool_size):$pooling_width,
    (Xnnpack_Elem<0> $strides):$stride_height, (Xnnpack_Elem<1> $strides):$stride_width);
defvar poolChannelArgs = !con((CCall
    (Dim<3, "size_t"> $input):$channels, (Dim<3, "size_t"> $input):$input_pixel_stride,
    (Dim<3, "size_t"> $output):$output_pixel_stride), clampArgs);
defvar poolRequires = [
  Dsp_Require<"C1", "'padding' must say top, left, bottom, right", "$padding.size() == 4",
              ["$padding"]>,
  Dsp_Require<"C2", "'pool_size', 'strides' and 'dilation' must have two elements",
              "$pool_size.size() == 2 && $strides.size() == 2 && $dilation.size() == 2",
              ["$pool_size", "$strides", "$dilation"]>,
  Dsp_Require<"C3", "a window must be larger than one element",
              "$pool_size.size() == 2 && $pool_size[0] * $pool_size[1] > 1", ["$pool_size"]>,
  Xnnpack_NotEmpty<"C4", "input">, Xnnpack_Range<"C5">
];
defvar poolOutLayout = Ignored<"Relay gives the result the layout of the data">;

def Xnnpack_MaxPooling2DOp : Xnnpack_Operator<"max_pooling2d_nhwc_f32", 0x110,
    !con(paddingArgs, poolWindowArgs, (CCall
        (Xnnpack_Elem<0> $dilation):$dilation_height, (Xnnpack_Elem<1> $dilation):$dilation_width),
        poolChannelArgs),
    imageArgs, poolRequires> {
  let summary = "the maximum of each window, clamped";
  let arguments = poolArguments;
  let results = (outs activation:$output);
  let covers = Fusion_Clamped<(Relay_MaxPool2DOp $input, $pool_size, $strides, $dilation, $padding,
      (Layout $input):$layout, poolOutLayout:$out_layout, (Is<"false">):$ceil_mode)>.all;
}

def Xnnpack_AveragePooling2DOp : Xnnpack_Operator<"average_pooling2d_nhwc_f32", 0x111,
    !con(paddingArgs, poolWindowArgs, poolChannelArgs), imageArgs, !listconcat(poolRequires, [
      Dsp_AllOneOf<"C6", "dilation", [1]>,
      Dsp_Require<"C7", "padding must not count where there is some",
                  "!$count_include_pad || allOneOf($padding, {0})",
                  ["$count_include_pad", "$padding"]>])> {
  let summary = "the average of each window, clamped";
  let arguments = !con(poolArguments, (ins BoolAttr:$count_include_pad));
  let results = (outs activation:$output);
  let covers = Fusion_Clamped<(Relay_AvgPool2DOp $input, $pool_size, $strides, $dilation, $padding,
      (Layout $input):$layout, poolOutLayout:$out_layout, (Is<"false">):$ceil_mode,
      $count_include_pad)>.all;
}

def Xnnpack_GlobalAveragePoolingOp : Xnnpack_Operator<"global_average_pooling_nwc_f32", 0x112,
    !con((CCall (Dim<3, "size_t"> $input):$channels, (Dim<3, "size_t"> $input):$input_stride,
                (Dim<3, "size_t"> $output):$output_stride), clampArgs),
    (CCall (Dim<0, "size_t"> $input):$batch_size,
           (Expr<"size_t", "dim($input, 1) * dim($input, 2)">):$width, (In<> $input), (Out<> $output)),
    [Xnnpack_NotEmpty<"C1", "input">, Xnnpack_Range<"C2">]> {
  let summary = "the average of each channel, clamped";
  let arguments = (ins activation:$input, Fusion_ActMin:$act_min, Fusion_ActMax:$act_max);
  let results = (outs activation:$output);
  let covers = Fusion_Clamped<
      (Relay_GlobalAvgPool2DOp $input, (Layout $input):$layout, poolOutLayout:$out_layout)>.all;
}

//===----------------------------------------------------------------------===//
// Element by element
//===----------------------------------------------------------------------===//

/// Two operands whose shapes are broadcast.
class Xnnpack_Binary<string name, int kernelId, Op front>
    : Xnnpack_Operator<name # "_nd_f32", kernelId, clampArgs,
        (CCall (NumDims<"size_t"> $lhs):$num_input1_dims, (Dims<"size_t"> $lhs):$input1_shape,
               (NumDims<"size_t"> $rhs):$num_input2_dims, (Dims<"size_t"> $rhs):$input2_shape,
               (In<> $lhs):$input1, (In<> $rhs):$input2, (Out<> $output)),
        [Dsp_Require<"C1", "'output' must have 1 to 6 dimensions, and 'lhs' and 'rhs' one at least",
                     "inRange(rank($output), 1, 6) && rank($lhs) > 0 && rank($rhs) > 0",
                     ["shape($lhs)", "shape($rhs)"]>,
         Xnnpack_NotEmpty<"C2", "output">, Xnnpack_Range<"C3">]> {
  let summary = name # " of two tensors, broadcast and clamped";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$lhs, Dsp_Tensor<Dsp_F32>:$rhs, Fusion_ActMin:$act_min,
                       Fusion_ActMax:$act_max);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let covers = Fusion_Clamped<(front $lhs, $rhs)>.all;
}
def Xnnpack_AddOp : Xnnpack_Binary<"add", 0x120, Relay_AddOp>;
def Xnnpack_SubtractOp : Xnnpack_Binary<"subtract", 0x121, Relay_SubtractOp>;
def Xnnpack_MultiplyOp : Xnnpack_Binary<"multiply", 0x122, Relay_MultiplyOp>;

/// A tensor as one long row.
defvar rowArgs = (CCall (NumElements<> $input):$channels, (NumElements<> $input):$input_stride,
                        (NumElements<> $output):$output_stride);
defvar oneRow = (CCall (Literal<"size_t", "1">):$batch_size, (In<> $input), (Out<> $output));

def Xnnpack_ClampOp : Xnnpack_Operator<"clamp_nc_f32", 0x130, !con(rowArgs, clampArgs), oneRow,
    [Xnnpack_NotEmpty<"C1", "input">, Xnnpack_Range<"C2">]> {
  let summary = "each element, clamped";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, Fusion_ActMin:$act_min, Fusion_ActMax:$act_max);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let covers = [Covers<(Relay_ReluOp $input), [Set<"act_min", "0.0">]>,
                Covers<(Relay_ClipOp $input, (To<"act_min">):$a_min, (To<"act_max">):$a_max)>];
}

def Xnnpack_SigmoidOp : Xnnpack_Operator<"sigmoid_nc_f32", 0x131, rowArgs, oneRow,
    [Xnnpack_NotEmpty<"C1", "input">]> {
  let summary = "1 / (1 + exp(-x)) of each element";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let covers = [Covers<(Relay_SigmoidOp $input)>];
}

def Xnnpack_SoftmaxOp : Xnnpack_Operator<"softmax_nc_f32", 0x132,
    (CCall (Dim<-1, "size_t"> $input):$channels, (Dim<-1, "size_t"> $input):$input_stride,
           (Dim<-1, "size_t"> $output):$output_stride),
    (CCall (Expr<"size_t", "dimProduct($input, 0, rank($input) - 1)">):$batch_size,
           (In<> $input), (Out<> $output)),
    [Xnnpack_NotEmpty<"C1", "input">,
     Dsp_Require<"C2", "'input' must have at least one dimension", "rank($input) > 0",
                 ["rank($input)"]>]> {
  let summary = "softmax along the last axis";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let covers = [Covers<(Relay_SoftmaxOp $input, (AxisIs<-1>):$axis)>];
}

#endif // DSP_LIBRARIES_XNNPACK_XNNPACK_TD
