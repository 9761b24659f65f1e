//===- PrintHeader.cpp - <name>.h and CMakeLists.txt ----------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CPrinter.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Target/C/CEmitter.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace dsp;

namespace {

class HeaderPrinter {
public:
  HeaderPrinter(const CModel &model, raw_ostream &os)
      : model(model), os(os), upper(StringRef(model.name).upper()) {}

  void print();

private:
  void printBanner();
  void printParameterMacros(StringRef kind, unsigned index,
                            const CParameter &parameter);
  void printStruct(StringRef kind, ArrayRef<CParameter> parameters);
  void printContext();
  void printFunctions();

  const CModel &model;
  CPrinter os;
  std::string upper;
};

} // namespace

void HeaderPrinter::printBanner() {
  llvm::SmallString<128> text;
  llvm::raw_svector_ostream stream(text);
  stream << model.name << ".h - made by dsp-compile " DSP_MLIR_VERSION;
  StringRef separator = " for ";
  for (const LibraryInfo *library : model.libraries) {
    stream << separator << library->name << " " << library->version;
    separator = ", ";
  }
  os.comment(text);
}

void HeaderPrinter::printParameterMacros(StringRef kind, unsigned index,
                                         const CParameter &parameter) {
  std::string prefix =
      "#define " + upper + "_" + kind.str() + "_" + llvm::utostr(index) + "_";
  llvm::SmallString<64> name;
  formatCString(parameter.name, name);
  ArrayRef<int64_t> shape = parameter.type.getShape();
  Type elementType = parameter.type.getElementType();
  os.printLine(prefix, "NAME \"", name, "\"");
  os.printLine(prefix, "DTYPE \"", getElementTypeName(elementType), "\"");
  os.printLine(prefix, "TYPE ", getElementCType(elementType));
  os.printLine(prefix, "RANK ", uint64_t(shape.size()));
  os << prefix << "SHAPE {";
  // C has no empty arrays: a scalar's shape is {1}, its rank 0.
  if (shape.empty())
    os << "1";
  llvm::interleave(
      shape, [&](int64_t dim) { os << uint64_t(dim); }, [&] { os << ", "; });
  os.printLine("}");
  os.printLine(prefix, "ELEMENTS ", uint64_t(parameter.type.getNumElements()));
  os.printLine(prefix, "BYTES ", parameter.bytes);
  os.printLine(prefix, "ALIGN ", parameter.alignment);
  if (!parameter.scale)
    return;
  llvm::SmallString<32> number;
  formatCNumber(static_cast<double>(*parameter.scale), "float", number);
  os.printLine(prefix, "SCALE ", number);
  formatCNumber(parameter.zeroPoint, "int32_t", number);
  os.printLine(prefix, "ZERO_POINT ", number);
}

void HeaderPrinter::printStruct(StringRef kind,
                                ArrayRef<CParameter> parameters) {
  bool isInput = kind == "inputs";
  os.open("struct " + model.name + "_" + kind.str() + " {");
  for (const CParameter &parameter : parameters) {
    if (isInput)
      os << "const ";
    os.printLine(getElementCType(parameter.type.getElementType()), " *",
                 parameter.field, ";");
  }
  if (parameters.empty())
    os.printLine("const void *unused; /* the model has no ", kind, " */");
  os.close("};");
  os.newline();
}

void dsp::printContextPrototype(const CModel &model, CPrinter &os,
                                StringRef function) {
  bool isRun = function == "run";
  os.openList("int32_t " + model.name + "_" + function.str() + "(");
  if (model.hasContext())
    os.item((isRun && !model.hasState ? "const struct " : "struct ") +
            model.name + "_context *context");
  if (isRun) {
    os.item("const struct " + model.name + "_inputs *in");
    os.item("const struct " + model.name + "_outputs *out");
    os.item("void *arena");
    return os.closeList(")");
  }
  if (model.weightsMode == WeightsMode::Bin) {
    os.item("const void *weights");
    os.item("size_t size");
  }
  for (const LibraryInfo *library : model.libraries)
    for (auto [index, state] : llvm::enumerate(library->states))
      if (state.fromApplication)
        os.item(formatCDeclaration(
            state.cType,
            model.stateField(nullptr, *library, {uint32_t(index), true})
                ->name));
  os.closeList(")");
}

