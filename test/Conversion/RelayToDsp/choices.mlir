// How kernels are chosen where that is not simple: covers that stand for several
// trees, what an op of the cover shares, costs, C++ matchers, sequences of kernels.
//
// RUN: dsp-opt %s --load-dialect-plugin=%phases --convert-relay-to-dsp=libraries=phases --split-input-file | FileCheck %s

// CHECK-LABEL: @either_order
//  CHECK-SAME: (%[[A:.*]]: tensor<4xf32>, %[[B:.*]]: tensor<4xf32>, %[[C:.*]]: tensor<4xf32>)
//       CHECK: %[[L:.*]] = dsp.phases.multiply_add %[[A]], %[[B]], %[[C]] :
//       CHECK: %[[R:.*]] = dsp.phases.multiply_add %[[A]], %[[B]], %[[L]] {relu = true}
//  CHECK-NEXT: return %[[R]]
func.func @either_order(%a: tensor<4xf32>, %b: tensor<4xf32>, %c: tensor<4xf32>) -> tensor<4xf32> {
  %0 = relay.multiply %a, %b : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %1 = relay.add %0, %c : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %2 = relay.multiply %a, %b : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %3 = relay.add %1, %2 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %4 = relay.nn.relu %3 : (tensor<4xf32>) -> tensor<4xf32>
  return %4 : tensor<4xf32>
}

// -----

// One operand twice, on either side.
// CHECK-LABEL: @swish
//       CHECK: dsp.phases.swish
//       CHECK: dsp.phases.swish
//   CHECK-NOT: relay.
func.func @swish(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0 = relay.sigmoid %x : (tensor<4xf32>) -> tensor<4xf32>
  %1 = relay.multiply %x, %0 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %2 = relay.sigmoid %x : (tensor<4xf32>) -> tensor<4xf32>
  %3 = relay.multiply %2, %x : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %1, %3 : tensor<4xf32>, tensor<4xf32>
}

// -----

