// RUN: dsp-opt %s | dsp-opt | FileCheck %s

// Scales and zero points are operands. Their order is Relay's: of products the
// zero points come first.

// CHECK-LABEL: @convert
func.func @convert(%f: tensor<1x4x6xf32>, %q: tensor<1x4x6xi32>, %s: tensor<f32>, %z: tensor<i32>,
                   %s4: tensor<4xf32>, %z4: tensor<4xi32>, %s1: tensor<1xf32>,
                   %wide: tensor<i64>) {
  // CHECK: relay.qnn.quantize %{{.*}} {out_dtype = "int8"} : (tensor<1x4x6xf32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  %0 = relay.qnn.quantize %f, %s, %z {out_dtype = "int8", axis = -1} : (tensor<1x4x6xf32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  // CHECK: relay.qnn.quantize %{{.*}} {axis = 1, out_dtype = "uint16"} : {{.*}} -> tensor<1x4x6xui16>
  %1 = relay.qnn.quantize %f, %s4, %z {out_dtype = "uint16", axis = 1} : (tensor<1x4x6xf32>, tensor<4xf32>, tensor<i32>) -> tensor<1x4x6xui16>
  // Where nothing varies along it, the axis need not exist.
  // CHECK: relay.qnn.quantize %{{.*}} {axis = 7, out_dtype = "int32"}
  %2 = relay.qnn.quantize %f, %s, %z {out_dtype = "int32", axis = 7} : (tensor<1x4x6xf32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi32>
  // CHECK: relay.qnn.dequantize %{{.*}} {axis = -2, out_dtype = "float16"} : {{.*}} -> tensor<1x4x6xf16>
  %3 = relay.qnn.dequantize %q, %s4, %z4 {out_dtype = "float16", axis = -2} : (tensor<1x4x6xi32>, tensor<4xf32>, tensor<4xi32>) -> tensor<1x4x6xf16>
  // CHECK: relay.qnn.dequantize %{{.*}} {out_dtype = "float32"} : (tensor<1x4x6xi32>, tensor<1xf32>, tensor<i32>)
  %4 = relay.qnn.dequantize %q, %s1, %z {out_dtype = "float32"} : (tensor<1x4x6xi32>, tensor<1xf32>, tensor<i32>) -> tensor<1x4x6xf32>
  // CHECK: relay.qnn.requantize %{{.*}} {axis = 1, out_dtype = "uint8"} : (tensor<1x4x6xi32>, tensor<4xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xui8>
  %5 = relay.qnn.requantize %q, %s4, %z, %s, %z {axis = 1, rounding = "None", compute_dtype = "None", out_dtype = "uint8"} : (tensor<1x4x6xi32>, tensor<4xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xui8>
  // CHECK: relay.qnn.requantize %{{.*}} {compute_dtype = "int64", out_dtype = "int16", rounding = "TONEAREST"} : (tensor<i64>,
  %6 = relay.qnn.requantize %wide, %s1, %z, %s, %z {rounding = "TONEAREST", compute_dtype = "int64", out_dtype = "int16"} : (tensor<i64>, tensor<1xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<i16>
  // CHECK: relay.qnn.simulated_quantize %{{.*}} : (tensor<1x4x6xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xf32>
  %7 = relay.qnn.simulated_quantize %f, %z, %s, %z : (tensor<1x4x6xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xf32>
  // CHECK: relay.qnn.simulated_dequantize %{{.*}} {axis = 1} : {{.*}} -> tensor<1x4x6xf32>
  %8 = relay.qnn.simulated_dequantize %f, %z, %s, %z {axis = 1} : (tensor<1x4x6xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xf32>
  return
}

// CHECK-LABEL: @products
func.func @products(%x: tensor<1x9x9x4xi8>, %w: tensor<3x3x4x8xi8>, %dw: tensor<3x3x4x2xui8>,
                    %wt: tensor<4x8x3x3xi8>, %nchw: tensor<1x4x5x5xi8>, %m: tensor<2x16xi8>, %n: tensor<8x16xi8>,
                    %packed: tensor<4x2x2x8xi8>, %a: tensor<3x2x16xi8>, %b: tensor<1x8x16xui8>,
                    %s: tensor<f32>, %z: tensor<i32>, %s8: tensor<8xf32>, %z8: tensor<8xi32>) {
  // CHECK: relay.qnn.conv2d %{{.*}} {channels = 8, data_layout = "NHWC", kernel_layout = "HWIO", kernel_size = [3, 3], out_dtype = "int32", padding = [1, 1, 1, 1]} : (tensor<1x9x9x4xi8>, tensor<3x3x4x8xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<8xf32>) -> tensor<1x9x9x8xi32>
  %0 = relay.qnn.conv2d %x, %w, %z, %z, %s, %s8 {channels = 8, kernel_size = [3, 3], padding = [1, 1, 1, 1], data_layout = "NHWC", kernel_layout = "HWIO", out_dtype = "int32"} : (tensor<1x9x9x4xi8>, tensor<3x3x4x8xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<8xf32>) -> tensor<1x9x9x8xi32>
  // Depthwise: as many scales as there are channels in the result.
  // CHECK: relay.qnn.conv2d {{.*}} groups = 4, {{.*}} -> tensor<1x7x7x8xi64>
  %1 = relay.qnn.conv2d %x, %dw, %z, %z8, %s, %s8 {channels = 8, kernel_size = [3, 3], groups = 4, data_layout = "NHWC", kernel_layout = "HWOI", out_dtype = "int64"} : (tensor<1x9x9x4xi8>, tensor<3x3x4x2xui8>, tensor<i32>, tensor<8xi32>, tensor<f32>, tensor<8xf32>) -> tensor<1x7x7x8xi64>
  // CHECK: relay.qnn.conv2d_transpose %{{.*}} {out_dtype = "int32", strides = [2, 2]} : {{.*}} -> tensor<1x8x11x11xi32>
  %2 = relay.qnn.conv2d_transpose %nchw, %wt, %z, %z, %s, %s8 {strides = [2, 2], out_dtype = "int32"} : (tensor<1x4x5x5xi8>, tensor<4x8x3x3xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<8xf32>) -> tensor<1x8x11x11xi32>
  // CHECK: relay.qnn.dense %{{.*}} {out_dtype = "int32", units = 8} : {{.*}} -> tensor<2x8xi32>
  %3 = relay.qnn.dense %m, %n, %z, %z, %s, %s8 {units = 8, out_dtype = "int32"} : (tensor<2x16xi8>, tensor<8x16xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<8xf32>) -> tensor<2x8xi32>
  // CHECK: relay.qnn.contrib_dense_pack %{{.*}} {out_dtype = "int32", weight_layout = "NC2n8c"} : {{.*}} -> tensor<2x8xi32>
  %4 = relay.qnn.contrib_dense_pack %m, %packed, %z, %z, %s, %s {out_dtype = "int32", weight_layout = "NC2n8c"} : (tensor<2x16xi8>, tensor<4x2x2x8xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<2x8xi32>
  // CHECK: relay.qnn.batch_matmul %{{.*}} {out_dtype = "int32", transpose_b = true} : {{.*}} -> tensor<3x2x8xi32>
  %5 = relay.qnn.batch_matmul %a, %b, %z, %z, %s, %s {transpose_b = true, out_dtype = "int32"} : (tensor<3x2x16xi8>, tensor<1x8x16xui8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<3x2x8xi32>
  return
}

// CHECK-LABEL: @binary
func.func @binary(%x: tensor<1x4x6xi8>, %y: tensor<6xi8>, %s: tensor<f32>, %z: tensor<i32>,
                  %s4: tensor<4xf32>, %z6: tensor<6xi32>) {
  // CHECK: relay.qnn.add %{{.*}} : (tensor<1x4x6xi8>, tensor<6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  %0 = relay.qnn.add %x, %y, %s, %z, %s, %z, %s, %z : (tensor<1x4x6xi8>, tensor<6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  // CHECK: relay.qnn.mul %{{.*}} {lhs_axis = 1, rhs_axis = 3} : {{.*}} -> tensor<1x4x6xi8>
  %1 = relay.qnn.mul %x, %y, %s4, %z, %s, %z6, %s, %z {lhs_axis = 1, rhs_axis = 3} : (tensor<1x4x6xi8>, tensor<6xi8>, tensor<4xf32>, tensor<i32>, tensor<f32>, tensor<6xi32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  // CHECK: relay.qnn.subtract %{{.*}} -> tensor<1x4x6xi8>
  %2 = relay.qnn.subtract %y, %x, %s, %z, %s, %z, %s, %z : (tensor<6xi8>, tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  return
}

// CHECK-LABEL: @unary
func.func @unary(%x: tensor<1x4x6xi8>, %u: tensor<1x8x9x4xui8>, %s: tensor<f32>, %z: tensor<i32>) {
  // CHECK: relay.qnn.abs
  %0 = relay.qnn.abs %x, %s, %z, %s, %z : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  // CHECK: relay.qnn.erf
  %1 = relay.qnn.erf %x, %s, %z, %s, %z : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  // CHECK: relay.qnn.exp
  %2 = relay.qnn.exp %x, %s, %z, %s, %z : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  // CHECK: relay.qnn.hardswish
  %3 = relay.qnn.hardswish %x, %s, %z, %s, %z : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  // CHECK: relay.qnn.log
  %4 = relay.qnn.log %x, %s, %z, %s, %z : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  // CHECK: relay.qnn.rsqrt
  %5 = relay.qnn.rsqrt %x, %s, %z, %s, %z : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  // CHECK: relay.qnn.sigmoid
  %6 = relay.qnn.sigmoid %x, %s, %z, %s, %z : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  // CHECK: relay.qnn.sqrt
  %7 = relay.qnn.sqrt %x, %s, %z, %s, %z : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  // CHECK: relay.qnn.tanh
  %8 = relay.qnn.tanh %x, %s, %z, %s, %z : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  // CHECK: relay.qnn.leaky_relu %{{.*}} {alpha = 0.1} : {{.*}} -> tensor<1x8x9x4xui8>
  %9 = relay.qnn.leaky_relu %u, %s, %z, %s, %z {alpha = 0.1} : (tensor<1x8x9x4xui8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x8x9x4xui8>
  // CHECK: relay.qnn.softmax %{{.*}} {axis = 1} : {{.*}} -> tensor<1x4x6xi8>
  %10 = relay.qnn.softmax %x, %s, %z, %s, %z {axis = 1} : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  // CHECK: relay.qnn.avg_pool2d %{{.*}} {layout = "NHWC", pool_size = [2, 3], strides = [2, 3]} : {{.*}} -> tensor<1x4x3x4xui8>
  %11 = relay.qnn.avg_pool2d %u, %s, %z, %s, %z {pool_size = [2, 3], strides = [2, 3], layout = "NHWC"} : (tensor<1x8x9x4xui8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x3x4xui8>
  return
}

// All tensors, then all scales, then all zero points, then the result's.
// CHECK-LABEL: @concatenate
func.func @concatenate(%x: tensor<1x4xi8>, %y: tensor<1x2xi8>, %s: tensor<f32>, %z: tensor<i32>) {
  // CHECK: relay.qnn.concatenate %{{.*}} {axis = 1} : (tensor<1x4xi8>, tensor<1x2xi8>, tensor<f32>, tensor<f32>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x6xi8>
  %0 = relay.qnn.concatenate %x, %y, %s, %s, %z, %z, %s, %z {axis = 1} : (tensor<1x4xi8>, tensor<1x2xi8>, tensor<f32>, tensor<f32>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x6xi8>
  return
}

// CHECK-LABEL: @fixed_point
func.func @fixed_point(%x: tensor<1x4x6xi32>, %v: tensor<4xi32>) {
  // CHECK: relay.fixed_point_multiply %{{.*}} {multiplier = 1073741824, shift = -1} : (tensor<1x4x6xi32>) -> tensor<1x4x6xi32>
  %0 = relay.fixed_point_multiply %x {multiplier = 1073741824, shift = -1} : (tensor<1x4x6xi32>) -> tensor<1x4x6xi32>
  // CHECK: relay.fixed_point_multiply_per_axis %{{.*}} {axes = [1], is_rshift_required = true} : {{.*}} -> tensor<1x4x6xi32>
  %1 = relay.fixed_point_multiply_per_axis %x, %v, %v, %v {axes = [1], is_rshift_required = true} : (tensor<1x4x6xi32>, tensor<4xi32>, tensor<4xi32>, tensor<4xi32>) -> tensor<1x4x6xi32>
  // CHECK: relay.annotation.stop_fusion %{{.*}} : (tensor<1x4x6xi32>) -> tensor<1x4x6xi32>
  %2 = relay.annotation.stop_fusion %x : (tensor<1x4x6xi32>) -> tensor<1x4x6xi32>
  return
}
