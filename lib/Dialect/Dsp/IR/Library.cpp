//===- Library.cpp - The kernel libraries of this process -----------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsp/Dialect/Dsp/IR/Library.h"

#include "dsp/Dialect/Dsp/IR/DspOps.h"
#include "mlir/IR/DialectRegistry.h"
#include "mlir/Tools/Plugins/DialectPlugin.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/FileSystem.h"

using namespace mlir;

namespace dsp {

/// Written while tools start up and plugins are loaded, only read afterwards.
static SmallVectorImpl<const LibraryInfo *> &libraries() {
  static SmallVector<const LibraryInfo *> list;
  return list;
}

namespace {
/// Adds a library's ops to the dsp dialect when that is loaded.
struct LibraryExtension final
    : public DialectExtension<LibraryExtension, DspDialect> {
  explicit LibraryExtension(const LibraryInfo &library) : library(library) {}

  void apply(MLIRContext *, DspDialect *dialect) const final {
    library.registerOps(*dialect);
  }

  const LibraryInfo &library;
};
} // namespace

void registerLibrary(DialectRegistry &registry, const LibraryInfo &library) {
  SmallVectorImpl<const LibraryInfo *> &list = libraries();
  auto place = llvm::lower_bound(list, library.name,
                                 [](const LibraryInfo *entry, StringRef name) {
                                   return StringRef(entry->name) < name;
                                 });
  bool isTaken = place != list.end() && (*place)->name == library.name;
  // MLIR's way to load a plugin has nobody to tell.
  if (isTaken && *place != &library)
    llvm::reportFatalUsageError("there is a kernel library '" + library.name +
                                "' already, and a plugin brings another one");
  if (!isTaken)
    list.insert(place, &library);
  registry.addExtension(TypeID::getFromOpaquePointer(&library),
                        std::make_unique<LibraryExtension>(library));
}

/// Where the libraries of plugins come from, by name.
static llvm::StringMap<std::string> &pluginFiles() {
  static llvm::StringMap<std::string> files;
  return files;
}

const LibraryInfo *
loadLibraryPlugin(DialectRegistry &registry, StringRef path,
                  function_ref<void(const Twine &)> emitError) {
  llvm::Expected<DialectPlugin> plugin = DialectPlugin::load(path.str());
  if (!plugin) {
    emitError("cannot load library '" + path +
              "': " + llvm::toString(plugin.takeError()));
    return nullptr;
  }
  llvm::SmallString<128> file;
  if (llvm::sys::fs::real_path(path, file))
    file = path;
  StringRef name = plugin->getPluginName();
  auto known = pluginFiles().find(name);
  bool isLoaded = known != pluginFiles().end();
  if (lookupLibrary(name) && !(isLoaded && known->second == file)) {
    emitError("'" + path + "' brings library '" + name + "', a name that " +
              (isLoaded ? "'" + known->second + "' has taken"
                        : std::string("a built-in library has")) +
              ": give the library another name in its record and in "
              "add_dsp_kernels");
    return nullptr;
  }
  plugin->registerDialectRegistryCallbacks(registry);
  const LibraryInfo *library = lookupLibrary(name);
  if (!library)
    emitError("'" + path + "' registers no kernel library");
  pluginFiles()[name] = file.str();
  return library;
}

const LibraryInfo *lookupLibrary(StringRef name) {
  for (const LibraryInfo *library : libraries())
    if (library->name == name)
      return library;
  return nullptr;
}

ArrayRef<const LibraryInfo *> allLibraries() { return libraries(); }

LogicalResult verifyLibraryOptions(Operation *op, Attribute attr) {
  auto stated = dyn_cast<DictionaryAttr>(attr);
  if (!stated)
    return op->emitError() << "'" << kLibraryOptionsAttr
                           << "' must be a dictionary, found " << attr;
  for (NamedAttribute entry : stated) {
    const LibraryInfo *library = lookupLibrary(entry.getName());
    auto options = dyn_cast<DictionaryAttr>(entry.getValue());
    if (!options)
      return op->emitError()
             << "the options of library '" << entry.getName().getValue()
             << "' must be a dictionary, found " << entry.getValue();
    if (!library)
      continue;
    for (NamedAttribute option : options) {
      StringRef name = option.getName();
      const OptionInfo *info =
          llvm::find_if(library->options, [&](const OptionInfo &info) {
            return info.name == name;
          });
      auto value = dyn_cast<StringAttr>(option.getValue());
      if (info == library->options.end())
        return op->emitError() << "library '" << library->name
                               << "' has no option '" << name << "'";
      if (!value || !info->accepts(value.getValue())) {
        InFlightDiagnostic diag = op->emitError()
                                  << "option '" << name << "' of library '"
                                  << library->name << "' can't be "
                                  << option.getValue();
        if (!info->values.empty())
          diag.attachNote()
              << "it must be one of: " << llvm::join(info->values, ", ");
        return diag;
      }
    }
  }
  return success();
}

StringRef libraryOption(Operation *op, const LibraryInfo &library,
                        StringRef option) {
  while (op->getParentOp())
    op = op->getParentOp();
  if (auto stated = op->getAttrOfType<DictionaryAttr>(kLibraryOptionsAttr))
    if (auto options = stated.getAs<DictionaryAttr>(library.name))
      if (auto value = options.getAs<StringAttr>(option))
        return value.getValue();
  for (const OptionInfo &info : library.options)
    if (info.name == option)
      return info.defaultValue;
  return "";
}

const KernelInfo *kernelOf(Operation *op) {
  auto kernel = dyn_cast<DspKernelOpInterface>(op);
  return kernel ? &kernel.getKernelInfo() : nullptr;
}

} // namespace dsp
