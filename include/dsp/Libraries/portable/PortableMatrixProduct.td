//===- PortableMatrixProduct.td - Dense layers and matrix products *- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_PORTABLEMATRIXPRODUCT_TD
#define DSP_LIBRARIES_PORTABLE_PORTABLEMATRIXPRODUCT_TD

include "dsp/Libraries/portable/PortableConv.td"
include "dsp/Libraries/portable/PortableRoles.td"

def Portable_DenseF32Op : Dsp_Kernel<Portable, "dense_f32", 0x120, [
    Dsp_SameDim<"C1", "input", -1, "weights", 1>, Dsp_SameDim<"C2", "output", -1, "weights", 0>,
    Dsp_Require<"C3", "'bias' must have one element for each output feature",
                "dim($bias, 0) == dim($weights, 0)", ["dim($bias, 0)", "dim($weights, 0)"]>
  ]> {
  let summary = "fully connected layer with bias and activation";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, Dsp_Tensor<Dsp_F32, [2]>:$weights,
                       Optional<Dsp_Tensor<Dsp_F32, [1]>>:$bias,
                       Fusion_ActMin:$act_min, Fusion_ActMax:$act_max);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall
      (Expr<"int32_t", "dimProduct($input, 0, rank($input) - 1)">):$rows,
      (Dim<1> $weights):$in_features, (Dim<0> $weights):$out_features,
      (In<> $input), (Weights<"OI"> $weights), (In<> $bias),
      (Scalar<"float"> $act_min), (Scalar<"float"> $act_max), (Out<> $output));
  defvar dense = (Relay_DenseOp $input, $weights, portableOperandSaysIt:$units,
                                portableResultSaysIt:$out_dtype);
  defvar matmul = (Relay_MatmulOp $input, $weights, portableOperandSaysIt:$units,
                                  portableResultSaysIt:$out_dtype, (Is<"false">):$transpose_a,
                                  (Ignored<"it is the layout of the weights">):$transpose_b);
  let covers = !listconcat(Fusion_BiasedAndClamped<dense, -1>.all, Fusion_BiasedAndClamped<matmul, -1>.all);
  let priority = 10;
}

def Portable_MatmulF32Op : Dsp_Kernel<Portable, "matmul_f32", 0x121, [
    Dsp_Require<"C1", "'lhs', 'rhs' and 'output' must have one rank",
                "rank($lhs) == rank($rhs) && rank($lhs) == rank($output)",
                ["rank($lhs)", "rank($rhs)", "rank($output)"]>,
    Dsp_Require<"C2", "the sums along 'lhs' and 'rhs' must have one length",
                "dim($lhs, $transpose_a ? -2 : -1) == dim($rhs, $transpose_b ? -1 : -2)",
                ["shape($lhs)", "shape($rhs)"]>
  ]> {
  let summary = "matrix product, batched, operands transposed or not";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2, 3]>:$lhs, Dsp_Tensor<Dsp_F32, [2, 3]>:$rhs,
                       BoolAttr:$transpose_a, BoolAttr:$transpose_b,
                       DefaultValuedAttr<I64Attr, "1">:$partial_sums);
  let results = (outs Dsp_Tensor<Dsp_F32, [2, 3]>:$output);
  let cCall = (CCall
      (Struct<"portable_matmul_params">
          (Expr<"int32_t", "dimProduct($output, 0, rank($output) - 2)">):$batch,
          (Expr<"int32_t", "dimProduct($lhs, 0, rank($lhs) - 2)">):$lhs_batch,
          (Expr<"int32_t", "dimProduct($rhs, 0, rank($rhs) - 2)">):$rhs_batch,
          (Dim<-2> $output):$rows, (Dim<-1> $output):$columns,
          (Expr<"int32_t", "dim($lhs, $transpose_a ? -2 : -1)">):$depth,
          (Scalar<"int32_t"> $transpose_a):$transpose_lhs,
          (Scalar<"int32_t"> $transpose_b):$transpose_rhs,
          (Scalar<"int32_t"> $partial_sums)):$params,
      (In<> $lhs), (In<> $rhs), (Out<> $output));
  // TVM adds up batched products in 16 lanes.
  let covers = [
    Covers<(Relay_BatchMatmulOp $lhs, $rhs, portableResultSaysIt:$out_dtype, $transpose_a,
                                $transpose_b), [Set<"partial_sums", "16">]>,
    Covers<(Relay_MatmulOp $lhs, $rhs, portableOperandSaysIt:$units, portableResultSaysIt:$out_dtype,
                           $transpose_a, $transpose_b)>
  ];
}

#endif // DSP_LIBRARIES_PORTABLE_PORTABLEMATRIXPRODUCT_TD
