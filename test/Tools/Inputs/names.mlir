func.func @main(%a: tensor<2xf32> {relay.name = "x1"}, %b: tensor<2xf32> {relay.name = "x2"}, %c: tensor<2xf32> {relay.name = "v_y"}) -> tensor<6xf32> {
  %0 = dsp.roles.join %a, %b, %c : (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<6xf32>
  return %0 : tensor<6xf32>
}
