//===- Placement.cpp - Where each op of the model went, and why -----------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Compiler/Placement.h"
#include "dsp/Conversion/RelayToDsp/FrontOps.h"
#include "dsp/Conversion/RelayToDsp/RelayToDsp.h"
#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Dialect/Dsp/Utils/KernelCall.h"
#include "dsp/Dialect/Dsp/Utils/SourceOps.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Format.h"

using namespace mlir;
using namespace dsp;

//===----------------------------------------------------------------------===//
// Recording
//===----------------------------------------------------------------------===//

void Placement::recordImport(ModuleOp module) {
  module.walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (isFrontOp(op) &&
        imported.insert({op->getLoc(), op->getName().stripDialect()}).second)
      importOrder.push_back(op->getLoc());
  });
}

/// Calls `visit` on all locations that `loc` is made of.
static void forEachLocation(Location loc,
                            llvm::function_ref<void(LocationAttr)> visit) {
  SmallVector<LocationAttr, 4> worklist = {loc};
  while (!worklist.empty()) {
    LocationAttr next = worklist.pop_back_val();
    visit(next);
    if (auto fused = dyn_cast<FusedLoc>(next))
      llvm::append_range(worklist, fused.getLocations());
    else if (auto named = dyn_cast<NameLoc>(next))
      worklist.push_back(named.getChildLoc());
    else if (auto call = dyn_cast<CallSiteLoc>(next))
      worklist.push_back(call.getCallee());
  }
}

static int64_t bytesOf(TypeRange types) {
  int64_t bytes = 0;
  for (Type type : types)
    bytes += int64_t(tensorBytes(type).value_or(0));
  return bytes;
}

void Placement::recordFront(func::FuncOp func) {
  markFrontOps(func);
  snapshot = func.clone();
  // Kernels ask the outermost op what the user has said of target and numerics.
  for (NamedAttribute attr : func->getParentOp()->getDiscardableAttrs())
    (*snapshot)->setAttr(attr.getName(), attr.getValue());
  llvm::DenseSet<Attribute> seen;
  llvm::DenseMap<Operation *, unsigned> idOf;
  snapshot->walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (!isFrontOp(op))
      return;
    FrontOp front(op->getName().stripDialect(), op->getLoc());
    bool isImported = false;
    forEachLocation(op->getLoc(), [&](LocationAttr loc) {
      seen.insert(loc);
      auto origin = imported.find(loc);
      if (origin == imported.end())
        return;
      if (!isImported)
        front.from = origin->second;
      isImported |= origin->second == front.name;
    });
    if (isImported)
      front.from = "";
    front.isInserted = !isImported && front.from.empty();
    if (op->getNumResults())
      front.type = op->getResult(0).getType();
    for (Value operand : op->getOperands())
      if (auto producer = idOf.find(operand.getDefiningOp());
          producer != idOf.end() &&
          !llvm::is_contained(front.inputs, producer->second))
        front.inputs.push_back(producer->second);
    front.macs = relay::macCount(op).value_or(0);
    front.bytes =
        bytesOf(op->getOperandTypes()) + bytesOf(op->getResultTypes());
    idOf[op] = frontOps.size();
    snapshotOps.push_back(op);
    frontOps.push_back(std::move(front));
  });
  numNumbered = frontOps.size();
  for (Location loc : importOrder)
    if (!seen.contains(loc))
      simplifiedOps.push_back({imported.lookup(loc), loc});
  imported.clear();
  importOrder.clear();
}

static bool isFrontOrKernel(Operation *op) {
  return isFrontOp(op) || (kernelOf(op) && !isa<CopyOp>(op));
}

/// Whether the kernel may stand for the op, and is not what a layout puts
/// around it.
static bool coversOp(const KernelInfo &kernel, StringRef name) {
  return llvm::any_of(kernel.covers, [&](const CoverInfo &cover) {
    return llvm::any_of(cover.nodes, [&](const CoverNode &node) {
      StringRef covered = node.opName;
      return covered.consume_front("relay.") && covered == name;
    });
  });
}

