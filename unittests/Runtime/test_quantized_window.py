# ===- test_quantized_window.py - Quantised pools and softmax --*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
import unittest

import numpy as np

from kernels import draws, run, run_in_place
from quantized import TYPES, UPWARD, away_from_zero, fixed_point, random_numbers
from test_pool import inside, windows

TRUNCATE, TO_NEAREST = 0, 1


def truncated(numerator, denominator):
    magnitude = abs(numerator) // denominator
    return magnitude if numerator >= 0 else -magnitude


class QuantizedWindowTest(unittest.TestCase):
    def test_pools(self):
        for suffix, dtype in {**TYPES, "s32": np.int32}.items():
            for i, rng in draws(1, 12):
                with self.subTest(type=suffix, draw=i):
                    self.check_pools(suffix, dtype, rng)

    def check_pools(self, suffix, dtype, rng):
        kernel, stride, dilation = ([int(v) for v in rng.integers(1, 4, 2)]
                                    for _ in range(3))
        pad, pad_after = ([int(v) for v in rng.integers(0, 3, 2)] for _ in range(2))
        size = [int(v) for v in rng.integers(6, 9, 2)]
        batch, channels = int(rng.integers(1, 3)), int(rng.integers(1, 70))
        out_size = [(i + p + q - (k - 1) * d - 1) // s + 1 for i, p, q, k, d, s in
                    zip(size, pad, pad_after, kernel, dilation, stride)]
        limits = np.iinfo(dtype)
        clamp = dict(min=limits.min + 7, max=limits.max - 9)
        x = random_numbers(rng, dtype, batch, *size, channels)
        if suffix == "s32":  # sums wrap around, which the reference does not
            x >>= 6
        params = dict(
            batch=batch, channels=channels, in_h=size[0], in_w=size[1],
            out_h=out_size[0], out_w=out_size[1], kernel_h=kernel[0], kernel_w=kernel[1],
            stride_h=stride[0], stride_w=stride[1], dilation_h=dilation[0],
            dilation_w=dilation[1], pad_top=pad[0], pad_left=pad[1],
            pad_bottom=pad_after[0], pad_right=pad_after[1])
        shape = (batch, *out_size, channels)
        for include, division, divide in ((0, TRUNCATE, truncated), (1, TRUNCATE, truncated),
                                          (0, TO_NEAREST, away_from_zero)):
            largest, average = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
            for out, window in windows(out_size, kernel, stride, dilation, pad):
                seen = [x[(slice(None), *p)].astype(np.int64)
                        for p in window if inside(p, size)]
                at = (slice(None), *out)
                count = (sum(inside(p, size, pad, pad_after) for p in window) if include
                         else len(seen))
                largest[at] = np.max(seen, axis=0) if seen else limits.min
                total = np.sum(seen, axis=0) if seen else np.zeros((batch, channels), int)
                average[at] = np.vectorize(divide)(total, max(count, 1))
            got = run("max_pool2d_" + suffix, shape, dtype, params=params, input=x, **clamp)
            np.testing.assert_array_equal(got, largest.clip(clamp["min"], clamp["max"]))
            got = run("avg_pool2d_" + suffix, shape, dtype, params=params, input=x,
                      count_include_pad=include, division=division, **clamp)
            np.testing.assert_array_equal(got, average.clip(clamp["min"], clamp["max"]))

    def test_softmax(self):
        """At most one unit from the exact result: its bits are expf's."""
        for suffix, dtype in TYPES.items():
            limits = np.iinfo(dtype)
            for i, rng in draws(2, 20):
                with self.subTest(type=suffix, draw=i):
                    outer, axis, inner = (int(v) for v in rng.integers(1, 12, 3))
                    x = random_numbers(rng, dtype, outer, axis, inner)
                    scale = float(np.float32(rng.uniform(0.01, 0.2)))
                    scale /= 256 if suffix == "s16" else 1
                    inverse = float(limits.max - limits.min + 1)
                    sizes = dict(outer=outer, axis=axis, inner=inner, input_scale=scale,
                                 input_zero_point=3, inverse_output_scale=inverse,
                                 output_zero_point=int(limits.min))
                    got = run("softmax_" + suffix, x.shape, dtype, input=x, **sizes)
                    powers = np.exp((x.astype(np.float64) - x.max(1, keepdims=True)) * scale)
                    want = np.clip(powers / powers.sum(1, keepdims=True) * inverse
                                   + limits.min, limits.min, limits.max)
                    self.assertLess(np.abs(got - want).max(), 0.6)
                    np.testing.assert_array_equal(
                        run_in_place("softmax_" + suffix, x, **sizes), got)

    def test_softmax_in_fixed_point(self):
        for i, rng in draws(3, 40):
            with self.subTest(draw=i):
                rows, row_size = (int(v) for v in rng.integers(1, 40, 2))
                scale = float(np.float32(rng.uniform(0.01, 0.3)))
                multiplier, shift = fixed_point(scale * (1 << 26))
                difference_min = -int(31 * (1 << 26) / (1 << shift))
                x = random_numbers(rng, np.int8, rows, row_size)
                sizes = dict(rows=rows, row_size=row_size, multiplier=multiplier,
                             left_shift=shift, difference_min=difference_min)
                got = run("softmax_tflite_s8", x.shape, np.int8, input=x, **sizes)
                powers = np.exp((x.astype(np.float64) - x.max(1, keepdims=True)) * scale)
                want = np.clip(256 * powers / powers.sum(1, keepdims=True) - 128, -128, 127)
                self.assertLess(np.abs(got - want).max(), 0.7)
                np.testing.assert_array_equal(
                    run_in_place("softmax_tflite_s8", x, **sizes), got)


    def test_softmax_in_integers(self):
        """The exact integers; from softmax itself they are 8 % off at most."""
        for i, rng in draws(4, 40):
            with self.subTest(draw=i):
                outer, axis, inner = (int(v) for v in rng.integers(1, 30, 3))
                units = int(rng.integers(1, 100))
                x = random_numbers(rng, np.int8, outer, axis, inner)
                multiplier, shift = fixed_point(2.0)
                arguments = dict(
                    outer=outer, axis=axis, inner=inner, units=units,
                    requantize=dict(rounding=UPWARD, per_channel=0, multipliers=[multiplier],
                                    shifts=[shift], zero_point=-128, min=-128, max=127))
                got = run("softmax_integer_s8", x.shape, np.int8, input=x, **arguments)
                difference = x.astype(np.int64) - x.max(1, keepdims=True)
                exponent = difference + (difference >> 1) - (difference >> 4)
                halvings = np.clip(-exponent // units, 0, 20)
                mantissa = ((exponent + halvings * units) >> 1) + units
                powers = mantissa << (halvings.max(1, keepdims=True) - halvings)
                shares = ((1 << 30) // powers.sum(1, keepdims=True) * powers) >> 23
                np.testing.assert_array_equal(got, np.clip(2 * shares - 128, -128, 127))
                exact = np.exp(difference / units)
                exact /= exact.sum(1, keepdims=True)
                self.assertLess(np.abs((got + 128) / 256 - exact).max(), 0.08)
                np.testing.assert_array_equal(
                    run_in_place("softmax_integer_s8", x, **arguments), got)


if __name__ == "__main__":
    unittest.main()
