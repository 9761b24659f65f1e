//===- TypeSolver.cpp - Types that are found by unification ---------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TypeSolver.h"

using namespace mlir;
using namespace dsp;
using namespace dsp::relay;

/// The types that `type` is made of.
static void getParts(Type type, SmallVectorImpl<Type> &parts) {
  if (auto tuple = dyn_cast<TupleType>(type)) {
    llvm::append_range(parts, tuple.getTypes());
  } else if (auto fn = dyn_cast<FunctionType>(type)) {
    llvm::append_range(parts, fn.getInputs());
    llvm::append_range(parts, fn.getResults());
  } else if (auto adt = dyn_cast<AdtType>(type)) {
    llvm::append_range(parts, adt.getArgs());
  } else if (auto ref = dyn_cast<RefType>(type)) {
    parts.push_back(ref.getPointee());
  }
}

/// `type` with other parts.
static Type withParts(Type type, ArrayRef<Type> parts) {
  MLIRContext *context = type.getContext();
  if (isa<TupleType>(type))
    return TupleType::get(context, parts);
  if (auto fn = dyn_cast<FunctionType>(type))
    return FunctionType::get(context, parts.take_front(fn.getNumInputs()),
                             parts.drop_front(fn.getNumInputs()));
  if (auto adt = dyn_cast<AdtType>(type))
    return AdtType::get(context, adt.getName(), parts);
  if (isa<RefType>(type))
    return RefType::get(context, parts.front());
  return type;
}

/// Replaces leaves; recursion is bounded by the types' depth.
template <typename Fn>
Type TypeSolver::map(Type type, Fn leaf) {
  if (Type replaced = leaf(type))
    return replaced;
  SmallVector<Type> parts;
  getParts(type, parts);
  if (parts.empty())
    return type;
  bool changed = false;
  for (Type &part : parts) {
    Type mapped = map(part, leaf);
    changed |= mapped != part;
    part = mapped;
  }
  return changed ? withParts(type, parts) : type;
}

Type TypeSolver::resolve(Type type) {
  if (bindings.empty() || isa<RankedTensorType>(type))
    return type;
  return map(type, [&](Type leaf) -> Type {
    auto unknown = dyn_cast<UnknownType>(leaf);
    if (!unknown)
      return nullptr;
    Type bound = bindings.lookup(unknown.getId());
    return bound ? resolve(bound) : Type();
  });
}

bool TypeSolver::occurs(unsigned id, Type type) {
  if (auto unknown = dyn_cast<UnknownType>(type))
    return unknown.getId() == id;
  SmallVector<Type> parts;
  getParts(type, parts);
  return llvm::any_of(parts, [&](Type part) { return occurs(id, part); });
}

bool TypeSolver::unify(Type a, Type b) {
  if (a == b)
    return true;
  a = resolve(a);
  b = resolve(b);
  if (a == b)
    return true;
  if (isa<UnknownType>(b))
    std::swap(a, b);
  if (auto unknown = dyn_cast<UnknownType>(a)) {
    if (!checkSize(b).empty() || occurs(unknown.getId(), b))
      return false;
    bindings[unknown.getId()] = b;
    return true;
  }
  if (auto tensorA = dyn_cast<RankedTensorType>(a)) {
    auto tensorB = dyn_cast<RankedTensorType>(b);
    return tensorB && tensorA.getElementType() == tensorB.getElementType() &&
           succeeded(verifyCompatibleShape(tensorA, tensorB));
  }
  if (a.getTypeID() != b.getTypeID())
    return false;
  if (auto fn = dyn_cast<FunctionType>(a))
    if (fn.getNumInputs() != cast<FunctionType>(b).getNumInputs())
      return false;
  if (auto adt = dyn_cast<AdtType>(a))
    if (adt.getName() != cast<AdtType>(b).getName())
      return false;
  if (isa<TypeVarType>(a))
    return false;
  SmallVector<Type> partsA, partsB;
  getParts(a, partsA);
  getParts(b, partsB);
  if (partsA.size() != partsB.size())
    return false;
  for (auto [partA, partB] : llvm::zip_equal(partsA, partsB))
    if (!unify(partA, partB))
      return false;
  return true;
}

Type TypeSolver::substitute(Type type, ArrayRef<StringRef> typeParams,
                            ArrayRef<Type> args) {
  return map(type, [&](Type leaf) -> Type {
    auto var = dyn_cast<TypeVarType>(leaf);
    if (!var)
      return nullptr;
    for (auto [param, arg] : llvm::zip_equal(typeParams, args))
      if (param == var.getName())
        return arg;
    return nullptr;
  });
}

Type TypeSolver::instantiate(Type type, ArrayRef<StringRef> typeParams) {
  SmallVector<Type> args;
  for (size_t i = 0; i < typeParams.size(); ++i)
    args.push_back(makeUnknown());
  return substitute(type, typeParams, args);
}

TypeSolver::Size TypeSolver::sizeOf(Type type) {
  if (isa<RankedTensorType, UnknownType, TypeVarType>(type))
    return {};
  if (auto known = sizes.find(type); known != sizes.end())
    return known->second;
  SmallVector<Type> parts;
  getParts(type, parts);
  Size size;
  for (Type part : parts) {
    Size inner = sizeOf(part);
    size.depth = std::max(size.depth, inner.depth + 1);
    size.parts = std::min(size.parts + inner.parts, kMaxParts + 1);
  }
  return sizes[type] = size;
}

std::string TypeSolver::checkSize(Type type) {
  Size size = sizeOf(type);
  if (size.depth > kMaxDepth)
    return ("types nest deeper than " + Twine(kMaxDepth)).str();
  if (size.parts > kMaxParts)
    return ("a type is made of more than " + Twine(kMaxParts) + " others")
        .str();
  return "";
}

//===----------------------------------------------------------------------===//
// The types of values
//===----------------------------------------------------------------------===//

void TypeSolver::flatten(Type type, SmallVectorImpl<Type> &types) {
  if (auto tuple = dyn_cast<TupleType>(type)) {
    for (Type field : tuple.getTypes())
      flatten(field, types);
    return;
  }
  types.push_back(pack(type));
}

Type TypeSolver::pack(Type type) {
  if (isa<RankedTensorType>(type))
    return type;
  return map(type, [&](Type leaf) -> Type {
    auto fn = dyn_cast<FunctionType>(leaf);
    return fn ? Type(lower(fn)) : Type();
  });
}

FunctionType TypeSolver::lower(FunctionType type) {
  SmallVector<Type> inputs, results;
  for (Type input : type.getInputs())
    flatten(input, inputs);
  for (Type result : type.getResults())
    flatten(result, results);
  return FunctionType::get(context, inputs, results);
}
