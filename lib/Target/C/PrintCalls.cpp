//===- PrintCalls.cpp - The C of a model's kernel calls -------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PrintCalls.h"
#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Dialect/Dsp/Utils/KernelCall.h"
#include "dsp/Dialect/Dsp/Utils/SourceOps.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace dsp;

//===----------------------------------------------------------------------===//
// Steps and libraries
//===----------------------------------------------------------------------===//

CallPrinter::Caller CallPrinter::callerOf(size_t index) const {
  Operation *step = model.plan.schedule()[index];
  const KernelInfo &kernel = *kernelOf(step);
  return {index + 1, step, *kernel.library, kernel.states};
}

CallPrinter::Caller CallPrinter::libraryCaller(size_t index) const {
  const LibraryInfo &info = *model.libraries[index];
  return {model.plan.schedule().size() + index + 1, nullptr, info, info.states};
}

void CallPrinter::printStep(size_t index) {
  Operation *step = model.plan.schedule()[index];
  printComment(index, step);
  for (Value operand : step->getOperands())
    declareTensor(viewSource(operand));
  for (Value result : step->getResults())
    declareTensor(result);
  const KernelInfo *kernel = kernelOf(step);
  if (!kernel)
    return printCopy(step);

  scratchOffsets.clear();
  size_t nextScratch = 0;
  forEachRunArg(*kernel, [&](const CArg &arg) {
    if (arg.kind == CArgKind::Scratch)
      scratchOffsets[&arg] = model.plan.scratchOffsets(step)[nextScratch++];
  });
  Caller caller = callerOf(index);
  for (auto [function, info] : llvm::enumerate(kernel->runCalls))
    printCall(caller, function, info, OnFailure::Return);
}

void CallPrinter::printStepInit(size_t index) {
  Caller caller = callerOf(index);
  const KernelInfo &kernel = *kernelOf(caller.op);
  printComment(index, caller.op);
  SmallVector<Value> tensors;
  for (const CFunctionInfo &function : kernel.initCalls)
    forEachArg(function.args, [&](const CArg &arg) {
      if (arg.tensors)
        arg.tensors(caller.op, tensors);
    });
  for (Value tensor : tensors)
    declareTensor(viewSource(tensor));
  printInit(caller, kernel.initCalls);
  printReserve(caller, kernel);
}

void CallPrinter::printStepDeinit(size_t index) {
  Caller caller = callerOf(index);
  printDeinit(caller, kernelOf(caller.op)->deinitCalls);
}

void CallPrinter::printLibraryInit(size_t index) {
  Caller caller = libraryCaller(index);
  printInit(caller, caller.library.initCalls);
}

void CallPrinter::printLibraryDeinit(size_t index) {
  Caller caller = libraryCaller(index);
  printDeinit(caller, caller.library.deinitCalls);
}

void CallPrinter::printInit(const Caller &caller,
                            ArrayRef<CFunctionInfo> functions) {
  for (auto [function, info] : llvm::enumerate(functions))
    printCall(caller, function, info, OnFailure::Return);
  if (const CContextField *flag = model.madeFlag(caller.owner()))
    os.printLine("context->", flag->name, " = 1;");
}

/// Each call only undoes what has been made.
void CallPrinter::printDeinit(const Caller &caller,
                              ArrayRef<CFunctionInfo> functions) {
  op = caller.op;
  library = &caller.library;
  const CContextField *flag = model.madeFlag(caller.owner());
  for (auto [function, info] : llvm::enumerate(functions)) {
    std::vector<std::string> made;
    forEachArg(info.args, [&](const CArg &arg) {
      bool isState =
          arg.kind == CArgKind::State || arg.kind == CArgKind::StateAddress;
      // A library's states are its own to ask for in calls of kernels.
      bool isOwn = isState && arg.state.ofLibrary == !caller.op;
      if (isOwn && caller.states[arg.state.index].isHandle &&
          !llvm::is_contained(made, state(arg.state)))
        made.push_back(state(arg.state));
    });
    if (made.empty() && flag)
      made.push_back("context->" + flag->name);
    os.open("if (" + llvm::join(made, " && ") + ") {");
    printCall(caller, function, info, OnFailure::Remember);
    os.close();
  }
  for (auto [index, info] : llvm::enumerate(caller.states))
    if (info.isHandle)
      os.printLine(state({static_cast<uint32_t>(index), !caller.op}), " = 0;");
  if (flag)
    os.printLine("context->", flag->name, " = 0;");
}

