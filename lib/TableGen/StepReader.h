//===- StepReader.h - Reads the steps of a lowering ---------- -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_TABLEGEN_STEPREADER_H
#define DSP_LIB_TABLEGEN_STEPREADER_H

#include "RecordErrors.h"
#include "dsp/TableGen/Kernel.h"
#include "llvm/ADT/StringMap.h"

namespace dsp::tblgen {

/// Reads the kernel calls of a Dsp_Lowering whose arguments are known.
class StepReader {
public:
  StepReader(Kernel &lowering, RecordErrors &errors,
             std::vector<EntityRef> &used)
      : lowering(lowering), errors(errors), used(used) {}

  void read();

private:
  bool readStep(const llvm::Record *def, Step &step);
  void excuse(const llvm::Record *def);
  bool readOperands(const llvm::DagInit *dag, Step &step);
  bool readAttrs(const llvm::DagInit *dag, Step &step);
  bool readResults(const llvm::DagInit *dag, Step &step);
  /// What `operand` of the step's kernel asks for is asked of the lowering's.
  bool passPacking(const Step &step, unsigned operand, unsigned argument);
  std::optional<Expression> expression(llvm::StringRef text);
  bool fail(const llvm::Twine &message) {
    errors.report("steps", message);
    return false;
  }

  Kernel &lowering;
  RecordErrors &errors;
  std::vector<EntityRef> &used;
  /// The results of earlier steps, by name.
  llvm::StringMap<StepOperand> made;
};

} // namespace dsp::tblgen

#endif // DSP_LIB_TABLEGEN_STEPREADER_H
