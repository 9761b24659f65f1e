// RUN: dsp-opt %s | dsp-opt | FileCheck %s

// CHECK-LABEL: @element_types
func.func @element_types(%x: tensor<2x?xf32>, %i: tensor<ui8>) {
  // CHECK: relay.cast %{{.*}} {dtype = "bool"} : (tensor<2x?xf32>) -> tensor<2x?xi1>
  %0 = relay.cast %x {dtype = "bool"} : (tensor<2x?xf32>) -> tensor<2x?xi1>
  // CHECK: relay.cast %{{.*}} {dtype = "bfloat16"} : (tensor<2x?xf32>) -> tensor<2x?xbf16>
  %1 = relay.cast %x {dtype = "bfloat16"} : (tensor<2x?xf32>) -> tensor<2x?xbf16>
  // CHECK: relay.cast_like %{{.*}}, %{{.*}} : (tensor<2x?xf32>, tensor<ui8>) -> tensor<2x?xui8>
  %2 = relay.cast_like %x, %i : (tensor<2x?xf32>, tensor<ui8>) -> tensor<2x?xui8>
  // CHECK: relay.reinterpret %{{.*}} {dtype = "int32"} : (tensor<2x?xf32>) -> tensor<2x?xi32>
  %3 = relay.reinterpret %x {dtype = "int32"} : (tensor<2x?xf32>) -> tensor<2x?xi32>
  return
}

// CHECK-LABEL: @reshape
func.func @reshape(%x: tensor<2x3x4x5xf32>, %d: tensor<2x?x6xf32>, %e: tensor<0x3xf32>) {
  // CHECK: relay.reshape %{{.*}} {newshape = [6, -1]} : (tensor<2x3x4x5xf32>) -> tensor<6x20xf32>
  %0 = relay.reshape %x {newshape = [6, -1]} : (tensor<2x3x4x5xf32>) -> tensor<6x20xf32>
  // CHECK: -> tensor<2x12x5xf32>
  %1 = relay.reshape %x {newshape = [0, -3, -2]} : (tensor<2x3x4x5xf32>) -> tensor<2x12x5xf32>
  // CHECK: -> tensor<1x2x3x2x2x5xf32>
  %2 = relay.reshape %x {newshape = [-4, 1, -1, 0, -4, 2, 2, -2]} : (tensor<2x3x4x5xf32>) -> tensor<1x2x3x2x2x5xf32>
  // What 0 copies, -1 leaves out of account.
  // CHECK: -> tensor<2x60xf32>
  %3 = relay.reshape %x {newshape = [0, -1]} : (tensor<2x3x4x5xf32>) -> tensor<2x60xf32>
  // CHECK: -> tensor<2x?x2x3xf32>
  %4 = relay.reshape %d {newshape = [0, 0, -4, 2, -1]} : (tensor<2x?x6xf32>) -> tensor<2x?x2x3xf32>
  // CHECK: -> tensor<?x6xf32>
  %5 = relay.reshape %d {newshape = [-3, 0]} : (tensor<2x?x6xf32>) -> tensor<?x6xf32>
  // CHECK: relay.reshape %{{.*}} {allowzero = true, newshape = [3, 0]} : (tensor<0x3xf32>) -> tensor<3x0xf32>
  %6 = relay.reshape %e {newshape = [3, 0], allowzero = true} : (tensor<0x3xf32>) -> tensor<3x0xf32>
  // CHECK: relay.reshape %{{.*}} {newshape = []} : (tensor<1x1xf32>) -> tensor<f32>
  %one = relay.constant dense<1.0> : tensor<1x1xf32>
  %7 = relay.reshape %one {newshape = []} : (tensor<1x1xf32>) -> tensor<f32>
  return
}

