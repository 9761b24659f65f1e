// RUN: dsp-opt %s --load-dialect-plugin=%phases --dsp-plan-memory --split-input-file --verify-diagnostics

module attributes {dsp.arena = {name = "tcm", size = 31 : i64, align = 1 : i64}} {
  // expected-error @below {{arena 'tcm' has 31 bytes, function 'too_small' needs 32}}
  func.func @too_small(%x: tensor<4xf32>) -> tensor<4xf32> {
    %0 = dsp.phases.relu %x : (tensor<4xf32>) -> tensor<4xf32>
    // expected-note @below {{32 bytes are in use at once here, the most of all calls}}
    %1 = dsp.phases.multiply_add %0, %x, %x : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %2 = dsp.phases.multiply_add %0, %1, %x : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    return %2 : tensor<4xf32>
  }
}

// -----

// expected-error @below {{'dsp.arena' must be {name = "…", size = … : i64, align = … : i64} with a power of two as alignment, found {align = 3 : i64, name = "tcm", size = 16 : i64}}}
module attributes {dsp.arena = {name = "tcm", size = 16 : i64, align = 3 : i64}} {
}

// -----

module attributes {dsp.arena = {name = "sram", size = 64 : i64, align = 1 : i64}} {
  func.func @another_memory(%x: tensor<4xf32>) -> tensor<4xf32> {
    // expected-error @below {{wants 'in' in memory 'tcm', the arena is in 'sram'}}
    %0 = dsp.phases.relu_simd %x : (tensor<4xf32>) -> tensor<4xf32>
    return %0 : tensor<4xf32>
  }
}

// -----

module {
  // expected-error @below {{'dsp.arena' belongs on the module}}
  func.func @not_here(%x: tensor<4xf32>) -> tensor<4xf32> attributes {dsp.arena = {name = "sram", size = 64 : i64, align = 1 : i64}} {
    return %x : tensor<4xf32>
  }
}

// -----

// expected-error @below {{library 'phases' has no option 'mac4'}}
module attributes {dsp.library_options = {phases = {mac4 = "1"}}} {
}

// -----

// expected-error @below {{option 'target' of library 'cmsis_nn' can't be "dps"}}
// expected-note @below {{it must be one of: any, c, dsp, mve}}
module attributes {dsp.library_options = {cmsis_nn = {target = "dps"}}} {
}
