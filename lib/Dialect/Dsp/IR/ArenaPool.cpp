//===- ArenaPool.cpp - The memory that the arena is in --------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Dsp/IR/ArenaPool.h"

#include "mlir/IR/Builders.h"
#include "mlir/IR/Operation.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace dsp {

/// The pool that `attr` describes, or none.
static std::optional<ArenaPool> readPool(Attribute attr) {
  auto fields = dyn_cast_if_present<DictionaryAttr>(attr);
  if (!fields || fields.size() != 3)
    return std::nullopt;
  auto name = fields.getAs<StringAttr>("name");
  auto size = fields.getAs<IntegerAttr>("size");
  auto alignment = fields.getAs<IntegerAttr>("align");
  if (!name || !size || !alignment || !size.getType().isInteger(64) ||
      !alignment.getType().isInteger(64) || size.getInt() < 0 ||
      alignment.getInt() <= 0 || !llvm::isPowerOf2_64(alignment.getInt()))
    return std::nullopt;
  return ArenaPool{name.getValue(), uint64_t(size.getInt()),
                   uint64_t(alignment.getInt())};
}

ArenaPool arenaPool(Operation *op) {
  while (Operation *parent = op->getParentOp())
    op = parent;
  return readPool(op->getAttr(kArenaPoolAttr)).value_or(ArenaPool());
}

LogicalResult verifyArenaPool(Operation *op, Attribute attr) {
  if (readPool(attr))
    return success();
  return op->emitError()
         << "'" << kArenaPoolAttr
         << "' must be {name = \"…\", size = … : i64, align = … : i64} with a "
            "power of two as alignment, found "
         << attr;
}

DictionaryAttr makeArenaPoolAttr(MLIRContext *context, const ArenaPool &pool) {
  Builder builder(context);
  return builder.getDictionaryAttr(
      {builder.getNamedAttr("name", builder.getStringAttr(pool.name)),
       builder.getNamedAttr("size", builder.getI64IntegerAttr(pool.size)),
       builder.getNamedAttr("align",
                            builder.getI64IntegerAttr(pool.alignment))});
}

} // namespace dsp
