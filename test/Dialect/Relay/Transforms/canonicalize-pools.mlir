// Pools of integers become two-dimensional ones with windows; those of floats
// stay, since the order of sums counts.
//
// RUN: dsp-opt %s --relay-canonicalize-forms --split-input-file | FileCheck %s

// CHECK-LABEL: @one_window
//       CHECK: relay.nn.global_avg_pool2d %arg0
func.func @one_window(%x: tensor<1x3x8x6xi32>) -> tensor<1x3x1x1xi32> {
  %0 = relay.nn.adaptive_avg_pool2d %x {output_size = [1]} : (tensor<1x3x8x6xi32>) -> tensor<1x3x1x1xi32>
  return %0 : tensor<1x3x1x1xi32>
}

// -----

// CHECK-LABEL: @windows_apart
//       CHECK: relay.nn.max_pool2d %arg0 {{.*}}pool_size = [2, 3], strides = [2, 3]
func.func @windows_apart(%x: tensor<1x8x6x3xi8>) -> tensor<1x4x2x3xi8> {
  %0 = relay.nn.adaptive_max_pool2d %x {output_size = [4, 2], layout = "NHWC"} : (tensor<1x8x6x3xi8>) -> tensor<1x4x2x3xi8>
  return %0 : tensor<1x4x2x3xi8>
}

// -----

// CHECK-LABEL: @windows_overlap
//       CHECK: relay.nn.adaptive_max_pool2d
func.func @windows_overlap(%x: tensor<1x8x6x3xi8>) -> tensor<1x3x2x3xi8> {
  %0 = relay.nn.adaptive_max_pool2d %x {output_size = [3, 2], layout = "NHWC"} : (tensor<1x8x6x3xi8>) -> tensor<1x3x2x3xi8>
  return %0 : tensor<1x3x2x3xi8>
}

// -----

// CHECK-LABEL: @floats
//       CHECK: relay.nn.adaptive_avg_pool2d
func.func @floats(%x: tensor<1x8x6x3xf32>) -> tensor<1x1x1x3xf32> {
  %0 = relay.nn.adaptive_avg_pool2d %x {output_size = [1], layout = "NHWC"} : (tensor<1x8x6x3xf32>) -> tensor<1x1x1x3xf32>
  return %0 : tensor<1x1x1x3xf32>
}

// -----

// CHECK-LABEL: @rows
//       CHECK: %[[IMAGE:[0-9]+]] = relay.reshape %arg0 {{.*}} -> tensor<2x3x1x11xi32>
//       CHECK: %[[POOL:[0-9]+]] = relay.nn.avg_pool2d %[[IMAGE]] {count_include_pad = true, padding = [0, 1, 0, 2], pool_size = [1, 3], strides = [1, 2]
//       CHECK: relay.reshape %[[POOL]] {{.*}} -> tensor<2x3x6xi32>
func.func @rows(%x: tensor<2x3x11xi32>) -> tensor<2x3x6xi32> {
  %0 = relay.nn.avg_pool1d %x {pool_size = [3], strides = [2], padding = [1, 2], count_include_pad = true} : (tensor<2x3x11xi32>) -> tensor<2x3x6xi32>
  return %0 : tensor<2x3x6xi32>
}

// -----

// Where nothing widens narrow numbers, and of 64 bits: volumes of depth 1.
// CHECK-LABEL: @narrow_average
//       CHECK: %[[VOLUME:.*]] = relay.reshape %arg0 {{.*}} -> tensor<1x3x1x8x6xi8>
//       CHECK: %[[POOL:.*]] = relay.nn.adaptive_avg_pool3d %[[VOLUME]] {{.*}} -> tensor<1x3x1x1x1xi8>
//       CHECK: relay.reshape %[[POOL]] {{.*}} -> tensor<1x3x1x1xi8>
func.func @narrow_average(%x: tensor<1x3x8x6xi8>) -> tensor<1x3x1x1xi8> {
  %0 = relay.nn.global_avg_pool2d %x : (tensor<1x3x8x6xi8>) -> tensor<1x3x1x1xi8>
  return %0 : tensor<1x3x1x1xi8>
}

// -----

// CHECK-LABEL: @wide_maximum
//       CHECK: relay.nn.max_pool3d {{.*}}padding = [0, 1, 2, 0, 3, 4], pool_size = [1, 3, 5], strides = [1, 2, 1]
func.func @wide_maximum(%x: tensor<1x8x6x3xi64>) -> tensor<1x5x8x3xi64> {
  %0 = relay.nn.max_pool2d %x {pool_size = [3, 5], strides = [2, 1], padding = [1, 2, 3, 4], layout = "NHWC"} : (tensor<1x8x6x3xi64>) -> tensor<1x5x8x3xi64>
  return %0 : tensor<1x5x8x3xi64>
}
