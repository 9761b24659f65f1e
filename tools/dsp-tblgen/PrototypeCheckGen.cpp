//===- PrototypeCheckGen.cpp - Records against the vendor header ----------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// -gen-dsp-prototype-check: C that compiles if, and only if, the functions and
// structs of the vendor's header are as the records say. `#line` directives
// make the C compiler report a difference at the record.
//
//===----------------------------------------------------------------------===//

#include "PrototypeCheck.h"
#include "mlir/TableGen/GenInfo.h"

using namespace dsp::tblgen;
using llvm::StringRef;

namespace {

class PrototypeCheck {
public:
  explicit PrototypeCheck(llvm::raw_ostream &os) : os(os) {}

  void emit(const Kernel &kernel) {
    std::string line = lineDirective(kernel.def->getLoc().front());
    for (const CFunction &function : allFunctions(kernel))
      emit(function, line);
  }
  void emit(const Library &library) {
    std::string line = lineDirective(library.def->getLoc().front());
    for (const std::vector<CFunction> *calls :
         {&library.initCalls, &library.deinitCalls})
      for (const CFunction &function : *calls)
        emit(function, line);
  }

private:
  void emit(const CFunction &function, const std::string &line) {
    emitStructs(function, function.params, line);
    // Named before it is declared here: the header must have it.
    os << line << "_Static_assert(sizeof(&" << function.cName
       << ") > 0, \"\");\n";
    os << line << prototype(function) << ";\n";
  }

  /// Each field must be there, have the type that the record says, and come
  /// after the one before it.
  void emitStructs(const CFunction &function, llvm::ArrayRef<CParam> params,
                   const std::string &line) {
    for (const CParam &param : params) {
      if (param.kind != CParam::Struct)
        continue;
      emitStructs(function, param.fields, line);
      // One check function for each mention of a struct; external, for a
      // static one would be reported as unused.
      std::string check = ("void dsp_check_" + function.cName + "_" +
                           llvm::Twine(counter++) + "(" + param.cType + " *s)")
                              .str();
      os << check << ";\n" << check << " {\n";
      const CParam *previous = nullptr;
      for (const CParam &field : param.fields) {
        // A pointer to the field only converts to one to the right type.
        os << line << "  { " << fieldPointer(field) << " = "
           << (field.kind == CParam::ArrayField ? "s->" : "&s->") << field.name
           << "; (void)p; }\n";
        if (previous)
          os << line << "  _Static_assert(offsetof(" << param.cType << ", "
             << previous->name << ") < offsetof(" << param.cType << ", "
             << field.name << "), \"'" << field.name << "' comes after '"
             << previous->name << "' in the record, not in " << param.cType
             << "\");\n";
        previous = &field;
      }
      os << "}\n";
    }
  }

  /// The declaration of `p`, a pointer to what the record says of the field.
  static std::string fieldPointer(const CParam &field) {
    CParam pointee = field;
    // An array field's elements: a pointer to its first.
    if (field.kind == CParam::ArrayField)
      pointee.kind = CParam::Scalar;
    // The star of a pointer field stands before the name: "const T *" "*p".
    pointee.name = "*p";
    return declaration(pointee);
  }

  llvm::raw_ostream &os;
  unsigned counter = 0;
};

bool emitCheck(const llvm::RecordKeeper &records, llvm::raw_ostream &os) {
  std::optional<LibraryRecords> input = readLibrary(records);
  if (!input)
    return true;
  printPrototypeCheck(*input, os);
  return false;
}

mlir::GenRegistration
    genCheck("gen-dsp-prototype-check",
             "C that compares the records with the vendor's header", emitCheck);

} // namespace

void dsp::tblgen::printPrototypeCheck(const LibraryRecords &records,
                                      llvm::raw_ostream &os) {
  os << "/* Compares the records of library '" << records.library.name
     << "' with its header; nothing here is ever run. */\n"
     << "#include <stddef.h>\n#include <stdint.h>\n\n"
     << "#ifdef DSP_VENDOR_HEADER\n#include DSP_VENDOR_HEADER\n#else\n"
     << "#include \"" << records.library.header << "\"\n#endif\n\n";
  PrototypeCheck check(os);
  check.emit(records.library);
  for (const Kernel &kernel : records.kernels)
    check.emit(kernel);
}
