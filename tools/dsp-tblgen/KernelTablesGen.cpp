//===- KernelTablesGen.cpp - Run-time tables of a kernel library ----------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// -gen-dsp-kernels: the KernelInfo tables (KernelInfo.h) of every kernel
// record, the interface methods and verifiers of their ops, and the
// LibraryInfo. Only conditions and expressions become code; all logic is in the
// library.
//
//===----------------------------------------------------------------------===//

#include "dsp/TableGen/Kernel.h"
#include "mlir/Support/IndentedOstream.h"
#include "mlir/TableGen/Format.h"
#include "mlir/TableGen/GenInfo.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/TableGen/Error.h"
#include "llvm/TableGen/TableGenBackend.h"

using namespace dsp::tblgen;
using llvm::StringRef;
using mlir::raw_indented_ostream;
using mlir::tblgen::FmtContext;
using mlir::tblgen::tgfmt;

/// C++ that makes an attribute of an expression. C++ would cut a fraction off
/// where the attribute is an integer.
static std::string makeAttr(const mlir::tblgen::Attribute &constraint,
                            StringRef expression) {
  FmtContext context;
  context.withBuilder("builder");
  bool isInteger = constraint.getStorageType() == "::mlir::IntegerAttr";
  std::string value = expression.str();
  if (isInteger)
    value = "dsp::wholeNumber(" + value + ")";
  return tgfmt(constraint.getConstBuilderTemplate(), &context, value).str();
}

namespace {

/// `text` as a C++ string literal; what is not ASCII stays as it is, in UTF-8.
std::string quoted(StringRef text) {
  std::string result = "\"";
  for (char c : text) {
    if (c == '\n') {
      result += "\\n";
      continue;
    }
    if (c == '"' || c == '\\')
      result += '\\';
    result += c;
  }
  return result + '"';
}

/// A table of names, unless there are none.
void emitNames(llvm::ArrayRef<std::string> names, StringRef table,
               raw_indented_ostream &os) {
  if (names.empty())
    return;
  os << "const StringLiteral " << table << "[] = {";
  llvm::interleaveComma(names, os,
                        [&](const std::string &name) { os << quoted(name); });
  os << "};\n";
}

StringRef enumerator(EntityRef::Kind kind) {
  switch (kind) {
  case EntityRef::Operand:
    return "EntityRef::Operand";
  case EntityRef::Attr:
    return "EntityRef::Attr";
  case EntityRef::Result:
    return "EntityRef::Result";
  }
  llvm_unreachable("unknown kind of entity");
}

bool isZero(const CParam &param) {
  return param.kind == CParam::Zero || param.kind == CParam::ZeroArray;
}

StringRef enumerator(CParam::Kind kind) {
  switch (kind) {
  case CParam::Input:
    return "CArgKind::Input";
  case CParam::Output:
    return "CArgKind::Output";
  case CParam::InputArray:
    return "CArgKind::InputArray";
  case CParam::OutputArray:
    return "CArgKind::OutputArray";
  case CParam::Scratch:
    return "CArgKind::Scratch";
  case CParam::Scalar:
    return "CArgKind::Scalar";
  case CParam::Array:
    return "CArgKind::Array";
  case CParam::Workspace:
    return "CArgKind::Workspace";
  case CParam::ArrayField:
    return "CArgKind::ArrayField";
  case CParam::Literal:
    return "CArgKind::Literal";
  case CParam::Enum:
    return "CArgKind::Enum";
  case CParam::State:
    return "CArgKind::State";
  case CParam::StateAddress:
    return "CArgKind::StateAddress";
  case CParam::Struct:
    return "CArgKind::Struct";
  case CParam::Zero:
  case CParam::ZeroArray:
    break; // not mentioned in C, which is what makes them zero
  }
  llvm_unreachable("unknown kind of parameter");
}

/// The expression that converts `storage`, a C++ expression of type Attribute,
/// to the attribute's plain value.
std::string plainValue(const mlir::tblgen::Attribute &attr,
                       const std::string &storage) {
  FmtContext context;
  std::string self =
      "cast<" + attr.getStorageType().str() + ">(" + storage + ")";
  std::string value =
      tgfmt(attr.getConvertFromStorageCall(), &context.withSelf(self)).str();
  // As the op's getter would give it: of an int32_t it has the low 32 bits.
  if (attr.getStorageType() == "::mlir::IntegerAttr")
    value = "static_cast<" + attr.getReturnType().str() + ">(" + value + ")";
  return "plain(" + value + ")";
}

/// The line of the C++ file that stands where generated code goes on.
constexpr StringRef backToGenerated = "#line generated";

/// `code`, in a line of its own that C++ compilers take for the record's: what
/// is wrong with an author's expression is reported where the author wrote it.
void emitAtRecord(llvm::SMLoc place, const std::string &code,
                  raw_indented_ostream &os) {
  if (!place.isValid()) {
    os << code << '\n';
    return;
  }
  os << lineDirective(place) << code << '\n' << backToGenerated << '\n';
}

/// Numbers the lines behind those that emitAtRecord has made.
void emitNumbered(StringRef code, StringRef file, llvm::raw_ostream &os) {
  unsigned number = 1;
  while (!code.empty()) {
    auto [line, rest] = code.split('\n');
    ++number;
    if (line.ltrim() == backToGenerated)
      os << "#line " << number << " \"" << file << "\"\n";
    else
      os << line << '\n';
    code = rest;
  }
}

/// The namespace of a kernel's tables. A kernel may be called `xor` or
/// `double`.
std::string scopeOf(StringRef name) { return ("kernel_" + name).str(); }
std::string scopeOf(const Kernel &kernel) { return scopeOf(kernel.name); }

/// A brace-enclosed block, indented, that `close` ends.
class Block {
public:
  Block(raw_indented_ostream &os, StringRef close = "},\n",
        StringRef open = "{\n")
      : os(os), close(close) {
    os << open;
    os.indent();
  }
  ~Block() {
    os.unindent();
    os << close;
  }

private:
  raw_indented_ostream &os;
  StringRef close;
};

/// What an ArrayRef field says of a table that is not emitted when empty.
template <typename List>
std::string tableOrEmpty(const List &list, StringRef table) {
  return list.empty() ? "{}" : table.str();
}

std::string stateRef(StateRef ref) {
  return "StateRef{" + std::to_string(ref.index) +
         (ref.ofLibrary ? ", true}" : "}");
}

void emitStates(llvm::ArrayRef<State> states, StringRef table,
                raw_indented_ostream &os) {
  if (states.empty())
    return;
  os << "const StateInfo " << table << "[] = ";
  Block list(os, "};\n\n");
  for (const State &state : states)
    os << "{.name = " << quoted(state.name)
       << ", .cType = " << quoted(state.cType)
       << ", .isHandle = " << (state.isHandle ? "true" : "false")
       << ", .fromApplication = " << (state.fromApplication ? "true" : "false")
       << "},\n";
}

//===----------------------------------------------------------------------===//
// The C calls
//===----------------------------------------------------------------------===//

/// Prints the tables of C functions, of a kernel or of a library.
class CallTables {
public:
  CallTables(const Kernel *kernel, raw_indented_ostream &os)
      : kernel(kernel), os(os) {}

