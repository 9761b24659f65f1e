//===- LoadedModel.cpp - A model built and loaded -------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LoadedModel.h"
#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Dialect/Dsp/Utils/SourceOps.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/Path.h"
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>

using namespace dsp;
using llvm::Error;
using llvm::Expected;

//===----------------------------------------------------------------------===//
// Memory
//===----------------------------------------------------------------------===//

class LoadedModel::GuardedBuffer {
public:
  GuardedBuffer(uint64_t size, uint64_t alignment)
      : bytes(size), guard(std::max<uint64_t>(alignment, 64)) {
    uint64_t total = llvm::alignTo(guard + bytes + guard, guard);
    memory = static_cast<unsigned char *>(std::aligned_alloc(guard, total));
    if (!memory)
      llvm::report_bad_alloc_error("out of memory for the model's buffers");
    std::memset(memory, kGuard, total);
  }
  ~GuardedBuffer() { std::free(memory); }
  GuardedBuffer(const GuardedBuffer &) = delete;
  GuardedBuffer &operator=(const GuardedBuffer &) = delete;

  void *data() { return memory + guard; }
  uint64_t size() const { return bytes; }
  /// All bits set: a NaN for every type of float.
  void poison() { std::memset(data(), 0xFF, bytes); }
  bool isIntact() const {
    auto isGuard = [](unsigned char byte) { return byte == kGuard; };
    return llvm::all_of(llvm::ArrayRef(memory, guard), isGuard) &&
           llvm::all_of(llvm::ArrayRef(memory + guard + bytes, guard), isGuard);
  }

private:
  static constexpr unsigned char kGuard = 0xA5;
  uint64_t bytes;
  uint64_t guard;
  unsigned char *memory;
};

NpyArray dsp::makeNpyArray(RankedTensorType type) {
  NpyArray array;
  mlir::Type element = type.getElementType();
  // NumPy has no bfloat16: its bits are handed over.
  if (element.isBF16() || element.isUnsignedInteger())
    array.kind = 'u';
  else if (element.isInteger(1))
    array.kind = 'b';
  else
    array.kind = mlir::isa<mlir::FloatType>(element) ? 'f' : 'i';
  array.elementBytes = std::max(element.getIntOrFloatBitWidth() / 8, 1u);
  array.shape.assign(type.getShape().begin(), type.getShape().end());
  return array;
}

//===----------------------------------------------------------------------===//
// Building and loading
//===----------------------------------------------------------------------===//

LoadedModel::LoadedModel(CModel &model) : model(model) {}

LoadedModel::~LoadedModel() {
  if (library)
    dlclose(library);
}

Expected<std::unique_ptr<LoadedModel>>
LoadedModel::build(CModel &model, const LibraryPaths &paths, StringRef folder) {
  std::unique_ptr<LoadedModel> loaded(new LoadedModel(model));
  llvm::SmallString<128> path(folder);
  llvm::sys::path::append(path, model.name + ".so");
  if (Error error = writeModelFiles(model, folder))
    return error;
  if (Error error =
          buildModel(model, folder, paths, HostOutput::SharedObject, path))
    return error;
  if (Error error = loaded->load(path))
    return error;
  return loaded;
}

