// A number that selects an enumerator is printed by the enumerator's name.
//
// RUN: dsp-compile %s --library %roles --name m -o %t
// RUN: FileCheck %s < %t/m.c
// RUN: %python %inputs/make_npz.py %t/in.npz x:f4:2:1,-2
// RUN: dsp-run %s --library %roles %roles_c --inputs %t/in.npz | FileCheck %s --check-prefix=VALUES

// CHECK: roles_add_sign(in->x, ROLES_ADD, out->same, 2);
// CHECK: roles_add_sign(in->x, ROLES_SUBTRACT, out->negated, 2);

//      VALUES: out0
// VALUES-NEXT: 1 -2
//      VALUES: out1
// VALUES-NEXT: -1 2
func.func @main(%x: tensor<2xf32> {relay.name = "x"}) -> (tensor<2xf32> {relay.name = "same"}, tensor<2xf32> {relay.name = "negated"}) {
  %0 = dsp.roles.xor %x {mode = 0} : (tensor<2xf32>) -> tensor<2xf32>
  %1 = dsp.roles.xor %x {mode = 1} : (tensor<2xf32>) -> tensor<2xf32>
  return %0, %1 : tensor<2xf32>, tensor<2xf32>
}
