// RUN: dsp-opt %s --relay-inline --split-input-file | FileCheck %s

// Global functions: the body goes in place of the last call, a copy in place of
// the others, and nothing is left of them.
// CHECK-LABEL: func.func @main
//  CHECK-NEXT: relay.exp
//  CHECK-NEXT: relay.nn.relu
//  CHECK-NEXT: relay.exp
//  CHECK-NEXT: relay.nn.relu
//  CHECK-NEXT: return
//   CHECK-NOT: func.func
func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = func.call @outer(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = func.call @outer(%0) : (tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}
func.func private @outer(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = func.call @inner(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = relay.nn.relu %0 : (tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}
func.func private @inner(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = relay.exp %x : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----

// Functions that call themselves, one directly, two each other, stay.
// CHECK-LABEL: func.func @main
//       CHECK: call @loop
//       CHECK: call @ping
//       CHECK: func.func private @loop
//       CHECK: func.func private @ping
//       CHECK: func.func private @pong
func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = func.call @loop(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = func.call @ping(%0) : (tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}
func.func private @loop(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = func.call @loop(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
func.func private @ping(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = func.call @pong(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
func.func private @pong(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = func.call @ping(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
