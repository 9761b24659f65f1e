//===- MacCount.cpp - Multiplications with addition -----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/IR/Layout.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"

#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace dsp::relay {

/// The product; nothing if it is beyond an int64_t, as nothing real is.
static std::optional<int64_t> product(ArrayRef<int64_t> factors) {
  int64_t result = 1;
  for (int64_t factor : factors)
    if (llvm::MulOverflow(result, factor, result))
      return std::nullopt;
  return result;
}

/// Each place of `moved`, a tensor with axes N, C and spatial ones, meets each
/// element of the weight once.
static std::optional<int64_t> macsOfConv(RankedTensorType moved,
                                         StringRef layoutText,
                                         RankedTensorType weight) {
  std::optional<Layout> layout = Layout::parse(layoutText);
  if (!layout)
    return std::nullopt;
  SmallVector<int64_t> factors(weight.getShape());
  for (auto [axis, extent] :
       llvm::zip_equal(layout->getAxes(), moved.getShape()))
    if (axis.role != 'C')
      factors.push_back(extent);
  return product(factors);
}

std::optional<int64_t> macCount(Operation *op) {
  if (!llvm::all_of(op->getOperandTypes(), [](Type type) {
        auto tensor = dyn_cast<RankedTensorType>(type);
        return tensor && tensor.hasStaticShape();
      }))
    return std::nullopt;

  using Result = std::optional<int64_t>;
  return llvm::TypeSwitch<Operation *, Result>(op)
      .Case<Conv1DOp, Conv2DOp, Conv3DOp, QNNConv2DOp>([](auto conv) -> Result {
        if (!conv.getType().hasStaticShape())
          return std::nullopt;
        return macsOfConv(conv.getType(), conv.getResultLayout(),
                          conv.getWeight().getType());
      })
      .Case<Conv1DTransposeOp, Conv2DTransposeOp, Conv3DTransposeOp,
            QNNConv2DTransposeOp>([](auto conv) {
        return macsOfConv(conv.getData().getType(), conv.getDataLayout(),
                          conv.getWeight().getType());
      })
      .Case<DenseOp, QNNDenseOp>([](auto dense) {
        SmallVector<int64_t> factors(dense.getData().getType().getShape());
        factors.push_back(dense.getWeight().getType().getDimSize(0));
        return product(factors);
      })
      .Case([](MatmulOp matmul) {
        SmallVector<int64_t> factors(matmul.getTensorA().getType().getShape());
        factors.push_back(matmul.getTensorB().getType().getDimSize(
            matmul.getTransposeB() ? 0 : 1));
        return product(factors);
      })
      .Case<BatchMatmulOp, QNNBatchMatmulOp>([](auto matmul) -> Result {
        if (!matmul.getType().hasStaticShape())
          return std::nullopt;
        SmallVector<int64_t> factors(matmul.getType().getShape());
        auto first = cast<RankedTensorType>(matmul->getOperand(0).getType());
        factors.push_back(first.getDimSize(matmul.getTransposeA() ? 1 : 2));
        return product(factors);
      })
      .Case([](QNNDensePackOp dense) {
        // The weight's blocks hold each of its elements once.
        SmallVector<int64_t> factors(dense.getWeight().getType().getShape());
        factors.push_back(dense.getData().getType().getDimSize(0));
        return product(factors);
      })
      .Default([](Operation *) { return std::nullopt; });
}

} // namespace dsp::relay
