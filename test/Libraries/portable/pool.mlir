// Pools.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --split-input-file | FileCheck %s

// CHECK-LABEL: @max_pool1d
//       CHECK: dsp.portable.max_pool1d_f32
func.func @max_pool1d(%x: tensor<1x8x3xf32>) -> tensor<1x4x3xf32> {
  %0 = relay.nn.max_pool1d %x {pool_size = [2], strides = [2], padding = [0, 0], layout = "NWC"} : (tensor<1x8x3xf32>) -> tensor<1x4x3xf32>
  return %0 : tensor<1x4x3xf32>
}

// -----

// CHECK-LABEL: @avg_pool1d
//       CHECK: dsp.portable.avg_pool1d_f32 %{{.*}} {count_include_pad = true
func.func @avg_pool1d(%x: tensor<1x8x3xf32>) -> tensor<1x4x3xf32> {
  %0 = relay.nn.avg_pool1d %x {pool_size = [2], strides = [2], padding = [0, 0], layout = "NWC", count_include_pad = true} : (tensor<1x8x3xf32>) -> tensor<1x4x3xf32>
  return %0 : tensor<1x4x3xf32>
}

// -----

// CHECK-LABEL: @adaptive_max_pool1d
//       CHECK: dsp.portable.adaptive_max_pool_f32
func.func @adaptive_max_pool1d(%x: tensor<1x8x3xf32>) -> tensor<1x2x3xf32> {
  %0 = relay.nn.adaptive_max_pool1d %x {output_size = [2], layout = "NWC"} : (tensor<1x8x3xf32>) -> tensor<1x2x3xf32>
  return %0 : tensor<1x2x3xf32>
}

// -----

// CHECK-LABEL: @adaptive_avg_pool1d
//       CHECK: dsp.portable.adaptive_avg_pool_f32
func.func @adaptive_avg_pool1d(%x: tensor<1x8x3xf32>) -> tensor<1x2x3xf32> {
  %0 = relay.nn.adaptive_avg_pool1d %x {output_size = [2], layout = "NWC"} : (tensor<1x8x3xf32>) -> tensor<1x2x3xf32>
  return %0 : tensor<1x2x3xf32>
}

// -----

// CHECK-LABEL: @max_pool2d
//       CHECK: dsp.portable.max_pool2d_f32
func.func @max_pool2d(%x: tensor<1x8x6x3xf32>) -> tensor<1x4x3x3xf32> {
  %0 = relay.nn.max_pool2d %x {pool_size = [2, 2], strides = [2, 2], padding = [0, 0, 0, 0], layout = "NHWC"} : (tensor<1x8x6x3xf32>) -> tensor<1x4x3x3xf32>
  return %0 : tensor<1x4x3x3xf32>
}

// -----

// CHECK-LABEL: @avg_pool2d
//       CHECK: dsp.portable.avg_pool2d_f32 %{{.*}} {count_include_pad = true
func.func @avg_pool2d(%x: tensor<1x8x6x3xf32>) -> tensor<1x4x3x3xf32> {
  %0 = relay.nn.avg_pool2d %x {pool_size = [2, 2], strides = [2, 2], padding = [0, 0, 0, 0], layout = "NHWC", count_include_pad = true} : (tensor<1x8x6x3xf32>) -> tensor<1x4x3x3xf32>
  return %0 : tensor<1x4x3x3xf32>
}

// -----

// CHECK-LABEL: @adaptive_max_pool2d
//       CHECK: dsp.portable.adaptive_max_pool_f32
func.func @adaptive_max_pool2d(%x: tensor<1x8x6x3xf32>) -> tensor<1x2x2x3xf32> {
  %0 = relay.nn.adaptive_max_pool2d %x {output_size = [2, 2], layout = "NHWC"} : (tensor<1x8x6x3xf32>) -> tensor<1x2x2x3xf32>
  return %0 : tensor<1x2x2x3xf32>
}

// -----

