func.func @main(%x: tensor<4xf32> {relay.name = "x"}) -> tensor<8xf32> {
  %0 = dsp.roles.scale %x {factor = 0.5} : (tensor<4xf32>) -> tensor<4xf32>
  %1 = dsp.roles.join %0, %0 : (tensor<4xf32>, tensor<4xf32>) -> tensor<8xf32>
  return %1 : tensor<8xf32>
}
