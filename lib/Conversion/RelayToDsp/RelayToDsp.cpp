//===- RelayToDsp.cpp - From Relay ops to kernel calls --------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Conversion/RelayToDsp/RelayToDsp.h"

#include "BoundaryScales.h"
#include "GuardedRewriter.h"
#include "dsp/Conversion/RelayToDsp/CoverMatcher.h"
#include "dsp/Conversion/RelayToDsp/FrontOps.h"
#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Dialect/Dsp/IR/Numerics.h"
#include "dsp/Dialect/Dsp/Utils/SourceOps.h"
#include "dsp/Dialect/Relay/IR/Layout.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Matchers.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Rewrite/FrozenRewritePatternSet.h"
#include "mlir/Rewrite/PatternApplicator.h"
#include <limits>
#include <map>

namespace dsp {
#define GEN_PASS_DEF_CONVERTRELAYTODSPPASS
#define GEN_PASS_DEF_CONVERTRELAYCONSTANTSTODSPPASS
#include "dsp/Conversion/RelayToDsp/Passes.h.inc"
} // namespace dsp

using namespace mlir;

namespace dsp {

bool isPlacementAllowed(StringAttr placement, const KernelInfo &kernel) {
  if (!placement || placement.getValue() == kAnyPlacement)
    return true;
  auto [library, name] = placement.getValue().split('.');
  return library == kernel.library->name &&
         (name.empty() || name == kernel.name);
}

namespace {

/// Within a library the cover with more ops wins, then the higher priority.
constexpr int benefitPerOp = 256;
constexpr int maxBenefitInLibrary = 4095;

int clampBenefit(int benefit) {
  return std::clamp(benefit, 1, maxBenefitInLibrary);
}

//===----------------------------------------------------------------------===//
// Kernel calls
//===----------------------------------------------------------------------===//

class CoverPattern;

/// Covers of one library that are worth the same at one front op: what their
/// kernels cost decides.
using Rivals = SmallVector<const CoverPattern *, 1>;

/// Replaces the ops of one cover by a call of its kernel, or by the calls of
/// its lowering.
class CoverPattern final : public RewritePattern {
public:
  CoverPattern(MLIRContext *context, const KernelInfo &kernel,
               const CoverInfo &cover)
      : RewritePattern(cover.nodes.front().opName, benefitOf(kernel, cover),
                       context),
        kernel(kernel), cover(cover) {
    setDebugName(kernel.opName);
  }

  bool hasCost() const { return kernel.cost; }

  /// Patterns that may be cheaper; those in front of this one also where they
  /// cost the same.
  void setRivals(Rivals before, Rivals behind) {
    rivalsBefore = std::move(before);
    rivalsBehind = std::move(behind);
  }

  /// Patterns of other numerics, of which one may be exact where this one is
  /// not.
  void setOtherNumerics(Rivals patterns) {
    otherNumerics = std::move(patterns);
  }
  StringRef numerics() const { return cover.numerics; }

  LogicalResult matchAndRewrite(Operation *root,
                                PatternRewriter &rewriter) const override {
    CoverMatch match(kernel);
    if (!fits(root, match) || isDearer(root, match) ||
        isNeedlesslyInexact(root))
      return failure();
    SmallVector<Value> replacements = createCalls(root, match, rewriter);
    // Results that the kernel does not compute have no users.
    replacements.resize(root->getNumResults());
    rewriter.replaceOp(root, replacements);
    return success();
  }

private:
  static PatternBenefit benefitOf(const KernelInfo &kernel,
                                  const CoverInfo &cover) {
    return clampBenefit(benefitPerOp * static_cast<int>(cover.nodes.size()) +
                        kernel.priority + cover.extraBenefit);
  }

  bool fits(Operation *root, CoverMatch &match) const {
    if (matchCover(kernel, cover, root, match) != MatchResult::Fits)
      return false;
    return llvm::all_of(match.ops, [&](Operation *op) {
      return isPlacementAllowed(requestedPlacement(op), kernel);
    });
  }

  /// What is unknown costs more than anything that is known.
  double costOf(const CoverMatch &match) const {
    return kernel.cost ? kernel.cost(match.args)
                       : std::numeric_limits<double>::infinity();
  }

