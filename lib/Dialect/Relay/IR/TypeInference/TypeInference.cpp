//===- TypeInference.cpp - What all rules of typing use -------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/IR/TypeInference.h"
#include "Common.h"
#include "dsp/Dialect/Relay/IR/DType.h"

#include "mlir/IR/TypeUtilities.h"
#include "llvm/ADT/STLExtras.h"

using namespace mlir;

namespace dsp::relay {

LogicalResult InferenceContext::checkOperands(ValueRange operands) const {
  for (auto [index, operand] : llvm::enumerate(operands))
    if (!isa<RankedTensorType>(operand.getType()))
      return fail("operand #", index, " is of type ", operand.getType(),
                  ", expected a tensor with a rank");
  return success();
}

FailureOr<Type> InferenceContext::getElementType(StringRef attrName,
                                                 StringRef name,
                                                 Type otherwise) const {
  if (name.empty()) {
    if (otherwise)
      return otherwise;
    return fail("needs '", attrName, "', the element type of its result");
  }
  if (Type type = parseDType(context, name))
    return type;
  return fail(
      "'", attrName, "' is '", name,
      "', expected bool, float16, float32, float64, bfloat16, int8 to int64 or "
      "uint8 to uint64");
}

FailureOr<int64_t> InferenceContext::getAxis(StringRef attrName, int64_t axis,
                                             int64_t rank) const {
  if (axis >= -rank && axis < rank)
    return axis < 0 ? axis + rank : axis;
  if (rank == 0)
    return fail("'", attrName, "' is ", axis, ", but a scalar has no axes");
  return fail("'", attrName, "' is ", axis, ", expected ", -rank, " to ",
              rank - 1);
}

/// Whether all pairs are tensors of agreeing shapes and `agreeElements`.
static bool areCompatible(TypeRange inferred, TypeRange actual,
                          llvm::function_ref<bool(Type, Type)> agreeElements) {
  if (inferred.size() != actual.size())
    return false;
  return llvm::all_of(llvm::zip_equal(inferred, actual), [&](auto pair) {
    auto lhs = dyn_cast<RankedTensorType>(std::get<0>(pair));
    auto rhs = dyn_cast<RankedTensorType>(std::get<1>(pair));
    return lhs && rhs &&
           agreeElements(lhs.getElementType(), rhs.getElementType()) &&
           agree(lhs.getShape(), rhs.getShape());
  });
}

bool areCompatible(TypeRange inferred, TypeRange actual) {
  return areCompatible(inferred, actual, std::equal_to<Type>());
}

bool areCompatibleIndices(TypeRange inferred, TypeRange actual) {
  return areCompatible(inferred, actual, [](Type, Type type) {
    return type.isSignlessInteger(32) || type.isSignlessInteger(64);
  });
}

std::string shapeStr(ArrayRef<int64_t> shape) {
  std::string text = "(";
  for (auto [index, extent] : llvm::enumerate(shape)) {
    if (index != 0)
      text += ", ";
    text += ShapedType::isDynamic(extent) ? "?" : std::to_string(extent);
  }
  return text + ")";
}

//===----------------------------------------------------------------------===//
// Shared by the families
//===----------------------------------------------------------------------===//

FailureOr<SmallVector<int64_t>> broadcastShapes(InferenceContext cx,
                                                ArrayRef<int64_t> lhs,
                                                ArrayRef<int64_t> rhs) {
  SmallVector<int64_t> result(lhs.size() >= rhs.size() ? lhs : rhs);
  size_t shared = std::min(lhs.size(), rhs.size());
  for (size_t i = 1; i <= shared; ++i) {
    int64_t l = lhs[lhs.size() - i], r = rhs[rhs.size() - i];
    int64_t &extent = result[result.size() - i];
    if (l == 1) {
      extent = r;
    } else if (r == 1 || isDynamic(r)) {
      extent = l;
    } else if (isDynamic(l) || l == r) {
      extent = r;
    } else {
      return cx.fail("can't broadcast ", shapeStr(lhs), " and ", shapeStr(rhs),
                     " to one shape: ", l, " and ", r,
                     " differ and neither is 1");
    }
  }
  return result;
}

FailureOr<Layout> parseLayout(InferenceContext cx, StringRef attrName,
                              StringRef text, StringRef canonical) {
  std::optional<Layout> layout = Layout::parse(text);
  if (!layout || !layout->isConvertibleTo(*Layout::parse(canonical))) {
    return cx.fail("'", attrName, "' is '", text,
                   "', expected the letters of '", canonical,
                   "' in some order");
  }
  return *layout;
}

FailureOr<SmallVector<int64_t>> canonicalShape(InferenceContext cx,
                                               StringRef operandName,
                                               ArrayRef<int64_t> shape,
                                               const Layout &layout,
                                               const Layout &canonical) {
  if (shape.size() != layout.getRank()) {
    return cx.fail("'", operandName, "' has shape ", shapeStr(shape),
                   ", expected rank ", layout.getRank(), " for layout '",
                   layout.str(), "'");
  }
  return layout.convertShape(shape, canonical);
}

StringRef canonicalDataLayout(unsigned spatialRank) {
  static constexpr StringLiteral layouts[] = {"NCW", "NCHW", "NCDHW"};
  return layouts[spatialRank - 1];
}

LogicalResult checkList(InferenceContext cx, StringRef attrName,
                        ArrayRef<int64_t> list, size_t size, int64_t least) {
  if (list.size() != size)
    return cx.fail("'", attrName, "' has ", list.size(),
                   list.size() == 1 ? " entry" : " entries", ", expected ",
                   size);
  for (int64_t value : list) {
    if (value < least)
      return cx.fail("'", attrName, "' holds ", value, ", expected at least ",
                     least);
    if (value > kMostInAttr)
      return cx.fail("'", attrName, "' holds ", value, ", expected at most ",
                     kMostInAttr);
  }
  return success();
}

FailureOr<SmallVector<int64_t>> sumPadding(InferenceContext cx,
                                           unsigned spatialRank,
                                           ArrayRef<int64_t> padding) {
  // Relay does not mind negative padding.
  if (failed(checkList(cx, "padding", padding, padding.size(), -kMostInAttr)))
    return failure();
  SmallVector<int64_t> sums(spatialRank);
  if (padding.size() == 2 * spatialRank) {
    for (unsigned i = 0; i < spatialRank; ++i)
      sums[i] = padding[i] + padding[spatialRank + i];
  } else if (padding.size() == spatialRank) {
    for (unsigned i = 0; i < spatialRank; ++i)
      sums[i] = 2 * padding[i];
  } else if (padding.size() == 1) {
    sums.assign(spatialRank, 2 * padding[0]);
  } else {
    auto number = [](unsigned n) { return std::to_string(n); };
    return cx.fail("'padding' has ", padding.size(), " entries, expected ",
                   spatialRank == 1 ? std::string("1 or 2")
                                    : "1, " + number(spatialRank) + " or " +
                                          number(2 * spatialRank));
  }
  return sums;
}

} // namespace dsp::relay
