//===- CNames.cpp - Identifiers for C -------------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CNames.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/xxhash.h"

using namespace dsp;

/// What no identifier of ours may be: C's and C++'s keywords, since the header
/// is read by both, and lower-case macros of common compilers and headers.
static const llvm::StringSet<> &reservedWords() {
  static const llvm::StringSet<> words = {
      // C
      "auto", "break", "case", "char", "const", "continue", "default", "do",
      "double", "else", "enum", "extern", "float", "for", "goto", "if",
      "inline", "int", "long", "register", "restrict", "return", "short",
      "signed", "sizeof", "static", "struct", "switch", "typedef", "union",
      "unsigned", "void", "volatile", "while", "asm", "typeof", "typeof_unqual",
      // C++
      "alignas", "alignof", "and", "and_eq", "bitand", "bitor", "bool", "catch",
      "char8_t", "char16_t", "char32_t", "class", "compl", "concept",
      "consteval", "constexpr", "constinit", "const_cast", "co_await",
      "co_return", "co_yield", "decltype", "delete", "dynamic_cast", "explicit",
      "export", "false", "friend", "mutable", "namespace", "new", "noexcept",
      "not", "not_eq", "nullptr", "operator", "or", "or_eq", "private",
      "protected", "public", "reinterpret_cast", "requires", "static_assert",
      "static_cast", "template", "this", "thread_local", "throw", "true", "try",
      "typeid", "typename", "using", "virtual", "wchar_t", "xor", "xor_eq",
      // Macros
      "errno", "assert", "complex", "imaginary", "noreturn", "linux", "unix",
      "i386", "arm", "near", "far", "small", "interface", "isnan", "isinf",
      "signbit", "stdin", "stdout", "stderr", "offsetof", "major", "minor"};
  return words;
}

bool dsp::isCIdentifier(StringRef name) {
  if (name.empty() || llvm::isDigit(name.front()) ||
      reservedWords().contains(name))
    return false;
  return llvm::all_of(name,
                      [](char c) { return llvm::isAlnum(c) || c == '_'; });
}

void dsp::legalizeCName(StringRef name, SmallVectorImpl<char> &result) {
  // C99 tells external identifiers apart by 31 characters at least, every
  // linker of today by far more; 63 is what it asks for internal ones.
  constexpr size_t kMaxLength = 63;
  result.clear();
  for (char c : name) {
    if (llvm::isAlnum(c))
      result.push_back(llvm::toLower(c));
    else if (!result.empty() && result.back() != '_')
      result.push_back('_');
  }
  while (!result.empty() && result.back() == '_')
    result.pop_back();
  if (result.empty() || llvm::isDigit(result.front()))
    result.insert(result.begin(), 't');
  if (result.size() > kMaxLength) {
    std::string hash = llvm::utohexstr(llvm::xxh3_64bits(name), true, 16);
    result.resize(kMaxLength - 9);
    result.push_back('_');
    result.append(hash.begin(), hash.begin() + 8);
  }
  if (reservedWords().contains(StringRef(result.data(), result.size())))
    result.push_back('_');
}

void CScope::reserveAllIn(StringRef text) {
  while (!text.empty()) {
    text = text.drop_until([](char c) { return llvm::isAlpha(c) || c == '_'; });
    StringRef word =
        text.take_while([](char c) { return llvm::isAlnum(c) || c == '_'; });
    if (!word.empty())
      reserve(word);
    text = text.drop_front(word.size());
  }
}

StringRef CScope::add(StringRef prefix, StringRef name) {
  llvm::SmallString<64> legal;
  if (prefix.empty()) {
    legalizeCName(name, legal);
  } else {
    // The prefix is an identifier already, in the case that the user chose.
    legalizeCName(name, legal);
    legal.insert(legal.begin(), prefix.begin(), prefix.end());
  }
  auto [it, isNew] = taken.try_emplace(legal, 1);
  if (isNew)
    return it->first();
  unsigned &next = it->second;
  size_t length = legal.size();
  while (true) {
    legal.resize(length);
    legal.push_back('_');
    legal += llvm::utostr(next++);
    auto [numbered, free] = taken.try_emplace(legal, 1);
    if (free)
      return numbered->first();
  }
}
