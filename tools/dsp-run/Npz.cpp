//===- Npz.cpp - NumPy's array files --------------------------------------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Npz.h"
#include "dsp/Support/OutputDirectory.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include <zlib.h>

using namespace dsp;
using llvm::Error;
using llvm::Expected;
namespace endian = llvm::support::endian;

template <typename... Args>
static Error fail(const char *format, const Args &...args) {
  return llvm::createStringError(format, args...);
}

//===----------------------------------------------------------------------===//
// .npy
//===----------------------------------------------------------------------===//

int64_t NpyArray::numElements() const {
  int64_t count = 1;
  for (int64_t dim : shape)
    count *= dim;
  return count;
}

std::string NpyArray::typeName() const {
  if (kind == 'b')
    return "bool";
  StringRef name = kind == 'f' ? "float" : kind == 'u' ? "uint" : "int";
  return (name + llvm::Twine(elementBytes * 8)).str();
}

/// The text behind `'key':` in the header, a Python dictionary.
static StringRef lookupKey(StringRef header, StringRef key) {
  for (char quote : {'\'', '"'}) {
    std::string quoted = (llvm::Twine(quote) + key + llvm::Twine(quote)).str();
    size_t begin = header.find(quoted);
    if (begin == StringRef::npos)
      continue;
    StringRef rest = header.drop_front(begin + quoted.size()).ltrim();
    if (rest.consume_front(":"))
      return rest.ltrim();
  }
  return "";
}

static bool parseShape(StringRef text, SmallVectorImpl<int64_t> &shape) {
  if (!text.consume_front("("))
    return false;
  while (true) {
    text = text.ltrim();
    if (text.consume_front(")"))
      return true;
    uint64_t dim;
    if (text.consumeInteger(10, dim) || dim > uint64_t(INT64_MAX))
      return false;
    shape.push_back(int64_t(dim));
    // Python 2 wrote long integers with an L.
    text.consume_front("L");
    text = text.ltrim();
    if (!text.consume_front(",") && !text.starts_with(")"))
      return false;
  }
}

/// Column-major to row-major.
static std::vector<char> transposeToRowMajor(ArrayRef<char> data,
                                             ArrayRef<int64_t> shape,
                                             unsigned elementBytes) {
  std::vector<char> result(data.size());
  SmallVector<int64_t> index(shape.size(), 0), strides(shape.size(), 1);
  for (size_t d = 1; d < shape.size(); ++d)
    strides[d] = strides[d - 1] * shape[d - 1];
  int64_t source = 0;
  for (size_t target = 0; target < result.size(); target += elementBytes) {
    std::copy_n(data.data() + source * elementBytes, elementBytes,
                result.data() + target);
    for (size_t d = shape.size(); d-- > 0;) {
      source += strides[d];
      if (++index[d] < shape[d])
        break;
      source -= strides[d] * shape[d];
      index[d] = 0;
    }
  }
  return result;
}

