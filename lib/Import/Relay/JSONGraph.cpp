//===- JSONGraph.cpp - The node table of a TVM JSON file ------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JSONGraph.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"

using namespace mlir;
using namespace dsp;
using namespace dsp::relay;

namespace {
/// Deeper than anything that is skipped nests.
constexpr unsigned kMaxNesting = 64;
} // namespace

/// Reads the file front to back, once.
class JSONGraph::Scanner {
public:
  Scanner(JSONGraph &graph, StringRef buffer, SourcePos start)
      : graph(graph), cur(buffer.begin()), end(buffer.end()),
        lineStart(buffer.begin() - (start.col - 1)), line(start.line) {}

  LogicalResult readFile();

private:
  SourcePos pos() const { return {line, uint32_t(cur - lineStart) + 1}; }
  LogicalResult error(const Twine &message) {
    return graph.diags.error(pos(), message);
  }
  LogicalResult errorExpected(const Twine &expected) {
    if (cur == end)
      return error("expected " + expected + ", found the end of the file");
    std::string shown;
    llvm::raw_string_ostream os(shown);
    llvm::printEscapedString(StringRef(cur, 1), os);
    return error("expected " + expected + ", found '" + shown + "'");
  }

  void skipSpace() {
    for (; cur != end; ++cur) {
      if (*cur == '\n') {
        ++line;
        lineStart = cur + 1;
      } else if (*cur != ' ' && *cur != '\t' && *cur != '\r') {
        return;
      }
    }
  }
  bool consumeIf(char c) {
    skipSpace();
    if (cur == end || *cur != c)
      return false;
    ++cur;
    return true;
  }
  LogicalResult expect(char c) {
    if (consumeIf(c))
      return success();
    return errorExpected("'" + Twine(c) + "'");
  }

  LogicalResult readString(StringRef &text);
  LogicalResult unescape(StringRef raw, StringRef &text);
  LogicalResult readIndex(uint32_t &index);
  LogicalResult readNode();
  LogicalResult skipValue(unsigned depth = 0);

  /// [element, ...]
  template <typename Fn>
  LogicalResult readArray(Fn element) {
    if (failed(expect('[')))
      return failure();
    if (consumeIf(']'))
      return success();
    do {
      if (failed(element()))
        return failure();
    } while (consumeIf(','));
    if (consumeIf(']'))
      return success();
    return errorExpected("',' or ']'");
  }
  /// {"key": value, ...}
  template <typename Fn>
  LogicalResult readObject(Fn member) {
    if (failed(expect('{')))
      return failure();
    if (consumeIf('}'))
      return success();
    do {
      skipSpace();
      StringRef key;
      if (failed(readString(key)) || failed(expect(':')) || failed(member(key)))
        return failure();
    } while (consumeIf(','));
    if (consumeIf('}'))
      return success();
    return errorExpected("',' or '}'");
  }

  JSONGraph &graph;
  const char *cur;
  const char *end;
  const char *lineStart;
  uint32_t line;
};

LogicalResult JSONGraph::Scanner::readString(StringRef &text) {
  skipSpace();
  if (cur == end || *cur != '"')
    return errorExpected("a string");
  const char *begin = cur + 1;
  const char *close = begin;
  bool escaped = false;
  for (;;) {
    // memchr: constants are long.
    close = static_cast<const char *>(std::memchr(close, '"', end - close));
    if (!close)
      return error("the string is not closed");
    size_t length = close - begin;
    if (!escaped && !std::memchr(begin, '\\', length))
      break;
    escaped = true;
    // A quote after an odd number of backslashes belongs to the string.
    size_t count = 0;
    while (count < length && close[-1 - ptrdiff_t(count)] == '\\')
      ++count;
    if (count % 2 == 0)
      break;
    ++close;
  }
  StringRef raw(begin, close - begin);
  if (escaped) {
    if (failed(unescape(raw, text)))
      return failure();
  } else {
    text = raw;
  }
  if (size_t newline = raw.find('\n'); newline != StringRef::npos)
    return error("the string is not closed on its line");
  cur = close + 1;
  return success();
}

LogicalResult JSONGraph::Scanner::unescape(StringRef raw, StringRef &text) {
  std::string out;
  out.reserve(raw.size());
  for (size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\') {
      out += raw[i];
      continue;
    }
    switch (raw[++i]) {
    case 'n':
      out += '\n';
      break;
    case 't':
      out += '\t';
      break;
    case 'r':
      out += '\r';
      break;
    case 'b':
      out += '\b';
      break;
    case 'f':
      out += '\f';
      break;
    case 'u': {
      unsigned code;
      if (raw.size() - i < 5 || raw.substr(i + 1, 4).getAsInteger(16, code))
        return error("invalid escape in the string");
      i += 4;
      char utf8[UNI_MAX_UTF8_BYTES_PER_CODE_POINT];
      char *utf8End = utf8;
      if (!llvm::ConvertCodePointToUTF8(code, utf8End))
        return error("invalid escape in the string");
      out.append(utf8, utf8End);
      break;
    }
    case '"':
    case '\\':
    case '/':
      out += raw[i];
      break;
    default:
      return error("invalid escape in the string");
    }
  }
  text = graph.program.keep(StringRef(out));
  return success();
}

