// RUN: dsp-opt %s --relay-convert-layout --relay-fold-constants \
// RUN:   --split-input-file | FileCheck %s

// A block of a residual network: transpositions at the model's boundaries only.
// CHECK-LABEL: func.func @residual
//  CHECK-SAME: (%[[X:.*]]: tensor<1x2x8x8xf32>
//   CHECK-DAG: %[[S:.*]] = relay.constant "s" dense<{{\[\[\[}}[1.000000e+00, 2.000000e+00]]]]> : tensor<1x1x1x2xf32>
//   CHECK-DAG: %[[T:.*]] = relay.transpose %[[X]] {axes = [0, 2, 3, 1]} : (tensor<1x2x8x8xf32>) -> tensor<1x8x8x2xf32>
//   CHECK-DAG: %[[C:.*]] = relay.nn.conv2d %[[T]], %{{.*}} {data_layout = "NHWC", padding = [1, 1, 1, 1]} : {{.*}} -> tensor<1x8x8x2xf32>
//   CHECK-DAG: %[[B:.*]] = relay.nn.bias_add %[[C]], %{{.*}} {axis = 3}
//       CHECK: %[[M:.*]] = relay.multiply %[[B]], %[[S]]
//  CHECK-NEXT: %[[R:.*]] = relay.add %[[M]], %[[T]]
//  CHECK-NEXT: %[[P:.*]] = relay.nn.pad %[[R]], %{{.*}} {pad_width = {{\[\[}}0, 0], [1, 0], [0, 1], [0, 0]]}
//  CHECK-NEXT: %[[CAT:.*]] = relay.concatenate %[[P]], %[[P]] {axis = 3}
//  CHECK-NEXT: %[[MAX:.*]] = relay.nn.max_pool2d %[[CAT]] {layout = "NHWC", pool_size = [3, 3]
//  CHECK-NEXT: %[[OUT:.*]] = relay.transpose %[[MAX]] {axes = [0, 3, 1, 2]}
//  CHECK-NEXT: return %[[OUT]]
func.func @residual(%x: tensor<1x2x8x8xf32>, %w: tensor<2x2x3x3xf32>, %b: tensor<2xf32>) -> tensor<1x4x3x3xf32> {
  %s = relay.constant "s" dense<[[[1.0]], [[2.0]]]> : tensor<2x1x1xf32>
  %zero = relay.constant dense<0.0> : tensor<f32>
  %0 = relay.nn.conv2d %x, %w {padding = [1, 1, 1, 1]} : (tensor<1x2x8x8xf32>, tensor<2x2x3x3xf32>) -> tensor<1x2x8x8xf32>
  %1 = relay.nn.bias_add %0, %b : (tensor<1x2x8x8xf32>, tensor<2xf32>) -> tensor<1x2x8x8xf32>
  %2 = relay.multiply %1, %s : (tensor<1x2x8x8xf32>, tensor<2x1x1xf32>) -> tensor<1x2x8x8xf32>
  %3 = relay.add %2, %x : (tensor<1x2x8x8xf32>, tensor<1x2x8x8xf32>) -> tensor<1x2x8x8xf32>
  %4 = relay.nn.pad %3, %zero {pad_width = [[0, 0], [0, 0], [1, 0], [0, 1]]} : (tensor<1x2x8x8xf32>, tensor<f32>) -> tensor<1x2x9x9xf32>
  %5 = relay.concatenate %4, %4 {axis = 1} : (tensor<1x2x9x9xf32>, tensor<1x2x9x9xf32>) -> tensor<1x4x9x9xf32>
  %6 = relay.nn.max_pool2d %5 {pool_size = [3, 3], strides = [3, 3]} : (tensor<1x4x9x9xf32>) -> tensor<1x4x3x3xf32>
  return %6 : tensor<1x4x3x3xf32>
}

// -----

