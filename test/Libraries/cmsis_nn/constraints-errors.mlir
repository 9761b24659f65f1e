// What CMSIS-NN documents as its limits, and what it computes differently or not
// at all: each constraint of the records, broken once.
//
// RUN: dsp-opt %s --split-input-file --verify-diagnostics

// -----

func.func @convolve_wrapper_s8_c1_0(%a0: tensor<1x6x6x2xi8>, %a1: tensor<4x3x3x2xi8>, %a2: tensor<4xi32>) -> tensor<1x6x6x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C1] 'padding' must say top, left, bottom, right (is [1, 1])}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<4x3x3x2xi8>, tensor<4xi32>) -> tensor<1x6x6x4xi8>
  return %0 : tensor<1x6x6x4xi8>
}

// -----

func.func @convolve_wrapper_s8_c2_1(%a0: tensor<1x6x6x2xi8>, %a1: tensor<4x3x3x2xi8>, %a2: tensor<4xi32>) -> tensor<1x6x6x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C2] 'strides' and 'dilation' must have two elements (is [1] and [1, 1])}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<4x3x3x2xi8>, tensor<4xi32>) -> tensor<1x6x6x4xi8>
  return %0 : tensor<1x6x6x4xi8>
}

// -----

func.func @convolve_wrapper_s8_c3_2(%a0: tensor<1x1x65538x1xi8>, %a1: tensor<4x1x3x1xi8>, %a2: tensor<4xi32>) -> tensor<1x1x65536x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C3] no dimension may be larger than 65535}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 0, 0, 0, 0>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x1x65538x1xi8>, tensor<4x1x3x1xi8>, tensor<4xi32>) -> tensor<1x1x65536x4xi8>
  return %0 : tensor<1x1x65536x4xi8>
}

// -----

func.func @convolve_wrapper_s8_c5_3(%a0: tensor<1x6x6x2xi8>, %a1: tensor<4x3x3x2xi8>, %a2: tensor<4xi32>) -> tensor<1x6x6x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C5] there must be one group (is 2)}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 2 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<4x3x3x2xi8>, tensor<4xi32>) -> tensor<1x6x6x4xi8>
  return %0 : tensor<1x6x6x4xi8>
}

// -----

func.func @convolve_wrapper_s8_c6_4(%a0: tensor<1x1x8x4xi8>, %a1: tensor<4x1x3x4xi8>, %a2: tensor<4xi32>) -> tensor<1x1x8x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C6] with Helium, 'padding' of an image of one row must be the same at both ends, but for one column, and leave out one column of the last windows (is [0, 2, 0, 0] and 'any')}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 0, 2, 0, 0>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x1x8x4xi8>, tensor<4x1x3x4xi8>, tensor<4xi32>) -> tensor<1x1x8x4xi8>
  return %0 : tensor<1x1x8x4xi8>
}

// -----

func.func @convolve_wrapper_s8_c7_5(%a0: tensor<1x6x6x2xi8>, %a1: tensor<4x1x1x2xi8>, %a2: tensor<4xi32>) -> tensor<1x7x6x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C7] windows of one element that aren't padded in front must not be behind (is [0, 0, 1, 0])}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 0, 0, 1, 0>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<4x1x1x2xi8>, tensor<4xi32>) -> tensor<1x7x6x4xi8>
  return %0 : tensor<1x7x6x4xi8>
}

// -----

func.func @convolve_wrapper_s8_l1_6(%a0: tensor<1x6x6x2xi8>, %a1: tensor<4x3x3x2xi8>, %a2: tensor<3xi32>) -> tensor<1x6x6x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[L1] 'bias' must have one element for each output channel (is 3 and 4)}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<4x3x3x2xi8>, tensor<3xi32>) -> tensor<1x6x6x4xi8>
  return %0 : tensor<1x6x6x4xi8>
}

// -----

func.func @convolve_wrapper_s8_l2_7(%a0: tensor<1x6x6x2xi8>, %a1: tensor<4x3x3x2xi8>, %a2: tensor<4xi32>) -> tensor<1x6x6x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[L2] there must be one scale of the filter, or one for each output channel (is 2)}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5, 0.25>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<4x3x3x2xi8>, tensor<4xi32>) -> tensor<1x6x6x4xi8>
  return %0 : tensor<1x6x6x4xi8>
}

// -----

func.func @convolve_wrapper_s8_l3_8(%a0: tensor<1x6x6x2xi8>, %a1: tensor<4x3x3x2xi8>, %a2: tensor<4xi32>) -> tensor<1x6x6x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[L3] 'filter_zero_point' must be 0 (is 1)}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 1 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<4x3x3x2xi8>, tensor<4xi32>) -> tensor<1x6x6x4xi8>
  return %0 : tensor<1x6x6x4xi8>
}

