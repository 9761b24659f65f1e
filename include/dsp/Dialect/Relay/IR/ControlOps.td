//===- ControlOps.td - Functions, branches, data types -----*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What Relay's expression language has beside operators. Relay's global
// functions are func.func; its tuples are lists of values except inside data
// types, references and polymorphic functions.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_CONTROLOPS_TD
#define DSP_DIALECT_RELAY_IR_CONTROLOPS_TD

include "dsp/Dialect/Relay/IR/RelayTypes.td"
include "mlir/IR/RegionKindInterface.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/CallInterfaces.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"

/// An op that stands for no operator of Relay.
class Relay_ControlOp<string mnemonic, list<Trait> traits = []>
    : Op<Relay_Dialect, mnemonic, traits>;

def Relay_YieldOp : Relay_ControlOp<"yield", [Pure, ReturnLike, Terminator,
    ParentOneOf<["FnOp", "IfOp", "MatchOp"]>]> {
  let summary = "the values of the enclosing region";
  let arguments = (ins Variadic<AnyType>:$values);
  let assemblyFormat = "($values^ `:` type($values))? attr-dict";
  let builders = [OpBuilder<(ins), "build($_builder, $_state, ::mlir::ValueRange());">];
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

def Relay_FnOp : Relay_ControlOp<"fn", [Pure, CallableOpInterface]> {
  let summary = "a function as a value";
  let description = [{
    A closure: its body may use values that are defined around it. A recursive
    function's body has one more leading argument, the function itself.

    ```mlir
    %f = relay.fn(%x : tensor<2xf32>) -> tensor<2xf32> {
      %0 = relay.nn.relu %x : tensor<2xf32>
      relay.yield %0 : tensor<2xf32>
    }
    ```

    `relay_attrs` holds Relay's function attributes (`Primitive`, `Composite`).
  }];
  let arguments = (ins TypeAttrOf<FunctionType>:$function_type,
                       UnitAttr:$recursive,
                       OptionalAttr<StrArrayAttr>:$type_params,
                       OptionalAttr<DictionaryAttr>:$relay_attrs,
                       OptionalAttr<DictArrayAttr>:$arg_attrs,
                       OptionalAttr<DictArrayAttr>:$res_attrs);
  let results = (outs Res<AnyType, "the function">:$result);
  let regions = (region SizedRegion<1>:$body);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
  let hasRegionVerifier = 1;
  let extraClassDeclaration = [{
    ::mlir::Region *getCallableRegion() { return &getBody(); }
    ::llvm::ArrayRef<::mlir::Type> getArgumentTypes() {
      return getFunctionType().getInputs();
    }
    ::llvm::ArrayRef<::mlir::Type> getResultTypes() {
      return getFunctionType().getResults();
    }
  }];
}

def Relay_CallOp : Relay_ControlOp<"call", [CallOpInterface]> {
  let summary = "call of a function value";
  let arguments = (ins FunctionType:$callee, Variadic<AnyType>:$args,
                       OptionalAttr<DictArrayAttr>:$arg_attrs,
                       OptionalAttr<DictArrayAttr>:$res_attrs);
  let results = (outs Variadic<AnyType>:$results);
  let assemblyFormat = [{
    $callee `(` $args `)` attr-dict `:` type($callee)
        custom<CallTypes>(ref(type($callee)), type($args), type($results))
  }];
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    ::mlir::CallInterfaceCallable getCallableForCallee() { return getCallee(); }
    void setCalleeFromCallable(::mlir::CallInterfaceCallable callee) {
      getCalleeMutable().assign(::llvm::cast<::mlir::Value>(callee));
    }
    ::mlir::Operation::operand_range getArgOperands() { return getArgs(); }
    ::mlir::MutableOperandRange getArgOperandsMutable() { return getArgsMutable(); }
  }];
}

def Relay_InstantiateOp : Relay_ControlOp<"instantiate", [Pure]> {
  let summary = "a polymorphic function with its type parameters chosen";
  let arguments = (ins FunctionType:$function);
  let results = (outs FunctionType:$result);
  let assemblyFormat = "$function attr-dict `:` type($function) `to` type($result)";
}

//===----------------------------------------------------------------------===//
// Branches
//===----------------------------------------------------------------------===//

def Relay_IfOp : Relay_ControlOp<"if", [RecursiveMemoryEffects,
    RecursivelySpeculatable]> {
  let summary = "one of two values";
  let arguments = (ins AnyType:$condition);
  let results = (outs Variadic<AnyType>:$results);
  let regions = (region SizedRegion<1>:$thenRegion, SizedRegion<1>:$elseRegion);
  let assemblyFormat = [{
    $condition attr-dict `:` functional-type(operands, results)
        $thenRegion `else` $elseRegion
  }];
  let hasVerifier = 1;
  let hasRegionVerifier = 1;
}

