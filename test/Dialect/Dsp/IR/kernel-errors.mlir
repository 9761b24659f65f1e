// A kernel op that breaks its record's constraints is refused, with all reasons.
//
// RUN: dsp-opt %s -verify-diagnostics -split-input-file

func.func @constraints(%x: tensor<1x8x8x4xf32>, %w: tensor<16x3x3x4xf32>, %b: tensor<3xf32>) -> tensor<1x8x8x16xf32> {
  // expected-error @+3 {{breaks its kernel's constraints}}
  // expected-note @+2 {{[C1] 'padding' must say top, left, bottom, right (is [1, 1])}}
  // expected-note @+1 {{[C3] 'bias' must have one element for each output channel (is 3 and 16)}}
  %0 = dsp.portable.conv2d_f32 %x, %w, %b {strides = array<i64: 1, 1>, padding = array<i64: 1, 1>, dilation = array<i64: 1, 1>, groups = 1 : i64}
      : (tensor<1x8x8x4xf32>, tensor<16x3x3x4xf32>, tensor<3xf32>) -> tensor<1x8x8x16xf32>
  return %0 : tensor<1x8x8x16xf32>
}

// -----

func.func @type(%x: tensor<1x8x8x4xi32>, %w: tensor<16x3x3x4xf32>) -> tensor<1x8x8x16xf32> {
  // expected-error @+1 {{operand #0 must be float32 tensor of rank 4, but got 'tensor<1x8x8x4xi32>'}}
  %0 = dsp.portable.conv2d_f32 %x, %w {strides = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>, groups = 1 : i64}
      : (tensor<1x8x8x4xi32>, tensor<16x3x3x4xf32>) -> tensor<1x8x8x16xf32>
  return %0 : tensor<1x8x8x16xf32>
}

// -----

func.func @empty(%x: tensor<0x3xf32>) -> tensor<0x3xf32> {
  // expected-error @+3 {{breaks its kernel's constraints}}
  // expected-note @+2 {{[input] 'input' must have elements (is tensor<0x3xf32>)}}
  // expected-note @+1 {{[output] 'output' must have elements (is tensor<0x3xf32>)}}
  %0 = dsp.portable.relu_f32 %x : (tensor<0x3xf32>) -> tensor<0x3xf32>
  return %0 : tensor<0x3xf32>
}

// -----

// What the C function is given elements of must have them.
func.func @elements(%x: tensor<1x8x8x4xf32>, %w: tensor<16x3x3x4xf32>) -> tensor<1x8x8x16xf32> {
  // expected-error @+3 {{breaks its kernel's constraints}}
  // expected-note @+2 {{[C2] 'strides' and 'dilation' must have two elements (is [1] and [1, 1])}}
  // expected-note @+1 {{[elements] 'strides' must have at least 2 elements (is 1)}}
  %0 = dsp.portable.conv2d_f32 %x, %w {strides = array<i64: 1>, padding = array<i64: 1, 1, 1, 1>, dilation = array<i64: 1, 1>, groups = 1 : i64}
      : (tensor<1x8x8x4xf32>, tensor<16x3x3x4xf32>) -> tensor<1x8x8x16xf32>
  return %0 : tensor<1x8x8x16xf32>
}
