//===- TypeSolver.h - Types that are found by unification -------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_IMPORT_RELAY_TYPESOLVER_H
#define DSP_LIB_IMPORT_RELAY_TYPESOLVER_H

#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "dsp/Import/Relay/Expr.h"
#include "llvm/ADT/DenseMap.h"

namespace dsp::relay {

/// Finds what `!relay.unknown` types stand for: the element of an empty list,
/// the type parameters of a polymorphic function at a call.
///
/// Relay types are MLIR types in which tuples are not yet flattened: a function
/// from a pair has one input, a builtin tuple.
class TypeSolver {
public:
  /// How deep types may nest; what is built from expressions could nest as deep
  /// as they do.
  static constexpr unsigned kMaxDepth = 256;
  /// Of how many types one may be made: a pair of pairs of pairs doubles with
  /// each level.
  static constexpr unsigned kMaxParts = 1 << 17;

  TypeSolver(mlir::MLIRContext *context, Program &program)
      : context(context), program(program) {}

  Type makeUnknown() { return program.makeUnknownType(context); }
  bool hasUnknowns() const { return program.unknownTypeCount != 0; }

  /// `type` with all that is known filled in.
  Type resolve(Type type);
  /// Makes two types the same, as far as unknown types allow. Dimensions agree
  /// if they are equal or one of them is `?`.
  bool unify(Type a, Type b);
  /// `type` with a new unknown type for each of the type parameters.
  Type instantiate(Type type, ArrayRef<StringRef> typeParams);
  /// `type` with `args` for the type parameters.
  Type substitute(Type type, ArrayRef<StringRef> typeParams,
                  ArrayRef<Type> args);
  /// What is wrong with a type that is beyond the limits; "" of any other.
  std::string checkSize(Type type);

  /// The types of the values that a Relay value of `type` is: a tuple's fields.
  void flatten(Type type, SmallVectorImpl<Type> &types);
  /// The type of a Relay value as one MLIR value.
  Type pack(Type type);
  mlir::FunctionType lower(mlir::FunctionType type);

private:
  template <typename Fn>
  Type map(Type type, Fn leaf);
  bool occurs(unsigned id, Type type);

  struct Size {
    unsigned depth = 1;
    unsigned parts = 1;
  };
  Size sizeOf(Type type);

  mlir::MLIRContext *context;
  Program &program;
  llvm::DenseMap<unsigned, Type> bindings;
  llvm::DenseMap<Type, Size> sizes;
};

} // namespace dsp::relay

#endif // DSP_LIB_IMPORT_RELAY_TYPESOLVER_H
