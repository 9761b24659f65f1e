/*===- Element.h - Elements whose type does not matter --------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#ifndef DSP_RUNTIME_ELEMENT_H
#define DSP_RUNTIME_ELEMENT_H

#include "Support.h"

#include <string.h>

/** Calls function(size, ...), an inline function, so that the usual sizes of an
 *  element are constants in it: its memcpy calls become loads and stores. */
#define PORTABLE_BY_ELEMENT_SIZE(size, function, ...)                          \
  do {                                                                         \
    switch (size) {                                                            \
    case 1:                                                                    \
      function(1, __VA_ARGS__);                                                \
      break;                                                                   \
    case 2:                                                                    \
      function(2, __VA_ARGS__);                                                \
      break;                                                                   \
    case 4:                                                                    \
      function(4, __VA_ARGS__);                                                \
      break;                                                                   \
    case 8:                                                                    \
      function(8, __VA_ARGS__);                                                \
      break;                                                                   \
    default:                                                                   \
      function(size, __VA_ARGS__);                                             \
    }                                                                          \
  } while (0)

#endif /* DSP_RUNTIME_ELEMENT_H */
