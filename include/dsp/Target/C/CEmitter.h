//===- CEmitter.h - A planned model as C ------------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two stages: prepareForC checks the planned function, gives everything its C
// name, lays the weights out, and diagnoses whatever C can't say; the printers
// then only print. See docs/CEmission.md for what comes out.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_TARGET_C_CEMITTER_H
#define DSP_TARGET_C_CEMITTER_H

#include "dsp/Dialect/Dsp/IR/ArenaPool.h"
#include "dsp/Dialect/Dsp/Transforms/MemoryPlan.h"
#include "dsp/Support/LLVM.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <string>
#include <vector>

namespace dsp {

struct CFunctionInfo;
struct LibraryInfo;
struct StateRef;

/// How weights are shipped.
enum class WeightsMode {
  Auto, ///< C where they are few, otherwise Asm
  C,    ///< arrays in C
  Asm,  ///< an assembly file that includes a binary one
  Bin   ///< a binary file that the application hands over at run time
};

struct CEmitOptions {
  /// Prefix of everything that the linker sees: a C identifier.
  std::string name = "model";
  /// The function to emit.
  std::string function = "main";
  WeightsMode weights = WeightsMode::Auto;
};

/// An argument or a result of the model.
struct CParameter {
  /// The field in struct <name>_inputs or <name>_outputs.
  std::string field;
  /// The name in the model.
  std::string name;
  RankedTensorType type;
  uint64_t bytes = 0;
  /// What the kernels that read or write it ask for.
  uint64_t alignment = 1;
  /// Of quantised numbers: they stand for scale * (number - zero point).
  std::optional<float> scale;
  int64_t zeroPoint = 0;
};

/// A constant, once for all that have the same bytes.
struct CWeight {
  std::string symbol;
  /// The name in the model, "" for what the compiler computed.
  std::string name;
  RankedTensorType type;
  ArrayRef<char> bytes;
  uint64_t alignment = 1;
  /// Its place in <name>_weights.bin.
  uint64_t offset = 0;
};

/// A variable in the model's context.
struct CContextField {
  StringRef cType;
  std::string name;
};

/// A planned function, ready to be printed.
struct CModel {
  /// Arrays of numbers that want more are aligned explicitly.
  static constexpr uint32_t kNaturalAlign = 8;

  std::string name;
  mlir::func::FuncOp function;
  /// Auto no more.
  WeightsMode weightsMode = WeightsMode::C;
  MemoryPlan plan;
  /// The memory that the arena must be in.
  ArenaPool pool;
  std::vector<CParameter> inputs;
  std::vector<CParameter> outputs;
  std::vector<CWeight> weights;
  /// All weights together.
  uint64_t weightsSize = 0;
  uint64_t weightsAlignment = 1;
  /// The libraries that are called, in the order of their first call.
  std::vector<const LibraryInfo *> libraries;
  /// Constant to its place in `weights`.
  llvm::DenseMap<Value, size_t> weightOf;
  /// The C identifier of each tensor that a step computes.
  llvm::DenseMap<Value, StringRef> localNames;
  bool usesMath = false;
  bool usesCopies = false;
  bool usesAlignedArrays = false;
  /// What kernels and libraries keep from init on.
  std::vector<CContextField> contextFields;
  /// The field of each state, by its owner (Operation or LibraryInfo) and
  /// index.
  llvm::DenseMap<std::pair<const void *, uint32_t>, size_t> stateFields;
  /// Something is called once, at init or deinit, or kept in between.
  bool hasState = false;
  /// Some memory's size is only known at init.
  bool hasWorkspace = false;
  /// The line of each step's call in <name>.c, known once that is printed.
  std::vector<unsigned> stepLines;
  /// Owner of names and of weights that had to be unpacked.
  std::shared_ptr<void> storage;

  /// Stands for an owner's flag that its init calls have been made, which its
  /// deinit calls need where no handle says so.
  static constexpr uint32_t kMadeFlag = UINT32_MAX;

  /// Whether only init knows if the arena's memory holds all.
  bool mayOutgrowPool() const { return hasWorkspace && !pool.name.empty(); }

  /// Whether the application has a context to make.
  bool hasContext() const {
    return hasState || weightsMode == WeightsMode::Bin;
  }
  /// The field of a state of `op` or of its library; null if it has none.
  const CContextField *stateField(Operation *op, const LibraryInfo &library,
                                  StateRef state) const;
  const CContextField *madeFlag(const void *owner) const;
};

/// Makes the planned function of `module` ready, or says why it can't be C.
mlir::FailureOr<std::unique_ptr<CModel>>
prepareForC(mlir::ModuleOp module, const CEmitOptions &options);

/// The C type of an element in memory: "float", "int8_t"; types that C99 has no
/// name for are held as integers of their width.
StringRef getElementCType(Type elementType);
/// Relay's name of an element type: "float32".
std::string getElementTypeName(Type elementType);

void printCHeader(const CModel &model, raw_ostream &os);
void printCSource(CModel &model, raw_ostream &os);
void printCMakeLists(const CModel &model, raw_ostream &os);
void printCWeights(const CModel &model, raw_ostream &os);
void printAsmWeights(const CModel &model, raw_ostream &os);
void writeBinWeights(const CModel &model, raw_ostream &os);

/// A file that a model consists of.
struct CFile {
  std::string name;
  bool isText;
  void (*print)(CModel &model, raw_ostream &os);
};

/// The header, the source, the weights and a CMakeLists.txt that builds them.
SmallVector<CFile> getCFiles(const CModel &model);

/// Makes `dsp-translate --dsp-to-c` known.
void registerToCTranslation();

} // namespace dsp

#endif // DSP_TARGET_C_CEMITTER_H
