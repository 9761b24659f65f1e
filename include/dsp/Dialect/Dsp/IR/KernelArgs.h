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
#include "mlir/IR/Operation.h"
#include "mlir/IR/Value.h"

namespace dsp {

struct KernelInfo;

/// An operand as the kernel will see it: the value of the front graph, and its
/// type once it has been packed into the kernel's layout.
struct KernelOperand {
  KernelOperand() = default;
  KernelOperand(Value value)
      : value(value), type(value ? value.getType() : Type()) {}
  KernelOperand(Value value, Type packedType)
      : value(value), type(packedType) {}

  /// Whether it is there. An operand that has yet to be computed is a type
  /// only.
  explicit operator bool() const { return static_cast<bool>(type); }
  operator Value() const { return value; }

  Value value;
  Type type;
};

/// A kernel's operands and attributes in the order of its record, and the types
/// of its results: all that is known before its op exists, and all that a
/// constraint may ask about.
class KernelArgs {
public:
  /// What a library's own functions know: nothing.
  KernelArgs() = default;
  /// Nothing bound yet.
  explicit KernelArgs(const KernelInfo &kernel);
  /// The arguments of an op of the kernel.
  KernelArgs(const KernelInfo &kernel, Operation *op);

  /// The operand, null if it is absent.
  KernelOperand operand(unsigned i) const {
    return operandLists[i].empty() ? KernelOperand() : operandLists[i].front();
  }
  /// All tensors of a variadic operand.
  ArrayRef<KernelOperand> operands(unsigned i) const { return operandLists[i]; }
  Attribute attr(unsigned i) const { return attrList[i]; }
  Type result(unsigned i) const {
    return resultLists[i].empty() ? Type() : resultLists[i].front();
  }
  /// The types of a variadic result.
  ArrayRef<Type> results(unsigned i) const { return resultLists[i]; }

  void setOperand(unsigned i, ValueRange values) {
    operandLists[i].assign(values.begin(), values.end());
  }
  /// An operand that may have yet to be computed.
  void setOperand(unsigned i, KernelOperand operand) {
    operandLists[i].assign(1, operand);
  }
  /// An absent operand is a null value.
  void setOperand(unsigned i, Value value) {
    operandLists[i].clear();
    if (value)
      operandLists[i].push_back(value);
  }
  void setPackedType(unsigned i, Type type) {
    operandLists[i].front().type = type;
  }
  void setAttr(unsigned i, Attribute value) { attrList[i] = value; }
  void setResult(unsigned i, mlir::TypeRange types) {
    resultLists[i].assign(types.begin(), types.end());
  }

private:
  SmallVector<SmallVector<KernelOperand, 1>, 4> operandLists;
  SmallVector<Attribute, 8> attrList;
  SmallVector<SmallVector<Type, 1>, 1> resultLists;
};

} // namespace dsp

#endif // DSP_DIALECT_DSP_IR_KERNELARGS_H
