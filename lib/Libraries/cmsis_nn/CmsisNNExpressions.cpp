//===- CmsisNNExpressions.cpp - What CMSIS-NN's records compute -----------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Libraries/cmsis_nn/CmsisNNExpressions.h"

#include "dsp/Dialect/Relay/Transforms/ConstantData.h"
#include "dsp/Libraries/Quantization.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace dsp::cmsis_nn {

static constexpr StringLiteral anyTarget("any");

/// Whether the library may be one of this flavour.
static bool mayBe(StringRef target, StringRef flavour) {
  return target == flavour || target == anyTarget;
}

bool isForHelium(StringRef target) { return mayBe(target, "mve"); }

//===----------------------------------------------------------------------===//
// Windows
//===----------------------------------------------------------------------===//

namespace {
/// A convolution or pool. For an op that no record takes it may hold -1.
struct Windows {
  int64_t inH, inW, inC, outH, outW, outC;
  int64_t kernelH, kernelW, kernelC;
  int64_t strideH, strideW, padTop, padLeft;
  bool isDilated;

  int64_t kernelSize() const { return kernelH * kernelW; }
};
} // namespace

/// Element `i` of a list that may be too short.
static int64_t at(ArrayRef<int64_t> list, size_t i) {
  return i < list.size() ? list[i] : -1;
}

/// A filter is [O, H, W, I].
static Windows windowsOf(TensorRef input, TensorRef filter, TensorRef output,
                         ArrayRef<int64_t> strides, ArrayRef<int64_t> padding,
                         ArrayRef<int64_t> dilation = {1, 1}) {
  return {dim(input, 1),  dim(input, 2),           dim(input, 3),
          dim(output, 1), dim(output, 2),          dim(output, 3),
          dim(filter, 1), dim(filter, 2),          dim(filter, 3),
          at(strides, 0), at(strides, 1),          at(padding, 0),
          at(padding, 1), !allOneOf(dilation, {1})};
}

/// What Relay gives to the output along one dimension.
static int64_t paddingInAll(int64_t in, int64_t kernel, int64_t stride,
                            int64_t out) {
  return (out - 1) * stride + kernel - in;
}

static bool isPointwise(const Windows &w) {
  return w.kernelSize() == 1 && w.padTop == 0 && w.padLeft == 0 &&
         !w.isDilated && w.inC == w.kernelC;
}

/// Whether Helium's kernel for images of one row is taken.
static bool isOneRow(const Windows &w, ArrayRef<int64_t> dilation) {
  return !isPointwise(w) && w.inH == 1 && w.kernelH == 1 &&
         at(dilation, 1) == 1 && w.strideW * w.inC % 4 == 0 &&
         w.inC == w.kernelC;
}

//===----------------------------------------------------------------------===//
// Scratch memory
//===----------------------------------------------------------------------===//

static int64_t roundUp(int64_t x, int64_t multiple) {
  return (x + multiple - 1) / multiple * multiple;
}

static int64_t columnBytesForHelium(const Windows &w) {
  return 4 * roundUp(w.kernelSize() * w.inC, 16);
}

/// Of a window that is copied, and of those beside it.
static int64_t columnBytes(StringRef target, const Windows &w) {
  return isForHelium(target) ? columnBytesForHelium(w)
                             : 4 * roundUp(w.kernelSize() * w.inC, 4);
}

int64_t columnBytes(StringRef target, TensorRef input, TensorRef filter) {
  return columnBytes(target, windowsOf(input, filter, input, {}, {}));
}

namespace {
/// How Helium's kernel for one row divides the output: `left` and `right`
/// columns at its ends, whose windows are copied, and those in between.
struct RowEnds {
  int64_t left, right, uneven;

  explicit RowEnds(const Windows &w)
      : left(roundUp(w.padLeft, w.strideW) / w.strideW), right(0),
        uneven(paddingInAll(w.inW, w.kernelW, w.strideW, w.outW) % 2) {
    int64_t behind = w.padLeft + uneven;
    if (behind != 0)
      right = std::max<int64_t>(1, (behind + w.strideW - 1) / w.strideW);
  }
  /// Otherwise the row is computed like any other image.
  bool fit(const Windows &w) const { return left + right <= w.outW; }
};
} // namespace

