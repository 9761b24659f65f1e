//===- CallReader.h - Reads the C functions of a record ------- -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_TABLEGEN_CALLREADER_H
#define DSP_LIB_TABLEGEN_CALLREADER_H

#include "RecordErrors.h"
#include "dsp/TableGen/Kernel.h"
#include <map>

namespace dsp::tblgen {

/// Reads Dsp_State records.
std::vector<State> readStates(const llvm::Record *def, RecordErrors &errors,
                              bool ofLibrary);

/// Reads a Dsp_Status that is given in `field`.
Status readStatus(const llvm::Record *def, llvm::StringRef field,
                  RecordErrors &errors);

/// Whether `layout` is one that `tensor` may have; reports why not.
bool checkLayout(RecordErrors &errors, llvm::StringRef field,
                 llvm::StringRef layout, const Tensor &tensor);

/// Reads the parameters of C functions, and notes what they speak of.
class CallReader {
public:
  /// For the functions of a kernel whose arguments and states are known.
  CallReader(const Library &library, Kernel &kernel, RecordErrors &errors)
      : states(kernel.states), library(library), kernel(&kernel),
        errors(errors) {}
  /// For the functions of a library.
  CallReader(const Library &library, RecordErrors &errors)
      : library(library), errors(errors) {}

  /// The parameters that field `field` lists.
  std::vector<CParam> readParams(const llvm::DagInit *dag,
                                 llvm::StringRef field, Phase phase);
  /// A list of Dsp_Call records. Those that inherit their status get `status`.
  std::vector<CFunction> readCalls(const llvm::Record *def,
                                   llvm::StringRef field, Phase phase,
                                   const Status &status);

  std::optional<Expression> expression(llvm::StringRef text,
                                       llvm::StringRef self = "");

  /// What the functions, or expressions, speak of.
  std::vector<EntityRef> used;
  /// Those whose contents are read or written, not only their types.
  std::vector<EntityRef> passed;
  /// Operands that are read at init.
  std::vector<EntityRef> readAtInit;
  /// How many elements the list attributes must have at least, and dimensions
  /// the tensors, so that there is what parameters pass. By their indices.
  std::map<unsigned, int64_t> listSizes, operandRanks, resultRanks;
  /// States that are given a value at init.
  std::vector<StateRef> given;

private:
  std::vector<CParam> readList(const llvm::DagInit *dag, bool inStruct);
  std::optional<CParam> readParam(const llvm::Init *arg,
                                  llvm::StringRef outerName, bool inStruct);
  std::optional<CParam> readStruct(const llvm::DagInit *dag,
                                   llvm::StringRef outerName);
  bool readMemory(const llvm::Record *role, EntityRef entity, CParam &param);
  bool readScratch(const llvm::Record *role, CParam &param);
  bool readWorkspace(const llvm::Record *role, CParam &param);
  bool readState(const llvm::Record *role, CParam &param);
  bool readEnum(const llvm::Record *role, EntityRef entity, CParam &param);
  bool readNumbers(const llvm::Record *role, llvm::StringRef self,
                   bool inStruct, CParam &param);
  bool readZero(const llvm::Record *role, bool inStruct, CParam &param);
  bool checkNumberRole(const llvm::Record *role, EntityRef entity);
  bool readRequiredPlace(const llvm::Record *role, llvm::StringRef name,
                         CParam &param);
  bool checkAlignment(llvm::StringRef name, int64_t alignment);

  std::optional<StateRef> lookupState(llvm::StringRef name) const;
  const State &stateOf(StateRef ref) const;
  std::string owner() const {
    return kernel ? kernel->name : "library " + library.name;
  }
  void report(const llvm::Twine &message) { errors.report(field, message); }

  std::vector<State> states;
  const Library &library;
  Kernel *kernel = nullptr;
  RecordErrors &errors;
  /// Where faults are reported, and when the function is called.
  llvm::StringRef field;
  Phase phase = Phase::Run;
};

} // namespace dsp::tblgen

#endif // DSP_LIB_TABLEGEN_CALLREADER_H
