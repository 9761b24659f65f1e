#loc1 = loc("</script><b>x</b>"("<!--.relay":1:2))
func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = relay.nn.relu %x : (tensor<4xf32>) -> tensor<4xf32> loc(#loc1)
  return %0 : tensor<4xf32>
}
