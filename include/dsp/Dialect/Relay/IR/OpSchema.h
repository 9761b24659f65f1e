//===- OpSchema.h - What a Relay operator takes -----------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Relay's files say an operator's name and some of its attributes; which fields
// it has, of which kind, and what the unprinted ones default to is known here
// only. The table is generated from the dialect's TableGen records, so an op
// that is added there can be imported with no further edit.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_OPSCHEMA_H
#define DSP_DIALECT_RELAY_IR_OPSCHEMA_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace dsp::relay {

/// The kinds of field that Relay's attribute structs have.
enum class AttrKind : uint8_t {
  Bool,
  Int,
  Float,
  String,
  DType,     ///< an element type by TVM's name, "" or "void" if left open
  Ints,      ///< [1, 2]; a lone integer is taken as a list of one
  IntPairs,  ///< [[0, 0], [1, 1]], stored flattened
  Floats,    ///< [0.0, 1.0]
  IntOrInts, ///< 3 or [2, 5], which mean different things
};

/// What an attribute of that kind is, with its article: "a list of integers".
llvm::StringRef describeAttrKind(AttrKind kind);

struct AttrSchema {
  llvm::StringLiteral name;
  AttrKind kind;
  /// May be null in Relay (`None`); the MLIR attribute is absent then.
  bool optional;
  /// Left out by Relay's printer when it equals the default.
  bool hasDefault;
};

struct OperandSchema {
  llvm::StringLiteral name;
  /// Takes the fields of a Relay tuple as so many operands (concatenate).
  bool variadic;
  bool optional;
};

enum class ResultForm : uint8_t {
  Tensor,        ///< one tensor
  Tuple,         ///< a Relay tuple: the op's results are its fields
  TensorOrTuple, ///< one tensor if the op has one result, else a tuple
};

struct OpSchema {
  /// As in Relay: "nn.conv2d". The MLIR op is "relay." + name.
  llvm::StringLiteral name;
  /// The attribute struct's type key, "relay.attrs.Conv2DAttrs", or "".
  llvm::StringLiteral attrsTypeKey;
  llvm::ArrayRef<OperandSchema> operands;
  llvm::ArrayRef<AttrSchema> attrs;
  /// Fields that files may hold and the op does not need: arange repeats its
  /// operands as attributes.
  llvm::ArrayRef<llvm::StringLiteral> ignoredAttrs;
  ResultForm resultForm;
};

/// The schema of Relay's operator `name`; null if the dialect has no such op.
const OpSchema *lookupOpSchema(llvm::StringRef name);

/// All operators that the dialect has, ordered by name.
llvm::ArrayRef<OpSchema> allOpSchemas();

} // namespace dsp::relay

#endif // DSP_DIALECT_RELAY_IR_OPSCHEMA_H