  void emit(llvm::ArrayRef<CFunction> functions, const std::string &table);

private:
  void emitParams(llvm::ArrayRef<CParam> params, const std::string &table);
  void emitParam(const CParam &param, const std::string &fields);
  void emitEnumerator(const CParam &param);
  void emitLocals(llvm::ArrayRef<EntityRef> entities);

  /// Null for a library's functions, which know no op.
  const Kernel *kernel;
  raw_indented_ostream &os;
};

/// Prints the tables of one kernel.
class KernelTables {
public:
  KernelTables(const Kernel &kernel, raw_indented_ostream &os)
      : kernel(kernel), inNamedMemory(paramsInNamedMemory(kernel)), os(os) {}

  void emit();

private:
  void emitTensors(llvm::ArrayRef<Tensor> tensors, StringRef table);
  void emitAttrs();
  void emitConstraints();
  void emitCoverTables(const Cover &cover, const std::string &prefix);
  void emitCovers();
  void emitAttrRule(const AttrRule &rule);
  void emitInPlace();
  void emitCollectArgs();
  void emitNeeds();
  void emitCost();
  void emitExpand();
  void emitStep(const Step &step, unsigned index);
  void emitInfo();

  /// Declares the local variables that expressions name.
  void emitLocalsFromArgs(llvm::ArrayRef<EntityRef> entities);

