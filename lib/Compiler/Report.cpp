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
#include "dsp/Dialect/Dsp/IR/ArenaPool.h"
#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Dialect/Dsp/IR/Numerics.h"
#include "dsp/Dialect/Dsp/Utils/KernelCall.h"
#include "dsp/Dialect/Dsp/Utils/SourceOps.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include <utility>

using namespace mlir;
using namespace dsp;
using llvm::json::OStream;

namespace {

/// A call that only moves data.
struct Move {
  int64_t call;
  int64_t bytes;
};

class ReportPrinter {
public:
  ReportPrinter(Compilation &compilation, raw_ostream &os)
      : compilation(compilation), placement(compilation.placement()),
        outer(os, /*IndentSize=*/1), json(&outer) {}

  void print();

private:
  void countMoves();
  void printSummary();
  void printRegions();
  void printMoves(StringRef key, ArrayRef<Move> moves);
  void printMisses();
  void printKernels();
  void printParameters(StringRef key, ArrayRef<CParameter> parameters);
  void printWeights();
  void printArena();
  void printOp(int64_t id, const FrontOp &op);
  void printOps();
  void printChoice(const FrontOp &op);
  void printCalls();
  void printShape(Type type);
  void printSource(const SourceOps &source);
  void printTensor(Value value);
  void printReasons(const CandidateVerdict &verdict);
  void printCandidates(ArrayRef<CandidateVerdict> verdicts);
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
  const Placement &placement;
  CModel *model = nullptr;
  std::vector<PlacementRegion> regions;
  std::vector<Move> copies, transposes;
  /// Numbers of calls, from 1.
  llvm::DenseMap<Operation *, int64_t> stepOf;
  OStream outer;
  /// Where fields go: `outer`, or the line of an object.
  OStream *json;
};

} // namespace

