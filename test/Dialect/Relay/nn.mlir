// RUN: dsp-opt %s | dsp-opt | FileCheck %s

// CHECK-LABEL: @activations
func.func @activations(%x: tensor<2x4x6xf32>, %alpha: tensor<4xf32>) {
  // CHECK: relay.nn.relu %{{.*}} : (tensor<2x4x6xf32>) -> tensor<2x4x6xf32>
  %0 = relay.nn.relu %x : (tensor<2x4x6xf32>) -> tensor<2x4x6xf32>
  // CHECK: relay.nn.leaky_relu %{{.*}} {alpha = 0.1} : (tensor<2x4x6xf32>) -> tensor<2x4x6xf32>
  %1 = relay.nn.leaky_relu %x {alpha = 0.1} : (tensor<2x4x6xf32>) -> tensor<2x4x6xf32>
  // CHECK: relay.nn.leaky_relu %{{.*}} : (tensor<2x4x6xf32>) -> tensor<2x4x6xf32>
  %2 = relay.nn.leaky_relu %x {alpha = 0.25} : (tensor<2x4x6xf32>) -> tensor<2x4x6xf32>
  // CHECK: relay.nn.prelu %{{.*}}, %{{.*}} : (tensor<2x4x6xf32>, tensor<4xf32>) -> tensor<2x4x6xf32>
  %3 = relay.nn.prelu %x, %alpha : (tensor<2x4x6xf32>, tensor<4xf32>) -> tensor<2x4x6xf32>
  // CHECK: relay.nn.softmax %{{.*}} {axis = 1} : (tensor<2x4x6xf32>) -> tensor<2x4x6xf32>
  %4 = relay.nn.softmax %x {axis = 1} : (tensor<2x4x6xf32>) -> tensor<2x4x6xf32>
  return
}

