//===- Compilation.h - A model on its way to C ------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What dsp-compile and dsp-run have in common.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_COMPILER_COMPILATION_H
#define DSP_COMPILER_COMPILATION_H

#include "dsp/Compiler/Placement.h"
#include "dsp/Compiler/Progress.h"
#include "dsp/Target/C/CEmitter.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/IR/OwningOpRef.h"
#include "mlir/Support/Timing.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <string>
#include <vector>

namespace dsp {

struct CompileOptions {
  /// Relay text, TVM JSON or MLIR; "-" is standard input.
  std::string model;
  /// A TVM parameter file, "" for none.
  std::string params;
  /// Names of built-in libraries or plugin files, the preferred one first;
  /// "none" stands for no library.
  std::vector<std::string> libraries = {"portable"};
  /// Settings of libraries, "acme:mac4=1".
  std::vector<std::string> libraryOptions;
  /// The memory that the arena is taken from; no name: nothing is known of it.
  std::string arenaName;
  uint64_t arenaSize = 0;
  uint64_t arenaAlignment = 1;
  /// Whose bits the results must have, "relay" or "tflite"; and whether kernels
  /// that give others may be taken where no exact one fits.
  std::string numerics = "relay";
  bool allowApproximate = false;
  /// Prefix in C; "" makes it from the model's file name.
  std::string name;
  std::string function = "main";
  WeightsMode weights = WeightsMode::Auto;
  /// A placement file (PlacementFile.h) to follow, "" for none.
  std::string placementFile;
  /// Verify the IR after each pass.
  bool verifyEach = false;
};

class Compilation {
public:
  /// Nothing is read yet. Diagnostics go to standard error.
  Compilation(CompileOptions options, mlir::TimingScope &timing);
  ~Compilation();

  /// Registers and loads the libraries, and reads the model.
  LogicalResult import();
  /// Puts the model's ops on kernels. That some find none is no failure here.
  LogicalResult convert();
  /// Fails if there are unplaced ops: lists them with their reasons.
  LogicalResult requireAllPlaced();
  /// Gives every tensor its memory.
  LogicalResult plan();
  /// Makes the C model.
  LogicalResult prepare();

  mlir::ModuleOp module() { return *moduleOp; }
  bool isPrepared() const { return bool(cModel); }
  CModel &model() { return *cModel; }
  ArrayRef<const LibraryInfo *> libraries() const { return usedLibraries; }
  const CompileOptions &options() const { return compileOptions; }
  /// Where each op went, and why; complete after convert().
  const Placement &placement() const { return modelPlacement; }
  Progress &progress() { return stageProgress; }
  /// "kws: 13 of 13 kernel-worthy ops on portable (100.0 % of 2.7 M MACs), …"
  void printSummary(raw_ostream &os);
  /// Where each front op went, or why it went nowhere, what it would take to
  /// do better, and which kernels are of no use to the model, as remarks.
  void explain();

private:
  class DiagnosticPrinter;

  LogicalResult loadLibraries();
  LogicalResult readModel();
  LogicalResult importMlir();
  LogicalResult stateLibraryOptions();
  void stateArena();
  void stateNumerics();
  void explainOps();
  void explainMisses();
  void explainUnusedKernels();

  CompileOptions compileOptions;
  mlir::TimingScope &timing;
  Progress stageProgress;
  /// The model's text; constants may point into it.
  std::unique_ptr<llvm::MemoryBuffer> source;
  mlir::MLIRContext context;
  std::unique_ptr<DiagnosticPrinter> diagnostics;
  std::vector<const LibraryInfo *> usedLibraries;
  mlir::OwningOpRef<mlir::ModuleOp> moduleOp;
  Placement modelPlacement;
  bool hasExplainedMisses = false;
  std::unique_ptr<CModel> cModel;
};

/// A C identifier made from a model's file name.
std::string makeModelName(StringRef path);

/// Prints report.json (docs/report-schema.md); the source must be printed
/// before, for its line numbers. Memory and calls are left out while there is
/// no C model yet.
void printReport(Compilation &compilation, raw_ostream &os);

/// Prints report.html: one file that needs no other, made of the same data.
void printHtmlReport(Compilation &compilation, raw_ostream &os);

/// "dsp-compile: error: …" for what has no place in a file.
void printToolError(StringRef message);

} // namespace dsp

#endif // DSP_COMPILER_COMPILATION_H
