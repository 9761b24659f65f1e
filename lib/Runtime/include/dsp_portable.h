/*===- dsp_portable.h - The portable kernel library, a virtual DSP --------===*\
|*
|* Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
|* Exceptions. See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
\*===----------------------------------------------------------------------===*/
/*
 * Neural network kernels in plain C99, as a DSP's vendor would ship them. They
 * compute what the operators of TVM Relay mean.
 *
 * Every function
 *  - returns PORTABLE_OK, or PORTABLE_BAD_ARGUMENT: a null pointer, or numbers
 *    that contradict each other. Arguments are checked before the first write,
 *    except for indices held in tensors, which are checked as they are read;
 *  - keeps no state, allocates no memory, and needs no scratch memory: it may
 * be called from several threads and from an interrupt;
 *  - takes what it reads before what it writes. Its buffers must not overlap
 *    unless its comment says "in place", which means that output may be the
 *    very same buffer as an input of the same size;
 *  - takes counts and dimensions as positive int32_t. A tensor may be larger
 *    than INT32_MAX elements as long as no argument is.
 *
 * Tensors are dense and row-major; shapes are written [outermost, …,
 * innermost]. Activations are channels-last: [batch, w, c], [batch, h, w, c],
 * [batch, d, h, w, c]. Sizes, strides, paddings and dilations count elements.
 * "outer, axis, inner" describe a tensor seen from one of its axes: the
 * products of the dimensions before it, its own size, and the products of those
 * after it.
 *
 * Where an activation is fused, the result is clamped to act_min … act_max (a
 * NaN stays a NaN); -INFINITY and INFINITY leave it as it is.
 *
 * Link with the C library's mathematics (-lm).
 */
#ifndef DSP_PORTABLE_H
#define DSP_PORTABLE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum portable_status {
  PORTABLE_OK = 0,
  PORTABLE_BAD_ARGUMENT = 1
} portable_status;

/** Tensors described by arrays of dimensions have at most this many. */
#define PORTABLE_MAX_RANK 8

/*===----------------------------------------------------------------------===
 * Convolutions
 *===----------------------------------------------------------------------===*/

/*
 * The padding after the last row, column or plane is what the output's size
 * implies. `groups` divides in_c and out_c: each group of out_c / groups output
 * channels sees its own in_c / groups input channels.
 */

typedef struct portable_conv1d_params {
  int32_t batch;
  int32_t in_w, in_c;
  int32_t out_w, out_c;
  int32_t kernel_w;
  int32_t stride_w;
  int32_t dilation_w;
  int32_t pad_left;
  int32_t groups;
} portable_conv1d_params;

typedef struct portable_conv2d_params {
  int32_t batch;
  int32_t in_h, in_w, in_c;
  int32_t out_h, out_w, out_c;
  int32_t kernel_h, kernel_w;
  int32_t stride_h, stride_w;
  int32_t dilation_h, dilation_w;
  int32_t pad_top, pad_left;
  int32_t groups;
} portable_conv2d_params;

typedef struct portable_conv3d_params {
  int32_t batch;
  int32_t in_d, in_h, in_w, in_c;
  int32_t out_d, out_h, out_w, out_c;
  int32_t kernel_d, kernel_h, kernel_w;
  int32_t stride_d, stride_h, stride_w;
  int32_t dilation_d, dilation_h, dilation_w;
  int32_t pad_front, pad_top, pad_left;
  int32_t groups;
} portable_conv3d_params;

/*
 * Floating-point sums depend on their order. Convolutions add up
 * `channel_block` input channels of a group for one tap after the other, then
 * the next ones; 0 are all channels. Taps are taken in the order of their input
 * positions.
 */

/**
 * Convolution over one dimension.
 * @param input   [batch, in_w, in_c]
 * @param filter  [out_c, kernel_w, in_c / groups]
 * @param bias    [out_c], or NULL
 * @param output  [batch, out_w, out_c]
 */
portable_status portable_conv1d_f32(const portable_conv1d_params *params,
                                    int32_t channel_block, const float *input,
                                    const float *filter, const float *bias,
                                    float act_min, float act_max,
                                    float *output);

/**
 * Convolution over two dimensions.
 * @param input   [batch, in_h, in_w, in_c]
 * @param filter  [out_c, kernel_h, kernel_w, in_c / groups]
 * @param bias    [out_c], or NULL
 * @param output  [batch, out_h, out_w, out_c]
 */
portable_status portable_conv2d_f32(const portable_conv2d_params *params,
                                    int32_t channel_block, const float *input,
                                    const float *filter, const float *bias,
                                    float act_min, float act_max,
                                    float *output);

/**
 * Convolution over three dimensions.
 * @param input   [batch, in_d, in_h, in_w, in_c]
 * @param filter  [out_c, kernel_d, kernel_h, kernel_w, in_c / groups]
 * @param bias    [out_c], or NULL
 * @param output  [batch, out_d, out_h, out_w, out_c]
 */
portable_status portable_conv3d_f32(const portable_conv3d_params *params,
                                    int32_t channel_block, const float *input,
                                    const float *filter, const float *bias,
                                    float act_min, float act_max,
                                    float *output);

/**
 * Depthwise convolution: groups must be in_c, and out_c a multiple of it.
 * Output channel c * (out_c / in_c) + m is the m-th made from input channel c.
 * @param input   [batch, in_h, in_w, in_c]
 * @param filter  [kernel_h, kernel_w, out_c]
 * @param bias    [out_c], or NULL
 * @param output  [batch, out_h, out_w, out_c]
 */
portable_status
portable_depthwise_conv2d_f32(const portable_conv2d_params *params,
                              const float *input, const float *filter,
                              const float *bias, float act_min, float act_max,
                              float *output);

/**
 * Transposed convolution (the gradient of conv1d with respect to its input):
 * input position x adds to the output positions
 * x * stride_w - pad_left + k * dilation_w. Output padding is what out_w says.
 * @param input   [batch, in_w, in_c]
 * @param filter  [out_c / groups, kernel_w, in_c], not mirrored
 * @param bias    [out_c], or NULL
 * @param output  [batch, out_w, out_c]
 */
portable_status
portable_conv1d_transpose_f32(const portable_conv1d_params *params,
                              int32_t channel_block, const float *input,
                              const float *filter, const float *bias,
                              float act_min, float act_max, float *output);

/**
 * The same over two dimensions.
 * @param input   [batch, in_h, in_w, in_c]
 * @param filter  [out_c / groups, kernel_h, kernel_w, in_c]
 * @param bias    [out_c], or NULL
 * @param output  [batch, out_h, out_w, out_c]
 */
portable_status
portable_conv2d_transpose_f32(const portable_conv2d_params *params,
                              int32_t channel_block, const float *input,
                              const float *filter, const float *bias,
                              float act_min, float act_max, float *output);

/**
 * The same over three dimensions.
 * @param input   [batch, in_d, in_h, in_w, in_c]
 * @param filter  [out_c / groups, kernel_d, kernel_h, kernel_w, in_c]
 * @param bias    [out_c], or NULL
 * @param output  [batch, out_d, out_h, out_w, out_c]
 */
portable_status
portable_conv3d_transpose_f32(const portable_conv3d_params *params,
                              int32_t channel_block, const float *input,
                              const float *filter, const float *bias,
                              float act_min, float act_max, float *output);

/*===----------------------------------------------------------------------===
 * Matrix products
 *===----------------------------------------------------------------------===*/

/**
 * Fully connected layer: output = input * transposed weights + bias.
 * @param input    [rows, in_features]
 * @param weights  [out_features, in_features]
 * @param bias     [out_features], or NULL
 * @param output   [rows, out_features]
 */
portable_status portable_dense_f32(int32_t rows, int32_t in_features,
                                   int32_t out_features, const float *input,
                                   const float *weights, const float *bias,
                                   float act_min, float act_max, float *output);

enum { PORTABLE_MAX_PARTIAL_SUMS = 16 };

/** A product of matrices for each of `batch`. */
typedef struct portable_matmul_params {
  /** Number of products; lhs_batch and rhs_batch are this or 1 (the same matrix
   *  for all). */
  int32_t batch, lhs_batch, rhs_batch;
  /** The output's rows and columns, and the length of the sums. */
  int32_t rows, columns, depth;
  /** Whether an operand is stored transposed (0 or 1). */
  int32_t transpose_lhs, transpose_rhs;
  /** Floating-point sums depend on their order: product k is added to partial
   *  sum k % partial_sums, and these to one another at the end. At least 1. */
  int32_t partial_sums;
} portable_matmul_params;

/**
 * Batched matrix product; batch 1 is the plain one.
 * @param lhs     [lhs_batch, rows, depth], or [lhs_batch, depth, rows] if
 *                transpose_lhs
 * @param rhs     [rhs_batch, depth, columns], or [rhs_batch, columns, depth] if
 *                transpose_rhs
 * @param output  [batch, rows, columns]
 */
portable_status portable_matmul_f32(const portable_matmul_params *params,
                                    const float *lhs, const float *rhs,
                                    float *output);