// -----

func.func @convolve_wrapper_s8_l4_9(%a0: tensor<1x6x6x2xi8>, %a1: tensor<4x3x3x2xi8>, %a2: tensor<4xi32>) -> tensor<1x6x6x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[L4] 'act_min' must be at most 'act_max' (is 5 and 4)}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s8 %a0, %a1, %a2 {act_max = 4.0 : f64, act_min = 5.0 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<4x3x3x2xi8>, tensor<4xi32>) -> tensor<1x6x6x4xi8>
  return %0 : tensor<1x6x6x4xi8>
}

// -----

func.func @convolve_wrapper_s8_l5_10(%a0: tensor<1x6x6x2xi8>, %a1: tensor<4x3x3x2xi8>, %a2: tensor<4xi32>) -> tensor<1x6x6x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[L5] 'input_zero_point' must be in -128 … 127 (is -129)}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = -129 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<4x3x3x2xi8>, tensor<4xi32>) -> tensor<1x6x6x4xi8>
  return %0 : tensor<1x6x6x4xi8>
}

// -----

func.func @convolve_wrapper_s8_l6_11(%a0: tensor<1x6x6x2xi8>, %a1: tensor<4x3x3x2xi8>, %a2: tensor<4xi32>) -> tensor<1x6x6x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[L6] 'output_zero_point' must be in -128 … 127 (is 128)}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = 128 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<4x3x3x2xi8>, tensor<4xi32>) -> tensor<1x6x6x4xi8>
  return %0 : tensor<1x6x6x4xi8>
}

// -----

func.func @convolve_wrapper_s8_l7_12(%a0: tensor<1x6x6x2xi8>, %a1: tensor<4x3x3x2xi8>, %a2: tensor<4xi32>) -> tensor<1x6x6x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[L7] the quotients of the scales must be within 2^-32 and 2^31 (is 0.5 and 9.99999996e-12)}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 1.0e-11 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<4x3x3x2xi8>, tensor<4xi32>) -> tensor<1x6x6x4xi8>
  return %0 : tensor<1x6x6x4xi8>
}

// -----

func.func @convolve_wrapper_s16_c3_13(%a0: tensor<1x6x6x57xi16>, %a1: tensor<4x3x3x57xi8>, %a2: tensor<4xi64>) -> tensor<1x6x6x4xi16> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C3] a sum must have at most 512 products (is 513)}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s16 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 0 : i32, output_scale = 4.0 : f32, output_zero_point = 0 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x57xi16>, tensor<4x3x3x57xi8>, tensor<4xi64>) -> tensor<1x6x6x4xi16>
  return %0 : tensor<1x6x6x4xi16>
}

// -----

func.func @convolve_wrapper_s16_l5_14(%a0: tensor<1x6x6x2xi16>, %a1: tensor<4x3x3x2xi8>, %a2: tensor<4xi64>) -> tensor<1x6x6x4xi16> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[L5] 'input_zero_point' must be 0 (is 1)}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s16 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 1 : i32, output_scale = 4.0 : f32, output_zero_point = 0 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi16>, tensor<4x3x3x2xi8>, tensor<4xi64>) -> tensor<1x6x6x4xi16>
  return %0 : tensor<1x6x6x4xi16>
}

// -----

func.func @convolve_wrapper_s16_l6_15(%a0: tensor<1x6x6x2xi16>, %a1: tensor<4x3x3x2xi8>, %a2: tensor<4xi64>) -> tensor<1x6x6x4xi16> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[L6] 'output_zero_point' must be 0 (is 1)}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s16 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 0 : i32, output_scale = 4.0 : f32, output_zero_point = 1 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi16>, tensor<4x3x3x2xi8>, tensor<4xi64>) -> tensor<1x6x6x4xi16>
  return %0 : tensor<1x6x6x4xi16>
}

// -----

func.func @convolve_wrapper_s16_l7_16(%a0: tensor<1x6x6x2xi16>, %a1: tensor<4x3x3x2xi8>, %a2: tensor<4xi64>) -> tensor<1x6x6x4xi16> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[L7] the quotients of the scales must be within 2^-32 and 2^7 (is 0.5 and 0.00048828125)}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s16 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 0 : i32, output_scale = 0.00048828125 : f32, output_zero_point = 0 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi16>, tensor<4x3x3x2xi8>, tensor<4xi64>) -> tensor<1x6x6x4xi16>
  return %0 : tensor<1x6x6x4xi16>
}

