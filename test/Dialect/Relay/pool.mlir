// RUN: dsp-opt %s | dsp-opt | FileCheck %s

// CHECK-LABEL: @windows
func.func @windows(%x: tensor<1x4x8x9xf32>, %packed: tensor<1x2x8x9x4xf32>,
                   %ncw: tensor<1x4x10xf32>, %ndhwc: tensor<1x8x?x8x3xf32>) {
  // CHECK: relay.nn.max_pool2d %{{.*}} {pool_size = [3, 3], strides = [2, 2]} : (tensor<1x4x8x9xf32>) -> tensor<1x4x3x4xf32>
  %0 = relay.nn.max_pool2d %x {pool_size = [3, 3], strides = [2, 2]} : (tensor<1x4x8x9xf32>) -> tensor<1x4x3x4xf32>
  // CHECK: relay.nn.max_pool2d %{{.*}} {ceil_mode = true, pool_size = [3, 3], strides = [2, 2]} : (tensor<1x4x8x9xf32>) -> tensor<1x4x4x4xf32>
  %1 = relay.nn.max_pool2d %x {pool_size = [3, 3], strides = [2, 2], ceil_mode = true} : (tensor<1x4x8x9xf32>) -> tensor<1x4x4x4xf32>
  // CHECK: relay.nn.avg_pool2d %{{.*}} {count_include_pad = true, padding = [0, 1, 2, 3], pool_size = [2, 2]} : (tensor<1x4x8x9xf32>) -> tensor<1x4x9x12xf32>
  %2 = relay.nn.avg_pool2d %x {pool_size = [2, 2], padding = [0, 1, 2, 3], count_include_pad = true} : (tensor<1x4x8x9xf32>) -> tensor<1x4x9x12xf32>
  // Axes that are not pooled may be split.
  // CHECK: -> tensor<1x2x4x4x4xf32>
  %3 = relay.nn.max_pool2d %packed {pool_size = [2, 2], strides = [2, 2], layout = "NCHW4c"} : (tensor<1x2x8x9x4xf32>) -> tensor<1x2x4x4x4xf32>
  // CHECK: relay.nn.avg_pool1d %{{.*}} -> tensor<1x4x5xf32>
  %4 = relay.nn.avg_pool1d %ncw {pool_size = [3], dilation = [2], strides = [2], padding = [1, 2]} : (tensor<1x4x10xf32>) -> tensor<1x4x5xf32>
  // CHECK: relay.nn.max_pool3d %{{.*}} {layout = "NDHWC", padding = [1], pool_size = [3, 3, 3]} : (tensor<1x8x?x8x3xf32>) -> tensor<1x8x?x8x3xf32>
  %5 = relay.nn.max_pool3d %ndhwc {pool_size = [3, 3, 3], padding = [1], layout = "NDHWC"} : (tensor<1x8x?x8x3xf32>) -> tensor<1x8x?x8x3xf32>
  return
}

// CHECK-LABEL: @whole_axes
func.func @whole_axes(%x: tensor<1x4x8x9xf32>, %ncw: tensor<1x4x10xf32>, %v: tensor<1x4x5x6x7xf32>) {
  // CHECK: relay.nn.global_avg_pool2d %{{.*}} : (tensor<1x4x8x9xf32>) -> tensor<1x4x1x1xf32>
  %0 = relay.nn.global_avg_pool2d %x : (tensor<1x4x8x9xf32>) -> tensor<1x4x1x1xf32>
  // CHECK: relay.nn.global_max_pool2d %{{.*}} {layout = "NHWC"} : (tensor<1x4x8x9xf32>) -> tensor<1x1x1x9xf32>
  %1 = relay.nn.global_max_pool2d %x {layout = "NHWC"} : (tensor<1x4x8x9xf32>) -> tensor<1x1x1x9xf32>
  // CHECK: relay.nn.adaptive_avg_pool2d %{{.*}} {output_size = [3]} : (tensor<1x4x8x9xf32>) -> tensor<1x4x3x3xf32>
  %2 = relay.nn.adaptive_avg_pool2d %x {output_size = [3]} : (tensor<1x4x8x9xf32>) -> tensor<1x4x3x3xf32>
  // CHECK: relay.nn.adaptive_max_pool1d %{{.*}} : (tensor<1x4x10xf32>) -> tensor<1x4x10xf32>
  %3 = relay.nn.adaptive_max_pool1d %ncw {output_size = []} : (tensor<1x4x10xf32>) -> tensor<1x4x10xf32>
  // CHECK: -> tensor<1x4x1x2x3xf32>
  %4 = relay.nn.adaptive_avg_pool3d %v {output_size = [1, 2, 3]} : (tensor<1x4x5x6x7xf32>) -> tensor<1x4x1x2x3xf32>
  return
}