/*===----------------------------------------------------------------------===
 * Pooling
 *===----------------------------------------------------------------------===*/

/*
 * Windows start at o * stride - pad and may reach past both ends of the input.
 * The maximum over no element at all is -FLT_MAX. An average is over the
 * window's elements inside the input; with count_include_pad its divisor also
 * counts the elements within the padding before and after (but none beyond it,
 * where only rounding the output's size up may lead).
 */

typedef struct portable_pool1d_params {
  int32_t batch;
  int32_t in_w, channels;
  int32_t out_w;
  int32_t kernel_w;
  int32_t stride_w;
  int32_t dilation_w;
  int32_t pad_left, pad_right;
} portable_pool1d_params;

typedef struct portable_pool2d_params {
  int32_t batch;
  int32_t in_h, in_w, channels;
  int32_t out_h, out_w;
  int32_t kernel_h, kernel_w;
  int32_t stride_h, stride_w;
  int32_t dilation_h, dilation_w;
  int32_t pad_top, pad_left, pad_bottom, pad_right;
} portable_pool2d_params;

typedef struct portable_pool3d_params {
  int32_t batch;
  int32_t in_d, in_h, in_w, channels;
  int32_t out_d, out_h, out_w;
  int32_t kernel_d, kernel_h, kernel_w;
  int32_t stride_d, stride_h, stride_w;
  int32_t dilation_d, dilation_h, dilation_w;
  int32_t pad_front, pad_top, pad_left, pad_back, pad_bottom, pad_right;
} portable_pool3d_params;

/**
 * Maximum of each window.
 * @param input   [batch, in_w, channels]
 * @param output  [batch, out_w, channels]
 */
portable_status portable_max_pool1d_f32(const portable_pool1d_params *params,
                                        const float *input, float *output);

/** The same over [batch, h, w, channels]. */
portable_status portable_max_pool2d_f32(const portable_pool2d_params *params,
                                        const float *input, float *output);

/** The same over [batch, d, h, w, channels]. */
portable_status portable_max_pool3d_f32(const portable_pool3d_params *params,
                                        const float *input, float *output);

/**
 * Average of each window.
 * @param count_include_pad  0 or 1, see above
 * @param input   [batch, in_w, channels]
 * @param output  [batch, out_w, channels]
 */
portable_status portable_avg_pool1d_f32(const portable_pool1d_params *params,
                                        int32_t count_include_pad,
                                        const float *input, float *output);

/** The same over [batch, h, w, channels]. */
portable_status portable_avg_pool2d_f32(const portable_pool2d_params *params,
                                        int32_t count_include_pad,
                                        const float *input, float *output);

/** The same over [batch, d, h, w, channels]. */
portable_status portable_avg_pool3d_f32(const portable_pool3d_params *params,
                                        int32_t count_include_pad,
                                        const float *input, float *output);

/**
 * Maximum over all positions of an image, volume or sequence.
 * @param input   [batch, positions, channels]
 * @param output  [batch, channels]
 */
portable_status portable_global_max_pool_f32(int32_t batch, int32_t positions,
                                             int32_t channels,
                                             const float *input, float *output);

/** Average over all positions; tensors as above. */
portable_status portable_global_avg_pool_f32(int32_t batch, int32_t positions,
                                             int32_t channels,
                                             const float *input, float *output);

/** The absent ones among in_d, in_h, out_d, out_h are 1. */
typedef struct portable_adaptive_pool_params {
  int32_t batch;
  int32_t in_d, in_h, in_w, channels;
  int32_t out_d, out_h, out_w;
} portable_adaptive_pool_params;

/**
 * Maximum over windows that divide the input evenly: along each dimension,
 * output o sees floor(o * in / out) … ceil((o + 1) * in / out) - 1.
 * @param input   [batch, in_d, in_h, in_w, channels]
 * @param output  [batch, out_d, out_h, out_w, channels]
 */
portable_status
portable_adaptive_max_pool_f32(const portable_adaptive_pool_params *params,
                               const float *input, float *output);

/** Average over the same windows. */
portable_status
portable_adaptive_avg_pool_f32(const portable_adaptive_pool_params *params,
                               const float *input, float *output);

/*===----------------------------------------------------------------------===
 * Softmax
 *===----------------------------------------------------------------------===*/

/**
 * exp(x - max) / sum of exp(x - max) along an axis; in place.
 * @param input, output  [outer, axis, inner]
 */
portable_status portable_softmax_f32(int32_t outer, int32_t axis, int32_t inner,
                                     const float *input, float *output);

/** The natural logarithm of that; in place. */
portable_status portable_log_softmax_f32(int32_t outer, int32_t axis,
                                         int32_t inner, const float *input,
                                         float *output);

/*===----------------------------------------------------------------------===
 * Activations; n elements, in place
 *===----------------------------------------------------------------------===*/

/** max(x, 0); 0 for a NaN. */
portable_status portable_relu_f32(const float *input, int32_t n, float *output);

/** x above 0, alpha * x elsewhere. */
portable_status portable_leaky_relu_f32(const float *input, float alpha,
                                        int32_t n, float *output);

/** min(max(x, min), max); max for a NaN. */
portable_status portable_clip_f32(const float *input, float min, float max,
                                  int32_t n, float *output);

/** The same of integers. */
portable_status portable_clip_i8(const int8_t *input, int32_t min, int32_t max,
                                 int32_t n, int8_t *output);
portable_status portable_clip_u8(const uint8_t *input, int32_t min, int32_t max,
                                 int32_t n, uint8_t *output);
portable_status portable_clip_i16(const int16_t *input, int32_t min,
                                  int32_t max, int32_t n, int16_t *output);
portable_status portable_clip_i32(const int32_t *input, int32_t min,
                                  int32_t max, int32_t n, int32_t *output);
portable_status portable_clip_i64(const int64_t *input, int64_t min,
                                  int64_t max, int32_t n, int64_t *output);

/** x * multiplier * 2^(shift - 31), rounded to nearest, halves upwards; the
 *  multiplier is not negative, and shift within -31 and 31. Of numbers of 64
 *  bits the low 32 count, as in Relay. */
portable_status portable_fixed_point_multiply_i32(const int32_t *input,
                                                  int32_t multiplier,
                                                  int32_t shift, int32_t n,
                                                  int32_t *output);
portable_status portable_fixed_point_multiply_i64(const int64_t *input,
                                                  int32_t multiplier,
                                                  int32_t shift, int32_t n,
                                                  int64_t *output);

/**
 * x * 2^left * multiplier * 2^(-31 - right), with numbers of each channel;
 * halves are rounded upwards. In place.
 * @param shifts_left   0: the left shifts don't count
 * @param input         [outer, channels, inner]
 * @param multipliers   [channels]
 * @param left_shifts   [channels], 0 … 31; so are right_shifts
 */
portable_status portable_fixed_point_multiply_per_axis_i32(
    int32_t outer, int32_t channels, int32_t inner, int32_t shifts_left,
    const int32_t *input, const int32_t *multipliers,
    const int32_t *left_shifts, const int32_t *right_shifts, int32_t *output);

/**
 * x above 0, alpha[channel] * x elsewhere; in place.
 * @param input, output  [outer, channels, inner]
 * @param alpha          [channels]
 */
portable_status portable_prelu_f32(int32_t outer, int32_t channels,
                                   int32_t inner, const float *input,
                                   const float *alpha, float *output);

/* The same of integers; products wrap around. */
#define PORTABLE_DECLARE_PRELU(suffix, type)                                   \
  portable_status portable_prelu_##suffix(int32_t outer, int32_t channels,     \
                                          int32_t inner, const type *input,    \
                                          const type *alpha, type *output);
PORTABLE_DECLARE_PRELU(i8, int8_t)
PORTABLE_DECLARE_PRELU(u8, uint8_t)
PORTABLE_DECLARE_PRELU(i16, int16_t)
PORTABLE_DECLARE_PRELU(i32, int32_t)
PORTABLE_DECLARE_PRELU(i64, int64_t)
#undef PORTABLE_DECLARE_PRELU

/**
 * x + bias[channel]; in place.
 * @param input, output  [outer, channels, inner]
 * @param bias           [channels]
 */
portable_status portable_bias_add_f32(int32_t outer, int32_t channels,
                                      int32_t inner, const float *input,
                                      const float *bias, float *output);
portable_status portable_bias_add_i32(int32_t outer, int32_t channels,
                                      int32_t inner, const int32_t *input,
                                      const int32_t *bias, int32_t *output);
portable_status portable_bias_add_i64(int32_t outer, int32_t channels,
                                      int32_t inner, const int64_t *input,
                                      const int64_t *bias, int64_t *output);

/**
 * x * scale[channel] + shift[channel], which is what batch normalisation comes
 * to in inference; in place.
 * @param input, output  [outer, channels, inner]
 * @param scale, shift   [channels]
 */
portable_status portable_scale_shift_f32(int32_t outer, int32_t channels,
                                         int32_t inner, const float *input,
                                         const float *scale, const float *shift,
                                         float *output);