// -----

func.func @convolve_s8_c5_17(%a0: tensor<1x6x6x2xi8>, %a1: tensor<4x3x3x2xi8>, %a2: tensor<4xi32>) -> tensor<1x6x6x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C5] each group must have as many input channels as the filter (is 2 and 2 and 2)}}
  %0 = dsp.cmsis_nn.convolve_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 2 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<4x3x3x2xi8>, tensor<4xi32>) -> tensor<1x6x6x4xi8>
  return %0 : tensor<1x6x6x4xi8>
}

// -----

func.func @depthwise_conv_wrapper_s8_c3_18(%a0: tensor<1x1x32770x2xi8>, %a1: tensor<1x1x3x2xi8>, %a2: tensor<2xi32>) -> tensor<1x1x32768x2xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C3] no dimension may be larger than 32767}}
  %0 = dsp.cmsis_nn.depthwise_conv_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 2 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 0, 0, 0, 0>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x1x32770x2xi8>, tensor<1x1x3x2xi8>, tensor<2xi32>) -> tensor<1x1x32768x2xi8>
  return %0 : tensor<1x1x32768x2xi8>
}

// -----

func.func @depthwise_conv_wrapper_s8_c4_19(%a0: tensor<1x6x6x2xi8>, %a1: tensor<1x3x3x2xi8>, %a2: tensor<2xi32>) -> tensor<1x6x6x2xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C4] every element of 'dilation' must be 1 (is [2, 1])}}
  %0 = dsp.cmsis_nn.depthwise_conv_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 2, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 2 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<1x3x3x2xi8>, tensor<2xi32>) -> tensor<1x6x6x2xi8>
  return %0 : tensor<1x6x6x2xi8>
}

// -----

func.func @depthwise_conv_wrapper_s8_c5_20(%a0: tensor<1x6x6x2xi8>, %a1: tensor<1x3x3x2xi8>, %a2: tensor<2xi32>) -> tensor<1x6x6x2xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C5] each group must be one input channel (is 1 and 2)}}
  %0 = dsp.cmsis_nn.depthwise_conv_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<1x3x3x2xi8>, tensor<2xi32>) -> tensor<1x6x6x2xi8>
  return %0 : tensor<1x6x6x2xi8>
}

// -----

func.func @depthwise_conv_wrapper_s8_c6_21(%a0: tensor<2x6x6x2xi8>, %a1: tensor<1x3x3x2xi8>, %a2: tensor<2xi32>) -> tensor<2x6x6x2xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C6] dimension 0 of 'input' must be in 1 … 1 (is 2)}}
  %0 = dsp.cmsis_nn.depthwise_conv_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 2 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<2x6x6x2xi8>, tensor<1x3x3x2xi8>, tensor<2xi32>) -> tensor<2x6x6x2xi8>
  return %0 : tensor<2x6x6x2xi8>
}

// -----

func.func @depthwise_conv_wrapper_s8_c7_22(%a0: tensor<1x6x6x2xi8>, %a1: tensor<2x3x3x2xi8>, %a2: tensor<2xi32>) -> tensor<1x6x6x2xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C7] dimension 0 of 'filter' must be in 1 … 1 (is 2)}}
  %0 = dsp.cmsis_nn.depthwise_conv_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 2 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<2x3x3x2xi8>, tensor<2xi32>) -> tensor<1x6x6x2xi8>
  return %0 : tensor<1x6x6x2xi8>
}

// -----

func.func @depthwise_conv_wrapper_s8_c8_23(%a0: tensor<1x6x6x2xi8>, %a1: tensor<1x3x3x2xi8>, %a2: tensor<2xi32>) -> tensor<1x6x7x2xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C8] the middle column of the last 3x3 window must be in the image (is [1, 1, 1, 2] and [1, 1])}}
  %0 = dsp.cmsis_nn.depthwise_conv_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 2 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1, 1, 2>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x6x6x2xi8>, tensor<1x3x3x2xi8>, tensor<2xi32>) -> tensor<1x6x7x2xi8>
  return %0 : tensor<1x6x7x2xi8>
}

// -----

func.func @transpose_conv_wrapper_s8_c4_24(%a0: tensor<1x4x4x2xi8>, %a1: tensor<4x2x2x2xi8>, %a2: tensor<4xi32>) -> tensor<1x8x8x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C4] every element of 'dilation' must be 1 (is [1, 2])}}
  %0 = dsp.cmsis_nn.transpose_conv_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 2>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 0, 0, 0, 0>, strides = array<i64: 2, 2>, target = "any"} : (tensor<1x4x4x2xi8>, tensor<4x2x2x2xi8>, tensor<4xi32>) -> tensor<1x8x8x4xi8>
  return %0 : tensor<1x8x8x4xi8>
}

