// Quantised layers: the layer, its bias, the requantisation and a clip are one call.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --split-input-file | FileCheck %s

// -----

// CHECK-LABEL: @conv2d_s8
//       CHECK: dsp.portable.conv2d_s8 {{.*}}act_max = 9.000000e+01 : f64, act_min = 3.000000e+00 : f64
//  CHECK-NEXT: return
func.func @conv2d_s8(%x: tensor<1x6x6x2xi8>, %w: tensor<3x3x2x4xi8>, %b: tensor<4xi32>) -> tensor<1x6x6x4xi8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.conv2d %x, %w, %zero, %zero, %s, %s {padding = [1, 1, 1, 1], groups = 1, channels = 4, kernel_size = [3, 3], data_layout = "NHWC", kernel_layout = "HWIO", out_dtype = "int32"} : (tensor<1x6x6x2xi8>, tensor<3x3x2x4xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x6x6x4xi32>
  %1 = relay.nn.bias_add %0, %b {axis = 3} : (tensor<1x6x6x4xi32>, tensor<4xi32>) -> tensor<1x6x6x4xi32>
  %2 = relay.qnn.requantize %1, %s, %zero, %s, %z {rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int8"} : (tensor<1x6x6x4xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x6x6x4xi8>
  %3 = relay.clip %2 {a_min = 3.0, a_max = 90.0} : (tensor<1x6x6x4xi8>) -> tensor<1x6x6x4xi8>
  return %3 : tensor<1x6x6x4xi8>
}

// -----

// CHECK-LABEL: @depthwise_conv2d_s8
//       CHECK: dsp.portable.depthwise_conv2d_s8
//  CHECK-NEXT: return
func.func @depthwise_conv2d_s8(%x: tensor<1x6x6x2xi8>, %w: tensor<3x3x2x1xi8>, %b: tensor<2xi32>) -> tensor<1x6x6x2xi8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.conv2d %x, %w, %zero, %zero, %s, %s {padding = [1, 1, 1, 1], groups = 2, channels = 2, kernel_size = [3, 3], data_layout = "NHWC", kernel_layout = "HWOI", out_dtype = "int32"} : (tensor<1x6x6x2xi8>, tensor<3x3x2x1xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x6x6x2xi32>
  %1 = relay.nn.bias_add %0, %b {axis = 3} : (tensor<1x6x6x2xi32>, tensor<2xi32>) -> tensor<1x6x6x2xi32>
  %2 = relay.qnn.requantize %1, %s, %zero, %s, %z {rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int8"} : (tensor<1x6x6x2xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x6x6x2xi8>
  %3 = relay.clip %2 {a_min = 3.0, a_max = 90.0} : (tensor<1x6x6x2xi8>) -> tensor<1x6x6x2xi8>
  return %3 : tensor<1x6x6x2xi8>
}

// -----

// CHECK-LABEL: @conv2d_u8
//       CHECK: dsp.portable.conv2d_u8 {{.*}}act_max = 9.000000e+01 : f64, act_min = 3.000000e+00 : f64
//  CHECK-NEXT: return
func.func @conv2d_u8(%x: tensor<1x6x6x2xui8>, %w: tensor<3x3x2x4xui8>, %b: tensor<4xi32>) -> tensor<1x6x6x4xui8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.conv2d %x, %w, %zero, %zero, %s, %s {padding = [1, 1, 1, 1], groups = 1, channels = 4, kernel_size = [3, 3], data_layout = "NHWC", kernel_layout = "HWIO", out_dtype = "int32"} : (tensor<1x6x6x2xui8>, tensor<3x3x2x4xui8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x6x6x4xi32>
  %1 = relay.nn.bias_add %0, %b {axis = 3} : (tensor<1x6x6x4xi32>, tensor<4xi32>) -> tensor<1x6x6x4xi32>
  %2 = relay.qnn.requantize %1, %s, %zero, %s, %z {rounding = "UPWARD", compute_dtype = "int64", out_dtype = "uint8"} : (tensor<1x6x6x4xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x6x6x4xui8>
  %3 = relay.clip %2 {a_min = 3.0, a_max = 90.0} : (tensor<1x6x6x4xui8>) -> tensor<1x6x6x4xui8>
  return %3 : tensor<1x6x6x4xui8>
}

// -----

// CHECK-LABEL: @depthwise_conv2d_u8
//       CHECK: dsp.portable.depthwise_conv2d_u8
//  CHECK-NEXT: return
func.func @depthwise_conv2d_u8(%x: tensor<1x6x6x2xui8>, %w: tensor<3x3x2x1xui8>, %b: tensor<2xi32>) -> tensor<1x6x6x2xui8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.conv2d %x, %w, %zero, %zero, %s, %s {padding = [1, 1, 1, 1], groups = 2, channels = 2, kernel_size = [3, 3], data_layout = "NHWC", kernel_layout = "HWOI", out_dtype = "int32"} : (tensor<1x6x6x2xui8>, tensor<3x3x2x1xui8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x6x6x2xi32>
  %1 = relay.nn.bias_add %0, %b {axis = 3} : (tensor<1x6x6x2xi32>, tensor<2xi32>) -> tensor<1x6x6x2xi32>
  %2 = relay.qnn.requantize %1, %s, %zero, %s, %z {rounding = "UPWARD", compute_dtype = "int64", out_dtype = "uint8"} : (tensor<1x6x6x2xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x6x6x2xui8>
  %3 = relay.clip %2 {a_min = 3.0, a_max = 90.0} : (tensor<1x6x6x2xui8>) -> tensor<1x6x6x2xui8>
  return %3 : tensor<1x6x6x2xui8>
}

// -----

// CHECK-LABEL: @conv2d_s16
//       CHECK: dsp.portable.conv2d_s16 {{.*}}act_max = 9.000000e+01 : f64, act_min = 3.000000e+00 : f64
//  CHECK-NEXT: return
func.func @conv2d_s16(%x: tensor<1x6x6x2xi16>, %w: tensor<3x3x2x4xi8>, %b: tensor<4xi64>) -> tensor<1x6x6x4xi16> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.conv2d %x, %w, %zero, %zero, %s, %s {padding = [1, 1, 1, 1], groups = 1, channels = 4, kernel_size = [3, 3], data_layout = "NHWC", kernel_layout = "HWIO", out_dtype = "int64"} : (tensor<1x6x6x2xi16>, tensor<3x3x2x4xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x6x6x4xi64>
  %1 = relay.nn.bias_add %0, %b {axis = 3} : (tensor<1x6x6x4xi64>, tensor<4xi64>) -> tensor<1x6x6x4xi64>
  %2 = relay.qnn.requantize %1, %s, %zero, %s, %z {rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int16"} : (tensor<1x6x6x4xi64>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x6x6x4xi16>
  %3 = relay.clip %2 {a_min = 3.0, a_max = 90.0} : (tensor<1x6x6x4xi16>) -> tensor<1x6x6x4xi16>
  return %3 : tensor<1x6x6x4xi16>
}

// -----

// CHECK-LABEL: @depthwise_conv2d_s16
//       CHECK: dsp.portable.depthwise_conv2d_s16
//  CHECK-NEXT: return
func.func @depthwise_conv2d_s16(%x: tensor<1x6x6x2xi16>, %w: tensor<3x3x2x1xi8>, %b: tensor<2xi64>) -> tensor<1x6x6x2xi16> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.conv2d %x, %w, %zero, %zero, %s, %s {padding = [1, 1, 1, 1], groups = 2, channels = 2, kernel_size = [3, 3], data_layout = "NHWC", kernel_layout = "HWOI", out_dtype = "int64"} : (tensor<1x6x6x2xi16>, tensor<3x3x2x1xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x6x6x2xi64>
  %1 = relay.nn.bias_add %0, %b {axis = 3} : (tensor<1x6x6x2xi64>, tensor<2xi64>) -> tensor<1x6x6x2xi64>
  %2 = relay.qnn.requantize %1, %s, %zero, %s, %z {rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int16"} : (tensor<1x6x6x2xi64>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x6x6x2xi16>
  %3 = relay.clip %2 {a_min = 3.0, a_max = 90.0} : (tensor<1x6x6x2xi16>) -> tensor<1x6x6x2xi16>
  return %3 : tensor<1x6x6x2xi16>
}

// -----

// CHECK-LABEL: @dense_s8
//       CHECK: dsp.portable.dense_s8 %{{.*}}, %{{.*}} {dsp.numerics
//  CHECK-NEXT: return
func.func @dense_s8(%x: tensor<2x3xi8>, %w: tensor<4x3xi8>) -> tensor<2x4xi8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.dense %x, %w, %z, %zero, %s, %s {units = 4, out_dtype = "int32"} : (tensor<2x3xi8>, tensor<4x3xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<2x4xi32>
  %1 = relay.qnn.requantize %0, %s, %zero, %s, %z {rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int8"} : (tensor<2x4xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x4xi8>
  return %1 : tensor<2x4xi8>
}

// -----

// CHECK-LABEL: @dense_u8
//       CHECK: dsp.portable.dense_u8 %{{.*}}, %{{.*}} {dsp.numerics
//  CHECK-NEXT: return
func.func @dense_u8(%x: tensor<2x3xui8>, %w: tensor<4x3xui8>) -> tensor<2x4xui8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.dense %x, %w, %z, %zero, %s, %s {units = 4, out_dtype = "int32"} : (tensor<2x3xui8>, tensor<4x3xui8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<2x4xi32>
  %1 = relay.qnn.requantize %0, %s, %zero, %s, %z {rounding = "UPWARD", compute_dtype = "int64", out_dtype = "uint8"} : (tensor<2x4xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x4xui8>
  return %1 : tensor<2x4xui8>
}

// -----

// CHECK-LABEL: @dense_s16
//       CHECK: dsp.portable.dense_s16 %{{.*}}, %{{.*}} {dsp.numerics
//  CHECK-NEXT: return
func.func @dense_s16(%x: tensor<2x3xi16>, %w: tensor<4x3xi8>) -> tensor<2x4xi16> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.dense %x, %w, %z, %zero, %s, %s {units = 4, out_dtype = "int64"} : (tensor<2x3xi16>, tensor<4x3xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<2x4xi64>
  %1 = relay.qnn.requantize %0, %s, %zero, %s, %z {rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int16"} : (tensor<2x4xi64>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x4xi16>
  return %1 : tensor<2x4xi16>
}

// -----

// What is requantised in floats is not the kernel's; its sums are.
// CHECK-LABEL: @sums
//       CHECK: %[[SUMS:.*]] = dsp.portable.dense_s8_i32
//       CHECK: relay.qnn.requantize %[[SUMS]]
func.func @sums(%x: tensor<2x3xi8>, %w: tensor<4x3xi8>) -> tensor<2x4xi8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.dense %x, %w, %z, %zero, %s, %s {units = 4, out_dtype = "int32"} : (tensor<2x3xi8>, tensor<4x3xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<2x4xi32>
  %1 = relay.qnn.requantize %0, %s, %zero, %s, %z {rounding = "UPWARD", compute_dtype = "float32", out_dtype = "int8"} : (tensor<2x4xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x4xi8>
  return %1 : tensor<2x4xi8>
}

// -----

// CHECK-LABEL: @batch_matmul
//       CHECK: dsp.portable.batch_matmul_s8 %arg0, %arg1
//  CHECK-NEXT: return
func.func @batch_matmul(%x: tensor<2x4x3xi8>, %y: tensor<2x5x3xi8>) -> tensor<2x4x5xi8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.batch_matmul %x, %y, %z, %z, %s, %s {out_dtype = "int32", transpose_a = false, transpose_b = true} : (tensor<2x4x3xi8>, tensor<2x5x3xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<2x4x5xi32>
  %1 = relay.qnn.requantize %0, %s, %zero, %s, %z {rounding = "UPWARD", compute_dtype = "int64", out_dtype = "int8"} : (tensor<2x4x5xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x4x5xi8>
  return %1 : tensor<2x4x5xi8>
}

// -----

// CHECK-LABEL: @batch_matmul_sums
//       CHECK: dsp.portable.batch_matmul_s8_i32 %arg0, %arg1 {filter_zero_point = 3 : i32, input_zero_point = 3 : i32}
//       CHECK: dsp.portable.batch_matmul_u8_i32
func.func @batch_matmul_sums(%x: tensor<2x3x4xi8>, %y: tensor<2x5x4xi8>, %u: tensor<2x3x4xui8>, %v: tensor<1x5x4xui8>) -> (tensor<2x3x5xi32>, tensor<2x3x5xi32>) {
  %z = relay.constant dense<3> : tensor<i32>
  %s = relay.constant dense<1.0> : tensor<f32>
  %0 = relay.qnn.batch_matmul %x, %y, %z, %z, %s, %s {transpose_b = true, out_dtype = "int32"} : (tensor<2x3x4xi8>, tensor<2x5x4xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<2x3x5xi32>
  %1 = relay.qnn.batch_matmul %u, %v, %z, %z, %s, %s {transpose_b = true, out_dtype = "int32"} : (tensor<2x3x4xui8>, tensor<1x5x4xui8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<2x3x5xi32>
  return %0, %1 : tensor<2x3x5xi32>, tensor<2x3x5xi32>
}
