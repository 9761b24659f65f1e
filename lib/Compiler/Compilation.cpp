//===- Compilation.cpp - A model on its way to C --------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Compiler/Compilation.h"
#include "dsp/Compiler/Pipeline.h"
#include "dsp/Compiler/PlacementFile.h"
#include "dsp/Conversion/RelayToDsp/FrontOps.h"
#include "dsp/Dialect/Dsp/IR/ArenaPool.h"
#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Dialect/Dsp/IR/Numerics.h"
#include "dsp/Dialect/Dsp/Transforms/Passes.h"
#include "dsp/Dialect/Dsp/Utils/SourceOps.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "dsp/Import/Relay/Import.h"
#include "dsp/InitAll.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include <map>

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
// Numbers
//===----------------------------------------------------------------------===//

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

/// "87.5 %"; of nothing it is everything.
static std::string percent(int64_t part, int64_t whole) {
  std::string text;
  llvm::raw_string_ostream(text)
      << llvm::format("%.1f %%", whole ? 100.0 * part / whole : 100.0);
  return text;
}

//===----------------------------------------------------------------------===//
// Stages
//===----------------------------------------------------------------------===//

Compilation::Compilation(CompileOptions options, TimingScope &timing)
    : compileOptions(std::move(options)), timing(timing),
      context(MLIRContext::Threading::DISABLED) {
  // Users know their model, not the IR that it has become.
  context.printOpOnDiagnostic(false);
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
        printToolError("there is no library '" + library + "'; there are: " +
                       known + "; a plugin is named by its file");
        return failure();
      }
      names.push_back(library);
      continue;
    }
    const LibraryInfo *loaded =
        loadLibraryPlugin(registry, library, [](const llvm::Twine &message) {
          printToolError(message.str());
        });
    if (!loaded)
      return failure();
    names.push_back(loaded->name.str());
  }
  for (const std::string &name : names) {
    const LibraryInfo *library = lookupLibrary(name);
    if (llvm::is_contained(usedLibraries, library)) {
      printToolError("library '" + name +
                     "' is given twice: name each --library once");
      return failure();
    }
    usedLibraries.push_back(library);
    // A plugin that another compilation has loaded.
    registerLibrary(registry, *library);
  }
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
  if (!moduleOp)
    return failure();
  unmarkFrontOps(*moduleOp);
  return success();
}

/// Notes what the user has said of the target on the module, where kernels ask.
LogicalResult Compilation::stateLibraryOptions() {
  Builder builder(&context);
  std::map<std::string, NamedAttrList> stated;
  for (StringRef option : compileOptions.libraryOptions) {
    auto [name, setting] = option.split(':');
    auto [key, value] = setting.split('=');
    const LibraryInfo *library = nullptr;
    for (const LibraryInfo *used : usedLibraries)
      if (used->name == name)
        library = used;
    if (!library) {
      printToolError(("--library-option speaks of library '" + name +
                      "', which --library does not name")
                         .str());
      return failure();
    }
    const OptionInfo *info =
        llvm::find_if(library->options,
                      [&](const OptionInfo &info) { return info.name == key; });
    if (info == library->options.end()) {
      std::string names;
      for (const OptionInfo &info : library->options)
        names += (names.empty() ? "; it has: " : ", ") + info.name.str();
      printToolError(
          ("library '" + name + "' has no option '" + key + "'" + names).str());
      return failure();
    }
    if (!info->accepts(value)) {
      printToolError(("option '" + key + "' of library '" + name +
                      "' must be one of: " + llvm::join(info->values, ", ") +
                      " (is '" + value + "')")
                         .str());
      return failure();
    }
    stated[name.str()].set(key, builder.getStringAttr(value));
  }
  NamedAttrList libraries;
  for (auto &[name, options] : stated)
    libraries.set(name, options.getDictionary(&context));
  if (!libraries.empty())
    module()->setAttr(kLibraryOptionsAttr, libraries.getDictionary(&context));
  return success();
}

