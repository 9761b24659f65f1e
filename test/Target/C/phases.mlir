// Kernels that are more than one call: what is made at init, kept in the context,
// used in each run, and given back.
//
// RUN: dsp-compile %s --library %phases --name m --weights c -o %t | FileCheck %s --check-prefix=SUMMARY
// RUN: FileCheck %s < %t/m.c
// RUN: FileCheck %s --check-prefix=HEADER < %t/m.h
// RUN: %cc %strict_c %phases_c -I %t -c %t/m.c -o %t/m.o
// RUN: %cc %strict_c -x c++ -std=c++11 %phases_c -fsyntax-only %t/m.h
// RUN: %cc -std=c11 -Wall -Werror %phases_c -I %t -DFILTER_CALL=4 %S/Inputs/phases.c %t/m.o %t/m_weights.c %lib/libphases_dsp.a -lm -o %t/app
// RUN: %t/app | FileCheck %s --check-prefix=APP
//
// However the weights are shipped, dsp-run makes the context and the memory.
// RUN: %python %inputs/make_npz.py %t/in.npz x:f4:2x3:ramp8 signal:f4:6:ramp8 q:i1:3:-1,2,100
// RUN: dsp-run %s --library %phases %phases_c --inputs %t/in.npz --save %t/c.npz --weights c
// RUN: dsp-run %s --library %phases %phases_c --inputs %t/in.npz --expect %t/c.npz --exact --weights asm
// RUN: dsp-run %s --library %phases %phases_c --inputs %t/in.npz --expect %t/c.npz --exact --weights bin
//
// Only init knows how much memory libraries want, and whether there is as much.
// RUN: dsp-compile %s --library %phases --name m --arena tcm:1M:64 -o %t/pool
// RUN: FileCheck %s --check-prefix=POOL < %t/pool/m.h
// RUN: dsp-run %s --library %phases %phases_c --arena tcm:1M:64 --inputs %t/in.npz --expect %t/c.npz --exact
// RUN: not dsp-run %s --library %phases %phases_c --arena tcm:0 --inputs %t/in.npz 2>&1 | FileCheck %s --check-prefix=FULL

// POOL:      #define M_ARENA_ALIGN 64
// POOL-NEXT: #define M_ARENA_CAPACITY 1048576
// POOL:      #define M_ERROR_ARENA (-6)
// FULL: error: arena 'tcm' has 0 bytes, the libraries want more: see --arena

// SUMMARY: m: 6 of 6 kernel-worthy ops on phases
// APP: OK

// HEADER:      #include <stddef.h>
// HEADER-NEXT: #include <stdint.h>
// HEADER-NEXT: #include "phases_dsp.h"
// HEADER:      struct m_context {
// HEADER-NEXT:   size_t arena_size;
// HEADER-NEXT:   int32_t is_ready;
// HEADER-NEXT:   ph_session *phases_session;
// HEADER-NEXT:   ph_pool *phases_pool;
// HEADER-NEXT:   ph_operator_t dense_op;
// HEADER-NEXT:   size_t dense_bytes;
// HEADER-NEXT:   size_t dense_align;
// HEADER-NEXT:   int32_t scale_scratch_size;
// HEADER-NEXT:   ph_filter filter_1_filter;
// HEADER-NEXT:   int32_t filter_1_taps;
// HEADER-NEXT:   int32_t filter_1_made;
// HEADER-NEXT: };
// HEADER:      int32_t m_init(struct m_context *context, ph_pool *phases_pool);
// HEADER:      int32_t m_deinit(struct m_context *context);
// HEADER:      int32_t m_run(struct m_context *context, const struct m_inputs *in, const struct m_outputs *out,

// Buffers are handed over in each run, in front of the kernel's own function.
// CHECK-LABEL: static int32_t m_calls(
//      CHECK:   /* 1: dsp.phases.dense: 2x3 -> 2x4 */
// CHECK-NEXT:   status = (int32_t)ph_setup_dense(context->dense_op,
// CHECK-NEXT:       m_workspace(arena, (size_t)context->dense_bytes, (size_t)context->dense_align), in->x,
// CHECK-NEXT:       out->dense);
// CHECK-NEXT:   if (status != 0)
// CHECK-NEXT:     return m_failed(1, status);
// CHECK-NEXT:   status = (int32_t)ph_run(context->dense_op, context->phases_pool);
// CHECK-NEXT:   if (status != 0)
// CHECK-NEXT:     return m_failed(1, status) + (1 << 28);

// Structs that the function may change are made anew; arrays within structs.
//      CHECK:     ph_tensor input = {.data = out->scaled, .dim = {2, 4}, .dim_count = 2};
// CHECK-NEXT:     ph_tensor output = {.data = out->padded, .dim = {4, 6}, .dim_count = 2};
// CHECK-NEXT:     ph_pad_params params = {.mode = PH_PAD_MIRROR, .amount = {.before = {.h = 1, .w = 1},
// CHECK-NEXT:         .after = {.h = 1, .w = 1}}, .value = 0.0f};
// CHECK-NEXT:     status = (int32_t)ph_pad(&input, &output, &params);
// CHECK-NEXT:   }
// CHECK-NEXT:   if (status != 1)

