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
  void printRun();

  // The life of a context.
  void printPoolAlignment();
  void printWorkspace();
  void printMakePart(size_t part);
  void printReleasePart(size_t part);
  void printInit();
  void printDeinit();

  static size_t numParts(size_t steps) {
    return (steps + kCallsPerFunction - 1) / kCallsPerFunction;
  }
  size_t numParts() const { return numParts(model.plan.schedule().size()); }
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
  /// Steps that do something once, when the context is made or released.
  std::vector<size_t> madeSteps;
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
  auto canFail = [](ArrayRef<CFunctionInfo> functions) {
    return llvm::any_of(functions, [](const CFunctionInfo &function) {
      return function.status.canFail();
    });
  };
  bool returnsStatus = llvm::any_of(model.libraries,
                                    [&](const LibraryInfo *library) {
                                      return canFail(library->initCalls) ||
                                             canFail(library->deinitCalls);
                                    }) ||
                       llvm::any_of(model.plan.schedule(), [&](Operation *op) {
                         const KernelInfo *kernel = kernelOf(op);
                         return kernel && (canFail(kernel->runCalls) ||
                                           canFail(kernel->initCalls) ||
                                           canFail(kernel->deinitCalls));
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
  if (model.hasWorkspace)
    os.item("size_t arena_size");
  os.closeList(") {");
  os.open("");
  os.comment("What is written comes first: it must overlap nothing.");
  os.open("const struct " + name + "_memory memory[] = {");
  auto printRow = [&](StringRef begin, const Twine &macro) {
    os.printLine("{", begin, ", ", upper, "_", macro.str(), "BYTES, ", upper,
                 "_", macro.str(), "ALIGN},");
  };
  os.printLine("{arena, ",
               model.hasWorkspace ? "arena_size" : upper + "_ARENA_SIZE", ", ",
               upper, "_ARENA_ALIGN},");
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
  if (model.hasState)
    item("struct " + name + "_context *", "context");
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
  bool returnsStatus = false, usesContext = false;
  for (size_t i = begin; i < end; ++i) {
    Operation *op = model.plan.schedule()[i];
    for (Value operand : op->getOperands())
      used[model.plan.placeOf(operand).kind] = true;
    for (Value result : op->getResults())
      used[model.plan.placeOf(result).kind] = true;
    for (ScratchNeed need : scratchNeeds(op))
      used[Place::Arena] |= need.bytes != 0;
    const KernelInfo *kernel = kernelOf(op);
    if (!kernel)
      continue;
    for (const CFunctionInfo &function : kernel->runCalls)
      returnsStatus |= function.status.canFail();
    forEachRunArg(*kernel, [&](const CArg &arg) {
      used[Place::Arena] |= arg.kind == CArgKind::Workspace;
      usesContext |= arg.kind == CArgKind::State ||
                     arg.kind == CArgKind::StateAddress ||
                     arg.kind == CArgKind::Workspace;
    });
  }

  os.openList("static int32_t " + partName(part) + "(");
  printPartParameters(/*withTypes=*/true);
  os.closeList(") {");
  os.open("");
  if (model.hasState && !usesContext)
    os.printLine("(void)context;");
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

//===----------------------------------------------------------------------===//
// The context
//===----------------------------------------------------------------------===//

/// All that is in a pool has its alignment.
void SourcePrinter::printPoolAlignment() {
  if (model.pool.alignment <= 1)
    return;
  os.printLine("if (align < ", model.pool.alignment, ")");
  os.printLine("  align = ", model.pool.alignment, ";");
}

/// Memory behind the arena, for kernels whose needs only their library knows.
void SourcePrinter::printWorkspace() {
  if (!model.hasWorkspace)
    return;
  os.openList("static void *" + name + "_workspace(");
  os.item("unsigned char *arena");
  os.item("size_t bytes");
  os.item("size_t align");
  os.closeList(") {");
  os.open("");
  os.printLine("if (bytes == 0)");
  os.printLine("  return NULL;");
  printPoolAlignment();
  os.printLine("unsigned char *const end = arena + ", upper, "_ARENA_SIZE;");
  os.printLine("const size_t past = align > 1 ? (uintptr_t)end % align : 0;");
  os.printLine("return end + (past ? align - past : 0);");
  os.close();
  os.newline();
  os.openList("static void " + name + "_reserve(");
  os.item("struct " + name + "_context *context");
  os.item("size_t bytes");
  os.item("size_t align");
  os.closeList(") {");
  os.open("");
  printPoolAlignment();
  os.printLine("const size_t size = ", upper,
               "_ARENA_SIZE + bytes + (bytes && align > 1 ? align - 1 : 0);");
  os.printLine("if (size > context->arena_size)");
  os.printLine("  context->arena_size = size;");
  os.close();
  os.newline();
}

void SourcePrinter::printMakePart(size_t part) {
  size_t begin = part * kCallsPerFunction;
  size_t end = std::min(begin + kCallsPerFunction, madeSteps.size());
  os.open("static int32_t " + name + "_make_" + llvm::utostr(part + 1) +
          "(struct " + name + "_context *context) {");
  bool returnsStatus = false, usesWeights = false, usesContext = false;
  for (size_t i = begin; i < end; ++i) {
    Operation *op = model.plan.schedule()[madeSteps[i]];
    const KernelInfo &kernel = *kernelOf(op);
    usesContext |= !kernel.states.empty() || model.madeFlag(op);
    for (const CFunctionInfo &function : kernel.initCalls) {
      returnsStatus |= function.status.canFail() && !function.status.stored;
      forEachArg(function.args, [&](const CArg &arg) {
        usesWeights |= arg.tensors != nullptr;
        usesContext |= arg.kind == CArgKind::State;
      });
    }
  }
  if (!usesContext)
    os.printLine("(void)context;");
  if (hasBinWeights() && usesWeights)
    os.printLine("const unsigned char *const weights = context->weights;");
  if (returnsStatus)
    os.printLine("int32_t status;");
  calls.beginFunction();
  for (size_t i = begin; i < end; ++i) {
    os.newline();
    calls.printStepInit(madeSteps[i]);
  }
  os.printLine("return 0;");
  os.close();
  os.newline();
}

/// The last that was made is the first to go.
void SourcePrinter::printReleasePart(size_t part) {
  size_t begin = part * kCallsPerFunction;
  size_t end = std::min(begin + kCallsPerFunction, madeSteps.size());
  os.open("static int32_t " + name + "_release_" + llvm::utostr(part + 1) +
          "(struct " + name + "_context *context, int32_t failed) {");
  bool returnsStatus = false, usesContext = false;
  for (size_t i = begin; i < end; ++i) {
    const KernelInfo &kernel = *kernelOf(model.plan.schedule()[madeSteps[i]]);
    for (const CFunctionInfo &function : kernel.deinitCalls)
      returnsStatus |= function.status.canFail();
    usesContext |= !kernel.deinitCalls.empty() ||
                   llvm::any_of(kernel.states, [](const StateInfo &state) {
                     return state.isHandle;
                   });
  }
  if (!usesContext)
    os.printLine("(void)context;");
  if (returnsStatus)
    os.printLine("int32_t status;");
  for (size_t i = end; i-- > begin;)
    calls.printStepDeinit(madeSteps[i]);
  os.printLine("return failed;");
  os.close();
  os.newline();
}

void SourcePrinter::printInit() {
  printContextPrototype(model, os, "init");
  os.open(" {");
  os.printLine("if (!context", hasBinWeights() ? " || !weights)" : ")");
  os.printLine("  return ", upper, "_ERROR_NULL;");
  if (hasBinWeights()) {
    os.printLine("if ((uintptr_t)weights % ", upper, "_WEIGHTS_ALIGN)");
    os.printLine("  return ", upper, "_ERROR_ALIGN;");
    os.printLine("if (size != ", upper, "_WEIGHTS_SIZE)");
    os.printLine("  return ", upper, "_ERROR_WEIGHTS;");
  }
  if (model.hasState) {
    os.printLine("static const struct ", name, "_context nothing;");
    os.printLine("*context = nothing;");
    os.printLine("context->arena_size = ", upper, "_ARENA_SIZE;");
  }
  if (hasBinWeights())
    os.printLine("context->weights = weights;");
  if (!model.hasState) {
    os.printLine("return 0;");
    os.close();
    os.newline();
    return;
  }
  for (const LibraryInfo *library : model.libraries)
    for (auto [index, state] : llvm::enumerate(library->states))
      if (state.fromApplication) {
        const std::string &field =
            model.stateField(nullptr, *library, {uint32_t(index), true})->name;
        os.printLine("context->", field, " = ", field, ";");
      }
  os.printLine("int32_t code = ", name, "_make(context);");
  if (model.mayOutgrowPool()) {
    os.printLine("if (code == 0 && context->arena_size > ", upper,
                 "_ARENA_CAPACITY)");
    os.printLine("  code = ", upper, "_ERROR_ARENA;");
  }
  os.printLine("if (code != 0)");
  os.printLine("  (void)", name, "_deinit(context);");
  os.printLine("else");
  os.printLine("  context->is_ready = 1;");
  os.printLine("return code;");
  os.close();
  os.newline();
}

/// What init and deinit do with libraries and parts, in order and in reverse.
void SourcePrinter::printDeinit() {
  size_t parts = numParts(madeSteps.size());
  os.open("static int32_t " + name + "_make(struct " + name +
          "_context *context) {");
  bool returnsStatus = false, releasesStatus = false, usesContext = parts > 0;
  for (const LibraryInfo *library : model.libraries) {
    usesContext |= !library->states.empty() || model.madeFlag(library);
    for (const CFunctionInfo &function : library->initCalls)
      returnsStatus |= function.status.canFail() && !function.status.stored;
    for (const CFunctionInfo &function : library->deinitCalls)
      releasesStatus |= function.status.canFail();
  }
  if (!usesContext)
    os.printLine("(void)context;");
  if (returnsStatus)
    os.printLine("int32_t status;");
  for (size_t i = 0; i < model.libraries.size(); ++i)
    calls.printLibraryInit(i);
  os.printLine("int32_t code = 0;");
  for (size_t part = 0; part < parts; ++part) {
    os.printLine("if (code == 0)");
    os.printLine("  code = ", name, "_make_", uint64_t(part + 1), "(context);");
  }
  os.printLine("return code;");
  os.close();
  os.newline();

  os.open("int32_t " + name + "_deinit(struct " + name +
          "_context *context) {");
  os.printLine("if (!context)");
  os.printLine("  return ", upper, "_ERROR_NULL;");
  if (releasesStatus)
    os.printLine("int32_t status;");
  os.printLine("int32_t failed = 0;");
  os.printLine("context->is_ready = 0;");
  for (size_t part = parts; part-- > 0;)
    os.printLine("failed = ", name, "_release_", uint64_t(part + 1),
                 "(context, failed);");
  for (size_t i = model.libraries.size(); i-- > 0;)
    calls.printLibraryDeinit(i);
  os.printLine("return failed;");
  os.close();
  os.newline();
}

void SourcePrinter::printRun() {
  printContextPrototype(model, os, "run");
  os.open(" {");
  os.printLine("if (!in || !out)");
  os.printLine("  return ", upper, "_ERROR_NULL;");
  if (model.hasState) {
    os.printLine("if (!context)");
    os.printLine("  return ", upper, "_ERROR_NULL;");
    os.printLine("if (!context->is_ready)");
    os.printLine("  return ", upper, "_ERROR_CONTEXT;");
  }
  if (hasBinWeights()) {
    os.printLine("if (!context || !context->weights)");
    os.printLine("  return ", upper, "_ERROR_NULL;");
    os.printLine("const unsigned char *const weights = context->weights;");
  }
  os.printLine("const int32_t code = ", name, "_check(in, out, arena",
               model.hasWorkspace ? ", context->arena_size" : "", ");");
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
  if (model.hasState)
    os.item("struct " + name + "_context *");
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
  printWorkspace();
  for (size_t part = 0; part < numParts(); ++part)
    printPart(part);
  if (model.hasState) {
    for (auto [index, op] : llvm::enumerate(model.plan.schedule()))
      if (const KernelInfo *kernel = kernelOf(op);
          kernel && (!kernel->states.empty() || !kernel->initCalls.empty() ||
                     !kernel->deinitCalls.empty()))
        madeSteps.push_back(index);
    size_t parts = numParts(madeSteps.size());
    for (size_t part = 0; part < parts; ++part)
      printMakePart(part);
    for (size_t part = 0; part < parts; ++part)
      printReleasePart(part);
    printDeinit();
  }
  if (model.hasContext())
    printInit();
  printRun();
}

void dsp::printCSource(CModel &model, raw_ostream &os) {
  SourcePrinter(model, os).print();
}
