// Images of other sizes.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --split-input-file | FileCheck %s

// CHECK-LABEL: @nearest
//       CHECK: dsp.portable.resize2d_nearest %{{.*}} {coordinates = "asymmetric", rounding = "floor"}
func.func @nearest(%x: tensor<1x2x3x4xi8>) -> tensor<1x4x6x4xi8> {
  %0 = relay.image.resize2d %x {size = [4, 6], layout = "NHWC", method = "nearest_neighbor", coordinate_transformation_mode = "asymmetric", rounding_method = "floor"} : (tensor<1x2x3x4xi8>) -> tensor<1x4x6x4xi8>
  return %0 : tensor<1x4x6x4xi8>
}

// -----

// CHECK-LABEL: @linear
//       CHECK: dsp.portable.resize2d_linear_f32 %{{.*}} {coordinates = "align_corners"}
func.func @linear(%x: tensor<1x2x3x4xf32>) -> tensor<1x4x6x4xf32> {
  %0 = relay.image.resize2d %x {size = [4, 6], layout = "NHWC", method = "linear", coordinate_transformation_mode = "align_corners"} : (tensor<1x2x3x4xf32>) -> tensor<1x4x6x4xf32>
  return %0 : tensor<1x4x6x4xf32>
}

// -----

// CHECK-LABEL: @cubic
//       CHECK: dsp.portable.resize2d_cubic_f32 %{{.*}} {alpha = -7.500000e-01 : f64, coordinates = "half_pixel", exclude_outside = 1 : i64}
func.func @cubic(%x: tensor<1x2x3x4xf32>) -> tensor<1x4x6x4xf32> {
  %0 = relay.image.resize2d %x {size = [4, 6], layout = "NHWC", method = "cubic", coordinate_transformation_mode = "half_pixel", cubic_alpha = -0.75, cubic_exclude = 1} : (tensor<1x2x3x4xf32>) -> tensor<1x4x6x4xf32>
  return %0 : tensor<1x4x6x4xf32>
}

// -----

// The region would count.
// CHECK-LABEL: @crop
//       CHECK: relay.image.resize2d
func.func @crop(%x: tensor<1x2x3x4xf32>) -> tensor<1x4x6x4xf32> {
  %0 = relay.image.resize2d %x {size = [4, 6], layout = "NHWC", method = "linear", coordinate_transformation_mode = "tf_crop_and_resize", roi = [0.0, 0.0, 1.0, 1.0]} : (tensor<1x2x3x4xf32>) -> tensor<1x4x6x4xf32>
  return %0 : tensor<1x4x6x4xf32>
}

// -----

// CHECK-LABEL: @upsampling
//       CHECK: dsp.portable.resize2d_nearest %{{.*}} {coordinates = "asymmetric", rounding = ""}
func.func @upsampling(%x: tensor<1x2x3x4xf32>) -> tensor<1x4x6x4xf32> {
  %0 = relay.nn.upsampling %x {scale_h = 2.0, scale_w = 2.0, layout = "NHWC"} : (tensor<1x2x3x4xf32>) -> tensor<1x4x6x4xf32>
  return %0 : tensor<1x4x6x4xf32>
}

// -----

// CHECK-LABEL: @upsampling_bilinear
//       CHECK: dsp.portable.resize2d_linear_f32 %{{.*}} {coordinates = "align_corners"}
func.func @upsampling_bilinear(%x: tensor<1x2x3x4xf32>) -> tensor<1x4x6x4xf32> {
  %0 = relay.nn.upsampling %x {scale_h = 2.0, scale_w = 2.0, layout = "NHWC", method = "bilinear", align_corners = true} : (tensor<1x2x3x4xf32>) -> tensor<1x4x6x4xf32>
  return %0 : tensor<1x4x6x4xf32>
}
