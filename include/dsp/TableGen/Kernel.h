//===- Kernel.h - Typed view of kernel records ---------------- -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Records are read and checked here once; generators see plain structs and need
// not know TableGen. Everything that is wrong with a record is reported at its
// line and column, all of it in one run.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_TABLEGEN_KERNEL_H
#define DSP_TABLEGEN_KERNEL_H

#include "mlir/TableGen/Operator.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/TableGen/Record.h"
#include <optional>
#include <string>
#include <vector>

namespace dsp::tblgen {

/// An argument or result of a kernel.
struct EntityRef {
  enum Kind { Operand, Attr, Result } kind;
  unsigned index;

  bool operator==(EntityRef other) const {
    return kind == other.kind && index == other.index;
  }
};

/// The local variable that stands for argument or result `name` in generated
/// C++. Nothing else there has a name that ends with '_'.
std::string localName(llvm::StringRef name);

/// Whether the word is C++'s own.
bool isCppKeyword(llvm::StringRef name);

/// A C++ expression of a record; `$name` is already a local variable.
struct Expression {
  std::string text;
  /// The entities that it names, each once, in the order of their first use.
  std::vector<EntityRef> entities = {};
  /// Those that it asks for more than their types.
  std::vector<EntityRef> read = {};
  /// Where the record has it; not valid where the record only implies it.
  llvm::SMLoc place = {};
};

/// A Dsp_TensorOf operand or result.
struct Tensor {
  std::string name;
  std::string summary;
  /// C++ condition on the type `$_self`.
  std::string condition;
  /// Pointee of the C parameter.
  std::string cType;
  std::vector<int64_t> ranks;
  std::string layout;
  bool repacked = false;
  bool optional = false;
  bool variadic = false;
};

struct Attr {
  std::string name;
  mlir::tblgen::Attribute constraint;
  /// The library's option whose value it is, "" for none.
  std::string option = "";
};

/// A Dsp_State of a kernel or of its library.
struct State {
  std::string name, cType;
  bool isHandle = false;
  bool fromApplication = false;
};

struct StateRef {
  bool ofLibrary = false;
  unsigned index = 0;

  bool operator==(StateRef other) const {
    return ofLibrary == other.ofLibrary && index == other.index;
  }
};

/// A value of an Enum parameter.
struct EnumCase {
  std::string value, text;
};

/// A parameter of the C function or a field of a struct.
struct CParam {
  enum Kind {
    Input,
    Output,
    InputArray,
    OutputArray,
    Scratch,
    Workspace,
    Scalar,
    Array,
    ArrayField,
    Literal,
    Enum,
    State,
    StateAddress,
    Struct,
    Zero,
    ZeroArray
  } kind;
  std::string name;
  /// Pointee of pointers without const, otherwise the type itself.
  std::string cType;
  /// Array: the parameter's type, where it is not a pointer to these elements.
  /// State: the same, where it is another pointer than the state's.
  std::string passedAs = "";
  /// Pointers: whether they are to const.
  bool isConst = false;
  unsigned alignment = 1;
  /// Input, Output and their arrays, Scratch, Workspace: the memory that it
  /// must be in, "" for any.
  std::string memory = "";
  bool byPointer = false;
  /// Input, Output and their arrays, Enum.
  EntityRef entity = {EntityRef::Operand, 0};
  /// Scratch (bytes), Scalar, Array.
  Expression value;
  /// Literal.
  std::string text;
  /// Scalar: what its values 0, 1 … are called, if it is an enumerator.
  std::vector<std::string> enumerators;
  std::vector<EnumCase> cases;
  /// State, StateAddress, Workspace (bytes).
  StateRef state;
  /// Workspace.
  std::optional<StateRef> alignState;
  std::vector<CParam> fields;
  /// Where the record has it.
  llvm::SMLoc place = {};
};

/// What a C function returns, and what that means.
struct Status {
  std::string cType;
  int64_t good = 0;
  /// Success is `returned <comparison> good`; "" if nothing can be wrong.
  std::string comparison = "==";
  /// Where the returned value is kept.
  std::optional<StateRef> stored;
};

/// A C function that a kernel or a library calls.
struct CFunction {
  std::string cName;
  std::vector<CParam> params;
  Status status;
};

/// When a function is called; see DspCalls.td.
enum class Phase { Init, Setup, Run, Deinit };

struct Requirement {
  std::string label;
  std::string sentence;
  Expression condition;
  std::vector<Expression> shown;
};

/// What a cover says of an operand of a front op; see KernelInfo.h.
struct OperandRule {
  enum Kind {
    Bind,
    Node,
    Same,
    Absent,
    Ignored,
    ConstantAttr,
    ConstantIs
  } kind;
  unsigned index = 0;
  /// Node, Same: which of the producer's results.
  unsigned result = 0;
  /// ConstantIs: the front op's operand, and what it must be.
  std::string name = "";
  int64_t number = 0;
};

struct AttrRule {
  explicit AttrRule(const mlir::tblgen::NamedAttribute &attr)
      : name(attr.name), constraint(attr.attr) {}

