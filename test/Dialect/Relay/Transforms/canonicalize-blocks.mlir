// Blocks that move between space and batch are reshapes and a transposition.
//
// RUN: dsp-opt %s --relay-canonicalize-forms --split-input-file | FileCheck %s

// CHECK-LABEL: @space_to_batch
//       CHECK: %[[PAD:.*]] = relay.nn.pad %arg0, {{.*}}pad_width = {{\[}}[0, 0], [1, 0], [0, 1], [0, 0]]
//       CHECK: %[[SPLIT:.*]] = relay.reshape %[[PAD]] {{.*}} -> tensor<2x2x2x2x3x5xi8>
//       CHECK: %[[MOVED:.*]] = relay.transpose %[[SPLIT]] {axes = [2, 4, 0, 1, 3, 5]}
//       CHECK: relay.reshape %[[MOVED]] {{.*}} -> tensor<12x2x2x5xi8>
func.func @space_to_batch(%x: tensor<2x3x5x5xi8>) -> tensor<12x2x2x5xi8> {
  %0 = relay.nn.space_to_batch_nd %x {block_shape = [2, 3], paddings = [[1, 0], [0, 1]], pad_value = 3.0} : (tensor<2x3x5x5xi8>) -> tensor<12x2x2x5xi8>
  return %0 : tensor<12x2x2x5xi8>
}

// -----

// CHECK-LABEL: @batch_to_space
//       CHECK: %[[SPLIT:.*]] = relay.reshape %arg0 {{.*}} -> tensor<2x3x2x2x2x5xf32>
//       CHECK: %[[MOVED:.*]] = relay.transpose %[[SPLIT]] {axes = [2, 3, 0, 4, 1, 5]}
//       CHECK: %[[WHOLE:.*]] = relay.reshape %[[MOVED]] {{.*}} -> tensor<2x4x6x5xf32>
//       CHECK: relay.strided_slice %[[WHOLE]] {begin = [0, 1, 0, 0], end = [2, 4, 5, 5]
func.func @batch_to_space(%x: tensor<12x2x2x5xf32>) -> tensor<2x3x5x5xf32> {
  %0 = relay.nn.batch_to_space_nd %x {block_shape = [2, 3], crops = [[1, 0], [0, 1]]} : (tensor<12x2x2x5xf32>) -> tensor<2x3x5x5xf32>
  return %0 : tensor<2x3x5x5xf32>
}
