//===- VerifyPrototypes.cpp - Compile records against a header ------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// --verify-prototypes: what -gen-dsp-prototype-check prints, given to a C
// compiler at once. The compiler's errors stand at the records.
//
//===----------------------------------------------------------------------===//

#include "PrototypeCheck.h"
#include "mlir/TableGen/GenInfo.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/StringSaver.h"
#include "llvm/Support/WithColor.h"
#include "llvm/TableGen/Error.h"
#include <cstdlib>

using namespace dsp::tblgen;
using namespace llvm;

static cl::opt<std::string>
    vendorHeader("vendor-header", cl::value_desc("FILE"),
                 cl::desc("--verify-prototypes: the header to compare with "
                          "(default: the one that the library's record names, "
                          "in the folders of -I and beside the records)"));
static cl::opt<std::string>
    compilerCommand("verify-with", cl::value_desc("COMMAND"),
                    cl::desc("--verify-prototypes: the C compiler with its "
                             "flags, \"arm-none-eabi-gcc -mcpu=cortex-m55\" "
                             "(default: $CC, or else cc)"));

static bool fail(const Twine &message) {
  WithColor::error() << message << '\n';
  return true;
}

/// Differences of type and sign are only warnings to many C compilers; headers
/// have words of GNU C.
static constexpr StringLiteral compilerFlags[] = {
    "-std=gnu11",
    "-fsyntax-only",
    "-Werror=incompatible-pointer-types",
    "-Werror=pointer-sign",
    "-Werror=int-conversion",
    "-Werror=missing-field-initializers"};

/// Whether the compiler takes what the records say of the header; none if it
/// can't be asked.
static std::optional<bool> compiles(const std::string &compiler,
                                    std::vector<std::string> args,
                                    const LibraryRecords &records) {
  SmallString<128> path;
  int file;
  if (std::error_code error =
          sys::fs::createTemporaryFile("dsp-prototypes", "c", file, path)) {
    fail("cannot write a temporary file: " + error.message());
    return std::nullopt;
  }
  FileRemover remover(path);
  {
    raw_fd_ostream check(file, /*shouldClose=*/true);
    printPrototypeCheck(records, check);
  }
  args.push_back(path.str().str());
  std::string error;
  SmallVector<StringRef> argv(args.begin(), args.end());
  int code = sys::ExecuteAndWait(compiler, argv, /*Env=*/std::nullopt,
                                 /*Redirects=*/{}, /*SecondsToWait=*/0,
                                 /*MemoryLimit=*/0, &error);
  if (code < 0) {
    fail("cannot run '" + compiler + "': " + error);
    return std::nullopt;
  }
  return code == 0;
}

static bool verifyPrototypes(const RecordKeeper &keeper, raw_ostream &os) {
  std::optional<LibraryRecords> records = readLibrary(keeper);
  if (!records)
    return true;
  if (!vendorHeader.empty() && !sys::fs::exists(vendorHeader))
    return fail("there is no header '" + vendorHeader +
                "': --vendor-header takes the file to compare with");

  std::string command = compilerCommand;
  if (const char *cc = std::getenv("CC"); command.empty() && cc)
    command = cc;
  BumpPtrAllocator allocator;
  StringSaver saver(allocator);
  SmallVector<const char *> words;
  cl::TokenizeGNUCommandLine(command, saver, words);
  if (words.empty())
    words.push_back("cc");
  ErrorOr<std::string> compiler = sys::findProgramByName(words.front());
  if (!compiler)
    return fail("there is no C compiler '" + Twine(words.front()) +
                "': name one with --verify-with");

  std::vector<std::string> args(words.begin(), words.end());
  for (StringRef flag : compilerFlags)
    args.push_back(flag.str());
  StringRef main =
      SrcMgr.getMemoryBuffer(SrcMgr.getMainFileID())->getBufferIdentifier();
  StringRef folder = sys::path::parent_path(main);
  args.push_back("-I" + (folder.empty() ? "." : folder.str()));
  for (const std::string &dir : SrcMgr.getIncludeDirs())
    args.push_back("-I" + dir);
  if (!vendorHeader.empty()) {
    SmallString<128> header(vendorHeader);
    sys::fs::make_absolute(header);
    args.push_back(("-DDSP_VENDOR_HEADER=\"" + header + "\"").str());
  }
  std::string header =
      vendorHeader.empty() ? records->library.header : vendorHeader.getValue();
  // A header that can't be read is no difference.
  LibraryRecords headerOnly{records->library, {}, {}};
  headerOnly.library.initCalls.clear();
  headerOnly.library.deinitCalls.clear();
  std::vector<std::string> quietArgs = args;
  quietArgs.push_back("-w");
  std::optional<bool> isReadable = compiles(*compiler, quietArgs, headerOnly);
  if (!isReadable)
    return true;
  if (!*isReadable)
    return fail("the header '" + header + "' of library '" +
                records->library.name +
                "' can't be read: give its folder with -I, or another header "
                "with --vendor-header");
  std::optional<bool> equal = compiles(*compiler, args, *records);
  if (!equal)
    return true;
  if (!*equal) {
    fail("library '" + records->library.name + "' is not what its header '" +
         header + "' says");
    WithColor::note() << "what is 'missing' in a struct is a field that the "
                         "record leaves out: give it a value, or say that it "
                         "is zero, (Zero):$name\n";
    return true;
  }
  os << "the " << records->kernels.size() << " records of library '"
     << records->library.name << "' are as '" << header << "' has them\n";
  return false;
}

static mlir::GenRegistration
    genVerify("verify-prototypes",
              "Compare the records with the vendor's header by a C compiler",
              verifyPrototypes);
