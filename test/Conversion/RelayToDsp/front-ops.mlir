// Front ops are numbered before kernels are chosen, and whatever becomes of
// them knows their numbers, names and work.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --mlir-print-debuginfo | FileCheck %s

// CHECK: dsp.portable.dense_f32 {{.*}} loc(#[[CALL:.*]])
// CHECK: dsp.view {{.*}} loc(#[[VIEW:.*]])
func.func @f(%x: tensor<1x3xf32>, %w: tensor<2x3xf32>, %b: tensor<2xf32>) -> tensor<2xf32> {
  %0 = relay.nn.dense %x, %w : (tensor<1x3xf32>, tensor<2x3xf32>) -> tensor<1x2xf32> loc("%0"("m.relay":3:8))
  %1 = relay.nn.bias_add %0, %b : (tensor<1x2xf32>, tensor<2xf32>) -> tensor<1x2xf32> loc("%1"("m.relay":4:8))
  %2 = relay.squeeze %1 {axis = [0]} : (tensor<1x2xf32>) -> tensor<2xf32> loc("%2"("m.relay":5:8))
  return %2 : tensor<2xf32>
}

// CHECK-DAG: #[[DENSE:.*]] = loc(fused<{front = 0 : i64, macs = 6 : i64, ops = ["nn.dense"]}>
// CHECK-DAG: #[[BIAS:.*]] = loc(fused<{front = 1 : i64, macs = 0 : i64, ops = ["nn.bias_add"]}>
// CHECK-DAG: #[[VIEW]] = loc(fused<{front = 2 : i64, macs = 0 : i64, ops = ["squeeze"]}>
// CHECK-DAG: #[[CALL]] = loc(fused[#[[DENSE]], #[[BIAS]]])
