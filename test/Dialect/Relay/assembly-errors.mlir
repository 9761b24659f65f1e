// RUN: dsp-opt %s -verify-diagnostics -split-input-file

func.func @list_of_other_things(%x: tensor<2x3xf32>) {
  // expected-error @+1 {{attribute 'newshape' is ["a"], expected a list of integers}}
  %0 = relay.reshape %x {newshape = ["a"]} : (tensor<2x3xf32>) -> tensor<6xf32>
  return
}

// -----

func.func @list_of_floats(%x: tensor<1x2x3x4xf32>) {
  // expected-error @+1 {{attribute 'roi' is [0, 0, 1, 1], expected a list of floats}}
  %0 = relay.image.resize2d %x {size = [1, 1], roi = [0, 0, 1, 1]} : (tensor<1x2x3x4xf32>) -> tensor<1x2x1x1xf32>
  return
}

// -----

func.func @list_for_a_number(%x: tensor<2x3xf32>) {
  // expected-error @+1 {{attribute 'axis' is [1], expected an integer}}
  %0 = relay.nn.softmax %x {axis = [1]} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @operand_count(%x: tensor<2x3xf32>) {
  // expected-error @+1 {{number of operands and types do not match: got 1 operands and 2 types}}
  %0 = relay.add %x : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @no_type(%x: tensor<2x3xf32>) {
  // expected-error @+1 {{expected ':'}}
  %0 = relay.nn.relu %x
  return
}
