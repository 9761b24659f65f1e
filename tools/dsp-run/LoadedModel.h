//===- LoadedModel.h - A model built and loaded -----------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_TOOLS_DSP_RUN_LOADEDMODEL_H
#define DSP_TOOLS_DSP_RUN_LOADEDMODEL_H

#include "Npz.h"
#include "dsp/Compiler/HostCompiler.h"
#include <memory>
#include <vector>

namespace dsp {

/// An array of the tensor's type and shape, without data.
NpyArray makeNpyArray(RankedTensorType type);

/// Emitted C, built by the host's compiler and loaded into this process.
class LoadedModel {
public:
  static llvm::Expected<std::unique_ptr<LoadedModel>>
  build(CModel &model, const LibraryPaths &paths, StringRef folder);
  ~LoadedModel();

  /// Runs the model once. Inputs are in the order of the model; outputs are
  /// made. Working memory and outputs are filled with NaNs before, and memory
  /// around them is checked afterwards.
  llvm::Expected<std::vector<NpyArray>> run(ArrayRef<const NpyArray *> inputs);

  /// Runs the model `count` times more as the last run was; the seconds of
  /// each.
  llvm::Expected<std::vector<double>> bench(unsigned count);

private:
  explicit LoadedModel(CModel &model);
  llvm::Error load(StringRef path);
  /// Makes the model's context. Gives the size of the arena that it wants.
  llvm::Expected<uint64_t> makeContext();
  llvm::Error explain(int32_t code, StringRef function) const;
  llvm::Error call();

  /// Memory with guards on both sides.
  class GuardedBuffer;

  CModel &model;
  void *library = nullptr;
  void *entry = nullptr;
  /// Where the model has a context: the function of the glue that gives it
  /// back.
  void *deinitEntry = nullptr;
  std::unique_ptr<GuardedBuffer> arena;
  std::unique_ptr<GuardedBuffer> weights;
  std::unique_ptr<GuardedBuffer> context;
  std::vector<std::unique_ptr<GuardedBuffer>> inputBuffers;
  std::vector<std::unique_ptr<GuardedBuffer>> outputBuffers;
  /// struct <name>_inputs and <name>_outputs: nothing but pointers.
  std::vector<const void *> inputPointers;
  std::vector<void *> outputPointers;
};

} // namespace dsp

#endif // DSP_TOOLS_DSP_RUN_LOADEDMODEL_H
