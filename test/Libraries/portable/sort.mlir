// Elements in order.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --split-input-file | FileCheck %s

// CHECK-LABEL: @sort
//       CHECK: dsp.portable.sort_f32 %{{.*}} {axis = -1 : i64, is_ascend = true}
func.func @sort(%x: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
  %0 = relay.sort %x : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return %0 : tensor<2x3x4xf32>
}

// -----

// CHECK-LABEL: @argsort
//       CHECK: dsp.portable.argsort_f32_i32 %{{.*}} {axis = 1 : i64, is_ascend = false}
//       CHECK: dsp.portable.argsort_f32_i64
func.func @argsort(%x: tensor<2x3x4xf32>) -> (tensor<2x3x4xi32>, tensor<2x3x4xi64>) {
  %0 = relay.argsort %x {axis = 1, is_ascend = false, dtype = "int32"} : (tensor<2x3x4xf32>) -> tensor<2x3x4xi32>
  %1 = relay.argsort %x {dtype = "int64"} : (tensor<2x3x4xf32>) -> tensor<2x3x4xi64>
  return %0, %1 : tensor<2x3x4xi32>, tensor<2x3x4xi64>
}

// -----

// What topk gives decides on the kernel.
// CHECK-LABEL: @topk
//       CHECK: dsp.portable.topk_f32_i64 %{{.*}} {axis = -1 : i64, is_ascend = false}
//       CHECK: dsp.portable.topk_f32_i32
//       CHECK: dsp.portable.sort_f32
//       CHECK: dsp.portable.argsort_f32_i32
func.func @topk(%x: tensor<2x9xf32>) -> (tensor<2x3xf32>, tensor<2x3xi64>, tensor<2x3xf32>, tensor<2x3xi32>, tensor<2x3xf32>, tensor<2x3xi32>) {
  %0:2 = relay.topk %x {k = 3, dtype = "int64"} : (tensor<2x9xf32>) -> (tensor<2x3xf32>, tensor<2x3xi64>)
  %1:2 = relay.topk %x {k = 3, dtype = "int32"} : (tensor<2x9xf32>) -> (tensor<2x3xf32>, tensor<2x3xi32>)
  %2 = relay.topk %x {k = 3, ret_type = "values"} : (tensor<2x9xf32>) -> tensor<2x3xf32>
  %3 = relay.topk %x {k = 3, ret_type = "indices", dtype = "int32"} : (tensor<2x9xf32>) -> tensor<2x3xi32>
  return %0#0, %0#1, %1#0, %1#1, %2, %3 : tensor<2x3xf32>, tensor<2x3xi64>, tensor<2x3xf32>, tensor<2x3xi32>, tensor<2x3xf32>, tensor<2x3xi32>
}

// -----

