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
  let useDefaultTypePrinterParser = 1;
  let extraClassDeclaration = [{
    // One for each family of ops, in the file that defines them.
    void registerConvOps();
    void registerControlOps();
    void registerElementwiseOps();
    void registerImageOps();
    void registerNNOps();
    void registerPoolOps();
    void registerQNNOps();
    void registerReduceOps();
    void registerTensorOps();
  }];
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
def Relay_FloatAttr : FloatAttrBase<F64, "float">, Relay_AttrKind<"Float"> {
  let returnType = "double";
  let convertFromStorage = "$_self.getValueAsDouble()";
}
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
def Relay_FloatsAttr : DenseArrayAttrBase<"DenseF64ArrayAttr", "double", "f64">,
    Relay_AttrKind<"Floats">;
/// Either 3 or [2, 5]; the two mean different things to split.
def Relay_IntOrIntsAttr
    : Attr<Or<[CPred<"::llvm::isa<::mlir::DenseI64ArrayAttr>($_self)">,
               CPred<"::llvm::isa<::mlir::IntegerAttr>($_self) && "
                     "::llvm::cast<::mlir::IntegerAttr>($_self).getType()"
                     ".isSignlessInteger(64)">]>,
           "integer or list of integers">,
      Relay_AttrKind<"IntOrInts"> {
  let storageType = "::mlir::Attribute";
  let returnType = "::mlir::Attribute";
  let convertFromStorage = "$_self";
}

// With Relay's default.
class Relay_Bool<bit value>
    : DefaultValuedAttr<Relay_BoolAttr, !if(value, "true", "false")>;
class Relay_Int<int value> : DefaultValuedAttr<Relay_IntAttr, !cast<string>(value)>;
class Relay_Float<string value> : DefaultValuedAttr<Relay_FloatAttr, value>;
class Relay_String<string value>
    : DefaultValuedAttr<Relay_StringAttr, "\"" # value # "\"">;
class Relay_Ints<list<int> value>
    : DefaultValuedAttr<Relay_IntsAttr, "{" # !interleave(value, ", ") # "}">;
/// "" where Relay leaves the element type open.
def Relay_DType : DefaultValuedAttr<Relay_DTypeAttr, "\"\"">;

// `None` if absent.
def Relay_OptInt : OptionalAttr<Relay_IntAttr>;
def Relay_OptInts : OptionalAttr<Relay_IntsAttr>;
def Relay_OptFloats : OptionalAttr<Relay_FloatsAttr>;

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

/// Relay's tensors. `?` is an unknown extent; bool is i1, uint8 is ui8.
def Relay_Tensor
    : RankedTensorOf<[F16, BF16, F32, F64, I1, I8, I16, I32, I64, UI8, UI16,
                      UI32, UI64]>;

//===----------------------------------------------------------------------===//
// Ops
//===----------------------------------------------------------------------===//

/// An operator of Relay: no side effects, named as Relay names it.
/// `attrsTypeKey` is the type key of its attribute struct, "" where it has none.
class Relay_Op<string relayName, string attrsTypeKeyOfOp = "", list<Trait> traits = []>
    : Op<Relay_Dialect, relayName, !listconcat([Pure], traits)> {
  string attrsTypeKey = attrsTypeKeyOfOp;
}

/// An operator on tensors whose result types follow from its operands and
/// attributes, as every operator's do in Relay. Importers see it through
/// OpSchema.h; ops that only exist here (constants, control flow) derive from
/// Relay_Op instead.
///
/// All have one assembly form, `relay.nn.relu %x {attr = value} : (T) -> T`, in
/// which attributes that equal Relay's default are left out.
class Relay_TensorOp<string relayName, string attrsTypeKeyOfOp = "",
                     list<Trait> traits = []>
    : Relay_Op<relayName, attrsTypeKeyOfOp,
               !listconcat([InferTypeOpAdaptorWithIsCompatible], traits)> {
  /// A C++ expression of type LogicalResult: one of the rules of
  /// TypeInference.h, applied to `cx` (an InferenceContext) and `adaptor`.
  string rule = ?;

  /// A C++ function that says whether result types agree with inferred ones.
  string compatible = "::dsp::relay::areCompatible";

  /// An enumerator of ::dsp::relay::ResultForm.
  string resultForm = "Tensor";

  /// Fields of Relay's attribute struct that say nothing the op needs: a file
  /// may hold them, the op does not.
  list<string> ignoredAttrs = [];

  let results = (outs Relay_Tensor:$result);
  let hasCustomAssemblyFormat = 1;
  let extraClassDefinition = [{
    ::llvm::LogicalResult $cppClass::inferReturnTypes(
        ::mlir::MLIRContext *context, std::optional<::mlir::Location> location,
        Adaptor adaptor, ::llvm::SmallVectorImpl<::mlir::Type> &types) {
      ::dsp::relay::InferenceContext cx(context, location, getOperationName(),
                                        types);
      if (::mlir::failed(cx.checkOperands(adaptor.getOperands())))
        return ::mlir::failure();
      return }] # rule # [{;
    }
    bool $cppClass::isCompatibleReturnTypes(::mlir::TypeRange inferred,
                                            ::mlir::TypeRange actual) {
      return }] # compatible # [{(inferred, actual);
    }
    ::mlir::ParseResult $cppClass::parse(::mlir::OpAsmParser &parser,
                                         ::mlir::OperationState &result) {
      return ::dsp::relay::parseOperator(parser, result);
    }
    void $cppClass::print(::mlir::OpAsmPrinter &printer) {
      ::dsp::relay::printOperator(
          printer, getOperation(),
          ::dsp::relay::defaultAttributes<$cppClass>(getContext()));
    }
  }];
}

#endif // DSP_DIALECT_RELAY_IR_RELAYBASE_TD
