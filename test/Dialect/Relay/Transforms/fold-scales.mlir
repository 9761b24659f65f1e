// RUN: dsp-opt %s --relay-fold-scales --relay-fold-constants --split-input-file | FileCheck %s

// CHECK-LABEL: func.func @dense
//   CHECK-DAG: %[[W:.*]] = relay.constant dense<{{\[}}[2.000000e+00, 6.000000e+00], [6.000000e+00, 1.200000e+01]]>
//   CHECK-DAG: %[[ONE:.*]] = relay.constant dense<1.000000e+00>
//   CHECK-DAG: %[[Q:.*]] = relay.qnn.dequantize %arg0, %[[ONE]],
//   CHECK-DAG: relay.nn.dense %[[Q]], %[[W]]
func.func @dense(%x: tensor<1x2xi8>) -> tensor<1x2xf32> {
  %s = relay.constant dense<2.0> : tensor<f32>
  %z = relay.constant dense<7> : tensor<i32>
  %w = relay.constant dense<[[1.0, 3.0], [3.0, 6.0]]> : tensor<2x2xf32>
  %0 = relay.qnn.dequantize %x, %s, %z {out_dtype = "float32"} : (tensor<1x2xi8>, tensor<f32>, tensor<i32>) -> tensor<1x2xf32>
  %1 = relay.nn.dense %0, %w : (tensor<1x2xf32>, tensor<2x2xf32>) -> tensor<1x2xf32>
  return %1 : tensor<1x2xf32>
}

// -----

// Through a rectifier and a sum, into both users: a convolution and one by
// channel.
// CHECK-LABEL: func.func @convolutions
//   CHECK-DAG: %[[W:.*]] = relay.constant dense<{{\[\[\[}}[2.000000e+00]], {{\[}}[8.000000e+00]]]]>
//   CHECK-DAG: %[[D:.*]] = relay.constant dense<{{\[\[\[}}[2.000000e+00]]], {{\[\[}}[4.000000e+00]]]]>
//   CHECK-DAG: %[[B:.*]] = relay.constant dense<{{\[\[}}[1.000000e+00]], {{\[}}[2.000000e+00]]]>
//   CHECK-DAG: %[[R:.*]] = relay.nn.relu %arg0
//   CHECK-DAG: %[[S:.*]] = relay.add %[[R]], %[[B]]
//   CHECK-DAG: relay.nn.conv2d %[[S]], %[[W]]
//   CHECK-DAG: relay.nn.conv2d %[[S]], %[[D]] {channels = 2, groups = 2
func.func @convolutions(%x: tensor<1x2x3x3xf32>) -> (tensor<1x1x3x3xf32>, tensor<1x2x3x3xf32>) {
  %s = relay.constant dense<[[[2.0]], [[4.0]]]> : tensor<2x1x1xf32>
  %b = relay.constant dense<[[[2.0]], [[8.0]]]> : tensor<2x1x1xf32>
  %w = relay.constant dense<[[[[1.0]], [[2.0]]]]> : tensor<1x2x1x1xf32>
  %d = relay.constant dense<[[[[1.0]]], [[[1.0]]]]> : tensor<2x1x1x1xf32>
  %0 = relay.multiply %x, %s : (tensor<1x2x3x3xf32>, tensor<2x1x1xf32>) -> tensor<1x2x3x3xf32>
  %1 = relay.nn.relu %0 : (tensor<1x2x3x3xf32>) -> tensor<1x2x3x3xf32>
  %2 = relay.add %1, %b : (tensor<1x2x3x3xf32>, tensor<2x1x1xf32>) -> tensor<1x2x3x3xf32>
  %3 = relay.nn.conv2d %2, %w {channels = 1, kernel_size = [1, 1]} : (tensor<1x2x3x3xf32>, tensor<1x2x1x1xf32>) -> tensor<1x1x3x3xf32>
  %4 = relay.nn.conv2d %2, %d {channels = 2, groups = 2, kernel_size = [1, 1]} : (tensor<1x2x3x3xf32>, tensor<2x1x1x1xf32>) -> tensor<1x2x3x3xf32>
  return %3, %4 : tensor<1x1x3x3xf32>, tensor<1x2x3x3xf32>
}

// -----

// A rectifier lets no negative factor pass.
// CHECK-LABEL: func.func @negative
//       CHECK: %[[P:.*]] = relay.multiply %arg0
//   CHECK-DAG: %[[R:.*]] = relay.nn.relu %[[P]]
//       CHECK: relay.nn.dense %[[R]]
func.func @negative(%x: tensor<1x2xf32>) -> tensor<1x2xf32> {
  %s = relay.constant dense<-2.0> : tensor<f32>
  %w = relay.constant dense<[[1.0, 3.0], [3.0, 6.0]]> : tensor<2x2xf32>
  %0 = relay.multiply %x, %s : (tensor<1x2xf32>, tensor<f32>) -> tensor<1x2xf32>
  %1 = relay.nn.relu %0 : (tensor<1x2xf32>) -> tensor<1x2xf32>
  %2 = relay.nn.dense %1, %w : (tensor<1x2xf32>, tensor<2x2xf32>) -> tensor<1x2xf32>
  return %2 : tensor<1x2xf32>
}

// -----

// Another user, a number that is added, weights that are computed.
// CHECK-LABEL: func.func @unchanged
// CHECK-COUNT-3: relay.multiply %arg0
//   CHECK-NOT: relay.multiply
func.func @unchanged(%x: tensor<1x2xf32>, %v: tensor<2x2xf32>) -> (tensor<1x2xf32>, tensor<1x2xf32>, tensor<1x2xf32>, tensor<1x2xf32>) {
  %s = relay.constant dense<2.0> : tensor<f32>
  %t = relay.constant dense<3.0> : tensor<f32>
  %u = relay.constant dense<4.0> : tensor<f32>
  %w = relay.constant dense<[[1.0, 3.0], [3.0, 6.0]]> : tensor<2x2xf32>
  %0 = relay.multiply %x, %s : (tensor<1x2xf32>, tensor<f32>) -> tensor<1x2xf32>
  %1 = relay.nn.dense %0, %w : (tensor<1x2xf32>, tensor<2x2xf32>) -> tensor<1x2xf32>
  %2 = relay.multiply %x, %t : (tensor<1x2xf32>, tensor<f32>) -> tensor<1x2xf32>
  %3 = relay.add %2, %u : (tensor<1x2xf32>, tensor<f32>) -> tensor<1x2xf32>
  %4 = relay.nn.dense %3, %w : (tensor<1x2xf32>, tensor<2x2xf32>) -> tensor<1x2xf32>
  %5 = relay.multiply %x, %u : (tensor<1x2xf32>, tensor<f32>) -> tensor<1x2xf32>
  %6 = relay.nn.dense %5, %v : (tensor<1x2xf32>, tensor<2x2xf32>) -> tensor<1x2xf32>
  return %0, %1, %4, %6 : tensor<1x2xf32>, tensor<1x2xf32>, tensor<1x2xf32>, tensor<1x2xf32>
}