// CHECK-LABEL: @adaptive_avg_pool2d
//       CHECK: dsp.portable.adaptive_avg_pool_f32
func.func @adaptive_avg_pool2d(%x: tensor<1x8x6x3xf32>) -> tensor<1x2x2x3xf32> {
  %0 = relay.nn.adaptive_avg_pool2d %x {output_size = [2, 2], layout = "NHWC"} : (tensor<1x8x6x3xf32>) -> tensor<1x2x2x3xf32>
  return %0 : tensor<1x2x2x3xf32>
}

// -----

// CHECK-LABEL: @max_pool3d
//       CHECK: dsp.portable.max_pool3d_f32
func.func @max_pool3d(%x: tensor<1x8x6x4x3xf32>) -> tensor<1x4x3x2x3xf32> {
  %0 = relay.nn.max_pool3d %x {pool_size = [2, 2, 2], strides = [2, 2, 2], padding = [0, 0, 0, 0, 0, 0], layout = "NDHWC"} : (tensor<1x8x6x4x3xf32>) -> tensor<1x4x3x2x3xf32>
  return %0 : tensor<1x4x3x2x3xf32>
}

// -----

// CHECK-LABEL: @avg_pool3d
//       CHECK: dsp.portable.avg_pool3d_f32 %{{.*}} {count_include_pad = true
func.func @avg_pool3d(%x: tensor<1x8x6x4x3xf32>) -> tensor<1x4x3x2x3xf32> {
  %0 = relay.nn.avg_pool3d %x {pool_size = [2, 2, 2], strides = [2, 2, 2], padding = [0, 0, 0, 0, 0, 0], layout = "NDHWC", count_include_pad = true} : (tensor<1x8x6x4x3xf32>) -> tensor<1x4x3x2x3xf32>
  return %0 : tensor<1x4x3x2x3xf32>
}

// -----

// CHECK-LABEL: @adaptive_max_pool3d
//       CHECK: dsp.portable.adaptive_max_pool_f32
func.func @adaptive_max_pool3d(%x: tensor<1x8x6x4x3xf32>) -> tensor<1x2x2x2x3xf32> {
  %0 = relay.nn.adaptive_max_pool3d %x {output_size = [2, 2, 2], layout = "NDHWC"} : (tensor<1x8x6x4x3xf32>) -> tensor<1x2x2x2x3xf32>
  return %0 : tensor<1x2x2x2x3xf32>
}

// -----

// CHECK-LABEL: @adaptive_avg_pool3d
//       CHECK: dsp.portable.adaptive_avg_pool_f32
func.func @adaptive_avg_pool3d(%x: tensor<1x8x6x4x3xf32>) -> tensor<1x2x2x2x3xf32> {
  %0 = relay.nn.adaptive_avg_pool3d %x {output_size = [2, 2, 2], layout = "NDHWC"} : (tensor<1x8x6x4x3xf32>) -> tensor<1x2x2x2x3xf32>
  return %0 : tensor<1x2x2x2x3xf32>
}

// -----

// CHECK-LABEL: @global_max_pool
//       CHECK: dsp.portable.global_max_pool_f32
func.func @global_max_pool(%x: tensor<1x8x6x3xf32>) -> tensor<1x1x1x3xf32> {
  %0 = relay.nn.global_max_pool2d %x {layout = "NHWC"} : (tensor<1x8x6x3xf32>) -> tensor<1x1x1x3xf32>
  return %0 : tensor<1x1x1x3xf32>
}

// -----

// CHECK-LABEL: @global_avg_pool
//       CHECK: dsp.portable.global_avg_pool_f32
func.func @global_avg_pool(%x: tensor<1x8x6x3xf32>) -> tensor<1x1x1x3xf32> {
  %0 = relay.nn.global_avg_pool2d %x {layout = "NHWC"} : (tensor<1x8x6x3xf32>) -> tensor<1x1x1x3xf32>
  return %0 : tensor<1x1x1x3xf32>
}

// -----

// Not the library's layout: left alone.
// CHECK-LABEL: @channels_first
//       CHECK: relay.nn.max_pool2d
func.func @channels_first(%x: tensor<1x3x8x6xf32>) -> tensor<1x3x4x3xf32> {
  %0 = relay.nn.max_pool2d %x {pool_size = [2, 2], strides = [2, 2], padding = [0, 0, 0, 0]} : (tensor<1x3x8x6xf32>) -> tensor<1x3x4x3xf32>
  return %0 : tensor<1x3x4x3xf32>
}