// CHECK-LABEL: @order_i8
//       CHECK: dsp.portable.sort_i8
//       CHECK: dsp.portable.argsort_i8_i32
//       CHECK: dsp.portable.argsort_i8_i64
//       CHECK: dsp.portable.topk_i8_i32
//       CHECK: dsp.portable.topk_i8_i64
func.func @order_i8(%x: tensor<2x9xi8>) -> (tensor<2x9xi8>, tensor<2x9xi32>, tensor<2x9xi64>, tensor<2x3xi8>, tensor<2x3xi32>, tensor<2x3xi8>, tensor<2x3xi64>) {
  %0 = relay.sort %x : (tensor<2x9xi8>) -> tensor<2x9xi8>
  %1 = relay.argsort %x {dtype = "int32"} : (tensor<2x9xi8>) -> tensor<2x9xi32>
  %2 = relay.argsort %x {dtype = "int64"} : (tensor<2x9xi8>) -> tensor<2x9xi64>
  %3:2 = relay.topk %x {k = 3, dtype = "int32"} : (tensor<2x9xi8>) -> (tensor<2x3xi8>, tensor<2x3xi32>)
  %4:2 = relay.topk %x {k = 3, dtype = "int64"} : (tensor<2x9xi8>) -> (tensor<2x3xi8>, tensor<2x3xi64>)
  return %0, %1, %2, %3#0, %3#1, %4#0, %4#1 : tensor<2x9xi8>, tensor<2x9xi32>, tensor<2x9xi64>, tensor<2x3xi8>, tensor<2x3xi32>, tensor<2x3xi8>, tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @order_u8
//       CHECK: dsp.portable.sort_u8
//       CHECK: dsp.portable.argsort_u8_i32
//       CHECK: dsp.portable.argsort_u8_i64
//       CHECK: dsp.portable.topk_u8_i32
//       CHECK: dsp.portable.topk_u8_i64
func.func @order_u8(%x: tensor<2x9xui8>) -> (tensor<2x9xui8>, tensor<2x9xi32>, tensor<2x9xi64>, tensor<2x3xui8>, tensor<2x3xi32>, tensor<2x3xui8>, tensor<2x3xi64>) {
  %0 = relay.sort %x : (tensor<2x9xui8>) -> tensor<2x9xui8>
  %1 = relay.argsort %x {dtype = "int32"} : (tensor<2x9xui8>) -> tensor<2x9xi32>
  %2 = relay.argsort %x {dtype = "int64"} : (tensor<2x9xui8>) -> tensor<2x9xi64>
  %3:2 = relay.topk %x {k = 3, dtype = "int32"} : (tensor<2x9xui8>) -> (tensor<2x3xui8>, tensor<2x3xi32>)
  %4:2 = relay.topk %x {k = 3, dtype = "int64"} : (tensor<2x9xui8>) -> (tensor<2x3xui8>, tensor<2x3xi64>)
  return %0, %1, %2, %3#0, %3#1, %4#0, %4#1 : tensor<2x9xui8>, tensor<2x9xi32>, tensor<2x9xi64>, tensor<2x3xui8>, tensor<2x3xi32>, tensor<2x3xui8>, tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @order_i16
//       CHECK: dsp.portable.sort_i16
//       CHECK: dsp.portable.argsort_i16_i32
//       CHECK: dsp.portable.argsort_i16_i64
//       CHECK: dsp.portable.topk_i16_i32
//       CHECK: dsp.portable.topk_i16_i64
func.func @order_i16(%x: tensor<2x9xi16>) -> (tensor<2x9xi16>, tensor<2x9xi32>, tensor<2x9xi64>, tensor<2x3xi16>, tensor<2x3xi32>, tensor<2x3xi16>, tensor<2x3xi64>) {
  %0 = relay.sort %x : (tensor<2x9xi16>) -> tensor<2x9xi16>
  %1 = relay.argsort %x {dtype = "int32"} : (tensor<2x9xi16>) -> tensor<2x9xi32>
  %2 = relay.argsort %x {dtype = "int64"} : (tensor<2x9xi16>) -> tensor<2x9xi64>
  %3:2 = relay.topk %x {k = 3, dtype = "int32"} : (tensor<2x9xi16>) -> (tensor<2x3xi16>, tensor<2x3xi32>)
  %4:2 = relay.topk %x {k = 3, dtype = "int64"} : (tensor<2x9xi16>) -> (tensor<2x3xi16>, tensor<2x3xi64>)
  return %0, %1, %2, %3#0, %3#1, %4#0, %4#1 : tensor<2x9xi16>, tensor<2x9xi32>, tensor<2x9xi64>, tensor<2x3xi16>, tensor<2x3xi32>, tensor<2x3xi16>, tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @order_i32
//       CHECK: dsp.portable.sort_i32
//       CHECK: dsp.portable.argsort_i32_i32
//       CHECK: dsp.portable.argsort_i32_i64
//       CHECK: dsp.portable.topk_i32_i32
//       CHECK: dsp.portable.topk_i32_i64
func.func @order_i32(%x: tensor<2x9xi32>) -> (tensor<2x9xi32>, tensor<2x9xi32>, tensor<2x9xi64>, tensor<2x3xi32>, tensor<2x3xi32>, tensor<2x3xi32>, tensor<2x3xi64>) {
  %0 = relay.sort %x : (tensor<2x9xi32>) -> tensor<2x9xi32>
  %1 = relay.argsort %x {dtype = "int32"} : (tensor<2x9xi32>) -> tensor<2x9xi32>
  %2 = relay.argsort %x {dtype = "int64"} : (tensor<2x9xi32>) -> tensor<2x9xi64>
  %3:2 = relay.topk %x {k = 3, dtype = "int32"} : (tensor<2x9xi32>) -> (tensor<2x3xi32>, tensor<2x3xi32>)
  %4:2 = relay.topk %x {k = 3, dtype = "int64"} : (tensor<2x9xi32>) -> (tensor<2x3xi32>, tensor<2x3xi64>)
  return %0, %1, %2, %3#0, %3#1, %4#0, %4#1 : tensor<2x9xi32>, tensor<2x9xi32>, tensor<2x9xi64>, tensor<2x3xi32>, tensor<2x3xi32>, tensor<2x3xi32>, tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @order_i64
//       CHECK: dsp.portable.sort_i64
//       CHECK: dsp.portable.argsort_i64_i32
//       CHECK: dsp.portable.argsort_i64_i64
//       CHECK: dsp.portable.topk_i64_i32
//       CHECK: dsp.portable.topk_i64_i64
func.func @order_i64(%x: tensor<2x9xi64>) -> (tensor<2x9xi64>, tensor<2x9xi32>, tensor<2x9xi64>, tensor<2x3xi64>, tensor<2x3xi32>, tensor<2x3xi64>, tensor<2x3xi64>) {
  %0 = relay.sort %x : (tensor<2x9xi64>) -> tensor<2x9xi64>
  %1 = relay.argsort %x {dtype = "int32"} : (tensor<2x9xi64>) -> tensor<2x9xi32>
  %2 = relay.argsort %x {dtype = "int64"} : (tensor<2x9xi64>) -> tensor<2x9xi64>
  %3:2 = relay.topk %x {k = 3, dtype = "int32"} : (tensor<2x9xi64>) -> (tensor<2x3xi64>, tensor<2x3xi32>)
  %4:2 = relay.topk %x {k = 3, dtype = "int64"} : (tensor<2x9xi64>) -> (tensor<2x3xi64>, tensor<2x3xi64>)
  return %0, %1, %2, %3#0, %3#1, %4#0, %4#1 : tensor<2x9xi64>, tensor<2x9xi32>, tensor<2x9xi64>, tensor<2x3xi64>, tensor<2x3xi32>, tensor<2x3xi64>, tensor<2x3xi64>
}