// -----

func.func @transpose_conv_wrapper_s8_c6_25(%a0: tensor<1x4x4x2xi8>, %a1: tensor<4x2x2x2xi8>, %a2: tensor<4xi32>) -> tensor<1x9x8x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C6] padding must be at most the input's size times the stride, and the output must end where there are sums of elements in front of it alone}}
  %0 = dsp.cmsis_nn.transpose_conv_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 0, 0, 0, 0>, strides = array<i64: 2, 2>, target = "any"} : (tensor<1x4x4x2xi8>, tensor<4x2x2x2xi8>, tensor<4xi32>) -> tensor<1x9x8x4xi8>
  return %0 : tensor<1x9x8x4xi8>
}

// -----

func.func @transpose_conv_wrapper_s8_c7_26(%a0: tensor<1x4x4x2xi8>, %a1: tensor<4x2x2x2xi8>, %a2: tensor<4xi32>) -> tensor<1x8x12x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C7] the horizontal stride must not be larger than the filter's width and the vertical stride (is [2, 3] and 2)}}
  %0 = dsp.cmsis_nn.transpose_conv_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 0, 0, 0, 0>, strides = array<i64: 2, 3>, target = "any"} : (tensor<1x4x4x2xi8>, tensor<4x2x2x2xi8>, tensor<4xi32>) -> tensor<1x8x12x4xi8>
  return %0 : tensor<1x8x12x4xi8>
}

// -----

func.func @transpose_conv_wrapper_s8_c8_27(%a0: tensor<1x4x4x2xi8>, %a1: tensor<4x4x2x2xi8>, %a2: tensor<4xi32>) -> tensor<1x8x8x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C8] padding at the top must be a multiple of the vertical stride (is [2, 2] and [1, 0, 1, 0])}}
  %0 = dsp.cmsis_nn.transpose_conv_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 0, 1, 0>, strides = array<i64: 2, 2>, target = "any"} : (tensor<1x4x4x2xi8>, tensor<4x4x2x2xi8>, tensor<4xi32>) -> tensor<1x8x8x4xi8>
  return %0 : tensor<1x8x8x4xi8>
}

// -----

func.func @fully_connected_s8_c1_28(%a0: tensor<2x7xi8>, %a1: tensor<4x8xi8>, %a2: tensor<4xi32>) -> tensor<2x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C1] dimension -1 of 'input' must equal dimension 1 of 'filter' (is 7 and 8)}}
  %0 = dsp.cmsis_nn.fully_connected_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, target = "c"} : (tensor<2x7xi8>, tensor<4x8xi8>, tensor<4xi32>) -> tensor<2x4xi8>
  return %0 : tensor<2x4xi8>
}

// -----

func.func @fully_connected_s8_c2_29(%a0: tensor<2x8xi8>, %a1: tensor<4x8xi8>) -> tensor<2x5xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C2] dimension -1 of 'output' must equal dimension 0 of 'filter' (is 5 and 4)}}
  %0 = dsp.cmsis_nn.fully_connected_s8 %a0, %a1 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, target = "c"} : (tensor<2x8xi8>, tensor<4x8xi8>) -> tensor<2x5xi8>
  return %0 : tensor<2x5xi8>
}

// -----

func.func @fully_connected_s8_c3_30(%a0: tensor<2x8xi8>, %a1: tensor<4x8xi8>) -> tensor<2x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C3] with Helium, 'filter' must be constant (is 'mve')}}
  %0 = dsp.cmsis_nn.fully_connected_s8 %a0, %a1 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, target = "mve"} : (tensor<2x8xi8>, tensor<4x8xi8>) -> tensor<2x4xi8>
  return %0 : tensor<2x4xi8>
}

// -----

func.func @fully_connected_s8_c4_31(%a0: tensor<2x8xi8>, %a1: tensor<4x8xi8>, %a2: tensor<4xi32>) -> tensor<2x4xi8> {
  // expected-error@+3 {{breaks its kernel's constraints}}
  // expected-note@+2 {{[C3] with Helium, 'filter' must be constant (is 'any')}}
  // expected-note@+1 {{[C4] with Helium, 'bias' must be constant (is 'any')}}
  %0 = dsp.cmsis_nn.fully_connected_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, target = "any"} : (tensor<2x8xi8>, tensor<4x8xi8>, tensor<4xi32>) -> tensor<2x4xi8>
  return %0 : tensor<2x4xi8>
}

// -----

