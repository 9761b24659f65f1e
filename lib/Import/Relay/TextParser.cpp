//===- TextParser.cpp - Parser of Relay's text format ---------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

//
// Recursive descent without recursion: expressions nest as deep as the file
// pleases, so what would be a call is a frame on an explicit stack. Types,
// patterns and attribute lists do recurse, to a depth that no real model has.
//
//===----------------------------------------------------------------------===//

#include "TextParser.h"
#include "FileDiagnostics.h"
#include "JSONReader.h"
#include "Lexer.h"
#include "LoneExpr.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace mlir;
using namespace dsp;
using namespace dsp::relay;
using Kind = Token::Kind;

namespace {

/// How deep types, patterns and attribute lists may nest.
constexpr unsigned kMaxNesting = 128;

constexpr llvm::StringLiteral kPrintMetadata =
    "mod.astext(show_meta_data=True) prints it";

struct BinaryOperator {
  StringRef op;
  int precedence = 0; ///< 0: the token is none
  SourcePos pos = {};
};

class Parser {
public:
  Parser(StringRef buffer, Program &program, FileDiagnostics &diags)
      : buffer(buffer), program(program), diags(diags),
        context(diags.getContext()), report{diags}, lexer(buffer, report) {}

  LogicalResult parseFile();

private:
  //===--------------------------------------------------------------------===//
  // Tokens
  //===--------------------------------------------------------------------===//

  void advance() { tok = lexer.lex(); }
  Token peek() const {
    Lexer ahead = lexer;
    return ahead.lex();
  }
  bool at(Kind kind) const { return tok.is(kind); }
  bool consumeIf(Kind kind) {
    if (!at(kind))
      return false;
    advance();
    return true;
  }
  LogicalResult error(SourcePos pos, const Twine &message,
                      const Twine &note = "") {
    return diags.error(pos, message, note);
  }
  LogicalResult errorExpected(const Twine &expected, const Twine &note = "") {
    if (at(Kind::Error)) // reported
      return failure();
    return error(tok.pos, "expected " + expected + ", found " + describe(tok),
                 note);
  }
  LogicalResult expect(Kind kind, const Twine &context,
                       const Twine &note = "") {
    if (!at(kind))
      return errorExpected(describe(kind) + context, note);
    advance();
    return success();
  }

  //===--------------------------------------------------------------------===//
  // Definitions
  //===--------------------------------------------------------------------===//

  LogicalResult parseVersion();
  LogicalResult readMetadata();
  LogicalResult parseModule();
  LogicalResult parseLoneExpr();
  LogicalResult parseTypeDef(bool isExtern);
  LogicalResult parseGlobal();
  FailureOr<ArrayRef<StringRef>> parseTypeParams();
  LogicalResult parseFunctionHeader(FunctionExpr *fn);
  LogicalResult parseParam(SmallVectorImpl<VarExpr *> &params);
  LogicalResult checkTypeNames();

  //===--------------------------------------------------------------------===//
  // Types, attributes, patterns
  //===--------------------------------------------------------------------===//

  /// Null, after reporting it, if there is no type.
  Type parseType();
  Type parseTypeImpl();
  Type parseTensorType();
  Type parseNamedType();
  LogicalResult parseTypeList(Kind close, SmallVectorImpl<Type> &types);
  FailureOr<int64_t> parseDim();

  bool atAttr() const;
  LogicalResult parseAttrs(SmallVectorImpl<AttrField> &attrs);
  FailureOr<AttrValue> parseAttrValue();
  StringRef parseDottedName();

  MatchPattern *parsePattern();
  LogicalResult parsePatternList(SmallVectorImpl<MatchPattern *> &patterns);

  //===--------------------------------------------------------------------===//
  // Expressions
  //===--------------------------------------------------------------------===//

  enum class FrameKind : uint8_t {
    Block,   ///< bindings, then an expression
    Brace,   ///< { block }
    Binary,  ///< operands and infix operators
    Postfix, ///< an atom and what is applied to it
    Call,    ///< the arguments
    Paren,   ///< (), (e), (e,), (e, f)
    If,
    Fn,
    Match,
    RefOp,
  };
  struct Frame {
    FrameKind kind = FrameKind::Block;
    uint8_t state = 0;
    Kind refKind = Kind::Error;
    SourcePos pos;
    /// Sizes of the shared stacks when the frame was entered.
    uint32_t base = 0;
    uint32_t operatorBase = 0;
    uint32_t scope = 0;
    uint32_t typeScope = 0;
    Expr *first = nullptr;
    Expr *second = nullptr;
    VarExpr *var = nullptr;
    MatchPattern *pattern = nullptr;
    int64_t graphVar = 0;
    bool flag = false;
  };
  enum class Step { Child, Done, Fail };

  /// Parses what the frame of `kind` parses, at the current token.
  Expr *run(FrameKind kind);
  void push(FrameKind kind);
  /// One step of the frame on top. `value` is what the child that it pushed has
  /// parsed, null at first; set when Done.
  Step step(Expr *&value);
  Step stepBlock(Expr *&value);
  Step stepBinary(Expr *&value);
  Step stepPostfix(Expr *&value);
  Step stepCall(Expr *&value);
  Step stepParen(Expr *&value);
  Step stepIf(Expr *&value);
  Step stepFn(Expr *&value);
  Step stepMatch(Expr *&value);
  Step stepRefOp(Expr *&value);

  /// Null with no error if the atom needs a frame of its own, now pushed.
  Expr *parseAtom();
  Expr *parseName();
  Expr *parseMeta();
  void reduceBinary(Frame &frame, int precedence);
  void attachSpan(Expr *expr);
  Expr *makeScalar(const Token &token, Type element, ArrayRef<char> bytes);

  //===--------------------------------------------------------------------===//
  // Scopes
  //===--------------------------------------------------------------------===//

  void bind(StringRef name, VarExpr *var) {
    locals[name].push_back(var);
    boundNames.push_back(name);
  }
  void popScope(uint32_t size) {
    while (boundNames.size() > size)
      locals[boundNames.pop_back_val()].pop_back();
  }
  /// Where a local is declared, at the keyword or punctuation before it.
  LogicalResult parseDeclaredName(StringRef &name, SourcePos &pos);

