//===- Lexer.cpp - Tokens of Relay's text format --------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lexer.h"
#include "llvm/ADT/APFloat.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Error.h"
#include <cmath>
#include <limits>

using namespace dsp::relay;
using llvm::StringRef;
using llvm::Twine;
using Kind = Token::Kind;

//===----------------------------------------------------------------------===//
// Messages
//===----------------------------------------------------------------------===//

StringRef dsp::relay::describe(Kind kind) {
  switch (kind) {
  case Kind::Error:
    return "an error";
  case Kind::End:
    return "the end of the file";
  case Kind::Ident:
    return "a name";
  case Kind::Local:
    return "a local variable";
  case Kind::Graph:
    return "a graph variable";
  case Kind::Global:
    return "a global name";
  case Kind::Int:
    return "an integer";
  case Kind::Float:
    return "a floating-point number";
  case Kind::String:
    return "a string";
  case Kind::Meta:
    return "a meta reference";
  case Kind::Version:
    return "'#[version]'";
  case Kind::Metadata:
    return "'#[metadata]'";
  case Kind::True:
    return "'True'";
  case Kind::False:
    return "'False'";
  case Kind::Let:
    return "'let'";
  case Kind::Fn:
    return "'fn'";
  case Kind::Def:
    return "'def'";
  case Kind::If:
    return "'if'";
  case Kind::Else:
    return "'else'";
  case Kind::Type:
    return "'type'";
  case Kind::Match:
    return "'match'";
  case Kind::PartialMatch:
    return "'match?'";
  case Kind::Extern:
    return "'extern'";
  case Kind::FreeVar:
    return "'free_var'";
  case Kind::Ref:
    return "'ref'";
  case Kind::RefRead:
    return "'ref_read'";
  case Kind::RefWrite:
    return "'ref_write'";
  case Kind::LParen:
    return "'('";
  case Kind::RParen:
    return "')'";
  case Kind::LBrace:
    return "'{'";
  case Kind::RBrace:
    return "'}'";
  case Kind::LBracket:
    return "'['";
  case Kind::RBracket:
    return "']'";
  case Kind::Comma:
    return "','";
  case Kind::Period:
    return "'.'";
  case Kind::Colon:
    return "':'";
  case Kind::Semicolon:
    return "';'";
  case Kind::Equal:
    return "'='";
  case Kind::Question:
    return "'?'";
  case Kind::Arrow:
    return "'->'";
  case Kind::FatArrow:
    return "'=>'";
  case Kind::Plus:
    return "'+'";
  case Kind::Minus:
    return "'-'";
  case Kind::Star:
    return "'*'";
  case Kind::Slash:
    return "'/'";
  case Kind::Less:
    return "'<'";
  case Kind::Greater:
    return "'>'";
  case Kind::LessEqual:
    return "'<='";
  case Kind::GreaterEqual:
    return "'>='";
  case Kind::EqualEqual:
    return "'=='";
  case Kind::NotEqual:
    return "'!='";
  }
  return "";
}

std::string dsp::relay::describe(const Token &token) {
  switch (token.kind) {
  case Kind::Ident:
  case Kind::Int:
  case Kind::Float:
    return ("'" + token.text + "'").str();
  case Kind::Local:
    return ("'%" + token.text + "'").str();
  case Kind::Graph:
    return "'%" + std::to_string(token.integer) + "'";
  case Kind::Global:
    return ("'@" + token.text + "'").str();
  default:
    return describe(token.kind).str();
  }
}

//===----------------------------------------------------------------------===//
// Characters
//===----------------------------------------------------------------------===//

/// TVM's identifiers: a slash belongs to them, as in `%conv1/weight`.
static bool isIdentStart(char c) {
  return llvm::isAlpha(c) || c == '_' || c == '/';
}
static bool isIdentBody(char c) { return isIdentStart(c) || llvm::isDigit(c); }

Token Lexer::make(Kind kind, const char *from) const {
  Token token;
  token.kind = kind;
  token.pos = posOf(from);
  token.text = StringRef(from, cur - from);
  return token;
}

Token Lexer::error(SourcePos pos, const Twine &message, const Twine &note) {
  report(pos, message, note);
  cur = end;
  Token token;
  token.kind = Kind::Error;
  token.pos = pos;
  return token;
}

