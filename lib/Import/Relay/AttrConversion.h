//===- AttrConversion.h - Attributes of calls and functions -----*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_IMPORT_RELAY_ATTRCONVERSION_H
#define DSP_LIB_IMPORT_RELAY_ATTRCONVERSION_H

#include "FileDiagnostics.h"
#include "dsp/Dialect/Relay/IR/OpSchema.h"
#include "mlir/IR/BuiltinAttributes.h"

namespace dsp::relay {

/// The attributes of a call of the operator that `schema` describes.
LogicalResult convertCallAttrs(const OpSchema &schema,
                               ArrayRef<AttrField> fields,
                               FileDiagnostics &diags,
                               SmallVectorImpl<mlir::NamedAttribute> &attrs);

/// A function's attributes; null if there are none. What names an object of TVM
/// (a virtual device) has no meaning here and is left out.
mlir::DictionaryAttr convertFunctionAttrs(mlir::MLIRContext *context,
                                          ArrayRef<AttrField> fields);

} // namespace dsp::relay

#endif // DSP_LIB_IMPORT_RELAY_ATTRCONVERSION_H
