// RUN: dsp-opt %s --load-dialect-plugin=%phases --dsp-plan-memory --split-input-file | FileCheck %s

// dsp.phases.relu_simd works on memory 'tcm' only, which the arena is in. What
// the application holds is copied there and back; between two kernels it stays,
// in place.
// CHECK-LABEL: @boundary
//  CHECK-SAME: dsp.arena_align = 16 : i64, dsp.arena_size = 1024 : i64
//       CHECK: %[[IN:.*]] = dsp.copy %arg0 {dsp.offsets = array<i64: 0>}
//       CHECK: %[[A:.*]] = dsp.phases.relu_simd %[[IN]] {dsp.offsets = array<i64: 0>}
//       CHECK: %[[B:.*]] = dsp.phases.relu_simd %[[A]] {dsp.offsets = array<i64: 0>}
//       CHECK: %[[OUT:.*]] = dsp.copy %[[B]] {dsp.offsets = array<i64: -1>}
//       CHECK: return %[[OUT]]
module attributes {dsp.arena = {name = "tcm", size = 1024 : i64, align = 1 : i64}} {
  func.func @boundary(%x: tensor<256xf32>) -> tensor<256xf32> {
    %0 = dsp.phases.relu_simd %x : (tensor<256xf32>) -> tensor<256xf32>
    %1 = dsp.phases.relu_simd %0 : (tensor<256xf32>) -> tensor<256xf32>
    return %1 : tensor<256xf32>
  }
}

// -----

// Weights are copied once, however many kernels want them.
// CHECK-LABEL: @weights
//       CHECK: %[[W:.*]] = dsp.constant
//       CHECK: %[[IN:.*]] = dsp.copy %[[W]]
//   CHECK-NOT: dsp.copy
//       CHECK: dsp.phases.relu_simd %[[IN]]
//   CHECK-NOT: dsp.copy %[[W]]
//       CHECK: dsp.phases.relu_simd %[[IN]]
module attributes {dsp.arena = {name = "tcm", size = 4096 : i64, align = 1 : i64}} {
  func.func @weights() -> (tensor<4xf32>, tensor<4xf32>) {
    %w = dsp.constant "w" dense<[0.0, 1.0, 2.0, 3.0]> : tensor<4xf32>
    %0 = dsp.phases.relu_simd %w : (tensor<4xf32>) -> tensor<4xf32>
    %1 = dsp.phases.relu_simd %w : (tensor<4xf32>) -> tensor<4xf32>
    return %0, %1 : tensor<4xf32>, tensor<4xf32>
  }
}

// -----

// A result that another kernel wants in the arena is not made in the caller's
// buffer, be it returned as well; nor does one take that buffer over in place.
// CHECK-LABEL: @returned_too
//       CHECK: %[[A:.*]] = dsp.phases.relu %arg0 {dsp.offsets = array<i64: [[AT:[0-9]+]]>}
//       CHECK: %[[B:.*]] = dsp.phases.relu_simd %[[A]] {dsp.offsets = array<i64: [[THERE:[0-9]+]]>}
//       CHECK: dsp.phases.relu %[[B]] {dsp.offsets = array<i64: -2>}
//       CHECK: dsp.copy %[[A]] {dsp.offsets = array<i64: -1>}
module attributes {dsp.arena = {name = "tcm", size = 4096 : i64, align = 1 : i64}} {
  func.func @returned_too(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
    %0 = dsp.phases.relu %x : (tensor<4xf32>) -> tensor<4xf32>
    %1 = dsp.phases.relu_simd %0 : (tensor<4xf32>) -> tensor<4xf32>
    %2 = dsp.phases.relu %1 : (tensor<4xf32>) -> tensor<4xf32>
    return %0, %2 : tensor<4xf32>, tensor<4xf32>
  }
}

// -----

// All that is in the pool has its alignment.
// CHECK-LABEL: @aligned
//  CHECK-SAME: dsp.arena_align = 64 : i64, dsp.arena_size = 80 : i64
module attributes {dsp.arena = {name = "sram", size = 80 : i64, align = 64 : i64}} {
  func.func @aligned(%x: tensor<4xf32>) -> tensor<4xf32> {
    %0 = dsp.phases.relu %x : (tensor<4xf32>) -> tensor<4xf32>
    %1 = dsp.phases.multiply_add %0, %x, %x : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %2 = dsp.phases.multiply_add %0, %1, %x : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    return %2 : tensor<4xf32>
  }
}
