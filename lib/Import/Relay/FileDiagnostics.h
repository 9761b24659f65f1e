//===- FileDiagnostics.h - What is wrong with a file ------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_IMPORT_RELAY_FILEDIAGNOSTICS_H
#define DSP_LIB_IMPORT_RELAY_FILEDIAGNOSTICS_H

#include "dsp/Import/Relay/Expr.h"
#include "dsp/Support/LLVM.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Location.h"

namespace dsp::relay {

using llvm::Twine;
using mlir::FailureOr;

/// Reports errors by position in the file that is imported. The first one ends
/// the import, what follows from it is not reported.
class FileDiagnostics {
public:
  FileDiagnostics(mlir::MLIRContext *context, StringRef fileName)
      : context(context), fileName(mlir::StringAttr::get(context, fileName)) {}

  mlir::MLIRContext *getContext() const { return context; }

  Location locate(SourcePos pos) const {
    return mlir::FileLineColLoc::get(fileName, pos.line, pos.col);
  }

  /// Always returns failure.
  LogicalResult error(SourcePos pos, const Twine &message,
                      const Twine &note = "") {
    return error(locate(pos), message, note);
  }
  LogicalResult error(Location loc, const Twine &message,
                      const Twine &note = "") {
    if (!hasFailed) {
      hasFailed = true;
      mlir::InFlightDiagnostic diag = mlir::emitError(loc, message);
      if (!note.isTriviallyEmpty())
        diag.attachNote(loc) << note;
    }
    return failure();
  }
  void warning(SourcePos pos, const Twine &message) {
    mlir::emitWarning(locate(pos), message);
  }

  bool failed() const { return hasFailed; }
  /// For an error that something else has reported.
  void setFailed() { hasFailed = true; }

private:
  mlir::MLIRContext *context;
  mlir::StringAttr fileName;
  bool hasFailed = false;
};

/// The element type that Relay's files call `name`; null if there is none.
/// Knows more than the dialect's operators take: int4, and vectors such as
/// uint1x4.
Type parseElementType(mlir::MLIRContext *context, StringRef name);

/// A note on an unknown name: which of the `choices` it is most likely meant to
/// be ("did you mean 'nn.conv2d'?"), or what to say if it is like none.
std::string suggestName(StringRef name, ArrayRef<StringRef> choices,
                        const Twine &otherwise);

/// "functions in the module are 'f', 'main'": a note on an unknown name that is
/// like none of these.
std::string listNames(StringRef kind, ArrayRef<StringRef> names);

} // namespace dsp::relay

#endif // DSP_LIB_IMPORT_RELAY_FILEDIAGNOSTICS_H
