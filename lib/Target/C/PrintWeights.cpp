//===- PrintWeights.cpp - <name>_weights.{c,S,bin} ------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CNames.h"
#include "CPrinter.h"
#include "dsp/Target/C/CEmitter.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"
#include <cmath>
#include <cstring>

using namespace mlir;
using namespace dsp;

static std::string describe(const CWeight &weight) {
  std::string text = weight.name.empty() ? "(computed)" : weight.name;
  text += ": " + getElementTypeName(weight.type.getElementType()) + " ";
  llvm::raw_string_ostream os(text);
  llvm::interleave(weight.type.getShape(), os, "x");
  if (weight.type.getRank() == 0)
    os << "scalar";
  return text;
}

//===----------------------------------------------------------------------===//
// C arrays
//===----------------------------------------------------------------------===//

template <typename T>
static T readElement(ArrayRef<char> bytes, size_t index) {
  T value;
  std::memcpy(&value, bytes.data() + index * sizeof(T), sizeof(T));
  return value;
}

template <typename T, typename Print>
static void printElements(ArrayRef<char> bytes, CPrinter &os, Print print) {
  llvm::SmallString<32> text;
  for (size_t i = 0; i < bytes.size() / sizeof(T); ++i) {
    text.clear();
    print(readElement<T>(bytes, i), text);
    os.item(text);
  }
  if (bytes.empty())
    os.item("0");
}

template <typename T>
static void printIntegers(ArrayRef<char> bytes, StringRef cType, CPrinter &os) {
  printElements<T>(bytes, os, [&](T value, SmallVectorImpl<char> &text) {
    if constexpr (std::is_same_v<T, uint64_t>)
      llvm::raw_svector_ostream(text) << value << "u";
    else
      formatCNumber(CNumber(int64_t(value)), cType, text);
  });
}

/// Whether C spells an element by a macro of <math.h>.
template <typename T>
static bool hasNonFinite(ArrayRef<char> bytes) {
  for (size_t i = 0; i < bytes.size() / sizeof(T); ++i)
    if (!std::isfinite(readElement<T>(bytes, i)))
      return true;
  return false;
}

static void printElements(const CWeight &weight, CPrinter &os) {
  Type type = weight.type.getElementType();
  ArrayRef<char> bytes = weight.bytes;
  if (type.isF32())
    return printElements<float>(
        bytes, os, [](float value, SmallVectorImpl<char> &text) {
          formatCNumber(CNumber(double(value)), "float", text);
        });
  if (type.isF64())
    return printElements<double>(
        bytes, os, [](double value, SmallVectorImpl<char> &text) {
          formatCNumber(CNumber(value), "double", text);
        });
  StringRef cType = getElementCType(type);
  bool isSigned = !cType.starts_with("u");
  switch (type.getIntOrFloatBitWidth()) {
  case 16:
    return isSigned ? printIntegers<int16_t>(bytes, cType, os)
                    : printIntegers<uint16_t>(bytes, cType, os);
  case 32:
    return isSigned ? printIntegers<int32_t>(bytes, cType, os)
                    : printIntegers<uint32_t>(bytes, cType, os);
  case 64:
    return isSigned ? printIntegers<int64_t>(bytes, cType, os)
                    : printIntegers<uint64_t>(bytes, cType, os);
  default:
    return isSigned ? printIntegers<int8_t>(bytes, cType, os)
                    : printIntegers<uint8_t>(bytes, cType, os);
  }
}

