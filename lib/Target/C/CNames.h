//===- CNames.h - Identifiers for C -----------------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_TARGET_C_CNAMES_H
#define DSP_LIB_TARGET_C_CNAMES_H

#include "dsp/Support/LLVM.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/Twine.h"

namespace dsp {

/// Whether `name` is a C identifier and neither C nor C++ wants it for itself.
bool isCIdentifier(StringRef name);

/// The identifier nearest to a name of the model: in lower case, whatever C
/// can't have as an underscore, no longer than C99 guarantees to tell apart.
void legalizeCName(StringRef name, SmallVectorImpl<char> &result);

/// Identifiers that are visible together.
class CScope {
public:
  /// Makes sure that nobody gets `name`.
  void reserve(StringRef name) { taken.try_emplace(name, 1); }
  /// Reserves every identifier in a piece of C.
  void reserveAllIn(StringRef text);
  bool contains(StringRef name) const { return taken.contains(name); }
  /// Legalises `prefix` + `name`, makes it unique in the scope and takes it.
  /// The result lives as long as the scope.
  StringRef add(StringRef prefix, StringRef name);

private:
  /// Names, and the number that the next one of the same name tries first.
  llvm::StringMap<unsigned> taken;
};

} // namespace dsp

#endif // DSP_LIB_TARGET_C_CNAMES_H
