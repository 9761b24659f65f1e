//===- FrozenIds.cpp - Kernel IDs never change ----------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FrozenIds.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/LineIterator.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/TableGen/Error.h"
#include "llvm/TableGen/Record.h"

using namespace llvm;

static cl::opt<std::string>
    frozenIds("dsp-frozen-ids",
              cl::desc("Refuse kernels whose IDs are not those in this file"),
              cl::value_desc("file"));

namespace dsp::tblgen {

bool checkFrozenIds(ArrayRef<const Record *> defs) {
  if (frozenIds.empty())
    return true;
  ErrorOr<std::unique_ptr<MemoryBuffer>> file =
      MemoryBuffer::getFile(frozenIds);
  if (!file) {
    PrintError("can't read '" + frozenIds + "': " + file.getError().message());
    return false;
  }
  bool unchanged = true;
  auto fail = [&](const Twine &message) {
    PrintError(message);
    unchanged = false;
  };
  StringMap<const Record *> kernels;
  for (const Record *def : defs)
    kernels[def->getValueAsString("name")] = def;

  for (line_iterator line(**file, /*SkipBlanks=*/true, '#'); !line.is_at_eof();
       ++line) {
    auto [idText, name] = getToken(*line);
    name = name.trim();
    std::string place =
        (frozenIds + ":" + Twine(line.line_number()) + ": ").str();
    int64_t id;
    if (idText.getAsInteger(0, id) || name.empty()) {
      fail(place + "expected an ID and a kernel's name, found '" + *line + "'");
      continue;
    }
    auto found = kernels.find(name);
    if (found == kernels.end()) {
      fail(place + "kernel '" + name +
           "' has gone; its ID must stay taken: "
           "keep its record");
      continue;
    }
    const Record *def = found->second;
    if (int64_t given = def->getValueAsInt("id"); given != id) {
      PrintError(def->getLoc(), "the ID of kernel '" + name +
                                    "' is frozen as 0x" + utohexstr(id, true) +
                                    " by " + frozenIds + ":" +
                                    Twine(line.line_number()) + ", found 0x" +
                                    utohexstr(given, true));
      unchanged = false;
    }
    kernels.erase(found);
  }
  // Who adds a kernel edits nothing else; a release freezes it.
  for (const Record *def : defs) {
    StringRef name = def->getValueAsString("name");
    if (!kernels.contains(name))
      continue;
    PrintWarning(def->getLoc(),
                 "the ID of kernel '" + name + "' is not frozen yet");
    PrintNote(def->getLoc(), "add '0x" +
                                 utohexstr(def->getValueAsInt("id"), true) +
                                 " " + name + "' to " + frozenIds);
  }
  return unchanged;
}

} // namespace dsp::tblgen
