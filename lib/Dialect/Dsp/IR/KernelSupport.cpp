//===- KernelSupport.cpp - Evaluates support predicates -------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Dsp/IR/KernelSupport.h"

#include "dsp/Dialect/Dsp/IR/ArenaPool.h"
#include "dsp/Dialect/Dsp/IR/CTypes.h"
#include "dsp/Dialect/Dsp/IR/Expressions.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "mlir/IR/Operation.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;

namespace dsp {

KernelArgs::KernelArgs(const KernelInfo &kernel)
    : operandLists(kernel.operands.size()), attrList(kernel.attrs.size()),
      resultLists(kernel.results.size()) {}

KernelArgs::KernelArgs(const KernelInfo &kernel, Operation *op)
    : KernelArgs(kernel) {
  kernel.collectArgs(op, *this);
}

raw_ostream &operator<<(raw_ostream &os, const Reason &reason) {
  os << '[' << reason.label << "] " << reason.sentence;
  if (!reason.actual.empty())
    os << " (is " << reason.actual << ')';
  return os;
}

namespace {

/// One evaluation of a kernel's predicate.
class SupportCheck {
public:
  SupportCheck(const KernelInfo &kernel, const KernelArgs &args,
               SmallVectorImpl<Reason> *reasons)
      : kernel(kernel), args(args), reasons(reasons),
        usable{llvm::BitVector(kernel.operands.size()),
               llvm::BitVector(kernel.attrs.size()),
               llvm::BitVector(kernel.results.size())} {}

  bool run() {
    for (auto [i, info] : llvm::enumerate(kernel.operands))
      if (!checkTensor(EntityRef::Operand, i, info,
                       llvm::map_range(args.operands(i), typeOf)))
        return false;
    for (auto [i, info] : llvm::enumerate(kernel.results))
      if (!checkTensor(EntityRef::Result, i, info, args.results(i)))
        return false;
    for (auto [i, info] : llvm::enumerate(kernel.attrs))
      if (!checkAttr(i, info))
        return false;
    for (const ConstraintInfo &constraint : kernel.constraints)
      if (!checkConstraint(constraint))
        return false;
    // Expressions may rely on what the constraints ask for.
    if (!fits)
      return false;
    for (ArrayRef<CFunctionInfo> calls :
         {kernel.initCalls, kernel.runCalls, kernel.deinitCalls})
      for (const CFunctionInfo &function : calls)
        if (!checkNumbers(function.args))
          return false;
    return fits;
  }

private:
  // Each check says whether to go on: false ends the evaluation.

  static Type typeOf(const KernelOperand &operand) { return operand.type; }

  template <typename Types>
  bool checkTensor(EntityRef::Kind kind, unsigned i, const TensorInfo &info,
                   Types &&types) {
    if (types.empty() && (info.optional || info.variadic)) {
      usable[kind][i] = info.variadic;
      return true;
    }
    if (types.empty())
      return no(
          info.name, [&](raw_ostream &os) { sayMustBe(os, info); },
          [](raw_ostream &os) { os << "absent"; });
    for (Type type : types) {
      if (!info.acceptsType(type))
        return no(
            info.name, [&](raw_ostream &os) { sayMustBe(os, info); },
            [&](raw_ostream &os) { os << type; });
      // C functions for DSPs do not expect tensors without elements.
      if (llvm::is_contained(cast<RankedTensorType>(type).getShape(), 0))
        return no(
            info.name,
            [&](raw_ostream &os) {
              os << "'" << info.name << "' must have elements";
            },
            [&](raw_ostream &os) { os << type; });
    }
    usable[kind][i] = true;
    return true;
  }

  static void sayMustBe(raw_ostream &os, const TensorInfo &info) {
    os << "'" << info.name << "' must be a static " << info.typeSummary;
  }

  bool checkAttr(unsigned i, const AttrInfo &info) {
    Attribute value = args.attr(i);
    if (value && info.accepts(value)) {
      if (!isOptionValue(info, value))
        return no(
            info.name,
            [&](raw_ostream &os) {
              os << "'" << info.name << "' must be a value of option '"
                 << kernel.library->name << ":" << info.option << "'";
            },
            [&](raw_ostream &os) { os << value; });
      usable[EntityRef::Attr][i] = true;
      return true;
    }
    return no(
        info.name,
        [&](raw_ostream &os) {
          os << "'" << info.name << "' must be a " << info.summary;
        },
        [&](raw_ostream &os) {
          if (value)
            os << value;
          else
            os << "absent";
        });
  }

  /// Whether the attribute, if it is an option's value, is one that there is.
  bool isOptionValue(const AttrInfo &info, Attribute value) const {
    if (info.option.empty())
      return true;
    const OptionInfo *option =
        llvm::find_if(kernel.library->options, [&](const OptionInfo &option) {
          return option.name == info.option;
        });
    return option == kernel.library->options.end() ||
           option->accepts(cast<StringAttr>(value).getValue());
  }

  bool checkConstraint(const ConstraintInfo &constraint) {
    for (EntityRef entity : constraint.entities)
      if (!usable[entity.kind][entity.index])
        return true;
    if (constraint.holds(args))
      return true;
    return no(
        constraint.label, [&](raw_ostream &os) { os << constraint.sentence; },
        [&](raw_ostream &os) { constraint.show(args, os); });
  }

