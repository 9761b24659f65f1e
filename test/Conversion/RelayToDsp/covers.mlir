// The largest cover that fits takes the ops; what it can't take stays.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --split-input-file | FileCheck %s

// CHECK-LABEL: @conv_bias_relu
//  CHECK-SAME: (%[[X:.*]]: tensor<1x8x8x4xf32>)
//       CHECK: %[[W:.*]] = relay.constant
//       CHECK: %[[B:.*]] = relay.constant
//       CHECK: %[[P:.*]] = relay.transpose %[[W]] {axes = [0, 2, 3, 1]} : (tensor<16x4x3x3xf32>) -> tensor<16x3x3x4xf32>
//       CHECK: %[[Y:.*]] = dsp.portable.conv2d_f32 %[[X]], %[[P]], %[[B]]
//  CHECK-SAME:   act_min = 0.000000e+00
//  CHECK-SAME:   padding = array<i64: 1, 1, 1, 1>
//  CHECK-NEXT: return %[[Y]]
func.func @conv_bias_relu(%x: tensor<1x8x8x4xf32>) -> tensor<1x8x8x16xf32> {
  %w = relay.constant "w" dense<1.0> : tensor<16x4x3x3xf32>
  %b = relay.constant "b" dense<1.0> : tensor<16xf32>
  %0 = relay.nn.conv2d %x, %w {padding = [1, 1, 1, 1], data_layout = "NHWC"} : (tensor<1x8x8x4xf32>, tensor<16x4x3x3xf32>) -> tensor<1x8x8x16xf32>
  %1 = relay.nn.bias_add %0, %b {axis = 3} : (tensor<1x8x8x16xf32>, tensor<16xf32>) -> tensor<1x8x8x16xf32>
  %2 = relay.nn.relu %1 : (tensor<1x8x8x16xf32>) -> tensor<1x8x8x16xf32>
  return %2 : tensor<1x8x8x16xf32>
}

// -----

// Two kernels fit; the one with the higher priority is taken.
// CHECK-LABEL: @depthwise
//       CHECK: relay.transpose {{.*}} {axes = [1, 2, 3, 0]} : (tensor<8x1x3x3xf32>) -> tensor<1x3x3x8xf32>
//       CHECK: dsp.portable.depthwise_conv2d_f32
func.func @depthwise(%x: tensor<1x8x8x8xf32>) -> tensor<1x8x8x8xf32> {
  %w = relay.constant "w" dense<1.0> : tensor<8x1x3x3xf32>
  %0 = relay.nn.conv2d %x, %w {padding = [1, 1, 1, 1], groups = 8, data_layout = "NHWC"} : (tensor<1x8x8x8xf32>, tensor<8x1x3x3xf32>) -> tensor<1x8x8x8xf32>
  return %0 : tensor<1x8x8x8xf32>
}

// -----

// The convolution's result has two users: it must not be computed twice.
// CHECK-LABEL: @shared_inner_value
//       CHECK: %[[C:.*]] = dsp.portable.conv2d_f32 %{{.*}}, %{{.*}} {channel_block = 4 : i64, dilation
//       CHECK: dsp.portable.relu_f32 %[[C]]
func.func @shared_inner_value(%x: tensor<1x8x8x4xf32>) -> (tensor<1x8x8x16xf32>, tensor<1x8x8x16xf32>) {
  %w = relay.constant "w" dense<1.0> : tensor<16x4x3x3xf32>
  %0 = relay.nn.conv2d %x, %w {padding = [1, 1, 1, 1], data_layout = "NHWC"} : (tensor<1x8x8x4xf32>, tensor<16x4x3x3xf32>) -> tensor<1x8x8x16xf32>
  %1 = relay.nn.relu %0 : (tensor<1x8x8x16xf32>) -> tensor<1x8x8x16xf32>
  return %0, %1 : tensor<1x8x8x16xf32>, tensor<1x8x8x16xf32>
}

// -----

// NCHW is not what the record says; the op stays.
// CHECK-LABEL: @wrong_layout
//       CHECK: relay.nn.conv2d
//   CHECK-NOT: dsp.portable
func.func @wrong_layout(%x: tensor<1x4x8x8xf32>) -> tensor<1x16x6x6xf32> {
  %w = relay.constant "w" dense<1.0> : tensor<16x4x3x3xf32>
  %0 = relay.nn.conv2d %x, %w : (tensor<1x4x8x8xf32>, tensor<16x4x3x3xf32>) -> tensor<1x16x6x6xf32>
  return %0 : tensor<1x16x6x6xf32>
}

// -----

// CHECK-LABEL: @views
//       CHECK: dsp.view %{{.*}} : tensor<2x3x4xf32> -> tensor<2x12xf32>
//  CHECK-NEXT: return
func.func @views(%x: tensor<2x3x4xf32>) -> tensor<2x12xf32> {
  %0 = relay.nn.batch_flatten %x : (tensor<2x3x4xf32>) -> tensor<2x12xf32>
  return %0 : tensor<2x12xf32>
}
