//===- PoolOps.td - Pooling --------------------------------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_POOLOPS_TD
#define DSP_DIALECT_RELAY_IR_POOLOPS_TD

include "dsp/Dialect/Relay/IR/RelayBase.td"
include "dsp/Dialect/Relay/IR/RelayInterfaces.td"

/// All have `layout` and `out_layout`, of which Relay only uses the first.
class Relay_PoolBase<string relayName, string attrsTypeKeyOfOp>
    : Relay_TensorOp<relayName, attrsTypeKeyOfOp, [RelayLayoutOpInterface]> {
  let extraClassDeclaration = [{
    ::llvm::StringRef getOperandLayout(unsigned) { return getLayout(); }
    ::llvm::StringRef getResultLayout() { return getLayout(); }
  }];
}

//===----------------------------------------------------------------------===//
// Windows that move
//===----------------------------------------------------------------------===//

class Relay_WindowPoolOp<string kind, int spatialRank>
    : Relay_PoolBase<"nn." # !tolower(kind) # "_pool" # spatialRank # "d",
                     "relay.attrs." # kind # "Pool" # spatialRank # "DAttrs"> {
  let rule = "inferPool(cx, " # spatialRank # [{, poolAttrs(adaptor),
                        adaptor.getData())}];
  code windowDescription = [{
    `padding` holds one number for all sides, one for each spatial axis, or one
    for each side: all the low sides first, then the high ones (1-D: one or
    two). With `ceil_mode` a last window that does not fit counts as well.
  }];
}

class Relay_MaxPoolOp<int spatialRank, list<int> ones, list<int> zeros, string defaultLayout>
    : Relay_WindowPoolOp<"Max", spatialRank> {
  let summary = "the greatest element of each window";
  let description = windowDescription;
  let arguments = (ins Relay_Tensor:$data, Relay_IntsAttr:$pool_size,
                       Relay_Ints<ones>:$strides, Relay_Ints<ones>:$dilation,
                       Relay_Ints<zeros>:$padding,
                       Relay_String<defaultLayout>:$layout,
                       Relay_String<"">:$out_layout, Relay_Bool<0>:$ceil_mode);
}

class Relay_AvgPoolOp<int spatialRank, list<int> ones, list<int> zeros, string defaultLayout>
    : Relay_WindowPoolOp<"Avg", spatialRank> {
  let summary = "the mean of each window";
  let description = windowDescription # [{
    The sum is divided by the number of elements under the window, or of all its
    places, padding too, with `count_include_pad`.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_IntsAttr:$pool_size,
                       Relay_Ints<ones>:$strides, Relay_Ints<ones>:$dilation,
                       Relay_Ints<zeros>:$padding,
                       Relay_String<defaultLayout>:$layout,
                       Relay_String<"">:$out_layout, Relay_Bool<0>:$ceil_mode,
                       Relay_Bool<0>:$count_include_pad);
}

def Relay_MaxPool1DOp : Relay_MaxPoolOp<1, [1], [0], "NCW">;
def Relay_MaxPool2DOp : Relay_MaxPoolOp<2, [1, 1], [0, 0], "NCHW">;
def Relay_MaxPool3DOp : Relay_MaxPoolOp<3, [1, 1, 1], [0, 0, 0], "NCDHW">;
def Relay_AvgPool1DOp : Relay_AvgPoolOp<1, [1], [0], "NCW">;
def Relay_AvgPool2DOp : Relay_AvgPoolOp<2, [1, 1], [0, 0], "NCHW">;
def Relay_AvgPool3DOp : Relay_AvgPoolOp<3, [1, 1, 1], [0, 0, 0], "NCDHW">;

//===----------------------------------------------------------------------===//
// Windows that cover
//===----------------------------------------------------------------------===//

class Relay_GlobalPool2DOp<string relayName, string what>
    : Relay_PoolBase<relayName, "relay.attrs.GlobalPool2DAttrs"> {
  let summary = what;
  let arguments = (ins Relay_Tensor:$data, Relay_String<"NCHW">:$layout,
                       Relay_String<"">:$out_layout);
  let rule = "inferGlobalPool2D(cx, adaptor.getData(), adaptor.getLayout())";
}

def Relay_GlobalMaxPool2DOp
    : Relay_GlobalPool2DOp<"nn.global_max_pool2d", "the greatest element of each channel">;
def Relay_GlobalAvgPool2DOp
    : Relay_GlobalPool2DOp<"nn.global_avg_pool2d", "the mean of each channel">;

class Relay_AdaptivePoolOp<string kind, int spatialRank, string defaultLayout, string what>
    : Relay_PoolBase<"nn.adaptive_" # kind # "_pool" # spatialRank # "d",
                     "relay.attrs.AdaptivePool" # spatialRank # "DAttrs"> {
  let summary = what;
  let description = [{
    Window i of n on an axis of extent e is [floor(i e / n), ceil((i + 1) e / n)).
    An empty `output_size` keeps data's extents; a single number counts for all
    spatial axes.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Ints<[]>:$output_size,
                       Relay_String<defaultLayout>:$layout,
                       Relay_String<"">:$out_layout);
  let rule = "inferAdaptivePool(cx, " # spatialRank # [{, adaptor.getData(),
                         adaptor.getOutputSize(), adaptor.getLayout())}];
}

class Relay_AdaptiveMaxPoolOp<int spatialRank, string defaultLayout>
    : Relay_AdaptivePoolOp<"max", spatialRank, defaultLayout,
                           "the greatest elements, for a result of a given size">;
class Relay_AdaptiveAvgPoolOp<int spatialRank, string defaultLayout>
    : Relay_AdaptivePoolOp<"avg", spatialRank, defaultLayout,
                           "the means, for a result of a given size">;

def Relay_AdaptiveMaxPool1DOp : Relay_AdaptiveMaxPoolOp<1, "NCW">;
def Relay_AdaptiveMaxPool2DOp : Relay_AdaptiveMaxPoolOp<2, "NCHW">;
def Relay_AdaptiveMaxPool3DOp : Relay_AdaptiveMaxPoolOp<3, "NCDHW">;
def Relay_AdaptiveAvgPool1DOp : Relay_AdaptiveAvgPoolOp<1, "NCW">;
def Relay_AdaptiveAvgPool2DOp : Relay_AdaptiveAvgPoolOp<2, "NCHW">;
def Relay_AdaptiveAvgPool3DOp : Relay_AdaptiveAvgPoolOp<3, "NCDHW">;

#endif // DSP_DIALECT_RELAY_IR_POOLOPS_TD
