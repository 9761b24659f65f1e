// RUN: dsp-opt %s --relay-fold-constants | FileCheck %s

// The numbers are those that TVM 0.18 gives.

// Halves go away from zero, what is too great to the bounds.
// CHECK-LABEL: @quantize
func.func @quantize() -> tensor<11xi8> {
  // CHECK: relay.constant dense<[-128, -77, 1, 2, 3, 3, 4, 4, 6, 66, 127]> : tensor<11xi8>
  %a = relay.constant dense<[-1.0e+03, -4.0125e+01, -7.5e-01, -2.5e-01, -2.0e-01, 2.0e-01, 2.5e-01, 7.0e-01, 1.25e+00, 3.16e+01, 1.0e+06]> : tensor<11xf32>
  %b = relay.constant dense<5.0e-01> : tensor<f32>
  %c = relay.constant dense<3> : tensor<i32>
  %r = relay.qnn.quantize %a, %b, %c {out_dtype = "int8"} : (tensor<11xf32>, tensor<f32>, tensor<i32>) -> tensor<11xi8>
  return %r : tensor<11xi8>
}

// A scale for each column.
// CHECK-LABEL: @quantize_by_channel
func.func @quantize_by_channel() -> tensor<2x3xui8> {
  // CHECK: relay.constant dense<{{\[\[}}10, 110, 3], [10, 110, 3]]> : tensor<2x3xui8>
  %a = relay.constant dense<[[1.0e+00, 2.0e+00, 3.0e+00], [1.0e+00, 2.0e+00, 3.0e+00]]> : tensor<2x3xf32>
  %b = relay.constant dense<[1.0e-01, 2.0e-01, 3.0e-01]> : tensor<3xf32>
  %c = relay.constant dense<[0, 100, -7]> : tensor<3xi32>
  %r = relay.qnn.quantize %a, %b, %c {axis = 1, out_dtype = "uint8"} : (tensor<2x3xf32>, tensor<3xf32>, tensor<3xi32>) -> tensor<2x3xui8>
  return %r : tensor<2x3xui8>
}

// Constants are divided: their product with the inverse would differ here.
// CHECK-LABEL: @quantize_divides
func.func @quantize_divides() -> tensor<4xi16> {
  // CHECK: relay.constant dense<[-6, 65, 90, -46]> : tensor<4xi16>
  %a = relay.constant dense<[-7.8198004e-01, 9.170493e+00, 1.2724948e+01, -6.4691076e+00]> : tensor<4xf32>
  %b = relay.constant dense<1.421782e-01> : tensor<f32>
  %c = relay.constant dense<0> : tensor<i32>
  %r = relay.qnn.quantize %a, %b, %c {out_dtype = "int16"} : (tensor<4xf32>, tensor<f32>, tensor<i32>) -> tensor<4xi16>
  return %r : tensor<4xi16>
}

// The difference is exact, then a float.
// CHECK-LABEL: @dequantize
func.func @dequantize() -> tensor<5xf32> {
  // CHECK: relay.constant dense<[0.000000e+00, 1.270000e+01, 1.280000e+01, 12.9000006, 2.550000e+01]> : tensor<5xf32>
  %a = relay.constant dense<[-128, -1, 0, 1, 127]> : tensor<5xi8>
  %b = relay.constant dense<1.0e-01> : tensor<f32>
  %c = relay.constant dense<-128> : tensor<i32>
  %r = relay.qnn.dequantize %a, %b, %c {out_dtype = "float32"} : (tensor<5xi8>, tensor<f32>, tensor<i32>) -> tensor<5xf32>
  return %r : tensor<5xf32>
}

// CHECK-LABEL: @dequantize_by_channel
func.func @dequantize_by_channel() -> tensor<2x2xf32> {
  // CHECK: relay.constant dense<{{\[\[}}5.000000e+08, -2.000000e+00], [-1.250000e+00, 1.750000e+00]]> : tensor<2x2xf32>
  %a = relay.constant dense<[[1000000007, 3], [-5, 7]]> : tensor<2x2xi32>
  %b = relay.constant dense<[5.0e-01, 2.5e-01]> : tensor<2xf32>
  %c = relay.constant dense<[7, 0]> : tensor<2xi32>
  %r = relay.qnn.dequantize %a, %b, %c {axis = 0, out_dtype = "float32"} : (tensor<2x2xi32>, tensor<2xf32>, tensor<2xi32>) -> tensor<2x2xf32>
  return %r : tensor<2x2xf32>
}

