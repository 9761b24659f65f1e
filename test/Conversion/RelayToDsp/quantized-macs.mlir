// Quantised layers have as many multiplications as the others.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --mlir-print-debuginfo | FileCheck %s

// CHECK-DAG: {front = 0 : i64, macs = 14112 : i64, ops = ["qnn.conv2d"]}
// CHECK-DAG: {front = 1 : i64, macs = 7200 : i64, ops = ["qnn.conv2d_transpose"]}
// CHECK-DAG: {front = 2 : i64, macs = 256 : i64, ops = ["qnn.dense"]}
// CHECK-DAG: {front = 3 : i64, macs = 256 : i64, ops = ["qnn.contrib_dense_pack"]}
// CHECK-DAG: {front = 4 : i64, macs = 768 : i64, ops = ["qnn.batch_matmul"]}
func.func @layers(%x: tensor<1x9x9x4xi8>, %w: tensor<3x3x4x8xi8>, %y: tensor<1x4x5x5xi8>, %wt: tensor<4x8x3x3xi8>,
                  %m: tensor<2x16xi8>, %n: tensor<8x16xi8>, %packed: tensor<4x2x2x8xi8>,
                  %a: tensor<3x2x16xi8>, %b: tensor<1x8x16xi8>)
    -> (tensor<1x7x7x8xi32>, tensor<1x8x7x7xi32>, tensor<2x8xi32>, tensor<2x8xi32>, tensor<3x2x8xi32>) {
  %z = relay.constant dense<0> : tensor<i32>
  %s = relay.constant dense<1.0> : tensor<f32>
  %0 = relay.qnn.conv2d %x, %w, %z, %z, %s, %s {data_layout = "NHWC", kernel_layout = "HWIO", out_dtype = "int32"} : (tensor<1x9x9x4xi8>, tensor<3x3x4x8xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x7x7x8xi32>
  %1 = relay.qnn.conv2d_transpose %y, %wt, %z, %z, %s, %s {out_dtype = "int32"} : (tensor<1x4x5x5xi8>, tensor<4x8x3x3xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x8x7x7xi32>
  %2 = relay.qnn.dense %m, %n, %z, %z, %s, %s {out_dtype = "int32"} : (tensor<2x16xi8>, tensor<8x16xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<2x8xi32>
  %3 = relay.qnn.contrib_dense_pack %m, %packed, %z, %z, %s, %s {out_dtype = "int32", weight_layout = "NC2n8c"} : (tensor<2x16xi8>, tensor<4x2x2x8xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<2x8xi32>
  %4 = relay.qnn.batch_matmul %a, %b, %z, %z, %s, %s {transpose_b = true, out_dtype = "int32"} : (tensor<3x2x16xi8>, tensor<1x8x16xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<3x2x8xi32>
  return %0, %1, %2, %3, %4 : tensor<1x7x7x8xi32>, tensor<1x8x7x7xi32>, tensor<2x8xi32>, tensor<2x8xi32>, tensor<3x2x8xi32>
}