static int64_t oneRowBytesForHelium(const Windows &w) {
  RowEnds ends(w);
  if (!ends.fit(w))
    return columnBytesForHelium(w);
  return w.inC *
         std::max(w.kernelW + w.padLeft,
                  w.kernelW - 1 + (ends.uneven ? ends.right : w.padLeft));
}

static int64_t convolveBytesForHelium(const Windows &w,
                                      ArrayRef<int64_t> dilation) {
  if (isPointwise(w))
    return 0;
  return isOneRow(w, dilation) ? oneRowBytesForHelium(w)
                               : columnBytesForHelium(w);
}

int64_t convolveBytes(StringRef target, TensorRef input, TensorRef filter,
                      TensorRef output, ArrayRef<int64_t> strides,
                      ArrayRef<int64_t> padding, ArrayRef<int64_t> dilation) {
  Windows w = windowsOf(input, filter, output, strides, padding, dilation);
  int64_t column = w.kernelSize() * w.inC;
  int64_t bytes = 0;
  if (elementBytes(input) == 2) {
    if (target != "mve")
      bytes = 4 * column;
    return isForHelium(target) ? std::max(bytes, 8 * roundUp(column, 8))
                               : bytes;
  }
  if (target != "mve" && !isPointwise(w))
    bytes = columnBytes("c", w);
  // Arm's own compiler uses it; the others' code doesn't mind.
  if (mayBe(target, "dsp") && isPointwise(w) && w.strideH == 1 &&
      w.strideW == 1)
    bytes = 4 * w.inC;
  return isForHelium(target)
             ? std::max(bytes, convolveBytesForHelium(w, dilation))
             : bytes;
}

/// Where CMSIS-NN has kernels of one output channel for each input channel.
static bool isPlainDepthwise(TensorRef input, const Windows &w) {
  return w.inC == w.outC && dim(input, 0) == 1 && !w.isDilated;
}

static int64_t depthwiseBytesForHelium(TensorRef input, const Windows &w,
                                       ArrayRef<int64_t> dilation) {
  constexpr int64_t channelsAtATime = 124;
  int64_t bytes = 0;
  if (isPlainDepthwise(input, w))
    bytes = 4 * channelsAtATime * w.kernelSize();
  if (w.inC != 1 || w.outC <= 1)
    return bytes;
  // Of one channel it is made a convolution, whose filter is transposed.
  Windows convolution = w;
  convolution.kernelC = 1;
  return std::max(bytes, convolveBytesForHelium(convolution, dilation) +
                             w.kernelSize() * w.outC);
}

static bool is3x3(const Windows &w) {
  return w.kernelH == 3 && w.kernelW == 3 && w.padTop <= 1 && w.padLeft <= 1;
}

int64_t depthwiseBytes(StringRef target, TensorRef input, TensorRef filter,
                       TensorRef output, ArrayRef<int64_t> strides,
                       ArrayRef<int64_t> padding, ArrayRef<int64_t> dilation) {
  Windows w = windowsOf(input, filter, output, strides, padding, dilation);
  int64_t bytes = 0;
  if (elementBytes(input) == 2) {
    if (!isPlainDepthwise(input, w) || w.kernelSize() >= 512)
      return 0;
    if (mayBe(target, "dsp"))
      bytes = 2 * w.kernelSize() * w.inC;
    return isForHelium(target) ? 8 * w.kernelSize() * w.inC + 8 : bytes;
  }
  if (mayBe(target, "dsp") && isPlainDepthwise(input, w) && !is3x3(w))
    bytes = 2 * w.kernelSize() * w.inC;
  return isForHelium(target)
             ? std::max(bytes, depthwiseBytesForHelium(input, w, dilation))
             : bytes;
}