// What float16 does not have becomes its greatest.
// CHECK-LABEL: @dequantize_half
func.func @dequantize_half() -> tensor<4xf16> {
  // CHECK: relay.constant dense<[-8.000000e+00, 4.000000e+00, 6.550400e+04, -6.550400e+04]> : tensor<4xf16>
  %a = relay.constant dense<[-2, 1, 30000, -30000]> : tensor<4xi16>
  %b = relay.constant dense<4.0e+00> : tensor<f32>
  %c = relay.constant dense<0> : tensor<i32>
  %r = relay.qnn.dequantize %a, %b, %c {out_dtype = "float16"} : (tensor<4xi16>, tensor<f32>, tensor<i32>) -> tensor<4xf16>
  return %r : tensor<4xf16>
}

// -3.5 becomes -3.
// CHECK-LABEL: @requantize_upward
func.func @requantize_upward() -> tensor<14xi8> {
  // CHECK: relay.constant dense<[-3, -3, -2, -1, -1, 0, 0, 1, 1, 2, 3, 4, 127, -128]> : tensor<14xi8>
  %a = relay.constant dense<[-7, -6, -5, -3, -2, -1, 0, 1, 2, 3, 5, 7, 1000, -1000]> : tensor<14xi32>
  %b = relay.constant dense<2.5e-01> : tensor<f32>
  %c = relay.constant dense<0> : tensor<i32>
  %d = relay.constant dense<5.0e-01> : tensor<f32>
  %e = relay.constant dense<0> : tensor<i32>
  %r = relay.qnn.requantize %a, %b, %c, %d, %e {out_dtype = "int8"} : (tensor<14xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<14xi8>
  return %r : tensor<14xi8>
}

// -3.5 becomes -4.
// CHECK-LABEL: @requantize_to_nearest
func.func @requantize_to_nearest() -> tensor<14xi8> {
  // CHECK: relay.constant dense<[-4, -3, -3, -2, -1, -1, 0, 1, 1, 2, 3, 4, 127, -128]> : tensor<14xi8>
  %a = relay.constant dense<[-7, -6, -5, -3, -2, -1, 0, 1, 2, 3, 5, 7, 1000, -1000]> : tensor<14xi32>
  %b = relay.constant dense<2.5e-01> : tensor<f32>
  %c = relay.constant dense<0> : tensor<i32>
  %d = relay.constant dense<5.0e-01> : tensor<f32>
  %e = relay.constant dense<0> : tensor<i32>
  %r = relay.qnn.requantize %a, %b, %c, %d, %e {rounding = "TONEAREST", out_dtype = "int8"} : (tensor<14xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<14xi8>
  return %r : tensor<14xi8>
}

// Results of 32 bits have no bounds.
// CHECK-LABEL: @requantize_wide
func.func @requantize_wide() -> tensor<6xi32> {
  // CHECK: relay.constant dense<[58906258, -58906268, 3386460, -3386470, -5, -5]> : tensor<6xi32>
  %a = relay.constant dense<[2147483647, -2147483648, 123456789, -123456789, 5, -5]> : tensor<6xi32>
  %b = relay.constant dense<3.9e-03> : tensor<f32>
  %c = relay.constant dense<0> : tensor<i32>
  %d = relay.constant dense<1.421782e-01> : tensor<f32>
  %e = relay.constant dense<-5> : tensor<i32>
  %r = relay.qnn.requantize %a, %b, %c, %d, %e {out_dtype = "int32"} : (tensor<6xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<6xi32>
  return %r : tensor<6xi32>
}

// A factor above 1 shifts to the left.
// CHECK-LABEL: @requantize_left
func.func @requantize_left() -> tensor<3x2xi16> {
  // CHECK: relay.constant dense<{{\[\[}}2, 3], [-34, 101], [38, -5]]> : tensor<3x2xi16>
  %a = relay.constant dense<[[1, 2], [-3, 100], [5, -6]]> : tensor<3x2xi8>
  %b = relay.constant dense<[9.0e-01, 1.0e-01]> : tensor<2xf32>
  %c = relay.constant dense<1> : tensor<i32>
  %d = relay.constant dense<1.0e-01> : tensor<f32>
  %e = relay.constant dense<2> : tensor<i32>
  %r = relay.qnn.requantize %a, %b, %c, %d, %e {axis = 1, out_dtype = "int16"} : (tensor<3x2xi8>, tensor<2xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<3x2xi16>
  return %r : tensor<3x2xi16>
}

// CHECK-LABEL: @requantize_left_to_nearest
func.func @requantize_left_to_nearest() -> tensor<3x2xui8> {
  // CHECK: relay.constant dense<{{\[\[}}2, 3], [0, 101], [38, 0]]> : tensor<3x2xui8>
  %a = relay.constant dense<[[1, 2], [-3, 100], [5, -6]]> : tensor<3x2xi8>
  %b = relay.constant dense<[9.0e-01, 1.0e-01]> : tensor<2xf32>
  %c = relay.constant dense<1> : tensor<i32>
  %d = relay.constant dense<1.0e-01> : tensor<f32>
  %e = relay.constant dense<2> : tensor<i32>
  %r = relay.qnn.requantize %a, %b, %c, %d, %e {axis = 1, rounding = "TONEAREST", out_dtype = "uint8"} : (tensor<3x2xi8>, tensor<2xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<3x2xui8>
  return %r : tensor<3x2xui8>
}

// Of sums of 64 bits the low 32 count.
// CHECK-LABEL: @requantize_i64
func.func @requantize_i64() -> tensor<2xi16> {
  // CHECK: relay.constant dense<[334, -344]> : tensor<2xi16>
  %a = relay.constant dense<[4294979641, -12345]> : tensor<2xi64>
  %b = relay.constant dense<3.9e-03> : tensor<f32>
  %c = relay.constant dense<0> : tensor<i32>
  %d = relay.constant dense<1.421782e-01> : tensor<f32>
  %e = relay.constant dense<-5> : tensor<i32>
  %r = relay.qnn.requantize %a, %b, %c, %d, %e {out_dtype = "int16"} : (tensor<2xi64>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<2xi16>
  return %r : tensor<2xi16>
}

// CHECK-LABEL: @requantize_float32_upward
func.func @requantize_float32_upward() -> tensor<16xi32> {
  // CHECK: relay.constant dense<[-7, -6, -6, -5, -4, -4, -3, -3, -2, -2, -1, 0, 497, -503, 8388605, -61728400]> : tensor<16xi32>
  %a = relay.constant dense<[-7, -6, -5, -3, -2, -1, 0, 1, 2, 3, 5, 7, 1000, -1000, 16777217, -123456789]> : tensor<16xi32>
  %b = relay.constant dense<3.5e-01> : tensor<f32>
  %c = relay.constant dense<1> : tensor<i32>
  %d = relay.constant dense<7.0e-01> : tensor<f32>
  %e = relay.constant dense<-3> : tensor<i32>
  %r = relay.qnn.requantize %a, %b, %c, %d, %e {compute_dtype = "float32", rounding = "UPWARD", out_dtype = "int32"} : (tensor<16xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<16xi32>
  return %r : tensor<16xi32>
}

// CHECK-LABEL: @requantize_float32_tonearest
func.func @requantize_float32_tonearest() -> tensor<16xi32> {
  // CHECK: relay.constant dense<[-7, -7, -6, -5, -5, -4, -4, -3, -3, -2, -1, 0, 497, -504, 8388605, -61728400]> : tensor<16xi32>
  %a = relay.constant dense<[-7, -6, -5, -3, -2, -1, 0, 1, 2, 3, 5, 7, 1000, -1000, 16777217, -123456789]> : tensor<16xi32>
  %b = relay.constant dense<3.5e-01> : tensor<f32>
  %c = relay.constant dense<1> : tensor<i32>
  %d = relay.constant dense<7.0e-01> : tensor<f32>
  %e = relay.constant dense<-3> : tensor<i32>
  %r = relay.qnn.requantize %a, %b, %c, %d, %e {compute_dtype = "float32", rounding = "TONEAREST", out_dtype = "int32"} : (tensor<16xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<16xi32>
  return %r : tensor<16xi32>
}

// CHECK-LABEL: @requantize_float64_upward
func.func @requantize_float64_upward() -> tensor<16xi32> {
  // CHECK: relay.constant dense<[-7, -6, -6, -5, -4, -4, -3, -3, -2, -2, -1, 0, 497, -503, 8388605, -61728398]> : tensor<16xi32>
  %a = relay.constant dense<[-7, -6, -5, -3, -2, -1, 0, 1, 2, 3, 5, 7, 1000, -1000, 16777217, -123456789]> : tensor<16xi32>
  %b = relay.constant dense<3.5e-01> : tensor<f32>
  %c = relay.constant dense<1> : tensor<i32>
  %d = relay.constant dense<7.0e-01> : tensor<f32>
  %e = relay.constant dense<-3> : tensor<i32>
  %r = relay.qnn.requantize %a, %b, %c, %d, %e {compute_dtype = "float64", rounding = "UPWARD", out_dtype = "int32"} : (tensor<16xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<16xi32>
  return %r : tensor<16xi32>
}

// CHECK-LABEL: @requantize_float64_tonearest
func.func @requantize_float64_tonearest() -> tensor<16xi32> {
  // CHECK: relay.constant dense<[-7, -7, -6, -5, -5, -4, -4, -3, -3, -2, -1, 0, 497, -504, 8388605, -61728398]> : tensor<16xi32>
  %a = relay.constant dense<[-7, -6, -5, -3, -2, -1, 0, 1, 2, 3, 5, 7, 1000, -1000, 16777217, -123456789]> : tensor<16xi32>
  %b = relay.constant dense<3.5e-01> : tensor<f32>
  %c = relay.constant dense<1> : tensor<i32>
  %d = relay.constant dense<7.0e-01> : tensor<f32>
  %e = relay.constant dense<-3> : tensor<i32>
  %r = relay.qnn.requantize %a, %b, %c, %d, %e {compute_dtype = "float64", rounding = "TONEAREST", out_dtype = "int32"} : (tensor<16xi32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<16xi32>
  return %r : tensor<16xi32>
}

// CHECK-LABEL: @fixed_point_multiply
func.func @fixed_point_multiply() -> tensor<16xi32> {
  // CHECK: relay.constant dense<[-1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 322122547, -322122547, 18518518, -18518518, 1, -1]> : tensor<16xi32>
  %a = relay.constant dense<[-7, -6, -5, -3, -2, -1, 0, 1, 2, 3, 2147483647, -2147483648, 123456789, -123456789, 5, -5]> : tensor<16xi32>
  %r = relay.fixed_point_multiply %a {multiplier = 1288490189, shift = -2} : (tensor<16xi32>) -> tensor<16xi32>
  return %r : tensor<16xi32>
}

// CHECK-LABEL: @fixed_point_multiply_left
func.func @fixed_point_multiply_left() -> tensor<14xi32> {
  // CHECK: relay.constant dense<[-34, -29, -24, -14, -10, -5, 0, 5, 10, 14, 24, 34, 4800, -4800]> : tensor<14xi32>
  %a = relay.constant dense<[-7, -6, -5, -3, -2, -1, 0, 1, 2, 3, 5, 7, 1000, -1000]> : tensor<14xi32>
  %r = relay.fixed_point_multiply %a {multiplier = 1288490189, shift = 3} : (tensor<14xi32>) -> tensor<14xi32>
  return %r : tensor<14xi32>
}

// 2^-3: the multiplier is a half.
// CHECK-LABEL: @fixed_point_multiply_power
func.func @fixed_point_multiply_power() -> tensor<14xi32> {
  // CHECK: relay.constant dense<[-1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 125, -125]> : tensor<14xi32>
  %a = relay.constant dense<[-7, -6, -5, -3, -2, -1, 0, 1, 2, 3, 5, 7, 1000, -1000]> : tensor<14xi32>
  %r = relay.fixed_point_multiply %a {multiplier = 1073741824, shift = -2} : (tensor<14xi32>) -> tensor<14xi32>
  return %r : tensor<14xi32>
}