/*===----------------------------------------------------------------------===
 * Functions of one tensor; n elements, in place where the types are equal
 *===----------------------------------------------------------------------===*/

portable_status portable_abs_f32(const float *input, int32_t n, float *output);
portable_status portable_abs_i8(const int8_t *input, int32_t n, int8_t *output);
portable_status portable_abs_i16(const int16_t *input, int32_t n,
                                 int16_t *output);
portable_status portable_abs_i32(const int32_t *input, int32_t n,
                                 int32_t *output);
portable_status portable_abs_i64(const int64_t *input, int32_t n,
                                 int64_t *output);
portable_status portable_negative_f32(const float *input, int32_t n,
                                      float *output);
portable_status portable_negative_i8(const int8_t *input, int32_t n,
                                     int8_t *output);
portable_status portable_negative_i16(const int16_t *input, int32_t n,
                                      int16_t *output);
portable_status portable_negative_i32(const int32_t *input, int32_t n,
                                      int32_t *output);
portable_status portable_negative_i64(const int64_t *input, int32_t n,
                                      int64_t *output);
portable_status portable_negative_u8(const uint8_t *input, int32_t n,
                                     uint8_t *output);
portable_status portable_sign_i8(const int8_t *input, int32_t n,
                                 int8_t *output);
portable_status portable_sign_i16(const int16_t *input, int32_t n,
                                  int16_t *output);
portable_status portable_sign_i32(const int32_t *input, int32_t n,
                                  int32_t *output);
portable_status portable_sign_i64(const int64_t *input, int32_t n,
                                  int64_t *output);
portable_status portable_acos_f32(const float *input, int32_t n, float *output);
portable_status portable_acosh_f32(const float *input, int32_t n,
                                   float *output);
portable_status portable_asin_f32(const float *input, int32_t n, float *output);
portable_status portable_asinh_f32(const float *input, int32_t n,
                                   float *output);
portable_status portable_atan_f32(const float *input, int32_t n, float *output);
portable_status portable_atanh_f32(const float *input, int32_t n,
                                   float *output);
portable_status portable_ceil_f32(const float *input, int32_t n, float *output);
portable_status portable_cos_f32(const float *input, int32_t n, float *output);
portable_status portable_cosh_f32(const float *input, int32_t n, float *output);
portable_status portable_erf_f32(const float *input, int32_t n, float *output);
portable_status portable_exp_f32(const float *input, int32_t n, float *output);
portable_status portable_floor_f32(const float *input, int32_t n,
                                   float *output);
portable_status portable_log_f32(const float *input, int32_t n, float *output);
portable_status portable_log2_f32(const float *input, int32_t n, float *output);
portable_status portable_log10_f32(const float *input, int32_t n,
                                   float *output);
/** To the nearest integer; halves away from zero. */
portable_status portable_round_f32(const float *input, int32_t n,
                                   float *output);
/** 1 / sqrt(x). */
portable_status portable_rsqrt_f32(const float *input, int32_t n,
                                   float *output);
/** 1 / (1 + exp(-x)). */
portable_status portable_sigmoid_f32(const float *input, int32_t n,
                                     float *output);
/** -1, 0 or 1; 0 for a NaN. */
portable_status portable_sign_f32(const float *input, int32_t n, float *output);
portable_status portable_sin_f32(const float *input, int32_t n, float *output);
portable_status portable_sinh_f32(const float *input, int32_t n, float *output);
portable_status portable_sqrt_f32(const float *input, int32_t n, float *output);
portable_status portable_tan_f32(const float *input, int32_t n, float *output);
portable_status portable_tanh_f32(const float *input, int32_t n, float *output);
portable_status portable_trunc_f32(const float *input, int32_t n,
                                   float *output);

/** Truth values are bytes: 0 is false, anything else true; written as 0 or 1.
 */
portable_status portable_isnan_f32(const float *input, int32_t n,
                                   uint8_t *output);
portable_status portable_isinf_f32(const float *input, int32_t n,
                                   uint8_t *output);
portable_status portable_isfinite_f32(const float *input, int32_t n,
                                      uint8_t *output);
portable_status portable_logical_not_bool(const uint8_t *input, int32_t n,
                                          uint8_t *output);

/*===----------------------------------------------------------------------===
 * Functions of two tensors
 *===----------------------------------------------------------------------===*/

/**
 * Shapes of two operands, both written with the output's rank. Of two
 * dimensions that differ one must be 1: that operand is repeated along it.
 */
typedef struct portable_broadcast_params {
  int32_t rank;
  const int32_t *lhs_shape;
  const int32_t *rhs_shape;
} portable_broadcast_params;

/*
 * For each operation and element type there are two functions:
 *
 *   portable_add_f32(lhs, rhs, n, output)
 *     on n elements each; in place on either operand
 *   portable_add_broadcast_f32(params, lhs, rhs, output)
 *     with broadcast; in place on an operand that has the output's shape
 */
#define PORTABLE_DECLARE_BINARY(operation, suffix, in_type, out_type)          \
  portable_status portable_##operation##_##suffix(                             \
      const in_type *lhs, const in_type *rhs, int32_t n, out_type *output);    \
  portable_status portable_##operation##_broadcast_##suffix(                   \
      const portable_broadcast_params *params, const in_type *lhs,             \
      const in_type *rhs, out_type *output);

#define PORTABLE_DECLARE_ARITHMETIC(suffix, type)                              \
  PORTABLE_DECLARE_BINARY(add, suffix, type, type)                             \
  PORTABLE_DECLARE_BINARY(subtract, suffix, type, type)                        \
  PORTABLE_DECLARE_BINARY(multiply, suffix, type, type)                        \
  PORTABLE_DECLARE_BINARY(divide, suffix, type, type)                          \
  PORTABLE_DECLARE_BINARY(mod, suffix, type, type)                             \
  PORTABLE_DECLARE_BINARY(floor_divide, suffix, type, type)                    \
  PORTABLE_DECLARE_BINARY(floor_mod, suffix, type, type)                       \
  PORTABLE_DECLARE_ORDER(suffix, type)
/* Of quantised numbers `add` is another function. */
#define PORTABLE_DECLARE_SMALL_ARITHMETIC(suffix, type)                        \
  PORTABLE_DECLARE_BINARY(wrapping_add, suffix, type, type)                    \
  PORTABLE_DECLARE_BINARY(wrapping_subtract, suffix, type, type)               \
  PORTABLE_DECLARE_BINARY(wrapping_multiply, suffix, type, type)               \
  PORTABLE_DECLARE_ORDER(suffix, type)
#define PORTABLE_DECLARE_ORDER(suffix, type)                                   \
  PORTABLE_DECLARE_BINARY(maximum, suffix, type, type)                         \
  PORTABLE_DECLARE_BINARY(minimum, suffix, type, type)                         \
  PORTABLE_DECLARE_BINARY(equal, suffix, type, uint8_t)                        \
  PORTABLE_DECLARE_BINARY(not_equal, suffix, type, uint8_t)                    \
  PORTABLE_DECLARE_BINARY(less, suffix, type, uint8_t)                         \
  PORTABLE_DECLARE_BINARY(less_equal, suffix, type, uint8_t)                   \
  PORTABLE_DECLARE_BINARY(greater, suffix, type, uint8_t)                      \
  PORTABLE_DECLARE_BINARY(greater_equal, suffix, type, uint8_t)

/*
 * Integers wrap around. `divide` and `mod` of integers truncate towards zero,
 * the floor_ ones round down; mod has the sign of lhs (fmod for floats),
 * floor_mod that of rhs. An integer divided by zero gives 0.
 */
PORTABLE_DECLARE_SMALL_ARITHMETIC(i8, int8_t)
PORTABLE_DECLARE_SMALL_ARITHMETIC(u8, uint8_t)
PORTABLE_DECLARE_SMALL_ARITHMETIC(i16, int16_t)
PORTABLE_DECLARE_ARITHMETIC(f32, float)
PORTABLE_DECLARE_ARITHMETIC(i32, int32_t)
PORTABLE_DECLARE_ARITHMETIC(i64, int64_t)
PORTABLE_DECLARE_BINARY(power, f32, float, float)
PORTABLE_DECLARE_BINARY(logical_and, bool, uint8_t, uint8_t)
PORTABLE_DECLARE_BINARY(logical_or, bool, uint8_t, uint8_t)
PORTABLE_DECLARE_BINARY(logical_xor, bool, uint8_t, uint8_t)

#undef PORTABLE_DECLARE_ARITHMETIC
#undef PORTABLE_DECLARE_SMALL_ARITHMETIC
#undef PORTABLE_DECLARE_ORDER
#undef PORTABLE_DECLARE_BINARY

/** What is done with the bits of two integers of one type. A shift by as many
 * bits as there are, or more, leaves nothing but the sign. */
typedef enum portable_bit_operation {
  PORTABLE_BIT_AND = 0,
  PORTABLE_BIT_OR = 1,
  PORTABLE_BIT_XOR = 2,
  PORTABLE_SHIFT_LEFT = 3,
  PORTABLE_SHIFT_RIGHT = 4,       /**< of unsigned numbers */
  PORTABLE_SHIFT_RIGHT_SIGNED = 5 /**< the sign moves in */
} portable_bit_operation;

