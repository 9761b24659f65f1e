// RUN: dsp-opt %s --convert-relay-constants-to-dsp | FileCheck %s

// CHECK-LABEL: @constants
//  CHECK-NEXT: %[[C:.*]] = dsp.constant "w" dense<1.000000e+00> : tensor<2xf32>
//  CHECK-NEXT: return %[[C]]
func.func @constants() -> tensor<2xf32> {
  %unused = relay.constant "u" dense<2.0> : tensor<2xf32>
  %w = relay.constant "w" dense<1.0> : tensor<2xf32>
  return %w : tensor<2xf32>
}
