//===- PlacementFile.cpp - Placement as a text to edit --------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Compiler/PlacementFile.h"
#include "dsp/Conversion/RelayToDsp/FrontOps.h"
#include "dsp/Conversion/RelayToDsp/RelayToDsp.h"
#include "dsp/Dialect/Dsp/Utils/SourceOps.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace mlir;
using namespace dsp;

/// The op's name in the model, on one line.
static std::string nameInFile(const FrontOp &op) {
  std::string text;
  llvm::raw_string_ostream os(text);
  llvm::printEscapedString(getSourceOps(op.loc).name().trim(), os);
  return text;
}

static std::string placementOf(const FrontOp &op) {
  if (op.fate == FrontOp::Unplaced)
    return kHostPlacement.str();
  return (op.kernel->library->name + "." + op.kernel->name).str();
}

//===----------------------------------------------------------------------===//
// Saving
//===----------------------------------------------------------------------===//

void dsp::savePlacement(const Placement &placement, StringRef modelName,
                        raw_ostream &os) {
  os << "# Where the ops of '" << modelName
     << "' go, for --placement-load. The first column may be changed to a\n"
        "# kernel (\"library.kernel\"), a library to choose from, \"any\", or "
        "\"host\". Lines may be left out.\n";
  constexpr size_t maxWidth = 48;
  size_t placeWidth = 0, opWidth = 0;
  for (const FrontOp &op : placement.numberedOps()) {
    if (!op.isWork())
      continue;
    placeWidth = std::max(placeWidth, placementOf(op).size());
    opWidth = std::max(opWidth, op.name.size());
  }
  placeWidth = std::min(placeWidth, maxWidth);
  opWidth = std::min(opWidth, maxWidth);
  for (const FrontOp &op : placement.numberedOps())
    if (op.isWork()) {
      std::string name = nameInFile(op);
      os << llvm::left_justify(placementOf(op), placeWidth) << "  ";
      if (name.empty())
        os << op.name << "\n";
      else
        os << llvm::left_justify(op.name, opWidth) << "  " << name << "\n";
    }
}

//===----------------------------------------------------------------------===//
// Loading
//===----------------------------------------------------------------------===//

namespace {

/// A line of the file.
struct Entry {
  StringRef placement;
  StringRef op;
  StringRef name;
  Location loc;
};

class Loader {
public:
  Loader(StringRef path, func::FuncOp func,
         ArrayRef<const LibraryInfo *> libraries, Placement &placement)
      : path(path), func(func), libraries(libraries), placement(placement) {}

  LogicalResult run();

private:
  void parse(StringRef text);
  bool isValid(const Entry &entry);
  bool isValidKernel(const Entry &entry, const LibraryInfo &library,
                     StringRef kernelName);
  void apply();
  InFlightDiagnostic error(Location loc) {
    failed = true;
    return emitError(loc);
  }

  StringRef path;
  func::FuncOp func;
  ArrayRef<const LibraryInfo *> libraries;
  Placement &placement;
  std::vector<Entry> entries;
  bool failed = false;
};

} // namespace

LogicalResult Loader::run() {
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/true);
  if (std::error_code code = buffer.getError())
    return emitError(FileLineColLoc::get(func.getContext(), path, 0, 0))
           << "cannot read: " << code.message();
  parse((*buffer)->getBuffer());
  apply();
  return success(!failed);
}

void Loader::parse(StringRef text) {
  for (unsigned line = 1; !text.empty(); ++line) {
    StringRef whole, rest;
    std::tie(whole, text) = text.split('\n');
    rest = whole.trim();
    if (rest.empty() || rest.front() == '#')
      continue;
    Location loc = FileLineColLoc::get(
        func.getContext(), path, line,
        static_cast<unsigned>(rest.data() - whole.data()) + 1);
    auto takeWord = [&] {
      StringRef word = rest.take_until(llvm::isSpace);
      rest = rest.drop_front(word.size()).ltrim();
      return word;
    };
    StringRef where = takeWord(), op = takeWord();
    if (op.empty()) {
      error(loc) << "expected a placement, the kind of an op, and its name, "
                    "found '"
                 << where << "'";
      continue;
    }
    Entry entry{where, op, rest, loc};
    if (isValid(entry))
      entries.push_back(entry);
  }
}

