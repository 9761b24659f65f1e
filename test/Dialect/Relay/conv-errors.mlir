// RUN: dsp-opt %s -verify-diagnostics -split-input-file

func.func @strides_size(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{'relay.nn.conv2d' op 'strides' has 1 entry, expected 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w {strides = [1]} : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @strides_zero(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{'relay.nn.conv2d' op 'strides' holds 0, expected at least 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w {strides = [1, 0]} : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @dilation(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{'dilation' has 3 entries, expected 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w {dilation = [1, 1, 1]} : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @padding(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{'padding' has 3 entries, expected 1, 2 or 4}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w {padding = [1, 1, 1]} : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @groups(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{'groups' is 0, expected at least 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w {groups = 0} : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @data_layout(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{'data_layout' is 'NCW', expected the letters of 'NCHW' in some order}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w {data_layout = "NCW"} : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @kernel_layout(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{'kernel_layout' is 'OIHWW', expected the letters of 'OIHW' in some order}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w {kernel_layout = "OIHWW"} : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @data_rank(%x: tensor<4x8x8xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{'data' has shape (4, 8, 8), expected rank 4 for layout 'NCHW'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w : (tensor<4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<6x6x6xf32>
  return
}

// -----

func.func @weight_rank(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3xf32>) {
  // expected-error @+2 {{'weight' has shape (6, 4, 3), expected rank 4 for layout 'OIHW'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w : (tensor<1x4x8x8xf32>, tensor<6x4x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @weight_shape(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{'weight' has shape (6, 4, 3, 3) in 'OIHW', expected (6, 2, 3, 3) for 6 channels from 4 in 2 groups}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w {channels = 6, kernel_size = [3, 3], groups = 2} : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @weight_window(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{'kernel_size' is (3, 5), but 'weight' has a window of (3, 3)}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w {kernel_size = [3, 5]} : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @empty_window(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3x0xf32>) {
  // expected-error @+2 {{'weight' has shape (6, 4, 3, 0) in 'OIHW', expected a kernel of at least 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w : (tensor<1x4x8x8xf32>, tensor<6x4x3x0xf32>) -> tensor<1x6x6x9xf32>
  return
}

// -----

func.func @weight_channels(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{'channels' is 8 in 1 group, but 'weight' gives 6}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w {channels = 8} : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @input_channels(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{'data' has 4 channels in 2 groups, but 'weight' takes 4}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w {groups = 2} : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @window_too_large(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{the kernel spans 11 on spatial axis 1, more than the padded data's 8}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w {dilation = [1, 5]} : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @out_dtype(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{'out_dtype' is 'float33', expected bool, float16, float32}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w {out_dtype = "float33"} : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @result(%x: tensor<1x4x8x8xf32>, %w: tensor<6x4x3x3xf32>) {
  // expected-error @+2 {{inferred type(s) 'tensor<1x6x6x6xf32>' are incompatible with return type(s) of operation 'tensor<1x6x8x8xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d %x, %w : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x8x8xf32>
  return
}

// -----

func.func @transposed_padding(%x: tensor<1x4x2x2xf32>, %w: tensor<4x6x1x1xf32>) {
  // expected-error @+2 {{'padding' cuts 4 off spatial axis 0, which has only 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d_transpose %x, %w {padding = [2, 2]} : (tensor<1x4x2x2xf32>, tensor<4x6x1x1xf32>) -> tensor<1x6x0x0xf32>
  return
}

// -----

func.func @transposed_output_padding(%x: tensor<1x4x2x2xf32>, %w: tensor<4x6x1x1xf32>) {
  // expected-error @+2 {{'output_padding' has 1 entry, expected 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.conv2d_transpose %x, %w {output_padding = [1]} : (tensor<1x4x2x2xf32>, tensor<4x6x1x1xf32>) -> tensor<1x6x3x3xf32>
  return
}

// -----

func.func @dense_summed(%x: tensor<2x8xf32>, %w: tensor<10x7xf32>) {
  // expected-error @+2 {{'data' of shape (2, 8) and 'weight' of (10, 7) have to agree where they are summed over: 8 and 7}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.dense %x, %w : (tensor<2x8xf32>, tensor<10x7xf32>) -> tensor<2x10xf32>
  return
}

// -----

func.func @dense_units(%x: tensor<2x8xf32>, %w: tensor<10x8xf32>) {
  // expected-error @+2 {{'units' is 9, but 'weight' of shape (10, 8) gives 10}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.dense %x, %w {units = 9} : (tensor<2x8xf32>, tensor<10x8xf32>) -> tensor<2x9xf32>
  return
}

// -----

func.func @dense_weight_rank(%x: tensor<2x8xf32>, %w: tensor<1x10x8xf32>) {
  // expected-error @+2 {{'weight' has shape (1, 10, 8), expected rank 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.dense %x, %w : (tensor<2x8xf32>, tensor<1x10x8xf32>) -> tensor<2x10xf32>
  return
}

// -----

func.func @matmul_rank(%x: tensor<8xf32>, %w: tensor<8x2xf32>) {
  // expected-error @+2 {{'tensor_a' has shape (8), expected rank 2 or more}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.matmul %x, %w {transpose_a = true} : (tensor<8xf32>, tensor<8x2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @batch(%x: tensor<2x3x4xf32>, %w: tensor<3x4x5xf32>) {
  // expected-error @+2 {{has batches of 2 and 3, expected equal ones or one of 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.batch_matmul %x, %w : (tensor<2x3x4xf32>, tensor<3x4x5xf32>) -> tensor<3x3x5xf32>
  return
}

// -----

func.func @batch_summed(%x: tensor<2x3x4xf32>, %w: tensor<2x5x6xf32>) {
  // expected-error @+2 {{sums over 4 in 'tensor_a', but over 5 in 'tensor_b'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.batch_matmul %x, %w : (tensor<2x3x4xf32>, tensor<2x5x6xf32>) -> tensor<2x3x6xf32>
  return
}

// -----

func.func @batch_rank(%x: tensor<3x4xf32>, %w: tensor<2x4x6xf32>) {
  // expected-error @+2 {{has operands of shapes (3, 4) and (2, 4, 6), expected rank 3}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.batch_matmul %x, %w : (tensor<3x4xf32>, tensor<2x4x6xf32>) -> tensor<2x3x6xf32>
  return
}