  StringRef buffer;
  Program &program;
  FileDiagnostics &diags;
  MLIRContext *context;
  struct Reporter {
    FileDiagnostics &diags;
    void operator()(SourcePos pos, const Twine &message, const Twine &note) {
      (void)diags.error(pos, message, note);
    }
  } report;
  Lexer lexer;
  Token tok;

  Lexer::OddNames oddNames;
  llvm::StringMap<SmallVector<VarExpr *, 1>> locals;
  SmallVector<StringRef> boundNames;
  llvm::DenseMap<int64_t, Expr *> graphVars;
  SmallVector<StringRef> typeVars;
  llvm::StringMap<ConstructorDef *> constructors;
  llvm::StringMap<TypeDef *> typeDefs;
  llvm::StringMap<OperatorExpr *> operators;
  struct TypeUse {
    StringRef name;
    size_t argCount;
    SourcePos pos;
  };
  SmallVector<TypeUse> typeUses;
  unsigned nesting = 0;

  std::unique_ptr<MetaTable> meta;
  const char *metaStart = nullptr;

  // The stacks that frames share.
  SmallVector<Frame> frames;
  struct Binding {
    VarExpr *var;
    Expr *value;
  };
  SmallVector<Binding> bindings;
  SmallVector<Expr *> operands;
  SmallVector<BinaryOperator> binaryOperators;
  SmallVector<MatchExpr::Clause> clauses;
};

} // namespace

//===----------------------------------------------------------------------===//
// The file
//===----------------------------------------------------------------------===//

LogicalResult Parser::parseFile() {
  if (failed(readMetadata()))
    return failure();
  advance();
  if (failed(parseVersion()) ||
      failed(program.isLoneExpr ? parseLoneExpr() : parseModule()))
    return failure();
  if (at(Kind::Metadata)) {
    if (tok.text.data() != metaStart)
      return error(tok.pos, "'#[metadata]' must begin a line");
    advance();
  }
  if (!at(Kind::End))
    return program.isLoneExpr
               ? errorExpected("the end of the file",
                               "a file that is read with --relay-expr is one "
                               "expression")
               : errorExpected("'def', 'type' or the end of the file",
                               "expressions stand in def @main(...) { ... }; a "
                               "lone one is read with --relay-expr");
  return checkTypeNames();
}

LogicalResult Parser::parseVersion() {
  if (at(Kind::Version)) {
    if (tok.text != "\"0.0.5\"")
      return error(tok.pos,
                   "unsupported version " + tok.text +
                       " of Relay's text format",
                   "version \"0.0.5\" is what TVM 0.8 to 0.18 write");
    advance();
    return success();
  }
  if (program.isLoneExpr)
    return success();
  return errorExpected("'#[version = \"0.0.5\"]'",
                       "every file in Relay's text format begins with it");
}

/// References come before the section that they refer to.
LogicalResult Parser::readMetadata() {
  StringRef mark = "#[metadata]";
  size_t at = buffer.find(("\n" + mark).str());
  if (at == StringRef::npos)
    return success();
  metaStart = buffer.data() + at + 1;
  SourcePos start;
  start.line = buffer.take_front(at + 1).count('\n') + 1;
  start.col = mark.size() + 1;
  meta = MetaTable::read(buffer.substr(at + 1 + mark.size()), start, program,
                         diags);
  return success(meta != nullptr);
}

LogicalResult Parser::parseModule() {
  for (;;) {
    if (at(Kind::Def)) {
      if (failed(parseGlobal()))
        return failure();
    } else if (at(Kind::Type)) {
      if (failed(parseTypeDef(/*isExtern=*/false)))
        return failure();
    } else if (consumeIf(Kind::Extern)) {
      if (!at(Kind::Type))
        return errorExpected("'type' after 'extern'");
      if (failed(parseTypeDef(/*isExtern=*/true)))
        return failure();
    } else {
      return success();
    }
  }
}

LogicalResult Parser::parseLoneExpr() {
  Expr *expr = run(FrameKind::Block);
  if (!expr)
    return failure();
  makeMain(program, expr);
  return success();
}

LogicalResult Parser::parseTypeDef(bool isExtern) {
  advance();
  auto *def = program.make<TypeDef>();
  def->pos = tok.pos;
  def->name = tok.text;
  def->isExtern = isExtern;
  if (failed(expect(Kind::Ident, " of the data type")))
    return failure();
  if (!typeDefs.try_emplace(def->name, def).second)
    return error(def->pos, "redefinition of the type '" + def->name + "'");
  uint32_t typeScope = typeVars.size();
  FailureOr<ArrayRef<StringRef>> params = parseTypeParams();
  if (failed(params))
    return failure();
  def->params = *params;
  SmallVector<ConstructorDef *> defs;
  if (consumeIf(Kind::LBrace)) {
    if (isExtern && !at(Kind::RBrace))
      return error(tok.pos, "the external type '" + def->name +
                                "' must not have constructors");
    while (!consumeIf(Kind::RBrace)) {
      auto *constructor = program.make<ConstructorDef>();
      constructor->name = tok.text;
      constructor->pos = tok.pos;
      constructor->type = def;
      if (failed(expect(Kind::Ident, " of a constructor")))
        return failure();
      SmallVector<Type> fields;
      if (consumeIf(Kind::LParen) &&
          failed(parseTypeList(Kind::RParen, fields)))
        return failure();
      constructor->fields = program.keep<Type>(fields);
      if (!constructors.try_emplace(constructor->name, constructor).second)
        return error(constructor->pos,
                     "redefinition of the constructor '" + constructor->name +
                         "'",
                     "constructors are called by name alone, so all names in "
                     "a module differ");
      defs.push_back(constructor);
      if (!consumeIf(Kind::Comma) && !at(Kind::RBrace))
        return errorExpected("',' or '}' after a constructor");
    }
  }
  typeVars.truncate(typeScope);
  def->constructors = program.keep<ConstructorDef *>(defs);
  program.types.push_back(def);
  return success();
}

