//===- dsp-run.cpp - Is it right ------------------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compiles a model, builds the C with the host's compiler against the kernel
// library, runs it in this process and prints or compares what comes out.
//
//===----------------------------------------------------------------------===//

#include "Compare.h"
#include "LoadedModel.h"
#include "dsp/Compiler/CommandLine.h"
#include "mlir/Support/Timing.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/raw_ostream.h"
#include <cstring>
#include <random>
#include <set>

using namespace mlir;
using namespace dsp;
namespace cl = llvm::cl;

namespace {

struct Flags {
  cl::OptionCategory category{"dsp-run options"};
  CompileFlags compile{category};
  cl::opt<std::string> inputs{
      "inputs", cl::value_desc("FILE.npz"), cl::cat(category),
      cl::desc("the model's inputs, by their names in Relay")};
  cl::opt<std::string> expect{
      "expect", cl::value_desc("FILE.npz"), cl::cat(category),
      cl::desc("wanted outputs out0, out1 ...: compare instead of printing")};
  cl::opt<std::string> against{
      "against", cl::value_desc("NAME|FILE"), cl::cat(category),
      cl::desc("another kernel library, whose outputs are the wanted ones; "
               "without --inputs on the same random numbers in every run")};
  cl::opt<double> rtol{
      "rtol", cl::cat(category),
      cl::desc("relative tolerance (default: 1e-4 for floats, otherwise 0)")};
  cl::opt<double> atol{
      "atol", cl::cat(category),
      cl::desc("absolute tolerance (default: 1e-6 of the largest wanted "
               "magnitude for floats, otherwise 0)")};
  cl::opt<bool> exact{"exact", cl::cat(category),
                      cl::desc("every element must be equal")};
  cl::opt<std::string> save{"save", cl::value_desc("FILE.npz"),
                            cl::cat(category), cl::desc("write the outputs")};
  cl::opt<unsigned> bench{"bench", cl::value_desc("N"), cl::cat(category),
                          cl::desc("run N times more and print the times")};
};

} // namespace

static LogicalResult fail(const llvm::Twine &message) {
  printToolError(message.str());
  return failure();
}
static LogicalResult fail(llvm::Error error) {
  return fail(llvm::toString(std::move(error)));
}

//===----------------------------------------------------------------------===//
// Inputs
//===----------------------------------------------------------------------===//

/// The array for an input. TVM tells equal names apart by a number when it
/// prints text (data, data1), and puts a v before names that begin with no
/// letter, so an array may have the name as it was before.
static const NamedArray *findInput(ArrayRef<NamedArray> arrays,
                                   StringRef name) {
  auto find = [&](StringRef wanted) -> const NamedArray * {
    for (const NamedArray &array : arrays)
      if (array.name == wanted)
        return &array;
    return nullptr;
  };
  StringRef unnumbered = name.rtrim("0123456789");
  for (StringRef candidate : {name, unnumbered}) {
    if (candidate.empty())
      continue;
    if (const NamedArray *array = find(candidate))
      return array;
    StringRef bare = candidate;
    if (bare.consume_front("v") && !bare.empty() && !llvm::isAlpha(bare[0]))
      if (const NamedArray *array = find(bare))
        return array;
  }
  return nullptr;
}

static LogicalResult bindInputs(const CModel &model,
                                ArrayRef<NamedArray> arrays,
                                SmallVectorImpl<const NpyArray *> &bound) {
  std::set<const NamedArray *> used;
  for (const CParameter &input : model.inputs) {
    const NamedArray *array = findInput(arrays, input.name);
    if (!array) {
      std::string given;
      for (const NamedArray &other : arrays)
        given += (given.empty() ? "'" : ", '") + other.name + "'";
      return fail("no array for input '" + input.name +
                  "'; given: " + (given.empty() ? "none" : given));
    }
    NpyArray wanted = makeNpyArray(input.type);
    const NpyArray &found = array->array;
    auto describe = [](const NpyArray &array) {
      std::string text = array.typeName() + " (";
      for (int64_t dim : array.shape)
        text += llvm::itostr(dim) + ", ";
      return StringRef(text).rtrim(", ").str() + ")";
    };
    if (found.kind != wanted.kind ||
        found.elementBytes != wanted.elementBytes ||
        found.shape != wanted.shape)
      return fail("input '" + input.name + "' is " + describe(wanted) +
                  ", array '" + array->name + "' is " + describe(found));
    used.insert(array);
    bound.push_back(&found);
  }
  for (const NamedArray &array : arrays)
    if (!used.count(&array))
      llvm::errs() << "warning: array '" << array.name
                   << "' is no input of the model\n";
  return success();
}

