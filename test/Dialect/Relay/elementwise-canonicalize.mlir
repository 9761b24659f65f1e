// RUN: dsp-opt %s -canonicalize | FileCheck %s

// CHECK-LABEL: @neutral
// CHECK-SAME: (%[[F:.*]]: tensor<2x3xf32>, %[[I:.*]]: tensor<3xi32>)
func.func @neutral(%f: tensor<2x3xf32>, %i: tensor<3xi32>)
    -> (tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<3xi32>) {
  %zero = relay.constant dense<0.0> : tensor<f32>
  %minus = relay.constant dense<-0.0> : tensor<f32>
  %one = relay.constant dense<1.0> : tensor<2x3xf32>
  %i0 = relay.constant dense<0> : tensor<i32>
  %0 = relay.add %minus, %f : (tensor<f32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  %1 = relay.multiply %f, %one : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  %2 = relay.divide %f, %one : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  %3 = relay.subtract %f, %zero : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  %4 = relay.add %i, %i0 : (tensor<3xi32>, tensor<i32>) -> tensor<3xi32>
  // CHECK: return %[[F]], %[[F]], %[[F]], %[[F]], %[[I]]
  return %0, %1, %2, %3, %4 : tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<3xi32>
}

// A zero would turn -0.0 to 0.0, and a constant may be what gives the shape.
// CHECK-LABEL: @not_neutral
func.func @not_neutral(%f: tensor<3xf32>) -> (tensor<3xf32>, tensor<2x3xf32>) {
  %zero = relay.constant dense<0.0> : tensor<f32>
  %one = relay.constant dense<1.0> : tensor<2x3xf32>
  // CHECK: relay.add
  %0 = relay.add %f, %zero : (tensor<3xf32>, tensor<f32>) -> tensor<3xf32>
  // CHECK: relay.multiply
  %1 = relay.multiply %f, %one : (tensor<3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0, %1 : tensor<3xf32>, tensor<2x3xf32>
}

// CHECK-LABEL: @clips
// CHECK-SAME: (%[[X:.*]]: tensor<3xf32>)
func.func @clips(%x: tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>) {
  // CHECK: %[[INNER:.*]] = relay.clip %[[X]] {a_max = 6.0, a_min = 0.0}
  %0 = relay.clip %x {a_min = 0.0, a_max = 6.0} : (tensor<3xf32>) -> tensor<3xf32>
  %1 = relay.clip %0 {a_min = -1.0, a_max = 6.0} : (tensor<3xf32>) -> tensor<3xf32>
  // CHECK: %[[MERGED:.*]] = relay.clip %[[X]] {a_max = 5.0, a_min = 0.0}
  %2 = relay.clip %0 {a_min = -1.0, a_max = 5.0} : (tensor<3xf32>) -> tensor<3xf32>
  // CHECK: return %[[INNER]], %[[MERGED]]
  return %1, %2 : tensor<3xf32>, tensor<3xf32>
}

// CHECK-LABEL: @relus
func.func @relus(%x: tensor<3xf32>) -> tensor<3xf32> {
  // CHECK: %[[RELU:.*]] = relay.nn.relu
  // CHECK-NEXT: return %[[RELU]]
  %0 = relay.nn.relu %x : (tensor<3xf32>) -> tensor<3xf32>
  %1 = relay.nn.relu %0 : (tensor<3xf32>) -> tensor<3xf32>
  return %1 : tensor<3xf32>
}