bool Lexer::skipTrivia() {
  span = {};
  while (cur != end) {
    switch (*cur) {
    case '\n':
      ++cur;
      ++line;
      lineStart = cur;
      continue;
    case '\r':
      if (cur + 1 == end || cur[1] != '\n') {
        error(posOf(cur), "a carriage return must be followed by a line feed",
              "lines end in LF or CRLF");
        return false;
      }
      ++cur;
      continue;
    case ' ':
    case '\t':
      ++cur;
      continue;
    case '\0':
      // TVM's reader takes a C string: trailing NUL bytes are not seen.
      if (StringRef(cur, end - cur).find_first_not_of('\0') !=
          StringRef::npos) {
        error(posOf(cur), "a NUL byte is not part of Relay's text format",
              "is this a text file?");
        return false;
      }
      cur = end;
      return true;
    case '/':
      break;
    default:
      return true;
    }
    if (cur + 1 != end && cur[1] == '/') {
      while (cur != end && *cur != '\n')
        ++cur;
      continue;
    }
    if (cur + 1 == end || cur[1] != '*')
      return true;
    // A comment; comments nest.
    const char *start = cur;
    SourcePos pos = posOf(cur);
    cur += 2;
    for (unsigned depth = 1; depth != 0;) {
      if (cur == end) {
        error(pos, "the comment is not closed",
              "comments nest: each '/*' needs a '*/'");
        return false;
      }
      if (*cur == '\n') {
        ++line;
        lineStart = cur + 1;
      } else if (*cur == '/' && cur + 1 != end && cur[1] == '*') {
        ++depth;
        ++cur;
      } else if (*cur == '*' && cur + 1 != end && cur[1] == '/') {
        --depth;
        ++cur;
      }
      ++cur;
    }
    StringRef body(start + 2, cur - start - 4);
    size_t at = body.find("span=");
    if (at != StringRef::npos)
      span = body.substr(at + 5).rtrim();
  }
  return true;
}

Token Lexer::lex() {
  Token token;
  if (skipTrivia()) {
    StringRef before = span;
    token = lexToken();
    token.span = before;
  } else {
    token.kind = Kind::Error;
  }
  switch (token.kind) {
  case Kind::Ident:
  case Kind::Local:
  case Kind::Graph:
  case Kind::Global:
  case Kind::Int:
  case Kind::Float:
  case Kind::True:
  case Kind::False:
  case Kind::Meta:
  case Kind::RParen:
    afterOperand = true;
    break;
  default:
    afterOperand = false;
  }
  return token;
}

