//===- PrepareForC.cpp - Names, weights, and what C can't say -------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CNames.h"
#include "CPrinter.h"
#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "dsp/Dialect/Dsp/IR/KernelArgs.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Dialect/Dsp/IR/Numerics.h"
#include "dsp/Dialect/Dsp/Utils/KernelCall.h"
#include "dsp/Dialect/Dsp/Utils/SourceOps.h"
#include "dsp/Target/C/CEmitter.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/xxhash.h"
#include <cstring>
#include <deque>

using namespace mlir;
using namespace dsp;

/// Weights of up to so many bytes are C arrays unless the user says otherwise:
/// one file less, and readable; compilers take long for more.
static constexpr uint64_t kMaxAutoCWeights = 64 * 1024;

StringRef dsp::getElementCType(Type type) {
  if (type.isF32())
    return "float";
  if (type.isF64())
    return "double";
  unsigned width = type.getIntOrFloatBitWidth();
  bool isSigned = type.isSignlessInteger() && width > 1;
  switch (width) {
  case 16:
    return isSigned ? "int16_t" : "uint16_t";
  case 32:
    return isSigned ? "int32_t" : "uint32_t";
  case 64:
    return isSigned ? "int64_t" : "uint64_t";
  default:
    return isSigned ? "int8_t" : "uint8_t";
  }
}

std::string dsp::getElementTypeName(Type type) {
  if (type.isBF16())
    return "bfloat16";
  unsigned width = type.getIntOrFloatBitWidth();
  if (isa<FloatType>(type))
    return "float" + llvm::utostr(width);
  if (width == 1)
    return "bool";
  return (type.isUnsignedInteger() ? "uint" : "int") + llvm::utostr(width);
}

namespace {

/// What the model's StringRefs point into.
struct Storage {
  CScope externals;
  CScope locals;
  /// Bytes of constants that MLIR holds in another form.
  std::deque<std::vector<char>> unpacked;
};

class Preparation {
public:
  Preparation(CModel &model, Storage &storage, const CEmitOptions &options)
      : model(model), storage(storage), options(options) {}

  LogicalResult run() {
    if (failed(checkCalls()))
      return failure();
    collectParameters();
    if (failed(collectWeights()))
      return failure();
    collectAlignments();
    layOutWeights();
    nameTensors();
    nameStates();
    return success();
  }

private:
  LogicalResult checkCalls();
  void useLibrary(const LibraryInfo &library);
  void reserveNames(const CFunctionInfo &function);
  void noteNumbers(const KernelArgs &args, const CArg &arg);
  void collectParameters();
  LogicalResult collectWeights();
  FailureOr<ArrayRef<char>> rawBytes(ConstantOp constant);
  void collectAlignments();
  void layOutWeights();
  void nameTensors();
  void nameStates();
  void addStates(const void *owner, bool ofLibrary, StringRef prefix,
                 ArrayRef<StateInfo> states,
                 ArrayRef<CFunctionInfo> deinitCalls, CScope &scope);

  CModel &model;
  Storage &storage;
  const CEmitOptions &options;
};

} // namespace

/// What the emitted C calls its own functions and types.
static constexpr StringRef kOwnNames[] = {
    "run",    "init",  "deinit", "inputs",  "outputs", "memory", "context",
    "failed", "calls", "check",  "release", "reserve", "make",   "workspace"};

static bool isOwnName(StringRef name, StringRef model) {
  if (!name.consume_front(model) || !name.consume_front("_"))
    return false;
  return llvm::is_contained(kOwnNames, name) || name.starts_with("calls_") ||
         name.starts_with("make_") || name.starts_with("release_");
}

/// All functions that belong to a kernel.
static SmallVector<const CFunctionInfo *>
functionsOf(const KernelInfo &kernel) {
  SmallVector<const CFunctionInfo *> functions;
  for (ArrayRef<CFunctionInfo> list :
       {kernel.initCalls, kernel.runCalls, kernel.deinitCalls})
    for (const CFunctionInfo &function : list)
      functions.push_back(&function);
  return functions;
}