LogicalResult Parser::parseGlobal() {
  advance();
  Program::Global global;
  global.pos = tok.pos;
  global.name = tok.text;
  if (failed(expect(Kind::Global, " of the function after 'def'")))
    return failure();
  if (at(Kind::Equal))
    return error(global.pos,
                 "the function '@" + global.name + "' is not in Relay",
                 "import the module as it is before functions are lowered");
  oddNames = {};
  lexer.setOddNames(nullptr);
  graphVars.clear();
  auto *fn = cast_or_null<FunctionExpr>(run(FrameKind::Fn));
  if (!fn)
    return failure();
  fn->pos = global.pos;
  global.function = fn;
  for (Program::Global &other : program.globals)
    if (other.name == global.name) {
      // As in TVM the last one counts; there it goes unnoticed.
      diags.warning(global.pos, "redefinition of the function '@" +
                                    global.name + "' replaces the first");
      other = global;
      return success();
    }
  program.globals.push_back(global);
  return success();
}

/// [A, B], or nothing.
FailureOr<ArrayRef<StringRef>> Parser::parseTypeParams() {
  SmallVector<StringRef> params;
  if (!consumeIf(Kind::LBracket))
    return ArrayRef<StringRef>();
  while (!consumeIf(Kind::RBracket)) {
    params.push_back(tok.text);
    typeVars.push_back(tok.text);
    if (failed(expect(Kind::Ident, " of a type parameter")))
      return failure();
    if (!consumeIf(Kind::Comma) && !at(Kind::RBracket))
      return errorExpected("',' or ']' after a type parameter");
  }
  return program.keep<StringRef>(params);
}

/// Everything before the body: [A](%x: A, Primitive=1) -> A
LogicalResult Parser::parseFunctionHeader(FunctionExpr *fn) {
  FailureOr<ArrayRef<StringRef>> typeParams = parseTypeParams();
  if (failed(typeParams))
    return failure();
  fn->typeParams = *typeParams;
  if (!at(Kind::LParen))
    return errorExpected("'(' before the function's parameters");
  SmallVector<VarExpr *> params;
  SmallVector<AttrField> attrs;
  // The token is '(' or ',' here: the lexer stands before a parameter.
  for (;;) {
    tok = lexer.lexDeclaredName();
    if (at(Kind::RParen))
      break;
    if (atAttr()) {
      if (failed(parseAttrs(attrs)))
        return failure();
      break;
    }
    if (failed(parseParam(params)))
      return failure();
    if (!at(Kind::Comma))
      break;
  }
  if (failed(expect(Kind::RParen, " or ',' after a parameter",
                    "parameters are %name: Type, then attributes name=value; "
                    "strings have no escapes")))
    return failure();
  fn->params = program.keep<VarExpr *>(params);
  fn->attrs = program.keep<AttrField>(attrs);
  if (consumeIf(Kind::Arrow))
    if (!(fn->resultType = parseType()))
      return failure();
  return success();
}

LogicalResult Parser::parseParam(SmallVectorImpl<VarExpr *> &params) {
  StringRef name = tok.text;
  SourcePos pos = tok.pos;
  if (failed(expect(Kind::Local, " as a parameter")))
    return failure();
  if (consumeIf(Kind::LBrace)) {
    // {virtual_device=meta[VirtualDevice][0]}
    SmallVector<AttrField> attrs;
    if (failed(parseAttrs(attrs)) ||
        failed(expect(Kind::RBrace, " after the parameter's attributes")))
      return failure();
  }
  auto *var = program.makeExpr<VarExpr>(pos);
  var->var = name;
  if (consumeIf(Kind::Colon))
    if (!(var->type = parseType()))
      return failure();
  attachSpan(var);
  if (name.find_if_not([](char c) {
        return llvm::isAlnum(c) || c == '_' || c == '/';
      }) != StringRef::npos) {
    oddNames.add(name);
    lexer.setOddNames(&oddNames);
  }
  bind(name, var);
  params.push_back(var);
  return success();
}

