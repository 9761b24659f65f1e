//===- JSONGraph.h - The node table of a TVM JSON file ----------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_IMPORT_RELAY_JSONGRAPH_H
#define DSP_LIB_IMPORT_RELAY_JSONGRAPH_H

#include "FileDiagnostics.h"

namespace dsp::relay {

/// What `save_json` writes: a table of nodes that refer to each other by index,
/// and the constants in base64. Strings are slices of the file.
///
/// Every attribute is a string, whatever it means: only the reader that knows
/// the field can tell the index of a node from a number.
class JSONGraph {
public:
  struct Attr {
    StringRef name;
    StringRef value;
  };
  struct Node {
    SourcePos pos;
    StringRef typeKey;
    /// The value of a string, an operator's name.
    StringRef repr;
    bool reprIsBase64 = false;
    uint32_t attrsBegin = 0, attrsEnd = 0;
    uint32_t keysBegin = 0, keysEnd = 0;
    uint32_t dataBegin = 0, dataEnd = 0;
  };

  JSONGraph(Program &program, FileDiagnostics &diags)
      : program(program), diags(diags) {}

  /// Reads the whole of `buffer`, which begins at `start` in its file.
  LogicalResult read(StringRef buffer, SourcePos start);

  uint32_t getRoot() const { return root; }
  uint32_t size() const { return nodes.size(); }
  const Node &operator[](uint32_t index) const { return nodes[index]; }
  ArrayRef<Attr> getAttrs(const Node &node) const {
    return ArrayRef<Attr>(attrs).slice(node.attrsBegin,
                                       node.attrsEnd - node.attrsBegin);
  }
  ArrayRef<StringRef> getKeys(const Node &node) const {
    return ArrayRef<StringRef>(keys).slice(node.keysBegin,
                                           node.keysEnd - node.keysBegin);
  }
  /// Indices of nodes, all valid.
  ArrayRef<uint32_t> getData(const Node &node) const {
    return ArrayRef<uint32_t>(data).slice(node.dataBegin,
                                          node.dataEnd - node.dataBegin);
  }
  /// The arrays of `b64ndarrays`.
  ArrayRef<StringRef> getArrays() const { return arrays; }

private:
  class Scanner;

  Program &program;
  FileDiagnostics &diags;
  uint32_t root = 0;
  std::vector<Node> nodes;
  std::vector<Attr> attrs;
  std::vector<StringRef> keys;
  std::vector<uint32_t> data;
  std::vector<StringRef> arrays;
};

} // namespace dsp::relay

#endif // DSP_LIB_IMPORT_RELAY_JSONGRAPH_H
