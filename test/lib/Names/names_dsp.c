#include "names_dsp.h"

#include <stddef.h>

void names_operands_f32(const names_operands *tensors, int32_t number,
                        float *sum) {
  const float *const *all = (const float *const *)(const void *)tensors;
  *sum = (float)number;
  for (size_t i = 0; i < sizeof *tensors / sizeof *all; ++i)
    *sum += *all[i];
}

void names_attrs_f32(const float *tensor, const names_attrs *numbers,
                     float *sum) {
  const int32_t *all = (const int32_t *)(const void *)numbers;
  *sum = *tensor;
  for (size_t i = 0; i < sizeof *numbers / sizeof *all; ++i)
    *sum += (float)all[i];
}

void names_results_f32(const float *tensor, const names_results *tensors,
                       void *scratch) {
  float *const *all = (float *const *)(const void *)tensors;
  float *kept = scratch;
  kept[0] = kept[1] = *tensor;
  for (size_t i = 0; i < sizeof *tensors / sizeof *all; ++i)
    *all[i] = kept[i % 2];
}