// Columns (c, h, w) of the weight become (h, w, c); no transposition is left of
// the model's nor of the flattening's.
// CHECK-LABEL: func.func @flatten_dense
//  CHECK-SAME: (%[[X:.*]]: tensor<1x1x4x4xf32>
//   CHECK-DAG: %[[W:.*]] = relay.constant "w" dense<{{\[\[}}0.000000e+00, 4.000000e+00, 1.000000e+00, 5.000000e+00, 2.000000e+00, 6.000000e+00, 3.000000e+00, 7.000000e+00]]> : tensor<1x8xf32>
//   CHECK-DAG: %[[IN:.*]] = relay.reshape %[[X]] {newshape = [1, 4, 4, 1]}
//   CHECK-DAG: %[[C:.*]] = relay.nn.conv2d %[[IN]]
//   CHECK-DAG: %[[R:.*]] = relay.nn.relu %[[C]]
//   CHECK-DAG: %[[F:.*]] = relay.reshape %[[R]] {newshape = [1, 8]}
//       CHECK: relay.nn.dense %[[F]], %[[W]]
//   CHECK-NOT: relay.transpose
func.func @flatten_dense(%x: tensor<1x1x4x4xf32>, %k: tensor<2x1x3x3xf32>) -> tensor<1x1xf32> {
  %w = relay.constant "w" dense<[[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]]> : tensor<1x8xf32>
  %0 = relay.nn.conv2d %x, %k : (tensor<1x1x4x4xf32>, tensor<2x1x3x3xf32>) -> tensor<1x2x2x2xf32>
  %1 = relay.nn.batch_flatten %0 : (tensor<1x2x2x2xf32>) -> tensor<1x8xf32>
  %2 = relay.nn.relu %1 : (tensor<1x8xf32>) -> tensor<1x8xf32>
  %3 = relay.nn.dense %2, %w : (tensor<1x8xf32>, tensor<1x8xf32>) -> tensor<1x1xf32>
  return %3 : tensor<1x1xf32>
}

// -----

// Transpositions of the model cancel, also through ops between them.
// CHECK-LABEL: func.func @explicit
//  CHECK-SAME: (%[[X:.*]]: tensor<1x4x4x2xf32>
//  CHECK-NEXT: %[[C:.*]] = relay.nn.conv2d %[[X]]
//  CHECK-NEXT: %[[S:.*]] = relay.sigmoid %[[C]]
//  CHECK-NEXT: %[[M:.*]] = relay.mean %[[S]] {axis = [1, 2], keepdims = true} : (tensor<1x4x4x2xf32>) -> tensor<1x1x1x2xf32>
//  CHECK-NEXT: %[[SM:.*]] = relay.nn.softmax %[[M]] {axis = 3}
//  CHECK-NEXT: return %[[SM]]
func.func @explicit(%x: tensor<1x4x4x2xf32>, %k: tensor<2x2x1x1xf32>) -> tensor<1x1x1x2xf32> {
  %0 = relay.transpose %x {axes = [0, 3, 1, 2]} : (tensor<1x4x4x2xf32>) -> tensor<1x2x4x4xf32>
  %1 = relay.nn.conv2d %0, %k : (tensor<1x2x4x4xf32>, tensor<2x2x1x1xf32>) -> tensor<1x2x4x4xf32>
  %2 = relay.sigmoid %1 : (tensor<1x2x4x4xf32>) -> tensor<1x2x4x4xf32>
  %3 = relay.mean %2 {axis = [2, 3], keepdims = true} : (tensor<1x2x4x4xf32>) -> tensor<1x2x1x1xf32>
  %4 = relay.nn.softmax %3 {axis = 1} : (tensor<1x2x1x1xf32>) -> tensor<1x2x1x1xf32>
  %5 = relay.transpose %4 {axes = [0, 2, 3, 1]} : (tensor<1x2x1x1xf32>) -> tensor<1x1x1x2xf32>
  return %5 : tensor<1x1x1x2xf32>
}

// -----

// ShuffleNet's shuffle: what has to move is moved, in the new layout.
// CHECK-LABEL: func.func @channel_shuffle
//       CHECK: %[[C:.*]] = relay.nn.conv2d
//  CHECK-NEXT: %[[V:.*]] = relay.reshape %[[C]] {newshape = [1, 4, 4, 2, 3]}
//  CHECK-NEXT: %[[T:.*]] = relay.transpose %[[V]] {axes = [0, 1, 2, 4, 3]}
//  CHECK-NEXT: %[[M:.*]] = relay.reshape %[[T]] {newshape = [1, 4, 4, 6]}
//  CHECK-NEXT: relay.nn.conv2d %[[M]]
func.func @channel_shuffle(%x: tensor<1x1x4x4xf32>, %k: tensor<6x1x1x1xf32>, %l: tensor<1x6x1x1xf32>) -> tensor<1x1x4x4xf32> {
  %0 = relay.nn.conv2d %x, %k : (tensor<1x1x4x4xf32>, tensor<6x1x1x1xf32>) -> tensor<1x6x4x4xf32>
  %1 = relay.reshape %0 {newshape = [1, 2, 3, 4, 4]} : (tensor<1x6x4x4xf32>) -> tensor<1x2x3x4x4xf32>
  %2 = relay.transpose %1 {axes = [0, 2, 1, 3, 4]} : (tensor<1x2x3x4x4xf32>) -> tensor<1x3x2x4x4xf32>
  %3 = relay.reshape %2 {newshape = [1, 6, 4, 4]} : (tensor<1x3x2x4x4xf32>) -> tensor<1x6x4x4xf32>
  %4 = relay.nn.conv2d %3, %l : (tensor<1x6x4x4xf32>, tensor<1x6x1x1xf32>) -> tensor<1x1x4x4xf32>
  return %4 : tensor<1x1x4x4xf32>
}

