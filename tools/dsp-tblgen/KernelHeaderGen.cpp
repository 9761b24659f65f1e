//===- KernelHeaderGen.cpp - IDs and prototypes as a C header -------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// -gen-dsp-header: a C header with the IDs of a library's kernels and the
// prototypes that its records promise.
//
//===----------------------------------------------------------------------===//

#include "dsp/TableGen/Kernel.h"
#include "mlir/TableGen/GenInfo.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Format.h"

using namespace dsp::tblgen;
using llvm::StringRef;

namespace {

std::string macroName(StringRef text) {
  std::string name = text.upper();
  for (char &c : name)
    if (!llvm::isAlnum(c))
      c = '_';
  return name;
}

/// Prints a declaration, parameters under each other where one line is too
/// short.
void emitPrototype(CFunction function, llvm::raw_ostream &os) {
  // The header is for C++ as well.
  for (CParam &param : function.params)
    if (isCppKeyword(param.name))
      param.name += '_';
  std::string line = prototype(function);
  if (line.size() < 80) {
    os << line << ";\n";
    return;
  }
  os << StringRef(line).take_until([](char c) { return c == '('; }) << '(';
  llvm::ListSeparator comma(",");
  for (const CParam &param : function.params)
    os << comma << "\n    " << declaration(param);
  os << ");\n";
}

bool emitHeader(const llvm::RecordKeeper &records, llvm::raw_ostream &os) {
  std::optional<LibraryRecords> input = readLibrary(records);
  if (!input)
    return true;
  const Library &library = input->library;
  std::string prefix = macroName(library.name);
  std::string guard = prefix + "_KERNELS_H";
  os << "/* Kernels of library '" << library.name << "', version "
     << library.version << ". Generated from its records; do not edit. */\n"
     << "#ifndef " << guard << "\n#define " << guard << "\n\n"
     << "#include <stddef.h>\n#include <stdint.h>\n\n#include \""
     << library.header << "\"\n\n";

  os << "/* Kernel IDs. Frozen: an ID is never given to another kernel. */\n";
  for (const Kernel &kernel : input->kernels)
    os << "#define " << prefix << "_KERNEL_" << macroName(kernel.name) << ' '
       << llvm::format_hex(kernel.id, 6) << "\n";
  os << "\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n";
  // Kernels of a library may have functions in common.
  llvm::StringSet<> declared;
  auto emitNew = [&](const CFunction &function) {
    if (declared.insert(prototype(function)).second)
      emitPrototype(function, os);
  };
  for (const std::vector<CFunction> *calls :
       {&library.initCalls, &library.deinitCalls})
    for (const CFunction &function : *calls) {
      os << "\n/* library '" << library.name << "' as a whole */\n";
      emitNew(function);
    }
  for (const Kernel &kernel : input->kernels) {
    os << "\n/* " << kernel.summary << " (" << kernel.location() << ") */\n";
    for (const CFunction &function : allFunctions(kernel))
      emitNew(function);
  }
  os << "\n#ifdef __cplusplus\n}\n#endif\n\n#endif /* " << guard << " */\n";
  return false;
}

mlir::GenRegistration genHeader("gen-dsp-header",
                                "C header with kernel IDs and prototypes",
                                emitHeader);

} // namespace
