// RUN: dsp-opt %s --dsp-plan-memory --split-input-file | FileCheck %s
// What is planned reads back and passes the check again.
// RUN: dsp-opt %s --dsp-plan-memory --split-input-file \
// RUN:   | dsp-opt --split-input-file | FileCheck %s

// Arguments are read in place, the result is written to the caller's buffer,
// weights need no place: nothing is left for the arena but the value between.
// CHECK-LABEL: @chain
//  CHECK-SAME: dsp.arena_align = 4 : i64, dsp.arena_size = 4096 : i64
//       CHECK: %[[A:.*]] = dsp.portable.conv2d_f32 %arg0{{.*}}dsp.offsets = array<i64: 0>
//       CHECK: dsp.portable.conv2d_f32 %[[A]]{{.*}}dsp.offsets = array<i64: -1>
func.func @chain(%x: tensor<1x8x8x16xf32>) -> tensor<1x8x8x16xf32> {
  %w = dsp.constant "w" dense<0.25> : tensor<16x3x3x16xf32>
  %0 = dsp.portable.conv2d_f32 %x, %w {strides = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x8x8x16xf32>, tensor<16x3x3x16xf32>) -> tensor<1x8x8x16xf32>
  %1 = dsp.portable.conv2d_f32 %0, %w {strides = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x8x8x16xf32>, tensor<16x3x3x16xf32>) -> tensor<1x8x8x16xf32>
  return %1 : tensor<1x8x8x16xf32>
}

// -----

// A view costs nothing, also where it is what the function returns.
// CHECK-LABEL: @returned_view
//  CHECK-SAME: dsp.arena_size = 0 : i64
//       CHECK: %[[A:.*]] = dsp.portable.conv2d_f32 {{.*}}dsp.offsets = array<i64: -1>
//       CHECK: %[[V:.*]] = dsp.view %[[A]]
//   CHECK-NOT: dsp.copy
//       CHECK: return %[[V]]
func.func @returned_view(%x: tensor<1x8x8x16xf32>) -> tensor<1x1024xf32> {
  %w = dsp.constant "w" dense<0.25> : tensor<16x3x3x16xf32>
  %0 = dsp.portable.conv2d_f32 %x, %w {strides = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x8x8x16xf32>, tensor<16x3x3x16xf32>) -> tensor<1x8x8x16xf32>
  %1 = dsp.view %0 : tensor<1x8x8x16xf32> -> tensor<1x1024xf32>
  return %1 : tensor<1x1024xf32>
}

// -----

// What no kernel writes must be copied: an argument, a constant, and a value
// that is returned a second time, be it under another shape.
// CHECK-LABEL: @copies
//       CHECK: %[[C:.*]] = dsp.constant
//       CHECK: %[[V:.*]] = dsp.view %[[X:.*]] : tensor<2x3xf32> -> tensor<3x2xf32>
//       CHECK: %[[A:.*]] = dsp.copy %[[X]] {dsp.offsets = array<i64: -1>}
//       CHECK: %[[B:.*]] = dsp.copy %[[V]] {dsp.offsets = array<i64: -2>}
//       CHECK: %[[D:.*]] = dsp.copy %[[C]] {dsp.offsets = array<i64: -3>}
//       CHECK: return %[[A]], %[[B]], %[[D]]
func.func @copies(%x: tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<3x2xf32>, tensor<2xf32>) {
  %c = dsp.constant dense<1.0> : tensor<2xf32>
  %v = dsp.view %x : tensor<2x3xf32> -> tensor<3x2xf32>
  return %x, %v, %c : tensor<2x3xf32>, tensor<3x2xf32>, tensor<2xf32>
}

// -----

// CHECK-LABEL: @returned_twice
//       CHECK: %[[A:.*]] = dsp.portable.conv2d_f32 {{.*}}dsp.offsets = array<i64: -1>
//       CHECK: %[[B:.*]] = dsp.copy %[[A]] {dsp.offsets = array<i64: -2>}
//       CHECK: return %[[A]], %[[B]]
func.func @returned_twice(%x: tensor<1x8x8x16xf32>) -> (tensor<1x8x8x16xf32>, tensor<1x8x8x16xf32>) {
  %w = dsp.constant "w" dense<0.25> : tensor<16x3x3x16xf32>
  %0 = dsp.portable.conv2d_f32 %x, %w {strides = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>, groups = 1 : i64} : (tensor<1x8x8x16xf32>, tensor<16x3x3x16xf32>) -> tensor<1x8x8x16xf32>
  return %0, %0 : tensor<1x8x8x16xf32>, tensor<1x8x8x16xf32>
}

// -----

// Sizes 6, 4, 4, 8: no more than 12 are alive at a time, but whoever places the
// 8 first and then the 6 needs 14.
// CHECK-LABEL: @largest_first_is_not_best
//  CHECK-SAME: dsp.arena_size = 192 : i64
func.func @largest_first_is_not_best(%x: tensor<1x24xf32>, %w0: tensor<24x24xf32>, %w1: tensor<16x24xf32>, %w2: tensor<16x16xf32>, %w3: tensor<32x16xf32>, %w4: tensor<1x32xf32>) -> tensor<1x1xf32> {
  %0 = dsp.portable.dense_f32 %x, %w0 : (tensor<1x24xf32>, tensor<24x24xf32>) -> tensor<1x24xf32>
  %1 = dsp.portable.dense_f32 %0, %w1 : (tensor<1x24xf32>, tensor<16x24xf32>) -> tensor<1x16xf32>
  %2 = dsp.portable.dense_f32 %1, %w2 : (tensor<1x16xf32>, tensor<16x16xf32>) -> tensor<1x16xf32>
  %3 = dsp.portable.dense_f32 %2, %w3 : (tensor<1x16xf32>, tensor<32x16xf32>) -> tensor<1x32xf32>
  %4 = dsp.portable.dense_f32 %3, %w4 : (tensor<1x32xf32>, tensor<1x32xf32>) -> tensor<1x1xf32>
  return %4 : tensor<1x1xf32>
}
