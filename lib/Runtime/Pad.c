/*===- Pad.c - Surrounding a tensor ---------------------------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Element.h"
#include "StridedCopy.h"

/** The input index that padding takes its element from: `i` counts from the
 *  input's first element and lies before it or after its last. */
typedef ptrdiff_t border_index(ptrdiff_t i, ptrdiff_t size);

static ptrdiff_t clamp_index(ptrdiff_t i, ptrdiff_t size) {
  return i < 0 ? 0 : size - 1;
}

static ptrdiff_t reflect_index(ptrdiff_t i, ptrdiff_t size) {
  return i < 0 ? -i : 2 * (size - 1) - i;
}

static ptrdiff_t mirror_index(ptrdiff_t i, ptrdiff_t size) {
  return i < 0 ? -i - 1 : 2 * size - 1 - i;
}

static bool is_valid_pad(const portable_pad_params *params) {
  if (!params || params->rank < 0 || params->rank > PORTABLE_MAX_RANK)
    return false;
  if (params->rank == 0)
    return true;
  if (!params->in_shape || !params->pad_before || !params->pad_after)
    return false;
  for (int32_t d = 0; d < params->rank; ++d)
    if (params->in_shape[d] <= 0 || (ptrdiff_t)params->in_shape[d] +
                                            params->pad_before[d] +
                                            params->pad_after[d] <=
                                        0)
      return false;
  return true;
}

static inline void fill_elements(ptrdiff_t size, char *restrict output,
                                 const char *restrict value, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; ++i)
    memcpy(output + i * size, value, (size_t)size);
}

portable_status portable_pad_constant(const portable_pad_params *params,
                                      int32_t element_size, const void *input,
                                      const void *value, void *output) {
  PORTABLE_REQUIRE(input && value && output && element_size > 0);
  PORTABLE_REQUIRE(is_valid_pad(params));
  /* What is left of the input goes where it belongs in the output. */
  struct strided_copy copy = {0};
  ptrdiff_t in_size = 1, out_size = 1, in_start = 0, out_start = 0;
  bool empty = false;
  copy.rank = params->rank;
  for (int32_t d = params->rank - 1; d >= 0; --d) {
    ptrdiff_t size = params->in_shape[d];
    ptrdiff_t before = params->pad_before[d], after = params->pad_after[d];
    ptrdiff_t kept = size + min_index(before, 0) + min_index(after, 0);
    empty = empty || kept <= 0;
    copy.shape[d] = kept;
    copy.in_step[d] = in_size;
    copy.out_step[d] = out_size;
    in_start += max_index(-before, 0) * in_size;
    out_start += max_index(before, 0) * out_size;
    in_size *= size;
    out_size *= size + before + after;
  }
  ptrdiff_t size = element_size;
  char *out = output;
  PORTABLE_BY_ELEMENT_SIZE(size, fill_elements, out, value, out_size);
  if (!empty)
    dsp_portable_copy_strided(&copy, size,
                              (const char *)input + in_start * size,
                              out + out_start * size);
  return PORTABLE_OK;
}

/** Pads by elements of the input itself. */
static portable_status pad_border(const portable_pad_params *params,
                                  ptrdiff_t size, const void *input,
                                  void *output, border_index *find) {
  PORTABLE_REQUIRE(input && output && size > 0);
  PORTABLE_REQUIRE(is_valid_pad(params));
  int32_t rank = params->rank;
  ptrdiff_t in_step[PORTABLE_MAX_RANK], out_shape[PORTABLE_MAX_RANK];
  ptrdiff_t in_size = 1, out_size = 1;
  for (int32_t d = rank - 1; d >= 0; --d) {
    ptrdiff_t dim = params->in_shape[d];
    ptrdiff_t before = params->pad_before[d], after = params->pad_after[d];
    PORTABLE_REQUIRE(before >= 0 && after >= 0);
    /* Paddings that would take elements from outside the input. */
    PORTABLE_REQUIRE(before == 0 || find(-before, dim) < dim);
    PORTABLE_REQUIRE(after == 0 || find(dim - 1 + after, dim) >= 0);
    in_step[d] = in_size;
    out_shape[d] = dim + before + after;
    in_size *= dim;
    out_size *= out_shape[d];
  }
  ptrdiff_t index[PORTABLE_MAX_RANK] = {0};
  const char *in = input;
  char *out = output;
  for (ptrdiff_t o = 0; o < out_size; ++o, out += size) {
    ptrdiff_t offset = 0;
    for (int32_t d = 0; d < rank; ++d) {
      ptrdiff_t i = index[d] - params->pad_before[d];
      ptrdiff_t dim = params->in_shape[d];
      offset += (i < 0 || i >= dim ? find(i, dim) : i) * in_step[d];
    }
    memcpy(out, in + offset * size, (size_t)size);
    for (int32_t d = rank - 1; d >= 0 && ++index[d] == out_shape[d]; --d)
      index[d] = 0;
  }
  return PORTABLE_OK;
}

portable_status portable_pad_edge(const portable_pad_params *params,
                                  int32_t element_size, const void *input,
                                  void *output) {
  return pad_border(params, element_size, input, output, clamp_index);
}

portable_status portable_pad_reflect(const portable_pad_params *params,
                                     int32_t element_size, const void *input,
                                     void *output) {
  return pad_border(params, element_size, input, output, reflect_index);
}

portable_status portable_pad_symmetric(const portable_pad_params *params,
                                       int32_t element_size, const void *input,
                                       void *output) {
  return pad_border(params, element_size, input, output, mirror_index);
}
