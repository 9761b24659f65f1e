// RUN: dsp-opt %s --relay-canonicalize-forms --relay-fold-constants \
// RUN:   --split-input-file | FileCheck %s

// CHECK-LABEL: func.func @add_is_bias_add
//   CHECK-DAG: %[[B:.*]] = relay.constant "b" dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf32>
//   CHECK-DAG: %[[CONV:.*]] = relay.nn.conv2d
//       CHECK: %[[OUT:.*]] = relay.nn.bias_add %[[CONV]], %[[B]]
//  CHECK-NEXT: return %[[OUT]]
func.func @add_is_bias_add(%x: tensor<1x1x4x4xf32>, %w: tensor<2x1x1x1xf32>) -> tensor<1x2x4x4xf32> {
  %b = relay.constant "b" dense<[[[1.0]], [[2.0]]]> : tensor<2x1x1xf32>
  %0 = relay.nn.conv2d %x, %w : (tensor<1x1x4x4xf32>, tensor<2x1x1x1xf32>) -> tensor<1x2x4x4xf32>
  %1 = relay.add %b, %0 : (tensor<2x1x1xf32>, tensor<1x2x4x4xf32>) -> tensor<1x2x4x4xf32>
  return %1 : tensor<1x2x4x4xf32>
}

// -----

// (1, 2) and a number of 10 are one bias of dense; the width's constant isn't.
// CHECK-LABEL: func.func @biases_are_merged
//   CHECK-DAG: relay.constant "b" dense<[-9.000000e+00, -8.000000e+00]> : tensor<2xf32>
//   CHECK-DAG: relay.nn.dense
//       CHECK: relay.nn.bias_add
//  CHECK-NEXT: return
func.func @biases_are_merged(%x: tensor<3x4xf32>, %w: tensor<2x4xf32>) -> tensor<3x2xf32> {
  %b = relay.constant "b" dense<[1.0, 2.0]> : tensor<2xf32>
  %ten = relay.constant dense<10.0> : tensor<f32>
  %0 = relay.nn.dense %x, %w : (tensor<3x4xf32>, tensor<2x4xf32>) -> tensor<3x2xf32>
  %1 = relay.add %0, %b : (tensor<3x2xf32>, tensor<2xf32>) -> tensor<3x2xf32>
  %2 = relay.subtract %1, %ten : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  return %2 : tensor<3x2xf32>
}

// -----

// CHECK-LABEL: func.func @not_by_channel
//       CHECK: relay.nn.conv2d
//  CHECK-NEXT: relay.add
func.func @not_by_channel(%x: tensor<1x1x4x2xf32>, %w: tensor<2x1x1x1xf32>) -> tensor<1x2x4x2xf32> {
  %b = relay.constant "b" dense<[1.0, 2.0]> : tensor<2xf32>
  %0 = relay.nn.conv2d %x, %w : (tensor<1x1x4x2xf32>, tensor<2x1x1x1xf32>) -> tensor<1x2x4x2xf32>
  %1 = relay.add %0, %b : (tensor<1x2x4x2xf32>, tensor<2xf32>) -> tensor<1x2x4x2xf32>
  return %1 : tensor<1x2x4x2xf32>
}

// -----

// Depthwise weights in HWOI: output channel c * 2 + m is weight [c, m].
// CHECK-LABEL: func.func @scale_of_depthwise
//       CHECK: relay.constant "w" dense<{{\[\[\[\[}}1.000000e+00], [4.000000e+00], [9.000000e+00], [1.600000e+01]]]]> : tensor<1x1x4x1xf32>
//       CHECK: relay.nn.conv2d
//   CHECK-NOT: relay.multiply
func.func @scale_of_depthwise(%x: tensor<1x4x4x2xf32>) -> tensor<1x4x4x4xf32> {
  %w = relay.constant "w" dense<[[[[1.0, 2.0], [3.0, 4.0]]]]> : tensor<1x1x2x2xf32>
  %s = relay.constant "s" dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>
  %0 = relay.nn.conv2d %x, %w {groups = 2, channels = 4, kernel_size = [1, 1], data_layout = "NHWC", kernel_layout = "HWOI"} : (tensor<1x4x4x2xf32>, tensor<1x1x2x2xf32>) -> tensor<1x4x4x4xf32>
  %1 = relay.multiply %0, %s : (tensor<1x4x4x4xf32>, tensor<4xf32>) -> tensor<1x4x4x4xf32>
  return %1 : tensor<1x4x4x4xf32>
}

// -----