/// All numbers of all calls, once before anything is printed.
LogicalResult Preparation::checkCalls() {
  for (StringRef suffix : kOwnNames)
    storage.externals.reserve(options.name + "_" + suffix.str());
  for (StringRef word :
       {"in", "out", "arena", "status", "context", "weights", "failed"})
    storage.locals.reserve(word);

  llvm::DenseSet<const KernelInfo *> seen;
  for (Operation *op : model.plan.schedule()) {
    const KernelInfo *kernel = kernelOf(op);
    if (!kernel) {
      model.usesCopies = true;
      continue;
    }
    if (seen.insert(kernel).second) {
      if (!llvm::is_contained(model.libraries, kernel->library))
        useLibrary(*kernel->library);
      for (const CFunctionInfo *function : functionsOf(*kernel)) {
        reserveNames(*function);
        if (isOwnName(function->cName, options.name))
          return op->emitError() << "the model's name '" << options.name
                                 << "' makes a function '" << function->cName
                                 << "', which is a kernel's";
      }
      model.hasState |= !kernel->states.empty() || !kernel->initCalls.empty() ||
                        !kernel->deinitCalls.empty();
    }
    KernelArgs args(*kernel, op);
    for (const CFunctionInfo *function : functionsOf(*kernel))
      forEachArg(function->args, [&](const CArg &arg) {
        model.hasWorkspace |= arg.kind == CArgKind::Workspace;
        if (passesNumbers(arg))
          noteNumbers(args, arg);
      });
  }
  return success();
}

void Preparation::useLibrary(const LibraryInfo &library) {
  model.libraries.push_back(&library);
  for (ArrayRef<CFunctionInfo> list : {library.initCalls, library.deinitCalls})
    for (const CFunctionInfo &function : list)
      reserveNames(function);
  model.hasState |= !library.states.empty() || !library.initCalls.empty() ||
                    !library.deinitCalls.empty();
}

/// Nothing of ours may hide what the call names.
void Preparation::reserveNames(const CFunctionInfo &function) {
  storage.externals.reserve(function.cName);
  storage.locals.reserve(function.cName);
  storage.locals.reserveAllIn(function.status.cType);
  forEachArg(function.args, [&](const CArg &arg) {
    storage.locals.reserve(arg.name);
    storage.locals.reserveAllIn(arg.cType);
    storage.locals.reserveAllIn(arg.text);
    for (StringRef name : arg.enumerators)
      storage.locals.reserve(name);
  });
}

/// That C's types can hold the numbers is the verifier's affair.
void Preparation::noteNumbers(const KernelArgs &args, const CArg &arg) {
  SmallVector<CNumber> numbers;
  arg.numbers(args, numbers);
  model.usesMath |= llvm::any_of(numbers, needsMathHeader);
  model.usesAlignedArrays |=
      arg.kind == CArgKind::Array && arg.alignment > CModel::kNaturalAlign;
}

void Preparation::collectParameters() {
  func::FuncOp func = model.function;
  auto add = [](std::vector<CParameter> &list, CScope &scope,
                DictionaryAttr attrs, StringRef kind, Type type) {
    auto given = attrs ? attrs.getAs<StringAttr>("relay.name") : StringAttr();
    std::string name =
        given ? given.str() : kind.str() + llvm::utostr(list.size());
    CParameter parameter;
    if (auto scale = attrs ? attrs.getAs<FloatAttr>(kScaleAttr) : FloatAttr()) {
      parameter.scale = static_cast<float>(scale.getValueAsDouble());
      if (auto zeroPoint = attrs.getAs<IntegerAttr>(kZeroPointAttr))
        parameter.zeroPoint = zeroPoint.getInt();
    }
    parameter.name = name;
    parameter.field = scope.add("", name).str();
    parameter.type = cast<RankedTensorType>(type);
    parameter.bytes = *tensorBytes(type);
    parameter.alignment = *elementBytes(parameter.type.getElementType());
    list.push_back(std::move(parameter));
  };
  CScope inputs, outputs;
  for (BlockArgument arg : func.getArguments())
    add(model.inputs, inputs, func.getArgAttrDict(arg.getArgNumber()), "in",
        arg.getType());
  for (auto [index, type] : llvm::enumerate(func.getResultTypes()))
    add(model.outputs, outputs, func.getResultAttrDict(index), "out", type);
}

/// The constant's elements as they lie in memory.
FailureOr<ArrayRef<char>> Preparation::rawBytes(ConstantOp constant) {
  auto type = cast<RankedTensorType>(constant.getType());
  uint64_t wanted = *tensorBytes(type);
  if (auto resource =
          dyn_cast<DenseResourceElementsAttr>(constant.getValue())) {
    AsmResourceBlob *blob = resource.getRawHandle().getBlob();
    if (!blob || blob->getData().size() != wanted)
      return constant.emitError()
             << "resource '" << resource.getRawHandle().getKey() << "' has "
             << (blob ? blob->getData().size() : 0) << " bytes, but " << type
             << " takes " << wanted;
    return blob->getData();
  }
  auto dense = dyn_cast<DenseElementsAttr>(constant.getValue());
  if (!dense)
    return constant.emitError()
           << "'dsp.constant' must hold dense or dense_resource elements";
  ArrayRef<char> raw = dense.getRawData();
  Type elementType = type.getElementType();
  if (!dense.isSplat() && !elementType.isInteger(1))
    return raw;

  std::vector<char> &bytes = storage.unpacked.emplace_back();
  bytes.reserve(wanted);
  if (elementType.isInteger(1)) {
    for (bool element : dense.getValues<bool>())
      bytes.push_back(element);
  } else {
    for (int64_t i = 0; i < type.getNumElements(); ++i)
      bytes.insert(bytes.end(), raw.begin(), raw.end());
  }
  return ArrayRef<char>(bytes);
}

