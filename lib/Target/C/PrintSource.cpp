//===- PrintSource.cpp - <name>.c -----------------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CPrinter.h"
#include "PrintCalls.h"
#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Dialect/Dsp/Utils/KernelCall.h"
#include "dsp/Target/C/CEmitter.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace dsp;

/// Compilers take more than linear time for one long function.
static constexpr size_t kCallsPerFunction = 256;

namespace {

class SourcePrinter {
public:
  SourcePrinter(CModel &model, raw_ostream &os)
      : model(model), os(os), calls(model, this->os),
        upper(StringRef(model.name).upper()), name(model.name) {}

  void print();

private:
  void printIncludes();
  void printWeightDeclarations();
  void printFailed();
  void printCheck();
  void printPart(size_t part);
  void printInit();
  void printRun();

  size_t numParts() const {
    return (model.plan.schedule().size() + kCallsPerFunction - 1) /
           kCallsPerFunction;
  }
  std::string partName(size_t part) const {
    return numParts() == 1 ? name + "_calls"
                           : name + "_calls_" + llvm::utostr(part + 1);
  }
  bool hasBinWeights() const { return model.weightsMode == WeightsMode::Bin; }
  /// Parameters or arguments that all parts have in common.
  void printPartParameters(bool withTypes);

  CModel &model;
  CPrinter os;
  CallPrinter calls;
  std::string upper;
  const std::string &name;
};

} // namespace

void SourcePrinter::printIncludes() {
  os.printLine("#include \"", name, ".h\"");
  for (const LibraryInfo *library : model.libraries)
    os.printLine("#include \"", library->header, "\"");
  if (model.usesMath)
    os.printLine("#include <math.h>");
  os.printLine("#include <stddef.h>");
  if (model.usesCopies)
    os.printLine("#include <string.h>");
  os.newline();
}

void SourcePrinter::printWeightDeclarations() {
  if (hasBinWeights() || model.weights.empty())
    return;
  os.comment("Weights, see " + name + "_weights." +
             (model.weightsMode == WeightsMode::C ? "c" : "S"));
  for (const CWeight &weight : model.weights)
    os.printLine("extern const ", getElementCType(weight.type.getElementType()),
                 " ", weight.symbol, "[",
                 std::max<uint64_t>(weight.type.getNumElements(), 1), "];");
  os.newline();
}

void SourcePrinter::printFailed() {
  bool returnsStatus =
      llvm::any_of(model.libraries, [](const LibraryInfo *library) {
        return !library->status.isVoid();
      });
  if (!returnsStatus)
    return;
  os.open("static int32_t " + name + "_failed(int32_t call, int32_t status) {");
  os.printLine("return call * 256 + (status & 255);");
  os.close();
  os.newline();
}

/// Everything the caller hands over is checked by one loop over a table.
void SourcePrinter::printCheck() {
  os.open("struct " + name + "_memory {");
  os.printLine("const void *begin;");
  os.printLine("size_t bytes;");
  os.printLine("size_t align;");
  os.close("};");
  os.newline();
  os.openList("static int32_t " + name + "_check(");
  os.item("const struct " + name + "_inputs *in");
  os.item("const struct " + name + "_outputs *out");
  os.item("const void *arena");
  os.closeList(") {");
  os.open("");
  os.comment("What is written comes first: it must overlap nothing.");
  os.open("const struct " + name + "_memory memory[] = {");
  auto printRow = [&](StringRef begin, const Twine &macro) {
    os.printLine("{", begin, ", ", upper, "_", macro.str(), "BYTES, ", upper,
                 "_", macro.str(), "ALIGN},");
  };
  os.printLine("{arena, ", upper, "_ARENA_SIZE, ", upper, "_ARENA_ALIGN},");
  for (auto [index, output] : llvm::enumerate(model.outputs))
    printRow("out->" + output.field, "OUTPUT_" + Twine(index) + "_");
  for (auto [index, input] : llvm::enumerate(model.inputs))
    printRow("in->" + input.field, "INPUT_" + Twine(index) + "_");
  os.close("};");
  if (model.inputs.empty())
    os.printLine("(void)in;");
  if (model.outputs.empty())
    os.printLine("(void)out;");
  os.printLine("const size_t written = 1 + ", upper, "_OUTPUTS;");
  os.printLine("const size_t all = sizeof memory / sizeof memory[0];");
  os.open("for (size_t i = 0; i < all; ++i) {");
  os.printLine("if (!memory[i].begin && memory[i].bytes)");
  os.printLine("  return ", upper, "_ERROR_NULL;");
  os.printLine("if ((uintptr_t)memory[i].begin % memory[i].align)");
  os.printLine("  return ", upper, "_ERROR_ALIGN;");
  os.close();
  os.open("for (size_t i = 0; i < written; ++i) {");
  os.printLine("const uintptr_t begin = (uintptr_t)memory[i].begin;");
  os.open("for (size_t j = i + 1; j < all; ++j) {");
  os.printLine("const uintptr_t other = (uintptr_t)memory[j].begin;");
  os.printLine("if (begin < other + memory[j].bytes && "
               "other < begin + memory[i].bytes)");
  os.printLine("  return ", upper, "_ERROR_OVERLAP;");
  os.close();
  os.close();
  os.printLine("return 0;");
  os.close();
  os.newline();
}