// x is not what the sigmoid reads.
// CHECK-LABEL: @no_swish
//   CHECK-NOT: dsp.phases.swish
func.func @no_swish(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32> {
  %0 = relay.sigmoid %y : (tensor<4xf32>) -> tensor<4xf32>
  %1 = relay.multiply %x, %0 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %1 : tensor<4xf32>
}

// -----

// Both users of the difference are within the kernel.
// CHECK-LABEL: @shared_within
//       CHECK: dsp.phases.squared_difference
//  CHECK-NEXT: return
func.func @shared_within(%a: tensor<4xf32>, %b: tensor<4xf32>) -> tensor<4xf32> {
  %0 = relay.subtract %a, %b : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %1 = relay.multiply %0, %0 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %1 : tensor<4xf32>
}

// -----

// One is not: nothing is computed twice.
// CHECK-LABEL: @shared_without
//       CHECK: relay.subtract
//   CHECK-NOT: dsp.phases.squared_difference
func.func @shared_without(%a: tensor<4xf32>, %b: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0 = relay.subtract %a, %b : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %1 = relay.multiply %0, %0 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %0, %1 : tensor<4xf32>, tensor<4xf32>
}

// -----

// Two equal differences are not the one that the cover names twice.
// CHECK-LABEL: @not_the_same
//   CHECK-NOT: dsp.phases.squared_difference
func.func @not_the_same(%a: tensor<4xf32>, %b: tensor<4xf32>) -> tensor<4xf32> {
  %0 = relay.subtract %a, %b : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %1 = relay.subtract %b, %a : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %2 = relay.multiply %0, %1 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %2 : tensor<4xf32>
}

// -----

// The second result of an op with several.
// CHECK-LABEL: @second_result
//       CHECK: dsp.phases.second_half %{{[^,]*}} : (tensor<4x3xf32>) -> tensor<2x3xf32>
//  CHECK-NEXT: return
func.func @second_result(%x: tensor<4x3xf32>) -> tensor<2x3xf32> {
  %0:2 = relay.split %x {indices_or_sections = 2 : i64} : (tensor<4x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>)
  %1 = relay.nn.relu %0#1 : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %1 : tensor<2x3xf32>
}

// -----

// The first is another; and the kernel gives only one, the other has a user.
// CHECK-LABEL: @other_result
//   CHECK-NOT: dsp.phases.second_half
func.func @other_result(%x: tensor<4x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>) {
  %0:2 = relay.split %x {indices_or_sections = 2 : i64} : (tensor<4x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>)
  %1 = relay.nn.relu %0#0 : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %2:2 = relay.split %x {indices_or_sections = 2 : i64} : (tensor<4x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>)
  %3 = relay.nn.relu %2#1 : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %1, %2#0, %3 : tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>
}

// -----

// 10 + 4 n against 1000 + n.
// CHECK-LABEL: @cheapest
//       CHECK: dsp.phases.relu %{{.*}} : (tensor<100xf32>)
//       CHECK: dsp.phases.relu_blocks %{{.*}} : (tensor<1000xf32>)
func.func @cheapest(%x: tensor<100xf32>, %y: tensor<1000xf32>) -> (tensor<100xf32>, tensor<1000xf32>) {
  %0 = relay.nn.relu %x : (tensor<100xf32>) -> tensor<100xf32>
  %1 = relay.nn.relu %y : (tensor<1000xf32>) -> tensor<1000xf32>
  return %0, %1 : tensor<100xf32>, tensor<1000xf32>
}

// -----

// The target has what the cheapest of all needs.
// CHECK-LABEL: @with_needs
//       CHECK: dsp.phases.relu_simd
module attributes {dsp.arena = {name = "tcm", size = 65536 : i64, align = 1 : i64},
                   dsp.library_options = {phases = {simd = "1"}}} {
  func.func @with_needs(%y: tensor<1000xf32>) -> tensor<1000xf32> {
    %1 = relay.nn.relu %y : (tensor<1000xf32>) -> tensor<1000xf32>
    return %1 : tensor<1000xf32>
  }
}

// -----

// The vector unit alone is not enough: the arena is in another memory.
// CHECK-LABEL: @without_needs
//       CHECK: dsp.phases.relu_blocks
module attributes {dsp.arena = {name = "sram", size = 65536 : i64, align = 1 : i64},
                   dsp.library_options = {phases = {simd = "1"}}} {
  func.func @without_needs(%y: tensor<1000xf32>) -> tensor<1000xf32> {
    %1 = relay.nn.relu %y : (tensor<1000xf32>) -> tensor<1000xf32>
    return %1 : tensor<1000xf32>
  }
}

// -----

// A chain of any length, matched by C++.
// CHECK-LABEL: @matcher
//  CHECK-SAME: (%[[X:.*]]: tensor<4xf32>)
//  CHECK-NEXT: dsp.phases.saturate %[[X]] {high = 4.000000e+00 : f64, low = 1.000000e+00 : f64}
//  CHECK-NEXT: return
func.func @matcher(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = relay.clip %x {a_min = 0.0 : f64, a_max = 9.0 : f64} : (tensor<4xf32>) -> tensor<4xf32>
  %1 = relay.clip %0 {a_min = 1.0 : f64, a_max = 5.0 : f64} : (tensor<4xf32>) -> tensor<4xf32>
  %2 = relay.clip %1 {a_min = -1.0 : f64, a_max = 4.0 : f64} : (tensor<4xf32>) -> tensor<4xf32>
  return %2 : tensor<4xf32>
}

// -----

// A value that is read elsewhere ends the chain.
// CHECK-LABEL: @matcher_shared
//       CHECK: %[[Y:.*]] = dsp.phases.saturate
//       CHECK: dsp.phases.saturate %[[Y]]
func.func @matcher_shared(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0 = relay.clip %x {a_min = 0.0 : f64, a_max = 9.0 : f64} : (tensor<4xf32>) -> tensor<4xf32>
  %1 = relay.clip %0 {a_min = 1.0 : f64, a_max = 5.0 : f64} : (tensor<4xf32>) -> tensor<4xf32>
  return %0, %1 : tensor<4xf32>, tensor<4xf32>
}

// -----

// One op on three kernels, with intermediates.
// CHECK-LABEL: @softmax
//  CHECK-SAME: (%[[X:.*]]: tensor<2x10xf32>)
//  CHECK-NEXT: %[[M:.*]] = dsp.phases.row_max %[[X]] : (tensor<2x10xf32>) -> tensor<2x1xf32>
//  CHECK-NEXT: %[[E:.*]], %[[S:.*]] = dsp.phases.exp_sum %[[X]], %[[M]] : (tensor<2x10xf32>, tensor<2x1xf32>) -> (tensor<2x10xf32>, tensor<2x1xf32>)
//  CHECK-NEXT: %[[Y:.*]] = dsp.phases.divide_rows %[[E]], %[[S]] : (tensor<2x10xf32>, tensor<2x1xf32>) -> tensor<2x10xf32>
//  CHECK-NEXT: return %[[Y]]
func.func @softmax(%x: tensor<2x10xf32>) -> tensor<2x10xf32> {
  %0 = relay.nn.softmax %x : (tensor<2x10xf32>) -> tensor<2x10xf32>
  return %0 : tensor<2x10xf32>
}

// -----

// A kernel of the sequence can't take its arguments: nothing happens.
// CHECK-LABEL: @softmax_too_wide
//  CHECK-NEXT: relay.nn.softmax
//  CHECK-NEXT: return
func.func @softmax_too_wide(%x: tensor<2x2000xf32>) -> tensor<2x2000xf32> {
  %0 = relay.nn.softmax %x : (tensor<2x2000xf32>) -> tensor<2x2000xf32>
  return %0 : tensor<2x2000xf32>
}

// -----

// Several ops on several kernels; one inner value has two users within.
// CHECK-LABEL: @several
//       CHECK: %[[L:.*]] = dsp.phases.dense %{{.*}}, %{{.*}}
//  CHECK-NEXT: %[[M:.*]] = dsp.phases.row_max %[[L]]
//  CHECK-NEXT: dsp.phases.divide_rows %[[L]], %[[M]]
//   CHECK-NOT: relay.max
func.func @several(%x: tensor<2x3xf32>) -> tensor<2x4xf32> {
  %w = relay.constant "w" dense<1.0> : tensor<4x3xf32>
  %0 = relay.nn.dense %x, %w : (tensor<2x3xf32>, tensor<4x3xf32>) -> tensor<2x4xf32>
  %1 = relay.max %0 {axis = [1], keepdims = true} : (tensor<2x4xf32>) -> tensor<2x1xf32>
  %2 = relay.divide %0, %1 : (tensor<2x4xf32>, tensor<2x1xf32>) -> tensor<2x4xf32>
  return %2 : tensor<2x4xf32>
}
