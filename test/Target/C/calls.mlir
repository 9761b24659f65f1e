// Every kind of parameter, as the library's record has it.
//
// RUN: dsp-compile %s --library %roles --name m --weights c -o %t | FileCheck %s --check-prefix=SUMMARY
// RUN: FileCheck %s < %t/m.c
// The same calls, the same numbers, however the weights are shipped.
// RUN: %python %inputs/make_npz.py %t/in.npz x:f4:4x6:ramp8 switch:i1:3:-1,2,100
// RUN: dsp-run %s --library %roles %roles_c --inputs %t/in.npz --save %t/c.npz --weights c
// RUN: dsp-run %s --library %roles %roles_c --inputs %t/in.npz --expect %t/c.npz --exact --weights asm
// RUN: dsp-run %s --library %roles %roles_c --inputs %t/in.npz --expect %t/c.npz --exact --weights bin
// RUN: dsp-run %s --library %roles %roles_c --inputs %t/in.npz | FileCheck %s --check-prefix=VALUES

// SUMMARY: m: 8 of 8 kernel-worthy ops on roles (100.0 % of 0 MACs), 0 on the host, arena 288 B (lower bound 288), weights 24 B

//      CHECK: #include "m.h"
// CHECK-NEXT: #include "roles_dsp.h"
// CHECK-NEXT: #include <stddef.h>
//  CHECK-NOT: #include
//      CHECK: static int32_t m_calls(const struct m_inputs *in, const struct m_outputs *out,

// Nested structs, a table behind a pointer, scratch memory, an enumerator; all
// that never changes is read-only data.
//      CHECK:   /* 1: dsp.roles.mix: 4x6 -> 4x6 */
// CHECK-NEXT:   float *const mix = (void *)(arena + 0);
// CHECK-NEXT:   {
// CHECK-NEXT:     static const int16_t taps[3] = {1, -2, 3};
// CHECK-NEXT:     static const roles_params params = {.gain = 0.5f, .size = {.h = 4, .w = 6}, .taps = taps,
// CHECK-NEXT:         .num_taps = 3};
// CHECK-NEXT:     static const roles_size size = {.h = 4, .w = 6};
// CHECK-NEXT:     static const int32_t shape[2] = {4, 6};
// CHECK-NEXT:     status = (int32_t)roles_mix(&params, in->x, m_layer_bias, mix, arena + 96, ROLES_SUBTRACT, size,
// CHECK-NEXT:         shape, 2);
// CHECK-NEXT:   }
// CHECK-NEXT:   if (status != 1)
// CHECK-NEXT:     return m_failed(1, status);

// An equal constant is the same weight; an empty table is NULL.
//      CHECK: .taps = NULL,
//      CHECK: roles_mix(&params, mix, m_layer_bias, mix_1,

// In place.
//      CHECK:   float *const scale = (void *)(arena + 96);
// CHECK-NEXT:   status = (int32_t)roles_scale(mix_1, -1e-05f, scale, 24);

// Lists of tensors.
//      CHECK:     const float *const inputs[2] = {add, mix};
// CHECK-NEXT:     status = (int32_t)roles_join(inputs, 2, out->sum_0, 48);
//      CHECK:     float *const outputs[2] = {out->sum_0_1, part_1};
// CHECK-NEXT:     status = (int32_t)roles_part(add, 24, outputs, 2);
//      CHECK:   status = (int32_t)roles_add(out->sum_0_1, part_1, out->sum_0_1, 12);

// A keyword is no name for a field.
//      CHECK:   status = (int32_t)roles_widen(in->switch_, out->out2, 3);

// VALUES: out0: float32 (4, 12)
// VALUES-NEXT: -1.49997997 -0.437511235 0.624957502
// VALUES: out2: int32 (3)
// VALUES-NEXT: -1 2 100
func.func @main(%x: tensor<4x6xf32> {relay.name = "x"}, %q: tensor<3xi8> {relay.name = "switch"}) -> (tensor<4x12xf32> {relay.name = "Sum:0"}, tensor<2x6xf32> {relay.name = "sum 0"}, tensor<3xi32>) {
  %b = dsp.constant "layer/bias" dense<[1.0, 2.0, 3.0, 4.0, 5.0, 0.1]> : tensor<6xf32>
  %same = dsp.constant dense<[1.0, 2.0, 3.0, 4.0, 5.0, 0.1]> : tensor<6xf32>
  %0 = dsp.roles.mix %x, %b {taps = array<i64: 1, -2, 3>, gain = 0.5} : (tensor<4x6xf32>, tensor<6xf32>) -> tensor<4x6xf32>
  %1 = dsp.roles.mix %0, %same {taps = array<i64>, gain = 2.0} : (tensor<4x6xf32>, tensor<6xf32>) -> tensor<4x6xf32>
  %2 = dsp.roles.scale %1 {factor = -1.0e-5} : (tensor<4x6xf32>) -> tensor<4x6xf32>
  %3 = dsp.roles.add %2, %0 : (tensor<4x6xf32>, tensor<4x6xf32>) -> tensor<4x6xf32>
  %4 = dsp.roles.join %3, %0 : (tensor<4x6xf32>, tensor<4x6xf32>) -> tensor<4x12xf32>
  %5:2 = dsp.roles.part %3 : (tensor<4x6xf32>) -> (tensor<2x6xf32>, tensor<2x6xf32>)
  %6 = dsp.roles.add %5#0, %5#1 : (tensor<2x6xf32>, tensor<2x6xf32>) -> tensor<2x6xf32>
  %7 = dsp.roles.widen %q : (tensor<3xi8>) -> tensor<3xi32>
  return %4, %6, %7 : tensor<4x12xf32>, tensor<2x6xf32>, tensor<3xi32>
}
