//===- FrontOps.cpp - The ops of the model that want a place --------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Conversion/RelayToDsp/FrontOps.h"

#include "dsp/Dialect/Dsp/Utils/SourceOps.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/AttrTypeSubElements.h"

using namespace mlir;

namespace dsp {

bool isFrontOp(Operation *op) {
  return isa_and_nonnull<relay::RelayDialect>(op->getDialect()) &&
         !op->hasTrait<OpTrait::ConstantLike>() &&
         !op->hasTrait<OpTrait::IsTerminator>();
}

void markFrontOps(func::FuncOp func) {
  Builder builder(func.getContext());
  int64_t next = 0;
  func.walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (!isFrontOp(op))
      return;
    int64_t id = next++;
    if (isMarkedFrontOp(op->getLoc()))
      return;
    op->setLoc(FusedLoc::get(
        builder.getContext(), {op->getLoc()},
        builder.getDictionaryAttr(
            {builder.getNamedAttr(kFrontKey, builder.getI64IntegerAttr(id)),
             builder.getNamedAttr(
                 kMacsKey,
                 builder.getI64IntegerAttr(relay::macCount(op).value_or(0))),
             builder.getNamedAttr(kOpsKey,
                                  builder.getArrayAttr(builder.getStringAttr(
                                      op->getName().stripDialect())))})));
  });
}

void unmarkFrontOps(Operation *root) {
  AttrTypeReplacer replacer;
  replacer.addReplacement([](FusedLoc fused) -> std::optional<Attribute> {
    auto data = dyn_cast_or_null<DictionaryAttr>(fused.getMetadata());
    if (!data || !data.contains(kFrontKey))
      return std::nullopt;
    NamedAttrList kept(data);
    kept.erase(kFrontKey);
    return FusedLoc::get(fused.getContext(), fused.getLocations(),
                         kept.getDictionary(fused.getContext()));
  });
  replacer.recursivelyReplaceElementsIn(root, /*replaceAttrs=*/false,
                                        /*replaceLocs=*/true);
}

} // namespace dsp