// CHECK-LABEL: @shapes
func.func @shapes(%x: tensor<2x3x4xf32>, %y: tensor<7x3x2x5xf32>, %s: tensor<1x3x1xf32>, %d: tensor<?x3x1xf32>) {
  // CHECK: relay.reshape_like %{{.*}}, %{{.*}} {lhs_begin = 1, lhs_end = -1, rhs_begin = 1, rhs_end = 2} : (tensor<2x3x4xf32>, tensor<7x3x2x5xf32>) -> tensor<2x3x4xf32>
  %0 = relay.reshape_like %x, %y {lhs_begin = 1, lhs_end = -1, rhs_begin = 1, rhs_end = 2} : (tensor<2x3x4xf32>, tensor<7x3x2x5xf32>) -> tensor<2x3x4xf32>
  // CHECK: relay.expand_dims %{{.*}} {axis = -2, num_newaxis = 2} : (tensor<2x3x4xf32>) -> tensor<2x3x1x1x4xf32>
  %1 = relay.expand_dims %x {axis = -2, num_newaxis = 2} : (tensor<2x3x4xf32>) -> tensor<2x3x1x1x4xf32>
  // CHECK: relay.squeeze %{{.*}} : (tensor<1x3x1xf32>) -> tensor<3xf32>
  %2 = relay.squeeze %s : (tensor<1x3x1xf32>) -> tensor<3xf32>
  // CHECK: relay.squeeze %{{.*}} {axis = [0, -1]} : (tensor<?x3x1xf32>) -> tensor<3xf32>
  %3 = relay.squeeze %d {axis = [0, -1]} : (tensor<?x3x1xf32>) -> tensor<3xf32>
  return
}

// CHECK-LABEL: @order
func.func @order(%x: tensor<2x3x?xf32>, %n: tensor<1x8x3x5xf32>) {
  // CHECK: relay.transpose %{{.*}} : (tensor<2x3x?xf32>) -> tensor<?x3x2xf32>
  %0 = relay.transpose %x : (tensor<2x3x?xf32>) -> tensor<?x3x2xf32>
  // CHECK: relay.transpose %{{.*}} {axes = [1, -1, 0]} : (tensor<2x3x?xf32>) -> tensor<3x?x2xf32>
  %1 = relay.transpose %x {axes = [1, -1, 0]} : (tensor<2x3x?xf32>) -> tensor<3x?x2xf32>
  // CHECK: relay.layout_transform %{{.*}} {dst_layout = "NCHW4c", src_layout = "NCHW"} : (tensor<1x8x3x5xf32>) -> tensor<1x2x3x5x4xf32>
  %2 = relay.layout_transform %n {src_layout = "NCHW", dst_layout = "NCHW4c"} : (tensor<1x8x3x5xf32>) -> tensor<1x2x3x5x4xf32>
  // CHECK: -> tensor<1x3x5x8xf32>
  %3 = relay.layout_transform %2 {src_layout = "NCHW4c", dst_layout = "NHWC"} : (tensor<1x2x3x5x4xf32>) -> tensor<1x3x5x8xf32>
  // CHECK: relay.reverse %{{.*}} {axis = -1} : (tensor<2x3x?xf32>) -> tensor<2x3x?xf32>
  %4 = relay.reverse %x {axis = -1} : (tensor<2x3x?xf32>) -> tensor<2x3x?xf32>
  return
}

