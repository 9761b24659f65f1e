//===- ConstantAttrs.cpp - Constants as attributes of kernels -------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConstantAttrs.h"

#include "dsp/Dialect/Relay/Transforms/ConstantData.h"
#include "mlir/IR/Builders.h"

using namespace mlir;

namespace dsp {

/// The first of the candidates that is accepted. They are made one by one,
/// since attributes live as long as the context.
template <typename... Makers>
static Attribute firstAccepted(bool (*accepts)(Attribute), Makers... makers) {
  Attribute attr;
  auto tryOne = [&](auto make) {
    attr = make();
    return attr && accepts(attr);
  };
  return (tryOne(makers) || ...) ? attr : Attribute();
}

/// Elements of type `From` as a list of `To`.
template <typename To, typename From>
static SmallVector<To> convert(const relay::ConstantView &view) {
  SmallVector<To> numbers(view.getNumElements());
  for (auto [i, number] : llvm::enumerate(numbers))
    number = static_cast<To>(view.as<From>()[view.isSplat() ? 0 : i]);
  return numbers;
}

static Attribute makeFloats(const relay::ConstantView &view, Builder &builder,
                            bool (*accepts)(Attribute)) {
  if (!view.getElementType().isF32())
    return {};
  bool isOne = view.getNumElements() == 1;
  return firstAccepted(
      accepts,
      [&] {
        return isOne ? builder.getF32FloatAttr(*view.as<float>()) : Attribute();
      },
      [&] {
        return isOne ? builder.getF64FloatAttr(*view.as<float>()) : Attribute();
      },
      [&] { return builder.getDenseF32ArrayAttr(convert<float, float>(view)); },
      [&] {
        return builder.getDenseF64ArrayAttr(convert<double, float>(view));
      });
}

static Attribute makeIntegers(const relay::ConstantView &view, Builder &builder,
                              bool (*accepts)(Attribute)) {
  std::optional<SmallVector<int64_t>> integers = view.getIntegers();
  if (!integers)
    return {};
  bool isOne = integers->size() == 1;
  bool areInt32 = llvm::all_of(*integers, llvm::isInt<32>);
  return firstAccepted(
      accepts,
      [&] {
        return isOne && areInt32 ? builder.getI32IntegerAttr(integers->front())
                                 : Attribute();
      },
      [&] {
        return isOne ? builder.getI64IntegerAttr(integers->front())
                     : Attribute();
      },
      [&] {
        return areInt32 ? builder.getDenseI32ArrayAttr(
                              llvm::to_vector_of<int32_t>(*integers))
                        : Attribute();
      },
      [&] { return builder.getDenseI64ArrayAttr(*integers); });
}

Attribute makeAttrOfConstant(Value value, bool (*accepts)(Attribute)) {
  std::optional<relay::ConstantView> view =
      value ? relay::ConstantView::get(value) : std::nullopt;
  if (!view)
    return {};
  Builder builder(value.getContext());
  return isa<FloatType>(view->getElementType())
             ? makeFloats(*view, builder, accepts)
             : makeIntegers(*view, builder, accepts);
}

} // namespace dsp
