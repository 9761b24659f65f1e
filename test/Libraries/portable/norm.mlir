// Softmax and normalisation.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --split-input-file | FileCheck %s

// CHECK-LABEL: @softmax
//       CHECK: dsp.portable.softmax_f32 %{{.*}} {axis = 1 : i64}
func.func @softmax(%x: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
  %0 = relay.nn.softmax %x {axis = 1} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return %0 : tensor<2x3x4xf32>
}

// -----

// CHECK-LABEL: @log_softmax
//       CHECK: dsp.portable.log_softmax_f32 %{{.*}} {axis = 1 : i64}
func.func @log_softmax(%x: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
  %0 = relay.nn.log_softmax %x {axis = 1} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return %0 : tensor<2x3x4xf32>
}

// -----

// CHECK-LABEL: @layer_norm
//       CHECK: dsp.portable.layer_norm_f32
func.func @layer_norm(%x: tensor<2x3x4xf32>, %g: tensor<4xf32>, %b: tensor<4xf32>) -> tensor<2x3x4xf32> {
  %0 = relay.nn.layer_norm %x, %g, %b {axis = 2} : (tensor<2x3x4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<2x3x4xf32>
  return %0 : tensor<2x3x4xf32>
}

// -----

// CHECK-LABEL: @instance_norm
//       CHECK: dsp.portable.instance_norm_f32
func.func @instance_norm(%x: tensor<2x3x4xf32>, %g: tensor<4xf32>, %b: tensor<4xf32>) -> tensor<2x3x4xf32> {
  %0 = relay.nn.instance_norm %x, %g, %b {axis = 2} : (tensor<2x3x4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<2x3x4xf32>
  return %0 : tensor<2x3x4xf32>
}

// -----

// CHECK-LABEL: @group_norm
//       CHECK: dsp.portable.group_norm_f32
func.func @group_norm(%x: tensor<2x3x4xf32>, %g: tensor<4xf32>, %b: tensor<4xf32>) -> tensor<2x3x4xf32> {
  %0 = relay.nn.group_norm %x, %g, %b {axis = 2, num_groups = 2} : (tensor<2x3x4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<2x3x4xf32>
  return %0 : tensor<2x3x4xf32>
}

// -----

// gamma would count.
// CHECK-LABEL: @no_scale
//       CHECK: relay.nn.layer_norm
func.func @no_scale(%x: tensor<2x3x4xf32>, %g: tensor<4xf32>, %b: tensor<4xf32>) -> tensor<2x3x4xf32> {
  %0 = relay.nn.layer_norm %x, %g, %b {scale = false} : (tensor<2x3x4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<2x3x4xf32>
  return %0 : tensor<2x3x4xf32>
}

// -----

// CHECK-LABEL: @l2_normalize
//       CHECK: dsp.portable.l2_normalize_f32
func.func @l2_normalize(%x: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
  %0 = relay.nn.l2_normalize %x {eps = 1.0e-6, axis = [1, 2]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return %0 : tensor<2x3x4xf32>
}

// -----

// CHECK-LABEL: @lrn
//       CHECK: dsp.portable.lrn_f32
func.func @lrn(%x: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
  %0 = relay.nn.lrn %x {size = 3, axis = 2} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return %0 : tensor<2x3x4xf32>
}
