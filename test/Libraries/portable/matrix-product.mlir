// Dense layers and matrix products.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --split-input-file | FileCheck %s

// CHECK-LABEL: @dense
//       CHECK: dsp.portable.dense_f32
func.func @dense(%x: tensor<2x3x8xf32>, %w: tensor<5x8xf32>) -> tensor<2x3x5xf32> {
  %0 = relay.nn.dense %x, %w : (tensor<2x3x8xf32>, tensor<5x8xf32>) -> tensor<2x3x5xf32>
  return %0 : tensor<2x3x5xf32>
}

// -----

// A dense layer whose weights are stored the other way round.
// CHECK-LABEL: @matmul
//       CHECK: dsp.portable.transpose %{{.*}} {axes = array<i64: 1, 0>} : (tensor<8x5xf32>) -> tensor<5x8xf32>
//       CHECK: dsp.portable.dense_f32
func.func @matmul(%x: tensor<3x8xf32>, %w: tensor<8x5xf32>) -> tensor<3x5xf32> {
  %0 = relay.nn.matmul %x, %w : (tensor<3x8xf32>, tensor<8x5xf32>) -> tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}

// -----

// CHECK-LABEL: @matmul_transposed
//       CHECK: dsp.portable.matmul_f32 %{{.*}} {transpose_a = true, transpose_b = false}
func.func @matmul_transposed(%x: tensor<8x3xf32>, %w: tensor<8x5xf32>) -> tensor<3x5xf32> {
  %0 = relay.nn.matmul %x, %w {transpose_a = true} : (tensor<8x3xf32>, tensor<8x5xf32>) -> tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}

// -----

// CHECK-LABEL: @batch_matmul
//       CHECK: dsp.portable.matmul_f32 %{{.*}} {partial_sums = 16 : i64, transpose_a = false, transpose_b = true}
func.func @batch_matmul(%x: tensor<4x3x8xf32>, %y: tensor<1x5x8xf32>) -> tensor<4x3x5xf32> {
  %0 = relay.nn.batch_matmul %x, %y {transpose_b = true} : (tensor<4x3x8xf32>, tensor<1x5x8xf32>) -> tensor<4x3x5xf32>
  return %0 : tensor<4x3x5xf32>
}

// -----

// CHECK-LABEL: @fused
//       CHECK: dsp.portable.dense_f32 %{{.*}}, %{{.*}}, %{{.*}} {{{.*}}act_min = 0.000000e+00
//   CHECK-NOT: relay.nn
func.func @fused(%x: tensor<2x8xf32>, %w: tensor<5x8xf32>, %b: tensor<5xf32>) -> tensor<2x5xf32> {
  %0 = relay.nn.dense %x, %w : (tensor<2x8xf32>, tensor<5x8xf32>) -> tensor<2x5xf32>
  %1 = relay.nn.bias_add %0, %b {axis = -1} : (tensor<2x5xf32>, tensor<5xf32>) -> tensor<2x5xf32>
  %2 = relay.nn.relu %1 : (tensor<2x5xf32>) -> tensor<2x5xf32>
  return %2 : tensor<2x5xf32>
}