Expected<NpyArray> dsp::parseNpy(ArrayRef<char> bytes) {
  StringRef text(bytes.data(), bytes.size());
  if (!text.starts_with("\x93NUMPY") || text.size() < 12)
    return fail("not a NumPy array file");
  unsigned version = uint8_t(text[6]);
  size_t headerBegin = version == 1 ? 10 : 12;
  size_t headerSize = version == 1 ? endian::read16le(text.data() + 8)
                                   : endian::read32le(text.data() + 8);
  if (version < 1 || version > 3)
    return fail("NumPy array file of version %u, found none above 3", version);
  if (headerSize > text.size() - headerBegin)
    return fail("NumPy array file ends within its header");
  StringRef header = text.substr(headerBegin, headerSize);

  NpyArray array;
  StringRef descr = lookupKey(header, "descr");
  if (descr.empty() || (descr[0] != '\'' && descr[0] != '"'))
    return fail("NumPy array file without a plain element type ('descr')");
  descr = descr.drop_front().take_until(
      [](char c) { return c == '\'' || c == '"'; });
  char order = descr.empty() ? ' ' : descr[0];
  if (StringRef("<>|=").contains(order))
    descr = descr.drop_front();
  array.kind = descr.empty() ? ' ' : descr[0];
  if (descr.drop_front().getAsInteger(10, array.elementBytes) ||
      !StringRef("biuf").contains(array.kind) || array.elementBytes > 8 ||
      !llvm::isPowerOf2_32(array.elementBytes) ||
      (array.kind == 'f' && array.elementBytes < 2))
    return fail("NumPy element type '%s' is none of bool, int, uint and float",
                descr.str().c_str());
  if (!parseShape(lookupKey(header, "shape"), array.shape))
    return fail("NumPy array file with a malformed shape");
  uint64_t wanted = array.elementBytes;
  bool overflow = false;
  for (int64_t dim : array.shape) {
    bool overflowed = false;
    wanted = llvm::SaturatingMultiply(wanted, uint64_t(dim), &overflowed);
    overflow |= overflowed;
  }
  ArrayRef<char> data = bytes.drop_front(headerBegin + headerSize);
  if (overflow || wanted != data.size())
    return fail("NumPy array file has %zu bytes of data, its shape takes %llu",
                data.size(), (unsigned long long)wanted);
  bool fortran = lookupKey(header, "fortran_order").starts_with("True");
  array.data = fortran && array.shape.size() > 1
                   ? transposeToRowMajor(data, array.shape, array.elementBytes)
                   : std::vector<char>(data.begin(), data.end());
  bool isLittle = llvm::endianness::native == llvm::endianness::little;
  if ((order == '>' && isLittle) || (order == '<' && !isLittle))
    for (size_t i = 0; i < array.data.size(); i += array.elementBytes)
      std::reverse(array.data.begin() + i,
                   array.data.begin() + i + array.elementBytes);
  return array;
}

//===----------------------------------------------------------------------===//
// .npz
//===----------------------------------------------------------------------===//

namespace {

/// A file in an archive, as its central directory lists it.
struct ZipEntry {
  StringRef name;
  unsigned method;
  uint32_t crc;
  uint64_t packedSize;
  uint64_t size;
  uint64_t headerOffset;
};

class ZipReader {
public:
  explicit ZipReader(StringRef bytes) : bytes(bytes) {}

  Expected<std::vector<ZipEntry>> entries();
  Expected<std::vector<char>> unpack(const ZipEntry &entry);

private:
  uint16_t get16(uint64_t at) { return endian::read16le(bytes.data() + at); }
  uint32_t get32(uint64_t at) { return endian::read32le(bytes.data() + at); }
  uint64_t get64(uint64_t at) { return endian::read64le(bytes.data() + at); }
  bool holds(uint64_t at, uint64_t size) const {
    return at <= bytes.size() && size <= bytes.size() - at;
  }
  void readZip64(uint64_t extra, uint64_t extraSize, ZipEntry &entry);

  StringRef bytes;
};

} // namespace

/// Sizes that don't fit 32 bits are in an extra field, in a fixed order and
/// only those.
void ZipReader::readZip64(uint64_t extra, uint64_t extraSize, ZipEntry &entry) {
  uint64_t end = extra + extraSize;
  while (extra + 4 <= end) {
    uint64_t fieldEnd = extra + 4 + get16(extra + 2);
    if (get16(extra) == 1 && fieldEnd <= end) {
      uint64_t at = extra + 4;
      for (uint64_t *value :
           {&entry.size, &entry.packedSize, &entry.headerOffset}) {
        if (*value != UINT32_MAX || at + 8 > fieldEnd)
          continue;
        *value = get64(at);
        at += 8;
      }
    }
    extra = fieldEnd;
  }
}

