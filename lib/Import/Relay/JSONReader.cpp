//===- JSONReader.cpp - Reader of TVM's JSON graphs -----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

//
// Expressions are made on demand from the node table, children through a work
// list, so that neither depth nor cycles of the graph matter here.
//
//===----------------------------------------------------------------------===//

#include "JSONReader.h"
#include "Base64.h"
#include "FileDiagnostics.h"
#include "JSONGraph.h"
#include "LoneExpr.h"
#include "NDArray.h"
#include "TextNames.h"
#include "dsp/Dialect/Relay/IR/OpSchema.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace dsp;
using namespace dsp::relay;

namespace {

/// How deep types, patterns and attribute values may nest.
constexpr unsigned kMaxNesting = 128;
/// A serialised array without dimensions is 56 bytes at most; so much base64.
constexpr size_t kMaxScalarText = 76;

using Node = JSONGraph::Node;

class Reader {
public:
  Reader(Program &program, FileDiagnostics &diags)
      : program(program), diags(diags), context(diags.getContext()),
        graph(program, diags) {}

  LogicalResult read(StringRef buffer, SourcePos start) {
    if (failed(graph.read(buffer, start)))
      return failure();
    exprs.resize(graph.size());
    return success();
  }
  LogicalResult readProgram();

  //===--------------------------------------------------------------------===//
  // Fields
  //===--------------------------------------------------------------------===//

  LogicalResult error(const Node &node, const Twine &message,
                      const Twine &note = "") {
    return diags.error(node.pos, message, note);
  }
  LogicalResult errorKind(uint32_t index, const Twine &expected) {
    const Node &node = graph[index];
    return error(node, "expected " + expected + ", found a node of type '" +
                           node.typeKey + "'");
  }

  /// The field's text; reports that the node has no such field.
  FailureOr<StringRef> getField(const Node &node, StringRef name);
  /// The node that a field refers to; 0 is null.
  FailureOr<uint32_t> getRef(const Node &node, StringRef name);
  /// The same of a field that must not be null.
  FailureOr<uint32_t> getNonNull(const Node &node, StringRef name);
  FailureOr<uint32_t> parseRef(const Node &node, const JSONGraph::Attr &attr);
  template <typename T>
  FailureOr<T> getInteger(const Node &node, StringRef name);
  /// The elements of the array that a field refers to.
  FailureOr<ArrayRef<uint32_t>> getArray(const Node &node, StringRef name);
  /// The text of the runtime.String that a field refers to.
  FailureOr<StringRef> getName(const Node &node, StringRef name);
  FailureOr<StringRef> getString(uint32_t index);

  //===--------------------------------------------------------------------===//
  // What nodes mean
  //===--------------------------------------------------------------------===//

  /// Null for a null node, and after an error.
  Type getType(uint32_t index, unsigned depth = 0);
  FailureOr<int64_t> getDim(uint32_t index);
  FailureOr<AttrValue> getAttrValue(uint32_t index, unsigned depth = 0);
  FailureOr<ArrayRef<AttrField>> getCallAttrs(uint32_t index,
                                              const OpSchema *schema);
  FailureOr<ArrayRef<AttrField>> getFunctionAttrs(uint32_t index);
  const SourceSpan *getSpan(const Node &node);

  /// The expression that a node is; null, after reporting it, if it is none.
  /// Complete only after drain().
  Expr *getExpr(uint32_t index);
  LogicalResult drain();

  const JSONGraph &getGraph() const { return graph; }
  bool isExpr(uint32_t index) const;

private:
  Type getTypeImpl(uint32_t index, unsigned depth);
  LogicalResult readTypeDefs(uint32_t index);
  ConstructorDef *getConstructor(uint32_t index);
  FailureOr<AttrValue> getFieldValue(const Node &node,
                                     const JSONGraph::Attr &attr,
                                     const AttrSchema &schema);
  MatchPattern *getPattern(uint32_t index, unsigned depth = 0);

  Expr *getChild(const Node &node, StringRef name) {
    FailureOr<uint32_t> ref = getNonNull(node, name);
    return failed(ref) ? nullptr : getExpr(*ref);
  }
  FailureOr<ArrayRef<Expr *>> getChildren(const Node &node, StringRef name);
  VarExpr *getVar(uint32_t index);
  LogicalResult fill(uint32_t index);
  ConstantExpr *getScalar(const Node &node);
  LogicalResult fillConstant(const Node &node, ConstantExpr *constant);
  LogicalResult fillCall(const Node &node, CallExpr *call);
  LogicalResult fillFunction(const Node &node, FunctionExpr *fn);
  LogicalResult fillMatch(const Node &node, MatchExpr *match);

  Program &program;
  FileDiagnostics &diags;
  MLIRContext *context;
  JSONGraph graph;
  std::vector<Expr *> exprs;
  SmallVector<uint32_t> pending;
  llvm::DenseMap<uint32_t, Type> types;
  /// By the node of the relay.Id: what makes two variables the same.
  llvm::DenseMap<uint32_t, VarExpr *> vars;
  llvm::DenseMap<uint32_t, ConstructorDef *> constructors;
  llvm::DenseMap<uint32_t, StringRef> decodedStrings;
};

} // namespace

/// "relay.Call" and "Call": some nodes moved between TVM's namespaces.
static StringRef getKind(const Node &node) {
  StringRef kind = node.typeKey;
  kind.consume_front("relay.");
  kind.consume_front("ir.");
  return kind;
}

//===----------------------------------------------------------------------===//
// Fields
//===----------------------------------------------------------------------===//

