// RUN: dsp-opt %s -verify-diagnostics -split-input-file

func.func @wrong_shape(%x: tensor<2x3xf32>) {
  // expected-error @+1 {{'relay.exp' op all non-scalar operands/results must have the same shape and base type}}
  %0 = relay.exp %x : (tensor<2x3xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @wrong_result(%x: tensor<2x3xf32>) {
  // expected-error @+2 {{'relay.add' op inferred type(s) 'tensor<2x3xf32>' are incompatible with return type(s) of operation 'tensor<2x4xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.add %x, %x : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x4xf32>
  return
}

// -----

// Unknown extents agree with all others, element types do not.
func.func @wrong_element_type(%x: tensor<2x?xf32>) {
  // expected-error @+2 {{'relay.isinf' op inferred type(s) 'tensor<2x?xi1>' are incompatible with return type(s) of operation 'tensor<2x3xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.isinf %x : (tensor<2x?xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @broadcast(%a: tensor<2x3xf32>, %b: tensor<4x3xf32>) {
  // expected-error @+2 {{'relay.add' op can't broadcast (2, 3) and (4, 3) to one shape: 2 and 4 differ and neither is 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.add %a, %b : (tensor<2x3xf32>, tensor<4x3xf32>) -> tensor<4x3xf32>
  return
}

// -----

func.func @element_types(%a: tensor<3xf32>, %b: tensor<3xf16>) {
  // expected-error @+2 {{'relay.equal' op 'rhs' has elements of type 'f16', but 'lhs' of 'f32'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.equal %a, %b : (tensor<3xf32>, tensor<3xf16>) -> tensor<3xi1>
  return
}

// -----

func.func @where(%c: tensor<3xi1>, %x: tensor<3xf32>, %y: tensor<3xi32>) {
  // expected-error @+2 {{'relay.where' op 'y' has elements of type 'i32', but 'x' of 'f32'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.where %c, %x, %y : (tensor<3xi1>, tensor<3xf32>, tensor<3xi32>) -> tensor<3xf32>
  return
}

// -----

func.func @no_such_element_type(%x: tensor<3xi4>) {
  // expected-error @+1 {{operand #0 must be ranked tensor of}}
  %0 = relay.exp %x : (tensor<3xi4>) -> tensor<3xi4>
  return
}

// -----

func.func @no_attribute(%x: tensor<3xf32>) {
  // expected-error @+1 {{'relay.clip' op requires attribute 'a_max'}}
  %0 = relay.clip %x {a_min = 0.0} : (tensor<3xf32>) -> tensor<3xf32>
  return
}
