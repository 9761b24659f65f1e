// RUN: dsp-opt %s -verify-diagnostics -split-input-file

func.func @cast(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'relay.cast' op 'dtype' is 'int4', expected bool, float16}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.cast %x {dtype = "int4"} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @expand_dims(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'axis' is 4, expected -4 to 3}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.expand_dims %x {axis = 4} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @expand_dims_count(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'num_newaxis' is -1, expected 0 to 1024}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.expand_dims %x {axis = 0, num_newaxis = -1} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @reshape_count(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{can't reshape (2, 3, 4) to (5, 5): they have 24 and 25 elements}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.reshape %x {newshape = [5, 5]} : (tensor<2x3x4xf32>) -> tensor<5x5xf32>
  return
}

// -----

func.func @reshape_overflow(%x: tensor<2xf32>) {
  // expected-error @+2 {{can't reshape (2) to (9223372036854775807, 4): these are too many elements}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.reshape %x {newshape = [9223372036854775807, 4]} : (tensor<2xf32>) -> tensor<9223372036854775807x4xf32>
  return
}

// -----

func.func @reshape_rest(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{can't reshape (2, 3, 4) to (5, 4): they have 24 and 20 elements}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.reshape %x {newshape = [5, -1]} : (tensor<2x3x4xf32>) -> tensor<5x4xf32>
  return
}

// -----

func.func @reshape_twice(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'newshape' is (-1, 3, -1), which has -1 twice}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.reshape %x {newshape = [-1, 3, -1]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @reshape_copy(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'newshape' has code 0 where 'data' of shape (2, 3, 4) has no axis left}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.reshape %x {newshape = [0, 0, 0, 0]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @reshape_merge(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'newshape' has code -3 where 'data' of shape (2, 3, 4) has no axis left}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.reshape %x {newshape = [0, 0, -3]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @reshape_split(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'newshape' has code -4 without the two extents that follow}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.reshape %x {newshape = [0, 0, -4, 2]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @reshape_split_rest(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'newshape' has code -4 with two extents of -1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.reshape %x {newshape = [-4, -1, -1, -2]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @reshape_split_zero(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'newshape' has code -4 with an extent of 0, expected -1 or at least 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.reshape %x {newshape = [-4, 0, -1, -2]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @reshape_code(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'newshape' has code -5, expected -1 to -4 or an extent}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.reshape %x {newshape = [-5]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @reshape_like(%x: tensor<2x3x4xf32>, %y: tensor<5x5xf32>) {
  // expected-error @+2 {{can't reshape (2, 3, 4) to (5, 5)}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.reshape_like %x, %y : (tensor<2x3x4xf32>, tensor<5x5xf32>) -> tensor<5x5xf32>
  return
}

// -----

func.func @reshape_like_end(%x: tensor<2x3x4xf32>, %y: tensor<5x5xf32>) {
  // expected-error @+2 {{'lhs_end' is 4, expected -3 to 3}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.reshape_like %x, %y {lhs_end = 4} : (tensor<2x3x4xf32>, tensor<5x5xf32>) -> tensor<5x5xf32>
  return
}

// -----

func.func @squeeze(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{can't drop axis 1 of shape (2, 3, 4), its extent is not 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.squeeze %x {axis = [1]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @squeeze_unknown(%x: tensor<1x?xf32>) {
  // expected-error @+2 {{needs 'axis', as 'data' of shape (1, ?) has unknown extents}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.squeeze %x : (tensor<1x?xf32>) -> tensor<?xf32>
  return
}

// -----

func.func @transpose_count(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'axes' has 2 entries, expected 3, one for each axis of 'data'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.transpose %x {axes = [0, 1]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @transpose_twice(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'axes' is (0, 1, -2), which has axis 1 twice}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.transpose %x {axes = [0, 1, -2]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @layouts(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{can't go from layout 'NCW' to 'NHC', expected two layouts with the same letters}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.layout_transform %x {src_layout = "NCW", dst_layout = "NHC"} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @layout_factor(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{can't go from layout 'NCW' to 'NCWc'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.layout_transform %x {src_layout = "NCW", dst_layout = "NCWc"} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @layout_rank(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'data' has shape (2, 3, 4), expected rank 4 for layout 'NCHW'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.layout_transform %x {src_layout = "NCHW", dst_layout = "NHWC"} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @broadcast(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{can't broadcast (2, 3, 4) to (2, 3, 1)}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.broadcast_to %x {shape = [2, 3, 1]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @repeat(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'repeats' is 0, expected at least 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.repeat %x {repeats = 0, axis = 0} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @tile(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'reps' holds 0, expected at least 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.tile %x {reps = [1, 0]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @concatenate_nothing(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{has no operands, expected at least one tensor}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.concatenate : () -> tensor<2x3x4xf32>
  return
}

// -----

func.func @concatenate_shape(%x: tensor<2x3x4xf32>, %y: tensor<2x3x5xf32>) {
  // expected-error @+2 {{operand #1 has shape (2, 3, 5), expected 4 on axis 2, as another operand has}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.concatenate %x, %y : (tensor<2x3x4xf32>, tensor<2x3x5xf32>) -> tensor<4x3x5xf32>
  return
}

// -----

func.func @concatenate_rank(%x: tensor<2x3x4xf32>, %i: tensor<2x5xi32>, %f: tensor<2x3xf32>) {
  // expected-error @+2 {{operand #1 has shape (2, 3), expected rank 3, as of the first}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.concatenate %x, %f : (tensor<2x3x4xf32>, tensor<2x3xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @stack(%f: tensor<2x3xf32>, %g: tensor<3x3xf32>) {
  // expected-error @+2 {{operand #1 has shape (3, 3), but the first (2, 3)}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.stack %f, %g : (tensor<2x3xf32>, tensor<3x3xf32>) -> tensor<2x2x3xf32>
  return
}

// -----

func.func @split_sections(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'indices_or_sections' is 2, which does not divide the extent 3 of axis 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.split %x {indices_or_sections = 2, axis = 1} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @split_none(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'indices_or_sections' is 0, expected 1 to 1048576 sections}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.split %x {indices_or_sections = 0} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @split_order(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'indices_or_sections' holds 1, expected ascending places above 2 and below the extent of axis 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.split %x {indices_or_sections = [2, 1], axis = 2} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @meshgrid(%x: tensor<2x3x4xf32>, %i: tensor<2x5xi32>, %f: tensor<2x3xf32>) {
  // expected-error @+2 {{operand #0 has shape (2, 3), expected a vector or scalar}}
  // expected-error @+1 {{failed to infer returned types}}
  %0:2 = relay.meshgrid %f, %f : (tensor<2x3xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>)
  return
}

// -----

func.func @slice_mode(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'slice_mode' is 'x', expected 'end' or 'size'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.strided_slice %x {begin = [0], end = [1], strides = [1], slice_mode = "x"} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @slice_stride(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'strides' holds 0 for axis 0}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.strided_slice %x {begin = [0], end = [1], strides = [0]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @slice_axes(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'begin' has 2 entries, expected 1, as 'axes' has}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.strided_slice %x {begin = [0, 0], end = [1], strides = [1], axes = [1]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @slice_rank(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{'begin' has 4 entries, but 'data' of shape (2, 3, 4) has only 3 axes}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.strided_slice %x {begin = [0, 0, 0, 0], end = [1], strides = [1]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @slice_nothing(%x: tensor<2x3x4xf32>) {
  // expected-error @+2 {{takes nothing of axis 1 of extent 3: it begins at 2 and ends at 1 with stride 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.strided_slice %x {begin = [0, 2], end = [2, 1], strides = [1]} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @slice_like(%x: tensor<2x3x4xf32>, %y: tensor<2x5xf32>) {
  // expected-error @+2 {{'shape_like' has 5 on axis 1, more than the 3 of 'data'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.slice_like %x, %y : (tensor<2x3x4xf32>, tensor<2x5xf32>) -> tensor<2x5x4xf32>
  return
}

// -----

func.func @slice_like_axes(%x: tensor<2x3x4xf32>, %y: tensor<2x3xf32>) {
  // expected-error @+2 {{'axes' holds 2, but 'shape_like' has shape (2, 3)}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.slice_like %x, %y {axes = [2]} : (tensor<2x3x4xf32>, tensor<2x3xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @take_type(%x: tensor<2x3x4xf32>, %i: tensor<2x5xi32>, %f: tensor<2x3xf32>) {
  // expected-error @+2 {{'indices' has elements of type 'f32', expected integers}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.take %x, %f : (tensor<2x3x4xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @take_batch(%x: tensor<2x3x4xf32>, %i: tensor<2x5xi32>, %f: tensor<2x3xf32>) {
  // expected-error @+2 {{'batch_dims' is 2, expected 0 to 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.take %x, %i {axis = 1, batch_dims = 2} : (tensor<2x3x4xf32>, tensor<2x5xi32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @gather_rank(%x: tensor<2x3x4xf32>, %i: tensor<2x5xi32>, %f: tensor<2x3xf32>) {
  // expected-error @+2 {{'indices' has shape (2, 5), expected rank 3, as of 'data'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.gather %x, %i {axis = 1} : (tensor<2x3x4xf32>, tensor<2x5xi32>) -> tensor<2x5xf32>
  return
}

// -----

func.func @gather_nd(%x: tensor<2x3xf32>, %i: tensor<3x5xi32>) {
  // expected-error @+2 {{'indices' of shape (3, 5) names 3 axes after 0 of the batch, but 'data' has 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.gather_nd %x, %i : (tensor<2x3xf32>, tensor<3x5xi32>) -> tensor<5xf32>
  return
}

// -----

func.func @zeros() {
  // expected-error @+2 {{needs 'dtype', the element type of its result}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.zeros {shape = [2]} : () -> tensor<2xf32>
  return
}

// -----

func.func @zeros_shape() {
  // expected-error @+2 {{'shape' holds -2, expected at least 0}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.zeros {shape = [-2], dtype = "int8"} : () -> tensor<2xi8>
  return
}

// -----

func.func @full(%x: tensor<2x3x4xf32>, %i: tensor<2x5xi32>, %f: tensor<2x3xf32>) {
  // expected-error @+2 {{'fill_value' has shape (2, 3), expected a scalar}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.full %f {shape = [2]} : (tensor<2x3xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @arange(%x: tensor<2x3x4xf32>, %i: tensor<2x5xi32>, %f: tensor<2x3xf32>, %n: tensor<i32>) {
  // expected-error @+2 {{'start' is of type 'tensor<i32>', expected a scalar of 'i64', as 'dtype' says}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.arange %n, %n, %n {dtype = "int64"} : (tensor<i32>, tensor<i32>, tensor<i32>) -> tensor<?xi64>
  return
}

// -----

func.func @one_hot(%x: tensor<2x3x4xf32>, %i: tensor<2x5xi32>, %f: tensor<2x3xf32>, %n: tensor<i32>) {
  // expected-error @+2 {{'depth' is 0, expected at least 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.one_hot %i, %n, %n {depth = 0, dtype = "int32"} : (tensor<2x5xi32>, tensor<i32>, tensor<i32>) -> tensor<2x5x1xi32>
  return
}
