// RUN: dsp-opt %s | dsp-opt | FileCheck %s

// CHECK-LABEL: @unary
func.func @unary(%x: tensor<2x?xf32>, %i: tensor<3xi8>) {
  // CHECK: relay.tanh %{{.*}} : (tensor<2x?xf32>) -> tensor<2x?xf32>
  %0 = relay.tanh %x : (tensor<2x?xf32>) -> tensor<2x?xf32>
  // CHECK: relay.isnan %{{.*}} : (tensor<2x?xf32>) -> tensor<2x?xi1>
  %1 = relay.isnan %x : (tensor<2x?xf32>) -> tensor<2x?xi1>
  // CHECK: relay.bitwise_not %{{.*}} : (tensor<3xi8>) -> tensor<3xi8>
  %2 = relay.bitwise_not %i : (tensor<3xi8>) -> tensor<3xi8>
  return
}

// CHECK-LABEL: @clip
func.func @clip(%x: tensor<4xf32>) {
  // CHECK: relay.clip %{{.*}} {a_max = 6.0, a_min = -1.0e-05} : (tensor<4xf32>) -> tensor<4xf32>
  %0 = relay.clip %x {a_min = -1.0e-5, a_max = 6.0} : (tensor<4xf32>) -> tensor<4xf32>
  // What has no literal keeps its bits.
  // CHECK: relay.clip %{{.*}} {a_max = 0x7FF0000000000000 : f64, a_min = 0.1}
  %1 = relay.clip %x {a_min = 0.1, a_max = 0x7FF0000000000000 : f64} : (tensor<4xf32>) -> tensor<4xf32>
  return
}

// CHECK-LABEL: @broadcast
func.func @broadcast(%s: tensor<f32>, %a: tensor<4x1x3xf32>, %b: tensor<5x1xf32>, %d: tensor<?x3xf32>) {
  // CHECK: relay.add %{{.*}}, %{{.*}} : (tensor<4x1x3xf32>, tensor<5x1xf32>) -> tensor<4x5x3xf32>
  %0 = relay.add %a, %b : (tensor<4x1x3xf32>, tensor<5x1xf32>) -> tensor<4x5x3xf32>
  // CHECK: relay.power %{{.*}}, %{{.*}} : (tensor<4x1x3xf32>, tensor<f32>) -> tensor<4x1x3xf32>
  %1 = relay.power %a, %s : (tensor<4x1x3xf32>, tensor<f32>) -> tensor<4x1x3xf32>
  // CHECK: relay.less %{{.*}}, %{{.*}} : (tensor<4x1x3xf32>, tensor<?x3xf32>) -> tensor<4x?x3xi1>
  %2 = relay.less %a, %d : (tensor<4x1x3xf32>, tensor<?x3xf32>) -> tensor<4x?x3xi1>
  // CHECK: relay.maximum %{{.*}}, %{{.*}} : (tensor<5x1xf32>, tensor<?x3xf32>) -> tensor<5x3xf32>
  %3 = relay.maximum %b, %d : (tensor<5x1xf32>, tensor<?x3xf32>) -> tensor<5x3xf32>
  return
}

// CHECK-LABEL: @where
func.func @where(%c: tensor<3x1xi1>, %x: tensor<3x4xui8>, %y: tensor<4xui8>) {
  // CHECK: relay.where %{{.*}}, %{{.*}}, %{{.*}} : (tensor<3x1xi1>, tensor<3x4xui8>, tensor<4xui8>) -> tensor<3x4xui8>
  %0 = relay.where %c, %x, %y : (tensor<3x1xi1>, tensor<3x4xui8>, tensor<4xui8>) -> tensor<3x4xui8>
  return
}
