# ===- test_kernels.py - CMSIS-NN's numbers --------------------*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Every function against its documented arithmetic, on random shapes and numbers,
with exactly the memory that its buffer size function asks for."""
import unittest

import numpy as np

import reference as ref
from stand_in import *

LIMITS = {np.int8: (-128, 127), np.int16: (-2**15, 2**15 - 1)}


def draws(seed, count):
    for i in range(count):
        yield i, np.random.default_rng([seed, i])


def numbers(rng, dtype, *shape):
    low, high = LIMITS[dtype]
    values = rng.integers(low, high + 1, shape, dtype=dtype)
    return np.where(rng.random(shape) < 0.05, rng.choice([low, high], shape), values).astype(dtype)


def pair(rng, low, high):
    return [int(v) for v in rng.integers(low, high, 2)]


def clip(rng, dtype):
    low, high = LIMITS[dtype]
    return Activation(low + int(rng.integers(3)) * 20, high - int(rng.integers(3)) * 20)


def factors(rng, count, low=-11, high=-5):
    """Also powers of two, where halves happen."""
    exponents = rng.uniform(low, high, count)
    exponents = np.where(rng.random(count) < 0.3, np.round(exponents), exponents)
    scales = [ref.quantized_multiplier(float(f)) for f in np.exp2(exponents)]
    return [m for m, _ in scales], [s for _, s in scales]


def dims_of(shape):
    return Dims(*[int(v) for v in shape])


class Layer:
    """What a convolution is drawn from: an image and a window that fits."""

    def __init__(self, rng, dtype, depthwise=False, transposed=False):
        self.dtype, self.rng = dtype, rng
        self.kernel = pair(rng, 1, 5)
        self.dilation = [1, 1] if depthwise or transposed else pair(rng, 1, 3)
        self.stride = pair(rng, 1, 4)
        self.padding = [int(rng.integers(0, k)) for k in self.kernel]
        self.n = 1 if depthwise else int(rng.integers(1, 3))
        self.c = int(rng.integers(1, 9))
        reach = [(k - 1) * d + 1 for k, d in zip(self.kernel, self.dilation)]
        self.image = [int(rng.integers(max(r - p, 1), r + 9))
                      for r, p in zip(reach, self.padding)]
        # Padding behind is at most that in front, or one more if there is any.
        more = [int(rng.integers(2)) if k > 1 else 0 for k in self.kernel]
        self.out = [max((i + 2 * p + m - r) // s + 1, 1) for i, p, m, r, s in
                    zip(self.image, self.padding, more, reach, self.stride)]
        self.act = clip(rng, dtype)
        is_s8 = dtype == np.int8
        self.input_offset = int(rng.integers(-127, 129)) if is_s8 else 0
        self.output_offset = int(rng.integers(-128, 128)) if is_s8 else 0
        self.requantize = ref.requantize if is_s8 else ref.requantize_s64

    def input(self):
        return numbers(self.rng, self.dtype, self.n, *self.image, self.c)

    def bias(self, channels):
        if self.rng.random() < 0.3:
            return None
        dtype = np.int32 if self.dtype == np.int8 else np.int64
        return self.rng.integers(-5000, 5000, channels, dtype=dtype)

    def quantize(self, channels):
        self.multipliers, self.shifts = factors(self.rng, channels)
        self.quant, self.arrays = per_channel(self.multipliers, self.shifts)

    def tiles(self):
        return [Tile(*tile[::-1]) for tile in (self.stride, self.padding, self.dilation)]

    def stored(self, sums):
        want = np.zeros(sums.shape, self.dtype)
        for at in np.ndindex(*sums.shape):
            value = self.requantize(int(sums[at]), self.multipliers[at[-1]], self.shifts[at[-1]])
            want[at] = ref.clamp(value + self.output_offset, self.act.min, self.act.max)
        return want


class Kernels(unittest.TestCase):
    def check(self, function, want, *arguments, returns=True):
        """`arguments` hold OUTPUT where the result goes."""
        got = np.full(want.shape, 99, want.dtype)
        arguments = [got if value is OUTPUT else value for value in arguments]
        status = call(function, *arguments, result=c_int32 if returns else None)
        self.assertIn(status, (SUCCESS, None))
        np.testing.assert_array_equal(got, want)

    def test_convolve(self):
        for suffix, dtype in (("s8", np.int8), ("s16", np.int16)):
            for i, rng in draws(1, 60):
                with self.subTest(suffix=suffix, draw=i):
                    layer = Layer(rng, dtype)
                    if i % 3 == 0:  # what CMSIS-NN has kernels of its own for
                        layer.image[0] = layer.kernel[0] = layer.out[0] = layer.dilation[0] = 1
                        layer.padding[0] = 0
                        layer.dilation[1] = 1
                    out_c = int(rng.integers(1, 9))
                    x, w = layer.input(), numbers(rng, np.int8, out_c, *layer.kernel, layer.c)
                    bias = layer.bias(out_c)
                    layer.quantize(out_c)
                    want = layer.stored(ref.convolve(
                        x.astype(np.int64) + layer.input_offset, w, bias, layer.stride,
                        layer.padding, layer.dilation, layer.out))
                    params = ConvParams(layer.input_offset, layer.output_offset,
                                        *layer.tiles(), layer.act)
                    shapes = [dims_of(a.shape) for a in (x, w, want)]
                    name = "convolve_wrapper_" + suffix
                    size = buffer_size(name + "_get_buffer_size", params, *shapes)
                    given = bias if dtype == np.int8 else BiasData(pointer(bias), False)
                    if self.is_refused_by_helium(layer, out_c):
                        continue
                    self.check(name, want, Memory(size), params, layer.quant, shapes[0], x,
                               shapes[1], w, Dims(1, 1, 1, out_c), given, shapes[2], OUTPUT)

    @staticmethod
    def is_refused_by_helium(layer, out_c):
        """Images of one row that aren't padded alike at both ends."""
        total = (layer.out[1] - 1) * layer.stride[1] + layer.kernel[1] - layer.image[1]
        return layer.image[0] == 1 and total not in (
            2 * layer.padding[1], 2 * layer.padding[1] + 1, 2 * layer.padding[1] - 1)

    def test_convolve_in_groups(self):
        for i, rng in draws(2, 30):
            with self.subTest(draw=i):
                layer = Layer(rng, np.int8)
                groups = int(rng.integers(1, 4))
                layer.c *= groups
                out_c = groups * int(rng.integers(1, 4))
                x = layer.input()
                w = numbers(rng, np.int8, out_c, *layer.kernel, layer.c // groups)
                bias = rng.integers(-5000, 5000, out_c, dtype=np.int32)
                layer.quantize(out_c)
                want = layer.stored(ref.convolve(
                    x.astype(np.int64) + layer.input_offset, w, bias, layer.stride,
                    layer.padding, layer.dilation, layer.out, groups))
                params = ConvParams(layer.input_offset, layer.output_offset, *layer.tiles(),
                                    layer.act)
                shapes = [dims_of(a.shape) for a in (x, w, want)]
                size = buffer_size("convolve_s8_get_buffer_size", *shapes[:2])
                self.check("convolve_s8", want, Memory(size), params, layer.quant, shapes[0], x,
                           shapes[1], w, Dims(1, 1, 1, out_c), bias, None, shapes[2], OUTPUT)

    def test_depthwise(self):
        for suffix, dtype in (("s8", np.int8), ("s16", np.int16)):
            for i, rng in draws(3, 60):
                with self.subTest(suffix=suffix, draw=i):
                    layer = Layer(rng, dtype, depthwise=True)
                    if i % 2 == 0:  # 3x3 windows have a kernel of their own
                        layer.kernel, layer.padding = [3, 3], pair(rng, 0, 2)
                        layer.image = pair(rng, 3, 12)
                        layer.out = [(m + 2 * p - 3) // s + 1 for m, p, s in
                                     zip(layer.image, layer.padding, layer.stride)]
                    multiplier = int(rng.choice([1, 1, 2, 4]))
                    out_c = layer.c * multiplier
                    x, w = layer.input(), numbers(rng, np.int8, 1, *layer.kernel, out_c)
                    bias = layer.bias(out_c)
                    layer.quantize(out_c)
                    want = layer.stored(ref.convolve(
                        x.astype(np.int64) + layer.input_offset, w.transpose(3, 1, 2, 0), bias,
                        layer.stride, layer.padding, layer.dilation, layer.out, layer.c))
                    params = DepthwiseParams(layer.input_offset, layer.output_offset, multiplier,
                                             *layer.tiles(), layer.act)
                    shapes = [dims_of(a.shape) for a in (x, w, want)]
                    name = "depthwise_conv_wrapper_" + suffix
                    size = buffer_size(name + "_get_buffer_size", params, *shapes)
                    self.check(name, want, Memory(size), params, layer.quant, shapes[0], x,
                               shapes[1], w, Dims(1, 1, 1, out_c), bias, shapes[2], OUTPUT)

    def test_transpose_conv(self):
        for i, rng in draws(4, 60):
            with self.subTest(draw=i):
                layer = Layer(rng, np.int8, transposed=True)
                layer.c = int(rng.choice([1, 3, 16, 17, 20]))
                layer.image = pair(rng, 1, 5)
                layer.stride = pair(rng, 1, 4)
                layer.kernel = [int(rng.integers(s, s + 4)) for s in layer.stride]
                layer.padding = [int(rng.integers(0, min(k - s, m * s) + 1)) // s * s
                                 for k, s, m in zip(layer.kernel, layer.stride, layer.image)]
                # From the last whole step on to the last sum.
                layer.out = [int(rng.integers(max(m * s - p, 1), (m - 1) * s + k - p + 1))
                             for m, s, k, p in zip(layer.image, layer.stride, layer.kernel,
                                                   layer.padding)]
                if layer.stride[1] > max(layer.kernel[1], layer.stride[0]):
                    continue
                out_c = int(rng.integers(1, 6))
                x, w = layer.input(), numbers(rng, np.int8, out_c, *layer.kernel, layer.c)
                bias = layer.bias(out_c)
                layer.quantize(out_c)
                want = layer.stored(ref.transpose_convolve(
                    x.astype(np.int64) + layer.input_offset, w, bias, layer.stride,
                    layer.padding, layer.out))
                stride, padding, dilation = layer.tiles()
                params = TransposeConvParams(layer.input_offset, layer.output_offset, stride,
                                             padding, Tile(0, 0), dilation, layer.act)
                shapes = [dims_of(a.shape) for a in (x, w, want)]
                sums = buffer_size("transpose_conv_s8_get_buffer_size", params, *shapes)
                turned = buffer_size("transpose_conv_s8_get_reverse_conv_buffer_size", params,
                                     *shapes[:2])
                self.check("transpose_conv_wrapper_s8", want, Memory(sums), Memory(turned),
                           params, layer.quant, shapes[0], x, shapes[1], w,
                           Dims(1, 1, 1, out_c), bias, shapes[2], OUTPUT)

    def fully_connected(self, name, dtype, rng, is_per_channel):
        rows, depth, out_c = (int(v) for v in rng.integers(1, 20, 3))
        layer = Layer(rng, dtype)
        x, w = numbers(rng, dtype, rows, depth), numbers(rng, np.int8, out_c, depth)
        bias = layer.bias(out_c)
        layer.quantize(out_c)
        quant = layer.quant
        if not is_per_channel:
            layer.multipliers = layer.multipliers[:1] * out_c
            layer.shifts = layer.shifts[:1] * out_c
            quant = PerTensor(layer.multipliers[0], layer.shifts[0])
        sums = (x.astype(object) + layer.input_offset) @ w.astype(object).T
        if bias is not None:
            sums = sums + bias.astype(object)
        want = layer.stored(sums)
        context = Memory(0)
        if dtype == np.int8 and buffer_size("fully_connected_s8_get_buffer_size",
                                            Dims(depth, 1, 1, out_c)):
            context = Memory(4 * out_c)
            known = w.sum(1, dtype=np.int32) * layer.input_offset
            known = known + (0 if bias is None else bias)
            start = Memory.GUARD
            context.bytes[start:start + 4 * out_c] = known.astype(np.int32).view(np.uint8)
        self.check(name, want, context,
                   FCParams(layer.input_offset, 0, layer.output_offset, layer.act), quant,
                   Dims(rows, 1, 1, depth), x, Dims(depth, 1, 1, out_c), w,
                   Dims(1, 1, 1, out_c), bias, Dims(rows, 1, 1, out_c), OUTPUT)

    def test_fully_connected(self):
        for i, rng in draws(5, 40):
            with self.subTest(draw=i):
                self.fully_connected("fully_connected_s8", np.int8, rng, False)
                self.fully_connected("fully_connected_per_channel_s8", np.int8, rng, True)
                self.fully_connected("fully_connected_s16", np.int16, rng, False)

    def test_elementwise(self):
        for suffix, dtype, left in (("s8", np.int8, 20), ("s16", np.int16, 15)):
            for i, rng in draws(6, 40):
                with self.subTest(suffix=suffix, draw=i):
                    n = int(rng.integers(1, 40))
                    a, b = numbers(rng, dtype, n), numbers(rng, dtype, n)
                    is_s8 = dtype == np.int8
                    off_a, off_b = pair(rng, -127, 129) if is_s8 else (0, 0)
                    off_out = int(rng.integers(-128, 128)) if is_s8 else 0
                    act = clip(rng, dtype)
                    (m_a, m_b, m_out), (s_a, s_b, s_out) = factors(rng, 3, -3, -1)
                    # The sum is brought back from its further bits.
                    s_out -= left - 3
                    sums, products = np.zeros((2, n), dtype)
                    for k in range(n):
                        x, y = int(a[k]) + off_a, int(b[k]) + off_b
                        total = (ref.requantize(x << left, m_a, s_a)
                                 + ref.requantize(y << left, m_b, s_b))
                        total = ref.requantize(total, m_out, s_out) + off_out
                        sums[k] = ref.clamp(total, act.min, act.max)
                        product = ref.requantize(x * y, m_a, s_a - 8) + off_out
                        products[k] = ref.clamp(product, act.min, act.max)
                    self.check("elementwise_add_" + suffix, sums, a, b, off_a, m_a, s_a, off_b,
                               m_b, s_b, left, OUTPUT, off_out, m_out, s_out, act.min, act.max, n)
                    self.check("elementwise_mul_" + suffix, products, a, b, off_a, off_b,
                               OUTPUT, off_out, m_a, s_a - 8, act.min, act.max, n)

    def test_pools(self):
        for suffix, dtype in (("s8", np.int8), ("s16", np.int16)):
            for i, rng in draws(7, 40):
                with self.subTest(suffix=suffix, draw=i):
                    layer = Layer(rng, dtype, transposed=True)
                    # Each window has an element.
                    layer.out = [min(o, (m - 1 + p) // s + 1) for o, m, p, s in
                                 zip(layer.out, layer.image, layer.padding, layer.stride)]
                    x = layer.input()
                    params = PoolParams(*layer.tiles()[:2], layer.act)
                    shape = (layer.n, *layer.out, layer.c)
                    largest, averages = np.zeros(shape, dtype), np.zeros(shape, dtype)
                    for at, values in ref.pool_windows(x, layer.kernel, layer.stride,
                                                       layer.padding, layer.out):
                        largest[at] = ref.clamp(int(values.max()), layer.act.min, layer.act.max)
                        averages[at] = ref.clamp(ref.average(values), layer.act.min,
                                                 layer.act.max)
                    window = Dims(1, *layer.kernel, 1)
                    size = buffer_size(f"avgpool_{suffix}_get_buffer_size", shape[2], layer.c)
                    self.check("max_pool_" + suffix, largest, Memory(0), params,
                               dims_of(x.shape), x, window, dims_of(shape), OUTPUT)
                    self.check("avgpool_" + suffix, averages, Memory(size), params,
                               dims_of(x.shape), x, window, dims_of(shape), OUTPUT)

    def test_softmax(self):
        for name, dtype, bits in (("softmax_s8", np.int8, 8), ("softmax_s8_s16", np.int16, 16)):
            for i, rng in draws(8, 40):
                with self.subTest(name=name, draw=i):
                    rows, size = (int(v) for v in rng.integers(1, 20, 2))
                    x = numbers(rng, np.int8, rows, size)
                    multiplier, shift = ref.quantized_multiplier(
                        float(np.exp2(rng.uniform(-8, 0))) * 2**26)
                    diff_min = -int(31 * 2.0**(26 - shift))
                    want = ref.softmax(x, multiplier, shift, diff_min, bits, *LIMITS[dtype])
                    self.check(name, want.astype(dtype), x, rows, size, multiplier, shift,
                               diff_min, OUTPUT, returns=False)

    def test_pad(self):
        for i, rng in draws(9, 20):
            with self.subTest(draw=i):
                x = numbers(rng, np.int8, *(int(v) for v in rng.integers(1, 4, 4)))
                pads = rng.integers(0, 3, (4, 2))
                value = int(rng.integers(-128, 128))
                want = np.pad(x, pads, constant_values=value)
                self.check("pad_s8", want, x, OUTPUT, value, dims_of(x.shape),
                           dims_of(pads[:, 0]), dims_of(pads[:, 1]))

    def test_transpose(self):
        for i, rng in draws(10, 30):
            with self.subTest(draw=i):
                rank = int(rng.integers(2, 5))
                axes = rng.permutation(rank)
                if (axes == np.arange(rank)).all():
                    axes = axes[::-1].copy()
                x = numbers(rng, np.int8, *(int(v) for v in rng.integers(1, 6, rank)))
                want = np.ascontiguousarray(x.transpose(axes))
                order = axes.astype(np.uint32)
                shapes = [Dims(*a.shape, *[1] * (4 - rank)) for a in (x, want)]
                self.check("transpose_s8", want, x, OUTPUT, *shapes,
                           TransposeParams(rank, order.ctypes.data))

    def test_concatenation(self):
        for i, rng in draws(11, 20):
            with self.subTest(draw=i):
                w, z, y, *xs = (int(v) for v in rng.integers(1, 5, 6))
                parts = [numbers(rng, np.int8, w, z, y, x) for x in xs]
                got = np.zeros((w, z, y, sum(xs)), np.int8)
                at = 0
                for part in parts:
                    call("concatenation_s8_x", part, part.shape[3], y, z, w, got, sum(xs), at,
                         result=None)
                    at += part.shape[3]
                np.testing.assert_array_equal(got, np.concatenate(parts, 3))
                parts = [numbers(rng, np.int8, x, w, z, y) for x in xs]
                got = np.zeros((sum(xs), w, z, y), np.int8)
                at = 0
                for part in parts:
                    call("concatenation_s8_w", part, y, z, w, part.shape[0], got, at,
                         result=None)
                    at += part.shape[0]
                np.testing.assert_array_equal(got, np.concatenate(parts, 0))


OUTPUT = object()

if __name__ == "__main__":
    unittest.main()
