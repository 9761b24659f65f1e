//===- ChannelPatterns.h - Parameters by channel ----------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_DIALECT_RELAY_TRANSFORMS_CHANNELPATTERNS_H
#define DSP_LIB_DIALECT_RELAY_TRANSFORMS_CHANNELPATTERNS_H

#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace dsp::relay {

/// Folds scales and shifts by channel into the weights and the bias of the
/// layer in front of them; see ChannelPatterns.td.
void populateChannelPatterns(mlir::RewritePatternSet &patterns);

/// For the greedy driver on models of 100,000 ops: in program order, and
/// without the searches through whole blocks that relay's straight-line code
/// never needs.
inline mlir::GreedyRewriteConfig getRewriteConfig() {
  return mlir::GreedyRewriteConfig()
      .setUseTopDownTraversal(true)
      .setRegionSimplificationLevel(mlir::GreedySimplifyRegionLevel::Disabled)
      .enableConstantCSE(false);
}

} // namespace dsp::relay

#endif // DSP_LIB_DIALECT_RELAY_TRANSFORMS_CHANNELPATTERNS_H
