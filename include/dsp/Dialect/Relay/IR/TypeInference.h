//===- TypeInference.h - Relay's rules of typing ----------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One function per rule of Relay, shared by type inference and by verifiers. It
// appends the result types to its context or says, if there is a location to
// say it at, what is wrong. An unknown extent (`?`) agrees with any other.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_TYPEINFERENCE_H
#define DSP_DIALECT_RELAY_IR_TYPEINFERENCE_H

#include "dsp/Support/LLVM.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/TypeRange.h"
#include "mlir/IR/ValueRange.h"

#include <optional>
#include <string>

namespace dsp::relay {

/// One application of a rule: to what op, and where its outcome goes.
class InferenceContext {
public:
  InferenceContext(MLIRContext *context, std::optional<Location> location,
                   StringRef opName, SmallVectorImpl<Type> &types)
      : context(context), location(location), opName(opName), types(types) {}

  MLIRContext *getContext() const { return context; }

  /// Reports "'relay.op' op <parts>".
  template <typename... Parts>
  LogicalResult fail(Parts &&...parts) const {
    return mlir::emitOptionalError(location, "'", opName, "' op ",
                                   std::forward<Parts>(parts)...);
  }

  /// Appends a result type.
  LogicalResult give(ArrayRef<int64_t> shape, Type elementType) const {
    types.push_back(RankedTensorType::get(shape, elementType));
    return success();
  }
  LogicalResult give(Type type) const {
    types.push_back(type);
    return success();
  }

  /// Rules may rely on operands being tensors with a rank.
  LogicalResult checkOperands(mlir::ValueRange operands) const;

  /// `name` as an element type; of `otherwise` if it is "" and that is given.
  mlir::FailureOr<Type> getElementType(StringRef attrName, StringRef name,
                                       Type otherwise = nullptr) const;