func.func @fully_connected_s8_c5_32(%a0: tensor<2x8xi8>, %a1: tensor<4x8xi8>, %a2: tensor<4xi32>) -> tensor<2x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C5] there must be one scale of the filter (is 4)}}
  %0 = dsp.cmsis_nn.fully_connected_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, filter_scale = array<f32: 0.5, 0.5, 0.25, 0.25>, filter_zero_point = 0 : i32, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, target = "c"} : (tensor<2x8xi8>, tensor<4x8xi8>, tensor<4xi32>) -> tensor<2x4xi8>
  return %0 : tensor<2x4xi8>
}

// -----

func.func @elementwise_add_s8_c1_33(%a0: tensor<8xi8>, %a1: tensor<2x8xi8>) -> tensor<2x8xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C1] 'lhs' and 'output' must have one shape (is [8] and [2, 8])}}
  %0 = dsp.cmsis_nn.elementwise_add_s8 %a0, %a1 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, lhs_scale = 0.5 : f32, lhs_zero_point = 3 : i32, output_scale = 1.0 : f32, output_zero_point = 1 : i32, rhs_scale = 0.25 : f32, rhs_zero_point = -3 : i32} : (tensor<8xi8>, tensor<2x8xi8>) -> tensor<2x8xi8>
  return %0 : tensor<2x8xi8>
}

// -----

func.func @elementwise_add_s8_c2_34(%a0: tensor<2x8xi8>, %a1: tensor<2x1xi8>) -> tensor<2x8xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C2] 'rhs' and 'output' must have one shape (is [2, 1] and [2, 8])}}
  %0 = dsp.cmsis_nn.elementwise_add_s8 %a0, %a1 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, lhs_scale = 0.5 : f32, lhs_zero_point = 3 : i32, output_scale = 1.0 : f32, output_zero_point = 1 : i32, rhs_scale = 0.25 : f32, rhs_zero_point = -3 : i32} : (tensor<2x8xi8>, tensor<2x1xi8>) -> tensor<2x8xi8>
  return %0 : tensor<2x8xi8>
}

// -----

func.func @elementwise_add_s8_c3_35(%a0: tensor<2x8xi8>, %a1: tensor<2x8xi8>) -> tensor<2x8xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C3] 'act_min' must be at most 'act_max' (is 1 and 0)}}
  %0 = dsp.cmsis_nn.elementwise_add_s8 %a0, %a1 {act_max = 0.0 : f64, act_min = 1.0 : f64, lhs_scale = 0.5 : f32, lhs_zero_point = 3 : i32, output_scale = 1.0 : f32, output_zero_point = 1 : i32, rhs_scale = 0.25 : f32, rhs_zero_point = -3 : i32} : (tensor<2x8xi8>, tensor<2x8xi8>) -> tensor<2x8xi8>
  return %0 : tensor<2x8xi8>
}

// -----

func.func @elementwise_add_s8_c5_36(%a0: tensor<2x8xi8>, %a1: tensor<2x8xi8>) -> tensor<2x8xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C5] the larger scale of 'lhs' and 'rhs' must be less than 2^19 times 'output_scale' (is 0.5 and 0.25 and 4.76837158e-07)}}
  %0 = dsp.cmsis_nn.elementwise_add_s8 %a0, %a1 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, lhs_scale = 0.5 : f32, lhs_zero_point = 3 : i32, output_scale = 0x35000000 : f32, output_zero_point = 1 : i32, rhs_scale = 0.25 : f32, rhs_zero_point = -3 : i32} : (tensor<2x8xi8>, tensor<2x8xi8>) -> tensor<2x8xi8>
  return %0 : tensor<2x8xi8>
}

// -----

func.func @elementwise_add_s8_c6_37(%a0: tensor<2x8xi8>, %a1: tensor<2x8xi8>) -> tensor<2x8xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C6] 'lhs_zero_point' must be in -128 … 127 (is 128)}}
  %0 = dsp.cmsis_nn.elementwise_add_s8 %a0, %a1 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, lhs_scale = 0.5 : f32, lhs_zero_point = 128 : i32, output_scale = 1.0 : f32, output_zero_point = 1 : i32, rhs_scale = 0.25 : f32, rhs_zero_point = -3 : i32} : (tensor<2x8xi8>, tensor<2x8xi8>) -> tensor<2x8xi8>
  return %0 : tensor<2x8xi8>
}

// -----

