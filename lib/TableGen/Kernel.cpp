//===- Kernel.cpp - Reads and checks kernel records -----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/TableGen/Kernel.h"

#include "CoverReader.h"
#include "FrozenIds.h"
#include "RecordErrors.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/TableGen/Error.h"

using namespace llvm;

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

std::string Kernel::location() const {
  auto [line, column] = SrcMgr.getLineAndColumn(def->getLoc().front());
  unsigned buffer = SrcMgr.FindBufferContainingLoc(def->getLoc().front());
  StringRef file = SrcMgr.getMemoryBuffer(buffer)->getBufferIdentifier();
  return (sys::path::filename(file) + ":" + Twine(line)).str();
}

std::string declaration(const CParam &param) {
  const std::string &type = param.cType, &name = param.name;
  switch (param.kind) {
  case CParam::Input:
  case CParam::Array:
    return "const " + type + " *" + name;
  case CParam::Output:
  case CParam::Scratch:
    return type + " *" + name;
  case CParam::InputArray:
    return "const " + type + " *const *" + name;
  case CParam::OutputArray:
    return type + " *const *" + name;
  case CParam::Struct:
    if (param.byPointer)
      return "const " + type + " *" + name;
    [[fallthrough]];
  case CParam::Scalar:
  case CParam::Literal:
    return type + " " + name;
  }
  llvm_unreachable("unknown kind of parameter");
}

std::string prototype(const Library &library, const Kernel &kernel) {
  std::string text = library.statusType + " " + kernel.cName + "(";
  ListSeparator comma;
  for (const CParam &param : kernel.params)
    text += (StringRef(comma) + declaration(param)).str();
  return text + ")";
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

private:
  void readArguments();
  std::optional<Tensor> readTensor(const Record *def, StringRef name,
                                   bool isOperand);
  void readParams(const DagInit *dag, std::vector<CParam> &params);
  std::optional<CParam> readParam(const Init *arg, StringRef outerName);
  std::optional<CParam> readStruct(const DagInit *dag, StringRef outerName);
  bool readMemory(const Record *role, EntityRef entity, CParam &param);
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
};
} // namespace

std::optional<Kernel> KernelReader::read() {
  const Record *def = kernel.def;
  kernel.name = def->getValueAsString("name");
  kernel.cName = def->getValueAsString("cName");
  kernel.summary = def->getValueAsString("summary");
  kernel.description = def->getValueAsString("description");
  kernel.id = def->getValueAsInt("id");
  kernel.priority = def->getValueAsInt("priority");
  if (kernel.id < library.firstId || kernel.id > library.lastId)
    errors.report("id", "kernel ID " + Twine(kernel.id) +
                            " is outside the library's idRange [" +
                            Twine(library.firstId) + ", " +
                            Twine(library.lastId) + "]");
  if (kernel.summary.empty())
    errors.report("summary", "a kernel needs a summary; it is what users read "
                             "in reports and docs");

  readArguments();
  if (errors.any())
    return std::nullopt;

  const DagInit *call = def->getValueAsDag("cCall");
  if (call->getNumArgs() == 0)
    errors.report("cCall",
                  "cCall lists no parameters of '" + kernel.cName + "'");
  readParams(call, kernel.params);
  readRequirements();
  readInPlace();
  checkEverythingIsPassed();
  CoverReader covers(kernel, errors);
  for (const Record *cover : def->getValueAsListOfDefs("covers"))
    covers.read(cover);
  if (errors.any())
    return std::nullopt;
  return std::move(kernel);
}

void KernelReader::readArguments() {
  mlir::tblgen::Operator &op = kernel.op;
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
      kernel.results.push_back(std::move(*tensor));
    }
  }
  for (const mlir::tblgen::NamedAttribute &attr : op.getAttributes())
    kernel.attrs.push_back({attr.name.str(), attr.attr});

  StringSet<> names;
  auto checkName = [&](StringRef field, StringRef name) {
    if (name.empty())
      errors.report(field, "every argument and result needs a $name");
    else if (!names.insert(name).second)
      errors.report(field, "the name '" + name + "' is given twice");
  };
  for (const Tensor &tensor : kernel.operands)
    checkName("arguments", tensor.name);
  for (const Attr &attr : kernel.attrs)
    checkName("arguments", attr.name);
  for (const Tensor &tensor : kernel.results)
    checkName("results", tensor.name);
  if (kernel.results.empty())
    errors.report("results", "a kernel needs at least one result");
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
    if (!tensor.layout.empty() &&
        rank != static_cast<int64_t>(tensor.layout.size()))
      errors.report(field, "layout '" + tensor.layout + "' of '" + name +
                               "' has not as many letters as rank " +
                               Twine(rank) + " has dimensions");
  return tensor;
}

