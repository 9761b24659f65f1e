
static int32_t high_product(int32_t a, int32_t b) {
  int64_t product = (int64_t)a * b;
  int64_t nudge = product >= 0 ? 1 << 30 : 1 - (1 << 30);
  return (int32_t)((product + nudge) / ((int64_t)1 << 31));
}

static int32_t rounded_shift(int32_t x, int32_t shift) {
  int32_t mask = (int32_t)(((int64_t)1 << shift) - 1);
  return (x >> shift) + ((x & mask) > (mask >> 1) + (x < 0));
}

q_status q_fc_s8(const int8_t *input, const int8_t *weights,
                 const int32_t *bias, int8_t *out, int32_t batches,
                 int32_t in_features, int32_t out_features,
                 int32_t input_offset, int32_t output_offset,
                 int32_t out_multiplier, int32_t out_shift, int32_t act_min,
                 int32_t act_max) {
  int32_t left = out_shift > 0 ? out_shift : 0;
  int32_t right = out_shift > 0 ? 0 : -out_shift;
  for (int32_t b = 0; b < batches; ++b)
    for (int32_t o = 0; o < out_features; ++o) {
      int32_t sum = bias ? bias[o] : 0;
      for (int32_t i = 0; i < in_features; ++i)
        sum += (input[b * in_features + i] + input_offset) *
               weights[o * in_features + i];
      int32_t scaled =
          rounded_shift(high_product(sum * (1 << left), out_multiplier), right);
      scaled += output_offset;
      out[b * out_features + o] = (int8_t)(scaled < act_min   ? act_min
                                           : scaled > act_max ? act_max
                                                              : scaled);
    }
  return Q_OK;
}
