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

/// "relay.nn.relu(relay.nn.dense)" as users of Relay write it.
std::string relayName(StringRef text) {
  std::string result;
  for (; !text.empty(); text = text.drop_front()) {
    text.consume_front("relay.");
    result += text.front();
  }
  return result;
}

/// Lines of a table cell, each said once.
class CellLines {
public:
  void add(const llvm::Twine &line) {
    if (seen.insert(line.str()).second)
      text += (text.empty() ? "" : "<br>") + cell(line.str());
  }
  const std::string &str() const { return text; }

private:
  std::set<std::string> seen;
  std::string text;
};

std::string describe(const Tensor &tensor) {
  std::string text = tensor.optional   ? "optional "
                     : tensor.variadic ? "any number of: "
                                       : "";
  text += tensor.summary;
  if (!tensor.layout.empty())
    text += (tensor.repacked ? ", packed as " : ", ") + tensor.layout;
  return text;
}

/// One row for each kernel: the operations, the tensors, and all that must
/// hold.
void emitSupport(const LibraryRecords &input, llvm::raw_ostream &os) {
  std::vector<const Kernel *> rows;
  for (const auto *list : {&input.kernels, &input.lowerings})
    for (const Kernel &kernel : *list)
      rows.push_back(&kernel);
  os << "## Supported operations\n\nAn operation is supported if everything in "
        "its row holds; the compiler's report names each constraint that does "
        "not, with the values that it found.\n\n"
        "| Operations | Kernel | Tensors | Constraints | No influence |\n"
        "|---|---|---|---|---|\n";
  for (const Kernel *row : rows) {
    const Kernel &kernel = *row;
    if (kernel.covers.empty())
      continue;
    CellLines operations, tensors, constraints, ignored;
    for (const Tensor &tensor : kernel.operands)
      tensors.add("`" + tensor.name + "`: " + describe(tensor));
    for (const Tensor &tensor : kernel.results)
      tensors.add("`" + tensor.name + "`: " + describe(tensor));
    for (const Requirement &requirement : kernel.requirements)
      constraints.add("**" + requirement.label + "** " + requirement.sentence);
    for (const Cover &cover : kernel.covers) {
      operations.add("`" + relayName(cover.text()) + "`");
      for (const CoverNode &node : cover.nodes) {
        std::string of = "` of `" + relayName(node.opName) + "` ";
        for (const AttrRule &rule : node.attrs)
          if (rule.kind == AttrRule::Check)
            constraints.add("`" + rule.name + of + rule.sentence);
        for (const OperandRule &rule : node.operands)
          if (rule.kind == OperandRule::ConstantAttr)
            constraints.add("`" + kernel.attrs[rule.index].name +
                            "` must be constant");
          else if (rule.kind == OperandRule::ConstantIs)
            constraints.add("`" + rule.name + of + "must be the constant " +
                            llvm::Twine(rule.number));
        for (const auto *list : {&node.ignored, &node.ignoredOperands})
          for (const Ignored &what : *list)
            ignored.add("`" + what.name + of + "(" + what.reason + ")");
      }
      if (!cover.matcherText.empty())
        constraints.add("matched by C++: " + cover.matcherText);
      if (!cover.numerics.empty())
        constraints.add("exact for `--numerics " + cover.numerics +
                        "`: " + cover.numericsText);
    }
    for (const Need &need : kernel.needs)
      constraints.add("**needs** option `" + need.option + "` = `" +
                      need.value + "`");
    for (const CParam *param : paramsInNamedMemory(kernel))
      constraints.add("**needs** `" + param->name + "` in memory `" +
                      param->memory + "`");
    if (kernel.steps.empty()) {
      os << "| " << operations.str() << " | [" << kernel.name << "](#"
         << kernel.name << ")";
    } else {
      os << "| " << operations.str() << " | ";
      llvm::interleave(
          kernel.steps, os,
          [&](const Step &step) {
            os << "[" << step.kernel << "](#" << step.kernel << ")";
          },
          ", then ");
    }
    os << " | " << tensors.str() << " | " << constraints.str() << " | "
       << ignored.str() << " |\n";
  }
  os << '\n';
}

/// Which kernels may take an operator, alone or in a fusion.
void emitIndex(const LibraryRecords &input, llvm::raw_ostream &os) {
  std::map<std::string, std::set<std::string>> byFrontOp;
  for (const Kernel &kernel : input.kernels)
    for (const Cover &cover : kernel.covers)
      for (const CoverNode &node : cover.nodes)
        byFrontOp[relayName(node.opName)].insert(kernel.name);
  os << "## Kernels by Relay operator\n\n| Relay operator | Kernels |\n"
        "|---|---|\n";
  for (const auto &[op, kernels] : byFrontOp) {
    os << "| `" << op << "` | ";
    llvm::interleaveComma(kernels, os, [&](const std::string &name) {
      os << "[" << name << "](#" << name << ")";
    });
    os << " |\n";
  }
  os << '\n';
}

void emitTensorRows(llvm::ArrayRef<Tensor> tensors, StringRef role,
                    llvm::raw_ostream &os) {
  for (const Tensor &tensor : tensors)
    os << "| `" << tensor.name << "` | " << role << " | "
       << cell(describe(tensor)) << " |\n";
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
  emitSupport(*input, os);
  emitIndex(*input, os);
  os << "## Kernels\n\n";
  for (const Kernel &kernel : input->kernels)
    emitKernel(kernel, os);
  return false;
}

mlir::GenRegistration genDocs("gen-dsp-docs",
                              "Markdown page of a library's kernels", emitDocs);

} // namespace