Token Lexer::lexToken() {
  const char *start = cur;
  if (cur == end)
    return make(Kind::End, start);
  auto one = [&](Kind kind) {
    ++cur;
    return make(kind, start);
  };
  auto two = [&](Kind kind) {
    cur += 2;
    return make(kind, start);
  };
  char next = cur + 1 != end ? cur[1] : '\0';
  switch (*cur) {
  case '(':
    return one(Kind::LParen);
  case ')':
    return one(Kind::RParen);
  case '{':
    return one(Kind::LBrace);
  case '}':
    return one(Kind::RBrace);
  case '[':
    return one(Kind::LBracket);
  case ']':
    return one(Kind::RBracket);
  case ',':
    return one(Kind::Comma);
  case '.':
    return one(Kind::Period);
  case ':':
    return one(Kind::Colon);
  case ';':
    return one(Kind::Semicolon);
  case '?':
    return one(Kind::Question);
  case '+':
    return one(Kind::Plus);
  case '*':
    return one(Kind::Star);
  case '=':
    if (next == '>')
      return two(Kind::FatArrow);
    if (next == '=')
      return two(Kind::EqualEqual);
    return one(Kind::Equal);
  case '<':
    return next == '=' ? two(Kind::LessEqual) : one(Kind::Less);
  case '>':
    return next == '=' ? two(Kind::GreaterEqual) : one(Kind::Greater);
  case '!':
    if (next == '=')
      return two(Kind::NotEqual);
    return error(posOf(cur), "unexpected character '!'",
                 "operators are + - * / < > <= >= == !=");
  case '/':
    // A slash that starts no identifier divides.
    if (!isIdentBody(next))
      return one(Kind::Slash);
    break;
  case '-': {
    if (next == '>')
      return two(Kind::Arrow);
    if (afterOperand)
      return one(Kind::Minus);
    bool negative = false;
    for (; cur != end && *cur == '-'; ++cur)
      negative = !negative;
    StringRef rest(cur, end - cur);
    if (rest.empty() || !(llvm::isDigit(rest[0]) || rest.starts_with("inff") ||
                          rest.starts_with("nanf"))) {
      cur = start + 1;
      return make(Kind::Minus, start);
    }
    Token token = lexNumber(negative);
    if (token.kind == Kind::Error)
      return token;
    token.pos = posOf(start);
    token.text = StringRef(start, cur - start);
    return token;
  }
  case '"': {
    // There are no escapes in Relay's strings.
    StringRef rest(cur + 1, end - cur - 1);
    size_t close = rest.find_first_of("\"\n");
    if (close == StringRef::npos || rest[close] == '\n')
      return error(posOf(cur), "the string is not closed",
                   "a string ends on its line, at the next quote");
    cur += close + 2;
    Token token = make(Kind::String, start);
    token.text = rest.take_front(close);
    return token;
  }
  case '%':
    return lexLocal();
  case '@': {
    ++cur;
    while (cur != end && isIdentBody(*cur))
      ++cur;
    if (cur == start + 1)
      return error(posOf(start), "expected a name after '@'");
    Token token = make(Kind::Global, start);
    token.text = token.text.drop_front();
    return token;
  }
  case '#':
    return lexAttribute();
  default:
    break;
  }
  if (llvm::isDigit(*cur))
    return lexNumber(/*negative=*/false);
  if (!isIdentStart(*cur)) {
    std::string shown;
    llvm::raw_string_ostream os(shown);
    llvm::printEscapedString(StringRef(cur, 1), os);
    return error(posOf(cur), "unexpected character '" + shown + "'",
                 "text is ASCII, without a byte order mark; names are of "
                 "letters, digits, '_' and '/'");
  }
  StringRef rest(cur, end - cur);
  if (rest.starts_with("meta["))
    return lexMeta();
  while (cur != end && isIdentBody(*cur))
    ++cur;
  StringRef text(start, cur - start);
  if ((text.starts_with("inff") || text.starts_with("nanf")) &&
      llvm::all_of(text.drop_front(4), llvm::isDigit)) {
    cur = start;
    return lexNumber(/*negative=*/false);
  }
  if (text == "match" && cur != end && *cur == '?')
    return one(Kind::PartialMatch);
  Kind kind = llvm::StringSwitch<Kind>(text)
                  .Case("let", Kind::Let)
                  .Case("fn", Kind::Fn)
                  .Case("def", Kind::Def)
                  .Case("if", Kind::If)
                  .Case("else", Kind::Else)
                  .Case("type", Kind::Type)
                  .Case("match", Kind::Match)
                  .Case("extern", Kind::Extern)
                  .Case("free_var", Kind::FreeVar)
                  .Case("ref", Kind::Ref)
                  .Case("ref_read", Kind::RefRead)
                  .Case("ref_write", Kind::RefWrite)
                  .Case("True", Kind::True)
                  .Case("False", Kind::False)
                  .Default(Kind::Ident);
  return make(kind, start);
}

//===----------------------------------------------------------------------===//
// Numbers
//===----------------------------------------------------------------------===//

