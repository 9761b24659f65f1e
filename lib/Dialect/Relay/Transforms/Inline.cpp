//===- Inline.cpp - Inline relay functions --------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The upstream inliner splits the caller's block at each call, which moves all
// ops behind it: quadratic for a fused model, where everything is a call. Here
// callees are single blocks, so their ops go in front of the call and the block
// stays whole.
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/Transforms/Passes.h"
#include "mlir/Analysis/CallGraph.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/Iterators.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Passes.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SCCIterator.h"

namespace dsp::relay {
#define GEN_PASS_DEF_RELAYINLINE
#include "dsp/Dialect/Relay/Transforms/Passes.h.inc"
} // namespace dsp::relay

using namespace mlir;

namespace dsp::relay {
namespace {

/// Inlines the calls of one module.
class Inliner {
public:
  Inliner(ModuleOp module, const CallGraph &graph, int64_t maxOps);

  LogicalResult run();
  int64_t getNumInlined() const { return numInlined; }

private:
  /// Inlines what can be in the blocks under `function`.
  LogicalResult inlineCallsIn(Operation *function);
  LogicalResult reportGrowth(Operation *function);
  /// The op whose body `call` runs, null if that isn't known or can't be
  /// inlined.
  Operation *getInlinableCallee(CallOpInterface call);
  /// Puts the body in front of the call; returns the first op of it.
  Operation *inlineCall(CallOpInterface call, Operation *callee);

  SymbolTableCollection symbols;
  /// Callees before their callers.
  SmallVector<Operation *> bottomUp;
  DenseSet<Operation *> recursive;
  /// Uses of each private function that are left.
  DenseMap<Operation *, unsigned> usesLeft;
  const int64_t maxOps;
  int64_t numCloned = 0;
  int64_t numInlined = 0;
};

struct InlinePass : impl::RelayInlineBase<InlinePass> {
  using RelayInlineBase::RelayInlineBase;