bool isReversed(TensorRef input, ArrayRef<int64_t> strides) {
  return allAtMost(strides, 2) && dim(input, 3) > 16;
}

int64_t transposeConvBytes(StringRef target, TensorRef input, TensorRef filter,
                           TensorRef output, ArrayRef<int64_t> strides) {
  Windows w = windowsOf(input, filter, output, strides, {0, 0});
  if (isReversed(input, strides))
    return columnBytes(target, w);
  // The width has the vertical stride in it, as in CMSIS-NN.
  int64_t columns = (w.inW - 1) * w.strideW + std::max(w.kernelW, w.strideH);
  return 4 * columns * w.outC * std::max(w.kernelH, w.strideH);
}

int64_t avgPoolBytes(StringRef target, TensorRef input) {
  return mayBe(target, "dsp") ? 4 * dim(input, 3) : 0;
}

//===----------------------------------------------------------------------===//
// Limits
//===----------------------------------------------------------------------===//

static bool hasPaddingForHelium(const Windows &w, ArrayRef<int64_t> dilation) {
  if (!isOneRow(w, dilation) || w.strideW < 1)
    return true;
  int64_t all = paddingInAll(w.inW, w.kernelW, w.strideW, w.outW);
  if (2 * w.padLeft + all % 2 != all)
    return false;
  RowEnds ends(w);
  if (!ends.fit(w) || ends.right == 0)
    return true;
  // The end is copied from where the last columns' windows start; they are
  // taken to have all but one column in the image, and to be one apart.
  int64_t start = w.strideW * (w.outW - ends.right) - w.padLeft;
  return w.inW - start == w.kernelW - 1 && (w.strideW == 1 || ends.right == 1);
}

bool hasPaddingForHelium(StringRef target, TensorRef input, TensorRef filter,
                         TensorRef output, ArrayRef<int64_t> strides,
                         ArrayRef<int64_t> padding,
                         ArrayRef<int64_t> dilation) {
  return !isForHelium(target) ||
         hasPaddingForHelium(
             windowsOf(input, filter, output, strides, padding, dilation),
             dilation);
}

static bool staysInside(const Windows &w) {
  return !isPointwise(w) ||
         ((w.outH - 1) * w.strideH < w.inH && (w.outW - 1) * w.strideW < w.inW);
}

bool staysInside(TensorRef input, TensorRef filter, TensorRef output,
                 ArrayRef<int64_t> strides, ArrayRef<int64_t> padding,
                 ArrayRef<int64_t> dilation) {
  return staysInside(
      windowsOf(input, filter, output, strides, padding, dilation));
}

bool hasOneChannelForHelium(StringRef target, TensorRef input, TensorRef filter,
                            TensorRef output, ArrayRef<int64_t> strides,
                            ArrayRef<int64_t> padding) {
  Windows w = windowsOf(input, filter, output, strides, padding);
  if (!isForHelium(target) || w.inC != 1 || w.outC <= 1)
    return true;
  w.kernelC = 1;
  return hasPaddingForHelium(w, {1, 1}) && staysInside(w);
}

bool isPaddedWithin(TensorRef input, TensorRef filter,
                    ArrayRef<int64_t> strides, ArrayRef<int64_t> padding) {
  return !isReversed(input, strides) ||
         (at(padding, 0) < dim(filter, 1) && at(padding, 1) < dim(filter, 2));
}

bool hasMiddleColumns(TensorRef input, TensorRef filter, TensorRef output,
                      ArrayRef<int64_t> strides, ArrayRef<int64_t> padding) {
  Windows w = windowsOf(input, filter, output, strides, padding);
  return w.inC != w.outC || !is3x3(w) ||
         (w.outW - 1) * w.strideW - w.padLeft + 1 < w.inW;
}

/// The same along one dimension.
static bool reachesAllSums(int64_t in, int64_t kernel, int64_t stride,
                           int64_t padding, int64_t out) {
  return padding <= in * stride && in * stride <= padding + out &&
         padding + out <= (in - 1) * stride + std::max(kernel, stride);
}