/** Integers of 1, 2, 4 or 8 bytes, broadcast. */
portable_status portable_bitwise(const portable_broadcast_params *params,
                                 portable_bit_operation operation,
                                 int32_t element_size, const void *lhs,
                                 const void *rhs, void *output);
/** The complement of every bit; in place. */
portable_status portable_bitwise_not(int32_t element_size, const void *input,
                                     int32_t n, void *output);

/** Shapes of three operands, written and repeated as above. */
typedef struct portable_where_params {
  int32_t rank;
  const int32_t *condition_shape;
  const int32_t *lhs_shape;
  const int32_t *rhs_shape;
} portable_where_params;

/**
 * lhs where the condition is true, rhs elsewhere.
 * @param element_size  bytes of an element of lhs, rhs and output
 */
portable_status portable_where(const portable_where_params *params,
                               int32_t element_size, const uint8_t *condition,
                               const void *lhs, const void *rhs, void *output);

/*===----------------------------------------------------------------------===
 * Conversions
 *===----------------------------------------------------------------------===*/

/*
 * portable_cast_<from>_to_<to>(input, n, output) for any two of f32, f64, i8,
 * u8, i16, i32, i64 and bool. Floats are cut off towards zero and saturate (a
 * NaN becomes 0); integers keep their low bits; anything but 0 and NaN is true.
 */
#define PORTABLE_DECLARE_CAST(from, from_type, to, to_type)                    \
  portable_status portable_cast_##from##_to_##to(const from_type *input,       \
                                                 int32_t n, to_type *output);
#define PORTABLE_DECLARE_CASTS_TO(to, to_type)                                 \
  PORTABLE_DECLARE_CAST(f32, float, to, to_type)                               \
  PORTABLE_DECLARE_CAST(f64, double, to, to_type)                              \
  PORTABLE_DECLARE_CAST(i8, int8_t, to, to_type)                               \
  PORTABLE_DECLARE_CAST(u8, uint8_t, to, to_type)                              \
  PORTABLE_DECLARE_CAST(i16, int16_t, to, to_type)                             \
  PORTABLE_DECLARE_CAST(i32, int32_t, to, to_type)                             \
  PORTABLE_DECLARE_CAST(i64, int64_t, to, to_type)
PORTABLE_DECLARE_CASTS_TO(f32, float)
PORTABLE_DECLARE_CASTS_TO(f64, double)
PORTABLE_DECLARE_CASTS_TO(i8, int8_t)
PORTABLE_DECLARE_CASTS_TO(u8, uint8_t)
PORTABLE_DECLARE_CASTS_TO(i16, int16_t)
PORTABLE_DECLARE_CASTS_TO(i32, int32_t)
PORTABLE_DECLARE_CASTS_TO(i64, int64_t)
PORTABLE_DECLARE_CAST(f32, float, bool, uint8_t)
PORTABLE_DECLARE_CAST(f64, double, bool, uint8_t)
PORTABLE_DECLARE_CAST(i8, int8_t, bool, uint8_t)
PORTABLE_DECLARE_CAST(u8, uint8_t, bool, uint8_t)
PORTABLE_DECLARE_CAST(i16, int16_t, bool, uint8_t)
PORTABLE_DECLARE_CAST(i32, int32_t, bool, uint8_t)
PORTABLE_DECLARE_CAST(i64, int64_t, bool, uint8_t)
/* A bool is a 0 or 1 of u8. */
PORTABLE_DECLARE_CAST(bool, uint8_t, f32, float)
PORTABLE_DECLARE_CAST(bool, uint8_t, f64, double)
PORTABLE_DECLARE_CAST(bool, uint8_t, i8, int8_t)
PORTABLE_DECLARE_CAST(bool, uint8_t, u8, uint8_t)
PORTABLE_DECLARE_CAST(bool, uint8_t, i16, int16_t)
PORTABLE_DECLARE_CAST(bool, uint8_t, i32, int32_t)
PORTABLE_DECLARE_CAST(bool, uint8_t, i64, int64_t)
#undef PORTABLE_DECLARE_CASTS_TO
#undef PORTABLE_DECLARE_CAST

/*===----------------------------------------------------------------------===
 * Reductions
 *===----------------------------------------------------------------------===*/

/** A tensor and the distinct axes, each in 0 … rank - 1, that are reduced. */
typedef struct portable_reduce_params {
  int32_t rank;
  const int32_t *shape;
  int32_t axis_count;
  const int32_t *axes;
} portable_reduce_params;

/*
 * The output has one element for each index of the axes that are kept, in their
 * order. Integers wrap around. Maxima and minima of floats start from the
 * lowest and the highest finite number, as Relay's do.
 */
#define PORTABLE_DECLARE_REDUCTION(operation, suffix, type)                    \
  portable_status portable_##operation##_##suffix(                             \
      const portable_reduce_params *params, const type *input, type *output);
#define PORTABLE_DECLARE_REDUCTIONS(suffix, type)                              \
  PORTABLE_DECLARE_REDUCTION(sum, suffix, type)                                \
  PORTABLE_DECLARE_REDUCTION(prod, suffix, type)                               \
  PORTABLE_DECLARE_REDUCTION(max, suffix, type)                                \
  PORTABLE_DECLARE_REDUCTION(min, suffix, type)
PORTABLE_DECLARE_REDUCTIONS(f32, float)
PORTABLE_DECLARE_REDUCTIONS(i8, int8_t)
PORTABLE_DECLARE_REDUCTIONS(u8, uint8_t)
PORTABLE_DECLARE_REDUCTIONS(i16, int16_t)
PORTABLE_DECLARE_REDUCTIONS(i32, int32_t)
PORTABLE_DECLARE_REDUCTIONS(i64, int64_t)
#undef PORTABLE_DECLARE_REDUCTIONS
#undef PORTABLE_DECLARE_REDUCTION
portable_status portable_all_bool(const portable_reduce_params *params,
                                  const uint8_t *input, uint8_t *output);
portable_status portable_any_bool(const portable_reduce_params *params,
                                  const uint8_t *input, uint8_t *output);
portable_status portable_mean_f32(const portable_reduce_params *params,
                                  const float *input, float *output);
/* The sum, which wraps around, divided and truncated towards zero; by a number
 * of elements that their type has. */
portable_status portable_mean_i8(const portable_reduce_params *params,
                                 const int8_t *input, int8_t *output);
portable_status portable_mean_u8(const portable_reduce_params *params,
                                 const uint8_t *input, uint8_t *output);
portable_status portable_mean_i16(const portable_reduce_params *params,
                                  const int16_t *input, int16_t *output);
portable_status portable_mean_i32(const portable_reduce_params *params,
                                  const int32_t *input, int32_t *output);
portable_status portable_mean_i64(const portable_reduce_params *params,
                                  const int64_t *input, int64_t *output);

/**
 * The mean of the squared distances from the mean.
 * @param unbiased  0, or 1: divide by the number of elements less one
 * @param mean      as portable_mean_f32 computes it
 */
portable_status portable_variance_f32(const portable_reduce_params *params,
                                      int32_t unbiased, const float *input,
                                      const float *mean, float *output);

/**
 * The place along an axis of the largest or smallest element.
 * Of numbers that all are the type's least finite one or below (greatest or
 * above, for the smallest) the first is at -1, as Relay's reductions say; a NaN
 * is larger and smaller than what precedes it, and so is what follows it.
 * @param select_last_index  0: the first of equal ones, 1: the last of them
 * @param input   [outer, axis, inner]
 * @param output  [outer, inner]
 */
#define PORTABLE_DECLARE_ARG_REDUCTION(operation, in_suffix, in_type,          \
                                       out_suffix, out_type)                   \
  portable_status portable_##operation##_##in_suffix##_##out_suffix(           \
      int32_t outer, int32_t axis, int32_t inner, int32_t select_last_index,   \
      const in_type *input, out_type *output);
#define PORTABLE_DECLARE_ARG_REDUCTIONS(suffix, type)                          \
  PORTABLE_DECLARE_ARG_REDUCTION(argmax, suffix, type, i32, int32_t)           \
  PORTABLE_DECLARE_ARG_REDUCTION(argmax, suffix, type, i64, int64_t)           \
  PORTABLE_DECLARE_ARG_REDUCTION(argmin, suffix, type, i32, int32_t)           \
  PORTABLE_DECLARE_ARG_REDUCTION(argmin, suffix, type, i64, int64_t)
PORTABLE_DECLARE_ARG_REDUCTIONS(f32, float)
PORTABLE_DECLARE_ARG_REDUCTIONS(i8, int8_t)
PORTABLE_DECLARE_ARG_REDUCTIONS(u8, uint8_t)
PORTABLE_DECLARE_ARG_REDUCTIONS(i16, int16_t)
PORTABLE_DECLARE_ARG_REDUCTIONS(i32, int32_t)
PORTABLE_DECLARE_ARG_REDUCTIONS(i64, int64_t)
#undef PORTABLE_DECLARE_ARG_REDUCTIONS
#undef PORTABLE_DECLARE_ARG_REDUCTION