void Placement::recordChoice(func::FuncOp func,
                             ArrayRef<const LibraryInfo *> used) {
  libraries.assign(used.begin(), used.end());
  CandidateIndex index(libraries);
  func.walk<WalkOrder::PreOrder>([&](Operation *op) {
    SmallVector<int64_t, 2> ids = getSourceOps(op->getLoc()).ids;
    if (ids.empty() || size_t(ids.back()) >= numNumbered)
      return;
    const KernelInfo *kernel = kernelOf(op);
    FrontOp::Fate fate = kernel            ? FrontOp::OnKernel
                         : isFrontOp(op)   ? FrontOp::Unplaced
                         : isa<ViewOp>(op) ? FrontOp::View
                                           : FrontOp::Folded;
    for (int64_t id : ids) {
      FrontOp &front = frontOps[id];
      if (kernel && (!front.kernel || coversOp(*kernel, front.name) ||
                     !coversOp(*front.kernel, front.name)))
        front.kernel = kernel;
      front.fate = std::max(front.fate, fate);
    }
    if (kernel)
      recordLosers(frontOps[ids.back()], snapshotOps[ids.back()], ids.size(),
                   index);
  });
  for (auto [front, op] :
       llvm::zip(MutableArrayRef(frontOps), ArrayRef(snapshotOps))) {
    if (front.fate == FrontOp::Unplaced) {
      front.candidates = index.explain(op);
      // Only the kernels that were asked for matter.
      if (front.request)
        llvm::erase_if(front.candidates, [&](const CandidateVerdict &verdict) {
          return !isPlacementAllowed(front.request, *verdict.kernel);
        });
    } else if (front.fate == FrontOp::OnKernel)
      if (size_t rank = index.rankOf(front.kernel->library))
        front.candidates = index.explain(op, rank);
  }
  snapshotOps.clear();
  snapshot = nullptr;
}

/// Keeps the best word of each other kernel.
void Placement::recordLosers(FrontOp &op, Operation *root, size_t coveredOps,
                             const CandidateIndex &index) {
  size_t rank = index.rankOf(op.kernel->library);
  op.losers.clear();
  auto isBetter = [](const CandidateVerdict &a, const CandidateVerdict &b) {
    if (a.fits() != b.fits())
      return a.fits();
    return a.fits() ? a.cover->nodes.size() > b.cover->nodes.size()
                    : a.reasons.size() < b.reasons.size();
  };
  for (CandidateVerdict &verdict : index.candidatesAt(root)) {
    if (verdict.kernel == op.kernel) {
      if (verdict.fits() && verdict.cover->nodes.size() == coveredOps)
        op.cover = verdict.cover;
      continue;
    }
    // The call is one of a lowering's.
    if (verdict.kernel->expand && verdict.fits() && !op.cover &&
        verdict.cover->nodes.size() == coveredOps) {
      op.cover = verdict.cover;
      continue;
    }
    // Those of earlier libraries are among the candidates.
    if (index.rankOf(verdict.kernel->library) < rank)
      continue;
    if (op.losers.empty() || op.losers.back().kernel != verdict.kernel)
      op.losers.push_back(std::move(verdict));
    else if (isBetter(verdict, op.losers.back()))
      op.losers.back() = std::move(verdict);
  }
}

void Placement::recordCalls(func::FuncOp func) {
  CandidateIndex index(libraries);
  AddedOps added;
  std::vector<bool> isThere(numNumbered);
  func.walk<WalkOrder::PreOrder>([&](Operation *op) {
    SmallVector<int64_t, 2> ids = getSourceOps(op->getLoc()).ids;
    bool isNumbered = !ids.empty() && size_t(ids.back()) < numNumbered;
    if (!isNumbered && isFrontOrKernel(op))
      return addUnnumbered(op, index, added);
    if (!isNumbered)
      return;
    // What was put in front of the call is read before all of it.
    for (Value operand : op->getOperands())
      if (auto place = added.find(viewSource(operand).getDefiningOp());
          place != added.end())
        frontOps[ids.front()].inputs.push_back(place->second);
    for (int64_t id : ids) {
      if (kernelOf(op))
        frontOps[id].calls.push_back(op);
      if (isFrontOrKernel(op))
        isThere[id] = true;
    }
  });
  // Equal ops have become one since.
  for (size_t id = 0; id < numNumbered; ++id)
    if (frontOps[id].isWork() && !isThere[id]) {
      frontOps[id].fate = FrontOp::Folded;
      frontOps[id].candidates.clear();
      frontOps[id].losers.clear();
    }
}

