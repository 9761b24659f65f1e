//===- CommandLine.cpp - Flags of dsp-compile and dsp-run -----------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Compiler/CommandLine.h"
#include "mlir/IR/AsmState.h"
#include "mlir/Support/Timing.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/Path.h"

using namespace dsp;
namespace cl = llvm::cl;

CompileFlags::CompileFlags(cl::OptionCategory &category)
    : model(cl::Positional, cl::Required, cl::value_desc("MODEL"),
            cl::desc("Relay text, TVM JSON, or MLIR, by content; - is standard "
                     "input"),
            cl::cat(category)),
      params("params", cl::value_desc("FILE"),
             cl::desc("TVM parameter file with the model's weights"),
             cl::cat(category)),
      libraries("library", cl::value_desc("NAME|FILE"),
                cl::desc("kernel library: a built-in name, a plugin .so, or "
                         "none; repeatable, earlier ones are preferred "
                         "(default: portable)"),
                cl::cat(category)),
      libraryOptions("library-option", cl::value_desc("LIBRARY:KEY=VALUE"),
                     cl::desc("setting of a library"), cl::cat(category)),
      arenas("arena", cl::value_desc("NAME:SIZE[:ALIGN]"),
             cl::desc("the memory that the arena is taken from: its name, "
                      "which kernels may ask for, and its bytes (64K, 1M); "
                      "buffers are aligned to ALIGN bytes at least (default: "
                      "any memory, as large as it takes)"),
             cl::cat(category)),
      numerics("numerics", cl::init("relay"), cl::value_desc("relay|tflite"),
               cl::desc("whose bits a quantised model must give (default: "
                        "relay)"),
               cl::cat(category)),
      allowApproximate("allow-approximate",
                       cl::desc("take kernels of other numerics where no exact "
                                "one fits"),
                       cl::cat(category)),
      name("name", cl::value_desc("ID"),
           cl::desc("C prefix of the model (default: from the file name)"),
           cl::cat(category)),
      function("function", cl::value_desc("NAME"), cl::init("main"),
               cl::desc("entry function (default: main)"), cl::cat(category)),
      weights("weights", cl::init(WeightsMode::Auto),
              cl::desc("how weights are shipped:"),
              cl::values(clEnumValN(WeightsMode::Auto, "auto",
                                    "C arrays up to 64 KiB, otherwise asm"),
                         clEnumValN(WeightsMode::C, "c", "C arrays"),
                         clEnumValN(WeightsMode::Asm, "asm",
                                    "an assembly file that includes a binary "
                                    "one"),
                         clEnumValN(WeightsMode::Bin, "bin",
                                    "a binary file, handed over at init")),
              cl::cat(category)),
      includeDirs("I", cl::Prefix, cl::value_desc("DIR"),
                  cl::desc("where the host's compiler finds a library's "
                           "header"),
                  cl::cat(category)),
      libraryDirs("L", cl::Prefix, cl::value_desc("DIR"),
                  cl::desc("where the host's linker finds a library"),
                  cl::cat(category)),
      placementLoad("placement-load", cl::value_desc("FILE"),
                    cl::desc("put ops where a placement file says"),
                    cl::cat(category)),
      verifyEach("verify-each", cl::desc("verify the IR after each pass"),
                 cl::cat(category)) {}

/// A number of bytes, of which K and M make 1024 and 1024 * 1024.
static std::optional<uint64_t> parseBytes(StringRef text) {
  uint64_t unit = 1, number;
  if (text.consume_back("K"))
    unit = uint64_t(1) << 10;
  else if (text.consume_back("M"))
    unit = uint64_t(1) << 20;
  if (text.getAsInteger(10, number) || number > uint64_t(INT64_MAX) / unit)
    return std::nullopt;
  return number * unit;
}

static mlir::LogicalResult parseArena(StringRef text, CompileOptions &options) {
  auto [name, bounds] = text.split(':');
  auto [size, alignment] = bounds.split(':');
  std::optional<uint64_t> bytes = parseBytes(size);
  std::optional<uint64_t> aligned =
      bounds.count(':') ? parseBytes(alignment) : 1;
  if (name.empty() || !bytes || !aligned) {
    printToolError("--arena takes NAME:SIZE[:ALIGN], found '" + text.str() +
                   "'");
    return mlir::failure();
  }
  if (!llvm::isPowerOf2_64(*aligned)) {
    printToolError("the alignment of --arena must be a power of two, found '" +
                   alignment.str() + "'");
    return mlir::failure();
  }
  options.arenaName = name.str();
  options.arenaSize = *bytes;
  options.arenaAlignment = *aligned;
  return mlir::success();
}

mlir::FailureOr<CompileOptions> CompileFlags::get() const {
  for (const std::string &option : libraryOptions) {
    StringRef setting = StringRef(option).split(':').second;
    if (!setting.split('=').first.empty() && setting.contains('='))
      continue;
    printToolError("--library-option takes LIBRARY:KEY=VALUE, found '" +
                   option + "'");
    return mlir::failure();
  }
  if (numerics != "relay" && numerics != "tflite") {
    printToolError("--numerics takes relay or tflite, found '" + numerics +
                   "'");
    return mlir::failure();
  }
  CompileOptions options;
  if (arenas.size() > 1) {
    printToolError("--arena can be given once: all tensors are planned in one "
                   "piece of memory");
    return mlir::failure();
  }
  if (!arenas.empty() && failed(parseArena(arenas.front(), options)))
    return mlir::failure();
  options.numerics = numerics;
  options.allowApproximate = allowApproximate;
  options.libraryOptions.assign(libraryOptions.begin(), libraryOptions.end());
  options.model = model;
  options.params = params;
  if (!libraries.empty())
    options.libraries.assign(libraries.begin(), libraries.end());
  options.name = name;
  options.function = function;
  options.weights = weights;
  options.placementFile = placementLoad;
  options.verifyEach = verifyEach;
  return options;
}

LibraryPaths CompileFlags::libraryPaths(const char *argv0,
                                        void *address) const {
  LibraryPaths paths;
  paths.includeDirs.assign(includeDirs.begin(), includeDirs.end());
  paths.libraryDirs.assign(libraryDirs.begin(), libraryDirs.end());
  // What a plugin needs may lie beside it.
  for (const std::string &library : libraries)
    if (StringRef folder = llvm::sys::path::parent_path(library);
        !folder.empty()) {
      paths.includeDirs.push_back(folder.str());
      paths.libraryDirs.push_back(folder.str());
    }
  paths.addInstallation(argv0, address);
  return paths;
}

void dsp::parseCommandLine(int argc, char **argv, llvm::StringRef overview,
                           cl::OptionCategory &category) {
  mlir::registerDefaultTimingManagerCLOptions();
  mlir::registerAsmPrinterCLOptions();
  cl::SetVersionPrinter([](raw_ostream &os) {
    os << "dsp-mlir " DSP_MLIR_VERSION " (LLVM " LLVM_VERSION_STRING ")\n";
  });
  cl::HideUnrelatedOptions(category);
  // Worth showing although MLIR owns it.
  auto &options = cl::getRegisteredOptions();
  if (auto it = options.find("mlir-timing"); it != options.end())
    it->second->setHiddenFlag(cl::NotHidden);
  cl::ParseCommandLineOptions(argc, argv, overview);
}
