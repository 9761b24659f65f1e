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
#include "dsp/Support/OutputDirectory.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/Path.h"
#include <chrono>
#include <cstddef>
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
  if (deinitEntry)
    (void)reinterpret_cast<int32_t (*)(void *)>(deinitEntry)(context->data());
  if (library)
    dlclose(library);
}

/// Functions of one form for every model, whatever its context holds.
static void printContextGlue(const CModel &model, raw_ostream &os) {
  const std::string &name = model.name;
  os << "#include \"" << name << ".h\"\n"
     << "size_t dsp_run_context_size(void) { return sizeof(struct " << name
     << "_context); }\n"
     << "int32_t dsp_run_init(void *memory, const void *weights, size_t size, "
        "size_t *arena) {\n"
     << "  struct " << name << "_context *context = memory;\n"
     << "  (void)weights;\n  (void)size;\n"
     << "  int32_t code = " << name << "_init(context";
  if (model.weightsMode == WeightsMode::Bin)
    os << ", weights, size";
  for (const LibraryInfo *library : model.libraries)
    for (const StateInfo &state : library->states)
      if (state.fromApplication)
        os << ", 0";
  os << ");\n  *arena = "
     << (model.hasState ? "context->arena_size"
                        : StringRef(name).upper() + "_ARENA_SIZE")
     << ";\n  return code;\n}\n"
     << "int32_t dsp_run_deinit(void *memory) { "
     << (model.hasState ? "return " + name + "_deinit(memory);"
                        : "(void)memory; return 0;")
     << " }\n";
}

Expected<std::unique_ptr<LoadedModel>>
LoadedModel::build(CModel &model, const LibraryPaths &paths, StringRef folder) {
  std::unique_ptr<LoadedModel> loaded(new LoadedModel(model));
  llvm::SmallString<128> path(folder);
  llvm::sys::path::append(path, model.name + ".so");
  if (Error error = writeModelFiles(model, folder))
    return error;
  std::vector<std::string> glue;
  if (model.hasContext()) {
    llvm::SmallString<128> file(folder);
    llvm::sys::path::append(file, "dsp_run_context.c");
    glue.push_back(file.str().str());
    if (Error error = writeFileAtomically(
            file, [&](raw_ostream &os) { printContextGlue(model, os); }))
      return error;
  }
  if (Error error = buildModel(model, folder, paths, HostOutput::SharedObject,
                               path, glue))
    return error;
  if (Error error = loaded->load(path))
    return error;
  return loaded;
}

Error LoadedModel::load(StringRef path) {
  // A library's threads, such as OpenMP's, outlive the model: their code stays.
  library = dlopen(path.str().c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (!library)
    return llvm::createStringError("cannot load the built model: %s",
                                   dlerror());
  entry = dlsym(library, (model.name + "_run").c_str());
  if (!entry)
    return llvm::createStringError("the built model has no '%s_run'",
                                   model.name.c_str());
  if (model.weightsMode == WeightsMode::Bin) {
    weights = std::make_unique<GuardedBuffer>(model.weightsSize,
                                              model.weightsAlignment);
    llvm::SmallString<0> contents;
    llvm::raw_svector_ostream os(contents);
    writeBinWeights(model, os);
    std::memcpy(weights->data(), contents.data(), contents.size());
  }
  uint64_t arenaSize = model.plan.arenaSize();
  if (model.hasContext()) {
    Expected<uint64_t> wanted = makeContext();
    if (!wanted)
      return wanted.takeError();
    arenaSize = *wanted;
  }

  arena =
      std::make_unique<GuardedBuffer>(arenaSize, model.plan.arenaAlignment());
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
  return Error::success();
}

Expected<uint64_t> LoadedModel::makeContext() {
  auto size =
      reinterpret_cast<size_t (*)()>(dlsym(library, "dsp_run_context_size"));
  auto init =
      reinterpret_cast<int32_t (*)(void *, const void *, size_t, size_t *)>(
          dlsym(library, "dsp_run_init"));
  context = std::make_unique<GuardedBuffer>(size(), alignof(std::max_align_t));
  size_t arenaSize = 0;
  int32_t code = init(context->data(), weights ? weights->data() : nullptr,
                      weights ? weights->size() : 0, &arenaSize);
  if (code != 0)
    return explain(code, "init");
  deinitEntry = dlsym(library, "dsp_run_deinit");
  return arenaSize;
}

//===----------------------------------------------------------------------===//
// Running
//===----------------------------------------------------------------------===//

Error LoadedModel::call() {
  int32_t code =
      context
          ? reinterpret_cast<int32_t (*)(void *, const void *, const void *,
                                         void *)>(entry)(
                context->data(), inputPointers.data(), outputPointers.data(),
                arena->data())
          : reinterpret_cast<int32_t (*)(const void *, const void *, void *)>(
                entry)(inputPointers.data(), outputPointers.data(),
                       arena->data());
  return code == 0 ? Error::success() : explain(code, "run");
}

/// What a returned code says; see docs/CEmission.md.
Error LoadedModel::explain(int32_t code, StringRef function) const {
  constexpr int32_t errorArena = -6;
  if (code == errorArena)
    return llvm::createStringError(
        "arena '%s' has %llu bytes, the libraries want more: see --arena",
        model.pool.name.str().c_str(), (unsigned long long)model.pool.size);
  if (code < 0)
    return llvm::createStringError("'%s_%s' refused its arguments: code %d",
                                   model.name.c_str(), function.str().c_str(),
                                   int(code));
  size_t number = size_t(code) / 256 % (1 << 20), part = size_t(code) >> 28;
  int32_t status = ((code & 255) ^ 128) - 128;
  ArrayRef<mlir::Operation *> schedule = model.plan.schedule();
  std::string what = "a kernel";
  if (number > schedule.size()) {
    size_t index = number - schedule.size() - 1;
    if (index < model.libraries.size())
      what = "library " + model.libraries[index]->name.str();
  } else if (number > 0) {
    mlir::Operation *op = schedule[number - 1];
    const KernelInfo *kernel = kernelOf(op);
    ArrayRef<CFunctionInfo> functions;
    if (kernel)
      functions = function == "run" ? kernel->runCalls : kernel->initCalls;
    SourceOps source = getSourceOps(op->getLoc());
    what = part < functions.size() ? functions[part].cName.str() : "memcpy";
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
