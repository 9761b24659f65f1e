// Sequences, covers that stand for several trees, C++ matchers and two-phase
// kernels compute what the portable library does; users are told what was chosen
// and why.
//
// RUN: mkdir -p %t
// RUN: %python %inputs/make_npz.py %t/in.npz x:f4:2x3:ramp4
// RUN: dsp-run %s --inputs %t/in.npz --save %t/portable.npz
// RUN: dsp-run %s --library %phases %phases_c --inputs %t/in.npz --expect %t/portable.npz
// RUN: dsp-run %s --library %phases --library-option phases:simd=1 --arena tcm:1K %phases_c --inputs %t/in.npz --expect %t/portable.npz
//
// RUN: dsp-compile %s --library %phases --library portable --explain -o %t 2>&1 | FileCheck %s
// RUN: dsp-compile %s --library %phases --library portable --library-option phases:simd=1 --arena tcm:1K -o %t
// RUN: FileCheck %s --check-prefix=SIMD < %t/choices.c
// RUN: FileCheck %s --check-prefix=MEMORY < %t/choices.h
// RUN: not dsp-compile %s --library %phases --library-option phases:mac4=1 -o %t 2>&1 | FileCheck %s --check-prefix=OPTION
// RUN: not dsp-compile %s --library portable --library-option phases:simd=1 -o %t 2>&1 | FileCheck %s --check-prefix=LIBRARY

// CHECK: 'nn.relu' is on kernel 'phases.relu'
// CHECK: kernel 'phases.relu_blocks' as relay.nn.relu fits too: it costs 1008, the other no more
// CHECK: kernel 'phases.relu_slow' as relay.nn.relu fits too: what it costs is not known
// CHECK: kernel 'phases.relu_simd' as relay.nn.relu: [needs] option 'phases:simd' must be '1' (is '0'); [memory] 'in' must be in memory 'tcm' (is unknown; --arena NAME:SIZE says it); [memory] 'out' must be in memory 'tcm'
// CHECK: 'nn.softmax' is on kernel 'phases.

// SIMD: float *const multiply = (void *)(arena +
// SIMD: ph_relu_simd(multiply, relu, 8);
// MEMORY: the arena must be in tcm
// MEMORY-NEXT: _ARENA_SIZE 64
// OPTION: error: library 'phases' has no option 'mac4'; it has: simd
// LIBRARY: error: --library-option speaks of library 'phases', which --library does not name

func.func @main(%x: tensor<2x3xf32> {relay.name = "x"}) -> (tensor<2x4xf32>, tensor<2x3xf32>) {
  %w = relay.constant "w" dense<[[0.0, 1.0, 2.0], [-1.0, -1.0, -1.0], [1.0, 0.0, 0.0], [1.0, 2.0, 3.0]]> : tensor<4x3xf32>
  %b = relay.constant "b" dense<[0.0, 1.0, 2.0, 1.0]> : tensor<4xf32>
  %0 = relay.nn.dense %x, %w : (tensor<2x3xf32>, tensor<4x3xf32>) -> tensor<2x4xf32>
  %1 = relay.nn.bias_add %0, %b {axis = -1} : (tensor<2x4xf32>, tensor<4xf32>) -> tensor<2x4xf32>
  %2 = relay.sigmoid %1 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  %3 = relay.multiply %1, %2 : (tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  %4 = relay.nn.relu %3 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  %5 = relay.nn.softmax %4 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  %6 = relay.clip %x {a_min = -0.75 : f64, a_max = 0.0 : f64} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %5, %6 : tensor<2x4xf32>, tensor<2x3xf32>
}
