// What a kernel reads once, at init, must be constant: nothing has to be said of
// it in the record. A constant that is packed for the kernel is one.
//
// RUN: dsp-opt %s --load-dialect-plugin=%phases --convert-relay-to-dsp=libraries=phases --split-input-file | FileCheck %s
// RUN: not dsp-compile %s --library %phases --function computed_weights --require-offload 2>&1 | FileCheck %s --check-prefix=WHY

// CHECK-LABEL: @constant_weights
//       CHECK: dsp.phases.dense %{{.*}}, %{{.*}}, %{{.*}} {low = 0.000000e+00 : f64}
func.func @constant_weights(%x: tensor<2x3xf32>) -> tensor<2x4xf32> {
  %w = relay.constant "w" dense<1.0> : tensor<4x3xf32>
  %b = relay.constant "b" dense<1.0> : tensor<4xf32>
  %0 = relay.nn.dense %x, %w : (tensor<2x3xf32>, tensor<4x3xf32>) -> tensor<2x4xf32>
  %1 = relay.nn.bias_add %0, %b {axis = -1} : (tensor<2x4xf32>, tensor<4xf32>) -> tensor<2x4xf32>
  %2 = relay.nn.relu %1 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  return %2 : tensor<2x4xf32>
}

// CHECK-LABEL: @computed_weights
//       CHECK: relay.nn.dense
//   CHECK-NOT: dsp.phases.dense
// WHY: error: 'nn.dense' is on no kernel
// WHY: kernel 'phases.dense' as relay.nn.dense: [init] 'weights' must be constant: it is read once, at init
func.func @computed_weights(%x: tensor<2x3xf32>, %w: tensor<4x3xf32>) -> tensor<2x4xf32> {
  %0 = relay.nn.dense %x, %w : (tensor<2x3xf32>, tensor<4x3xf32>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}