bool reachesAllSums(TensorRef input, TensorRef filter, TensorRef output,
                    ArrayRef<int64_t> strides, ArrayRef<int64_t> padding) {
  Windows w = windowsOf(input, filter, output, strides, padding);
  return reachesAllSums(w.inH, w.kernelH, w.strideH, w.padTop, w.outH) &&
         reachesAllSums(w.inW, w.kernelW, w.strideW, w.padLeft, w.outW);
}

bool haveElements(TensorRef input, TensorRef output, ArrayRef<int64_t> poolSize,
                  ArrayRef<int64_t> strides, ArrayRef<int64_t> padding) {
  for (size_t d = 0; d < 2; ++d) {
    int64_t index = static_cast<int64_t>(d) + 1;
    int64_t lastStart =
        (dim(output, index) - 1) * at(strides, d) - at(padding, d);
    if (at(padding, d) >= at(poolSize, d) || lastStart >= dim(input, index))
      return false;
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Tables
//===----------------------------------------------------------------------===//

SmallVector<double> channelFactors(double inputScale,
                                   ArrayRef<float> filterScales,
                                   double outputScale, TensorRef output) {
  SmallVector<double> factors =
      layerFactors("TFLITE", inputScale, filterScales, {}, outputScale);
  if (factors.size() == 1)
    factors.append(std::max<int64_t>(dim(output, -1) - 1, 0), factors.front());
  return factors;
}

/// The integers of a constant, one for each of `count` elements.
static SmallVector<int64_t> integersOf(Value value, int64_t count) {
  std::optional<relay::ConstantView> view =
      value ? relay::ConstantView::get(value) : std::nullopt;
  std::optional<SmallVector<int64_t>> integers;
  if (view)
    integers = view->getIntegers();
  if (!integers)
    return SmallVector<int64_t>(count, 0);
  if (integers->size() == 1)
    integers->append(count - 1, integers->front());
  return std::move(*integers);
}

SmallVector<int64_t> sumsForHelium(StringRef target, Value filter, Value bias,
                                   int64_t inputZeroPoint) {
  if (!isForHelium(target))
    return {};
  SmallVector<int64_t> sums =
      sumsByChannel(filter, /*zeroPoint=*/0, /*channelsLast=*/false);
  for (auto [sum, start] : llvm::zip_equal(
           sums, integersOf(bias, static_cast<int64_t>(sums.size()))))
    // Sums wrap around.
    sum = static_cast<int32_t>(start - sum * inputZeroPoint);
  return sums;
}

int64_t bytesOfSums(StringRef target, TensorRef filter) {
  return isForHelium(target) ? 4 * dim(filter, 0) : 0;
}

//===----------------------------------------------------------------------===//
// Tensors of up to four dimensions
//===----------------------------------------------------------------------===//

int64_t dimOf4(TensorRef tensor, int64_t index) {
  int64_t place = index - (4 - rank(tensor));
  return place < 0 ? 1 : dim(tensor, place);
}

int64_t padOf(TensorRef tensor, ArrayRef<int64_t> padWidth, int64_t index,
              bool isBehind) {
  int64_t place = index - (4 - rank(tensor));
  return place < 0 ? 0 : at(padWidth, 2 * place + (isBehind ? 1 : 0));
}

int64_t dimOr1(TensorRef tensor, int64_t index) {
  return index < rank(tensor) ? dim(tensor, index) : 1;
}

SmallVector<int64_t> axesFromFront(ArrayRef<int64_t> axes, TensorRef tensor) {
  return llvm::map_to_vector(
      axes, [&](int64_t axis) { return normalizeAxis(axis, tensor); });
}

bool movesAxes(ArrayRef<int64_t> axes, TensorRef tensor) {
  SmallVector<int64_t> order = axesFromFront(axes, tensor);
  if (llvm::is_sorted(order))
    return false;
  llvm::sort(order);
  return llvm::equal(order, llvm::seq(rank(tensor)));
}

} // namespace dsp::cmsis_nn