void Compilation::stateArena() {
  if (!compileOptions.arenaName.empty())
    module()->setAttr(
        kArenaPoolAttr,
        makeArenaPoolAttr(&context,
                          {compileOptions.arenaName, compileOptions.arenaSize,
                           compileOptions.arenaAlignment}));
}

void Compilation::stateNumerics() {
  // IR that is read back has its own.
  Builder builder(&context);
  if (compileOptions.numerics != kRelayNumerics)
    module()->setAttr(kNumericsAttr,
                      builder.getStringAttr(compileOptions.numerics));
  if (compileOptions.allowApproximate)
    module()->setAttr(kAllowApproximateAttr, builder.getUnitAttr());
}

LogicalResult Compilation::import() {
  if (failed(readModel()))
    return failure();
  stateArena();
  stateNumerics();
  return stateLibraryOptions();
}

LogicalResult Compilation::readModel() {
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
  auto func = module().lookupSymbol<func::FuncOp>(compileOptions.function);
  if (!func)
    return module().emitError()
           << "there is no function '" << compileOptions.function << "'";
  TimingScope scope = timing.nest("Kernels");
  stageProgress.show("choosing kernels");
  PipelineOptions pipeline;
  pipeline.libraries.clear();
  for (const LibraryInfo *library : usedLibraries)
    pipeline.libraries.push_back(library->name.str());
  auto run = [&](llvm::function_ref<void(OpPassManager &)> addPasses) {
    return runPasses(module(), compileOptions.verifyEach, scope, addPasses);
  };
  modelPlacement.recordImport(module());
  if (failed(run([&](auto &pm) { buildFrontPipeline(pm, pipeline); })))
    return failure();
  // The entry may be another one now.
  func = module().lookupSymbol<func::FuncOp>(compileOptions.function);
  modelPlacement.recordFront(func);
  if (!compileOptions.placementFile.empty() &&
      failed(loadPlacement(compileOptions.placementFile, func, usedLibraries,
                           modelPlacement)))
    return failure();
  if (failed(run([&](auto &pm) { buildChoicePipeline(pm, pipeline); })))
    return failure();
  {
    TimingScope explainScope = scope.nest("Explain");
    modelPlacement.recordChoice(func, usedLibraries);
  }
  if (failed(run([](auto &pm) { buildCallPipeline(pm); })) ||
      failed(mlir::verify(module())))
    return failure();
  modelPlacement.recordCalls(func);
  return success();
}

