//===- NDArray.h - TVM's serialised tensors ---------------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIB_IMPORT_RELAY_NDARRAY_H
#define DSP_LIB_IMPORT_RELAY_NDARRAY_H

#include "dsp/Import/Relay/Expr.h"
#include "dsp/Support/LLVM.h"
#include "mlir/IR/AsmState.h"

namespace dsp::relay {

using mlir::FailureOr;

/// Reads little-endian fields off the front of a buffer.
class ByteReader {
public:
  explicit ByteReader(ArrayRef<char> bytes) : bytes(bytes) {}

  /// False if the buffer is too short; `value` is then unset.
  template <typename T>
  bool read(T &value) {
    if (bytes.size() - offset < sizeof(T))
      return false;
    std::memcpy(&value, bytes.data() + offset, sizeof(T));
    offset += sizeof(T);
    return true;
  }
  bool read(uint64_t size, ArrayRef<char> &taken) {
    if (bytes.size() - offset < size)
      return false;
    taken = bytes.slice(offset, size);
    offset += size;
    return true;
  }
  size_t getOffset() const { return offset; }
  bool atEnd() const { return offset == bytes.size(); }

private:
  ArrayRef<char> bytes;
  size_t offset = 0;
};

/// Reads one serialised array; its data are not copied. On failure `problem`
/// says what is wrong with it.
LogicalResult readNDArray(ByteReader &reader, mlir::MLIRContext *context,
                          NDArray &array, std::string &problem);

/// The array as an attribute called `name` where it is large; `array.bytes`
/// then stay alive as long as `owner`, which the attribute keeps.
FailureOr<mlir::ElementsAttr> makeElements(const NDArray &array, StringRef name,
                                           std::shared_ptr<void> owner,
                                           std::string &problem);

} // namespace dsp::relay

#endif // DSP_LIB_IMPORT_RELAY_NDARRAY_H
