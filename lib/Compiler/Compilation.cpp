//===- Compilation.cpp - A model on its way to C --------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Compiler/Compilation.h"
#include "dsp/Compiler/Pipeline.h"
#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Dialect/Dsp/Transforms/Passes.h"
#include "dsp/Dialect/Dsp/Utils/SourceOps.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "dsp/Import/Relay/Import.h"
#include "dsp/InitAll.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Tools/Plugins/DialectPlugin.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"

using namespace mlir;
using namespace dsp;

//===----------------------------------------------------------------------===//
// Diagnostics
//===----------------------------------------------------------------------===//

/// "file:line:col: error: …", and notes in the same form.
class Compilation::DiagnosticPrinter : public ScopedDiagnosticHandler {
public:
  DiagnosticPrinter(MLIRContext *context, StringRef model, Progress &progress)
      : ScopedDiagnosticHandler(context), model(model) {
    setHandler([this, &progress](Diagnostic &diagnostic) {
      progress.clear();
      print(diagnostic);
      for (Diagnostic &note : diagnostic.getNotes())
        print(note);
    });
  }

private:
  void print(Diagnostic &diagnostic) {
    static constexpr StringRef kinds[] = {"note", "warning", "error", "remark"};
    Location loc = diagnostic.getLocation();
    if (auto file = loc->findInstanceOf<FileLineColLoc>())
      llvm::errs() << file.getFilename().getValue() << ":" << file.getLine()
                   << ":" << file.getColumn();
    else
      llvm::errs() << model;
    llvm::errs() << ": " << kinds[unsigned(diagnostic.getSeverity())] << ": "
                 << diagnostic << "\n";
  }

  StringRef model;
};

void dsp::printToolError(StringRef message) {
  llvm::errs() << "error: " << message << "\n";
}

//===----------------------------------------------------------------------===//
// Stages
//===----------------------------------------------------------------------===//

Compilation::Compilation(CompileOptions options, TimingScope &timing)
    : compileOptions(std::move(options)), timing(timing),
      context(MLIRContext::Threading::DISABLED) {
  diagnostics = std::make_unique<DiagnosticPrinter>(
      &context, compileOptions.model, stageProgress);
  if (compileOptions.name.empty())
    compileOptions.name = makeModelName(compileOptions.model);
}

Compilation::~Compilation() = default;

std::string dsp::makeModelName(StringRef path) {
  if (path == "-")
    return "model";
  std::string name;
  for (char c : llvm::sys::path::stem(path)) {
    if (llvm::isAlnum(c))
      name += llvm::toLower(c);
    else if (!name.empty() && name.back() != '_')
      name += '_';
  }
  while (!name.empty() && name.back() == '_')
    name.pop_back();
  if (name.empty() || llvm::isDigit(name.front()))
    name = "model" + (name.empty() ? "" : "_" + name);
  return name;
}

LogicalResult Compilation::loadLibraries() {
  DialectRegistry registry;
  registerAllDialects(registry);
  std::vector<std::string> names;
  for (const std::string &library : compileOptions.libraries) {
    if (library == "none")
      continue;
    bool isFile =
        StringRef(library).contains('/') || StringRef(library).ends_with(".so");
    if (!isFile) {
      if (!lookupLibrary(library)) {
        std::string known;
        for (const LibraryInfo *info : allLibraries())
          known += (known.empty() ? "" : ", ") + info->name.str();
        printToolError("there is no library '" + library +
                       "'; built in are: " + known);
        return failure();
      }
      names.push_back(library);
      continue;
    }
    SmallVector<const LibraryInfo *> before(allLibraries());
    auto plugin = DialectPlugin::load(library);
    if (!plugin) {
      printToolError("cannot load library '" + library +
                     "': " + llvm::toString(plugin.takeError()));
      return failure();
    }
    plugin->registerDialectRegistryCallbacks(registry);
    size_t count = names.size();
    for (const LibraryInfo *info : allLibraries())
      if (!llvm::is_contained(before, info))
        names.push_back(info->name.str());
    if (names.size() == count) {
      printToolError("'" + library + "' registers no kernel library");
      return failure();
    }
  }
  for (const std::string &name : names)
    usedLibraries.push_back(lookupLibrary(name));
  context.appendDialectRegistry(registry);
  return success();
}

