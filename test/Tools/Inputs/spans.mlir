#loc1 = loc("model.json":7:5)
#loc2 = loc("block/Relu;block/BiasAdd")
#loc3 = loc("%3"("model.json":9:5))
func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = relay.nn.relu %x : (tensor<4xf32>) -> tensor<4xf32> loc(fused[#loc1, #loc2])
  %1 = relay.exp %0 : (tensor<4xf32>) -> tensor<4xf32> loc(fused[#loc3, #loc2])
  return %1 : tensor<4xf32>
}
