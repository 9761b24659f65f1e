//===- Conv.cpp - Rules of convolutions and products ----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Common.h"

#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace dsp::relay {

//===----------------------------------------------------------------------===//
// Convolutions
//===----------------------------------------------------------------------===//

namespace {
/// What the two directions of convolution share: shapes in canonical order,
/// and the kernel's part of the result.
struct ConvShapes {
  Layout outLayout, canonicalData;
  SmallVector<int64_t> data;   ///< N, C, then spatial axes
  int64_t channels;            ///< of the result
  SmallVector<int64_t> kernel; ///< extents with dilation
  SmallVector<int64_t> padding;
  Type elementType;
};
} // namespace

/// In the order of the transposed kernel the input's channels come first.
static StringRef canonicalKernelLayout(unsigned spatialRank, bool transposed) {
  static constexpr StringLiteral direct[] = {"OIW", "OIHW", "OIDHW"};
  static constexpr StringLiteral inverse[] = {"IOW", "IOHW", "IODHW"};
  return transposed ? inverse[spatialRank - 1] : direct[spatialRank - 1];
}

static int64_t divide(int64_t extent, int64_t by) {
  return isDynamic(extent) ? kDynamic : llvm::divideFloorSigned(extent, by);
}

/// Checks `weight` (in canonical order) against `channels` and `kernel_size`
/// where only one of them is given, and against data's channels.
static LogicalResult checkWeight(InferenceContext cx, const ConvAttrs &attrs,
                                 ArrayRef<int64_t> weight, int64_t inChannels,
                                 bool transposed) {
  ArrayRef<int64_t> window = weight.drop_front(2);
  if (attrs.kernelSize && !agree(*attrs.kernelSize, window))
    return cx.fail("'kernel_size' is ", shapeStr(*attrs.kernelSize),
                   ", but 'weight' has a window of ", shapeStr(window));
  int64_t channels = transposed ? weight[1] : weight[0];
  int64_t expected = attrs.channels.value_or(channels);
  if (transposed && attrs.channels)
    expected = divide(expected, attrs.groups);
  if (!agree(channels, expected))
    return cx.fail("'channels' is ", *attrs.channels, " in ", attrs.groups,
                   attrs.groups == 1 ? " group" : " groups",
                   ", but 'weight' gives ", channels);
  int64_t taken = transposed ? weight[0] : weight[1];
  int64_t given = transposed ? inChannels : divide(inChannels, attrs.groups);
  if (!agree(taken, given))
    return cx.fail("'data' has ", inChannels, " channels in ", attrs.groups,
                   attrs.groups == 1 ? " group" : " groups",
                   ", but 'weight' takes ", taken);
  return success();
}

/// The weight's shape that `channels` and `kernel_size` demand.
static SmallVector<int64_t>
demandedWeight(const ConvAttrs &attrs, ArrayRef<int64_t> weight,
               int64_t inChannels, unsigned spatialRank, bool transposed) {
  SmallVector<int64_t> shape;
  if (transposed) {
    shape = {inChannels, divide(*attrs.channels, attrs.groups)};
  } else if (spatialRank > 1 && attrs.groups > 1 &&
             attrs.groups == inChannels && attrs.groups == weight[0]) {
    // Depthwise weights may have the multiplier where others have the input's
    // channels.
    shape = {inChannels, divide(*attrs.channels, inChannels)};
  } else {
    shape = {*attrs.channels, divide(inChannels, attrs.groups)};
  }
  shape.append(attrs.kernelSize->begin(), attrs.kernelSize->end());
  return shape;
}

