//===- NNOps.td - Neural network operators -----------------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_NNOPS_TD
#define DSP_DIALECT_RELAY_IR_NNOPS_TD

include "dsp/Dialect/Relay/IR/RelayBase.td"
include "dsp/Dialect/Relay/IR/RelayInterfaces.td"

//===----------------------------------------------------------------------===//
// Activations
//===----------------------------------------------------------------------===//

def Relay_ReluOp : Relay_TensorOp<"nn.relu", "", [Elementwise]> {
  let summary = "max(x, 0)";
  let arguments = (ins Relay_Tensor:$data);
  let rule = "inferSameType(cx, adaptor.getData())";
  let hasFolder = 1;
}

def Relay_LeakyReluOp
    : Relay_TensorOp<"nn.leaky_relu", "relay.attrs.LeakyReluAttrs",
                     [Elementwise]> {
  let summary = "x where it is above 0, else alpha * x";
  let arguments = (ins Relay_Tensor:$data, Relay_Float<"0.25">:$alpha);
  let rule = "inferSameType(cx, adaptor.getData())";
}

def Relay_PReluOp : Relay_TensorOp<"nn.prelu", "relay.attrs.PReluAttrs"> {
  let summary = "x where it is above 0, else its channel's alpha * x";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$alpha, Relay_Int<1>:$axis);
  let rule = [{inferWithChannelVectors(cx, adaptor.getData(), adaptor.getAxis(),
                                       {{"alpha", adaptor.getAlpha()}})}];
}

class Relay_SoftmaxLikeOp<string relayName, string what>
    : Relay_TensorOp<relayName, "relay.attrs.SoftmaxAttrs"> {
  let summary = what;
  let arguments = (ins Relay_Tensor:$data, Relay_Int<-1>:$axis);
  let rule = "inferAlongAxis(cx, adaptor.getData(), adaptor.getAxis())";
}

def Relay_SoftmaxOp
    : Relay_SoftmaxLikeOp<"nn.softmax", "exp(x) over the sum of exp along an axis">;
def Relay_FastSoftmaxOp
    : Relay_SoftmaxLikeOp<"nn.fast_softmax", "softmax by an approximation of exp">;
def Relay_LogSoftmaxOp
    : Relay_SoftmaxLikeOp<"nn.log_softmax", "the logarithm of softmax">;

//===----------------------------------------------------------------------===//
// Channels and normalisation
//===----------------------------------------------------------------------===//

def Relay_BiasAddOp : Relay_TensorOp<"nn.bias_add", "relay.attrs.BiasAddAttrs"> {
  let summary = "adds a vector along an axis";
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$bias, Relay_Int<1>:$axis);
  let rule = [{inferWithChannelVectors(cx, adaptor.getData(), adaptor.getAxis(),
                                       {{"bias", adaptor.getBias()}})}];
}

def Relay_BatchNormOp : Relay_TensorOp<"nn.batch_norm", "relay.attrs.BatchNormAttrs"> {
  let summary = "normalised by the running mean and variance of each channel";
  let description = [{
    (data - moving_mean) / sqrt(moving_var + epsilon) * gamma + beta, where
    gamma counts if `scale`, and beta if `center`. The other two results are the
    running statistics as they were.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$gamma, Relay_Tensor:$beta,
                       Relay_Tensor:$moving_mean, Relay_Tensor:$moving_var,
                       Relay_Int<1>:$axis, Relay_Float<"1e-05">:$epsilon,
                       Relay_Bool<1>:$center, Relay_Bool<1>:$scale);
  let results = (outs Relay_Tensor:$result, Relay_Tensor:$new_mean, Relay_Tensor:$new_var);
  let resultForm = "Tuple";
  let rule = [{inferBatchNorm(cx, adaptor.getData(), adaptor.getAxis(),
                              {{"gamma", adaptor.getGamma()},
                               {"beta", adaptor.getBeta()},
                               {"moving_mean", adaptor.getMovingMean()},
                               {"moving_var", adaptor.getMovingVar()}})}];
}

/// Statistics are taken from data itself.
class Relay_NormBase<string relayName, string attrsTypeKeyOfOp, string what>
    : Relay_TensorOp<relayName, attrsTypeKeyOfOp> {
  let summary = what;
  let description = [{
    (data - mean) / sqrt(variance + epsilon) * gamma + beta, where gamma counts
    if `scale`, and beta if `center`.
  }];
  let rule = [{inferWithChannelVectors(cx, adaptor.getData(), adaptor.getAxis(),
                                       {{"gamma", adaptor.getGamma()},
                                        {"beta", adaptor.getBeta()}})}];
}

class Relay_NormOp<string relayName, string attrsTypeKeyOfOp, int defaultAxis, string what>
    : Relay_NormBase<relayName, attrsTypeKeyOfOp, what> {
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$gamma, Relay_Tensor:$beta,
                       Relay_Int<defaultAxis>:$axis, Relay_Float<"1e-05">:$epsilon,
                       Relay_Bool<1>:$center, Relay_Bool<1>:$scale);
}