// -----

// CHECK-LABEL: @integer_adaptive_max_pool
//       CHECK: dsp.portable.adaptive_max_pool_u8
func.func @integer_adaptive_max_pool(%x: tensor<1x8x6x3xui8>) -> tensor<1x3x4x3xui8> {
  %0 = relay.nn.adaptive_max_pool2d %x {output_size = [3, 4], layout = "NHWC"} : (tensor<1x8x6x3xui8>) -> tensor<1x3x4x3xui8>
  return %0 : tensor<1x3x4x3xui8>
}

// -----

// CHECK-LABEL: @integer_adaptive_avg_pool
//       CHECK: dsp.portable.adaptive_avg_pool_s32
func.func @integer_adaptive_avg_pool(%x: tensor<1x8x6x3xi32>) -> tensor<1x3x4x3xi32> {
  %0 = relay.nn.adaptive_avg_pool2d %x {output_size = [3, 4], layout = "NHWC"} : (tensor<1x8x6x3xi32>) -> tensor<1x3x4x3xi32>
  return %0 : tensor<1x3x4x3xi32>
}

// -----

// CHECK-LABEL: @quantized_adaptive_avg_pool
//       CHECK: dsp.portable.adaptive_avg_pool_s8
//   CHECK-NOT: cast
func.func @quantized_adaptive_avg_pool(%x: tensor<1x8x6x3xi8>) -> tensor<1x3x4x3xi8> {
  %0 = relay.cast %x {dtype = "int32"} : (tensor<1x8x6x3xi8>) -> tensor<1x8x6x3xi32>
  %1 = relay.nn.adaptive_avg_pool2d %0 {output_size = [3, 4], layout = "NHWC"} : (tensor<1x8x6x3xi32>) -> tensor<1x3x4x3xi32>
  %2 = relay.cast %1 {dtype = "int8"} : (tensor<1x3x4x3xi32>) -> tensor<1x3x4x3xi8>
  return %2 : tensor<1x3x4x3xi8>
}

// -----

// CHECK-LABEL: @volumes_s8
//       CHECK: dsp.portable.max_pool3d_s8
//       CHECK: dsp.portable.avg_pool3d_s8
//       CHECK: dsp.portable.adaptive_max_pool3d_s8
//       CHECK: dsp.portable.adaptive_avg_pool3d_s8
func.func @volumes_s8(%x: tensor<1x4x6x6x3xi8>) -> (tensor<1x2x3x3x3xi8>, tensor<1x2x3x3x3xi8>, tensor<1x2x3x3x3xi8>, tensor<1x2x3x3x3xi8>) {
  %0 = relay.nn.max_pool3d %x {pool_size = [2, 2, 2], strides = [2, 2, 2], dilation = [1, 1, 1], padding = [0, 0, 0, 0, 0, 0], layout = "NDHWC"} : (tensor<1x4x6x6x3xi8>) -> tensor<1x2x3x3x3xi8>
  %1 = relay.nn.avg_pool3d %x {pool_size = [2, 2, 2], strides = [2, 2, 2], dilation = [1, 1, 1], padding = [0, 0, 0, 0, 0, 0], layout = "NDHWC"} : (tensor<1x4x6x6x3xi8>) -> tensor<1x2x3x3x3xi8>
  %2 = relay.nn.adaptive_max_pool3d %x {output_size = [2, 3, 3], layout = "NDHWC"} : (tensor<1x4x6x6x3xi8>) -> tensor<1x2x3x3x3xi8>
  %3 = relay.nn.adaptive_avg_pool3d %x {output_size = [2, 3, 3], layout = "NDHWC"} : (tensor<1x4x6x6x3xi8>) -> tensor<1x2x3x3x3xi8>
  return %0, %1, %2, %3 : tensor<1x2x3x3x3xi8>, tensor<1x2x3x3x3xi8>, tensor<1x2x3x3x3xi8>, tensor<1x2x3x3x3xi8>
}

// -----

