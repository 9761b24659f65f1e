//===- OpBuild.cpp - Operators by Relay's names ---------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Relay/IR/OpSchema.h"
#include "dsp/Dialect/Relay/IR/RelayOps.h"

#include "llvm/ADT/ScopeExit.h"

using namespace mlir;

namespace dsp::relay {

/// What ODS verifies of an op has to hold before its types can be inferred.
static LogicalResult checkAgainstSchema(Location loc, const OpSchema &schema,
                                        ValueRange operands,
                                        DictionaryAttr attrs) {
  size_t least = llvm::count_if(schema.operands, [](const auto &operand) {
    return !operand.variadic && !operand.optional;
  });
  bool isOpenEnded = least != schema.operands.size();
  if (operands.size() < least || (!isOpenEnded && operands.size() > least))
    return emitError(loc) << "'" << schema.name << "' has " << operands.size()
                          << (operands.size() == 1 ? " operand" : " operands")
                          << ", expected " << least
                          << (isOpenEnded ? " or more" : "");
  for (const AttrSchema &attr : schema.attrs)
    if (!attr.optional && !attr.hasDefault && !attrs.get(attr.name))
      return emitError(loc)
             << "'" << schema.name << "' needs attribute '" << attr.name
             << "', " << describeAttrKind(attr.kind);
  return success();
}

FailureOr<Operation *> buildOperator(OpBuilder &builder, Location loc,
                                     StringRef relayName, ValueRange operands,
                                     ArrayRef<NamedAttribute> attrs) {
  MLIRContext *context = builder.getContext();
  const OpSchema *schema = lookupOpSchema(relayName);
  OperationName name(("relay." + relayName).str(), context);
  if (!schema || !name.isRegistered())
    return emitError(loc) << "unknown operator '" << relayName << "'";

  DictionaryAttr dictionary = builder.getDictionaryAttr(attrs);
  if (failed(checkAgainstSchema(loc, *schema, operands, dictionary)))
    return failure();

  // The rules read attributes from properties, which only an op has; until
  // there is one, they live here.
  SmallVector<uint64_t, 32> storage(
      llvm::divideCeil(name.getOpPropertyByteSize(), sizeof(uint64_t)));
  OpaqueProperties properties(storage.empty() ? nullptr : storage.data());
  if (properties)
    name.initOpProperties(properties, OpaqueProperties(nullptr));
  auto destroy = llvm::scope_exit([&] {
    if (properties)
      name.destroyOpProperties(properties);
  });
  auto emit = [&] { return emitError(loc) << "'" << relayName << "': "; };
  if (properties && failed(name.setOpPropertiesFromAttribute(name, properties,
                                                             dictionary, emit)))
    return failure();

  SmallVector<Type> types;
  auto *inference = name.getInterface<InferTypeOpInterface>();
  if (failed(inference->inferReturnTypes(context, loc, operands, dictionary,
                                         properties, /*regions=*/{}, types)))
    return failure();
  OperationState state(loc, name, operands, types, attrs);
  return builder.create(state);
}

} // namespace dsp::relay
