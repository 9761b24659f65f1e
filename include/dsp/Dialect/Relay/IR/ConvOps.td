//===- ConvOps.td - Convolutions and matrix products -------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_CONVOPS_TD
#define DSP_DIALECT_RELAY_IR_CONVOPS_TD

include "dsp/Dialect/Relay/IR/RelayBase.td"
include "dsp/Dialect/Relay/IR/RelayInterfaces.td"

//===----------------------------------------------------------------------===//
// Convolutions
//===----------------------------------------------------------------------===//

class Relay_ConvBase<string relayName, string attrsTypeKeyOfOp>
    : Relay_TensorOp<relayName, attrsTypeKeyOfOp, [RelayLayoutOpInterface]> {
  let extraClassDeclaration = [{
    ::llvm::StringRef getOperandLayout(unsigned index) {
      return index == 0 ? getDataLayout() : getKernelLayout();
    }
    ::llvm::StringRef getResultLayout() {
      return getOutLayout().empty() ? getDataLayout() : getOutLayout();
    }
  }];
}

/// `ones` has one 1 for each spatial axis.
class Relay_ConvOp<int spatialRank, list<int> ones, list<int> noPadding,
                   string dataLayout, string kernelLayout>
    : Relay_ConvBase<"nn.conv" # spatialRank # "d",
                     "relay.attrs.Conv" # spatialRank # "DAttrs"> {
  let summary = "a " # spatialRank # "-D convolution";
  let description = [{
    `padding` holds one number for all sides, one for each spatial axis, or one
    for each side: all the low sides first, then the high ones. The kernel sees
    1 / `groups` of the input's channels. `channels` (of the result) and
    `kernel_size` are what the weight says, if absent. An empty `out_layout` is
    data's.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$weight,
                       Relay_Ints<ones>:$strides, Relay_Ints<noPadding>:$padding,
                       Relay_Ints<ones>:$dilation, Relay_Int<1>:$groups,
                       Relay_OptInt:$channels, Relay_OptInts:$kernel_size,
                       Relay_String<dataLayout>:$data_layout,
                       Relay_String<kernelLayout>:$kernel_layout,
                       Relay_String<"">:$out_layout, Relay_DType:$out_dtype);
  let rule = "inferConv(cx, " # spatialRank # [{, convAttrs(adaptor),
                        adaptor.getData(), adaptor.getWeight())}];
}

def Relay_Conv1DOp : Relay_ConvOp<1, [1], [0, 0], "NCW", "OIW">;
def Relay_Conv2DOp : Relay_ConvOp<2, [1, 1], [0, 0], "NCHW", "OIHW">;
def Relay_Conv3DOp : Relay_ConvOp<3, [1, 1, 1], [0, 0, 0], "NCDHW", "OIDHW">;

class Relay_ConvTransposeOp<int spatialRank, list<int> ones, list<int> zeros,
                            string dataLayout, string kernelLayout>
    : Relay_ConvBase<"nn.conv" # spatialRank # "d_transpose",
                     "relay.attrs.Conv" # spatialRank # "DTransposeAttrs"> {
  let summary = "a " # spatialRank # "-D transposed convolution";
  let description = [{
    The gradient of a convolution with regard to its input: each element of data
    adds the kernel, scaled by it, to a window of the result. `padding` is cut
    off the result, `output_padding` is added at its high sides. The kernel's
    input channels are data's.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$weight,
                       Relay_OptInt:$channels, Relay_OptInts:$kernel_size,
                       Relay_Ints<ones>:$strides,
                       Relay_Ints<zeros>:$output_padding,
                       Relay_Ints<zeros>:$padding, Relay_Ints<ones>:$dilation,
                       Relay_Int<1>:$groups,
                       Relay_String<dataLayout>:$data_layout,
                       Relay_String<kernelLayout>:$kernel_layout,
                       Relay_String<"">:$out_layout, Relay_DType:$out_dtype);
  let rule = "inferConvTranspose(cx, " # spatialRank # [{, convAttrs(adaptor),
                        adaptor.getOutputPadding(), adaptor.getData(),
                        adaptor.getWeight())}];
}