def Relay_MatchOp : Relay_ControlOp<"match", [RecursiveMemoryEffects,
    RecursivelySpeculatable]> {
  let summary = "the value of the first clause whose pattern fits";
  let description = [{
    A pattern is `unit` for the wildcard, a string for a variable, an array for
    a tuple, or an array that begins with the constructor's symbol. A clause's
    region has one argument per variable of its pattern, in order.
    `partial` is Relay's `match?`: the patterns need not cover every value.
  }];
  let arguments = (ins AnyType:$scrutinee, ArrayAttr:$patterns, UnitAttr:$partial);
  let results = (outs Variadic<AnyType>:$results);
  let regions = (region VariadicRegion<SizedRegion<1>>:$clauses);
  let assemblyFormat = [{
    $scrutinee (`partial` $partial^)? $patterns attr-dict `:`
        functional-type(operands, results) $clauses
  }];
  let hasVerifier = 1;
  let hasRegionVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Algebraic data types
//===----------------------------------------------------------------------===//

def Relay_AdtDefOp : Relay_ControlOp<"adt_def", [Symbol, SymbolTable, NoTerminator,
    NoRegionArguments, RegionKindInterface]> {
  let summary = "definition of an algebraic data type";
  let description = [{
    ```mlir
    relay.adt_def @List ["A"] {
      relay.constructor_def @Cons(!relay.typevar<"A">, !relay.adt<"List", !relay.typevar<"A">>)
      relay.constructor_def @Nil()
    }
    ```
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, StrArrayAttr:$type_params,
                       UnitAttr:$is_extern);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{
    (`extern` $is_extern^)? $sym_name $type_params attr-dict-with-keyword $body
  }];
  let extraClassDeclaration = [{
    static ::mlir::RegionKind getRegionKind(unsigned) {
      return ::mlir::RegionKind::Graph;
    }
  }];
}

def Relay_ConstructorDefOp : Relay_ControlOp<"constructor_def", [Symbol,
    HasParent<"AdtDefOp">]> {
  let summary = "one constructor of a data type";
  let arguments = (ins SymbolNameAttr:$sym_name, TypeArrayAttr:$fields);
  let assemblyFormat = "$sym_name $fields attr-dict";
}

def Relay_ConstructOp : Relay_ControlOp<"construct", [Pure]> {
  let summary = "a value of a data type";
  let arguments = (ins SymbolRefAttr:$constructor, Variadic<AnyType>:$fields);
  let results = (outs Relay_AdtType:$result);
  let assemblyFormat = [{
    $constructor `(` $fields `)` attr-dict `:` functional-type(operands, results)
  }];
}

def Relay_ConstructorOp : Relay_ControlOp<"constructor", [Pure]> {
  let summary = "a constructor as a function value";
  let arguments = (ins SymbolRefAttr:$constructor);
  let results = (outs FunctionType:$result);
  let assemblyFormat = "$constructor attr-dict `:` type($result)";
}

//===----------------------------------------------------------------------===//
// Tuples where a list of values will not do
//===----------------------------------------------------------------------===//

def Relay_TupleOp : Relay_ControlOp<"tuple", [Pure]> {
  let summary = "several values as one";
  let arguments = (ins Variadic<AnyType>:$fields);
  let results = (outs AnyTuple:$result);
  let assemblyFormat = "`(` $fields `)` attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
}

def Relay_TupleGetItemOp : Relay_ControlOp<"tuple_get_item", [Pure]> {
  let summary = "a field of a tuple";
  let arguments = (ins AnyTuple:$tuple, I64Attr:$index);
  let results = (outs AnyType:$result);
  let assemblyFormat = "$tuple `[` $index `]` attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
  let hasFolder = 1;
}

//===----------------------------------------------------------------------===//
// References
//===----------------------------------------------------------------------===//

def Relay_RefOp : Relay_ControlOp<"ref", [MemoryEffects<[MemAlloc]>]> {
  let summary = "a new cell";
  let arguments = (ins AnyType:$value);
  let results = (outs Relay_RefType:$result);
  let assemblyFormat = "$value attr-dict `:` functional-type(operands, results)";
}

def Relay_RefReadOp : Relay_ControlOp<"ref_read", [MemoryEffects<[MemRead]>]> {
  let summary = "what a cell holds";
  let arguments = (ins Relay_RefType:$ref);
  let results = (outs AnyType:$result);
  let assemblyFormat = "$ref attr-dict `:` functional-type(operands, results)";
}

def Relay_RefWriteOp : Relay_ControlOp<"ref_write", [MemoryEffects<[MemWrite]>]> {
  let summary = "changes what a cell holds; its own value is the empty tuple";
  let arguments = (ins Relay_RefType:$ref, AnyType:$value);
  let assemblyFormat = "$ref `,` $value attr-dict `:` type(operands)";
}

//===----------------------------------------------------------------------===//
// Lone expressions
//===----------------------------------------------------------------------===//

def Relay_OperatorOp : Relay_ControlOp<"operator", [Pure]> {
  let summary = "an operator as a value";
  let description = [{
    Relay's parser takes `nn.relu` alone as an expression. Nothing can be
    computed with it; only the import of a lone expression makes this op.
  }];
  let arguments = (ins StrAttr:$name);
  let results = (outs Relay_UnknownType:$result);
  let assemblyFormat = "$name attr-dict `:` type($result)";
}

def Relay_UnresolvedOp : Relay_ControlOp<"unresolved", []> {
  let summary = "a call whose operands' types don't say what it is";
  let description = [{
    Only the import of a lone expression, which Relay reads without types, makes
    this op: `fn (%x) { nn.relu(%x) }`. `name` is the operator, or `call` for the
    call of the first operand.
  }];
  let arguments = (ins StrAttr:$name, Variadic<AnyType>:$args,
                       OptionalAttr<DictionaryAttr>:$relay_attrs);
  let results = (outs Relay_UnknownType:$result);
  let assemblyFormat = [{
    $name `(` $args `)` ($relay_attrs^)? attr-dict `:`
        functional-type(operands, results)
  }];
}

#endif // DSP_DIALECT_RELAY_IR_CONTROLOPS_TD