// -----

// The heads of an attention put side by side again: one transposition.
// CHECK-LABEL: func.func @merge_heads
//       CHECK: %[[T:.*]] = relay.transpose %arg0 {axes = [1, 0, 2]}
//  CHECK-NEXT: %[[R:.*]] = relay.reshape %[[T]] {newshape = [1, 6, 8]}
//  CHECK-NEXT: %[[A:.*]] = relay.add %arg1, %[[R]]
//  CHECK-NEXT: return %[[A]]
func.func @merge_heads(%x: tensor<2x6x4xf32>, %y: tensor<1x6x8xf32>) -> tensor<1x6x8xf32> {
  %0 = relay.transpose %x {axes = [1, 0, 2]} : (tensor<2x6x4xf32>) -> tensor<6x2x4xf32>
  %1 = relay.reshape %0 {newshape = [1, 6, 8]} : (tensor<6x2x4xf32>) -> tensor<1x6x8xf32>
  %2 = relay.add %y, %1 : (tensor<1x6x8xf32>, tensor<1x6x8xf32>) -> tensor<1x6x8xf32>
  return %2 : tensor<1x6x8xf32>
}

// -----

// Parts, reductions and normalisations are renumbered.
// CHECK-LABEL: func.func @axes
//       CHECK: %[[C:.*]] = relay.nn.conv2d
//       CHECK: relay.split %[[C]] {axis = 3, indices_or_sections = 2}
//       CHECK: relay.strided_slice %{{.*}} {axes = [0, 3, 1], begin = [0, 0, 1], end = [1, 1, 4], strides = [1, 1, 1]}
//       CHECK: relay.nn.prelu %{{.*}} {axis = 3}
//       CHECK: %[[ARG:.*]] = relay.argmax %{{.*}} {axis = [3]} : (tensor<1x3x4x1xf32>) -> tensor<1x3x4xi32>
//       CHECK: return %[[ARG]]
func.func @axes(%x: tensor<1x1x4x4xf32>, %k: tensor<2x1x1x1xf32>, %a: tensor<1xf32>) -> tensor<1x3x4xi32> {
  %0 = relay.nn.conv2d %x, %k : (tensor<1x1x4x4xf32>, tensor<2x1x1x1xf32>) -> tensor<1x2x4x4xf32>
  %1:2 = relay.split %0 {indices_or_sections = 2, axis = 1} : (tensor<1x2x4x4xf32>) -> (tensor<1x1x4x4xf32>, tensor<1x1x4x4xf32>)
  %2 = relay.strided_slice %1#1 {begin = [0, 0, 1], end = [1, 1, 4], strides = [1]} : (tensor<1x1x4x4xf32>) -> tensor<1x1x3x4xf32>
  %3 = relay.nn.prelu %2, %a : (tensor<1x1x3x4xf32>, tensor<1xf32>) -> tensor<1x1x3x4xf32>
  %4 = relay.argmax %3 {axis = [1]} : (tensor<1x1x3x4xf32>) -> tensor<1x3x4xi32>
  return %4 : tensor<1x3x4xi32>
}

// -----

// A model in the layout that is wanted is left as it is.
// CHECK-LABEL: func.func @channels_last
//   CHECK-NOT: relay.transpose
//   CHECK-NOT: relay.reshape
func.func @channels_last(%x: tensor<1x4x4x3xf32>, %k: tensor<3x3x3x1xf32>) -> tensor<1x4x4x3xf32> {
  %0 = relay.nn.conv2d %x, %k {data_layout = "NHWC", kernel_layout = "HWOI", groups = 3, padding = [1, 1, 1, 1], channels = 3, kernel_size = [3, 3]} : (tensor<1x4x4x3xf32>, tensor<3x3x3x1xf32>) -> tensor<1x4x4x3xf32>
  %1 = relay.nn.relu %0 : (tensor<1x4x4x3xf32>) -> tensor<1x4x4x3xf32>
  return %1 : tensor<1x4x4x3xf32>
}

// -----

// Unknown extents: the op keeps the model's layout.
// CHECK-LABEL: func.func @dynamic
//       CHECK: relay.nn.conv2d %{{[^{]*}} :
//   CHECK-NOT: relay.transpose
func.func @dynamic(%x: tensor<?x3x4x4xf32>, %k: tensor<2x3x1x1xf32>) -> tensor<?x2x4x4xf32> {
  %0 = relay.nn.conv2d %x, %k : (tensor<?x3x4x4xf32>, tensor<2x3x1x1xf32>) -> tensor<?x2x4x4xf32>
  return %0 : tensor<?x2x4x4xf32>
}
