// RUN: dsp-opt %s --relay-join-constants --cse --split-input-file | FileCheck %s

// CHECK-LABEL: func.func @sums(
//   CHECK-DAG: %[[C:.*]] = relay.constant dense<[5.000000e+00, 6.000000e+00]>
//       CHECK: %[[SUM:.*]] = relay.add %arg0, %[[C]]
//  CHECK-NEXT: return %[[SUM]]
func.func @sums(%x: tensor<3x2xf32>) -> tensor<3x2xf32> {
  %a = relay.constant dense<4.0> : tensor<f32>
  %b = relay.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %0 = relay.add %a, %x : (tensor<f32>, tensor<3x2xf32>) -> tensor<3x2xf32>
  %1 = relay.add %0, %b : (tensor<3x2xf32>, tensor<2xf32>) -> tensor<3x2xf32>
  return %1 : tensor<3x2xf32>
}

// -----

// In single precision 0.1 * (0.3 * 0.7) is 0x3CAC0832, (0.1 * 0.3) * 0.7 the
// next number: the last two factors come first.
// CHECK-LABEL: func.func @products_from_the_end
//   CHECK-DAG: %[[C:.*]] = relay.constant dense<0.0210000016>
//       CHECK: relay.multiply %arg0, %[[C]]
func.func @products_from_the_end(%x: tensor<2xf32>) -> tensor<2xf32> {
  %a = relay.constant dense<0.1> : tensor<f32>
  %b = relay.constant dense<0.3> : tensor<f32>
  %c = relay.constant dense<0.7> : tensor<f32>
  %0 = relay.multiply %x, %a : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
  %1 = relay.multiply %0, %b : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
  %2 = relay.multiply %1, %c : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
  return %2 : tensor<2xf32>
}

// -----

// CHECK-LABEL: func.func @product_of_sum
//   CHECK-DAG: %[[A:.*]] = relay.constant dense<1.200000e+01>
//   CHECK-DAG: %[[B:.*]] = relay.constant dense<3.000000e+00>
//   CHECK-DAG: %[[X:.*]] = relay.multiply %arg0, %[[B]]
//       CHECK: relay.add %[[X]], %[[A]]
func.func @product_of_sum(%x: tensor<2xf32>) -> tensor<2xf32> {
  %a = relay.constant dense<4.0> : tensor<f32>
  %b = relay.constant dense<3.0> : tensor<f32>
  %0 = relay.add %x, %a : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
  %1 = relay.multiply %0, %b : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}

// -----

// x + x is a product, whose factor is joined.
// CHECK-LABEL: func.func @twice
//   CHECK-DAG: %[[C:.*]] = relay.constant dense<6.000000e+00>
//       CHECK: %[[P:.*]] = relay.multiply %arg0, %[[C]]
//  CHECK-NEXT: return %[[P]]
func.func @twice(%x: tensor<2xf32>) -> tensor<2xf32> {
  %a = relay.constant dense<3.0> : tensor<f32>
  %0 = relay.add %x, %x : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  %1 = relay.multiply %0, %a : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}

// -----

// CHECK-LABEL: func.func @scale(
//   CHECK-DAG: %[[S:.*]] = relay.constant dense<1.500000e+00>
//       CHECK: %[[Q:.*]] = relay.qnn.dequantize %arg0, %[[S]],
//  CHECK-NEXT: return %[[Q]]
func.func @scale(%x: tensor<2xi8>) -> tensor<2xf32> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<7> : tensor<i32>
  %a = relay.constant dense<3.0> : tensor<f32>
  %0 = relay.qnn.dequantize %x, %s, %z {out_dtype = "float32"} : (tensor<2xi8>, tensor<f32>, tensor<i32>) -> tensor<2xf32>
  %1 = relay.multiply %0, %a : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}

// -----

// Factors that differ by channel stay a product.
// CHECK-LABEL: func.func @scale_by_channel
//   CHECK-DAG: %[[P:.*]] = relay.constant dense<[1.500000e+00, 2.000000e+00]>
//   CHECK-DAG: %[[ONE:.*]] = relay.constant dense<1.000000e+00>
//       CHECK: %[[Q:.*]] = relay.qnn.dequantize %arg0, %[[ONE]],
//       CHECK: relay.multiply %[[Q]], %[[P]]
func.func @scale_by_channel(%x: tensor<3x2xi8>) -> tensor<3x2xf32> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<7> : tensor<i32>
  %a = relay.constant dense<[3.0, 4.0]> : tensor<2xf32>
  %0 = relay.qnn.dequantize %x, %s, %z {out_dtype = "float32"} : (tensor<3x2xi8>, tensor<f32>, tensor<i32>) -> tensor<3x2xf32>
  %1 = relay.multiply %0, %a : (tensor<3x2xf32>, tensor<2xf32>) -> tensor<3x2xf32>
  return %1 : tensor<3x2xf32>
}

// -----

// CHECK-LABEL: func.func @square_root
//       CHECK: %[[R:.*]] = relay.rsqrt %arg1
//       CHECK: relay.multiply %arg0, %[[R]]
func.func @square_root(%x: tensor<2xf32>, %y: tensor<2xf32>) -> tensor<2xf32> {
  %0 = relay.sqrt %y : (tensor<2xf32>) -> tensor<2xf32>
  %1 = relay.divide %x, %0 : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}

// -----

// What is used twice is computed once, and integers are exact as they are.
// CHECK-LABEL: func.func @unchanged
//       CHECK: %[[S:.*]] = relay.add %arg0
//       CHECK: relay.add %[[S]]
//       CHECK: %[[I:.*]] = relay.add %arg1
//       CHECK: relay.add %[[I]]
func.func @unchanged(%x: tensor<2xf32>, %i: tensor<2xi32>) -> (tensor<2xf32>, tensor<2xf32>, tensor<2xi32>) {
  %a = relay.constant dense<4.0> : tensor<f32>
  %b = relay.constant dense<4> : tensor<i32>
  %0 = relay.add %x, %a : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
  %1 = relay.add %0, %a : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
  %2 = relay.add %i, %b : (tensor<2xi32>, tensor<i32>) -> tensor<2xi32>
  %3 = relay.add %2, %b : (tensor<2xi32>, tensor<i32>) -> tensor<2xi32>
  return %0, %1, %3 : tensor<2xf32>, tensor<2xf32>, tensor<2xi32>
}
