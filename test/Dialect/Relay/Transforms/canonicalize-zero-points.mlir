// Zero points that kernels don't take leave the layer's sum.
//
// RUN: dsp-opt %s --relay-canonicalize-forms --split-input-file | FileCheck %s

// Of the input, at run time: the sums of constant weights are constants.
// CHECK-LABEL: @input_of_dense
//   CHECK-DAG: %[[SUMS:.*]] = relay.constant dense<[3, 9]>
//   CHECK-DAG: %[[ZERO:.*]] = relay.constant dense<0>
//   CHECK-DAG: %[[DENSE:.*]] = relay.qnn.dense %arg0, %{{.*}}, %[[ZERO]],
//       CHECK: %[[OFFSET:.*]] = relay.multiply %arg1, %[[SUMS]]
//       CHECK: relay.subtract %[[DENSE]], %[[OFFSET]] : (tensor<4x2xi32>, tensor<2xi32>)
func.func @input_of_dense(%x: tensor<4x3xui8>, %z: tensor<i32>) -> tensor<4x2xi32> {
  %w = relay.constant dense<[[1, 2, 3], [3, 4, 5]]> : tensor<2x3xui8>
  %zw = relay.constant dense<1> : tensor<i32>
  %one = relay.constant dense<1.0> : tensor<f32>
  %0 = relay.qnn.dense %x, %w, %z, %zw, %one, %one {units = 2, out_dtype = "int32"} : (tensor<4x3xui8>, tensor<2x3xui8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<4x2xi32>
  return %0 : tensor<4x2xi32>
}

// -----

// CHECK-LABEL: @input_of_conv
//       CHECK: %[[NUMBER:.*]] = relay.cast %arg1 {{.*}} -> tensor<ui8>
//       CHECK: %[[PAD:.*]] = relay.nn.pad %arg0, %[[NUMBER]] {{.*}} -> tensor<1x2x5x6xui8>
//       CHECK: relay.qnn.conv2d %[[PAD]],
//   CHECK-NOT: padding = [1
//       CHECK: relay.multiply %{{.*}}, %arg1
//       CHECK: relay.reshape %{{.*}} -> tensor<4x1x1xi32>
//       CHECK: relay.subtract
func.func @input_of_conv(%x: tensor<1x2x4x4xui8>, %z: tensor<i32>, %w: tensor<4x2x3x3xui8>) -> tensor<1x4x3x4xi32> {
  %zw = relay.constant dense<1> : tensor<i32>
  %one = relay.constant dense<1.0> : tensor<f32>
  %0 = relay.qnn.conv2d %x, %w, %z, %zw, %one, %one {channels = 4, kernel_size = [3, 3], padding = [1, 0, 0, 2], out_dtype = "int32"} : (tensor<1x2x4x4xui8>, tensor<4x2x3x3xui8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x4x3x4xi32>
  return %0 : tensor<1x4x3x4xi32>
}

// -----

// Of weights, by channel: a layer of ones sums up the input.
// CHECK-LABEL: @weights_of_conv
//   CHECK-DAG: %[[ONES:.*]] = relay.constant dense<1> : tensor<1x2x3x3xui8>
//   CHECK-DAG: relay.qnn.conv2d %arg0, %arg1
//       CHECK: %[[SUMS:.*]] = relay.qnn.conv2d %arg0, %[[ONES]], {{.*}}channels = 1{{.*}} -> tensor<1x1x2x2xi32>
//       CHECK: relay.multiply %[[SUMS]], %{{.*}} : (tensor<1x1x2x2xi32>, tensor<4x1x1xi32>) -> tensor<1x4x2x2xi32>
//       CHECK: relay.subtract
func.func @weights_of_conv(%x: tensor<1x2x4x4xui8>, %w: tensor<4x2x3x3xui8>) -> tensor<1x4x2x2xi32> {
  %z = relay.constant dense<3> : tensor<i32>
  %zw = relay.constant dense<[1, 2, 3, 4]> : tensor<4xi32>
  %one = relay.constant dense<1.0> : tensor<f32>
  %0 = relay.qnn.conv2d %x, %w, %z, %zw, %one, %one {channels = 4, kernel_size = [3, 3], out_dtype = "int32"} : (tensor<1x2x4x4xui8>, tensor<4x2x3x3xui8>, tensor<i32>, tensor<4xi32>, tensor<f32>, tensor<f32>) -> tensor<1x4x2x2xi32>
  return %0 : tensor<1x4x2x2xi32>
}

// -----

// CHECK-LABEL: @both_of_product
//       CHECK: %[[PRODUCT:.*]] = relay.qnn.batch_matmul %arg0, %arg1
//       CHECK: %[[LHS:.*]] = relay.qnn.batch_matmul %arg0, %{{.*}} -> tensor<2x3x1xi32>
//       CHECK: relay.multiply %[[LHS]], %arg3
//       CHECK: relay.sum
//       CHECK: relay.subtract {{.*}} -> tensor<2x3x5xi32>
func.func @both_of_product(%x: tensor<2x3x4xi8>, %y: tensor<2x5x4xi8>, %zx: tensor<i32>, %zy: tensor<i32>) -> tensor<2x3x5xi32> {
  %one = relay.constant dense<1.0> : tensor<f32>
  %0 = relay.qnn.batch_matmul %x, %y, %zx, %zy, %one, %one {transpose_b = true, out_dtype = "int32"} : (tensor<2x3x4xi8>, tensor<2x5x4xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<2x3x5xi32>
  return %0 : tensor<2x3x5xi32>
}

// -----

// Weights get the sign of the data, computed or not.
// CHECK-LABEL: @sign
//   CHECK-DAG: %[[BIT:.*]] = relay.constant dense<-128> : tensor<i8>
//   CHECK-DAG: %[[ZERO:.*]] = relay.constant dense<131> : tensor<i32>
//   CHECK-DAG: %[[TURNED:.*]] = relay.bitwise_xor %arg1, %[[BIT]]
//   CHECK-DAG: %[[WEIGHTS:.*]] = relay.cast %[[TURNED]] {{.*}} -> tensor<2x3xui8>
//       CHECK: relay.qnn.dense %arg0, %[[WEIGHTS]], %{{.*}}, %[[ZERO]],
func.func @sign(%x: tensor<4x3xui8>, %w: tensor<2x3xi8>) -> tensor<4x2xi32> {
  %z = relay.constant dense<3> : tensor<i32>
  %one = relay.constant dense<1.0> : tensor<f32>
  %0 = relay.qnn.dense %x, %w, %z, %z, %one, %one {units = 2, out_dtype = "int32"} : (tensor<4x3xui8>, tensor<2x3xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<4x2xi32>
  return %0 : tensor<4x2xi32>
}

// -----

// CHECK-LABEL: @rows
//       CHECK: relay.transpose %arg1 {axes = [0, 2, 1]}
//       CHECK: relay.qnn.batch_matmul {{.*}}transpose_b = true
func.func @rows(%x: tensor<2x3x4xi8>, %y: tensor<2x4x5xi8>) -> tensor<2x3x5xi32> {
  %0 = relay.nn.batch_matmul %x, %y {out_dtype = "int32"} : (tensor<2x3x4xi8>, tensor<2x4x5xi8>) -> tensor<2x3x5xi32>
  return %0 : tensor<2x3x5xi32>
}
