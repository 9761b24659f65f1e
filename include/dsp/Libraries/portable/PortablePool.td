//===- PortablePool.td - Pools -----------------------------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLEPOOL_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLEPOOL_TD

include "dsp/Libraries/portable/PortableRoles.td"

//===----------------------------------------------------------------------===//
// Windows that move
//===----------------------------------------------------------------------===//

/// What depends on the number of spatial dimensions.
class Portable_PoolGeometry<int n, string dataLayout, dag structOfParams> {
  int spatialRank = n;
  string layout = dataLayout;
  dag params = structOfParams;
  list<Dsp_Require> requires = [
    Dsp_Require<"C1", "'pool_size', 'strides' and 'dilation' must have " # n # " elements",
                "$pool_size.size() == " # n # " && $strides.size() == " # n
                # " && $dilation.size() == " # n, ["$pool_size", "$strides", "$dilation"]>,
    Dsp_Require<"C2", "'padding' must have " # !mul(2, n) # " elements",
                "$padding.size() == " # !mul(2, n), ["$padding"]>,
    Dsp_SameDim<"C3", "input", 0, "output", 0>, Dsp_SameDim<"C4", "input", -1, "output", -1>
  ];
  Dsp_Tensor tensor = Dsp_Tensor<Dsp_F32, [!add(n, 2)], dataLayout>;
}

def Portable_Pool1D : Portable_PoolGeometry<1, "NWC", (Struct<"portable_pool1d_params">
    (Dim<0> $input):$batch,
    (Dim<1> $input):$in_w, (Dim<2> $input):$channels,
    (Dim<1> $output):$out_w,
    (Elem<0> $pool_size):$kernel_w, (Elem<0> $strides):$stride_w, (Elem<0> $dilation):$dilation_w,
    (Elem<0> $padding):$pad_left, (Elem<1> $padding):$pad_right)>;

def Portable_Pool2D : Portable_PoolGeometry<2, "NHWC", (Struct<"portable_pool2d_params">
    (Dim<0> $input):$batch,
    (Dim<1> $input):$in_h, (Dim<2> $input):$in_w, (Dim<3> $input):$channels,
    (Dim<1> $output):$out_h, (Dim<2> $output):$out_w,
    (Elem<0> $pool_size):$kernel_h, (Elem<1> $pool_size):$kernel_w,
    (Elem<0> $strides):$stride_h, (Elem<1> $strides):$stride_w,
    (Elem<0> $dilation):$dilation_h, (Elem<1> $dilation):$dilation_w,
    (Elem<0> $padding):$pad_top, (Elem<1> $padding):$pad_left,
    (Elem<2> $padding):$pad_bottom, (Elem<3> $padding):$pad_right)>;

def Portable_Pool3D : Portable_PoolGeometry<3, "NDHWC", (Struct<"portable_pool3d_params">
    (Dim<0> $input):$batch,
    (Dim<1> $input):$in_d, (Dim<2> $input):$in_h, (Dim<3> $input):$in_w, (Dim<4> $input):$channels,
    (Dim<1> $output):$out_d, (Dim<2> $output):$out_h, (Dim<3> $output):$out_w,
    (Elem<0> $pool_size):$kernel_d, (Elem<1> $pool_size):$kernel_h, (Elem<2> $pool_size):$kernel_w,
    (Elem<0> $strides):$stride_d, (Elem<1> $strides):$stride_h, (Elem<2> $strides):$stride_w,
    (Elem<0> $dilation):$dilation_d, (Elem<1> $dilation):$dilation_h, (Elem<2> $dilation):$dilation_w,
    (Elem<0> $padding):$pad_front, (Elem<1> $padding):$pad_top, (Elem<2> $padding):$pad_left,
    (Elem<3> $padding):$pad_back, (Elem<4> $padding):$pad_bottom, (Elem<5> $padding):$pad_right)>;

defvar poolOutLayout = Ignored<"Relay gives the result the layout of the data">;

class Portable_MaxPool<int kernelId, Op front, Portable_PoolGeometry geometry>
    : Dsp_Kernel<Portable, "max_pool" # geometry.spatialRank # "d_f32", kernelId, geometry.requires> {
  let summary = "the maximum of each window";
  let arguments = (ins geometry.tensor:$input, DenseI64ArrayAttr:$pool_size, DenseI64ArrayAttr:$strides,
                       DenseI64ArrayAttr:$dilation, DenseI64ArrayAttr:$padding);
  let results = (outs geometry.tensor:$output);
  let cCall = (CCall geometry.params:$params, (In<> $input), (Out<> $output));
  let covers = [Covers<(front $input, $pool_size, $strides, $dilation, $padding,
                              (Layout $input):$layout, poolOutLayout:$out_layout,
                              portableResultSaysIt:$ceil_mode)>];
}
def Portable_MaxPool1DF32Op : Portable_MaxPool<0x130, Relay_MaxPool1DOp, Portable_Pool1D>;
def Portable_MaxPool2DF32Op : Portable_MaxPool<0x131, Relay_MaxPool2DOp, Portable_Pool2D>;
def Portable_MaxPool3DF32Op : Portable_MaxPool<0x132, Relay_MaxPool3DOp, Portable_Pool3D>;

