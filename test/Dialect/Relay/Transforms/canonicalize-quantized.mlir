// RUN: dsp-opt %s --relay-canonicalize-forms --cse --relay-fold-constants \
// RUN:   --split-input-file | FileCheck %s

// What TVM's importer of TFLite makes: the bounds are those of int8, the padding
// holds the zero point. Without a vector of scales or zero points no axis counts.
// CHECK-LABEL: func.func @tflite_layer
//  CHECK-SAME: (%[[X:[^:]*]]:
//       CHECK: %[[C:.*]] = relay.qnn.conv2d %[[X]], {{.*}} {channels = 4, {{.*}}kernel_size = [3, 3], {{.*}}padding = [1, 1, 2, 2]}
//  CHECK-NEXT: %[[B:.*]] = relay.nn.bias_add %[[C]], %{{.*}} {axis = 3}
//  CHECK-NEXT: %[[R:.*]] = relay.qnn.requantize %[[B]], {{.*}} {compute_dtype = "int64", out_dtype = "int8", rounding = "UPWARD"} :
//  CHECK-NEXT: return %[[R]]
func.func @tflite_layer(%x: tensor<1x8x8x2xi8>, %w: tensor<3x3x2x4xi8>, %b: tensor<4xi32>) -> tensor<1x9x9x4xi8> {
  %pad = relay.constant dense<-5.0> : tensor<f32>
  %zx = relay.constant dense<-5> : tensor<i32>
  %zero = relay.constant dense<0> : tensor<i32>
  %s = relay.constant dense<0.5> : tensor<f32>
  %t = relay.constant dense<0.25> : tensor<f32>
  %0 = relay.nn.pad %x, %pad {pad_width = [[0, 0], [1, 1], [1, 1], [0, 0]]} : (tensor<1x8x8x2xi8>, tensor<f32>) -> tensor<1x10x10x2xi8>
  %1 = relay.qnn.conv2d %0, %w, %zx, %zero, %s, %s {padding = [0, 0, 1, 1], data_layout = "NHWC", kernel_layout = "HWIO", out_dtype = "int32"} : (tensor<1x10x10x2xi8>, tensor<3x3x2x4xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x9x9x4xi32>
  %2 = relay.nn.bias_add %1, %b {axis = -1} : (tensor<1x9x9x4xi32>, tensor<4xi32>) -> tensor<1x9x9x4xi32>
  %3 = relay.qnn.requantize %2, %t, %zero, %s, %zx {axis = 3, out_dtype = "int8"} : (tensor<1x9x9x4xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x9x9x4xi8>
  %4 = relay.clip %3 {a_min = -128.0, a_max = 127.0} : (tensor<1x9x9x4xi8>) -> tensor<1x9x9x4xi8>
  return %4 : tensor<1x9x9x4xi8>
}

// -----

// Zeros are not what this convolution pads with.
// CHECK-LABEL: func.func @other_padding
//       CHECK: relay.nn.pad
//  CHECK-NEXT: relay.qnn.conv2d
func.func @other_padding(%x: tensor<1x2x8x8xi8>, %w: tensor<4x2x3x3xi8>) -> tensor<1x4x8x8xi32> {
  %pad = relay.constant dense<0.0> : tensor<f32>
  %zx = relay.constant dense<-5> : tensor<i32>
  %s = relay.constant dense<0.5> : tensor<f32>
  %0 = relay.nn.pad %x, %pad {pad_width = [[0, 0], [0, 0], [1, 1], [1, 1]]} : (tensor<1x2x8x8xi8>, tensor<f32>) -> tensor<1x2x10x10xi8>
  %1 = relay.qnn.conv2d %0, %w, %zx, %zx, %s, %s {out_dtype = "int32"} : (tensor<1x2x10x10xi8>, tensor<4x2x3x3xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x4x8x8xi32>
  return %1 : tensor<1x4x8x8xi32>
}

// -----

// CHECK-LABEL: func.func @converted_padding
//   CHECK-NOT: relay.nn.pad
//       CHECK: relay.qnn.conv2d {{.*}} padding = [1, 1, 1, 1]}
func.func @converted_padding(%x: tensor<1x2x8x8xi8>, %w: tensor<4x2x3x3xi8>) -> tensor<1x4x8x8xi32> {
  %float = relay.constant dense<-5.0> : tensor<f32>
  %pad = relay.cast %float {dtype = "int8"} : (tensor<f32>) -> tensor<i8>
  %zx = relay.constant dense<-5> : tensor<i32>
  %s = relay.constant dense<0.5> : tensor<f32>
  %0 = relay.nn.pad %x, %pad {pad_width = [[0, 0], [0, 0], [1, 1], [1, 1]]} : (tensor<1x2x8x8xi8>, tensor<i8>) -> tensor<1x2x10x10xi8>
  %1 = relay.qnn.conv2d %0, %w, %zx, %zx, %s, %s {out_dtype = "int32"} : (tensor<1x2x10x10xi8>, tensor<4x2x3x3xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x4x8x8xi32>
  return %1 : tensor<1x4x8x8xi32>
}

// -----

// What TVM's own quantiser makes, from floats to floats: scales are powers of
// two, halves are added before a shift.
// CHECK-LABEL: func.func @realized
//  CHECK-SAME: (%[[X:[^:]*]]:
//  CHECK-NEXT: %[[S:.*]] = relay.constant dense<6.250000e-02> : tensor<f32>
//  CHECK-NEXT: %[[ZERO:.*]] = relay.constant dense<0> : tensor<i32>
//  CHECK-NEXT: %[[Q:.*]] = relay.qnn.quantize %[[X]], %[[S]], %[[ZERO]] {out_dtype = "int8"}
//  CHECK-NEXT: %[[QC:.*]] = relay.clip %[[Q]] {a_max = 127.0, a_min = -127.0}
//  CHECK-NEXT: %[[ONE:.*]] = relay.constant dense<1.000000e+00> : tensor<f32>
//  CHECK-NEXT: %[[C:.*]] = relay.qnn.conv2d %[[QC]], %{{[^,]*}}, %[[ZERO]], %[[ZERO]], %[[ONE]], %[[ONE]] {{.*}} padding = [1, 1, 1, 1]}
//  CHECK-NEXT: %[[B:.*]] = relay.constant "b" dense<[5, -6]> : tensor<2xi32>
//  CHECK-NEXT: %[[BIAS:.*]] = relay.nn.bias_add %[[C]], %[[B]] : (tensor<1x2x8x8xi32>
//  CHECK-NEXT: %[[T:.*]] = relay.constant dense<7.812500e-03> : tensor<f32>
//  CHECK-NEXT: %[[R:.*]] = relay.qnn.requantize %[[BIAS]], %[[T]], %[[ZERO]], %[[ONE]], %[[ZERO]] {compute_dtype = "int64", out_dtype = "int8", rounding = "UPWARD"}
//  CHECK-NEXT: %[[RC:.*]] = relay.clip %[[R]] {a_max = 127.0, a_min = 0.0}
//  CHECK-NEXT: %[[D:.*]] = relay.qnn.dequantize %[[RC]], %[[S]], %[[ZERO]] {out_dtype = "float32"}
//  CHECK-NEXT: return %[[D]]
func.func @realized(%x: tensor<1x3x8x8xf32>, %w: tensor<2x3x3x3xi8>) -> tensor<1x2x8x8xf32> {
  %sixteen = relay.constant dense<16.0> : tensor<f32>
  %b = relay.constant "b" dense<[[[5]], [[-6]]]> : tensor<2x1x1xi32>
  %half = relay.constant dense<64> : tensor<i32>
  %seven = relay.constant dense<7> : tensor<i32>
  %s = relay.constant dense<0.0625> : tensor<f32>
  %0 = relay.multiply %x, %sixteen : (tensor<1x3x8x8xf32>, tensor<f32>) -> tensor<1x3x8x8xf32>
  %1 = relay.round %0 : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  %2 = relay.clip %1 {a_min = -127.0, a_max = 127.0} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  %3 = relay.cast %2 {dtype = "int8"} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xi8>
  %4 = relay.nn.conv2d %3, %w {padding = [1, 1, 1, 1], out_dtype = "int32"} : (tensor<1x3x8x8xi8>, tensor<2x3x3x3xi8>) -> tensor<1x2x8x8xi32>
  %5 = relay.add %4, %b : (tensor<1x2x8x8xi32>, tensor<2x1x1xi32>) -> tensor<1x2x8x8xi32>
  %6 = relay.nn.relu %5 : (tensor<1x2x8x8xi32>) -> tensor<1x2x8x8xi32>
  %7 = relay.add %6, %half : (tensor<1x2x8x8xi32>, tensor<i32>) -> tensor<1x2x8x8xi32>
  %8 = relay.right_shift %7, %seven : (tensor<1x2x8x8xi32>, tensor<i32>) -> tensor<1x2x8x8xi32>
  %9 = relay.clip %8 {a_min = -127.0, a_max = 127.0} : (tensor<1x2x8x8xi32>) -> tensor<1x2x8x8xi32>
  %10 = relay.cast %9 {dtype = "int8"} : (tensor<1x2x8x8xi32>) -> tensor<1x2x8x8xi8>
  %11 = relay.annotation.stop_fusion %10 : (tensor<1x2x8x8xi8>) -> tensor<1x2x8x8xi8>
  %12 = relay.cast %11 {dtype = "float32"} : (tensor<1x2x8x8xi8>) -> tensor<1x2x8x8xf32>
  %13 = relay.multiply %12, %s : (tensor<1x2x8x8xf32>, tensor<f32>) -> tensor<1x2x8x8xf32>
  return %13 : tensor<1x2x8x8xf32>
}

// -----

// The half is added to a bias that has other numbers: it is taken off again.
// CHECK-LABEL: func.func @half_in_bias
//       CHECK: %[[D:.*]] = relay.qnn.dense
//       CHECK: %[[B:.*]] = relay.constant "b" dense<[5, -6]> : tensor<2xi32>
//       CHECK: %[[S:.*]] = relay.nn.bias_add %[[D]], %[[B]]
//       CHECK: %[[R:.*]] = relay.qnn.requantize %[[S]]
//  CHECK-NEXT: return %[[R]]
func.func @half_in_bias(%x: tensor<3x4xi8>, %w: tensor<2x4xi8>) -> tensor<3x2xi32> {
  %b = relay.constant "b" dense<[5, -6]> : tensor<2xi32>
  %half = relay.constant dense<2> : tensor<i32>
  %two = relay.constant dense<2> : tensor<i32>
  %0 = relay.nn.dense %x, %w {out_dtype = "int32"} : (tensor<3x4xi8>, tensor<2x4xi8>) -> tensor<3x2xi32>
  %1 = relay.add %0, %b : (tensor<3x2xi32>, tensor<2xi32>) -> tensor<3x2xi32>
  %2 = relay.add %1, %half : (tensor<3x2xi32>, tensor<i32>) -> tensor<3x2xi32>
  %3 = relay.right_shift %2, %two : (tensor<3x2xi32>, tensor<i32>) -> tensor<3x2xi32>
  return %3 : tensor<3x2xi32>
}

// -----

// No bias at all: the half was the only number added.
// CHECK-LABEL: func.func @half_alone
//       CHECK: %[[D:.*]] = relay.qnn.dense
//       CHECK: relay.qnn.requantize %[[D]]
func.func @half_alone(%x: tensor<3x4xi8>, %w: tensor<2x4xi8>) -> tensor<3x2xi32> {
  %half = relay.constant dense<2> : tensor<i32>
  %two = relay.constant dense<2> : tensor<i32>
  %0 = relay.nn.dense %x, %w {out_dtype = "int32"} : (tensor<3x4xi8>, tensor<2x4xi8>) -> tensor<3x2xi32>
  %1 = relay.add %0, %half : (tensor<3x2xi32>, tensor<i32>) -> tensor<3x2xi32>
  %2 = relay.right_shift %1, %two : (tensor<3x2xi32>, tensor<i32>) -> tensor<3x2xi32>
  return %2 : tensor<3x2xi32>
}

// -----

// Any number of 32 bits may overflow where it is added up.
// CHECK-LABEL: func.func @not_a_sum
//       CHECK: relay.right_shift
func.func @not_a_sum(%x: tensor<3x2xi32>) -> tensor<3x2xi32> {
  %half = relay.constant dense<2> : tensor<i32>
  %two = relay.constant dense<2> : tensor<i32>
  %0 = relay.add %x, %half : (tensor<3x2xi32>, tensor<i32>) -> tensor<3x2xi32>
  %1 = relay.right_shift %0, %two : (tensor<3x2xi32>, tensor<i32>) -> tensor<3x2xi32>
  return %1 : tensor<3x2xi32>
}

// -----

// A factor of 10 is no power of two: a division by 0.1 would be rounded
// otherwise.
// CHECK-LABEL: func.func @inexact_factor
//   CHECK-NOT: relay.qnn.quantize
//       CHECK: relay.cast
func.func @inexact_factor(%x: tensor<4xf32>) -> tensor<4xi8> {
  %ten = relay.constant dense<10.0> : tensor<f32>
  %0 = relay.multiply %x, %ten : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %1 = relay.round %0 : (tensor<4xf32>) -> tensor<4xf32>
  %2 = relay.clip %1 {a_min = -127.0, a_max = 127.0} : (tensor<4xf32>) -> tensor<4xf32>
  %3 = relay.cast %2 {dtype = "int8"} : (tensor<4xf32>) -> tensor<4xi8>
  return %3 : tensor<4xi8>
}

// -----

// Bounds beside integers are clips, however they are written.
// CHECK-LABEL: func.func @bounds
//  CHECK-SAME: (%[[X:[^:]*]]:
//       CHECK: %[[A:.*]] = relay.clip %[[X]] {a_max = 100.0, a_min = -5.0}
//  CHECK-NEXT: return %[[A]]
func.func @bounds(%x: tensor<4xi8>) -> tensor<4xi8> {
  %low = relay.constant dense<-5> : tensor<i8>
  %high = relay.constant dense<100> : tensor<i8>
  %0 = relay.maximum %x, %low : (tensor<4xi8>, tensor<i8>) -> tensor<4xi8>
  %1 = relay.minimum %high, %0 : (tensor<i8>, tensor<4xi8>) -> tensor<4xi8>
  %2 = relay.clip %1 {a_min = -128.0, a_max = 127.0} : (tensor<4xi8>) -> tensor<4xi8>
  return %2 : tensor<4xi8>
}

// -----

// CHECK-LABEL: func.func @no_bounds_of_floats
//       CHECK: relay.nn.relu
//  CHECK-NEXT: relay.maximum
func.func @no_bounds_of_floats(%x: tensor<4xf32>) -> tensor<4xf32> {
  %low = relay.constant dense<1.0> : tensor<f32>
  %0 = relay.nn.relu %x : (tensor<4xf32>) -> tensor<4xf32>
  %1 = relay.maximum %0, %low : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  return %1 : tensor<4xf32>
}

// -----

// A relu of the sums is a bound of what is stored.
// CHECK-LABEL: func.func @relu_of_sums
//  CHECK-SAME: (%[[X:[^:]*]]:
//       CHECK: %[[R:.*]] = relay.qnn.requantize %[[X]]
//  CHECK-NEXT: %[[C:.*]] = relay.clip %[[R]] {a_max = 127.0, a_min = -3.0}
//  CHECK-NEXT: return %[[C]]
func.func @relu_of_sums(%x: tensor<4xi32>) -> tensor<4xi8> {
  %zero = relay.constant dense<0> : tensor<i32>
  %z = relay.constant dense<-3> : tensor<i32>
  %s = relay.constant dense<0.5> : tensor<f32>
  %t = relay.constant dense<0.25> : tensor<f32>
  %0 = relay.nn.relu %x : (tensor<4xi32>) -> tensor<4xi32>
  %1 = relay.qnn.requantize %0, %t, %zero, %s, %z {out_dtype = "int8"} : (tensor<4xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<4xi8>
  return %1 : tensor<4xi8>
}

// -----

// Only what has another scale is brought to that of the result.
// CHECK-LABEL: func.func @concatenate
//  CHECK-SAME: (%[[X:[^:]*]]: tensor<1x4xi8>, %[[Y:[^:]*]]:
//   CHECK-DAG: %[[Z:.*]] = relay.constant dense<-3> : tensor<i32>
//   CHECK-DAG: %[[S:.*]] = relay.constant dense<5.000000e-01> : tensor<f32>
//   CHECK-DAG: %[[T:.*]] = relay.constant dense<2.500000e-01> : tensor<f32>
//       CHECK: %[[R:.*]] = relay.qnn.requantize %[[Y]], %[[T]], %[[Z]], %[[S]], %[[Z]] {compute_dtype = "int64", out_dtype = "int8", rounding = "UPWARD"}
//  CHECK-NEXT: %[[C:.*]] = relay.concatenate %[[X]], %[[R]] {axis = 1}
//  CHECK-NEXT: return %[[C]]
func.func @concatenate(%x: tensor<1x4xi8>, %y: tensor<1x2xi8>) -> tensor<1x6xi8> {
  %z = relay.constant dense<-3> : tensor<i32>
  %s = relay.constant dense<0.5> : tensor<f32>
  %t = relay.constant dense<0.25> : tensor<f32>
  %0 = relay.qnn.concatenate %x, %y, %s, %t, %z, %z, %s, %z {axis = -1} : (tensor<1x4xi8>, tensor<1x2xi8>, tensor<f32>, tensor<f32>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x6xi8>
  return %0 : tensor<1x6xi8>
}

// -----

// Kernels are given numbers at compile time; these come at run time.
// CHECK-LABEL: func.func @variables
//  CHECK-SAME: (%[[X:[^:]*]]: tensor<2x3x4xf32>, %[[S:[^:]*]]: tensor<3xf32>, %[[Z:[^:]*]]: tensor<i32>)
//       CHECK: %[[SC:.*]] = relay.reshape %[[S]] {newshape = [3, 1]}
//  CHECK-NEXT: %[[D:.*]] = relay.divide %[[X]], %[[SC]]
//  CHECK-NEXT: %[[R:.*]] = relay.round %[[D]]
//  CHECK-NEXT: %[[ZF:.*]] = relay.cast %[[Z]] {dtype = "float32"}
//  CHECK-NEXT: %[[A:.*]] = relay.add %[[R]], %[[ZF]]
//  CHECK-NEXT: %[[C:.*]] = relay.clip %[[A]] {a_max = 255.0, a_min = 0.0}
//  CHECK-NEXT: %[[Q:.*]] = relay.cast %[[C]] {dtype = "uint8"}
//  CHECK-NEXT: %[[W:.*]] = relay.cast %[[Q]] {dtype = "int32"}
//  CHECK-NEXT: %[[SUB:.*]] = relay.subtract %[[W]], %[[Z]]
//  CHECK-NEXT: %[[F:.*]] = relay.cast %[[SUB]] {dtype = "float32"}
//  CHECK-NEXT: %[[M:.*]] = relay.multiply %[[F]], %[[SC]]
//  CHECK-NEXT: return %[[M]]
func.func @variables(%x: tensor<2x3x4xf32>, %s: tensor<3xf32>, %z: tensor<i32>) -> tensor<2x3x4xf32> {
  %0 = relay.qnn.quantize %x, %s, %z {axis = 1, out_dtype = "uint8"} : (tensor<2x3x4xf32>, tensor<3xf32>, tensor<i32>) -> tensor<2x3x4xui8>
  %1 = relay.qnn.dequantize %0, %s, %z {axis = -2, out_dtype = "float32"} : (tensor<2x3x4xui8>, tensor<3xf32>, tensor<i32>) -> tensor<2x3x4xf32>
  return %1 : tensor<2x3x4xf32>
}

// -----

// The mean is one of integers.
// CHECK-LABEL: func.func @avg_pool
//  CHECK-SAME: (%[[X:[^:]*]]:
//       CHECK: %[[Z:.*]] = relay.constant dense<-3> : tensor<i32>
//  CHECK-NEXT: %[[S:.*]] = relay.constant dense<5.000000e-01> : tensor<f32>
//  CHECK-NEXT: %[[T:.*]] = relay.constant dense<2.500000e-01> : tensor<f32>
//  CHECK-NEXT: %[[WIDE:.*]] = relay.cast %[[X]] {dtype = "int32"}
//  CHECK-NEXT: %[[MEAN:.*]] = relay.nn.avg_pool2d %[[WIDE]] {count_include_pad = true, layout = "NHWC", padding = [0, 0, 0, 0], pool_size = [2, 2], strides = [2, 2]} : {{.*}} -> tensor<1x2x2x3xi32>
//  CHECK-NEXT: %[[SAME:.*]] = relay.cast %[[MEAN]] {dtype = "int8"}
//  CHECK-NEXT: %[[SCALED:.*]] = relay.qnn.requantize %[[SAME]], %[[S]], %[[Z]], %[[T]], %[[Z]] {{{.*}}out_dtype = "int32"
//  CHECK-NEXT: %[[SECOND:.*]] = relay.nn.avg_pool2d %[[SCALED]]
//  CHECK-NEXT: %[[STORED:.*]] = relay.qnn.requantize %[[SECOND]], %[[T]], %[[Z]], %[[T]], %[[Z]] {{{.*}}out_dtype = "int8"
//  CHECK-NEXT: return %[[STORED]]
func.func @avg_pool(%x: tensor<1x4x4x3xi8>) -> tensor<1x1x1x3xi8> {
  %z = relay.constant dense<-3> : tensor<i32>
  %s = relay.constant dense<0.5> : tensor<f32>
  %t = relay.constant dense<0.25> : tensor<f32>
  %0 = relay.qnn.avg_pool2d %x, %s, %z, %s, %z {pool_size = [2, 2], strides = [2, 2], layout = "NHWC", count_include_pad = true} : (tensor<1x4x4x3xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x2x2x3xi8>
  %1 = relay.qnn.avg_pool2d %0, %s, %z, %t, %z {pool_size = [2, 2], layout = "NHWC"} : (tensor<1x2x2x3xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x1x1x3xi8>
  return %1 : tensor<1x1x1x3xi8>
}

// -----

// The axis of vectors is counted from the front.
// CHECK-LABEL: func.func @axes
//       CHECK: relay.qnn.requantize {{.*}} {axis = 1,
func.func @axes(%x: tensor<2x4xf32>) -> (tensor<2x4xf32>, tensor<2x4xi8>) {
  %v = relay.constant dense<[0.5, 0.25, 1.0, 2.0]> : tensor<4xf32>
  %z = relay.constant dense<-3> : tensor<i32>
  %s = relay.constant dense<0.5> : tensor<f32>
  %0 = relay.qnn.quantize %x, %v, %z {out_dtype = "int8"} : (tensor<2x4xf32>, tensor<4xf32>, tensor<i32>) -> tensor<2x4xi8>
  %1 = relay.qnn.dequantize %0, %v, %z {axis = -1, out_dtype = "float32"} : (tensor<2x4xi8>, tensor<4xf32>, tensor<i32>) -> tensor<2x4xf32>
  %2 = relay.qnn.add %0, %0, %s, %z, %v, %z, %s, %z {lhs_axis = 1} : (tensor<2x4xi8>, tensor<2x4xi8>, tensor<f32>, tensor<i32>, tensor<4xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x4xi8>
  return %1, %2 : tensor<2x4xf32>, tensor<2x4xi8>
}

// -----

// What TVM makes of fake quantisation: bounds of the sums, by channel where the
// scales are. They are one number after requantisation: 6 / 0.05 - 100 = 20.
// Zero points that are all the same are one number, too.
// CHECK-LABEL: func.func @bounds_by_channel
//  CHECK-SAME: (%[[X:[^:]*]]:
//   CHECK-DAG: %[[ZERO:.*]] = relay.constant dense<0> : tensor<i32>
//   CHECK-DAG: %[[S:.*]] = relay.constant dense<[0.00999999977, 2.000000e-02]> : tensor<2xf32>
//       CHECK: %[[R:.*]] = relay.qnn.requantize %[[X]], %[[S]], %[[ZERO]], {{.*}} {axis = 1, compute_dtype = "int64", out_dtype = "int8", rounding = "UPWARD"}
//  CHECK-NEXT: %[[C:.*]] = relay.clip %[[R]] {a_max = 20.0, a_min = -100.0}
//  CHECK-NEXT: return %[[C]]
func.func @bounds_by_channel(%x: tensor<1x2x4x4xi32>) -> tensor<1x2x4x4xi8> {
  %low = relay.constant dense<0> : tensor<1x2x1x1xi32>
  %high = relay.constant dense<[[[600]], [[300]]]> : tensor<2x1x1xi32>
  %v = relay.constant dense<[0.01, 0.02]> : tensor<2xf32>
  %zeros = relay.constant dense<0> : tensor<2xi32>
  %s = relay.constant dense<0.05> : tensor<f32>
  %z = relay.constant dense<-100> : tensor<i32>
  %0 = relay.maximum %x, %low : (tensor<1x2x4x4xi32>, tensor<1x2x1x1xi32>) -> tensor<1x2x4x4xi32>
  %1 = relay.minimum %0, %high : (tensor<1x2x4x4xi32>, tensor<2x1x1xi32>) -> tensor<1x2x4x4xi32>
  %2 = relay.qnn.requantize %1, %v, %zeros, %s, %z {axis = 1, out_dtype = "int8"} : (tensor<1x2x4x4xi32>, tensor<2xf32>, tensor<2xi32>, tensor<f32>, tensor<i32>) -> tensor<1x2x4x4xi8>
  return %2 : tensor<1x2x4x4xi8>
}

// -----

// Other numbers for other channels: no clip.
// CHECK-LABEL: func.func @different_bounds
//       CHECK: relay.minimum
//  CHECK-NEXT: relay.qnn.requantize
func.func @different_bounds(%x: tensor<1x2xi32>) -> tensor<1x2xi8> {
  %high = relay.constant dense<[600, 400]> : tensor<2xi32>
  %s = relay.constant dense<0.05> : tensor<f32>
  %v = relay.constant dense<[0.01, 0.02]> : tensor<2xf32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.minimum %x, %high : (tensor<1x2xi32>, tensor<2xi32>) -> tensor<1x2xi32>
  %1 = relay.qnn.requantize %0, %v, %zero, %s, %zero {axis = 1, out_dtype = "int8"} : (tensor<1x2xi32>, tensor<2xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x2xi8>
  return %1 : tensor<1x2xi8>
}

// -----

// A factor of 2 may overflow where the bound has kept it from that.
// CHECK-LABEL: func.func @may_overflow
//       CHECK: relay.clip
//  CHECK-NEXT: relay.qnn.requantize
func.func @may_overflow(%x: tensor<4xi32>) -> tensor<4xi8> {
  %zero = relay.constant dense<0> : tensor<i32>
  %s = relay.constant dense<0.5> : tensor<f32>
  %t = relay.constant dense<1.0> : tensor<f32>
  %0 = relay.nn.relu %x : (tensor<4xi32>) -> tensor<4xi32>
  %1 = relay.qnn.requantize %0, %t, %zero, %s, %zero {out_dtype = "int8"} : (tensor<4xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<4xi8>
  return %1 : tensor<4xi8>
}

// -----

// Numbers of 8 bits can't.
// CHECK-LABEL: func.func @bytes_do_not
//       CHECK: relay.qnn.requantize
//  CHECK-NEXT: relay.clip %{{.*}} {a_max = 127.0, a_min = 4.0}
func.func @bytes_do_not(%x: tensor<4xi8>) -> tensor<4xi8> {
  %z = relay.constant dense<-2> : tensor<i32>
  %s = relay.constant dense<0.5> : tensor<f32>
  %t = relay.constant dense<1.0> : tensor<f32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.nn.relu %x : (tensor<4xi8>) -> tensor<4xi8>
  %1 = relay.qnn.requantize %0, %t, %z, %s, %zero {out_dtype = "int8"} : (tensor<4xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<4xi8>
  return %1 : tensor<4xi8>
}

// -----

// TVM's quantiser with scales that are no powers of two: a product of 64 bits.
// CHECK-LABEL: func.func @fixed_point
//       CHECK: %[[C:.*]] = relay.qnn.dense
//  CHECK-NEXT: %[[S:.*]] = relay.constant dense<0.00439453125> : tensor<f32>
//  CHECK-NEXT: %[[R:.*]] = relay.qnn.requantize %[[C]], %[[S]], {{.*}} {compute_dtype = "int64", out_dtype = "int8", rounding = "UPWARD"}
//  CHECK-NEXT: %[[CLIP:.*]] = relay.clip %[[R]] {a_max = 127.0, a_min = -127.0}
//  CHECK-NEXT: return %[[CLIP]]
func.func @fixed_point(%x: tensor<3x4xi8>, %w: tensor<2x4xi8>) -> tensor<3x2xi8> {
  %0 = relay.nn.dense %x, %w {out_dtype = "int32"} : (tensor<3x4xi8>, tensor<2x4xi8>) -> tensor<3x2xi32>
  %1 = relay.cast %0 {dtype = "int64"} : (tensor<3x2xi32>) -> tensor<3x2xi64>
  %2 = relay.fixed_point_multiply %1 {multiplier = 1207959552, shift = -7} : (tensor<3x2xi64>) -> tensor<3x2xi64>
  %3 = relay.clip %2 {a_min = -127.0, a_max = 127.0} : (tensor<3x2xi64>) -> tensor<3x2xi64>
  %4 = relay.cast %3 {dtype = "int32"} : (tensor<3x2xi64>) -> tensor<3x2xi32>
  %5 = relay.cast %4 {dtype = "int8"} : (tensor<3x2xi32>) -> tensor<3x2xi8>
  return %5 : tensor<3x2xi8>
}

// -----

// 31 bits are more than a scale has.
// CHECK-LABEL: func.func @not_a_float
//       CHECK: relay.fixed_point_multiply
func.func @not_a_float(%x: tensor<4xi32>) -> tensor<4xi32> {
  %0 = relay.fixed_point_multiply %x {multiplier = 1216710401, shift = -7} : (tensor<4xi32>) -> tensor<4xi32>
  return %0 : tensor<4xi32>
}

// -----

// Conversions that lose bits on the way stay.
// CHECK-LABEL: func.func @casts
//  CHECK-SAME: (%[[X:[^:]*]]: tensor<4xi32>, %[[B:[^:]*]]: tensor<4xui8>)
//       CHECK: %[[LOW:.*]] = relay.cast %[[X]] {dtype = "int8"}
//  CHECK-NEXT: %[[WIDE:.*]] = relay.cast %[[LOW]] {dtype = "int32"}
//  CHECK-NEXT: %[[U:.*]] = relay.cast %[[B]] {dtype = "int64"}
//  CHECK-NEXT: return %[[WIDE]], %[[U]]
func.func @casts(%x: tensor<4xi32>, %b: tensor<4xui8>) -> (tensor<4xi32>, tensor<4xi64>) {
  %0 = relay.cast %x {dtype = "int8"} : (tensor<4xi32>) -> tensor<4xi8>
  %1 = relay.cast %0 {dtype = "int32"} : (tensor<4xi8>) -> tensor<4xi32>
  %2 = relay.cast %b {dtype = "int16"} : (tensor<4xui8>) -> tensor<4xi16>
  %3 = relay.cast %2 {dtype = "int64"} : (tensor<4xi16>) -> tensor<4xi64>
  return %1, %3 : tensor<4xi32>, tensor<4xi64>
}

// -----

// Kernels have one type for data and weights: these become what the data are, and
// their zero point moves along.
// CHECK-LABEL: func.func @weights_of_another_sign
//   CHECK-DAG: %[[W:.*]] = relay.constant dense<{{\[\[}}129, 127], [255, 0{{\]\]}}> : tensor<2x2xui8>
//   CHECK-DAG: %[[Z:.*]] = relay.constant dense<131> : tensor<i32>
//       CHECK: relay.qnn.dense %arg0, %[[W]], %{{.*}}, %[[Z]],
func.func @weights_of_another_sign(%x: tensor<1x2xui8>) -> tensor<1x2xi32> {
  %w = relay.constant dense<[[1, -1], [127, -128]]> : tensor<2x2xi8>
  %s = relay.constant dense<0.5> : tensor<f32>
  %z = relay.constant dense<9> : tensor<i32>
  %wz = relay.constant dense<3> : tensor<i32>
  %0 = relay.qnn.dense %x, %w, %z, %wz, %s, %s {units = 2, out_dtype = "int32"} : (tensor<1x2xui8>, tensor<2x2xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x2xi32>
  return %0 : tensor<1x2xi32>
}

// -----

// The mean of integers is an integer division, as a pool's is.
// CHECK-LABEL: func.func @mean_is_pool
//       CHECK: %[[P:.*]] = relay.nn.global_avg_pool2d %arg0 {layout = "NHWC"}
//       CHECK: relay.reshape %[[P]] {newshape = [1, 3]}
//       CHECK: relay.mean %arg1
func.func @mean_is_pool(%x: tensor<1x4x4x3xi32>, %y: tensor<1x4x4x3xf32>) -> (tensor<1x3xi32>, tensor<1x3xf32>) {
  %0 = relay.mean %x {axis = [1, 2]} : (tensor<1x4x4x3xi32>) -> tensor<1x3xi32>
  %1 = relay.mean %y {axis = [1, 2]} : (tensor<1x4x4x3xf32>) -> tensor<1x3xf32>
  return %0, %1 : tensor<1x3xi32>, tensor<1x3xf32>
}

// -----

// Scales by channel are arithmetic on vectors.
// CHECK-LABEL: func.func @scales_by_channel
//       CHECK: %[[D:.*]] = relay.subtract
//       CHECK: %[[F:.*]] = relay.cast %[[D]] {dtype = "float32"}
//       CHECK: relay.multiply %[[F]]
func.func @scales_by_channel(%x: tensor<4x3xi8>) -> tensor<4x3xf32> {
  %s = relay.constant dense<[0.5, 0.25, 0.125]> : tensor<3xf32>
  %z = relay.constant dense<[1, 2, 3]> : tensor<3xi32>
  %0 = relay.qnn.dequantize %x, %s, %z {axis = 1, out_dtype = "float32"} : (tensor<4x3xi8>, tensor<3xf32>, tensor<3xi32>) -> tensor<4x3xf32>
  return %0 : tensor<4x3xf32>
}

// -----

// A requantisation in floats is written as it is computed: in single precision,
// the factor the quotient of the scales, halves upwards.
// CHECK-LABEL: @requantize_in_floats
//  CHECK-SAME: (%[[X:.*]]: tensor<2x3xi32>)
//       CHECK: %[[F:.*]] = relay.constant dense<[2.000000e+00, 5.000000e-01, 1.000000e+00]> : tensor<3xf32>
//       CHECK: %[[A:.*]] = relay.cast %[[X]] {dtype = "float32"}
//       CHECK: %[[S:.*]] = relay.subtract %[[A]], %{{.*}}
//       CHECK: %[[M:.*]] = relay.multiply %[[S]], %[[F]]
//       CHECK: %[[Z:.*]] = relay.constant dense<7.000000e+00> : tensor<f32>
//       CHECK: %[[Y:.*]] = relay.add %[[M]], %[[Z]]
//       CHECK: %[[H:.*]] = relay.constant dense<5.000000e-01> : tensor<f32>
//       CHECK: %[[P:.*]] = relay.add %[[Y]], %[[H]]
//       CHECK: %[[R:.*]] = relay.floor %[[P]]
//       CHECK: %[[I:.*]] = relay.cast %[[R]] {dtype = "int32"}
//       CHECK: %[[C:.*]] = relay.clip %[[I]] {a_max = 127.0, a_min = -128.0}
//       CHECK: relay.cast %[[C]] {dtype = "int8"}
func.func @requantize_in_floats(%x: tensor<2x3xi32>) -> tensor<2x3xi8> {
  %s = relay.constant dense<[0.5, 0.125, 0.25]> : tensor<3xf32>
  %t = relay.constant dense<0.25> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %u = relay.constant dense<7> : tensor<i32>
  %0 = relay.qnn.requantize %x, %s, %z, %t, %u {axis = 1, rounding = "UPWARD", compute_dtype = "float32", out_dtype = "int8"} : (tensor<2x3xi32>, tensor<3xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x3xi8>
  return %0 : tensor<2x3xi8>
}

// -----

// Halves away from zero: half is added with the number's sign, and the cast cuts
// off.
// CHECK-LABEL: @requantize_in_floats_to_nearest
//       CHECK: %[[Y:.*]] = relay.add
//       CHECK: %[[N:.*]] = relay.less %[[Y]], %{{.*}}
//       CHECK: %[[H:.*]] = relay.where %[[N]], %{{.*}}, %{{.*}}
//       CHECK: %[[R:.*]] = relay.add %[[Y]], %[[H]]
//       CHECK: relay.cast %[[R]] {dtype = "int32"}
//   CHECK-NOT: relay.clip
//       CHECK: return
func.func @requantize_in_floats_to_nearest(%x: tensor<2x3xi8>) -> tensor<2x3xi32> {
  %s = relay.constant dense<0.5> : tensor<f32>
  %t = relay.constant dense<0.25> : tensor<f32>
  %z = relay.constant dense<3> : tensor<i32>
  %0 = relay.qnn.requantize %x, %s, %z, %t, %z {rounding = "TONEAREST", compute_dtype = "float32", out_dtype = "int32"} : (tensor<2x3xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2x3xi32>
  return %0 : tensor<2x3xi32>
}

// -----

// TVM multiplies by the inverse of a number; a tensor it divides by.
// CHECK-LABEL: @divide_by_number
//       CHECK: %[[C:.*]] = relay.constant dense<0.166666672> : tensor<f32>
//       CHECK: relay.multiply %{{.*}}, %[[C]]
//       CHECK: relay.divide
func.func @divide_by_number(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %six = relay.constant dense<6.0> : tensor<f32>
  %tensor = relay.constant dense<6.0> : tensor<1xf32>
  %0 = relay.divide %x, %six : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %1 = relay.divide %x, %tensor : (tensor<4xf32>, tensor<1xf32>) -> tensor<4xf32>
  return %0, %1 : tensor<4xf32>, tensor<4xf32>
}

// -----

// TVM cuts the slope to an integer.
// CHECK-LABEL: @leaky_relu_of_integers
//       CHECK: relay.clip %arg0 {a_max = 127.0, a_min = 0.0}
func.func @leaky_relu_of_integers(%x: tensor<2x3xi8>) -> tensor<2x3xi8> {
  %0 = relay.nn.leaky_relu %x {alpha = 3.000000e-01 : f64} : (tensor<2x3xi8>) -> tensor<2x3xi8>
  return %0 : tensor<2x3xi8>
}

// -----

// No double is the greatest number of 64 bits; the next one keeps them all.
// CHECK-LABEL: @relu_of_64_bits
//       CHECK: relay.clip %arg0 {a_max = 9223372036854775808.0, a_min = 0.0}
func.func @relu_of_64_bits(%x: tensor<4xi64>) -> tensor<4xi64> {
  %0 = relay.nn.relu %x : (tensor<4xi64>) -> tensor<4xi64>
  return %0 : tensor<4xi64>
}

// -----

// CHECK-LABEL: @abs_of_unsigned
//  CHECK-NEXT: return %arg0
func.func @abs_of_unsigned(%x: tensor<4xui8>) -> tensor<4xui8> {
  %0 = relay.abs %x : (tensor<4xui8>) -> tensor<4xui8>
  return %0 : tensor<4xui8>
}