func.func @elementwise_mul_s8_c4_38(%a0: tensor<2x8xi8>, %a1: tensor<2x8xi8>) -> tensor<2x8xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C4] the quotient of the scales must be within 2^-32 and 2^31}}
  %0 = dsp.cmsis_nn.elementwise_mul_s8 %a0, %a1 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, lhs_scale = 0.5 : f32, lhs_zero_point = 3 : i32, output_scale = 1.0e-12 : f32, output_zero_point = 1 : i32, rhs_scale = 0.25 : f32, rhs_zero_point = -3 : i32} : (tensor<2x8xi8>, tensor<2x8xi8>) -> tensor<2x8xi8>
  return %0 : tensor<2x8xi8>
}

// -----

func.func @elementwise_mul_s8_c7_39(%a0: tensor<2x8xi8>, %a1: tensor<2x8xi8>) -> tensor<2x8xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C7] 'rhs_zero_point' must be in -128 … 127 (is -200)}}
  %0 = dsp.cmsis_nn.elementwise_mul_s8 %a0, %a1 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, lhs_scale = 0.5 : f32, lhs_zero_point = 3 : i32, output_scale = 1.0 : f32, output_zero_point = 1 : i32, rhs_scale = 0.25 : f32, rhs_zero_point = -200 : i32} : (tensor<2x8xi8>, tensor<2x8xi8>) -> tensor<2x8xi8>
  return %0 : tensor<2x8xi8>
}

// -----

func.func @elementwise_mul_s16_c8_40(%a0: tensor<2x8xi16>, %a1: tensor<2x8xi16>) -> tensor<2x8xi16> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C8] 'output_zero_point' must be 0 (is 1)}}
  %0 = dsp.cmsis_nn.elementwise_mul_s16 %a0, %a1 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, lhs_scale = 0.5 : f32, lhs_zero_point = 0 : i32, output_scale = 1.0 : f32, output_zero_point = 1 : i32, rhs_scale = 0.25 : f32, rhs_zero_point = 0 : i32} : (tensor<2x8xi16>, tensor<2x8xi16>) -> tensor<2x8xi16>
  return %0 : tensor<2x8xi16>
}

// -----

func.func @max_pool_s8_c1_41(%a0: tensor<1x4x4x2xi8>) -> tensor<1x2x2x2xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C1] 'pool_size', 'strides' and 'dilation' must have two elements, and 'padding' four}}
  %0 = dsp.cmsis_nn.max_pool_s8 %a0 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, padding = array<i64: 0, 0>, pool_size = array<i64: 2, 2>, strides = array<i64: 2, 2>} : (tensor<1x4x4x2xi8>) -> tensor<1x2x2x2xi8>
  return %0 : tensor<1x2x2x2xi8>
}

// -----

func.func @max_pool_s8_c2_42(%a0: tensor<1x4x4x2xi8>) -> tensor<1x2x2x2xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C2] every element of 'dilation' must be 1 (is [2, 2])}}
  %0 = dsp.cmsis_nn.max_pool_s8 %a0 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 2, 2>, padding = array<i64: 0, 0, 0, 0>, pool_size = array<i64: 2, 2>, strides = array<i64: 2, 2>} : (tensor<1x4x4x2xi8>) -> tensor<1x2x2x2xi8>
  return %0 : tensor<1x2x2x2xi8>
}

// -----

func.func @max_pool_s8_c3_43(%a0: tensor<1x4x4x2xi8>) -> tensor<1x3x2x2xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C3] each window must have an element of the input (is [2, 2] and [0, 0, 2, 0])}}
  %0 = dsp.cmsis_nn.max_pool_s8 %a0 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, padding = array<i64: 0, 0, 2, 0>, pool_size = array<i64: 2, 2>, strides = array<i64: 2, 2>} : (tensor<1x4x4x2xi8>) -> tensor<1x3x2x2xi8>
  return %0 : tensor<1x3x2x2xi8>
}

// -----

func.func @avgpool_s8_c4_44(%a0: tensor<1x4x4x2xi8>) -> tensor<1x2x2x2xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C4] 'act_min' must be at most 'act_max' (is 1 and 0)}}
  %0 = dsp.cmsis_nn.avgpool_s8 %a0 {act_max = 0.0 : f64, act_min = 1.0 : f64, count_include_pad = false, dilation = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>, pool_size = array<i64: 2, 2>, strides = array<i64: 2, 2>, target = "c"} : (tensor<1x4x4x2xi8>) -> tensor<1x2x2x2xi8>
  return %0 : tensor<1x2x2x2xi8>
}

// -----

