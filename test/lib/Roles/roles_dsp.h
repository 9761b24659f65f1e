/* A library with every kind of C parameter, see Roles.td. */
#ifndef ROLES_DSP_H
#define ROLES_DSP_H

#include <stdint.h>

typedef enum { ROLES_BAD = -1, ROLES_OK = 1 } roles_status;
typedef enum { ROLES_ADD = 0, ROLES_SUBTRACT = 1 } roles_mode;

typedef struct {
  int32_t h, w;
} roles_size;

typedef struct {
  float gain;
  roles_size size;
  const int16_t *taps;
  int32_t num_taps;
} roles_params;

roles_status roles_scale(const float *input, float factor, float *output,
                         int32_t count);
roles_status roles_add(const float *lhs, const float *rhs, float *output,
                       int32_t count);

/* output[i] = gain * input[i] - sum(taps) (+ bias[column]) */
roles_status roles_mix(const roles_params *params, const float *input,
                       const float *bias, float *output, void *scratch,
                       roles_mode mode, roles_size size, const int32_t *shape,
                       int32_t rank);

roles_status roles_join(const float *const *inputs, int32_t count,
                        float *output, int32_t total);
roles_status roles_part(const float *input, int32_t total,
                        float *const *outputs, int32_t count);
roles_status roles_fail(const float *input, int16_t status, float *output,
                        int32_t count);
roles_status roles_widen(const void *input, int32_t *output, int32_t count);
roles_status roles_add_sign(const float *input, roles_mode mode, float *output,
                            int32_t count);

#endif