// CHECK-LABEL: func.func @views
//  CHECK-SAME: (%[[X:.*]]: tensor<2x1x3xf32>)
//  CHECK-NEXT: %[[V:.*]] = relay.reshape %[[X]] {newshape = [6]}
//  CHECK-NEXT: return %[[V]], %[[X]]
func.func @views(%x: tensor<2x1x3xf32>) -> (tensor<6xf32>, tensor<2x1x3xf32>) {
  %0 = relay.squeeze %x : (tensor<2x1x3xf32>) -> tensor<2x3xf32>
  %1 = relay.expand_dims %0 {axis = 1} : (tensor<2x3xf32>) -> tensor<2x1x3xf32>
  %2 = relay.copy %1 : (tensor<2x1x3xf32>) -> tensor<2x1x3xf32>
  %3 = relay.nn.batch_flatten %2 : (tensor<2x1x3xf32>) -> tensor<2x3xf32>
  %4 = relay.reshape %3 {newshape = [-1]} : (tensor<2x3xf32>) -> tensor<6xf32>
  return %4, %2 : tensor<6xf32>, tensor<2x1x3xf32>
}

// -----

// CHECK-LABEL: func.func @pad_is_padding
//       CHECK: relay.nn.conv1d %{{.*}}, %{{.*}} {channels = 2, dilation = [2], kernel_size = [3], padding = [4, 1]}
//   CHECK-NOT: relay.nn.pad
func.func @pad_is_padding(%x: tensor<1x2x8xf32>, %w: tensor<2x2x3xf32>) -> tensor<1x2x9xf32> {
  %zero = relay.constant dense<0.0> : tensor<f32>
  %0 = relay.nn.pad %x, %zero {pad_width = [[0, 0], [0, 0], [4, 0]]} : (tensor<1x2x8xf32>, tensor<f32>) -> tensor<1x2x12xf32>
  %1 = relay.nn.conv1d %0, %w {padding = [0, 1], dilation = [2]} : (tensor<1x2x12xf32>, tensor<2x2x3xf32>) -> tensor<1x2x9xf32>
  return %1 : tensor<1x2x9xf32>
}

// -----

// CHECK-LABEL: func.func @pad_of_integers_with_a_float
//       CHECK: %[[C:.*]] = relay.constant dense<3> : tensor<i16>
//       CHECK: relay.nn.pad %arg0, %[[C]]
func.func @pad_of_integers_with_a_float(%x: tensor<1x8xi16>) -> tensor<1x9xi16> {
  %three = relay.constant dense<3.0> : tensor<f32>
  %0 = relay.nn.pad %x, %three {pad_width = [[0, 0], [1, 0]]} : (tensor<1x8xi16>, tensor<f32>) -> tensor<1x9xi16>
  return %0 : tensor<1x9xi16>
}

// -----

// CHECK-LABEL: func.func @pad_of_ones
//       CHECK: relay.nn.pad
func.func @pad_of_ones(%x: tensor<1x2x8xf32>, %w: tensor<2x2x3xf32>) -> tensor<1x2x10xf32> {
  %one = relay.constant dense<1.0> : tensor<f32>
  %0 = relay.nn.pad %x, %one {pad_width = [[0, 0], [0, 0], [4, 0]]} : (tensor<1x2x8xf32>, tensor<f32>) -> tensor<1x2x12xf32>
  %1 = relay.nn.conv1d %0, %w : (tensor<1x2x12xf32>, tensor<2x2x3xf32>) -> tensor<1x2x10xf32>
  return %1 : tensor<1x2x10xf32>
}

// -----

// CHECK-LABEL: func.func @attributes
//       CHECK: relay.nn.max_pool2d %{{.*}} {padding = [1, 2, 1, 2], pool_size = [3, 3]}
//       CHECK: relay.nn.softmax %{{.*}} {axis = 1}
//       CHECK: relay.sum %{{.*}} {axis = [0, 2]}
func.func @attributes(%x: tensor<1x2x8x8xf32>, %y: tensor<2x3x4xf32>) -> (tensor<1x2x8x10xf32>, tensor<2x3x4xf32>, tensor<3xf32>) {
  %0 = relay.nn.max_pool2d %x {pool_size = [3, 3], padding = [1, 2]} : (tensor<1x2x8x8xf32>) -> tensor<1x2x8x10xf32>
  %1 = relay.nn.softmax %y {axis = -2} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  %2 = relay.sum %y {axis = [-2], exclude = true} : (tensor<2x3x4xf32>) -> tensor<3xf32>
  return %0, %1, %2 : tensor<1x2x8x10xf32>, tensor<2x3x4xf32>, tensor<3xf32>
}

// -----