func.func @avgpool_s8_c5_45(%a0: tensor<1x4x4x2xi8>) -> tensor<1x2x3x2xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C5] padding must not count where there is some (is true and [0, 1, 0, 1])}}
  %0 = dsp.cmsis_nn.avgpool_s8 %a0 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, count_include_pad = true, dilation = array<i64: 1, 1>, padding = array<i64: 0, 1, 0, 1>, pool_size = array<i64: 2, 2>, strides = array<i64: 2, 2>, target = "c"} : (tensor<1x4x4x2xi8>) -> tensor<1x2x3x2xi8>
  return %0 : tensor<1x2x3x2xi8>
}

// -----

func.func @softmax_s8_c1_46(%a0: tensor<2x8xi8>) -> tensor<2x7xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C1] 'input' and 'output' must have one shape (is [2, 8] and [2, 7])}}
  %0 = dsp.cmsis_nn.softmax_s8 %a0 {input_scale = 0.5 : f32, output_scale = 0.00390625 : f32, output_zero_point = -128 : i32} : (tensor<2x8xi8>) -> tensor<2x7xi8>
  return %0 : tensor<2x7xi8>
}

// -----

func.func @softmax_s8_c2_47(%a0: tensor<2x8xi8>) -> tensor<2x8xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C2] 'output_scale' must be 1/256, and 'output_zero_point' -128 (is 0.00390625 and 0)}}
  %0 = dsp.cmsis_nn.softmax_s8 %a0 {input_scale = 0.5 : f32, output_scale = 0.00390625 : f32, output_zero_point = 0 : i32} : (tensor<2x8xi8>) -> tensor<2x8xi8>
  return %0 : tensor<2x8xi8>
}

// -----

func.func @softmax_s8_s16_c2_48(%a0: tensor<2x8xi8>) -> tensor<2x8xi16> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C2] 'output_scale' must be 1/65536, and 'output_zero_point' -32768 (is 0.00390625 and -128)}}
  %0 = dsp.cmsis_nn.softmax_s8_s16 %a0 {input_scale = 0.5 : f32, output_scale = 0.00390625 : f32, output_zero_point = -128 : i32} : (tensor<2x8xi8>) -> tensor<2x8xi16>
  return %0 : tensor<2x8xi16>
}

// -----

func.func @softmax_s8_c3_49(%a0: tensor<2x8xi8>) -> tensor<2x8xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C3] 'input_scale' must be at least 2^-26 (is 9.99999994e-09)}}
  %0 = dsp.cmsis_nn.softmax_s8 %a0 {input_scale = 1.0e-8 : f32, output_scale = 0.00390625 : f32, output_zero_point = -128 : i32} : (tensor<2x8xi8>) -> tensor<2x8xi8>
  return %0 : tensor<2x8xi8>
}

// -----

func.func @pad_s8_c1_50(%a0: tensor<1x1x1x2x8xi8>) -> tensor<1x1x1x2x8xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C1] 'input' must have at most 4 dimensions (is 5)}}
  %0 = dsp.cmsis_nn.pad_s8 %a0 {pad_value = 0 : i32, pad_width = array<i64: 0, 0, 0, 0, 0, 0, 0, 0, 0, 0>} : (tensor<1x1x1x2x8xi8>) -> tensor<1x1x1x2x8xi8>
  return %0 : tensor<1x1x1x2x8xi8>
}

// -----

func.func @pad_s8_c2_51(%a0: tensor<2x8xi8>) -> tensor<3x8xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C2] 'pad_width' must have two elements for each dimension (is [0, 1])}}
  %0 = dsp.cmsis_nn.pad_s8 %a0 {pad_value = 0 : i32, pad_width = array<i64: 0, 1>} : (tensor<2x8xi8>) -> tensor<3x8xi8>
  return %0 : tensor<3x8xi8>
}

// -----

func.func @pad_s8_c3_52(%a0: tensor<2x8xi8>) -> tensor<1x8xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C3] 'pad_width' must not be negative (is [0, -1, 0, 0])}}
  %0 = dsp.cmsis_nn.pad_s8 %a0 {pad_value = 0 : i32, pad_width = array<i64: 0, -1, 0, 0>} : (tensor<2x8xi8>) -> tensor<1x8xi8>
  return %0 : tensor<1x8xi8>
}

// -----

func.func @pad_s8_c4_53(%a0: tensor<2x8xi8>) -> tensor<3x8xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C4] 'pad_value' must be in -128 … 127 (is 200)}}
  %0 = dsp.cmsis_nn.pad_s8 %a0 {pad_value = 200 : i32, pad_width = array<i64: 0, 1, 0, 0>} : (tensor<2x8xi8>) -> tensor<3x8xi8>
  return %0 : tensor<3x8xi8>
}

// -----