/// MLIR text or bytecode, as opposed to Relay's text and JSON.
static bool looksLikeMlir(StringRef text) {
  if (text.starts_with("ML\xEFR"))
    return true;
  while (true) {
    text = text.ltrim();
    if (!text.starts_with("//"))
      break;
    text = text.drop_until([](char c) { return c == '\n'; });
  }
  for (StringRef begin : {"module", "func.func", "builtin.module", "\"builtin.",
                          "\"func.", "#loc"})
    if (text.starts_with(begin))
      return true;
  return false;
}

LogicalResult Compilation::importMlir() {
  if (!compileOptions.params.empty()) {
    printToolError("MLIR holds its parameters itself: --params is for Relay");
    return failure();
  }
  context.loadAllAvailableDialects();
  llvm::SourceMgr sources;
  sources.AddNewSourceBuffer(std::move(source), llvm::SMLoc());
  moduleOp = parseSourceFile<ModuleOp>(sources, &context);
  return success(bool(moduleOp));
}

LogicalResult Compilation::import() {
  TimingScope scope = timing.nest("Import");
  stageProgress.show("reading the model");
  if (failed(loadLibraries()))
    return failure();
  auto file = llvm::MemoryBuffer::getFileOrSTDIN(compileOptions.model);
  if (std::error_code error = file.getError()) {
    printToolError("cannot read '" + compileOptions.model +
                   "': " + error.message());
    return failure();
  }
  source = std::move(*file);
  if (looksLikeMlir(source->getBuffer()))
    return importMlir();
  relay::ImportOptions importOptions;
  importOptions.paramsFile = compileOptions.params;
  importOptions.entry = compileOptions.function;
  moduleOp = relay::importRelay(*source, &context, importOptions);
  return success(bool(moduleOp));
}

static LogicalResult
runPasses(ModuleOp module, bool verifyEach, TimingScope &timing,
          llvm::function_ref<void(OpPassManager &)> addPasses) {
  PassManager pm(module.getContext());
  pm.enableVerifier(verifyEach);
  pm.enableTiming(timing);
  addPasses(pm);
  return pm.run(module);
}

LogicalResult Compilation::convert() {
  if (!module().lookupSymbol<func::FuncOp>(compileOptions.function))
    return module().emitError()
           << "there is no function '" << compileOptions.function << "'";
  TimingScope scope = timing.nest("Kernels");
  stageProgress.show("choosing kernels");
  PipelineOptions pipeline;
  pipeline.libraries.clear();
  for (const LibraryInfo *library : usedLibraries)
    pipeline.libraries.push_back(library->name.str());
  if (failed(runPasses(
          module(), compileOptions.verifyEach, scope,
          [&](OpPassManager &pm) { buildKernelPipeline(pm, pipeline); })) ||
      failed(mlir::verify(module())))
    return failure();
  findUnplaced();
  return success();
}

void Compilation::findUnplaced() {
  auto func = module().lookupSymbol<func::FuncOp>(compileOptions.function);
  func.walk([&](Operation *op) {
    if (isa<relay::RelayDialect>(op->getDialect()))
      unplacedOps.push_back({op, explainPlacement(op, usedLibraries)});
  });
}

LogicalResult Compilation::requireAllPlaced() {
  for (const UnplacedOp &unplaced : unplacedOps) {
    StringRef name = unplaced.op->getName().getStringRef();
    name.consume_front("relay.");
    InFlightDiagnostic diag = mlir::emitError(unplaced.op->getLoc())
                              << "'" << name << "' is on no kernel";
    if (usedLibraries.empty())
      diag.attachNote(unplaced.op->getLoc())
          << "give a kernel library that takes it with --library";
    else
      attachVerdicts(diag, unplaced.op, unplaced.verdicts);
  }
  return success(unplacedOps.empty());
}

