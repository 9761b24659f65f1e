//===- QNNOps.td - Quantised operators ---------------------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A quantised tensor holds integers q that stand for scale * (q - zero_point).
// Scales are f32 operands and zero points i32 ones, as in Relay: scalars, or
// vectors with an element for each entry of an axis.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_QNNOPS_TD
#define DSP_DIALECT_RELAY_IR_QNNOPS_TD

include "dsp/Dialect/Relay/IR/RelayBase.td"
include "dsp/Dialect/Relay/IR/RelayInterfaces.td"

//===----------------------------------------------------------------------===//
// From and to quantised tensors
//===----------------------------------------------------------------------===//

def Relay_QNNQuantizeOp
    : Relay_TensorOp<"qnn.quantize", "relay.attrs.QuantizeAttrs"> {
  let summary = "round(data / output_scale) + output_zero_point, saturated";
  let description = [{
    Halves are rounded away from zero. `axis` is the one along which scale and
    zero point vary, if they do.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$output_scale,
                       Relay_Tensor:$output_zero_point,
                       Relay_DTypeAttr:$out_dtype, Relay_Int<-1>:$axis);
  let rule = [{inferQuantize(cx, adaptor.getData(), adaptor.getOutputScale(),
                             adaptor.getOutputZeroPoint(),
                             adaptor.getOutDtype(), adaptor.getAxis())}];
}

def Relay_QNNDequantizeOp
    : Relay_TensorOp<"qnn.dequantize", "relay.attrs.DequantizeAttrs"> {
  let summary = "(data - input_zero_point) * input_scale";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$input_scale,
                       Relay_Tensor:$input_zero_point,
                       Relay_DTypeAttr:$out_dtype, Relay_Int<-1>:$axis);
  let rule = [{inferDequantize(cx, adaptor.getData(), adaptor.getInputScale(),
                               adaptor.getInputZeroPoint(),
                               adaptor.getOutDtype(), adaptor.getAxis())}];
}

def Relay_QNNRequantizeOp
    : Relay_TensorOp<"qnn.requantize", "relay.attrs.RequantizeAttrs"> {
  let summary = "from one scale and zero point to another";
  let description = [{
    output_zero_point + round(input_scale / output_scale * (data -
    input_zero_point)), saturated. The quotient of the scales is a 31-bit
    multiplier and a shift where `compute_dtype` is "int64" or "None". `rounding`
    tells what becomes of halves: "UPWARD" or "None" rounds them up, "TONEAREST"
    away from zero.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$input_scale,
                       Relay_Tensor:$input_zero_point,
                       Relay_Tensor:$output_scale,
                       Relay_Tensor:$output_zero_point, Relay_Int<-1>:$axis,
                       Relay_String<"None">:$rounding,
                       Relay_String<"None">:$compute_dtype,
                       Relay_DType:$out_dtype);
  let rule = [{inferRequantize(cx, adaptor.getData(), adaptor.getInputScale(),
                               adaptor.getInputZeroPoint(),
                               adaptor.getOutputScale(),
                               adaptor.getOutputZeroPoint(), adaptor.getAxis(),
                               adaptor.getRounding(),
                               adaptor.getComputeDtype(),
                               adaptor.getOutDtype())}];
}

def Relay_QNNSimulatedQuantizeOp
    : Relay_TensorOp<"qnn.simulated_quantize",
                     "relay.attrs.SimulatedQuantizeAttrs"> {
  let summary = "quantize with a float result; out_dtype holds a type's code";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$out_dtype,
                       Relay_Tensor:$output_scale,
                       Relay_Tensor:$output_zero_point, Relay_Int<-1>:$axis);
  let rule = "inferSameType(cx, adaptor.getData())";
}

def Relay_QNNSimulatedDequantizeOp
    : Relay_TensorOp<"qnn.simulated_dequantize",
                     "relay.attrs.DequantizeAttrs"> {
  let summary = "dequantize of floats; in_dtype holds a type's code";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$in_dtype,
                       Relay_Tensor:$input_scale,
                       Relay_Tensor:$input_zero_point, Relay_DType:$out_dtype,
                       Relay_Int<-1>:$axis);
  let rule = "inferSameType(cx, adaptor.getData())";
}

//===----------------------------------------------------------------------===//
// Convolutions
//===----------------------------------------------------------------------===//

