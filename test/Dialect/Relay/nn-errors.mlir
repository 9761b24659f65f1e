// RUN: dsp-opt %s -verify-diagnostics -split-input-file

func.func @bias_axis(%x: tensor<2x4x6xf32>, %v: tensor<4xf32>, %u: tensor<6xf32>, %h: tensor<4xf16>) {
  // expected-error @+2 {{'relay.nn.bias_add' op 'axis' is 3, expected -3 to 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.bias_add %x, %v {axis = 3} : (tensor<2x4x6xf32>, tensor<4xf32>) -> tensor<2x4x6xf32>
  return
}

// -----

func.func @bias_shape(%x: tensor<2x4x6xf32>, %v: tensor<4xf32>, %u: tensor<6xf32>, %h: tensor<4xf16>) {
  // expected-error @+2 {{'bias' has shape (6), expected (4), as axis 1 of 'data'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.bias_add %x, %u : (tensor<2x4x6xf32>, tensor<6xf32>) -> tensor<2x4x6xf32>
  return
}

// -----

func.func @bias_type(%x: tensor<2x4x6xf32>, %v: tensor<4xf32>, %u: tensor<6xf32>, %h: tensor<4xf16>) {
  // expected-error @+2 {{'bias' has elements of type 'f16', but 'data' of 'f32'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.bias_add %x, %h : (tensor<2x4x6xf32>, tensor<4xf16>) -> tensor<2x4x6xf32>
  return
}

// -----

func.func @prelu(%x: tensor<2x4x6xf32>, %v: tensor<4xf32>, %u: tensor<6xf32>, %h: tensor<4xf16>) {
  // expected-error @+2 {{'alpha' has shape (6), expected (4), as axis 1 of 'data'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.prelu %x, %u : (tensor<2x4x6xf32>, tensor<6xf32>) -> tensor<2x4x6xf32>
  return
}

// -----

func.func @batch_norm(%x: tensor<2x4x6xf32>, %v: tensor<4xf32>, %u: tensor<6xf32>, %h: tensor<4xf16>) {
  // expected-error @+2 {{'moving_mean' has shape (6), expected (4), as axis 1 of 'data'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0:3 = relay.nn.batch_norm %x, %v, %v, %u, %v : (tensor<2x4x6xf32>, tensor<4xf32>, tensor<4xf32>, tensor<6xf32>, tensor<4xf32>) -> (tensor<2x4x6xf32>, tensor<4xf32>, tensor<4xf32>)
  return
}

// -----

func.func @layer_norm(%x: tensor<2x4x6xf32>, %v: tensor<4xf32>, %u: tensor<6xf32>, %h: tensor<4xf16>) {
  // expected-error @+2 {{'gamma' has shape (4), expected (6), as axis 2 of 'data'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.layer_norm %x, %v, %v : (tensor<2x4x6xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<2x4x6xf32>
  return
}

// -----

func.func @instance_norm(%x: tensor<2x4xf32>, %v: tensor<4xf32>) {
  // expected-error @+2 {{'data' has shape (2, 4), expected rank 3 or more}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.instance_norm %x, %v, %v : (tensor<2x4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @softmax(%x: tensor<2x4x6xf32>, %v: tensor<4xf32>, %u: tensor<6xf32>, %h: tensor<4xf16>) {
  // expected-error @+2 {{'axis' is -4, expected -3 to 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.softmax %x {axis = -4} : (tensor<2x4x6xf32>) -> tensor<2x4x6xf32>
  return
}

// -----

func.func @flatten(%x: tensor<f32>) {
  // expected-error @+2 {{'data' is a scalar, expected at least one axis}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.batch_flatten %x : (tensor<f32>) -> tensor<1x1xf32>
  return
}

// -----

func.func @pad_pairs(%x: tensor<2x4x6xf32>, %v: tensor<4xf32>, %u: tensor<6xf32>, %h: tensor<4xf16>, %c: tensor<f32>) {
  // expected-error @+2 {{'pad_width' has 2 pairs, expected 3, one for each axis of 'data'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.pad %x, %c {pad_width = [[0, 1], [1, 1]]} : (tensor<2x4x6xf32>, tensor<f32>) -> tensor<2x4x6xf32>
  return
}

// -----

