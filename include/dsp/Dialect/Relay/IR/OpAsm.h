//===- OpAsm.h - The operators' assembly form -------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All operators are written alike, by one parser and one printer:
//
//   %1 = relay.nn.conv2d %data, %weight {padding = [1, 1]} : (T, T) -> T
//
// Lists of numbers stand as they do in Relay's text, and attributes that equal
// Relay's defaults are left out.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_OPASM_H
#define DSP_DIALECT_RELAY_IR_OPASM_H

#include "dsp/Support/LLVM.h"
#include "mlir/IR/OpImplementation.h"

namespace dsp::relay {

mlir::ParseResult parseOperator(mlir::OpAsmParser &parser,
                                mlir::OperationState &result);

/// `defaults` are the attributes not to print, or null.
void printOperator(mlir::OpAsmPrinter &printer, Operation *op,
                   DictionaryAttr defaults);

/// What attributes an `OpTy` has if none are given; null if it has none.
template <typename OpTy>
DictionaryAttr defaultAttributes(MLIRContext *context) {
  using Properties = typename OpTy::template InferredProperties<OpTy>;
  if constexpr (std::is_same_v<Properties, mlir::EmptyProperties>) {
    return nullptr;
  } else {
    Properties properties;
    OpTy::populateDefaultProperties(
        mlir::OperationName(OpTy::getOperationName(), context), properties);
    return dyn_cast_or_null<DictionaryAttr>(
        OpTy::getPropertiesAsAttr(context, properties));
  }
}

} // namespace dsp::relay

#endif // DSP_DIALECT_RELAY_IR_OPASM_H
