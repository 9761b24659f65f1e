func.func @main(%x: tensor<1x8xf32>) -> tensor<1x4xf32> {
  %w = relay.constant "w" dense<1.0> : tensor<4x8xf32>
  %b = relay.constant "b" dense<1.0> : tensor<4xf32>
  %0 = relay.nn.dense %x, %w : (tensor<1x8xf32>, tensor<4x8xf32>) -> tensor<1x4xf32>
  %1 = relay.nn.bias_add %0, %b : (tensor<1x4xf32>, tensor<4xf32>) -> tensor<1x4xf32>
  %2 = relay.nn.relu %1 : (tensor<1x4xf32>) -> tensor<1x4xf32>
  %3 = relay.nn.softmax %2 : (tensor<1x4xf32>) -> tensor<1x4xf32>
  return %3 : tensor<1x4xf32>
}

// The pattern is written in DRR: one front op, two kernels.
func.func @hand_written(%x: tensor<2x4xf32>) -> tensor<2x4xf32> {
  %0 = relay.nn.log_softmax %x : (tensor<2x4xf32>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// The pattern fits, but its softmax kernel refuses odd rows: nothing is done.
func.func @hand_written_is_guarded(%x: tensor<2x5xf32>) -> tensor<2x5xf32> {
  %0 = relay.nn.log_softmax %x : (tensor<2x5xf32>) -> tensor<2x5xf32>
  return %0 : tensor<2x5xf32>
}
