// The same bytes in every form; equal constants are held once.
//
// RUN: rm -rf %t
// RUN: dsp-compile %s --library %roles --name m --weights c -o %t
// RUN: FileCheck %s --check-prefix=C < %t/m_weights.c
// RUN: ls %t | FileCheck %s --check-prefix=FILES
// RUN: dsp-compile %s --library %roles --name m --weights asm -o %t
// RUN: FileCheck %s --check-prefix=ASM < %t/m_weights.S
// RUN: od -An -tx4 -v %t/m_weights.bin | FileCheck %s --check-prefix=BIN
// The C array of the run before would be linked as well: it is gone.
// RUN: ls %t | FileCheck %s --check-prefix=ASMFILES
// RUN: cp %t/m_weights.bin %t/asm.bin
// RUN: dsp-compile %s --library %roles --name m --weights bin -o %t
// RUN: cmp %t/asm.bin %t/m_weights.bin
// RUN: FileCheck %s --check-prefix=INIT < %t/m.h
// RUN: dsp-compile %s --library %roles --name m -o %t
// RUN: FileCheck %s --check-prefix=C < %t/m_weights.c

// FILES: CMakeLists.txt
// FILES-NEXT: m.c
// FILES-NEXT: m.h
// FILES-NEXT: m_weights.c
// FILES-NEXT: report.json

// ASMFILES-NOT: m_weights.c
// ASMFILES: m_weights.S
// ASMFILES-NEXT: m_weights.bin

// C-NOT: same
// C: #include <math.h>
// C: /* a: float32 4 */
// C-NEXT: extern const float m_a[4];
// C-NEXT: const float m_a[4] = {0.1f, -0.0f, INFINITY, 1e-45f};
// C: /* (computed): float32 scalar */
// C: const float m_constant[1] = {NAN};
// C-NOT: m_constant_1
// C: const float m_zeros[6] = {0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f};
// C: const int8_t m_bytes[3] M_ALIGNED(4) = {-128, 0, 127};

// ASM: .section .rodata.m_weights,"a",%progbits
// ASM-NEXT: .balign 4
// ASM-NEXT: .Lm_weights:
// ASM-NEXT: .incbin "m_weights.bin"
// ASM: /* a: float32 4 */
// ASM-NEXT: .globl m_a
// ASM-NEXT: .type m_a, %object
// ASM-NEXT: .set m_a, .Lm_weights + 0
// ASM-NEXT: .size m_a, 16
// ASM: .set m_constant, .Lm_weights + 16
// ASM: .set m_zeros, .Lm_weights + 20
// ASM: .section .note.GNU-stack,"",%progbits

// BIN: 3dcccccd 80000000 7f800000 00000001
// BIN-NEXT: 7fc00000 00000000 00000000 00000000
// BIN-NEXT: 00000000 00000000 00000000

// INIT: #define M_WEIGHTS_SIZE 47
// INIT: struct m_context {
// INIT: int32_t m_init(struct m_context *context, const void *weights, size_t size);
// INIT: int32_t m_run(const struct m_context *context, const struct m_inputs *in,
func.func @main(%x: tensor<4xf32>) -> (tensor<15xf32>, tensor<3xi32>) {
  %unused = dsp.constant "unused" dense<7.0> : tensor<100xf32>
  %a = dsp.constant "a" dense<[0.1, -0.0, 0x7F800000, 1.401298e-45]> : tensor<4xf32>
  %b = dsp.constant dense<0x7FC00000> : tensor<f32>
  %same = dsp.constant "same" dense<0x7FC00000> : tensor<1xf32>
  %z = dsp.constant "zeros" dense<0.0> : tensor<2x3xf32>
  %i = dsp.constant "bytes" dense<[-128, 0, 127]> : tensor<3xi8>
  %0 = dsp.roles.join %x, %a, %b, %same, %z : (tensor<4xf32>, tensor<4xf32>, tensor<f32>, tensor<1xf32>, tensor<2x3xf32>) -> tensor<15xf32>
  %1 = dsp.roles.widen %i : (tensor<3xi8>) -> tensor<3xi32>
  return %0, %1 : tensor<15xf32>, tensor<3xi32>
}
