//===- JSONReader.h - Reader of TVM's JSON graphs ---------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_IMPORT_RELAY_JSONREADER_H
#define DSP_LIB_IMPORT_RELAY_JSONREADER_H

#include "dsp/Import/Relay/Expr.h"
#include "dsp/Support/LLVM.h"
#include <memory>

namespace dsp::relay {

using mlir::FailureOr;

class FileDiagnostics;
struct OpSchema;

/// Reads `buffer`, an IRModule saved as JSON by TVM 0.8 to 0.18, or a lone
/// expression (which becomes main), into `program`, which refers to the buffer
/// from then on.
LogicalResult readJSON(StringRef buffer, Program &program,
                       FileDiagnostics &diags);

/// The `#[metadata]` section of a text file: JSON whose root maps type keys to
/// arrays of nodes.
class MetaTable {
public:
  /// `start` is where in the file `buffer` begins.
  static std::unique_ptr<MetaTable> read(StringRef buffer, SourcePos start,
                                         Program &program,
                                         FileDiagnostics &diags);
  ~MetaTable();

  /// The node that `meta[key][index]` means; reports at `pos` that there is
  /// none.
  FailureOr<uint32_t> lookup(StringRef key, int64_t index, SourcePos pos);

  /// Whether a node is a call's attributes.
  bool isCallAttrs(uint32_t node) const;
  /// The expression that a node is, null if it is none.
  Expr *getExpr(uint32_t node);
  FailureOr<AttrValue> getAttrValue(uint32_t node);
  FailureOr<ArrayRef<AttrField>> getCallAttrs(uint32_t node, StringRef op);
  /// A dimension: kDynamic for a symbolic one.
  FailureOr<int64_t> getDim(uint32_t node);

private:
  class Impl;
  explicit MetaTable(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl;
};

} // namespace dsp::relay

#endif // DSP_LIB_IMPORT_RELAY_JSONREADER_H
