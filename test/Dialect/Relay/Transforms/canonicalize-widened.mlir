// Layers of numbers that were widened are layers of 8-bit numbers.
//
// RUN: dsp-opt %s --relay-canonicalize-forms --split-input-file | FileCheck %s

// The weights reach from -117 to 138 and have a zero point therefore.
// CHECK-LABEL: @dense
//   CHECK-DAG: %[[W:.*]] = relay.constant dense<{{\[}}[0, 117, 255]]> : tensor<1x3xui8>
//   CHECK-DAG: %[[ZX:.*]] = relay.constant dense<9> : tensor<i32>
//   CHECK-DAG: %[[ZW:.*]] = relay.constant dense<117> : tensor<i32>
//       CHECK: relay.qnn.dense %arg0, %[[W]], %[[ZX]], %[[ZW]],
func.func @dense(%x: tensor<4x3xui8>) -> tensor<4x1xi32> {
  %w = relay.constant dense<[[-117, 0, 138]]> : tensor<1x3xi16>
  %z = relay.constant dense<9> : tensor<i16>
  %0 = relay.cast %x {dtype = "int16"} : (tensor<4x3xui8>) -> tensor<4x3xi16>
  %1 = relay.subtract %0, %z : (tensor<4x3xi16>, tensor<i16>) -> tensor<4x3xi16>
  %2 = relay.nn.dense %1, %w {units = 1, out_dtype = "int32"} : (tensor<4x3xi16>, tensor<1x3xi16>) -> tensor<4x1xi32>
  return %2 : tensor<4x1xi32>
}

// -----

// CHECK-LABEL: @too_wide
//       CHECK: relay.nn.dense
func.func @too_wide(%x: tensor<4x3xui8>) -> tensor<4x1xi32> {
  %w = relay.constant dense<[[-117, 0, 139]]> : tensor<1x3xi16>
  %0 = relay.cast %x {dtype = "int16"} : (tensor<4x3xui8>) -> tensor<4x3xi16>
  %1 = relay.nn.dense %0, %w {units = 1, out_dtype = "int32"} : (tensor<4x3xi16>, tensor<1x3xi16>) -> tensor<4x1xi32>
  return %1 : tensor<4x1xi32>
}

// -----

// CHECK-LABEL: @both_computed
//       CHECK: relay.qnn.batch_matmul %arg0, %arg1, {{.*}}out_dtype = "int32"
func.func @both_computed(%x: tensor<2x3x4xi8>, %y: tensor<2x5x4xi8>) -> tensor<2x3x5xi32> {
  %0 = relay.cast %x {dtype = "int32"} : (tensor<2x3x4xi8>) -> tensor<2x3x4xi32>
  %1 = relay.cast %y {dtype = "int32"} : (tensor<2x5x4xi8>) -> tensor<2x5x4xi32>
  %2 = relay.nn.batch_matmul %0, %1 {transpose_b = true} : (tensor<2x3x4xi32>, tensor<2x5x4xi32>) -> tensor<2x3x5xi32>
  return %2 : tensor<2x3x5xi32>
}
