//===- KernelDocsGen.cpp - A library page for readers ---------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// -gen-dsp-docs: Markdown with a table of supported front ops and a section for
// every kernel: prototype, arguments, constraints, covers.
//
//===----------------------------------------------------------------------===//

#include "dsp/TableGen/Kernel.h"
#include "mlir/TableGen/GenInfo.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include <map>
#include <set>

using namespace dsp::tblgen;
using llvm::StringRef;

namespace {

/// Text for a table cell.
std::string cell(StringRef text) {
  std::string result;
  for (char c : text) {
    if (c == '|')
      result += "\\|";
    else
      result += c == '\n' ? ' ' : c;
  }
  return result;
}

void emitIndex(const LibraryRecords &input, llvm::raw_ostream &os) {
  std::map<std::string, std::set<std::string>> byFrontOp;
  for (const Kernel &kernel : input.kernels)
    for (const Cover &cover : kernel.covers)
      for (const CoverNode &node : cover.nodes)
        byFrontOp[node.opName].insert(kernel.name);
  os << "## Front ops\n\n| Relay op | Kernels |\n|---|---|\n";
  for (const auto &[op, kernels] : byFrontOp) {
    os << "| `" << StringRef(op).drop_front(StringRef("relay.").size())
       << "` | ";
    llvm::interleaveComma(kernels, os, [&](const std::string &name) {
      os << "[" << name << "](#" << name << ")";
    });
    os << " |\n";
  }
  os << '\n';
}

void emitTensorRows(llvm::ArrayRef<Tensor> tensors, StringRef role,
                    llvm::raw_ostream &os) {
  for (const Tensor &tensor : tensors) {
    os << "| `" << tensor.name << "` | " << role << " | "
       << (tensor.optional ? "optional " : "")
       << (tensor.variadic ? "any number of: " : "") << cell(tensor.summary);
    if (!tensor.layout.empty())
      os << ", " << (tensor.repacked ? "packed as " : "") << tensor.layout;
    os << " |\n";
  }
}

void emitKernel(const Kernel &kernel, llvm::raw_ostream &os) {
  os << "### " << kernel.name << "\n\n"
     << StringRef(kernel.summary) << ". ID `" << llvm::format_hex(kernel.id, 6)
     << "`, op `" << kernel.op.getOperationName() << "`, record "
     << kernel.location() << ".\n\n";
  if (!StringRef(kernel.description).trim().empty())
    os << StringRef(kernel.description).trim() << "\n\n";
  os << "```c\n";
  for (const CFunction &function : allFunctions(kernel))
    os << prototype(function) << ";\n";
  os << "```\n\n";
  os << "| Name | Role | Type |\n|---|---|---|\n";
  emitTensorRows(kernel.operands, "operand", os);
  for (const Attr &attr : kernel.attrs)
    os << "| `" << attr.name << "` | attribute | "
       << cell(attr.constraint.getSummary()) << " |\n";
  emitTensorRows(kernel.results, "result", os);
  if (!kernel.requirements.empty()) {
    os << "\nConstraints:\n\n";
    for (const Requirement &requirement : kernel.requirements)
      os << "* **" << requirement.label << "** " << requirement.sentence
         << "\n";
  }
  if (!kernel.covers.empty()) {
    os << "\nCovers:\n\n";
    for (const Cover &cover : kernel.covers) {
      os << "* `" << cover.text() << "`";
      for (const CoverNode &node : cover.nodes)
        for (const AttrRule &rule : node.attrs)
          if (rule.kind == AttrRule::Check)
            os << "; `" << rule.name << "` " << rule.sentence;
      os << "\n";
    }
  }
  os << '\n';
}

bool emitDocs(const llvm::RecordKeeper &records, llvm::raw_ostream &os) {
  std::optional<LibraryRecords> input = readLibrary(records);
  if (!input)
    return true;
  const Library &library = input->library;
  os << "# Kernel library `" << library.name << "`\n\n";
  if (!library.summary.empty())
    os << library.summary << ".\n\n";
  os << "Version " << library.version << ", header `" << library.header << "`, "
     << input->kernels.size() << " kernels. Generated from the "
     << "library's records by `dsp-tblgen -gen-dsp-docs`.\n\n";
  emitIndex(*input, os);
  os << "## Kernels\n\n";
  for (const Kernel &kernel : input->kernels)
    emitKernel(kernel, os);
  return false;
}

mlir::GenRegistration genDocs("gen-dsp-docs",
                              "Markdown page of a library's kernels", emitDocs);

} // namespace