Error LoadedModel::load(StringRef path) {
  library = dlopen(path.str().c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!library)
    return llvm::createStringError("cannot load the built model: %s",
                                   dlerror());
  bool bin = model.weightsMode == WeightsMode::Bin;
  entry = dlsym(library, (model.name + "_run").c_str());
  initEntry = bin ? dlsym(library, (model.name + "_init").c_str()) : nullptr;
  if (!entry || (bin && !initEntry))
    return llvm::createStringError("the built model has no '%s_run'",
                                   model.name.c_str());

  arena = std::make_unique<GuardedBuffer>(model.plan.arenaSize(),
                                          model.plan.arenaAlignment());
  for (const CParameter &input : model.inputs)
    inputBuffers.push_back(
        std::make_unique<GuardedBuffer>(input.bytes, input.alignment));
  for (const CParameter &output : model.outputs)
    outputBuffers.push_back(
        std::make_unique<GuardedBuffer>(output.bytes, output.alignment));
  for (auto &buffer : inputBuffers)
    inputPointers.push_back(buffer->data());
  for (auto &buffer : outputBuffers)
    outputPointers.push_back(buffer->data());
  // The structs are never empty.
  inputPointers.resize(std::max<size_t>(inputPointers.size(), 1));
  outputPointers.resize(std::max<size_t>(outputPointers.size(), 1));
  if (bin) {
    weights = std::make_unique<GuardedBuffer>(model.weightsSize,
                                              model.weightsAlignment);
    llvm::SmallString<0> contents;
    llvm::raw_svector_ostream os(contents);
    writeBinWeights(model, os);
    std::memcpy(weights->data(), contents.data(), contents.size());
  }
  return Error::success();
}

//===----------------------------------------------------------------------===//
// Running
//===----------------------------------------------------------------------===//

Error LoadedModel::call() {
  int32_t code;
  if (weights) {
    const void *context = nullptr;
    auto init =
        reinterpret_cast<int32_t (*)(void *, const void *, size_t)>(initEntry);
    code = init(&context, weights->data(), weights->size());
    if (code == 0)
      code = reinterpret_cast<int32_t (*)(const void *, const void *,
                                          const void *, void *)>(entry)(
          &context, inputPointers.data(), outputPointers.data(), arena->data());
  } else {
    code = reinterpret_cast<int32_t (*)(const void *, const void *, void *)>(
        entry)(inputPointers.data(), outputPointers.data(), arena->data());
  }
  if (code == 0)
    return Error::success();
  if (code < 0)
    return llvm::createStringError("'%s_run' refused its arguments: code %d",
                                   model.name.c_str(), int(code));
  int32_t number = code / 256, status = ((code & 255) ^ 128) - 128;
  std::string what = "a kernel";
  if (size_t(number) <= model.plan.schedule().size()) {
    mlir::Operation *op = model.plan.schedule()[number - 1];
    const KernelInfo *kernel = kernelOf(op);
    SourceOps source = getSourceOps(op->getLoc());
    what = kernel ? kernel->cName.str() : "memcpy";
    if (!source.ops.empty())
      what +=
          " for " + llvm::join(source.ops, " + ") + " " + source.name().str();
  }
  return llvm::createStringError("call %d (%s) returned status %d", int(number),
                                 what.c_str(), int(status));
}

Expected<std::vector<NpyArray>>
LoadedModel::run(ArrayRef<const NpyArray *> inputs) {
  for (auto [buffer, input] : llvm::zip_equal(inputBuffers, inputs))
    std::memcpy(buffer->data(), input->data.data(), input->data.size());
  arena->poison();
  for (auto &buffer : outputBuffers)
    buffer->poison();
  if (Error error = call())
    return error;
  auto isIntact = [](auto &buffer) { return buffer->isIntact(); };
  if (!arena->isIntact() || !llvm::all_of(outputBuffers, isIntact) ||
      !llvm::all_of(inputBuffers, isIntact))
    return llvm::createStringError(
        "a kernel wrote outside of the memory that it was given");

  std::vector<NpyArray> outputs;
  for (auto [parameter, buffer] :
       llvm::zip_equal(model.outputs, outputBuffers)) {
    NpyArray array = makeNpyArray(parameter.type);
    const char *data = static_cast<const char *>(buffer->data());
    array.data.assign(data, data + parameter.bytes);
    outputs.push_back(std::move(array));
  }
  return outputs;
}

Expected<std::vector<double>> LoadedModel::bench(unsigned count) {
  std::vector<double> seconds;
  for (unsigned i = 0; i < count; ++i) {
    auto begin = std::chrono::steady_clock::now();
    if (Error error = call())
      return error;
    std::chrono::duration<double> time =
        std::chrono::steady_clock::now() - begin;
    seconds.push_back(time.count());
  }
  return seconds;
}
