// A result takes the memory of an operand that ends there, if the kernel's record
// allows it and nobody else would notice.
//
// RUN: dsp-opt --load-dialect-plugin=%roles %s --dsp-plan-memory --split-input-file | FileCheck %s
// RUN: dsp-opt --load-dialect-plugin=%roles %s --dsp-plan-memory=in-place=false --split-input-file | FileCheck %s --check-prefix=OFF

// A chain is one buffer, and the caller's at that.
// CHECK-LABEL: @chain
//  CHECK-SAME: dsp.arena_size = 0 : i64
//       CHECK: dsp.offsets = array<i64: -1>, factor = 1.
//       CHECK: dsp.offsets = array<i64: -1>, factor = 2.
//       CHECK: dsp.offsets = array<i64: -1>, factor = 3.
//   OFF-LABEL: @chain
//    OFF-SAME: dsp.arena_size = 32 : i64
func.func @chain(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = dsp.roles.scale %x {factor = 1.0} : (tensor<4xf32>) -> tensor<4xf32>
  %1 = dsp.roles.scale %0 {factor = 2.0} : (tensor<4xf32>) -> tensor<4xf32>
  %2 = dsp.roles.scale %1 {factor = 3.0} : (tensor<4xf32>) -> tensor<4xf32>
  return %2 : tensor<4xf32>
}

// -----

// Through a view; and not over an operand that is read later.
// CHECK-LABEL: @view_and_later_use
//  CHECK-SAME: dsp.arena_size = 48 : i64
//       CHECK: join %arg0 {dsp.offsets = array<i64: 32>}
//       CHECK: dsp.view
//       CHECK: scale {{.*}}dsp.offsets = array<i64: -1>
//       CHECK: scale {{.*}}dsp.offsets = array<i64: -1>
//       CHECK: join {{.*}}dsp.offsets = array<i64: 0>
//       CHECK: join {{.*}}dsp.offsets = array<i64: 32>
//       CHECK: add {{.*}}dsp.offsets = array<i64: -1>
func.func @view_and_later_use(%x: tensor<4xf32>) -> tensor<2x2xf32> {
  %0 = dsp.roles.join %x : (tensor<4xf32>) -> tensor<4xf32>
  %v = dsp.view %0 : tensor<4xf32> -> tensor<2x2xf32>
  %1 = dsp.roles.scale %v {factor = 2.0} : (tensor<2x2xf32>) -> tensor<2x2xf32>
  %2 = dsp.roles.scale %1 {factor = 2.0} : (tensor<2x2xf32>) -> tensor<2x2xf32>
  %3 = dsp.roles.join %v, %2 : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<8xf32>
  %4 = dsp.roles.join %3 : (tensor<8xf32>) -> tensor<2x2xf32>
  %5 = dsp.roles.add %2, %4 : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
  return %5 : tensor<2x2xf32>
}

// -----

// A view's source ends with the view's last use.
// CHECK-LABEL: @over_a_view
//  CHECK-SAME: dsp.arena_size = 16 : i64
//       CHECK: join {{.*}}dsp.offsets = array<i64: 0>
//       CHECK: scale {{.*}}dsp.offsets = array<i64: 0>
//       CHECK: join {{.*}}dsp.offsets = array<i64: -1>
func.func @over_a_view(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = dsp.roles.join %x : (tensor<4xf32>) -> tensor<4xf32>
  %v = dsp.view %0 : tensor<4xf32> -> tensor<2x2xf32>
  %1 = dsp.roles.scale %v {factor = 2.0} : (tensor<2x2xf32>) -> tensor<2x2xf32>
  %2 = dsp.roles.join %1 : (tensor<2x2xf32>) -> tensor<4xf32>
  return %2 : tensor<4xf32>
}

// -----

// The kernel reads its other operand while it writes: not if that is the same
// memory.
// CHECK-LABEL: @both_operands
//       CHECK: join {{.*}}dsp.offsets = array<i64: 0>
//       CHECK: add {{.*}}dsp.offsets = array<i64: -1>
func.func @both_operands(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = dsp.roles.join %x : (tensor<4xf32>) -> tensor<4xf32>
  %1 = dsp.roles.add %0, %0 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %1 : tensor<4xf32>
}

// -----

// Inputs and weights are nobody's to overwrite, and a result that is returned
// stays what it is.
// CHECK-LABEL: @not_ours
//       CHECK: add {{.*}}dsp.offsets = array<i64: -1>
//       CHECK: scale {{.*}}dsp.offsets = array<i64: -2>
func.func @not_ours(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %c = dsp.constant dense<1.0> : tensor<4xf32>
  %0 = dsp.roles.add %x, %c : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %1 = dsp.roles.scale %0 {factor = 2.0} : (tensor<4xf32>) -> tensor<4xf32>
  return %0, %1 : tensor<4xf32>, tensor<4xf32>
}

// -----

// Scratch memory lives as long as its call; the record's alignment is kept.
// CHECK-LABEL: @scratch
//  CHECK-SAME: dsp.arena_align = 32 : i64, dsp.arena_size = 192 : i64
//       CHECK: mix {{.*}}dsp.offsets = array<i64: 0>, dsp.scratch_offsets = array<i64: 96>
//       CHECK: mix {{.*}}dsp.offsets = array<i64: -1>, dsp.scratch_offsets = array<i64: 96>
func.func @scratch(%x: tensor<4x6xf32>) -> tensor<4x6xf32> {
  %0 = dsp.roles.mix %x {taps = array<i64: 1>, gain = 0.5} : (tensor<4x6xf32>) -> tensor<4x6xf32>
  %1 = dsp.roles.mix %0 {taps = array<i64: 1>, gain = 0.5} : (tensor<4x6xf32>) -> tensor<4x6xf32>
  return %1 : tensor<4x6xf32>
}
