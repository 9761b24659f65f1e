// What XNNPACK's functions refuse, or compute differently, is not handed to them.
//
// RUN: dsp-opt %s --convert-relay-to-dsp=libraries=xnnpack --split-input-file | FileCheck %s

// Weights are packed when the operator is created.
// CHECK-LABEL: @weights_at_run_time(
//  CHECK-NEXT: relay.nn.dense
func.func @weights_at_run_time(%x: tensor<2x8xf32>, %w: tensor<5x8xf32>) -> tensor<2x5xf32> {
  %0 = relay.nn.dense %x, %w : (tensor<2x8xf32>, tensor<5x8xf32>) -> tensor<2x5xf32>
  return %0 : tensor<2x5xf32>
}

// -----

// It divides by the elements under the window alone.
// CHECK-LABEL: @padding_counts(
//  CHECK-NEXT: relay.nn.avg_pool2d
func.func @padding_counts(%x: tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32> {
  %0 = relay.nn.avg_pool2d %x {pool_size = array<i64: 3, 3>, padding = array<i64: 1, 1, 1, 1>, layout = "NHWC", count_include_pad = true} : (tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32>
  return %0 : tensor<1x4x4x2xf32>
}

// -----

// A window of one element is an error to it.
// CHECK-LABEL: @one_element(
//  CHECK-NEXT: relay.nn.max_pool2d
func.func @one_element(%x: tensor<1x4x4x2xf32>) -> tensor<1x2x2x2xf32> {
  %0 = relay.nn.max_pool2d %x {pool_size = array<i64: 1, 1>, strides = array<i64: 2, 2>, padding = array<i64: 0, 0, 0, 0>, layout = "NHWC"} : (tensor<1x4x4x2xf32>) -> tensor<1x2x2x2xf32>
  return %0 : tensor<1x2x2x2xf32>
}

// -----

// So is an empty range.
// CHECK-LABEL: @one_value(
//  CHECK-NEXT: relay.clip
func.func @one_value(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = relay.clip %x {a_min = 1.0, a_max = 1.0} : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

// CHECK-LABEL: @taken(
//  CHECK-NEXT: dsp.xnnpack.clamp_nc_f32
func.func @taken(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = relay.clip %x {a_min = 1.0, a_max = 2.0} : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