  void runOnOperation() override {
    Inliner inliner(getOperation(), getAnalysis<CallGraph>(), maxOps);
    LogicalResult result = inliner.run();
    numInlined += inliner.getNumInlined();
    if (failed(result))
      return signalPassFailure();
    // Private functions that were cloned from are left.
    if (llvm::none_of(
            getOperation().getOps<func::FuncOp>(),
            [](func::FuncOp function) { return function.isPrivate(); }))
      return;
    OpPassManager cleanup(ModuleOp::getOperationName());
    cleanup.addPass(createSymbolDCEPass());
    if (failed(runPipeline(cleanup, getOperation())))
      signalPassFailure();
  }
};

} // namespace

/// True if `callee` is used by `call` alone and may be taken apart.
static bool isOnlyUse(Operation *callee) {
  return callee->getNumResults() == 1 && callee->getResult(0).hasOneUse();
}

Operation *Inliner::getInlinableCallee(CallOpInterface call) {
  CallInterfaceCallable target = call.getCallableForCallee();
  Operation *callee = nullptr;
  if (auto value = dyn_cast<Value>(target))
    callee = value.getDefiningOp();
  else
    callee = symbols.lookupNearestSymbolFrom(call, cast<SymbolRefAttr>(target));
  auto callable = dyn_cast_if_present<CallableOpInterface>(callee);
  if (!callable || recursive.contains(callee))
    return nullptr;
  Region *body = callable.getCallableRegion();
  if (!body || !body->hasOneBlock() ||
      body->isAncestor(call->getParentRegion()))
    return nullptr;
  Block &block = body->front();
  // Types differ where a signature has dynamic dimensions.
  if (!block.mightHaveTerminator() ||
      TypeRange(block.getArgumentTypes()) != TypeRange(call.getArgOperands()) ||
      TypeRange(block.getTerminator()->getOperands()) !=
          TypeRange(call->getResults()))
    return nullptr;
  return callee;
}

Operation *Inliner::inlineCall(CallOpInterface call, Operation *callee) {
  Block &body = cast<CallableOpInterface>(callee).getCallableRegion()->front();
  Operation *terminator = body.getTerminator();
  Operation *next = nullptr;
  SmallVector<Value> results;

  auto function = dyn_cast<func::FuncOp>(callee);
  bool isLast = function ? --usesLeft[callee] == 0 && function.isPrivate()
                         : isOnlyUse(callee);
  if (isLast) {
    for (auto [argument, operand] :
         llvm::zip_equal(body.getArguments(), call.getArgOperands()))
      argument.replaceAllUsesWith(operand);
    results.assign(terminator->operand_begin(), terminator->operand_end());
    next = &body.front() == terminator ? nullptr : &body.front();
    Block *caller = call->getBlock();
    caller->getOperations().splice(call->getIterator(), body.getOperations(),
                                   body.begin(), terminator->getIterator());
  } else {
    IRMapping mapping;
    mapping.map(body.getArguments(), call.getArgOperands());
    OpBuilder builder(call);
    for (Operation &op : body.without_terminator()) {
      Operation *clone = builder.clone(op, mapping);
      if (!next)
        next = clone;
      ++numCloned;
      // Cloned calls are uses like the original ones.
      clone->walk([&](CallOpInterface nested) {
        if (Operation *target = getInlinableCallee(nested))
          if (isa<func::FuncOp>(target))
            ++usesLeft[target];
      });
    }
    for (Value result : terminator->getOperands())
      results.push_back(mapping.lookupOrDefault(result));
  }
  if (!next)
    next = call->getNextNode();
  call->replaceAllUsesWith(results);
  call->erase();
  if (isLast) {
    if (function)
      symbols.getSymbolTable(function->getParentOp()).erase(function);
    else
      callee->erase();
  }
  ++numInlined;
  return next;
}

LogicalResult Inliner::reportGrowth(Operation *function) {
  InFlightDiagnostic diag =
      function->emitError("inlining has cloned more than ")
      << maxOps << " ops into 'func.func' "
      << SymbolTable::getSymbolName(function);
  diag.attachNote() << "functions that call others twice double with each "
                       "level; raise 'max-ops' of 'relay-inline' if this model "
                       "is meant to be so large";
  return diag;
}

LogicalResult Inliner::inlineCallsIn(Operation *function) {
  // Positions in the blocks being visited, innermost last. The ops of an
  // inlined body are visited after it is in place: a callee that was an
  // argument may be known by now.
  SmallVector<Operation *> positions;
  auto enter = [&](Operation *op) {
    for (Region &region : op->getRegions())
      for (Block &block : region)
        if (!block.empty())
          positions.push_back(&block.front());
  };
  enter(function);
  while (!positions.empty()) {
    Operation *op = positions.back();
    if (!op) {
      positions.pop_back();
      continue;
    }
    positions.back() = op->getNextNode();
    if (auto call = dyn_cast<CallOpInterface>(op)) {
      if (Operation *callee = getInlinableCallee(call)) {
        positions.back() = inlineCall(call, callee);
        if (numCloned > maxOps)
          return reportGrowth(function);
        continue;
      }
    }
    enter(op);
  }
  // A function value that was called from several places is left without uses;
  // users come after it, so go first.
  function->walk<WalkOrder::PostOrder, mlir::ReverseIterator>(
      [&](Operation *op) {
        if (op != function && isa<CallableOpInterface>(op) &&
            !isa<SymbolOpInterface>(op) && op->use_empty())
          op->erase();
      });
  return success();
}

Inliner::Inliner(ModuleOp module, const CallGraph &graph, int64_t maxOps)
    : maxOps(maxOps) {
  for (auto scc = llvm::scc_begin(&graph); !scc.isAtEnd(); ++scc) {
    for (CallGraphNode *node : *scc) {
      if (node->isExternal())
        continue;
      Operation *callable = node->getCallableRegion()->getParentOp();
      bool callsItself =
          llvm::any_of(*node, [&](const CallGraphNode::Edge &edge) {
            return edge.isCall() && edge.getTarget() == node;
          });
      if (scc->size() > 1 || callsItself)
        recursive.insert(callable);
      if (isa<func::FuncOp>(callable))
        bottomUp.push_back(callable);
    }
  }
  // Without private functions no body is moved out of one, so their uses need
  // no count.
  if (llvm::none_of(bottomUp, [](Operation *function) {
        return cast<func::FuncOp>(function).isPrivate();
      }))
    return;
  module.walk([&](Operation *op) {
    if (isa<func::FuncOp>(op))
      return;
    op->getAttrDictionary().walk([&](SymbolRefAttr ref) {
      if (Operation *symbol = symbols.lookupNearestSymbolFrom(op, ref))
        ++usesLeft[symbol];
    });
  });
}

LogicalResult Inliner::run() {
  for (Operation *function : bottomUp)
    if (failed(inlineCallsIn(function)))
      return failure();
  return success();
}

} // namespace dsp::relay