Token Lexer::lexNumber(bool negative) {
  const char *start = cur;
  bool isFraction = false;
  StringRef rest(cur, end - cur);
  StringRef digits;
  if (rest.starts_with("inf") || rest.starts_with("nan")) {
    cur += 3;
    digits = StringRef(start, 3);
  } else {
    auto skipDigits = [&] {
      while (cur != end && llvm::isDigit(*cur))
        ++cur;
    };
    skipDigits();
    if (cur != end && *cur == '.' && cur + 1 != end && llvm::isDigit(cur[1])) {
      isFraction = true;
      ++cur;
      skipDigits();
    }
    if (cur != end && (*cur == 'e' || *cur == 'E')) {
      const char *exponent = cur + 1;
      if (exponent != end && (*exponent == '+' || *exponent == '-'))
        ++exponent;
      if (exponent != end && llvm::isDigit(*exponent)) {
        isFraction = true;
        cur = exponent;
        skipDigits();
      }
    }
    digits = StringRef(start, cur - start);
  }

  char suffix = 0;
  StringRef width;
  if (cur != end && (*cur == 'f' || *cur == 'i')) {
    suffix = *cur++;
    const char *from = cur;
    while (cur != end && llvm::isDigit(*cur))
      ++cur;
    width = StringRef(from, cur - from);
  }
  if (cur != end && isIdentBody(*cur)) {
    while (cur != end && isIdentBody(*cur))
      ++cur;
    return error(posOf(start), "invalid number '" +
                                   StringRef(start, cur - start) +
                                   "': a number's suffix is f, f16, f32, f64, "
                                   "i16, i32 or i64");
  }
  Token token = make(suffix == 'f' ? Kind::Float : Kind::Int, start);
  if (!width.empty() &&
      (width.getAsInteger(10, token.width) ||
       (token.width != 16 && token.width != 32 && token.width != 64)))
    return error(token.pos, "invalid suffix of the number '" + token.text +
                                "': a number has 16, 32 or 64 bits");

  if (suffix != 'f') {
    if (isFraction)
      return error(token.pos,
                   "invalid integer '" + token.text +
                       "': a floating-point number ends in f",
                   "dimensions and axes are integers; 2.5f is a float32");
    // As text, because the least int64 has no positive counterpart.
    std::string text = (negative ? "-" : "") + digits.str();
    if (StringRef(text).getAsInteger(10, token.integer))
      return error(token.pos,
                   "integer '" + Twine(text) +
                       "' is out of the range of 64 bits",
                   "no integer type is wider than int64");
    if (suffix == 0 && !llvm::isInt<32>(token.integer))
      token.width = 64;
    if (!llvm::isIntN(token.width, token.integer))
      return error(token.pos,
                   "integer '" + Twine(text) + "' is out of the range of " +
                       Twine(token.width) + " bits",
                   "without a suffix, or with i64, it is wide enough");
    return token;
  }

  if (digits == "inf") {
    token.number = std::numeric_limits<double>::infinity();
  } else if (digits == "nan") {
    token.number = std::numeric_limits<double>::quiet_NaN();
  } else {
    llvm::APFloat value(0.0);
    auto status =
        value.convertFromString(digits, llvm::APFloat::rmNearestTiesToEven);
    if (!status) {
      llvm::consumeError(status.takeError());
      return error(token.pos, "invalid number '" + token.text + "'");
    }
    token.number = value.convertToDouble();
    double limit = token.width == 16 ? 65504.0
                   : token.width == 32
                       ? double(std::numeric_limits<float>::max())
                       : std::numeric_limits<double>::max();
    if (token.number > limit)
      return error(token.pos,
                   "number '" + Twine(negative ? "-" : "") + digits +
                       "' is out of the range of float" + Twine(token.width),
                   "f64 and, if it is not larger, f take it");
  }
  if (negative)
    token.number = -token.number;
  return token;
}

//===----------------------------------------------------------------------===//
// #[...] and meta[...][...]
//===----------------------------------------------------------------------===//

Token Lexer::lexAttribute() {
  const char *start = cur;
  StringRef rest(cur, end - cur);
  if (!rest.starts_with("#["))
    return error(posOf(cur), "expected '[' after '#'");
  size_t close = rest.find_first_of("]\n");
  if (close == StringRef::npos || rest[close] == '\n')
    return error(posOf(cur), "expected ']' on the line of '#['");
  cur += close + 1;
  StringRef body = rest.slice(2, close).trim();
  if (body == "metadata") {
    Token token = make(Kind::Metadata, start);
    cur = end;
    return token;
  }
  if (body.consume_front("version")) {
    body = body.ltrim();
    if (body.consume_front("=")) {
      Token token = make(Kind::Version, start);
      token.text = body.trim();
      return token;
    }
  }
  return error(posOf(start), "expected '#[version = \"0.0.5\"]' or "
                             "'#[metadata]', found '" +
                                 rest.take_front(close + 1) + "'");
}