LogicalResult Parser::checkTypeNames() {
  for (const TypeUse &use : typeUses) {
    TypeDef *def = typeDefs.lookup(use.name);
    if (!def) {
      SmallVector<StringRef> names(typeDefs.keys());
      return error(use.pos, "unknown type '" + use.name + "'",
                   suggestName(use.name, names,
                               listNames("types in the module", names)));
    }
    if (def->params.size() != use.argCount)
      return error(use.pos, "the type '" + use.name + "' takes " +
                                Twine(def->params.size()) +
                                " type arguments, found " +
                                Twine(use.argCount));
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

Type Parser::parseType() {
  if (nesting == kMaxNesting) {
    (void)error(tok.pos, "types nest deeper than " + Twine(kMaxNesting));
    return nullptr;
  }
  llvm::SaveAndRestore<unsigned> deeper(nesting, nesting + 1);
  return parseTypeImpl();
}

Type Parser::parseTypeImpl() {
  SmallVector<Type> types;
  switch (tok.kind) {
  case Kind::LParen:
    advance();
    if (failed(parseTypeList(Kind::RParen, types)))
      return nullptr;
    return TupleType::get(context, types);
  case Kind::Fn: {
    advance();
    // fn [A](A) -> A: what TVM prints for a polymorphic function.
    uint32_t typeScope = typeVars.size();
    if (failed(parseTypeParams()) ||
        failed(expect(Kind::LParen, " of the function type")) ||
        failed(parseTypeList(Kind::RParen, types)) ||
        failed(expect(Kind::Arrow, " in the function type")))
      return nullptr;
    Type result = parseType();
    typeVars.truncate(typeScope);
    return result ? FunctionType::get(context, types, result) : Type();
  }
  case Kind::Ref: {
    advance();
    if (failed(expect(Kind::LParen, " after 'ref'")))
      return nullptr;
    Type pointee = parseType();
    if (!pointee || failed(expect(Kind::RParen, " after the type")))
      return nullptr;
    return RefType::get(context, pointee);
  }
  case Kind::Ident:
    if (tok.text == "_") {
      advance();
      return program.makeUnknownType(context);
    }
    return tok.text == "Tensor" ? parseTensorType() : parseNamedType();
  default:
    (void)errorExpected("a type");
    return nullptr;
  }
}

LogicalResult Parser::parseTypeList(Kind close, SmallVectorImpl<Type> &types) {
  while (!consumeIf(close)) {
    Type type = parseType();
    if (!type)
      return failure();
    types.push_back(type);
    if (!consumeIf(Kind::Comma) && !at(close))
      return errorExpected("',' or " + describe(close) + " after a type");
  }
  return success();
}

/// Tensor[(1, ?, 3), float32]
Type Parser::parseTensorType() {
  advance();
  if (failed(expect(Kind::LBracket, " after 'Tensor'")) ||
      failed(expect(Kind::LParen, " before the tensor's shape",
                    "for example Tensor[(2, 3), float32]")))
    return nullptr;
  SmallVector<int64_t> shape;
  while (!consumeIf(Kind::RParen)) {
    FailureOr<int64_t> dim = parseDim();
    if (failed(dim))
      return nullptr;
    shape.push_back(*dim);
    if (!consumeIf(Kind::Comma) && !at(Kind::RParen)) {
      (void)errorExpected("',' or ')' after a dimension");
      return nullptr;
    }
  }
  if (failed(expect(Kind::Comma, " after the tensor's shape")))
    return nullptr;
  Type element = at(Kind::Ident) ? parseElementType(context, tok.text) : Type();
  if (!element) {
    (void)errorExpected("an element type",
                        "such as float32, float16, int8, uint8, int32 or bool");
    return nullptr;
  }
  advance();
  if (failed(expect(Kind::RBracket, " after the element type")))
    return nullptr;
  return RankedTensorType::get(shape, element);
}

FailureOr<int64_t> Parser::parseDim() {
  if (consumeIf(Kind::Question))
    return ShapedType::kDynamic;
  if (at(Kind::Meta)) {
    if (!meta)
      return error(tok.pos, "the file has no '#[metadata]' section",
                   kPrintMetadata);
    FailureOr<uint32_t> node = meta->lookup(tok.text, tok.integer, tok.pos);
    if (failed(node))
      return failure();
    advance();
    return meta->getDim(*node);
  }
  if (!at(Kind::Int))
    return errorExpected("a dimension, an integer or '?'");
  if (tok.integer < 0)
    return error(tok.pos,
                 "a dimension must not be negative, found " +
                     Twine(tok.integer),
                 "an unknown one is '?'");
  int64_t dim = tok.integer;
  advance();
  return dim;
}

/// A scalar's, a type variable or an algebraic data type.
Type Parser::parseNamedType() {
  StringRef name = tok.text;
  SourcePos pos = tok.pos;
  advance();
  if (llvm::is_contained(typeVars, name))
    return TypeVarType::get(context, name);
  if (Type element = parseElementType(context, name))
    return RankedTensorType::get({}, element);
  SmallVector<Type> args;
  if (consumeIf(Kind::LBracket) && failed(parseTypeList(Kind::RBracket, args)))
    return nullptr;
  typeUses.push_back({name, args.size(), pos});
  return AdtType::get(context, name, args);
}

//===----------------------------------------------------------------------===//
// Attributes
//===----------------------------------------------------------------------===//

/// Whether the next tokens are `name =` or `dotted.name =`.
bool Parser::atAttr() const {
  if (!at(Kind::Ident))
    return false;
  Lexer ahead = lexer;
  Token next = ahead.lex();
  while (next.is(Kind::Period)) {
    if (!ahead.lex().is(Kind::Ident))
      return false;
    next = ahead.lex();
  }
  return next.is(Kind::Equal);
}

/// nn.conv2d: the tokens may have white space between them.
StringRef Parser::parseDottedName() {
  StringRef name = tok.text;
  advance();
  while (at(Kind::Period) && peek().is(Kind::Ident)) {
    advance();
    if (name.end() + 1 == tok.text.begin())
      name = StringRef(name.begin(), name.size() + 1 + tok.text.size());
    else
      name = program.keep((name + "." + tok.text).str());
    advance();
  }
  return name;
}

LogicalResult Parser::parseAttrs(SmallVectorImpl<AttrField> &attrs) {
  while (at(Kind::Ident)) {
    AttrField field;
    field.pos = tok.pos;
    field.name = parseDottedName();
    if (failed(expect(Kind::Equal, " after the attribute's name")))
      return failure();
    FailureOr<AttrValue> value = parseAttrValue();
    if (failed(value))
      return failure();
    field.value = *value;
    auto *same = llvm::find_if(attrs, [&](const AttrField &other) {
      return other.name == field.name;
    });
    if (same != attrs.end()) {
      diags.warning(field.pos, "the attribute '" + field.name +
                                   "' is given twice; the last value counts");
      *same = field;
    } else {
      attrs.push_back(field);
    }
    if (!consumeIf(Kind::Comma))
      break;
  }
  return success();
}

FailureOr<AttrValue> Parser::parseAttrValue() {
  AttrValue value;
  switch (tok.kind) {
  case Kind::Int:
    value.kind = AttrValue::Kind::Int;
    value.integer = tok.integer;
    break;
  case Kind::Float:
    value.kind = AttrValue::Kind::Float;
    value.number = tok.number;
    break;
  case Kind::True:
  case Kind::False:
    value.kind = AttrValue::Kind::Bool;
    value.integer = at(Kind::True);
    break;
  case Kind::String:
    value.kind = AttrValue::Kind::String;
    value.string = tok.text;
    break;
  case Kind::Meta: {
    if (!meta)
      return error(tok.pos, "the file has no '#[metadata]' section",
                   kPrintMetadata);
    FailureOr<uint32_t> node = meta->lookup(tok.text, tok.integer, tok.pos);
    if (failed(node))
      return failure();
    advance();
    return meta->getAttrValue(*node);
  }
  case Kind::LBracket: {
    if (nesting == kMaxNesting)
      return error(tok.pos, "lists nest deeper than " + Twine(kMaxNesting));
    llvm::SaveAndRestore<unsigned> deeper(nesting, nesting + 1);
    advance();
    SmallVector<AttrValue> list;
    while (!consumeIf(Kind::RBracket)) {
      FailureOr<AttrValue> element = parseAttrValue();
      if (failed(element))
        return failure();
      list.push_back(*element);
      if (!consumeIf(Kind::Comma) && !at(Kind::RBracket))
        return errorExpected("',' or ']' in the list");
    }
    value.kind = AttrValue::Kind::List;
    value.list = program.keep<AttrValue>(list);
    return value;
  }
  case Kind::Ident:
    if (tok.text == "None" || tok.text == "nullptr")
      break;
    [[fallthrough]];
  default:
    return errorExpected("an attribute's value");
  }
  advance();
  return value;
}

//===----------------------------------------------------------------------===//
// Patterns
//===----------------------------------------------------------------------===//

MatchPattern *Parser::parsePattern() {
  if (nesting == kMaxNesting) {
    (void)error(tok.pos, "patterns nest deeper than " + Twine(kMaxNesting));
    return nullptr;
  }
  llvm::SaveAndRestore<unsigned> deeper(nesting, nesting + 1);
  auto *pattern = program.make<MatchPattern>();
  pattern->pos = tok.pos;
  SmallVector<MatchPattern *> fields;
  switch (tok.kind) {
  case Kind::Local: {
    pattern->kind = MatchPattern::Kind::Var;
    auto *var = program.makeExpr<VarExpr>(tok.pos);
    var->var = tok.text;
    advance();
    if (consumeIf(Kind::Colon))
      if (!(var->type = parseType()))
        return nullptr;
    attachSpan(var);
    bind(var->var, var);
    pattern->var = var;
    return pattern;
  }
  case Kind::Ident:
    if (tok.text == "_") {
      advance();
      return pattern;
    }
    pattern->kind = MatchPattern::Kind::Constructor;
    pattern->constructor = constructors.lookup(tok.text);
    if (!pattern->constructor) {
      (void)error(tok.pos, "unknown constructor '" + tok.text + "'",
                  "a variable would be '%" + tok.text + "'");
      return nullptr;
    }
    advance();
    if (at(Kind::LParen) && failed(parsePatternList(fields)))
      return nullptr;
    break;
  case Kind::LParen:
    pattern->kind = MatchPattern::Kind::Tuple;
    if (failed(parsePatternList(fields)))
      return nullptr;
    break;
  default:
    (void)errorExpected("a pattern");
    return nullptr;
  }
  pattern->fields = program.keep<MatchPattern *>(fields);
  return pattern;
}

LogicalResult
Parser::parsePatternList(SmallVectorImpl<MatchPattern *> &patterns) {
  advance();
  while (!consumeIf(Kind::RParen)) {
    MatchPattern *pattern = parsePattern();
    if (!pattern)
      return failure();
    patterns.push_back(pattern);
    if (!consumeIf(Kind::Comma) && !at(Kind::RParen))
      return errorExpected("',' or ')' after a pattern");
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Expressions: the machine
//===----------------------------------------------------------------------===//

Expr *Parser::run(FrameKind kind) {
  size_t floor = frames.size();
  push(kind);
  Expr *value = nullptr;
  while (frames.size() > floor) {
    switch (step(value)) {
    case Step::Child:
      value = nullptr;
      break;
    case Step::Done:
      frames.pop_back();
      break;
    case Step::Fail:
      return nullptr;
    }
  }
  return value;
}

void Parser::push(FrameKind kind) {
  Frame frame;
  frame.kind = kind;
  frame.pos = tok.pos;
  frame.scope = boundNames.size();
  frame.typeScope = typeVars.size();
  frame.operatorBase = binaryOperators.size();
  switch (kind) {
  case FrameKind::Block:
    frame.base = bindings.size();
    break;
  case FrameKind::Match:
    frame.base = clauses.size();
    break;
  default:
    frame.base = operands.size();
  }
  frames.push_back(frame);
}

Parser::Step Parser::step(Expr *&value) {
  switch (frames.back().kind) {
  case FrameKind::Block:
    return stepBlock(value);
  case FrameKind::Brace:
    if (!value) {
      advance();
      push(FrameKind::Block);
      return Step::Child;
    }
    return failed(expect(Kind::RBrace, " or ';' after the expression"))
               ? Step::Fail
               : Step::Done;
  case FrameKind::Binary:
    return stepBinary(value);
  case FrameKind::Postfix:
    return stepPostfix(value);
  case FrameKind::Call:
    return stepCall(value);
  case FrameKind::Paren:
    return stepParen(value);
  case FrameKind::If:
    return stepIf(value);
  case FrameKind::Fn:
    return stepFn(value);
  case FrameKind::Match:
    return stepMatch(value);
  case FrameKind::RefOp:
    return stepRefOp(value);
  }
  return Step::Fail;
}

LogicalResult Parser::parseDeclaredName(StringRef &name, SourcePos &pos) {
  tok = lexer.lexDeclaredName();
  name = tok.text;
  pos = tok.pos;
  if (failed(expect(Kind::Local, "", "local variables are written %name")))
    return failure();
  if (name.find_if_not([](char c) {
        return llvm::isAlnum(c) || c == '_' || c == '/';
      }) != StringRef::npos) {
    oddNames.add(name);
    lexer.setOddNames(&oddNames);
  }
  return success();
}

Parser::Step Parser::stepBlock(Expr *&value) {
  enum State { Start, LetValue, GraphValue, Statement };
  Frame &frame = frames.back();
  if (value) {
    if (frame.state == LetValue) {
      if (failed(expect(Kind::Semicolon, " after the value of 'let'",
                        "for example let %x = ...; %x")))
        return Step::Fail;
      bindings.push_back({frame.var, value});
    } else if (frame.state == GraphValue) {
      if (failed(expect(Kind::Semicolon, " after the value of a graph variable",
                        "for example %0 = ...; %0")))
        return Step::Fail;
      graphVars[frame.graphVar] = value;
      if (value->name.empty() && !isa<VarExpr>(value))
        value->name = program.keep("%" + std::to_string(frame.graphVar));
    } else if (at(Kind::Semicolon)) {
      // `e; f` evaluates e and is f.
      advance();
      auto *var = program.makeExpr<VarExpr>(value->pos);
      var->var = "_";
      bindings.push_back({var, value});
    } else {
      // The last expression is the block's.
      while (bindings.size() > frame.base) {
        Binding binding = bindings.pop_back_val();
        auto *let = program.makeExpr<LetExpr>(binding.var->pos);
        let->var = binding.var;
        let->value = binding.value;
        let->body = value;
        value = let;
      }
      popScope(frame.scope);
      return Step::Done;
    }
  }

  while (at(Kind::FreeVar)) {
    StringRef name;
    SourcePos pos;
    if (!program.isLoneExpr) {
      (void)error(tok.pos, "'free_var' belongs to a lone expression",
                  "make the variable a parameter of the function");
      return Step::Fail;
    }
    if (failed(parseDeclaredName(name, pos)))
      return Step::Fail;
    auto *var = program.makeExpr<VarExpr>(pos);
    var->var = name;
    if (consumeIf(Kind::Colon))
      if (!(var->type = parseType()))
        return Step::Fail;
    if (failed(expect(Kind::Semicolon, " after 'free_var'")))
      return Step::Fail;
    // Never unbound: the name is known to the end of the expression.
    locals[name].insert(locals[name].begin(), var);
  }

  if (at(Kind::LBrace)) {
    frame.state = Statement;
    push(FrameKind::Brace);
    return Step::Child;
  }
  if (at(Kind::Let)) {
    StringRef name;
    SourcePos pos;
    if (failed(parseDeclaredName(name, pos)))
      return Step::Fail;
    auto *var = program.makeExpr<VarExpr>(pos);
    var->var = name;
    attachSpan(var);
    if (consumeIf(Kind::Colon))
      if (!(var->type = parseType()))
        return Step::Fail;
    attachSpan(var);
    if (failed(expect(Kind::Equal, " after the variable of 'let'")))
      return Step::Fail;
    // Known in its own value: a function may call itself.
    bind(name, var);
    frame.state = LetValue;
    frame.var = var;
    push(FrameKind::Binary);
    return Step::Child;
  }
  if (at(Kind::Graph) && peek().is(Kind::Equal)) {
    frame.state = GraphValue;
    frame.graphVar = tok.integer;
    advance();
    advance();
    push(FrameKind::Binary);
    return Step::Child;
  }
  frame.state = Statement;
  push(FrameKind::Binary);
  return Step::Child;
}

//===----------------------------------------------------------------------===//
// Operators
//===----------------------------------------------------------------------===//

static BinaryOperator getBinaryOperator(Kind kind) {
  switch (kind) {
  case Kind::Star:
    return {"multiply", 4};
  case Kind::Slash:
    return {"divide", 4};
  case Kind::Plus:
    return {"add", 3};
  case Kind::Minus:
    return {"subtract", 3};
  case Kind::Less:
    return {"less", 2};
  case Kind::LessEqual:
    return {"less_equal", 2};
  case Kind::Greater:
    return {"greater", 2};
  case Kind::GreaterEqual:
    return {"greater_equal", 2};
  case Kind::EqualEqual:
    return {"equal", 1};
  case Kind::NotEqual:
    return {"not_equal", 1};
  default:
    return {};
  }
}

/// Applies the operators on the stack that bind at least as tightly.
void Parser::reduceBinary(Frame &frame, int precedence) {
  while (binaryOperators.size() > frame.operatorBase &&
         binaryOperators.back().precedence >= precedence) {
    BinaryOperator infix = binaryOperators.pop_back_val();
    Expr *rhs = operands.pop_back_val();
    Expr *lhs = operands.pop_back_val();
    auto *op = program.makeExpr<OperatorExpr>(infix.pos);
    op->op = infix.op;
    auto *call = program.makeExpr<CallExpr>(infix.pos);
    call->callee = op;
    call->args = program.keep<Expr *>({lhs, rhs});
    operands.push_back(call);
  }
}

Parser::Step Parser::stepBinary(Expr *&value) {
  Frame &frame = frames.back();
  if (value) {
    operands.push_back(value);
    BinaryOperator next = getBinaryOperator(tok.kind);
    reduceBinary(frame, next.precedence);
    if (!next.precedence) {
      value = operands.pop_back_val();
      return Step::Done;
    }
    next.pos = tok.pos;
    binaryOperators.push_back(next);
    advance();
  }
  push(FrameKind::Postfix);
  return Step::Child;
}

Parser::Step Parser::stepPostfix(Expr *&value) {
  Frame &frame = frames.back();
  if (!value) {
    size_t depth = frames.size();
    value = parseAtom();
    if (!value)
      return frames.size() > depth ? Step::Child : Step::Fail;
  }
  // A reference to something that was read before has its own span.
  if (!isa<VarExpr>(value) && value->name.empty())
    attachSpan(value);
  for (;;) {
    if (at(Kind::Period)) {
      advance();
      if (!at(Kind::Int)) {
        (void)errorExpected("the index of a tuple's field");
        return Step::Fail;
      }
      if (tok.integer < 0) {
        (void)error(tok.pos,
                    "the index of a tuple's field must not be negative, "
                    "found " +
                        Twine(tok.integer),
                    "fields are counted from 0");
        return Step::Fail;
      }
      auto *get = program.makeExpr<TupleGetExpr>(frame.pos);
      get->tuple = value;
      get->index = tok.integer;
      advance();
      attachSpan(get);
      value = get;
      continue;
    }
    if (at(Kind::LParen)) {
      // Not where the callee was defined, if it is a variable.
      SourcePos pos = frame.pos;
      push(FrameKind::Call);
      frames.back().first = value;
      frames.back().pos = pos;
      return Step::Child;
    }
    break;
  }
  // A constructor without fields is its own call.
  if (auto *constructor = dyn_cast<ConstructorExpr>(value))
    if (constructor->def->fields.empty()) {
      auto *call = program.makeExpr<CallExpr>(value->pos);
      call->callee = value;
      attachSpan(call);
      value = call;
    }
  return Step::Done;
}

Parser::Step Parser::stepCall(Expr *&value) {
  Frame &frame = frames.back();
  SmallVector<AttrField> attrs;
  if (!value) {
    advance();
  } else {
    operands.push_back(value);
    if (!consumeIf(Kind::Comma) && !at(Kind::RParen)) {
      (void)errorExpected("',' or ')' after an argument");
      return Step::Fail;
    }
  }
  ArrayRef<AttrField> fields;
  if (atAttr()) {
    if (failed(parseAttrs(attrs)))
      return Step::Fail;
    if (!at(Kind::RParen)) {
      (void)errorExpected("')' or an attribute",
                          "attributes come after all arguments");
      return Step::Fail;
    }
    fields = program.keep<AttrField>(attrs);
  } else if (at(Kind::Meta) && peek().is(Kind::RParen) && meta) {
    // All attributes as one node: meta[relay.attrs.Conv2DAttrs][0].
    FailureOr<uint32_t> node = meta->lookup(tok.text, tok.integer, tok.pos);
    if (failed(node))
      return Step::Fail;
    if (meta->isCallAttrs(*node)) {
      auto *op = dyn_cast<OperatorExpr>(frame.first);
      FailureOr<ArrayRef<AttrField>> read =
          meta->getCallAttrs(*node, op ? op->op : "");
      if (failed(read))
        return Step::Fail;
      fields = *read;
      advance();
    }
  }
  if (!at(Kind::RParen)) {
    push(FrameKind::Block);
    return Step::Child;
  }
  advance();
  auto *call = program.makeExpr<CallExpr>(frame.pos);
  call->callee = frame.first;
  call->args =
      program.keep<Expr *>(ArrayRef<Expr *>(operands).drop_front(frame.base));
  call->attrs = fields;
  operands.truncate(frame.base);
  value = call;
  return Step::Done;
}

//===----------------------------------------------------------------------===//
// Atoms
//===----------------------------------------------------------------------===//

Expr *Parser::makeScalar(const Token &token, Type element,
                         ArrayRef<char> bytes) {
  auto *constant = program.makeExpr<ConstantExpr>(token.pos);
  constant->data.type = RankedTensorType::get({}, element);
  constant->data.bytes = program.keep<char>(bytes);
  return constant;
}

template <typename T>
static ArrayRef<char> bytesOf(const T &value) {
  return {reinterpret_cast<const char *>(&value), sizeof(T)};
}

Expr *Parser::parseAtom() {
  Token token = tok;
  switch (tok.kind) {
  case Kind::Int: {
    advance();
    return makeScalar(token, IntegerType::get(context, token.width),
                      bytesOf(token.integer).take_front(token.width / 8));
  }
  case Kind::Float: {
    advance();
    if (token.width == 64)
      return makeScalar(token, Float64Type::get(context),
                        bytesOf(token.number));
    if (token.width == 32)
      return makeScalar(token, Float32Type::get(context),
                        bytesOf(float(token.number)));
    llvm::APFloat half(token.number);
    bool losesInfo;
    half.convert(llvm::APFloat::IEEEhalf(), llvm::APFloat::rmNearestTiesToEven,
                 &losesInfo);
    return makeScalar(token, Float16Type::get(context),
                      bytesOf(uint16_t(half.bitcastToAPInt().getZExtValue())));
  }
  case Kind::True:
  case Kind::False:
    advance();
    return makeScalar(token, IntegerType::get(context, 1),
                      bytesOf(char(token.is(Kind::True))));
  case Kind::Local: {
    auto found = locals.find(tok.text);
    if (found == locals.end() || found->second.empty()) {
      SmallVector<StringRef> names;
      for (auto &local : locals)
        if (!local.second.empty())
          names.push_back(local.first());
      (void)error(
          tok.pos, "unknown variable '%" + tok.text + "'",
          suggestName(tok.text, names, listNames("variables here", names)));
      return nullptr;
    }
    advance();
    return found->second.back();
  }
  case Kind::Graph: {
    Expr *value = graphVars.lookup(tok.integer);
    if (!value) {
      (void)error(tok.pos,
                  "the graph variable '%" + Twine(tok.integer) +
                      "' is not defined before this use",
                  "graph variables are bound in order: %0 = ...;");
      return nullptr;
    }
    advance();
    return value;
  }
  case Kind::Global: {
    auto *global = program.makeExpr<GlobalExpr>(tok.pos);
    global->symbol = tok.text;
    advance();
    return global;
  }
  case Kind::Ident:
    return parseName();
  case Kind::Meta:
    return parseMeta();
  case Kind::LParen:
    push(FrameKind::Paren);
    return nullptr;
  case Kind::If:
    push(FrameKind::If);
    return nullptr;
  case Kind::Fn:
    push(FrameKind::Fn);
    return nullptr;
  case Kind::Match:
  case Kind::PartialMatch:
    push(FrameKind::Match);
    return nullptr;
  case Kind::Ref:
  case Kind::RefRead:
  case Kind::RefWrite:
    push(FrameKind::RefOp);
    return nullptr;
  default:
    (void)errorExpected("an expression");
    return nullptr;
  }
}

/// A constructor or an operator.
Expr *Parser::parseName() {
  SourcePos pos = tok.pos;
  if (ConstructorDef *def = constructors.lookup(tok.text)) {
    auto *constructor = program.makeExpr<ConstructorExpr>(pos);
    constructor->def = def;
    advance();
    return constructor;
  }
  auto *op = program.makeExpr<OperatorExpr>(pos);
  op->op = parseDottedName();
  return op;
}

Expr *Parser::parseMeta() {
  if (!meta) {
    (void)error(tok.pos,
                "the file has no '#[metadata]' section, which '" +
                    Twine("meta[") + tok.text + "][" + Twine(tok.integer) +
                    "]' refers to",
                kPrintMetadata);
    return nullptr;
  }
  FailureOr<uint32_t> node = meta->lookup(tok.text, tok.integer, tok.pos);
  if (failed(node))
    return nullptr;
  Expr *expr = meta->getExpr(*node);
  if (!expr) {
    (void)error(tok.pos, "'meta[" + tok.text + "][" + Twine(tok.integer) +
                             "]' is not an expression");
    return nullptr;
  }
  if (!diags.failed() && expr->pos.line == 0)
    expr->pos = tok.pos;
  advance();
  return diags.failed() ? nullptr : expr;
}

Parser::Step Parser::stepParen(Expr *&value) {
  Frame &frame = frames.back();
  if (!value) {
    advance();
  } else {
    operands.push_back(value);
    if (at(Kind::RParen) && !frame.flag) {
      // (e) is e.
      advance();
      value = operands.pop_back_val();
      return Step::Done;
    }
    if (!consumeIf(Kind::Comma) && !at(Kind::RParen)) {
      (void)errorExpected("',' or ')' after the expression");
      return Step::Fail;
    }
    frame.flag = true;
  }
  if (!at(Kind::RParen)) {
    push(FrameKind::Block);
    return Step::Child;
  }
  advance();
  auto *tuple = program.makeExpr<TupleExpr>(frame.pos);
  tuple->fields =
      program.keep<Expr *>(ArrayRef<Expr *>(operands).drop_front(frame.base));
  operands.truncate(frame.base);
  value = tuple;
  return Step::Done;
}

Parser::Step Parser::stepIf(Expr *&value) {
  Frame &frame = frames.back();
  LogicalResult read = success();
  switch (frame.state++) {
  case 0:
    advance();
    read = expect(Kind::LParen, " after 'if'");
    break;
  case 1:
    frame.first = value;
    if (succeeded(read = expect(Kind::RParen, " after the condition")))
      read = expect(Kind::LBrace, " before the first branch");
    break;
  case 2:
    frame.second = value;
    if (succeeded(read = expect(Kind::RBrace, " after the first branch")) &&
        succeeded(read = expect(Kind::Else, " after the first branch",
                                "both branches are needed: if (%c) { ... } "
                                "else { ... }")))
      read = expect(Kind::LBrace, " after 'else'");
    break;
  default: {
    if (failed(expect(Kind::RBrace, " after the second branch")))
      return Step::Fail;
    auto *branch = program.makeExpr<IfExpr>(frame.pos);
    branch->cond = frame.first;
    branch->thenExpr = frame.second;
    branch->elseExpr = value;
    value = branch;
    return Step::Done;
  }
  }
  if (failed(read))
    return Step::Fail;
  push(FrameKind::Block);
  return Step::Child;
}

Parser::Step Parser::stepFn(Expr *&value) {
  Frame &frame = frames.back();
  if (!value) {
    if (at(Kind::Fn))
      advance();
    auto *fn = program.makeExpr<FunctionExpr>(frame.pos);
    frame.first = fn;
    if (failed(parseFunctionHeader(fn)) ||
        failed(expect(Kind::LBrace, " before the function's body")))
      return Step::Fail;
    push(FrameKind::Block);
    return Step::Child;
  }
  if (failed(expect(Kind::RBrace, " or ';' after the function's body")))
    return Step::Fail;
  popScope(frame.scope);
  typeVars.truncate(frame.typeScope);
  auto *fn = cast<FunctionExpr>(frame.first);
  fn->body = value;
  value = fn;
  return Step::Done;
}

Parser::Step Parser::stepMatch(Expr *&value) {
  enum State { Start, Scrutinee, Clause };
  Frame &frame = frames.back();
  switch (frame.state) {
  case Start:
    frame.flag = at(Kind::Match);
    advance();
    frame.state = Scrutinee;
    push(FrameKind::Postfix);
    return Step::Child;
  case Scrutinee:
    frame.first = value;
    if (failed(expect(Kind::LBrace, " before the clauses of 'match'")))
      return Step::Fail;
    break;
  default:
    popScope(frame.scope);
    clauses.push_back({frame.pattern, value});
    if (!consumeIf(Kind::Comma) && !at(Kind::RBrace)) {
      (void)errorExpected("',' or '}' after a clause");
      return Step::Fail;
    }
  }
  if (consumeIf(Kind::RBrace)) {
    auto *match = program.makeExpr<MatchExpr>(frame.pos);
    match->scrutinee = frame.first;
    match->complete = frame.flag;
    match->clauses = program.keep<MatchExpr::Clause>(
        ArrayRef<MatchExpr::Clause>(clauses).drop_front(frame.base));
    clauses.truncate(frame.base);
    value = match;
    return Step::Done;
  }
  frame.state = Clause;
  frame.pattern = parsePattern();
  if (!frame.pattern || failed(expect(Kind::FatArrow, " after the pattern")))
    return Step::Fail;
  push(FrameKind::Block);
  return Step::Child;
}

Parser::Step Parser::stepRefOp(Expr *&value) {
  Frame &frame = frames.back();
  if (!value) {
    frame.refKind = tok.kind;
    advance();
    if (failed(expect(Kind::LParen, " after " + describe(frame.refKind))))
      return Step::Fail;
    push(FrameKind::Block);
    return Step::Child;
  }
  if (frame.refKind == Kind::RefWrite && !frame.first) {
    frame.first = value;
    if (failed(expect(Kind::Comma, " after the reference")))
      return Step::Fail;
    push(FrameKind::Block);
    return Step::Child;
  }
  if (failed(expect(Kind::RParen,
                    " after the argument of " + describe(frame.refKind))))
    return Step::Fail;
  if (frame.refKind == Kind::Ref) {
    auto *ref = program.makeExpr<RefCreateExpr>(frame.pos);
    ref->value = value;
    value = ref;
  } else if (frame.refKind == Kind::RefRead) {
    auto *read = program.makeExpr<RefReadExpr>(frame.pos);
    read->ref = value;
    value = read;
  } else {
    auto *write = program.makeExpr<RefWriteExpr>(frame.pos);
    write->ref = frame.first;
    write->value = value;
    value = write;
  }
  return Step::Done;
}

/// `name:line:col` of the comment after an expression; the name may have
/// colons.
void Parser::attachSpan(Expr *expr) {
  if (tok.span.empty() || expr->span)
    return;
  auto *span = program.make<SourceSpan>();
  StringRef rest = tok.span, line, col;
  std::tie(rest, col) = rest.rsplit(':');
  std::tie(span->name, line) = rest.rsplit(':');
  if (line.getAsInteger(10, span->line) || col.getAsInteger(10, span->col))
    return;
  expr->span = span;
}

LogicalResult dsp::relay::parseText(StringRef buffer, Program &program,
                                    FileDiagnostics &diags) {
  return Parser(buffer, program, diags).parseFile();
}
