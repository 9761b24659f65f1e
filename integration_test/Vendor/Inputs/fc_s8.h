
/* A fully connected layer in TensorFlow Lite's arithmetic; shift is to the
 * left. */
q_status q_fc_s8(const int8_t *input, const int8_t *weights,
                 const int32_t *bias, int8_t *out, int32_t batches,
                 int32_t in_features, int32_t out_features,
                 int32_t input_offset, int32_t output_offset,
                 int32_t out_multiplier, int32_t out_shift, int32_t act_min,
                 int32_t act_max);