class Portable_AvgPool<int kernelId, Op front, Portable_PoolGeometry geometry>
    : Dsp_Kernel<Portable, "avg_pool" # geometry.spatialRank # "d_f32", kernelId, geometry.requires> {
  let summary = "the average of each window";
  let arguments = (ins geometry.tensor:$input, DenseI64ArrayAttr:$pool_size, DenseI64ArrayAttr:$strides,
                       DenseI64ArrayAttr:$dilation, DenseI64ArrayAttr:$padding,
                       BoolAttr:$count_include_pad);
  let results = (outs geometry.tensor:$output);
  let cCall = (CCall geometry.params:$params, (Scalar<"int32_t"> $count_include_pad), (In<> $input),
                     (Out<> $output));
  let covers = [Covers<(front $input, $pool_size, $strides, $dilation, $padding,
                              (Layout $input):$layout, poolOutLayout:$out_layout,
                              portableResultSaysIt:$ceil_mode, $count_include_pad)>];
}
def Portable_AvgPool1DF32Op : Portable_AvgPool<0x134, Relay_AvgPool1DOp, Portable_Pool1D>;
def Portable_AvgPool2DF32Op : Portable_AvgPool<0x135, Relay_AvgPool2DOp, Portable_Pool2D>;
def Portable_AvgPool3DF32Op : Portable_AvgPool<0x136, Relay_AvgPool3DOp, Portable_Pool3D>;

//===----------------------------------------------------------------------===//
// Windows that cover
//===----------------------------------------------------------------------===//

class Portable_GlobalPool<string kernel, int kernelId, Op front>
    : Dsp_Kernel<Portable, kernel, kernelId, [
        Dsp_SameDim<"C1", "input", 0, "output", 0>, Dsp_SameDim<"C2", "input", -1, "output", -1>
      ]> {
  let arguments = (ins Dsp_Tensor<Dsp_F32, [4], "NHWC">:$input);
  let results = (outs Dsp_Tensor<Dsp_F32, [4], "NHWC">:$output);
  let cCall = (CCall (Dim<0> $input):$batch, (Expr<"int32_t", "dimProduct($input, 1, 3)">):$positions,
                     (Dim<3> $input):$channels, (In<> $input), (Out<> $output));
  let covers = [Covers<(front $input, (Layout $input):$layout, poolOutLayout:$out_layout)>];
}
def Portable_GlobalMaxPoolF32Op
    : Portable_GlobalPool<"global_max_pool_f32", 0x138, Relay_GlobalMaxPool2DOp> {
  let summary = "the maximum over all positions";
}
def Portable_GlobalAvgPoolF32Op
    : Portable_GlobalPool<"global_avg_pool_f32", 0x139, Relay_GlobalAvgPool2DOp> {
  let summary = "the average over all positions";
}

def Portable_AdaptivePoolParams {
  dag params = (Struct<"portable_adaptive_pool_params">
      (Dim<0> $input):$batch,
      (Expr<"int32_t", "spatialDim($input, -3)">):$in_d,
      (Expr<"int32_t", "spatialDim($input, -2)">):$in_h,
      (Expr<"int32_t", "spatialDim($input, -1)">):$in_w,
      (Dim<-1> $input):$channels,
      (Expr<"int32_t", "spatialDim($output, -3)">):$out_d,
      (Expr<"int32_t", "spatialDim($output, -2)">):$out_h,
      (Expr<"int32_t", "spatialDim($output, -1)">):$out_w);
}

/// One record and one kernel for all numbers of spatial dimensions.
class Portable_AdaptivePool<string kernel, int kernelId, Op front1D, Op front2D, Op front3D>
    : Dsp_Kernel<Portable, kernel, kernelId, [
        Dsp_SameDim<"C1", "input", 0, "output", 0>, Dsp_SameDim<"C2", "input", -1, "output", -1>,
        Dsp_Require<"C3", "'input' and 'output' must have one rank", "rank($input) == rank($output)",
                    ["rank($input)", "rank($output)"]>
      ]> {
  let arguments = (ins Dsp_Tensor<Dsp_F32, [3, 4, 5]>:$input);
  let results = (outs Dsp_Tensor<Dsp_F32, [3, 4, 5]>:$output);
  let cCall = (CCall Portable_AdaptivePoolParams.params:$params, (In<> $input), (Out<> $output));
  let covers = [
    Covers<(front1D $input, portableResultSaysIt:$output_size, (IsString<"NWC">):$layout,
                    poolOutLayout:$out_layout)>,
    Covers<(front2D $input, portableResultSaysIt:$output_size, (IsString<"NHWC">):$layout,
                    poolOutLayout:$out_layout)>,
    Covers<(front3D $input, portableResultSaysIt:$output_size, (IsString<"NDHWC">):$layout,
                    poolOutLayout:$out_layout)>
  ];
}
def Portable_AdaptiveMaxPoolF32Op
    : Portable_AdaptivePool<"adaptive_max_pool_f32", 0x13C, Relay_AdaptiveMaxPool1DOp,
                            Relay_AdaptiveMaxPool2DOp, Relay_AdaptiveMaxPool3DOp> {
  let summary = "the maxima of windows that divide the input evenly";
}
def Portable_AdaptiveAvgPoolF32Op
    : Portable_AdaptivePool<"adaptive_avg_pool_f32", 0x13D, Relay_AdaptiveAvgPool1DOp,
                            Relay_AdaptiveAvgPool2DOp, Relay_AdaptiveAvgPool3DOp> {
  let summary = "the averages of windows that divide the input evenly";
}

#endif // DSP_LIBRARIES_PORTABLE_PORTABLEPOOL_TD
