/* Acme's DSP library, version 2.1: what a vendor ships. */
#ifndef ACME_DSP_H
#define ACME_DSP_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum { ACME_OK = 0, ACME_BAD_SIZE = -1 } acme_status;
typedef enum { ACME_NONE = 0, ACME_RELU = 1 } acme_activation;

typedef struct {
  int32_t rows;
  int32_t in_features;
  int32_t out_features;
  acme_activation activation;
} acme_dense_params;

/* columns must be even; in and out may be one buffer. */
acme_status acme_softmax_f32(const float *in, int32_t rows, int32_t columns,
                             float *out);

/* in and out may be one buffer. */
acme_status acme_log_f32(const float *in, int32_t n, float *out);

/* weights: [out_features][in_features]; bias may be NULL. */
acme_status acme_dense_f32(const acme_dense_params *params, const float *input,
                           const float *weights, const float *bias,
                           float *output);

#ifdef __cplusplus
}
#endif

#endif
