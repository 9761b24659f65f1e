//===- OutputDirectory.cpp - Files that appear together or not ------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Support/OutputDirectory.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace dsp;
using llvm::Error;

static Error fail(StringRef what, StringRef path, std::error_code error) {
  return llvm::createStringError(error, "cannot %s '%s': %s",
                                 what.str().c_str(), path.str().c_str(),
                                 error.message().c_str());
}

OutputDirectory::~OutputDirectory() {
  for (const File &file : files)
    llvm::sys::fs::remove(file.temporary);
  // Only what is still empty goes.
  for (auto folder = madeFolders.rbegin(); folder != madeFolders.rend();
       ++folder)
    llvm::sys::fs::remove(*folder);
}

Error OutputDirectory::createFolders() {
  llvm::SmallString<128> folder(path);
  std::vector<std::string> missing;
  while (!folder.empty() && !llvm::sys::fs::exists(folder)) {
    missing.push_back(folder.str().str());
    llvm::sys::path::remove_filename(folder);
  }
  for (auto it = missing.rbegin(); it != missing.rend(); ++it) {
    if (std::error_code error = llvm::sys::fs::create_directory(
            *it, /*IgnoreExisting=*/true, llvm::sys::fs::all_all))
      return fail("create", *it, error);
    madeFolders.push_back(*it);
  }
  return Error::success();
}

Error OutputDirectory::write(StringRef name,
                             llvm::function_ref<void(raw_ostream &)> print) {
  if (Error error = createFolders())
    return error;
  llvm::SmallString<128> final(path);
  llvm::sys::path::append(final, name);
  // Beside the final name: renaming must not cross file systems.
  llvm::SmallString<128> model(path), temporary;
  llvm::sys::path::append(model, "." + name + ".%%%%%%%%");
  int descriptor;
  if (std::error_code error = llvm::sys::fs::createUniqueFile(
          model, descriptor, temporary, llvm::sys::fs::OF_None,
          llvm::sys::fs::all_read | llvm::sys::fs::owner_write))
    return fail("write", final, error);
  files.push_back({temporary.str().str(), final.str().str()});
  llvm::raw_fd_ostream os(descriptor, /*shouldClose=*/true);
  os.SetBufferSize(1 << 16);
  print(os);
  os.close();
  if (std::error_code error = os.error()) {
    os.clear_error();
    return fail("write", final, error);
  }
  return Error::success();
}

void OutputDirectory::removeStale(StringRef name) {
  llvm::SmallString<128> file(path);
  llvm::sys::path::append(file, name);
  stale.push_back(file.str().str());
}

Error OutputDirectory::copy(StringRef from, StringRef name) {
  if (Error error = createFolders())
    return error;
  llvm::SmallString<128> final(path);
  llvm::sys::path::append(final, name);
  std::string temporary = (final + ".new").str();
  if (std::error_code error = llvm::sys::fs::copy_file(from, temporary))
    return fail("write", final, error);
  files.push_back({temporary, final.str().str()});
  return Error::success();
}

Error OutputDirectory::commit() {
  for (const File &file : files)
    if (llvm::sys::fs::is_directory(file.final))
      return fail("write", file.final,
                  std::make_error_code(std::errc::is_a_directory));
  for (const File &file : files)
    if (std::error_code error =
            llvm::sys::fs::rename(file.temporary, file.final))
      return fail("write", file.final, error);
  for (const std::string &file : stale)
    llvm::sys::fs::remove(file);
  files.clear();
  madeFolders.clear();
  return Error::success();
}

Error dsp::writeFileAtomically(StringRef path,
                               llvm::function_ref<void(raw_ostream &)> print) {
  StringRef folder = llvm::sys::path::parent_path(path);
  OutputDirectory directory(folder.empty() ? "." : folder);
  if (Error error = directory.write(llvm::sys::path::filename(path), print))
    return error;
  return directory.commit();
}