std::optional<Expression>
KernelReader::expression(StringRef field, StringRef text, StringRef self) {
  std::optional<Expression> result =
      parseExpression(kernel, errors, field, text, self);
  if (result)
    llvm::append_range(used, result->entities);
  return result;
}

void KernelReader::readParams(const DagInit *dag, std::vector<CParam> &params) {
  StringSet<> names;
  for (unsigned i = 0, e = dag->getNumArgs(); i < e; ++i) {
    std::optional<CParam> param =
        readParam(dag->getArg(i), dag->getArgNameStr(i));
    if (!param)
      continue;
    if (!names.insert(param->name).second)
      errors.report("cCall", "the C name '" + param->name + "' is given twice");
    params.push_back(std::move(*param));
  }
}

std::optional<CParam> KernelReader::readParam(const Init *arg,
                                              StringRef outerName) {
  const auto *dag = dyn_cast<DagInit>(arg);
  const auto *op = dag ? dyn_cast<DefInit>(dag->getOperator()) : nullptr;
  if (!op || !op->getDef()->isSubClassOf("Dsp_Role")) {
    errors.report("cCall", "expected a role such as (In<> $input), found '" +
                               arg->getAsString() + "'");
    return std::nullopt;
  }
  const Record *role = op->getDef();
  if (role->isSubClassOf("Struct"))
    return readStruct(dag, outerName);

  StringRef self = dag->getNumArgs() == 1 ? dag->getArgNameStr(0) : "";
  if (dag->getNumArgs() > 1 || (dag->getNumArgs() == 1 && self.empty())) {
    errors.report("cCall", "a role speaks of one $name, found '" +
                               dag->getAsString() + "'");
    return std::nullopt;
  }
  CParam param;
  param.name = outerName.empty() ? self : outerName;
  if (param.name.empty()) {
    errors.report("cCall", "parameter '" + dag->getAsString() +
                               "' needs a C name: write it behind a colon");
    return std::nullopt;
  }
  std::optional<EntityRef> entity = kernel.lookup(self);
  if (!self.empty() && !entity) {
    errors.report("cCall", "'$" + self + "' is no argument or result of '" +
                               kernel.name + "'");
    return std::nullopt;
  }

  if (role->isSubClassOf("In") || role->isSubClassOf("Out")) {
    if (!entity) {
      errors.report("cCall", "'" + dag->getAsString() +
                                 "' must name the tensor that it passes");
      return std::nullopt;
    }
    if (!readMemory(role, *entity, param))
      return std::nullopt;
    return param;
  }
  if (role->isSubClassOf("Literal")) {
    param.kind = CParam::Literal;
    param.cType = role->getValueAsString("cType");
    param.text = role->getValueAsString("text");
    return param;
  }

  bool isScratch = role->isSubClassOf("Scratch");
  bool isArray = role->isSubClassOf("ArrayExpr");
  param.kind = isScratch ? CParam::Scratch
               : isArray ? CParam::Array
                         : CParam::Scalar;
  param.cType = isScratch ? "void" : role->getValueAsString("cType").str();
  if (isScratch || isArray)
    param.alignment = role->getValueAsInt("alignment");
  if (role->isSubClassOf("Dim") && entity) {
    if (entity->kind == EntityRef::Attr) {
      errors.report("cCall", "'" + dag->getAsString() + "': '" + self +
                                 "' is an attribute and has no dimensions");
      return std::nullopt;
    }
  }
  std::optional<Expression> value = expression(
      "cCall", role->getValueAsString(isScratch ? "bytes" : "expr"), self);
  if (!value)
    return std::nullopt;
  param.value = std::move(*value);
  if (role->isSubClassOf("Enumerator")) {
    for (StringRef name : role->getValueAsListOfStrings("names"))
      param.enumerators.push_back(name.str());
    if (param.enumerators.empty())
      errors.report("cCall", "parameter '" + param.name +
                                 "' needs the names of its enumerators");
  }
  return param;
}

std::optional<CParam> KernelReader::readStruct(const DagInit *dag,
                                               StringRef outerName) {
  const Record *role = cast<DefInit>(dag->getOperator())->getDef();
  CParam param;
  param.kind = CParam::Struct;
  param.name = outerName;
  param.cType = role->getValueAsString("cType");
  param.byPointer = role->getValueAsBit("byPointer");
  if (outerName.empty())
    errors.report("cCall", "struct '" + param.cType +
                               "' needs a C name: write it behind a colon");
  readParams(dag, param.fields);
  return param;
}

