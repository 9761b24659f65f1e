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

#include "dsp/Support/LLVM.h"
#include "mlir/IR/Attributes.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/Value.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace mlir {
class RewritePatternSet;
} // namespace mlir

namespace dsp {

class DspDialect;
class KernelArgs;
struct KernelInfo;
struct KernelOperand;

/// Makes a call of a kernel, or only asks whether it could be made, and gives
/// what it computes, by result of the record.
using CallMaker = llvm::function_ref<void(
    const KernelInfo &, KernelArgs &, SmallVectorImpl<KernelOperand> &made)>;

//===----------------------------------------------------------------------===//
// The C call
//===----------------------------------------------------------------------===//

/// A number that goes into a C call.
struct CNumber {
  CNumber(int64_t value) : integer(value) {}
  CNumber(double value) : isFloat(true), real(value) {}

  bool isFloat = false;
  int64_t integer = 0;
  double real = 0.0;
};

enum class CArgKind : uint8_t {
  Input,        ///< `const T *`: a tensor that the kernel reads
  Output,       ///< `T *`: a tensor that the kernel writes
  InputArray,   ///< `const T *const *`: the tensors of a variadic operand
  OutputArray,  ///< `T *const *`: the tensors of a variadic result
  Scratch,      ///< `void *`: memory that is the kernel's during the call
  Workspace,    ///< the same, of a size that is known at init
  Scalar,       ///< a number of type `cType`
  Array,        ///< `const T *`: numbers known at compile time (shapes, tables)
  ArrayField,   ///< `T name[n]`: the same as a field of a struct
  Literal,      ///< C text as the record has it (an enumerator, NULL)
  Enum,         ///< the enumerator for an attribute's value
  State,        ///< the value of a state
  StateAddress, ///< `T *`: where a state is
  Struct,       ///< a struct of further arguments
};

/// A state of a kernel call or of its library.
struct StateRef {
  uint32_t index;
  bool ofLibrary = false;
};

/// A parameter of the C function, or a field of a struct parameter.
struct CArg {
  CArgKind kind;
  /// The parameter's or field's name in the vendor's header.
  StringLiteral name;
  /// Pointee type of tensors and arrays, otherwise the type itself.
  StringLiteral cType;
  /// Array: the pointer that it is passed as, where that is another one.
  StringLiteral passedAs = "";
  /// Pointers to memory of the call's own: the function may write there.
  bool isMutable = false;
  /// Input, Output (and their arrays), Scratch, Array: alignment in bytes.
  uint32_t alignment = 1;
  /// Input, Output (and their arrays), Scratch, Workspace: the memory that it
  /// must be in, "" for any.
  StringLiteral memory = "";
  /// Struct: handed over as a pointer instead of by value.
  bool byPointer = false;
  /// Input, Output and their arrays: the op's tensors. An absent optional
  /// operand gives none and is passed as NULL.
  void (*tensors)(Operation *, SmallVectorImpl<Value> &) = nullptr;
  /// Scalar (one number), Array (its elements), Scratch (one: bytes needed; 0
  /// is passed as NULL).
  void (*numbers)(const KernelArgs &, SmallVectorImpl<CNumber> &) = nullptr;
  /// Literal: the text.
  StringLiteral text = "";
  /// Scalar: what its values 0, 1 … are called, if it is an enumerator.
  ArrayRef<StringLiteral> enumerators = {};
  /// Enum: the enumerator.
  StringRef (*enumerator)(Operation *) = nullptr;
  /// State, StateAddress, Workspace (its bytes).
  StateRef state = {0};
  /// Workspace: the state that has its alignment, if any does.
  std::optional<StateRef> alignState = std::nullopt;
  /// Struct: the fields in the order of the declaration.
  ArrayRef<CArg> fields = {};
};

/// Whether the function is told numbers of the argument's type.
inline bool passesNumbers(const CArg &arg) {
  return arg.kind == CArgKind::Scalar || arg.kind == CArgKind::Array ||
         arg.kind == CArgKind::ArrayField;
}

/// The kernel may be given one buffer for both: the result then overwrites the
/// operand.
struct InPlacePair {
  uint32_t operand; ///< index into KernelInfo::operands
  uint32_t result;  ///< index into KernelInfo::results
};

/// What a function returns.
struct StatusConvention {
  /// "void" if it returns nothing.
  StringLiteral cType;
  /// Success is `returned <comparison> good`; "" if nothing can be wrong.
  int64_t good = 0;
  StringLiteral comparison = "==";
  /// Where the returned value is kept; it is no status then.
  std::optional<StateRef> stored = std::nullopt;

