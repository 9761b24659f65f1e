//===- KernelRegistryGen.cpp - The dictionary of kernels as JSON ----------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// -gen-dsp-registry: front op -> kernels that cover it, with IDs, prototypes
// and constraints. docs/KernelRecord.md describes the fields.
//
//===----------------------------------------------------------------------===//

#include "dsp/TableGen/Kernel.h"
#include "mlir/TableGen/GenInfo.h"
#include "llvm/Support/JSON.h"
#include <map>

using namespace dsp::tblgen;
using llvm::StringRef;

namespace {

void emitTensors(llvm::json::OStream &json, StringRef key,
                 llvm::ArrayRef<Tensor> tensors) {
  json.attributeArray(key, [&] {
    for (const Tensor &tensor : tensors)
      json.object([&] {
        json.attribute("name", tensor.name);
        json.attribute("type", tensor.summary);
        json.attribute("layout", tensor.layout);
        json.attribute("repacked", tensor.repacked);
        json.attribute("optional", tensor.optional);
        json.attribute("variadic", tensor.variadic);
      });
  });
}

void emitCover(llvm::json::OStream &json, const Kernel &kernel,
               const Cover &cover) {
  json.object([&] {
    json.attribute("pattern", cover.text());
    json.attributeArray("ignored", [&] {
      for (const CoverNode &node : cover.nodes)
        for (const Ignored &attr : node.ignored)
          json.object([&] {
            json.attribute("op", node.opName);
            json.attribute("attribute", attr.name);
            json.attribute("reason", attr.reason);
          });
    });
    json.attributeArray("ignored_operands", [&] {
      for (const CoverNode &node : cover.nodes)
        for (const Ignored &operand : node.ignoredOperands)
          json.object([&] {
            json.attribute("op", node.opName);
            json.attribute("operand", operand.name);
            json.attribute("reason", operand.reason);
          });
    });
    if (!cover.matcher.empty())
      json.attribute("matcher", cover.matcherText);
    if (!cover.numerics.empty())
      json.attribute("numerics", cover.numerics);
    json.attributeArray("constants", [&] {
      for (const CoverNode &node : cover.nodes)
        for (const OperandRule &rule : node.operands)
          if (rule.kind == OperandRule::ConstantAttr)
            json.value(kernel.attrs[rule.index].name);
    });
    json.attributeArray("conditions", [&] {
      for (const CoverNode &node : cover.nodes)
        for (const AttrRule &rule : node.attrs)
          if (rule.kind == AttrRule::Check)
            json.object([&] {
              json.attribute("op", node.opName);
              json.attribute("attribute", rule.name);
              json.attribute("sentence", rule.sentence);
            });
    });
  });
}

/// Functions beside the kernel's own; nothing where there are none.
void emitPrototypes(llvm::json::OStream &json, StringRef key,
                    llvm::ArrayRef<CFunction> functions) {
  if (functions.empty())
    return;
  json.attributeArray(key, [&] {
    for (const CFunction &function : functions)
      json.value(prototype(function));
  });
}

void emitKernel(llvm::json::OStream &json, const Kernel &kernel) {
  json.object([&] {
    json.attribute("name", kernel.name);
    json.attribute("id", kernel.id);
    json.attribute("op", kernel.op.getOperationName());
    json.attribute("function", kernel.cName);
    json.attribute("prototype", prototype(mainFunction(kernel)));
    emitPrototypes(json, "init", kernel.initCalls);
    emitPrototypes(json, "setup", kernel.setupCalls);
    emitPrototypes(json, "deinit", kernel.deinitCalls);
    json.attribute("summary", kernel.summary);
    json.attribute("record", kernel.location());
    json.attribute("priority", kernel.priority);
    emitTensors(json, "operands", kernel.operands);
    json.attributeArray("attributes", [&] {
      for (const Attr &attr : kernel.attrs)
        json.object([&] {
          json.attribute("name", attr.name);
          json.attribute("type", attr.constraint.getSummary());
        });
    });
    emitTensors(json, "results", kernel.results);
    json.attributeArray("constraints", [&] {
      for (const Requirement &requirement : kernel.requirements)
        json.object([&] {
          json.attribute("label", requirement.label);
          json.attribute("sentence", requirement.sentence);
        });
    });
    json.attributeArray("needs", [&] {
      for (const Need &need : kernel.needs)
        json.object([&] {
          json.attribute("option", need.option);
          json.attribute("value", need.value);
        });
      for (const CParam *param : paramsInNamedMemory(kernel))
        json.object([&] {
          json.attribute("parameter", param->name);
          json.attribute("memory", param->memory);
        });
    });
    json.attributeArray("covers", [&] {
      for (const Cover &cover : kernel.covers)
        emitCover(json, kernel, cover);
    });
  });
}

bool emitRegistry(const llvm::RecordKeeper &records, llvm::raw_ostream &os) {
  std::optional<LibraryRecords> input = readLibrary(records);
  if (!input)
    return true;
  const Library &library = input->library;
  std::map<std::string, std::vector<std::string>> byFrontOp;
  for (const Kernel &kernel : input->kernels)
    for (const Cover &cover : kernel.covers)
      for (const CoverNode &node : cover.nodes) {
        std::vector<std::string> &names = byFrontOp[node.opName];
        if (names.empty() || names.back() != kernel.name)
          names.push_back(kernel.name);
      }

  llvm::json::OStream json(os, /*IndentSize=*/2);
  json.object([&] {
    json.attribute("library", library.name);
    json.attribute("version", library.version);
    json.attribute("header", library.header);
    json.attributeObject("status", [&] {
      json.attribute("type", library.status.cType);
      json.attribute("good", library.status.good);
    });
    json.attributeObject("front_ops", [&] {
      for (const auto &[op, names] : byFrontOp)
        json.attributeArray(op, [&] {
          for (const std::string &name : names)
            json.value(name);
        });
    });
    json.attributeArray("kernels", [&] {
      for (const Kernel &kernel : input->kernels)
        emitKernel(json, kernel);
    });
  });
  os << '\n';
  return false;
}

mlir::GenRegistration genRegistry("gen-dsp-registry",
                                  "JSON dictionary of a library's kernels",
                                  emitRegistry);

} // namespace
