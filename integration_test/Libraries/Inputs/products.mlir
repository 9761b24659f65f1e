func.func @main(%x: tensor<6x8xf32> {relay.name = "x"}, %xt: tensor<8x6xf32> {relay.name = "xt"},
                %w: tensor<5x8xf32> {relay.name = "w"}, %wt: tensor<8x5xf32> {relay.name = "wt"},
                %batch: tensor<2x6x8xf32> {relay.name = "batch"}, %one: tensor<1x5x8xf32> {relay.name = "one"},
                %row: tensor<1x8xf32> {relay.name = "row"})
    -> (tensor<6x5xf32>, tensor<6x5xf32>, tensor<6x5xf32>, tensor<6x5xf32>, tensor<2x6x5xf32>, tensor<1x5xf32>, tensor<1x5xf32>) {
  %half = relay.constant dense<0.5> : tensor<f32>
  %0 = relay.nn.dense %x, %w : (tensor<6x8xf32>, tensor<5x8xf32>) -> tensor<6x5xf32>
  %1 = relay.nn.matmul %x, %wt : (tensor<6x8xf32>, tensor<8x5xf32>) -> tensor<6x5xf32>
  %2 = relay.nn.matmul %xt, %w {transpose_a = true, transpose_b = true} : (tensor<8x6xf32>, tensor<5x8xf32>) -> tensor<6x5xf32>
  %3 = relay.nn.matmul %xt, %wt {transpose_a = true} : (tensor<8x6xf32>, tensor<8x5xf32>) -> tensor<6x5xf32>
  %4 = relay.multiply %3, %half : (tensor<6x5xf32>, tensor<f32>) -> tensor<6x5xf32>
  %5 = relay.nn.batch_matmul %batch, %one {transpose_b = true} : (tensor<2x6x8xf32>, tensor<1x5x8xf32>) -> tensor<2x6x5xf32>
  %6 = relay.nn.dense %row, %w : (tensor<1x8xf32>, tensor<5x8xf32>) -> tensor<1x5xf32>
  %7 = relay.nn.matmul %row, %wt : (tensor<1x8xf32>, tensor<8x5xf32>) -> tensor<1x5xf32>
  return %0, %1, %2, %4, %5, %6, %7 : tensor<6x5xf32>, tensor<6x5xf32>, tensor<6x5xf32>, tensor<6x5xf32>, tensor<2x6x5xf32>, tensor<1x5xf32>, tensor<1x5xf32>
}