LogicalResult Compilation::requireAllPlaced() {
  PlacementSummary summary = modelPlacement.summary();
  if (summary.hostOps == 0)
    return success();
  for (const FrontOp &op : modelPlacement.ops()) {
    if (op.fate != FrontOp::Unplaced)
      continue;
    InFlightDiagnostic diag = mlir::emitError(op.loc)
                              << "'" << op.name << "' is on no kernel";
    if (op.request)
      diag.attachNote(op.requestLoc)
          << "'" << op.request.getValue() << "' is asked for here";
    if (op.request && op.candidates.empty())
      continue;
    if (usedLibraries.empty())
      diag.attachNote(op.loc)
          << "give a kernel library that takes it with --library";
    else
      attachVerdicts(*diag.getUnderlyingDiagnostic(), op.loc, op.candidates);
  }
  explainMisses();
  return mlir::emitError(module().getLoc())
         << grouped(summary.hostOps) << " of "
         << grouped(summary.offloadedOps + summary.hostOps)
         << " kernel-worthy ops ("
         << percent(summary.hostMacs, summary.offloadedMacs + summary.hostMacs)
         << " of the MACs) are on no kernel";
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

void Compilation::printSummary(raw_ostream &os) {
  stageProgress.clear();
  PlacementSummary summary = modelPlacement.summary();
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
  int64_t macs = summary.offloadedMacs + summary.hostMacs;
  os << " (" << percent(summary.offloadedMacs, macs) << " of "
     << abbreviated(macs) << " MACs), ";
  if (size_t approximate =
          llvm::count_if(cModel->plan.schedule(),
                         [](Operation *op) { return !isExactCall(op); }))
    os << grouped(approximate) << " approximate, ";
  os << grouped(summary.hostOps) << " on the host, arena "
     << grouped(cModel->plan.arenaSize()) << " B (lower bound "
     << grouped(getArenaLowerBound(lifetimes)) << "), weights "
     << grouped(cModel->weightsSize) << " B\n";
}

/// "nn.conv2d + nn.bias_add", the ops that a call stands for.
static std::string joinOps(Operation *call) {
  SourceOps source = getSourceOps(call->getLoc());
  return source.ops.empty() ? call->getName().getStringRef().str()
                            : llvm::join(source.ops, " + ");
}

static std::string qualifiedName(const KernelInfo &kernel) {
  return (kernel.library->name + "." + kernel.name).str();
}

static void attachLosers(Diagnostic &diag, const FrontOp &op) {
  SmallVector<CandidateVerdict> refusals;
  for (const CandidateVerdict &loser : op.losers) {
    if (!loser.fits()) {
      refusals.push_back(loser);
      continue;
    }
    diag.attachNote(op.loc)
        << "kernel '" << qualifiedName(*loser.kernel) << "' as "
        << loser.cover->text << " fits too: " << explainLoss(op, loser);
  }
  if (!refusals.empty())
    attachVerdicts(diag, op.loc, refusals);
}

void Compilation::explainOps() {
  llvm::DenseSet<Operation *> explained;
  for (const FrontOp &op : modelPlacement.ops()) {
    if (op.fate == FrontOp::Unplaced) {
      InFlightDiagnostic diag = mlir::emitRemark(op.loc)
                                << "'" << op.name << "' is on no kernel";
      attachVerdicts(*diag.getUnderlyingDiagnostic(), op.loc, op.candidates);
      continue;
    }
    for (Operation *call : op.calls) {
      if (!explained.insert(call).second)
        continue;
      SourceOps source = getSourceOps(call->getLoc());
      // The op whose value the call computes knows what else would have done.
      const FrontOp &root =
          source.ids.empty() ? op : modelPlacement.ops()[source.ids.back()];
      InFlightDiagnostic diag = mlir::emitRemark(call->getLoc())
                                << "'" << joinOps(call) << "' is on kernel '"
                                << qualifiedName(*kernelOf(call)) << "'";
      Diagnostic &notes = *diag.getUnderlyingDiagnostic();
      if (!root.candidates.empty())
        attachVerdicts(notes, root.loc, root.candidates);
      attachLosers(notes, root);
    }
  }
}

void Compilation::explainMisses() {
  if (std::exchange(hasExplainedMisses, true))
    return;
  for (const NearestMiss &miss : modelPlacement.nearestMisses()) {
    const FrontOp &first = modelPlacement.ops()[miss.ops.front()];
    InFlightDiagnostic diag = mlir::emitRemark(first.loc)
                              << "nearest miss: " << grouped(miss.ops.size())
                              << (miss.ops.size() == 1 ? " op (" : " ops (")
                              << abbreviated(miss.macs) << " MACs) "
                              << describeMiss(*miss.verdict) << ", on kernel '"
                              << qualifiedName(*miss.verdict->kernel) << "'";
  }
}

void Compilation::explain() {
  explainOps();
  explainMisses();
  explainUnusedKernels();
}

/// Names those that speak of ops of the model; the others could not be meant.
void Compilation::explainUnusedKernels() {
  std::vector<KernelUse> uses = modelPlacement.kernelUse();
  for (const LibraryInfo *library : usedLibraries) {
    std::string names;
    size_t others = 0;
    for (const KernelUse &use : uses) {
      if (use.kernel->library != library || use.calls)
        continue;
      if (use.isOfUse)
        names += (names.empty() ? "'" : ", '") + use.kernel->name.str() + "'";
      else
        ++others;
    }
    if (names.empty() && !others)
      continue;
    if (names.empty())
      names = "none for ops of the model";
    mlir::emitRemark(module().getLoc())
        << "kernels of library '" << library->name
        << "' that the model never reaches: " << names << ", and "
        << grouped(others) << " for ops that it does not have";
  }
}