def Relay_LayerNormOp
    : Relay_NormOp<"nn.layer_norm", "relay.attrs.LayerNormAttrs", -1,
                   "normalised along an axis">;
def Relay_InstanceNormOp
    : Relay_NormOp<"nn.instance_norm", "relay.attrs.InstanceNormAttrs", 1,
                   "normalised over the axes beside batch and channel"> {
  let rule = [{inferInstanceNorm(cx, adaptor.getData(), adaptor.getAxis(),
                                 {{"gamma", adaptor.getGamma()},
                                  {"beta", adaptor.getBeta()}})}];
}
def Relay_GroupNormOp
    : Relay_NormBase<"nn.group_norm", "relay.attrs.GroupNormAttrs",
                     "normalised over groups of channels"> {
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$gamma, Relay_Tensor:$beta,
                       Relay_Int<0>:$num_groups, Relay_Int<1>:$axis,
                       Relay_Float<"1e-05">:$epsilon, Relay_Bool<1>:$center,
                       Relay_Bool<1>:$scale);
}

def Relay_L2NormalizeOp
    : Relay_TensorOp<"nn.l2_normalize", "relay.attrs.L2NormalizeAttrs"> {
  let summary = "data over sqrt(max(sum of squares, eps)) along axes";
  let arguments = (ins Relay_Tensor:$data, Relay_FloatAttr:$eps, Relay_IntsAttr:$axis);
  let rule = "inferSameType(cx, adaptor.getData())";
}

