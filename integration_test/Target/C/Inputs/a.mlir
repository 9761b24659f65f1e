func.func @main(%x: tensor<4x6xf32> {relay.name = "x"}) -> tensor<4x6xf32> {
  %b = dsp.constant "bias" dense<[1.0, 2.0, 3.0, 4.0, 5.0, 0.1]> : tensor<6xf32>
  %0 = dsp.roles.mix %x, %b {taps = array<i64: 1, -2, 3>, gain = 0.5} : (tensor<4x6xf32>, tensor<6xf32>) -> tensor<4x6xf32>
  %1 = dsp.roles.mix %0 {taps = array<i64: 1>, gain = 2.0} : (tensor<4x6xf32>) -> tensor<4x6xf32>
  return %1 : tensor<4x6xf32>
}