/**
 * Running sum or product along an axis; in place. Integers wrap around.
 * @param exclusive      0, or 1: of the elements before each one
 * @param input, output  [outer, axis, inner]
 */
#define PORTABLE_DECLARE_SCANS(suffix, type)                                   \
  portable_status portable_cumsum_##suffix(int32_t outer, int32_t axis,        \
                                           int32_t inner, int32_t exclusive,   \
                                           const type *input, type *output);   \
  portable_status portable_cumprod_##suffix(int32_t outer, int32_t axis,       \
                                            int32_t inner, int32_t exclusive,  \
                                            const type *input, type *output);
PORTABLE_DECLARE_SCANS(f32, float)
PORTABLE_DECLARE_SCANS(i8, int8_t)
PORTABLE_DECLARE_SCANS(u8, uint8_t)
PORTABLE_DECLARE_SCANS(i16, int16_t)
PORTABLE_DECLARE_SCANS(i32, int32_t)
PORTABLE_DECLARE_SCANS(i64, int64_t)
#undef PORTABLE_DECLARE_SCANS

/*
 * The first k elements along an axis in ascending or descending order (sort),
 * where they are (argsort), or both (topk). Of equal elements the first comes
 * first.
 *     is_ascend  0, or 1: the smallest first
 *     input      [outer, axis, inner]
 *     output, values, indices  [outer, k, inner]
 */
#define PORTABLE_DECLARE_POSITIONS(suffix, type, index_suffix, index_type)     \
  portable_status portable_argsort_##suffix##_##index_suffix(                  \
      int32_t outer, int32_t axis, int32_t inner, int32_t k,                   \
      int32_t is_ascend, const type *input, index_type *output);               \
  portable_status portable_topk_##suffix##_##index_suffix(                     \
      int32_t outer, int32_t axis, int32_t inner, int32_t k,                   \
      int32_t is_ascend, const type *input, type *values,                      \
      index_type *indices);
#define PORTABLE_DECLARE_SORTS(suffix, type)                                   \
  portable_status portable_sort_##suffix(                                      \
      int32_t outer, int32_t axis, int32_t inner, int32_t k,                   \
      int32_t is_ascend, const type *input, type *output);                     \
  PORTABLE_DECLARE_POSITIONS(suffix, type, i32, int32_t)                       \
  PORTABLE_DECLARE_POSITIONS(suffix, type, i64, int64_t)
PORTABLE_DECLARE_SORTS(f32, float)
PORTABLE_DECLARE_SORTS(i8, int8_t)
PORTABLE_DECLARE_SORTS(u8, uint8_t)
PORTABLE_DECLARE_SORTS(i16, int16_t)
PORTABLE_DECLARE_SORTS(i32, int32_t)
PORTABLE_DECLARE_SORTS(i64, int64_t)
#undef PORTABLE_DECLARE_SORTS
#undef PORTABLE_DECLARE_POSITIONS

/*===----------------------------------------------------------------------===
 * Moving elements of any type, of element_size bytes each
 *===----------------------------------------------------------------------===*/

/**
 * Joins tensors along an axis. (To stack them along a new one, let all
 * axis_sizes be 1.)
 * @param inputs  `count` tensors [outer, axis_sizes[i], inner]
 * @param output  [outer, sum of axis_sizes, inner]
 */
portable_status portable_concatenate(int32_t element_size, int32_t outer,
                                     int32_t inner, int32_t count,
                                     const int32_t *axis_sizes,
                                     const void *const *inputs, void *output);

/**
 * Cuts a tensor along an axis: the reverse of portable_concatenate.
 * @param input    [outer, sum of axis_sizes, inner]
 * @param outputs  `count` tensors [outer, axis_sizes[i], inner]
 */
portable_status portable_split(int32_t element_size, int32_t outer,
                               int32_t inner, int32_t count,
                               const int32_t *axis_sizes, const void *input,
                               void *const *outputs);

/**
 * Dimension d of the output is dimension axes[d] of the input.
 * @param in_shape, axes  arrays of `rank`
 */
portable_status portable_transpose(int32_t element_size, int32_t rank,
                                   const int32_t *in_shape, const int32_t *axes,
                                   const void *input, void *output);

/**
 * Element begin + o * stride along each dimension: all within the input, and
 * the strides may be negative.
 * @param in_shape, begin, strides, out_shape  arrays of `rank`
 */
portable_status portable_strided_slice(int32_t element_size, int32_t rank,
                                       const int32_t *in_shape,
                                       const int32_t *begin,
                                       const int32_t *strides,
                                       const int32_t *out_shape,
                                       const void *input, void *output);

/**
 * Repeats a tensor along the dimensions in which it has size 1.
 * @param in_shape, out_shape  arrays of `rank`
 */
portable_status portable_broadcast_to(int32_t element_size, int32_t rank,
                                      const int32_t *in_shape,
                                      const int32_t *out_shape,
                                      const void *input, void *output);

/**
 * Repeats a tensor as a whole, repeats[d] times along dimension d.
 * @param in_shape, repeats  arrays of `rank`
 */
portable_status portable_tile(int32_t element_size, int32_t rank,
                              const int32_t *in_shape, const int32_t *repeats,
                              const void *input, void *output);

/**
 * Repeats each element along an axis.
 * @param input   [outer, axis, inner]
 * @param output  [outer, axis * repeats, inner]
 */
portable_status portable_repeat(int32_t element_size, int32_t outer,
                                int32_t axis, int32_t inner, int32_t repeats,
                                const void *input, void *output);

/**
 * Turns an axis around.
 * @param input, output  [outer, axis, inner]
 */
portable_status portable_reverse(int32_t element_size, int32_t outer,
                                 int32_t axis, int32_t inner, const void *input,
                                 void *output);

/** Arrays of `rank`; the output has in_shape + pad_before + pad_after. */
typedef struct portable_pad_params {
  int32_t rank;
  const int32_t *in_shape;
  const int32_t *pad_before;
  const int32_t *pad_after;
} portable_pad_params;

/**
 * Surrounds a tensor with a value. Negative paddings cut off.
 * @param value  one element
 */
portable_status portable_pad_constant(const portable_pad_params *params,
                                      int32_t element_size, const void *input,
                                      const void *value, void *output);

/** Surrounds a tensor with its outermost elements: 0 0 | 0 1 2 | 2 2. */
portable_status portable_pad_edge(const portable_pad_params *params,
                                  int32_t element_size, const void *input,
                                  void *output);

/** Mirrors about the outermost elements: 2 1 | 0 1 2 | 1 0. Paddings are less
 *  than the dimension. */
portable_status portable_pad_reflect(const portable_pad_params *params,
                                     int32_t element_size, const void *input,
                                     void *output);

/** Mirrors with the outermost elements: 1 0 | 0 1 2 | 2 1. Paddings are at most
 *  the dimension. */
portable_status portable_pad_symmetric(const portable_pad_params *params,
                                       int32_t element_size, const void *input,
                                       void *output);

/** What an index outside 0 … axis - 1 stands for. */
typedef enum portable_index_mode {
  /** An error: PORTABLE_BAD_ARGUMENT. */
  PORTABLE_INDEX_CHECK = 0,
  /** The first or the last element. */
  PORTABLE_INDEX_CLIP = 1,
  /** The element at the index modulo axis. */
  PORTABLE_INDEX_WRAP = 2
} portable_index_mode;

/**
 * Slices at the given places of an axis.
 * @param input    [outer, axis, inner]
 * @param indices  [index_count]
 * @param output   [outer, index_count, inner]
 */
portable_status portable_take_i32(int32_t element_size, int32_t outer,
                                  int32_t axis, int32_t inner,
                                  int32_t index_count, portable_index_mode mode,
                                  const void *input, const int32_t *indices,
                                  void *output);
portable_status portable_take_i64(int32_t element_size, int32_t outer,
                                  int32_t axis, int32_t inner,
                                  int32_t index_count, portable_index_mode mode,
                                  const void *input, const int64_t *indices,
                                  void *output);

/**
 * output[o, k, i] = input[o, indices[o, k, i], i]. An index outside the axis is
 * an error.
 * @param input            [outer, axis, inner]
 * @param indices, output  [outer, index_count, inner]
 */
portable_status portable_gather_i32(int32_t element_size, int32_t outer,
                                    int32_t axis, int32_t inner,
                                    int32_t index_count, const void *input,
                                    const int32_t *indices, void *output);
portable_status portable_gather_i64(int32_t element_size, int32_t outer,
                                    int32_t axis, int32_t inner,
                                    int32_t index_count, const void *input,
                                    const int64_t *indices, void *output);

