// RUN: dsp-opt %s | dsp-opt | FileCheck %s

// CHECK-LABEL: @resize
func.func @resize(%ncw: tensor<1x4x8xf32>, %nhwc: tensor<1x8x9x4xui8>, %v: tensor<1x2x3x4x5xf32>) {
  // CHECK: relay.image.resize1d %{{.*}} {size = [5]} : (tensor<1x4x8xf32>) -> tensor<1x4x5xf32>
  %0 = relay.image.resize1d %ncw {size = [5]} : (tensor<1x4x8xf32>) -> tensor<1x4x5xf32>
  // CHECK: relay.image.resize2d %{{.*}} {coordinate_transformation_mode = "align_corners", layout = "NHWC", out_dtype = "float32", roi = [0.0, 0.0, 0.5, 1.0], size = [16, 18]} : (tensor<1x8x9x4xui8>) -> tensor<1x16x18x4xf32>
  %1 = relay.image.resize2d %nhwc {size = [16, 18], roi = [0.0, 0.0, 0.5, 1.0], layout = "NHWC", method = "linear", coordinate_transformation_mode = "align_corners", out_dtype = "float32"} : (tensor<1x8x9x4xui8>) -> tensor<1x16x18x4xf32>
  // CHECK: -> tensor<1x2x6x7x8xf32>
  %2 = relay.image.resize3d %v {size = [6, 7, 8], cubic_alpha = -0.75} : (tensor<1x2x3x4x5xf32>) -> tensor<1x2x6x7x8xf32>
  return
}