  const Kernel &kernel;
  std::vector<const CParam *> inNamedMemory;
  raw_indented_ostream &os;
};

void KernelTables::emit() {
  os << "//===-- " << kernel.name << ": " << kernel.location() << "\n\n";
  os << "namespace " << scopeOf(kernel) << " {\n\n";
  if (kernel.steps.empty()) {
    os << "using KernelOp = " << kernel.op.getQualCppClassName() << ";\n\n";
    CallTables calls(&kernel, os);
    std::vector<CFunction> runCalls = kernel.setupCalls;
    runCalls.push_back(mainFunction(kernel));
    calls.emit(runCalls, "runCalls");
    calls.emit(kernel.initCalls, "initCalls");
    calls.emit(kernel.deinitCalls, "deinitCalls");
    emitStates(kernel.states, "states", os);
  }
  emitTensors(kernel.operands, "operands");
  emitAttrs();
  emitTensors(kernel.results, "results");
  emitConstraints();
  emitInPlace();
  for (auto [i, cover] : llvm::enumerate(kernel.covers))
    emitCoverTables(cover, "cover" + std::to_string(i));
  emitCovers();
  emitNeeds();
  emitCost();
  if (kernel.steps.empty())
    emitCollectArgs();
  else
    emitExpand();
  emitInfo();
  os << "} // namespace " << scopeOf(kernel) << "\n\n";
}

//===----------------------------------------------------------------------===//
// Locals of expressions
//===----------------------------------------------------------------------===//

void CallTables::emitLocals(llvm::ArrayRef<EntityRef> entities) {
  if (!entities.empty())
    os << "auto op = cast<KernelOp>(operation);\n";
  for (EntityRef entity : entities) {
    StringRef name = kernel->nameOf(entity);
    std::string getter = "op." + kernel->op.getGetterName(name) + "()";
    os << "auto " << localName(name) << " = ";
    if (entity.kind != EntityRef::Attr)
      os << getter << ";\n";
    else
      os << "plain(" << getter << ");\n";
  }
}

/// The same of KernelArgs.
void emitLocalsFromArgs(const Kernel &kernel,
                        llvm::ArrayRef<EntityRef> entities,
                        raw_indented_ostream &os) {
  for (EntityRef entity : entities) {
    os << "auto " << localName(kernel.nameOf(entity)) << " = ";
    std::string index = std::to_string(entity.index);
    switch (entity.kind) {
    case EntityRef::Operand:
      os << "args.operand"
         << (kernel.operands[entity.index].variadic ? "s" : "") << '(' << index
         << ");\n";
      break;
    case EntityRef::Attr:
      os << plainValue(kernel.attrs[entity.index].constraint,
                       "args.attr(" + index + ")")
         << ";\n";
      break;
    case EntityRef::Result:
      os << "args.result" << (kernel.results[entity.index].variadic ? "s" : "")
         << '(' << index << ");\n";
      break;
    }
  }
}

void KernelTables::emitLocalsFromArgs(llvm::ArrayRef<EntityRef> entities) {
  ::emitLocalsFromArgs(kernel, entities, os);
}

void CallTables::emit(llvm::ArrayRef<CFunction> functions,
                      const std::string &table) {
  if (functions.empty())
    return;
  auto paramsOf = [&](size_t i) {
    return table + std::to_string(i) + "Params";
  };
  for (auto [i, function] : llvm::enumerate(functions))
    if (!function.params.empty())
      emitParams(function.params, paramsOf(i));
  os << "const CFunctionInfo " << table << "[] = ";
  Block list(os, "};\n\n");
  for (auto [i, function] : llvm::enumerate(functions)) {
    const Status &status = function.status;
    Block entry(os);
    os << ".cName = " << quoted(function.cName)
       << ",\n.args = " << tableOrEmpty(function.params, paramsOf(i))
       << ",\n.status = {.cType = " << quoted(status.cType)
       << ", .good = " << status.good
       << ", .comparison = " << quoted(status.comparison);
    if (status.stored)
      os << ", .stored = " << stateRef(*status.stored);
    os << "},\n";
  }
}

void CallTables::emitParams(llvm::ArrayRef<CParam> params,
                            const std::string &table) {
  // Tables of nested structs come before the one that refers to them.
  for (auto [i, param] : llvm::enumerate(params))
    if (param.kind == CParam::Struct)
      emitParams(param.fields, table + "_" + std::to_string(i));
  for (auto [i, param] : llvm::enumerate(params))
    emitNames(param.enumerators, table + "_" + std::to_string(i) + "_names",
              os);
  os << "const CArg " << table << "[] = ";
  {
    Block list(os, "};\n\n");
    for (auto [i, param] : llvm::enumerate(params))
      if (!isZero(param))
        emitParam(param, table + "_" + std::to_string(i));
  }
}

void CallTables::emitParam(const CParam &param, const std::string &fields) {
  Block entry(os);
  os << ".kind = " << enumerator(param.kind)
     << ",\n.name = " << quoted(param.name)
     << ",\n.cType = " << quoted(param.cType) << ",\n";
  if (!param.passedAs.empty())
    os << ".passedAs = " << quoted(param.passedAs) << ",\n";
  bool isMemory = param.kind == CParam::Input || param.kind == CParam::Array ||
                  param.kind == CParam::InputArray ||
                  param.kind == CParam::Struct;
  if (isMemory && !param.isConst)
    os << ".isMutable = true,\n";
  if (param.alignment != 1)
    os << ".alignment = " << param.alignment << ",\n";
  if (!param.memory.empty())
    os << ".memory = " << quoted(param.memory) << ",\n";
  switch (param.kind) {
  case CParam::Input:
  case CParam::Output:
  case CParam::InputArray:
  case CParam::OutputArray: {
    os << ".tensors = [](Operation *operation, SmallVectorImpl<Value> &out) ";
    Block body(os);
    os << "append(out, cast<KernelOp>(operation)."
       << kernel->op.getGetterName(kernel->nameOf(param.entity)) << "());\n";
    return;
  }
  case CParam::Scratch:
  case CParam::Scalar:
  case CParam::Array:
  case CParam::ArrayField: {
    os << ".numbers = []([[maybe_unused]] const KernelArgs &args,\n"
          "              SmallVectorImpl<CNumber> &out) ";
    Block body(os);
    if (kernel)
      emitLocalsFromArgs(*kernel, param.value.entities, os);
    emitAtRecord(param.value.place, "append(out, " + param.value.text + ");",
                 os);
    break;
  }
  case CParam::Literal:
    os << ".text = " << quoted(param.text) << ",\n";
    return;
  case CParam::Enum:
    emitEnumerator(param);
    return;
  case CParam::State:
  case CParam::StateAddress:
    os << ".state = " << stateRef(param.state) << ",\n";
    return;
  case CParam::Workspace:
    os << ".state = " << stateRef(param.state) << ",\n";
    if (param.alignState)
      os << ".alignState = " << stateRef(*param.alignState) << ",\n";
    return;
  case CParam::Zero:
  case CParam::ZeroArray:
    return;
  case CParam::Struct:
    os << ".byPointer = " << (param.byPointer ? "true" : "false")
       << ",\n.fields = " << fields << ",\n";
    return;
  }
  if (!param.enumerators.empty())
    os << ".enumerators = " << fields << "_names,\n";
}

void CallTables::emitEnumerator(const CParam &param) {
  os << ".enumerator = [](Operation *operation) -> StringRef ";
  Block body(os);
  emitLocals(param.entity);
  std::string name = localName(kernel->nameOf(param.entity));
  for (const EnumCase &enumCase : param.cases)
    os << "if (" << name << " == " << enumCase.value << ")\n  return "
       << quoted(enumCase.text) << ";\n";
  // The requirement that the record implies lets no other value come here.
  os << "return \"\";\n";
}

//===----------------------------------------------------------------------===//
// What the kernel takes
//===----------------------------------------------------------------------===//

void KernelTables::emitTensors(llvm::ArrayRef<Tensor> tensors,
                               StringRef table) {
  if (tensors.empty())
    return;
  os << "const TensorInfo " << table << "[] = ";
  Block list(os, "};\n\n");
  for (const Tensor &tensor : tensors) {
    Block entry(os);
    os << ".name = " << quoted(tensor.name)
       << ",\n.typeSummary = " << quoted(tensor.summary)
       << ",\n.acceptsType = [](Type type) -> bool ";
    {
      Block body(os);
      FmtContext context;
      os << "return "
         << tgfmt(tensor.condition, &context.withSelf("type")).str() << ";\n";
    }
    if (!tensor.layout.empty())
      os << ".layout = " << quoted(tensor.layout) << ",\n";
    if (tensor.repacked)
      os << ".repacked = true,\n";
    if (tensor.optional)
      os << ".optional = true,\n";
    if (tensor.variadic)
      os << ".variadic = true,\n";
  }
}

void KernelTables::emitAttrs() {
  if (kernel.attrs.empty())
    return;
  os << "const AttrInfo attrs[] = ";
  Block list(os, "};\n\n");
  for (const Attr &attr : kernel.attrs) {
    FmtContext context;
    context.withSelf("attr").withBuilder("builder");
    Block entry(os);
    os << ".name = " << quoted(attr.name)
       << ",\n.summary = " << quoted(attr.constraint.getSummary())
       << ",\n.accepts = []([[maybe_unused]] Attribute attr) -> bool ";
    {
      Block body(os);
      os << "return "
         << tgfmt(attr.constraint.getConditionTemplate(), &context).str()
         << ";\n";
    }
    if (!attr.constraint.hasDefaultValue()) {
      os << ".makeDefault = nullptr,\n";
      if (!attr.option.empty())
        os << ".option = " << quoted(attr.option) << ",\n";
      continue;
    }
    os << ".makeDefault = [](Builder &builder) -> Attribute ";
    Block body(os);
    os << "return "
       << makeAttr(attr.constraint, attr.constraint.getDefaultValue()) << ";\n";
  }
}

void KernelTables::emitConstraints() {
  if (kernel.requirements.empty())
    return;
  for (auto [i, requirement] : llvm::enumerate(kernel.requirements)) {
    // Everything that is shown is looked at, so it has to be there as well.
    std::vector<EntityRef> entities = requirement.condition.entities;
    for (const Expression &shown : requirement.shown)
      for (EntityRef entity : shown.entities)
        if (!llvm::is_contained(entities, entity))
          entities.push_back(entity);
    os << "const EntityRef constraint" << i << "Entities[] = {";
    llvm::interleaveComma(entities, os, [&](EntityRef entity) {
      os << '{' << enumerator(entity.kind) << ", " << entity.index << '}';
    });
    os << "};\n";
  }
  os << "const ConstraintInfo constraints[] = ";
  Block list(os, "};\n\n");
  for (auto [i, requirement] : llvm::enumerate(kernel.requirements)) {
    Block entry(os);
    os << ".label = " << quoted(requirement.label)
       << ",\n.sentence = " << quoted(requirement.sentence)
       << ",\n.entities = constraint" << i << "Entities"
       << ",\n.holds = [](const KernelArgs &args) -> bool ";
    {
      Block body(os);
      emitLocalsFromArgs(requirement.condition.entities);
      emitAtRecord(requirement.condition.place,
                   "return " + requirement.condition.text + ";", os);
    }
    os << ".show = []([[maybe_unused]] const KernelArgs &args,\n"
          "           [[maybe_unused]] raw_ostream &os) ";
    Block body(os);
    for (auto [j, shown] : llvm::enumerate(requirement.shown)) {
      if (j)
        os << "os << \" and \";\n";
      Block scope(os, "}\n");
      emitLocalsFromArgs(shown.entities);
      emitAtRecord(shown.place, "show(os, " + shown.text + ");", os);
    }
  }
}

void KernelTables::emitInPlace() {
  if (kernel.inPlace.empty())
    return;
  os << "const InPlacePair inPlace[] = {";
  llvm::interleaveComma(kernel.inPlace, os, [&](const InPlace &pair) {
    os << '{' << pair.operand << ", " << pair.result << '}';
  });
  os << "};\n\n";
}

//===----------------------------------------------------------------------===//
// Covers
//===----------------------------------------------------------------------===//

void KernelTables::emitCoverTables(const Cover &cover,
                                   const std::string &prefix) {
  for (auto [i, node] : llvm::enumerate(cover.nodes)) {
    std::string nodePrefix = prefix + "Node" + std::to_string(i);
    if (!node.operands.empty()) {
      os << "const OperandRule " << nodePrefix << "Operands[] = {";
      llvm::interleaveComma(node.operands, os, [&](const OperandRule &rule) {
        switch (rule.kind) {
        case OperandRule::Bind:
          os << "{OperandRule::Bind, " << rule.index << '}';
          break;
        case OperandRule::Node:
        case OperandRule::Same:
          os << (rule.kind == OperandRule::Node ? "{OperandRule::Node, "
                                                : "{OperandRule::Same, ")
             << rule.index << ", " << rule.result << '}';
          break;
        case OperandRule::Ignored:
          os << "{OperandRule::Ignored}";
          break;
        case OperandRule::Absent:
          os << "{OperandRule::Absent}";
          break;
        case OperandRule::ConstantAttr:
          os << "{OperandRule::ConstantAttr, " << rule.index << '}';
          break;
        case OperandRule::ConstantIs:
          os << "{OperandRule::ConstantIs, 0, 0, " << quoted(rule.name) << ", "
             << rule.number << '}';
          break;
        }
      });
      os << "};\n";
    }
    if (!node.attrs.empty()) {
      os << "const AttrRule " << nodePrefix << "Attrs[] = ";
      Block list(os, "};\n");
      for (const AttrRule &rule : node.attrs)
        emitAttrRule(rule);
    }
  }
  os << "const CoverNode " << prefix << "Nodes[] = ";
  {
    Block list(os, "};\n");
    for (auto [i, node] : llvm::enumerate(cover.nodes)) {
      std::string nodePrefix = prefix + "Node" + std::to_string(i);
      os << "{.opName = " << quoted(node.opName) << ",\n .operands = "
         << tableOrEmpty(node.operands, nodePrefix + "Operands")
         << ",\n .attrs = " << tableOrEmpty(node.attrs, nodePrefix + "Attrs")
         << "},\n";
    }
  }
  if (!cover.settings.empty()) {
    os << "const AttrSetting " << prefix << "Settings[] = ";
    Block list(os, "};\n");
    for (const AttrSetting &setting : cover.settings) {
      Block entry(os);
      os << ".index = " << setting.index
         << ",\n.make = []([[maybe_unused]] const KernelArgs &args,\n"
            "           Builder &builder) -> Attribute ";
      Block body(os);
      emitLocalsFromArgs(setting.value.entities);
      emitAtRecord(setting.value.place,
                   "return " +
                       makeAttr(kernel.attrs[setting.index].constraint,
                                setting.value.text) +
                       ";",
                   os);
    }
  }
  os << '\n';
}

void KernelTables::emitCovers() {
  if (kernel.covers.empty())
    return;
  os << "const CoverInfo covers[] = ";
  Block list(os, "};\n\n");
  for (auto [i, cover] : llvm::enumerate(kernel.covers)) {
    std::string prefix = "cover" + std::to_string(i);
    Block entry(os);
    os << ".text = " << quoted(cover.text()) << ",\n.nodes = " << prefix
       << "Nodes,\n.settings = "
       << tableOrEmpty(cover.settings, prefix + "Settings")
       << ",\n.extraBenefit = " << cover.extraBenefit << ",\n";
    if (!cover.matcher.empty())
      emitAtRecord(cover.place, ".matcher = " + cover.matcher + ",", os);
    if (!cover.numerics.empty())
      os << ".numerics = " << quoted(cover.numerics)
         << ",\n.numericsText = " << quoted(cover.numericsText) << ",\n";
  }
}

void KernelTables::emitAttrRule(const AttrRule &rule) {
  Block entry(os);
  os << ".kind = AttrRule::";
  switch (rule.kind) {
  case AttrRule::Bind:
    os << "Bind,\n.name = " << quoted(rule.name) << ",\n.index = " << rule.index
       << ",\n";
    return;
  case AttrRule::Layout:
    os << "Layout,\n.name = " << quoted(rule.name) << ",\n.entity = {"
       << enumerator(rule.entity.kind) << ", " << rule.entity.index << "},\n";
    return;
  case AttrRule::Check: {
    FmtContext context;
    context.withSelf("value").addSubst("_op", "op");
    os << "Check,\n.name = " << quoted(rule.name)
       << ",\n.sentence = " << quoted(rule.sentence)
       << ",\n.holds = [](Attribute attr,\n"
          "            [[maybe_unused]] Operation *op) -> bool ";
    Block body(os);
    os << "if (!isa_and_nonnull<" << rule.constraint.getStorageType()
       << ">(attr))\n  return false;\n";
    os << "auto value = " << plainValue(rule.constraint.getBaseAttr(), "attr")
       << ";\n";
    emitAtRecord(rule.place, "return " + tgfmt(rule.expr, &context).str() + ";",
                 os);
    return;
  }
  }
}

//===----------------------------------------------------------------------===//
// The kernel as a whole
//===----------------------------------------------------------------------===//

void KernelTables::emitCollectArgs() {
  os << "void collectArgs(Operation *operation, KernelArgs &args) ";
  Block body(os, "}\n\n");
  os << "auto op = cast<KernelOp>(operation);\n";
  for (auto [i, tensor] : llvm::enumerate(kernel.operands))
    os << "args.setOperand(" << i << ", op."
       << kernel.op.getGetterName(tensor.name) << "());\n";
  for (auto [i, attr] : llvm::enumerate(kernel.attrs))
    os << "args.setAttr(" << i << ", op." << kernel.op.getGetterName(attr.name)
       << "Attr());\n";
  for (auto [i, tensor] : llvm::enumerate(kernel.results))
    os << "args.setResult(" << i << ", op."
       << kernel.op.getGetterName(tensor.name) << "()"
       << (tensor.variadic ? ".getTypes()" : ".getType()") << ");\n";
}

void KernelTables::emitNeeds() {
  if (!kernel.needs.empty()) {
    os << "const NeedInfo needs[] = ";
    Block list(os, "};\n\n");
    for (const Need &need : kernel.needs)
      os << '{' << quoted(need.option) << ", " << quoted(need.value) << "},\n";
  }
  if (!inNamedMemory.empty()) {
    os << "const MemoryNeed memoryNeeds[] = ";
    Block list(os, "};\n\n");
    for (const CParam *param : inNamedMemory)
      os << '{' << quoted(param->memory) << ", " << quoted(param->name)
         << "},\n";
  }
}

void KernelTables::emitCost() {
  if (!kernel.cost)
    return;
  os << "double cost([[maybe_unused]] const KernelArgs &args) ";
  Block body(os, "}\n\n");
  emitLocalsFromArgs(kernel.cost->entities);
  emitAtRecord(kernel.cost->place,
               "return static_cast<double>(" + kernel.cost->text + ");", os);
}

/// A lowering's calls. Each step's arguments are made of the lowering's own and
/// of what earlier steps gave.
void KernelTables::emitExpand() {
  os << "void expand(const KernelArgs &args, CallMaker call,\n"
        "            SmallVectorImpl<KernelOperand> &results) ";
  Block body(os, "}\n\n");
  os << "[[maybe_unused]] Builder builder(args.result(0).getContext());\n";
  for (auto [i, step] : llvm::enumerate(kernel.steps))
    emitStep(step, i);
  std::vector<std::string> values(kernel.results.size());
  for (auto [i, step] : llvm::enumerate(kernel.steps))
    for (auto [j, result] : llvm::enumerate(step.results))
      if (result.result)
        values[*result.result] =
            "made" + std::to_string(i) + "[" + std::to_string(j) + "]";
  for (const std::string &value : values)
    os << "results.push_back(" << value << ");\n";
}

void KernelTables::emitStep(const Step &step, unsigned index) {
  std::string name = "step" + std::to_string(index);
  os << "KernelArgs " << name << "(" << scopeOf(step.kernel) << "::info);\n";
  for (auto [i, operand] : llvm::enumerate(step.operands)) {
    if (operand.kind == StepOperand::Absent)
      continue;
    os << name << ".setOperand(" << i << ", ";
    if (operand.kind == StepOperand::Argument)
      os << "args.operand(" << operand.index << ")";
    else
      os << "made" << operand.index << "[" << operand.result << "]";
    os << ");\n";
  }
  mlir::tblgen::Operator op(step.kernelDef);
  std::vector<bool> given(op.getNumNativeAttributes());
  for (const StepAttr &attr : step.attrs) {
    given[attr.index] = true;
    Block scope(os, "}\n");
    emitLocalsFromArgs(attr.value.entities);
    emitAtRecord(
        attr.value.place,
        name + ".setAttr(" + std::to_string(attr.index) + ", " +
            makeAttr(op.getAttribute(attr.index).attr, attr.value.text) + ");",
        os);
  }
  for (size_t i = 0; i < given.size(); ++i)
    if (!given[i])
      os << name << ".setAttr(" << i << ", " << scopeOf(step.kernel)
         << "::info.attrs[" << i << "].makeDefault(builder));\n";
  for (auto [i, result] : llvm::enumerate(step.results)) {
    if (result.result) {
      os << name << ".setResult(" << i << ", args.result(" << *result.result
         << "));\n";
      continue;
    }
    Block scope(os, "}\n");
    emitLocalsFromArgs(result.shape.entities);
    emitAtRecord(result.shape.place,
                 name + ".setResult(" + std::to_string(i) +
                     ", tensorOf(builder, " + quoted(result.element) + ", " +
                     result.shape.text + "));",
                 os);
  }
  os << "SmallVector<KernelOperand> made" << index << ";\ncall("
     << scopeOf(step.kernel) << "::info, " << name << ", made" << index
     << ");\n";
}

void KernelTables::emitInfo() {
  os << "const KernelInfo info = ";
  Block body(os, "};\n\n");
  auto field = [&](StringRef name, const llvm::Twine &value) {
    os << '.' << name << " = " << value << ",\n";
  };
  field("library", "&library");
  field("name", quoted(kernel.name));
  field("opName", quoted(kernel.op.getOperationName()));
  field("id", "0x" + llvm::utohexstr(kernel.id, /*LowerCase=*/true));
  field("cName", quoted(kernel.cName));
  field("summary", quoted(kernel.summary));
  bool isLowering = !kernel.steps.empty();
  field("prototype", quoted(isLowering ? "" : prototype(mainFunction(kernel))));
  field("recordLoc", quoted(kernel.location()));
  field("priority", llvm::Twine(kernel.priority));
  field("runCalls", isLowering ? "{}" : "runCalls");
  field("initCalls", tableOrEmpty(kernel.initCalls, "initCalls"));
  field("deinitCalls", tableOrEmpty(kernel.deinitCalls, "deinitCalls"));
  field("states", tableOrEmpty(kernel.states, "states"));
  field("operands", tableOrEmpty(kernel.operands, "operands"));
  field("attrs", tableOrEmpty(kernel.attrs, "attrs"));
  field("results", "results");
  field("constraints", tableOrEmpty(kernel.requirements, "constraints"));
  field("inPlace", tableOrEmpty(kernel.inPlace, "inPlace"));
  field("covers", tableOrEmpty(kernel.covers, "covers"));
  field("collectArgs", isLowering ? "nullptr" : "collectArgs");
  field("needs", tableOrEmpty(kernel.needs, "needs"));
  field("memoryNeeds", tableOrEmpty(inNamedMemory, "memoryNeeds"));
  field("cost", kernel.cost ? "cost" : "nullptr");
  field("expand", isLowering ? "expand" : "nullptr");
}

//===----------------------------------------------------------------------===//
// The library
//===----------------------------------------------------------------------===//

void emitLibraryInfo(const LibraryRecords &input, bool hasPatterns,
                     raw_indented_ostream &os) {
  const Library &library = input.library;
  os << "const KernelInfo *const kernels[] = ";
  {
    Block list(os, "};\n\n");
    for (const Kernel &kernel : input.kernels)
      os << '&' << scopeOf(kernel) << "::info,\n";
  }
  emitNames(library.otherLinkNames, "otherLinkNames", os);
  emitNames(library.linkWith, "linkWith", os);
  if (!input.lowerings.empty()) {
    os << "const KernelInfo *const lowerings[] = ";
    Block list(os, "};\n\n");
    for (const Kernel &lowering : input.lowerings)
      os << '&' << scopeOf(lowering) << "::info,\n";
  }
  if (!library.options.empty()) {
    for (const Option &option : library.options)
      emitNames(option.values, "optionValues_" + option.name, os);
    os << "const OptionInfo options[] = ";
    Block list(os, "};\n\n");
    for (const Option &option : library.options)
      os << '{' << quoted(option.name) << ", " << quoted(option.defaultValue)
         << ", " << quoted(option.description) << ", "
         << tableOrEmpty(option.values, "optionValues_" + option.name)
         << "},\n";
  }
  CallTables calls(nullptr, os);
  calls.emit(library.initCalls, "initCalls");
  calls.emit(library.deinitCalls, "deinitCalls");
  emitStates(library.states, "states", os);
  os << "const LibraryInfo library = ";
  Block body(os, "};\n\n");
  os << ".name = " << quoted(library.name)
     << ",\n.version = " << quoted(library.version)
     << ",\n.header = " << quoted(library.header)
     << ",\n.linkName = " << quoted(library.linkName) << ",\n.otherLinkNames = "
     << (library.otherLinkNames.empty() ? "{}" : "otherLinkNames")
     << ",\n.linkWith = " << (library.linkWith.empty() ? "{}" : "linkWith")
     << ",\n.states = " << tableOrEmpty(library.states, "states")
     << ",\n.initCalls = " << tableOrEmpty(library.initCalls, "initCalls")
     << ",\n.deinitCalls = " << tableOrEmpty(library.deinitCalls, "deinitCalls")
     << ",\n.layout = " << quoted(library.layout)
     << ",\n.options = " << tableOrEmpty(library.options, "options")
     << ",\n.kernels = kernels,\n.lowerings = "
     << tableOrEmpty(input.lowerings, "lowerings")
     << ",\n.registerOps = [](DspDialect &dialect) ";
  {
    Block lambda(os);
    for (const Kernel &kernel : input.kernels)
      os << "::mlir::RegisteredOperationName::insert<"
         << kernel.op.getQualCppClassName() << ">(dialect);\n";
  }
  // From `mlir-tblgen -gen-rewriters` on the same records.
  if (hasPatterns)
    os << ".populatePatterns = [](::mlir::RewritePatternSet &patterns) {\n"
          "  populateWithGenerated(patterns);\n},\n";
}

void emitOpMethods(const Kernel &kernel, raw_indented_ostream &os) {
  StringRef name = kernel.op.getCppClassName();
  os << "const KernelInfo &" << name << "::getKernelInfo() {\n  return "
     << scopeOf(kernel) << "::info;\n}\n";
  os << "LogicalResult " << name
     << "::verify() {\n  return verifyKernel(*this, " << scopeOf(kernel)
     << "::info);\n}\n\n";
}

bool emitKernels(const llvm::RecordKeeper &records, llvm::raw_ostream &stream) {
  std::optional<LibraryRecords> input = readLibrary(records);
  if (!input)
    return true;
  const Library &library = input->library;
  if (input->kernels.empty()) {
    llvm::PrintError(library.def->getLoc(),
                     "library '" + library.name + "' has no kernels");
    return true;
  }
  std::string code;
  llvm::raw_string_ostream codeStream(code);
  llvm::emitSourceFileHeader("Kernels of library '" + library.name + "'",
                             codeStream, records);
  raw_indented_ostream os(codeStream);
  if (!library.cppHeader.empty())
    os << "#include " << quoted(library.cppHeader) << "\n\n";
  os << "namespace dsp {\nnamespace {\n\n";
  os << "extern const LibraryInfo library;\n\n";
  for (const Kernel &kernel : input->kernels)
    KernelTables(kernel, os).emit();
  for (const Kernel &lowering : input->lowerings)
    KernelTables(lowering, os).emit();
  bool hasPatterns = records.getClass("Pattern") &&
                     !records.getAllDerivedDefinitions("Pattern").empty();
  emitLibraryInfo(*input, hasPatterns, os);
  os << "} // namespace\n} // namespace dsp\n\n";
  os << "namespace " << StringRef(library.cppNamespace).ltrim(':') << " {\n\n";
  for (const Kernel &kernel : input->kernels)
    emitOpMethods(kernel, os);
  os << "const LibraryInfo &getLibrary() { return library; }\n\n} // namespace "
     << StringRef(library.cppNamespace).ltrim(':') << "\n";
  emitNumbered(code, library.name + "_kernels.inc", stream);
  return false;
}

mlir::GenRegistration genKernels("gen-dsp-kernels",
                                 "Tables, verifiers and registration of a "
                                 "library's kernels",
                                 emitKernels);

} // namespace
