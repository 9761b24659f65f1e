//===- RecordErrors.h - Faults of a kernel record, at their place  -*- C++
//-*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_TABLEGEN_RECORDERRORS_H
#define DSP_LIB_TABLEGEN_RECORDERRORS_H

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/TableGen/Error.h"
#include "llvm/TableGen/Record.h"
#include <set>

namespace dsp::tblgen {

/// Reports faults at the field of the record that has them, so that one run
/// shows them all.
class RecordErrors {
public:
  explicit RecordErrors(const llvm::Record *def) : def(def) {}

  void report(llvm::StringRef field, const llvm::Twine &message) {
    reportAt(placeOf(field), message);
  }

  /// A fault of what `field` calls `$name`, and what to do.
  void report(llvm::StringRef field, llvm::StringRef name,
              const llvm::Twine &message, const llvm::Twine &remedy) {
    llvm::SMLoc place = placeOf(field, name);
    if (reportAt(place, message))
      llvm::PrintNote(place, remedy);
  }

  /// From now on faults of `field` are of a part of it, which stands here.
  void lookAt(llvm::StringRef field, llvm::SMLoc place) {
    partOf = field;
    partPlace = place;
  }
  void lookAtAll() { partOf = ""; }

  /// Where the record gives the field its value, or begins.
  llvm::SMLoc placeOf(llvm::StringRef field) const {
    if (field == partOf)
      return partPlace;
    const llvm::RecordVal *value = def->getValue(field);
    llvm::SMLoc place = value ? value->getLoc() : def->getLoc().front();
    return isInherited(place) ? def->getLoc().front() : place;
  }

  /// Where the field says `$name`; TableGen does not keep that.
  llvm::SMLoc placeOf(llvm::StringRef field, llvm::StringRef name) const {
    llvm::SMLoc place = placeOf(field);
    llvm::StringRef text =
        textFrom(place).take_until([](char c) { return c == ';'; });
    for (size_t at = 0; (at = text.find('$', at)) != llvm::StringRef::npos;) {
      llvm::StringRef word = text.drop_front(++at).take_while(
          [](char c) { return llvm::isAlnum(c) || c == '_'; });
      if (!name.empty() && word == name)
        return llvm::SMLoc::getFromPointer(word.data() - 1);
    }
    return place;
  }

  /// Where the field has `part`, an anonymous record in which `text` stands.
  /// TableGen keeps one record of equal ones, so it may be located at an
  /// earlier field; then the text is looked for.
  llvm::SMLoc placeOf(llvm::StringRef field, const llvm::Record *part,
                      const llvm::Twine &text = "") const {
    llvm::SMLoc place = placeOf(field), inner = part->getLoc().front();
    if (llvm::SrcMgr.FindBufferContainingLoc(place) ==
            llvm::SrcMgr.FindBufferContainingLoc(inner) &&
        place.getPointer() <= inner.getPointer())
      return inner;
    llvm::StringRef header =
        textFrom(place).take_until([](char c) { return c == '{'; });
    std::string wanted = text.str();
    size_t at = wanted.empty() ? llvm::StringRef::npos : header.find(wanted);
    return at == llvm::StringRef::npos
               ? place
               : llvm::SMLoc::getFromPointer(header.data() + at);
  }

  bool any() const { return found; }

  /// What a faulty part of the record speaks of: that nothing else does is no
  /// fault of its own. A misspelt name excuses the one that is meant.
  void excuse(llvm::StringRef name) { excused.insert(name); }
  bool isExcused(llvm::StringRef name) const {
    return llvm::any_of(excused.keys(), [&](llvm::StringRef said) {
      return said == name ||
             said.edit_distance(name, /*AllowReplacements=*/true,
                                maxTypos + 1) <=
                 std::min<size_t>(maxTypos, name.size() / 2);
    });
  }

private:
  static llvm::StringRef textFrom(llvm::SMLoc place) {
    llvm::StringRef text =
        llvm::SrcMgr
            .getMemoryBuffer(llvm::SrcMgr.FindBufferContainingLoc(place))
            ->getBuffer();
    return text.drop_front(place.getPointer() - text.data());
  }

  /// Whether that is new.
  bool reportAt(llvm::SMLoc place, const llvm::Twine &message) {
    found = true;
    // A tree that stands for several may be wrong in all of them.
    if (!reported.insert({place.getPointer(), message.str()}).second)
      return false;
    llvm::PrintError(place, message);
    if (place != def->getLoc().front())
      llvm::PrintNote(def->getLoc(), (def->isSubClassOf("Dsp_Library")
                                          ? "in library record '"
                                          : "in kernel record '") +
                                         def->getName() + "'");
    return true;
  }

  /// A field that the record leaves as its class has it is located in the
  /// class, where no author would look.
  bool isInherited(llvm::SMLoc place) const {
    return llvm::SrcMgr.FindBufferContainingLoc(place) !=
           llvm::SrcMgr.FindBufferContainingLoc(def->getLoc().front());
  }

  static constexpr unsigned maxTypos = 2;

  const llvm::Record *def;
  llvm::StringRef partOf;
  llvm::SMLoc partPlace;
  bool found = false;
  llvm::StringSet<> excused;
  std::set<std::pair<const char *, std::string>> reported;
};

} // namespace dsp::tblgen

#endif // DSP_LIB_TABLEGEN_RECORDERRORS_H
