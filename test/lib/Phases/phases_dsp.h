/* A library of many-step APIs, see Phases.td: sessions, descriptors,
 * workspaces, instance structs, tensors as structs. */
#ifndef PHASES_DSP_H
#define PHASES_DSP_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum ph_status { PH_OK = 0, PH_BAD_PARAMETER = 2, PH_OUT_OF_MEMORY = 3 };

typedef float ph_float32_t;

/* The library as a whole. NULL if there is no memory. */
typedef struct ph_session ph_session;
typedef struct {
  int32_t threads;
} ph_config;
ph_session *ph_open(const ph_config *config);
enum ph_status ph_close(ph_session *session);

/* What the application brings; may be NULL. */
typedef struct {
  int32_t runs;
} ph_pool;

/* Create, reshape, setup, run, delete. */
typedef struct ph_operator *ph_operator_t;
enum ph_status ph_create_dense(ph_session *session, size_t inputs,
                               size_t outputs, const float *weights,
                               const float *bias, float low, float high,
                               uint32_t flags, ph_operator_t *op);
enum ph_status ph_reshape_dense(ph_operator_t op, size_t rows, size_t *bytes,
                                size_t *align, ph_pool *pool);
enum ph_status ph_setup_dense(ph_operator_t op, void *workspace,
                              const float *input, float *output);
enum ph_status ph_run(const struct ph_operator *op, ph_pool *pool);
enum ph_status ph_delete(ph_operator_t op);

/* Bytes of scratch memory, or -1 if the length is not supported. */
int32_t ph_scale_scratch_size(int32_t length);
void ph_scale(const float *in, ph_float32_t factor, float *out, void *scratch,
              int32_t scratch_size, int32_t length);

/* An instance struct that is initialised once. */
typedef struct {
  uint16_t taps;
  const ph_float32_t *coefficients;
  int32_t calls;
} ph_filter;
void ph_filter_init(ph_filter *filter, uint16_t taps,
                    const ph_float32_t *coefficients);
int ph_filter_run(ph_filter *filter, ph_float32_t *in, ph_float32_t *out,
                  uint32_t length); /* how many; negative on failure */
void ph_filter_free(ph_filter *filter);
int32_t ph_filter_taps(const ph_filter *filter, int32_t *taps);

/* Tensors as structs, pointers without const, fields that are arrays. */
typedef enum { PH_PAD_ZERO, PH_PAD_EDGE, PH_PAD_MIRROR } ph_pad_mode;
typedef struct {
  int32_t h, w;
} ph_size;
typedef struct {
  void *data;
  int32_t dim[8];
  int32_t dim_count;
} ph_tensor;
typedef struct {
  ph_size before, after;
} ph_amount;
typedef struct {
  ph_pad_mode mode;
  ph_amount amount;
  float value;
} ph_pad_params;
int ph_pad(ph_tensor *input, ph_tensor *output, ph_pad_params *params);

/* table[q + 128] is the output for q. */
void ph_lookup(int8_t *out, const int8_t *in, const int8_t table[256],
               size_t length);

/* The values' range; outputs come first. Nonzero is good. */
uint8_t ph_range(float *low, float *high, const float *in, const size_t *shape,
                 const size_t *strides, size_t rank);

/* Element by element; in and out may be one buffer. */
void ph_relu(const float *in, float *out, size_t length);
void ph_relu_blocks(const float *in, float *out, size_t length);
void ph_relu_simd(const float *in, float *out, size_t length);
void ph_multiply_add(const float *a, const float *b, const float *c,
                     int32_t relu, float *out, size_t length);
void ph_swish(const float *x, float *out, size_t length);
void ph_squared_difference(const float *a, const float *b, float *out,
                           size_t length);
/* length is the half's. */
void ph_second_half(const float *in, float *out, size_t length);
void ph_saturate(const float *in, float low, float high, float *out,
                 size_t length);

/* Rows of a matrix. */
void ph_row_max(const float *in, float *max, size_t rows, size_t columns);
void ph_exp_sum(const float *in, const float *max, float beta, float *exps,
                float *sum, size_t rows, size_t columns);
void ph_divide_rows(const float *in, const float *by, float *out, size_t rows,
                    size_t columns);

/* How many sessions, operators and filters there are now. */
int32_t ph_alive(void);

#ifdef __cplusplus
}
#endif

#endif
