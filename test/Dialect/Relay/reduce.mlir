// RUN: dsp-opt %s | dsp-opt | FileCheck %s

// CHECK-LABEL: @reductions
func.func @reductions(%x: tensor<2x?x4xf32>, %b: tensor<2x3xi1>, %m: tensor<1x1x1xf32>) {
  // CHECK: relay.sum %{{.*}} : (tensor<2x?x4xf32>) -> tensor<f32>
  %0 = relay.sum %x : (tensor<2x?x4xf32>) -> tensor<f32>
  // An empty list means all axes too.
  // CHECK: relay.prod %{{.*}} {axis = [], keepdims = true} : (tensor<2x?x4xf32>) -> tensor<1x1x1xf32>
  %1 = relay.prod %x {axis = [], keepdims = true} : (tensor<2x?x4xf32>) -> tensor<1x1x1xf32>
  // CHECK: relay.mean %{{.*}} {axis = [0, -1]} : (tensor<2x?x4xf32>) -> tensor<?xf32>
  %2 = relay.mean %x {axis = [0, -1]} : (tensor<2x?x4xf32>) -> tensor<?xf32>
  // CHECK: relay.max %{{.*}} {axis = [1], exclude = true, keepdims = true} : (tensor<2x?x4xf32>) -> tensor<1x?x1xf32>
  %3 = relay.max %x {axis = [1], exclude = true, keepdims = true} : (tensor<2x?x4xf32>) -> tensor<1x?x1xf32>
  // CHECK: relay.any %{{.*}} {axis = [0]} : (tensor<2x3xi1>) -> tensor<3xi1>
  %4 = relay.any %b {axis = [0]} : (tensor<2x3xi1>) -> tensor<3xi1>
  // CHECK: relay.variance %{{.*}}, %{{.*}} {axis = [2], unbiased = true} : (tensor<2x?x4xf32>, tensor<1x1x1xf32>) -> tensor<2x?xf32>
  %5 = relay.variance %x, %m {axis = [2], unbiased = true} : (tensor<2x?x4xf32>, tensor<1x1x1xf32>) -> tensor<2x?xf32>
  // CHECK: relay.argmax %{{.*}} {axis = [2]} : (tensor<2x?x4xf32>) -> tensor<2x?xi32>
  %6 = relay.argmax %x {axis = [2]} : (tensor<2x?x4xf32>) -> tensor<2x?xi32>
  // CHECK: relay.argmin %{{.*}} {axis = [2]} : (tensor<2x?x4xf32>) -> tensor<2x?xi64>
  %7 = relay.argmin %x {axis = [2]} : (tensor<2x?x4xf32>) -> tensor<2x?xi64>
  return
}

// CHECK-LABEL: @along_an_axis
func.func @along_an_axis(%x: tensor<2x3x4xf32>) {
  // CHECK: relay.cumsum %{{.*}} {axis = 1, dtype = "float64"} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf64>
  %0 = relay.cumsum %x {axis = 1, dtype = "float64"} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf64>
  // CHECK: relay.cumprod %{{.*}} {exclusive = true} : (tensor<2x3x4xf32>) -> tensor<24xf32>
  %1 = relay.cumprod %x {exclusive = true} : (tensor<2x3x4xf32>) -> tensor<24xf32>
  // CHECK: relay.sort %{{.*}} {is_ascend = false} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  %2 = relay.sort %x {is_ascend = false} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  // CHECK: relay.argsort %{{.*}} {axis = 0, dtype = "int32"} : (tensor<2x3x4xf32>) -> tensor<2x3x4xi32>
  %3 = relay.argsort %x {axis = 0, dtype = "int32"} : (tensor<2x3x4xf32>) -> tensor<2x3x4xi32>
  // CHECK: %{{.*}}:2 = relay.topk %{{.*}} {dtype = "int32", k = 2} : (tensor<2x3x4xf32>) -> (tensor<2x3x2xf32>, tensor<2x3x2xi32>)
  %4:2 = relay.topk %x {k = 2, dtype = "int32"} : (tensor<2x3x4xf32>) -> (tensor<2x3x2xf32>, tensor<2x3x2xi32>)
  // CHECK: relay.topk %{{.*}} {axis = 1, k = 0, ret_type = "values"} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  %5 = relay.topk %x {k = 0, axis = 1, ret_type = "values"} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}
