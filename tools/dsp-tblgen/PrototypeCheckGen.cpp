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
#include "llvm/ADT/StringSet.h"

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
    emitStructs(function.params, line);
    emitNames(function.params, line);
    // Named before it is declared here: the header must have it.
    os << line << "_Static_assert(sizeof(&" << function.cName
       << ") > 0, \"\");\n";
    os << line << prototype(function) << ";\n";
  }

  /// Each field must be there and have the type that the record says.
  void emitStructs(llvm::ArrayRef<CParam> params, const std::string &line) {
    for (const CParam &param : params) {
      if (param.kind != CParam::Struct)
        continue;
      emitStructs(param.fields, line);
      std::string body = "(" + param.cType + " *s) {\n";
      llvm::raw_string_ostream bodyStream(body);
      for (const CParam &field : param.fields)
        emitField(field, lineOf(field, line), bodyStream);
      emitAllFields(param, lineOf(param, line), bodyStream);
      // Calls of one kernel may pass a struct alike.
      if (!checkedStructs.insert(body).second)
        continue;
      // External, for a static function would be reported as unused.
      std::string check = "void dsp_check_struct_" + std::to_string(counter++);
      std::string structLine = lineOf(param, line);
      os << structLine << check << "(" << param.cType << " *s);\n"
         << structLine << check << body << "}\n";
    }
  }

  static std::string lineOf(const CParam &param, const std::string &line) {
    return param.place.isValid() ? lineDirective(param.place) : line;
  }

  static void emitField(const CParam &field, const std::string &line,
                        llvm::raw_ostream &os) {
    if (field.kind == CParam::Zero || field.kind == CParam::ZeroArray) {
      os << line << "  (void)s->" << field.name << ";\n";
      return;
    }
    // A pointer to the field only converts to one to the right type.
    os << line << "  { " << fieldPointer(field) << " = "
       << (field.kind == CParam::ArrayField ? "s->" : "&s->") << field.name
       << "; (void)p; }\n";
  }

  /// The header must have these fields and no others. `listed` has those of the
  /// record; where a field is elsewhere in the header, another one comes before
  /// it. One that hides in padding, or comes last, is what initialisers without
  /// names leave over: compilers say which, see -Wmissing-field-initializers.
  static void emitAllFields(const CParam &param, const std::string &line,
                            llvm::raw_ostream &os) {
    os << line << "  typedef struct __attribute__((packed)) {";
    for (const CParam &field : param.fields)
      os << " __typeof__(s->" << field.name << ") " << field.name
         << " __attribute__((aligned(__alignof__(s->" << field.name << "))));";
    os << " } listed;\n";
    os << line << "  enum { same_begin = 1";
    for (const CParam &field : param.fields)
      os << ", same_" << field.name << " = offsetof(listed, " << field.name
         << ") == offsetof(" << param.cType << ", " << field.name << ")";
    os << " };\n";
    std::string previous = "begin";
    for (const CParam &field : param.fields) {
      os << line << "  _Static_assert(same_" << previous << " == 0 || same_"
         << field.name << " == 1, \"" << param.cType
         << " has another field before '" << field.name
         << "': the order differs, or the record leaves it out; what is zero "
            "on "
            "purpose is (Zero):$name\");\n";
      previous = field.name;
    }
    os << line << "  __typeof__(*__builtin_choose_expr(same_begin == 1";
    for (const CParam &field : param.fields)
      os << " && same_" << field.name << " == 1";
    os << ", s, (listed *)0)) all = {";
    llvm::ListSeparator comma;
    for (const CParam &field : param.fields) {
      bool isArray =
          field.kind == CParam::ArrayField || field.kind == CParam::ZeroArray;
      os << comma << (isArray ? "{0}" : "s->" + field.name);
    }
    os << "}; (void)all;\n";
  }

  /// What a record passes by its name in C must be there: enumerators, macros.
  void emitNames(llvm::ArrayRef<CParam> params, const std::string &line) {
    for (const CParam &param : params) {
      emitNames(param.fields, line);
      CParam value = param;
      value.name = "p";
      auto emitName = [&](StringRef text) {
        std::string check =
            "void dsp_check_name_" + std::to_string(counter++) + "(void)";
        os << check << ";\n"
           << check << " {\n"
           << lineOf(param, line) << "  " << declaration(value) << " = " << text
           << "; (void)p;\n}\n";
      };
      if (param.kind == CParam::Literal)
        emitName(param.text);
      if (param.kind == CParam::State && !param.passedAs.empty())
        emitConversion(value, lineOf(param, line));
      for (const std::string &name : param.enumerators)
        emitName(name);
      for (const EnumCase &enumCase : param.cases)
        emitName(enumCase.text);
    }
  }

  /// A state must convert to the pointer that it is passed as.
  void emitConversion(const CParam &pointer, const std::string &line) {
    CParam state = pointer;
    state.passedAs.clear();
    state.name = "s";
    std::string check = "void dsp_check_state_" + std::to_string(counter++) +
                        "(" + declaration(state) + ")";
    os << check << ";\n"
       << check << " {\n"
       << line << "  " << declaration(pointer) << " = s; (void)p;\n}\n";
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
  llvm::StringSet<> checkedStructs;
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
     << "#include <stddef.h>\n#include <stdint.h>\n\n";
  // That there is no such header is a fault of the record's, too.
  std::string line = lineDirective(records.library.def->getLoc().front());
  os << "#ifdef DSP_VENDOR_HEADER\n"
     << line << "#include DSP_VENDOR_HEADER\n#else\n"
     << line << "#include \"" << records.library.header << "\"\n#endif\n\n";
  PrototypeCheck check(os);
  check.emit(records.library);
  for (const Kernel &kernel : records.kernels)
    check.emit(kernel);
}
