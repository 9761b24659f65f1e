//===- InitAll.h - Every dialect, pass and library --------------*- C++ -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_INITALL_H
#define DSP_INITALL_H

namespace mlir {
class DialectRegistry;
} // namespace mlir

namespace dsp {

/// Registers the project's dialects, the upstream ones that its IR uses, and
/// the built-in kernel libraries.
void registerAllDialects(mlir::DialectRegistry &registry);

/// Registers the project's passes and `--dsp-pipeline`, and the upstream passes
/// that are of use beside them.
void registerAllPasses();

} // namespace dsp

#endif // DSP_INITALL_H
