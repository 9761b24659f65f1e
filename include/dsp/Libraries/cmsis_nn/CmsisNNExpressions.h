//===- CmsisNNExpressions.h - What CMSIS-NN's records compute ---*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The functions that the C++ expressions of the library's records call. Filters
// are packed as the kernels take them; lists are as Relay has them, height
// before width. `target` is the option's value: "any", "c", "dsp" or "mve".
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_CMSISNN_CMSISNNEXPRESSIONS_H
#define DSP_LIBRARIES_CMSISNN_CMSISNNEXPRESSIONS_H

#include "dsp/Dialect/Dsp/IR/Expressions.h"

namespace dsp::cmsis_nn {

/// Whether the library may be one for Helium.
bool isForHelium(StringRef target);

//===----------------------------------------------------------------------===//
// Scratch memory, as CMSIS-NN's *_get_buffer_size functions tell it
//===----------------------------------------------------------------------===//

int64_t convolveBytes(StringRef target, TensorRef input, TensorRef filter,
                      TensorRef output, ArrayRef<int64_t> strides,
                      ArrayRef<int64_t> padding, ArrayRef<int64_t> dilation);
/// Without a look at which kernel is the fastest.
int64_t columnBytes(StringRef target, TensorRef input, TensorRef filter);
int64_t depthwiseBytes(StringRef target, TensorRef input, TensorRef filter,
                       TensorRef output, ArrayRef<int64_t> strides,
                       ArrayRef<int64_t> padding, ArrayRef<int64_t> dilation);
int64_t transposeConvBytes(StringRef target, TensorRef input, TensorRef filter,
                           TensorRef output, ArrayRef<int64_t> strides);
int64_t avgPoolBytes(StringRef target, TensorRef input);

/// Whether a transposed convolution is computed as a convolution with the
/// filter turned around, for which there must be memory too.
bool isReversed(TensorRef input, ArrayRef<int64_t> strides);

//===----------------------------------------------------------------------===//
// Limits
//===----------------------------------------------------------------------===//

/// For an image of one row Helium has a kernel that must be padded alike at
/// both ends, but for one column, and fails otherwise; where the image ends, it
/// is right only if one column of the last windows is missing.
bool hasPaddingForHelium(StringRef target, TensorRef input, TensorRef filter,
                         TensorRef output, ArrayRef<int64_t> strides,
                         ArrayRef<int64_t> padding, ArrayRef<int64_t> dilation);

/// The kernel for windows of one element writes one output for each of the
/// input's, whatever the output's size.
bool staysInside(TensorRef input, TensorRef filter, TensorRef output,
                 ArrayRef<int64_t> strides, ArrayRef<int64_t> padding,
                 ArrayRef<int64_t> dilation);

/// Helium computes a depthwise convolution of one channel as a convolution,
/// with what that can't do.
bool hasOneChannelForHelium(StringRef target, TensorRef input, TensorRef filter,
                            TensorRef output, ArrayRef<int64_t> strides,
                            ArrayRef<int64_t> padding);

/// A transposed convolution that is computed with the filter turned around
/// stores the filter's size less one, less the padding, without a sign.
bool isPaddedWithin(TensorRef input, TensorRef filter,
                    ArrayRef<int64_t> strides, ArrayRef<int64_t> padding);

/// The depthwise kernel for 3x3 windows takes for granted that their middle
/// column is in the image.
bool hasMiddleColumns(TensorRef input, TensorRef filter, TensorRef output,
                      ArrayRef<int64_t> strides, ArrayRef<int64_t> padding);

/// A transposed convolution writes every position up to where an element behind
/// the input would start, whether the output has it or not, and none that
/// nothing adds to; and it must have started to write when the input ends.
bool reachesAllSums(TensorRef input, TensorRef filter, TensorRef output,
                    ArrayRef<int64_t> strides, ArrayRef<int64_t> padding);

/// Whether each window of a pool has an element of the input.
bool haveElements(TensorRef input, TensorRef output, ArrayRef<int64_t> poolSize,
                  ArrayRef<int64_t> strides, ArrayRef<int64_t> padding);

//===----------------------------------------------------------------------===//
// Tables
//===----------------------------------------------------------------------===//

/// The factor of each of the output's channels, also if there is one for all.
SmallVector<double> channelFactors(double inputScale,
                                   ArrayRef<float> filterScales,
                                   double outputScale, TensorRef output);

/// For Helium, the sums of the rows of a fully connected layer's weights times
/// the input's offset, with the bias; nothing for others.
SmallVector<int64_t> sumsForHelium(StringRef target, Value filter, Value bias,
                                   int64_t inputZeroPoint);
int64_t bytesOfSums(StringRef target, TensorRef filter);

//===----------------------------------------------------------------------===//
// Tensors of up to four dimensions
//===----------------------------------------------------------------------===//

/// Dimension `index` of the tensor with as many leading ones as make it four.
int64_t dimOf4(TensorRef tensor, int64_t index);
/// Padding in front of that dimension, or behind it.
int64_t padOf(TensorRef tensor, ArrayRef<int64_t> padWidth, int64_t index,
              bool isBehind);

/// Dimension `index`, 1 for one that is not there.
int64_t dimOr1(TensorRef tensor, int64_t index);

/// A permutation, each axis counted from the front.
SmallVector<int64_t> axesFromFront(ArrayRef<int64_t> axes, TensorRef tensor);
/// Whether `axes` is a permutation of the tensor's axes that changes their
/// order.
bool movesAxes(ArrayRef<int64_t> axes, TensorRef tensor);

} // namespace dsp::cmsis_nn

#endif // DSP_LIBRARIES_CMSISNN_CMSISNNEXPRESSIONS_H