func.func @pad_cuts(%x: tensor<2x4x6xf32>, %v: tensor<4xf32>, %u: tensor<6xf32>, %h: tensor<4xf16>, %c: tensor<f32>) {
  // expected-error @+2 {{'pad_width' cuts 5 off axis 1, which has only 4}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.pad %x, %c {pad_width = [[0, 0], [-3, -2], [0, 0]]} : (tensor<2x4x6xf32>, tensor<f32>) -> tensor<2x4x6xf32>
  return
}

// -----

func.func @pad_no_pairs(%x: tensor<2x4x6xf32>, %v: tensor<4xf32>, %u: tensor<6xf32>, %h: tensor<4xf16>, %c: tensor<f32>) {
  // expected-error @+1 {{attribute 'pad_width' is [0, 0, 1, 1, 0, 0], expected a list of pairs of integers}}
  %0 = relay.nn.pad %x, %c {pad_width = [0, 0, 1, 1, 0, 0]} : (tensor<2x4x6xf32>, tensor<f32>) -> tensor<2x4x6xf32>
  return
}

// -----

func.func @mirror_pad(%x: tensor<2x4x6xf32>, %v: tensor<4xf32>, %u: tensor<6xf32>, %h: tensor<4xf16>) {
  // expected-error @+2 {{'pad_width' is [-1, 0] for axis 1, expected widths of at least 0}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.mirror_pad %x {pad_width = [[0, 0], [-1, 0], [0, 0]]} : (tensor<2x4x6xf32>) -> tensor<2x4x6xf32>
  return
}

// -----

func.func @block_size(%x: tensor<1x4x2x2xf32>) {
  // expected-error @+2 {{'block_size' is 0, expected 1 to 2147483647}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.depth_to_space %x {block_size = 0} : (tensor<1x4x2x2xf32>) -> tensor<1x4x2x2xf32>
  return
}

// -----

func.func @scale(%x: tensor<1x4x2x2xf32>) {
  // expected-error @+2 {{scales spatial axis 0 by -2.000000, expected a factor above 0}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.upsampling %x {scale_h = -2.0, scale_w = 1.0} : (tensor<1x4x2x2xf32>) -> tensor<1x4x2x2xf32>
  return
}

// -----

// Products of what attributes hold must not overflow.
func.func @large_block_size(%x: tensor<1x4x2x2xf32>) {
  // expected-error @+2 {{'block_size' is 4294967296, expected 1 to 2147483647}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.depth_to_space %x {block_size = 4294967296} : (tensor<1x4x2x2xf32>) -> tensor<1x4x2x2xf32>
  return
}

// -----

func.func @block_of_low_rank(%x: tensor<4x4xf32>) {
  // expected-error @+2 {{'block_shape' has 2 entries for data of rank 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.space_to_batch_nd %x {block_shape = [2, 2], paddings = [[0, 0], [0, 0]]} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  return
}

// -----

func.func @block_pairs(%x: tensor<4x4xf32>) {
  // expected-error @+2 {{'paddings' has 2 pairs, expected 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.space_to_batch_nd %x {block_shape = [2], paddings = [[0, 0], [0, 0]]} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  return
}

// -----

func.func @block_shape(%x: tensor<4x4xf32>) {
  // expected-error @+2 {{'block_shape' has 0, expected 1 to 2147483647}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.batch_to_space_nd %x {block_shape = [0], crops = [[0, 0]]} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  return
}

// -----

func.func @block_paddings(%x: tensor<4x4xf32>) {
  // expected-error @+2 {{'paddings' has -1, expected 0 to 2147483647}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.space_to_batch_nd %x {block_shape = [2], paddings = [[-1, 1]]} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  return
}

// -----

func.func @block_multiple(%x: tensor<4x4xf32>) {
  // expected-error @+2 {{axis 1 has 5 elements with its paddings, no multiple of its block's 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.space_to_batch_nd %x {block_shape = [2], paddings = [[0, 1]]} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  return
}

// -----

func.func @block_batch(%x: tensor<4x4xf32>) {
  // expected-error @+2 {{the batch has 4 images, no multiple of a block's 3}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.batch_to_space_nd %x {block_shape = [3], crops = [[0, 0]]} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  return
}

// -----

func.func @block_crops(%x: tensor<4x4xf32>) {
  // expected-error @+2 {{'crops' cuts 8 off axis 1, which has only 8}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.batch_to_space_nd %x {block_shape = [2], crops = [[4, 4]]} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  return
}
