//===- CoverReader.h - Reads the covers of a kernel record ---- -*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_TABLEGEN_COVERREADER_H
#define DSP_LIB_TABLEGEN_COVERREADER_H

#include "RecordErrors.h"
#include "dsp/TableGen/Kernel.h"
#include "llvm/ADT/StringMap.h"

namespace dsp::tblgen {

/// The record of a rule that stands alone, `Absent`, or in parentheses,
/// `(Is<"1">)`; null for anything else.
const llvm::Record *recordOf(const llvm::Init *value);

/// Reads `Covers` records into a kernel whose arguments are known, and sees to
/// it that no attribute of a front op is dropped.
class CoverReader {
public:
  CoverReader(Kernel &kernel, RecordErrors &errors)
      : kernel(kernel), errors(errors) {}

  void read(const llvm::Record *def);

private:
  struct FrontOp;

  /// One of the trees that a cover's tree stands for.
  struct Variant {
    const llvm::Init *value;
    const llvm::StringInit *name = nullptr;
    std::vector<const llvm::Record *> sets;
  };
  std::vector<Variant> expand(const llvm::Init *value,
                              const llvm::StringInit *name);
  std::vector<Variant> expandOptionally(const llvm::DagInit *dag);
  void readVariant(const llvm::Record *def, const Variant &variant);

  /// Fills nodes[index] and appends its children.
  void readNode(const llvm::DagInit *dag, unsigned index);
  void readOperand(const FrontOp &front, const llvm::Init *arg,
                   llvm::StringRef name, unsigned index);
  /// The next operand of node `index` is a constant that becomes `attr`.
  void bindConstant(EntityRef attr, unsigned index);
  void readAttr(FrontOp &front, const llvm::Init *arg, llvm::StringRef name,
                unsigned index);
  void readAttrRule(const FrontOp &front, const llvm::Record *rule,
                    llvm::StringRef inner, AttrRule attr, unsigned index);
  void bindAttr(const FrontOp &front, llvm::StringRef target, AttrRule attr,
                unsigned index);
  /// Begins a node that makes an operand of node `index`.
  void addProducer(const llvm::DagInit *dag, llvm::StringRef name,
                   unsigned result, unsigned index);
  static bool isMisspelt(llvm::StringRef attr, const FrontOp &front);
  void readSetting(const llvm::Record *setting);
  void checkAllBound();
  void report(const llvm::Twine &message) { errors.report("covers", message); }

  Kernel &kernel;
  RecordErrors &errors;
  Cover cover;
  /// Dags of nodes that are still to be read, with their places in the cover.
  std::vector<std::pair<const llvm::DagInit *, unsigned>> pending;
  std::vector<EntityRef> bound;
  /// Nodes that have a name, and which of their results it means.
  llvm::StringMap<OperandRule> named;
  bool valid = true;
};

} // namespace dsp::tblgen

#endif // DSP_LIB_TABLEGEN_COVERREADER_H
