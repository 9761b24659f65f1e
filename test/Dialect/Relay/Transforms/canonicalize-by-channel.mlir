// qnn's arithmetic with scales by channel, and of 32 bits, as TVM computes it.
//
// RUN: dsp-opt %s --relay-canonicalize-forms --split-input-file | FileCheck %s

// CHECK-LABEL: @add
//       CHECK: %[[LHS:.*]] = relay.qnn.requantize %arg0, {{.*}}axis = 1{{.*}} -> tensor<2x2xi32>
//       CHECK: %[[RHS:.*]] = relay.cast %arg1
//       CHECK: %[[SUM:.*]] = relay.add %[[LHS]], %[[RHS]]
//       CHECK: %[[MOVED:.*]] = relay.subtract %[[SUM]],
//       CHECK: %[[CLIP:.*]] = relay.clip %[[MOVED]] {a_max = 127.0, a_min = -128.0}
//       CHECK: relay.cast %[[CLIP]] {{.*}} -> tensor<2x2xi8>
func.func @add(%x: tensor<2x2xi8>, %y: tensor<2x2xi8>) -> tensor<2x2xi8> {
  %s = relay.constant dense<[0.5, 0.25]> : tensor<2xf32>
  %t = relay.constant dense<0.25> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %0 = relay.qnn.add %x, %y, %s, %z, %t, %z, %t, %z {lhs_axis = 1, rhs_axis = 1} : (tensor<2x2xi8>, tensor<2x2xi8>, tensor<2xf32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x2xi8>
  return %0 : tensor<2x2xi8>
}

// -----

// CHECK-LABEL: @mul
//   CHECK-DAG: %[[SCALE:.*]] = relay.constant dense<[2.500000e-01, 6.250000e-02]> : tensor<2xf32>
//   CHECK-DAG: %[[PRODUCT:.*]] = relay.multiply %arg0, %arg1
//       CHECK: relay.qnn.requantize %[[PRODUCT]], %[[SCALE]], {{.*}}axis = 1
func.func @mul(%x: tensor<2x2xi32>, %y: tensor<2x2xi32>) -> tensor<2x2xi32> {
  %s = relay.constant dense<[0.5, 0.25]> : tensor<2xf32>
  %t = relay.constant dense<0.25> : tensor<f32>
  %z = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.mul %x, %y, %s, %z, %s, %z, %t, %z {lhs_axis = 1, rhs_axis = 1} : (tensor<2x2xi32>, tensor<2x2xi32>, tensor<2xf32>, tensor<i32>, tensor<2xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x2xi32>
  return %0 : tensor<2x2xi32>
}

// -----

// CHECK-LABEL: @requantize
//       CHECK: %[[WIDE:.*]] = relay.cast %arg0
//       CHECK: %[[MOVED:.*]] = relay.subtract %[[WIDE]], %{{.*}} : (tensor<2x2x3xi32>, tensor<2x1xi32>)
//       CHECK: relay.qnn.requantize %[[MOVED]]
func.func @requantize(%x: tensor<2x2x3xi8>) -> tensor<2x2x3xi8> {
  %t = relay.constant dense<0.25> : tensor<f32>
  %u = relay.constant dense<0.75> : tensor<f32>
  %z = relay.constant dense<[3, 4]> : tensor<2xi32>
  %zo = relay.constant dense<3> : tensor<i32>
  %0 = relay.qnn.requantize %x, %t, %z, %u, %zo {axis = 1, out_dtype = "int8"} : (tensor<2x2x3xi8>, tensor<f32>, tensor<2xi32>, tensor<f32>, tensor<i32>) -> tensor<2x2x3xi8>
  return %0 : tensor<2x2x3xi8>
}
