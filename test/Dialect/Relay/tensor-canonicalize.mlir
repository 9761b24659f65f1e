// RUN: dsp-opt %s -canonicalize | FileCheck %s

// CHECK-LABEL: @nothing_changes
// CHECK-SAME: (%[[X:.*]]: tensor<2x3xf32>)
func.func @nothing_changes(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %zero = relay.constant dense<0.0> : tensor<f32>
  %0 = relay.cast %x {dtype = "float32"} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %1 = relay.reshape %0 {newshape = [2, -1]} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %2 = relay.transpose %1 {axes = [0, -1]} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %3 = relay.nn.pad %2, %zero {pad_width = [[0, 0], [0, 0]]} : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  %4 = relay.squeeze %3 : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %5 = relay.broadcast_to %4 {shape = [2, 3]} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %6 = relay.concatenate %5 : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %7 = relay.strided_slice %6 {begin = [0, 0], end = [2, 3], strides = [1]} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %8 = relay.layout_transform %7 {src_layout = "NC", dst_layout = "NC"} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %9 = relay.nn.batch_flatten %8 : (tensor<2x3xf32>) -> tensor<2x3xf32>
  // CHECK-NEXT: return %[[X]]
  return %9 : tensor<2x3xf32>
}

// Equal types do not mean that nothing changes.
// CHECK-LABEL: @something_changes
func.func @something_changes(%x: tensor<3x3xf32>, %d: tensor<?x?xf32>) -> (tensor<3x3xf32>, tensor<3x3xf32>, tensor<?x?xf32>) {
  // CHECK: relay.transpose
  %0 = relay.transpose %x : (tensor<3x3xf32>) -> tensor<3x3xf32>
  // CHECK: relay.strided_slice
  %1 = relay.strided_slice %x {begin = [-1], end = [-4], strides = [-1]} : (tensor<3x3xf32>) -> tensor<3x3xf32>
  // CHECK: relay.reshape
  %2 = relay.reshape %d {newshape = [-1, 3]} : (tensor<?x?xf32>) -> tensor<?x?xf32>
  return %0, %1, %2 : tensor<3x3xf32>, tensor<3x3xf32>, tensor<?x?xf32>
}

// CHECK-LABEL: @chains
// CHECK-SAME: (%[[X:.*]]: tensor<2x3x4xf32>)
func.func @chains(%x: tensor<2x3x4xf32>) -> (tensor<4x6xf32>, tensor<3x4x2xf32>, tensor<2x3x4xf32>) {
  // CHECK: %[[RESHAPED:.*]] = relay.reshape %[[X]] {newshape = [4, 6]} : (tensor<2x3x4xf32>) -> tensor<4x6xf32>
  %0 = relay.reshape %x {newshape = [24]} : (tensor<2x3x4xf32>) -> tensor<24xf32>
  %1 = relay.reshape %0 {newshape = [4, -1]} : (tensor<24xf32>) -> tensor<4x6xf32>
  // CHECK: %[[TRANSPOSED:.*]] = relay.transpose %[[X]] {axes = [1, 2, 0]} : (tensor<2x3x4xf32>) -> tensor<3x4x2xf32>
  %2 = relay.transpose %x {axes = [2, 1, 0]} : (tensor<2x3x4xf32>) -> tensor<4x3x2xf32>
  %3 = relay.transpose %2 {axes = [1, 0, 2]} : (tensor<4x3x2xf32>) -> tensor<3x4x2xf32>
  %4 = relay.transpose %3 {axes = [2, 0, 1]} : (tensor<3x4x2xf32>) -> tensor<2x3x4xf32>
  // CHECK: return %[[RESHAPED]], %[[TRANSPOSED]], %[[X]]
  return %1, %3, %4 : tensor<4x6xf32>, tensor<3x4x2xf32>, tensor<2x3x4xf32>
}
