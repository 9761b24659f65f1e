// RUN: dsp-opt %s -verify-diagnostics -split-input-file

func.func @size(%x: tensor<1x4x2x2xf32>) {
  // expected-error @+2 {{'relay.image.resize2d' op 'size' has 1 entry, expected 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.image.resize2d %x {size = [3]} : (tensor<1x4x2x2xf32>) -> tensor<1x4x3x3xf32>
  return
}

// -----

func.func @roi(%x: tensor<1x4x2x2xf32>) {
  // expected-error @+2 {{'roi' has 2 entries, expected 4}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.image.resize2d %x {size = [3, 3], roi = [0.0, 1.0]} : (tensor<1x4x2x2xf32>) -> tensor<1x4x3x3xf32>
  return
}

// -----

func.func @layout(%x: tensor<1x4x2x2xf32>) {
  // expected-error @+2 {{'layout' is 'NHW', expected the letters of 'NCHW' in some order}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.image.resize2d %x {size = [3, 3], layout = "NHW"} : (tensor<1x4x2x2xf32>) -> tensor<1x4x3x3xf32>
  return
}