/// Up to 32 bits: JSON files of four billion nodes don't exist.
LogicalResult JSONGraph::Scanner::readIndex(uint32_t &index) {
  skipSpace();
  const char *begin = cur;
  while (cur != end && llvm::isDigit(*cur))
    ++cur;
  if (cur == begin)
    return errorExpected("the index of a node");
  if (StringRef(begin, cur - begin).getAsInteger(10, index))
    return error("the index of a node is out of range");
  return success();
}

LogicalResult JSONGraph::Scanner::readNode() {
  skipSpace();
  Node node;
  node.pos = pos();
  bool hasTypeKey = false;
  auto member = [&](StringRef key) -> LogicalResult {
    if (key == "type_key") {
      hasTypeKey = true;
      return readString(node.typeKey);
    }
    if (key == "repr_str")
      return readString(node.repr);
    if (key == "repr_b64") {
      node.reprIsBase64 = true;
      return readString(node.repr);
    }
    if (key == "attrs") {
      node.attrsBegin = graph.attrs.size();
      LogicalResult read = readObject([&](StringRef name) -> LogicalResult {
        Attr attr{name, {}};
        if (failed(readString(attr.value)))
          return failure();
        graph.attrs.push_back(attr);
        return success();
      });
      node.attrsEnd = graph.attrs.size();
      return read;
    }
    if (key == "keys") {
      node.keysBegin = graph.keys.size();
      LogicalResult read = readArray([&]() -> LogicalResult {
        graph.keys.emplace_back();
        return readString(graph.keys.back());
      });
      node.keysEnd = graph.keys.size();
      return read;
    }
    if (key == "data") {
      node.dataBegin = graph.data.size();
      LogicalResult read = readArray([&]() -> LogicalResult {
        graph.data.emplace_back();
        return readIndex(graph.data.back());
      });
      node.dataEnd = graph.data.size();
      return read;
    }
    return skipValue();
  };
  if (failed(readObject(member)))
    return failure();
  if (!hasTypeKey)
    return graph.diags.error(node.pos, "the node has no \"type_key\"");
  graph.nodes.push_back(node);
  return success();
}

/// A value of no interest.
LogicalResult JSONGraph::Scanner::skipValue(unsigned depth) {
  if (depth == kMaxNesting)
    return error("values nest deeper than " + Twine(kMaxNesting));
  skipSpace();
  StringRef text;
  if (cur == end)
    return errorExpected("a value");
  switch (*cur) {
  case '"':
    return readString(text);
  case '[':
    return readArray([&] { return skipValue(depth + 1); });
  case '{':
    return readObject([&](StringRef) { return skipValue(depth + 1); });
  default: {
    const char *begin = cur;
    while (cur != end &&
           (llvm::isAlnum(*cur) || *cur == '-' || *cur == '+' || *cur == '.'))
      ++cur;
    if (cur == begin)
      return errorExpected("a value");
    return success();
  }
  }
}

LogicalResult JSONGraph::Scanner::readFile() {
  skipSpace();
  SourcePos start = pos();
  bool hasRoot = false, hasNodes = false;
  auto member = [&](StringRef key) -> LogicalResult {
    if (key == "root") {
      hasRoot = true;
      return readIndex(graph.root);
    }
    if (key == "nodes") {
      hasNodes = true;
      return readArray([&] { return readNode(); });
    }
    if (key == "b64ndarrays")
      return readArray([&]() -> LogicalResult {
        graph.arrays.emplace_back();
        return readString(graph.arrays.back());
      });
    return skipValue();
  };
  if (failed(readObject(member)))
    return failure();
  // TVM's C strings may end in NUL bytes.
  skipSpace();
  while (cur != end && *cur == '\0')
    ++cur;
  skipSpace();
  if (cur != end)
    return errorExpected("the end of the file");
  if (!hasRoot || !hasNodes)
    return graph.diags.error(
        start, "the JSON is not a graph that TVM saved",
        "such a graph has \"root\", \"nodes\" and \"b64ndarrays\"; a model is "
        "saved by tvm.ir.save_json(mod)");
  for (const Node &node : graph.nodes)
    for (uint32_t index : graph.getData(node))
      if (index >= graph.nodes.size())
        return graph.diags.error(node.pos,
                                 "node " + Twine(index) + " does not exist");
  if (graph.root >= graph.nodes.size())
    return graph.diags.error(start, "the root, node " + Twine(graph.root) +
                                        ", does not exist");
  return success();
}

LogicalResult JSONGraph::read(StringRef buffer, SourcePos start) {
  return Scanner(*this, buffer, start).readFile();
}