// Pointers without const; what isn't negative is no failure.
//      CHECK:   status = (int32_t)ph_filter_run(&context->filter_1_filter, (void *)in->signal,
//      CHECK:   if (status <= 0)

//      CHECK:     static const int8_t table[256] = {-109, -108,
//      CHECK:     ph_lookup(out->t, in->q, table, 3);

//      CHECK:     static const size_t shape[2] = {2, 4};
// CHECK-NEXT:     static const size_t strides[2] = {4, 1};
// CHECK-NEXT:     status = (int32_t)ph_range(out->low, out->high, out->dense, shape, strides, 2);
// CHECK-NEXT:   }
// CHECK-NEXT:   if (status == 0)

// Made in order; a stored result says itself whether it is good.
// CHECK-LABEL: static int32_t m_make_1(struct m_context *context) {
//      CHECK:   status = (int32_t)ph_create_dense(context->phases_session, 3, 4, m_w, m_b, 0.0f, INFINITY, 0,
// CHECK-NEXT:       &context->dense_op);
//      CHECK:   status = (int32_t)ph_reshape_dense(context->dense_op, 2, &context->dense_bytes,
//      CHECK:     return m_failed(1, status) + (1 << 28);
// CHECK-NEXT:   m_reserve(context, (size_t)context->dense_bytes, (size_t)context->dense_align);
//      CHECK:   context->scale_scratch_size = ph_scale_scratch_size(8);
// CHECK-NEXT:   if (context->scale_scratch_size < 0)
// CHECK-NEXT:     return m_failed(2, (int32_t)context->scale_scratch_size);
// CHECK-NEXT:   m_reserve(context, (size_t)context->scale_scratch_size, 8);
//      CHECK:   ph_filter_init(&context->filter_1_filter, 2, (const void *)m_taps);
//      CHECK:   if (status == 0)
//      CHECK:   context->filter_1_made = 1;

// Given back in reverse, what was made and nothing else.
// CHECK-LABEL: static int32_t m_release_1(struct m_context *context, int32_t failed) {
//      CHECK:   if (context->filter_1_made) {
// CHECK-NEXT:     ph_filter_free(&context->filter_1_filter);
// CHECK-NEXT:   }
// CHECK-NEXT:   context->filter_1_made = 0;
//      CHECK:   if (context->dense_op) {
// CHECK-NEXT:     status = (int32_t)ph_delete(context->dense_op);
// CHECK-NEXT:     if (status != 0 && failed == 0)
// CHECK-NEXT:       failed = m_failed(1, status);
// CHECK-NEXT:   }
// CHECK-NEXT:   context->dense_op = 0;

// CHECK-LABEL: static int32_t m_make(struct m_context *context) {
//      CHECK:     static const ph_config config = {.threads = 2};
// CHECK-NEXT:     context->phases_session = ph_open(&config);
// CHECK-NEXT:   }
// CHECK-NEXT:   if (context->phases_session == 0)
// CHECK-NEXT:     return m_failed(7, -1);

func.func @main(%x: tensor<2x3xf32> {relay.name = "x"}, %signal: tensor<6xf32> {relay.name = "signal"},
                %q: tensor<3xi8> {relay.name = "q"})
    -> (tensor<2x4xf32> {relay.name = "dense"}, tensor<2x4xf32> {relay.name = "scaled"},
        tensor<4x6xf32> {relay.name = "padded"}, tensor<6xf32> {relay.name = "filtered"},
        tensor<3xi8> {relay.name = "t"}, tensor<f32> {relay.name = "low"}, tensor<f32> {relay.name = "high"}) {
  %w = dsp.constant "w" dense<[[0.0, 1.0, 2.0], [-1.0, -1.0, -1.0], [1.0, 0.0, 0.0], [1.0, 2.0, 3.0]]> : tensor<4x3xf32>
  %b = dsp.constant "b" dense<[0.0, 1.0, 2.0, 1.0]> : tensor<4xf32>
  %taps = dsp.constant "taps" dense<[1.0, -1.0]> : tensor<2xf32>
  %0 = dsp.phases.dense %x, %w, %b {low = 0.0} : (tensor<2x3xf32>, tensor<4x3xf32>, tensor<4xf32>) -> tensor<2x4xf32>
  %1 = dsp.phases.scale %0 {factor = 2.0} : (tensor<2x4xf32>) -> tensor<2x4xf32>
  %2 = dsp.phases.pad %1 {pad_width = array<i64: 1, 1, 1, 1>, mode = "reflect"} : (tensor<2x4xf32>) -> tensor<4x6xf32>
  %3 = dsp.phases.filter %signal, %taps : (tensor<6xf32>, tensor<2xf32>) -> tensor<6xf32>
  %4 = dsp.phases.tanh %q {scale = 0.01} : (tensor<3xi8>) -> tensor<3xi8>
  %5:2 = dsp.phases.range %0 : (tensor<2x4xf32>) -> (tensor<f32>, tensor<f32>)
  return %0, %1, %2, %3, %4, %5#0, %5#1 : tensor<2x4xf32>, tensor<2x4xf32>, tensor<4x6xf32>, tensor<6xf32>, tensor<3xi8>, tensor<f32>, tensor<f32>
}