/// All products give the sum of (data - input_zero_point) * (weight -
/// weight_zero_point). The scales say only what that stands for.
class Relay_QNNConvBase<string relayName, string attrsTypeKeyOfOp>
    : Relay_TensorOp<relayName, attrsTypeKeyOfOp, [RelayLayoutOpInterface]> {
  dag tensors = (ins Relay_Tensor:$data, Relay_Tensor:$weight,
                     Relay_Tensor:$input_zero_point,
                     Relay_Tensor:$weight_zero_point, Relay_Tensor:$input_scale,
                     Relay_Tensor:$weight_scale);
  let extraClassDeclaration = [{
    ::llvm::StringRef getOperandLayout(unsigned index) {
      return index == 0 ? getDataLayout() : index == 1 ? getKernelLayout() : "";
    }
    ::llvm::StringRef getResultLayout() {
      return getOutLayout().empty() ? getDataLayout() : getOutLayout();
    }
  }];
}

def Relay_QNNConv2DOp
    : Relay_QNNConvBase<"qnn.conv2d", "relay.attrs.Conv2DAttrs"> {
  let summary = "a 2-D convolution of quantised tensors";
  let description = [{
    As `nn.conv2d`, with an integer result of scale input_scale * weight_scale
    and zero point 0. Padding holds the input's zero point. `weight_scale` may
    have an element for each of the result's channels.
  }];
  let arguments = !con(tensors,
                       (ins Relay_Ints<[1, 1]>:$strides,
                        Relay_Ints<[0, 0]>:$padding,
                        Relay_Ints<[1, 1]>:$dilation, Relay_Int<1>:$groups,
                        Relay_OptInt:$channels, Relay_OptInts:$kernel_size,
                        Relay_String<"NCHW">:$data_layout,
                        Relay_String<"OIHW">:$kernel_layout,
                        Relay_String<"">:$out_layout, Relay_DType:$out_dtype));
  let rule = "inferQNNConv2D(cx, convAttrs(adaptor), adaptor.getOperands())";
}

def Relay_QNNConv2DTransposeOp
    : Relay_QNNConvBase<"qnn.conv2d_transpose",
                        "relay.attrs.Conv2DTransposeAttrs"> {
  let summary = "a transposed 2-D convolution of quantised tensors";
  let arguments = !con(tensors,
                       (ins Relay_OptInt:$channels, Relay_OptInts:$kernel_size,
                        Relay_Ints<[1, 1]>:$strides,
                        Relay_Ints<[0, 0]>:$output_padding,
                        Relay_Ints<[0, 0]>:$padding,
                        Relay_Ints<[1, 1]>:$dilation, Relay_Int<1>:$groups,
                        Relay_String<"NCHW">:$data_layout,
                        Relay_String<"IOHW">:$kernel_layout,
                        Relay_String<"">:$out_layout, Relay_DType:$out_dtype));
  let rule = [{inferQNNConv2DTranspose(cx, convAttrs(adaptor),
                                       adaptor.getOutputPadding(),
                                       adaptor.getOperands())}];
}

//===----------------------------------------------------------------------===//
// Matrix products
//===----------------------------------------------------------------------===//

def Relay_QNNDenseOp : Relay_TensorOp<"qnn.dense", "relay.attrs.DenseAttrs",
                                      [RelayLayoutOpInterface]> {
  let summary = "data times the transposed weight, both quantised";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$weight,
                       Relay_Tensor:$input_zero_point,
                       Relay_Tensor:$weight_zero_point,
                       Relay_Tensor:$input_scale, Relay_Tensor:$weight_scale,
                       Relay_OptInt:$units, Relay_DType:$out_dtype);
  let rule = [{inferQNNDense(cx, adaptor.getUnits(), adaptor.getOutDtype(),
                             adaptor.getOperands())}];
  let extraClassDeclaration = [{
    ::llvm::StringRef getOperandLayout(unsigned index) {
      if (index == 1)
        return "OI";
      return index == 0 && getData().getType().getRank() == 2 ? "NC" : "";
    }
    ::llvm::StringRef getResultLayout() { return getOperandLayout(0); }
  }];
}