Expected<std::vector<ZipEntry>> ZipReader::entries() {
  // The end record is the last thing but for a comment.
  size_t end = bytes.rfind(StringRef("PK\5\6", 4));
  if (end == StringRef::npos || !holds(end, 22))
    return fail("not a zip archive");
  uint64_t count = get16(end + 10), at = get32(end + 16);
  if ((count == UINT16_MAX || at == UINT32_MAX) && end >= 20 &&
      get32(end - 20) == 0x07064b50) {
    uint64_t end64 = get64(end - 12);
    if (!holds(end64, 56) || get32(end64) != 0x06064b50)
      return fail("zip archive with a damaged directory");
    count = get64(end64 + 32);
    at = get64(end64 + 48);
  }
  std::vector<ZipEntry> result;
  for (uint64_t i = 0; i < count; ++i) {
    if (!holds(at, 46) || get32(at) != 0x02014b50)
      return fail("zip archive with a damaged directory");
    uint64_t nameSize = get16(at + 28), extraSize = get16(at + 30);
    uint64_t next = at + 46 + nameSize + extraSize + get16(at + 32);
    if (!holds(at, next - at))
      return fail("zip archive with a damaged directory");
    ZipEntry entry = {bytes.substr(at + 46, nameSize),
                      get16(at + 10),
                      get32(at + 16),
                      get32(at + 20),
                      get32(at + 24),
                      get32(at + 42)};
    if (get16(at + 8) & 1)
      return fail("zip archive is encrypted");
    readZip64(at + 46 + nameSize, extraSize, entry);
    result.push_back(entry);
    at = next;
  }
  return result;
}

Expected<std::vector<char>> ZipReader::unpack(const ZipEntry &entry) {
  uint64_t header = entry.headerOffset;
  if (!holds(header, 30) || get32(header) != 0x04034b50)
    return fail("zip archive with a damaged entry");
  uint64_t begin = header + 30 + get16(header + 26) + get16(header + 28);
  if (!holds(begin, entry.packedSize))
    return fail("zip archive ends within an entry");
  StringRef packed = bytes.substr(begin, entry.packedSize);

  std::vector<char> data;
  if (entry.method == 0) {
    data.assign(packed.begin(), packed.end());
  } else if (entry.method == 8) {
    // Deflate can't do better than about 1:1032: a larger claim is a lie.
    if (entry.size / 1040 > entry.packedSize)
      return fail("zip archive with a damaged entry");
    data.resize(entry.size);
    z_stream stream = {};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
      return fail("zlib failed to start");
    // zlib counts in 32 bits.
    size_t in = 0, out = 0;
    int status = Z_OK;
    while (status == Z_OK) {
      constexpr size_t kStep = size_t(1) << 30;
      stream.next_in =
          reinterpret_cast<Bytef *>(const_cast<char *>(packed.data() + in));
      stream.avail_in = uInt(std::min(kStep, packed.size() - in));
      stream.next_out = reinterpret_cast<Bytef *>(data.data() + out);
      stream.avail_out = uInt(std::min(kStep, data.size() - out));
      size_t givenIn = stream.avail_in, givenOut = stream.avail_out;
      status = inflate(&stream, Z_NO_FLUSH);
      in += givenIn - stream.avail_in;
      out += givenOut - stream.avail_out;
    }
    inflateEnd(&stream);
    if (status != Z_STREAM_END || out != data.size())
      return fail("zip archive with a damaged entry");
  } else {
    return fail("zip archive packed by method %u, only stored (0) and deflated "
                "(8) are known",
                entry.method);
  }
  uLong crc =
      crc32_z(0, reinterpret_cast<const Bytef *>(data.data()), data.size());
  if (data.size() != entry.size || crc != entry.crc)
    return fail("zip archive with a damaged entry");
  return data;
}