/// The front op that computes `value`, at compile time or not.
static std::optional<unsigned>
producerOf(Value value, const llvm::DenseMap<Operation *, unsigned> &added) {
  Operation *op = viewSource(value).getDefiningOp();
  if (!op)
    return std::nullopt;
  if (auto place = added.find(op); place != added.end())
    return place->second;
  SmallVector<int64_t, 2> ids = getSourceOps(op->getLoc()).ids;
  if (ids.empty())
    return std::nullopt;
  return ids.back();
}

/// What the compiler added itself, or a model that came with kernel ops.
void Placement::addUnnumbered(Operation *op, const CandidateIndex &index,
                              AddedOps &added) {
  const KernelInfo *kernel = kernelOf(op);
  SourceOps source = getSourceOps(op->getLoc());
  FrontOp front(!source.ops.empty() ? source.ops.back()
                : kernel            ? op->getName().getStringRef()
                                    : op->getName().stripDialect(),
                op->getLoc());
  added[op] = frontOps.size();
  for (Value operand : op->getOperands())
    if (std::optional<unsigned> input = producerOf(operand, added))
      front.inputs.push_back(*input);
  if (op->getNumResults())
    front.type = op->getResult(0).getType();
  front.macs = source.macs;
  front.bytes = bytesOf(op->getOperandTypes()) + bytesOf(op->getResultTypes());
  front.fate = kernel ? FrontOp::OnKernel : FrontOp::Unplaced;
  front.kernel = kernel;
  front.isInserted = true;
  if (kernel)
    front.calls.push_back(op);
  else
    front.candidates = index.explain(op);
  frontOps.push_back(std::move(front));
}

//===----------------------------------------------------------------------===//
// Asking
//===----------------------------------------------------------------------===//

PlacementSummary Placement::summary() const {
  PlacementSummary summary;
  for (const FrontOp &op : frontOps) {
    if (op.fate == FrontOp::OnKernel) {
      ++summary.offloadedOps;
      summary.offloadedMacs += op.macs;
      summary.offloadedBytes += op.bytes;
    } else if (op.fate == FrontOp::Unplaced) {
      ++summary.hostOps;
      summary.hostMacs += op.macs;
      summary.hostBytes += op.bytes;
    }
  }
  return summary;
}

std::vector<NearestMiss> Placement::nearestMisses() const {
  std::vector<NearestMiss> misses;
  llvm::StringMap<size_t> byConditions;
  for (auto [id, op] : llvm::enumerate(frontOps)) {
    if (!op.isWork())
      continue;
    const CandidateVerdict *nearest = nullptr;
    for (const CandidateVerdict &verdict : op.candidates)
      if (!verdict.fits() && verdict.reasons.front().label != kPatternLabel &&
          (!nearest || verdict.reasons.size() < nearest->reasons.size()))
        nearest = &verdict;
    if (!nearest)
      continue;
    std::string key = (nearest->kernel->opName + ":").str();
    for (const Reason &reason : nearest->reasons)
      key += (reason.label + ":" + reason.sentence + "\n").str();
    auto [place, isNew] = byConditions.insert({key, misses.size()});
    if (isNew)
      misses.push_back({nearest, {}});
    NearestMiss &miss = misses[place->second];
    miss.ops.push_back(id);
    miss.macs += op.macs;
    miss.bytes += op.bytes;
  }
  llvm::stable_sort(misses, [](const NearestMiss &a, const NearestMiss &b) {
    if (a.macs != b.macs)
      return a.macs > b.macs;
    return a.ops.size() > b.ops.size();
  });
  return misses;
}