/// Numbers for an input, the same in every run: floats in [-1, 1), integers in
/// [-8, 8) or, without sign, in [0, 8).
static NpyArray makeRandomArray(RankedTensorType type, std::mt19937 &random) {
  NpyArray array = makeNpyArray(type);
  int64_t count = type.getNumElements();
  array.data.resize(count * array.elementBytes);
  auto floatType = dyn_cast<FloatType>(type.getElementType());
  for (int64_t i = 0; i < count; ++i) {
    uint32_t bits = random();
    int64_t integer = array.kind == 'b'   ? bits % 2
                      : array.kind == 'u' ? bits % 8
                                          : int64_t(bits % 16) - 8;
    if (floatType) {
      llvm::APFloat value(double(bits) / 0x1p31 - 1.0);
      bool losesInfo;
      value.convert(floatType.getFloatSemantics(), llvm::APFloat::rmTowardZero,
                    &losesInfo);
      integer = value.bitcastToAPInt().getSExtValue();
    }
    std::memcpy(&array.data[i * array.elementBytes], &integer,
                array.elementBytes);
  }
  return array;
}

static std::vector<NamedArray> makeRandomInputs(const CModel &model) {
  std::mt19937 random;
  std::vector<NamedArray> inputs;
  for (const CParameter &input : model.inputs)
    inputs.push_back({input.name, makeRandomArray(input.type, random)});
  return inputs;
}

//===----------------------------------------------------------------------===//
// Outputs
//===----------------------------------------------------------------------===//

static std::vector<NamedArray> nameOutputs(ArrayRef<NpyArray> outputs) {
  std::vector<NamedArray> named;
  for (auto [index, output] : llvm::enumerate(outputs))
    named.push_back({"out" + llvm::utostr(index), output});
  return named;
}

static void printOutputs(ArrayRef<NpyArray> outputs) {
  constexpr int64_t kMaxPrinted = 1000;
  for (auto [index, output] : llvm::enumerate(outputs)) {
    llvm::outs() << "out" << index << ": " << output.typeName() << " (";
    llvm::interleaveComma(output.shape, llvm::outs());
    llvm::outs() << ")\n ";
    int64_t count = output.numElements();
    for (int64_t i = 0; i < std::min(count, kMaxPrinted); ++i)
      llvm::outs() << " " << formatElement(output, i);
    if (count > kMaxPrinted)
      llvm::outs() << " ... and " << count - kMaxPrinted
                   << " more (--save writes all)";
    llvm::outs() << "\n";
  }
}

static LogicalResult compareOutputs(const CModel &model,
                                    ArrayRef<NpyArray> outputs,
                                    ArrayRef<NamedArray> expected,
                                    Tolerance tolerance) {
  size_t known = 0;
  double largest = 0;
  for (auto [index, got] : llvm::enumerate(outputs)) {
    std::string name = "out" + llvm::utostr(index);
    auto want = llvm::find_if(
        expected, [&](const NamedArray &array) { return array.name == name; });
    if (want == expected.end())
      return fail("the expected outputs have no '" + name + "'");
    ++known;
    if (want->array.shape != got.shape ||
        (want->array.kind == 'f') != (got.kind == 'f'))
      return fail("'" + name + "' is " + got.typeName() + " of " +
                  llvm::utostr(got.numElements()) + " elements, expected " +
                  want->array.typeName() + " of " +
                  llvm::utostr(want->array.numElements()));
    Difference difference = compare(got, want->array, tolerance);
    if (difference.count) {
      int64_t at = difference.first;
      return fail(name + formatIndex(got.shape, at) + " ('" +
                  model.outputs[index].name + "'): got " +
                  formatElement(got, at) + ", want " +
                  formatElement(want->array, at) + "; " +
                  llvm::utostr(difference.count) + " of " +
                  llvm::utostr(got.numElements()) + " elements differ");
    }
    largest = std::max(largest, difference.largest);
  }
  if (expected.size() > known)
    return fail("the model has " + llvm::Twine(known) + " outputs, expected " +
                llvm::Twine(expected.size()));
  llvm::outs() << model.name << ": " << known
               << (known == 1 ? " output is" : " outputs are")
               << " as expected (largest difference "
               << llvm::format("%.3g", largest) << ")\n";
  return success();
}

static void printTimes(std::vector<double> seconds) {
  llvm::sort(seconds);
  auto inMilliseconds = [](double value) {
    return llvm::format("%.4f ms", value * 1e3);
  };
  llvm::outs() << seconds.size() << " runs: median "
               << inMilliseconds(seconds[seconds.size() / 2]) << ", fastest "
               << inMilliseconds(seconds.front()) << ", slowest "
               << inMilliseconds(seconds.back()) << "\n";
}

//===----------------------------------------------------------------------===//
// All of it
//===----------------------------------------------------------------------===//

namespace {
/// A model from its file to the function in this process.
class BuiltModel {
public:
  BuiltModel(const CompileOptions &options, TimingScope &timing)
      : compilation(options, timing) {}
  ~BuiltModel() {
    loadedModel.reset();
    if (!folder.empty())
      llvm::sys::fs::remove_directories(folder);
  }

