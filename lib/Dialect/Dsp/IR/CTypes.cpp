//===- CTypes.cpp - What numbers C's types can hold -----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Dsp/IR/CTypes.h"

#include "llvm/ADT/StringSwitch.h"

namespace dsp {

StringRef withoutConst(StringRef cType) {
  cType = cType.trim();
  cType.consume_front("const ");
  return cType.trim();
}

bool isCFloatType(StringRef cType) {
  return llvm::StringSwitch<bool>(withoutConst(cType))
      .Cases({"float", "float32_t", "double", "float64_t"}, true)
      .Default(false);
}

std::optional<CRange> rangeOfCType(StringRef cType) {
  return llvm::StringSwitch<std::optional<CRange>>(withoutConst(cType))
      .Cases({"bool", "_Bool"}, CRange{0, 1})
      .Cases({"int8_t", "signed char"}, CRange{INT8_MIN, INT8_MAX})
      .Cases({"uint8_t", "unsigned char"}, CRange{0, UINT8_MAX})
      .Cases({"int16_t", "short"}, CRange{INT16_MIN, INT16_MAX})
      .Cases({"uint16_t", "unsigned short"}, CRange{0, UINT16_MAX})
      .Cases({"int32_t", "int"}, CRange{INT32_MIN, INT32_MAX})
      .Cases({"uint32_t", "unsigned", "unsigned int"}, CRange{0, UINT32_MAX})
      .Cases({"int64_t", "long long", "ptrdiff_t"},
             CRange{INT64_MIN, INT64_MAX})
      .Cases({"uint64_t", "size_t"}, CRange{0, INT64_MAX})
      .Default(std::nullopt);
}

} // namespace dsp
