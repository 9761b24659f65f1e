// RUN: dsp-opt %s -verify-diagnostics -split-input-file

func.func @quantize_elements(%x: tensor<1x4x6xi8>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.quantize' op 'data' has elements of type 'i8', expected float32}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.quantize %x, %s, %z {out_dtype = "int8"} : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @quantize_scale_elements(%x: tensor<1x4x6xf32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.quantize' op 'output_scale' has elements of type 'i32', expected float32}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.quantize %x, %z, %z {out_dtype = "int8"} : (tensor<1x4x6xf32>, tensor<i32>, tensor<i32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @quantize_zero_point_elements(%x: tensor<1x4x6xf32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.quantize' op 'output_zero_point' has elements of type 'f32', expected int32}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.quantize %x, %s, %s {out_dtype = "int8"} : (tensor<1x4x6xf32>, tensor<f32>, tensor<f32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @quantize_scales(%x: tensor<1x4x6xf32>, %s3: tensor<3xf32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.quantize' op 'output_scale' has shape (3), expected a scalar or (4)}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.quantize %x, %s3, %z {axis = 1, out_dtype = "int8"} : (tensor<1x4x6xf32>, tensor<3xf32>, tensor<i32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @quantize_axis(%x: tensor<1x4x6xf32>, %s: tensor<f32>, %z3: tensor<3xi32>) {
  // expected-error @+2 {{'relay.qnn.quantize' op 'axis' is 3, expected -3 to 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.quantize %x, %s, %z3 {axis = 3, out_dtype = "int8"} : (tensor<1x4x6xf32>, tensor<f32>, tensor<3xi32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @quantize_out_dtype(%x: tensor<1x4x6xf32>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.quantize' op 'out_dtype' is 'int64', expected int8, uint8, int16, uint16 or int32}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.quantize %x, %s, %z {out_dtype = "int64"} : (tensor<1x4x6xf32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi64>
  return
}

// -----

func.func @dequantize_elements(%x: tensor<1x4x6xf32>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.dequantize' op 'data' has elements of type 'f32', expected int8, uint8, int16, uint16 or int32}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.dequantize %x, %s, %z {out_dtype = "float32"} : (tensor<1x4x6xf32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xf32>
  return
}

// -----

func.func @dequantize_zero_points(%x: tensor<1x4x6xi8>, %s: tensor<f32>, %z3: tensor<3xi32>) {
  // expected-error @+2 {{'relay.qnn.dequantize' op 'input_zero_point' has shape (3), expected a scalar or (6)}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.dequantize %x, %s, %z3 {out_dtype = "float32"} : (tensor<1x4x6xi8>, tensor<f32>, tensor<3xi32>) -> tensor<1x4x6xf32>
  return
}

// -----

func.func @dequantize_out_dtype(%x: tensor<1x4x6xi8>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.dequantize' op 'out_dtype' is 'float64', expected float16 or float32}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.dequantize %x, %s, %z {out_dtype = "float64"} : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xf64>
  return
}

// -----

func.func @requantize_axis(%x: tensor<1x4x6xi8>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.requantize' op 'axis' is 3, expected -3 to 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.requantize %x, %s, %z, %s, %z {axis = 3, out_dtype = "int8"} : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @requantize_output_scale(%x: tensor<1x4x6xi8>, %s: tensor<f32>, %z: tensor<i32>, %s3: tensor<3xf32>) {
  // expected-error @+2 {{'relay.qnn.requantize' op 'output_scale' has shape (3), expected a scalar}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.requantize %x, %s, %z, %s3, %z {out_dtype = "int8"} : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<3xf32>, tensor<i32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @requantize_rounding(%x: tensor<1x4x6xi8>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.requantize' op 'rounding' is 'DOWN', expected None, UPWARD or TONEAREST}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.requantize %x, %s, %z, %s, %z {rounding = "DOWN", out_dtype = "int8"} : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @requantize_compute_dtype(%x: tensor<1x4x6xi8>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.requantize' op 'compute_dtype' is 'int32', expected None, int64, float32 or float64}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.requantize %x, %s, %z, %s, %z {compute_dtype = "int32", out_dtype = "int8"} : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @requantize_out_dtype(%x: tensor<1x4x6xi8>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.requantize' op 'out_dtype' is '', expected int8, uint8, int16 or int32}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.requantize %x, %s, %z, %s, %z : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @conv2d_data(%x: tensor<1x4x9x9xf32>, %w: tensor<8x4x3x3xi8>, %z: tensor<i32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.conv2d' op 'data' has elements of type 'f32', expected int8, uint8 or int16}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.conv2d %x, %w, %z, %z, %s, %s {out_dtype = "int32"} : (tensor<1x4x9x9xf32>, tensor<8x4x3x3xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x8x7x7xi32>
  return
}

// -----

func.func @conv2d_weight(%x: tensor<1x4x9x9xi8>, %w: tensor<8x4x3x3xf32>, %z: tensor<i32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.conv2d' op 'weight' has elements of type 'f32', expected int8, uint8 or int16}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.conv2d %x, %w, %z, %z, %s, %s {out_dtype = "int32"} : (tensor<1x4x9x9xi8>, tensor<8x4x3x3xf32>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x8x7x7xi32>
  return
}

// -----

func.func @conv2d_operand_order(%x: tensor<1x4x9x9xi8>, %w: tensor<8x4x3x3xi8>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.conv2d' op 'input_zero_point' has elements of type 'f32', expected int32}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.conv2d %x, %w, %s, %s, %z, %z {out_dtype = "int32"} : (tensor<1x4x9x9xi8>, tensor<8x4x3x3xi8>, tensor<f32>, tensor<f32>, tensor<i32>, tensor<i32>) -> tensor<1x8x7x7xi32>
  return
}

// -----

func.func @conv2d_weight_zero_point(%x: tensor<1x4x9x9xi8>, %w: tensor<8x4x3x3xi8>, %z: tensor<i32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.conv2d' op 'weight_zero_point' has elements of type 'f32', expected int32}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.conv2d %x, %w, %z, %s, %s, %s {out_dtype = "int32"} : (tensor<1x4x9x9xi8>, tensor<8x4x3x3xi8>, tensor<i32>, tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1x8x7x7xi32>
  return
}

// -----

func.func @conv2d_input_scale(%x: tensor<1x4x9x9xi8>, %w: tensor<8x4x3x3xi8>, %z: tensor<i32>, %s3: tensor<3xf32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.conv2d' op 'input_scale' has shape (3), expected a scalar}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.conv2d %x, %w, %z, %z, %s3, %s {out_dtype = "int32"} : (tensor<1x4x9x9xi8>, tensor<8x4x3x3xi8>, tensor<i32>, tensor<i32>, tensor<3xf32>, tensor<f32>) -> tensor<1x8x7x7xi32>
  return
}

// -----

func.func @conv2d_weight_scale(%x: tensor<1x4x9x9xi8>, %w: tensor<8x4x3x3xi8>, %z: tensor<i32>, %s: tensor<f32>, %s3: tensor<3xf32>) {
  // expected-error @+2 {{'relay.qnn.conv2d' op 'weight_scale' has shape (3), expected a scalar or (8)}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.conv2d %x, %w, %z, %z, %s, %s3 {out_dtype = "int32"} : (tensor<1x4x9x9xi8>, tensor<8x4x3x3xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<3xf32>) -> tensor<1x8x7x7xi32>
  return
}

// -----

func.func @conv2d_out_dtype(%x: tensor<1x4x9x9xi8>, %w: tensor<8x4x3x3xi8>, %z: tensor<i32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.conv2d' op 'out_dtype' is '', expected int16, int32 or int64}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.conv2d %x, %w, %z, %z, %s, %s : (tensor<1x4x9x9xi8>, tensor<8x4x3x3xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x8x7x7xi32>
  return
}

// -----

func.func @conv2d_as_conv2d(%x: tensor<1x4x9x9xi8>, %w: tensor<8x4x3x3xi8>, %z: tensor<i32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.conv2d' op 'data' has 4 channels in 2 groups, but 'weight' takes 4}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.conv2d %x, %w, %z, %z, %s, %s {groups = 2, out_dtype = "int32"} : (tensor<1x4x9x9xi8>, tensor<8x4x3x3xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x8x7x7xi32>
  return
}

// -----

func.func @conv2d_transpose_weight(%x: tensor<1x4x5x5xi8>, %w: tensor<4x8x3x3xi16>, %z: tensor<i32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.conv2d_transpose' op 'weight' has elements of type 'i16', expected int8 or uint8}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.conv2d_transpose %x, %w, %z, %z, %s, %s {out_dtype = "int32"} : (tensor<1x4x5x5xi8>, tensor<4x8x3x3xi16>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x8x7x7xi32>
  return
}

// -----

func.func @conv2d_transpose_zero_point(%x: tensor<1x4x5x5xi8>, %w: tensor<4x8x3x3xi8>, %z3: tensor<3xi32>, %z: tensor<i32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.conv2d_transpose' op 'input_zero_point' has shape (3), expected a scalar or (1)}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.conv2d_transpose %x, %w, %z3, %z, %s, %s {out_dtype = "int32"} : (tensor<1x4x5x5xi8>, tensor<4x8x3x3xi8>, tensor<3xi32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x8x7x7xi32>
  return
}

// -----

func.func @dense_weight_scale(%x: tensor<2x16xi8>, %w: tensor<8x16xi8>, %z: tensor<i32>, %s: tensor<f32>, %s3: tensor<3xf32>) {
  // expected-error @+2 {{'relay.qnn.dense' op 'weight_scale' has shape (3), expected a scalar or (8)}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.dense %x, %w, %z, %z, %s, %s3 {out_dtype = "int32"} : (tensor<2x16xi8>, tensor<8x16xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<3xf32>) -> tensor<2x8xi32>
  return
}

// -----

func.func @dense_out_dtype(%x: tensor<2x16xi8>, %w: tensor<8x16xi8>, %z: tensor<i32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.dense' op 'out_dtype' is 'int16', expected int32 or int64}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.dense %x, %w, %z, %z, %s, %s {out_dtype = "int16"} : (tensor<2x16xi8>, tensor<8x16xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<2x8xi16>
  return
}

// -----

func.func @dense_units(%x: tensor<2x16xi8>, %w: tensor<8x16xi8>, %z: tensor<i32>, %s: tensor<f32>, %s3: tensor<3xf32>) {
  // expected-error @+2 {{'relay.qnn.dense' op 'units' is 3, but 'weight' of shape (8, 16) gives 8}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.dense %x, %w, %z, %z, %s, %s3 {units = 3, out_dtype = "int32"} : (tensor<2x16xi8>, tensor<8x16xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<3xf32>) -> tensor<2x8xi32>
  return
}

// -----

func.func @dense_pack_weight(%x: tensor<2x16xi8>, %w: tensor<8x16xi8>, %z: tensor<i32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.contrib_dense_pack' op 'weight' has shape (8, 16), expected rank 4}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.contrib_dense_pack %x, %w, %z, %z, %s, %s {out_dtype = "int32"} : (tensor<2x16xi8>, tensor<8x16xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<2x8xi32>
  return
}

// -----

func.func @dense_pack_out_dtype(%x: tensor<2x16xi8>, %w: tensor<4x2x2x8xi8>, %z: tensor<i32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.contrib_dense_pack' op needs 'out_dtype', the element type of its result}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.contrib_dense_pack %x, %w, %z, %z, %s, %s : (tensor<2x16xi8>, tensor<4x2x2x8xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<2x8xi32>
  return
}

// -----

func.func @batch_matmul_scales(%x: tensor<1x2x16xi8>, %w: tensor<1x8x16xi8>, %z: tensor<i32>, %s: tensor<f32>, %s3: tensor<3xf32>) {
  // expected-error @+2 {{'relay.qnn.batch_matmul' op 'y_scale' has shape (3), expected a scalar}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.batch_matmul %x, %w, %z, %z, %s, %s3 {transpose_b = true, out_dtype = "int32"} : (tensor<1x2x16xi8>, tensor<1x8x16xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<3xf32>) -> tensor<1x2x8xi32>
  return
}

// -----

func.func @batch_matmul_out_dtype(%x: tensor<1x2x16xi8>, %w: tensor<1x8x16xi8>, %z: tensor<i32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.batch_matmul' op 'out_dtype' is 'int64', expected int32}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.batch_matmul %x, %w, %z, %z, %s, %s {transpose_b = true, out_dtype = "int64"} : (tensor<1x2x16xi8>, tensor<1x8x16xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x2x8xi64>
  return
}

// -----

func.func @batch_matmul_sum(%x: tensor<1x2x16xi8>, %w: tensor<1x8x16xi8>, %z: tensor<i32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.batch_matmul' op sums over 16 in 'tensor_a', but over 8 in 'tensor_b'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.batch_matmul %x, %w, %z, %z, %s, %s {out_dtype = "int32"} : (tensor<1x2x16xi8>, tensor<1x8x16xi8>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>) -> tensor<1x2x16xi32>
  return
}

// -----

func.func @add_lhs_scale(%x: tensor<1x4x6xi8>, %w: tensor<1x4x1xi8>, %s3: tensor<3xf32>, %z: tensor<i32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.add' op 'lhs_scale' has shape (3), expected a scalar or (6)}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.add %x, %w, %s3, %z, %s, %z, %s, %z : (tensor<1x4x6xi8>, tensor<1x4x1xi8>, tensor<3xf32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @add_rhs_axis(%x: tensor<1x4x6xi8>, %w: tensor<1x4x1xi8>, %s: tensor<f32>, %z: tensor<i32>, %s3: tensor<3xf32>) {
  // expected-error @+2 {{'relay.qnn.add' op 'rhs_axis' is 5, expected -3 to 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.add %x, %w, %s, %z, %s3, %z, %s, %z {rhs_axis = 5} : (tensor<1x4x6xi8>, tensor<1x4x1xi8>, tensor<f32>, tensor<i32>, tensor<3xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @mul_output_zero_point(%x: tensor<1x4x6xi8>, %w: tensor<1x4x1xi8>, %s: tensor<f32>, %z: tensor<i32>, %z3: tensor<3xi32>) {
  // expected-error @+2 {{'relay.qnn.mul' op 'output_zero_point' has shape (3), expected a scalar}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.mul %x, %w, %s, %z, %s, %z, %s, %z3 : (tensor<1x4x6xi8>, tensor<1x4x1xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<3xi32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @subtract_elements(%x: tensor<1x4x6xi8>, %w: tensor<1x4x1xui8>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.subtract' op 'rhs' has elements of type 'ui8', but 'lhs' of 'i8'}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.subtract %x, %w, %s, %z, %s, %z, %s, %z : (tensor<1x4x6xi8>, tensor<1x4x1xui8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @tanh_elements(%x: tensor<1x4x6xf32>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.tanh' op 'data' has elements of type 'f32', expected int8 or uint8}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.tanh %x, %s, %z, %s, %z : (tensor<1x4x6xf32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xf32>
  return
}

// -----

func.func @leaky_relu_scale(%x: tensor<1x4x6xi8>, %s3: tensor<3xf32>, %z: tensor<i32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.leaky_relu' op 'input scale' has shape (3), expected a scalar}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.leaky_relu %x, %s3, %z, %s, %z : (tensor<1x4x6xi8>, tensor<3xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @softmax_elements(%x: tensor<1x4xui8>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.softmax' op 'data' has elements of type 'ui8', expected int8}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.softmax %x, %s, %z, %s, %z : (tensor<1x4xui8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4xui8>
  return
}

// -----

func.func @softmax_axis(%x: tensor<1x4x6xi8>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.softmax' op 'axis' is 3, expected -3 to 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.softmax %x, %s, %z, %s, %z {axis = 3} : (tensor<1x4x6xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4x6xi8>
  return
}

// -----

func.func @avg_pool2d_window(%x: tensor<1x8x8x4xi8>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.avg_pool2d' op the window spans 9 on spatial axis 0, more than the padded data's 8}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.avg_pool2d %x, %s, %z, %s, %z {pool_size = [9, 2], layout = "NHWC"} : (tensor<1x8x8x4xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x1x7x4xi8>
  return
}

// -----

func.func @concatenate_count(%x: tensor<1x4xi8>, %w: tensor<1x2xi8>, %s: tensor<f32>, %z: tensor<i32>) {
  // expected-error @+2 {{'relay.qnn.concatenate' op has 6 operands, expected as many scales and zero points as tensors, and one of each for the result}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.concatenate %x, %w, %s, %z, %s, %z {axis = 1} : (tensor<1x4xi8>, tensor<1x2xi8>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x6xi8>
  return
}

// -----

func.func @concatenate_scales(%x: tensor<1x4xi8>, %s3: tensor<3xf32>, %z: tensor<i32>, %s: tensor<f32>) {
  // expected-error @+2 {{'relay.qnn.concatenate' op 'input_scales' has shape (3), expected a scalar}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = relay.qnn.concatenate %x, %s3, %z, %s, %z {axis = 1} : (tensor<1x4xi8>, tensor<3xf32>, tensor<i32>, tensor<f32>, tensor<i32>) -> tensor<1x4xi8>
  return
}