  /// Whether C can hold what is passed by these parameters or fields.
  bool checkNumbers(ArrayRef<CArg> params) {
    for (const CArg &param : params)
      if (!checkNumbers(param.fields) ||
          (passesNumbers(param) && !checkNumbers(param)))
        return false;
    return true;
  }

  bool checkNumbers(const CArg &param) {
    std::optional<CRange> range = rangeOfCType(param.cType);
    if (!param.enumerators.empty())
      range = {0, static_cast<int64_t>(param.enumerators.size()) - 1};
    if (!range)
      return true;
    SmallVector<CNumber> numbers;
    param.numbers(args, numbers);
    const CNumber *wrong = llvm::find_if(numbers, [&](const CNumber &number) {
      return number.isFloat || number.integer < range->least ||
             number.integer > range->greatest;
    });
    if (wrong == numbers.end())
      return true;
    return no(
        "range",
        [&](raw_ostream &os) {
          os << (param.kind == CArgKind::Scalar ? "'" : "every number of '")
             << param.name << "' must be in " << range->least << " … "
             << range->greatest << ": it is passed as ";
          if (!param.enumerators.empty())
            os << "one of " << param.enumerators.size() << ' ';
          os << "'" << withoutConst(param.cType) << "'";
        },
        [&](raw_ostream &os) {
          if (wrong->isFloat)
            show(os, wrong->real);
          else
            show(os, wrong->integer);
        });
  }

  bool no(StringRef label, llvm::function_ref<void(raw_ostream &)> sentence,
          llvm::function_ref<void(raw_ostream &)> actual) {
    fits = false;
    if (!reasons)
      return false;
    Reason reason{label, "", ""};
    llvm::raw_string_ostream sentenceStream(reason.sentence);
    sentence(sentenceStream);
    llvm::raw_string_ostream actualStream(reason.actual);
    actual(actualStream);
    // Several functions of a kernel may be told the same.
    if (llvm::none_of(*reasons, [&](const Reason &other) {
          return other.label == label && other.sentence == reason.sentence;
        }))
      reasons->push_back(std::move(reason));
    return true;
  }

  const KernelInfo &kernel;
  const KernelArgs &args;
  SmallVectorImpl<Reason> *reasons;
  /// By EntityRef::Kind: the arguments that are there and of the right type, so
  /// that constraints may look at them.
  std::array<llvm::BitVector, 3> usable;
  bool fits = true;
};

} // namespace

bool supports(const KernelInfo &kernel, const KernelArgs &args,
              SmallVectorImpl<Reason> *reasons) {
  return SupportCheck(kernel, args, reasons).run();
}

bool supportsSteps(const KernelInfo &lowering, const KernelArgs &args,
                   Operation *root, SmallVectorImpl<Reason> *reasons) {
  bool fits = true;
  SmallVector<KernelOperand> results;
  lowering.expand(
      args,
      [&](const KernelInfo &kernel, KernelArgs &step,
          SmallVectorImpl<KernelOperand> &made) {
        for (unsigned i = 0, e = kernel.results.size(); i < e; ++i)
          made.push_back({Value(), step.result(i)});
        if (!fits && !reasons)
          return;
        SmallVector<Reason> why;
        if (!meetsNeeds(kernel, root, reasons ? &why : nullptr) ||
            !supports(kernel, step, reasons ? &why : nullptr))
          fits = false;
        for (Reason &reason : why) {
          reason.sentence =
              (kernel.name + ": " + StringRef(reason.sentence)).str();
          reasons->push_back(std::move(reason));
        }
      },
      results);
  return fits;
}

bool meetsNeeds(const KernelInfo &kernel, Operation *op,
                SmallVectorImpl<Reason> *reasons) {
  bool met = true;
  for (const NeedInfo &need : kernel.needs) {
    StringRef value = libraryOption(op, *kernel.library, need.option);
    if (value == need.value)
      continue;
    met = false;
    if (!reasons)
      return false;
    reasons->push_back({"needs",
                        ("option '" + kernel.library->name + ":" + need.option +
                         "' must be '" + need.value + "'")
                            .str(),
                        ("'" + value + "'").str()});
  }
  if (kernel.memoryNeeds.empty())
    return met;
  StringRef memory = arenaPool(op).name;
  for (const MemoryNeed &need : kernel.memoryNeeds) {
    if (memory == need.memory)
      continue;
    met = false;
    if (!reasons)
      return false;
    reasons->push_back(
        {"memory",
         ("'" + need.parameter + "' must be in memory '" + need.memory + "'")
             .str(),
         memory.empty() ? "unknown; --arena NAME:SIZE says it"
                        : ("'" + memory + "'").str()});
  }
  return met;
}

LogicalResult verifyKernel(Operation *op, const KernelInfo &kernel) {
  KernelArgs args(kernel, op);
  if (supports(kernel, args, nullptr))
    return success();
  SmallVector<Reason> reasons;
  supports(kernel, args, &reasons);
  InFlightDiagnostic diag = op->emitOpError("breaks its kernel's constraints");
  for (const Reason &reason : reasons) {
    std::string text;
    llvm::raw_string_ostream(text) << reason;
    diag.attachNote(op->getLoc()) << text;
  }
  return diag;
}

} // namespace dsp