// Depthwise weights with the results of a channel as I, here 2: each becomes an O.
// CHECK-LABEL: func.func @depthwise
//  CHECK-SAME:   %[[X:.*]]: tensor<1x4x4x3xf32>, %[[HWOI:.*]]: tensor<1x1x3x2xf32>, %[[IHWO:.*]]: tensor<2x1x1x3xf32>
//  CHECK-NEXT:   %[[W:.*]] = relay.reshape %[[HWOI]] {{.*}} -> tensor<1x1x6x1xf32>
//  CHECK-NEXT:   relay.nn.conv2d %[[X]], %[[W]] {{{.*}}kernel_layout = "HWOI"
//  CHECK-NEXT:   %[[T:.*]] = relay.transpose %[[IHWO]] {axes = [1, 2, 3, 0]}
//  CHECK-NEXT:   %[[V:.*]] = relay.reshape %[[T]] {{.*}} -> tensor<1x1x6x1xf32>
//  CHECK-NEXT:   relay.nn.conv2d %[[X]], %[[V]] {{{.*}}kernel_layout = "HWOI"
func.func @depthwise(%x: tensor<1x4x4x3xf32>, %hwoi: tensor<1x1x3x2xf32>, %ihwo: tensor<2x1x1x3xf32>) -> (tensor<1x4x4x6xf32>, tensor<1x4x4x6xf32>) {
  %0 = relay.nn.conv2d %x, %hwoi {groups = 3, channels = 6, kernel_size = [1, 1], data_layout = "NHWC", kernel_layout = "HWOI"} : (tensor<1x4x4x3xf32>, tensor<1x1x3x2xf32>) -> tensor<1x4x4x6xf32>
  %1 = relay.nn.conv2d %x, %ihwo {groups = 3, channels = 6, kernel_size = [1, 1], data_layout = "NHWC", kernel_layout = "IHWO"} : (tensor<1x4x4x3xf32>, tensor<2x1x1x3xf32>) -> tensor<1x4x4x6xf32>
  return %0, %1 : tensor<1x4x4x6xf32>, tensor<1x4x4x6xf32>
}

// -----

// CHECK-LABEL: func.func @matmul
//       CHECK: %[[W:.*]] = relay.constant "w" dense<{{\[\[}}1.000000e+00, 3.000000e+00, 5.000000e+00], [2.000000e+00, 4.000000e+00, 6.000000e+00]]>
//       CHECK: relay.nn.dense %{{.*}}, %[[W]] {units = 2}
func.func @matmul(%x: tensor<1x3xf32>) -> tensor<1x2xf32> {
  %w = relay.constant "w" dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]> : tensor<3x2xf32>
  %0 = relay.nn.matmul %x, %w : (tensor<1x3xf32>, tensor<3x2xf32>) -> tensor<1x2xf32>
  return %0 : tensor<1x2xf32>
}

// -----

// CHECK-LABEL: func.func @layout_transform
//       CHECK: relay.transpose %{{.*}} {axes = [0, 2, 3, 1]}
//       CHECK: relay.layout_transform
func.func @layout_transform(%x: tensor<1x4x2x2xf32>) -> (tensor<1x2x2x4xf32>, tensor<1x1x2x2x4xf32>) {
  %0 = relay.layout_transform %x {src_layout = "NCHW", dst_layout = "NHWC"} : (tensor<1x4x2x2xf32>) -> tensor<1x2x2x4xf32>
  %1 = relay.layout_transform %x {src_layout = "NCHW", dst_layout = "NCHW4c"} : (tensor<1x4x2x2xf32>) -> tensor<1x1x2x2x4xf32>
  return %0, %1 : tensor<1x2x2x4xf32>, tensor<1x1x2x2x4xf32>
}

// -----

// A tensor of one value is that value broadcast, a small one is a constant.
// CHECK-LABEL: func.func @fills
//  CHECK-SAME: (%[[X:.*]]: tensor<2000xf32>, %[[V:.*]]: tensor<i32>)
//   CHECK-DAG: relay.constant dense<0> : tensor<2x2xi64>
//   CHECK-DAG: %[[ONE:.*]] = relay.constant dense<1.000000e+00> : tensor<f32>
//   CHECK-DAG: relay.broadcast_to %[[ONE]] {shape = [2000]}
//   CHECK-DAG: relay.broadcast_to %[[V]] {shape = [4]} : (tensor<i32>) -> tensor<4xi32>
//   CHECK-DAG: %[[F:.*]] = relay.cast %[[V]] {dtype = "float32"}
//   CHECK-DAG: relay.broadcast_to %[[F]] {shape = [2000]}
func.func @fills(%x: tensor<2000xf32>, %v: tensor<i32>) -> (tensor<2x2xi64>, tensor<2000xf32>, tensor<4xi32>, tensor<2000xf32>) {
  %0 = relay.zeros {dtype = "int64", shape = [2, 2]} : () -> tensor<2x2xi64>
  %1 = relay.ones_like %x : (tensor<2000xf32>) -> tensor<2000xf32>
  %2 = relay.full %v {dtype = "", shape = [4]} : (tensor<i32>) -> tensor<4xi32>
  %3 = relay.full_like %x, %v : (tensor<2000xf32>, tensor<i32>) -> tensor<2000xf32>
  return %0, %1, %2, %3 : tensor<2x2xi64>, tensor<2000xf32>, tensor<4xi32>, tensor<2000xf32>
}

