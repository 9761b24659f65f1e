//===- OutputDirectory.h - Files that appear together or not ----*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_SUPPORT_OUTPUTDIRECTORY_H
#define DSP_SUPPORT_OUTPUTDIRECTORY_H

#include "dsp/Support/LLVM.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace dsp {

/// Writes files into a folder under temporary names and gives them their own
/// all at once. Without commit() the folder is left as it was.
class OutputDirectory {
public:
  explicit OutputDirectory(StringRef path) : path(path) {}
  OutputDirectory(const OutputDirectory &) = delete;
  OutputDirectory &operator=(const OutputDirectory &) = delete;
  ~OutputDirectory();

  /// Writes a file; the folder is made if it isn't there.
  llvm::Error write(StringRef name,
                    llvm::function_ref<void(raw_ostream &)> print);
  /// Takes a finished file over.
  llvm::Error copy(StringRef from, StringRef name);
  /// A file that an earlier run may have left and that would be wrong now.
  void removeStale(StringRef name);
  /// Gives all files their names.
  llvm::Error commit();

private:
  llvm::Error createFolders();

  struct File {
    std::string temporary;
    std::string final;
  };
  std::string path;
  std::vector<File> files;
  std::vector<std::string> stale;
  /// Folders that were made for this, outermost first.
  std::vector<std::string> madeFolders;
};

/// A file that appears once it is complete.
llvm::Error writeFileAtomically(StringRef path,
                                llvm::function_ref<void(raw_ostream &)> print);

} // namespace dsp

#endif // DSP_SUPPORT_OUTPUTDIRECTORY_H