/// Makes room behind the arena for memory whose size the library has told.
void CallPrinter::printReserve(const Caller &caller, const KernelInfo &kernel) {
  const CArg *workspace = nullptr;
  forEachRunArg(kernel, [&](const CArg &arg) {
    if (arg.kind == CArgKind::Workspace)
      workspace = &arg;
  });
  if (!workspace)
    return;
  os.printLine(
      model.name, "_reserve(context, (size_t)", state(workspace->state), ", ",
      workspace->alignState ? "(size_t)" + state(*workspace->alignState)
                            : llvm::utostr(workspace->alignment),
      ");");
}

std::string CallPrinter::state(StateRef ref) const {
  return "context->" + model.stateField(op, *library, ref)->name;
}

//===----------------------------------------------------------------------===//
// Comments
//===----------------------------------------------------------------------===//

static void printShape(Type type, raw_ostream &os) {
  auto tensor = cast<RankedTensorType>(type);
  if (tensor.getRank() == 0)
    os << "scalar";
  llvm::interleave(tensor.getShape(), os, "x");
}

/// At most as many shapes as a reader wants to see.
template <typename Values>
static void printShapes(Values values, raw_ostream &os) {
  constexpr unsigned kMaxShown = 4;
  unsigned count = 0, total = 0;
  for (Value value : values) {
    if (viewSource(value).getDefiningOp<ConstantOp>())
      continue;
    if (++total > kMaxShown)
      continue;
    os << (count++ ? ", " : "");
    printShape(value.getType(), os);
  }
  if (total > kMaxShown)
    os << " and " << total - kMaxShown << " more";
}

/// "3: nn.conv2d + nn.relu, %4 at 12:7: 1x8x8x512 -> 1x8x8x512"
void CallPrinter::printComment(size_t index, Operation *op) {
  SourceOps source = getSourceOps(op->getLoc());
  scratchText.clear();
  llvm::raw_svector_ostream text(scratchText);
  text << index + 1 << ": ";
  if (source.ops.empty())
    text << (isa<CopyOp>(op) ? "copy" : op->getName().getStringRef());
  llvm::interleave(source.ops, text, " + ");
  StringRef separator = ", ";
  for (const SourcePlace &place : source.places) {
    if (place.name.empty())
      continue;
    text << separator << place.name;
    if (place.line)
      text << " at " << place.line << ":" << place.column;
    separator = " + ";
  }
  text << ": ";
  printShapes(op->getOperands(), text);
  text << " -> ";
  printShapes(op->getResults(), text);
  os.comment(scratchText);
}

//===----------------------------------------------------------------------===//
// Tensors
//===----------------------------------------------------------------------===//

/// Pointers into the arena, and into weights whose address isn't known before
/// run time, are variables with the tensor's name.
void CallPrinter::declareTensor(Value value) {
  Place place = model.plan.placeOf(value);
  bool isWeight = place.kind == Place::Weights;
  if (isWeight ? model.weightsMode != WeightsMode::Bin
               : place.kind != Place::Arena)
    return;
  // Equal constants are one weight.
  if (isWeight ? !declaredWeights.insert(model.weightOf.lookup(value)).second
               : !declared.insert(value).second)
    return;
  auto type = cast<RankedTensorType>(value.getType());
  if (isWeight) {
    const CWeight &weight = model.weights[model.weightOf.lookup(value)];
    os << "const " << getElementCType(type.getElementType()) << " *const "
       << weight.symbol << " = (const void *)(weights + " << weight.offset
       << ");";
  } else {
    os << getElementCType(type.getElementType()) << " *const "
       << model.localNames.lookup(value) << " = (void *)(arena + "
       << place.index << ");";
  }
  os.newline();
}

