//===- ConstantFolding.h - Evaluate ops on constants ------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_TRANSFORMS_CONSTANTFOLDING_H
#define DSP_DIALECT_RELAY_TRANSFORMS_CONSTANTFOLDING_H

#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "mlir/IR/PatternMatch.h"

namespace dsp::relay {

/// The values of `op`'s results if its operands are constants, by Relay's
/// arithmetic. Fails, without a diagnostic, for ops that aren't evaluated,
/// types that aren't supported, and where the results are more than `maxGrowth`
/// bytes larger than the operands. Values above 64 bytes are resources, which
/// live until they are freed (ConstantBlobs).
mlir::LogicalResult
evaluateOp(mlir::Operation *op, int64_t maxGrowth,
           llvm::SmallVectorImpl<mlir::ElementsAttr> &values);

/// The name of the parameter that most of the operands' bytes come from, null
/// if they have none: what is made of a parameter is still that to whoever
/// reads the C code.
mlir::StringAttr getInheritedName(mlir::Operation *op);

/// What `value` computes depends on constants alone: it is a constant, or made
/// of constants by a few ops that relay-fold-constants evaluates.
bool isConstantExpression(mlir::Value value);

/// The result of `op`, which has just been made, or of the constant that it is
/// replaced by if it can be evaluated. For parameters by channel and the like;
/// weights are better left to relay-fold-constants, which frees what it reads.
mlir::Value evaluateInPlace(mlir::RewriterBase &rewriter, mlir::Operation *op);

/// Makes an op of one result and evaluates it at once if that is possible.
template <typename OpT, typename... Args>
mlir::Value createEvaluated(mlir::RewriterBase &rewriter, mlir::Location loc,
                            Args &&...args) {
  return evaluateInPlace(
      rewriter, OpT::create(rewriter, loc, std::forward<Args>(args)...));
}

} // namespace dsp::relay

#endif // DSP_DIALECT_RELAY_TRANSFORMS_CONSTANTFOLDING_H
