//===- HostCompiler.cpp - The host's C compiler on emitted C --------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Compiler/HostCompiler.h"
#include "dsp/Dialect/Dsp/IR/Library.h"
#include "dsp/Support/OutputDirectory.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include <cstdlib>

using namespace dsp;
using llvm::Error;

static std::string join(StringRef folder, StringRef name) {
  llvm::SmallString<128> path(folder);
  llvm::sys::path::append(path, name);
  return path.str().str();
}

void LibraryPaths::addInstallation(const char *argv0, void *address) {
  std::string tool = llvm::sys::fs::getMainExecutable(argv0, address);
  StringRef prefix =
      llvm::sys::path::parent_path(llvm::sys::path::parent_path(tool));
  includeDirs.push_back(join(prefix, DSP_MLIR_INCLUDEDIR));
  libraryDirs.push_back(join(prefix, DSP_MLIR_LIBDIR));
  // What a build folder is like.
  includeDirs.push_back(join(prefix, "include"));
  libraryDirs.push_back(join(prefix, "lib"));
}

Error dsp::writeModelFiles(CModel &model, StringRef folder) {
  OutputDirectory directory(folder);
  for (const CFile &file : getCFiles(model))
    if (Error error = directory.write(
            file.name, [&](raw_ostream &os) { file.print(model, os); }))
      return error;
  return directory.commit();
}

/// The first of `names` in one of `folders`.
static std::string findFile(ArrayRef<std::string> folders,
                            ArrayRef<std::string> names) {
  for (const std::string &folder : folders)
    for (const std::string &name : names)
      if (std::string path = join(folder, name); llvm::sys::fs::exists(path))
        return path;
  return "";
}

/// What the user calls the compiler.
static StringRef compilerName() {
  const char *chosen = std::getenv("CC");
  return chosen && *chosen ? chosen : "cc";
}

/// Runs the compiler; its messages become the error's.
static Error runCompiler(ArrayRef<std::string> args, StringRef folder) {
  StringRef name = compilerName();
  auto program = llvm::sys::findProgramByName(name);
  if (!program)
    return llvm::createStringError("cannot find the C compiler '%s'; set CC",
                                   name.str().c_str());
  SmallVector<StringRef> argv = {*program};
  argv.append(args.begin(), args.end());
  std::string log = join(folder, "cc.log"), message;
  std::optional<StringRef> redirects[] = {StringRef(""), StringRef(log),
                                          StringRef(log)};
  int code = llvm::sys::ExecuteAndWait(*program, argv, std::nullopt, redirects,
                                       0, 0, &message);
  if (code == 0)
    return Error::success();
  std::string text;
  if (auto buffer = llvm::MemoryBuffer::getFile(log))
    text = (*buffer)->getBuffer().rtrim().str();
  return llvm::createStringError("'%s' failed on the emitted C: %s\n%s",
                                 name.str().c_str(), message.c_str(),
                                 text.c_str());
}

//===----------------------------------------------------------------------===//
// Kernel libraries
//===----------------------------------------------------------------------===//

/// Whether the compiler finds a header where it looks by itself.
static bool compilerFindsHeader(StringRef header, StringRef folder) {
  Error error = runCompiler(
      {"-fsyntax-only", "-include", header.str(), "-x", "c", "/dev/null"},
      folder);
  bool found = !error;
  llvm::consumeError(std::move(error));
  return found;
}

/// Whether the linker finds `-l<name>` where it looks by itself.
static bool linkerFindsLibrary(StringRef name, StringRef folder) {
  Error error =
      runCompiler({"-shared", "-o", "/dev/null", "-l" + name.str()}, folder);
  bool found = !error;
  llvm::consumeError(std::move(error));
  return found;
}

namespace {
/// The compiler's options for the kernel libraries that a model calls.
struct LibraryFlags {
  std::vector<std::string> compile, link;

