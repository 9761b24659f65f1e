//===- dsp-compile.cpp - The model owner's command ------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Compiler/CommandLine.h"
#include "dsp/Compiler/PlacementFile.h"
#include "dsp/Support/OutputDirectory.h"
#include "mlir/Support/Timing.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace dsp;
namespace cl = llvm::cl;

namespace {

enum class Emit { C, Relay, Dsp, Planned, Report, Object };

struct Flags {
  cl::OptionCategory category{"dsp-compile options"};
  CompileFlags compile{category};
  cl::opt<std::string> output{
      "o", cl::value_desc("DIR"), cl::cat(category),
      cl::desc("where the files go (default: the current folder); the file for "
               "the other kinds of output (default: standard output)")};
  cl::opt<Emit> emit{
      "emit", cl::init(Emit::C), cl::cat(category), cl::desc("what comes out:"),
      cl::values(
          clEnumValN(Emit::C, "c", "C files, a report, and a CMakeLists.txt"),
          clEnumValN(Emit::Object, "object",
                     "the header and one object, by the host's compiler"),
          clEnumValN(Emit::Report, "report", "the report alone"),
          clEnumValN(Emit::Relay, "relay", "MLIR as imported"),
          clEnumValN(Emit::Dsp, "dsp", "MLIR as kernel calls"),
          clEnumValN(Emit::Planned, "planned",
                     "the same with its memory "
                     "plan"))};
  cl::opt<std::string> report{
      "report", cl::value_desc("FILE"), cl::cat(category),
      cl::desc("write the report there as well: .json or .html")};
  cl::opt<bool> explain{
      "explain", cl::cat(category),
      cl::desc("say on standard error where each op went, and why")};
  cl::opt<bool> requireOffload{
      "require-offload", cl::cat(category),
      cl::desc("an op that no kernel takes is an error, whatever is emitted")};
  cl::opt<std::string> placementSave{
      "placement-save", cl::value_desc("FILE"), cl::cat(category),
      cl::desc("write where each op went, to be edited and loaded")};
};

class Driver {
public:
  Driver(const Flags &flags, const LibraryPaths &paths,
         Compilation &compilation, TimingScope &timing)
      : flags(flags), paths(paths), compilation(compilation), timing(timing) {}

  LogicalResult run();

private:
  LogicalResult check(llvm::Error error) {
    if (!error)
      return success();
    printToolError(llvm::toString(std::move(error)));
    return failure();
  }
  StringRef outputFolder() const {
    return flags.output.empty() ? StringRef(".") : StringRef(flags.output);
  }
  LogicalResult printTo(llvm::function_ref<void(raw_ostream &)> print);
  LogicalResult printModule() {
    return printTo([&](raw_ostream &os) {
      compilation.module().print(os);
      os << '\n';
    });
  }
  LogicalResult writeC();
  LogicalResult writeObject();
  LogicalResult writeReport(StringRef path);

  const Flags &flags;
  const LibraryPaths &paths;
  Compilation &compilation;
  TimingScope &timing;
};

} // namespace

/// Standard output, or the file given by -o.
LogicalResult Driver::printTo(llvm::function_ref<void(raw_ostream &)> print) {
  if (flags.output.empty() || flags.output == "-") {
    print(llvm::outs());
    llvm::outs().flush();
    return success();
  }
  return check(writeFileAtomically(flags.output, print));
}

LogicalResult Driver::writeReport(StringRef path) {
  if (path.empty())
    return success();
  bool isHtml = llvm::sys::path::extension(path) == ".html";
  return check(writeFileAtomically(path, [&](raw_ostream &os) {
    isHtml ? printHtmlReport(compilation, os) : printReport(compilation, os);
  }));
}

LogicalResult Driver::writeC() {
  TimingScope scope = timing.nest("Write");
  compilation.progress().show("writing files");
  CModel &model = compilation.model();
  OutputDirectory directory(outputFolder());
  SmallVector<CFile> files = getCFiles(model);
  for (const CFile &file : files)
    if (failed(check(directory.write(
            file.name, [&](raw_ostream &os) { file.print(model, os); }))))
      return failure();
  // Weights that were shipped in another way before would be linked as well.
  for (const char *extension : {".c", ".S", ".bin"}) {
    std::string name = model.name + "_weights" + extension;
    if (llvm::none_of(files,
                      [&](const CFile &file) { return file.name == name; }))
      directory.removeStale(name);
  }
  if (failed(check(directory.write(
          "report.json",
          [&](raw_ostream &os) { printReport(compilation, os); }))) ||
      failed(writeReport(flags.report)) || failed(check(directory.commit())))
    return failure();
  compilation.printSummary(llvm::outs());
  return success();
}

