// Constants of a model that become numbers of a kernel, and kernels whose rounding
// is Relay's or TensorFlow Lite's.
//
// RUN: dsp-opt %s --convert-relay-to-dsp --split-input-file | FileCheck %s

// The model means Relay's bits. Scales and zero points are the kernel's own, to the
// last bit; the scale of what the sums stand for is what Relay's rounding reads.
// CHECK-LABEL: @as_relay
//       CHECK: dsp.portable.dense_s8 %arg0, %{{[^ ]*}} {dsp.numerics = "relay", filter_scale = array<f32: 2.500000e-01>
//  CHECK-SAME: filter_zero_point = 0 : i32, input_scale = 5.000000e-01 : f32, input_zero_point = 3 : i32
//  CHECK-SAME: output_scale = 7.500000e-01 : f32, output_zero_point = -5 : i32
//  CHECK-SAME: rounding = "TONEAREST", sum_scale = array<f32: 1.250000e-01>
//   CHECK-NOT: relay.qnn
module {
func.func @as_relay(%x: tensor<1x4xi8>) -> tensor<1x2xi8> {
  %w = relay.constant dense<[[1, 2, 3, 4], [5, 6, 7, 8]]> : tensor<2x4xi8>
  %xs = relay.constant dense<0.5> : tensor<f32>
  %xz = relay.constant dense<3> : tensor<i32>
  %ws = relay.constant dense<0.25> : tensor<f32>
  %zero = relay.constant dense<0> : tensor<i32>
  %ss = relay.constant dense<0.125> : tensor<f32>
  %ys = relay.constant dense<0.75> : tensor<f32>
  %yz = relay.constant dense<-5> : tensor<i32>
  %0 = relay.qnn.dense %x, %w, %xz, %zero, %xs, %ws {units = 2, out_dtype = "int32"} : (tensor<1x4xi8>, tensor<2x4xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x2xi32>
  %1 = relay.qnn.requantize %0, %ss, %zero, %ys, %yz {rounding = "TONEAREST", compute_dtype = "int64", out_dtype = "int8"} : (tensor<1x2xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x2xi8>
  return %1 : tensor<1x2xi8>
}
}

// -----

// The model means TensorFlow Lite's.
// CHECK-LABEL: @as_tflite
//       CHECK: dsp.portable.dense_s8 {{.*}}dsp.numerics = "tflite"{{.*}}rounding = "TFLITE"
module attributes {dsp.numerics = "tflite"} {
func.func @as_tflite(%x: tensor<1x4xi8>) -> tensor<1x2xi8> {
  %w = relay.constant dense<[[1, 2, 3, 4], [5, 6, 7, 8]]> : tensor<2x4xi8>
  %xs = relay.constant dense<0.5> : tensor<f32>
  %xz = relay.constant dense<3> : tensor<i32>
  %ws = relay.constant dense<0.25> : tensor<f32>
  %zero = relay.constant dense<0> : tensor<i32>
  %ss = relay.constant dense<0.125> : tensor<f32>
  %ys = relay.constant dense<0.75> : tensor<f32>
  %yz = relay.constant dense<-5> : tensor<i32>
  %0 = relay.qnn.dense %x, %w, %xz, %zero, %xs, %ws {units = 2, out_dtype = "int32"} : (tensor<1x4xi8>, tensor<2x4xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x2xi32>
  %1 = relay.qnn.requantize %0, %ss, %zero, %ys, %yz {rounding = "TONEAREST", compute_dtype = "int64", out_dtype = "int8"} : (tensor<1x2xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x2xi8>
  return %1 : tensor<1x2xi8>
}
}

// -----

// An approximation is only taken where nothing exact fits.
// CHECK-LABEL: @exact_before_approximate
//       CHECK: dsp.portable.dense_s8 {{.*}}dsp.numerics = "relay"
module attributes {dsp.allow_approximate} {
func.func @exact_before_approximate(%x: tensor<1x4xi8>) -> tensor<1x2xi8> {
  %w = relay.constant dense<[[1, 2, 3, 4], [5, 6, 7, 8]]> : tensor<2x4xi8>
  %xs = relay.constant dense<0.5> : tensor<f32>
  %xz = relay.constant dense<3> : tensor<i32>
  %ws = relay.constant dense<0.25> : tensor<f32>
  %zero = relay.constant dense<0> : tensor<i32>
  %ss = relay.constant dense<0.125> : tensor<f32>
  %ys = relay.constant dense<0.75> : tensor<f32>
  %yz = relay.constant dense<-5> : tensor<i32>
  %0 = relay.qnn.dense %x, %w, %xz, %zero, %xs, %ws {units = 2, out_dtype = "int32"} : (tensor<1x4xi8>, tensor<2x4xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x2xi32>
  %1 = relay.qnn.requantize %0, %ss, %zero, %ys, %yz {rounding = "TONEAREST", compute_dtype = "int64", out_dtype = "int8"} : (tensor<1x2xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x2xi8>
  return %1 : tensor<1x2xi8>
}
}

// -----

// What Relay computes in floats, no kernel does; the call says that it is not exact.
// CHECK-LABEL: @approximate
//       CHECK: dsp.portable.dense_s8 {{.*}}dsp.numerics = "tflite"
module attributes {dsp.allow_approximate} {
func.func @approximate(%x: tensor<1x4xi8>) -> tensor<1x2xi8> {
  %w = relay.constant dense<[[1, 2, 3, 4], [5, 6, 7, 8]]> : tensor<2x4xi8>
  %xs = relay.constant dense<0.5> : tensor<f32>
  %xz = relay.constant dense<3> : tensor<i32>
  %ws = relay.constant dense<0.25> : tensor<f32>
  %zero = relay.constant dense<0> : tensor<i32>
  %ss = relay.constant dense<0.125> : tensor<f32>
  %ys = relay.constant dense<0.75> : tensor<f32>
  %yz = relay.constant dense<-5> : tensor<i32>
  %0 = relay.qnn.dense %x, %w, %xz, %zero, %xs, %ws {units = 2, out_dtype = "int32"} : (tensor<1x4xi8>, tensor<2x4xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x2xi32>
  %1 = relay.qnn.requantize %0, %ss, %zero, %ys, %yz {rounding = "TONEAREST", compute_dtype = "float32", out_dtype = "int8"} : (tensor<1x2xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x2xi8>
  return %1 : tensor<1x2xi8>
}
}

// -----

// Relay computes in floats what TensorFlow Lite does in integers.
// CHECK-LABEL: @in_floats
//   CHECK-NOT: dsp.portable.leaky_relu_s16
//       CHECK: dsp.portable.leaky_relu_f32
module {
func.func @in_floats(%x: tensor<1x2xi16>) -> tensor<1x2xi16> {
  %xs = relay.constant dense<0.5> : tensor<f32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.dequantize %x, %xs, %zero {out_dtype = "float32"} : (tensor<1x2xi16>, tensor<f32>, tensor<i32>) -> tensor<1x2xf32>
  %1 = relay.nn.leaky_relu %0 {alpha = 0.5} : (tensor<1x2xf32>) -> tensor<1x2xf32>
  %2 = relay.qnn.quantize %1, %xs, %zero {out_dtype = "int16"} : (tensor<1x2xf32>, tensor<f32>, tensor<i32>) -> tensor<1x2xi16>
  return %2 : tensor<1x2xi16>
}
}

// -----

// Three exact calls come before one that is not.
// CHECK-LABEL: @in_integers
//   CHECK-NOT: dsp.portable.leaky_relu_s16
//       CHECK: dsp.portable.leaky_relu_f32
module attributes {dsp.allow_approximate} {
func.func @in_integers(%x: tensor<1x2xi16>) -> tensor<1x2xi16> {
  %xs = relay.constant dense<0.5> : tensor<f32>
  %zero = relay.constant dense<0> : tensor<i32>
  %0 = relay.qnn.dequantize %x, %xs, %zero {out_dtype = "float32"} : (tensor<1x2xi16>, tensor<f32>, tensor<i32>) -> tensor<1x2xf32>
  %1 = relay.nn.leaky_relu %0 {alpha = 0.5} : (tensor<1x2xf32>) -> tensor<1x2xf32>
  %2 = relay.qnn.quantize %1, %xs, %zero {out_dtype = "int16"} : (tensor<1x2xf32>, tensor<f32>, tensor<i32>) -> tensor<1x2xi16>
  return %2 : tensor<1x2xi16>
}
}

// -----

// A scale that is computed is no number for a kernel.
// CHECK-LABEL: @computed_scale
//       CHECK: relay.qnn.requantize
module {
func.func @computed_scale(%x: tensor<1x4xi8>, %ys: tensor<f32>) -> tensor<1x2xi8> {
  %w = relay.constant dense<[[1, 2, 3, 4], [5, 6, 7, 8]]> : tensor<2x4xi8>
  %xs = relay.constant dense<0.5> : tensor<f32>
  %xz = relay.constant dense<3> : tensor<i32>
  %ws = relay.constant dense<0.25> : tensor<f32>
  %zero = relay.constant dense<0> : tensor<i32>
  %ss = relay.constant dense<0.125> : tensor<f32>
  %yz = relay.constant dense<-5> : tensor<i32>
  %0 = relay.qnn.dense %x, %w, %xz, %zero, %xs, %ws {units = 2, out_dtype = "int32"} : (tensor<1x4xi8>, tensor<2x4xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x2xi32>
  %1 = relay.qnn.requantize %0, %ss, %zero, %ys, %yz {rounding = "TONEAREST", compute_dtype = "int64", out_dtype = "int8"} : (tensor<1x2xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x2xi8>
  return %1 : tensor<1x2xi8>
}
}

// -----

// Sums have no zero point; one that says otherwise is not the kernel's.
// CHECK-LABEL: @sums_with_zero_point
//       CHECK: %[[SUMS:.*]] = dsp.portable.dense_s8_i32
//       CHECK: dsp.portable.requantize_i32_to_s8 %[[SUMS]] {{.*}}input_zero_point = 3
module {
func.func @sums_with_zero_point(%x: tensor<1x4xi8>) -> tensor<1x2xi8> {
  %w = relay.constant dense<[[1, 2, 3, 4], [5, 6, 7, 8]]> : tensor<2x4xi8>
  %xs = relay.constant dense<0.5> : tensor<f32>
  %xz = relay.constant dense<3> : tensor<i32>
  %ws = relay.constant dense<0.25> : tensor<f32>
  %zero = relay.constant dense<0> : tensor<i32>
  %ss = relay.constant dense<0.125> : tensor<f32>
  %ys = relay.constant dense<0.75> : tensor<f32>
  %yz = relay.constant dense<-5> : tensor<i32>
  %0 = relay.qnn.dense %x, %w, %xz, %zero, %xs, %ws {units = 2, out_dtype = "int32"} : (tensor<1x4xi8>, tensor<2x4xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x2xi32>
  %1 = relay.qnn.requantize %0, %ss, %xz, %ys, %yz {rounding = "TONEAREST", compute_dtype = "int64", out_dtype = "int8"} : (tensor<1x2xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x2xi8>
  return %1 : tensor<1x2xi8>
}
}
