// Quantised numbers element by element, and functions of what they stand for.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --split-input-file | FileCheck %s

// -----

// CHECK-LABEL: @qnn_add
//       CHECK: dsp.portable.add_s8 %{{.*}}rounding = "UPWARD"
//       CHECK: dsp.portable.add_broadcast_s8 %
func.func @qnn_add(%x: tensor<2x4xi8>, %y: tensor<2x4xi8>, %c: tensor<4xi8>) -> tensor<2x4xi8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.add %x, %y, %s, %z, %s, %zero, %s, %z : (tensor<2x4xi8>, tensor<2x4xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x4xi8>
  %1 = relay.qnn.add %0, %c, %s, %z, %s, %zero, %s, %z : (tensor<2x4xi8>, tensor<4xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x4xi8>
  return %1 : tensor<2x4xi8>
}

// -----

// CHECK-LABEL: @qnn_subtract
//       CHECK: dsp.portable.subtract_s8 %{{.*}}rounding = "UPWARD"
//       CHECK: dsp.portable.subtract_broadcast_s8 %
func.func @qnn_subtract(%x: tensor<2x4xi8>, %y: tensor<2x4xi8>, %c: tensor<4xi8>) -> tensor<2x4xi8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.subtract %x, %y, %s, %z, %s, %zero, %s, %z : (tensor<2x4xi8>, tensor<2x4xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x4xi8>
  %1 = relay.qnn.subtract %0, %c, %s, %z, %s, %zero, %s, %z : (tensor<2x4xi8>, tensor<4xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x4xi8>
  return %1 : tensor<2x4xi8>
}

// -----

// CHECK-LABEL: @qnn_mul
//       CHECK: dsp.portable.multiply_s8 %{{.*}}rounding = "UPWARD"
//       CHECK: dsp.portable.multiply_broadcast_s8 %
func.func @qnn_mul(%x: tensor<2x4xi8>, %y: tensor<2x4xi8>, %c: tensor<4xi8>) -> tensor<2x4xi8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.mul %x, %y, %s, %z, %s, %zero, %s, %z : (tensor<2x4xi8>, tensor<2x4xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x4xi8>
  %1 = relay.qnn.mul %0, %c, %s, %z, %s, %zero, %s, %z : (tensor<2x4xi8>, tensor<4xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x4xi8>
  return %1 : tensor<2x4xi8>
}

// -----

// CHECK-LABEL: @sigmoid_by_table
//       CHECK: dsp.portable.lookup_8 %{{.*}}function = "sigmoid"
//  CHECK-NEXT: return
func.func @sigmoid_by_table(%x: tensor<8xi8>) -> tensor<8xui8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.dequantize %x, %s, %z {out_dtype = "float32"} : (tensor<8xi8>, tensor<f32>, tensor<i32>) -> tensor<8xf32>
  %1 = relay.sigmoid %0 : (tensor<8xf32>) -> tensor<8xf32>
  %2 = relay.qnn.quantize %1, %s, %z {out_dtype = "uint8"} : (tensor<8xf32>, tensor<f32>, tensor<i32>) -> tensor<8xui8>
  return %2 : tensor<8xui8>
}

// -----

// CHECK-LABEL: @tanh_by_table
//       CHECK: dsp.portable.lookup_8 %{{.*}}function = "tanh"
//  CHECK-NEXT: return
func.func @tanh_by_table(%x: tensor<8xi8>) -> tensor<8xui8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.dequantize %x, %s, %z {out_dtype = "float32"} : (tensor<8xi8>, tensor<f32>, tensor<i32>) -> tensor<8xf32>
  %1 = relay.tanh %0 : (tensor<8xf32>) -> tensor<8xf32>
  %2 = relay.qnn.quantize %1, %s, %z {out_dtype = "uint8"} : (tensor<8xf32>, tensor<f32>, tensor<i32>) -> tensor<8xui8>
  return %2 : tensor<8xui8>
}

// -----

// CHECK-LABEL: @exp_by_table
//       CHECK: dsp.portable.lookup_8 %{{.*}}function = "exp"
//  CHECK-NEXT: return
func.func @exp_by_table(%x: tensor<8xi8>) -> tensor<8xui8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.dequantize %x, %s, %z {out_dtype = "float32"} : (tensor<8xi8>, tensor<f32>, tensor<i32>) -> tensor<8xf32>
  %1 = relay.exp %0 : (tensor<8xf32>) -> tensor<8xf32>
  %2 = relay.qnn.quantize %1, %s, %z {out_dtype = "uint8"} : (tensor<8xf32>, tensor<f32>, tensor<i32>) -> tensor<8xui8>
  return %2 : tensor<8xui8>
}

// -----

// CHECK-LABEL: @qnn_sigmoid
//       CHECK: dsp.portable.lookup_8 %{{.*}}by_division = true, {{.*}}function = "sigmoid"
func.func @qnn_sigmoid(%x: tensor<8xi8>) -> tensor<8xi8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.sigmoid %x, %s, %z, %s, %z : (tensor<8xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<8xi8>
  return %0 : tensor<8xi8>
}

// -----

// CHECK-LABEL: @qnn_hardswish
//       CHECK: dsp.portable.lookup_8 %{{.*}}by_division = true, {{.*}}function = "hardswish"
func.func @qnn_hardswish(%x: tensor<8xi8>) -> tensor<8xi8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.hardswish %x, %s, %z, %s, %z : (tensor<8xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<8xi8>
  return %0 : tensor<8xi8>
}

// -----