static FailureOr<ConvShapes> inferConvShapes(InferenceContext cx,
                                             unsigned spatialRank,
                                             const ConvAttrs &attrs,
                                             Value dataValue, Value weightValue,
                                             bool transposed) {
  RankedTensorType dataType = tensorType(dataValue);
  RankedTensorType weightType = tensorType(weightValue);
  StringRef dataOrder = canonicalDataLayout(spatialRank);
  StringRef kernelOrder = canonicalKernelLayout(spatialRank, transposed);
  Layout canonicalData = *Layout::parse(dataOrder);
  Layout canonicalKernel = *Layout::parse(kernelOrder);

  if (failed(checkList(cx, "strides", attrs.strides, spatialRank, 1)) ||
      failed(checkList(cx, "dilation", attrs.dilation, spatialRank, 1)))
    return failure();
  if (attrs.kernelSize &&
      failed(checkList(cx, "kernel_size", *attrs.kernelSize, spatialRank, 1)))
    return failure();
  if (attrs.groups < 1)
    return cx.fail("'groups' is ", attrs.groups, ", expected at least 1");
  FailureOr<SmallVector<int64_t>> padding =
      sumPadding(cx, spatialRank, attrs.padding);
  FailureOr<Layout> dataLayout, kernelLayout, outLayout;
  if (failed(padding) ||
      failed(dataLayout =
                 parseLayout(cx, "data_layout", attrs.dataLayout, dataOrder)) ||
      failed(kernelLayout = parseLayout(cx, "kernel_layout", attrs.kernelLayout,
                                        kernelOrder)) ||
      failed(outLayout = attrs.outLayout.empty()
                             ? dataLayout
                             : parseLayout(cx, "out_layout", attrs.outLayout,
                                           dataOrder)))
    return failure();

  FailureOr<SmallVector<int64_t>> data = canonicalShape(
      cx, "data", dataType.getShape(), *dataLayout, canonicalData);
  if (failed(data))
    return failure();
  FailureOr<SmallVector<int64_t>> weight = canonicalShape(
      cx, "weight", weightType.getShape(), *kernelLayout, canonicalKernel);
  if (failed(weight))
    return failure();

  int64_t channels;
  SmallVector<int64_t> kernel;
  if (attrs.channels && attrs.kernelSize) {
    SmallVector<int64_t> demanded =
        demandedWeight(attrs, *weight, (*data)[1], spatialRank, transposed);
    if (!agree(*weight, demanded)) {
      return cx.fail(
          "'weight' has shape ", shapeStr(weightType.getShape()), " in '",
          attrs.kernelLayout, "', expected ",
          shapeStr(canonicalKernel.convertShape(demanded, *kernelLayout)),
          " for ", *attrs.channels, " channels from ",
          isDynamic((*data)[1]) ? std::string("?") : std::to_string((*data)[1]),
          " in ", attrs.groups, attrs.groups == 1 ? " group" : " groups");
    }
    channels = *attrs.channels;
    kernel.assign(attrs.kernelSize->begin(), attrs.kernelSize->end());
  } else {
    if (failed(checkWeight(cx, attrs, *weight, (*data)[1], transposed)))
      return failure();
    // Relay's rule leaves the groups of a transposed convolution out of account
    // here, and mixes up the axes of a dilated 3-D kernel. The types here are
    // those of what it computes.
    channels = transposed ? multiply((*weight)[1], attrs.groups) : (*weight)[0];
    kernel.assign(weight->begin() + 2, weight->end());
    if (llvm::is_contained(kernel, 0))
      return cx.fail("'weight' has shape ", shapeStr(weightType.getShape()),
                     " in '", attrs.kernelLayout,
                     "', expected a kernel of at least 1");
  }
  for (auto [extent, dilation] : llvm::zip_equal(kernel, attrs.dilation))
    if (!isDynamic(extent))
      extent = 1 + (extent - 1) * dilation;

  FailureOr<Type> elementType =
      cx.getElementType("out_dtype", attrs.outDtype, dataType.getElementType());
  if (failed(elementType))
    return failure();
  return ConvShapes{*outLayout, canonicalData,       *data,       channels,
                    kernel,     std::move(*padding), *elementType};
}

LogicalResult inferConv(InferenceContext cx, unsigned spatialRank,
                        const ConvAttrs &attrs, Value data, Value weight) {
  FailureOr<ConvShapes> shapes = inferConvShapes(cx, spatialRank, attrs, data,
                                                 weight, /*transposed=*/false);
  if (failed(shapes))
    return failure();
  SmallVector<int64_t> result = {shapes->data[0], shapes->channels};
  for (unsigned i = 0; i < spatialRank; ++i) {
    int64_t extent = shapes->data[2 + i], kernel = shapes->kernel[i];
    if (isDynamic(extent) || isDynamic(kernel)) {
      result.push_back(kDynamic);
      continue;
    }
    int64_t padded = extent + shapes->padding[i];
    int64_t steps = llvm::divideFloorSigned(padded - kernel, attrs.strides[i]);
    if (steps < -1)
      return cx.fail("the kernel spans ", kernel, " on spatial axis ", i,
                     ", more than the padded data's ", padded);
    result.push_back(steps + 1);
  }
  return cx.give(shapes->canonicalData.convertShape(result, shapes->outLayout),
                 shapes->elementType);
}

