// RUN: not dsp-opt %s --convert-relay-to-dsp=libraries=acme 2>&1 | FileCheck %s

// CHECK: error: there is no kernel library 'acme'
// CHECK: note: known libraries: {{.*}}'portable'
func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  return %x : tensor<2xf32>
}
