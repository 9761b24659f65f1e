// Data movement, of any element type.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --split-input-file | FileCheck %s

// CHECK-LABEL: @concatenate
//       CHECK: dsp.portable.concatenate
func.func @concatenate(%x: tensor<2x3xi8>, %y: tensor<2x5xi8>) -> tensor<2x8xi8> {
  %0 = relay.concatenate %x, %y {axis = 1} : (tensor<2x3xi8>, tensor<2x5xi8>) -> tensor<2x8xi8>
  return %0 : tensor<2x8xi8>
}

// -----

// CHECK-LABEL: @stack
//       CHECK: dsp.portable.stack
func.func @stack(%x: tensor<2x3xf32>, %y: tensor<2x3xf32>) -> tensor<2x3x2xf32> {
  %0 = relay.stack %x, %y {axis = -1} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3x2xf32>
  return %0 : tensor<2x3x2xf32>
}

// -----

// CHECK-LABEL: @split
//       CHECK: dsp.portable.split
func.func @split(%x: tensor<2x8xf32>) -> (tensor<2x2xf32>, tensor<2x3xf32>, tensor<2x3xf32>) {
  %0:3 = relay.split %x {indices_or_sections = [2, 5], axis = 1} : (tensor<2x8xf32>) -> (tensor<2x2xf32>, tensor<2x3xf32>, tensor<2x3xf32>)
  return %0#0, %0#1, %0#2 : tensor<2x2xf32>, tensor<2x3xf32>, tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @transpose
//       CHECK: dsp.portable.transpose %{{.*}} {axes = array<i64: 0, 2, 1>}
func.func @transpose(%x: tensor<2x3x4xui8>) -> tensor<2x4x3xui8> {
  %0 = relay.transpose %x {axes = [0, 2, 1]} : (tensor<2x3x4xui8>) -> tensor<2x4x3xui8>
  return %0 : tensor<2x4x3xui8>
}

// -----

// CHECK-LABEL: @transpose_reversed
//       CHECK: dsp.portable.transpose %{{[a-z0-9]+}} :
func.func @transpose_reversed(%x: tensor<2x3x4xf32>) -> tensor<4x3x2xf32> {
  %0 = relay.transpose %x : (tensor<2x3x4xf32>) -> tensor<4x3x2xf32>
  return %0 : tensor<4x3x2xf32>
}

// -----

// CHECK-LABEL: @reverse
//       CHECK: dsp.portable.reverse
func.func @reverse(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.reverse %x {axis = 1} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @depth_to_space_DCR
//       CHECK: dsp.portable.depth_to_space %{{.*}} {block_size = 2 : i64, order = 0 : i64}
func.func @depth_to_space_DCR(%x: tensor<1x2x3x8xf32>) -> tensor<1x4x6x2xf32> {
  %0 = relay.nn.depth_to_space %x {block_size = 2, layout = "NHWC", mode = "DCR"} : (tensor<1x2x3x8xf32>) -> tensor<1x4x6x2xf32>
  return %0 : tensor<1x4x6x2xf32>
}

// -----

// CHECK-LABEL: @depth_to_space_CRD
//       CHECK: dsp.portable.depth_to_space %{{.*}} {block_size = 2 : i64, order = 1 : i64}
func.func @depth_to_space_CRD(%x: tensor<1x2x3x8xf32>) -> tensor<1x4x6x2xf32> {
  %0 = relay.nn.depth_to_space %x {block_size = 2, layout = "NHWC", mode = "CRD"} : (tensor<1x2x3x8xf32>) -> tensor<1x4x6x2xf32>
  return %0 : tensor<1x4x6x2xf32>
}

// -----

// CHECK-LABEL: @space_to_depth
//       CHECK: dsp.portable.space_to_depth
func.func @space_to_depth(%x: tensor<1x4x6x2xf32>) -> tensor<1x2x3x8xf32> {
  %0 = relay.nn.space_to_depth %x {block_size = 2, layout = "NHWC"} : (tensor<1x4x6x2xf32>) -> tensor<1x2x3x8xf32>
  return %0 : tensor<1x2x3x8xf32>
}

// -----

// CHECK-LABEL: @strided_slice
//       CHECK: dsp.portable.strided_slice
func.func @strided_slice(%x: tensor<4x6xf32>) -> tensor<4x3xf32> {
  %0 = relay.strided_slice %x {begin = [-1], end = [0], strides = [-2], axes = [1]} : (tensor<4x6xf32>) -> tensor<4x3xf32>
  return %0 : tensor<4x3xf32>
}

// -----

// CHECK-LABEL: @take_fast_i32
//       CHECK: dsp.portable.take_i32 %{{.*}} {axis = 1 : i64, mode = 0 : i64}
func.func @take_fast_i32(%x: tensor<2x6x3xf32>, %i: tensor<2x2xi32>) -> tensor<2x2x2x3xf32> {
  %0 = relay.take %x, %i {axis = 1, mode = "fast"} : (tensor<2x6x3xf32>, tensor<2x2xi32>) -> tensor<2x2x2x3xf32>
  return %0 : tensor<2x2x2x3xf32>
}

// -----

// CHECK-LABEL: @take_clip_i32
//       CHECK: dsp.portable.take_i32 %{{.*}} {axis = 1 : i64, mode = 1 : i64}
func.func @take_clip_i32(%x: tensor<2x6x3xf32>, %i: tensor<2x2xi32>) -> tensor<2x2x2x3xf32> {
  %0 = relay.take %x, %i {axis = 1, mode = "clip"} : (tensor<2x6x3xf32>, tensor<2x2xi32>) -> tensor<2x2x2x3xf32>
  return %0 : tensor<2x2x2x3xf32>
}

// -----

// CHECK-LABEL: @take_wrap_i32
//       CHECK: dsp.portable.take_i32 %{{.*}} {axis = 1 : i64, mode = 2 : i64}
func.func @take_wrap_i32(%x: tensor<2x6x3xf32>, %i: tensor<2x2xi32>) -> tensor<2x2x2x3xf32> {
  %0 = relay.take %x, %i {axis = 1, mode = "wrap"} : (tensor<2x6x3xf32>, tensor<2x2xi32>) -> tensor<2x2x2x3xf32>
  return %0 : tensor<2x2x2x3xf32>
}

// -----

// CHECK-LABEL: @gather_i32
//       CHECK: dsp.portable.gather_i32
func.func @gather_i32(%x: tensor<2x6xf32>, %i: tensor<2x4xi32>) -> tensor<2x4xf32> {
  %0 = relay.gather %x, %i {axis = 1} : (tensor<2x6xf32>, tensor<2x4xi32>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// -----

// CHECK-LABEL: @gather_nd_i32
//       CHECK: dsp.portable.gather_nd_i32
func.func @gather_nd_i32(%x: tensor<2x6x3xf32>, %i: tensor<1x2x4xi32>) -> tensor<2x4x3xf32> {
  %0 = relay.gather_nd %x, %i {batch_dims = 1} : (tensor<2x6x3xf32>, tensor<1x2x4xi32>) -> tensor<2x4x3xf32>
  return %0 : tensor<2x4x3xf32>
}

// -----

// CHECK-LABEL: @one_hot_i32
//       CHECK: dsp.portable.one_hot_i32
func.func @one_hot_i32(%i: tensor<3xi32>, %a: tensor<f32>, %b: tensor<f32>) -> tensor<3x5xf32> {
  %0 = relay.one_hot %i, %a, %b {depth = 5, axis = -1, dtype = "float32"} : (tensor<3xi32>, tensor<f32>, tensor<f32>) -> tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}

// -----

// CHECK-LABEL: @take_fast_i64
//       CHECK: dsp.portable.take_i64 %{{.*}} {axis = 1 : i64, mode = 0 : i64}
func.func @take_fast_i64(%x: tensor<2x6x3xf32>, %i: tensor<2x2xi64>) -> tensor<2x2x2x3xf32> {
  %0 = relay.take %x, %i {axis = 1, mode = "fast"} : (tensor<2x6x3xf32>, tensor<2x2xi64>) -> tensor<2x2x2x3xf32>
  return %0 : tensor<2x2x2x3xf32>
}

// -----

// CHECK-LABEL: @take_clip_i64
//       CHECK: dsp.portable.take_i64 %{{.*}} {axis = 1 : i64, mode = 1 : i64}
func.func @take_clip_i64(%x: tensor<2x6x3xf32>, %i: tensor<2x2xi64>) -> tensor<2x2x2x3xf32> {
  %0 = relay.take %x, %i {axis = 1, mode = "clip"} : (tensor<2x6x3xf32>, tensor<2x2xi64>) -> tensor<2x2x2x3xf32>
  return %0 : tensor<2x2x2x3xf32>
}

// -----

// CHECK-LABEL: @take_wrap_i64
//       CHECK: dsp.portable.take_i64 %{{.*}} {axis = 1 : i64, mode = 2 : i64}
func.func @take_wrap_i64(%x: tensor<2x6x3xf32>, %i: tensor<2x2xi64>) -> tensor<2x2x2x3xf32> {
  %0 = relay.take %x, %i {axis = 1, mode = "wrap"} : (tensor<2x6x3xf32>, tensor<2x2xi64>) -> tensor<2x2x2x3xf32>
  return %0 : tensor<2x2x2x3xf32>
}

// -----

// CHECK-LABEL: @gather_i64
//       CHECK: dsp.portable.gather_i64
func.func @gather_i64(%x: tensor<2x6xf32>, %i: tensor<2x4xi64>) -> tensor<2x4xf32> {
  %0 = relay.gather %x, %i {axis = 1} : (tensor<2x6xf32>, tensor<2x4xi64>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// -----

// CHECK-LABEL: @gather_nd_i64
//       CHECK: dsp.portable.gather_nd_i64
func.func @gather_nd_i64(%x: tensor<2x6x3xf32>, %i: tensor<1x2x4xi64>) -> tensor<2x4x3xf32> {
  %0 = relay.gather_nd %x, %i {batch_dims = 1} : (tensor<2x6x3xf32>, tensor<1x2x4xi64>) -> tensor<2x4x3xf32>
  return %0 : tensor<2x4x3xf32>
}

// -----

// CHECK-LABEL: @one_hot_i64
//       CHECK: dsp.portable.one_hot_i64
func.func @one_hot_i64(%i: tensor<3xi64>, %a: tensor<f32>, %b: tensor<f32>) -> tensor<3x5xf32> {
  %0 = relay.one_hot %i, %a, %b {depth = 5, axis = -1, dtype = "float32"} : (tensor<3xi64>, tensor<f32>, tensor<f32>) -> tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}

// -----

// CHECK-LABEL: @broadcast_to
//       CHECK: dsp.portable.broadcast_to
func.func @broadcast_to(%x: tensor<3xf32>) -> tensor<2x3xf32> {
  %0 = relay.broadcast_to %x {shape = [2, 3]} : (tensor<3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @tile
//       CHECK: dsp.portable.tile
func.func @tile(%x: tensor<3xf32>) -> tensor<2x6xf32> {
  %0 = relay.tile %x {reps = [2, 2]} : (tensor<3xf32>) -> tensor<2x6xf32>
  return %0 : tensor<2x6xf32>
}

// -----

// CHECK-LABEL: @repeat
//       CHECK: dsp.portable.repeat
func.func @repeat(%x: tensor<2x3xf32>) -> tensor<2x6xf32> {
  %0 = relay.repeat %x {repeats = 2, axis = 1} : (tensor<2x3xf32>) -> tensor<2x6xf32>
  return %0 : tensor<2x6xf32>
}

// -----

// CHECK-LABEL: @pad
//       CHECK: dsp.portable.pad_constant
func.func @pad(%x: tensor<2x3xf32>, %v: tensor<f32>) -> tensor<3x5xf32> {
  %0 = relay.nn.pad %x, %v {pad_width = [[0, 1], [2, 0]]} : (tensor<2x3xf32>, tensor<f32>) -> tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}

// -----

// The value is not read then; that it is no constant does not matter.
// CHECK-LABEL: @pad_edge
//       CHECK: dsp.portable.pad_edge %{{[^,]*}} {pad_width = array<i64: 0, 1, 2, 0>}
func.func @pad_edge(%x: tensor<2x3xf32>, %v: tensor<f32>) -> tensor<3x5xf32> {
  %0 = relay.nn.pad %x, %v {pad_width = [[0, 1], [2, 0]], pad_mode = "edge"} : (tensor<2x3xf32>, tensor<f32>) -> tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}

// -----

// CHECK-LABEL: @pad_mode_reflect
//       CHECK: dsp.portable.pad_reflect %{{[^,]*}} {pad_width = array<i64: 0, 1, 2, 0>}
func.func @pad_mode_reflect(%x: tensor<2x3xf32>, %v: tensor<f32>) -> tensor<3x5xf32> {
  %0 = relay.nn.pad %x, %v {pad_width = [[0, 1], [2, 0]], pad_mode = "reflect"} : (tensor<2x3xf32>, tensor<f32>) -> tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}

// -----

// CHECK-LABEL: @pad_reflect
//       CHECK: dsp.portable.pad_reflect
func.func @pad_reflect(%x: tensor<2x3xf32>) -> tensor<3x5xf32> {
  %0 = relay.nn.mirror_pad %x {mode = "REFLECT", pad_width = [[0, 1], [2, 0]]} : (tensor<2x3xf32>) -> tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}

// -----

// CHECK-LABEL: @pad_symmetric
//       CHECK: dsp.portable.pad_symmetric
func.func @pad_symmetric(%x: tensor<2x3xf32>) -> tensor<3x5xf32> {
  %0 = relay.nn.mirror_pad %x {mode = "SYMMETRIC", pad_width = [[0, 1], [2, 0]]} : (tensor<2x3xf32>) -> tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}

// -----

// There are only two elements beside the border.
// CHECK-LABEL: @reflects_too_far
//       CHECK: relay.nn.mirror_pad
func.func @reflects_too_far(%x: tensor<2x3xf32>) -> tensor<2x6xf32> {
  %0 = relay.nn.mirror_pad %x {mode = "REFLECT", pad_width = [[0, 0], [3, 0]]} : (tensor<2x3xf32>) -> tensor<2x6xf32>
  return %0 : tensor<2x6xf32>
}
