// RUN: dsp-opt %s --relay-pipeline | FileCheck %s --check-prefixes=CHECK,LAST
// RUN: dsp-opt %s --relay-pipeline=layout=NCHW \
// RUN:   | FileCheck %s --check-prefixes=CHECK,FIRST

// What TVM's SimplifyInference makes of a batch_norm: all of it ends in the
// weights and the bias. gamma / sqrt(var + 5) = 2, beta - mean * 2 = 4.
// CHECK-LABEL: func.func @main
//  LAST-DAG: %[[X:.*]] = relay.transpose %arg0 {axes = [0, 2, 3, 1]}
// CHECK-DAG: %[[W:.*]] = relay.constant "w" dense<6.000000e+00> : tensor<1x2x1x1xf32>
// CHECK-DAG: %[[B:.*]] = relay.constant "{{.*}}" dense<4.000000e+00> : tensor<1xf32>
//  LAST-DAG: %[[C:.*]] = relay.nn.conv2d %[[X]], %[[W]] {channels = 1, data_layout = "NHWC", kernel_size = [1, 1], padding = [0, 0, 0, 0]}
// FIRST-DAG: %[[C:.*]] = relay.nn.conv2d %arg0, %[[W]] {channels = 1, kernel_size = [1, 1], padding = [0, 0, 0, 0]}
//      LAST: %[[A:.*]] = relay.nn.bias_add %[[C]], %[[B]] {axis = 3}
//     FIRST: %[[A:.*]] = relay.nn.bias_add %[[C]], %[[B]]
//     CHECK: %[[R:.*]] = relay.nn.relu %[[A]]
//      LAST: %[[O:.*]] = relay.reshape %[[R]] {newshape = [1, 1, 4, 4]}
//      LAST: return %[[O]]
//     FIRST: return %[[R]]
func.func @main(%x: tensor<1x2x4x4xf32>) -> tensor<1x1x4x4xf32> {
  %w = relay.constant "w" dense<3.0> : tensor<1x2x1x1xf32>
  %gamma = relay.constant "gamma" dense<6.0> : tensor<1xf32>
  %beta = relay.constant "beta" dense<10.0> : tensor<1xf32>
  %mean = relay.constant "mean" dense<3.0> : tensor<1xf32>
  %var = relay.constant "var" dense<4.0> : tensor<1xf32>
  %eps = relay.constant dense<5.0> : tensor<f32>
  %one = relay.constant dense<1.0> : tensor<f32>
  %0 = relay.nn.conv2d %x, %w : (tensor<1x2x4x4xf32>, tensor<1x2x1x1xf32>) -> tensor<1x1x4x4xf32>
  %1 = relay.add %var, %eps : (tensor<1xf32>, tensor<f32>) -> tensor<1xf32>
  %2 = relay.sqrt %1 : (tensor<1xf32>) -> tensor<1xf32>
  %3 = relay.divide %one, %2 : (tensor<f32>, tensor<1xf32>) -> tensor<1xf32>
  %4 = relay.multiply %3, %gamma : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
  %5 = relay.expand_dims %4 {axis = 1, num_newaxis = 2} : (tensor<1xf32>) -> tensor<1x1x1xf32>
  %6 = relay.multiply %0, %5 : (tensor<1x1x4x4xf32>, tensor<1x1x1xf32>) -> tensor<1x1x4x4xf32>
  %7 = relay.negative %mean : (tensor<1xf32>) -> tensor<1xf32>
  %8 = relay.multiply %7, %4 : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
  %9 = relay.add %8, %beta : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
  %10 = relay.expand_dims %9 {axis = 1, num_newaxis = 2} : (tensor<1xf32>) -> tensor<1x1x1xf32>
  %11 = relay.add %6, %10 : (tensor<1x1x4x4xf32>, tensor<1x1x1xf32>) -> tensor<1x1x4x4xf32>
  %12 = relay.nn.relu %11 : (tensor<1x1x4x4xf32>) -> tensor<1x1x4x4xf32>
  return %12 : tensor<1x1x4x4xf32>
}
