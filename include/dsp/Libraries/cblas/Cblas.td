//===- Cblas.td - Matrix products of any CBLAS ----------- -*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The C interface of the BLAS is the same in OpenBLAS, BLIS, MKL and the
// reference implementation. Matrices are row by row; the distance between rows
// is the length of a row. beta is 0: nothing is read from the result's memory.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_CBLAS_CBLAS_TD
#define DSP_LIBRARIES_CBLAS_CBLAS_TD

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"

def Cblas : Dsp_Library<"cblas"> {
  let summary = "Matrix products of any CBLAS";
  let version = "3";
  let header = "cblas.h";
  let linkName = "openblas";
  let otherLinkNames = ["blis", "cblas", "blas"];
  let idRange = [0x100, 0x1FF];
}

//===----------------------------------------------------------------------===//
// What the two products share
//===----------------------------------------------------------------------===//

defvar rowMajor = (Literal<"CBLAS_ORDER", "CblasRowMajor">);
class Cblas_Transpose<list<string> names> : Enumerator<"CBLAS_TRANSPOSE", names>;

defvar resultSaysIt = Ignored<"the result's type says it">;
defvar operandSaysIt = Ignored<"the operand's shape says it">;

/// A product of front ops, as it is or times a constant number.
class Cblas_Scaled<dag product, list<Set> settings = []> {
  list<Covers> all = [Covers<product, settings>,
                      Covers<(Relay_MultiplyOp product, $scale), settings>];
}

/// What of Relay is one matrix product. The weights of dense are read as they
/// are stored.
defvar products = !listconcat(
    Cblas_Scaled<(Relay_DenseOp $lhs, $rhs, operandSaysIt:$units, resultSaysIt:$out_dtype),
                 [Set<"transpose_b", "true">]>.all,
    Cblas_Scaled<(Relay_MatmulOp $lhs, $rhs, operandSaysIt:$units, resultSaysIt:$out_dtype,
                                 $transpose_a, $transpose_b)>.all,
    Cblas_Scaled<(Relay_BatchMatmulOp $lhs, $rhs, resultSaysIt:$out_dtype,
                                      $transpose_a, $transpose_b)>.all);

/// alpha is what the product is multiplied by.
defvar productArguments = (ins Dsp_Tensor<Dsp_F32>:$lhs, Dsp_Tensor<Dsp_F32, [2, 3]>:$rhs,
                               Optional<Dsp_Tensor<Dsp_F32>>:$scale,
                               DefaultValuedAttr<BoolAttr, "false">:$transpose_a,
                               DefaultValuedAttr<BoolAttr, "false">:$transpose_b);
defvar alpha = (Expr<"float", "$scale ? scalarOf($scale) : 1.0">);

defvar productRequires = [
  Dsp_Require<"C1", "'rhs' must be one matrix", "dimProduct($rhs, 0, rank($rhs) - 2) == 1",
              ["shape($rhs)"]>,
  Dsp_Require<"C2", "'lhs' must be one matrix where it is transposed",
              "rank($lhs) >= 2 && (!$transpose_a || dimProduct($lhs, 0, rank($lhs) - 2) == 1)",
              ["shape($lhs)", "$transpose_a"]>,
  Dsp_Require<"C3", "the sums along 'lhs' and 'rhs' must have one length",
              "dim($lhs, $transpose_a ? -2 : -1) == dim($rhs, $transpose_b ? -1 : -2)",
              ["shape($lhs)", "shape($rhs)"]>,
  Dsp_Require<"C4", "no dimension may be 0", "numElements($lhs) > 0 && numElements($rhs) > 0",
              ["shape($lhs)", "shape($rhs)"]>,
  Dsp_Require<"C5", "'scale' must be one number, known at compile time",
              "isConstant($scale) && numElements($scale) == 1", ["shape($scale)"]>,
  Dsp_Require<"C6", "'scale' must not add dimensions to the product",
              "rank($scale) <= rank($lhs)", ["shape($scale)", "shape($lhs)"]>
];

//===----------------------------------------------------------------------===//
// The kernels
//===----------------------------------------------------------------------===//

def Cblas_SgemmOp : Dsp_Kernel<Cblas, "sgemm", 0x100, productRequires> {
  let summary = "matrix product, operands transposed or not, times a number";
  let arguments = productArguments;
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall rowMajor:$order,
      (Cblas_Transpose<["CblasNoTrans", "CblasTrans"]> $transpose_a):$trans_a,
      (Cblas_Transpose<["CblasNoTrans", "CblasTrans"]> $transpose_b):$trans_b,
      (Expr<"int", "dimProduct($output, 0, rank($output) - 1)">):$m, (Dim<-1, "int"> $output):$n,
      (Expr<"int", "dim($lhs, $transpose_a ? -2 : -1)">):$k,
      alpha:$alpha, (In<> $lhs):$a, (Dim<-1, "int"> $lhs):$lda,
      (In<> $rhs):$b, (Dim<-1, "int"> $rhs):$ldb,
      (Expr<"float", "0.0">):$beta, (Out<> $output):$c, (Dim<-1, "int"> $output):$ldc);
  let covers = products;
}

def Cblas_SgemvOp : Dsp_Kernel<Cblas, "sgemv", 0x101, !listconcat(productRequires, [
    Dsp_Require<"C7", "the result must have one row",
                "dimProduct($output, 0, rank($output) - 1) == 1", ["shape($output)"]>
  ])> {
  let summary = "one row times a matrix, transposed or not, times a number";
  let arguments = productArguments;
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  // The BLAS has the vector on the right: the matrix is transposed once more.
  let cCall = (CCall rowMajor:$order,
      (Cblas_Transpose<["CblasTrans", "CblasNoTrans"]> $transpose_b):$trans,
      (Dim<-2, "int"> $rhs):$m, (Dim<-1, "int"> $rhs):$n,
      alpha:$alpha, (In<> $rhs):$a, (Dim<-1, "int"> $rhs):$lda,
      (In<> $lhs):$x, (Literal<"int", "1">):$incx,
      (Expr<"float", "0.0">):$beta, (Out<> $output):$y, (Literal<"int", "1">):$incy);
  let covers = products;
  let priority = 10;
}

#endif // DSP_LIBRARIES_CBLAS_CBLAS_TD
