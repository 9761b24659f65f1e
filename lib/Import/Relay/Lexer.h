//===- Lexer.h - Tokens of Relay's text format ------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_IMPORT_RELAY_LEXER_H
#define DSP_LIB_IMPORT_RELAY_LEXER_H

#include "dsp/Import/Relay/Expr.h"
#include "llvm/ADT/StringMap.h"
#include <set>

namespace dsp::relay {

struct Token {
  enum class Kind : uint8_t {
    Error, ///< reported by the lexer
    End,
    // Names.
    Ident,  ///< nn, conv2d, Cons: the parser joins them at periods
    Local,  ///< %x
    Graph,  ///< %0
    Global, ///< @main
    // Literals.
    Int,
    Float,
    True,
    False,
    String,
    Meta, ///< meta[relay.Constant][0]
    // #[...]
    Version,
    Metadata,
    // Keywords.
    Let,
    Fn,
    Def,
    If,
    Else,
    Type,
    Match,
    PartialMatch,
    Extern,
    FreeVar,
    Ref,
    RefRead,
    RefWrite,
    // Punctuation.
    LParen,
    RParen,
    LBrace,
    RBrace,
    LBracket,
    RBracket,
    Comma,
    Period,
    Colon,
    Semicolon,
    Equal,
    Question,
    Arrow,
    FatArrow,
    Plus,
    Minus,
    Star,
    Slash,
    Less,
    Greater,
    LessEqual,
    GreaterEqual,
    EqualEqual,
    NotEqual,
  };
  Kind kind = Kind::End;
  SourcePos pos;
  /// As in the file; of a local or global name and of a string without the
  /// sigil or quotes; of a meta reference the type key.
  llvm::StringRef text;
  /// The comment before the token that says where the expression that ends
  /// there comes from: what follows `span=`.
  llvm::StringRef span;
  /// Of Int, Graph and Meta.
  int64_t integer = 0;
  /// Of Float.
  double number = 0;
  /// Of Int and Float: 16, 32 or 64.
  unsigned width = 32;

  bool is(Kind k) const { return kind == k; }
};

/// How a message names a kind of token.
llvm::StringRef describe(Token::Kind kind);
/// How a message names a token: its kind, and its text if that says more.
std::string describe(const Token &token);

/// Turns the file into tokens on demand. Copyable: a copy is how the parser
/// looks ahead.
class Lexer {
public:
  /// Told where, what is wrong, and what to do, or "".
  using ReportFn = llvm::function_ref<void(SourcePos, const llvm::Twine &,
                                           const llvm::Twine &)>;

  /// `buffer` must end in a NUL byte that is not part of it.
  Lexer(llvm::StringRef buffer, ReportFn report)
      : cur(buffer.begin()), end(buffer.end()), lineStart(buffer.begin()),
        report(report) {}

  Token lex();

  /// Lexes a local's name where it is declared. TVM prints any name there but
  /// reads only [A-Za-z_/][A-Za-z_/0-9]*; here a name goes on up to its type,
  /// so that `%input.5: Tensor[...]` and `%x:0: Tensor[...]` are read.
  Token lexDeclaredName();

  /// Names with characters that TVM can't read; a use is the longest of them
  /// that fits.
  struct OddNames {
    llvm::StringMap<char> names;
    std::set<size_t, std::greater<size_t>> lengths;
    void add(llvm::StringRef name);
  };
  void setOddNames(const OddNames *names) { oddNames = names; }

  /// The position of the next token, after white space and comments.
  const char *position() const { return cur; }

private:
  /// False after an error.
  bool skipTrivia();
  Token lexToken();
  Token lexNumber(bool negative);
  Token lexAttribute();
  Token lexMeta();
  Token lexLocal();
  Token make(Token::Kind kind, const char *from) const;
  Token error(SourcePos pos, const llvm::Twine &message,
              const llvm::Twine &note = "");
  SourcePos posOf(const char *at) const {
    return {line, uint32_t(at - lineStart) + 1};
  }

  const char *cur;
  const char *end;
  const char *lineStart;
  uint32_t line = 1;
  /// Whether the last token ends an operand, so that a minus is an operator.
  bool afterOperand = false;
  llvm::StringRef span;
  const OddNames *oddNames = nullptr;
  ReportFn report;
};

} // namespace dsp::relay

#endif // DSP_LIB_IMPORT_RELAY_LEXER_H