void dsp::printCWeights(const CModel &model, raw_ostream &stream) {
  CPrinter os(stream);
  std::string upper = StringRef(model.name).upper();
  os.comment(model.name + "_weights.c - made by dsp-compile " DSP_MLIR_VERSION);
  bool needsMath = llvm::any_of(model.weights, [](const CWeight &weight) {
    Type type = weight.type.getElementType();
    return (type.isF32() && hasNonFinite<float>(weight.bytes)) ||
           (type.isF64() && hasNonFinite<double>(weight.bytes));
  });
  if (needsMath)
    os.printLine("#include <math.h>");
  os.printLine("#include <stdint.h>");
  os.newline();
  auto naturalAlign = [](const CWeight &weight) {
    return llvm::divideCeil(
        weight.type.getElementType().getIntOrFloatBitWidth(), 8);
  };
  bool needsAlign = llvm::any_of(model.weights, [&](const CWeight &weight) {
    return weight.alignment > naturalAlign(weight);
  });
  if (needsAlign)
    printAlignedMacro(os, upper);
  for (const CWeight &weight : model.weights) {
    StringRef cType = getElementCType(weight.type.getElementType());
    uint64_t count = std::max<uint64_t>(weight.type.getNumElements(), 1);
    os.comment(describe(weight));
    std::string aligned =
        weight.alignment > naturalAlign(weight)
            ? " " + upper + "_ALIGNED(" + llvm::utostr(weight.alignment) + ")"
            : "";
    os.printLine("extern const ", cType, " ", weight.symbol, "[", count, "];");
    os.openList(("const " + cType + " " + weight.symbol + "[").str() +
                llvm::utostr(count) + "]" + aligned + " = {");
    printElements(weight, os);
    os.closeList("};");
    os.newline();
    os.newline();
  }
}

//===----------------------------------------------------------------------===//
// Binary, and the assembly that includes it
//===----------------------------------------------------------------------===//

void dsp::writeBinWeights(const CModel &model, raw_ostream &os) {
  uint64_t position = 0;
  for (const CWeight &weight : model.weights) {
    os.write_zeros(weight.offset - position);
    os.write(weight.bytes.data(), weight.bytes.size());
    position = weight.offset + weight.bytes.size();
  }
}

void dsp::printAsmWeights(const CModel &model, raw_ostream &stream) {
  CPrinter os(stream);
  const std::string &name = model.name;
  os.comment(name +
             "_weights.S - made by dsp-compile " DSP_MLIR_VERSION
             ". The assembler finds " +
             name +
             "_weights.bin in the folder that it runs in or one given by -I.");
  os.printLine("#ifndef __ELF__");
  os.printLine("#error \"this file is for ELF; use dsp-compile --weights c or "
               "bin\"");
  os.printLine("#endif");
  os.newline();
  os.printLine("        .section .rodata.", name, "_weights,\"a\",%progbits");
  os.printLine("        .balign ", model.weightsAlignment);
  os.printLine(".L", name, "_weights:");
  os.printLine("        .incbin \"", name, "_weights.bin\"");
  for (const CWeight &weight : model.weights) {
    os.newline();
    os.comment(describe(weight));
    os.printLine("        .globl ", weight.symbol);
    os.printLine("        .type ", weight.symbol, ", %object");
    os.printLine("        .set ", weight.symbol, ", .L", name, "_weights + ",
                 weight.offset);
    os.printLine("        .size ", weight.symbol, ", ",
                 uint64_t(weight.bytes.size()));
  }
  os.newline();
  os.printLine("        .section .note.GNU-stack,\"\",%progbits");
}

//===----------------------------------------------------------------------===//
// Files
//===----------------------------------------------------------------------===//

SmallVector<CFile> dsp::getCFiles(const CModel &model) {
  auto header = [](CModel &model, raw_ostream &os) { printCHeader(model, os); };
  auto cmake = [](CModel &model, raw_ostream &os) {
    printCMakeLists(model, os);
  };
  auto weightsC = [](CModel &model, raw_ostream &os) {
    printCWeights(model, os);
  };
  auto weightsAsm = [](CModel &model, raw_ostream &os) {
    printAsmWeights(model, os);
  };
  auto weightsBin = [](CModel &model, raw_ostream &os) {
    writeBinWeights(model, os);
  };
  SmallVector<CFile> files = {{model.name + ".h", true, header},
                              {model.name + ".c", true, printCSource}};
  if (!model.weights.empty()) {
    std::string stem = model.name + "_weights";
    if (model.weightsMode == WeightsMode::C)
      files.push_back({stem + ".c", true, weightsC});
    if (model.weightsMode == WeightsMode::Asm)
      files.push_back({stem + ".S", true, weightsAsm});
    if (model.weightsMode != WeightsMode::C)
      files.push_back({stem + ".bin", false, weightsBin});
  }
  files.push_back({"CMakeLists.txt", true, cmake});
  return files;
}
