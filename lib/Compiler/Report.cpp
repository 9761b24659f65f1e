//===- Report.cpp - report.json -------------------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// docs/report-schema.md says what the fields mean; keep both alike.
//
//===----------------------------------------------------------------------===//

#include "dsp/Compiler/Compilation.h"
#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Dialect/Dsp/Utils/KernelCall.h"
#include "dsp/Dialect/Dsp/Utils/SourceOps.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include <utility>

using namespace mlir;
using namespace dsp;
using llvm::json::OStream;

namespace {

class ReportPrinter {
public:
  ReportPrinter(Compilation &compilation, raw_ostream &os)
      : compilation(compilation), outer(os, /*IndentSize=*/1), json(&outer) {}

  void print();

private:
  void printSummary();
  void printParameters(StringRef key, ArrayRef<CParameter> parameters);
  void printWeights();
  void printArena();
  void printOps();
  void printCalls();
  void printShape(Type type);
  void printSource(const SourceOps &source);
  void printTensor(Value value);
  void printReason(const CandidateVerdict &verdict);
  /// An object in one line: there may be hundreds of thousands.
  void object(llvm::function_ref<void()> fields) {
    OStream line(json->rawValueBegin());
    OStream *before = std::exchange(json, &line);
    line.object(fields);
    json = before;
    json->rawValueEnd();
  }
  /// JSON must be UTF-8; names of the model may be anything.
  void attribute(StringRef key, StringRef text) {
    json->attribute(key, llvm::json::fixUTF8(text));
  }

  Compilation &compilation;
  CModel *model = nullptr;
  OStream outer;
  /// Where fields go: `outer`, or the line of an object.
  OStream *json;
};

} // namespace

void ReportPrinter::printShape(Type type) {
  auto tensor = cast<RankedTensorType>(type);
  attribute("dtype", tensor.getElementType().isIntOrFloat()
                         ? getElementTypeName(tensor.getElementType())
                         : "other");
  // In one line.
  json->attributeBegin("shape");
  raw_ostream &os = json->rawValueBegin();
  os << "[";
  llvm::interleaveComma(tensor.getShape(), os);
  os << "]";
  json->rawValueEnd();
  json->attributeEnd();
}

void ReportPrinter::printSource(const SourceOps &source) {
  json->attributeArray("ops", [&] {
    for (StringRef op : source.ops)
      json->value(llvm::json::fixUTF8(op));
  });
  json->attributeArray("source", [&] {
    for (const SourcePlace &place : source.places)
      object([&] {
        attribute("name", place.name);
        if (place.line) {
          // The report is the same wherever the model lies.
          attribute("file", llvm::sys::path::filename(place.file));
          json->attribute("line", place.line);
          json->attribute("column", place.column);
        }
      });
  });
}

/// Where a call's operand or result is.
void ReportPrinter::printTensor(Value value) {
  object([&] {
    printShape(value.getType());
    Place place = model->plan.placeOf(value);
    Value source = viewSource(value);
    switch (place.kind) {
    case Place::Input:
      attribute("input", model->inputs[place.index].field);
      break;
    case Place::Output:
      attribute("output", model->outputs[place.index].field);
      break;
    case Place::Weights:
      attribute("weight",
                model->weights[model->weightOf.lookup(source)].symbol);
      break;
    case Place::Arena:
      attribute("name", model->localNames.lookup(source));
      json->attribute("offset", int64_t(place.index));
      break;
    }
    json->attribute("bytes", int64_t(*tensorBytes(value.getType())));
  });
}

