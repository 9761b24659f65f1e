//===- CallReader.cpp - Reads the C functions of a record -----------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallReader.h"

#include "ExpressionReader.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace dsp::tblgen {

/// As many functions as a returned code can tell apart.
static constexpr size_t maxCallsPerPhase = 7;

/// A type "const T *" sets pointee and constness; a bare "T" is the pointee.
static void setPointee(CParam &param, StringRef type) {
  type = type.trim();
  if (type.consume_back("*")) {
    type = type.rtrim();
    param.isConst = type.consume_front("const ");
  }
  param.cType = type.trim();
}

//===----------------------------------------------------------------------===//
// State
//===----------------------------------------------------------------------===//

std::vector<State> readStates(const Record *def, RecordErrors &errors,
                              bool ofLibrary) {
  std::vector<State> states;
  StringSet<> names;
  for (const Record *record : def->getValueAsListOfDefs("state")) {
    State state;
    state.name = record->getValueAsString("name");
    state.cType = record->getValueAsString("cType");
    state.isHandle = record->isSubClassOf("Dsp_Handle");
    state.fromApplication = record->isSubClassOf("Dsp_ApplicationHandle");
    if (!isCIdentifier(state.name))
      errors.report("state",
                    "'" + state.name + "' is no name for a variable in C");
    if (!names.insert(state.name).second)
      errors.report("state",
                    "the state '" + state.name + "' is declared twice");
    if (state.fromApplication && !ofLibrary)
      errors.report("state", "the application can't hand over '" + state.name +
                                 "' to each call of a kernel; a library may "
                                 "have a Dsp_ApplicationHandle");
    states.push_back(std::move(state));
  }
  return states;
}

std::optional<StateRef> CallReader::lookupState(StringRef name) const {
  for (auto [i, state] : llvm::enumerate(states))
    if (state.name == name)
      return StateRef{false, static_cast<unsigned>(i)};
  for (auto [i, state] : llvm::enumerate(library.states))
    if (state.name == name)
      return StateRef{true, static_cast<unsigned>(i)};
  return std::nullopt;
}

