//===- ReportHtml.cpp - report.html ---------------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The page of Html/ with report.json in it: what it shows is what that says.
//
//===----------------------------------------------------------------------===//

#include "dsp/Compiler/Compilation.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace dsp;

namespace {

/// Passes JSON on in a form that can't end the HTML element that it is in.
class ScriptStream final : public raw_ostream {
public:
  explicit ScriptStream(raw_ostream &os) : os(os) { SetBuffered(); }
  ~ScriptStream() override { flush(); }

private:
  void write_impl(const char *data, size_t size) override {
    StringRef text(data, size);
    // '<' is in strings only.
    while (true) {
      auto [before, after] = text.split('<');
      os << before;
      if (before.size() == text.size())
        break;
      os << "\\u003c";
      text = after;
    }
    position += size;
  }
  uint64_t current_pos() const override { return position; }

  raw_ostream &os;
  uint64_t position = 0;
};

} // namespace

static constexpr char page[] =
#include "report.html.inc"
    ;

void dsp::printHtmlReport(Compilation &compilation, raw_ostream &os) {
  auto [before, after] = StringRef(page).split("/*REPORT*/");
  os << before;
  {
    ScriptStream json(os);
    printReport(compilation, json);
  }
  os << after;
}
