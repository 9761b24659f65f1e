// Which products of Relay are one call of the BLAS.
//
// RUN: dsp-opt %s --convert-relay-to-dsp=libraries=cblas --split-input-file | FileCheck %s

// The weights are read as they are stored.
// CHECK-LABEL: @dense(
//  CHECK-NEXT: dsp.cblas.sgemm %{{.*}}, %{{.*}} {transpose_b = true}
func.func @dense(%x: tensor<2x3x8xf32>, %w: tensor<5x8xf32>) -> tensor<2x3x5xf32> {
  %0 = relay.nn.dense %x, %w : (tensor<2x3x8xf32>, tensor<5x8xf32>) -> tensor<2x3x5xf32>
  return %0 : tensor<2x3x5xf32>
}

// -----

// One row is a vector.
// CHECK-LABEL: @row(
//  CHECK-NEXT: dsp.cblas.sgemv
func.func @row(%x: tensor<1x8xf32>, %w: tensor<5x8xf32>) -> tensor<1x5xf32> {
  %0 = relay.nn.dense %x, %w : (tensor<1x8xf32>, tensor<5x8xf32>) -> tensor<1x5xf32>
  return %0 : tensor<1x5xf32>
}

// -----

// CHECK-LABEL: @matmul(
//  CHECK-NEXT: dsp.cblas.sgemm %{{.*}}, %{{.*}} {transpose_a = true}
func.func @matmul(%x: tensor<8x3xf32>, %w: tensor<8x5xf32>) -> tensor<3x5xf32> {
  %0 = relay.nn.matmul %x, %w {transpose_a = true} : (tensor<8x3xf32>, tensor<8x5xf32>) -> tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}

// -----

// A batch of products with one right matrix is one product.
// CHECK-LABEL: @shared_rhs(
//  CHECK-NEXT: dsp.cblas.sgemm
func.func @shared_rhs(%x: tensor<4x3x8xf32>, %y: tensor<1x5x8xf32>) -> tensor<4x3x5xf32> {
  %0 = relay.nn.batch_matmul %x, %y {transpose_b = true} : (tensor<4x3x8xf32>, tensor<1x5x8xf32>) -> tensor<4x3x5xf32>
  return %0 : tensor<4x3x5xf32>
}

// -----

// alpha.
// CHECK-LABEL: @scaled(
//       CHECK: %[[HALF:.*]] = {{.*}}constant
//  CHECK-NEXT: dsp.cblas.sgemm %{{.*}}, %{{.*}}, %[[HALF]]
//  CHECK-NEXT: return
func.func @scaled(%x: tensor<4x8xf32>, %y: tensor<5x8xf32>) -> tensor<4x5xf32> {
  %half = relay.constant dense<0.5> : tensor<f32>
  %0 = relay.nn.dense %x, %y : (tensor<4x8xf32>, tensor<5x8xf32>) -> tensor<4x5xf32>
  %1 = relay.multiply %0, %half : (tensor<4x5xf32>, tensor<f32>) -> tensor<4x5xf32>
  return %1 : tensor<4x5xf32>
}

// -----

// A batch with matrices of its own on the right is not one product: CBLAS has no
// strided batches.
// CHECK-LABEL: @batches(
//  CHECK-NEXT: relay.nn.batch_matmul
func.func @batches(%x: tensor<4x3x8xf32>, %y: tensor<4x5x8xf32>) -> tensor<4x3x5xf32> {
  %0 = relay.nn.batch_matmul %x, %y {transpose_b = true} : (tensor<4x3x8xf32>, tensor<4x5x8xf32>) -> tensor<4x3x5xf32>
  return %0 : tensor<4x3x5xf32>
}

// -----

// CHECK-LABEL: @transposed_batches(
//  CHECK-NEXT: relay.nn.batch_matmul
func.func @transposed_batches(%x: tensor<4x8x3xf32>, %y: tensor<1x5x8xf32>) -> tensor<4x3x5xf32> {
  %0 = relay.nn.batch_matmul %x, %y {transpose_a = true, transpose_b = true} : (tensor<4x8x3xf32>, tensor<1x5x8xf32>) -> tensor<4x3x5xf32>
  return %0 : tensor<4x3x5xf32>
}

// -----

// What is multiplied by may not make the result larger.
// CHECK-LABEL: @scale_adds_dimension(
//       CHECK: dsp.cblas.sgemm %{{[^,]*}}, %{{[^,]*}} {
//       CHECK: relay.multiply
func.func @scale_adds_dimension(%x: tensor<4x8xf32>, %y: tensor<5x8xf32>) -> tensor<1x4x5xf32> {
  %half = relay.constant dense<0.5> : tensor<1x1x1xf32>
  %0 = relay.nn.dense %x, %y : (tensor<4x8xf32>, tensor<5x8xf32>) -> tensor<4x5xf32>
  %1 = relay.multiply %0, %half : (tensor<4x5xf32>, tensor<1x1x1xf32>) -> tensor<1x4x5xf32>
  return %1 : tensor<1x4x5xf32>
}