void ReportPrinter::printSummary() {
  PlacementSummary placement = compilation.placement();
  json->attributeObject("summary", [&] {
    json->attribute("ops", int64_t(placement.offloadedOps + placement.hostOps));
    json->attribute("offloaded_ops", int64_t(placement.offloadedOps));
    json->attribute("host_ops", int64_t(placement.hostOps));
    json->attribute("offloaded_macs", placement.offloadedMacs);
    if (!model)
      return;
    int64_t calls = 0, copies = 0, copiedBytes = 0;
    int64_t transposes = 0, transposedBytes = 0;
    for (Operation *op : model->plan.schedule()) {
      int64_t bytes = 0;
      for (Value result : op->getResults())
        bytes += int64_t(*tensorBytes(result.getType()));
      if (isa<CopyOp>(op)) {
        ++copies;
        copiedBytes += bytes;
        continue;
      }
      ++calls;
      SourceOps source = getSourceOps(op->getLoc());
      if (llvm::is_contained(source.ops, "transpose") ||
          llvm::is_contained(source.ops, "layout_transform")) {
        ++transposes;
        transposedBytes += bytes;
      }
    }
    json->attribute("kernel_calls", calls);
    json->attribute("copies", copies);
    json->attribute("copied_bytes", copiedBytes);
    json->attribute("transposes", transposes);
    json->attribute("transposed_bytes", transposedBytes);
  });
  json->attributeArray("libraries", [&] {
    for (const LibraryInfo *library : compilation.libraries())
      object([&] {
        attribute("name", library->name);
        attribute("version", library->version);
        attribute("header", library->header);
      });
  });
}

void ReportPrinter::printParameters(StringRef key,
                                    ArrayRef<CParameter> parameters) {
  json->attributeArray(key, [&] {
    for (const CParameter &parameter : parameters)
      object([&] {
        attribute("name", parameter.name);
        attribute("field", parameter.field);
        printShape(parameter.type);
        json->attribute("bytes", int64_t(parameter.bytes));
        json->attribute("align", int64_t(parameter.alignment));
      });
  });
}

void ReportPrinter::printWeights() {
  static constexpr StringRef modes[] = {"auto", "c", "asm", "bin"};
  json->attributeObject("weights", [&] {
    attribute("mode", modes[unsigned(model->weightsMode)]);
    json->attribute("bytes", int64_t(model->weightsSize));
    json->attribute("align", int64_t(model->weightsAlignment));
    json->attributeArray("tensors", [&] {
      for (const CWeight &weight : model->weights)
        object([&] {
          attribute("symbol", weight.symbol);
          attribute("name", weight.name);
          printShape(weight.type);
          json->attribute("bytes", int64_t(weight.bytes.size()));
          json->attribute("offset", int64_t(weight.offset));
        });
    });
  });
}

void ReportPrinter::printArena() {
  std::vector<PlannedBuffer> buffers = model->plan.buffers();
  std::vector<ArenaBuffer> lifetimes;
  for (const PlannedBuffer &buffer : buffers)
    lifetimes.push_back(buffer.lifetime);
  json->attributeObject("arena", [&] {
    json->attribute("bytes", int64_t(model->plan.arenaSize()));
    json->attribute("align", int64_t(model->plan.arenaAlignment()));
    json->attribute("lower_bound", int64_t(getArenaLowerBound(lifetimes)));
    json->attributeArray("buffers", [&] {
      for (const PlannedBuffer &buffer : buffers)
        object([&] {
          json->attribute("offset", int64_t(buffer.offset));
          json->attribute("bytes", int64_t(buffer.lifetime.size));
          json->attribute("first_call", int64_t(buffer.lifetime.lower) + 1);
          json->attribute("last_call", int64_t(buffer.lifetime.upper));
          json->attributeArray("tensors", [&] {
            for (Value value : buffer.values)
              json->value(model->localNames.lookup(value));
          });
          if (buffer.scratchOf)
            attribute("kind", "scratch");
        });
    });
  });
}

void ReportPrinter::printReason(const CandidateVerdict &verdict) {
  object([&] {
    attribute(
        "kernel",
        (verdict.kernel->library->name + "." + verdict.kernel->name).str());
    attribute("pattern", verdict.cover->text);
    json->attributeArray("reasons", [&] {
      for (const Reason &reason : verdict.reasons)
        object([&] {
          attribute("label", reason.label);
          attribute("sentence", reason.sentence);
          attribute("values", reason.actual);
        });
    });
  });
}

