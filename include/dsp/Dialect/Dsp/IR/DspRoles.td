//===- DspRoles.td - The parameters of a C function --------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `cCall` lists the parameters of the C function in the header's order:
//
//   (CCall (In<16> $input), (Dim<1> $input):$in_h, (Out<16> $output))
//
// The name inside a role is the record's argument or result that it speaks of;
// the name behind it is the C parameter's, by default the same.
//
// A role's `c` is a C type. For pointers it is that of what they point to, const
// where the kernel only reads; a type that ends with `*` is the whole parameter's,
// as the header has it: "q7_t *", "const void *".
//
// `memory` names the memory that a pointer must lead to: `In<16, memory="tcm">`.
// The kernel is then for targets whose arena is there, and what lies elsewhere,
// inputs and weights, is copied into the arena.
//
// Expressions are C++. In them `$name` is an argument or result of the record:
// a mlir::Value or mlir::Type for tensors, the plain value for attributes
// (int64_t, double, bool, ArrayRef<int64_t>, StringRef). The functions of
// Expressions.h (dim, rank, numElements …) take either.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_DSPROLES_TD
#define DSP_DIALECT_DSP_IR_DSPROLES_TD

/// Operator of the dag that lists a function's parameters.
def CCall;

/// `alignment` is in bytes.
class Dsp_Role;

//===----------------------------------------------------------------------===//
// Memory
//===----------------------------------------------------------------------===//

/// `const T *`: an operand; NULL if it is optional and absent. The elements of a
/// variadic operand become an array of pointers. `T` is the element's C type
/// unless `c` says otherwise.
class In<int alignBytes = 4, string c = "", string memory = ""> : Dsp_Role {
  int alignment = alignBytes;
  string cType = c;
  string memoryName = memory;
}
/// `T *`: a result.
class Out<int alignBytes = 4, string c = "", string memory = ""> : Dsp_Role {
  int alignment = alignBytes;
  string cType = c;
  string memoryName = memory;
}
/// `const T *`: an operand that the compiler packs into `layout`; at compile
/// time if it is constant, which is the point. The layout's letters are those of
/// the front op's own layout attribute: O, I, H, W …
class Weights<string packedLayout, int alignBytes = 4, string c = "",
              string memory = ""> : In<alignBytes, c, memory> {
  string layout = packedLayout;
}
/// `void *`: memory that belongs to the kernel during the call; `bytes` is an
/// expression. A size of 0 passes NULL.
class Scratch<string bytesExpr, int alignBytes = 8, string c = "void",
              string memory = ""> : Dsp_Role {
  string bytes = bytesExpr;
  int alignment = alignBytes;
  string cType = c;
  string memoryName = memory;
}
/// The same where only the library knows how much it is: state `bytesState`
/// holds the number of bytes since init, and state `alignState`, if there is
/// one, the alignment. The memory is part of the arena, whose size the init
/// function then tells.
class Workspace<string bytesState, int alignBytes = 16, string alignState = "",
                string c = "void", string memory = ""> : Dsp_Role {
  string bytes = bytesState;
  int alignment = alignBytes;
  string alignBytesState = alignState;
  string cType = c;
  string memoryName = memory;
}

//===----------------------------------------------------------------------===//
// State: see DspCalls.td
//===----------------------------------------------------------------------===//

/// The state's value. `parameter` is the function's type where the header has
/// another pointer than the state's: "const acme_op *" of an "acme_op *".
class State<string stateName, string parameter = ""> : Dsp_Role {
  string state = stateName;
  string passedAs = parameter;
}
/// `T *`: where the state is, to be filled in or changed.
class StateAddress<string stateName> : Dsp_Role {
  string state = stateName;
  bit isConst = 0;
}
/// `const T *`: the same, only to be read.
class ConstStateAddress<string stateName> : StateAddress<stateName> {
  let isConst = 1;
}

//===----------------------------------------------------------------------===//
// Numbers
//===----------------------------------------------------------------------===//

