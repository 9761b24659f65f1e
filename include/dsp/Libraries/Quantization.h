//===- Quantization.h - What quantised kernels are given --------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For the C++ expressions in records of quantised kernels: from a model's
// scales to the integers that C functions take. `rounding` is Relay's "UPWARD"
// or "TONEAREST", or "TFLITE"; what a factor becomes depends on it (see
// dsp/Support/FixedPoint.h).
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_QUANTIZATION_H
#define DSP_LIBRARIES_QUANTIZATION_H

#include "dsp/Dialect/Dsp/IR/Expressions.h"

namespace dsp {

//===----------------------------------------------------------------------===//
// Factors
//===----------------------------------------------------------------------===//

/// By what a layer's sums are multiplied, one factor or one for each channel:
/// the quotient of the scales that Relay's requantisation has; for "TFLITE" the
/// input's scale times the filter's, in double precision, by the output's.
SmallVector<double> layerFactors(StringRef rounding, double inputScale,
                                 ArrayRef<float> filterScales,
                                 ArrayRef<float> sumScales, double outputScale);

/// `scales`, each divided by `by`.
SmallVector<double> quotients(ArrayRef<float> scales, double by);

/// The product of a quantised multiplication.
double productFactor(StringRef rounding, double lhsScale, double rhsScale,
                     double outputScale);

// A sum of quantised numbers, each shifted left and brought to one scale. Relay
// brings them to the output's; TensorFlow Lite to twice the larger one, with
// 20 bits more (15 for numbers of 16 bits).
int64_t sumLeftShift(StringRef rounding, TensorRef output);
/// The factor of an addend that has `scale`, `otherScale` being the other's.
double addendFactor(StringRef rounding, double scale, double otherScale,
                    double outputScale);
double sumFactor(StringRef rounding, double lhsScale, double rhsScale,
                 double outputScale, TensorRef output);

/// TensorFlow Lite's factors of numbers above 0, and of those below.
SmallVector<double> leakyReluFactors(StringRef rounding, double alpha,
                                     double inputScale, double outputScale);

/// 1 / scale in single precision.
double inverseOf(double scale);

/// The sums of a constant filter's 8-bit weights less their zero point, for
/// each output channel, which is the filter's first dimension or its last; none
/// for other filters.
SmallVector<int64_t> sumsByChannel(Value filter, int64_t zeroPoint,
                                   bool channelsLast);

//===----------------------------------------------------------------------===//
// Softmax of TensorFlow Lite
//===----------------------------------------------------------------------===//

// The input's scale times 2^26 as multiplier * 2^(left_shift - 31), and the
// least difference from a row's maximum that counts.
int64_t softmaxMultiplier(double inputScale);
int64_t softmaxLeftShift(double inputScale);
int64_t softmaxDifferenceMin(double inputScale);

//===----------------------------------------------------------------------===//
// Tables
//===----------------------------------------------------------------------===//

/// For each byte, seen as unsigned, of a quantised number of 8 bits the byte of
/// quantize(function(dequantize(number))), in single precision. A quantisation
/// multiplies by the inverse of the scale unless it is `byDivision`.
SmallVector<int64_t> lookupTable(StringRef function, double alpha,
                                 bool byDivision, TensorRef input,
                                 double inputScale, int64_t inputZeroPoint,
                                 TensorRef output, double outputScale,
                                 int64_t outputZeroPoint);

/// The same of `qnn.leaky_relu`, which TVM computes in integers.
SmallVector<int64_t> leakyReluTable(double alpha, TensorRef input,
                                    double inputScale, int64_t inputZeroPoint,
                                    TensorRef output, double outputScale,
                                    int64_t outputZeroPoint);

/// TensorFlow Lite's hard swish.
SmallVector<int64_t> hardSwishTable(TensorRef input, double inputScale,
                                    int64_t inputZeroPoint, double outputScale,
                                    int64_t outputZeroPoint);

//===----------------------------------------------------------------------===//
// Means of TensorFlow Lite
//===----------------------------------------------------------------------===//

// By what sums of `count` numbers are multiplied: the quotient of the scales,
// whose multiplier is divided by the count.
SmallVector<int64_t> meanMultipliers(double inputScale, double outputScale,
                                     int64_t count);
SmallVector<int64_t> meanShifts(double inputScale, double outputScale,
                                int64_t count);

//===----------------------------------------------------------------------===//
// Fixed-point numbers: multiplier * 2^(shift - 31)
//===----------------------------------------------------------------------===//

int64_t multiplierOf(StringRef rounding, double factor);
int64_t shiftOf(StringRef rounding, double factor);
SmallVector<int64_t> multipliersOf(StringRef rounding,
                                   ArrayRef<double> factors);
SmallVector<int64_t> shiftsOf(StringRef rounding, ArrayRef<double> factors);
/// Whether kernels can take the factors: finite, not negative, and their shifts
/// within [-31, 31].
bool areScalable(StringRef rounding, ArrayRef<double> factors);
inline bool isScalable(StringRef rounding, double factor) {
  return areScalable(rounding, factor);
}

//===----------------------------------------------------------------------===//
// Bounds
//===----------------------------------------------------------------------===//

/// The least and the greatest number of the tensor's element type.
int64_t leastOf(TensorRef tensor);
int64_t greatestOf(TensorRef tensor);
/// A bound of Relay's clip, brought into the element type.
int64_t boundOf(TensorRef tensor, double bound);

} // namespace dsp

#endif // DSP_LIBRARIES_QUANTIZATION_H
