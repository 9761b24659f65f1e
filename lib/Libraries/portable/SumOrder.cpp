//===- SumOrder.cpp - The order in which TVM adds up ----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Our kernels have channels last; a model that has them first is converted, but
// its filters still say what it was: TVM takes OIHW with NCHW and HWIO with
// NHWC. In the latter it adds up all the channels of a tap before the next tap.
// In the former it adds up channels before taps, but blocks them where it has
// a vectorised kernel.
//
//===----------------------------------------------------------------------===//

#include "dsp/Libraries/portable/SumOrder.h"

#include "dsp/Dialect/Dsp/IR/KernelArgs.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace dsp::portable {

/// The attribute's place among those of Portable_ConvGeometry.
static constexpr unsigned channelBlockAttr = 6;

/// The greatest divisor of `channels` up to `limit`.
static int64_t getBlock(int64_t channels, int64_t limit) {
  int64_t block = std::min(channels, limit);
  while (channels % block != 0)
    --block;
  return block;
}

/// How many input channels of a group are added up before the next ones; 0 are
/// all of them. The block is that of TVM's kernels for CPUs with vectors of
/// four floats, which it takes where no tuned schedule is known.
static int64_t getChannelBlock(relay::RelayLayoutOpInterface conv) {
  StringRef layout = conv.getOperandLayout(1);
  auto filter = cast<RankedTensorType>(conv->getOperand(1).getType());
  size_t input = layout.find('I'), output = layout.find('O');
  if (input == StringRef::npos || output == StringRef::npos)
    return 0;
  bool channelsFirst = input < layout.find('W');
  auto getVectorBlock = [&](int64_t outputs) {
    return getBlock(filter.getDimSize(input), getBlock(outputs, 4));
  };
  return TypeSwitch<Operation *, int64_t>(conv)
      .Case([&](relay::Conv2DOp op) {
        int64_t outputs = filter.getDimSize(output) / op.getGroups();
        return channelsFirst ? getVectorBlock(outputs) : 0;
      })
      // The others have channels first, whatever the model says.
      .Case([&](relay::Conv3DOp op) {
        return getVectorBlock(filter.getDimSize(output) / op.getGroups());
      })
      .Case<relay::Conv2DTransposeOp, relay::Conv3DTransposeOp>([&](auto op) {
        int64_t outputs = filter.getDimSize(output);
        return op.getGroups() == 1 ? getVectorBlock(outputs) : 1;
      })
      .Case<relay::Conv1DTransposeOp>([](auto) { return 1; })
      .Default([&](Operation *) { return channelsFirst ? 1 : 0; });
}

bool bindChannelBlock(Operation *, CustomMatch &match) {
  for (Operation *op : match.ops)
    if (auto conv = dyn_cast<relay::RelayLayoutOpInterface>(op))
      if (int64_t block = getChannelBlock(conv)) {
        match.args.setAttr(channelBlockAttr,
                           Builder(op).getI64IntegerAttr(block));
      }
  return true;
}

} // namespace dsp::portable