  bool isDearer(Operation *root, const CoverMatch &match) const {
    if (rivalsBefore.empty() && rivalsBehind.empty())
      return false;
    double cost = costOf(match);
    auto rivalCost = [&](const CoverPattern *rival) -> std::optional<double> {
      CoverMatch other(rival->kernel);
      if (!rival->kernel.cost || !rival->fits(root, other))
        return std::nullopt;
      return rival->costOf(other);
    };
    for (const CoverPattern *rival : rivalsBefore)
      if (std::optional<double> other = rivalCost(rival);
          other && *other <= cost)
        return true;
    for (const CoverPattern *rival : rivalsBehind)
      if (std::optional<double> other = rivalCost(rival);
          other && *other < cost)
        return true;
    return false;
  }

  bool isNeedlesslyInexact(Operation *root) const {
    return !isExact(cover, root) &&
           llvm::any_of(otherNumerics, [&](const CoverPattern *other) {
             CoverMatch match(other->kernel);
             return isExact(other->cover, root) && other->fits(root, match);
           });
  }

  SmallVector<Value> createCalls(Operation *root, const CoverMatch &match,
                                 PatternRewriter &rewriter) const {
    rewriter.setInsertionPoint(root);
    Location loc = locationOf(match, rewriter);
    KernelArgs args = match.args;
    for (unsigned i = 0, e = kernel.operands.size(); i < e; ++i)
      if (kernel.operands[i].repacked && args.operand(i))
        args.setOperand(i, pack(args.operand(i), match.sourceLayouts[i],
                                kernel.operands[i].layout, rewriter));
    auto create = [&](const KernelInfo &kernel, const KernelArgs &args) {
      Operation *call = createCall(kernel, args, loc, rewriter);
      if (!cover.numerics.empty())
        call->setAttr(kNumericsAttr, rewriter.getStringAttr(cover.numerics));
      return call;
    };
    if (!kernel.expand)
      return SmallVector<Value>(create(kernel, args)->getResults());
    SmallVector<KernelOperand> results;
    kernel.expand(
        args,
        [&](const KernelInfo &step, KernelArgs &stepArgs,
            SmallVectorImpl<KernelOperand> &made) {
          for (Value result : create(step, stepArgs)->getResults())
            made.push_back(result);
        },
        results);
    SmallVector<Value> values;
    for (const KernelOperand &result : results)
      values.push_back(result.value);
    return values;
  }

  /// A call of a kernel whose operands are as it wants them.
  static Operation *createCall(const KernelInfo &kernel, const KernelArgs &args,
                               Location loc, PatternRewriter &rewriter) {
    OperationState state(loc, kernel.opName);
    SmallVector<int32_t> operandSegments, resultSegments;
    for (unsigned i = 0, e = kernel.operands.size(); i < e; ++i) {
      ArrayRef<KernelOperand> operands = args.operands(i);
      operandSegments.push_back(operands.size());
      for (const KernelOperand &operand : operands)
        state.operands.push_back(operand.value);
    }
    for (auto [i, info] : llvm::enumerate(kernel.attrs))
      state.addAttribute(info.name, args.attr(i));
    for (unsigned i = 0, e = kernel.results.size(); i < e; ++i) {
      state.addTypes(args.results(i));
      resultSegments.push_back(args.results(i).size());
    }
    if (state.name.hasTrait<OpTrait::AttrSizedOperandSegments>())
      state.addAttribute("operandSegmentSizes",
                         rewriter.getDenseI32ArrayAttr(operandSegments));
    if (state.name.hasTrait<OpTrait::AttrSizedResultSegments>())
      state.addAttribute("resultSegmentSizes",
                         rewriter.getDenseI32ArrayAttr(resultSegments));
    return rewriter.create(state);
  }