  Error addHeader(const LibraryInfo &library, const LibraryPaths &paths,
                  StringRef folder);
  /// One library that is known by any of `names`.
  Error addLink(const LibraryInfo &library, ArrayRef<std::string> names,
                const LibraryPaths &paths, StringRef folder);
};
} // namespace

Error LibraryFlags::addHeader(const LibraryInfo &library,
                              const LibraryPaths &paths, StringRef folder) {
  std::string header = findFile(paths.includeDirs, {library.header.str()});
  if (!header.empty()) {
    compile.push_back("-I");
    compile.push_back(
        StringRef(header).drop_back(library.header.size() + 1).str());
    return Error::success();
  }
  if (compilerFindsHeader(library.header, folder))
    return Error::success();
  return llvm::createStringError(
      "cannot find '%s' of library '%s'; give its folder with -I",
      library.header.data(), library.name.data());
}

Error LibraryFlags::addLink(const LibraryInfo &library,
                            ArrayRef<std::string> names,
                            const LibraryPaths &paths, StringRef folder) {
  std::vector<std::string> files;
  for (const std::string &name : names)
    for (StringRef ending : {".a", ".so"})
      files.push_back(("lib" + name + ending).str());
  std::string file = findFile(paths.libraryDirs, files);
  if (!file.empty()) {
    link.push_back(file);
    if (StringRef(file).ends_with(".so"))
      link.push_back("-Wl,-rpath," + llvm::sys::path::parent_path(file).str());
    return Error::success();
  }
  for (const std::string &name : names)
    if (linkerFindsLibrary(name, folder)) {
      link.push_back("-l" + name);
      return Error::success();
    }
  return llvm::createStringError(
      "cannot find lib%s.a or .so of library '%s'; give its folder with -L",
      llvm::join(names, ".a, .so, lib").c_str(), library.name.data());
}

static Error collectFlags(const CModel &model, StringRef folder,
                          const LibraryPaths &paths, HostOutput kind,
                          LibraryFlags &flags) {
  for (const LibraryInfo *library : model.libraries) {
    if (Error error = flags.addHeader(*library, paths, folder))
      return error;
    if (kind != HostOutput::SharedObject)
      continue;
    std::vector<std::string> names = {library->linkName.str()};
    for (StringRef name : library->otherLinkNames)
      names.push_back(name.str());
    if (Error error = flags.addLink(*library, names, paths, folder))
      return error;
    for (StringRef name : library->linkWith)
      if (Error error = flags.addLink(*library, {name.str()}, paths, folder))
        return error;
  }
  return Error::success();
}

Error dsp::buildModel(const CModel &model, StringRef folder,
                      const LibraryPaths &paths, HostOutput kind,
                      StringRef output, ArrayRef<std::string> otherSources) {
  bool isShared = kind == HostOutput::SharedObject;
  LibraryFlags libraries;
  if (Error error = collectFlags(model, folder, paths, kind, libraries))
    return error;
  std::vector<std::string> common = {"-std=c99", "-O2", "-fPIC", "-I",
                                     folder.str()};
  llvm::append_range(common, libraries.compile);
  std::vector<std::string> sources(otherSources.begin(), otherSources.end());
  for (const CFile &file : getCFiles(model))
    if (StringRef(file.name).ends_with(".c") ||
        StringRef(file.name).ends_with(".S"))
      sources.push_back(join(folder, file.name));

  if (isShared) {
    std::vector<std::string> args = common;
    args.push_back("-shared");
    llvm::append_range(args, sources);
    llvm::append_range(args, libraries.link);
    llvm::append_range(args, ArrayRef<std::string>{"-lm", "-o", output.str()});
    return runCompiler(args, folder);
  }
  std::vector<std::string> combine = {"-r", "-nostdlib", "-o", output.str()};
  for (const std::string &source : sources) {
    std::vector<std::string> args = common;
    std::string object = source + ".o";
    llvm::append_range(args, ArrayRef<std::string>{"-c", source, "-o", object});
    if (Error error = runCompiler(args, folder))
      return error;
    combine.push_back(object);
  }
  return runCompiler(combine, folder);
}
