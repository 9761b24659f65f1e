//===- PortableResize.td - Images of other sizes -----------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLERESIZE_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLERESIZE_TD

include "dsp/Libraries/portable/PortableRoles.td"

defvar onlyCrops = Ignored<"only tf_crop_and_resize looks at it">;
defvar onlyNearest = Ignored<"only nearest_neighbor rounds">;
defvar onlyCubic = Ignored<"only cubic looks at it">;

/// `coordinates` and `rounding` are Relay's words.
class Portable_Resize<string kernel, int kernelId, list<Dsp_Element> elements, list<Dsp_Require> more = []>
    : Dsp_Kernel<Portable, kernel, kernelId, !listconcat([
        Dsp_SameElementType<"C1", "input", "output">,
        Dsp_Require<"C2", "'coordinates' must be half_pixel, align_corners, asymmetric, "
                    "pytorch_half_pixel or tf_half_pixel_for_nn", "coordinatesOf($coordinates) >= 0",
                    ["$coordinates"]>
      ], more)> {
  Dsp_TensorOf tensor = Dsp_TensorOf<elements, [4], "NHWC">;
  dag params = (Struct<"portable_resize2d_params">
      (Dim<0> $input):$batch,
      (Dim<1> $input):$in_h, (Dim<2> $input):$in_w, (Dim<3> $input):$channels,
      (Dim<1> $output):$out_h, (Dim<2> $output):$out_w,
      (Expr<"portable_coordinates", "coordinatesOf($coordinates)">):$coordinates);
  let results = (outs tensor:$output);
}

def Portable_Resize2DNearestOp
    : Portable_Resize<"resize2d_nearest", 0x480, Dsp_AnyTensor<>.elements, [
        Dsp_Require<"C3", "'rounding' must be round, round_prefer_floor, round_prefer_ceil, floor or ceil",
                    "roundingOf($rounding, $coordinates) >= 0", ["$rounding"]>
      ]> {
  let summary = "the nearest element";
  let arguments = (ins tensor:$input, StrAttr:$coordinates, StrAttr:$rounding);
  let cCall = (CCall params:$params,
                     (Expr<"portable_rounding", "roundingOf($rounding, $coordinates)">):$rounding,
                     (ElementBytes<"int32_t"> $input):$element_size, (In<> $input), (Out<> $output));
  let covers = [
    Covers<(Relay_ImageResize2DOp $input, portableResultSaysIt:$size, onlyCrops:$roi,
        (Layout $input):$layout, (IsString<"nearest_neighbor">):$method,
        (To<"coordinates">):$coordinate_transformation_mode, (To<"rounding">):$rounding_method,
        onlyCubic:$cubic_alpha, onlyCubic:$cubic_exclude, onlyCrops:$extrapolation_value,
        portableResultSaysIt:$out_dtype)>,
    Covers<(Relay_UpsamplingOp $input, portableResultSaysIt:$scale_h, portableResultSaysIt:$scale_w,
        (Layout $input):$layout, (IsString<"nearest_neighbor">):$method, (Is<"false">):$align_corners),
        [Set<"coordinates", "\"asymmetric\"">, Set<"rounding", "\"\"">]>,
    Covers<(Relay_UpsamplingOp $input, portableResultSaysIt:$scale_h, portableResultSaysIt:$scale_w,
        (Layout $input):$layout, (IsString<"nearest_neighbor">):$method, (Is<"true">):$align_corners),
        [Set<"coordinates", "\"align_corners\"">, Set<"rounding", "\"\"">]>
  ];
}

def Portable_Resize2DLinearF32Op : Portable_Resize<"resize2d_linear_f32", 0x481, [Dsp_F32]> {
  let summary = "linear interpolation";
  let arguments = (ins tensor:$input, StrAttr:$coordinates);
  let cCall = (CCall params:$params, (In<> $input), (Out<> $output));
  let covers = [
    Covers<(Relay_ImageResize2DOp $input, portableResultSaysIt:$size, onlyCrops:$roi,
        (Layout $input):$layout, (IsString<"linear">):$method,
        (To<"coordinates">):$coordinate_transformation_mode, onlyNearest:$rounding_method,
        onlyCubic:$cubic_alpha, onlyCubic:$cubic_exclude, onlyCrops:$extrapolation_value,
        portableResultSaysIt:$out_dtype)>,
    Covers<(Relay_UpsamplingOp $input, portableResultSaysIt:$scale_h, portableResultSaysIt:$scale_w,
        (Layout $input):$layout, (IsString<"bilinear">):$method, (Is<"false">):$align_corners),
        [Set<"coordinates", "\"asymmetric\"">]>,
    Covers<(Relay_UpsamplingOp $input, portableResultSaysIt:$scale_h, portableResultSaysIt:$scale_w,
        (Layout $input):$layout, (IsString<"bilinear">):$method, (Is<"true">):$align_corners),
        [Set<"coordinates", "\"align_corners\"">]>
  ];
}

def Portable_Resize2DCubicF32Op : Portable_Resize<"resize2d_cubic_f32", 0x482, [Dsp_F32]> {
  let summary = "cubic convolution";
  let arguments = (ins tensor:$input, StrAttr:$coordinates, F64Attr:$alpha, I64Attr:$exclude_outside);
  let cCall = (CCall params:$params, (Scalar<"float"> $alpha), (Scalar<"int32_t"> $exclude_outside),
                     (In<> $input), (Out<> $output));
  let covers = [
    Covers<(Relay_ImageResize2DOp $input, portableResultSaysIt:$size, onlyCrops:$roi,
        (Layout $input):$layout, (IsString<"cubic">):$method,
        (To<"coordinates">):$coordinate_transformation_mode, onlyNearest:$rounding_method,
        (To<"alpha">):$cubic_alpha, (To<"exclude_outside">):$cubic_exclude,
        onlyCrops:$extrapolation_value, portableResultSaysIt:$out_dtype)>
  ];
}

#endif // DSP_LIBRARIES_PORTABLE_PORTABLERESIZE_TD
