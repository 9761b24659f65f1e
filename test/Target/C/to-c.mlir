// dsp-translate prints the C of planned IR, one file behind the other, and
// nothing of a plan that would not work.
//
// RUN: split-file %s %t
// RUN: dsp-translate --dsp-to-c %t/planned.mlir --dsp-to-c-name=net | FileCheck %s
// RUN: dsp-translate --dsp-to-c %t/planned.mlir --dsp-to-c-weights=bin | FileCheck %s --check-prefix=BIN
// RUN: not dsp-translate --dsp-to-c %t/broken.mlir 2>&1 | FileCheck %s --check-prefix=BROKEN
// RUN: not dsp-translate --dsp-to-c %t/broken.mlir --dsp-to-c-function=f 2>&1 | FileCheck %s --check-prefix=FUNCTION
// RUN: not dsp-translate --dsp-to-c %t/planned.mlir --dsp-to-c-name=a-b 2>&1 | FileCheck %s --check-prefix=NAME

// CHECK: // ----- net.h
// CHECK: #define NET_ARENA_SIZE 0
// CHECK: // ----- net.c
// CHECK: memcpy(out->out0, net_w, 8);
// CHECK: // ----- net_weights.c
// CHECK: const float net_w[2] = {1.0f, 2.0f};
// CHECK: // ----- CMakeLists.txt

// BIN: // ----- model.c
// BIN: const float *const model_w = (const void *)(weights + 0);
// BIN-NEXT: memcpy(out->out0, model_w, 8);
// BIN: // ----- model_weights.bin: 8 bytes

// BROKEN: error: result 0 is not in the caller's buffer
// FUNCTION: error: there is no function 'f' to emit
// NAME: error: 'a-b' can't be the name of a model: it must be a C identifier and no keyword

//--- planned.mlir
func.func @main() -> tensor<2xf32> attributes {dsp.arena_align = 1 : i64, dsp.arena_size = 0 : i64} {
  %w = dsp.constant "w" dense<[1.0, 2.0]> : tensor<2xf32>
  %0 = dsp.copy %w {dsp.offsets = array<i64: -1>} : tensor<2xf32>
  return %0 : tensor<2xf32>
}

//--- broken.mlir
func.func @main() -> tensor<2xf32> attributes {dsp.arena_align = 4 : i64, dsp.arena_size = 8 : i64} {
  %w = dsp.constant "w" dense<[1.0, 2.0]> : tensor<2xf32>
  %0 = dsp.copy %w {dsp.offsets = array<i64: 0>} : tensor<2xf32>
  return %0 : tensor<2xf32>
}