// -----

// An operand that only gives a type is not needed for it.
// CHECK-LABEL: func.func @likes
//  CHECK-SAME: (%[[X:[a-z0-9]+]]: tensor<1x3xf32>, %{{.*}}: tensor<2x2xi32>, %{{.*}}: tensor<4x3xf32>, %{{.*}}: tensor<1x2xf32>)
//   CHECK-DAG: relay.cast %[[X]] {dtype = "int32"}
//   CHECK-DAG: relay.broadcast_to %[[X]] {shape = [4, 3]}
//   CHECK-DAG: relay.strided_slice %[[X]] {begin = [0, 0], end = [1, 2], strides = [1, 1]}
func.func @likes(%x: tensor<1x3xf32>, %y: tensor<2x2xi32>, %z: tensor<4x3xf32>, %s: tensor<1x2xf32>) -> (tensor<1x3xi32>, tensor<4x3xf32>, tensor<1x2xf32>) {
  %0 = relay.cast_like %x, %y : (tensor<1x3xf32>, tensor<2x2xi32>) -> tensor<1x3xi32>
  %1 = relay.broadcast_to_like %x, %z : (tensor<1x3xf32>, tensor<4x3xf32>) -> tensor<4x3xf32>
  %2 = relay.slice_like %x, %s : (tensor<1x3xf32>, tensor<1x2xf32>) -> tensor<1x2xf32>
  return %0, %1, %2 : tensor<1x3xi32>, tensor<4x3xf32>, tensor<1x2xf32>
}

// -----

// Without an axis the flat tensor is meant.
// CHECK-LABEL: func.func @flat
//   CHECK-DAG: %[[FLAT:.*]] = relay.reshape %{{.*}} {newshape = [6]}
//   CHECK-DAG: relay.cumsum %[[FLAT]] {axis = 0}
//   CHECK-DAG: relay.take %{{.*}}, %{{.*}} {axis = 0} : (tensor<6xf32>, tensor<2x2xi32>) -> tensor<2x2xf32>
func.func @flat(%x: tensor<2x3xf32>, %i: tensor<2x2xi32>) -> (tensor<6xf32>, tensor<2x2xf32>) {
  %0 = relay.cumsum %x : (tensor<2x3xf32>) -> tensor<6xf32>
  %1 = relay.take %x, %i : (tensor<2x3xf32>, tensor<2x2xi32>) -> tensor<2x2xf32>
  return %0, %1 : tensor<6xf32>, tensor<2x2xf32>
}

// -----

// Running sums are added up in the type of the result.
// CHECK-LABEL: @scan_of_another_type
//       CHECK: %[[CAST:.*]] = relay.cast %arg0 {dtype = "int32"}
//       CHECK: relay.cumsum %[[CAST]] {{.*}} : (tensor<2x3xi32>) -> tensor<2x3xi32>
func.func @scan_of_another_type(%x: tensor<2x3xi8>) -> tensor<2x3xi32> {
  %0 = relay.cumsum %x {axis = 1, dtype = "int32"} : (tensor<2x3xi8>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// -----

// Reduced axes become neighbours.
// CHECK-LABEL: @argmax_of_axes_apart
//       CHECK: %[[MOVED:.*]] = relay.transpose %arg0 {axes = [1, 0, 2]}
//       CHECK: %[[PLACE:.*]] = relay.argmax %[[MOVED]] {axis = [1, 2], {{.*}}select_last_index = true}
//       CHECK: relay.reshape %[[PLACE]] {{.*}} -> tensor<1x3x1xi32>
func.func @argmax_of_axes_apart(%x: tensor<2x3x4xf32>) -> tensor<1x3x1xi32> {
  %0 = relay.argmax %x {axis = [0, 2], keepdims = true, select_last_index = true} : (tensor<2x3x4xf32>) -> tensor<1x3x1xi32>
  return %0 : tensor<1x3x1xi32>
}