  bool isVoid() const { return cType == "void"; }
  /// Whether the caller has something to look at.
  bool canFail() const { return !isVoid() && !comparison.empty(); }
};

/// What is kept from one call to the next, in the model's context.
struct StateInfo {
  StringLiteral name;
  StringLiteral cType;
  /// Null as long as nothing has been made.
  bool isHandle = false;
  /// The application makes it and hands it over at init.
  bool fromApplication = false;
};

/// A C function that is called.
struct CFunctionInfo {
  StringLiteral cName;
  ArrayRef<CArg> args;
  StatusConvention status;
};

//===----------------------------------------------------------------------===//
// What the kernel takes
//===----------------------------------------------------------------------===//

/// A tensor that the kernel reads or writes.
struct TensorInfo {
  StringLiteral name;
  /// "a float32 tensor of rank 4"
  StringLiteral typeSummary;
  bool (*acceptsType)(Type);
  /// The layout of the data ("NHWC", "OHWI"), "" where any will do.
  StringLiteral layout = "";
  /// The compiler may transpose it into `layout`: it is a filter or the like.
  bool repacked = false;
  bool optional = false;
  bool variadic = false;
};

/// A number, list or string that the kernel op carries.
struct AttrInfo {
  StringLiteral name;
  /// "64-bit integer"
  StringLiteral summary;
  bool (*accepts)(Attribute);
  /// The value where a cover binds none; null if there is no default.
  Attribute (*makeDefault)(Builder &);
  /// The library's option whose value it is otherwise; "" for none.
  StringLiteral option = "";
};

/// The tensor or attribute that a constraint speaks of.
struct EntityRef {
  enum Kind : uint8_t { Operand, Attr, Result } kind;
  uint32_t index;
};

/// A condition of the record on operands, attributes and results together.
struct ConstraintInfo {
  StringLiteral label;
  StringLiteral sentence;
  ArrayRef<EntityRef> entities;
  bool (*holds)(const KernelArgs &);
  /// Prints the actual values that a reader wants to see.
  void (*show)(const KernelArgs &, raw_ostream &);
};

//===----------------------------------------------------------------------===//
// The front ops that it covers
//===----------------------------------------------------------------------===//

/// What a cover says of one operand of a front op.
struct OperandRule {
  enum Kind : uint8_t {
    Bind, ///< it becomes the kernel's operand `index`
    Node, ///< it is made by the cover's node `index`, and nobody else reads it
    Same, ///< the same value once more
    Absent,       ///< an optional operand that must not be there
    Ignored,      ///< it does not matter
    ConstantAttr, ///< a constant that becomes the kernel's attribute `index`
    ConstantIs    ///< a constant, each of whose elements is `number`
  } kind;
  uint32_t index = 0;
  /// Node, Same: which of the producer's results.
  uint32_t result = 0;
  /// ConstantIs: the front op's operand, and what it must be.
  StringLiteral name = "";
  int64_t number = 0;
};

/// What a cover says of one attribute of a front op.
struct AttrRule {
  enum Kind : uint8_t {
    Bind,   ///< it becomes the kernel's attribute `index`
    Layout, ///< the layout of operand or result `entity`
    Check   ///< `holds` must say yes
  } kind;
  StringLiteral name;
  uint32_t index = 0;
  EntityRef entity = {EntityRef::Operand, 0};
  StringLiteral sentence = "";
  bool (*holds)(Attribute, Operation *) = nullptr;
};

/// One front op of a cover.
struct CoverNode {
  StringLiteral opName;
  ArrayRef<OperandRule> operands;
  ArrayRef<AttrRule> attrs;
};

/// A kernel attribute that the cover itself gives a value.
struct AttrSetting {
  uint32_t index;
  Attribute (*make)(const KernelArgs &, Builder &);
};

/// What a C++ matcher of a cover may look at and say.
struct CustomMatch {
  /// What the tree has bound; the matcher may add to it.
  KernelArgs &args;
  /// The ops that the tree has matched; the matcher may add those that the
  /// kernel also stands for and that nobody else uses.
  SmallVectorImpl<Operation *> &ops;
  /// What must be and is not, one sentence, when the matcher refuses.
  std::string whyNot;
};

/// Front ops that one call of the kernel stands for. Node 0 is the root, whose
/// results are the kernel's; a node's children come after it.
struct CoverInfo {
  /// "relay.nn.relu(relay.nn.bias_add(relay.nn.conv2d))"
  StringLiteral text;
  ArrayRef<CoverNode> nodes;
  ArrayRef<AttrSetting> settings;
  int32_t extraBenefit = 0;
  /// Has the last word once the tree has matched; null if there is none.
  bool (*matcher)(Operation *root, CustomMatch &match) = nullptr;
  /// Where Relay's arithmetic and that of the model's framework differ, whose
  /// this is: "relay", "tflite"; "" is exact for all.
  StringLiteral numerics = "";
  /// What is special about it, for readers.
  StringLiteral numericsText = "";
};

//===----------------------------------------------------------------------===//
// Libraries and kernels
//===----------------------------------------------------------------------===//

/// What users may state about the target.
struct OptionInfo {
  StringLiteral name;
  StringLiteral defaultValue;
  StringLiteral description;
  /// The values that it may have; empty if any will do.
  ArrayRef<StringLiteral> values = {};

