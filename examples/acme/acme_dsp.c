/* A stand-in for the vendor's binary, so that the example runs anywhere. */
#include "acme_dsp.h"

#include <math.h>
#include <stddef.h>

acme_status acme_softmax_f32(const float *in, int32_t rows, int32_t columns,
                             float *out) {
  if (rows < 1 || columns < 2 || columns % 2)
    return ACME_BAD_SIZE;
  for (int32_t row = 0; row < rows; ++row, in += columns, out += columns) {
    float max = in[0], sum = 0.0f;
    for (int32_t i = 1; i < columns; ++i)
      max = in[i] > max ? in[i] : max;
    for (int32_t i = 0; i < columns; ++i)
      sum += out[i] = expf(in[i] - max);
    for (int32_t i = 0; i < columns; ++i)
      out[i] /= sum;
  }
  return ACME_OK;
}

acme_status acme_log_f32(const float *in, int32_t n, float *out) {
  for (int32_t i = 0; i < n; ++i)
    out[i] = logf(in[i]);
  return ACME_OK;
}

acme_status acme_dense_f32(const acme_dense_params *params, const float *input,
                           const float *weights, const float *bias,
                           float *output) {
  if (params->rows < 1 || params->in_features < 1 || params->out_features < 1)
    return ACME_BAD_SIZE;
  for (int32_t row = 0; row < params->rows; ++row) {
    for (int32_t out = 0; out < params->out_features; ++out) {
      const float *w = weights + (size_t)out * (size_t)params->in_features;
      float sum = bias ? bias[out] : 0.0f;
      for (int32_t i = 0; i < params->in_features; ++i)
        sum += input[i] * w[i];
      *output++ = params->activation == ACME_RELU && !(sum > 0.0f) ? 0.0f : sum;
    }
    input += params->in_features;
  }
  return ACME_OK;
}
