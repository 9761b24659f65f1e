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
#include "dsp/Dialect/Dsp/IR/KernelArgs.h"
#include "dsp/Target/C/CEmitter.h"
#include "llvm/ADT/SmallString.h"
#include <string>

namespace dsp {

/// Prints calls as statements of a function that has the parameters `in`,
/// `out`, `arena`, where the application hands over the weights, `weights`, and
/// where something is kept in between, `context`.
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
  /// Prints what the step does once, when the model's context is made.
  void printStepInit(size_t index);
  /// Prints how that is undone.
  void printStepDeinit(size_t index);
  /// The same for library `index` of the model.
  void printLibraryInit(size_t index);
  void printLibraryDeinit(size_t index);

private:
  /// Who calls: a step of the model, or one of its libraries as a whole.
  struct Caller {
    /// Counted from 1 in the returned code; libraries come behind the steps.
    size_t number;
    /// Null for a library.
    Operation *op;
    const LibraryInfo &library;
    ArrayRef<StateInfo> states;

    const void *owner() const {
      return op ? static_cast<const void *>(op) : &library;
    }
  };
  enum class OnFailure { Return, Remember };

  Caller callerOf(size_t index) const;
  Caller libraryCaller(size_t index) const;
  void printInit(const Caller &caller, ArrayRef<CFunctionInfo> functions);
  void printDeinit(const Caller &caller, ArrayRef<CFunctionInfo> functions);
  void printReserve(const Caller &caller, const KernelInfo &kernel);

  void printComment(size_t index, Operation *op);
  void printCopy(Operation *op);
  void printCall(const Caller &caller, size_t function,
                 const CFunctionInfo &info, OnFailure onFailure);
  void printStatusCheck(const Caller &caller, size_t function,
                        const StatusConvention &status, OnFailure onFailure);
  /// "context->conv_op"
  std::string state(StateRef ref) const;

  void declareTensor(Value value);
  void declareAggregates(ArrayRef<CArg> args, bool nested);
  void declareArray(const CArg &arg);
  void declareTensorArray(const CArg &arg);
  void nameVariable(const CArg &arg);
  bool isConstant(const CArg &arg) const;

  void printArg(const CArg &arg, bool asField);
  /// `value` as a pointer to `cType`.
  void appendTensor(Value value, StringRef cType, bool isWritten,
                    SmallVectorImpl<char> &text) const;

  CModel &model;
  CPrinter &os;
  /// Pointers that the current function has declared already.
  llvm::DenseSet<Value> declared;
  llvm::DenseSet<size_t> declaredWeights;
  /// The step that is printed, null for a library's calls.
  Operation *op = nullptr;
  const LibraryInfo *library = nullptr;
  /// What its numbers are computed from.
  KernelArgs args;
  /// Where the step's scratch arguments lie in the arena.
  llvm::SmallDenseMap<const CArg *, int64_t> scratchOffsets;
  /// Variables of the current call, by argument.
  llvm::SmallDenseMap<const CArg *, llvm::SmallString<32>> variables;
  llvm::SmallString<128> scratchText;
};

} // namespace dsp

#endif // DSP_LIB_TARGET_C_PRINTCALLS_H
