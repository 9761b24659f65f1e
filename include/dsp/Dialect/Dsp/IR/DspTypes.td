//===- DspTypes.td - Tensors that kernels take -------------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// ODS type constraints are opaque predicates: neither the C type of an element
// nor a rank can be read back from them. A kernel's tensors are therefore
// described by these classes, which keep what they were made from.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_DSP_IR_DSPTYPES_TD
#define DSP_DIALECT_DSP_IR_DSPTYPES_TD

include "mlir/IR/OpBase.td"

/// An element type: `name` as users of Relay know it, `cType` as C spells it.
class Dsp_Element<string name, string c, Type t> {
  string relayName = name;
  string cType = c;
  Type type = t;
}
def Dsp_F32  : Dsp_Element<"float32", "float",    F32>;
def Dsp_F64  : Dsp_Element<"float64", "double",   F64>;
def Dsp_I8   : Dsp_Element<"int8",    "int8_t",   I8>;
def Dsp_I16  : Dsp_Element<"int16",   "int16_t",  I16>;
def Dsp_I32  : Dsp_Element<"int32",   "int32_t",  I32>;
def Dsp_I64  : Dsp_Element<"int64",   "int64_t",  I64>;
def Dsp_U8   : Dsp_Element<"uint8",   "uint8_t",  UI8>;
def Dsp_U16  : Dsp_Element<"uint16",  "uint16_t", UI16>;
def Dsp_U32  : Dsp_Element<"uint32",  "uint32_t", UI32>;
def Dsp_U64  : Dsp_Element<"uint64",  "uint64_t", UI64>;
/// One byte, 0 or 1.
def Dsp_Bool : Dsp_Element<"bool",    "uint8_t",  I1>;
/// 16-bit floats that C99 has no type for: kernels get their bits.
def Dsp_F16  : Dsp_Element<"float16", "uint16_t", F16>;
def Dsp_BF16 : Dsp_Element<"bfloat16", "uint16_t", BF16>;

/// A tensor of static shape. No rank given: any rank. No layout given: the
/// kernel does not care what a dimension means. With several element types the
/// C parameter is a `void` pointer.
class Dsp_TensorOf<list<Dsp_Element> elems, list<int> allowedRanks = [],
                   string dataLayout = "">
    : Type<
          CPred<"::dsp::isStaticTensor($_self, {" # !interleave(allowedRanks, ", ") # "}) && "
                # "::llvm::is_contained({" # !interleave(!foreach(e, elems, "\"" # e.relayName # "\""), ", ")
                # "}, ::dsp::elementName($_self))">,
          !interleave(!foreach(e, elems, e.relayName), "/") # " tensor"
          # !if(!empty(allowedRanks), "", " of rank " # !interleave(allowedRanks, " or ")),
          "::mlir::TensorType"> {
  list<Dsp_Element> elements = elems;
  list<int> ranks = allowedRanks;
  string layout = dataLayout;
}

/// The usual case, one element type.
class Dsp_Tensor<Dsp_Element element, list<int> allowedRanks = [],
                 string dataLayout = "">
    : Dsp_TensorOf<[element], allowedRanks, dataLayout>;

/// A tensor of any element type, for kernels that move bytes.
class Dsp_AnyTensor<list<int> allowedRanks = [], string dataLayout = "">
    : Dsp_TensorOf<[Dsp_F32, Dsp_F64, Dsp_I8, Dsp_I16, Dsp_I32, Dsp_I64, Dsp_U8,
                    Dsp_U16, Dsp_U32, Dsp_U64, Dsp_Bool, Dsp_F16, Dsp_BF16],
                   allowedRanks, dataLayout>;

#endif // DSP_DIALECT_DSP_IR_DSPTYPES_TD