void HeaderPrinter::printContext() {
  bool bin = model.weightsMode == WeightsMode::Bin;
  if (bin)
    os.comment("The weights, which the application brings: the contents of " +
               model.name + "_weights.bin in memory aligned to " + upper +
               "_WEIGHTS_ALIGN. They are read in place and never written" +
               (model.hasState ? "."
                               : "; one context serves any number of runs at "
                                 "the same time."));
  if (model.hasState)
    os.comment("What the kernels keep from one run to the next. A context "
               "serves one run at a time; make one for each thread. "
               "`arena_size` is the working memory in bytes that a run wants, "
               "at least " +
               upper + "_ARENA_SIZE.");
  os.open("struct " + model.name + "_context {");
  if (bin)
    os.printLine("const unsigned char *weights;");
  if (model.hasState) {
    os.printLine("size_t arena_size;");
    os.printLine("int32_t is_ready;");
  }
  for (const CContextField &field : model.contextFields)
    os.printLine(formatCDeclaration(field.cType, field.name), ";");
  os.close("};");
  os.newline();
  std::string codes = "Returns 0; " + upper + "_ERROR_NULL";
  if (bin)
    codes += "; " + upper + "_ERROR_ALIGN; " + upper +
             "_ERROR_WEIGHTS if `size` is not " + upper + "_WEIGHTS_SIZE";
  if (model.hasState)
    codes += "; or where a kernel failed: then nothing is left behind";
  os.comment("Prepares a context. " + codes + ".");
  printContextPrototype(model, os, "init");
  os.printLine(";");
  os.newline();
  if (!model.hasState)
    return;
  os.comment("Gives back what init has made. Returns 0, or where a kernel "
             "failed first; whatever fails, the rest is given back.");
  os.printLine("int32_t ", model.name, "_deinit(struct ", model.name,
               "_context *context);");
  os.newline();
}

void HeaderPrinter::printFunctions() {
  if (model.hasContext())
    printContext();
  std::string arena = model.hasWorkspace ? "`context->arena_size` bytes"
                                         : upper + "_ARENA_SIZE bytes";
  std::string threads =
      model.hasState
          ? "May be called from several threads, each with a context and an "
            "arena of its own."
          : "Keeps no state: may be called from several threads, each with an "
            "arena of its own.";
  os.comment("Runs the model once. `arena` is working memory of " + arena +
             " aligned to " + upper +
             "_ARENA_ALIGN; it need not keep its contents between runs. "
             "Outputs must not overlap inputs, each other or the arena. "
             "Returns 0, one of " +
             upper + "_ERROR_..., or where a kernel failed. " + threads);
  printContextPrototype(model, os, "run");
  os.printLine(";");
}

void HeaderPrinter::print() {
  printBanner();
  os.printLine("#ifndef ", upper, "_H");
  os.printLine("#define ", upper, "_H");
  os.newline();
  if (model.hasContext())
    os.printLine("#include <stddef.h>");
  os.printLine("#include <stdint.h>");
  // The types of what the context holds.
  if (!model.contextFields.empty())
    for (const LibraryInfo *library : model.libraries)
      os.printLine("#include \"", library->header, "\"");
  os.newline();
  std::string define = "#define " + upper + "_";
  os.comment(model.pool.name.empty()
                 ? "Working memory, in bytes"
                 : "Working memory, in bytes; the arena must be in " +
                       model.pool.name.str() + ", which has CAPACITY");
  os.printLine(define, "ARENA_SIZE ", model.plan.arenaSize());
  os.printLine(define, "ARENA_ALIGN ", model.plan.arenaAlignment());
  if (!model.pool.name.empty())
    os.printLine(define, "ARENA_CAPACITY ", model.pool.size);
  os.printLine(define, "WEIGHTS_SIZE ", model.weightsSize);
  os.printLine(define, "WEIGHTS_ALIGN ", model.weightsAlignment);
  os.newline();
  os.printLine(define, "INPUTS ", uint64_t(model.inputs.size()));
  for (auto [index, parameter] : llvm::enumerate(model.inputs))
    printParameterMacros("INPUT", index, parameter);
  os.newline();
  os.printLine(define, "OUTPUTS ", uint64_t(model.outputs.size()));
  for (auto [index, parameter] : llvm::enumerate(model.outputs))
    printParameterMacros("OUTPUT", index, parameter);
  os.newline();
  os.comment(
      "Bad arguments: a null pointer; one that is not aligned as "
      "..._ALIGN says; memory that overlaps; weights of another model; a "
      "context that init has not made");
  os.printLine(define, "ERROR_NULL (-1)");
  os.printLine(define, "ERROR_ALIGN (-2)");
  os.printLine(define, "ERROR_OVERLAP (-3)");
  os.printLine(define, "ERROR_WEIGHTS (-4)");
  os.printLine(define, "ERROR_CONTEXT (-5)");
  if (model.mayOutgrowPool()) {
    os.comment("From init: libraries want more working memory than "
               "ARENA_CAPACITY.");
    os.printLine(define, "ERROR_ARENA (-6)");
  }
  os.comment("A positive code says which call failed, counted from 1 as in " +
             model.name +
             ".c and report.json; which of the call's functions, where it has "
             "several, counted from 0; and the lowest byte of the status.");
  os.printLine(define, "FAILED_CALL(code) ((code) / 256 % 1048576)");
  os.printLine(define, "FAILED_FUNCTION(code) ((code) / 268435456)");
  os.printLine(define, "FAILED_STATUS(code) ((((code) & 255) ^ 128) - 128)");
  os.newline();
  os.printLine("#ifdef __cplusplus");
  os.printLine("extern \"C\" {");
  os.printLine("#endif");
  os.newline();
  printStruct("inputs", model.inputs);
  printStruct("outputs", model.outputs);
  printFunctions();
  os.newline();
  os.printLine("#ifdef __cplusplus");
  os.printLine("}");
  os.printLine("#endif");
  os.newline();
  os.printLine("#endif");
}

