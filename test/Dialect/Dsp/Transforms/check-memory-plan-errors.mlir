// Plans that would compute something else, or write where nothing is theirs.
//
// RUN: dsp-opt --load-dialect-plugin=%roles --load-dialect-plugin=%phases %s --dsp-check-memory-plan --split-input-file --verify-diagnostics

// expected-error @below {{function 'unplanned' has no memory plan}}
// expected-note @below {{run dsp-plan-memory on it first}}
func.func @unplanned(%x: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}

// -----

func.func @overwritten(%x: tensor<4xf32>) -> tensor<8xf32> attributes {dsp.arena_align = 4 : i64, dsp.arena_size = 64 : i64} {
  // expected-note @below {{the tensor is made here}}
  %0 = dsp.roles.join %x {dsp.offsets = array<i64: 0>} : (tensor<4xf32>) -> tensor<4xf32>
  %1 = dsp.roles.join %x {dsp.offsets = array<i64: 8>} : (tensor<4xf32>) -> tensor<4xf32>
  // expected-error @below {{reads a tensor whose memory was overwritten}}
  %2 = dsp.roles.join %0, %1 {dsp.offsets = array<i64: -1>} : (tensor<4xf32>, tensor<4xf32>) -> tensor<8xf32>
  return %2 : tensor<8xf32>
}

// -----

func.func @overwritten_by_scratch(%x: tensor<4x4xf32>) -> tensor<4x4xf32> attributes {dsp.arena_align = 32 : i64, dsp.arena_size = 64 : i64} {
  // expected-note @below {{the tensor is made here}}
  %0 = dsp.roles.join %x {dsp.offsets = array<i64: 0>} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  %1 = dsp.roles.mix %x {taps = array<i64: 1>, gain = 0.5, dsp.offsets = array<i64: -1>, dsp.scratch_offsets = array<i64: 0>} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  // expected-error @below {{reads a tensor whose memory was overwritten}}
  %2 = dsp.roles.add %0, %1 {dsp.offsets = array<i64: -1>} : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
  return %2 : tensor<4x4xf32>
}

// -----

// The record allows no in-place use.
func.func @overlapping(%x: tensor<4xf32>) -> tensor<4xf32> attributes {dsp.arena_align = 4 : i64, dsp.arena_size = 16 : i64} {
  %0 = dsp.roles.join %x {dsp.offsets = array<i64: 0>} : (tensor<4xf32>) -> tensor<4xf32>
  // expected-error @below {{is given overlapping buffers}}
  %1 = dsp.roles.join %0 {dsp.offsets = array<i64: 0>} : (tensor<4xf32>) -> tensor<4xf32>
  %2 = dsp.roles.scale %1 {factor = 1.0, dsp.offsets = array<i64: -1>} : (tensor<4xf32>) -> tensor<4xf32>
  return %2 : tensor<4xf32>
}

// -----

// The record allows the one, but the other is the same memory.
func.func @overlapping_operands(%x: tensor<4xf32>) -> tensor<4xf32> attributes {dsp.arena_align = 4 : i64, dsp.arena_size = 16 : i64} {
  %0 = dsp.roles.join %x {dsp.offsets = array<i64: -1>} : (tensor<4xf32>) -> tensor<4xf32>
  // expected-error @below {{is given overlapping buffers}}
  %1 = dsp.roles.add %0, %0 {dsp.offsets = array<i64: -1>} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %1 : tensor<4xf32>
}

// -----

func.func @beyond(%x: tensor<4xf32>) -> tensor<4xf32> attributes {dsp.arena_align = 4 : i64, dsp.arena_size = 16 : i64} {
  // expected-error @below {{writes beyond the arena's 16 bytes}}
  %0 = dsp.roles.join %x {dsp.offsets = array<i64: 4>} : (tensor<4xf32>) -> tensor<4xf32>
  %1 = dsp.roles.scale %0 {factor = 1.0, dsp.offsets = array<i64: -1>} : (tensor<4xf32>) -> tensor<4xf32>
  return %1 : tensor<4xf32>
}

// -----

func.func @misaligned(%x: tensor<4x4xf32>) -> tensor<4x4xf32> attributes {dsp.arena_align = 32 : i64, dsp.arena_size = 256 : i64} {
  // expected-error @below {{wants 'output' aligned to 16 bytes, found it at 8 of an arena aligned to 32}}
  %0 = dsp.roles.mix %x {taps = array<i64: 1>, gain = 0.5, dsp.offsets = array<i64: 8>, dsp.scratch_offsets = array<i64: 128>} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  %1 = dsp.roles.scale %0 {factor = 1.0, dsp.offsets = array<i64: -1>} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  return %1 : tensor<4x4xf32>
}

// -----

func.func @misaligned_scratch(%x: tensor<4x4xf32>) -> tensor<4x4xf32> attributes {dsp.arena_align = 32 : i64, dsp.arena_size = 256 : i64} {
  // expected-error @below {{has scratch memory at 16, not aligned to 32}}
  %0 = dsp.roles.mix %x {taps = array<i64: 1>, gain = 0.5, dsp.offsets = array<i64: -1>, dsp.scratch_offsets = array<i64: 16>} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  return %0 : tensor<4x4xf32>
}

// -----

func.func @not_returned(%x: tensor<4xf32>) -> tensor<4xf32> attributes {dsp.arena_align = 4 : i64, dsp.arena_size = 16 : i64} {
  %0 = dsp.roles.join %x {dsp.offsets = array<i64: 0>} : (tensor<4xf32>) -> tensor<4xf32>
  // expected-error @below {{result 0 is not in the caller's buffer}}
  return %0 : tensor<4xf32>
}

// -----

func.func @no_such_result(%x: tensor<4xf32>) -> tensor<4xf32> attributes {dsp.arena_align = 4 : i64, dsp.arena_size = 16 : i64} {
  // expected-error @below {{has an offset -2 but the function has 1 results}}
  %0 = dsp.roles.join %x {dsp.offsets = array<i64: -2>} : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

module attributes {dsp.arena = {name = "tcm", size = 64 : i64, align = 1 : i64}} {
  func.func @outside_the_arena(%x: tensor<4xf32>) -> tensor<4xf32> attributes {dsp.arena_align = 16 : i64, dsp.arena_size = 16 : i64} {
    // expected-error @below {{wants 'in' in memory 'tcm', found it outside the arena}}
    %0 = dsp.phases.relu_simd %x {dsp.offsets = array<i64: 0>} : (tensor<4xf32>) -> tensor<4xf32>
    return %0 : tensor<4xf32>
  }
}
