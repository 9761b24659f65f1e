/*===- Gather.c - Elements at places that a tensor holds ------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
#include "Element.h"

/** The place that an index means, or -1 if it is an error. */
static inline ptrdiff_t resolve_index(int64_t index, ptrdiff_t size,
                                      portable_index_mode mode) {
  if (index >= 0 && index < size)
    return (ptrdiff_t)index;
  if (mode == PORTABLE_INDEX_CLIP)
    return index < 0 ? 0 : size - 1;
  if (mode == PORTABLE_INDEX_WRAP) {
    ptrdiff_t rest = (ptrdiff_t)(index % size);
    return rest < 0 ? rest + size : rest;
  }
  return -1;
}

#define TAKE(suffix, index_type)                                               \
  portable_status portable_take_##suffix(                                      \
      int32_t element_size, int32_t outer, int32_t axis, int32_t inner,        \
      int32_t index_count, portable_index_mode mode, const void *input,        \
      const index_type *indices, void *output) {                               \
    PORTABLE_REQUIRE(input && indices && output && element_size > 0);          \
    PORTABLE_REQUIRE(outer > 0 && axis > 0 && inner > 0 && index_count > 0);   \
    ptrdiff_t slice = (ptrdiff_t)inner * element_size;                         \
    const char *in = input;                                                    \
    char *out = output;                                                        \
    for (ptrdiff_t o = 0; o < outer; ++o, in += axis * slice)                  \
      for (ptrdiff_t k = 0; k < index_count; ++k, out += slice) {              \
        ptrdiff_t place = resolve_index(indices[k], axis, mode);               \
        PORTABLE_REQUIRE(place >= 0);                                          \
        memcpy(out, in + place * slice, (size_t)slice);                        \
      }                                                                        \
    return PORTABLE_OK;                                                        \
  }

TAKE(i32, int32_t)
TAKE(i64, int64_t)

#define GATHER(suffix, index_type)                                             \
  portable_status portable_gather_##suffix(                                    \
      int32_t element_size, int32_t outer, int32_t axis, int32_t inner,        \
      int32_t index_count, const void *input, const index_type *indices,       \
      void *output) {                                                          \
    PORTABLE_REQUIRE(input && indices && output && element_size > 0);          \
    PORTABLE_REQUIRE(outer > 0 && axis > 0 && inner > 0 && index_count > 0);   \
    ptrdiff_t size = element_size, row = inner;                                \
    const char *in = input;                                                    \
    char *out = output;                                                        \
    for (ptrdiff_t o = 0; o < outer; ++o, in += axis * row * size)             \
      for (ptrdiff_t k = 0; k < index_count; ++k)                              \
        for (ptrdiff_t i = 0; i < inner; ++i, out += size) {                   \
          ptrdiff_t place =                                                    \
              resolve_index(*indices++, axis, PORTABLE_INDEX_CHECK);           \
          PORTABLE_REQUIRE(place >= 0);                                        \
          memcpy(out, in + (place * row + i) * size, (size_t)size);            \
        }                                                                      \
    return PORTABLE_OK;                                                        \
  }

GATHER(i32, int32_t)
GATHER(i64, int64_t)

static bool is_valid_gather(const portable_gather_nd_params *params) {
  if (!params || params->batch <= 0 || params->positions <= 0 ||
      params->slice <= 0 || params->index_rank < 0 ||
      (params->index_rank > 0 && !params->indexed_shape))
    return false;
  for (int32_t d = 0; d < params->index_rank; ++d)
    if (params->indexed_shape[d] <= 0)
      return false;
  return true;
}

#define GATHER_ND(suffix, index_type)                                          \
  portable_status portable_gather_nd_##suffix(                                 \
      const portable_gather_nd_params *params, int32_t element_size,           \
      const void *input, const index_type *indices, void *output) {            \
    PORTABLE_REQUIRE(input && indices && output && element_size > 0);          \
    PORTABLE_REQUIRE(is_valid_gather(params));                                 \
    ptrdiff_t slice = (ptrdiff_t)params->slice * element_size;                 \
    ptrdiff_t plane = (ptrdiff_t)params->batch * params->positions;            \
    char *out = output;                                                        \
    for (ptrdiff_t p = 0; p < plane; ++p, out += slice) {                      \
      ptrdiff_t place = p / params->positions;                                 \
      for (int32_t d = 0; d < params->index_rank; ++d) {                       \
        ptrdiff_t size = params->indexed_shape[d];                             \
        ptrdiff_t i =                                                          \
            resolve_index(indices[d * plane + p], size, PORTABLE_INDEX_CHECK); \
        PORTABLE_REQUIRE(i >= 0);                                              \
        place = place * size + i;                                              \
      }                                                                        \
      memcpy(out, (const char *)input + place * slice, (size_t)slice);         \
    }                                                                          \
    return PORTABLE_OK;                                                        \
  }

GATHER_ND(i32, int32_t)
GATHER_ND(i64, int64_t)

#define ONE_HOT(suffix, index_type)                                            \
  portable_status portable_one_hot_##suffix(                                   \
      int32_t element_size, int32_t outer, int32_t depth, int32_t inner,       \
      const index_type *indices, const void *on_value, const void *off_value,  \
      void *output) {                                                          \
    PORTABLE_REQUIRE(indices && on_value && off_value && output);              \
    PORTABLE_REQUIRE(element_size > 0 && outer > 0 && depth > 0 && inner > 0); \
    char *out = output;                                                        \
    for (ptrdiff_t o = 0; o < outer; ++o, indices += inner)                    \
      for (ptrdiff_t k = 0; k < depth; ++k)                                    \
        for (ptrdiff_t i = 0; i < inner; ++i, out += element_size)             \
          memcpy(out, indices[i] == k ? on_value : off_value,                  \
                 (size_t)element_size);                                        \
    return PORTABLE_OK;                                                        \
  }

ONE_HOT(i32, int32_t)
ONE_HOT(i64, int64_t)