const State &CallReader::stateOf(StateRef ref) const {
  return ref.ofLibrary ? library.states[ref.index] : states[ref.index];
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

Status readStatus(const Record *def, StringRef field, RecordErrors &errors) {
  Status status;
  status.cType = def->getValueAsString("cType");
  status.good = def->getValueAsInt("good");
  status.comparison = def->getValueAsString("comparison");
  // What a stored result may leave out.
  bool isKnown = StringSwitch<bool>(status.comparison)
                     .Cases({"==", "!=", "<", "<=", ">", ">="}, true)
                     .Case("", def->isSubClassOf("Dsp_StoredResult"))
                     .Default(false);
  if (!isKnown)
    errors.report(field, "a status is compared by ==, !=, <, <=, > or >=, "
                         "found '" +
                             status.comparison + "'");
  return status;
}

std::vector<CFunction> CallReader::readCalls(const Record *def, StringRef list,
                                             Phase when, const Status &status) {
  std::vector<CFunction> calls;
  field = list;
  for (const Record *record : def->getValueAsListOfDefs(list)) {
    CFunction call;
    call.cName = record->getValueAsString("cName");
    if (!isCIdentifier(call.cName))
      report("'" + call.cName + "' is no name of a C function");
    call.params = readParams(record->getValueAsDag("cCall"), list, when);
    const Record *returned = record->getValueAsDef("status");
    if (returned->getName() == "Dsp_SameStatus")
      call.status = status;
    else
      call.status = readStatus(returned, list, errors);
    if (returned->isSubClassOf("Dsp_StoredResult")) {
      StringRef name = returned->getValueAsString("state");
      std::optional<StateRef> ref = lookupState(name);
      if (!ref) {
        report("'" + call.cName + "' returns state '" + name + "', which '" +
               owner() + "' does not declare");
        errors.excuse(name);
        continue;
      }
      if (when != Phase::Init) {
        report("state '" + name + "' can only be returned by a call at init");
        continue;
      }
      call.status.stored = ref;
      call.status.cType = stateOf(*ref).cType;
      if (call.status.comparison.empty() && stateOf(*ref).isHandle)
        call.status.comparison = "!=";
      given.push_back(*ref);
    }
    calls.push_back(std::move(call));
  }
  if (calls.size() > maxCallsPerPhase)
    report(Twine(list) + " lists " + Twine(calls.size()) +
           " calls; the returned code can tell " + Twine(maxCallsPerPhase) +
           " apart");
  return calls;
}

std::vector<CParam> CallReader::readParams(const DagInit *dag, StringRef list,
                                           Phase when) {
  field = list;
  phase = when;
  return readList(dag, /*inStruct=*/false);
}

//===----------------------------------------------------------------------===//
// Parameters
//===----------------------------------------------------------------------===//

std::optional<Expression> CallReader::expression(StringRef text,
                                                 StringRef self) {
  if (!kernel) {
    if (!text.contains('$'))
      return Expression{text.str(), {}};
    report("the calls of a library know no arguments, found '" + text + "'");
    return std::nullopt;
  }
  std::optional<Expression> result =
      parseExpression(*kernel, errors, field, text, self);
  if (result) {
    llvm::append_range(used, result->entities);
    llvm::append_range(passed, result->read);
  }
  return result;
}

std::vector<CParam> CallReader::readList(const DagInit *dag, bool inStruct) {
  StringSet<> names;
  std::vector<CParam> params;
  for (unsigned i = 0, e = dag->getNumArgs(); i < e; ++i) {
    std::optional<CParam> param =
        readParam(dag->getArg(i), dag->getArgNameStr(i), inStruct);
    if (!param)
      continue;
    if (!names.insert(param->name).second)
      report("the C name '" + param->name + "' is given twice");
    params.push_back(std::move(*param));
  }
  return params;
}

std::optional<CParam>
CallReader::readParam(const Init *arg, StringRef outerName, bool inStruct) {
  const auto *dag = dyn_cast<DagInit>(arg);
  const auto *op = dag ? dyn_cast<DefInit>(dag->getOperator()) : nullptr;
  if (!op || !op->getDef()->isSubClassOf("Dsp_Role")) {
    report("expected a role such as (In<> $input), found '" +
           arg->getAsString() + "'");
    errors.excuse(outerName);
    return std::nullopt;
  }
  const Record *role = op->getDef();
  SMLoc place = errors.placeOf(field, role);
  if (role->isSubClassOf("Struct"))
    return readStruct(dag, outerName);

  StringRef self = dag->getNumArgs() == 1 ? dag->getArgNameStr(0) : "";
  if (dag->getNumArgs() > 1 || (dag->getNumArgs() == 1 && self.empty())) {
    report("a role speaks of one $name, found '" + dag->getAsString() + "'");
    for (unsigned i = 0, e = dag->getNumArgs(); i < e; ++i)
      errors.excuse(dag->getArgNameStr(i));
    return std::nullopt;
  }
  CParam param;
  param.place = place;
  param.name = outerName.empty() ? self : outerName;
  if (param.name.empty()) {
    report("parameter '" + dag->getAsString() +
           "' needs a C name: write it behind a colon");
    if (role->getValue("expr"))
      expression(role->getValueAsString("expr"), self);
    return std::nullopt;
  }
  if (!isCIdentifier(param.name)) {
    report("'" + param.name + "' is no name of a C parameter");
    errors.excuse(self);
    return std::nullopt;
  }
  std::optional<EntityRef> entity =
      kernel ? kernel->lookup(self) : std::nullopt;
  if (!self.empty() && !entity) {
    errors.excuse(self);
    report("'$" + self + "' is no argument or result of '" + owner() + "'");
    return std::nullopt;
  }

  bool valid;
  if (role->isSubClassOf("In") || role->isSubClassOf("Out") ||
      role->isSubClassOf("Enum")) {
    if (!entity) {
      report("'" + dag->getAsString() + "' must name what it passes");
      return std::nullopt;
    }
    valid = role->isSubClassOf("Enum") ? readEnum(role, *entity, param)
                                       : readMemory(role, *entity, param);
  } else if (role->isSubClassOf("Dsp_ZeroField")) {
    valid = readZero(role, inStruct, param);
  } else if (role->isSubClassOf("Literal")) {
    param.kind = CParam::Literal;
    param.cType = role->getValueAsString("cType");
    param.text = role->getValueAsString("text");
    valid = true;
  } else if (role->isSubClassOf("State") ||
             role->isSubClassOf("StateAddress")) {
    valid = readState(role, param);
  } else if (role->isSubClassOf("Workspace")) {
    valid = readWorkspace(role, param);
  } else if (role->isSubClassOf("Scratch")) {
    valid = readScratch(role, param);
  } else {
    valid = (!entity || checkNumberRole(role, *entity)) &&
            readNumbers(role, self, inStruct, param);
  }
  if (!valid) {
    errors.excuse(self);
    return std::nullopt;
  }
  param.value.place = place;
  return param;
}

std::optional<CParam> CallReader::readStruct(const DagInit *dag,
                                             StringRef outerName) {
  const Record *role = cast<DefInit>(dag->getOperator())->getDef();
  CParam param;
  param.kind = CParam::Struct;
  param.place = errors.placeOf(field, role);
  param.name = outerName;
  param.cType = role->getValueAsString("cType");
  param.byPointer = role->getValueAsBit("byPointer");
  param.isConst = !role->getValueAsBit("isMutable");
  if (!outerName.empty() && !isCIdentifier(outerName))
    report("'" + outerName + "' is no name of a C parameter");
  if (outerName.empty())
    report("struct '" + param.cType +
           "' needs a C name: write it behind a colon");
  param.fields = readList(dag, /*inStruct=*/true);
  if (param.fields.empty())
    report("struct '" + param.cType + "' lists no fields");
  else if (llvm::all_of(param.fields, [](const CParam &field) {
             return field.kind == CParam::Zero ||
                    field.kind == CParam::ZeroArray;
           }))
    report("struct '" + param.cType +
           "' has no field with a value; C wants one, a "
           "(Literal<\"...\", \"0\">) will do");
  return param;
}

bool CallReader::readZero(const Record *role, bool inStruct, CParam &param) {
  param.kind =
      role->getValueAsBit("isArray") ? CParam::ZeroArray : CParam::Zero;
  if (!inStruct)
    report("'" + param.name +
           "': only a field of a struct is zero unless it is given a value; "
           "see Literal");
  return inStruct;
}

bool CallReader::checkAlignment(StringRef name, int64_t alignment) {
  if (alignment > 0 && isPowerOf2_64(alignment) && isUInt<31>(alignment))
    return true;
  report("the alignment of '" + name + "' must be a power of two, found " +
         Twine(alignment));
  return false;
}

//===----------------------------------------------------------------------===//
// Memory
//===----------------------------------------------------------------------===//

bool CallReader::readRequiredPlace(const Record *role, StringRef name,
                                   CParam &param) {
  param.alignment = role->getValueAsInt("alignment");
  param.memory = role->getValueAsString("memoryName");
  if (phase == Phase::Init && !param.memory.empty()) {
    report("'" + name + "' can't be in memory '" + param.memory +
           "' at init: there is an arena only while the model runs");
    return false;
  }
  return checkAlignment(name, role->getValueAsInt("alignment"));
}

bool CallReader::readMemory(const Record *role, EntityRef entity,
                            CParam &param) {
  bool isInput = role->isSubClassOf("In");
  StringRef name = kernel->nameOf(entity);
  if (entity.kind != (isInput ? EntityRef::Operand : EntityRef::Result)) {
    report("'" + name + "' is not " + (isInput ? "an operand" : "a result") +
           " of '" + kernel->name + "'");
    return false;
  }
  if (phase == Phase::Deinit || (phase == Phase::Init && !isInput)) {
    report("'" + name + "' can't be passed to a function that is called at " +
           (phase == Phase::Init ? "init" : "deinit") +
           ": the tensor is only there while the model runs");
    return false;
  }
  Tensor &tensor =
      isInput ? kernel->operands[entity.index] : kernel->results[entity.index];
  param.kind = isInput
                   ? (tensor.variadic ? CParam::InputArray : CParam::Input)
                   : (tensor.variadic ? CParam::OutputArray : CParam::Output);
  param.isConst = isInput;
  param.entity = entity;
  StringRef type = role->getValueAsString("cType");
  setPointee(param, type.empty() ? StringRef(tensor.cType) : type);
  if (!isInput && param.isConst) {
    report("'" + name + "' is written, its C type can't be '" + type + "'");
    return false;
  }
  if (!readRequiredPlace(role, name, param))
    return false;
  if (role->isSubClassOf("Weights")) {
    if (tensor.variadic) {
      report("the tensors of variadic operand '" + name + "' can't be packed");
      return false;
    }
    StringRef layout = role->getValueAsString("layout");
    if (!checkLayout(errors, field, layout, tensor))
      return false;
    if (tensor.repacked && tensor.layout != layout) {
      report("operand '" + name + "' is packed as '" + tensor.layout +
             "' and as '" + layout + "'");
      return false;
    }
    tensor.layout = layout;
    tensor.repacked = true;
  }
  used.push_back(entity);
  passed.push_back(entity);
  if (phase == Phase::Init && !llvm::is_contained(readAtInit, entity))
    readAtInit.push_back(entity);
  return true;
}

bool checkLayout(RecordErrors &errors, StringRef field, StringRef layout,
                 const Tensor &tensor) {
  StringSet<> letters;
  for (size_t i = 0; i < layout.size(); ++i)
    if (!isUpper(layout[i]) || !letters.insert(layout.substr(i, 1)).second) {
      errors.report(field, "layout '" + layout + "' of '" + tensor.name +
                               "' must have one capital for each dimension");
      return false;
    }
  for (int64_t rank : tensor.ranks)
    if (rank != static_cast<int64_t>(layout.size())) {
      errors.report(field, "layout '" + layout + "' of '" + tensor.name +
                               "' has not as many letters as rank " +
                               Twine(rank) + " has dimensions");
      return false;
    }
  return true;
}

bool CallReader::readScratch(const Record *role, CParam &param) {
  if (phase == Phase::Init || phase == Phase::Deinit) {
    report("'" + param.name +
           "': there is scratch memory only while the model "
           "runs");
    return false;
  }
  param.kind = CParam::Scratch;
  setPointee(param, role->getValueAsString("cType"));
  std::optional<Expression> bytes = expression(role->getValueAsString("bytes"));
  if (!bytes || !readRequiredPlace(role, param.name, param))
    return false;
  param.value = std::move(*bytes);
  return true;
}

bool CallReader::readWorkspace(const Record *role, CParam &param) {
  if (phase == Phase::Init || phase == Phase::Deinit) {
    report("'" + param.name +
           "': there is a workspace only while the model "
           "runs");
    return false;
  }
  param.kind = CParam::Workspace;
  setPointee(param, role->getValueAsString("cType"));
  if (!readRequiredPlace(role, param.name, param))
    return false;
  auto find = [&](StringRef name, StateRef &ref) {
    std::optional<StateRef> found = lookupState(name);
    if (!found) {
      report("workspace '" + param.name + "' needs state '" + name +
             "', which '" + owner() + "' does not declare");
      return false;
    }
    ref = *found;
    return true;
  };
  if (!find(role->getValueAsString("bytes"), param.state))
    return false;
  StringRef align = role->getValueAsString("alignBytesState");
  if (align.empty())
    return true;
  param.alignState.emplace();
  return find(align, *param.alignState);
}

bool CallReader::readState(const Record *role, CParam &param) {
  StringRef name = role->getValueAsString("state");
  std::optional<StateRef> ref = lookupState(name);
  if (!ref) {
    report("'" + owner() + "' declares no state '" + name + "'");
    errors.excuse(name);
    return false;
  }
  param.state = *ref;
  param.cType = stateOf(*ref).cType;
  param.kind = CParam::State;
  if (!role->isSubClassOf("StateAddress")) {
    StringRef type = role->getValueAsString("passedAs").trim();
    if (!type.empty() && !type.ends_with("*")) {
      report("state '" + name + "' can be passed as another pointer, not as '" +
             type + "'");
      return false;
    }
    param.passedAs = type;
    return true;
  }
  param.kind = CParam::StateAddress;
  param.isConst = role->getValueAsBit("isConst");
  if (phase == Phase::Init && !param.isConst)
    given.push_back(*ref);
  return true;
}

//===----------------------------------------------------------------------===//
// Numbers
//===----------------------------------------------------------------------===//

bool CallReader::readEnum(const Record *role, EntityRef entity, CParam &param) {
  StringRef name = kernel->nameOf(entity);
  if (entity.kind != EntityRef::Attr) {
    report("'" + name + "' is no attribute and can't be an enumerator");
    return false;
  }
  param.kind = CParam::Enum;
  param.cType = role->getValueAsString("cType");
  param.entity = entity;
  bool isString = kernel->attrs[entity.index].constraint.getStorageType() ==
                  "::mlir::StringAttr";
  StringSet<> values;
  for (const Record *def : role->getValueAsListOfDefs("cases")) {
    StringRef value = def->getValueAsString("value");
    if (!values.insert(value).second) {
      report("the value '" + value + "' of '" + name + "' has two enumerators");
      return false;
    }
    if (int64_t number; !isString && value.getAsInteger(10, number)) {
      report("the value '" + value + "' of '" + name + "' is no number");
      return false;
    }
    param.cases.push_back({isString ? ("\"" + value + "\"").str() : value.str(),
                           def->getValueAsString("text").str()});
  }
  if (param.cases.empty()) {
    report("'" + name + "' has no enumerators");
    return false;
  }
  used.push_back(entity);
  return true;
}

/// What the short forms of Expr and ArrayExpr take, and ask of it.
bool CallReader::checkNumberRole(const Record *role, EntityRef entity) {
  StringRef name = kernel->nameOf(entity);
  auto is = [&](std::initializer_list<StringRef> classes) {
    return llvm::any_of(
        classes, [&](StringRef base) { return role->isSubClassOf(base); });
  };
  bool asksForAttr = is({"Scalar", "Elem", "Table"});
  bool asksForTensor =
      is({"Dim", "NumDims", "NumElements", "ElementBytes", "Dims", "Strides"});
  if (entity.kind == EntityRef::Attr) {
    if (asksForTensor) {
      report("'" + name + "' is an attribute and has no dimensions");
      return false;
    }
    StringRef storage = kernel->attrs[entity.index].constraint.getStorageType();
    bool isList = storage.ends_with("ArrayAttr");
    if (asksForAttr && isList == role->isSubClassOf("Scalar")) {
      report("attribute '" + name + "' is " + (isList ? "a" : "no") +
             " list; see " + (isList ? "Elem and Table" : "Scalar"));
      return false;
    }
    if (role->isSubClassOf("Elem")) {
      int64_t &size = listSizes[entity.index];
      size = std::max(size, role->getValueAsInt("index") + 1);
    }
    return true;
  }
  if (asksForAttr) {
    report(
        "'" + name +
        "' is a tensor, where an attribute is asked for; see In, Out and Dim");
    return false;
  }
  if (!asksForTensor)
    return true;
  const Tensor &tensor = kernel->tensor(entity);
  if (tensor.variadic) {
    report("'" + name + "' is a list of tensors, and has no shape of its own");
    return false;
  }
  if (tensor.optional) {
    report("'" + name +
           "' may be absent and then has no shape: say in an Expr what is "
           "passed, as in \"$" +
           name + " ? dim($" + name + ", 0) : 0\"");
    return false;
  }
  if (role->isSubClassOf("Dim")) {
    int64_t index = role->getValueAsInt("index");
    int64_t needed = ranksFor(index);
    // Where all ranks are stated it is known now.
    if (llvm::any_of(tensor.ranks,
                     [&](int64_t rank) { return rank < needed; })) {
      report("'" + name + "' has rank " +
             Twine(*llvm::min_element(tensor.ranks)) + " and no dimension " +
             Twine(index));
      return false;
    }
    if (tensor.ranks.empty()) {
      auto &known =
          entity.kind == EntityRef::Operand ? operandRanks : resultRanks;
      int64_t &rank = known[entity.index];
      rank = std::max(rank, needed);
    }
  }
  return true;
}

bool CallReader::readNumbers(const Record *role, StringRef self, bool inStruct,
                             CParam &param) {
  bool isArray = role->isSubClassOf("ArrayExpr");
  bool isField = role->isSubClassOf("ArrayField");
  if (isField && !inStruct) {
    report("'" + param.name +
           "': only a struct has an array for a field; "
           "C passes arrays by pointer, see ArrayExpr");
    return false;
  }
  param.kind = isField   ? CParam::ArrayField
               : isArray ? CParam::Array
                         : CParam::Scalar;
  param.cType = role->getValueAsString("cType");
  if (isArray) {
    param.isConst = true;
    param.alignment = role->getValueAsInt("alignment");
    setPointee(param, role->getValueAsString("cType"));
    if (role->isSubClassOf("UnmodifiedArrayExpr"))
      param.passedAs = role->getValueAsString("passedAs");
    if (!checkAlignment(param.name, role->getValueAsInt("alignment")))
      return false;
  }
  std::optional<Expression> value =
      expression(role->getValueAsString("expr"), self);
  if (!value)
    return false;
  param.value = std::move(*value);
  if (role->isSubClassOf("Enumerator")) {
    for (StringRef name : role->getValueAsListOfStrings("names"))
      param.enumerators.push_back(name.str());
    if (param.enumerators.empty())
      report("parameter '" + param.name +
             "' needs the names of its enumerators");
  }
  return true;
}

} // namespace dsp::tblgen