FailureOr<StringRef> Reader::getField(const Node &node, StringRef name) {
  for (const JSONGraph::Attr &attr : graph.getAttrs(node))
    if (attr.name == name)
      return attr.value;
  return error(node, "the '" + node.typeKey + "' has no field '" + name + "'");
}

FailureOr<uint32_t> Reader::parseRef(const Node &node,
                                     const JSONGraph::Attr &attr) {
  uint32_t index;
  if (attr.value.getAsInteger(10, index) || index >= graph.size())
    return error(node, "the field '" + attr.name + "' of the '" + node.typeKey +
                           "' refers to no node: '" + attr.value + "'");
  return index;
}

FailureOr<uint32_t> Reader::getRef(const Node &node, StringRef name) {
  FailureOr<StringRef> value = getField(node, name);
  if (failed(value))
    return failure();
  return parseRef(node, {name, *value});
}

FailureOr<uint32_t> Reader::getNonNull(const Node &node, StringRef name) {
  FailureOr<uint32_t> index = getRef(node, name);
  if (succeeded(index) && *index == 0)
    return error(node, "the field '" + name + "' of the '" + node.typeKey +
                           "' is null");
  return index;
}

template <typename T>
FailureOr<T> Reader::getInteger(const Node &node, StringRef name) {
  FailureOr<StringRef> value = getField(node, name);
  if (failed(value))
    return failure();
  T integer;
  if (value->getAsInteger(10, integer))
    return error(node, "the field '" + name + "' of the '" + node.typeKey +
                           "' is not an integer: '" + *value + "'");
  return integer;
}

FailureOr<ArrayRef<uint32_t>> Reader::getArray(const Node &node,
                                               StringRef name) {
  FailureOr<uint32_t> index = getRef(node, name);
  if (failed(index))
    return failure();
  if (*index == 0)
    return ArrayRef<uint32_t>();
  if (graph[*index].typeKey != "Array")
    return errorKind(*index, "an array in '" + name + "'");
  return graph.getData(graph[*index]);
}

FailureOr<StringRef> Reader::getString(uint32_t index) {
  const Node &node = graph[index];
  if (node.typeKey != "runtime.String" && node.typeKey != "SourceName")
    return errorKind(index, "a string");
  if (!node.reprIsBase64)
    return node.repr;
  StringRef &decoded = decodedStrings[index];
  if (decoded.data())
    return decoded;
  // The length comes first.
  OwnedBytes bytes;
  uint64_t length = 0;
  if (decodeBase64(node.repr, bytes) && bytes.size >= sizeof(length)) {
    std::memcpy(&length, bytes.data.get(), sizeof(length));
    if (length <= bytes.size - sizeof(length))
      return decoded = program.keep(
                 StringRef(bytes.data.get() + sizeof(length), length));
  }
  return error(node, "the string is no valid base64");
}

FailureOr<StringRef> Reader::getName(const Node &node, StringRef name) {
  FailureOr<uint32_t> index = getNonNull(node, name);
  return failed(index) ? FailureOr<StringRef>(failure()) : getString(*index);
}

