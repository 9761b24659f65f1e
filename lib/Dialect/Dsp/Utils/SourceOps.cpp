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

bool isMarkedFrontOp(Location loc) {
  auto fused = dyn_cast<FusedLoc>(loc);
  if (!fused)
    return false;
  auto data = dyn_cast_or_null<DictionaryAttr>(fused.getMetadata());
  return data && data.contains(kFrontKey);
}

namespace {

/// What one piece of metadata says, and the places below it.
struct FrontEntry {
  int64_t id = -1;
  SmallVector<StringRef, 1> ops;
  int64_t macs = 0;
  SmallVector<SourcePlace, 1> places;
};

/// Reads a tree of locations, in its order.
class LocationReader {
public:
  explicit LocationReader(Location loc) {
    worklist.push_back({loc, "", 0});
    while (!worklist.empty()) {
      Task task = worklist.pop_back_val();
      visit(task);
    }
  }

  SourceOps finish();

private:
  /// A place under construction is handed down to the child location that may
  /// complete it.
  struct Task {
    LocationAttr loc;
    StringRef name;
    size_t entry;
  };

  void visit(Task task);
  void addMetadata(DictionaryAttr data, Task &task);
  void addName(const Task &task);
  void addPlace(const Task &task, SourcePlace place) {
    entries[task.entry].places.push_back(place);
  }

  SmallVector<Task, 4> worklist;
  /// Entry 0 is what no front op claims.
  SmallVector<FrontEntry, 4> entries = {FrontEntry()};
};

} // namespace

void LocationReader::visit(Task task) {
  if (auto fused = dyn_cast<FusedLoc>(task.loc)) {
    if (auto data = dyn_cast_or_null<DictionaryAttr>(fused.getMetadata()))
      addMetadata(data, task);
    for (Location child : llvm::reverse(fused.getLocations()))
      worklist.push_back({child, task.name, task.entry});
    return;
  }
  if (auto named = dyn_cast<NameLoc>(task.loc)) {
    StringRef inner = named.getName().getValue();
    worklist.push_back({named.getChildLoc(),
                        task.name.empty() ? inner : task.name, task.entry});
    return;
  }
  if (auto call = dyn_cast<CallSiteLoc>(task.loc))
    worklist.push_back({call.getCallee(), task.name, task.entry});
  else if (auto file = dyn_cast<FileLineColLoc>(task.loc))
    addPlace(task, {task.name, file.getFilename().getValue(), file.getLine(),
                    file.getColumn()});
  else if (!task.name.empty())
    addName(task);
}

/// A front end's span may say no place: it names the op whose place stands
/// before it, and better than the number that Relay gives.
void LocationReader::addName(const Task &task) {
  SmallVectorImpl<SourcePlace> &places = entries[task.entry].places;
  if (!places.empty() && places.back().line)
    places.back().name = task.name;
  else
    addPlace(task, {task.name, "", 0, 0});
}

void LocationReader::addMetadata(DictionaryAttr data, Task &task) {
  FrontEntry entry;
  if (auto id = data.getAs<IntegerAttr>(kFrontKey))
    entry.id = id.getInt();
  if (auto ops = data.getAs<ArrayAttr>(kOpsKey))
    for (Attribute op : ops)
      if (auto text = dyn_cast<StringAttr>(op))
        entry.ops.push_back(text.getValue());
  if (auto macs = data.getAs<IntegerAttr>(kMacsKey))
    entry.macs = macs.getInt();
  task.entry = entries.size();
  entries.push_back(std::move(entry));
}

SourceOps LocationReader::finish() {
  llvm::stable_sort(entries, [](const FrontEntry &a, const FrontEntry &b) {
    return a.id < b.id;
  });
  SourceOps source;
  for (const FrontEntry &entry : entries) {
    // Several ops that one front op became may be fused again.
    if (entry.id >= 0 && !source.ids.empty() && source.ids.back() == entry.id)
      continue;
    if (entry.id >= 0)
      source.ids.push_back(entry.id);
    llvm::append_range(source.ops, entry.ops);
    llvm::append_range(source.places, entry.places);
    source.macs += entry.macs;
  }
  return source;
}

SourceOps getSourceOps(Location loc) { return LocationReader(loc).finish(); }

} // namespace dsp
