// Functions of one tensor.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --split-input-file | FileCheck %s

// CHECK-LABEL: @abs
//       CHECK: dsp.portable.abs_f32
func.func @abs(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.abs %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @negative
//       CHECK: dsp.portable.negative_f32
func.func @negative(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.negative %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @acos
//       CHECK: dsp.portable.acos_f32
func.func @acos(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.acos %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @acosh
//       CHECK: dsp.portable.acosh_f32
func.func @acosh(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.acosh %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @asin
//       CHECK: dsp.portable.asin_f32
func.func @asin(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.asin %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @asinh
//       CHECK: dsp.portable.asinh_f32
func.func @asinh(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.asinh %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @atan
//       CHECK: dsp.portable.atan_f32
func.func @atan(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.atan %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @atanh
//       CHECK: dsp.portable.atanh_f32
func.func @atanh(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.atanh %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @ceil
//       CHECK: dsp.portable.ceil_f32
func.func @ceil(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.ceil %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @cos
//       CHECK: dsp.portable.cos_f32
func.func @cos(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.cos %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @cosh
//       CHECK: dsp.portable.cosh_f32
func.func @cosh(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.cosh %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @erf
//       CHECK: dsp.portable.erf_f32
func.func @erf(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.erf %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @exp
//       CHECK: dsp.portable.exp_f32
func.func @exp(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.exp %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @floor
//       CHECK: dsp.portable.floor_f32
func.func @floor(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.floor %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @log
//       CHECK: dsp.portable.log_f32
func.func @log(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.log %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @log2
//       CHECK: dsp.portable.log2_f32
func.func @log2(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.log2 %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @log10
//       CHECK: dsp.portable.log10_f32
func.func @log10(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.log10 %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @round
//       CHECK: dsp.portable.round_f32
func.func @round(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.round %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @rsqrt
//       CHECK: dsp.portable.rsqrt_f32
func.func @rsqrt(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.rsqrt %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @sigmoid
//       CHECK: dsp.portable.sigmoid_f32
func.func @sigmoid(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.sigmoid %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @sign
//       CHECK: dsp.portable.sign_f32
func.func @sign(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.sign %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @sin
//       CHECK: dsp.portable.sin_f32
func.func @sin(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.sin %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @sinh
//       CHECK: dsp.portable.sinh_f32
func.func @sinh(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.sinh %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @sqrt
//       CHECK: dsp.portable.sqrt_f32
func.func @sqrt(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.sqrt %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @tan
//       CHECK: dsp.portable.tan_f32
func.func @tan(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.tan %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @tanh
//       CHECK: dsp.portable.tanh_f32
func.func @tanh(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.tanh %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @trunc
//       CHECK: dsp.portable.trunc_f32
func.func @trunc(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.trunc %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @abs_i32
//       CHECK: dsp.portable.abs_i32
func.func @abs_i32(%x: tensor<2x3xi32>) -> tensor<2x3xi32> {
  %0 = relay.abs %x : (tensor<2x3xi32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// -----

// CHECK-LABEL: @negative_i32
//       CHECK: dsp.portable.negative_i32
func.func @negative_i32(%x: tensor<2x3xi32>) -> tensor<2x3xi32> {
  %0 = relay.negative %x : (tensor<2x3xi32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// -----

// CHECK-LABEL: @isnan
//       CHECK: dsp.portable.isnan_f32
func.func @isnan(%x: tensor<2x3xf32>) -> tensor<2x3xi1> {
  %0 = relay.isnan %x : (tensor<2x3xf32>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @isinf
//       CHECK: dsp.portable.isinf_f32
func.func @isinf(%x: tensor<2x3xf32>) -> tensor<2x3xi1> {
  %0 = relay.isinf %x : (tensor<2x3xf32>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @isfinite
//       CHECK: dsp.portable.isfinite_f32
func.func @isfinite(%x: tensor<2x3xf32>) -> tensor<2x3xi1> {
  %0 = relay.isfinite %x : (tensor<2x3xf32>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @logical_not
//       CHECK: dsp.portable.logical_not_bool
func.func @logical_not(%x: tensor<4xi1>) -> tensor<4xi1> {
  %0 = relay.logical_not %x : (tensor<4xi1>) -> tensor<4xi1>
  return %0 : tensor<4xi1>
}

// -----

// CHECK-LABEL: @relu
//       CHECK: dsp.portable.relu_f32
func.func @relu(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.nn.relu %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @leaky_relu
//       CHECK: dsp.portable.leaky_relu_f32 %{{.*}} {alpha = 1.000000e-01 : f64}
func.func @leaky_relu(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.nn.leaky_relu %x {alpha = 0.1} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @clip
//       CHECK: dsp.portable.clip_f32 %{{.*}} {max = 2.000000e+00 : f64, min = -1.000000e+00 : f64}
func.func @clip(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.clip %x {a_min = -1.0, a_max = 2.0} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @prelu
//       CHECK: dsp.portable.prelu_f32
func.func @prelu(%x: tensor<2x3x4xf32>, %a: tensor<3xf32>) -> tensor<2x3x4xf32> {
  %0 = relay.nn.prelu %x, %a {axis = 1} : (tensor<2x3x4xf32>, tensor<3xf32>) -> tensor<2x3x4xf32>
  return %0 : tensor<2x3x4xf32>
}

// -----

// CHECK-LABEL: @bias_add
//       CHECK: dsp.portable.bias_add_f32
func.func @bias_add(%x: tensor<2x3x4xf32>, %b: tensor<4xf32>) -> tensor<2x3x4xf32> {
  %0 = relay.nn.bias_add %x, %b {axis = -1} : (tensor<2x3x4xf32>, tensor<4xf32>) -> tensor<2x3x4xf32>
  return %0 : tensor<2x3x4xf32>
}

// -----

// CHECK-LABEL: @cast_f32_to_i8
//       CHECK: dsp.portable.cast_f32_to_i8
func.func @cast_f32_to_i8(%x: tensor<5xf32>) -> tensor<5xi8> {
  %0 = relay.cast %x {dtype = "int8"} : (tensor<5xf32>) -> tensor<5xi8>
  return %0 : tensor<5xi8>
}

// -----

// CHECK-LABEL: @cast_f32_to_u8
//       CHECK: dsp.portable.cast_f32_to_u8
func.func @cast_f32_to_u8(%x: tensor<5xf32>) -> tensor<5xui8> {
  %0 = relay.cast %x {dtype = "uint8"} : (tensor<5xf32>) -> tensor<5xui8>
  return %0 : tensor<5xui8>
}

// -----

// CHECK-LABEL: @cast_f32_to_i32
//       CHECK: dsp.portable.cast_f32_to_i32
func.func @cast_f32_to_i32(%x: tensor<5xf32>) -> tensor<5xi32> {
  %0 = relay.cast %x {dtype = "int32"} : (tensor<5xf32>) -> tensor<5xi32>
  return %0 : tensor<5xi32>
}

// -----

// CHECK-LABEL: @cast_f32_to_i64
//       CHECK: dsp.portable.cast_f32_to_i64
func.func @cast_f32_to_i64(%x: tensor<5xf32>) -> tensor<5xi64> {
  %0 = relay.cast %x {dtype = "int64"} : (tensor<5xf32>) -> tensor<5xi64>
  return %0 : tensor<5xi64>
}

// -----

// CHECK-LABEL: @cast_f32_to_bool
//       CHECK: dsp.portable.cast_f32_to_bool
func.func @cast_f32_to_bool(%x: tensor<5xf32>) -> tensor<5xi1> {
  %0 = relay.cast %x {dtype = "bool"} : (tensor<5xf32>) -> tensor<5xi1>
  return %0 : tensor<5xi1>
}

// -----

// CHECK-LABEL: @cast_i8_to_f32
//       CHECK: dsp.portable.cast_i8_to_f32
func.func @cast_i8_to_f32(%x: tensor<5xi8>) -> tensor<5xf32> {
  %0 = relay.cast %x {dtype = "float32"} : (tensor<5xi8>) -> tensor<5xf32>
  return %0 : tensor<5xf32>
}

// -----

// CHECK-LABEL: @cast_u8_to_f32
//       CHECK: dsp.portable.cast_u8_to_f32
func.func @cast_u8_to_f32(%x: tensor<5xui8>) -> tensor<5xf32> {
  %0 = relay.cast %x {dtype = "float32"} : (tensor<5xui8>) -> tensor<5xf32>
  return %0 : tensor<5xf32>
}

// -----

// CHECK-LABEL: @cast_i32_to_f32
//       CHECK: dsp.portable.cast_i32_to_f32
func.func @cast_i32_to_f32(%x: tensor<5xi32>) -> tensor<5xf32> {
  %0 = relay.cast %x {dtype = "float32"} : (tensor<5xi32>) -> tensor<5xf32>
  return %0 : tensor<5xf32>
}

// -----

// CHECK-LABEL: @cast_i64_to_f32
//       CHECK: dsp.portable.cast_i64_to_f32
func.func @cast_i64_to_f32(%x: tensor<5xi64>) -> tensor<5xf32> {
  %0 = relay.cast %x {dtype = "float32"} : (tensor<5xi64>) -> tensor<5xf32>
  return %0 : tensor<5xf32>
}

// -----

// CHECK-LABEL: @cast_bool_to_f32
//       CHECK: dsp.portable.cast_bool_to_f32
func.func @cast_bool_to_f32(%x: tensor<5xi1>) -> tensor<5xf32> {
  %0 = relay.cast %x {dtype = "float32"} : (tensor<5xi1>) -> tensor<5xf32>
  return %0 : tensor<5xf32>
}

// -----

// CHECK-LABEL: @cast_i32_to_i64
//       CHECK: dsp.portable.cast_i32_to_i64
func.func @cast_i32_to_i64(%x: tensor<5xi32>) -> tensor<5xi64> {
  %0 = relay.cast %x {dtype = "int64"} : (tensor<5xi32>) -> tensor<5xi64>
  return %0 : tensor<5xi64>
}

// -----

// CHECK-LABEL: @cast_i64_to_i32
//       CHECK: dsp.portable.cast_i64_to_i32
func.func @cast_i64_to_i32(%x: tensor<5xi64>) -> tensor<5xi32> {
  %0 = relay.cast %x {dtype = "int32"} : (tensor<5xi64>) -> tensor<5xi32>
  return %0 : tensor<5xi32>
}

// -----

// CHECK-LABEL: @cast_i32_to_bool
//       CHECK: dsp.portable.cast_i32_to_bool
func.func @cast_i32_to_bool(%x: tensor<5xi32>) -> tensor<5xi1> {
  %0 = relay.cast %x {dtype = "bool"} : (tensor<5xi32>) -> tensor<5xi1>
  return %0 : tensor<5xi1>
}

// -----

// CHECK-LABEL: @cast_i64_to_bool
//       CHECK: dsp.portable.cast_i64_to_bool
func.func @cast_i64_to_bool(%x: tensor<5xi64>) -> tensor<5xi1> {
  %0 = relay.cast %x {dtype = "bool"} : (tensor<5xi64>) -> tensor<5xi1>
  return %0 : tensor<5xi1>
}

// -----

// CHECK-LABEL: @cast_bool_to_i32
//       CHECK: dsp.portable.cast_bool_to_i32
func.func @cast_bool_to_i32(%x: tensor<5xi1>) -> tensor<5xi32> {
  %0 = relay.cast %x {dtype = "int32"} : (tensor<5xi1>) -> tensor<5xi32>
  return %0 : tensor<5xi32>
}

// -----

// CHECK-LABEL: @cast_bool_to_i64
//       CHECK: dsp.portable.cast_bool_to_i64
func.func @cast_bool_to_i64(%x: tensor<5xi1>) -> tensor<5xi64> {
  %0 = relay.cast %x {dtype = "int64"} : (tensor<5xi1>) -> tensor<5xi64>
  return %0 : tensor<5xi64>
}

// -----

// CHECK-LABEL: @signs_i8
//       CHECK: dsp.portable.negative_i8
//       CHECK: dsp.portable.abs_i8
func.func @signs_i8(%x: tensor<2x3xi8>) -> tensor<2x3xi8> {
  %0 = relay.negative %x : (tensor<2x3xi8>) -> tensor<2x3xi8>
  %1 = relay.abs %0 : (tensor<2x3xi8>) -> tensor<2x3xi8>
  return %1 : tensor<2x3xi8>
}

// -----

// CHECK-LABEL: @signs_i16
//       CHECK: dsp.portable.negative_i16
//       CHECK: dsp.portable.abs_i16
func.func @signs_i16(%x: tensor<2x3xi16>) -> tensor<2x3xi16> {
  %0 = relay.negative %x : (tensor<2x3xi16>) -> tensor<2x3xi16>
  %1 = relay.abs %0 : (tensor<2x3xi16>) -> tensor<2x3xi16>
  return %1 : tensor<2x3xi16>
}

// -----

// CHECK-LABEL: @signs_i64
//       CHECK: dsp.portable.negative_i64
//       CHECK: dsp.portable.abs_i64
func.func @signs_i64(%x: tensor<2x3xi64>) -> tensor<2x3xi64> {
  %0 = relay.negative %x : (tensor<2x3xi64>) -> tensor<2x3xi64>
  %1 = relay.abs %0 : (tensor<2x3xi64>) -> tensor<2x3xi64>
  return %1 : tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @signs_i8
//       CHECK: dsp.portable.sign_i8
//       CHECK: dsp.portable.prelu_i8 %{{.*}} {axis = 1 : i64}
func.func @signs_i8(%x: tensor<2x3xi8>, %alpha: tensor<3xi8>) -> (tensor<2x3xi8>, tensor<2x3xi8>) {
  %0 = relay.sign %x : (tensor<2x3xi8>) -> tensor<2x3xi8>
  %1 = relay.nn.prelu %x, %alpha {axis = 1} : (tensor<2x3xi8>, tensor<3xi8>) -> tensor<2x3xi8>
  return %0, %1 : tensor<2x3xi8>, tensor<2x3xi8>
}

// -----

// CHECK-LABEL: @signs_u8
//       CHECK: dsp.portable.negative_u8
//       CHECK: dsp.portable.prelu_u8 %{{.*}} {axis = 1 : i64}
func.func @signs_u8(%x: tensor<2x3xui8>, %alpha: tensor<3xui8>) -> (tensor<2x3xui8>, tensor<2x3xui8>) {
  %0 = relay.negative %x : (tensor<2x3xui8>) -> tensor<2x3xui8>
  %1 = relay.nn.prelu %x, %alpha {axis = 1} : (tensor<2x3xui8>, tensor<3xui8>) -> tensor<2x3xui8>
  return %0, %1 : tensor<2x3xui8>, tensor<2x3xui8>
}

// -----

// CHECK-LABEL: @signs_i16
//       CHECK: dsp.portable.sign_i16
//       CHECK: dsp.portable.prelu_i16 %{{.*}} {axis = 1 : i64}
func.func @signs_i16(%x: tensor<2x3xi16>, %alpha: tensor<3xi16>) -> (tensor<2x3xi16>, tensor<2x3xi16>) {
  %0 = relay.sign %x : (tensor<2x3xi16>) -> tensor<2x3xi16>
  %1 = relay.nn.prelu %x, %alpha {axis = 1} : (tensor<2x3xi16>, tensor<3xi16>) -> tensor<2x3xi16>
  return %0, %1 : tensor<2x3xi16>, tensor<2x3xi16>
}

// -----

// CHECK-LABEL: @signs_i32
//       CHECK: dsp.portable.sign_i32
//       CHECK: dsp.portable.prelu_i32 %{{.*}} {axis = 1 : i64}
func.func @signs_i32(%x: tensor<2x3xi32>, %alpha: tensor<3xi32>) -> (tensor<2x3xi32>, tensor<2x3xi32>) {
  %0 = relay.sign %x : (tensor<2x3xi32>) -> tensor<2x3xi32>
  %1 = relay.nn.prelu %x, %alpha {axis = 1} : (tensor<2x3xi32>, tensor<3xi32>) -> tensor<2x3xi32>
  return %0, %1 : tensor<2x3xi32>, tensor<2x3xi32>
}

// -----

// CHECK-LABEL: @signs_i64
//       CHECK: dsp.portable.sign_i64
//       CHECK: dsp.portable.prelu_i64 %{{.*}} {axis = 1 : i64}
func.func @signs_i64(%x: tensor<2x3xi64>, %alpha: tensor<3xi64>) -> (tensor<2x3xi64>, tensor<2x3xi64>) {
  %0 = relay.sign %x : (tensor<2x3xi64>) -> tensor<2x3xi64>
  %1 = relay.nn.prelu %x, %alpha {axis = 1} : (tensor<2x3xi64>, tensor<3xi64>) -> tensor<2x3xi64>
  return %0, %1 : tensor<2x3xi64>, tensor<2x3xi64>
}
