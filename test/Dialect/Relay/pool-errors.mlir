// RUN: dsp-opt %s -verify-diagnostics -split-input-file

func.func @no_size(%x: tensor<1x4x8x9xf32>) {
  // expected-error @+1 {{'relay.nn.max_pool2d' op requires attribute 'pool_size'}}
  %0 = relay.nn.max_pool2d %x : (tensor<1x4x8x9xf32>) -> tensor<1x4x4x4xf32>
  return
}

// -----

func.func @size(%x: tensor<1x4x8x9xf32>) {
  // expected-error @+2 {{'relay.nn.max_pool2d' op 'pool_size' has 1 entry, expected 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.max_pool2d %x {pool_size = [2]} : (tensor<1x4x8x9xf32>) -> tensor<1x4x4x4xf32>
  return
}

// -----

func.func @layout(%x: tensor<1x4x8x9xf32>) {
  // expected-error @+2 {{'layout' is 'NCW', expected a layout with whole axes 'HW'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.avg_pool2d %x {pool_size = [2, 2], layout = "NCW"} : (tensor<1x4x8x9xf32>) -> tensor<1x4x4x4xf32>
  return
}

// -----

func.func @split_layout(%x: tensor<1x4x8x9xf32>) {
  // expected-error @+2 {{'layout' is 'NCHW4h', expected a layout with whole axes 'HW'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.avg_pool2d %x {pool_size = [2, 2], layout = "NCHW4h"} : (tensor<1x4x8x9xf32>) -> tensor<1x4x4x4xf32>
  return
}

// -----

func.func @rank(%x: tensor<1x4x8x9xf32>) {
  // expected-error @+2 {{'data' has shape (1, 4, 8, 9), expected rank 5 for layout 'NCHW4c'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.avg_pool2d %x {pool_size = [2, 2], layout = "NCHW4c"} : (tensor<1x4x8x9xf32>) -> tensor<1x4x4x4xf32>
  return
}

// -----

func.func @padding(%x: tensor<1x4x8x9xf32>) {
  // expected-error @+2 {{'padding' has 3 entries, expected 1, 2 or 4}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.max_pool2d %x {pool_size = [2, 2], padding = [1, 1, 1]} : (tensor<1x4x8x9xf32>) -> tensor<1x4x4x4xf32>
  return
}

// -----

func.func @window(%x: tensor<1x4x8x9xf32>) {
  // expected-error @+2 {{the window spans 11 on spatial axis 1, more than the padded data's 9}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.max_pool2d %x {pool_size = [3, 11]} : (tensor<1x4x8x9xf32>) -> tensor<1x4x4x4xf32>
  return
}

// -----

func.func @result(%x: tensor<1x4x8x9xf32>) {
  // expected-error @+2 {{inferred type(s) 'tensor<1x4x4x5xf32>' are incompatible with return type(s) of operation 'tensor<1x4x4x4xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.max_pool2d %x {pool_size = [2, 2], strides = [2, 2], ceil_mode = true} : (tensor<1x4x8x9xf32>) -> tensor<1x4x4x4xf32>
  return
}

// -----

func.func @adaptive_size(%x: tensor<1x4x8x9xf32>) {
  // expected-error @+2 {{'output_size' has 3 entries, expected 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.adaptive_avg_pool2d %x {output_size = [1, 2, 3]} : (tensor<1x4x8x9xf32>) -> tensor<1x4x4x4xf32>
  return
}

// -----

func.func @adaptive_extent(%x: tensor<1x4x8x9xf32>) {
  // expected-error @+2 {{'output_size' is (0), expected extents of at least 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.adaptive_max_pool2d %x {output_size = [0]} : (tensor<1x4x8x9xf32>) -> tensor<1x4x4x4xf32>
  return
}

// -----

func.func @global_layout(%x: tensor<1x4x8x9xf32>) {
  // expected-error @+2 {{'layout' is 'NCDW', expected a layout with whole axes 'HW'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.nn.global_avg_pool2d %x {layout = "NCDW"} : (tensor<1x4x8x9xf32>) -> tensor<1x4x4x4xf32>
  return
}
