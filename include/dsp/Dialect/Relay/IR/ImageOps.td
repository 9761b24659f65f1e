//===- ImageOps.td - Operators on images -------------------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_IMAGEOPS_TD
#define DSP_DIALECT_RELAY_IR_IMAGEOPS_TD

include "dsp/Dialect/Relay/IR/RelayBase.td"
include "dsp/Dialect/Relay/IR/RelayInterfaces.td"

/// Resampling on a grid of a given size.
class Relay_ResizeOp<string relayName, string attrsTypeKeyOfOp, int spatialRank,
                     string defaultLayout>
    : Relay_TensorOp<relayName, attrsTypeKeyOfOp, [RelayLayoutOpInterface]> {
  let summary = "resampled to a given size";
  let description = [{
    `method` is "nearest_neighbor", "linear" or "cubic".
    `coordinate_transformation_mode` says where a result element lies in data:
    "half_pixel", "align_corners", "asymmetric", "pytorch_half_pixel",
    "tf_half_pixel_for_nn" or "tf_crop_and_resize", the last within `roi`, where
    `extrapolation_value` stands for what lies outside. `rounding_method`
    chooses the nearest neighbour; `cubic_alpha` and `cubic_exclude` are the
    cubic spline's.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_IntsAttr:$size,
                       Relay_OptFloats:$roi, Relay_String<defaultLayout>:$layout,
                       Relay_String<"linear">:$method,
                       Relay_String<"half_pixel">:$coordinate_transformation_mode,
                       Relay_String<"round">:$rounding_method,
                       Relay_Float<"-0.5">:$cubic_alpha,
                       Relay_Int<0>:$cubic_exclude,
                       Relay_Float<"0.0">:$extrapolation_value,
                       Relay_DType:$out_dtype);
  let rule = "inferResize(cx, " # spatialRank # [{, adaptor.getData(),
                         adaptor.getSize(), adaptor.getRoi(), adaptor.getLayout(),
                         adaptor.getOutDtype())}];
  let extraClassDeclaration = [{
    ::llvm::StringRef getOperandLayout(unsigned) { return getLayout(); }
    ::llvm::StringRef getResultLayout() { return getLayout(); }
  }];
}

def Relay_ImageResize1DOp
    : Relay_ResizeOp<"image.resize1d", "relay.attrs.Resize1DAttrs", 1, "NCW">;
def Relay_ImageResize2DOp
    : Relay_ResizeOp<"image.resize2d", "relay.attrs.Resize2DAttrs", 2, "NCHW">;
def Relay_ImageResize3DOp
    : Relay_ResizeOp<"image.resize3d", "relay.attrs.Resize3DAttrs", 3, "NCDHW">;

#endif // DSP_DIALECT_RELAY_IR_IMAGEOPS_TD
