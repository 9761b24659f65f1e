//===- OpSchema.cpp - What a Relay operator takes -------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/IR/OpSchema.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace dsp::relay {

#include "dsp/Dialect/Relay/IR/OpSchema.cpp.inc"

ArrayRef<OpSchema> allOpSchemas() { return schemas; }

const OpSchema *lookupOpSchema(StringRef name) {
  const OpSchema *it = llvm::lower_bound(
      schemas, name,
      [](const OpSchema &schema, StringRef key) { return schema.name < key; });
  return it != std::end(schemas) && it->name == name ? it : nullptr;
}

StringRef describeAttrKind(AttrKind kind) {
  switch (kind) {
  case AttrKind::Bool:
    return "a boolean";
  case AttrKind::Int:
    return "an integer";
  case AttrKind::Float:
    return "a float";
  case AttrKind::String:
    return "a string";
  case AttrKind::DType:
    return "the name of an element type";
  case AttrKind::Ints:
    return "a list of integers";
  case AttrKind::IntPairs:
    return "a list of pairs of integers";
  case AttrKind::Floats:
    return "a list of floats";
  case AttrKind::IntOrInts:
    return "an integer or a list of integers";
  }
  llvm_unreachable("unknown kind of attribute");
}

} // namespace dsp::relay
