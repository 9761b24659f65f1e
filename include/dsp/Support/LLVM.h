//===- LLVM.h - Names that every file uses ----------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Makes the vocabulary types of LLVM and MLIR known in ::dsp, as
// mlir/Support/LLVM.h does for ::mlir.
//
//===----------------------------------------------------------------------===//

#ifndef DSP_SUPPORT_LLVM_H
#define DSP_SUPPORT_LLVM_H

#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/Support/LLVM.h"

namespace dsp {
// NOLINTBEGIN(misc-unused-using-decls)
using mlir::ArrayRef;
using mlir::Attribute;
using mlir::Builder;
using mlir::cast;
using mlir::DictionaryAttr;
using mlir::dyn_cast;
using mlir::dyn_cast_or_null;
using mlir::failed;
using mlir::failure;
using mlir::isa;
using mlir::Location;
using mlir::LogicalResult;
using mlir::MLIRContext;
using mlir::OpBuilder;
using mlir::Operation;
using mlir::RankedTensorType;
using mlir::raw_ostream;
using mlir::SmallVector;
using mlir::SmallVectorImpl;
using mlir::StringLiteral;
using mlir::StringRef;
using mlir::succeeded;
using mlir::success;
using mlir::Type;
using mlir::Value;
using mlir::ValueRange;
// NOLINTEND(misc-unused-using-decls)
} // namespace dsp

#endif // DSP_SUPPORT_LLVM_H