void dsp::printCHeader(const CModel &model, raw_ostream &os) {
  HeaderPrinter(model, os).print();
}

//===----------------------------------------------------------------------===//
// CMakeLists.txt
//===----------------------------------------------------------------------===//

void dsp::printCMakeLists(const CModel &model, raw_ostream &os) {
  const std::string &name = model.name;
  bool isAsm = model.weightsMode == WeightsMode::Asm;
  os << "# Builds the model '" << name << "' as a static library. Kernel "
     << "libraries are targets of the\n# including project, or are found "
        "through "
     << "CMAKE_PREFIX_PATH.\n"
     << "cmake_minimum_required(VERSION 3.18)\n"
     << "project(" << name << " LANGUAGES C" << (isAsm ? " ASM" : "") << ")\n\n"
     << "add_library(" << name << " STATIC";
  for (const CFile &file : getCFiles(model)) {
    StringRef fileName = file.name;
    if (fileName.ends_with(".c") || fileName.ends_with(".S"))
      os << " " << fileName;
  }
  os << ")\n"
     << "target_include_directories(" << name
     << " PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})\n"
     << "set_target_properties(" << name
     << " PROPERTIES C_STANDARD 99 C_STANDARD_REQUIRED ON)\n";
  if (isAsm)
    os << "set_source_files_properties(" << name
       << "_weights.S PROPERTIES OBJECT_DEPENDS\n  ${CMAKE_CURRENT_SOURCE_DIR}/"
       << name << "_weights.bin)\n";
  for (const LibraryInfo *library : model.libraries) {
    StringRef link = library->linkName;
    os << "\nif(TARGET " << link << ")\n"
       << "  target_link_libraries(" << name << " PUBLIC " << link << ")\n"
       << "else()\n"
       << "  find_path(" << link << "_INCLUDE_DIR " << library->header
       << " REQUIRED)\n"
       << "  find_library(" << link << "_LIBRARY";
    if (!library->otherLinkNames.empty())
      os << " NAMES";
    os << " " << link;
    for (StringRef other : library->otherLinkNames)
      os << " " << other;
    os << " REQUIRED)\n";
    // Compilers have libraries, such as libgomp, where only their linker looks.
    for (StringRef other : library->linkWith)
      os << "  find_library(" << other << "_LIBRARY " << other << ")\n  if(NOT "
         << other << "_LIBRARY)\n    set(" << other << "_LIBRARY " << other
         << ")\n  endif()\n";
    os << "  target_include_directories(" << name << " PUBLIC ${" << link
       << "_INCLUDE_DIR})\n"
       << "  target_link_libraries(" << name << " PUBLIC ${" << link
       << "_LIBRARY}";
    for (StringRef other : library->linkWith)
      os << " ${" << other << "_LIBRARY}";
    os << ")\nendif()\n";
  }
  // A model may be called like a library: "m" would mean itself.
  os << "\nif(UNIX)\n  target_link_libraries(" << name
     << " PUBLIC -lm)\nendif()\n";
}
