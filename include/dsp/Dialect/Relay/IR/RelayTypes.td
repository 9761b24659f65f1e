//===- RelayTypes.td - Types that tensors don't cover ------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tensors, tuples and functions have the builtin types. What is here comes with
// Relay's algebraic data types, references and polymorphism.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_RELAYTYPES_TD
#define DSP_DIALECT_RELAY_IR_RELAYTYPES_TD

include "dsp/Dialect/Relay/IR/RelayBase.td"
include "mlir/IR/AttrTypeBase.td"

class Relay_Type<string name, string typeMnemonic> : TypeDef<Relay_Dialect, name> {
  let mnemonic = typeMnemonic;
}

def Relay_AdtType : Relay_Type<"Adt", "adt"> {
  let summary = "a value of an algebraic data type";
  let description = [{
    `!relay.adt<"List", tensor<2xf32>>` is Relay's `List[Tensor[(2), float32]]`;
    `relay.adt_def` says what its constructors are.
  }];
  let parameters = (ins StringRefParameter<"the data type's name">:$name,
                        OptionalArrayRefParameter<"::mlir::Type">:$args);
  let assemblyFormat = "`<` $name (`,` $args^)? `>`";
}

def Relay_RefType : Relay_Type<"Ref", "ref"> {
  let summary = "a mutable cell that holds one value";
  let parameters = (ins "::mlir::Type":$pointee);
  let assemblyFormat = "`<` $pointee `>`";
}

def Relay_TypeVarType : Relay_Type<"TypeVar", "typevar"> {
  let summary = "a type parameter of the enclosing function or data type";
  let parameters = (ins StringRefParameter<"the parameter's name">:$name);
  let assemblyFormat = "`<` $name `>`";
}

def Relay_UnknownType : Relay_Type<"Unknown", "unknown"> {
  let summary = "a type that the model leaves open";
  let description = [{
    Only a lone expression may keep such a type; in a module the importer finds
    every type or refuses. Equal numbers mean the same type.
  }];
  let parameters = (ins "unsigned":$id);
  let assemblyFormat = "`<` $id `>`";
}

#endif // DSP_DIALECT_RELAY_IR_RELAYTYPES_TD