func.func @transpose_s8_c1_54(%a0: tensor<1x1x1x2x8xi8>) -> tensor<1x1x1x2x8xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C1] 'input' must have 2 to 4 dimensions (is 5)}}
  %0 = dsp.cmsis_nn.transpose_s8 %a0 {axes = array<i64: 1, 0, 2, 3, 4>} : (tensor<1x1x1x2x8xi8>) -> tensor<1x1x1x2x8xi8>
  return %0 : tensor<1x1x1x2x8xi8>
}

// -----

func.func @transpose_s8_c2_55(%a0: tensor<2x8xi8>) -> tensor<2x8xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C2] 'axes' must move an axis, and be all axes of 'input' (is [0, 1])}}
  %0 = dsp.cmsis_nn.transpose_s8 %a0 {axes = array<i64: 0, 1>} : (tensor<2x8xi8>) -> tensor<2x8xi8>
  return %0 : tensor<2x8xi8>
}

// -----

func.func @transpose_s8_c3_56(%a0: tensor<2x9363xi8>) -> tensor<9363x2xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C3] no dimension may be larger than 65535, and the last not than 9362 (is [2, 9363])}}
  %0 = dsp.cmsis_nn.transpose_s8 %a0 {axes = array<i64: 1, 0>} : (tensor<2x9363xi8>) -> tensor<9363x2xi8>
  return %0 : tensor<9363x2xi8>
}

// -----

func.func @convolve_wrapper_s8_c6_uneven(%a0: tensor<1x1x6x4xi8>, %a1: tensor<4x1x3x4xi8>, %a2: tensor<4xi32>) -> tensor<1x1x2x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C6] with Helium, 'padding' of an image of one row must be the same at both ends, but for one column, and leave out one column of the last windows (is [0, 0, 0, 0] and 'any')}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 0, 0, 0, 0>, strides = array<i64: 2, 2>, target = "any"} : (tensor<1x1x6x4xi8>, tensor<4x1x3x4xi8>, tensor<4xi32>) -> tensor<1x1x2x4xi8>
  return %0 : tensor<1x1x2x4xi8>
}

// -----

func.func @depthwise_conv_wrapper_s8_c9(%a0: tensor<1x4x4x1xi8>, %a1: tensor<1x1x1x5xi8>, %a2: tensor<5xi32>) -> tensor<1x5x5x5xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C9] with Helium, one input channel must be what a convolution can be of (is [0, 0, 1, 1] and 'mve')}}
  %0 = dsp.cmsis_nn.depthwise_conv_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 0, 0, 1, 1>, strides = array<i64: 1, 1>, target = "mve"} : (tensor<1x4x4x1xi8>, tensor<1x1x1x5xi8>, tensor<5xi32>) -> tensor<1x5x5x5xi8>
  return %0 : tensor<1x5x5x5xi8>
}

// -----

func.func @transpose_conv_wrapper_s8_c9(%a0: tensor<1x4x3x20xi8>, %a1: tensor<2x1x2x20xi8>, %a2: tensor<2xi32>) -> tensor<1x4x2x2xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[C9] of more than 16 input channels at strides of at most 2, padding must be less than the filter's size (is [0, 2, 0, 0] and 1 and 2)}}
  %0 = dsp.cmsis_nn.transpose_conv_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 0, 2, 0, 0>, strides = array<i64: 1, 1>, target = "any"} : (tensor<1x4x3x20xi8>, tensor<2x1x2x20xi8>, tensor<2xi32>) -> tensor<1x4x2x2xi8>
  return %0 : tensor<1x4x2x2xi8>
}

// -----

func.func @convolve_wrapper_s8_option(%a0: tensor<1x6x6x2xi8>, %a1: tensor<4x3x3x2xi8>, %a2: tensor<4xi32>) -> tensor<1x6x6x4xi8> {
  // expected-error@+2 {{breaks its kernel's constraints}}
  // expected-note@+1 {{[target] 'target' must be a value of option 'cmsis_nn:target' (is "dps")}}
  %0 = dsp.cmsis_nn.convolve_wrapper_s8 %a0, %a1, %a2 {act_max = 1.0e+03 : f64, act_min = -1.0e+03 : f64, dilation = array<i64: 1, 1>, filter_scale = array<f32: 0.5>, filter_zero_point = 0 : i32, groups = 1 : i64, input_scale = 0.5 : f32, input_zero_point = 3 : i32, output_scale = 4.0 : f32, output_zero_point = -4 : i32, padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>, target = "dps"} : (tensor<1x6x6x2xi8>, tensor<4x3x3x2xi8>, tensor<4xi32>) -> tensor<1x6x6x4xi8>
  return %0 : tensor<1x6x6x4xi8>
}