/// A number by value: `expr` is an expression.
class Expr<string c, string expression> : Dsp_Role {
  string cType = c;
  string expr = expression;
}
/// `const T *`: a list of numbers known at compile time.
class ArrayExpr<string c, string expression, int alignBytes = 1> : Dsp_Role {
  string cType = c;
  string expr = expression;
  int alignment = alignBytes;
}
/// The same where the header has another pointer for what the function only
/// reads: `T *` without const, or `parameter`, "void *".
class UnmodifiedArrayExpr<string c, string expression,
                          string parameter = c # " *", int alignBytes = 1>
    : ArrayExpr<c, expression, alignBytes> {
  string passedAs = parameter;
}
/// A field that is itself an array, `T name[n]`: its first elements are the
/// list's, the others 0. Within structs only.
class ArrayField<string c, string expression> : ArrayExpr<c, expression>;
/// A table that is computed: `expression` for each `i` from `first` to `last`.
class LookupTable<string c, int first, int last, string expression,
                  int alignBytes = 1>
    : ArrayExpr<c, "tabulate(" # first # ", " # last
                   # ", [&]([[maybe_unused]] int64_t i) { return " # expression # "; })",
                alignBytes> {
  assert !le(first, last), "a table has no elements from " # first # " to " # last;
}
// Short forms; `$_self` is the argument that the role names.
/// An integer, float or bool attribute.
class Scalar<string c> : Expr<c, "$_self">;
/// Element `i` of a list attribute.
class Elem<int i, string c = "int32_t"> : Expr<c, "$_self[" # i # "]"> {
  assert !ge(i, 0), "an element of a list is counted from 0, found " # i;
  int index = i;
}
/// Dimension `d` of a tensor; negative counts from the last.
class Dim<int d, string c = "int32_t"> : Expr<c, "dim($_self, " # d # ")"> {
  int index = d;
}
class NumDims<string c = "int32_t"> : Expr<c, "rank($_self)">;
class NumElements<string c = "size_t"> : Expr<c, "numElements($_self)">;
/// The size of a tensor's elements.
class ElementBytes<string c = "size_t"> : Expr<c, "elementBytes($_self)">;
/// How many tensors a variadic operand or result has.
class Count<string c = "size_t"> : Expr<c, "$_self.size()">;
/// A whole list attribute.
class Table<string c, int alignBytes = 1> : ArrayExpr<c, "$_self", alignBytes>;
/// All dimensions of a tensor.
class Dims<string c = "int32_t"> : ArrayExpr<c, "shape($_self)">;
/// The distance in elements between neighbours along each dimension.
class Strides<string c = "int32_t"> : ArrayExpr<c, "strides($_self)">;

//===----------------------------------------------------------------------===//
// Constants and structs
//===----------------------------------------------------------------------===//

/// C text: an enumerator, NULL, a number.
class Literal<string c, string cText> : Dsp_Role {
  string cType = c;
  string text = cText;
}
/// One of a type's enumerators by its name: `index` is an expression that counts
/// from the first of `names`; false is the first, true the second.
class Enumerator<string c, list<string> enumerators, string index = "$_self">
    : Expr<c, index> {
  list<string> names = enumerators;
}
/// One value of an attribute, and the enumerator that C has for it.
class EnumCase<string attributeValue, string enumerator> {
  string value = attributeValue;
  string text = enumerator;
}
/// An attribute as an enumerator. The kernel takes no other value than those
/// listed.
class Enum<string c, list<EnumCase> allCases> : Dsp_Role {
  string cType = c;
  list<EnumCase> cases = allCases;
}
/// A struct of further roles, by const pointer.
class Struct<string c> : Dsp_Role {
  string cType = c;
  bit byPointer = 1;
  bit isMutable = 0;
}
/// `T *`: a struct that the function may change; made anew for each call.
class MutableStruct<string c> : Struct<c> {
  let isMutable = 1;
}
/// The same by value.
class StructValue<string c> : Struct<c> {
  let byPointer = 0;
}

/// A field of a struct that is zero on purpose; one that the record does not
/// mention is a difference from the vendor's header.
class Dsp_ZeroField<bit isAnArray> : Dsp_Role {
  bit isArray = isAnArray;
}
def Zero : Dsp_ZeroField<0>;
/// The same of a field that is itself an array.
def ZeroArray : Dsp_ZeroField<1>;

#endif // DSP_DIALECT_DSP_IR_DSPROLES_TD