LogicalResult inferConvTranspose(InferenceContext cx, unsigned spatialRank,
                                 const ConvAttrs &attrs,
                                 ArrayRef<int64_t> outputPadding, Value data,
                                 Value weight) {
  if (failed(checkList(cx, "output_padding", outputPadding, spatialRank, 0)))
    return failure();
  FailureOr<ConvShapes> shapes = inferConvShapes(cx, spatialRank, attrs, data,
                                                 weight, /*transposed=*/true);
  if (failed(shapes))
    return failure();
  SmallVector<int64_t> result = {shapes->data[0], shapes->channels};
  for (unsigned i = 0; i < spatialRank; ++i) {
    int64_t extent = shapes->data[2 + i], kernel = shapes->kernel[i];
    if (isDynamic(extent) || isDynamic(kernel)) {
      result.push_back(kDynamic);
      continue;
    }
    int64_t full = attrs.strides[i] * (extent - 1) + kernel + outputPadding[i];
    if (full < shapes->padding[i])
      return cx.fail("'padding' cuts ", shapes->padding[i],
                     " off spatial axis ", i, ", which has only ", full);
    result.push_back(full - shapes->padding[i]);
  }
  return cx.give(shapes->canonicalData.convertShape(result, shapes->outLayout),
                 shapes->elementType);
}

//===----------------------------------------------------------------------===//
// Matrix products
//===----------------------------------------------------------------------===//

LogicalResult inferMatmul(InferenceContext cx, Value a, Value b,
                          StringRef aName, StringRef bName, OptInt units,
                          StringRef outDtype, bool transposeA,
                          bool transposeB) {
  RankedTensorType aType = tensorType(a), bType = tensorType(b);
  int64_t leastRank = transposeA ? 2 : 1;
  if (aType.getRank() < leastRank)
    return cx.fail("'", aName, "' has shape ", shapeStr(aType.getShape()),
                   ", expected rank ", leastRank, " or more");
  if (bType.getRank() != 2)
    return cx.fail("'", bName, "' has shape ", shapeStr(bType.getShape()),
                   ", expected rank 2");

  SmallVector<int64_t> result(aType.getShape());
  int64_t summed = result.back();
  if (transposeA)
    std::swap(summed, result[result.size() - 2]);
  int64_t bSummed = bType.getDimSize(transposeB ? 1 : 0);
  int64_t columns = bType.getDimSize(transposeB ? 0 : 1);
  if (!agree(summed, bSummed))
    return cx.fail("'", aName, "' of shape ", shapeStr(aType.getShape()),
                   " and '", bName, "' of ", shapeStr(bType.getShape()),
                   " have to agree where they are summed over: ", summed,
                   " and ", bSummed);
  if (units && !agree(*units, columns))
    return cx.fail("'units' is ", *units, ", but '", bName, "' of shape ",
                   shapeStr(bType.getShape()), " gives ", columns);
  result.back() = units.value_or(columns);

  FailureOr<Type> elementType =
      cx.getElementType("out_dtype", outDtype, aType.getElementType());
  return failed(elementType) ? failure() : cx.give(result, *elementType);
}

LogicalResult inferBatchMatmul(InferenceContext cx, Value a, Value b,
                               StringRef outDtype, bool transposeA,
                               bool transposeB) {
  RankedTensorType aType = tensorType(a), bType = tensorType(b);
  if (aType.getRank() != 3 || bType.getRank() != 3)
    return cx.fail("has operands of shapes ", shapeStr(aType.getShape()),
                   " and ", shapeStr(bType.getShape()), ", expected rank 3");
  int64_t aBatch = aType.getDimSize(0), bBatch = bType.getDimSize(0);
  int64_t rows = aType.getDimSize(transposeA ? 2 : 1);
  int64_t aSummed = aType.getDimSize(transposeA ? 1 : 2);
  int64_t bSummed = bType.getDimSize(transposeB ? 2 : 1);
  int64_t columns = bType.getDimSize(transposeB ? 1 : 2);

  if (!agree(aBatch, bBatch) && aBatch != 1 && bBatch != 1)
    return cx.fail("has batches of ", aBatch, " and ", bBatch,
                   ", expected equal ones or one of 1");
  if (!agree(aSummed, bSummed))
    return cx.fail("sums over ", aSummed, " in 'tensor_a', but over ", bSummed,
                   " in 'tensor_b'");
  int64_t batch = isDynamic(aBatch) || isDynamic(bBatch)
                      ? kDynamic
                      : std::max(aBatch, bBatch);
  FailureOr<Type> elementType =
      cx.getElementType("out_dtype", outDtype, aType.getElementType());
  return failed(elementType) ? failure()
                             : cx.give({batch, rows, columns}, *elementType);
}

} // namespace dsp::relay
