//===- Kernel.cpp - Reads and checks kernel records -----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/TableGen/Kernel.h"

#include "ArgumentNames.h"
#include "CallReader.h"
#include "CoverReader.h"
#include "ExpressionReader.h"
#include "FrozenIds.h"
#include "RecordErrors.h"
#include "StepReader.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/TableGen/Error.h"

using namespace llvm;

static cl::opt<std::string>
    expectedName("dsp-library",
                 cl::desc("Refuse records of a library of another name"),
                 cl::value_desc("name"));

namespace dsp::tblgen {

//===----------------------------------------------------------------------===//
// Small views
//===----------------------------------------------------------------------===//

template <typename List>
static std::optional<unsigned> indexOf(const List &list, StringRef name) {
  for (auto [i, entry] : llvm::enumerate(list))
    if (entry.name == name)
      return i;
  return std::nullopt;
}

std::optional<EntityRef> Kernel::lookup(StringRef name) const {
  if (auto i = indexOf(operands, name))
    return EntityRef{EntityRef::Operand, *i};
  if (auto i = indexOf(attrs, name))
    return EntityRef{EntityRef::Attr, *i};
  if (auto i = indexOf(results, name))
    return EntityRef{EntityRef::Result, *i};
  return std::nullopt;
}

StringRef Kernel::nameOf(EntityRef entity) const {
  switch (entity.kind) {
  case EntityRef::Operand:
    return operands[entity.index].name;
  case EntityRef::Attr:
    return attrs[entity.index].name;
  case EntityRef::Result:
    return results[entity.index].name;
  }
  llvm_unreachable("unknown kind of entity");
}

std::string localName(StringRef name) { return (name + "_").str(); }

std::string Kernel::location() const {
  auto [line, column] = SrcMgr.getLineAndColumn(def->getLoc().front());
  unsigned buffer = SrcMgr.FindBufferContainingLoc(def->getLoc().front());
  StringRef file = SrcMgr.getMemoryBuffer(buffer)->getBufferIdentifier();
  return (sys::path::filename(file) + ":" + Twine(line)).str();
}

std::string lineDirective(SMLoc place) {
  unsigned buffer = SrcMgr.FindBufferContainingLoc(place);
  std::string text;
  raw_string_ostream stream(text);
  stream << "#line " << SrcMgr.getLineAndColumn(place).first << " \"";
  printEscapedString(SrcMgr.getMemoryBuffer(buffer)->getBufferIdentifier(),
                     stream);
  stream << "\"\n";
  return text;
}

std::string declaration(const CParam &param) {
  const std::string &type =
      param.kind == CParam::State && !param.passedAs.empty() ? param.passedAs
                                                             : param.cType;
  const std::string &name = param.name;
  std::string pointee = (param.isConst ? "const " : "") + type + " *";
  if (!param.passedAs.empty())
    pointee = param.passedAs;
  switch (param.kind) {
  case CParam::Input:
  case CParam::Output:
  case CParam::Array:
  case CParam::Scratch:
  case CParam::Workspace:
  case CParam::StateAddress:
    return pointee + name;
  case CParam::InputArray:
  case CParam::OutputArray:
    return pointee + "const *" + name;
  case CParam::Struct:
    return param.byPointer ? pointee + name : type + " " + name;
  case CParam::ArrayField:
    return type + " " + name + "[]";
  case CParam::Scalar:
  case CParam::Literal:
  case CParam::Enum:
  case CParam::State:
  // Their types are the header's own affair.
  case CParam::Zero:
  case CParam::ZeroArray:
    return StringRef(type).ends_with("*") ? type + name : type + " " + name;
  }
  llvm_unreachable("unknown kind of parameter");
}

std::string prototype(const CFunction &function) {
  StringRef type = function.status.cType;
  std::string text =
      (type + (type.ends_with("*") ? "" : " ") + function.cName + "(").str();
  ListSeparator comma;
  for (const CParam &param : function.params)
    text += (StringRef(comma) + declaration(param)).str();
  if (function.params.empty())
    text += "void";
  return text + ")";
}

CFunction mainFunction(const Kernel &kernel) {
  return {kernel.cName, kernel.params, kernel.status};
}

std::vector<CFunction> allFunctions(const Kernel &kernel) {
  std::vector<CFunction> functions = kernel.initCalls;
  llvm::append_range(functions, kernel.setupCalls);
  functions.push_back(mainFunction(kernel));
  llvm::append_range(functions, kernel.deinitCalls);
  return functions;
}

static void collectInNamedMemory(ArrayRef<CParam> params,
                                 std::vector<const CParam *> &found) {
  for (const CParam &param : params) {
    if (!param.memory.empty())
      found.push_back(&param);
    collectInNamedMemory(param.fields, found);
  }
}

std::vector<const CParam *> paramsInNamedMemory(const Kernel &kernel) {
  std::vector<const CParam *> found;
  for (const CFunction &call : kernel.setupCalls)
    collectInNamedMemory(call.params, found);
  collectInNamedMemory(kernel.params, found);
  return found;
}

//===----------------------------------------------------------------------===//
// Reading one kernel
//===----------------------------------------------------------------------===//

namespace {
class KernelReader {
public:
  KernelReader(const Library &library, const Record *def)
      : library(library), kernel(def), errors(def) {}

