// SHL's convolution ignores dilation, so it must not get one: the reason says so.
//
// RUN: dsp-compile %s --library shl --library portable --emit dsp --explain 2> %t | FileCheck %s
// RUN: FileCheck %s --check-prefix=WHY < %t
// RUN: dsp-compile %s --library shl --library portable --report %t.json -o %t.out
// RUN: FileCheck %s --check-prefix=REPORT < %t.json

// The portable kernel wants another layout than SHL's.
// CHECK: dsp.portable.transpose %{{.*}} {axes = array<i64: 0, 2, 3, 1>}
// CHECK: dsp.portable.conv2d_f32
// CHECK: dsp.portable.transpose %{{.*}} {axes = array<i64: 0, 3, 1, 2>}
// REPORT: "op":"nn.conv2d",{{.*}}"placement":"portable.conv2d_f32","call":3,{{.*}}"kernel":"shl.conv2d"
// WHY: note: kernel 'shl.conv2d' as relay.nn.conv2d: [C3] every element of 'dilation' must be 1: SHL's kernel ignores it (is [2, 2])
func.func @main(%x: tensor<1x4x9x9xf32>, %w: tensor<4x4x3x3xf32>) -> tensor<1x4x5x5xf32> {
  %0 = relay.nn.conv2d %x, %w {dilation = array<i64: 2, 2>} : (tensor<1x4x9x9xf32>, tensor<4x4x3x3xf32>) -> tensor<1x4x5x5xf32>
  return %0 : tensor<1x4x5x5xf32>
}
