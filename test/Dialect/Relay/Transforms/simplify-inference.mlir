// RUN: dsp-opt %s --relay-simplify-inference --relay-fold-constants \
// RUN:   --split-input-file | FileCheck %s

// CHECK-LABEL: func.func @dropout
//  CHECK-SAME: (%[[X:.*]]: tensor<2xf32>)
//  CHECK-NEXT: return %[[X]]
func.func @dropout(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0:2 = relay.nn.dropout %x : (tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>)
  return %0#0 : tensor<2xf32>
}

// -----

// The mask is only known in training.
// CHECK-LABEL: func.func @dropout_mask
//       CHECK: relay.nn.dropout
func.func @dropout_mask(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0:2 = relay.nn.dropout %x : (tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>)
  return %0#1 : tensor<2xf32>
}

// -----

// scale = 6 / sqrt(4), 2 / sqrt(1); shift = beta - mean * scale.
// CHECK-LABEL: func.func @batch_norm_of_conv
//   CHECK-DAG: %[[W:.*]] = relay.constant "w" dense<{{\[\[\[}}[3.000000e+00]]], {{\[\[}}[4.000000e+00]]]]> : tensor<2x1x1x1xf32>
//   CHECK-DAG: %[[B:.*]] = relay.constant "beta" dense<[7.000000e+00, -5.000000e+00]> : tensor<2xf32>
//   CHECK-DAG: %[[CONV:.*]] = relay.nn.conv2d %{{.*}}, %[[W]]
//       CHECK: %[[OUT:.*]] = relay.nn.bias_add %[[CONV]], %[[B]]
//   CHECK-NOT: relay.
//       CHECK: return %[[OUT]]
func.func @batch_norm_of_conv(%x: tensor<1x1x4x4xf32>) -> tensor<1x2x4x4xf32> {
  %w = relay.constant "w" dense<[[[[1.0]]], [[[2.0]]]]> : tensor<2x1x1x1xf32>
  %gamma = relay.constant "gamma" dense<[6.0, 2.0]> : tensor<2xf32>
  %beta = relay.constant "beta" dense<[10.0, 1.0]> : tensor<2xf32>
  %mean = relay.constant "mean" dense<[1.0, 3.0]> : tensor<2xf32>
  %var = relay.constant "var" dense<[4.0, 1.0]> : tensor<2xf32>
  %0 = relay.nn.conv2d %x, %w {channels = 2, kernel_size = [1, 1]} : (tensor<1x1x4x4xf32>, tensor<2x1x1x1xf32>) -> tensor<1x2x4x4xf32>
  %1:3 = relay.nn.batch_norm %0, %gamma, %beta, %mean, %var {epsilon = 0.0} : (tensor<1x2x4x4xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> (tensor<1x2x4x4xf32>, tensor<2xf32>, tensor<2xf32>)
  return %1#0 : tensor<1x2x4x4xf32>
}

// -----

// The weights of a convolution whose result has other users are not scaled.
// CHECK-LABEL: func.func @batch_norm_two_uses
//   CHECK-DAG: relay.constant "w" dense<{{\[\[\[}}[1.000000e+00]]], {{\[\[}}[2.000000e+00]]]]>
//   CHECK-DAG: relay.constant "gamma" dense<{{.*}}3.000000e+00{{.*}}2.000000e+00{{.*}}> : tensor<2x1x1xf32>
//   CHECK-DAG: %[[CONV:.*]] = relay.nn.conv2d
//       CHECK: relay.multiply %[[CONV]]
//       CHECK: relay.add
func.func @batch_norm_two_uses(%x: tensor<1x1x4x4xf32>) -> (tensor<1x2x4x4xf32>, tensor<1x2x4x4xf32>) {
  %w = relay.constant "w" dense<[[[[1.0]]], [[[2.0]]]]> : tensor<2x1x1x1xf32>
  %gamma = relay.constant "gamma" dense<[6.0, 2.0]> : tensor<2xf32>
  %beta = relay.constant "beta" dense<[10.0, 1.0]> : tensor<2xf32>
  %mean = relay.constant "mean" dense<[1.0, 3.0]> : tensor<2xf32>
  %var = relay.constant "var" dense<[4.0, 1.0]> : tensor<2xf32>
  %0 = relay.nn.conv2d %x, %w {channels = 2, kernel_size = [1, 1]} : (tensor<1x1x4x4xf32>, tensor<2x1x1x1xf32>) -> tensor<1x2x4x4xf32>
  %1:3 = relay.nn.batch_norm %0, %gamma, %beta, %mean, %var {epsilon = 0.0} : (tensor<1x2x4x4xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> (tensor<1x2x4x4xf32>, tensor<2xf32>, tensor<2xf32>)
  return %1#0, %0 : tensor<1x2x4x4xf32>, tensor<1x2x4x4xf32>
}

// -----

// A bias in front is scaled with the weights: 3 * 5 + 7, 2 * 6 - 5. Neither
// center nor scale: gamma and beta don't count.
// CHECK-LABEL: func.func @batch_norm_of_bias_add
//   CHECK-DAG: %[[W:.*]] = relay.constant "w" dense<{{\[\[}}3.000000e+00, 6.000000e+00], [6.000000e+00, 8.000000e+00]]> : tensor<2x2xf32>
//   CHECK-DAG: %[[B:.*]] = relay.constant "b" dense<[2.200000e+01, 7.000000e+00]> : tensor<2xf32>
//   CHECK-DAG: %[[DENSE:.*]] = relay.nn.dense %{{.*}}, %[[W]]
//       CHECK: relay.nn.bias_add %[[DENSE]], %[[B]]
//   CHECK-NOT: relay.
func.func @batch_norm_of_bias_add(%x: tensor<1x2xf32>) -> tensor<1x2xf32> {
  %w = relay.constant "w" dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>
  %b = relay.constant "b" dense<[5.0, 6.0]> : tensor<2xf32>
  %gamma = relay.constant "gamma" dense<[6.0, 2.0]> : tensor<2xf32>
  %beta = relay.constant "beta" dense<[10.0, 1.0]> : tensor<2xf32>
  %mean = relay.constant "mean" dense<[1.0, 3.0]> : tensor<2xf32>
  %var = relay.constant "var" dense<[4.0, 1.0]> : tensor<2xf32>
  %0 = relay.nn.dense %x, %w {units = 2} : (tensor<1x2xf32>, tensor<2x2xf32>) -> tensor<1x2xf32>
  %1 = relay.nn.bias_add %0, %b : (tensor<1x2xf32>, tensor<2xf32>) -> tensor<1x2xf32>
  %2:3 = relay.nn.batch_norm %1, %gamma, %beta, %mean, %var {epsilon = 0.0} : (tensor<1x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> (tensor<1x2xf32>, tensor<2xf32>, tensor<2xf32>)
  return %2#0 : tensor<1x2xf32>
}

// -----

// CHECK-LABEL: func.func @batch_norm_plain
//   CHECK-DAG: %[[S:.*]] = relay.constant {{.*}}dense<{{\[\[}}[5.000000e-01]], {{\[\[}}1.000000e+00]]]> : tensor<2x1x1xf32>
//   CHECK-DAG: %[[B:.*]] = relay.constant {{.*}}dense<{{\[\[}}[-5.000000e-01]], {{\[\[}}-3.000000e+00]]]> : tensor<2x1x1xf32>
//   CHECK-DAG: %[[MUL:.*]] = relay.multiply %{{.*}}, %[[S]]
//       CHECK: relay.add %[[MUL]], %[[B]]
func.func @batch_norm_plain(%x: tensor<1x2x4x4xf32>) -> tensor<1x2x4x4xf32> {
  %gamma = relay.constant "gamma" dense<[6.0, 2.0]> : tensor<2xf32>
  %beta = relay.constant "beta" dense<[10.0, 1.0]> : tensor<2xf32>
  %mean = relay.constant "mean" dense<[1.0, 3.0]> : tensor<2xf32>
  %var = relay.constant "var" dense<[4.0, 1.0]> : tensor<2xf32>
  %1:3 = relay.nn.batch_norm %x, %gamma, %beta, %mean, %var {epsilon = 0.0, center = false, scale = false} : (tensor<1x2x4x4xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> (tensor<1x2x4x4xf32>, tensor<2xf32>, tensor<2xf32>)
  return %1#0 : tensor<1x2x4x4xf32>
}
