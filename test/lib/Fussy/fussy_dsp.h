/* A stand-in for a vendor's header. */
#ifndef FUSSY_DSP_H
#define FUSSY_DSP_H

#include <stdint.h>

typedef int32_t fussy_status;

fussy_status fussy_conv2d(const float *in, const float *filter,
                          const int32_t *in_shape, const int32_t *out_shape,
                          float *out);
fussy_status fussy_relu(const float *in, int32_t n, float *out);
fussy_status fussy_fast_relu(const float *in, int32_t n, float *out);
fussy_status fussy_tan(const float *in, uint8_t n, float *out);

#endif
