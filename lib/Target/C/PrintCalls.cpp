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

using namespace mlir;
using namespace dsp;

void CallPrinter::printStep(size_t index) {
  Operation *op = model.plan.schedule()[index];
  printComment(index, op);
  for (Value operand : op->getOperands())
    declareTensor(viewSource(operand));
  for (Value result : op->getResults())
    declareTensor(result);
  if (const KernelInfo *kernel = kernelOf(op))
    printKernelCall(index, op, *kernel);
  else
    printCopy(op);
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
  if (cType != "void" && cType != getElementCType(held))
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

void CallPrinter::printKernelCall(size_t index, Operation *op,
                                  const KernelInfo &kernel) {
  const StatusConvention &status = kernel.library->status;
  bool hasBlock = llvm::any_of(kernel.args, isAggregate);
  variables.clear();
  if (hasBlock) {
    os.open("{");
    declareAggregates(op, kernel.args, /*nested=*/false);
  }

  model.stepLines.push_back(os.line());
  scratchText.clear();
  if (!status.isVoid())
    scratchText +=
        status.cType == "int32_t" ? "status = " : "status = (int32_t)";
  scratchText += kernel.cName;
  scratchText += '(';
  os.openList(scratchText);
  size_t nextScratch = 0;
  for (const CArg &arg : kernel.args)
    printArg(op, arg, /*asField=*/false, nextScratch);
  os.closeList(");");
  os.newline();
  if (hasBlock)
    os.close();
  if (status.isVoid())
    return;
  os << "if (status != ";
  scratchText.clear();
  formatCNumber(CNumber(status.good), "int32_t", scratchText);
  os << scratchText << ")";
  os.newline();
  os << "  return " << model.name << "_failed(" << uint64_t(index + 1)
     << ", status);";
  os.newline();
}

/// The items of an argument list or, with `asField`, of a struct's initialiser.
void CallPrinter::printArg(Operation *op, const CArg &arg, bool asField,
                           size_t &nextScratch) {
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
      appendTensor(tensors.front(), arg.cType, arg.kind == CArgKind::Output,
                   text);
    break;
  case CArgKind::Scratch: {
    arg.numbers(op, numbers);
    int64_t offset = model.plan.scratchOffsets(op)[nextScratch++];
    if (numbers.front().integer == 0)
      stream << "NULL";
    else
      stream << (arg.cType == "void" ? "arena + " : "(void *)(arena + ")
             << offset << (arg.cType == "void" ? "" : ")");
    break;
  }
  case CArgKind::Scalar:
    arg.numbers(op, numbers);
    if (arg.enumerators.empty())
      formatCNumber(numbers.front(), arg.cType, number);
    else
      number = arg.enumerators[numbers.front().integer];
    stream << number;
    break;
  case CArgKind::Literal:
    stream << arg.text;
    break;
  case CArgKind::InputArray:
  case CArgKind::OutputArray:
  case CArgKind::Array: {
    auto it = variables.find(&arg);
    stream << (it == variables.end() ? StringRef("NULL") : it->second.str());
    break;
  }
  case CArgKind::Struct: {
    if (auto it = variables.find(&arg); it != variables.end()) {
      stream << (arg.byPointer ? "&" : "") << it->second;
      break;
    }
    stream << "{";
    os.openList(text);
    for (const CArg &field : arg.fields)
      printArg(op, field, /*asField=*/true, nextScratch);
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
bool CallPrinter::isConstant(Operation *op, const CArg &arg) const {
  switch (arg.kind) {
  case CArgKind::Scalar:
  case CArgKind::Array:
  case CArgKind::Literal:
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
    return llvm::all_of(
        arg.fields, [&](const CArg &field) { return isConstant(op, field); });
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
void CallPrinter::declareAggregates(Operation *op, ArrayRef<CArg> args,
                                    bool nested) {
  for (const CArg &arg : args) {
    if (arg.kind == CArgKind::Array)
      declareArray(op, arg);
    if (arg.kind == CArgKind::InputArray || arg.kind == CArgKind::OutputArray)
      declareTensorArray(op, arg);
    if (arg.kind != CArgKind::Struct)
      continue;
    declareAggregates(op, arg.fields, /*nested=*/true);
    // A struct within a struct is part of its initialiser.
    if (nested && !arg.byPointer)
      continue;
    nameVariable(arg);
    scratchText = isConstant(op, arg) ? "static const " : "const ";
    scratchText += arg.cType;
    scratchText += ' ';
    scratchText += variables[&arg];
    scratchText += " = {";
    os.openList(scratchText);
    // Scratch offsets are counted over the whole prototype.
    size_t nextScratch = 0;
    const KernelInfo *kernel = kernelOf(op);
    bool reached = false;
    forEachArg(kernel->args, [&](const CArg &other) {
      reached |= &other == &arg;
      nextScratch += !reached && other.kind == CArgKind::Scratch;
    });
    for (const CArg &field : arg.fields)
      printArg(op, field, /*asField=*/true, nextScratch);
    os.closeList("};");
    os.newline();
  }
}

void CallPrinter::declareArray(Operation *op, const CArg &arg) {
  SmallVector<CNumber> numbers;
  arg.numbers(op, numbers);
  if (numbers.empty())
    return;
  nameVariable(arg);
  StringRef cType = arg.cType;
  cType.consume_front("const ");
  llvm::SmallString<64> text;
  llvm::raw_svector_ostream(text)
      << "static const " << cType << " " << variables[&arg] << "["
      << numbers.size() << "]";
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

void CallPrinter::declareTensorArray(Operation *op, const CArg &arg) {
  SmallVector<Value> tensors;
  arg.tensors(op, tensors);
  if (tensors.empty())
    return;
  nameVariable(arg);
  bool isWritten = arg.kind == CArgKind::OutputArray;
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
