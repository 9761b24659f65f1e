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
