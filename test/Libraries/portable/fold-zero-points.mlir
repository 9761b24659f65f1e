// The input's zero point goes into the bias where the weights are constant, and
// is what a convolution sees outside of its input.
//
// RUN: dsp-opt %s --canonicalize --split-input-file | FileCheck %s

// 10 - 3 * (1 + 2 - 5 + 4), 20 - 3 * (7 + 7 + 7 + 7)
// CHECK-LABEL: @conv2d
//       CHECK: %[[B:.*]] = dsp.constant "b" dense<[4, -64]> : tensor<2xi32>
//       CHECK: dsp.portable.conv2d_s8 %{{.*}}, %{{.*}}, %[[B]]
//  CHECK-SAME: filter_zero_point = 0 : i32
//  CHECK-SAME: input_zero_point = 0 : i32
//  CHECK-SAME: padding_value = 3 : i32
func.func @conv2d(%x: tensor<1x4x4x1xi8>) -> tensor<1x4x4x2xi8> {
  %w = dsp.constant "w" dense<[[[[1], [2]], [[-5], [4]]], [[[7], [7]], [[7], [7]]]]> : tensor<2x2x2x1xi8>
  %b = dsp.constant "b" dense<[10, 20]> : tensor<2xi32>
  %0 = dsp.portable.conv2d_s8 %x, %w, %b {strides = array<i64: 1, 1>, padding = array<i64: 1, 1, 0, 0>, dilation = array<i64: 1, 1>, groups = 1 : i64, input_scale = 1.0 : f32, input_zero_point = 3 : i32, filter_scale = array<f32: 1.0>, filter_zero_point = 0 : i32, sum_scale = array<f32: 1.0>, output_scale = 1.0 : f32, output_zero_point = 0 : i32, rounding = "UPWARD"} : (tensor<1x4x4x1xi8>, tensor<2x2x2x1xi8>, tensor<2xi32>) -> tensor<1x4x4x2xi8>
  return %0 : tensor<1x4x4x2xi8>
}

// -----

// Without a bias there is one now; a zero point of the weights counts, too:
// -3 * (1 - 9 + 3 - 9), -3 * (255 - 9 + 4 - 9).
// CHECK-LABEL: @depthwise
//       CHECK: %[[B:.*]] = dsp.constant dense<[42, -723]> : tensor<2xi32>
//       CHECK: dsp.portable.depthwise_conv2d_u8 %{{.*}}, %{{.*}}, %[[B]]
//  CHECK-SAME: filter_zero_point = 9 : i32
//  CHECK-SAME: input_zero_point = 0 : i32
//  CHECK-SAME: padding_value = 3 : i32
func.func @depthwise(%x: tensor<1x4x4x2xui8>) -> tensor<1x4x3x2xui8> {
  %w = dsp.constant "w" dense<[[[[1, 255], [3, 4]]]]> : tensor<1x1x2x2xui8>
  %0 = dsp.portable.depthwise_conv2d_u8 %x, %w {strides = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>, dilation = array<i64: 1, 1>, groups = 2 : i64, input_scale = 1.0 : f32, input_zero_point = 3 : i32, filter_scale = array<f32: 1.0>, filter_zero_point = 9 : i32, sum_scale = array<f32: 1.0>, output_scale = 1.0 : f32, output_zero_point = 0 : i32, rounding = "UPWARD"} : (tensor<1x4x4x2xui8>, tensor<1x1x2x2xui8>) -> tensor<1x4x3x2xui8>
  return %0 : tensor<1x4x3x2xui8>
}

// -----

// Sums wrap around: 2147483647 + 128 * 2 * 127 has 32 bits.
// CHECK-LABEL: @dense
//       CHECK: %[[B:.*]] = dsp.constant dense<-2147451137> : tensor<1xi32>
//       CHECK: dsp.portable.dense_s8_i32 %{{.*}}, %{{.*}}, %[[B]] {filter_zero_point = 0 : i32, input_zero_point = 0 : i32}
func.func @dense(%x: tensor<1x2xi8>) -> tensor<1x1xi32> {
  %w = dsp.constant "w" dense<127> : tensor<1x2xi8>
  %b = dsp.constant dense<2147483647> : tensor<1xi32>
  %0 = dsp.portable.dense_s8_i32 %x, %w, %b {input_zero_point = -128 : i32, filter_zero_point = 0 : i32} : (tensor<1x2xi8>, tensor<1x2xi8>, tensor<1xi32>) -> tensor<1x1xi32>
  return %0 : tensor<1x1xi32>
}

// -----

// What is only known when the model runs stays as it is.
// CHECK-LABEL: @not_constant
//       CHECK: dsp.portable.dense_s8_i32 %{{.*}}, %{{.*}} {filter_zero_point = 0 : i32, input_zero_point = 5 : i32}
//       CHECK: dsp.portable.dense_s8_i32 %{{.*}}, %{{.*}}, %{{.*}} {filter_zero_point = 0 : i32, input_zero_point = 5 : i32}
func.func @not_constant(%x: tensor<1x2xi8>, %v: tensor<1x2xi8>, %b: tensor<1xi32>) -> (tensor<1x1xi32>, tensor<1x1xi32>) {
  %w = dsp.constant "w" dense<127> : tensor<1x2xi8>
  %0 = dsp.portable.dense_s8_i32 %x, %v {input_zero_point = 5 : i32, filter_zero_point = 0 : i32} : (tensor<1x2xi8>, tensor<1x2xi8>) -> tensor<1x1xi32>
  %1 = dsp.portable.dense_s8_i32 %x, %w, %b {input_zero_point = 5 : i32, filter_zero_point = 0 : i32} : (tensor<1x2xi8>, tensor<1x2xi8>, tensor<1xi32>) -> tensor<1x1xi32>
  return %0, %1 : tensor<1x1xi32>, tensor<1x1xi32>
}

// -----

// What is outside already counts as 5 besides.
// CHECK-LABEL: @padding_before
//       CHECK: dsp.portable.conv2d_s8_i32
//  CHECK-SAME: input_zero_point = 0 : i32
//  CHECK-SAME: padding_value = 8 : i32
func.func @padding_before(%x: tensor<1x4x4x1xi8>) -> tensor<1x5x5x1xi32> {
  %w = dsp.constant "w" dense<1> : tensor<1x2x2x1xi8>
  %0 = dsp.portable.conv2d_s8_i32 %x, %w {strides = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>, groups = 1 : i64, input_zero_point = 3 : i32, filter_zero_point = 0 : i32, padding_value = 5 : i32} : (tensor<1x4x4x1xi8>, tensor<1x2x2x1xi8>) -> tensor<1x5x5x1xi32>
  return %0 : tensor<1x5x5x1xi32>
}

// -----

// A zero point that no element of the input can be can't lie outside of it.
// CHECK-LABEL: @no_such_element
//       CHECK: dsp.portable.conv2d_s8_i32
//  CHECK-SAME: input_zero_point = 200 : i32
//   CHECK-NOT: padding_value
func.func @no_such_element(%x: tensor<1x4x4x1xi8>) -> tensor<1x5x5x1xi32> {
  %w = dsp.constant "w" dense<1> : tensor<1x2x2x1xi8>
  %0 = dsp.portable.conv2d_s8_i32 %x, %w {strides = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>, groups = 1 : i64, input_zero_point = 200 : i32, filter_zero_point = 0 : i32} : (tensor<1x4x4x1xi8>, tensor<1x2x2x1xi8>) -> tensor<1x5x5x1xi32>
  return %0 : tensor<1x5x5x1xi32>
}
