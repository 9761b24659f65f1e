/*===- Sort.c - Elements in order, and where they are ---------------------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * A heap that holds the first k elements found so far, the last of them on top.
 * It lies in the output, so nothing else is needed; in the end it is taken
 * apart from the back. Positions are sorted with the place as a second key: so
 * equal elements stay in their order, as a stable sort leaves them.
 */
#include "Support.h"

/** A row to sort: `axis` elements, `step` apart. */
struct row {
  const void *input;
  ptrdiff_t axis, step;
  bool is_ascend;
};

/** Heaps of `held` type, named `name`; `key` is what they hold for the element
 *  at place i, and `precedes` orders it. */
#define SELECT(name, held, precedes, key)                                      \
  static void sift_##name(const struct row *row, held *heap, ptrdiff_t size) { \
    ptrdiff_t step = row->step, at = 0;                                        \
    held moved = heap[0];                                                      \
    for (ptrdiff_t child = 1; child < size; child = 2 * at + 1) {              \
      if (child + 1 < size &&                                                  \
          precedes(row, heap[child * step], heap[(child + 1) * step]))         \
        ++child;                                                               \
      if (!precedes(row, moved, heap[child * step]))                           \
        break;                                                                 \
      heap[at * step] = heap[child * step];                                    \
      at = child;                                                              \
    }                                                                          \
    heap[at * step] = moved;                                                   \
  }                                                                            \
                                                                               \
  /* The new element at the end of a heap rises to its place. */               \
  static void rise_##name(const struct row *row, held *heap, ptrdiff_t at) {   \
    ptrdiff_t step = row->step;                                                \
    held moved = heap[at * step];                                              \
    while (at > 0) {                                                           \
      ptrdiff_t parent = (at - 1) / 2;                                         \
      if (!precedes(row, heap[parent * step], moved))                          \
        break;                                                                 \
      heap[at * step] = heap[parent * step];                                   \
      at = parent;                                                             \
    }                                                                          \
    heap[at * step] = moved;                                                   \
  }                                                                            \
                                                                               \
  static void select_##name(const struct row *row, ptrdiff_t k, held *heap) {  \
    ptrdiff_t step = row->step;                                                \
    for (ptrdiff_t i = 0; i < row->axis; ++i) {                                \
      const held found = (held)(key);                                          \
      if (i < k) {                                                             \
        heap[i * step] = found;                                                \
        rise_##name(row, heap, i);                                             \
      } else if (precedes(row, found, heap[0])) {                              \
        heap[0] = found;                                                       \
        sift_##name(row, heap, k);                                             \
      }                                                                        \
    }                                                                          \
    for (ptrdiff_t size = k - 1; size > 0; --size) {                           \
      held last = heap[0];                                                     \
      heap[0] = heap[size * step];                                             \
      heap[size * step] = last;                                                \
      sift_##name(row, heap, size);                                            \
    }                                                                          \
  }

#define SORT(function, name, type, held)                                       \
  portable_status portable_##function(                                         \
      int32_t outer, int32_t axis, int32_t inner, int32_t k,                   \
      int32_t is_ascend, const type *input, held *output) {                    \
    PORTABLE_REQUIRE(input && output && outer > 0 && axis > 0 && inner > 0);   \
    PORTABLE_REQUIRE(k > 0 && k <= axis);                                      \
    ptrdiff_t step = inner;                                                    \
    for (ptrdiff_t o = 0; o < outer; ++o)                                      \
      for (ptrdiff_t i = 0; i < inner; ++i) {                                  \
        struct row row = {input + o * axis * step + i, axis, step,             \
                          is_ascend != 0};                                     \
        select_##name(&row, k, output + o * k * step + i);                     \
      }                                                                        \
    return PORTABLE_OK;                                                        \
  }

#define TOPK(suffix, type, index_suffix, index_type)                           \
  portable_status portable_topk_##suffix##_##index_suffix(                     \
      int32_t outer, int32_t axis, int32_t inner, int32_t k,                   \
      int32_t is_ascend, const type *input, type *values,                      \
      index_type *indices) {                                                   \
    PORTABLE_REQUIRE(values);                                                  \
    portable_status status = portable_argsort_##suffix##_##index_suffix(       \
        outer, axis, inner, k, is_ascend, input, indices);                     \
    if (status != PORTABLE_OK)                                                 \
      return status;                                                           \
    ptrdiff_t step = inner;                                                    \
    for (ptrdiff_t o = 0; o < outer; ++o, input += axis * step)                \
      for (ptrdiff_t e = 0; e < k; ++e)                                        \
        for (ptrdiff_t i = 0; i < step; ++i)                                   \
          *values++ = input[(ptrdiff_t)*indices++ * step + i];                 \
    return PORTABLE_OK;                                                        \
  }

/** All kernels of a type of elements. */
#define SORTS(suffix, type)                                                    \
  static inline type element_##suffix(const struct row *row, ptrdiff_t i) {    \
    return ((const type *)row->input)[i * row->step];                          \
  }                                                                            \
  static inline bool value_precedes_##suffix(const struct row *row, type x,    \
                                             type y) {                         \
    return row->is_ascend ? x < y : x > y;                                     \
  }                                                                            \
  static inline bool place_precedes_##suffix(const struct row *row,            \
                                             ptrdiff_t a, ptrdiff_t b) {       \
    type x = element_##suffix(row, a), y = element_##suffix(row, b);           \
    return value_precedes_##suffix(row, x, y) ||                               \
           (!value_precedes_##suffix(row, y, x) && a < b);                     \
  }                                                                            \
  SELECT(values_##suffix, type, value_precedes_##suffix,                       \
         element_##suffix(row, i))                                             \
  SELECT(places_##suffix##_i32, int32_t, place_precedes_##suffix, i)           \
  SELECT(places_##suffix##_i64, int64_t, place_precedes_##suffix, i)           \
  SORT(sort_##suffix, values_##suffix, type, type)                             \
  SORT(argsort_##suffix##_i32, places_##suffix##_i32, type, int32_t)           \
  SORT(argsort_##suffix##_i64, places_##suffix##_i64, type, int64_t)           \
  TOPK(suffix, type, i32, int32_t)                                             \
  TOPK(suffix, type, i64, int64_t)

SORTS(f32, float)
SORTS(i8, int8_t)
SORTS(u8, uint8_t)
SORTS(i16, int16_t)
SORTS(i32, int32_t)
SORTS(i64, int64_t)
