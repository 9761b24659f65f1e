//===- Params.cpp - TVM's parameter files ---------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Params.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;

namespace dsp::relay {

static constexpr uint64_t kParamsMagic = 0xF7E58D4F05049CB7ULL;

bool ParamFile::isMarked(StringRef bytes) {
  uint64_t magic;
  return ByteReader(ArrayRef<char>(bytes.data(), bytes.size())).read(magic) &&
         magic == kParamsMagic;
}

std::shared_ptr<ParamFile> ParamFile::open(StringRef path, MLIRContext *context,
                                           std::string &problem) {
  auto file = std::make_shared<ParamFile>();
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer) {
    problem = buffer.getError().message();
    return nullptr;
  }
  file->buffer = std::move(*buffer);
  return succeeded(file->read(context, problem)) ? file : nullptr;
}

LogicalResult ParamFile::read(MLIRContext *context, std::string &problem) {
  StringRef text = buffer->getBuffer();
  ByteReader reader(ArrayRef<char>(text.data(), text.size()));
  auto fail = [&](const Twine &message) {
    problem = (message + " (at byte " + Twine(reader.getOffset()) + ")").str();
    return failure();
  };
  uint64_t magic, reserved, nameCount;
  if (!reader.read(magic) || magic != kParamsMagic)
    return fail("it does not begin with the mark of TVM's parameter files");
  if (!reader.read(reserved) || !reader.read(nameCount))
    return fail("its header is cut off");
  // A name takes at least the eight bytes of its length.
  if (nameCount > text.size() / 8)
    return fail("it claims to hold " + Twine(nameCount) + " parameters");
  entries.resize(nameCount);
  llvm::StringSet<> names;
  for (Entry &entry : entries) {
    uint64_t length;
    ArrayRef<char> name;
    if (!reader.read(length) || !reader.read(length, name))
      return fail("its names are cut off");
    entry.name = StringRef(name.data(), name.size());
    if (!names.insert(entry.name).second)
      return fail("it holds the parameter '" + entry.name + "' twice");
  }
  uint64_t arrayCount;
  if (!reader.read(arrayCount))
    return fail("it is cut off after the names");
  if (arrayCount != nameCount)
    return fail("it has " + Twine(nameCount) + " names and " +
                Twine(arrayCount) + " arrays");
  for (Entry &entry : entries) {
    std::string wrong;
    if (failed(readNDArray(reader, context, entry.array, wrong)))
      return fail("parameter '" + entry.name + "': " + wrong);
  }
  if (!reader.atEnd())
    return fail("it goes on after its last parameter");
  return success();
}

std::string mangleVarName(StringRef name) {
  if (!name.empty() && !llvm::isAlpha(name[0]))
    return ("v" + name).str();
  return name.str();
}

} // namespace dsp::relay