const SourceSpan *Reader::getSpan(const Node &node) {
  uint32_t index = 0;
  for (const JSONGraph::Attr &attr : graph.getAttrs(node))
    if (attr.name == "span" && attr.value.getAsInteger(10, index))
      return nullptr;
  if (index == 0 || index >= graph.size())
    return nullptr;
  // Spans say where something is from; a damaged one is no reason to stop.
  const Node *span = &graph[index];
  if (span->typeKey == "SequentialSpan")
    for (const JSONGraph::Attr &attr : graph.getAttrs(*span))
      if (attr.name == "spans" && !attr.value.getAsInteger(10, index) &&
          index < graph.size() && !graph.getData(graph[index]).empty())
        span = &graph[graph.getData(graph[index]).front()];
  if (span->typeKey != "Span")
    return nullptr;
  auto *result = program.make<SourceSpan>();
  for (const JSONGraph::Attr &attr : graph.getAttrs(*span)) {
    uint32_t value;
    if (attr.value.getAsInteger(10, value))
      continue;
    if (attr.name == "line")
      result->line = value;
    else if (attr.name == "column")
      result->col = value;
    else if (attr.name == "source_name" && value < graph.size())
      result->name = graph[value].repr;
  }
  return result->name.empty() ? nullptr : result;
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

FailureOr<int64_t> Reader::getDim(uint32_t index) {
  const Node &node = graph[index];
  StringRef kind = getKind(node);
  if (kind == "IntImm") {
    FailureOr<int64_t> value = getInteger<int64_t>(node, "value");
    if (succeeded(value) && *value < 0)
      return error(node,
                   "a dimension must not be negative, found " + Twine(*value));
    return value;
  }
  if (kind == "tir.Any" || kind == "Any" || kind == "tir.SizeVar" ||
      kind == "tir.Var")
    return ShapedType::kDynamic;
  return errorKind(index, "a dimension, an integer or a symbol");
}

Type Reader::getType(uint32_t index, unsigned depth) {
  if (index == 0)
    return nullptr;
  if (depth == kMaxNesting) {
    (void)error(graph[index], "types nest deeper than " + Twine(kMaxNesting));
    return nullptr;
  }
  if (Type known = types.lookup(index))
    return known;
  Type type = getTypeImpl(index, depth);
  if (type)
    types[index] = type;
  return type;
}

Type Reader::getTypeImpl(uint32_t index, unsigned depth) {
  const Node &node = graph[index];
  StringRef kind = getKind(node);
  auto getTypes = [&](StringRef name,
                      SmallVectorImpl<Type> &list) -> LogicalResult {
    FailureOr<ArrayRef<uint32_t>> nodes = getArray(node, name);
    if (failed(nodes))
      return failure();
    for (uint32_t element : *nodes) {
      list.push_back(element ? getType(element, depth + 1)
                             : program.makeUnknownType(context));
      if (!list.back())
        return failure();
    }
    return success();
  };
  auto getOne = [&](StringRef name) -> Type {
    FailureOr<uint32_t> ref = getRef(node, name);
    if (failed(ref))
      return nullptr;
    return *ref ? getType(*ref, depth + 1) : program.makeUnknownType(context);
  };
  SmallVector<Type> list;
  if (kind == "TensorType" || kind == "PrimType") {
    FailureOr<StringRef> dtype = getField(node, "dtype");
    if (failed(dtype))
      return nullptr;
    Type element = parseElementType(context, *dtype);
    if (!element) {
      (void)error(node, "unknown element type '" + *dtype + "'");
      return nullptr;
    }
    SmallVector<int64_t> shape;
    if (kind == "TensorType") {
      FailureOr<ArrayRef<uint32_t>> dims = getArray(node, "shape");
      if (failed(dims))
        return nullptr;
      for (uint32_t dimNode : *dims) {
        FailureOr<int64_t> dim = getDim(dimNode);
        if (failed(dim))
          return nullptr;
        shape.push_back(*dim);
      }
    }
    return RankedTensorType::get(shape, element);
  }
  if (kind == "TupleType")
    return failed(getTypes("fields", list)) ? Type()
                                            : TupleType::get(context, list);
  if (kind == "FuncType") {
    if (failed(getTypes("arg_types", list)))
      return nullptr;
    Type result = getOne("ret_type");
    return result ? FunctionType::get(context, list, result) : Type();
  }
  if (kind == "TypeCall") {
    FailureOr<uint32_t> func = getNonNull(node, "func");
    if (failed(func) || failed(getTypes("args", list)))
      return nullptr;
    if (graph[*func].typeKey != "GlobalTypeVar") {
      (void)errorKind(*func, "the name of a data type");
      return nullptr;
    }
    FailureOr<StringRef> name = getName(graph[*func], "name_hint");
    return failed(name) ? Type() : AdtType::get(context, *name, list);
  }
  if (kind == "GlobalTypeVar" || kind == "TypeVar") {
    FailureOr<StringRef> name = getName(node, "name_hint");
    if (failed(name))
      return nullptr;
    if (kind == "TypeVar")
      return TypeVarType::get(context, *name);
    return AdtType::get(context, *name, {});
  }
  if (kind == "RefType" || kind == "RelayRefType") {
    Type value = getOne("value");
    return value ? RefType::get(context, value) : Type();
  }
  if (kind == "IncompleteType")
    return program.makeUnknownType(context);
  (void)errorKind(index, "a type");
  return nullptr;
}

LogicalResult Reader::readTypeDefs(uint32_t index) {
  if (index == 0)
    return success();
  ArrayRef<uint32_t> pairs = graph.getData(graph[index]);
  for (size_t i = 1; i < pairs.size(); i += 2) {
    const Node &node = graph[pairs[i]];
    if (getKind(node) != "TypeData")
      return errorKind(pairs[i], "the definition of a data type");
    auto *def = program.make<TypeDef>();
    def->pos = node.pos;
    FailureOr<uint32_t> header = getNonNull(node, "header");
    FailureOr<ArrayRef<uint32_t>> typeVars = getArray(node, "type_vars");
    FailureOr<ArrayRef<uint32_t>> defs = getArray(node, "constructors");
    if (failed(header) || failed(typeVars) || failed(defs))
      return failure();
    FailureOr<StringRef> name = getName(graph[*header], "name_hint");
    if (failed(name))
      return failure();
    def->name = *name;
    for (TypeDef *other : program.types)
      if (other->name == def->name)
        return error(node, "redefinition of the type '" + def->name + "'");
    SmallVector<StringRef> params;
    for (uint32_t var : *typeVars) {
      FailureOr<StringRef> param = getName(graph[var], "name_hint");
      if (failed(param))
        return failure();
      params.push_back(*param);
    }
    def->params = program.keep<StringRef>(params);
    SmallVector<ConstructorDef *> list;
    for (uint32_t constructor : *defs) {
      const Node &ctorNode = graph[constructor];
      if (getKind(ctorNode) != "Constructor")
        return errorKind(constructor, "a constructor");
      auto *ctorDef = program.make<ConstructorDef>();
      ctorDef->pos = ctorNode.pos;
      ctorDef->type = def;
      FailureOr<StringRef> ctorName = getName(ctorNode, "name_hint");
      FailureOr<ArrayRef<uint32_t>> inputs = getArray(ctorNode, "inputs");
      if (failed(ctorName) || failed(inputs))
        return failure();
      ctorDef->name = *ctorName;
      for (ConstructorDef *other : list)
        if (other->name == ctorDef->name)
          return error(ctorNode, "redefinition of the constructor '" +
                                     ctorDef->name + "'");
      SmallVector<Type> fields;
      for (uint32_t input : *inputs) {
        Type type = getType(input);
        if (!type)
          return input ? failure() : error(ctorNode, "a field has no type");
        fields.push_back(type);
      }
      ctorDef->fields = program.keep<Type>(fields);
      constructors[constructor] = ctorDef;
      list.push_back(ctorDef);
    }
    def->constructors = program.keep<ConstructorDef *>(list);
    program.types.push_back(def);
  }
  // Maps are in the order of hashes.
  llvm::sort(program.types,
             [](TypeDef *a, TypeDef *b) { return a->name < b->name; });
  return success();
}

ConstructorDef *Reader::getConstructor(uint32_t index) {
  if (ConstructorDef *known = constructors.lookup(index))
    return known;
  const Node &node = graph[index];
  if (getKind(node) != "Constructor") {
    (void)errorKind(index, "a constructor");
    return nullptr;
  }
  // TVM's passes copy the nodes of constructors: names tell which they are.
  FailureOr<uint32_t> owner = getNonNull(node, "belong_to");
  FailureOr<StringRef> name = getName(node, "name_hint");
  if (failed(owner) || failed(name))
    return nullptr;
  FailureOr<StringRef> typeName = getName(graph[*owner], "name_hint");
  if (failed(typeName))
    return nullptr;
  for (TypeDef *type : program.types)
    if (type->name == *typeName)
      for (ConstructorDef *def : type->constructors)
        if (def->name == *name)
          return constructors[index] = def;
  (void)error(node, "the module's data types have no constructor '" + *name +
                        "' of '" + *typeName + "'");
  return nullptr;
}

//===----------------------------------------------------------------------===//
// Attributes
//===----------------------------------------------------------------------===//

FailureOr<AttrValue> Reader::getAttrValue(uint32_t index, unsigned depth) {
  AttrValue value;
  if (index == 0)
    return value;
  const Node &node = graph[index];
  if (depth == kMaxNesting)
    return error(node, "lists nest deeper than " + Twine(kMaxNesting));
  StringRef kind = node.typeKey;
  if (kind == "runtime.String") {
    FailureOr<StringRef> text = getString(index);
    if (failed(text))
      return failure();
    value.kind = AttrValue::Kind::String;
    value.string = *text;
    return value;
  }
  if (kind == "IntImm" || kind == "FloatImm") {
    FailureOr<StringRef> text = getField(node, "value");
    FailureOr<StringRef> dtype = getField(node, "dtype");
    if (failed(text) || failed(dtype))
      return failure();
    if (kind == "FloatImm") {
      value.kind = AttrValue::Kind::Float;
      if (!text->getAsDouble(value.number))
        return value;
      return error(node, "not a number: '" + *text + "'");
    }
    value.kind = *dtype == "bool" || *dtype == "uint1" ? AttrValue::Kind::Bool
                                                       : AttrValue::Kind::Int;
    if (!text->getAsInteger(10, value.integer))
      return value;
    return error(node, "not an integer: '" + *text + "'");
  }
  if (kind == "runtime.BoxInt" || kind == "runtime.BoxBool") {
    value.kind =
        kind == "runtime.BoxInt" ? AttrValue::Kind::Int : AttrValue::Kind::Bool;
    if (!node.repr.getAsInteger(10, value.integer))
      return value;
    return error(node, "not an integer: '" + node.repr + "'");
  }
  if (kind == "runtime.BoxFloat") {
    value.kind = AttrValue::Kind::Float;
    if (!node.repr.getAsDouble(value.number))
      return value;
    return error(node, "not a number: '" + node.repr + "'");
  }
  if (kind == "Array") {
    SmallVector<AttrValue> list;
    for (uint32_t element : graph.getData(node)) {
      FailureOr<AttrValue> item = getAttrValue(element, depth + 1);
      if (failed(item))
        return failure();
      list.push_back(*item);
    }
    value.kind = AttrValue::Kind::List;
    value.list = program.keep<AttrValue>(list);
    return value;
  }
  value.kind = AttrValue::Kind::Opaque;
  value.string = kind;
  return value;
}

/// Whether an integer field holds a node and not the number itself. JSON shows
/// no difference; the fields are these in TVM 0.8 to 0.18.
static bool isBoxed(StringRef typeKey, StringRef field) {
  if (field == "axis")
    return llvm::is_contained<StringRef>(
        {"ScatterElementsAttrs", "ScatterAttrs", "ScatterAddAttrs",
         "GatherAttrs", "TakeAttrs", "StackAttrs", "RepeatAttrs",
         "ReverseAttrs", "ScanopAttrs"},
        typeKey.rsplit('.').second);
  if (field == "stride")
    return typeKey.ends_with(".YoloReorgAttrs");
  return llvm::is_contained<StringRef>({"channels", "units", "num_samples",
                                        "lhs_end", "rhs_end", "batch_dims",
                                        "index_rank", "repeats", "seq_axis",
                                        "batch_axis", "k", "score_threshold"},
                                       field);
}

FailureOr<AttrValue> Reader::getFieldValue(const Node &node,
                                           const JSONGraph::Attr &attr,
                                           const AttrSchema &schema) {
  auto bad = [&] {
    return error(node, "the field '" + attr.name + "' of the '" + node.typeKey +
                           "' is not " + describeAttrKind(schema.kind) + ": '" +
                           attr.value + "'");
  };
  auto getNode = [&]() -> FailureOr<AttrValue> {
    FailureOr<uint32_t> ref = parseRef(node, attr);
    if (failed(ref))
      return failure();
    return getAttrValue(*ref);
  };
  AttrValue value;
  switch (schema.kind) {
  case AttrKind::Bool:
    value.kind = AttrValue::Kind::Bool;
    if (attr.value == "0" || attr.value == "1") {
      value.integer = attr.value == "1";
      return value;
    }
    return getNode();
  case AttrKind::Int:
    if (isBoxed(node.typeKey, attr.name))
      return getNode();
    value.kind = AttrValue::Kind::Int;
    if (attr.value.getAsInteger(10, value.integer))
      return bad();
    return value;
  case AttrKind::Float:
    if (isBoxed(node.typeKey, attr.name))
      return getNode();
    value.kind = AttrValue::Kind::Float;
    if (attr.value.getAsDouble(value.number))
      return bad();
    return value;
  case AttrKind::String: {
    // A plain string, or a runtime.String: no such attribute is a number.
    uint32_t index;
    if (!attr.value.getAsInteger(10, index) && index < graph.size() &&
        (index == 0 || graph[index].typeKey == "runtime.String"))
      return getNode();
    [[fallthrough]];
  }
  case AttrKind::DType:
    value.kind = AttrValue::Kind::String;
    value.string = attr.value;
    return value;
  case AttrKind::Ints:
  case AttrKind::IntPairs:
  case AttrKind::Floats:
  case AttrKind::IntOrInts:
    return getNode();
  }
  return bad();
}

FailureOr<ArrayRef<AttrField>> Reader::getCallAttrs(uint32_t index,
                                                    const OpSchema *schema) {
  if (index == 0 || !schema)
    return ArrayRef<AttrField>();
  const Node &node = graph[index];
  if (!schema->attrsTypeKey.empty() && node.typeKey != schema->attrsTypeKey)
    return error(node, "the attributes of '" + schema->name + "' are '" +
                           schema->attrsTypeKey + "', found '" + node.typeKey +
                           "'");
  SmallVector<AttrField> fields;
  for (const JSONGraph::Attr &attr : graph.getAttrs(node)) {
    auto *known = llvm::find_if(schema->attrs, [&](const AttrSchema &field) {
      return field.name == attr.name;
    });
    if (known == schema->attrs.end()) {
      // A field that says nothing need not be known: null, "", [].
      uint32_t ref;
      if (llvm::is_contained(schema->ignoredAttrs, attr.name) ||
          attr.value.empty() || attr.value == "0" ||
          (!attr.value.getAsInteger(10, ref) && ref < graph.size() &&
           graph[ref].repr.empty() && graph.getData(graph[ref]).empty() &&
           graph.getAttrs(graph[ref]).empty()))
        continue;
      return error(node, "unknown attribute '" + attr.name + "' of '" +
                             schema->name + "'");
    }
    AttrField field;
    field.name = attr.name;
    field.pos = node.pos;
    FailureOr<AttrValue> value = getFieldValue(node, attr, *known);
    if (failed(value))
      return failure();
    field.value = *value;
    fields.push_back(field);
  }
  return program.keep<AttrField>(fields);
}

FailureOr<ArrayRef<AttrField>> Reader::getFunctionAttrs(uint32_t index) {
  if (index == 0)
    return ArrayRef<AttrField>();
  const Node &node = graph[index];
  if (node.typeKey != "DictAttrs")
    return errorKind(index, "a function's attributes");
  FailureOr<uint32_t> dict = getRef(node, "__dict__");
  if (failed(dict))
    return failure();
  const Node &map = graph[*dict];
  ArrayRef<StringRef> keys = graph.getKeys(map);
  ArrayRef<uint32_t> values = graph.getData(map);
  if (keys.size() != values.size())
    return error(map, "a map must have as many keys as values");
  SmallVector<AttrField> fields;
  for (auto [key, valueNode] : llvm::zip_equal(keys, values)) {
    FailureOr<AttrValue> value = getAttrValue(valueNode);
    if (failed(value))
      return failure();
    fields.push_back({key, node.pos, *value});
  }
  return program.keep<AttrField>(fields);
}

//===----------------------------------------------------------------------===//
// Expressions
//===----------------------------------------------------------------------===//

bool Reader::isExpr(uint32_t index) const {
  return llvm::is_contained<StringRef>(
      {"Var", "GlobalVar", "Op", "Constructor", "Constant", "Tuple",
       "TupleGetItem", "Call", "Function", "Let", "If", "Match", "RefCreate",
       "RefRead", "RefWrite"},
      getKind(graph[index]));
}

VarExpr *Reader::getVar(uint32_t index) {
  if (getKind(graph[index]) == "Var")
    return static_cast<VarExpr *>(getExpr(index));
  (void)errorKind(index, "a variable");
  return nullptr;
}

Expr *Reader::getExpr(uint32_t index) {
  Expr *&expr = exprs[index];
  if (expr)
    return expr;
  const Node &node = graph[index];
  StringRef kind = getKind(node);
  if (kind == "Var") {
    FailureOr<uint32_t> id = getNonNull(node, "vid");
    if (failed(id))
      return nullptr;
    VarExpr *&var = vars[*id];
    if (!var) {
      FailureOr<StringRef> name = getName(graph[*id], "name_hint");
      FailureOr<uint32_t> type = getRef(node, "type_annotation");
      if (failed(name) || failed(type))
        return nullptr;
      var = program.makeExpr<VarExpr>(node.pos);
      var->var = *name;
      var->type = getType(*type);
      var->span = getSpan(node);
      if (diags.failed())
        return nullptr;
      // TVM's parser leaves the open type where text has no annotation.
      if (isa_and_nonnull<UnknownType>(var->type))
        var->type = nullptr;
    }
    return expr = var;
  }
  if (kind == "GlobalVar") {
    FailureOr<StringRef> name = getName(node, "name_hint");
    if (failed(name))
      return nullptr;
    auto *global = program.makeExpr<GlobalExpr>(node.pos);
    global->symbol = *name;
    return expr = global;
  }
  if (kind == "Op") {
    auto *op = program.makeExpr<OperatorExpr>(node.pos);
    op->op = node.repr;
    return expr = op;
  }
  if (kind == "Constructor") {
    ConstructorDef *def = getConstructor(index);
    if (!def)
      return nullptr;
    auto *constructor = program.makeExpr<ConstructorExpr>(node.pos);
    constructor->def = def;
    return expr = constructor;
  }
  if (kind == "Constant") {
    // Text writes a scalar wherever it is used.
    if (ConstantExpr *scalar = getScalar(node))
      return scalar;
    expr = program.makeExpr<ConstantExpr>(node.pos);
  } else if (kind == "Tuple")
    expr = program.makeExpr<TupleExpr>(node.pos);
  else if (kind == "TupleGetItem")
    expr = program.makeExpr<TupleGetExpr>(node.pos);
  else if (kind == "Call")
    expr = program.makeExpr<CallExpr>(node.pos);
  else if (kind == "Function")
    expr = program.makeExpr<FunctionExpr>(node.pos);
  else if (kind == "Let")
    expr = program.makeExpr<LetExpr>(node.pos);
  else if (kind == "If")
    expr = program.makeExpr<IfExpr>(node.pos);
  else if (kind == "Match")
    expr = program.makeExpr<MatchExpr>(node.pos);
  else if (kind == "RefCreate")
    expr = program.makeExpr<RefCreateExpr>(node.pos);
  else if (kind == "RefRead")
    expr = program.makeExpr<RefReadExpr>(node.pos);
  else if (kind == "RefWrite")
    expr = program.makeExpr<RefWriteExpr>(node.pos);
  if (!expr) {
    (void)errorKind(index, "an expression");
    return nullptr;
  }
  expr->span = getSpan(node);
  pending.push_back(index);
  return expr;
}

/// A new expression for a constant that TVM prints as a number; null for
/// another one, a damaged one included.
ConstantExpr *Reader::getScalar(const Node &node) {
  uint32_t array = 0;
  for (const JSONGraph::Attr &attr : graph.getAttrs(node))
    if (attr.name == "data" && attr.value.getAsInteger(10, array))
      return nullptr;
  if (array >= graph.getArrays().size() ||
      graph.getArrays()[array].size() > kMaxScalarText)
    return nullptr;
  OwnedBytes bytes;
  NDArray data;
  std::string problem;
  if (!decodeBase64(graph.getArrays()[array], bytes))
    return nullptr;
  ByteReader reader(bytes.get());
  if (failed(readNDArray(reader, context, data, problem)) || !reader.atEnd() ||
      data.type.getRank() != 0)
    return nullptr;
  Type element = data.type.getElementType();
  if (!element.isSignlessInteger() && !element.isF16() && !element.isF32() &&
      !element.isF64())
    return nullptr;
  if (element.isInteger(8))
    return nullptr;
  auto *scalar = program.makeExpr<ConstantExpr>(node.pos);
  scalar->span = getSpan(node);
  scalar->data.type = data.type;
  scalar->data.bytes = program.keep<char>(data.bytes);
  return scalar;
}

LogicalResult Reader::drain() {
  while (!pending.empty())
    if (failed(fill(pending.pop_back_val())))
      return failure();
  return success();
}

FailureOr<ArrayRef<Expr *>> Reader::getChildren(const Node &node,
                                                StringRef name) {
  FailureOr<ArrayRef<uint32_t>> nodes = getArray(node, name);
  if (failed(nodes))
    return failure();
  SmallVector<Expr *> children;
  for (uint32_t index : *nodes) {
    Expr *child = getExpr(index);
    if (!child)
      return failure();
    children.push_back(child);
  }
  return program.keep<Expr *>(children);
}

LogicalResult Reader::fill(uint32_t index) {
  const Node &node = graph[index];
  switch (exprs[index]->kind) {
  case ExprKind::Var:
  case ExprKind::Global:
  case ExprKind::Operator:
  case ExprKind::Constructor:
    return success();
  case ExprKind::Constant:
    return fillConstant(node, cast<ConstantExpr>(exprs[index]));
  case ExprKind::Tuple: {
    FailureOr<ArrayRef<Expr *>> fields = getChildren(node, "fields");
    if (failed(fields))
      return failure();
    cast<TupleExpr>(exprs[index])->fields = *fields;
    return success();
  }
  case ExprKind::TupleGet: {
    auto *get = cast<TupleGetExpr>(exprs[index]);
    FailureOr<int64_t> field = getInteger<int64_t>(node, "index");
    if (failed(field))
      return failure();
    get->index = *field;
    return success(get->tuple = getChild(node, "tuple_value"));
  }
  case ExprKind::Call:
    return fillCall(node, cast<CallExpr>(exprs[index]));
  case ExprKind::Function:
    return fillFunction(node, cast<FunctionExpr>(exprs[index]));
  case ExprKind::Let: {
    auto *let = cast<LetExpr>(exprs[index]);
    FailureOr<uint32_t> var = getNonNull(node, "var");
    return success(succeeded(var) && (let->var = getVar(*var)) &&
                   (let->value = getChild(node, "value")) &&
                   (let->body = getChild(node, "body")));
  }
  case ExprKind::If: {
    auto *branch = cast<IfExpr>(exprs[index]);
    return success((branch->cond = getChild(node, "cond")) &&
                   (branch->thenExpr = getChild(node, "true_branch")) &&
                   (branch->elseExpr = getChild(node, "false_branch")));
  }
  case ExprKind::Match:
    return fillMatch(node, cast<MatchExpr>(exprs[index]));
  case ExprKind::RefCreate:
    return success(cast<RefCreateExpr>(exprs[index])->value =
                       getChild(node, "value"));
  case ExprKind::RefRead:
    return success(cast<RefReadExpr>(exprs[index])->ref =
                       getChild(node, "ref"));
  case ExprKind::RefWrite: {
    auto *write = cast<RefWriteExpr>(exprs[index]);
    return success((write->ref = getChild(node, "ref")) &&
                   (write->value = getChild(node, "value")));
  }
  }
  return failure();
}

LogicalResult Reader::fillConstant(const Node &node, ConstantExpr *constant) {
  // Not a node: an index of `b64ndarrays`.
  FailureOr<uint32_t> array = getInteger<uint32_t>(node, "data");
  if (failed(array))
    return failure();
  if (*array >= graph.getArrays().size())
    return error(node, "the constant's data, array " + Twine(*array) +
                           ", does not exist");
  constant->data.base64 = graph.getArrays()[*array];
  return success();
}

LogicalResult Reader::fillCall(const Node &node, CallExpr *call) {
  call->callee = getChild(node, "op");
  if (!call->callee)
    return failure();
  FailureOr<ArrayRef<Expr *>> args = getChildren(node, "args");
  if (failed(args))
    return failure();
  call->args = *args;
  if (auto *op = dyn_cast<OperatorExpr>(call->callee)) {
    FailureOr<uint32_t> attrs = getRef(node, "attrs");
    if (failed(attrs))
      return failure();
    FailureOr<ArrayRef<AttrField>> fields =
        getCallAttrs(*attrs, lookupOpSchema(op->op));
    if (failed(fields))
      return failure();
    call->attrs = *fields;
  }
  return success();
}

LogicalResult Reader::fillFunction(const Node &node, FunctionExpr *fn) {
  FailureOr<ArrayRef<uint32_t>> params = getArray(node, "params");
  FailureOr<ArrayRef<uint32_t>> typeParams = getArray(node, "type_params");
  FailureOr<uint32_t> resultType = getRef(node, "ret_type");
  FailureOr<uint32_t> attrs = getRef(node, "attrs");
  if (failed(params) || failed(typeParams) || failed(resultType) ||
      failed(attrs))
    return failure();
  SmallVector<VarExpr *> vars;
  for (uint32_t param : *params) {
    VarExpr *var = getVar(param);
    if (!var)
      return failure();
    vars.push_back(var);
  }
  fn->params = program.keep<VarExpr *>(vars);
  SmallVector<StringRef> names;
  for (uint32_t param : *typeParams) {
    FailureOr<StringRef> name = getName(graph[param], "name_hint");
    if (failed(name))
      return failure();
    names.push_back(*name);
  }
  fn->typeParams = program.keep<StringRef>(names);
  fn->resultType = getType(*resultType);
  if (isa_and_nonnull<UnknownType>(fn->resultType))
    fn->resultType = nullptr;
  FailureOr<ArrayRef<AttrField>> fields = getFunctionAttrs(*attrs);
  if (failed(fields) || diags.failed())
    return failure();
  fn->attrs = *fields;
  return success(fn->body = getChild(node, "body"));
}

LogicalResult Reader::fillMatch(const Node &node, MatchExpr *match) {
  FailureOr<StringRef> complete = getField(node, "complete");
  FailureOr<ArrayRef<uint32_t>> nodes = getArray(node, "clauses");
  if (failed(complete) || failed(nodes))
    return failure();
  match->complete = *complete != "0";
  match->scrutinee = getChild(node, "data");
  if (!match->scrutinee)
    return failure();
  SmallVector<MatchExpr::Clause> clauses;
  for (uint32_t index : *nodes) {
    if (getKind(graph[index]) != "Clause")
      return errorKind(index, "a clause");
    FailureOr<uint32_t> pattern = getNonNull(graph[index], "lhs");
    if (failed(pattern))
      return failure();
    MatchExpr::Clause clause;
    clause.pattern = getPattern(*pattern);
    clause.body = clause.pattern ? getChild(graph[index], "rhs") : nullptr;
    if (!clause.body)
      return failure();
    clauses.push_back(clause);
  }
  match->clauses = program.keep<MatchExpr::Clause>(clauses);
  return success();
}

MatchPattern *Reader::getPattern(uint32_t index, unsigned depth) {
  const Node &node = graph[index];
  if (depth == kMaxNesting) {
    (void)error(node, "patterns nest deeper than " + Twine(kMaxNesting));
    return nullptr;
  }
  auto *pattern = program.make<MatchPattern>();
  pattern->pos = node.pos;
  StringRef kind = getKind(node);
  if (kind == "PatternWildcard")
    return pattern;
  if (kind == "PatternVar") {
    pattern->kind = MatchPattern::Kind::Var;
    FailureOr<uint32_t> var = getNonNull(node, "var");
    if (failed(var))
      return nullptr;
    pattern->var = getVar(*var);
    return pattern->var ? pattern : nullptr;
  }
  if (kind == "PatternConstructor") {
    pattern->kind = MatchPattern::Kind::Constructor;
    FailureOr<uint32_t> constructor = getNonNull(node, "constructor");
    if (failed(constructor) ||
        !(pattern->constructor = getConstructor(*constructor)))
      return nullptr;
  } else if (kind == "PatternTuple") {
    pattern->kind = MatchPattern::Kind::Tuple;
  } else {
    (void)errorKind(index, "a pattern");
    return nullptr;
  }
  FailureOr<ArrayRef<uint32_t>> nodes = getArray(node, "patterns");
  if (failed(nodes))
    return nullptr;
  SmallVector<MatchPattern *> fields;
  for (uint32_t field : *nodes) {
    fields.push_back(getPattern(field, depth + 1));
    if (!fields.back())
      return nullptr;
  }
  pattern->fields = program.keep<MatchPattern *>(fields);
  return pattern;
}

//===----------------------------------------------------------------------===//
// Whole files
//===----------------------------------------------------------------------===//

LogicalResult Reader::readProgram() {
  uint32_t rootIndex = graph.getRoot();
  const Node &root = graph[rootIndex];
  if (root.typeKey != "IRModule") {
    if (!isExpr(rootIndex))
      return errorKind(rootIndex, "a module or an expression as the root");
    Expr *expr = getExpr(rootIndex);
    if (!expr || failed(drain()))
      return failure();
    program.isLoneExpr = true;
    makeMain(program, expr);
    return success();
  }
  FailureOr<uint32_t> functions = getRef(root, "functions");
  FailureOr<uint32_t> typeDefs = getRef(root, "type_definitions");
  if (failed(functions) || failed(typeDefs) || failed(readTypeDefs(*typeDefs)))
    return failure();
  ArrayRef<uint32_t> pairs = graph.getData(graph[*functions]);
  for (size_t i = 1; i < pairs.size(); i += 2) {
    const Node &var = graph[pairs[i - 1]];
    FailureOr<StringRef> name = getName(var, "name_hint");
    if (failed(name))
      return failure();
    if (getKind(graph[pairs[i]]) != "Function")
      return error(graph[pairs[i]],
                   "the function '@" + *name +
                       "' is not in Relay but a node of type '" +
                       graph[pairs[i]].typeKey + "'",
                   "save the module as it is before functions are lowered");
    Program::Global global;
    global.name = *name;
    global.pos = graph[pairs[i]].pos;
    global.function = cast_or_null<FunctionExpr>(getExpr(pairs[i]));
    if (!global.function || failed(drain()))
      return failure();
    for (const Program::Global &other : program.globals)
      if (other.name == global.name)
        return error(var, "redefinition of the function '@" + *name + "'");
    program.globals.push_back(global);
  }
  // Maps are in the order of hashes; text has names in order.
  llvm::sort(program.globals,
             [](const Program::Global &a, const Program::Global &b) {
               return a.name < b.name;
             });
  assignTextNames(program);
  return success();
}

LogicalResult dsp::relay::readJSON(StringRef buffer, Program &program,
                                   FileDiagnostics &diags) {
  Reader reader(program, diags);
  if (failed(reader.read(buffer, SourcePos{1, 1})))
    return failure();
  return reader.readProgram();
}

//===----------------------------------------------------------------------===//
// MetaTable
//===----------------------------------------------------------------------===//

class MetaTable::Impl : public Reader {
public:
  Impl(Program &program, FileDiagnostics &diags)
      : Reader(program, diags), diags(diags) {}
  FileDiagnostics &diags;
};

MetaTable::MetaTable(std::unique_ptr<Impl> impl) : impl(std::move(impl)) {}
MetaTable::~MetaTable() = default;

std::unique_ptr<MetaTable> MetaTable::read(StringRef buffer, SourcePos start,
                                           Program &program,
                                           FileDiagnostics &diags) {
  auto impl = std::make_unique<Impl>(program, diags);
  if (failed(impl->read(buffer, start)))
    return nullptr;
  const JSONGraph &graph = impl->getGraph();
  const Node &root = graph[graph.getRoot()];
  if (root.typeKey != "Map" ||
      graph.getKeys(root).size() != graph.getData(root).size()) {
    (void)diags.error(root.pos, "the metadata's root must map type keys to "
                                "arrays of nodes");
    return nullptr;
  }
  return std::unique_ptr<MetaTable>(new MetaTable(std::move(impl)));
}

FailureOr<uint32_t> MetaTable::lookup(StringRef key, int64_t index,
                                      SourcePos pos) {
  const JSONGraph &graph = impl->getGraph();
  const Node &root = graph[graph.getRoot()];
  for (auto [name, array] :
       llvm::zip_equal(graph.getKeys(root), graph.getData(root))) {
    if (name != key)
      continue;
    ArrayRef<uint32_t> nodes = graph.getData(graph[array]);
    if (index >= 0 && uint64_t(index) < nodes.size())
      return nodes[index];
    return impl->diags.error(
        pos,
        "'meta[" + key + "]' has " + Twine(nodes.size()) +
            " entries, there is no number " + Twine(index),
        "they are counted from 0; the section is that of its own module");
  }
  return impl->diags.error(pos, "the metadata have no entry '" + key + "'");
}

bool MetaTable::isCallAttrs(uint32_t node) const {
  StringRef key = impl->getGraph()[node].typeKey;
  return key.starts_with("relay.attrs.") || key.starts_with("attrs.") ||
         key == "DictAttrs";
}

Expr *MetaTable::getExpr(uint32_t node) {
  if (!impl->isExpr(node))
    return nullptr;
  Expr *expr = impl->getExpr(node);
  return expr && succeeded(impl->drain()) ? expr : nullptr;
}

FailureOr<AttrValue> MetaTable::getAttrValue(uint32_t node) {
  return impl->getAttrValue(node);
}

FailureOr<ArrayRef<AttrField>> MetaTable::getCallAttrs(uint32_t node,
                                                       StringRef op) {
  return impl->getCallAttrs(node, lookupOpSchema(op));
}

FailureOr<int64_t> MetaTable::getDim(uint32_t node) {
  return impl->getDim(node);
}
