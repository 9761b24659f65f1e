//===- SumOrder.h - The order in which TVM adds up --------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_LIBRARIES_PORTABLE_SUMORDER_H
#define DSP_LIBRARIES_PORTABLE_SUMORDER_H

#include "dsp/Dialect/Dsp/IR/KernelInfo.h"

namespace dsp::portable {

/// The matcher of floating-point convolutions: sets the kernel's attribute
/// `channel_block` to the number of input channels that TVM adds up, tap by
/// tap, before it goes on to the next ones. Refuses nothing.
bool bindChannelBlock(Operation *root, CustomMatch &match);

} // namespace dsp::portable

#endif // DSP_LIBRARIES_PORTABLE_SUMORDER_H
