/* What the records of the library can't say in trees, in C++. */
#ifndef PHASES_MATCHERS_H
#define PHASES_MATCHERS_H

#include "dsp/Dialect/Dsp/IR/KernelArgs.h"
#include "dsp/Dialect/Dsp/IR/KernelInfo.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "mlir/IR/Builders.h"
#include <algorithm>

namespace phases {

/// Takes all clips that feed `root` and nothing else, and binds their ranges'
/// intersection.
inline bool matchClips(mlir::Operation *root, dsp::CustomMatch &match) {
  auto clip = mlir::cast<dsp::relay::ClipOp>(root);
  double low = clip.getAMin();
  double high = clip.getAMax();
  mlir::Value input = clip.getData();
  while (auto inner = input.getDefiningOp<dsp::relay::ClipOp>()) {
    if (!inner->hasOneUse())
      break;
    // Clipping to the outer range comes last: it moves the inner bounds.
    double innerLow = inner.getAMin();
    double innerHigh = inner.getAMax();
    double clippedLow = std::clamp(innerLow, low, high);
    high = std::clamp(innerHigh, low, high);
    low = clippedLow;
    match.ops.push_back(inner);
    input = inner.getData();
  }
  if (!(low < high)) {
    match.whyNot = "the clips must leave more than one value";
    return false;
  }
  mlir::Builder builder(root->getContext());
  match.args.setOperand(0, input);
  match.args.setAttr(0, builder.getF64FloatAttr(low));
  match.args.setAttr(1, builder.getF64FloatAttr(high));
  return true;
}

} // namespace phases

#endif