  std::optional<Kernel> read();
  std::optional<Kernel> readLowering();

private:
  void readNames();
  void checkOption(StringRef field, StringRef option);
  void readNeeds();
  void readCost();
  void readCovers();
  /// Whether the rest of the record can be read.
  bool readArguments();
  std::optional<Tensor> readTensor(const Record *def, StringRef name,
                                   bool isOperand);
  void readCalls();
  void checkWorkspaces();
  void requireConstants(ArrayRef<EntityRef> operands);
  void requireElements(const CallReader &calls);
  void requireEnumerators(ArrayRef<CParam> params);
  void readRequirements();
  void readInPlace();
  void checkEverythingIsPassed();

  std::optional<Expression> expression(StringRef field, StringRef text,
                                       StringRef self = "");

  const Library &library;
  Kernel kernel;
  RecordErrors errors;
  /// What the C call or a requirement speaks of.
  std::vector<EntityRef> used;
  /// Those of them whose contents matter, not only their types.
  std::vector<EntityRef> passed;
};
} // namespace

void KernelReader::readNames() {
  const Record *def = kernel.def;
  kernel.name = def->getValueAsString("name");
  kernel.summary = def->getValueAsString("summary");
  kernel.description = def->getValueAsString("description");
  kernel.priority = def->getValueAsInt("priority");
  // Part of C++ names, which get something in front.
  if (kernel.name.empty() || !isCIdentifier("kernel_" + kernel.name))
    errors.report(
        "name",
        "the name of a kernel is made of letters, digits and '_', found '" +
            kernel.name + "'");
  if (kernel.summary.empty())
    errors.report("summary", "a kernel needs a summary; it is what users read "
                             "in reports and docs");
}

void KernelReader::checkOption(StringRef field, StringRef option) {
  if (!indexOf(library.options, option))
    errors.report(field, "library '" + library.name + "' has no option '" +
                             option + "'");
}

void KernelReader::readNeeds() {
  for (const Record *need : kernel.def->getValueAsListOfDefs("needs")) {
    StringRef option = need->getValueAsString("option");
    checkOption("needs", option);
    kernel.needs.push_back(
        {option.str(), need->getValueAsString("value").str()});
  }
}

void KernelReader::readCost() {
  StringRef cost = kernel.def->getValueAsString("cost");
  if (!cost.empty())
    kernel.cost = parseExpression(kernel, errors, "cost", cost);
}

void KernelReader::readCovers() {
  CoverReader covers(kernel, errors);
  for (const Record *cover : kernel.def->getValueAsListOfDefs("covers"))
    covers.read(cover);
}

/// What has no C function of its own, but other kernels that it is made of.
std::optional<Kernel> KernelReader::readLowering() {
  readNames();
  if (!readArguments())
    return std::nullopt;
  StepReader(kernel, errors, used).read();
  readRequirements();
  readNeeds();
  readCost();
  checkEverythingIsPassed();
  readCovers();
  if (kernel.covers.empty())
    errors.report("covers", "a lowering needs front ops that it covers");
  if (errors.any())
    return std::nullopt;
  return std::move(kernel);
}

std::optional<Kernel> KernelReader::read() {
  const Record *def = kernel.def;
  readNames();
  kernel.cName = def->getValueAsString("cName");
  if (!isCIdentifier(kernel.cName))
    errors.report("cName", "'" + kernel.cName + "' is no name of a C function");
  kernel.id = def->getValueAsInt("id");
  if (kernel.id < library.firstId || kernel.id > library.lastId)
    errors.report("id", "kernel ID " + Twine(kernel.id) +
                            " is outside the library's idRange [" +
                            Twine(library.firstId) + ", " +
                            Twine(library.lastId) + "]");
  if (!readArguments())
    return std::nullopt;

  readCalls();
  readRequirements();
  readInPlace();
  readNeeds();
  readCost();
  checkEverythingIsPassed();
  readCovers();
  if (errors.any())
    return std::nullopt;
  return std::move(kernel);
}

bool KernelReader::readArguments() {
  mlir::tblgen::Operator &op = kernel.op;
  int numTensors = op.getNumOperands() + op.getNumResults();
  for (const mlir::tblgen::Trait &trait : op.getTraits())
    if (const auto *pred = dyn_cast<mlir::tblgen::PredTrait>(&trait))
      errors.report("traits", "the support predicate can't evaluate trait '" +
                                  pred->getDef().getName() +
                                  "' without an op; state it as a Dsp_Require");
  for (int i = 0, e = op.getNumOperands(); i < e; ++i) {
    const auto &operand = op.getOperand(i);
    if (auto tensor =
            readTensor(&operand.constraint.getDef(), operand.name, true)) {
      tensor->optional = operand.isOptional();
      tensor->variadic = operand.isVariadic();
      kernel.operands.push_back(std::move(*tensor));
    }
  }
  for (int i = 0, e = op.getNumResults(); i < e; ++i) {
    const auto &result = op.getResult(i);
    if (auto tensor =
            readTensor(&result.constraint.getDef(), result.name, false)) {
      tensor->variadic = result.isVariadic();
      if (result.isOptional())
        errors.report(
            "results",
            "result '" + result.name +
                "' can't be optional: a function writes all that it has");
      kernel.results.push_back(std::move(*tensor));
    }
  }
  for (const mlir::tblgen::NamedAttribute &attr : op.getAttributes()) {
    if (attr.attr.isOptional())
      errors.report("arguments",
                    "attribute '" + attr.name +
                        "' can't be optional: the C function is always given a "
                        "value; see DefaultValuedAttr");
    kernel.attrs.push_back({attr.name.str(), attr.attr});
    const Record &def = attr.attr.getDef();
    if (!def.isSubClassOf("Dsp_OptionAttr"))
      continue;
    StringRef option = def.getValueAsString("option");
    checkOption("arguments", option);
    kernel.attrs.back().option = option.str();
  }
  if (op.getNumResults() == 0)
    errors.report("results", "a kernel needs at least one result");
  // What is not in the lists can't be spoken of.
  return numTensors ==
             static_cast<int>(kernel.operands.size() + kernel.results.size()) &&
         op.getNumResults() > 0;
}

std::optional<Tensor> KernelReader::readTensor(const Record *def,
                                               StringRef name, bool isOperand) {
  StringRef field = isOperand ? "arguments" : "results";
  // Optional<> and Variadic<> wrap the description.
  if (def->isSubClassOf("Optional") || def->isSubClassOf("Variadic"))
    def = def->getValueAsDef("baseType");
  if (!def->isSubClassOf("Dsp_TensorOf")) {
    errors.report(field, "the type of '" + name +
                             "' must be a Dsp_Tensor, whose C type is known; "
                             "found " +
                             def->getName());
    return std::nullopt;
  }
  mlir::tblgen::Constraint constraint(def, mlir::tblgen::Constraint::CK_Type);
  Tensor tensor;
  tensor.name = name;
  tensor.summary = constraint.getSummary();
  tensor.condition = constraint.getConditionTemplate();
  tensor.layout = def->getValueAsString("layout");
  tensor.ranks = def->getValueAsListOfInts("ranks");
  std::vector<const Record *> elements = def->getValueAsListOfDefs("elements");
  tensor.cType = elements.size() == 1
                     ? elements.front()->getValueAsString("cType").str()
                     : "void";
  for (int64_t rank : tensor.ranks)
    if (rank < 0)
      errors.report(field, "'" + name + "' can't have rank " + Twine(rank));
  if (!tensor.layout.empty())
    checkLayout(errors, field, tensor.layout, tensor);
  return tensor;
}

std::optional<Expression>
KernelReader::expression(StringRef field, StringRef text, StringRef self) {
  std::optional<Expression> result =
      parseExpression(kernel, errors, field, text, self);
  if (result) {
    llvm::append_range(used, result->entities);
    llvm::append_range(passed, result->read);
  }
  return result;
}

void KernelReader::readCalls() {
  const Record *def = kernel.def;
  kernel.states = readStates(def, errors, /*ofLibrary=*/false);
  CallReader calls(library, kernel, errors);
  const Record *status = def->getValueAsDef("status");
  kernel.status = readStatus(status, "status", errors);
  if (kernel.status.cType.empty())
    errors.report("status", "the kernel's own function must return a status or "
                            "nothing");
  kernel.initCalls =
      calls.readCalls(def, "initCalls", Phase::Init, kernel.status);
  kernel.setupCalls =
      calls.readCalls(def, "setupCalls", Phase::Setup, kernel.status);
  const DagInit *call = def->getValueAsDag("cCall");
  if (call->getNumArgs() == 0)
    errors.report("cCall",
                  "cCall lists no parameters of '" + kernel.cName + "'");
  kernel.params = calls.readParams(call, "cCall", Phase::Run);
  kernel.deinitCalls =
      calls.readCalls(def, "deinitCalls", Phase::Deinit, kernel.status);
  llvm::append_range(used, calls.used);
  llvm::append_range(passed, calls.passed);

  for (auto [i, state] : llvm::enumerate(kernel.states))
    if (!llvm::is_contained(calls.given,
                            StateRef{false, static_cast<unsigned>(i)}) &&
        !errors.isExcused(state.name))
      errors.report("state",
                    "no call at init gives state '" + state.name + "' a value");
  checkWorkspaces();
  requireConstants(calls.readAtInit);
  requireElements(calls);
  for (const CFunction &function : allFunctions(kernel))
    requireEnumerators(function.params);
}

/// All workspaces are one piece of memory.
void KernelReader::checkWorkspaces() {
  const CParam *first = nullptr;
  auto check = [&](auto &check, ArrayRef<CParam> params) -> void {
    for (const CParam &param : params) {
      check(check, param.fields);
      if (param.kind != CParam::Workspace)
        continue;
      if (!first)
        first = &param;
      else if (!(first->state == param.state))
        errors.report("cCall", "a kernel has one workspace, found '" +
                                   first->name + "' and '" + param.name + "'");
    }
  };
  for (const CFunction &call : kernel.setupCalls)
    check(check, call.params);
  check(check, kernel.params);
}

/// What is read once must be there at init, and never change.
void KernelReader::requireConstants(ArrayRef<EntityRef> operands) {
  for (EntityRef entity : operands) {
    const Tensor &tensor = kernel.operands[entity.index];
    Requirement requirement;
    requirement.label = "init";
    requirement.sentence =
        "'" + tensor.name + "' must be constant: it is read once, at init";
    requirement.condition.text =
        (tensor.variadic ? "allConstant(" : "isConstant(") +
        localName(tensor.name) + ")";
    requirement.condition.entities = {entity};
    kernel.requirements.push_back(std::move(requirement));
  }
}

/// An element of a list, or a dimension, that is passed must be there.
void KernelReader::requireElements(const CallReader &calls) {
  auto require = [&](EntityRef entity, StringRef what, StringRef asked,
                     int64_t least) {
    Requirement requirement;
    requirement.label = what;
    requirement.sentence = ("'" + kernel.nameOf(entity) +
                            "' must have at least " + Twine(least) + " " + what)
                               .str();
    Expression count = {asked.str(), {entity}};
    requirement.condition = count;
    requirement.condition.text =
        "static_cast<int64_t>(" + asked.str() + ") >= " + std::to_string(least);
    count.text = "static_cast<int64_t>(" + asked.str() + ")";
    requirement.shown.push_back(std::move(count));
    kernel.requirements.push_back(std::move(requirement));
  };
  for (auto [index, size] : calls.listSizes)
    require({EntityRef::Attr, index}, "elements",
            localName(kernel.attrs[index].name) + ".size()", size);
  for (auto [index, rank] : calls.operandRanks)
    require({EntityRef::Operand, index}, "dimensions",
            "rank(" + localName(kernel.operands[index].name) + ")", rank);
  for (auto [index, rank] : calls.resultRanks)
    require({EntityRef::Result, index}, "dimensions",
            "rank(" + localName(kernel.results[index].name) + ")", rank);
}

/// A value that has no enumerator can't be passed.
void KernelReader::requireEnumerators(ArrayRef<CParam> params) {
  for (const CParam &param : params) {
    requireEnumerators(param.fields);
    if (param.kind != CParam::Enum)
      continue;
    StringRef name = kernel.nameOf(param.entity);
    Requirement requirement;
    requirement.label = "enum";
    requirement.sentence = ("'" + name + "' must be ").str();
    requirement.condition.entities = {param.entity};
    std::string local = localName(name);
    requirement.shown.push_back({local, {param.entity}});
    ListSeparator sentenceOr(" or "), conditionOr(" || ");
    for (const EnumCase &enumCase : param.cases) {
      std::string shown = enumCase.value;
      std::replace(shown.begin(), shown.end(), '"', '\'');
      requirement.sentence += (StringRef(sentenceOr) + shown).str();
      requirement.condition.text +=
          (StringRef(conditionOr) + local + " == " + enumCase.value).str();
    }
    auto saysTheSame = [&](const Requirement &other) {
      return other.label == "enum" && other.sentence == requirement.sentence;
    };
    if (llvm::none_of(kernel.requirements, saysTheSame))
      kernel.requirements.push_back(std::move(requirement));
  }
}

void KernelReader::readRequirements() {
  StringSet<> labels;
  for (const Record *def : kernel.def->getValueAsListOfDefs("requires")) {
    Requirement requirement;
    requirement.label = def->getValueAsString("label");
    requirement.sentence = def->getValueAsString("sentence");
    errors.lookAtAll();
    errors.lookAt("requires", errors.placeOf("requires", def,
                                             "\"" + requirement.label + "\""));
    if (requirement.label.empty() || requirement.sentence.empty())
      errors.report("requires", "a constraint needs a label and a sentence; "
                                "they are what users read when it fails");
    if (!labels.insert(requirement.label).second)
      errors.report("requires",
                    "the label '" + requirement.label + "' is given twice");
    auto condition = expression("requires", def->getValueAsString("expr"));
    if (!condition)
      continue;
    if (condition->entities.empty())
      errors.report("requires", "constraint '" + requirement.label +
                                    "' speaks of no $name of the record");
    requirement.condition = std::move(*condition);
    for (StringRef text : def->getValueAsListOfStrings("show"))
      if (auto shown = expression("requires", text))
        requirement.shown.push_back(std::move(*shown));
    kernel.requirements.push_back(std::move(requirement));
  }
}

void KernelReader::readInPlace() {
  for (const Record *def : kernel.def->getValueAsListOfDefs("inPlace")) {
    StringRef operand = def->getValueAsString("operand");
    StringRef result = def->getValueAsString("result");
    std::optional<EntityRef> from = kernel.lookup(operand);
    std::optional<EntityRef> to = kernel.lookup(result);
    if (!from || from->kind != EntityRef::Operand)
      errors.report("inPlace",
                    "'" + operand + "' is no operand of '" + kernel.name + "'");
    else if (!to || to->kind != EntityRef::Result)
      errors.report("inPlace",
                    "'" + result + "' is no result of '" + kernel.name + "'");
    else if (kernel.operands[from->index].cType !=
             kernel.results[to->index].cType)
      errors.report(
          "inPlace",
          "'" + operand + "' and '" + result +
              "' have elements of different types and can't be one buffer");
    else
      kernel.inPlace.push_back({from->index, to->index});
  }
}

void KernelReader::checkEverythingIsPassed() {
  bool isLowering = kernel.def->isSubClassOf("Dsp_Lowering");
  auto check = [&](EntityRef entity, StringRef what) {
    if (errors.isExcused(kernel.nameOf(entity)))
      return;
    bool isTensor = entity.kind != EntityRef::Attr;
    if (isTensor && !isLowering && llvm::is_contained(used, entity) &&
        !llvm::is_contained(passed, entity))
      errors.report(
          "cCall",
          "'" + kernel.cName + "' is told the shape of " + what + " '" +
              kernel.nameOf(entity) +
              "', but never given its elements: see In, Weights and Out");
    if (!llvm::is_contained(used, entity))
      errors.report(isLowering ? "steps" : "cCall",
                    what + " '" + kernel.nameOf(entity) +
                        "' is neither passed to " +
                        (isLowering ? "a step" : "'" + kernel.cName + "'") +
                        " nor constrained");
  };
  for (unsigned i = 0, e = kernel.operands.size(); i < e; ++i)
    check({EntityRef::Operand, i}, "operand");
  for (unsigned i = 0, e = kernel.attrs.size(); i < e; ++i)
    check({EntityRef::Attr, i}, "attribute");
  for (unsigned i = 0, e = kernel.results.size(); i < e; ++i)
    check({EntityRef::Result, i}, "result");
}

//===----------------------------------------------------------------------===//
// Reading the library
//===----------------------------------------------------------------------===//

static Library readLibraryRecord(const Record *def) {
  Library library;
  library.def = def;
  library.name = def->getValueAsString("name");
  library.version = def->getValueAsString("version");
  library.summary = def->getValueAsString("summary");
  library.header = def->getValueAsString("header");
  library.linkName = def->getValueAsString("linkName");
  for (StringRef name : def->getValueAsListOfStrings("otherLinkNames"))
    library.otherLinkNames.push_back(name.str());
  for (StringRef name : def->getValueAsListOfStrings("linkWith"))
    library.linkWith.push_back(name.str());
  library.cppHeader = def->getValueAsString("cppHeader");
  for (const Record *option : def->getValueAsListOfDefs("options")) {
    library.options.push_back({option->getValueAsString("name").str(),
                               option->getValueAsString("defaultValue").str(),
                               option->getValueAsString("description").str(),
                               {}});
    for (StringRef value : option->getValueAsListOfStrings("values"))
      library.options.back().values.push_back(value.str());
  }
  library.layout = def->getValueAsString("layout");
  library.cppNamespace = def->getValueAsString("cppNamespace");
  std::vector<int64_t> range = def->getValueAsListOfInts("idRange");
  // Which IDs are right can't be said without a range.
  library.firstId = range.size() == 2 ? range[0] : INT64_MIN;
  library.lastId = range.size() == 2 ? range[1] : INT64_MAX;
  return library;
}

/// The functions that are called for the library as a whole.
static bool readLibraryCalls(Library &library) {
  RecordErrors errors(library.def);
  if (!expectedName.empty() && library.name != expectedName)
    errors.report("name", "the build calls this library '" + expectedName +
                              "', its record '" + library.name +
                              "': add_dsp_kernels and Dsp_Library take one "
                              "name");
  if (!isCIdentifier(library.name) ||
      StringRef(library.name).lower() != library.name)
    errors.report("name", "the name of a library is made of lower-case "
                          "letters, digits and '_', found '" +
                              library.name + "'");
  if (library.layout != "NHWC" && library.layout != "NCHW")
    errors.report("layout",
                  "the layout of activations is NHWC or NCHW, found '" +
                      library.layout + "'");
  if (library.def->getValueAsListOfInts("idRange").size() != 2)
    errors.report("idRange", "idRange must be [first, last]");
  StringSet<> options;
  for (const Option &option : library.options)
    if (!options.insert(option.name).second)
      errors.report("options",
                    "option '" + option.name + "' is declared twice");
  library.status =
      readStatus(library.def->getValueAsDef("status"), "status", errors);
  library.states = readStates(library.def, errors, /*ofLibrary=*/true);
  CallReader calls(library, errors);
  library.initCalls =
      calls.readCalls(library.def, "initCalls", Phase::Init, library.status);
  library.deinitCalls = calls.readCalls(library.def, "deinitCalls",
                                        Phase::Deinit, library.status);
  for (auto [i, state] : llvm::enumerate(library.states))
    if (!state.fromApplication &&
        !llvm::is_contained(calls.given,
                            StateRef{true, static_cast<unsigned>(i)}) &&
        !errors.isExcused(state.name))
      errors.report("state",
                    "no call at init gives state '" + state.name + "' a value");
  return !errors.any();
}

/// Reports what two kernels of a library must not share.
static bool checkUniqueness(ArrayRef<const Record *> kernels,
                            ArrayRef<const Record *> lowerings) {
  bool unique = true;
  auto clash = [&](const Record *a, const Record *b, const Twine &what) {
    bool inOrder =
        a->getLoc().front().getPointer() < b->getLoc().front().getPointer();
    const Record *first = inOrder ? a : b, *second = inOrder ? b : a;
    PrintError(second->getLoc(), what);
    PrintNote(first->getLoc(),
              "first used here, by '" + first->getValueAsString("name") + "'");
    unique = false;
  };
  DenseMap<int64_t, const Record *> ids;
  StringMap<const Record *> names;
  auto checkName = [&](const Record *def) {
    StringRef name = def->getValueAsString("name");
    if (auto [entry, isNew] = names.try_emplace(name, def); !isNew)
      clash(entry->second, def, "the kernel name '" + name + "' is taken");
  };
  for (const Record *def : kernels) {
    int64_t id = def->getValueAsInt("id");
    if (auto [entry, isNew] = ids.try_emplace(id, def); !isNew)
      clash(entry->second, def, "kernel ID " + Twine(id) + " is taken");
    checkName(def);
  }
  llvm::for_each(lowerings, checkName);
  return unique;
}

std::optional<LibraryRecords> readLibrary(const RecordKeeper &records) {
  std::vector<const Record *> libraries =
      records.getAllDerivedDefinitions("Dsp_Library");
  if (libraries.size() != 1) {
    if (libraries.empty())
      PrintError("the input defines no Dsp_Library");
    for (const Record *extra : llvm::drop_begin(libraries, !libraries.empty()))
      PrintError(extra->getLoc(), "an input defines one Dsp_Library, found a "
                                  "second: '" +
                                      extra->getName() + "'");
    return std::nullopt;
  }
  LibraryRecords result{readLibraryRecord(libraries.front()), {}, {}};
  Library &library = result.library;
  std::vector<const Record *> defs =
      records.getAllDerivedDefinitions("Dsp_Kernel");
  llvm::stable_sort(defs, [](const Record *a, const Record *b) {
    return a->getValueAsInt("id") < b->getValueAsInt("id");
  });
  bool valid = readLibraryCalls(library);
  for (const Record *def : defs) {
    valid &= checkArgumentNames(def);
    if (!hasReadableNames(def))
      continue;
    std::optional<Kernel> kernel = KernelReader(library, def).read();
    if (kernel)
      result.kernels.push_back(std::move(*kernel));
    else
      valid = false;
  }
  for (const Record *def : records.getAllDerivedDefinitions("Dsp_Lowering")) {
    valid &= checkArgumentNames(def);
    if (!hasReadableNames(def))
      continue;
    std::optional<Kernel> lowering = KernelReader(library, def).readLowering();
    if (lowering)
      result.lowerings.push_back(std::move(*lowering));
    else
      valid = false;
  }
  valid &=
      checkUniqueness(defs, records.getAllDerivedDefinitions("Dsp_Lowering"));
  valid &= checkFrozenIds(defs);
  if (!valid)
    return std::nullopt;
  return result;
}

} // namespace dsp::tblgen