  enum Kind { Bind, Layout, Check } kind = Bind;
  /// The front op's attribute.
  std::string name;
  mlir::tblgen::Attribute constraint;
  unsigned index = 0;
  EntityRef entity = {EntityRef::Operand, 0};
  std::string sentence;
  std::string expr;
  llvm::SMLoc place = {};
};

/// An attribute or operand of a front op without influence.
struct Ignored {
  std::string name;
  std::string reason;
};

struct CoverNode {
  std::string opName;
  std::vector<OperandRule> operands;
  std::vector<AttrRule> attrs;
  std::vector<Ignored> ignored, ignoredOperands;
};

struct AttrSetting {
  unsigned index;
  Expression value;
};

struct Cover {
  /// The root first, children after their parents.
  std::vector<CoverNode> nodes;
  std::vector<AttrSetting> settings;
  int extraBenefit = 0;
  /// A C++ function that has the last word, "" for none, and what it does.
  std::string matcher, matcherText;
  llvm::SMLoc place = {};
  /// The numerics that it is exact for, "" for all, and what is special there.
  std::string numerics, numericsText;

  /// "relay.nn.relu(relay.nn.bias_add(relay.nn.conv2d))"
  std::string text() const;
};

struct InPlace {
  unsigned operand;
  unsigned result;
};

/// Something about the target that users may state for a library.
struct Option {
  std::string name, defaultValue, description;
  std::vector<std::string> values;
};

struct Need {
  std::string option, value;
};

/// A value of a lowering: one of its own, or a result of an earlier step.
struct StepOperand {
  /// None: an optional operand that is absent.
  enum Kind { Absent, Argument, Result } kind;
  /// Argument: the lowering's operand. Result: the step.
  unsigned index = 0;
  unsigned result = 0;
};

/// A tensor that a step computes.
struct StepResult {
  std::string name;
  /// The lowering's result that it is; otherwise element and shape are given.
  std::optional<unsigned> result;
  /// The element's name in Relay.
  std::string element;
  Expression shape;
};

struct StepAttr {
  unsigned index;
  Expression value;
};

/// One kernel call of a lowering.
struct Step {
  const llvm::Record *kernelDef;
  std::string kernel;
  std::vector<StepOperand> operands;
  std::vector<StepAttr> attrs;
  std::vector<StepResult> results;
};

struct Library {
  const llvm::Record *def;
  std::string cppHeader;
  std::vector<Option> options;
  std::string name, version, summary, header, linkName, layout, cppNamespace;
  std::vector<std::string> otherLinkNames, linkWith;
  Status status;
  int64_t firstId = 0, lastId = -1;
  std::vector<State> states;
  std::vector<CFunction> initCalls, deinitCalls;
};

struct Kernel {
  Kernel(const llvm::Record *def) : def(def), op(def) {}

  const llvm::Record *def;
  mlir::tblgen::Operator op;
  std::string name, cName, summary, description;
  int64_t id = 0;
  int64_t priority = 0;
  std::vector<Tensor> operands;
  std::vector<Attr> attrs;
  std::vector<Tensor> results;
  /// What the kernel's own function takes and returns.
  std::vector<CParam> params;
  Status status;
  std::vector<State> states;
  std::vector<CFunction> initCalls, setupCalls, deinitCalls;
  std::vector<Requirement> requirements;
  std::vector<Cover> covers;
  std::vector<InPlace> inPlace;
  std::vector<Need> needs;
  std::optional<Expression> cost;
  /// Of a Dsp_Lowering: the kernel calls that it stands for.
  std::vector<Step> steps;

  std::optional<EntityRef> lookup(llvm::StringRef name) const;
  llvm::StringRef nameOf(EntityRef entity) const;
  /// An operand or result.
  const Tensor &tensor(EntityRef entity) const {
    return entity.kind == EntityRef::Result ? results[entity.index]
                                            : operands[entity.index];
  }
  /// "PortableConv.td:12"
  std::string location() const;
};

/// A library and its kernels, ordered by ID.
struct LibraryRecords {
  Library library;
  std::vector<Kernel> kernels;
  std::vector<Kernel> lowerings;
};

/// The one library of the input. Reports every fault of every record and gives
/// nothing if there is any.
std::optional<LibraryRecords> readLibrary(const llvm::RecordKeeper &records);

/// `#line 12 "Acme.td"` and a line break: what follows is at this place for the
/// compilers of C and C++.
std::string lineDirective(llvm::SMLoc place);

/// The declaration of `param`: "const float *input".
std::string declaration(const CParam &param);

/// The C declaration of a function, on one line, without semicolon.
std::string prototype(const CFunction &function);

/// The kernel's own function.
CFunction mainFunction(const Kernel &kernel);

/// All functions of the kernel in the order in which a program calls them.
std::vector<CFunction> allFunctions(const Kernel &kernel);

/// The parameters that must lie in a certain memory, fields of structs
/// included.
std::vector<const CParam *> paramsInNamedMemory(const Kernel &kernel);

} // namespace dsp::tblgen

#endif // DSP_TABLEGEN_KERNEL_H