Token Lexer::lexMeta() {
  const char *start = cur;
  StringRef rest(cur, end - cur);
  size_t keyEnd = rest.find_first_of("]\n");
  StringRef key = rest.slice(5, keyEnd);
  if (keyEnd == StringRef::npos || rest[keyEnd] == '\n' ||
      !rest.substr(keyEnd).starts_with("]["))
    return error(posOf(cur),
                 "expected a meta reference of the form meta[type.key][index]",
                 "for example meta[relay.Constant][0]");
  StringRef index = rest.substr(keyEnd + 2);
  size_t indexEnd = index.find_first_not_of("0123456789");
  Token token = make(Kind::Meta, start);
  if (indexEnd == StringRef::npos || index[indexEnd] != ']' ||
      index.take_front(indexEnd).getAsInteger(10, token.integer))
    return error(posOf(cur),
                 "expected a meta reference of the form meta[type.key][index]",
                 "for example meta[relay.Constant][0]");
  cur += keyEnd + 2 + indexEnd + 1;
  token.text = key;
  return token;
}

//===----------------------------------------------------------------------===//
// Local names
//===----------------------------------------------------------------------===//

void Lexer::OddNames::add(StringRef name) {
  if (names.try_emplace(name, 0).second)
    lengths.insert(name.size());
}

Token Lexer::lexLocal() {
  const char *start = cur;
  StringRef rest(cur + 1, end - cur - 1);
  if (oddNames)
    for (size_t length : oddNames->lengths)
      if (length <= rest.size() &&
          oddNames->names.contains(rest.take_front(length)) &&
          (length == rest.size() || !isIdentBody(rest[length]) ||
           !isIdentBody(rest[length - 1]))) {
        cur += 1 + length;
        Token token = make(Kind::Local, start);
        token.text = rest.take_front(length);
        return token;
      }
  if (rest.empty() || !isIdentBody(rest[0]))
    return error(posOf(start), "expected a name or number after '%'");
  if (llvm::isDigit(rest[0])) {
    size_t length = rest.find_first_not_of("0123456789");
    cur += 1 + std::min(length, rest.size());
    Token token = make(Kind::Graph, start);
    if (token.text.drop_front().getAsInteger(10, token.integer) ||
        (cur != end && isIdentStart(*cur)))
      return error(token.pos, "invalid graph variable '" + token.text + "'");
    return token;
  }
  ++cur;
  while (cur != end && isIdentBody(*cur))
    ++cur;
  Token token = make(Kind::Local, start);
  token.text = token.text.drop_front();
  return token;
}

/// Whether a type can begin with `text`.
static bool startsType(StringRef text) {
  text = text.ltrim(" \t");
  return !text.empty() && (text[0] == '(' || isIdentStart(text[0]));
}

Token Lexer::lexDeclaredName() {
  if (!skipTrivia()) {
    Token token;
    token.kind = Kind::Error;
    return token;
  }
  const char *start = cur;
  if (cur == end || *cur != '%')
    return lex();
  StringRef rest(cur + 1, end - cur - 1);
  size_t plain = 0;
  while (plain < rest.size() && isIdentBody(rest[plain]))
    ++plain;
  StringRef after = rest.substr(plain);
  StringRef next = after.ltrim(" \t\r\n");
  // What may follow a name: its type, attributes, value, comment or list's end.
  bool ends = plain != 0 && !llvm::isDigit(rest[0]) &&
              (next.empty() || next[0] == ',' || next[0] == ')' ||
               next[0] == '{' || next[0] == '=' || next.starts_with("/*") ||
               (next[0] == ':' && startsType(next.drop_front())) ||
               (next[0] == ';' && next.size() != after.size()) ||
               (next[0] == ';' && (next.size() == 1 || next[1] == '\n' ||
                                   next[1] == ' ' || next[1] == '\r')));
  size_t length = plain;
  if (!ends) {
    // Up to the colon before a type, or what else ends the declaration.
    for (length = 0; length < rest.size(); ++length) {
      char c = rest[length];
      if (c == '\n' || c == ',' || c == ')' || c == ' ' ||
          (c == ':' && length + 1 < rest.size() && rest[length + 1] == ' '))
        break;
    }
    if (length == 0)
      return error(posOf(start), "expected a name after '%'");
  }
  cur += 1 + length;
  Token token = make(Kind::Local, start);
  token.text = rest.take_front(length);
  afterOperand = true;
  return token;
}