// CHECK-LABEL: @qnn_rsqrt
//       CHECK: dsp.portable.lookup_8 %{{.*}}by_division = true, {{.*}}function = "rsqrt"
func.func @qnn_rsqrt(%x: tensor<8xi8>) -> tensor<8xi8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.rsqrt %x, %s, %z, %s, %z : (tensor<8xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<8xi8>
  return %0 : tensor<8xi8>
}

// -----

// CHECK-LABEL: @softmax
//       CHECK: dsp.portable.softmax_s8
//  CHECK-NEXT: return
func.func @softmax(%x: tensor<2x8xi8>) -> tensor<2x8xi8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.dequantize %x, %s, %z {out_dtype = "float32"} : (tensor<2x8xi8>, tensor<f32>, tensor<i32>) -> tensor<2x8xf32>
  %1 = relay.nn.softmax %0 {axis = 1} : (tensor<2x8xf32>) -> tensor<2x8xf32>
  %2 = relay.qnn.quantize %1, %s, %z {out_dtype = "int8"} : (tensor<2x8xf32>, tensor<f32>, tensor<i32>) -> tensor<2x8xi8>
  return %2 : tensor<2x8xi8>
}

// -----

// CHECK-LABEL: @avg_pool
//       CHECK: dsp.portable.avg_pool2d_s8 %{{.*}}to_nearest = false
//  CHECK-NEXT: return
func.func @avg_pool(%x: tensor<1x4x4x2xi8>) -> tensor<1x2x2x2xi8> {
  %0 = relay.cast %x {dtype = "int32"} : (tensor<1x4x4x2xi8>) -> tensor<1x4x4x2xi32>
  %1 = relay.nn.avg_pool2d %0 {pool_size = [2, 2], strides = [2, 2], padding = [0, 0, 0, 0], layout = "NHWC"} : (tensor<1x4x4x2xi32>) -> tensor<1x2x2x2xi32>
  %2 = relay.cast %1 {dtype = "int8"} : (tensor<1x2x2x2xi32>) -> tensor<1x2x2x2xi8>
  return %2 : tensor<1x2x2x2xi8>
}

// -----

// CHECK-LABEL: @global_avg_pool_of_sums
//       CHECK: dsp.portable.cast_i8_to_i32
//       CHECK: dsp.portable.avg_pool2d_s32 %{{.*}}pool_size = array<i64: 4, 4>
func.func @global_avg_pool_of_sums(%x: tensor<1x4x4x2xi8>) -> tensor<1x1x1x2xi32> {
  %0 = relay.cast %x {dtype = "int32"} : (tensor<1x4x4x2xi8>) -> tensor<1x4x4x2xi32>
  %1 = relay.nn.global_avg_pool2d %0 {layout = "NHWC"} : (tensor<1x4x4x2xi32>) -> tensor<1x1x1x2xi32>
  return %1 : tensor<1x1x1x2xi32>
}

// -----

// CHECK-LABEL: @max_pool
//       CHECK: dsp.portable.max_pool2d_s8 %{{.*}} {act_max = 6.0
//  CHECK-NEXT: return
func.func @max_pool(%x: tensor<1x4x4x2xi8>) -> tensor<1x2x2x2xi8> {
  %0 = relay.nn.max_pool2d %x {pool_size = [2, 2], strides = [2, 2], padding = [0, 0, 0, 0], layout = "NHWC"} : (tensor<1x4x4x2xi8>) -> tensor<1x2x2x2xi8>
  %1 = relay.clip %0 {a_min = 0.0, a_max = 6.0} : (tensor<1x2x2x2xi8>) -> tensor<1x2x2x2xi8>
  return %1 : tensor<1x2x2x2xi8>
}

// -----

// CHECK-LABEL: @qnn_leaky_relu
//       CHECK: dsp.portable.lookup_leaky_relu_8 %arg0 {alpha = 3.0
func.func @qnn_leaky_relu(%x: tensor<8xui8>) -> tensor<8xui8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %0 = relay.qnn.leaky_relu %x, %s, %z, %s, %z {alpha = 0.3} : (tensor<8xui8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<8xui8>
  return %0 : tensor<8xui8>
}

// -----

// CHECK-LABEL: @softmax_in_integers
//       CHECK: dsp.portable.softmax_integer_s8 %{{.*}} {axis = -1 : i64, input_scale = 5.000000e-01 : f32, output_scale = 3.906250e-03 : f32, output_zero_point = -128 : i32}
//  CHECK-NEXT: return
func.func @softmax_in_integers(%x: tensor<2x8xi8>) -> tensor<2x8xi8> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %t = relay.constant dense<0.00390625> : tensor<f32>
  %u = relay.constant dense<-128> : tensor<i32>
  %0 = relay.qnn.softmax %x, %s, %z, %t, %u : (tensor<2x8xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x8xi8>
  return %0 : tensor<2x8xi8>
}

// -----

// CHECK-LABEL: @fixed_point_multiply_per_axis
//       CHECK: dsp.portable.fixed_point_multiply_per_axis_i32 %arg0, %arg1, %arg2, %arg3 {axes = array<i64: 1>, shifts_left = true}
func.func @fixed_point_multiply_per_axis(%x: tensor<2x3x4xi32>, %m: tensor<3xi32>, %l: tensor<3xi32>, %r: tensor<3xi32>) -> tensor<2x3x4xi32> {
  %0 = relay.fixed_point_multiply_per_axis %x, %m, %l, %r {axes = [1], is_lshift_required = true, is_rshift_required = true} : (tensor<2x3x4xi32>, tensor<3xi32>, tensor<3xi32>, tensor<3xi32>) -> tensor<2x3x4xi32>
  return %0 : tensor<2x3x4xi32>
}