def Relay_LRNOp : Relay_TensorOp<"nn.lrn", "relay.attrs.LRNAttrs"> {
  let summary = "local response normalisation along an axis";
  let description = [{
    data / (bias + alpha / size * sum of squares) ^ beta, the sum over a window
    of `size` elements about each one.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Int<5>:$size, Relay_Int<1>:$axis,
                       Relay_Float<"2.0">:$bias, Relay_Float<"0.0001">:$alpha,
                       Relay_Float<"0.75">:$beta);
  let rule = "inferSameType(cx, adaptor.getData())";
}

def Relay_DropoutOp : Relay_TensorOp<"nn.dropout", "relay.attrs.DropoutAttrs"> {
  let summary = "data itself: dropout acts in training only";
  let description = "The second result is the mask of what is kept.";
  let arguments = (ins Relay_Tensor:$data, Relay_Float<"0.5">:$rate);
  let results = (outs Relay_Tensor:$result, Relay_Tensor:$mask);
  let resultForm = "Tuple";
  let rule = "inferDropout(cx, adaptor.getData())";
}

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

def Relay_BatchFlattenOp : Relay_TensorOp<"nn.batch_flatten"> {
  let summary = "all axes but the first made one";
  let arguments = (ins Relay_Tensor:$data);
  let rule = "inferBatchFlatten(cx, adaptor.getData())";
  let hasFolder = 1;
}

def Relay_PadOp : Relay_TensorOp<"nn.pad", "relay.attrs.PadAttrs"> {
  let summary = "grown, or cut where a width is negative, at the sides";
  let description = [{
    `pad_width` has a low and a high width for each axis. `pad_mode` is
    "constant" (of `pad_val`), "edge" or "reflect".
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$pad_val,
                       Relay_IntPairsAttr:$pad_width,
                       Relay_String<"constant">:$pad_mode);
  let rule = "inferPad(cx, adaptor.getData(), adaptor.getPadWidth())";
  let hasFolder = 1;
}

def Relay_MirrorPadOp : Relay_TensorOp<"nn.mirror_pad", "relay.attrs.MirrorPadAttrs"> {
  let summary = "grown at the sides by what lies mirrored there";
  let description = [{`mode` "SYMMETRIC" repeats the border, "REFLECT" does not.}];
  let arguments = (ins Relay_Tensor:$data, Relay_String<"SYMMETRIC">:$mode,
                       Relay_IntPairsAttr:$pad_width);
  let rule = "inferMirrorPad(cx, adaptor.getData(), adaptor.getPadWidth())";
  let hasFolder = 1;
}

/// Takes data in `layout` and gives the same.
class Relay_LayoutKeepingOp<string relayName, string attrsTypeKeyOfOp>
    : Relay_TensorOp<relayName, attrsTypeKeyOfOp, [RelayLayoutOpInterface]> {
  let extraClassDeclaration = [{
    ::llvm::StringRef getOperandLayout(unsigned) { return getLayout(); }
    ::llvm::StringRef getResultLayout() { return getLayout(); }
  }];
}

def Relay_UpsamplingOp
    : Relay_LayoutKeepingOp<"nn.upsampling", "relay.attrs.UpSamplingAttrs"> {
  let summary = "resampled by a factor for each spatial axis";
  let description = [{`method` is "nearest_neighbor", "bilinear" or "bicubic".}];
  let arguments = (ins Relay_Tensor:$data, Relay_FloatAttr:$scale_h,
                       Relay_FloatAttr:$scale_w, Relay_String<"NCHW">:$layout,
                       Relay_String<"nearest_neighbor">:$method,
                       Relay_Bool<0>:$align_corners);
  let rule = [{inferUpsampling(cx, adaptor.getData(), adaptor.getLayout(),
                               {adaptor.getScaleH(), adaptor.getScaleW()})}];
}

def Relay_Upsampling3DOp
    : Relay_LayoutKeepingOp<"nn.upsampling3d", "relay.attrs.UpSampling3DAttrs"> {
  let summary = "resampled by a factor for each spatial axis";
  let description = [{`method` is "nearest_neighbor" or "trilinear".}];
  let arguments = (ins Relay_Tensor:$data, Relay_FloatAttr:$scale_d,
                       Relay_FloatAttr:$scale_h, Relay_FloatAttr:$scale_w,
                       Relay_String<"NCDHW">:$layout,
                       Relay_String<"nearest_neighbor">:$method,
                       Relay_String<"half_pixel">:$coordinate_transformation_mode);
  let rule = [{inferUpsampling(cx, adaptor.getData(), adaptor.getLayout(),
                               {adaptor.getScaleD(), adaptor.getScaleH(),
                                adaptor.getScaleW()})}];
}

class Relay_SubPixelOp<string relayName>
    : Relay_LayoutKeepingOp<relayName, "relay.attrs.SubPixelAttrs"> {
  let arguments = (ins Relay_Tensor:$data, Relay_Int<1>:$block_size,
                       Relay_String<"NCHW">:$layout, Relay_String<"DCR">:$mode);
}

def Relay_DepthToSpaceOp : Relay_SubPixelOp<"nn.depth_to_space"> {
  let summary = "channels spread over blocks of pixels";
  let description = [{
    `mode` says in which order channels hold a block: "DCR" has the block first,
    "CRD" the channel.
  }];
  let rule = [{inferDepthToSpace(cx, adaptor.getData(), adaptor.getBlockSize(),
                                 adaptor.getLayout())}];
}

def Relay_SpaceToDepthOp : Relay_SubPixelOp<"nn.space_to_depth"> {
  let summary = "blocks of pixels gathered in channels";
  let rule = [{inferSpaceToDepth(cx, adaptor.getData(), adaptor.getBlockSize(),
                                 adaptor.getLayout())}];
}

//===----------------------------------------------------------------------===//
// Between space and batch
//===----------------------------------------------------------------------===//

def Relay_SpaceToBatchNDOp
    : Relay_TensorOp<"nn.space_to_batch_nd", "relay.attrs.SpaceToBatchNDAttrs"> {
  let summary = "the images of every block_shape-th element, one behind the other";
  let description = [{
    The axes after the first, as many as `block_shape` has entries, are grown by
    `paddings` of `pad_value`; then element (i, j) of each block goes to image
    i * block_shape[1] + j of the batch.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Ints<[1, 1]>:$block_shape,
                       Relay_IntPairsAttr:$paddings, Relay_Float<"0.0">:$pad_value);
  let rule = [{inferSpaceToBatch(cx, adaptor.getData(), adaptor.getBlockShape(),
                                 adaptor.getPaddings())}];
}

def Relay_BatchToSpaceNDOp
    : Relay_TensorOp<"nn.batch_to_space_nd", "relay.attrs.BatchToSpaceNDAttrs"> {
  let summary = "the images whose blocks the batch has, cropped";
  let description = [{What `nn.space_to_batch_nd` has done is undone; `crops` are cut off.}];
  let arguments = (ins Relay_Tensor:$data, Relay_Ints<[1, 1]>:$block_shape,
                       Relay_IntPairsAttr:$crops);
  let rule = [{inferBatchToSpace(cx, adaptor.getData(), adaptor.getBlockShape(),
                                 adaptor.getCrops())}];
}

#endif // DSP_DIALECT_RELAY_IR_NNOPS_TD
