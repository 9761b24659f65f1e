//===- Base64.cpp - Base64 without copies of the text ---------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

//
// llvm::decodeBase64 makes a std::vector byte by byte; constants of a model are
// tens of megabytes.
//
//===----------------------------------------------------------------------===//

#include "Base64.h"
#include <array>

namespace dsp::relay {

static constexpr uint8_t kInvalid = 0xff;

static constexpr std::array<uint8_t, 256> makeTable() {
  std::array<uint8_t, 256> table{};
  for (uint8_t &value : table)
    value = kInvalid;
  constexpr char digits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (int i = 0; i < 64; ++i)
    table[uint8_t(digits[i])] = i;
  return table;
}

bool decodeBase64(StringRef text, OwnedBytes &bytes) {
  static constexpr std::array<uint8_t, 256> table = makeTable();
  if (text.size() % 4 != 0)
    return false;
  size_t padding = text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0;
  bytes.size = text.size() / 4 * 3 - padding;
  // Room for the padding: the last group is decoded whole.
  bytes.data = std::shared_ptr<char[]>(new char[text.size() / 4 * 3 + 1]);
  const auto *in = reinterpret_cast<const uint8_t *>(text.data());
  char *out = bytes.data.get();
  uint8_t invalid = 0;
  size_t whole = text.size() / 4 - (padding ? 1 : 0);
  for (size_t group = 0; group < whole; ++group, in += 4, out += 3) {
    uint8_t a = table[in[0]], b = table[in[1]], c = table[in[2]],
            d = table[in[3]];
    invalid |= a | b | c | d;
    out[0] = char(a << 2 | b >> 4);
    out[1] = char(b << 4 | c >> 2);
    out[2] = char(c << 6 | d);
  }
  if (padding) {
    uint8_t a = table[in[0]], b = table[in[1]],
            c = padding == 1 ? table[in[2]] : 0;
    invalid |= a | b | c;
    out[0] = char(a << 2 | b >> 4);
    if (padding == 1)
      out[1] = char(b << 4 | c >> 2);
  }
  // Valid digits have the two high bits clear.
  return (invalid & 0xc0) == 0;
}

} // namespace dsp::relay
