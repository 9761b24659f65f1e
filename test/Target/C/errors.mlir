// What C can't say is an error at the op, before anything is written.
//
// RUN: split-file %s %t
// RUN: not dsp-compile %t/range.mlir --library %roles -o %t/out 2>&1 | FileCheck %s --check-prefix=RANGE
// RUN: not dsp-compile %t/kernel.mlir --library %roles --name roles -o %t/out 2>&1 | FileCheck %s --check-prefix=NONE --allow-empty
// RUN: not dsp-compile %t/type.mlir --library %roles -o %t/out 2>&1 | FileCheck %s --check-prefix=TYPE
// RUN: not dsp-compile %t/enumerator.mlir --library %roles -o %t/out 2>&1 | FileCheck %s --check-prefix=ENUMERATOR
// RUN: not ls %t/out

// RANGE: range.mlir:2:8: error: 'dsp.roles.fail' op breaks its kernel's constraints
// RANGE: range.mlir:2:8: note: [range] 'status' must be in -32768 … 32767: it is passed as 'int16_t' (is 40000)
// ENUMERATOR: enumerator.mlir:2:8: error: 'dsp.roles.xor' op breaks its kernel's constraints
// ENUMERATOR: enumerator.mlir:2:8: note: [range] 'mode' must be in 0 … 1: it is passed as one of 2 'roles_mode' (is 2)
// TYPE: type.mlir:1:17: error: function 'main' has a value of type 'tensor<4xi4>', which has no fixed number of bytes
// NONE: error: there is no function 'main'

//--- range.mlir
func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = dsp.roles.fail %x {status = 40000} : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

//--- kernel.mlir
func.func @other(%x: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}

//--- type.mlir
func.func @main(%x: tensor<4xi4>) -> tensor<4xi4> {
  return %x : tensor<4xi4>
}

//--- enumerator.mlir
func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = dsp.roles.xor %x {mode = 2} : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