def Relay_QNNDensePackOp
    : Relay_TensorOp<"qnn.contrib_dense_pack", "relay.attrs.DensePackAttrs"> {
  let summary = "qnn.dense with its weight in blocks";
  let description = [{
    The weight has four axes: blocks of units, blocks of inputs, and the two
    within a block.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$weight,
                       Relay_Tensor:$input_zero_point,
                       Relay_Tensor:$weight_zero_point,
                       Relay_Tensor:$input_scale, Relay_Tensor:$weight_scale,
                       Relay_OptInt:$units, Relay_DType:$out_dtype,
                       Relay_String<"NC">:$weight_layout);
  let rule = [{inferQNNDensePack(cx, adaptor.getData(), adaptor.getWeight(),
                                 adaptor.getOutDtype())}];
}

def Relay_QNNBatchMatmulOp
    : Relay_TensorOp<"qnn.batch_matmul", "relay.attrs.BatchMatmulAttrs",
                     [RelayLayoutOpInterface]> {
  let summary = "a product of quantised matrices for each entry of a batch";
  let arguments = (ins Relay_Tensor:$x, Relay_Tensor:$y,
                       Relay_Tensor:$x_zero_point, Relay_Tensor:$y_zero_point,
                       Relay_Tensor:$x_scale, Relay_Tensor:$y_scale,
                       Relay_DType:$out_dtype, Relay_Bool<0>:$transpose_a,
                       Relay_Bool<0>:$transpose_b);
  let rule = [{inferQNNBatchMatmul(cx, adaptor.getOutDtype(),
                                   adaptor.getTransposeA(),
                                   adaptor.getTransposeB(),
                                   adaptor.getOperands())}];
  let extraClassDeclaration = [{
    ::llvm::StringRef getOperandLayout(unsigned index) {
      if (index == 0)
        return getTransposeA() ? "BKM" : "BMK";
      if (index == 1)
        return getTransposeB() ? "BNK" : "BKN";
      return "";
    }
    ::llvm::StringRef getResultLayout() { return "BMN"; }
  }];
}

//===----------------------------------------------------------------------===//
// Two operands, broadcast
//===----------------------------------------------------------------------===//

class Relay_QNNBinaryOp<string relayName, string what>
    : Relay_TensorOp<relayName, "relay.attrs.BroadcastAttrs"> {
  let summary = what;
  let description = [{
    `lhs_axis` and `rhs_axis` are the ones along which the operands' scales and
    zero points vary, if they do.
  }];
  let arguments = (ins Relay_Tensor:$lhs, Relay_Tensor:$rhs,
                       Relay_Tensor:$lhs_scale, Relay_Tensor:$lhs_zero_point,
                       Relay_Tensor:$rhs_scale, Relay_Tensor:$rhs_zero_point,
                       Relay_Tensor:$output_scale,
                       Relay_Tensor:$output_zero_point,
                       Relay_Int<-1>:$lhs_axis, Relay_Int<-1>:$rhs_axis);
  let rule = [{inferQNNBinary(cx, adaptor.getLhsAxis(), adaptor.getRhsAxis(),
                              adaptor.getOperands())}];
}

def Relay_QNNAddOp : Relay_QNNBinaryOp<"qnn.add", "lhs + rhs, quantised">;
def Relay_QNNMulOp : Relay_QNNBinaryOp<"qnn.mul", "lhs * rhs, quantised">;
def Relay_QNNSubtractOp
    : Relay_QNNBinaryOp<"qnn.subtract", "lhs - rhs, quantised">;

//===----------------------------------------------------------------------===//
// One operand
//===----------------------------------------------------------------------===//

/// quantize(f(dequantize(data))).
class Relay_QNNUnaryOp<string relayName, string what>
    : Relay_TensorOp<relayName> {
  let summary = what;
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$scale,
                       Relay_Tensor:$zero_point, Relay_Tensor:$output_scale,
                       Relay_Tensor:$output_zero_point);
  let rule = [{inferQNNUnary(cx, {"int8", "uint8"}, adaptor.getOperands())}];
}

def Relay_QNNAbsOp : Relay_QNNUnaryOp<"qnn.abs", "|x|, quantised">;
def Relay_QNNErfOp
    : Relay_QNNUnaryOp<"qnn.erf", "the Gauss error function, quantised">;
def Relay_QNNExpOp : Relay_QNNUnaryOp<"qnn.exp", "e to the x, quantised">;
def Relay_QNNHardswishOp
    : Relay_QNNUnaryOp<"qnn.hardswish", "x * relu6(x + 3) / 6, quantised">;
def Relay_QNNLogOp
    : Relay_QNNUnaryOp<"qnn.log", "natural logarithm, quantised">;
def Relay_QNNRsqrtOp : Relay_QNNUnaryOp<"qnn.rsqrt", "1 / sqrt(x), quantised">;
def Relay_QNNSigmoidOp
    : Relay_QNNUnaryOp<"qnn.sigmoid", "1 / (1 + exp(-x)), quantised">;
def Relay_QNNSqrtOp : Relay_QNNUnaryOp<"qnn.sqrt", "square root, quantised">;
def Relay_QNNTanhOp
    : Relay_QNNUnaryOp<"qnn.tanh", "hyperbolic tangent, quantised">;