/// What the compiler put in comes right before the first op that reads it.
std::vector<unsigned> Placement::executionOrder() const {
  std::vector<unsigned> order(frontOps.size()), before(frontOps.size());
  for (unsigned id = 0; id < frontOps.size(); ++id)
    order[id] = before[id] = id;
  for (unsigned id = numNumbered; id < frontOps.size(); ++id)
    before[id] = frontOps.size();
  // Those that are put in read each other in the order of their numbers.
  auto readBy = [&](unsigned reader) {
    for (unsigned input : frontOps[reader].inputs)
      if (input >= numNumbered)
        before[input] = std::min(before[input], before[reader]);
  };
  for (unsigned id = 0; id < numNumbered; ++id)
    readBy(id);
  for (unsigned id = frontOps.size(); id-- > numNumbered;)
    readBy(id);
  auto keyOf = [&](unsigned id) {
    return std::make_tuple(before[id], id < numNumbered, id);
  };
  llvm::sort(order,
             [&](unsigned a, unsigned b) { return keyOf(a) < keyOf(b); });
  return order;
}

std::vector<PlacementRegion> Placement::regions() const {
  constexpr unsigned none = ~0u;
  std::vector<PlacementRegion> regions;
  std::vector<unsigned> regionOf(frontOps.size(), none);
  for (unsigned id : executionOrder()) {
    const FrontOp &op = frontOps[id];
    if (!op.isWork())
      continue;
    const LibraryInfo *library =
        op.fate == FrontOp::OnKernel ? op.kernel->library : nullptr;
    if (regions.empty() || regions.back().library != library)
      regions.push_back({library, id, id});
    PlacementRegion &region = regions.back();
    region.lastOp = id;
    ++region.ops;
    region.macs += op.macs;
    regionOf[id] = regions.size() - 1;
  }
  // A tensor crosses once into each region that reads it, and counts once for
  // the region that it leaves.
  llvm::DenseSet<std::pair<unsigned, unsigned>> crossed;
  llvm::DenseSet<unsigned> left;
  for (auto [id, op] : llvm::enumerate(frontOps)) {
    if (regionOf[id] == none)
      continue;
    for (unsigned input : op.inputs) {
      // Views are where their source is.
      while (regionOf[input] == none && !frontOps[input].inputs.empty())
        input = frontOps[input].inputs.front();
      if (regionOf[input] == none || regionOf[input] == regionOf[id] ||
          !crossed.insert({input, regionOf[id]}).second)
        continue;
      int64_t bytes = int64_t(tensorBytes(frontOps[input].type).value_or(0));
      regions[regionOf[id]].inBytes += bytes;
      if (left.insert(input).second)
        regions[regionOf[input]].outBytes += bytes;
    }
  }
  return regions;
}

std::vector<KernelUse> Placement::kernelUse() const {
  llvm::DenseSet<StringRef> kinds;
  llvm::DenseMap<const KernelInfo *, KernelUse> uses;
  llvm::DenseSet<Operation *> counted;
  SmallVector<const KernelInfo *> refusing;
  for (const FrontOp &op : frontOps) {
    kinds.insert(op.name);
    if (op.fate == FrontOp::OnKernel)
      for (Operation *call : op.calls)
        if (counted.insert(call).second)
          ++uses[kernelOf(call)].calls;
    // A kernel may refuse an op as several of its patterns.
    refusing.clear();
    for (const auto *verdicts : {&op.candidates, &op.losers})
      for (const CandidateVerdict &verdict : *verdicts) {
        if (verdict.fits())
          ++uses[verdict.kernel].lost;
        else if (!llvm::is_contained(refusing, verdict.kernel))
          refusing.push_back(verdict.kernel);
      }
    for (const KernelInfo *kernel : refusing)
      ++uses[kernel].refused;
  }
  std::vector<KernelUse> list;
  for (const LibraryInfo *library : libraries)
    for (const KernelInfo *kernel : library->kernels) {
      KernelUse use = uses.lookup(kernel);
      use.kernel = kernel;
      use.isOfUse = llvm::any_of(kernel->covers, [&](const CoverInfo &cover) {
        return llvm::all_of(cover.nodes, [&](const CoverNode &node) {
          StringRef name = node.opName;
          name.consume_front("relay.");
          return kinds.contains(name);
        });
      });
      list.push_back(use);
    }
  return list;
}