LogicalResult Preparation::collectWeights() {
  llvm::DenseMap<Attribute, size_t> byValue;
  // Hash of type and bytes to all weights that have it.
  llvm::DenseMap<uint64_t, SmallVector<size_t, 1>> byContent;
  for (auto constant : model.function.getOps<ConstantOp>()) {
    if (constant.use_empty())
      continue;
    auto [it, isNew] =
        byValue.try_emplace(constant.getValue(), model.weights.size());
    if (!isNew) {
      model.weightOf[constant.getResult()] = it->second;
      continue;
    }
    FailureOr<ArrayRef<char>> bytes = rawBytes(constant);
    if (failed(bytes))
      return failure();
    auto type = cast<RankedTensorType>(constant.getType());
    uint64_t hash = llvm::xxh3_64bits(ArrayRef(
        reinterpret_cast<const uint8_t *>(bytes->data()), bytes->size()));
    SmallVector<size_t, 1> &same = byContent[hash & (UINT64_MAX >> 1)];
    auto twin = llvm::find_if(same, [&](size_t index) {
      const CWeight &other = model.weights[index];
      return other.type.getElementType() == type.getElementType() &&
             other.bytes == *bytes;
    });
    if (twin != same.end()) {
      it->second = model.weightOf[constant.getResult()] = *twin;
      continue;
    }
    same.push_back(model.weights.size());
    model.weightOf[constant.getResult()] = model.weights.size();
    CWeight weight;
    weight.name = constant.getName().value_or("").str();
    weight.type = type;
    weight.bytes = *bytes;
    weight.alignment = *elementBytes(type.getElementType());
    StringRef symbol = weight.name;
    weight.symbol =
        storage.externals
            .add(options.name + "_", symbol.empty() ? "constant" : symbol)
            .str();
    storage.locals.reserve(weight.symbol);
    model.weights.push_back(std::move(weight));
  }
  return success();
}

void Preparation::collectAlignments() {
  auto require = [&](Value value, uint64_t alignment) {
    auto raise = [&](uint64_t &known) { known = std::max(known, alignment); };
    Place place = model.plan.placeOf(value);
    switch (place.kind) {
    case Place::Input:
      return raise(model.inputs[place.index].alignment);
    case Place::Output:
      return raise(model.outputs[place.index].alignment);
    case Place::Weights:
      return raise(
          model.weights[model.weightOf.lookup(viewSource(value))].alignment);
    case Place::Arena:
      return;
    }
  };
  SmallVector<Value> values;
  for (Operation *op : model.plan.schedule()) {
    const KernelInfo *kernel = kernelOf(op);
    if (!kernel)
      continue;
    for (const CFunctionInfo *function : functionsOf(*kernel))
      forEachArg(function->args, [&](const CArg &arg) {
        if (!arg.tensors)
          return;
        values.clear();
        arg.tensors(op, values);
        for (Value value : values)
          require(value, arg.alignment);
      });
  }
}

void Preparation::layOutWeights() {
  for (CWeight &weight : model.weights) {
    weight.offset = llvm::alignTo(model.weightsSize, weight.alignment);
    model.weightsSize = weight.offset + weight.bytes.size();
    model.weightsAlignment = std::max(model.weightsAlignment, weight.alignment);
  }
  model.weightsMode = options.weights;
  // A file without weights is an empty promise: no weights, no file.
  if (model.weights.empty())
    model.weightsMode = WeightsMode::C;
  else if (options.weights == WeightsMode::Auto)
    model.weightsMode = model.weightsSize <= kMaxAutoCWeights
                            ? WeightsMode::C
                            : WeightsMode::Asm;
}

