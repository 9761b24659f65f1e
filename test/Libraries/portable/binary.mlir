// Functions of two and three tensors: one shape has a kernel of its own.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --split-input-file | FileCheck %s

// CHECK-LABEL: @add
//       CHECK: dsp.portable.add_f32
func.func @add(%x: tensor<2x3xf32>, %y: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.add %x, %y : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @add_broadcast
//       CHECK: dsp.portable.add_broadcast_f32
func.func @add_broadcast(%x: tensor<2x3xf32>, %y: tensor<3xf32>) -> tensor<2x3xf32> {
  %0 = relay.add %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @add_i32
//       CHECK: dsp.portable.add_broadcast_i32
func.func @add_i32(%x: tensor<2x3xi32>, %y: tensor<i32>) -> tensor<2x3xi32> {
  %0 = relay.add %x, %y : (tensor<2x3xi32>, tensor<i32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// -----

// CHECK-LABEL: @add_i64
//       CHECK: dsp.portable.add_broadcast_i64
func.func @add_i64(%x: tensor<2x3xi64>, %y: tensor<i64>) -> tensor<2x3xi64> {
  %0 = relay.add %x, %y : (tensor<2x3xi64>, tensor<i64>) -> tensor<2x3xi64>
  return %0 : tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @subtract
//       CHECK: dsp.portable.subtract_f32
func.func @subtract(%x: tensor<2x3xf32>, %y: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.subtract %x, %y : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @subtract_broadcast
//       CHECK: dsp.portable.subtract_broadcast_f32
func.func @subtract_broadcast(%x: tensor<2x3xf32>, %y: tensor<3xf32>) -> tensor<2x3xf32> {
  %0 = relay.subtract %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @subtract_i32
//       CHECK: dsp.portable.subtract_broadcast_i32
func.func @subtract_i32(%x: tensor<2x3xi32>, %y: tensor<i32>) -> tensor<2x3xi32> {
  %0 = relay.subtract %x, %y : (tensor<2x3xi32>, tensor<i32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// -----

// CHECK-LABEL: @subtract_i64
//       CHECK: dsp.portable.subtract_broadcast_i64
func.func @subtract_i64(%x: tensor<2x3xi64>, %y: tensor<i64>) -> tensor<2x3xi64> {
  %0 = relay.subtract %x, %y : (tensor<2x3xi64>, tensor<i64>) -> tensor<2x3xi64>
  return %0 : tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @multiply
//       CHECK: dsp.portable.multiply_f32
func.func @multiply(%x: tensor<2x3xf32>, %y: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.multiply %x, %y : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @multiply_broadcast
//       CHECK: dsp.portable.multiply_broadcast_f32
func.func @multiply_broadcast(%x: tensor<2x3xf32>, %y: tensor<3xf32>) -> tensor<2x3xf32> {
  %0 = relay.multiply %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @multiply_i32
//       CHECK: dsp.portable.multiply_broadcast_i32
func.func @multiply_i32(%x: tensor<2x3xi32>, %y: tensor<i32>) -> tensor<2x3xi32> {
  %0 = relay.multiply %x, %y : (tensor<2x3xi32>, tensor<i32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// -----

// CHECK-LABEL: @multiply_i64
//       CHECK: dsp.portable.multiply_broadcast_i64
func.func @multiply_i64(%x: tensor<2x3xi64>, %y: tensor<i64>) -> tensor<2x3xi64> {
  %0 = relay.multiply %x, %y : (tensor<2x3xi64>, tensor<i64>) -> tensor<2x3xi64>
  return %0 : tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @divide
//       CHECK: dsp.portable.divide_f32
func.func @divide(%x: tensor<2x3xf32>, %y: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.divide %x, %y : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @divide_broadcast
//       CHECK: dsp.portable.divide_broadcast_f32
func.func @divide_broadcast(%x: tensor<2x3xf32>, %y: tensor<3xf32>) -> tensor<2x3xf32> {
  %0 = relay.divide %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @divide_i32
//       CHECK: dsp.portable.divide_broadcast_i32
func.func @divide_i32(%x: tensor<2x3xi32>, %y: tensor<i32>) -> tensor<2x3xi32> {
  %0 = relay.divide %x, %y : (tensor<2x3xi32>, tensor<i32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// -----

// CHECK-LABEL: @divide_i64
//       CHECK: dsp.portable.divide_broadcast_i64
func.func @divide_i64(%x: tensor<2x3xi64>, %y: tensor<i64>) -> tensor<2x3xi64> {
  %0 = relay.divide %x, %y : (tensor<2x3xi64>, tensor<i64>) -> tensor<2x3xi64>
  return %0 : tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @mod
//       CHECK: dsp.portable.mod_f32
func.func @mod(%x: tensor<2x3xf32>, %y: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.mod %x, %y : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @mod_broadcast
//       CHECK: dsp.portable.mod_broadcast_f32
func.func @mod_broadcast(%x: tensor<2x3xf32>, %y: tensor<3xf32>) -> tensor<2x3xf32> {
  %0 = relay.mod %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @mod_i32
//       CHECK: dsp.portable.mod_broadcast_i32
func.func @mod_i32(%x: tensor<2x3xi32>, %y: tensor<i32>) -> tensor<2x3xi32> {
  %0 = relay.mod %x, %y : (tensor<2x3xi32>, tensor<i32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// -----

// CHECK-LABEL: @mod_i64
//       CHECK: dsp.portable.mod_broadcast_i64
func.func @mod_i64(%x: tensor<2x3xi64>, %y: tensor<i64>) -> tensor<2x3xi64> {
  %0 = relay.mod %x, %y : (tensor<2x3xi64>, tensor<i64>) -> tensor<2x3xi64>
  return %0 : tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @floor_divide
//       CHECK: dsp.portable.floor_divide_f32
func.func @floor_divide(%x: tensor<2x3xf32>, %y: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.floor_divide %x, %y : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @floor_divide_broadcast
//       CHECK: dsp.portable.floor_divide_broadcast_f32
func.func @floor_divide_broadcast(%x: tensor<2x3xf32>, %y: tensor<3xf32>) -> tensor<2x3xf32> {
  %0 = relay.floor_divide %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @floor_divide_i32
//       CHECK: dsp.portable.floor_divide_broadcast_i32
func.func @floor_divide_i32(%x: tensor<2x3xi32>, %y: tensor<i32>) -> tensor<2x3xi32> {
  %0 = relay.floor_divide %x, %y : (tensor<2x3xi32>, tensor<i32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// -----

// CHECK-LABEL: @floor_divide_i64
//       CHECK: dsp.portable.floor_divide_broadcast_i64
func.func @floor_divide_i64(%x: tensor<2x3xi64>, %y: tensor<i64>) -> tensor<2x3xi64> {
  %0 = relay.floor_divide %x, %y : (tensor<2x3xi64>, tensor<i64>) -> tensor<2x3xi64>
  return %0 : tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @floor_mod
//       CHECK: dsp.portable.floor_mod_f32
func.func @floor_mod(%x: tensor<2x3xf32>, %y: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.floor_mod %x, %y : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @floor_mod_broadcast
//       CHECK: dsp.portable.floor_mod_broadcast_f32
func.func @floor_mod_broadcast(%x: tensor<2x3xf32>, %y: tensor<3xf32>) -> tensor<2x3xf32> {
  %0 = relay.floor_mod %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @floor_mod_i32
//       CHECK: dsp.portable.floor_mod_broadcast_i32
func.func @floor_mod_i32(%x: tensor<2x3xi32>, %y: tensor<i32>) -> tensor<2x3xi32> {
  %0 = relay.floor_mod %x, %y : (tensor<2x3xi32>, tensor<i32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// -----

// CHECK-LABEL: @floor_mod_i64
//       CHECK: dsp.portable.floor_mod_broadcast_i64
func.func @floor_mod_i64(%x: tensor<2x3xi64>, %y: tensor<i64>) -> tensor<2x3xi64> {
  %0 = relay.floor_mod %x, %y : (tensor<2x3xi64>, tensor<i64>) -> tensor<2x3xi64>
  return %0 : tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @maximum
//       CHECK: dsp.portable.maximum_f32
func.func @maximum(%x: tensor<2x3xf32>, %y: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.maximum %x, %y : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @maximum_broadcast
//       CHECK: dsp.portable.maximum_broadcast_f32
func.func @maximum_broadcast(%x: tensor<2x3xf32>, %y: tensor<3xf32>) -> tensor<2x3xf32> {
  %0 = relay.maximum %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @maximum_i32
//       CHECK: dsp.portable.maximum_broadcast_i32
func.func @maximum_i32(%x: tensor<2x3xi32>, %y: tensor<i32>) -> tensor<2x3xi32> {
  %0 = relay.maximum %x, %y : (tensor<2x3xi32>, tensor<i32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// -----

// CHECK-LABEL: @maximum_i64
//       CHECK: dsp.portable.maximum_broadcast_i64
func.func @maximum_i64(%x: tensor<2x3xi64>, %y: tensor<i64>) -> tensor<2x3xi64> {
  %0 = relay.maximum %x, %y : (tensor<2x3xi64>, tensor<i64>) -> tensor<2x3xi64>
  return %0 : tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @minimum
//       CHECK: dsp.portable.minimum_f32
func.func @minimum(%x: tensor<2x3xf32>, %y: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.minimum %x, %y : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @minimum_broadcast
//       CHECK: dsp.portable.minimum_broadcast_f32
func.func @minimum_broadcast(%x: tensor<2x3xf32>, %y: tensor<3xf32>) -> tensor<2x3xf32> {
  %0 = relay.minimum %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @minimum_i32
//       CHECK: dsp.portable.minimum_broadcast_i32
func.func @minimum_i32(%x: tensor<2x3xi32>, %y: tensor<i32>) -> tensor<2x3xi32> {
  %0 = relay.minimum %x, %y : (tensor<2x3xi32>, tensor<i32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// -----

// CHECK-LABEL: @minimum_i64
//       CHECK: dsp.portable.minimum_broadcast_i64
func.func @minimum_i64(%x: tensor<2x3xi64>, %y: tensor<i64>) -> tensor<2x3xi64> {
  %0 = relay.minimum %x, %y : (tensor<2x3xi64>, tensor<i64>) -> tensor<2x3xi64>
  return %0 : tensor<2x3xi64>
}

// -----

// CHECK-LABEL: @power
//       CHECK: dsp.portable.power_f32
func.func @power(%x: tensor<2x3xf32>, %y: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = relay.power %x, %y : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @power_broadcast
//       CHECK: dsp.portable.power_broadcast_f32
func.func @power_broadcast(%x: tensor<2x3xf32>, %y: tensor<3xf32>) -> tensor<2x3xf32> {
  %0 = relay.power %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK-LABEL: @equal_f32
//       CHECK: dsp.portable.equal_broadcast_f32
func.func @equal_f32(%x: tensor<2x3xf32>, %y: tensor<2x1xf32>) -> tensor<2x3xi1> {
  %0 = relay.equal %x, %y : (tensor<2x3xf32>, tensor<2x1xf32>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @equal_i32
//       CHECK: dsp.portable.equal_broadcast_i32
func.func @equal_i32(%x: tensor<2x3xi32>, %y: tensor<2x1xi32>) -> tensor<2x3xi1> {
  %0 = relay.equal %x, %y : (tensor<2x3xi32>, tensor<2x1xi32>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @equal_i64
//       CHECK: dsp.portable.equal_broadcast_i64
func.func @equal_i64(%x: tensor<2x3xi64>, %y: tensor<2x1xi64>) -> tensor<2x3xi1> {
  %0 = relay.equal %x, %y : (tensor<2x3xi64>, tensor<2x1xi64>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @not_equal_f32
//       CHECK: dsp.portable.not_equal_broadcast_f32
func.func @not_equal_f32(%x: tensor<2x3xf32>, %y: tensor<2x1xf32>) -> tensor<2x3xi1> {
  %0 = relay.not_equal %x, %y : (tensor<2x3xf32>, tensor<2x1xf32>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @not_equal_i32
//       CHECK: dsp.portable.not_equal_broadcast_i32
func.func @not_equal_i32(%x: tensor<2x3xi32>, %y: tensor<2x1xi32>) -> tensor<2x3xi1> {
  %0 = relay.not_equal %x, %y : (tensor<2x3xi32>, tensor<2x1xi32>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @not_equal_i64
//       CHECK: dsp.portable.not_equal_broadcast_i64
func.func @not_equal_i64(%x: tensor<2x3xi64>, %y: tensor<2x1xi64>) -> tensor<2x3xi1> {
  %0 = relay.not_equal %x, %y : (tensor<2x3xi64>, tensor<2x1xi64>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @less_f32
//       CHECK: dsp.portable.less_broadcast_f32
func.func @less_f32(%x: tensor<2x3xf32>, %y: tensor<2x1xf32>) -> tensor<2x3xi1> {
  %0 = relay.less %x, %y : (tensor<2x3xf32>, tensor<2x1xf32>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @less_i32
//       CHECK: dsp.portable.less_broadcast_i32
func.func @less_i32(%x: tensor<2x3xi32>, %y: tensor<2x1xi32>) -> tensor<2x3xi1> {
  %0 = relay.less %x, %y : (tensor<2x3xi32>, tensor<2x1xi32>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @less_i64
//       CHECK: dsp.portable.less_broadcast_i64
func.func @less_i64(%x: tensor<2x3xi64>, %y: tensor<2x1xi64>) -> tensor<2x3xi1> {
  %0 = relay.less %x, %y : (tensor<2x3xi64>, tensor<2x1xi64>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @less_equal_f32
//       CHECK: dsp.portable.less_equal_broadcast_f32
func.func @less_equal_f32(%x: tensor<2x3xf32>, %y: tensor<2x1xf32>) -> tensor<2x3xi1> {
  %0 = relay.less_equal %x, %y : (tensor<2x3xf32>, tensor<2x1xf32>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @less_equal_i32
//       CHECK: dsp.portable.less_equal_broadcast_i32
func.func @less_equal_i32(%x: tensor<2x3xi32>, %y: tensor<2x1xi32>) -> tensor<2x3xi1> {
  %0 = relay.less_equal %x, %y : (tensor<2x3xi32>, tensor<2x1xi32>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @less_equal_i64
//       CHECK: dsp.portable.less_equal_broadcast_i64
func.func @less_equal_i64(%x: tensor<2x3xi64>, %y: tensor<2x1xi64>) -> tensor<2x3xi1> {
  %0 = relay.less_equal %x, %y : (tensor<2x3xi64>, tensor<2x1xi64>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @greater_f32
//       CHECK: dsp.portable.greater_broadcast_f32
func.func @greater_f32(%x: tensor<2x3xf32>, %y: tensor<2x1xf32>) -> tensor<2x3xi1> {
  %0 = relay.greater %x, %y : (tensor<2x3xf32>, tensor<2x1xf32>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @greater_i32
//       CHECK: dsp.portable.greater_broadcast_i32
func.func @greater_i32(%x: tensor<2x3xi32>, %y: tensor<2x1xi32>) -> tensor<2x3xi1> {
  %0 = relay.greater %x, %y : (tensor<2x3xi32>, tensor<2x1xi32>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @greater_i64
//       CHECK: dsp.portable.greater_broadcast_i64
func.func @greater_i64(%x: tensor<2x3xi64>, %y: tensor<2x1xi64>) -> tensor<2x3xi1> {
  %0 = relay.greater %x, %y : (tensor<2x3xi64>, tensor<2x1xi64>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @greater_equal_f32
//       CHECK: dsp.portable.greater_equal_broadcast_f32
func.func @greater_equal_f32(%x: tensor<2x3xf32>, %y: tensor<2x1xf32>) -> tensor<2x3xi1> {
  %0 = relay.greater_equal %x, %y : (tensor<2x3xf32>, tensor<2x1xf32>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @greater_equal_i32
//       CHECK: dsp.portable.greater_equal_broadcast_i32
func.func @greater_equal_i32(%x: tensor<2x3xi32>, %y: tensor<2x1xi32>) -> tensor<2x3xi1> {
  %0 = relay.greater_equal %x, %y : (tensor<2x3xi32>, tensor<2x1xi32>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @greater_equal_i64
//       CHECK: dsp.portable.greater_equal_broadcast_i64
func.func @greater_equal_i64(%x: tensor<2x3xi64>, %y: tensor<2x1xi64>) -> tensor<2x3xi1> {
  %0 = relay.greater_equal %x, %y : (tensor<2x3xi64>, tensor<2x1xi64>) -> tensor<2x3xi1>
  return %0 : tensor<2x3xi1>
}

// -----

// CHECK-LABEL: @logical_and
//       CHECK: dsp.portable.logical_and_broadcast_bool
func.func @logical_and(%x: tensor<4xi1>, %y: tensor<4xi1>) -> tensor<4xi1> {
  %0 = relay.logical_and %x, %y : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
  return %0 : tensor<4xi1>
}

// -----

// CHECK-LABEL: @logical_or
//       CHECK: dsp.portable.logical_or_broadcast_bool
func.func @logical_or(%x: tensor<4xi1>, %y: tensor<4xi1>) -> tensor<4xi1> {
  %0 = relay.logical_or %x, %y : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
  return %0 : tensor<4xi1>
}

// -----

// CHECK-LABEL: @logical_xor
//       CHECK: dsp.portable.logical_xor_broadcast_bool
func.func @logical_xor(%x: tensor<4xi1>, %y: tensor<4xi1>) -> tensor<4xi1> {
  %0 = relay.logical_xor %x, %y : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
  return %0 : tensor<4xi1>
}

// -----

// CHECK-LABEL: @where
//       CHECK: dsp.portable.where
func.func @where(%c: tensor<2x1xi1>, %x: tensor<3xi8>, %y: tensor<2x3xi8>) -> tensor<2x3xi8> {
  %0 = relay.where %c, %x, %y : (tensor<2x1xi1>, tensor<3xi8>, tensor<2x3xi8>) -> tensor<2x3xi8>
  return %0 : tensor<2x3xi8>
}

// -----

// More than the library takes.
// CHECK-LABEL: @nine_dimensions
//       CHECK: relay.add
func.func @nine_dimensions(%x: tensor<1x1x1x1x1x1x1x1x1xf32>, %y: tensor<1x1x1x1x1x1x1x1x2xf32>) -> tensor<1x1x1x1x1x1x1x1x2xf32> {
  %0 = relay.add %x, %y : (tensor<1x1x1x1x1x1x1x1x1xf32>, tensor<1x1x1x1x1x1x1x1x2xf32>) -> tensor<1x1x1x1x1x1x1x1x2xf32>
  return %0 : tensor<1x1x1x1x1x1x1x1x2xf32>
}

// -----

// Of bits there is one C function; right shifts differ by sign.
// CHECK-LABEL: @bits
//       CHECK: dsp.portable.bitwise %{{.*}}, %{{.*}} {kind = 0 : i64}
//       CHECK: dsp.portable.bitwise %{{.*}}, %{{.*}} {kind = 1 : i64}
//       CHECK: dsp.portable.bitwise %{{.*}}, %{{.*}} {kind = 2 : i64}
//       CHECK: dsp.portable.bitwise %{{.*}}, %{{.*}} {kind = 3 : i64}
//       CHECK: dsp.portable.shift_right_unsigned %{{.*}}, %{{.*}} {kind = 4 : i64}
//       CHECK: dsp.portable.shift_right_signed %{{.*}}, %{{.*}} {kind = 5 : i64}
//       CHECK: dsp.portable.bitwise_not
func.func @bits(%x: tensor<2x3xui8>, %y: tensor<3xui8>, %z: tensor<3xi16>) -> (tensor<2x3xui8>, tensor<3xi16>, tensor<3xi16>) {
  %0 = relay.bitwise_and %x, %y : (tensor<2x3xui8>, tensor<3xui8>) -> tensor<2x3xui8>
  %1 = relay.bitwise_or %0, %x : (tensor<2x3xui8>, tensor<2x3xui8>) -> tensor<2x3xui8>
  %2 = relay.bitwise_xor %1, %y : (tensor<2x3xui8>, tensor<3xui8>) -> tensor<2x3xui8>
  %3 = relay.left_shift %2, %y : (tensor<2x3xui8>, tensor<3xui8>) -> tensor<2x3xui8>
  %4 = relay.right_shift %3, %y : (tensor<2x3xui8>, tensor<3xui8>) -> tensor<2x3xui8>
  %5 = relay.right_shift %z, %z : (tensor<3xi16>, tensor<3xi16>) -> tensor<3xi16>
  %6 = relay.bitwise_not %5 : (tensor<3xi16>) -> tensor<3xi16>
  return %4, %5, %6 : tensor<2x3xui8>, tensor<3xi16>, tensor<3xi16>
}

// -----

// CHECK-LABEL: @order_of_small_integers
//       CHECK: dsp.portable.maximum_broadcast_i8
//       CHECK: dsp.portable.minimum_broadcast_u8
//       CHECK: dsp.portable.greater_broadcast_i16
//  CHECK-NEXT: return
func.func @order_of_small_integers(%a: tensor<2x3xi8>, %b: tensor<3xi8>, %c: tensor<2xui8>, %d: tensor<2xui8>, %e: tensor<4xi16>, %f: tensor<4xi16>) -> (tensor<2x3xi8>, tensor<2xui8>, tensor<4xi1>) {
  %0 = relay.maximum %a, %b : (tensor<2x3xi8>, tensor<3xi8>) -> tensor<2x3xi8>
  %1 = relay.minimum %c, %d : (tensor<2xui8>, tensor<2xui8>) -> tensor<2xui8>
  %2 = relay.greater %e, %f : (tensor<4xi16>, tensor<4xi16>) -> tensor<4xi1>
  return %0, %1, %2 : tensor<2x3xi8>, tensor<2xui8>, tensor<4xi1>
}

// -----

// CHECK-LABEL: @wrapping_i8
//       CHECK: dsp.portable.wrapping_add_broadcast_i8
//       CHECK: dsp.portable.wrapping_subtract_broadcast_i8
//       CHECK: dsp.portable.wrapping_multiply_broadcast_i8
func.func @wrapping_i8(%x: tensor<2x3xi8>, %y: tensor<3xi8>) -> tensor<2x3xi8> {
  %0 = relay.add %x, %y : (tensor<2x3xi8>, tensor<3xi8>) -> tensor<2x3xi8>
  %1 = relay.subtract %0, %y : (tensor<2x3xi8>, tensor<3xi8>) -> tensor<2x3xi8>
  %2 = relay.multiply %1, %y : (tensor<2x3xi8>, tensor<3xi8>) -> tensor<2x3xi8>
  return %2 : tensor<2x3xi8>
}

// -----

// CHECK-LABEL: @wrapping_u8
//       CHECK: dsp.portable.wrapping_add_broadcast_u8
//       CHECK: dsp.portable.wrapping_subtract_broadcast_u8
//       CHECK: dsp.portable.wrapping_multiply_broadcast_u8
func.func @wrapping_u8(%x: tensor<2x3xui8>, %y: tensor<3xui8>) -> tensor<2x3xui8> {
  %0 = relay.add %x, %y : (tensor<2x3xui8>, tensor<3xui8>) -> tensor<2x3xui8>
  %1 = relay.subtract %0, %y : (tensor<2x3xui8>, tensor<3xui8>) -> tensor<2x3xui8>
  %2 = relay.multiply %1, %y : (tensor<2x3xui8>, tensor<3xui8>) -> tensor<2x3xui8>
  return %2 : tensor<2x3xui8>
}

// -----

// CHECK-LABEL: @wrapping_i16
//       CHECK: dsp.portable.wrapping_add_broadcast_i16
//       CHECK: dsp.portable.wrapping_subtract_broadcast_i16
//       CHECK: dsp.portable.wrapping_multiply_broadcast_i16
func.func @wrapping_i16(%x: tensor<2x3xi16>, %y: tensor<3xi16>) -> tensor<2x3xi16> {
  %0 = relay.add %x, %y : (tensor<2x3xi16>, tensor<3xi16>) -> tensor<2x3xi16>
  %1 = relay.subtract %0, %y : (tensor<2x3xi16>, tensor<3xi16>) -> tensor<2x3xi16>
  %2 = relay.multiply %1, %y : (tensor<2x3xi16>, tensor<3xi16>) -> tensor<2x3xi16>
  return %2 : tensor<2x3xi16>
}