def Relay_Conv1DTransposeOp : Relay_ConvTransposeOp<1, [1], [0], "NCW", "IOW">;
def Relay_Conv2DTransposeOp
    : Relay_ConvTransposeOp<2, [1, 1], [0, 0], "NCHW", "IOHW">;
def Relay_Conv3DTransposeOp
    : Relay_ConvTransposeOp<3, [1, 1, 1], [0, 0, 0], "NCDHW", "IODHW">;

//===----------------------------------------------------------------------===//
// Matrix products
//===----------------------------------------------------------------------===//

def Relay_DenseOp : Relay_TensorOp<"nn.dense", "relay.attrs.DenseAttrs",
                                   [RelayLayoutOpInterface]> {
  let summary = "data times the transposed weight";
  let description = [{
    `weight` has one row for each of the result's `units`. Data's leading axes
    are kept.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$weight,
                       Relay_OptInt:$units, Relay_DType:$out_dtype);
  let rule = [{inferMatmul(cx, adaptor.getData(), adaptor.getWeight(), "data", "weight",
                           adaptor.getUnits(), adaptor.getOutDtype(),
                           /*transposeA=*/false, /*transposeB=*/true)}];
  let extraClassDeclaration = [{
    ::llvm::StringRef getOperandLayout(unsigned index) {
      return index == 1 ? "OI" : getData().getType().getRank() == 2 ? "NC" : "";
    }
    ::llvm::StringRef getResultLayout() { return getOperandLayout(0); }
  }];
}

def Relay_MatmulOp : Relay_TensorOp<"nn.matmul", "relay.attrs.MatmulAttrs",
                                    [RelayLayoutOpInterface]> {
  let summary = "a matrix product, either operand transposed or not";
  let arguments = (ins Relay_Tensor:$tensor_a, Relay_Tensor:$tensor_b,
                       Relay_OptInt:$units, Relay_DType:$out_dtype,
                       Relay_Bool<0>:$transpose_a, Relay_Bool<0>:$transpose_b);
  let rule = [{inferMatmul(cx, adaptor.getTensorA(), adaptor.getTensorB(),
                           "tensor_a", "tensor_b", adaptor.getUnits(),
                           adaptor.getOutDtype(), adaptor.getTransposeA(),
                           adaptor.getTransposeB())}];
  let extraClassDeclaration = [{
    ::llvm::StringRef getOperandLayout(unsigned index) {
      if (index == 1)
        return getTransposeB() ? "OI" : "IO";
      if (getTensorA().getType().getRank() != 2)
        return "";
      return getTransposeA() ? "CN" : "NC";
    }
    ::llvm::StringRef getResultLayout() {
      return getTensorA().getType().getRank() == 2 ? "NC" : "";
    }
  }];
}

def Relay_BatchMatmulOp
    : Relay_TensorOp<"nn.batch_matmul", "relay.attrs.BatchMatmulAttrs",
                     [RelayLayoutOpInterface]> {
  let summary = "a matrix product for each entry of a batch";
  let description = [{
    A batch of 1 is repeated. In the operands' layouts B is the batch, M and N
    are the result's rows and columns, K is summed over.
  }];
  let arguments = (ins Relay_Tensor:$tensor_a, Relay_Tensor:$tensor_b,
                       Relay_DType:$out_dtype, Relay_Bool<0>:$transpose_a,
                       Relay_Bool<0>:$transpose_b);
  let rule = [{inferBatchMatmul(cx, adaptor.getTensorA(), adaptor.getTensorB(),
                                adaptor.getOutDtype(), adaptor.getTransposeA(),
                                adaptor.getTransposeB())}];
  let extraClassDeclaration = [{
    ::llvm::StringRef getOperandLayout(unsigned index) {
      if (index == 0)
        return getTransposeA() ? "BKM" : "BMK";
      return getTransposeB() ? "BNK" : "BKN";
    }
    ::llvm::StringRef getResultLayout() { return "BMN"; }
  }];
}

#endif // DSP_DIALECT_RELAY_IR_CONVOPS_TD