Expected<std::vector<NamedArray>> dsp::readNpz(StringRef path) {
  auto file = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                          /*RequiresNullTerminator=*/false);
  if (!file)
    return fail("%s: cannot read: %s", path.str().c_str(),
                file.getError().message().c_str());
  auto inFile = [&](StringRef entry, Error error) {
    std::string place = (path + (entry.empty() ? "" : ": '") + entry +
                         (entry.empty() ? "" : "'"))
                            .str();
    return fail("%s: %s", place.c_str(),
                llvm::toString(std::move(error)).c_str());
  };
  ZipReader reader((*file)->getBuffer());
  auto entries = reader.entries();
  if (!entries)
    return inFile("", entries.takeError());
  std::vector<NamedArray> arrays;
  for (const ZipEntry &entry : *entries) {
    StringRef name = entry.name;
    if (!name.consume_back(".npy"))
      continue;
    auto bytes = reader.unpack(entry);
    if (!bytes)
      return inFile(entry.name, bytes.takeError());
    auto array = parseNpy(*bytes);
    if (!array)
      return inFile(entry.name, array.takeError());
    arrays.push_back({name.str(), std::move(*array)});
  }
  return arrays;
}

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

static std::string npyHeader(const NpyArray &array) {
  std::string header;
  llvm::raw_string_ostream os(header);
  bool isLittle = llvm::endianness::native == llvm::endianness::little;
  os << "{'descr': '"
     << (array.elementBytes == 1 ? '|'
         : isLittle              ? '<'
                                 : '>')
     << array.kind << array.elementBytes
     << "', 'fortran_order': False, 'shape': (";
  for (int64_t dim : array.shape)
    os << dim << ",";
  os << "), }";
  // Data begins at a multiple of 64; the header ends with a line break.
  while ((10 + header.size() + 1) % 64)
    header += ' ';
  header += '\n';
  std::string result("\x93NUMPY\1\0", 8);
  result += char(header.size() & 255);
  result += char(header.size() >> 8);
  return result + header;
}

Error dsp::writeNpz(StringRef path, ArrayRef<NamedArray> arrays) {
  std::string directory;
  auto put = [](std::string &to, uint64_t value, unsigned bytes) {
    for (unsigned i = 0; i < bytes; ++i)
      to += char(value >> (8 * i));
  };
  for (const NamedArray &named : arrays)
    if (named.array.data.size() > UINT32_MAX / 2)
      return fail("%s: '%s' is too large to be written", path.str().c_str(),
                  named.name.c_str());
  return writeFileAtomically(path, [&](raw_ostream &os) {
    uint64_t position = 0;
    for (const NamedArray &named : arrays) {
      std::string header = npyHeader(named.array);
      const std::vector<char> &data = named.array.data;
      uLong crc = crc32_z(0, reinterpret_cast<const Bytef *>(header.data()),
                          header.size());
      crc = crc32_z(crc, reinterpret_cast<const Bytef *>(data.data()),
                    data.size());
      std::string name = named.name + ".npy";
      // What the local header and the directory have in common: version, flags,
      // method, 1 January 1980, checksum, sizes, length of name and extras.
      std::string common;
      put(common, 20, 2);
      put(common, 0, 2);
      put(common, 0, 2);
      put(common, 0, 2);
      put(common, 0x21, 2);
      put(common, crc, 4);
      put(common, header.size() + data.size(), 4);
      put(common, header.size() + data.size(), 4);
      put(common, name.size(), 2);
      put(common, 0, 2);
      directory += StringRef("PK\1\2", 4);
      put(directory, 20, 2);
      directory += common;
      put(directory, 0, 10);
      put(directory, position, 4);
      directory += name;
      os << StringRef("PK\3\4", 4) << common << name << header;
      os.write(data.data(), data.size());
      position += 30 + name.size() + header.size() + data.size();
    }
    os << directory;
    std::string end("PK\5\6", 4);
    put(end, 0, 4);
    put(end, arrays.size(), 2);
    put(end, arrays.size(), 2);
    put(end, directory.size(), 4);
    put(end, position, 4);
    put(end, 0, 2);
    os << end;
  });
}
