// RUN: dsp-opt %s --relay-convert-layout --relay-fold-constants \
// RUN:   --split-input-file | FileCheck %s

// Channels' scales follow the channels; transpositions at the boundaries only.
// CHECK-LABEL: func.func @residual
//  CHECK-SAME: (%[[X:.*]]: tensor<1x2x8x8xi8>
//   CHECK-DAG: %[[T:.*]] = relay.transpose %[[X]] {axes = [0, 2, 3, 1]}
//       CHECK: %[[C:.*]] = relay.qnn.conv2d %[[T]], {{.*}} {data_layout = "NHWC", out_dtype = "int32", padding = [1, 1, 1, 1]} : {{.*}} -> tensor<1x8x8x2xi32>
//  CHECK-NEXT: %[[B:.*]] = relay.nn.bias_add %[[C]], %{{.*}} {axis = 3}
//  CHECK-NEXT: %[[R:.*]] = relay.qnn.requantize %[[B]], {{.*}} {axis = 3, out_dtype = "int8"} : (tensor<1x8x8x2xi32>, tensor<2xf32>
//  CHECK-NEXT: %[[A:.*]] = relay.qnn.add %[[R]], %[[T]], {{.*}} -> tensor<1x8x8x2xi8>
//  CHECK-NEXT: %[[S:.*]] = relay.qnn.sigmoid %[[A]], {{.*}} -> tensor<1x8x8x2xi8>
//  CHECK-NEXT: %[[P:.*]] = relay.qnn.avg_pool2d %[[S]], {{.*}} {layout = "NHWC", pool_size = [2, 2]} : {{.*}} -> tensor<1x7x7x2xi8>
//  CHECK-NEXT: %[[D:.*]] = relay.qnn.dequantize %[[P]], {{.*}} -> tensor<1x7x7x2xf32>
//  CHECK-NEXT: %[[O:.*]] = relay.transpose %[[D]] {axes = [0, 3, 1, 2]}
//  CHECK-NEXT: return %[[O]]
func.func @residual(%x: tensor<1x2x8x8xi8>, %w: tensor<2x2x3x3xi8>, %b: tensor<2xi32>, %v: tensor<2xf32>) -> tensor<1x2x7x7xf32> {
  %z = relay.constant dense<3> : tensor<i32>
  %s = relay.constant dense<0.5> : tensor<f32>
  %0 = relay.qnn.conv2d %x, %w, %z, %z, %s, %v {padding = [1, 1, 1, 1], out_dtype = "int32"} : (tensor<1x2x8x8xi8>, tensor<2x2x3x3xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<2xf32>) -> tensor<1x2x8x8xi32>
  %1 = relay.nn.bias_add %0, %b : (tensor<1x2x8x8xi32>, tensor<2xi32>) -> tensor<1x2x8x8xi32>
  %2 = relay.qnn.requantize %1, %v, %z, %s, %z {axis = 1, out_dtype = "int8"} : (tensor<1x2x8x8xi32>, tensor<2xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x2x8x8xi8>
  %3 = relay.qnn.add %2, %x, %s, %z, %s, %z, %s, %z : (tensor<1x2x8x8xi8>, tensor<1x2x8x8xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x2x8x8xi8>
  %4 = relay.qnn.sigmoid %3, %s, %z, %s, %z : (tensor<1x2x8x8xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x2x8x8xi8>
  %5 = relay.qnn.avg_pool2d %4, %s, %z, %s, %z {pool_size = [2, 2]} : (tensor<1x2x8x8xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x2x7x7xi8>
  %6 = relay.qnn.dequantize %5, %s, %z {out_dtype = "float32"} : (tensor<1x2x7x7xi8>, tensor<f32>, tensor<i32>) -> tensor<1x2x7x7xf32>
  return %6 : tensor<1x2x7x7xf32>
}

// -----

// The flattening before a dense layer moves its weight's columns.
// CHECK-LABEL: func.func @flatten
//       CHECK: %[[C:.*]] = relay.qnn.conv2d
//  CHECK-NEXT: %[[R:.*]] = relay.qnn.requantize %[[C]]
//  CHECK-NEXT: %[[F:.*]] = relay.reshape %[[R]] {newshape = [1, 8]}
//  CHECK-NEXT: %[[W:.*]] = relay.constant "w" dense<{{\[\[}}0, 4, 1, 5, 2, 6, 3, 7]]> : tensor<1x8xi8>
//  CHECK-NEXT: %[[D:.*]] = relay.qnn.dense %[[F]], %[[W]],
//  CHECK-NEXT: return %[[D]]
func.func @flatten(%x: tensor<1x2x2x2xi8>, %k: tensor<2x2x1x1xi8>) -> tensor<1x1xi32> {
  %w = relay.constant "w" dense<[[0, 1, 2, 3, 4, 5, 6, 7]]> : tensor<1x8xi8>
  %z = relay.constant dense<3> : tensor<i32>
  %s = relay.constant dense<0.5> : tensor<f32>
  %0 = relay.qnn.conv2d %x, %k, %z, %z, %s, %s {out_dtype = "int32"} : (tensor<1x2x2x2xi8>, tensor<2x2x1x1xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x2x2x2xi32>
  %1 = relay.qnn.requantize %0, %s, %z, %s, %z {out_dtype = "int8"} : (tensor<1x2x2x2xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x2x2x2xi8>
  %2 = relay.reshape %1 {newshape = [1, 8]} : (tensor<1x2x2x2xi8>) -> tensor<1x8xi8>
  %3 = relay.qnn.dense %2, %w, %z, %z, %s, %s {units = 1, out_dtype = "int32"} : (tensor<1x8xi8>, tensor<1x8xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x1xi32>
  return %3 : tensor<1x1xi32>
}

// -----

// Scales that vary along one operand's axis want the model's order.
// CHECK-LABEL: func.func @add_by_channel
//       CHECK: %[[C:.*]] = relay.qnn.conv2d
//       CHECK: %[[R:.*]] = relay.qnn.requantize %[[C]]
//       CHECK: %[[T:.*]] = relay.transpose %[[R]] {axes = [0, 3, 1, 2]}
//       CHECK: relay.qnn.add %[[T]], {{.*}} {lhs_axis = 1}
func.func @add_by_channel(%x: tensor<1x2x4x4xi8>, %k: tensor<2x2x1x1xi8>, %v: tensor<2xf32>) -> tensor<1x2x4x4xi8> {
  %z = relay.constant dense<3> : tensor<i32>
  %s = relay.constant dense<0.5> : tensor<f32>
  %0 = relay.qnn.conv2d %x, %k, %z, %z, %s, %s {out_dtype = "int32"} : (tensor<1x2x4x4xi8>, tensor<2x2x1x1xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x2x4x4xi32>
  %1 = relay.qnn.requantize %0, %s, %z, %s, %z {out_dtype = "int8"} : (tensor<1x2x4x4xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x2x4x4xi8>
  %2 = relay.qnn.add %1, %x, %v, %z, %s, %z, %s, %z {lhs_axis = 1} : (tensor<1x2x4x4xi8>, tensor<1x2x4x4xi8>, tensor<2xf32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x2x4x4xi8>
  return %2 : tensor<1x2x4x4xi8>
}

// -----

// One element needs no axis, so it may have one that the data has not.
// CHECK-LABEL: func.func @single_elements
//       CHECK: %[[C:.*]] = relay.qnn.conv2d
//  CHECK-NEXT: %[[D:.*]] = relay.qnn.dequantize %[[C]], {{.*}} {axis = 7, out_dtype = "float32"} : {{.*}} -> tensor<1x4x4x2xf32>
//  CHECK-NEXT: %[[T:.*]] = relay.transpose %[[D]] {axes = [0, 3, 1, 2]}
//  CHECK-NEXT: return %[[T]]
func.func @single_elements(%x: tensor<1x2x4x4xi8>, %k: tensor<2x2x1x1xi8>, %v: tensor<1xf32>) -> tensor<1x2x4x4xf32> {
  %z = relay.constant dense<3> : tensor<i32>
  %s = relay.constant dense<0.5> : tensor<f32>
  %0 = relay.qnn.conv2d %x, %k, %z, %z, %s, %s {out_dtype = "int32"} : (tensor<1x2x4x4xi8>, tensor<2x2x1x1xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x2x4x4xi32>
  %1 = relay.qnn.dequantize %0, %v, %z {axis = 7, out_dtype = "float32"} : (tensor<1x2x4x4xi32>, tensor<1xf32>, tensor<i32>) -> tensor<1x2x4x4xf32>
  return %1 : tensor<1x2x4x4xf32>
}