bool Loader::isValid(const Entry &entry) {
  auto [libraryName, kernelName] = entry.placement.split('.');
  if (kernelName.empty() &&
      (libraryName == kHostPlacement || libraryName == kAnyPlacement))
    return true;
  for (const LibraryInfo *library : libraries)
    if (library->name == libraryName)
      return kernelName.empty() || isValidKernel(entry, *library, kernelName);
  InFlightDiagnostic diag = error(entry.loc) << "there is no library '"
                                             << libraryName << "' in use";
  Diagnostic &note = diag.attachNote(entry.loc);
  note << "accepted are 'any', 'host'";
  for (const LibraryInfo *library : libraries)
    note << ", '" << library->name << "'";
  note << " and their kernels";
  return false;
}

bool Loader::isValidKernel(const Entry &entry, const LibraryInfo &library,
                           StringRef kernelName) {
  const auto *kernel =
      llvm::find_if(library.kernels, [&](const KernelInfo *candidate) {
        return candidate->name == kernelName;
      });
  if (kernel == library.kernels.end()) {
    error(entry.loc) << "library '" << library.name << "' has no kernel '"
                     << kernelName << "'";
    return false;
  }
  // Patterns written by hand say nothing of what they take.
  if (library.populatePatterns ||
      llvm::any_of((*kernel)->covers, [&](const CoverInfo &cover) {
        return llvm::any_of(cover.nodes, [&](const CoverNode &node) {
          StringRef name = node.opName;
          return name.consume_front("relay.") && name == entry.op;
        });
      }))
    return true;
  InFlightDiagnostic diag = error(entry.loc)
                            << "kernel '" << entry.placement << "' takes no '"
                            << entry.op << "'";
  for (const CoverInfo &cover : (*kernel)->covers)
    diag.attachNote(entry.loc) << "it takes " << cover.text;
  return false;
}

/// The k-th line of a kind and name is for the k-th op of them.
void Loader::apply() {
  auto keyOf = [](StringRef op, StringRef name) {
    return (op + "\n" + name).str();
  };
  llvm::StringMap<SmallVector<const Entry *, 1>> entriesOf;
  for (const Entry &entry : entries)
    entriesOf[keyOf(entry.op, entry.name)].push_back(&entry);
  llvm::StringMap<size_t> seen;
  func.walk<WalkOrder::PreOrder>([&](Operation *op) {
    SmallVector<int64_t, 2> ids = getSourceOps(op->getLoc()).ids;
    if (!isFrontOp(op) || ids.empty())
      return;
    FrontOp &front = placement.numberedOps()[ids.back()];
    std::string key = keyOf(front.name, nameInFile(front));
    auto found = entriesOf.find(key);
    if (found == entriesOf.end())
      return;
    size_t index = seen[key]++;
    if (index >= found->second.size())
      return;
    const Entry &entry = *found->second[index];
    front.request = StringAttr::get(op->getContext(), entry.placement);
    front.requestLoc = entry.loc;
    if (entry.placement != kAnyPlacement)
      op->setDiscardableAttr(kPlacementAttr, front.request);
  });
  for (const Entry &entry : entries) {
    std::string key = keyOf(entry.op, entry.name);
    auto &same = entriesOf[key];
    size_t count = seen.lookup(key);
    if (!llvm::is_contained(
            ArrayRef(same).drop_front(std::min(count, same.size())), &entry))
      continue;
    InFlightDiagnostic diag = error(entry.loc);
    diag << "the model has ";
    if (count == 0)
      diag << "no '";
    else
      diag << "only " << count << " '";
    diag << entry.op << "' named '" << entry.name << "'";
    diag.attachNote(entry.loc)
        << "--placement-save lists the model's ops for these libraries";
  }
}

LogicalResult dsp::loadPlacement(StringRef path, func::FuncOp func,
                                 ArrayRef<const LibraryInfo *> libraries,
                                 Placement &placement) {
  return Loader(path, func, libraries, placement).run();
}
