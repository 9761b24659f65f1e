// An op that is marked with a placement goes there or nowhere.
//
// RUN: dsp-opt %s --load-dialect-plugin=%fussy --convert-relay-to-dsp=libraries=fussy,portable --split-input-file | FileCheck %s

// CHECK-LABEL: @kernel
//       CHECK: dsp.fussy.relu
func.func @kernel(%x: tensor<8xf32>) -> tensor<8xf32> {
  %0 = relay.nn.relu %x {dsp.placement = "fussy.relu"} : (tensor<8xf32>) -> tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

// CHECK-LABEL: @library
//       CHECK: dsp.portable.relu_f32
func.func @library(%x: tensor<8xf32>) -> tensor<8xf32> {
  %0 = relay.nn.relu %x {dsp.placement = "portable"} : (tensor<8xf32>) -> tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

// CHECK-LABEL: @host
//       CHECK: relay.nn.relu %{{.*}} {dsp.placement = "host"}
func.func @host(%x: tensor<8xf32>) -> tensor<8xf32> {
  %0 = relay.nn.relu %x {dsp.placement = "host"} : (tensor<8xf32>) -> tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

// An inner op that wants to go elsewhere splits the cover.
// CHECK-LABEL: @inner
//       CHECK: %[[D:.*]] = dsp.portable.dense_f32
//  CHECK-NEXT: %[[B:.*]] = dsp.portable.bias_add_f32 %[[D]]
//  CHECK-NEXT: dsp.fussy.relu %[[B]]
func.func @inner(%x: tensor<1x3xf32>, %w: tensor<2x3xf32>, %b: tensor<2xf32>) -> tensor<1x2xf32> {
  %0 = relay.nn.dense %x, %w : (tensor<1x3xf32>, tensor<2x3xf32>) -> tensor<1x2xf32>
  %1 = relay.nn.bias_add %0, %b {dsp.placement = "portable.bias_add_f32"} : (tensor<1x2xf32>, tensor<2xf32>) -> tensor<1x2xf32>
  %2 = relay.nn.relu %1 : (tensor<1x2xf32>) -> tensor<1x2xf32>
  return %2 : tensor<1x2xf32>
}
