// A library that takes little, so that the compiler has something to explain:
// constraints that models miss, kernels that compete, and one that nobody needs.

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"
include "mlir/IR/PatternBase.td"

def Fussy : Dsp_Library<"fussy"> {
  let summary = "Kernels that are hard to please";
  let version = "0.3";
  let header = "fussy_dsp.h";
  let linkName = "fussy_dsp";
  let status = Dsp_Status<"fussy_status", /*good=*/0>;
  let idRange = [0x1, 0xF];
  let layout = "NHWC";
}

defvar byShape = Ignored<"the shapes say it">;
defvar conv = (Relay_Conv2DOp $input, $filter,
    (AllAre<1>):$strides, (AllAre<0>):$padding,
    (AllAre<1>):$dilation, (Is<"1">):$groups, byShape:$channels,
    byShape:$kernel_size, (Layout $input):$data_layout,
    (Layout $filter):$kernel_layout, (Layout $output):$out_layout,
    byShape:$out_dtype);

def Fussy_ConvOp : Dsp_Kernel<Fussy, "conv2d", 0x1, [
    Dsp_DimMultipleOf<"C1", "input", 3, 4>,
    Dsp_DimInRange<"C2", "output", 3, 1, 16>]> {
  let summary = "convolution of few channels";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [4], "NHWC">:$input,
                       Dsp_Tensor<Dsp_F32, [4]>:$filter);
  let results = (outs Dsp_Tensor<Dsp_F32, [4], "NHWC">:$output);
  let cCall = (CCall (In<> $input):$in, (Weights<"OHWI"> $filter):$filter,
                     (Dims<> $input):$in_shape, (Dims<> $output):$out_shape,
                     (Out<> $output):$out);
  let covers = [Covers<conv>, Covers<(Relay_ReluOp conv)>];
}

class Fussy_Unary<string name, int id, list<Dsp_Require> requirements = []>
    : Dsp_Kernel<Fussy, name, id, requirements> {
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $input):$in, (NumElements<"int32_t"> $input):$n,
                     (Out<> $output):$out);
}

def Fussy_ReluOp : Fussy_Unary<"relu", 0x2> {
  let summary = "relu of any tensor";
  let covers = [Covers<(Relay_ReluOp $input)>];
}

def Fussy_FastReluOp : Fussy_Unary<"fast_relu", 0x3, [
    Dsp_Require<"C1", "the number of elements must be a multiple of 8",
                "numElements($input) % 8 == 0", ["numElements($input)"]>]> {
  let summary = "relu of eight elements at a time";
  let covers = [Covers<(Relay_ReluOp $input)>];
  let priority = 10;
}

def Fussy_TanOp : Fussy_Unary<"tan", 0x4> {
  let summary = "tangent of few elements";
  let cCall = (CCall (In<> $input):$in, (NumElements<"uint8_t"> $input):$n, (Out<> $output):$out);
  let covers = [Covers<(Relay_TanOp $input)>];
}