  bool accepts(StringRef value) const {
    return values.empty() || llvm::is_contained(values, value);
  }
};

/// An option that the target must have.
struct NeedInfo {
  StringLiteral option;
  StringLiteral value;
};

/// A parameter of the C functions that must lie in a certain memory.
struct MemoryNeed {
  StringLiteral memory;
  StringLiteral parameter;
};

/// A kernel library, as its `Dsp_Library` record describes it.
struct LibraryInfo {
  StringLiteral name;
  StringLiteral version;
  /// The header that the emitted C includes.
  StringLiteral header;
  /// The name that the linker knows it by (`-l<linkName>`).
  StringLiteral linkName;
  /// Names that it has elsewhere; the first that is found is linked.
  ArrayRef<StringLiteral> otherLinkNames;
  /// Libraries that it needs beside it, in the linker's order.
  ArrayRef<StringLiteral> linkWith;
  /// What all kernels share, and the calls that make and release it.
  ArrayRef<StateInfo> states;
  ArrayRef<CFunctionInfo> initCalls;
  ArrayRef<CFunctionInfo> deinitCalls;
  /// Layout of 2-D activations: "NHWC" or "NCHW".
  StringLiteral layout;
  ArrayRef<OptionInfo> options;
  /// In the order of their IDs.
  ArrayRef<const KernelInfo *> kernels;
  /// Sequences of kernels; each looks like a kernel that has no function.
  ArrayRef<const KernelInfo *> lowerings;
  /// Makes the kernels' ops known to the dialect.
  void (*registerOps)(DspDialect &);
  /// Adds the patterns that are written by hand beside the records; null if
  /// there are none.
  void (*populatePatterns)(mlir::RewritePatternSet &) = nullptr;
};

/// A kernel, as its `Dsp_Kernel` record describes it.
struct KernelInfo {
  const LibraryInfo *library;
  /// The record's name for the kernel; the op is `dsp.<library>.<name>`.
  StringLiteral name;
  StringLiteral opName;
  uint32_t id;
  StringLiteral cName;
  StringLiteral summary;
  /// The declaration in the vendor's header, one line.
  StringLiteral prototype;
  /// The record's place, "PortableConv.td:12".
  StringLiteral recordLoc;
  int32_t priority;
  /// Called in each run, in this order; the kernel's own function is the last.
  ArrayRef<CFunctionInfo> runCalls;
  /// Called once for each context of a model.
  ArrayRef<CFunctionInfo> initCalls;
  ArrayRef<CFunctionInfo> deinitCalls;
  ArrayRef<StateInfo> states;
  ArrayRef<TensorInfo> operands;
  ArrayRef<AttrInfo> attrs;
  ArrayRef<TensorInfo> results;
  ArrayRef<ConstraintInfo> constraints;
  ArrayRef<InPlacePair> inPlace;
  ArrayRef<CoverInfo> covers;
  /// The operands, attributes and results of an op of this kernel.
  void (*collectArgs)(Operation *, KernelArgs &);

  ArrayRef<NeedInfo> needs = {};
  ArrayRef<MemoryNeed> memoryNeeds = {};
  /// What a call costs, in a unit of the library's own; null if unknown.
  double (*cost)(const KernelArgs &) = nullptr;
  /// Of a lowering: makes its kernel calls, one after the other, and collects
  /// what they compute for the results.
  void (*expand)(const KernelArgs &, CallMaker,
                 SmallVectorImpl<KernelOperand> &results) = nullptr;

  /// What the kernel's own function takes.
  ArrayRef<CArg> args() const { return runCalls.back().args; }
};

} // namespace dsp

#endif // DSP_DIALECT_DSP_IR_KERNELINFO_H
