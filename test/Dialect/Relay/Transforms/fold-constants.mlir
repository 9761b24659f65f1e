// RUN: dsp-opt %s --relay-fold-constants --split-input-file | FileCheck %s

// CHECK-LABEL: func.func @arithmetic
//  CHECK-NEXT: %[[C:.*]] = relay.constant "a" dense<[5.000000e+00, -1.000000e+00]> : tensor<2xf32>
//  CHECK-NEXT: return %[[C]]
func.func @arithmetic() -> tensor<2xf32> {
  %a = relay.constant "a" dense<[1.0, 4.0]> : tensor<2xf32>
  %two = relay.constant dense<2.0> : tensor<f32>
  %seven = relay.constant dense<7.0> : tensor<f32>
  %0 = relay.multiply %a, %two : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
  %1 = relay.subtract %seven, %0 : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}

// -----

// CHECK-LABEL: func.func @integers
//       CHECK: dense<[-2, 1, -3, 2]> : tensor<4xi32>
//       CHECK: dense<[-1, 1, -2, 2]> : tensor<4xi32>
func.func @integers() -> (tensor<4xi32>, tensor<4xi32>) {
  %a = relay.constant dense<[-7, 7, 7, -7]> : tensor<4xi32>
  %b = relay.constant dense<[4, 4, -3, -3]> : tensor<4xi32>
  %0 = relay.floor_divide %a, %b : (tensor<4xi32>, tensor<4xi32>) -> tensor<4xi32>
  %1 = relay.divide %a, %b : (tensor<4xi32>, tensor<4xi32>) -> tensor<4xi32>
  return %0, %1 : tensor<4xi32>, tensor<4xi32>
}

// -----

// What has no value in C stays.
// CHECK-LABEL: func.func @division_by_zero
//       CHECK: relay.divide
func.func @division_by_zero() -> tensor<2xi32> {
  %a = relay.constant dense<[1, 2]> : tensor<2xi32>
  %b = relay.constant dense<[1, 0]> : tensor<2xi32>
  %0 = relay.divide %a, %b : (tensor<2xi32>, tensor<2xi32>) -> tensor<2xi32>
  return %0 : tensor<2xi32>
}

// -----

// CHECK-LABEL: func.func @booleans
//       CHECK: dense<[true, false, true]> : tensor<3xi1>
//       CHECK: dense<[1, 20, 3]> : tensor<3xi32>
func.func @booleans() -> (tensor<3xi1>, tensor<3xi32>) {
  %a = relay.constant dense<[1, 2, 3]> : tensor<3xi32>
  %b = relay.constant dense<[10, 20, 30]> : tensor<3xi32>
  %c = relay.constant dense<[true, false, true]> : tensor<3xi1>
  %0 = relay.less %a, %b : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi1>
  %1 = relay.logical_and %0, %c : (tensor<3xi1>, tensor<3xi1>) -> tensor<3xi1>
  %2 = relay.where %1, %a, %b : (tensor<3xi1>, tensor<3xi32>, tensor<3xi32>) -> tensor<3xi32>
  return %1, %2 : tensor<3xi1>, tensor<3xi32>
}

// -----

// CHECK-LABEL: func.func @halves
//       CHECK: dense<[1.000000e+00, 6.550400e+04, 0x7C00]> : tensor<3xf16>
func.func @halves() -> tensor<3xf16> {
  %a = relay.constant dense<[1.0, 65504.0, 65504.0]> : tensor<3xf16>
  %b = relay.constant dense<[0.00048828125, 15.0, 16.0]> : tensor<3xf16>
  %0 = relay.add %a, %b : (tensor<3xf16>, tensor<3xf16>) -> tensor<3xf16>
  return %0 : tensor<3xf16>
}

// -----

