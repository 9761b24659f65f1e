//===- KernelArgs.h - What a kernel would be called with ------ -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_KERNELARGS_H
#define DSP_DIALECT_DSP_IR_KERNELARGS_H

#include "dsp/Support/LLVM.h"
#include "mlir/IR/Value.h"

namespace dsp {

struct KernelInfo;

/// A kernel's operands and attributes in the order of its record, and the types
/// of its results: all that is known before its op exists, and all that a
/// constraint may ask about.
class KernelArgs {
public:
  KernelArgs() = default;
  /// Nothing bound yet.
  explicit KernelArgs(const KernelInfo &kernel);

  /// The operand, null if it is absent.
  Value operand(unsigned i) const {
    return operandValues[i].empty() ? Value() : operandValues[i].front();
  }
  /// All tensors of a variadic operand.
  ValueRange operands(unsigned i) const { return operandValues[i]; }
  Attribute attr(unsigned i) const { return attrValues[i]; }
  Type result(unsigned i) const {
    return resultTypes[i].empty() ? Type() : resultTypes[i].front();
  }
  /// The types of a variadic result.
  ArrayRef<Type> results(unsigned i) const { return resultTypes[i]; }

  unsigned numOperands() const { return operandValues.size(); }
  unsigned numAttrs() const { return attrValues.size(); }
  unsigned numResults() const { return resultTypes.size(); }

  void setOperand(unsigned i, ValueRange values) {
    operandValues[i].assign(values.begin(), values.end());
  }
  void setOperand(unsigned i, Value value) {
    operandValues[i].clear();
    if (value)
      operandValues[i].push_back(value);
  }
  void setAttr(unsigned i, Attribute value) { attrValues[i] = value; }
  void setResult(unsigned i, mlir::TypeRange types) {
    resultTypes[i].assign(types.begin(), types.end());
  }

private:
  SmallVector<SmallVector<Value, 1>, 4> operandValues;
  SmallVector<Attribute, 8> attrValues;
  SmallVector<SmallVector<Type, 1>, 1> resultTypes;
};

} // namespace dsp

#endif // DSP_DIALECT_DSP_IR_KERNELARGS_H