LogicalResult Driver::writeObject() {
  TimingScope scope = timing.nest("Host compiler");
  compilation.progress().show("running the host's compiler");
  CModel &model = compilation.model();
  llvm::SmallString<128> folder;
  if (std::error_code error =
          llvm::sys::fs::createUniqueDirectory("dsp-compile", folder)) {
    printToolError("cannot create a temporary folder: " + error.message());
    return failure();
  }
  auto cleanUp =
      llvm::make_scope_exit([&] { llvm::sys::fs::remove_directories(folder); });
  llvm::SmallString<128> object(folder);
  llvm::sys::path::append(object, model.name + ".o");
  OutputDirectory directory(outputFolder());
  if (failed(check(writeModelFiles(model, folder))) ||
      failed(check(
          buildModel(model, folder, paths, HostOutput::Object, object))) ||
      failed(check(directory.copy(object, model.name + ".o"))) ||
      failed(check(directory.write(model.name + ".h", [&](raw_ostream &os) {
        printCHeader(model, os);
      }))))
    return failure();
  if (model.weightsMode == WeightsMode::Bin &&
      failed(check(
          directory.write(model.name + "_weights.bin", [&](raw_ostream &os) {
            writeBinWeights(model, os);
          }))))
    return failure();
  if (failed(writeReport(flags.report)) || failed(check(directory.commit())))
    return failure();
  compilation.printSummary(llvm::outs());
  return success();
}

LogicalResult Driver::run() {
  StringRef reportKind = llvm::sys::path::extension(flags.report);
  if (!flags.report.empty() && reportKind != ".json" && reportKind != ".html") {
    printToolError("--report writes .json or .html, found '" + flags.report +
                   "'");
    return failure();
  }
  Emit emit = flags.emit;
  if (emit == Emit::Relay && (!flags.report.empty() || flags.explain ||
                              !flags.placementSave.empty())) {
    printToolError("--emit relay ends before kernels are chosen: --report, "
                   "--explain and --placement-save have nothing to say");
    return failure();
  }
  if (failed(compilation.import()))
    return failure();
  if (emit == Emit::Relay)
    return printModule();

  if (failed(compilation.convert()))
    return failure();
  if (flags.explain)
    compilation.explain();
  if (!flags.placementSave.empty() &&
      failed(
          check(writeFileAtomically(flags.placementSave, [&](raw_ostream &os) {
            savePlacement(compilation.placement(), compilation.options().name,
                          os);
          }))))
    return failure();
  bool allPlaced = compilation.placement().summary().hostOps == 0;
  if (emit == Emit::Dsp && (allPlaced || !flags.requireOffload)) {
    if (failed(writeReport(flags.report)))
      return failure();
    return printModule();
  }
  if (!allPlaced) {
    // The report says why in full; it is what one asks for in this case.
    if (failed(writeReport(flags.report)) ||
        (emit == Emit::Report && failed(printTo([&](raw_ostream &os) {
           printReport(compilation, os);
         }))))
      return failure();
    return compilation.requireAllPlaced();
  }

  if (failed(compilation.plan()))
    return failure();
  if (emit == Emit::Planned && flags.report.empty())
    return printModule();

  if (failed(compilation.prepare()))
    return failure();
  if (emit == Emit::Planned) {
    printCSource(compilation.model(), llvm::nulls());
    if (failed(writeReport(flags.report)))
      return failure();
    return printModule();
  }
  if (emit == Emit::C)
    return writeC();
  if (emit == Emit::Object)
    return writeObject();
  // Printed for the line numbers.
  printCSource(compilation.model(), llvm::nulls());
  if (failed(writeReport(flags.report)))
    return failure();
  return printTo([&](raw_ostream &os) { printReport(compilation, os); });
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  Flags flags;
  parseCommandLine(argc, argv,
                   "compiles a Relay model to C that calls DSP kernels\n",
                   flags.category);
  FailureOr<CompileOptions> options = flags.compile.get();
  if (failed(options))
    return 1;
  DefaultTimingManager timingManager;
  applyDefaultTimingManagerCLOptions(timingManager);
  TimingScope timing = timingManager.getRootScope();
  LibraryPaths paths =
      flags.compile.libraryPaths(argv[0], reinterpret_cast<void *>(&main));
  Compilation compilation(*options, timing);
  return failed(Driver(flags, paths, compilation, timing).run());
}