// CHECK-LABEL: func.func @movement
//       CHECK: dense<{{\[\[}}1, 4], [2, 5], [3, 6]]> : tensor<3x2xi32>
//       CHECK: dense<{{\[\[}}1, 2], [3, 4], [5, 6]]> : tensor<3x2xi32>
//       CHECK: dense<{{\[\[}}6, 4], [3, 1]]> : tensor<2x2xi32>
//       CHECK: dense<{{\[\[}}3, 1], [6, 4]]> : tensor<2x2xi32>
//       CHECK: dense<{{\[\[}}1, 2, 3, 3], [4, 5, 6, 6]]> : tensor<2x4xi32>
func.func @movement() -> (tensor<3x2xi32>, tensor<3x2xi32>, tensor<2x2xi32>, tensor<2x2xi32>, tensor<2x4xi32>) {
  %a = relay.constant dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi32>
  %i = relay.constant dense<[2, 0]> : tensor<2xi32>
  %0 = relay.transpose %a : (tensor<2x3xi32>) -> tensor<3x2xi32>
  %1 = relay.reshape %a {newshape = [3, 2]} : (tensor<2x3xi32>) -> tensor<3x2xi32>
  %2 = relay.strided_slice %a {begin = [-1, -1], end = [-3, -4], strides = [-1, -2]} : (tensor<2x3xi32>) -> tensor<2x2xi32>
  %3 = relay.take %a, %i {axis = 1} : (tensor<2x3xi32>, tensor<2xi32>) -> tensor<2x2xi32>
  %4:2 = relay.split %a {indices_or_sections = [2], axis = 1} : (tensor<2x3xi32>) -> (tensor<2x2xi32>, tensor<2x1xi32>)
  %5 = relay.concatenate %a, %4#1 {axis = 1} : (tensor<2x3xi32>, tensor<2x1xi32>) -> tensor<2x4xi32>
  return %0, %1, %2, %3, %5 : tensor<3x2xi32>, tensor<3x2xi32>, tensor<2x2xi32>, tensor<2x2xi32>, tensor<2x4xi32>
}

// -----

// CHECK-LABEL: func.func @reductions
//       CHECK: dense<[6.000000e+00, 1.500000e+01]> : tensor<2xf32>
//       CHECK: dense<{{\[\[}}2.500000e+00, 3.500000e+00, 4.500000e+00]]> : tensor<1x3xf32>
//       CHECK: dense<6.000000e+00> : tensor<f32>
func.func @reductions() -> (tensor<2xf32>, tensor<1x3xf32>, tensor<f32>) {
  %a = relay.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
  %0 = relay.sum %a {axis = [0], exclude = true} : (tensor<2x3xf32>) -> tensor<2xf32>
  %1 = relay.mean %a {axis = [0], keepdims = true} : (tensor<2x3xf32>) -> tensor<1x3xf32>
  %2 = relay.max %a : (tensor<2x3xf32>) -> tensor<f32>
  return %0, %1, %2 : tensor<2xf32>, tensor<1x3xf32>, tensor<f32>
}

// -----

// Values above 64 bytes are resources; those that nothing uses any more print
// no data.
// CHECK-LABEL: func.func @resources
//       CHECK: relay.constant "w" dense_resource<w> : tensor<32xf32>
//       CHECK: dialect_resources
//  CHECK-NEXT:   builtin: {
//  CHECK-NEXT:     w: "0x40000000{{(0000803F)+}}"
//  CHECK-NEXT:   }
func.func @resources() -> tensor<32xf32> {
  %0 = relay.constant "w" dense<1.0> : tensor<1xf32>
  %1 = relay.broadcast_to %0 {shape = [32]} : (tensor<1xf32>) -> tensor<32xf32>
  return %1 : tensor<32xf32>
}

// -----

// A result that is much larger than what it is made of stays an op.
// CHECK-LABEL: func.func @growth
//  CHECK-NEXT: relay.zeros
func.func @growth() -> tensor<1000000xf32> {
  %0 = relay.zeros {shape = [1000000], dtype = "float32"} : () -> tensor<1000000xf32>
  return %0 : tensor<1000000xf32>
}

// -----

// Relay's kernels round halves away from zero.
// CHECK-LABEL: func.func @round
//  CHECK-NEXT: relay.constant {{.*}}dense<[-3.000000e+00, -1.000000e+00, 1.000000e+00, 3.000000e+00]>
func.func @round() -> tensor<4xf32> {
  %0 = relay.constant dense<[-2.5, -0.5, 0.5, 2.5]> : tensor<4xf32>
  %1 = relay.round %0 : (tensor<4xf32>) -> tensor<4xf32>
  return %1 : tensor<4xf32>
}

// -----

// One operand, used twice: it is let go of once.
// CHECK-LABEL: func.func @twice
//  CHECK-NEXT: dense<6.000000e+00>
//  CHECK-NEXT: return
func.func @twice() -> tensor<f32> {
  %0 = relay.constant dense<3.0> : tensor<f32>
  %1 = relay.add %0, %0 : (tensor<f32>, tensor<f32>) -> tensor<f32>
  return %1 : tensor<f32>
}
