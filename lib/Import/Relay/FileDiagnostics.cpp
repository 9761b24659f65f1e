//===- FileDiagnostics.cpp - What is wrong with a file --------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FileDiagnostics.h"
#include "dsp/Dialect/Relay/IR/DType.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;

namespace dsp::relay {

Type parseElementType(MLIRContext *context, StringRef name) {
  // A vector type: uint1x4.
  auto [scalar, lanes] = name.split('x');
  if (unsigned count = 0; !lanes.empty() && !lanes.getAsInteger(10, count)) {
    Type element = parseElementType(context, scalar);
    if (!element || count == 0 || count > 1024 || isa<VectorType>(element))
      return nullptr;
    return count == 1 ? element : VectorType::get({count}, element);
  }
  // Without a width, 32 bits are meant.
  if (name == "int" || name == "uint" || name == "float")
    return parseDType(context, (name + "32").str());
  if (name == "int4" || name == "uint4")
    return IntegerType::get(context, 4,
                            name[0] == 'u' ? IntegerType::Unsigned
                                           : IntegerType::Signless);
  return parseDType(context, name);
}

/// Of the choices that are equally near, the first in the alphabet.
static StringRef findNearest(StringRef name, ArrayRef<StringRef> choices) {
  StringRef best;
  // More edits than a third of the name make it another name.
  unsigned bestDistance = name.size() / 3 + 1;
  for (StringRef choice : choices) {
    // A name without its family ("conv2d") is the likeliest slip.
    if (choice.rsplit('.').second == name)
      return choice;
    unsigned distance =
        name.edit_distance(choice, /*AllowReplacements=*/true, bestDistance);
    if (distance < bestDistance) {
      best = choice;
      bestDistance = distance;
    }
  }
  return best;
}

std::string suggestName(StringRef name, ArrayRef<StringRef> choices,
                        const Twine &otherwise) {
  SmallVector<StringRef> sorted(choices);
  llvm::sort(sorted);
  StringRef nearest = findNearest(name, sorted);
  return nearest.empty() ? otherwise.str()
                         : ("did you mean '" + nearest + "'?").str();
}

std::string listNames(StringRef kind, ArrayRef<StringRef> names) {
  if (names.empty())
    return ("there are no " + kind).str();
  SmallVector<StringRef> sorted(names);
  llvm::sort(sorted);
  constexpr size_t shown = 5;
  std::string text = (kind + " are '").str();
  text += llvm::join(ArrayRef(sorted).take_front(shown), "', '") + "'";
  if (sorted.size() > shown)
    text += " and " + std::to_string(sorted.size() - shown) + " others";
  return text;
}

mlir::Type Program::makeUnknownType(MLIRContext *context) {
  return UnknownType::get(context, unknownTypeCount++);
}

} // namespace dsp::relay