bool KernelReader::readMemory(const Record *role, EntityRef entity,
                              CParam &param) {
  bool isInput = role->isSubClassOf("In");
  StringRef name = kernel.nameOf(entity);
  if (entity.kind != (isInput ? EntityRef::Operand : EntityRef::Result)) {
    errors.report("cCall", "'" + name + "' is not " +
                               (isInput ? "an operand" : "a result") + " of '" +
                               kernel.name + "'");
    return false;
  }
  Tensor &tensor =
      isInput ? kernel.operands[entity.index] : kernel.results[entity.index];
  param.kind = isInput
                   ? (tensor.variadic ? CParam::InputArray : CParam::Input)
                   : (tensor.variadic ? CParam::OutputArray : CParam::Output);
  param.cType = tensor.cType;
  param.alignment = role->getValueAsInt("alignment");
  param.entity = entity;
  if (param.alignment == 0 || !isPowerOf2_32(param.alignment)) {
    errors.report("cCall", "the alignment of '" + name +
                               "' must be a power of two, found " +
                               Twine(param.alignment));
    return false;
  }
  if (role->isSubClassOf("Weights")) {
    if (tensor.variadic) {
      errors.report("cCall", "the tensors of variadic operand '" + name +
                                 "' can't be packed");
      return false;
    }
    tensor.layout = role->getValueAsString("layout");
    tensor.repacked = true;
  }
  used.push_back(entity);
  return true;
}

void KernelReader::readRequirements() {
  StringSet<> labels;
  for (const Record *def : kernel.def->getValueAsListOfDefs("requires")) {
    Requirement requirement;
    requirement.label = def->getValueAsString("label");
    requirement.sentence = def->getValueAsString("sentence");
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
    else
      kernel.inPlace.push_back({from->index, to->index});
  }
}

void KernelReader::checkEverythingIsPassed() {
  auto check = [&](EntityRef entity, StringRef what) {
    if (!llvm::is_contained(used, entity))
      errors.report("cCall", what + " '" + kernel.nameOf(entity) +
                                 "' is neither passed to '" + kernel.cName +
                                 "' nor constrained");
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
  library.layout = def->getValueAsString("layout");
  library.cppNamespace = def->getValueAsString("cppNamespace");
  const Record *status = def->getValueAsDef("status");
  library.statusType = status->getValueAsString("cType");
  library.goodStatus = status->getValueAsInt("good");
  std::vector<int64_t> range = def->getValueAsListOfInts("idRange");
  library.firstId = range.size() == 2 ? range[0] : 0;
  library.lastId = range.size() == 2 ? range[1] : -1;
  return library;
}

/// Reports what two kernels of a library must not share.
static bool checkUniqueness(ArrayRef<Kernel> kernels) {
  bool unique = true;
  auto clash = [&](const Kernel &a, const Kernel &b, const Twine &what) {
    bool inOrder = a.def->getLoc().front().getPointer() <
                   b.def->getLoc().front().getPointer();
    const Kernel &first = inOrder ? a : b, &second = inOrder ? b : a;
    PrintError(second.def->getLoc(), what);
    PrintNote(first.def->getLoc(), "first used here, by '" + first.name + "'");
    unique = false;
  };
  DenseMap<int64_t, const Kernel *> ids;
  StringMap<const Kernel *> names;
  for (const Kernel &kernel : kernels) {
    if (auto [entry, isNew] = ids.try_emplace(kernel.id, &kernel); !isNew)
      clash(*entry->second, kernel,
            "kernel ID " + Twine(kernel.id) + " is taken");
    if (auto [entry, isNew] = names.try_emplace(kernel.name, &kernel); !isNew)
      clash(*entry->second, kernel,
            "the kernel name '" + kernel.name + "' is taken");
  }
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
  LibraryRecords result{readLibraryRecord(libraries.front()), {}};
  const Library &library = result.library;
  if (library.def->getValueAsListOfInts("idRange").size() != 2) {
    PrintError(library.def->getValue("idRange")->getLoc(),
               "idRange must be [first, last]");
    return std::nullopt;
  }
  std::vector<const Record *> defs =
      records.getAllDerivedDefinitions("Dsp_Kernel");
  llvm::stable_sort(defs, [](const Record *a, const Record *b) {
    return a->getValueAsInt("id") < b->getValueAsInt("id");
  });
  bool valid = true;
  for (const Record *def : defs) {
    std::optional<Kernel> kernel = KernelReader(library, def).read();
    if (kernel)
      result.kernels.push_back(std::move(*kernel));
    else
      valid = false;
  }
  if (!checkUniqueness(result.kernels) || !valid || !checkFrozenIds(result))
    return std::nullopt;
  return result;
}

} // namespace dsp::tblgen