static std::string qualifiedName(const KernelInfo &kernel) {
  return (kernel.library->name + "." + kernel.name).str();
}

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
  json->attributeArray("op_ids", [&] {
    for (int64_t id : source.ids)
      json->value(id);
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

/// The last of the op's calls that goes to its kernel: transpositions may
/// follow.
static Operation *mainCall(const FrontOp &op) {
  for (Operation *call : llvm::reverse(op.calls))
    if (kernelOf(call) == op.kernel)
      return call;
  return op.calls.back();
}

/// Copies, and calls that only reorder a tensor.
void ReportPrinter::countMoves() {
  if (!model)
    return;
  for (auto [index, op] : llvm::enumerate(model->plan.schedule())) {
    stepOf[op] = index + 1;
    Move move{int64_t(index) + 1, 0};
    for (Value result : op->getResults())
      move.bytes += int64_t(*tensorBytes(result.getType()));
    if (isa<CopyOp>(op)) {
      copies.push_back(move);
      continue;
    }
    SourceOps source = getSourceOps(op->getLoc());
    if (llvm::is_contained(source.ops, "transpose") ||
        llvm::is_contained(source.ops, "layout_transform"))
      transposes.push_back(move);
  }
}

static int64_t totalBytes(ArrayRef<Move> moves) {
  int64_t bytes = 0;
  for (const Move &move : moves)
    bytes += move.bytes;
  return bytes;
}

void ReportPrinter::printMoves(StringRef key, ArrayRef<Move> moves) {
  json->attributeArray(key, [&] {
    for (const Move &move : moves)
      object([&] {
        json->attribute("call", move.call);
        json->attribute("bytes", move.bytes);
      });
  });
}

void ReportPrinter::printSummary() {
  PlacementSummary sum = placement.summary();
  int64_t boundary = 0;
  for (const PlacementRegion &region : regions)
    boundary += region.inBytes;
  json->attributeObject("summary", [&] {
    json->attribute("ops", int64_t(sum.offloadedOps + sum.hostOps));
    json->attribute("offloaded_ops", int64_t(sum.offloadedOps));
    json->attribute("host_ops", int64_t(sum.hostOps));
    json->attribute("macs", sum.offloadedMacs + sum.hostMacs);
    json->attribute("offloaded_macs", sum.offloadedMacs);
    json->attribute("host_macs", sum.hostMacs);
    json->attribute("bytes", sum.offloadedBytes + sum.hostBytes);
    json->attribute("offloaded_bytes", sum.offloadedBytes);
    json->attribute("host_bytes", sum.hostBytes);
    json->attribute("regions", int64_t(regions.size()));
    json->attribute("boundary_bytes", boundary);
    if (!model)
      return;
    json->attribute("kernel_calls",
                    int64_t(model->plan.schedule().size() - copies.size()));
    json->attribute("copies", int64_t(copies.size()));
    json->attribute("copied_bytes", totalBytes(copies));
    json->attribute("transposes", int64_t(transposes.size()));
    json->attribute("transposed_bytes", totalBytes(transposes));
    json->attribute(
        "approximate_calls",
        int64_t(llvm::count_if(model->plan.schedule(), [](Operation *op) {
          return !isExactCall(op);
        })));
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

void ReportPrinter::printRegions() {
  json->attributeArray("regions", [&] {
    for (const PlacementRegion &region : regions)
      object([&] {
        attribute("device", region.library ? StringRef(region.library->name)
                                           : StringRef("host"));
        json->attribute("first_op", int64_t(region.firstOp));
        json->attribute("last_op", int64_t(region.lastOp));
        json->attribute("ops", int64_t(region.ops));
        json->attribute("macs", region.macs);
        json->attribute("in_bytes", region.inBytes);
        json->attribute("out_bytes", region.outBytes);
      });
  });
}

void ReportPrinter::printMisses() {
  json->attributeArray("nearest_misses", [&] {
    for (const NearestMiss &miss : placement.nearestMisses())
      object([&] {
        attribute("kernel", qualifiedName(*miss.verdict->kernel));
        attribute("text", describeMiss(*miss.verdict));
        json->attribute("macs", miss.macs);
        json->attribute("bytes", miss.bytes);
        json->attributeArray("ops", [&] {
          for (unsigned op : miss.ops)
            json->value(int64_t(op));
        });
        printReasons(*miss.verdict);
      });
  });
}

void ReportPrinter::printKernels() {
  json->attributeArray("kernels", [&] {
    for (const KernelUse &use : placement.kernelUse())
      object([&] {
        attribute("kernel", qualifiedName(*use.kernel));
        json->attribute("id", int64_t(use.kernel->id));
        attribute("summary", use.kernel->summary);
        json->attribute("calls", int64_t(use.calls));
        json->attribute("lost", int64_t(use.lost));
        json->attribute("refused", int64_t(use.refused));
        json->attribute("candidate", use.isOfUse);
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
    if (ArenaPool pool = arenaPool(compilation.module()); !pool.name.empty()) {
      json->attribute("memory", pool.name);
      json->attribute("capacity", int64_t(pool.size));
    }
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

void ReportPrinter::printReasons(const CandidateVerdict &verdict) {
  json->attributeArray("reasons", [&] {
    for (const Reason &reason : verdict.reasons)
      object([&] {
        attribute("label", reason.label);
        attribute("sentence", reason.sentence);
        attribute("values", reason.actual);
      });
  });
}

void ReportPrinter::printCandidates(ArrayRef<CandidateVerdict> verdicts) {
  json->attributeArray("candidates", [&] {
    for (const CandidateVerdict &verdict : verdicts)
      object([&] {
        attribute("kernel", qualifiedName(*verdict.kernel));
        attribute("pattern", verdict.cover->text);
        printReasons(verdict);
      });
  });
}

/// Who else would have computed what the call computes. What decides between
/// those that fit belongs here.
void ReportPrinter::printChoice(const FrontOp &op) {
  if (op.cover) {
    attribute("pattern", op.cover->text);
    json->attribute("priority", int64_t(op.kernel->priority));
  }
  if (op.losers.empty())
    return;
  json->attributeArray("losers", [&] {
    for (const CandidateVerdict &loser : op.losers)
      object([&] {
        attribute("kernel", qualifiedName(*loser.kernel));
        attribute("pattern", loser.cover->text);
        json->attribute("priority", int64_t(loser.kernel->priority));
        json->attribute("fits", loser.fits());
        if (loser.cost)
          json->attribute("cost", *loser.cost);
        if (loser.fits())
          attribute("why", explainLoss(op, loser));
        else
          printReasons(loser);
      });
  });
}

void ReportPrinter::printOp(int64_t id, const FrontOp &op) {
  SourceOps source = getSourceOps(op.loc);
  json->attribute("id", id);
  attribute("op", op.name);
  attribute("name", source.name());
  if (!source.places.empty() && source.places.back().line) {
    json->attribute("line", source.places.back().line);
    json->attribute("column", source.places.back().column);
  }
  if (!op.from.empty())
    attribute("from", op.from);
  if (op.isInserted)
    json->attribute("inserted", true);
  if (op.request)
    attribute("requested", op.request.getValue());
  if (auto tensor = dyn_cast_or_null<RankedTensorType>(op.type))
    printShape(tensor);
  json->attribute("macs", op.macs);
  json->attribute("bytes", op.bytes);
  json->attributeArray("inputs", [&] {
    for (unsigned input : op.inputs)
      json->value(int64_t(input));
  });
  switch (op.fate) {
  case FrontOp::OnKernel:
    attribute("placement", qualifiedName(*op.kernel));
    if (model && !op.calls.empty())
      json->attribute("call", stepOf.lookup(mainCall(op)));
    break;
  case FrontOp::View:
    attribute("placement", "view");
    break;
  case FrontOp::Folded:
    attribute("placement", "folded");
    break;
  case FrontOp::Unplaced:
    json->attribute("placement", nullptr);
    break;
  }
  if (op.fate == FrontOp::Unplaced || !op.candidates.empty())
    printCandidates(op.candidates);
}

void ReportPrinter::printOps() {
  json->attributeArray("ops", [&] {
    for (auto [id, op] : llvm::enumerate(placement.ops()))
      object([&, id = id, &op = op] { printOp(int64_t(id), op); });
  });
  json->attributeArray("simplified", [&] {
    for (const SimplifiedOp &op : placement.simplified())
      object([&] {
        SourceOps source = getSourceOps(op.loc);
        attribute("op", op.name);
        attribute("name", source.name());
        if (!source.places.empty() && source.places.back().line) {
          json->attribute("line", source.places.back().line);
          json->attribute("column", source.places.back().column);
        }
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
          attribute("kernel", qualifiedName(*kernel));
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
        if (StringRef text = numericsText(op); !text.empty()) {
          attribute("numerics",
                    op->getAttrOfType<StringAttr>(kNumericsAttr).getValue());
          attribute("numerics_text", text);
          json->attribute("exact", isExactCall(op));
        }
        if (!source.ids.empty())
          printChoice(placement.ops()[source.ids.back()]);
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
  regions = placement.regions();
  countMoves();
  json->object([&] {
    json->attribute("schema", 1);
    attribute("compiler", "dsp-compile " DSP_MLIR_VERSION);
    attribute("model", compilation.options().name);
    attribute("source", llvm::sys::path::filename(compilation.options().model));
    attribute("numerics", requestedNumerics(compilation.module()));
    printSummary();
    printRegions();
    if (model) {
      printParameters("inputs", model->inputs);
      printParameters("outputs", model->outputs);
      printWeights();
      printArena();
      printMoves("copies", copies);
      printMoves("transposes", transposes);
    }
    printOps();
    if (model)
      printCalls();
    printMisses();
    printKernels();
  });
}

void dsp::printReport(Compilation &compilation, raw_ostream &os) {
  ReportPrinter(compilation, os).print();
  os << "\n";
}