// CHECK-LABEL: @normalisation
func.func @normalisation(%x: tensor<2x4x6xf32>, %v: tensor<4xf32>, %u: tensor<6xf32>) {
  // CHECK: relay.nn.bias_add %{{.*}}, %{{.*}} {axis = -1} : (tensor<2x4x6xf32>, tensor<6xf32>) -> tensor<2x4x6xf32>
  %0 = relay.nn.bias_add %x, %u {axis = -1} : (tensor<2x4x6xf32>, tensor<6xf32>) -> tensor<2x4x6xf32>
  // CHECK: %{{.*}}, %{{.*}}, %{{.*}} = relay.nn.batch_norm %{{.*}} {epsilon = 0.001} : (tensor<2x4x6xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<2x4x6xf32>, tensor<4xf32>, tensor<4xf32>)
  %1:3 = relay.nn.batch_norm %x, %v, %v, %v, %v {epsilon = 1.0e-3, center = true} : (tensor<2x4x6xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<2x4x6xf32>, tensor<4xf32>, tensor<4xf32>)
  // CHECK: relay.nn.layer_norm %{{.*}} {scale = false} : (tensor<2x4x6xf32>, tensor<6xf32>, tensor<6xf32>) -> tensor<2x4x6xf32>
  %2 = relay.nn.layer_norm %x, %u, %u {scale = false} : (tensor<2x4x6xf32>, tensor<6xf32>, tensor<6xf32>) -> tensor<2x4x6xf32>
  // CHECK: relay.nn.instance_norm
  %3 = relay.nn.instance_norm %x, %v, %v : (tensor<2x4x6xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<2x4x6xf32>
  // CHECK: relay.nn.group_norm %{{.*}} {num_groups = 2}
  %4 = relay.nn.group_norm %x, %v, %v {num_groups = 2} : (tensor<2x4x6xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<2x4x6xf32>
  // CHECK: relay.nn.l2_normalize %{{.*}} {axis = [1], eps = 1.0e-05}
  %5 = relay.nn.l2_normalize %x {eps = 1.0e-5, axis = [1]} : (tensor<2x4x6xf32>) -> tensor<2x4x6xf32>
  // CHECK: relay.nn.lrn %{{.*}} {alpha = 0.01, size = 3}
  %6 = relay.nn.lrn %x {size = 3, alpha = 0.01, beta = 0.75} : (tensor<2x4x6xf32>) -> tensor<2x4x6xf32>
  // CHECK: %{{.*}}, %{{.*}} = relay.nn.dropout %{{.*}} : (tensor<2x4x6xf32>) -> (tensor<2x4x6xf32>, tensor<2x4x6xf32>)
  %7:2 = relay.nn.dropout %x : (tensor<2x4x6xf32>) -> (tensor<2x4x6xf32>, tensor<2x4x6xf32>)
  return
}

// CHECK-LABEL: @shapes
func.func @shapes(%x: tensor<1x4x3x5xf32>, %d: tensor<2x?x3xf32>, %v: tensor<1x2x3x4x5xf32>) {
  %c = relay.constant dense<0.0> : tensor<f32>
  // CHECK: relay.nn.batch_flatten %{{.*}} : (tensor<1x4x3x5xf32>) -> tensor<1x60xf32>
  %0 = relay.nn.batch_flatten %x : (tensor<1x4x3x5xf32>) -> tensor<1x60xf32>
  // CHECK: relay.nn.batch_flatten %{{.*}} : (tensor<2x?x3xf32>) -> tensor<2x?xf32>
  %1 = relay.nn.batch_flatten %d : (tensor<2x?x3xf32>) -> tensor<2x?xf32>
  // CHECK: relay.nn.pad %{{.*}} {pad_width = {{\[}}[0, 0], [1, 2], [-1, 0]]} : (tensor<2x?x3xf32>, tensor<f32>) -> tensor<2x?x2xf32>
  %2 = relay.nn.pad %d, %c {pad_width = [[0, 0], [1, 2], [-1, 0]]} : (tensor<2x?x3xf32>, tensor<f32>) -> tensor<2x?x2xf32>
  // CHECK: relay.nn.mirror_pad %{{.*}} {mode = "REFLECT", pad_width = {{.*}}} : (tensor<1x4x3x5xf32>) -> tensor<1x4x5x5xf32>
  %3 = relay.nn.mirror_pad %x {mode = "REFLECT", pad_width = [[0, 0], [0, 0], [1, 1], [0, 0]]} : (tensor<1x4x3x5xf32>) -> tensor<1x4x5x5xf32>
  // Halves are rounded to even: 5 * 2.5 is 12.
  // CHECK: relay.nn.upsampling %{{.*}} {scale_h = 2.0, scale_w = 2.5} : (tensor<1x4x3x5xf32>) -> tensor<1x4x6x12xf32>
  %4 = relay.nn.upsampling %x {scale_h = 2.0, scale_w = 2.5} : (tensor<1x4x3x5xf32>) -> tensor<1x4x6x12xf32>
  // CHECK: relay.nn.upsampling3d %{{.*}} -> tensor<1x4x6x4x5xf32>
  %5 = relay.nn.upsampling3d %v {scale_d = 2.0, scale_h = 2.0, scale_w = 1.0, layout = "NDHWC"} : (tensor<1x2x3x4x5xf32>) -> tensor<1x4x6x4x5xf32>
  // CHECK: relay.nn.depth_to_space %{{.*}} {block_size = 2} : (tensor<1x4x3x5xf32>) -> tensor<1x1x6x10xf32>
  %6 = relay.nn.depth_to_space %x {block_size = 2} : (tensor<1x4x3x5xf32>) -> tensor<1x1x6x10xf32>
  // CHECK: relay.nn.space_to_depth %{{.*}} {block_size = 2, layout = "NHWC"} : (tensor<1x1x6x10xf32>) -> tensor<1x0x3x40xf32>
  %7 = relay.nn.space_to_depth %6 {block_size = 2, layout = "NHWC"} : (tensor<1x1x6x10xf32>) -> tensor<1x0x3x40xf32>
  return
}

// CHECK-LABEL: func.func @blocks
func.func @blocks(%x: tensor<2x7x5x4xi8>, %d: tensor<?x?x5x4xi8>) {
  // CHECK: relay.nn.space_to_batch_nd %{{.*}} {block_shape = [2, 3], pad_value = -7.0, paddings = {{\[}}[2, 3], [1, 3]]} : (tensor<2x7x5x4xi8>) -> tensor<12x6x3x4xi8>
  %0 = relay.nn.space_to_batch_nd %x {block_shape = [2, 3], paddings = [[2, 3], [1, 3]], pad_value = -7.0} : (tensor<2x7x5x4xi8>) -> tensor<12x6x3x4xi8>
  // CHECK: relay.nn.batch_to_space_nd %{{.*}} -> tensor<2x9x8x4xi8>
  %1 = relay.nn.batch_to_space_nd %0 {block_shape = [2, 3], crops = [[1, 2], [0, 1]]} : (tensor<12x6x3x4xi8>) -> tensor<2x9x8x4xi8>
  // CHECK: relay.nn.space_to_batch_nd %{{.*}} -> tensor<?x?x3x4xi8>
  %2 = relay.nn.space_to_batch_nd %d {block_shape = [2, 3], paddings = [[2, 3], [1, 3]]} : (tensor<?x?x5x4xi8>) -> tensor<?x?x3x4xi8>
  return
}
