// Convolutions of every rank, forward and transposed. Filters are packed:
// here, where they are no constants, at run time.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --split-input-file | FileCheck %s

// CHECK-LABEL: @conv1d
//       CHECK: %[[W:.*]] = dsp.portable.transpose %{{.*}} {axes = array<i64: 0, 2, 1>} : (tensor<6x2x3xf32>) -> tensor<6x3x2xf32>
//       CHECK: dsp.portable.conv1d_f32 %{{.*}}, %[[W]]
func.func @conv1d(%x: tensor<1x9x4xf32>, %w: tensor<6x2x3xf32>) -> tensor<1x4x6xf32> {
  %0 = relay.nn.conv1d %x, %w {padding = [1, 0], strides = [2], groups = 2, data_layout = "NWC"} : (tensor<1x9x4xf32>, tensor<6x2x3xf32>) -> tensor<1x4x6xf32>
  return %0 : tensor<1x4x6xf32>
}

// -----

// CHECK-LABEL: @conv3d
//       CHECK: dsp.portable.transpose %{{.*}} {axes = array<i64: 0, 2, 3, 4, 1>}
//       CHECK: dsp.portable.conv3d_f32
func.func @conv3d(%x: tensor<1x4x5x6x2xf32>, %w: tensor<3x2x1x2x3xf32>) -> tensor<1x4x4x4x3xf32> {
  %0 = relay.nn.conv3d %x, %w {padding = [0, 0, 0, 0, 0, 0], data_layout = "NDHWC"} : (tensor<1x4x5x6x2xf32>, tensor<3x2x1x2x3xf32>) -> tensor<1x4x4x4x3xf32>
  return %0 : tensor<1x4x4x4x3xf32>
}

// -----

// CHECK-LABEL: @conv1d_transpose
//       CHECK: dsp.portable.transpose %{{.*}} {axes = array<i64: 1, 2, 0>} : (tensor<2x3x4xf32>) -> tensor<3x4x2xf32>
//       CHECK: dsp.portable.conv1d_transpose_f32
func.func @conv1d_transpose(%x: tensor<1x5x2xf32>, %w: tensor<2x3x4xf32>) -> tensor<1x11x3xf32> {
  %0 = relay.nn.conv1d_transpose %x, %w {strides = [2], padding = [1, 1], output_padding = [1], data_layout = "NWC"} : (tensor<1x5x2xf32>, tensor<2x3x4xf32>) -> tensor<1x11x3xf32>
  return %0 : tensor<1x11x3xf32>
}

// -----

// A group's filters stay together: [out_c / groups, h, w, in_c].
// CHECK-LABEL: @conv2d_transpose
//       CHECK: dsp.portable.transpose %{{.*}} {axes = array<i64: 1, 2, 3, 0>} : (tensor<6x2x3x3xf32>) -> tensor<2x3x3x6xf32>
//       CHECK: dsp.portable.conv2d_transpose_f32
func.func @conv2d_transpose(%x: tensor<1x4x4x6xf32>, %w: tensor<6x2x3x3xf32>) -> tensor<1x7x7x4xf32> {
  %0 = relay.nn.conv2d_transpose %x, %w {strides = [2, 2], padding = [1, 1, 1, 1], groups = 2, channels = 4, kernel_size = [3, 3], data_layout = "NHWC"} : (tensor<1x4x4x6xf32>, tensor<6x2x3x3xf32>) -> tensor<1x7x7x4xf32>
  return %0 : tensor<1x7x7x4xf32>
}

// -----

// CHECK-LABEL: @conv3d_transpose
//       CHECK: dsp.portable.conv3d_transpose_f32
func.func @conv3d_transpose(%x: tensor<1x2x2x2x3xf32>, %w: tensor<3x2x2x2x2xf32>) -> tensor<1x3x3x3x2xf32> {
  %0 = relay.nn.conv3d_transpose %x, %w {padding = [0, 0, 0, 0, 0, 0], data_layout = "NDHWC"} : (tensor<1x2x2x2x3xf32>, tensor<3x2x2x2x2xf32>) -> tensor<1x3x3x3x2xf32>
  return %0 : tensor<1x3x3x3x2xf32>
}

// -----

// CHECK-LABEL: @fused
//       CHECK: dsp.portable.conv1d_f32 %{{.*}}, %{{.*}}, %{{.*}} {act_max = 6.000000e+00 : f64, act_min = 0.000000e+00 : f64
//   CHECK-NOT: relay.nn
func.func @fused(%x: tensor<1x9x4xf32>, %w: tensor<6x4x3xf32>, %b: tensor<6xf32>) -> tensor<1x7x6xf32> {
  %0 = relay.nn.conv1d %x, %w {padding = [0, 0], data_layout = "NWC"} : (tensor<1x9x4xf32>, tensor<6x4x3xf32>) -> tensor<1x7x6xf32>
  %1 = relay.nn.bias_add %0, %b {axis = -1} : (tensor<1x7x6xf32>, tensor<6xf32>) -> tensor<1x7x6xf32>
  %2 = relay.clip %1 {a_min = 0.0, a_max = 6.0} : (tensor<1x7x6xf32>) -> tensor<1x7x6xf32>
  return %2 : tensor<1x7x6xf32>
}