/// One entry per front op, in the order of computation.
void ReportPrinter::printOps() {
  int64_t call = 0;
  auto func = compilation.module().lookupSymbol<func::FuncOp>(
      compilation.options().function);
  json->attributeArray("ops", [&] {
    for (Operation &op : func.getBody().front()) {
      bool isCopy = isa<CopyOp>(op);
      auto kernel = dyn_cast<DspKernelOpInterface>(op);
      call += isCopy || kernel;
      if (!kernel || isCopy)
        continue;
      SourceOps source = getSourceOps(op.getLoc());
      const KernelInfo &info = kernel.getKernelInfo();
      bool named = source.places.size() == source.ops.size();
      for (size_t i = 0; i < std::max<size_t>(source.ops.size(), 1); ++i)
        object([&] {
          attribute("op", source.ops.empty() ? op.getName().getStringRef()
                                             : source.ops[i]);
          attribute("name", named && !source.places.empty()
                                ? source.places[i].name
                                : source.name());
          attribute("placement", (info.library->name + "." + info.name).str());
          if (model)
            json->attribute("call", call);
        });
    }
    for (const UnplacedOp &unplaced : compilation.unplaced())
      object([&] {
        SourceOps source = getSourceOps(unplaced.op->getLoc());
        StringRef name = unplaced.op->getName().getStringRef();
        name.consume_front("relay.");
        attribute("op", name);
        attribute("name", source.name());
        json->attribute("placement", nullptr);
        json->attributeArray("candidates", [&] {
          for (const CandidateVerdict &verdict : unplaced.verdicts)
            printReason(verdict);
        });
      });
  });
}

void ReportPrinter::printCalls() {
  json->attributeArray("calls", [&] {
    for (auto [index, op] : llvm::enumerate(model->plan.schedule())) {
      int64_t number = int64_t(index) + 1;
      object([&] {
        json->attribute("call", number);
        if (const KernelInfo *kernel = kernelOf(op)) {
          attribute("kernel",
                    (kernel->library->name + "." + kernel->name).str());
          json->attribute("id", int64_t(kernel->id));
          attribute("function", kernel->cName);
        } else {
          attribute("kernel", "copy");
          attribute("function", "memcpy");
        }
        if (number <= int64_t(model->stepLines.size()))
          json->attribute("line", int64_t(model->stepLines[index]));
        SourceOps source = getSourceOps(op->getLoc());
        printSource(source);
        json->attribute("macs", source.macs);
        json->attributeArray("inputs", [&] {
          for (Value operand : op->getOperands())
            printTensor(operand);
        });
        json->attributeArray("outputs", [&] {
          for (Value result : op->getResults())
            printTensor(result);
        });
        auto needs = scratchNeeds(op);
        if (needs.empty())
          return;
        json->attributeArray("scratch", [&] {
          for (auto [need, offset] :
               llvm::zip_equal(needs, model->plan.scratchOffsets(op)))
            object([&] {
              json->attribute("offset", offset);
              json->attribute("bytes", int64_t(need.bytes));
            });
        });
      });
    }
  });
}

void ReportPrinter::print() {
  if (compilation.isPrepared())
    model = &compilation.model();
  json->object([&] {
    json->attribute("schema", 1);
    attribute("compiler", "dsp-compile " DSP_MLIR_VERSION);
    attribute("model", compilation.options().name);
    printSummary();
    if (model) {
      printParameters("inputs", model->inputs);
      printParameters("outputs", model->outputs);
      printWeights();
      printArena();
    }
    printOps();
    if (model)
      printCalls();
  });
}

void dsp::printReport(Compilation &compilation, raw_ostream &os) {
  ReportPrinter(compilation, os).print();
  os << "\n";
}