void Preparation::nameTensors() {
  llvm::SmallString<64> name;
  for (Operation *op : model.plan.schedule()) {
    SourceOps source = getSourceOps(op->getLoc());
    name.clear();
    StringRef given = source.name();
    if (given.consume_front("%") || given.empty() ||
        llvm::all_of(given, llvm::isDigit)) {
      // Relay's %12 says nothing; conv2d_12 does.
      const KernelInfo *kernel = kernelOf(op);
      StringRef what = !source.ops.empty() ? source.ops.back()
                       : kernel            ? StringRef(kernel->name)
                                           : "copy";
      name = what.substr(what.rfind('.') + 1);
      if (!given.empty()) {
        name += '_';
        name += given;
      }
    } else {
      name = given;
    }
    size_t length = name.size();
    for (OpResult result : op->getResults()) {
      name.resize(length);
      if (op->getNumResults() > 1) {
        name += '_';
        name += llvm::utostr(result.getResultNumber());
      }
      model.localNames[result] = storage.locals.add("", name);
    }
  }
}

/// Whether a deinit call is left out where a handle that it passes is null.
static bool passesHandle(ArrayRef<StateInfo> states, bool ofLibrary,
                         const CFunctionInfo &function) {
  bool passes = false;
  forEachArg(function.args, [&](const CArg &arg) {
    if (arg.kind == CArgKind::State || arg.kind == CArgKind::StateAddress)
      passes |=
          arg.state.ofLibrary == ofLibrary && states[arg.state.index].isHandle;
  });
  return passes;
}

void Preparation::addStates(const void *owner, bool ofLibrary, StringRef prefix,
                            ArrayRef<StateInfo> states,
                            ArrayRef<CFunctionInfo> deinitCalls,
                            CScope &scope) {
  auto add = [&](uint32_t index, StringRef cType, const Twine &name) {
    model.stateFields[{owner, index}] = model.contextFields.size();
    model.contextFields.push_back(
        {cType, scope.add("", (prefix + "_" + name).str()).str()});
  };
  for (auto [index, state] : llvm::enumerate(states))
    add(index, state.cType, state.name);
  auto needsFlag = [&](const CFunctionInfo &function) {
    return !passesHandle(states, ofLibrary, function);
  };
  if (llvm::any_of(deinitCalls, needsFlag))
    add(CModel::kMadeFlag, "int32_t", "made");
}

void Preparation::nameStates() {
  CScope scope;
  for (StringRef word : {"weights", "arena_size", "is_ready"})
    scope.reserve(word);
  // What the application hands over to init keeps the library's own name.
  for (const LibraryInfo *library : model.libraries)
    addStates(library, /*ofLibrary=*/true, library->name, library->states,
              library->deinitCalls, scope);
  for (Operation *op : model.plan.schedule())
    if (const KernelInfo *kernel = kernelOf(op))
      addStates(op, /*ofLibrary=*/false,
                model.localNames.lookup(op->getResult(0)), kernel->states,
                kernel->deinitCalls, scope);
}

const CContextField *CModel::stateField(Operation *op,
                                        const LibraryInfo &library,
                                        StateRef state) const {
  const void *owner =
      state.ofLibrary ? static_cast<const void *>(&library) : op;
  auto it = stateFields.find({owner, state.index});
  return it == stateFields.end() ? nullptr : &contextFields[it->second];
}

const CContextField *CModel::madeFlag(const void *owner) const {
  auto it = stateFields.find({owner, kMadeFlag});
  return it == stateFields.end() ? nullptr : &contextFields[it->second];
}

FailureOr<std::unique_ptr<CModel>>
dsp::prepareForC(ModuleOp module, const CEmitOptions &options) {
  if (!isCIdentifier(options.name))
    return module.emitError() << "'" << options.name
                              << "' can't be the name of a model: it must be a "
                                 "C identifier and no keyword";
  auto func = module.lookupSymbol<func::FuncOp>(options.function);
  if (!func || func.isDeclaration())
    return module.emitError()
           << "there is no function '" << options.function << "' to emit";
  FailureOr<MemoryPlan> plan = MemoryPlan::read(func);
  if (failed(plan))
    return failure();
  auto check = [&](Value value) -> LogicalResult {
    if (tensorBytes(value.getType()))
      return success();
    return mlir::emitError(value.getLoc())
           << "a value of type " << value.getType() << " can't be C";
  };
  for (Operation &op : func.getBody().front()) {
    for (Value result : op.getResults())
      if (failed(check(result)))
        return failure();
  }
  for (BlockArgument arg : func.getArguments())
    if (failed(check(arg)))
      return failure();
  if (failed(verifyMemoryPlan(func, *plan)))
    return failure();

  auto storage = std::make_shared<Storage>();
  auto model = std::make_unique<CModel>();
  model->name = options.name;
  model->function = func;
  model->plan = std::move(*plan);
  model->pool = arenaPool(func);
  model->storage = storage;
  if (failed(Preparation(*model, *storage, options).run()))
    return failure();
  return model;
}