/** Slices of an input at places given by `index_rank` indices each. */
typedef struct portable_gather_nd_params {
  /** Leading dimensions that input and indices share, multiplied. */
  int32_t batch;
  /** Slices taken from each of them. */
  int32_t positions;
  /** Number of indexed dimensions, and their sizes. */
  int32_t index_rank;
  const int32_t *indexed_shape;
  /** Elements of a slice: the product of the dimensions that remain. */
  int32_t slice;
} portable_gather_nd_params;

/**
 * output[b, p] = input[b, indices[0, b, p], indices[1, b, p], …]. An index
 * outside its dimension is an error.
 * @param input    [batch, indexed_shape…, slice]
 * @param indices  [index_rank, batch, positions]
 * @param output   [batch, positions, slice]
 */
portable_status portable_gather_nd_i32(const portable_gather_nd_params *params,
                                       int32_t element_size, const void *input,
                                       const int32_t *indices, void *output);
portable_status portable_gather_nd_i64(const portable_gather_nd_params *params,
                                       int32_t element_size, const void *input,
                                       const int64_t *indices, void *output);

/**
 * on_value at each index along a new axis of size `depth`, off_value elsewhere
 * (everywhere, for an index outside that axis).
 * @param indices              [outer, inner]
 * @param on_value, off_value  one element each
 * @param output               [outer, depth, inner]
 */
portable_status portable_one_hot_i32(int32_t element_size, int32_t outer,
                                     int32_t depth, int32_t inner,
                                     const int32_t *indices,
                                     const void *on_value,
                                     const void *off_value, void *output);
portable_status portable_one_hot_i64(int32_t element_size, int32_t outer,
                                     int32_t depth, int32_t inner,
                                     const int64_t *indices,
                                     const void *on_value,
                                     const void *off_value, void *output);

/** How channels are numbered: by depth, column, row or column, row, depth. */
typedef enum portable_depth_order {
  PORTABLE_DEPTH_DCR = 0,
  PORTABLE_DEPTH_CRD = 1
} portable_depth_order;

/**
 * Spreads channels over blocks of positions.
 * @param input   [batch, in_h, in_w, in_c]; block * block divides in_c
 * @param output  [batch, in_h * block, in_w * block, in_c / (block * block)]
 */
portable_status portable_depth_to_space(int32_t element_size, int32_t batch,
                                        int32_t in_h, int32_t in_w,
                                        int32_t in_c, int32_t block,
                                        portable_depth_order order,
                                        const void *input, void *output);

/**
 * Gathers blocks of positions into channels, the reverse of
 * portable_depth_to_space with PORTABLE_DEPTH_DCR.
 * @param input   [batch, in_h, in_w, in_c]; block divides in_h and in_w
 * @param output  [batch, in_h / block, in_w / block, in_c * block * block]
 */
portable_status portable_space_to_depth(int32_t element_size, int32_t batch,
                                        int32_t in_h, int32_t in_w,
                                        int32_t in_c, int32_t block,
                                        const void *input, void *output);

/*===----------------------------------------------------------------------===
 * Resizing images
 *===----------------------------------------------------------------------===*/

/** The input coordinate of output o, along a dimension of sizes in and out. */
typedef enum portable_coordinates {
  /** (o + 0.5) * in / out - 0.5. */
  PORTABLE_HALF_PIXEL = 0,
  /** o * (in - 1) / (out - 1); 0 if out is 1. */
  PORTABLE_ALIGN_CORNERS = 1,
  /** o * in / out. */
  PORTABLE_ASYMMETRIC = 2,
  /** PORTABLE_HALF_PIXEL, but 0 if out is 1. */
  PORTABLE_PYTORCH_HALF_PIXEL = 3,
  /** (o + 0.5) * in / out. */
  PORTABLE_TF_HALF_PIXEL_FOR_NN = 4
} portable_coordinates;

/** Which element is nearest to a coordinate. */
typedef enum portable_rounding {
  /** Halves away from zero. */
  PORTABLE_ROUND = 0,
  PORTABLE_ROUND_PREFER_FLOOR = 1,
  PORTABLE_ROUND_PREFER_CEIL = 2,
  PORTABLE_FLOOR = 3,
  PORTABLE_CEIL = 4
} portable_rounding;

typedef struct portable_resize2d_params {
  int32_t batch;
  int32_t in_h, in_w, channels;
  int32_t out_h, out_w;
  portable_coordinates coordinates;
} portable_resize2d_params;

/*
 * Coordinates outside the input see its outermost elements.
 *
 * input   [batch, in_h, in_w, channels]
 * output  [batch, out_h, out_w, channels]
 */

/** The nearest element. With PORTABLE_ASYMMETRIC and an output that is a whole
 *  multiple of the input, that is o / (out / in) whatever the rounding. */
portable_status
portable_resize2d_nearest(const portable_resize2d_params *params,
                          portable_rounding rounding, int32_t element_size,
                          const void *input, void *output);

/** Between the 2 x 2 nearest elements. */
portable_status
portable_resize2d_linear_f32(const portable_resize2d_params *params,
                             const float *input, float *output);

/**
 * Among the 4 x 4 nearest elements, by cubic convolution.
 * @param alpha            the spline's coefficient, -0.5 or -0.75 in most cases
 * @param exclude_outside  0, or 1: elements outside the input have no weight
 */
portable_status
portable_resize2d_cubic_f32(const portable_resize2d_params *params, float alpha,
                            int32_t exclude_outside, const float *input,
                            float *output);

/*===----------------------------------------------------------------------===
 * Normalisation; in place
 *===----------------------------------------------------------------------===*/

/**
 * (x - mean) / sqrt(variance + epsilon) * gamma + beta along an axis.
 * @param input, output  [outer, axis, inner]
 * @param gamma, beta    [axis], or NULL for 1 and 0
 */
portable_status portable_layer_norm_f32(int32_t outer, int32_t axis,
                                        int32_t inner, float epsilon,
                                        const float *input, const float *gamma,
                                        const float *beta, float *output);

/**
 * The same over a group of neighbouring channels and all that is inside them:
 * each of outer * groups parts of channels / groups * inner elements by itself.
 * @param input, output  [outer, channels, inner]; groups divides channels
 * @param gamma, beta    [channels], or NULL for 1 and 0
 */
portable_status portable_group_norm_f32(int32_t outer, int32_t channels,
                                        int32_t inner, int32_t groups,
                                        float epsilon, const float *input,
                                        const float *gamma, const float *beta,
                                        float *output);

/**
 * The same over all positions of a channel: for channels-last tensors `after`
 * is 1, for channels-first ones `before` is.
 * @param input, output  [batch, before, channels, after]
 * @param gamma, beta    [channels], or NULL for 1 and 0
 */
portable_status portable_instance_norm_f32(int32_t batch, int32_t before,
                                           int32_t channels, int32_t after,
                                           float epsilon, const float *input,
                                           const float *gamma,
                                           const float *beta, float *output);

/**
 * x / sqrt(max(sum of squares, epsilon)) along an axis.
 * @param input, output  [outer, axis, inner]
 */
portable_status portable_l2_normalize_f32(int32_t outer, int32_t axis,
                                          int32_t inner, float epsilon,
                                          const float *input, float *output);

/**
 * Local response normalisation: x / (bias + alpha / size * s) ^ beta, where s
 * is the sum of squares of `size` neighbours, an odd number, along an axis. Not
 * in place.
 * @param input, output  [outer, axis, inner]
 */
portable_status portable_lrn_f32(int32_t outer, int32_t axis, int32_t inner,
                                 int32_t size, float bias, float alpha,
                                 float beta, const float *input, float *output);

/*===----------------------------------------------------------------------===
 * Quantised numbers
 *===----------------------------------------------------------------------===*/

/*
 * A quantised number q of type s8 (int8_t), u8 (uint8_t) or s16 (int16_t) means
 * scale * (q - zero_point). Sums have 32 bits and wrap around.
 *
 * Scales are given as multiplier * 2^(shift - 31), where multiplier is
 * 0 … INT32_MAX and shift -31 … 31. min and max clamp the result: the type's
 * limits, or those of a fused activation within them.
 */

/** How a scaled sum becomes an integer: to the nearest, and … */
typedef enum portable_requantization {
  /** … halves upwards: Relay's rounding "UPWARD". */
  PORTABLE_REQUANTIZE_UPWARD = 0,
  /** … halves away from zero: Relay's rounding "TONEAREST". */
  PORTABLE_REQUANTIZE_TONEAREST = 1,
  /** … twice, after the multiplication (halves upwards) and after the shift
   *  (away from zero): as TensorFlow Lite's reference kernels and CMSIS-NN do.
   *  Sums of s16 kernels have 64 bits and are multiplied by the multiplier's
   *  upper 15 bits. */
  PORTABLE_REQUANTIZE_TFLITE = 2
} portable_requantization;

/** How sums become quantised numbers. */
typedef struct portable_requantize_params {
  portable_requantization rounding;
  /** 0: one multiplier and one shift for all; 1: one for each channel. */
  int32_t per_channel;
  const int32_t *multipliers;
  const int32_t *shifts;
  /** The output's. */
  int32_t zero_point;
  int32_t min, max;
} portable_requantize_params;

