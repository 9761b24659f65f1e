// The kernels of Acme's DSP library, all that dsp-mlir is told about them.

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"
include "mlir/IR/PatternBase.td"

def Acme : Dsp_Library<"acme"> {
  let summary = "Acme's DSP kernels";
  let version = "2.1";
  let header = "acme_dsp.h";
  let linkName = "acme_dsp";
  let status = Dsp_Status<"acme_status", /*good=*/0>;
  let idRange = [0x100, 0x1FF];
}

def Acme_SoftmaxOp
    : Dsp_Kernel<Acme, "softmax_f32", 0x110, [Dsp_DimMultipleOf<"C1", "input", 1, 2>]> {
  let summary = "softmax of the rows of a matrix";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$output);
  let cCall = (CCall (In<> $input):$in, (Dim<0> $input):$rows,
                     (Dim<1> $input):$columns, (Out<> $output):$out);
  let covers = [Covers<(Relay_SoftmaxOp $input, (AxisIs<-1>):$axis)>];
  let inPlace = [InPlace<"input", "output">];
}

// Dense, with bias and ReLU or without, in one call.
defvar dense = (Relay_DenseOp $input, $weights,
    (Ignored<"the weights' shape says it">):$units,
    (Ignored<"the result's type says it">):$out_dtype);
defvar biased = (Relay_BiasAddOp dense, $bias, (AxisIs<-1>):$axis);

def Acme_DenseOp
    : Dsp_Kernel<Acme, "dense_f32", 0x120, [
          Dsp_SameDim<"C1", "bias", 0, "output", 1>]> {
  let summary = "fully connected layer";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, Dsp_Tensor<Dsp_F32, [2]>:$weights,
                       Optional<Dsp_Tensor<Dsp_F32, [1]>>:$bias,
                       DefaultValuedAttr<BoolAttr, "false">:$relu);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$output);
  let cCall = (CCall
      (Struct<"acme_dense_params"> (Dim<0> $input):$rows, (Dim<1> $input):$in_features,
                                   (Dim<1> $output):$out_features,
                                   (Expr<"acme_activation", "$relu ? 1 : 0">):$activation):$params,
      (In<> $input), (Weights<"OI"> $weights), (In<> $bias), (Out<> $output));
  let covers = [Covers<dense>, Covers<biased>,
                Covers<(Relay_ReluOp dense), [Set<"relu", "true">]>,
                Covers<(Relay_ReluOp biased), [Set<"relu", "true">]>];
}

def Acme_LogOp : Dsp_Kernel<Acme, "log_f32", 0x130> {
  let summary = "natural logarithm of each element";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $input):$in, (NumElements<"int32_t"> $input):$n, (Out<> $output):$out);
  let covers = [Covers<(Relay_LogOp $input)>];
  let inPlace = [InPlace<"input", "output">];
}

// One front op on two kernels, in plain DRR. What the kernels ask of their arguments guards
// this pattern as it guards those of the records.
def IsLastAxis : Constraint<CPred<"::dsp::isAxis($0.getInt(), -1, $1)">, "is the last axis">;
def : Pat<(Relay_LogSoftmaxOp $x, $axis),
          (Acme_LogOp (Acme_SoftmaxOp $x, (returnType $x))),
          [(IsLastAxis $axis, $x)]>;
