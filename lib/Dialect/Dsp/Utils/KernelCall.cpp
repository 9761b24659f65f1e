//===- KernelCall.cpp - What a kernel op's call needs ---------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Dsp/Utils/KernelCall.h"
#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "dsp/Dialect/Dsp/IR/KernelArgs.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace dsp {

std::optional<uint64_t> elementBytes(Type elementType) {
  if (!elementType.isIntOrFloat())
    return std::nullopt;
  unsigned width = elementType.getIntOrFloatBitWidth();
  if (width == 1)
    return 1;
  if (width != 8 && width != 16 && width != 32 && width != 64)
    return std::nullopt;
  return width / 8;
}

std::optional<uint64_t> tensorBytes(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor || !tensor.hasStaticShape())
    return std::nullopt;
  std::optional<uint64_t> bytes = elementBytes(tensor.getElementType());
  if (!bytes)
    return std::nullopt;
  for (int64_t dim : tensor.getShape()) {
    bool overflow = false;
    bytes = llvm::SaturatingMultiply(*bytes, uint64_t(dim), &overflow);
    if (overflow || *bytes > uint64_t(INT64_MAX))
      return std::nullopt;
  }
  return bytes;
}

void forEachArg(ArrayRef<CArg> args,
                llvm::function_ref<void(const CArg &)> visit) {
  // As deep as the vendor's structs are nested.
  for (const CArg &arg : args) {
    visit(arg);
    if (arg.kind == CArgKind::Struct)
      forEachArg(arg.fields, visit);
  }
}

void forEachRunArg(const KernelInfo &kernel,
                   llvm::function_ref<void(const CArg &)> visit) {
  for (const CFunctionInfo &function : kernel.runCalls)
    forEachArg(function.args, visit);
}

SmallVector<ScratchNeed, 1> scratchNeeds(Operation *op) {
  SmallVector<ScratchNeed, 1> needs;
  const KernelInfo *kernel = kernelOf(op);
  if (!kernel)
    return needs;
  forEachRunArg(*kernel, [&](const CArg &arg) {
    if (arg.kind != CArgKind::Scratch)
      return;
    SmallVector<CNumber, 1> bytes;
    arg.numbers(KernelArgs(*kernel, op), bytes);
    needs.push_back(
        {uint64_t(bytes.front().integer), std::max(arg.alignment, 1u)});
  });
  return needs;
}

SmallVector<std::pair<OpOperand *, Value>, 1> inPlacePairs(Operation *op) {
  SmallVector<std::pair<OpOperand *, Value>, 1> pairs;
  const KernelInfo *kernel = kernelOf(op);
  if (!kernel || kernel->inPlace.empty())
    return pairs;
  KernelArgs args(*kernel, op);
  // Operands and results lie one after the other in the order of the record.
  SmallVector<unsigned> operandBegin = {0}, resultBegin = {0};
  for (unsigned i = 0; i < kernel->operands.size(); ++i)
    operandBegin.push_back(operandBegin.back() + args.operands(i).size());
  for (unsigned i = 0; i < kernel->results.size(); ++i)
    resultBegin.push_back(resultBegin.back() + args.results(i).size());
  for (InPlacePair pair : kernel->inPlace) {
    if (args.operands(pair.operand).size() == 1 &&
        args.results(pair.result).size() == 1)
      pairs.push_back({&op->getOpOperand(operandBegin[pair.operand]),
                       op->getResult(resultBegin[pair.result])});
  }
  return pairs;
}

Value viewSource(Value value) {
  while (auto view = value.getDefiningOp<ViewOp>())
    value = view.getSource();
  return value;
}

} // namespace dsp
