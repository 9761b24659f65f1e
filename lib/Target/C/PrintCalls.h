//===- PrintCalls.h - The C of a model's kernel calls -----------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_TARGET_C_PRINTCALLS_H
#define DSP_LIB_TARGET_C_PRINTCALLS_H

#include "CPrinter.h"
#include "dsp/Target/C/CEmitter.h"
#include "llvm/ADT/SmallString.h"

namespace dsp {

/// Prints calls as statements of a function that has the parameters `in`,
/// `out`, `arena` and, where the application hands over the weights, `weights`.
class CallPrinter {
public:
  CallPrinter(CModel &model, CPrinter &os) : model(model), os(os) {}

  /// A new function begins: nothing is declared yet.
  void beginFunction() {
    declared.clear();
    declaredWeights.clear();
  }
  /// Prints step `index` (from 0) of the schedule.
  void printStep(size_t index);

private:
  void printComment(size_t index, Operation *op);
  void printCopy(Operation *op);
  void printKernelCall(size_t index, Operation *op, const KernelInfo &kernel);

  void declareTensor(Value value);
  void declareAggregates(Operation *op, ArrayRef<CArg> args, bool nested);
  void declareArray(Operation *op, const CArg &arg);
  void declareTensorArray(Operation *op, const CArg &arg);
  void nameVariable(const CArg &arg);
  bool isConstant(Operation *op, const CArg &arg) const;

  void printArg(Operation *op, const CArg &arg, bool asField,
                size_t &nextScratch);
  /// `value` as a pointer to `cType`.
  void appendTensor(Value value, StringRef cType, bool isWritten,
                    SmallVectorImpl<char> &text) const;

  CModel &model;
  CPrinter &os;
  /// Pointers that the current function has declared already.
  llvm::DenseSet<Value> declared;
  llvm::DenseSet<size_t> declaredWeights;
  /// Variables of the current call, by argument.
  llvm::SmallDenseMap<const CArg *, llvm::SmallString<32>> variables;
  llvm::SmallString<128> scratchText;
};

} // namespace dsp

#endif // DSP_LIB_TARGET_C_PRINTCALLS_H
