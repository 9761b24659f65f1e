//===- KernelInfo.h - What a kernel record says, at run time ----*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The planner, the emitter and the reports work on these tables alone and know
// no concrete kernel: an op of a vendor's plugin is equal to a shipped one.
// dsp-tblgen generates the tables from the records.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_KERNELINFO_H
#define DSP_DIALECT_DSP_IR_KERNELINFO_H

#include "mlir/IR/Value.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace dsp {

/// A number that goes into a C call.
struct CNumber {
  CNumber(int64_t value) : integer(value) {}
  CNumber(double value) : isFloat(true), real(value) {}

  bool isFloat = false;
  int64_t integer = 0;
  double real = 0.0;
};

enum class CArgKind : uint8_t {
  Input,   ///< `const T *`: a tensor that the kernel reads
  Weights, ///< `const T *`: a constant tensor, packed in the record's layout
  Output,  ///< `T *`: a tensor that the kernel writes
  Scratch, ///< `void *`: memory that is the kernel's during the call
  Scalar,  ///< a number of type `cType`
  Array,   ///< `const T *`: numbers known at compile time (shapes, tables)
  Literal, ///< C text as the record has it (an enumerator, NULL)
  Struct,  ///< a struct of further arguments
};

/// A parameter of the C function, or a field of a struct parameter.
struct CArg {
  CArgKind kind;
  /// The parameter's or field's name in the vendor's header.
  llvm::StringLiteral name;
  /// Pointee type of tensors and arrays, otherwise the type itself.
  llvm::StringLiteral cType;
  /// Input, Weights, Output, Scratch, Array: required alignment in bytes.
  uint32_t alignment = 1;
  /// Struct: handed over as `const T *` instead of by value.
  bool byPointer = false;
  /// Input, Weights, Output: the op's tensor; a null value is passed as NULL.
  mlir::Value (*tensor)(mlir::Operation *) = nullptr;
  /// Scalar (one number), Array (its elements), Scratch (one: bytes needed; 0
  /// is passed as NULL).
  void (*numbers)(mlir::Operation *,
                  llvm::SmallVectorImpl<CNumber> &) = nullptr;
  /// Literal: the text.
  llvm::StringLiteral text = "";
  /// Struct: the fields in the order of the declaration.
  llvm::ArrayRef<CArg> fields = {};
};

/// The kernel may be given one buffer for both: `result` then overwrites
/// `operand`.
struct InPlacePair {
  mlir::Value (*operand)(mlir::Operation *);
  mlir::Value (*result)(mlir::Operation *);
};

/// What a library's functions return.
struct StatusConvention {
  /// "void" if they return nothing.
  llvm::StringLiteral cType;
  /// The value that means success.
  int64_t good = 0;

  bool isVoid() const { return cType == "void"; }
};

/// A kernel library, as its `Dsp_Library` record describes it.
struct LibraryInfo {
  llvm::StringLiteral name;
  llvm::StringLiteral version;
  /// The header that the emitted C includes.
  llvm::StringLiteral header;
  /// The name that the linker knows it by (`-l<linkName>`).
  llvm::StringLiteral linkName;
  StatusConvention status;
  /// Layout of 2-D activations: "NHWC" or "NCHW".
  llvm::StringLiteral layout;
};

/// A kernel, as its `Dsp_Kernel` record describes it.
struct KernelInfo {
  const LibraryInfo *library;
  /// The record's name for the kernel; the op is `dsp.<library>.<name>`.
  llvm::StringLiteral name;
  uint32_t id;
  llvm::StringLiteral cName;
  llvm::StringLiteral summary;
  /// The declaration in the vendor's header, one line.
  llvm::StringLiteral prototype;
  /// The source line of the record, "PortableConv.td:12".
  llvm::StringLiteral recordLoc;
  int32_t priority;
  llvm::ArrayRef<CArg> args;
  llvm::ArrayRef<InPlacePair> inPlace;
};

} // namespace dsp

#endif // DSP_DIALECT_DSP_IR_KERNELINFO_H
