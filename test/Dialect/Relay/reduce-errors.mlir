// RUN: dsp-opt %s -verify-diagnostics -split-input-file

func.func @axis(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'relay.sum' op 'axis' is 3, expected -3 to 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.sum %x {axis = [1, 3]} : (tensor<2x3x4xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @result(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{inferred type(s) 'tensor<3xf32>' are incompatible with return type(s) of operation 'tensor<2x4xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.mean %x {axis = [1], exclude = true} : (tensor<2x3x4xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @arg_scalar(%x: tensor<f32>) {
  // expected-error @+2 {{'data' is a scalar, expected at least one axis}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.argmax %x : (tensor<f32>) -> tensor<i32>
  return
}

// -----

func.func @arg_result(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{inferred type(s) 'tensor<2x4xi32>' are incompatible}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.argmax %x {axis = [1]} : (tensor<2x3x4xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @variance(%x: tensor<2x3x4xf32>, %m: tensor<f32>) {
  // expected-error @+2 {{'mean' has shape (), expected rank 3, as of 'data'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.variance %x, %m : (tensor<2x3x4xf32>, tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @scan(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'axis' is 3, expected -3 to 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.cumsum %x {axis = 3} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @argsort(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{needs 'dtype', the element type of its result}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.argsort %x : (tensor<2x3x4xf32>) -> tensor<2x3x4xi32>
  return
}

// -----

func.func @topk_type(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'ret_type' is 'all', expected 'both', 'values' or 'indices'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.topk %x {k = 2, ret_type = "all"} : (tensor<2x3x4xf32>) -> tensor<2x3x2xf32>
  return
}

// -----

func.func @topk_results(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{inferred type(s) 'tensor<2x3x2xf32>', 'tensor<2x3x2xi32>' are incompatible with return type(s) of operation 'tensor<2x3x2xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.topk %x {k = 2, dtype = "int32"} : (tensor<2x3x4xf32>) -> tensor<2x3x2xf32>
  return
}