//===----------------------------------------------------------------------===//
// Words
//===----------------------------------------------------------------------===//

std::string dsp::explainLoss(const FrontOp &op, const CandidateVerdict &loser) {
  // In the order in which the conversion decides.
  if (loser.kernel->library != op.kernel->library)
    return ("library '" + op.kernel->library->name + "' is preferred").str();
  if (!op.cover)
    return "a pattern written by hand is preferred";
  size_t own = loser.cover->nodes.size(), taken = op.cover->nodes.size();
  if (own != taken)
    return "it takes " + std::to_string(own) + (own == 1 ? " op" : " ops") +
           " in one call, the other " + std::to_string(taken);
  int64_t priority = loser.kernel->priority + loser.cover->extraBenefit;
  int64_t best = op.kernel->priority + op.cover->extraBenefit;
  if (priority != best)
    return "its priority is " + std::to_string(priority) + ", the other's " +
           std::to_string(best);
  if (op.kernel->cost && !loser.cost)
    return "what it costs is not known";
  if (loser.cost) {
    std::string text;
    llvm::raw_string_ostream(text)
        << "it costs " << llvm::format("%.6g", *loser.cost)
        << ", the other no more";
    return text;
  }
  return "the other has the lower ID";
}

/// What the letters of a layout stand for.
static StringRef dimName(char letter) {
  switch (letter) {
  case 'N':
    return "batch size";
  case 'C':
    return "channels";
  case 'D':
    return "depth";
  case 'H':
    return "height";
  case 'W':
    return "width";
  case 'O':
    return "output channels";
  case 'I':
    return "input channels";
  default:
    return "";
  }
}

static StringRef layoutOf(const KernelInfo &kernel, StringRef tensor) {
  for (ArrayRef<TensorInfo> list : {kernel.operands, kernel.results})
    for (const TensorInfo &info : list)
      if (info.name == tensor)
        return info.layout;
  return "";
}

/// "dimension 3 of 'input'" is "the channels of 'input'" where the record says
/// the layout.
static std::string nameDims(const KernelInfo &kernel, StringRef sentence) {
  constexpr StringLiteral key("dimension ");
  std::string text;
  while (true) {
    auto [before, after] = sentence.split(key);
    text += before;
    if (before.size() == sentence.size())
      return text;
    sentence = after;
    StringRef rest = after;
    unsigned dim;
    if (!rest.consumeInteger(10, dim) && rest.consume_front(" of '")) {
      StringRef layout =
          layoutOf(kernel, rest.take_until([](char c) { return c == '\''; }));
      StringRef name = dim < layout.size() ? dimName(layout[dim]) : "";
      if (!name.empty()) {
        text += ("the " + name + " of '").str();
        sentence = rest;
        continue;
      }
    }
    text += key;
  }
}

/// "X must be Y" as the condition "X were Y".
static std::string asCondition(StringRef sentence) {
  static constexpr std::pair<StringLiteral, StringLiteral> forms[] = {
      {" must not be ", " were not "}, {" must be ", " were "},
      {" must have ", " had "},        {" must not ", " did not "},
      {" must equal ", " equalled "},  {" must lie ", " lay "},
      {" must say ", " said "},        {" must hold ", " held "},
  };
  for (auto [is, would] : forms) {
    auto [before, after] = sentence.split(is);
    if (before.size() != sentence.size())
      return (before + would + after).str();
  }
  return "this held: " + sentence.str();
}

std::string dsp::describeMiss(const CandidateVerdict &verdict) {
  std::string text = "would fit if ";
  StringRef separator;
  for (const Reason &reason : verdict.reasons) {
    text += separator;
    text += asCondition(nameDims(*verdict.kernel, reason.sentence));
    separator = ", and ";
  }
  return text;
}
