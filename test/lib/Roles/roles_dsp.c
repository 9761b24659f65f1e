#include "roles_dsp.h"

#include <stddef.h>
#include <string.h>

roles_status roles_scale(const float *input, float factor, float *output,
                         int32_t count) {
  for (int32_t i = 0; i < count; ++i)
    output[i] = input[i] * factor;
  return ROLES_OK;
}

roles_status roles_add(const float *lhs, const float *rhs, float *output,
                       int32_t count) {
  for (int32_t i = 0; i < count; ++i)
    output[i] = lhs[i] + rhs[i];
  return ROLES_OK;
}

roles_status roles_mix(const roles_params *params, const float *input,
                       const float *bias, float *output, void *scratch,
                       roles_mode mode, roles_size size, const int32_t *shape,
                       int32_t rank) {
  int32_t count = size.h * size.w;
  if (mode != ROLES_SUBTRACT || rank != 2 || shape[0] != params->size.h ||
      shape[1] != params->size.w || size.h != shape[0] || size.w != shape[1] ||
      (uintptr_t)scratch % 32 || (uintptr_t)input % 16 ||
      (uintptr_t)output % 16)
    return ROLES_BAD;
  float *sums = scratch;
  for (int32_t i = 0; i < count; ++i) {
    sums[i] = 0.0f;
    for (int32_t t = 0; t < params->num_taps; ++t)
      sums[i] += params->taps[t];
  }
  for (int32_t i = 0; i < count; ++i)
    output[i] =
        params->gain * input[i] - sums[i] + (bias ? bias[i % size.w] : 0.0f);
  return ROLES_OK;
}

roles_status roles_join(const float *const *inputs, int32_t count,
                        float *output, int32_t total) {
  int32_t each = total / count;
  for (int32_t i = 0; i < count; ++i, output += each)
    memcpy(output, inputs[i], sizeof(float) * (size_t)each);
  return ROLES_OK;
}

roles_status roles_part(const float *input, int32_t total,
                        float *const *outputs, int32_t count) {
  int32_t each = total / count;
  for (int32_t i = 0; i < count; ++i, input += each)
    memcpy(outputs[i], input, sizeof(float) * (size_t)each);
  return ROLES_OK;
}

roles_status roles_fail(const float *input, int16_t status, float *output,
                        int32_t count) {
  memcpy(output, input, sizeof(float) * (size_t)count);
  return (roles_status)status;
}

roles_status roles_widen(const void *input, int32_t *output, int32_t count) {
  for (int32_t i = 0; i < count; ++i)
    output[i] = ((const int8_t *)input)[i];
  return ROLES_OK;
}

roles_status roles_add_sign(const float *input, roles_mode mode, float *output,
                            int32_t count) {
  for (int32_t i = 0; i < count; ++i)
    output[i] = mode == ROLES_SUBTRACT ? -input[i] : input[i];
  return ROLES_OK;
}
