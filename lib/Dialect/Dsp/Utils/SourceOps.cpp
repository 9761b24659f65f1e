//===- SourceOps.cpp - The front ops behind an op -------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Dsp/Utils/SourceOps.h"

using namespace mlir;

namespace dsp {

StringRef SourceOps::name() const {
  // The last one computed.
  for (const SourcePlace &place : llvm::reverse(places))
    if (!place.name.empty())
      return place.name;
  return "";
}

SourceOps getSourceOps(Location loc) {
  SourceOps source;
  // A place under construction is handed down to the child location that may
  // complete it.
  SmallVector<std::pair<LocationAttr, StringRef>, 4> worklist = {{loc, ""}};
  while (!worklist.empty()) {
    auto [attr, name] = worklist.pop_back_val();
    if (auto fused = dyn_cast<FusedLoc>(attr)) {
      if (auto data = dyn_cast_or_null<DictionaryAttr>(fused.getMetadata())) {
        if (auto ops = data.getAs<ArrayAttr>("ops"); ops && source.ops.empty())
          for (Attribute op : ops)
            if (auto text = dyn_cast<StringAttr>(op))
              source.ops.push_back(text.getValue());
        if (auto macs = data.getAs<IntegerAttr>("macs"))
          source.macs += macs.getInt();
      }
      for (Location child : llvm::reverse(fused.getLocations()))
        worklist.push_back({child, name});
    } else if (auto named = dyn_cast<NameLoc>(attr)) {
      StringRef inner = named.getName().getValue();
      worklist.push_back({named.getChildLoc(), name.empty() ? inner : name});
    } else if (auto call = dyn_cast<CallSiteLoc>(attr)) {
      worklist.push_back({call.getCallee(), name});
    } else if (auto file = dyn_cast<FileLineColLoc>(attr)) {
      source.places.push_back({name, file.getFilename().getValue(),
                               file.getLine(), file.getColumn()});
    } else if (!name.empty()) {
      source.places.push_back({name, "", 0, 0});
    }
  }
  return source;
}

} // namespace dsp