// CHECK-LABEL: @volumes_u8
//       CHECK: dsp.portable.max_pool3d_u8
//       CHECK: dsp.portable.avg_pool3d_u8
//       CHECK: dsp.portable.adaptive_max_pool3d_u8
//       CHECK: dsp.portable.adaptive_avg_pool3d_u8
func.func @volumes_u8(%x: tensor<1x4x6x6x3xui8>) -> (tensor<1x2x3x3x3xui8>, tensor<1x2x3x3x3xui8>, tensor<1x2x3x3x3xui8>, tensor<1x2x3x3x3xui8>) {
  %0 = relay.nn.max_pool3d %x {pool_size = [2, 2, 2], strides = [2, 2, 2], dilation = [1, 1, 1], padding = [0, 0, 0, 0, 0, 0], layout = "NDHWC"} : (tensor<1x4x6x6x3xui8>) -> tensor<1x2x3x3x3xui8>
  %1 = relay.nn.avg_pool3d %x {pool_size = [2, 2, 2], strides = [2, 2, 2], dilation = [1, 1, 1], padding = [0, 0, 0, 0, 0, 0], layout = "NDHWC"} : (tensor<1x4x6x6x3xui8>) -> tensor<1x2x3x3x3xui8>
  %2 = relay.nn.adaptive_max_pool3d %x {output_size = [2, 3, 3], layout = "NDHWC"} : (tensor<1x4x6x6x3xui8>) -> tensor<1x2x3x3x3xui8>
  %3 = relay.nn.adaptive_avg_pool3d %x {output_size = [2, 3, 3], layout = "NDHWC"} : (tensor<1x4x6x6x3xui8>) -> tensor<1x2x3x3x3xui8>
  return %0, %1, %2, %3 : tensor<1x2x3x3x3xui8>, tensor<1x2x3x3x3xui8>, tensor<1x2x3x3x3xui8>, tensor<1x2x3x3x3xui8>
}

// -----

// CHECK-LABEL: @volumes_s16
//       CHECK: dsp.portable.max_pool3d_s16
//       CHECK: dsp.portable.avg_pool3d_s16
//       CHECK: dsp.portable.adaptive_max_pool3d_s16
//       CHECK: dsp.portable.adaptive_avg_pool3d_s16
func.func @volumes_s16(%x: tensor<1x4x6x6x3xi16>) -> (tensor<1x2x3x3x3xi16>, tensor<1x2x3x3x3xi16>, tensor<1x2x3x3x3xi16>, tensor<1x2x3x3x3xi16>) {
  %0 = relay.nn.max_pool3d %x {pool_size = [2, 2, 2], strides = [2, 2, 2], dilation = [1, 1, 1], padding = [0, 0, 0, 0, 0, 0], layout = "NDHWC"} : (tensor<1x4x6x6x3xi16>) -> tensor<1x2x3x3x3xi16>
  %1 = relay.nn.avg_pool3d %x {pool_size = [2, 2, 2], strides = [2, 2, 2], dilation = [1, 1, 1], padding = [0, 0, 0, 0, 0, 0], layout = "NDHWC"} : (tensor<1x4x6x6x3xi16>) -> tensor<1x2x3x3x3xi16>
  %2 = relay.nn.adaptive_max_pool3d %x {output_size = [2, 3, 3], layout = "NDHWC"} : (tensor<1x4x6x6x3xi16>) -> tensor<1x2x3x3x3xi16>
  %3 = relay.nn.adaptive_avg_pool3d %x {output_size = [2, 3, 3], layout = "NDHWC"} : (tensor<1x4x6x6x3xi16>) -> tensor<1x2x3x3x3xi16>
  return %0, %1, %2, %3 : tensor<1x2x3x3x3xi16>, tensor<1x2x3x3x3xi16>, tensor<1x2x3x3x3xi16>, tensor<1x2x3x3x3xi16>
}

// -----