// CHECK-LABEL: @repetition
func.func @repetition(%x: tensor<3x1xf32>, %y: tensor<2x3x4xf32>, %d: tensor<2x?xf32>) {
  // CHECK: relay.broadcast_to %{{.*}} {shape = [2, 3, 4]} : (tensor<3x1xf32>) -> tensor<2x3x4xf32>
  %0 = relay.broadcast_to %x {shape = [2, 3, 4], dtype = ""} : (tensor<3x1xf32>) -> tensor<2x3x4xf32>
  // CHECK: relay.broadcast_to_like
  %1 = relay.broadcast_to_like %x, %y : (tensor<3x1xf32>, tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  // CHECK: relay.collapse_sum_like
  %2 = relay.collapse_sum_like %y, %x : (tensor<2x3x4xf32>, tensor<3x1xf32>) -> tensor<3x1xf32>
  // CHECK: relay.repeat %{{.*}} {axis = 0, repeats = 2} : (tensor<3x1xf32>) -> tensor<6x1xf32>
  %3 = relay.repeat %x {repeats = 2, axis = 0} : (tensor<3x1xf32>) -> tensor<6x1xf32>
  // CHECK: relay.tile %{{.*}} {reps = [2, 1, 3]} : (tensor<2x?xf32>) -> tensor<2x2x?xf32>
  %4 = relay.tile %d {reps = [2, 1, 3]} : (tensor<2x?xf32>) -> tensor<2x2x?xf32>
  // CHECK: relay.tile %{{.*}} {reps = [3]} : (tensor<2x3x4xf32>) -> tensor<2x3x12xf32>
  %5 = relay.tile %y {reps = [3]} : (tensor<2x3x4xf32>) -> tensor<2x3x12xf32>
  return
}

// CHECK-LABEL: @together_and_apart
func.func @together_and_apart(%x: tensor<2x3xf32>, %y: tensor<2x5xf32>, %d: tensor<?x?xf32>, %v: tensor<4xf32>, %s: tensor<f32>) {
  // CHECK: relay.concatenate %{{.*}}, %{{.*}} {axis = 1} : (tensor<2x3xf32>, tensor<2x5xf32>) -> tensor<2x8xf32>
  %0 = relay.concatenate %x, %y {axis = 1} : (tensor<2x3xf32>, tensor<2x5xf32>) -> tensor<2x8xf32>
  // CHECK: relay.concatenate %{{.*}}, %{{.*}} {axis = -1} : (tensor<2x3xf32>, tensor<?x?xf32>) -> tensor<2x?xf32>
  %1 = relay.concatenate %x, %d {axis = -1} : (tensor<2x3xf32>, tensor<?x?xf32>) -> tensor<2x?xf32>
  // CHECK: relay.stack %{{.*}}, %{{.*}}, %{{.*}} {axis = -1} : (tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3x3xf32>
  %2 = relay.stack %x, %x, %x {axis = -1} : (tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3x3xf32>
  // A number of parts and a list of places are not the same.
  // CHECK: %{{.*}}:2 = relay.split %{{.*}} {indices_or_sections = 2} : (tensor<2x5xf32>) -> (tensor<1x5xf32>, tensor<1x5xf32>)
  %3:2 = relay.split %y {indices_or_sections = 2} : (tensor<2x5xf32>) -> (tensor<1x5xf32>, tensor<1x5xf32>)
  // CHECK: %{{.*}}:3 = relay.split %{{.*}} {axis = 1, indices_or_sections = [2, 3]} : (tensor<2x5xf32>) -> (tensor<2x2xf32>, tensor<2x1xf32>, tensor<2x2xf32>)
  %4:3 = relay.split %y {indices_or_sections = [2, 3], axis = 1} : (tensor<2x5xf32>) -> (tensor<2x2xf32>, tensor<2x1xf32>, tensor<2x2xf32>)
  // CHECK: relay.split %{{.*}} {indices_or_sections = 1} : (tensor<2x5xf32>) -> tensor<2x5xf32>
  %5 = relay.split %y {indices_or_sections = 1} : (tensor<2x5xf32>) -> tensor<2x5xf32>
  // CHECK: relay.meshgrid %{{.*}}, %{{.*}} {indexing = "xy"} : (tensor<4xf32>, tensor<f32>) -> (tensor<1x4xf32>, tensor<1x4xf32>)
  %6:2 = relay.meshgrid %v, %s {indexing = "xy"} : (tensor<4xf32>, tensor<f32>) -> (tensor<1x4xf32>, tensor<1x4xf32>)
  return
}

// CHECK-LABEL: @parts
func.func @parts(%x: tensor<4x5x6xf32>, %d: tensor<4x?x6xf32>, %like: tensor<2x3xf32>, %i: tensor<2x7xi32>) {
  // CHECK: relay.strided_slice %{{.*}} {begin = [1, -2], end = [100, 5], strides = [2, 1]} : (tensor<4x5x6xf32>) -> tensor<2x2x6xf32>
  %0 = relay.strided_slice %x {begin = [1, -2], end = [100, 5], strides = [2, 1]} : (tensor<4x5x6xf32>) -> tensor<2x2x6xf32>
  // CHECK: -> tensor<4x5x3xf32>
  %1 = relay.strided_slice %x {begin = [-1], end = [-7], strides = [-2], axes = [2]} : (tensor<4x5x6xf32>) -> tensor<4x5x3xf32>
  // CHECK: -> tensor<2x5x4xf32>
  %2 = relay.strided_slice %x {begin = [1, 0, 2], end = [2, -1, -1], strides = [1], slice_mode = "size"} : (tensor<4x5x6xf32>) -> tensor<2x5x4xf32>
  // CHECK: -> tensor<3x?x6xf32>
  %3 = relay.strided_slice %d {begin = [1, 1], end = [4, 2], strides = [1, 1]} : (tensor<4x?x6xf32>) -> tensor<3x?x6xf32>
  // CHECK: relay.slice_like %{{.*}}, %{{.*}} : (tensor<4x5x6xf32>, tensor<2x3xf32>) -> tensor<2x3x6xf32>
  %4 = relay.slice_like %x, %like : (tensor<4x5x6xf32>, tensor<2x3xf32>) -> tensor<2x3x6xf32>
  // CHECK: relay.slice_like %{{.*}}, %{{.*}} {axes = [1]} : (tensor<4x5x6xf32>, tensor<2x3xf32>) -> tensor<4x3x6xf32>
  %5 = relay.slice_like %x, %like {axes = [1]} : (tensor<4x5x6xf32>, tensor<2x3xf32>) -> tensor<4x3x6xf32>
  // CHECK: relay.take %{{.*}} : (tensor<4x5x6xf32>, tensor<2x7xi32>) -> tensor<2x7xf32>
  %6 = relay.take %x, %i : (tensor<4x5x6xf32>, tensor<2x7xi32>) -> tensor<2x7xf32>
  // CHECK: relay.take %{{.*}} {axis = 1, mode = "wrap"} : (tensor<4x5x6xf32>, tensor<2x7xi32>) -> tensor<4x2x7x6xf32>
  %7 = relay.take %x, %i {axis = 1, mode = "wrap"} : (tensor<4x5x6xf32>, tensor<2x7xi32>) -> tensor<4x2x7x6xf32>
  // CHECK: relay.gather_nd %{{.*}} : (tensor<4x5x6xf32>, tensor<2x7xi32>) -> tensor<7x6xf32>
  %8 = relay.gather_nd %x, %i : (tensor<4x5x6xf32>, tensor<2x7xi32>) -> tensor<7x6xf32>
  // CHECK: relay.gather %{{.*}} {axis = 1} : (tensor<2x3xf32>, tensor<2x7xi32>) -> tensor<2x7xf32>
  %9 = relay.gather %like, %i {axis = 1} : (tensor<2x3xf32>, tensor<2x7xi32>) -> tensor<2x7xf32>
  return
}

// CHECK-LABEL: @from_nothing
func.func @from_nothing(%x: tensor<2x3xf32>, %i: tensor<2x3xi32>, %n: tensor<i32>) {
  %c0 = relay.constant dense<0> : tensor<i32>
  %c2 = relay.constant dense<2> : tensor<i32>
  %c9 = relay.constant dense<9> : tensor<i32>
  // CHECK: relay.zeros {dtype = "int8", shape = [2, 3]} : () -> tensor<2x3xi8>
  %0 = relay.zeros {shape = [2, 3], dtype = "int8"} : () -> tensor<2x3xi8>
  // CHECK: relay.full %{{.*}} {shape = [4]} : (tensor<i32>) -> tensor<4xi32>
  %1 = relay.full %n {shape = [4]} : (tensor<i32>) -> tensor<4xi32>
  // CHECK: relay.full_like %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<i32>) -> tensor<2x3xf32>
  %2 = relay.full_like %x, %n : (tensor<2x3xf32>, tensor<i32>) -> tensor<2x3xf32>
  // Of constants the extent is known.
  // CHECK: relay.arange %{{.*}} {dtype = "int32"} : (tensor<i32>, tensor<i32>, tensor<i32>) -> tensor<5xi32>
  %3 = relay.arange %c0, %c9, %c2 {dtype = "int32"} : (tensor<i32>, tensor<i32>, tensor<i32>) -> tensor<5xi32>
  // CHECK: relay.arange %{{.*}} {dtype = "int32"} : (tensor<i32>, tensor<i32>, tensor<i32>) -> tensor<?xi32>
  %4 = relay.arange %c0, %n, %c2 {dtype = "int32"} : (tensor<i32>, tensor<i32>, tensor<i32>) -> tensor<?xi32>
  // CHECK: relay.one_hot %{{.*}} {axis = 1, depth = 5, dtype = "int32"} : (tensor<2x3xi32>, tensor<i32>, tensor<i32>) -> tensor<2x5x3xi32>
  %5 = relay.one_hot %i, %c2, %c0 {depth = 5, axis = 1, dtype = "int32"} : (tensor<2x3xi32>, tensor<i32>, tensor<i32>) -> tensor<2x5x3xi32>
  return
}