def Relay_QNNLeakyReluOp
    : Relay_TensorOp<"qnn.leaky_relu", "relay.attrs.LeakyReluAttrs"> {
  let summary = "x where it is above 0, else alpha * x, quantised";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$input_scale,
                       Relay_Tensor:$input_zero_point,
                       Relay_Tensor:$output_scale,
                       Relay_Tensor:$output_zero_point,
                       Relay_Float<"0.25">:$alpha);
  let rule = [{inferQNNUnary(cx, {"int8", "uint8"}, adaptor.getOperands())}];
}

def Relay_QNNSoftmaxOp
    : Relay_TensorOp<"qnn.softmax", "relay.attrs.SoftmaxAttrs"> {
  let summary = "softmax in integer arithmetic";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$scale,
                       Relay_Tensor:$zero_point, Relay_Tensor:$output_scale,
                       Relay_Tensor:$output_zero_point, Relay_Int<-1>:$axis);
  let rule = [{inferQNNSoftmax(cx, adaptor.getAxis(), adaptor.getOperands())}];
}

def Relay_QNNAvgPool2DOp
    : Relay_TensorOp<"qnn.avg_pool2d", "relay.attrs.AvgPool2DAttrs",
                     [RelayLayoutOpInterface]> {
  let summary = "the mean of each window of a quantised tensor";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$input_scale,
                       Relay_Tensor:$input_zero_point,
                       Relay_Tensor:$output_scale,
                       Relay_Tensor:$output_zero_point,
                       Relay_IntsAttr:$pool_size, Relay_Ints<[1, 1]>:$strides,
                       Relay_Ints<[1, 1]>:$dilation, Relay_Ints<[0, 0]>:$padding,
                       Relay_String<"NCHW">:$layout,
                       Relay_String<"">:$out_layout, Relay_Bool<0>:$ceil_mode,
                       Relay_Bool<0>:$count_include_pad);
  let rule = [{inferQNNAvgPool2D(cx, poolAttrs(adaptor),
                                 adaptor.getOperands())}];
  let extraClassDeclaration = [{
    ::llvm::StringRef getOperandLayout(unsigned index) {
      return index == 0 ? getLayout() : "";
    }
    ::llvm::StringRef getResultLayout() { return getLayout(); }
  }];
}

//===----------------------------------------------------------------------===//
// Together
//===----------------------------------------------------------------------===//

def Relay_QNNConcatenateOp
    : Relay_TensorOp<"qnn.concatenate", "relay.attrs.ConcatenateAttrs",
                     [SameVariadicOperandSize]> {
  let summary = "brought to one scale and zero point, then concatenated";
  let arguments = (ins Variadic<Relay_Tensor>:$data,
                       Variadic<Relay_Tensor>:$input_scales,
                       Variadic<Relay_Tensor>:$input_zero_points,
                       Relay_Tensor:$output_scale,
                       Relay_Tensor:$output_zero_point, Relay_Int<0>:$axis);
  let rule = [{inferQNNConcatenate(cx, adaptor.getAxis(),
                                   adaptor.getOperands())}];
}

//===----------------------------------------------------------------------===//
// Fixed-point numbers
//===----------------------------------------------------------------------===//

def Relay_FixedPointMultiplyOp
    : Relay_TensorOp<"fixed_point_multiply",
                     "relay.attrs.FixedPointMultiplyAttrs", [Elementwise]> {
  let summary = "data * multiplier * 2^(shift - 31), halves rounded up";
  let arguments = (ins Relay_Tensor:$data, Relay_IntAttr:$multiplier,
                       Relay_IntAttr:$shift);
  let rule = "inferSameType(cx, adaptor.getData())";
}

def Relay_FixedPointMultiplyPerAxisOp
    : Relay_TensorOp<"fixed_point_multiply_per_axis",
                     "relay.attrs.FixedPointMultiplyPerAxisAttrs"> {
  let summary = "fixed_point_multiply with numbers that vary along axes";
  let description = [{
    data * 2^left_shift * fp_multiplier * 2^(-31 - right_shift), halves rounded
    up. The shifts only count if `is_lshift_required` and `is_rshift_required`
    say so.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$fp_multiplier,
                       Relay_Tensor:$left_shift, Relay_Tensor:$right_shift,
                       Relay_Bool<0>:$is_lshift_required,
                       Relay_Bool<0>:$is_rshift_required, Relay_IntsAttr:$axes);
  let rule = "inferSameType(cx, adaptor.getData())";
}

#endif // DSP_DIALECT_RELAY_IR_QNNOPS_TD