// CHECK-LABEL: @volumes_s32
//       CHECK: dsp.portable.max_pool3d_s32
//       CHECK: dsp.portable.avg_pool3d_s32
//       CHECK: dsp.portable.adaptive_max_pool3d_s32
//       CHECK: dsp.portable.adaptive_avg_pool3d_s32
func.func @volumes_s32(%x: tensor<1x4x6x6x3xi32>) -> (tensor<1x2x3x3x3xi32>, tensor<1x2x3x3x3xi32>, tensor<1x2x3x3x3xi32>, tensor<1x2x3x3x3xi32>) {
  %0 = relay.nn.max_pool3d %x {pool_size = [2, 2, 2], strides = [2, 2, 2], dilation = [1, 1, 1], padding = [0, 0, 0, 0, 0, 0], layout = "NDHWC"} : (tensor<1x4x6x6x3xi32>) -> tensor<1x2x3x3x3xi32>
  %1 = relay.nn.avg_pool3d %x {pool_size = [2, 2, 2], strides = [2, 2, 2], dilation = [1, 1, 1], padding = [0, 0, 0, 0, 0, 0], layout = "NDHWC"} : (tensor<1x4x6x6x3xi32>) -> tensor<1x2x3x3x3xi32>
  %2 = relay.nn.adaptive_max_pool3d %x {output_size = [2, 3, 3], layout = "NDHWC"} : (tensor<1x4x6x6x3xi32>) -> tensor<1x2x3x3x3xi32>
  %3 = relay.nn.adaptive_avg_pool3d %x {output_size = [2, 3, 3], layout = "NDHWC"} : (tensor<1x4x6x6x3xi32>) -> tensor<1x2x3x3x3xi32>
  return %0, %1, %2, %3 : tensor<1x2x3x3x3xi32>, tensor<1x2x3x3x3xi32>, tensor<1x2x3x3x3xi32>, tensor<1x2x3x3x3xi32>
}

// -----

// CHECK-LABEL: @volumes_s64
//       CHECK: dsp.portable.max_pool3d_s64
//       CHECK: dsp.portable.avg_pool3d_s64
//       CHECK: dsp.portable.adaptive_max_pool3d_s64
//       CHECK: dsp.portable.adaptive_avg_pool3d_s64
func.func @volumes_s64(%x: tensor<1x4x6x6x3xi64>) -> (tensor<1x2x3x3x3xi64>, tensor<1x2x3x3x3xi64>, tensor<1x2x3x3x3xi64>, tensor<1x2x3x3x3xi64>) {
  %0 = relay.nn.max_pool3d %x {pool_size = [2, 2, 2], strides = [2, 2, 2], dilation = [1, 1, 1], padding = [0, 0, 0, 0, 0, 0], layout = "NDHWC"} : (tensor<1x4x6x6x3xi64>) -> tensor<1x2x3x3x3xi64>
  %1 = relay.nn.avg_pool3d %x {pool_size = [2, 2, 2], strides = [2, 2, 2], dilation = [1, 1, 1], padding = [0, 0, 0, 0, 0, 0], layout = "NDHWC"} : (tensor<1x4x6x6x3xi64>) -> tensor<1x2x3x3x3xi64>
  %2 = relay.nn.adaptive_max_pool3d %x {output_size = [2, 3, 3], layout = "NDHWC"} : (tensor<1x4x6x6x3xi64>) -> tensor<1x2x3x3x3xi64>
  %3 = relay.nn.adaptive_avg_pool3d %x {output_size = [2, 3, 3], layout = "NDHWC"} : (tensor<1x4x6x6x3xi64>) -> tensor<1x2x3x3x3xi64>
  return %0, %1, %2, %3 : tensor<1x2x3x3x3xi64>, tensor<1x2x3x3x3xi64>, tensor<1x2x3x3x3xi64>, tensor<1x2x3x3x3xi64>
}

// -----

// 256 is 0 as a number of 8 bits.
// CHECK-LABEL: @too_many_to_divide_by
//       CHECK: relay.nn.adaptive_avg_pool3d
func.func @too_many_to_divide_by(%x: tensor<1x1x16x16x3xi8>) -> tensor<1x1x1x1x3xi8> {
  %0 = relay.nn.adaptive_avg_pool3d %x {output_size = [1, 1, 1], layout = "NDHWC"} : (tensor<1x1x16x16x3xi8>) -> tensor<1x1x1x1x3xi8>
  return %0 : tensor<1x1x1x1x3xi8>
}