/** Of the two tensors whose products are summed up. */
typedef struct portable_product_zero_points {
  int32_t input;
  int32_t weights;
  /** What each element outside of a convolution's input counts as, its zero
   *  point subtracted: 0, unless the bias is for an input without zero point;
   *  nothing lies outside of a transposed convolution's. */
  int32_t padding;
} portable_product_zero_points;

/*
 * Convolutions as of floats; outside the input lies `padding`. For each
 * element type, and with tensors as those of the f32 kernels have:
 *
 *   portable_conv2d_s8              filter [out_c, kernel_h, kernel_w, in_c /
 *                                   groups]
 *   portable_depthwise_conv2d_s8    filter [kernel_h, kernel_w, out_c]
 *   portable_conv2d_transpose_s8    filter [out_c / groups, kernel_h, kernel_w,
 *                                   in_c]
 */
#define PORTABLE_DECLARE_CONVOLUTION(name, type, filter_type, bias_type)       \
  portable_status portable_##name(                                             \
      const portable_conv2d_params *params,                                    \
      const portable_product_zero_points *zero_points,                         \
      const portable_requantize_params *requantize, const type *input,         \
      const filter_type *filter, const bias_type *bias, type *output);
#define PORTABLE_DECLARE_CONVOLUTIONS(suffix, type, filter_type, bias_type)    \
  PORTABLE_DECLARE_CONVOLUTION(conv2d_##suffix, type, filter_type, bias_type)  \
  PORTABLE_DECLARE_CONVOLUTION(depthwise_conv2d_##suffix, type, filter_type,   \
                               bias_type)                                      \
  PORTABLE_DECLARE_CONVOLUTION(conv2d_transpose_##suffix, type, filter_type,   \
                               bias_type)
PORTABLE_DECLARE_CONVOLUTIONS(s8, int8_t, int8_t, int32_t)
PORTABLE_DECLARE_CONVOLUTIONS(u8, uint8_t, uint8_t, int32_t)
PORTABLE_DECLARE_CONVOLUTIONS(s16, int16_t, int8_t, int64_t)
#undef PORTABLE_DECLARE_CONVOLUTIONS
#undef PORTABLE_DECLARE_CONVOLUTION

/*
 * portable_conv2d_s8_i32 and so on give the sums as they are, with their bias.
 */
#define PORTABLE_DECLARE_SUMS(name, type)                                      \
  portable_status portable_##name##_i32(                                       \
      const portable_conv2d_params *params,                                    \
      const portable_product_zero_points *zero_points, const type *input,      \
      const type *filter, const int32_t *bias, int32_t *output);
PORTABLE_DECLARE_SUMS(conv2d_s8, int8_t)
PORTABLE_DECLARE_SUMS(conv2d_u8, uint8_t)
PORTABLE_DECLARE_SUMS(depthwise_conv2d_s8, int8_t)
PORTABLE_DECLARE_SUMS(depthwise_conv2d_u8, uint8_t)
PORTABLE_DECLARE_SUMS(conv2d_transpose_s8, int8_t)
PORTABLE_DECLARE_SUMS(conv2d_transpose_u8, uint8_t)
#undef PORTABLE_DECLARE_SUMS

typedef struct portable_dense_params {
  /** Number of products; weights_batch is this or 1 (the same for all). */
  int32_t batch, weights_batch;
  int32_t rows, in_features, out_features;
} portable_dense_params;

/**
 * Fully connected layer, or a batched matrix product with a transposed second
 * operand. Channels are output features.
 * @param input    [batch, rows, in_features]
 * @param weights  [weights_batch, out_features, in_features]
 * @param bias     [out_features], or NULL
 * @param output   [batch, rows, out_features]
 */
portable_status
portable_dense_s8(const portable_dense_params *params,
                  const portable_product_zero_points *zero_points,
                  const portable_requantize_params *requantize,
                  const int8_t *input, const int8_t *weights,
                  const int32_t *bias, int8_t *output);
portable_status
portable_dense_u8(const portable_dense_params *params,
                  const portable_product_zero_points *zero_points,
                  const portable_requantize_params *requantize,
                  const uint8_t *input, const uint8_t *weights,
                  const int32_t *bias, uint8_t *output);
portable_status
portable_dense_s16(const portable_dense_params *params,
                   const portable_product_zero_points *zero_points,
                   const portable_requantize_params *requantize,
                   const int16_t *input, const int8_t *weights,
                   const int64_t *bias, int16_t *output);
/** The sums as they are. */
portable_status
portable_dense_s8_i32(const portable_dense_params *params,
                      const portable_product_zero_points *zero_points,
                      const int8_t *input, const int8_t *weights,
                      const int32_t *bias, int32_t *output);
portable_status
portable_dense_u8_i32(const portable_dense_params *params,
                      const portable_product_zero_points *zero_points,
                      const uint8_t *input, const uint8_t *weights,
                      const int32_t *bias, int32_t *output);

/**
 * A sum or difference: each operand, less its zero point, is shifted left by
 * left_shift bits and scaled, and the sum is scaled to the output. A scale of 1
 * is the multiplier 2^30 with shift 1.
 */
typedef struct portable_quantized_add_params {
  portable_requantization rounding;
  int32_t left_shift;
  int32_t lhs_zero_point, lhs_multiplier, lhs_shift;
  int32_t rhs_zero_point, rhs_multiplier, rhs_shift;
  int32_t output_zero_point, output_multiplier, output_shift;
  int32_t min, max;
} portable_quantized_add_params;

/** A product of operands less their zero points, scaled to the output. */
typedef struct portable_quantized_multiply_params {
  portable_requantization rounding;
  int32_t lhs_zero_point, rhs_zero_point;
  int32_t output_zero_point, multiplier, shift;
  int32_t min, max;
} portable_quantized_multiply_params;

/*
 *   portable_add_s8(params, lhs, rhs, n, output)
 *     on n elements each; in place on either operand
 *   portable_add_broadcast_s8(shapes, params, lhs, rhs, output)
 *     with broadcast; in place on an operand that has the output's shape
 */
#define PORTABLE_DECLARE_BINARY(operation, suffix, type, params_type)          \
  portable_status portable_##operation##_##suffix(                             \
      const params_type *params, const type *lhs, const type *rhs, int32_t n,  \
      type *output);                                                           \
  portable_status portable_##operation##_broadcast_##suffix(                   \
      const portable_broadcast_params *shapes, const params_type *params,      \
      const type *lhs, const type *rhs, type *output);
#define PORTABLE_DECLARE_ARITHMETIC(suffix, type)                              \
  PORTABLE_DECLARE_BINARY(add, suffix, type, portable_quantized_add_params)    \
  PORTABLE_DECLARE_BINARY(subtract, suffix, type,                              \
                          portable_quantized_add_params)                       \
  PORTABLE_DECLARE_BINARY(multiply, suffix, type,                              \
                          portable_quantized_multiply_params)
PORTABLE_DECLARE_ARITHMETIC(s8, int8_t)
PORTABLE_DECLARE_ARITHMETIC(u8, uint8_t)
PORTABLE_DECLARE_ARITHMETIC(s16, int16_t)
#undef PORTABLE_DECLARE_ARITHMETIC
#undef PORTABLE_DECLARE_BINARY

/** How the sum of a window becomes its average. */
typedef enum portable_division {
  /** Towards zero: Relay's division of integers. */
  PORTABLE_DIVIDE_TRUNCATE = 0,
  /** To the nearest, halves away from zero: TensorFlow Lite's. */
  PORTABLE_DIVIDE_TO_NEAREST = 1
} portable_division;

/*
 * Pools as of floats; the maximum over no element is the type's least, the
 * average 0. Input and output have the same scale and zero point. Adaptive
 * pools are of images: in_d and out_d are 1; their averages are truncated.
 */
#define PORTABLE_DECLARE_POOLS(suffix, type)                                   \
  portable_status portable_max_pool2d_##suffix(                                \
      const portable_pool2d_params *params, int32_t min, int32_t max,          \
      const type *input, type *output);                                        \
  portable_status portable_avg_pool2d_##suffix(                                \
      const portable_pool2d_params *params, int32_t count_include_pad,         \
      portable_division division, int32_t min, int32_t max, const type *input, \
      type *output);                                                           \
  portable_status portable_adaptive_max_pool_##suffix(                         \
      const portable_adaptive_pool_params *params, const type *input,          \
      type *output);                                                           \
  portable_status portable_adaptive_avg_pool_##suffix(                         \
      const portable_adaptive_pool_params *params, const type *input,          \
      type *output);
PORTABLE_DECLARE_POOLS(s8, int8_t)
PORTABLE_DECLARE_POOLS(u8, uint8_t)
PORTABLE_DECLARE_POOLS(s16, int16_t)
PORTABLE_DECLARE_POOLS(s32, int32_t)
#undef PORTABLE_DECLARE_POOLS

/*
 * The same of three dimensions, in the type of the elements: sums wrap around,
 * and so does what they are divided by, which must not be 0 then.
 */