LogicalResult Compilation::plan() {
  TimingScope scope = timing.nest("Memory plan");
  stageProgress.show("planning memory");
  return runPasses(module(), compileOptions.verifyEach, scope,
                   [](OpPassManager &pm) {
                     pm.nest<func::FuncOp>().addPass(createDspPlanMemory());
                   });
}

LogicalResult Compilation::prepare() {
  TimingScope scope = timing.nest("Prepare C");
  stageProgress.show("naming things");
  CEmitOptions emit;
  emit.name = compileOptions.name;
  emit.function = compileOptions.function;
  emit.weights = compileOptions.weights;
  FailureOr<std::unique_ptr<CModel>> prepared = prepareForC(module(), emit);
  if (failed(prepared))
    return failure();
  cModel = std::move(*prepared);
  return success();
}

//===----------------------------------------------------------------------===//
// What became of the model
//===----------------------------------------------------------------------===//

PlacementSummary Compilation::placement() {
  PlacementSummary summary;
  summary.hostOps = unplacedOps.size();
  auto func = module().lookupSymbol<func::FuncOp>(compileOptions.function);
  func.walk([&](DspKernelOpInterface kernel) {
    SourceOps source = getSourceOps(kernel->getLoc());
    summary.offloadedOps += std::max<size_t>(source.ops.size(), 1);
    summary.offloadedMacs += source.macs;
  });
  return summary;
}

/// "21 504"
static std::string grouped(uint64_t number) {
  std::string digits = llvm::utostr(number);
  for (int64_t at = int64_t(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(at, " ");
  return digits;
}

/// "2.7 M"
static std::string abbreviated(int64_t number) {
  static constexpr StringRef units[] = {"", " k", " M", " G", " T"};
  double value = double(number);
  size_t unit = 0;
  for (; value >= 1000 && unit + 1 < std::size(units); ++unit)
    value /= 1000;
  std::string text;
  llvm::raw_string_ostream os(text);
  os << llvm::format(unit ? "%.1f" : "%.0f", value) << units[unit];
  return text;
}

void Compilation::printSummary(raw_ostream &os) {
  stageProgress.clear();
  PlacementSummary summary = placement();
  os << cModel->name << ": " << grouped(summary.offloadedOps) << " of "
     << grouped(summary.offloadedOps + summary.hostOps)
     << " kernel-worthy ops on ";
  llvm::interleave(
      cModel->libraries, os,
      [&](const LibraryInfo *library) { os << library->name; }, " + ");
  if (cModel->libraries.empty())
    os << "no library";
  std::vector<ArenaBuffer> lifetimes;
  for (const PlannedBuffer &buffer : cModel->plan.buffers())
    lifetimes.push_back(buffer.lifetime);
  // Whatever isn't placed ends compilation before this.
  os << " (100.0 % of " << abbreviated(summary.offloadedMacs) << " MACs), "
     << grouped(summary.hostOps) << " on the host, arena "
     << grouped(cModel->plan.arenaSize()) << " B (lower bound "
     << grouped(getArenaLowerBound(lifetimes)) << "), weights "
     << grouped(cModel->weightsSize) << " B\n";
}

void Compilation::explain() {
  auto func = module().lookupSymbol<func::FuncOp>(compileOptions.function);
  func.walk([&](DspKernelOpInterface kernel) {
    SourceOps source = getSourceOps(kernel->getLoc());
    std::string ops = source.ops.empty()
                          ? kernel->getName().getStringRef().str()
                          : llvm::join(source.ops, " + ");
    const KernelInfo &info = kernel.getKernelInfo();
    mlir::emitRemark(kernel->getLoc())
        << "'" << ops << "' is on kernel '" << info.library->name << "."
        << info.name << "'";
  });
  for (const UnplacedOp &unplaced : unplacedOps) {
    InFlightDiagnostic diag = mlir::emitRemark(unplaced.op->getLoc())
                              << "'" << unplaced.op->getName()
                              << "' is on no kernel";
    attachVerdicts(diag, unplaced.op, unplaced.verdicts);
  }
}
