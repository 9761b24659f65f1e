// RUN: dsp-opt %s --dsp-plan-memory --split-input-file --verify-diagnostics

func.func @not_a_kernel(%x: tensor<2xf32>) -> tensor<2xf32> {
  // expected-error @below {{'relay.nn.relu' is not a kernel call}}
  // expected-note @below {{memory is planned once every op is one}}
  %0 = relay.nn.relu %x : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----

// expected-error @below {{function 'no_bytes' has a value of type 'tensor<2xi4>', which has no fixed number of bytes}}
func.func @no_bytes(%x: tensor<2xi4>) -> tensor<2xi4> {
  return %x : tensor<2xi4>
}

// -----

// expected-error @below {{function 'blocks' must be one block of kernel calls}}
func.func @blocks(%x: tensor<2xf32>) -> tensor<2xf32> {
  func.return %x : tensor<2xf32>
^end:
  return %x : tensor<2xf32>
}