#define PORTABLE_DECLARE_POOLS3D(suffix, type)                                 \
  portable_status portable_max_pool3d_##suffix(                                \
      const portable_pool3d_params *params, const type *input, type *output);  \
  portable_status portable_avg_pool3d_##suffix(                                \
      const portable_pool3d_params *params, int32_t count_include_pad,         \
      const type *input, type *output);                                        \
  portable_status portable_adaptive_max_pool3d_##suffix(                       \
      const portable_adaptive_pool_params *params, const type *input,          \
      type *output);                                                           \
  portable_status portable_adaptive_avg_pool3d_##suffix(                       \
      const portable_adaptive_pool_params *params, const type *input,          \
      type *output);
PORTABLE_DECLARE_POOLS3D(s8, int8_t)
PORTABLE_DECLARE_POOLS3D(u8, uint8_t)
PORTABLE_DECLARE_POOLS3D(s16, int16_t)
PORTABLE_DECLARE_POOLS3D(s32, int32_t)
PORTABLE_DECLARE_POOLS3D(s64, int64_t)
#undef PORTABLE_DECLARE_POOLS3D

/*
 *   portable_quantize_s8(input, inverse_scale, zero_point, n, output)
 *     round(x * inverse_scale) + zero_point, saturated; halves away from zero.
 *     Relay divides by a constant in this way
 *   portable_quantize_tflite_s8(input, scale, zero_point, n, output)
 *     round(x / scale) + zero_point
 *   portable_dequantize_s8(input, scale, zero_point, n, output)
 *     (x - zero_point) * scale
 */
#define PORTABLE_DECLARE_QUANTIZE(suffix, type)                                \
  portable_status portable_quantize_##suffix(                                  \
      const float *input, float inverse_scale, int32_t zero_point, int32_t n,  \
      type *output);                                                           \
  portable_status portable_quantize_tflite_##suffix(                           \
      const float *input, float scale, int32_t zero_point, int32_t n,          \
      type *output);
#define PORTABLE_DECLARE_DEQUANTIZE(suffix, type)                              \
  portable_status portable_dequantize_##suffix(const type *input, float scale, \
                                               int32_t zero_point, int32_t n,  \
                                               float *output);
PORTABLE_DECLARE_QUANTIZE(s8, int8_t)
PORTABLE_DECLARE_QUANTIZE(u8, uint8_t)
PORTABLE_DECLARE_QUANTIZE(s16, int16_t)
PORTABLE_DECLARE_DEQUANTIZE(s8, int8_t)
PORTABLE_DECLARE_DEQUANTIZE(u8, uint8_t)
PORTABLE_DECLARE_DEQUANTIZE(s16, int16_t)
PORTABLE_DECLARE_DEQUANTIZE(i32, int32_t)
#undef PORTABLE_DECLARE_DEQUANTIZE
#undef PORTABLE_DECLARE_QUANTIZE

/*
 * portable_requantize_<from>_to_<to> from s8, u8, s16, i32 and i64 to s8, u8,
 * s16 and i32: (x - input_zero_point) at another scale. Of i64, as of the sums
 * of s16 kernels, Relay's roundings take the low 32 bits. In place where the
 * types are equal. Tensors are [outer, channels, inner].
 */
#define PORTABLE_DECLARE_REQUANTIZE(from, from_type, to, to_type)              \
  portable_status portable_requantize_##from##_to_##to(                        \
      const portable_requantize_params *params, int32_t input_zero_point,      \
      int32_t outer, int32_t channels, int32_t inner, const from_type *input,  \
      to_type *output);
#define PORTABLE_DECLARE_REQUANTIZE_TO_ALL(from, from_type)                    \
  PORTABLE_DECLARE_REQUANTIZE(from, from_type, s8, int8_t)                     \
  PORTABLE_DECLARE_REQUANTIZE(from, from_type, u8, uint8_t)                    \
  PORTABLE_DECLARE_REQUANTIZE(from, from_type, s16, int16_t)                   \
  PORTABLE_DECLARE_REQUANTIZE(from, from_type, i32, int32_t)
PORTABLE_DECLARE_REQUANTIZE_TO_ALL(s8, int8_t)
PORTABLE_DECLARE_REQUANTIZE_TO_ALL(u8, uint8_t)
PORTABLE_DECLARE_REQUANTIZE_TO_ALL(s16, int16_t)
PORTABLE_DECLARE_REQUANTIZE_TO_ALL(i32, int32_t)
PORTABLE_DECLARE_REQUANTIZE_TO_ALL(i64, int64_t)
#undef PORTABLE_DECLARE_REQUANTIZE_TO_ALL
#undef PORTABLE_DECLARE_REQUANTIZE

/*
 * Softmax along an axis between dequantization and quantization, computed in
 * floats as portable_softmax_f32 and portable_quantize_s8 do; in place.
 *   input, output  [outer, axis, inner]
 */
#define PORTABLE_DECLARE_SOFTMAX(suffix, type)                                 \
  portable_status portable_softmax_##suffix(                                   \
      int32_t outer, int32_t axis, int32_t inner, float input_scale,           \
      int32_t input_zero_point, float inverse_output_scale,                    \
      int32_t output_zero_point, const type *input, type *output);
PORTABLE_DECLARE_SOFTMAX(s8, int8_t)
PORTABLE_DECLARE_SOFTMAX(u8, uint8_t)
PORTABLE_DECLARE_SOFTMAX(s16, int16_t)
#undef PORTABLE_DECLARE_SOFTMAX

/**
 * Softmax of rows in fixed point, as TensorFlow Lite's reference kernels and
 * CMSIS-NN compute it, at an output scale of 1 / 256 and zero point of -128; in
 * place.
 * @param multiplier, left_shift  the input's scale times 2^26, which is
 *                                multiplier * 2^(left_shift - 31)
 * @param difference_min          differences from the row's maximum below this
 *                                one give -128
 * @param input, output           [rows, row_size]
 */
portable_status portable_softmax_tflite_s8(int32_t rows, int32_t row_size,
                                           int32_t multiplier,
                                           int32_t left_shift,
                                           int32_t difference_min,
                                           const int8_t *input, int8_t *output);
/** The same at an output scale of 1 / 65536 and zero point of -32768; not in
 *  place. */
portable_status portable_softmax_tflite_s8_to_s16(
    int32_t rows, int32_t row_size, int32_t multiplier, int32_t left_shift,
    int32_t difference_min, const int8_t *input, int16_t *output);

/**
 * Softmax along an axis in integers without a table or series for exp, as
 * Relay's qnn.softmax; in place.
 * @param units          numbers that make 1, at least 1: the inverse of the
 * input's scale, rounded
 * @param requantize     from units of 1 / 128
 * @param input, output  [outer, axis, inner]
 */
portable_status
portable_softmax_integer_s8(int32_t outer, int32_t axis, int32_t inner,
                            int32_t units,
                            const portable_requantize_params *requantize,
                            const int8_t *input, int8_t *output);

/*
 * The mean over axes as TensorFlow Lite has it: sums of numbers without their
 * zero point, scaled by a factor that divides them, too.
 *   portable_quantized_mean_s8(params, input_zero_point, requantize, input,
 *                              sums, output)
 *     sums  memory for as many int32_t as the output has elements
 */
#define PORTABLE_DECLARE_MEAN(suffix, type)                                    \
  portable_status portable_quantized_mean_##suffix(                            \
      const portable_reduce_params *params, int32_t input_zero_point,          \
      const portable_requantize_params *requantize, const type *input,         \
      int32_t *sums, type *output);
PORTABLE_DECLARE_MEAN(s8, int8_t)
PORTABLE_DECLARE_MEAN(u8, uint8_t)
PORTABLE_DECLARE_MEAN(s16, int16_t)
#undef PORTABLE_DECLARE_MEAN

/** Numbers above 0 are scaled by the first factor, others by the second. */
typedef struct portable_quantized_leaky_relu_params {
  portable_requantization rounding;
  int32_t input_zero_point, output_zero_point;
  int32_t multiplier, shift;
  int32_t alpha_multiplier, alpha_shift;
} portable_quantized_leaky_relu_params;

/*
 *   portable_leaky_relu_s8(params, input, n, output)
 *     in place
 */
#define PORTABLE_DECLARE_LEAKY_RELU(suffix, type)                              \
  portable_status portable_leaky_relu_##suffix(                                \
      const portable_quantized_leaky_relu_params *params, const type *input,   \
      int32_t n, type *output);
PORTABLE_DECLARE_LEAKY_RELU(s8, int8_t)
PORTABLE_DECLARE_LEAKY_RELU(u8, uint8_t)
PORTABLE_DECLARE_LEAKY_RELU(s16, int16_t)
#undef PORTABLE_DECLARE_LEAKY_RELU

/**
 * Any function of s8 or u8 numbers; n elements, in place.
 * @param table  [256]: the result's byte for each byte of the input, seen as
 *               unsigned
 */
portable_status portable_lookup_8(const void *input, const uint8_t *table,
                                  int32_t n, void *output);

#ifdef __cplusplus
}
#endif

#endif /* DSP_PORTABLE_H */