void CallPrinter::appendTensor(Value value, StringRef cType, bool isWritten,
                               SmallVectorImpl<char> &text) const {
  Value source = viewSource(value);
  Place place = model.plan.placeOf(source);
  llvm::raw_svector_ostream os(text);
  Type held = cast<RankedTensorType>(source.getType()).getElementType();
  if (place.kind == Place::Output)
    held = model.outputs[place.index].type.getElementType();
  cType.consume_front("const ");
  // A kernel may ask for a pointer to what it doesn't write without a const.
  bool dropsConst =
      isWritten && (place.kind == Place::Input || place.kind == Place::Weights);
  if (dropsConst || (cType != "void" && cType != getElementCType(held)))
    os << (isWritten ? "(void *)" : "(const void *)");
  switch (place.kind) {
  case Place::Input:
    os << "in->" << model.inputs[place.index].field;
    return;
  case Place::Output:
    os << "out->" << model.outputs[place.index].field;
    return;
  case Place::Weights:
    os << model.weights[model.weightOf.lookup(source)].symbol;
    return;
  case Place::Arena:
    os << model.localNames.lookup(source);
    return;
  }
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

void CallPrinter::printCopy(Operation *op) {
  model.stepLines.push_back(os.line());
  os.openList("memcpy(");
  scratchText.clear();
  appendTensor(op->getResult(0), "void", true, scratchText);
  os.item(scratchText);
  scratchText.clear();
  appendTensor(op->getOperand(0), "void", false, scratchText);
  os.item(scratchText);
  os.item(llvm::utostr(*tensorBytes(op->getResult(0).getType())));
  os.closeList(");");
  os.newline();
}

static bool isAggregate(const CArg &arg) {
  switch (arg.kind) {
  case CArgKind::Struct:
  case CArgKind::Array:
  case CArgKind::InputArray:
  case CArgKind::OutputArray:
    return true;
  default:
    return false;
  }
}

void CallPrinter::printCall(const Caller &caller, size_t function,
                            const CFunctionInfo &info, OnFailure onFailure) {
  op = caller.op;
  const KernelInfo *kernel = op ? kernelOf(op) : nullptr;
  args = kernel ? KernelArgs(*kernel, op) : KernelArgs();
  library = &caller.library;
  const StatusConvention &status = info.status;
  bool hasBlock = llvm::any_of(info.args, isAggregate);
  variables.clear();
  if (hasBlock) {
    os.open("{");
    declareAggregates(info.args, /*nested=*/false);
  }

  // A step's line is that of the kernel's own function, the last.
  if (op && onFailure == OnFailure::Return &&
      &info == &kernelOf(op)->runCalls.back())
    model.stepLines.push_back(os.line());
  scratchText.clear();
  if (status.stored)
    scratchText += state(*status.stored) + " = ";
  else if (status.canFail())
    scratchText +=
        status.cType == "int32_t" ? "status = " : "status = (int32_t)";
  scratchText += info.cName;
  scratchText += '(';
  os.openList(scratchText);
  for (const CArg &arg : info.args)
    printArg(arg, /*asField=*/false);
  os.closeList(");");
  os.newline();
  if (hasBlock)
    os.close();
  if (status.canFail())
    printStatusCheck(caller, function, status, onFailure);
}

static StringRef negated(StringRef comparison) {
  return llvm::StringSwitch<StringRef>(comparison)
      .Case("==", "!=")
      .Case("!=", "==")
      .Case("<", ">=")
      .Case(">=", "<")
      .Case(">", "<=")
      .Default(">");
}

void CallPrinter::printStatusCheck(const Caller &caller, size_t function,
                                   const StatusConvention &status,
                                   OnFailure onFailure) {
  std::string value = "status", code = "status";
  if (status.stored) {
    value = state(*status.stored);
    // A pointer says no more than that it is null.
    bool isHandle =
        (status.stored->ofLibrary ? library->states
                                  : caller.states)[status.stored->index]
            .isHandle;
    code = isHandle ? "-1" : "(int32_t)" + value;
  }
  os << "if (" << value << " " << negated(status.comparison) << " ";
  scratchText.clear();
  formatCNumber(CNumber(status.good), "int32_t", scratchText);
  os << scratchText;
  // The first failure is the one that is told.
  if (onFailure == OnFailure::Remember)
    os << " && failed == 0";
  os << ")";
  os.newline();
  os << (onFailure == OnFailure::Return ? "  return " : "  failed = ")
     << model.name << "_failed(" << uint64_t(caller.number) << ", " << code
     << ")";
  if (function)
    os << " + (" << uint64_t(function) << " << 28)";
  os << ";";
  os.newline();
}

/// The items of an argument list or, with `asField`, of a struct's initialiser.
void CallPrinter::printArg(const CArg &arg, bool asField) {
  llvm::SmallString<64> text;
  llvm::raw_svector_ostream stream(text);
  if (asField)
    stream << "." << arg.name << " = ";
  SmallVector<Value, 1> tensors;
  SmallVector<CNumber, 1> numbers;
  llvm::SmallString<32> number;
  switch (arg.kind) {
  case CArgKind::Input:
  case CArgKind::Output:
    arg.tensors(op, tensors);
    if (tensors.empty())
      stream << "NULL";
    else
      appendTensor(tensors.front(), arg.cType,
                   arg.kind == CArgKind::Output || arg.isMutable, text);
    break;
  case CArgKind::Scratch:
    arg.numbers(args, numbers);
    if (numbers.front().integer == 0)
      stream << "NULL";
    else
      stream << (arg.cType == "void" ? "arena + " : "(void *)(arena + ")
             << scratchOffsets.lookup(&arg) << (arg.cType == "void" ? "" : ")");
    break;
  case CArgKind::Workspace:
    stream << model.name << "_workspace(arena, (size_t)" << state(arg.state)
           << ", ";
    if (arg.alignState)
      stream << "(size_t)" << state(*arg.alignState);
    else
      stream << arg.alignment;
    stream << ")";
    break;
  case CArgKind::Scalar:
    arg.numbers(args, numbers);
    if (arg.enumerators.empty())
      formatCNumber(numbers.front(), arg.cType, number);
    else
      number = arg.enumerators[numbers.front().integer];
    stream << number;
    break;
  case CArgKind::Literal:
    stream << arg.text;
    break;
  case CArgKind::Enum:
    stream << arg.enumerator(op);
    break;
  case CArgKind::State:
    stream << state(arg.state);
    break;
  case CArgKind::StateAddress:
    stream << "&" << state(arg.state);
    break;
  case CArgKind::InputArray:
  case CArgKind::OutputArray:
  case CArgKind::Array: {
    auto it = variables.find(&arg);
    bool isNull = it == variables.end();
    if (!arg.passedAs.empty() && !isNull)
      stream << "(" << arg.passedAs << ")";
    stream << (isNull ? StringRef("NULL") : it->second.str());
    break;
  }
  case CArgKind::ArrayField:
    arg.numbers(args, numbers);
    // C has no empty initialisers.
    if (numbers.empty())
      numbers.push_back(int64_t{0});
    stream << "{";
    os.openList(text);
    for (const CNumber &element : numbers) {
      number.clear();
      formatCNumber(element, arg.cType, number);
      os.item(number);
    }
    os.closeList("}");
    return;
  case CArgKind::Struct: {
    if (auto it = variables.find(&arg); it != variables.end()) {
      stream << (arg.byPointer ? "&" : "") << it->second;
      break;
    }
    stream << "{";
    os.openList(text);
    for (const CArg &field : arg.fields)
      printArg(field, /*asField=*/true);
    os.closeList("}");
    return;
  }
  }
  os.item(text);
}

//===----------------------------------------------------------------------===//
// Variables of a call
//===----------------------------------------------------------------------===//

/// Whether the argument's variable is the same in every run, and so can be in
/// read-only memory instead of on the stack.
bool CallPrinter::isConstant(const CArg &arg) const {
  switch (arg.kind) {
  case CArgKind::Array:
    return !arg.isMutable;
  case CArgKind::Scalar:
  case CArgKind::ArrayField:
  case CArgKind::Literal:
  case CArgKind::Enum:
    return true;
  case CArgKind::Input: {
    if (model.weightsMode == WeightsMode::Bin)
      return false;
    SmallVector<Value, 1> tensors;
    arg.tensors(op, tensors);
    return llvm::all_of(tensors, [&](Value value) {
      return model.plan.placeOf(value).kind == Place::Weights;
    });
  }
  case CArgKind::Struct:
    return !arg.isMutable && llvm::all_of(arg.fields, [&](const CArg &field) {
      return isConstant(field);
    });
  default:
    return false;
  }
}

void CallPrinter::nameVariable(const CArg &arg) {
  llvm::SmallString<32> name(arg.name);
  auto isTaken = [&] {
    return llvm::any_of(variables,
                        [&](auto &entry) { return entry.second == name; });
  };
  // Nested structs may have fields of one name. No tensor is called like an
  // argument, and none ends with an underscore.
  while (isTaken())
    name += '_';
  variables[&arg] = name;
}

/// Declares what the arguments point to, innermost first.
void CallPrinter::declareAggregates(ArrayRef<CArg> args, bool nested) {
  for (const CArg &arg : args) {
    if (arg.kind == CArgKind::Array)
      declareArray(arg);
    if (arg.kind == CArgKind::InputArray || arg.kind == CArgKind::OutputArray)
      declareTensorArray(arg);
    if (arg.kind != CArgKind::Struct)
      continue;
    declareAggregates(arg.fields, /*nested=*/true);
    // A struct within a struct is part of its initialiser.
    if (nested && !arg.byPointer)
      continue;
    nameVariable(arg);
    scratchText = isConstant(arg) ? "static const "
                  : arg.isMutable ? ""
                                  : "const ";
    scratchText += arg.cType;
    scratchText += ' ';
    scratchText += variables[&arg];
    scratchText += " = {";
    os.openList(scratchText);
    for (const CArg &field : arg.fields)
      printArg(field, /*asField=*/true);
    os.closeList("};");
    os.newline();
  }
}

void CallPrinter::declareArray(const CArg &arg) {
  SmallVector<CNumber> numbers;
  arg.numbers(args, numbers);
  if (numbers.empty())
    return;
  nameVariable(arg);
  StringRef cType = arg.cType;
  cType.consume_front("const ");
  llvm::SmallString<64> text;
  llvm::raw_svector_ostream(text)
      << (arg.isMutable ? "" : "static const ") << cType << " "
      << variables[&arg] << "[" << numbers.size() << "]";
  // Natural alignment goes without saying; more needs the compiler's own word.
  if (arg.alignment > CModel::kNaturalAlign)
    llvm::raw_svector_ostream(text) << " " << StringRef(model.name).upper()
                                    << "_ALIGNED(" << arg.alignment << ")";
  text += " = {";
  os.openList(text);
  for (const CNumber &number : numbers) {
    formatCNumber(number, cType, text);
    os.item(text);
  }
  os.closeList("};");
  os.newline();
}

void CallPrinter::declareTensorArray(const CArg &arg) {
  SmallVector<Value> tensors;
  arg.tensors(op, tensors);
  if (tensors.empty())
    return;
  nameVariable(arg);
  bool isWritten = arg.kind == CArgKind::OutputArray || arg.isMutable;
  StringRef cType = arg.cType;
  cType.consume_front("const ");
  llvm::SmallString<64> text;
  llvm::raw_svector_ostream(text)
      << (isWritten ? "" : "const ") << cType << " *const " << variables[&arg]
      << "[" << tensors.size() << "] = {";
  os.openList(text);
  for (Value tensor : tensors) {
    text.clear();
    appendTensor(tensor, cType, isWritten, text);
    os.item(text);
  }
  os.closeList("};");
  os.newline();
}
