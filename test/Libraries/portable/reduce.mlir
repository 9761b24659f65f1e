// Reductions and scans.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --split-input-file | FileCheck %s

// CHECK-LABEL: @sum_f32
//       CHECK: dsp.portable.sum_f32 %{{.*}} {axis = array<i64: 1>, exclude = false}
func.func @sum_f32(%x: tensor<2x3x4xf32>) -> tensor<2x4xf32> {
  %0 = relay.sum %x {axis = [1]} : (tensor<2x3x4xf32>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// -----

// CHECK-LABEL: @sum_i32
//       CHECK: dsp.portable.sum_i32 %{{.*}} {axis = array<i64: 1>, exclude = false}
func.func @sum_i32(%x: tensor<2x3x4xi32>) -> tensor<2x4xi32> {
  %0 = relay.sum %x {axis = [1]} : (tensor<2x3x4xi32>) -> tensor<2x4xi32>
  return %0 : tensor<2x4xi32>
}

// -----

// CHECK-LABEL: @sum_i64
//       CHECK: dsp.portable.sum_i64 %{{.*}} {axis = array<i64: 1>, exclude = false}
func.func @sum_i64(%x: tensor<2x3x4xi64>) -> tensor<2x4xi64> {
  %0 = relay.sum %x {axis = [1]} : (tensor<2x3x4xi64>) -> tensor<2x4xi64>
  return %0 : tensor<2x4xi64>
}

// -----

// CHECK-LABEL: @prod_f32
//       CHECK: dsp.portable.prod_f32 %{{.*}} {axis = array<i64: 1>, exclude = false}
func.func @prod_f32(%x: tensor<2x3x4xf32>) -> tensor<2x4xf32> {
  %0 = relay.prod %x {axis = [1]} : (tensor<2x3x4xf32>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// -----

// CHECK-LABEL: @prod_i32
//       CHECK: dsp.portable.prod_i32 %{{.*}} {axis = array<i64: 1>, exclude = false}
func.func @prod_i32(%x: tensor<2x3x4xi32>) -> tensor<2x4xi32> {
  %0 = relay.prod %x {axis = [1]} : (tensor<2x3x4xi32>) -> tensor<2x4xi32>
  return %0 : tensor<2x4xi32>
}

// -----

// CHECK-LABEL: @prod_i64
//       CHECK: dsp.portable.prod_i64 %{{.*}} {axis = array<i64: 1>, exclude = false}
func.func @prod_i64(%x: tensor<2x3x4xi64>) -> tensor<2x4xi64> {
  %0 = relay.prod %x {axis = [1]} : (tensor<2x3x4xi64>) -> tensor<2x4xi64>
  return %0 : tensor<2x4xi64>
}

// -----

// CHECK-LABEL: @max_f32
//       CHECK: dsp.portable.max_f32 %{{.*}} {axis = array<i64: 1>, exclude = false}
func.func @max_f32(%x: tensor<2x3x4xf32>) -> tensor<2x4xf32> {
  %0 = relay.max %x {axis = [1]} : (tensor<2x3x4xf32>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// -----

// CHECK-LABEL: @max_i32
//       CHECK: dsp.portable.max_i32 %{{.*}} {axis = array<i64: 1>, exclude = false}
func.func @max_i32(%x: tensor<2x3x4xi32>) -> tensor<2x4xi32> {
  %0 = relay.max %x {axis = [1]} : (tensor<2x3x4xi32>) -> tensor<2x4xi32>
  return %0 : tensor<2x4xi32>
}

// -----

// CHECK-LABEL: @max_i64
//       CHECK: dsp.portable.max_i64 %{{.*}} {axis = array<i64: 1>, exclude = false}
func.func @max_i64(%x: tensor<2x3x4xi64>) -> tensor<2x4xi64> {
  %0 = relay.max %x {axis = [1]} : (tensor<2x3x4xi64>) -> tensor<2x4xi64>
  return %0 : tensor<2x4xi64>
}

// -----

// CHECK-LABEL: @min_f32
//       CHECK: dsp.portable.min_f32 %{{.*}} {axis = array<i64: 1>, exclude = false}
func.func @min_f32(%x: tensor<2x3x4xf32>) -> tensor<2x4xf32> {
  %0 = relay.min %x {axis = [1]} : (tensor<2x3x4xf32>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// -----

// CHECK-LABEL: @min_i32
//       CHECK: dsp.portable.min_i32 %{{.*}} {axis = array<i64: 1>, exclude = false}
func.func @min_i32(%x: tensor<2x3x4xi32>) -> tensor<2x4xi32> {
  %0 = relay.min %x {axis = [1]} : (tensor<2x3x4xi32>) -> tensor<2x4xi32>
  return %0 : tensor<2x4xi32>
}

// -----

// CHECK-LABEL: @min_i64
//       CHECK: dsp.portable.min_i64 %{{.*}} {axis = array<i64: 1>, exclude = false}
func.func @min_i64(%x: tensor<2x3x4xi64>) -> tensor<2x4xi64> {
  %0 = relay.min %x {axis = [1]} : (tensor<2x3x4xi64>) -> tensor<2x4xi64>
  return %0 : tensor<2x4xi64>
}

// -----

// CHECK-LABEL: @mean_of_all
//       CHECK: dsp.portable.mean_f32 %{{.*}} {exclude = false}
func.func @mean_of_all(%x: tensor<2x3x4xf32>) -> tensor<1x1x1xf32> {
  %0 = relay.mean %x {keepdims = true} : (tensor<2x3x4xf32>) -> tensor<1x1x1xf32>
  return %0 : tensor<1x1x1xf32>
}

// -----

// CHECK-LABEL: @exclude
//       CHECK: dsp.portable.mean_f32 %{{.*}} {axis = array<i64: -1>, exclude = true}
func.func @exclude(%x: tensor<2x3x4xf32>) -> tensor<4xf32> {
  %0 = relay.mean %x {axis = [-1], exclude = true} : (tensor<2x3x4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

// CHECK-LABEL: @all
//       CHECK: dsp.portable.all_bool
func.func @all(%x: tensor<2x3xi1>) -> tensor<2xi1> {
  %0 = relay.all %x {axis = [1]} : (tensor<2x3xi1>) -> tensor<2xi1>
  return %0 : tensor<2xi1>
}

// -----

// CHECK-LABEL: @any
//       CHECK: dsp.portable.any_bool
func.func @any(%x: tensor<2x3xi1>) -> tensor<2xi1> {
  %0 = relay.any %x {axis = [1]} : (tensor<2x3xi1>) -> tensor<2xi1>
  return %0 : tensor<2xi1>
}

// -----

// CHECK-LABEL: @variance
//       CHECK: dsp.portable.variance_f32
func.func @variance(%x: tensor<2x3x4xf32>, %m: tensor<2x3x1xf32>) -> tensor<2x3xf32> {
  %0 = relay.variance %x, %m {axis = [2]} : (tensor<2x3x4xf32>, tensor<2x3x1xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @argmax_i32
//       CHECK: dsp.portable.argmax_f32_i32
func.func @argmax_i32(%x: tensor<2x3x4xf32>) -> tensor<4xi32> {
  %0 = relay.argmax %x {axis = [0, 1], select_last_index = true} : (tensor<2x3x4xf32>) -> tensor<4xi32>
  return %0 : tensor<4xi32>
}

// -----

// CHECK-LABEL: @argmin_i32
//       CHECK: dsp.portable.argmin_f32_i32
func.func @argmin_i32(%x: tensor<2x3x4xf32>) -> tensor<4xi32> {
  %0 = relay.argmin %x {axis = [0, 1], select_last_index = true} : (tensor<2x3x4xf32>) -> tensor<4xi32>
  return %0 : tensor<4xi32>
}

// -----

// The position counts over axes that are no neighbours: not this kernel.
// CHECK-LABEL: @axes_apart
//       CHECK: relay.argmax
func.func @axes_apart(%x: tensor<2x3x4xf32>) -> tensor<3xi32> {
  %0 = relay.argmax %x {axis = [0, 2]} : (tensor<2x3x4xf32>) -> tensor<3xi32>
  return %0 : tensor<3xi32>
}

// -----

// CHECK-LABEL: @cumsum_f32
//       CHECK: dsp.portable.cumsum_f32 %{{.*}} {axis = 1 : i64, exclusive = true}
func.func @cumsum_f32(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.cumsum %x {axis = 1, exclusive = true} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @cumsum_i32
//       CHECK: dsp.portable.cumsum_i32 %{{.*}} {axis = 1 : i64, exclusive = true}
func.func @cumsum_i32(%x: tensor<2x3xi32>) -> tensor<2x3xi32> {
  %0 = relay.cumsum %x {axis = 1, exclusive = true} : (tensor<2x3xi32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// -----

// CHECK-LABEL: @cumsum_i64
//       CHECK: dsp.portable.cumsum_i64 %{{.*}} {axis = 1 : i64, exclusive = true}
func.func @cumsum_i64(%x: tensor<2x3xi64>) -> tensor<2x3xi64> {
  %0 = relay.cumsum %x {axis = 1, exclusive = true} : (tensor<2x3xi64>) -> tensor<2x3xi64>
  return %0 : tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @cumprod_f32
//       CHECK: dsp.portable.cumprod_f32 %{{.*}} {axis = 1 : i64, exclusive = true}
func.func @cumprod_f32(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.cumprod %x {axis = 1, exclusive = true} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @cumprod_i32
//       CHECK: dsp.portable.cumprod_i32 %{{.*}} {axis = 1 : i64, exclusive = true}
func.func @cumprod_i32(%x: tensor<2x3xi32>) -> tensor<2x3xi32> {
  %0 = relay.cumprod %x {axis = 1, exclusive = true} : (tensor<2x3xi32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// -----

// CHECK-LABEL: @cumprod_i64
//       CHECK: dsp.portable.cumprod_i64 %{{.*}} {axis = 1 : i64, exclusive = true}
func.func @cumprod_i64(%x: tensor<2x3xi64>) -> tensor<2x3xi64> {
  %0 = relay.cumprod %x {axis = 1, exclusive = true} : (tensor<2x3xi64>) -> tensor<2x3xi64>
  return %0 : tensor<2x3xi64>
}
// -----

// Relay's shapes are int64 in some files, and so are its positions then.
// CHECK-LABEL: @positions_i64
//       CHECK: dsp.portable.argmax_f32_i64
//       CHECK: dsp.portable.argmin_f32_i64
func.func @positions_i64(%x: tensor<2x3x4xf32>) -> (tensor<2x3xi64>, tensor<2x3xi64>) {
  %0 = dsp.portable.argmax_f32_i64 %x {axis = array<i64: 2>, exclude = false, select_last_index = false} : (tensor<2x3x4xf32>) -> tensor<2x3xi64>
  %1 = dsp.portable.argmin_f32_i64 %x {axis = array<i64: 2>, exclude = false, select_last_index = false} : (tensor<2x3x4xf32>) -> tensor<2x3xi64>
  return %0, %1 : tensor<2x3xi64>, tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @mean_i32
//       CHECK: dsp.portable.mean_i32 %{{.*}} {axis = array<i64: 1>, dsp.numerics = "relay", exclude = false}
func.func @mean_i32(%x: tensor<2x3xi32>) -> tensor<2xi32> {
  %0 = relay.mean %x {axis = [1]} : (tensor<2x3xi32>) -> tensor<2xi32>
  return %0 : tensor<2xi32>
}

// -----

// CHECK-LABEL: @small_i8
//       CHECK: dsp.portable.sum_i8
//       CHECK: dsp.portable.prod_i8
//       CHECK: dsp.portable.max_i8
//       CHECK: dsp.portable.min_i8
func.func @small_i8(%x: tensor<2x3x4xi8>) -> (tensor<2x4xi8>, tensor<2x4xi8>, tensor<2x4xi8>, tensor<2x4xi8>) {
  %0 = relay.sum %x {axis = [1]} : (tensor<2x3x4xi8>) -> tensor<2x4xi8>
  %1 = relay.prod %x {axis = [1]} : (tensor<2x3x4xi8>) -> tensor<2x4xi8>
  %2 = relay.max %x {axis = [1]} : (tensor<2x3x4xi8>) -> tensor<2x4xi8>
  %3 = relay.min %x {axis = [1]} : (tensor<2x3x4xi8>) -> tensor<2x4xi8>
  return %0, %1, %2, %3 : tensor<2x4xi8>, tensor<2x4xi8>, tensor<2x4xi8>, tensor<2x4xi8>
}

// -----

// CHECK-LABEL: @places_i8
//       CHECK: dsp.portable.argmax_i8_i32
//       CHECK: dsp.portable.argmax_i8_i64
//       CHECK: dsp.portable.argmin_i8_i32
//       CHECK: dsp.portable.argmin_i8_i64
func.func @places_i8(%x: tensor<2x3x4xi8>) -> (tensor<2x4xi32>, tensor<2x4xi64>, tensor<2x4xi32>, tensor<2x4xi64>) {
  %0 = relay.argmax %x {axis = [1]} : (tensor<2x3x4xi8>) -> tensor<2x4xi32>
  %1 = relay.argmax %x {axis = [1]} : (tensor<2x3x4xi8>) -> tensor<2x4xi64>
  %2 = relay.argmin %x {axis = [1]} : (tensor<2x3x4xi8>) -> tensor<2x4xi32>
  %3 = relay.argmin %x {axis = [1]} : (tensor<2x3x4xi8>) -> tensor<2x4xi64>
  return %0, %1, %2, %3 : tensor<2x4xi32>, tensor<2x4xi64>, tensor<2x4xi32>, tensor<2x4xi64>
}

// -----

// CHECK-LABEL: @small_u8
//       CHECK: dsp.portable.sum_u8
//       CHECK: dsp.portable.prod_u8
//       CHECK: dsp.portable.max_u8
//       CHECK: dsp.portable.min_u8
func.func @small_u8(%x: tensor<2x3x4xui8>) -> (tensor<2x4xui8>, tensor<2x4xui8>, tensor<2x4xui8>, tensor<2x4xui8>) {
  %0 = relay.sum %x {axis = [1]} : (tensor<2x3x4xui8>) -> tensor<2x4xui8>
  %1 = relay.prod %x {axis = [1]} : (tensor<2x3x4xui8>) -> tensor<2x4xui8>
  %2 = relay.max %x {axis = [1]} : (tensor<2x3x4xui8>) -> tensor<2x4xui8>
  %3 = relay.min %x {axis = [1]} : (tensor<2x3x4xui8>) -> tensor<2x4xui8>
  return %0, %1, %2, %3 : tensor<2x4xui8>, tensor<2x4xui8>, tensor<2x4xui8>, tensor<2x4xui8>
}

// -----

// CHECK-LABEL: @places_u8
//       CHECK: dsp.portable.argmax_u8_i32
//       CHECK: dsp.portable.argmax_u8_i64
//       CHECK: dsp.portable.argmin_u8_i32
//       CHECK: dsp.portable.argmin_u8_i64
func.func @places_u8(%x: tensor<2x3x4xui8>) -> (tensor<2x4xi32>, tensor<2x4xi64>, tensor<2x4xi32>, tensor<2x4xi64>) {
  %0 = relay.argmax %x {axis = [1]} : (tensor<2x3x4xui8>) -> tensor<2x4xi32>
  %1 = relay.argmax %x {axis = [1]} : (tensor<2x3x4xui8>) -> tensor<2x4xi64>
  %2 = relay.argmin %x {axis = [1]} : (tensor<2x3x4xui8>) -> tensor<2x4xi32>
  %3 = relay.argmin %x {axis = [1]} : (tensor<2x3x4xui8>) -> tensor<2x4xi64>
  return %0, %1, %2, %3 : tensor<2x4xi32>, tensor<2x4xi64>, tensor<2x4xi32>, tensor<2x4xi64>
}

// -----

// CHECK-LABEL: @small_i16
//       CHECK: dsp.portable.sum_i16
//       CHECK: dsp.portable.prod_i16
//       CHECK: dsp.portable.max_i16
//       CHECK: dsp.portable.min_i16
func.func @small_i16(%x: tensor<2x3x4xi16>) -> (tensor<2x4xi16>, tensor<2x4xi16>, tensor<2x4xi16>, tensor<2x4xi16>) {
  %0 = relay.sum %x {axis = [1]} : (tensor<2x3x4xi16>) -> tensor<2x4xi16>
  %1 = relay.prod %x {axis = [1]} : (tensor<2x3x4xi16>) -> tensor<2x4xi16>
  %2 = relay.max %x {axis = [1]} : (tensor<2x3x4xi16>) -> tensor<2x4xi16>
  %3 = relay.min %x {axis = [1]} : (tensor<2x3x4xi16>) -> tensor<2x4xi16>
  return %0, %1, %2, %3 : tensor<2x4xi16>, tensor<2x4xi16>, tensor<2x4xi16>, tensor<2x4xi16>
}

// -----

// CHECK-LABEL: @places_i16
//       CHECK: dsp.portable.argmax_i16_i32
//       CHECK: dsp.portable.argmax_i16_i64
//       CHECK: dsp.portable.argmin_i16_i32
//       CHECK: dsp.portable.argmin_i16_i64
func.func @places_i16(%x: tensor<2x3x4xi16>) -> (tensor<2x4xi32>, tensor<2x4xi64>, tensor<2x4xi32>, tensor<2x4xi64>) {
  %0 = relay.argmax %x {axis = [1]} : (tensor<2x3x4xi16>) -> tensor<2x4xi32>
  %1 = relay.argmax %x {axis = [1]} : (tensor<2x3x4xi16>) -> tensor<2x4xi64>
  %2 = relay.argmin %x {axis = [1]} : (tensor<2x3x4xi16>) -> tensor<2x4xi32>
  %3 = relay.argmin %x {axis = [1]} : (tensor<2x3x4xi16>) -> tensor<2x4xi64>
  return %0, %1, %2, %3 : tensor<2x4xi32>, tensor<2x4xi64>, tensor<2x4xi32>, tensor<2x4xi64>
}

// -----

// CHECK-LABEL: @places_i32
//       CHECK: dsp.portable.argmax_i32_i32
//       CHECK: dsp.portable.argmax_i32_i64
//       CHECK: dsp.portable.argmin_i32_i32
//       CHECK: dsp.portable.argmin_i32_i64
func.func @places_i32(%x: tensor<2x3x4xi32>) -> (tensor<2x4xi32>, tensor<2x4xi64>, tensor<2x4xi32>, tensor<2x4xi64>) {
  %0 = relay.argmax %x {axis = [1]} : (tensor<2x3x4xi32>) -> tensor<2x4xi32>
  %1 = relay.argmax %x {axis = [1]} : (tensor<2x3x4xi32>) -> tensor<2x4xi64>
  %2 = relay.argmin %x {axis = [1]} : (tensor<2x3x4xi32>) -> tensor<2x4xi32>
  %3 = relay.argmin %x {axis = [1]} : (tensor<2x3x4xi32>) -> tensor<2x4xi64>
  return %0, %1, %2, %3 : tensor<2x4xi32>, tensor<2x4xi64>, tensor<2x4xi32>, tensor<2x4xi64>
}

// -----

// CHECK-LABEL: @places_i64
//       CHECK: dsp.portable.argmax_i64_i32
//       CHECK: dsp.portable.argmax_i64_i64
//       CHECK: dsp.portable.argmin_i64_i32
//       CHECK: dsp.portable.argmin_i64_i64
func.func @places_i64(%x: tensor<2x3x4xi64>) -> (tensor<2x4xi32>, tensor<2x4xi64>, tensor<2x4xi32>, tensor<2x4xi64>) {
  %0 = relay.argmax %x {axis = [1]} : (tensor<2x3x4xi64>) -> tensor<2x4xi32>
  %1 = relay.argmax %x {axis = [1]} : (tensor<2x3x4xi64>) -> tensor<2x4xi64>
  %2 = relay.argmin %x {axis = [1]} : (tensor<2x3x4xi64>) -> tensor<2x4xi32>
  %3 = relay.argmin %x {axis = [1]} : (tensor<2x3x4xi64>) -> tensor<2x4xi64>
  return %0, %1, %2, %3 : tensor<2x4xi32>, tensor<2x4xi64>, tensor<2x4xi32>, tensor<2x4xi64>
}

// -----

// CHECK-LABEL: @mean_i64
//       CHECK: dsp.portable.mean_i64
func.func @mean_i64(%x: tensor<2x3x4xi64>) -> tensor<2x4xi64> {
  %0 = relay.mean %x {axis = [1]} : (tensor<2x3x4xi64>) -> tensor<2x4xi64>
  return %0 : tensor<2x4xi64>
}

// -----

// CHECK-LABEL: @scans_i8
//       CHECK: dsp.portable.cumsum_i8 %{{.*}} {axis = 1 : i64, exclusive = true}
//       CHECK: dsp.portable.cumprod_i8
func.func @scans_i8(%x: tensor<2x3xi8>) -> (tensor<2x3xi8>, tensor<2x3xi8>) {
  %0 = relay.cumsum %x {axis = 1, exclusive = true} : (tensor<2x3xi8>) -> tensor<2x3xi8>
  %1 = relay.cumprod %x {axis = 1} : (tensor<2x3xi8>) -> tensor<2x3xi8>
  return %0, %1 : tensor<2x3xi8>, tensor<2x3xi8>
}

// -----

// CHECK-LABEL: @scans_u8
//       CHECK: dsp.portable.cumsum_u8 %{{.*}} {axis = 1 : i64, exclusive = true}
//       CHECK: dsp.portable.cumprod_u8
func.func @scans_u8(%x: tensor<2x3xui8>) -> (tensor<2x3xui8>, tensor<2x3xui8>) {
  %0 = relay.cumsum %x {axis = 1, exclusive = true} : (tensor<2x3xui8>) -> tensor<2x3xui8>
  %1 = relay.cumprod %x {axis = 1} : (tensor<2x3xui8>) -> tensor<2x3xui8>
  return %0, %1 : tensor<2x3xui8>, tensor<2x3xui8>
}

// -----

// CHECK-LABEL: @scans_i16
//       CHECK: dsp.portable.cumsum_i16 %{{.*}} {axis = 1 : i64, exclusive = true}
//       CHECK: dsp.portable.cumprod_i16
func.func @scans_i16(%x: tensor<2x3xi16>) -> (tensor<2x3xi16>, tensor<2x3xi16>) {
  %0 = relay.cumsum %x {axis = 1, exclusive = true} : (tensor<2x3xi16>) -> tensor<2x3xi16>
  %1 = relay.cumprod %x {axis = 1} : (tensor<2x3xi16>) -> tensor<2x3xi16>
  return %0, %1 : tensor<2x3xi16>, tensor<2x3xi16>
}

// -----

// CHECK-LABEL: @mean_i8
//       CHECK: dsp.portable.mean_i8 %{{.*}} {axis = array<i64: 1>, dsp.numerics = "relay", exclude = false}
func.func @mean_i8(%x: tensor<2x3xi8>) -> tensor<2xi8> {
  %0 = relay.mean %x {axis = [1]} : (tensor<2x3xi8>) -> tensor<2xi8>
  return %0 : tensor<2xi8>
}

// -----

// CHECK-LABEL: @mean_u8
//       CHECK: dsp.portable.mean_u8 %{{.*}} {axis = array<i64: 1>, dsp.numerics = "relay", exclude = false}
func.func @mean_u8(%x: tensor<2x3xui8>) -> tensor<2xui8> {
  %0 = relay.mean %x {axis = [1]} : (tensor<2x3xui8>) -> tensor<2xui8>
  return %0 : tensor<2xui8>
}

// -----

// CHECK-LABEL: @mean_i16
//       CHECK: dsp.portable.mean_i16 %{{.*}} {axis = array<i64: 1>, dsp.numerics = "relay", exclude = false}
func.func @mean_i16(%x: tensor<2x3xi16>) -> tensor<2xi16> {
  %0 = relay.mean %x {axis = [1]} : (tensor<2x3xi16>) -> tensor<2xi16>
  return %0 : tensor<2xi16>
}
