//===- DType.cpp - Element types by TVM's names ---------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/IR/DType.h"

#include "llvm/ADT/StringSwitch.h"

using namespace mlir;

namespace dsp::relay {

Type parseDType(MLIRContext *context, StringRef name) {
  if (name == "float32")
    return Float32Type::get(context);
  if (name == "float16")
    return Float16Type::get(context);
  if (name == "float64")
    return Float64Type::get(context);
  if (name == "bfloat16" || name == "bfloat")
    return BFloat16Type::get(context);
  // TVM's bool is its uint1.
  if (name == "bool" || name == "uint1")
    return IntegerType::get(context, 1);
  StringRef digits = name;
  bool isUnsigned = digits.consume_front("u");
  if (!digits.consume_front("int"))
    return nullptr;
  unsigned width = llvm::StringSwitch<unsigned>(digits)
                       .Case("8", 8)
                       .Case("16", 16)
                       .Case("32", 32)
                       .Case("64", 64)
                       .Default(0);
  if (width == 0)
    return nullptr;
  return IntegerType::get(context, width,
                          isUnsigned ? IntegerType::Unsigned
                                     : IntegerType::Signless);
}

std::string dtypeName(Type elementType) {
  if (elementType.isBF16())
    return "bfloat16";
  if (isa<FloatType>(elementType))
    return "float" + std::to_string(elementType.getIntOrFloatBitWidth());
  if (elementType.isSignlessInteger(1))
    return "bool";
  if (auto integer = dyn_cast<IntegerType>(elementType))
    return (integer.isUnsigned() ? "uint" : "int") +
           std::to_string(integer.getWidth());
  return "";
}

} // namespace dsp::relay