  /// `axis`, counted from the end if negative, as an index below `rank`.
  mlir::FailureOr<int64_t> getAxis(StringRef attrName, int64_t axis,
                                   int64_t rank) const;

private:
  MLIRContext *context;
  std::optional<Location> location;
  StringRef opName;
  SmallVectorImpl<Type> &types;
};

/// Whether an op whose types are inferred as `inferred` may have `actual` ones:
/// they are equal but for extents unknown to either.
bool areCompatible(mlir::TypeRange inferred, mlir::TypeRange actual);

/// The same for positions, which may be of i32 or i64.
bool areCompatibleIndices(mlir::TypeRange inferred, mlir::TypeRange actual);

/// "(1, 3, ?)", as Relay writes shapes.
std::string shapeStr(ArrayRef<int64_t> shape);

/// Operands with the names to call them by.
using NamedOperands = ArrayRef<std::pair<StringRef, Value>>;
using OptInt = std::optional<int64_t>;
using OptInts = std::optional<ArrayRef<int64_t>>;

// Elementwise

LogicalResult inferSameType(InferenceContext cx, Value data);
LogicalResult inferPredicate(InferenceContext cx, Value data);
LogicalResult inferBroadcast(InferenceContext cx, Value lhs, Value rhs);
LogicalResult inferComparison(InferenceContext cx, Value lhs, Value rhs);
LogicalResult inferWhere(InferenceContext cx, Value condition, Value x,
                         Value y);

// Tensor

LogicalResult inferCast(InferenceContext cx, Value data, StringRef dtype);
LogicalResult inferCastLike(InferenceContext cx, Value data, Value dtypeLike);
LogicalResult inferExpandDims(InferenceContext cx, Value data, int64_t axis,
                              int64_t numNewaxis);
LogicalResult inferReshape(InferenceContext cx, Value data,
                           ArrayRef<int64_t> newshape, bool allowzero);
LogicalResult inferReshapeLike(InferenceContext cx, Value data, Value shapeLike,
                               int64_t lhsBegin, OptInt lhsEnd,
                               int64_t rhsBegin, OptInt rhsEnd);
LogicalResult inferSqueeze(InferenceContext cx, Value data, OptInts axis);
LogicalResult inferTranspose(InferenceContext cx, Value data, OptInts axes);
LogicalResult inferLayoutTransform(InferenceContext cx, Value data,
                                   StringRef srcLayout, StringRef dstLayout);
LogicalResult inferAlongAxis(InferenceContext cx, Value data, int64_t axis);
LogicalResult inferBroadcastTo(InferenceContext cx, Value data,
                               ArrayRef<int64_t> shape);
LogicalResult inferBroadcastToLike(InferenceContext cx, Value data, Value like);
LogicalResult inferCollapseSumLike(InferenceContext cx, Value data, Value like);
LogicalResult inferRepeat(InferenceContext cx, Value data, int64_t repeats,
                          int64_t axis);
LogicalResult inferTile(InferenceContext cx, Value data,
                        ArrayRef<int64_t> reps);
LogicalResult inferConcatenate(InferenceContext cx, mlir::ValueRange data,
                               int64_t axis);
LogicalResult inferStack(InferenceContext cx, mlir::ValueRange data,
                         int64_t axis);
LogicalResult inferSplit(InferenceContext cx, Value data,
                         Attribute indicesOrSections, int64_t axis);
LogicalResult inferMeshgrid(InferenceContext cx, mlir::ValueRange data,
                            StringRef indexing);
LogicalResult inferStridedSlice(InferenceContext cx, Value data,
                                ArrayRef<int64_t> begin, ArrayRef<int64_t> end,
                                ArrayRef<int64_t> strides, StringRef sliceMode,
                                OptInts axes);
LogicalResult inferSliceLike(InferenceContext cx, Value data, Value shapeLike,
                             OptInts axes);
LogicalResult inferTake(InferenceContext cx, Value data, Value indices,
                        int64_t batchDims, OptInt axis);
LogicalResult inferGather(InferenceContext cx, Value data, Value indices,
                          int64_t axis);
LogicalResult inferGatherND(InferenceContext cx, Value data, Value indices,
                            int64_t batchDims);
LogicalResult inferFilled(InferenceContext cx, ArrayRef<int64_t> shape,
                          StringRef dtype);
LogicalResult inferFull(InferenceContext cx, Value fillValue,
                        ArrayRef<int64_t> shape, StringRef dtype);
LogicalResult inferFullLike(InferenceContext cx, Value data, Value fillValue);
LogicalResult inferArange(InferenceContext cx, Value start, Value end,
                          Value step, StringRef dtype);
LogicalResult inferOneHot(InferenceContext cx, Value indices, int64_t depth,
                          int64_t axis, StringRef dtype);

// Reduce

LogicalResult inferReduce(InferenceContext cx, Value data, OptInts axis,
                          bool keepdims, bool exclude);
LogicalResult inferArgReduce(InferenceContext cx, Value data, OptInts axis,
                             bool keepdims, bool exclude);
LogicalResult inferVariance(InferenceContext cx, Value data, Value mean,
                            OptInts axis, bool keepdims, bool exclude);
LogicalResult inferScan(InferenceContext cx, Value data, OptInt axis,
                        StringRef dtype);
LogicalResult inferSort(InferenceContext cx, Value data, int64_t axis);
LogicalResult inferArgsort(InferenceContext cx, Value data, int64_t axis,
                           StringRef dtype);
LogicalResult inferTopk(InferenceContext cx, Value data, int64_t k,
                        int64_t axis, StringRef retType, StringRef dtype);

// Convolutions and matrix products

/// What convolutions and transposed ones have in common.
struct ConvAttrs {
  ArrayRef<int64_t> strides, padding, dilation;
  int64_t groups;
  OptInt channels;
  OptInts kernelSize;
  StringRef dataLayout, kernelLayout, outLayout, outDtype;
};

template <typename Adaptor>
ConvAttrs convAttrs(Adaptor &adaptor) {
  return {adaptor.getStrides(),    adaptor.getPadding(),
          adaptor.getDilation(),   static_cast<int64_t>(adaptor.getGroups()),
          adaptor.getChannels(),   adaptor.getKernelSize(),
          adaptor.getDataLayout(), adaptor.getKernelLayout(),
          adaptor.getOutLayout(),  adaptor.getOutDtype()};
}

LogicalResult inferConv(InferenceContext cx, unsigned spatialRank,
                        const ConvAttrs &attrs, Value data, Value weight);
LogicalResult inferConvTranspose(InferenceContext cx, unsigned spatialRank,
                                 const ConvAttrs &attrs,
                                 ArrayRef<int64_t> outputPadding, Value data,
                                 Value weight);
LogicalResult inferMatmul(InferenceContext cx, Value a, Value b,
                          StringRef aName, StringRef bName, OptInt units,
                          StringRef outDtype, bool transposeA, bool transposeB);
LogicalResult inferBatchMatmul(InferenceContext cx, Value a, Value b,
                               StringRef outDtype, bool transposeA,
                               bool transposeB);

// Pooling

struct PoolAttrs {
  ArrayRef<int64_t> poolSize, strides, dilation, padding;
  StringRef layout;
  bool ceilMode;
};

template <typename Adaptor>
PoolAttrs poolAttrs(Adaptor &adaptor) {
  return {adaptor.getPoolSize(), adaptor.getStrides(), adaptor.getDilation(),
          adaptor.getPadding(),  adaptor.getLayout(),  adaptor.getCeilMode()};
}

LogicalResult inferPool(InferenceContext cx, unsigned spatialRank,
                        const PoolAttrs &attrs, Value data);
LogicalResult inferGlobalPool2D(InferenceContext cx, Value data,
                                StringRef layout);
LogicalResult inferAdaptivePool(InferenceContext cx, unsigned spatialRank,
                                Value data, ArrayRef<int64_t> outputSize,
                                StringRef layout);

// The rest of nn, and image

/// Data's type, where each of `vectors` has one element per entry of `axis`.
LogicalResult inferWithChannelVectors(InferenceContext cx, Value data,
                                      int64_t axis, NamedOperands vectors);
LogicalResult inferBatchNorm(InferenceContext cx, Value data, int64_t axis,
                             NamedOperands vectors);
LogicalResult inferInstanceNorm(InferenceContext cx, Value data, int64_t axis,
                                NamedOperands vectors);
LogicalResult inferDropout(InferenceContext cx, Value data);
LogicalResult inferBatchFlatten(InferenceContext cx, Value data);
LogicalResult inferPad(InferenceContext cx, Value data,
                       ArrayRef<int64_t> padWidth);
LogicalResult inferMirrorPad(InferenceContext cx, Value data,
                             ArrayRef<int64_t> padWidth);
LogicalResult inferUpsampling(InferenceContext cx, Value data, StringRef layout,
                              ArrayRef<double> scales);
LogicalResult inferDepthToSpace(InferenceContext cx, Value data,
                                int64_t blockSize, StringRef layout);
LogicalResult inferSpaceToDepth(InferenceContext cx, Value data,
                                int64_t blockSize, StringRef layout);
LogicalResult inferSpaceToBatch(InferenceContext cx, Value data,
                                ArrayRef<int64_t> blockShape,
                                ArrayRef<int64_t> paddings);
LogicalResult inferBatchToSpace(InferenceContext cx, Value data,
                                ArrayRef<int64_t> blockShape,
                                ArrayRef<int64_t> crops);
LogicalResult inferResize(InferenceContext cx, unsigned spatialRank, Value data,
                          ArrayRef<int64_t> size,
                          std::optional<ArrayRef<double>> roi, StringRef layout,
                          StringRef outDtype);

// Quantised

LogicalResult inferQuantize(InferenceContext cx, Value data, Value scale,
                            Value zeroPoint, StringRef outDtype, int64_t axis);
LogicalResult inferDequantize(InferenceContext cx, Value data, Value scale,
                              Value zeroPoint, StringRef outDtype,
                              int64_t axis);
LogicalResult inferRequantize(InferenceContext cx, Value data, Value inputScale,
                              Value inputZeroPoint, Value outputScale,
                              Value outputZeroPoint, int64_t axis,
                              StringRef rounding, StringRef computeDtype,
                              StringRef outDtype);

// These take all operands in the op's order: data, then scales and zero points.
LogicalResult inferQNNConv2D(InferenceContext cx, const ConvAttrs &attrs,
                             mlir::ValueRange operands);
LogicalResult inferQNNConv2DTranspose(InferenceContext cx,
                                      const ConvAttrs &attrs,
                                      ArrayRef<int64_t> outputPadding,
                                      mlir::ValueRange operands);
LogicalResult inferQNNDense(InferenceContext cx, OptInt units,
                            StringRef outDtype, mlir::ValueRange operands);
LogicalResult inferQNNDensePack(InferenceContext cx, Value data, Value weight,
                                StringRef outDtype);
LogicalResult inferQNNBatchMatmul(InferenceContext cx, StringRef outDtype,
                                  bool transposeA, bool transposeB,
                                  mlir::ValueRange operands);
LogicalResult inferQNNBinary(InferenceContext cx, int64_t lhsAxis,
                             int64_t rhsAxis, mlir::ValueRange operands);
LogicalResult inferQNNUnary(InferenceContext cx, ArrayRef<StringRef> dtypes,
                            mlir::ValueRange operands);
LogicalResult inferQNNSoftmax(InferenceContext cx, int64_t axis,
                              mlir::ValueRange operands);
LogicalResult inferQNNAvgPool2D(InferenceContext cx, const PoolAttrs &attrs,
                                mlir::ValueRange operands);
LogicalResult inferQNNConcatenate(InferenceContext cx, int64_t axis,
                                  mlir::ValueRange operands);

} // namespace dsp::relay

#endif // DSP_DIALECT_RELAY_IR_TYPEINFERENCE_H