  /// Brings a filter or the like into the kernel's layout.
  static Value pack(const KernelOperand &operand, StringRef from, StringRef to,
                    PatternRewriter &rewriter) {
    if (from == to)
      return operand.value;
    SmallVector<int64_t> axes =
        *relay::Layout::parse(from)->permutationTo(*relay::Layout::parse(to));
    // No op of the model, but if it stays it is a transpose to the reports.
    Location loc =
        FusedLoc::get(rewriter.getContext(), {operand.value.getLoc()},
                      rewriter.getDictionaryAttr(rewriter.getNamedAttr(
                          kOpsKey, rewriter.getStrArrayAttr({"transpose"}))));
    return relay::TransposeOp::create(rewriter, loc, operand.type,
                                      operand.value,
                                      rewriter.getDenseI64ArrayAttr(axes));
  }

  /// The places of all ops that the call stands for, in the order in which they
  /// ran. The front ops' own locations hold what the reports want to know.
  static Location locationOf(const CoverMatch &match, Builder &builder) {
    SmallVector<Location> places;
    for (Operation *op : llvm::reverse(match.ops))
      places.push_back(op->getLoc());
    return builder.getFusedLoc(places);
  }

  const KernelInfo &kernel;
  const CoverInfo &cover;
  Rivals rivalsBefore, rivalsBehind;
  Rivals otherNumerics;
};

} // namespace

void populateKernelPatterns(RewritePatternSet &patterns,
                            const LibraryInfo &library) {
  // By root and benefit. Only kernels whose cost is known have a say.
  std::map<std::pair<StringRef, unsigned>, SmallVector<CoverPattern *>> equals;
  llvm::StringMap<SmallVector<CoverPattern *>> byRoot;
  for (ArrayRef<const KernelInfo *> list : {library.kernels, library.lowerings})
    for (const KernelInfo *kernel : list)
      for (const CoverInfo &cover : kernel->covers) {
        auto pattern = std::make_unique<CoverPattern>(patterns.getContext(),
                                                      *kernel, cover);
        equals[{cover.nodes.front().opName, pattern->getBenefit().getBenefit()}]
            .push_back(pattern.get());
        byRoot[cover.nodes.front().opName].push_back(pattern.get());
        patterns.add(std::move(pattern));
      }
  for (auto &[key, group] : equals)
    for (auto [i, pattern] : llvm::enumerate(group)) {
      auto priced = [&](ArrayRef<CoverPattern *> list) {
        Rivals rivals;
        for (CoverPattern *rival : list)
          if (rival->hasCost())
            rivals.push_back(rival);
        return rivals;
      };
      ArrayRef<CoverPattern *> all(group);
      pattern->setRivals(priced(all.take_front(i)),
                         priced(all.drop_front(i + 1)));
    }
  for (auto &[root, all] : byRoot)
    for (CoverPattern *pattern : all) {
      Rivals others;
      if (!pattern->numerics().empty())
        llvm::copy_if(all, std::back_inserter(others),
                      [&](const CoverPattern *other) {
                        return other->numerics() != pattern->numerics();
                      });
      pattern->setOtherNumerics(std::move(others));
    }
}

//===----------------------------------------------------------------------===//
// Views
//===----------------------------------------------------------------------===//

static bool isView(Value result, Value data) {
  auto from = dyn_cast<RankedTensorType>(data.getType());
  auto to = dyn_cast<RankedTensorType>(result.getType());
  return from && to && from.hasStaticShape() && to.hasStaticShape() &&
         from.getElementType() == to.getElementType() &&
         from.getNumElements() == to.getNumElements();
}

namespace {
#include "dsp/Conversion/RelayToDsp/Views.inc"
} // namespace

void populateViewPatterns(RewritePatternSet &patterns) {
  populateWithGenerated(patterns);
}

//===----------------------------------------------------------------------===//
// Passes
//===----------------------------------------------------------------------===//

namespace {

struct ConvertRelayToDspPass final
    : public impl::ConvertRelayToDspPassBase<ConvertRelayToDspPass> {
  using Base::Base;

  LogicalResult initialize(MLIRContext *context) override;
  void runOnOperation() override;

private:
  void addLibrary(RewritePatternSet &set, const LibraryInfo &library,
                  unsigned rank);

  FrozenRewritePatternSet patterns;
  /// What each pattern is worth, all libraries together.
  DenseMap<const Pattern *, PatternBenefit> benefits;
};

/// Adds the library's patterns. An earlier library is preferred whatever the
/// others could do better.
void ConvertRelayToDspPass::addLibrary(RewritePatternSet &set,
                                       const LibraryInfo &library,
                                       unsigned rank) {
  constexpr unsigned maxRank = 14;
  unsigned base =
      (maxRank - std::min(rank, maxRank)) * (maxBenefitInLibrary + 1);
  auto addNew = [&](size_t numBefore, int factor) {
    for (const auto &pattern :
         llvm::drop_begin(set.getNativePatterns(), numBefore))
      benefits.insert(
          {pattern.get(),
           base + clampBenefit(factor * pattern->getBenefit().getBenefit())});
  };
  size_t numBefore = set.getNativePatterns().size();
  populateKernelPatterns(set, library);
  addNew(numBefore, 1);
  if (!library.populatePatterns)
    return;
  // DRR counts the ops of a source pattern.
  numBefore = set.getNativePatterns().size();
  library.populatePatterns(set);
  addNew(numBefore, benefitPerOp);
}

LogicalResult ConvertRelayToDspPass::initialize(MLIRContext *context) {
  RewritePatternSet set(context);
  populateViewPatterns(set);
  SmallVector<std::string> names(libraries.begin(), libraries.end());
  if (names.empty())
    names.push_back("portable");
  for (auto [rank, name] : llvm::enumerate(names)) {
    const LibraryInfo *library = lookupLibrary(name);
    if (!library) {
      InFlightDiagnostic diag = emitError(UnknownLoc::get(context))
                                << "there is no kernel library '" << name
                                << "'";
      Diagnostic &note = diag.attachNote() << "known libraries:";
      for (const LibraryInfo *known : allLibraries())
        note << " '" << known->name << "'";
      return failure();
    }
    addLibrary(set, *library, rank);
  }
  patterns = FrozenRewritePatternSet(std::move(set));
  return success();
}

/// A filter that is packed at compile time; the constant folder's, not a
/// kernel's.
static bool isPackedConstant(Operation *op) {
  auto transpose = dyn_cast<relay::TransposeOp>(op);
  return transpose && matchPattern(transpose.getData(), m_Constant());
}

void ConvertRelayToDspPass::runOnOperation() {
  markFrontOps(getOperation());
  noteBoundaryScales(getOperation());
  GuardedRewriter rewriter(&getContext());
  PatternApplicator applicator(patterns);
  applicator.applyCostModel([&](const Pattern &pattern) {
    auto benefit = benefits.find(&pattern);
    return benefit == benefits.end() ? pattern.getBenefit() : benefit->second;
  });
  // Users first: an op is asked as the root of a cover before the ops that it
  // uses are. What a cover swallows is dead when its turn comes.
  auto convert = [&](Block *block) {
    Operation *op = block->empty() ? nullptr : &block->back();
    while (op) {
      Operation *next = op->getNextNode();
      bool replaced = false;
      if (isa_and_nonnull<relay::RelayDialect>(op->getDialect()) &&
          !isPackedConstant(op)) {
        replaced = isOpTriviallyDead(op);
        if (replaced)
          op->erase();
        else
          replaced = succeeded(applicator.matchAndRewrite(
              op, rewriter, /*canApply=*/{}, /*onFailure=*/{},
              [&](const Pattern &) { return rewriter.commit(); }));
      }
      // What has come in place of a replaced op is looked at as well; `next`
      // exists, since no terminator is ever replaced.
      op = replaced ? next->getPrevNode() : op->getPrevNode();
    }
  };
  getOperation().walk([&](Block *block) { convert(block); });
}

struct ConvertRelayConstantsToDspPass final
    : public impl::ConvertRelayConstantsToDspPassBase<
          ConvertRelayConstantsToDspPass> {
  using Base::Base;

  void runOnOperation() override {
    IRRewriter rewriter(&getContext());
    getOperation().walk([&](relay::ConstantOp op) {
      if (op->use_empty()) {
        rewriter.eraseOp(op);
        return;
      }
      rewriter.setInsertionPoint(op);
      rewriter.replaceOpWithNewOp<ConstantOp>(op, op.getType(), op.getValue(),
                                              op.getNameAttr());
    });
  }
};

} // namespace
} // namespace dsp
