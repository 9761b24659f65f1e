// RUN: dsp-opt %s | dsp-opt | FileCheck %s

// CHECK-LABEL: @conv2d
func.func @conv2d(%x: tensor<1x3x224x224xf32>, %w: tensor<64x3x7x7xf32>,
                  %nhwc: tensor<2x9x?x4xf32>, %hwio: tensor<3x2x2x6xf32>,
                  %dw: tensor<3x1x3x3xf32>, %hwoi: tensor<3x3x4x2xf32>) {
  // Attributes that equal Relay's defaults are left out.
  // CHECK: relay.nn.conv2d %{{.*}}, %{{.*}} {padding = [3, 3, 3, 3], strides = [2, 2]} : (tensor<1x3x224x224xf32>, tensor<64x3x7x7xf32>) -> tensor<1x64x112x112xf32>
  %0 = relay.nn.conv2d %x, %w {strides = [2, 2], padding = [3, 3, 3, 3], dilation = [1, 1], groups = 1, data_layout = "NCHW", out_dtype = ""} : (tensor<1x3x224x224xf32>, tensor<64x3x7x7xf32>) -> tensor<1x64x112x112xf32>
  // CHECK: relay.nn.conv2d %{{.*}} {channels = 6, data_layout = "NHWC", dilation = [2, 1], groups = 2, kernel_layout = "HWIO", kernel_size = [3, 2], out_dtype = "float16", out_layout = "NCHW", padding = [1]} : (tensor<2x9x?x4xf32>, tensor<3x2x2x6xf32>) -> tensor<2x6x7x?xf16>
  %1 = relay.nn.conv2d %nhwc, %hwio {padding = [1], dilation = [2, 1], groups = 2, channels = 6, kernel_size = [3, 2], data_layout = "NHWC", kernel_layout = "HWIO", out_layout = "NCHW", out_dtype = "float16"} : (tensor<2x9x?x4xf32>, tensor<3x2x2x6xf32>) -> tensor<2x6x7x?xf16>
  // CHECK: relay.nn.conv2d %{{.*}} {groups = 3} : (tensor<1x3x224x224xf32>, tensor<3x1x3x3xf32>) -> tensor<1x3x222x222xf32>
  %2 = relay.nn.conv2d %x, %dw {groups = 3} : (tensor<1x3x224x224xf32>, tensor<3x1x3x3xf32>) -> tensor<1x3x222x222xf32>
  // The channel multiplier stands where others have the input's channels.
  // CHECK: -> tensor<2x7x?x8xf32>
  %3 = relay.nn.conv2d %nhwc, %hwoi {groups = 4, channels = 8, kernel_size = [3, 3], data_layout = "NHWC", kernel_layout = "HWOI"} : (tensor<2x9x?x4xf32>, tensor<3x3x4x2xf32>) -> tensor<2x7x?x8xf32>
  return
}

// CHECK-LABEL: @other_ranks
func.func @other_ranks(%ncw: tensor<1x4x16xf32>, %w1: tensor<8x4x3xf32>,
                       %ndhwc: tensor<1x8x9x10x2xf32>, %dhwio: tensor<3x3x3x2x5xf32>) {
  // CHECK: relay.nn.conv1d %{{.*}} {padding = [1, 0], strides = [2]} : (tensor<1x4x16xf32>, tensor<8x4x3xf32>) -> tensor<1x8x8xf32>
  %0 = relay.nn.conv1d %ncw, %w1 {strides = [2], padding = [1, 0]} : (tensor<1x4x16xf32>, tensor<8x4x3xf32>) -> tensor<1x8x8xf32>
  // CHECK: relay.nn.conv3d %{{.*}} -> tensor<1x8x9x10x5xf32>
  %1 = relay.nn.conv3d %ndhwc, %dhwio {padding = [1, 1, 1], data_layout = "NDHWC", kernel_layout = "DHWIO"} : (tensor<1x8x9x10x2xf32>, tensor<3x3x3x2x5xf32>) -> tensor<1x8x9x10x5xf32>
  return
}

// CHECK-LABEL: @transposed
func.func @transposed(%x: tensor<1x4x5x6xf32>, %w: tensor<4x3x4x4xf32>,
                      %ncw: tensor<2x3x7xf32>, %w1: tensor<3x2x3xf32>,
                      %v: tensor<1x2x5x6x7xf32>, %w3: tensor<2x3x1x2x3xf32>) {
  // CHECK: relay.nn.conv2d_transpose %{{.*}} {output_padding = [1, 0], padding = [1, 1], strides = [2, 2]} : (tensor<1x4x5x6xf32>, tensor<4x3x4x4xf32>) -> tensor<1x3x11x12xf32>
  %0 = relay.nn.conv2d_transpose %x, %w {strides = [2, 2], padding = [1, 1], output_padding = [1, 0]} : (tensor<1x4x5x6xf32>, tensor<4x3x4x4xf32>) -> tensor<1x3x11x12xf32>
  // CHECK: -> tensor<1x6x8x9xf32>
  %1 = relay.nn.conv2d_transpose %x, %w {groups = 2, channels = 6, kernel_size = [4, 4]} : (tensor<1x4x5x6xf32>, tensor<4x3x4x4xf32>) -> tensor<1x6x8x9xf32>
  // CHECK: relay.nn.conv1d_transpose %{{.*}} -> tensor<2x2x9xf32>
  %2 = relay.nn.conv1d_transpose %ncw, %w1 : (tensor<2x3x7xf32>, tensor<3x2x3xf32>) -> tensor<2x2x9xf32>
  // CHECK: relay.nn.conv3d_transpose %{{.*}} -> tensor<1x3x5x7x9xf32>
  %3 = relay.nn.conv3d_transpose %v, %w3 : (tensor<1x2x5x6x7xf32>, tensor<2x3x1x2x3xf32>) -> tensor<1x3x5x7x9xf32>
  return
}

// CHECK-LABEL: @matrix_products
func.func @matrix_products(%x: tensor<2x3x8xf32>, %w: tensor<10x8xf32>,
                           %a: tensor<8x?xf32>, %b: tensor<8x5xf32>,
                           %p: tensor<4x8x3xf32>, %q: tensor<1x5x8xf32>) {
  // CHECK: relay.nn.dense %{{.*}} {units = 10} : (tensor<2x3x8xf32>, tensor<10x8xf32>) -> tensor<2x3x10xf32>
  %0 = relay.nn.dense %x, %w {units = 10} : (tensor<2x3x8xf32>, tensor<10x8xf32>) -> tensor<2x3x10xf32>
  // CHECK: relay.nn.matmul %{{.*}} {transpose_a = true} : (tensor<8x?xf32>, tensor<8x5xf32>) -> tensor<?x5xf32>
  %1 = relay.nn.matmul %a, %b {transpose_a = true, transpose_b = false} : (tensor<8x?xf32>, tensor<8x5xf32>) -> tensor<?x5xf32>
  // CHECK: relay.nn.batch_matmul %{{.*}} {transpose_a = true, transpose_b = true} : (tensor<4x8x3xf32>, tensor<1x5x8xf32>) -> tensor<4x3x5xf32>
  %2 = relay.nn.batch_matmul %p, %q {transpose_a = true, transpose_b = true} : (tensor<4x8x3xf32>, tensor<1x5x8xf32>) -> tensor<4x3x5xf32>
  return
}
