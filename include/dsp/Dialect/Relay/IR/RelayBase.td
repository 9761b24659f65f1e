//===- RelayBase.td - The relay dialect and its op classes -*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_RELAYBASE_TD
#define DSP_DIALECT_RELAY_IR_RELAYBASE_TD

include "mlir/IR/OpBase.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def Relay_Dialect : Dialect {
  let name = "relay";
  let cppNamespace = "::dsp::relay";
  let summary = "TVM Relay's operators on tensors, named as in Relay";
  let hasConstantMaterializer = 1;
  let useDefaultAttributePrinterParser = 0;
}

//===----------------------------------------------------------------------===//
// Attributes: one class per kind of field that Relay's attribute structs have.
// The operator table that importers read is generated from these.
//===----------------------------------------------------------------------===//

/// `kind` is an enumerator of ::dsp::relay::AttrKind.
class Relay_AttrKind<string kind> {
  string relayKind = kind;
}

def Relay_BoolAttr : Attr<CPred<"::llvm::isa<::mlir::BoolAttr>($_self)">, "bool">,
    Relay_AttrKind<"Bool"> {
  let storageType = "::mlir::BoolAttr";
  let returnType = "bool";
  let valueType = I1;
  let constBuilderCall = "$_builder.getBoolAttr($0)";
}
def Relay_IntAttr : TypedSignlessIntegerAttrBase<I64, "int64_t", "integer">,
    Relay_AttrKind<"Int">;
def Relay_FloatAttr : FloatAttrBase<F64, "float">, Relay_AttrKind<"Float">;
def Relay_StringAttr
    : StringBasedAttr<CPred<"::llvm::isa<::mlir::StringAttr>($_self)">, "string">,
      Relay_AttrKind<"String">;
/// An element type by TVM's name ("float32"); "" where Relay leaves it open.
def Relay_DTypeAttr
    : StringBasedAttr<CPred<"::llvm::isa<::mlir::StringAttr>($_self)">,
                      "element type by TVM's name">,
      Relay_AttrKind<"DType">;
def Relay_IntsAttr : DenseArrayAttrBase<"DenseI64ArrayAttr", "int64_t", "i64">,
    Relay_AttrKind<"Ints">;
/// [[a, b], [c, d]] flattened to a, b, c, d.
def Relay_IntPairsAttr : DenseArrayAttrBase<"DenseI64ArrayAttr", "int64_t", "i64">,
    Relay_AttrKind<"IntPairs">;

//===----------------------------------------------------------------------===//
// Ops
//===----------------------------------------------------------------------===//

/// An operator of Relay: no side effects, named as Relay names it.
/// `attrsTypeKey` is the type key of its attribute struct, "" where it has none.
class Relay_Op<string relayName, string attrsTypeKeyOfOp = "", list<Trait> traits = []>
    : Op<Relay_Dialect, relayName, !listconcat([Pure], traits)> {
  string attrsTypeKey = attrsTypeKeyOfOp;
}

#endif // DSP_DIALECT_RELAY_IR_RELAYBASE_TD
