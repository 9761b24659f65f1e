// The C is in the model's own words, as far as C takes them.
//
// RUN: dsp-compile %s --library %roles --name net -o %t
// RUN: FileCheck %s < %t/net.c
// RUN: FileCheck %s --check-prefix=HEADER < %t/net.h

// HEADER: #define NET_INPUT_0_NAME "serving_default:0 \042\077\077/"
// HEADER: struct net_inputs {
// HEADER-NEXT:   const float *serving_default_0;
// HEADER-NEXT:   const float *t0_2_3;
// HEADER-NEXT: };
// HEADER: struct net_outputs {
// HEADER-NEXT:   float *class_;
// HEADER-NEXT: };

//      CHECK: extern const float net_w_1[4];
// CHECK-NEXT: extern const float net_w_1_1[4];
// CHECK-NEXT: extern const float net_constant[4];
// CHECK-NEXT: extern const float net_a_very_long_name_of_a_layer_that_goes_on_and_on_and_on_{{[0-9a-f]+}}[4];

// Relay's own numbers say nothing: the op does.
//      CHECK: /* 1: add, %12 at 3:4: 4 -> 4 */
// CHECK-NEXT: float *const add_12 =
// No name hides the argument, or the kernel, of a call.
//      CHECK: /* 2: nn.scale, in: 4 -> 4 */
// CHECK-NEXT: float *const in_1 =
//      CHECK: float *const roles_join_1 =
// No name ends the comment or begins another one.
//      CHECK: /* 4: add, evil* / / * x: 4 -> 4 */
// CHECK-NEXT: float *const evil_x =
//      CHECK: /* 5: dsp.roles.join: 4, 4, 4, 4 and 5 more -> 52 */
func.func @main(%x: tensor<4xf32> {relay.name = "serving_default:0 \22??/"}, %y: tensor<4xf32> {relay.name = "0.2.3"}) -> (tensor<52xf32> {relay.name = "class"}) {
  %a = dsp.constant "w.1" dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>
  %b = dsp.constant "W/1" dense<[1.0, 2.0, 3.0, 5.0]> : tensor<4xf32>
  %c = dsp.constant dense<[1.0, 2.0, 3.0, 6.0]> : tensor<4xf32>
  %d = dsp.constant "a_very_long_name_of_a_layer_that_goes_on_and_on_and_on_until_no_linker_likes_it" dense<[1.0, 2.0, 3.0, 7.0]> : tensor<4xf32>
  %0 = dsp.roles.join %x : (tensor<4xf32>) -> tensor<4xf32> loc(fused<{ops = ["add"]}>["%12"("m.relay":3:4)])
  %1 = dsp.roles.join %0 : (tensor<4xf32>) -> tensor<4xf32> loc(fused<{ops = ["nn.scale"]}>["in"])
  %2 = dsp.roles.join %1 : (tensor<4xf32>) -> tensor<4xf32> loc("roles_join")
  %3 = dsp.roles.join %2 : (tensor<4xf32>) -> tensor<4xf32> loc(fused<{ops = ["add"]}>["evil*/ /* x"])
  %4 = dsp.roles.join %3, %x, %y, %a, %b, %c, %d, %x, %x, %x, %x, %x, %3 : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<52xf32>
  return %4 : tensor<52xf32>
}