  LogicalResult compile() {
    return success(
        succeeded(compilation.import()) && succeeded(compilation.convert()) &&
        succeeded(compilation.requireAllPlaced()) &&
        succeeded(compilation.plan()) && succeeded(compilation.prepare()));
  }
  LogicalResult build(const LibraryPaths &paths) {
    if (std::error_code error =
            llvm::sys::fs::createUniqueDirectory("dsp-run", folder))
      return fail("cannot create a temporary folder: " + error.message());
    compilation.progress().show("running the host's compiler");
    auto built = LoadedModel::build(model(), paths, folder);
    compilation.progress().clear();
    if (!built)
      return fail(built.takeError());
    loadedModel = std::move(*built);
    return success();
  }
  /// The arrays must outlive the run.
  LogicalResult bind(ArrayRef<NamedArray> inputs) {
    return bindInputs(model(), inputs, bound);
  }
  FailureOr<std::vector<NpyArray>> run() {
    auto outputs = loadedModel->run(bound);
    if (!outputs)
      return fail(outputs.takeError());
    return std::move(*outputs);
  }

  CModel &model() { return compilation.model(); }
  LoadedModel &loaded() { return *loadedModel; }

private:
  Compilation compilation;
  SmallVector<const NpyArray *> bound;
  llvm::SmallString<128> folder;
  std::unique_ptr<LoadedModel> loadedModel;
};
} // namespace

/// What the model computes with another library.
static LogicalResult runAgainst(const Flags &flags, CompileOptions options,
                                const LibraryPaths &paths,
                                ArrayRef<NamedArray> inputs,
                                std::vector<NamedArray> &outputs) {
  options.libraries = {flags.against};
  // What the user says of the other libraries and their target doesn't concern
  // this one.
  options.arenaName.clear();
  llvm::erase_if(options.libraryOptions, [&](StringRef option) {
    return option.split(':').first != flags.against;
  });
  TimingScope noTiming;
  BuiltModel reference(options, noTiming);
  if (failed(reference.compile()) || failed(reference.bind(inputs)) ||
      failed(reference.build(paths)))
    return failure();
  auto computed = reference.run();
  if (failed(computed))
    return failure();
  outputs = nameOutputs(*computed);
  return success();
}

static LogicalResult runModel(const Flags &flags, const LibraryPaths &paths,
                              const CompileOptions &options,
                              TimingScope &timing) {
  std::vector<NamedArray> inputs, expected;
  for (auto [path, arrays] :
       {std::pair(&flags.inputs, &inputs), {&flags.expect, &expected}}) {
    if (path->empty())
      continue;
    auto read = readNpz(*path);
    if (!read)
      return fail(read.takeError());
    *arrays = std::move(*read);
  }
  BuiltModel built(options, timing);
  if (failed(built.compile()))
    return failure();
  bool isCompared = !flags.expect.empty() || !flags.against.empty();
  if (flags.inputs.empty() && !flags.against.empty())
    inputs = makeRandomInputs(built.model());
  if (failed(built.bind(inputs)) || failed(built.build(paths)))
    return failure();
  auto outputs = built.run();
  if (failed(outputs))
    return failure();
  if (!flags.against.empty() &&
      failed(runAgainst(flags, options, paths, inputs, expected)))
    return failure();

  if (!flags.save.empty())
    if (llvm::Error error = writeNpz(flags.save, nameOutputs(*outputs)))
      return fail(std::move(error));
  Tolerance tolerance;
  if (flags.exact)
    tolerance = {0.0, 0.0};
  if (flags.rtol.getNumOccurrences())
    tolerance.relative = flags.rtol;
  if (flags.atol.getNumOccurrences())
    tolerance.absolute = flags.atol;
  if (isCompared) {
    if (failed(compareOutputs(built.model(), *outputs, expected, tolerance)))
      return failure();
  } else if (flags.save.empty() && !flags.bench) {
    printOutputs(*outputs);
  }
  if (flags.bench) {
    auto seconds = built.loaded().bench(flags.bench);
    if (!seconds)
      return fail(seconds.takeError());
    printTimes(std::move(*seconds));
  }
  return success();
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  Flags flags;
  parseCommandLine(argc, argv,
                   "compiles a Relay model, runs it on this machine, and "
                   "compares what comes out\n",
                   flags.category);
  FailureOr<CompileOptions> options = flags.compile.get();
  if (failed(options))
    return 1;
  if (flags.exact &&
      (flags.rtol.getNumOccurrences() || flags.atol.getNumOccurrences()))
    return failed(fail("--exact leaves no room for --rtol or --atol"));
  if (!flags.against.empty() && !flags.expect.empty())
    return failed(fail("--against and --expect both say what is wanted"));
  if (!flags.against.empty() && options->model == "-")
    return failed(fail("--against reads the model twice: give it as a file"));
  DefaultTimingManager timingManager;
  applyDefaultTimingManagerCLOptions(timingManager);
  TimingScope timing = timingManager.getRootScope();
  LibraryPaths paths =
      flags.compile.libraryPaths(argv[0], reinterpret_cast<void *>(&main));
  return failed(runModel(flags, paths, *options, timing));
}