void SourcePrinter::printPartParameters(bool withTypes) {
  auto item = [&](StringRef type, StringRef parameter) {
    os.item(withTypes ? (type + parameter).str() : parameter.str());
  };
  if (hasBinWeights())
    item("const unsigned char *", "weights");
  item("const struct " + name + "_inputs *", "in");
  item("const struct " + name + "_outputs *", "out");
  item("unsigned char *", "arena");
}

void SourcePrinter::printPart(size_t part) {
  size_t begin = part * kCallsPerFunction;
  size_t end =
      std::min(begin + kCallsPerFunction, model.plan.schedule().size());
  // Which parameters these calls need.
  bool used[4] = {};
  bool returnsStatus = false;
  for (size_t i = begin; i < end; ++i) {
    Operation *op = model.plan.schedule()[i];
    for (Value operand : op->getOperands())
      used[model.plan.placeOf(operand).kind] = true;
    for (Value result : op->getResults())
      used[model.plan.placeOf(result).kind] = true;
    for (ScratchNeed need : scratchNeeds(op))
      used[Place::Arena] |= need.bytes != 0;
    if (const KernelInfo *kernel = kernelOf(op))
      returnsStatus |= !kernel->library->status.isVoid();
  }

  os.openList("static int32_t " + partName(part) + "(");
  printPartParameters(/*withTypes=*/true);
  os.closeList(") {");
  os.open("");
  if (hasBinWeights() && !used[Place::Weights])
    os.printLine("(void)weights;");
  if (!used[Place::Input])
    os.printLine("(void)in;");
  if (!used[Place::Output])
    os.printLine("(void)out;");
  if (!used[Place::Arena])
    os.printLine("(void)arena;");
  if (returnsStatus)
    os.printLine("int32_t status;");
  os.newline();
  calls.beginFunction();
  for (size_t i = begin; i < end; ++i) {
    calls.printStep(i);
    os.newline();
  }
  os.printLine("return 0;");
  os.close();
  os.newline();
}

void SourcePrinter::printInit() {
  os.open("int32_t " + name + "_init(struct " + name +
          "_context *context, const void *weights, size_t size) {");
  os.printLine("if (!context || !weights)");
  os.printLine("  return ", upper, "_ERROR_NULL;");
  os.printLine("if ((uintptr_t)weights % ", upper, "_WEIGHTS_ALIGN)");
  os.printLine("  return ", upper, "_ERROR_ALIGN;");
  os.printLine("if (size != ", upper, "_WEIGHTS_SIZE)");
  os.printLine("  return ", upper, "_ERROR_WEIGHTS;");
  os.printLine("context->weights = weights;");
  os.printLine("return 0;");
  os.close();
  os.newline();
}

void SourcePrinter::printRun() {
  os.openList("int32_t " + name + "_run(");
  if (hasBinWeights())
    os.item("const struct " + name + "_context *context");
  os.item("const struct " + name + "_inputs *in");
  os.item("const struct " + name + "_outputs *out");
  os.item("void *arena");
  os.closeList(") {");
  os.open("");
  os.printLine("if (!in || !out)");
  os.printLine("  return ", upper, "_ERROR_NULL;");
  if (hasBinWeights()) {
    os.printLine("if (!context || !context->weights)");
    os.printLine("  return ", upper, "_ERROR_NULL;");
    os.printLine("const unsigned char *const weights = context->weights;");
  }
  os.printLine("const int32_t code = ", name, "_check(in, out, arena);");
  if (numParts() <= 1) {
    os.printLine("if (code != 0)");
    os.printLine("  return code;");
    if (numParts() == 0) {
      os.printLine("return 0;");
    } else {
      os.openList("return " + partName(0) + "(");
      printPartParameters(/*withTypes=*/false);
      os.closeList(");");
      os.newline();
    }
    os.close();
    return;
  }
  // Through a table, so that no compiler makes one long function of them.
  os.openList("static int32_t (*const parts[])(");
  if (hasBinWeights())
    os.item("const unsigned char *");
  os.item("const struct " + name + "_inputs *");
  os.item("const struct " + name + "_outputs *");
  os.item("unsigned char *");
  os.closeList(") = {");
  os.newline();
  os.openList("    ");
  for (size_t part = 0; part < numParts(); ++part)
    os.item(partName(part));
  os.closeList("};");
  os.newline();
  os.printLine("int32_t failed = code;");
  os.printLine("for (size_t i = 0; failed == 0 && i < sizeof parts / sizeof "
               "parts[0]; ++i)");
  os.openList("  failed = parts[i](");
  printPartParameters(/*withTypes=*/false);
  os.closeList(");");
  os.newline();
  os.printLine("return failed;");
  os.close();
}

void SourcePrinter::print() {
  model.stepLines.clear();
  os.comment(name + ".c - made by dsp-compile " DSP_MLIR_VERSION "; see " +
             name + ".h");
  printIncludes();
  if (model.usesAlignedArrays)
    printAlignedMacro(os, upper);
  printWeightDeclarations();
  printFailed();
  printCheck();
  for (size_t part = 0; part < numParts(); ++part)
    printPart(part);
  if (hasBinWeights())
    printInit();
  printRun();
}

void dsp::printCSource(CModel &model, raw_ostream &os) {
  SourcePrinter(model, os).print();
}
