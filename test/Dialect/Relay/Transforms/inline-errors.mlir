// RUN: not dsp-opt %s --relay-inline=max-ops=8 2>&1 | FileCheck %s

// Each level doubles: a model of a kilobyte could ask for any amount of code.
// CHECK: inline-errors.mlir:[[@LINE+5]]:1: error: inlining has cloned more than 8 ops into 'func.func' "c"
// CHECK: note: functions that call others twice double with each level
func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  return %x : tensor<2xf32>
}
func.func @c(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = func.call @b(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = func.call @b(%0) : (tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}
func.func @b(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = func.call @a(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = func.call @a(%0) : (tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}
func.func @a(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = relay.exp %x : (tensor<2xf32>) -> tensor<2xf32>
  %1 = relay.exp %0 : (tensor<2xf32>) -> tensor<2xf32>
  %2 = relay.exp %1 : (tensor<2xf32>) -> tensor<2xf32>
  return %2 : tensor<2xf32>
}
