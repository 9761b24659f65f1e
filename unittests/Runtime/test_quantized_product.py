# ===- test_quantized_product.py - Quantised convolutions ------*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
import unittest

import numpy as np

from kernels import BAD_ARGUMENT, draws, run, status_of
from quantized import (BIASES, TYPES, WEIGHTS, random_numbers, random_requantize,
                       requantized)
from test_convolution import Case


class QuantizedCase(Case):
    """A random convolution whose tensors are replaced by quantised ones; the
    inherited reference then sees numbers without zero points."""

    def __init__(self, rng, suffix, depthwise=False):
        super().__init__(rng, 2, depthwise)
        limits = np.iinfo(TYPES[suffix])
        self.suffix = suffix
        self.zero_points = dict(
            input=0 if suffix == "s16" else int(rng.integers(limits.min, limits.max)),
            weights=int(rng.integers(256)) if suffix == "u8" else 0,
            padding=0)
        self.q_input = random_numbers(rng, TYPES[suffix], *self.input.shape)
        self.q_filter = random_numbers(rng, WEIGHTS[suffix], *self.filter.shape)
        self.input = self.q_input.astype(np.float64) - self.zero_points["input"]
        self.filter = self.q_filter.astype(np.float64) - self.zero_points["weights"]
        self.bias = None
        if rng.integers(2):
            self.bias = rng.integers(-9999, 9999, self.out_c).astype(BIASES[suffix])
        self.act = (-np.inf, np.inf)
        low = -20 if suffix == "s16" else -11
        self.requantize = random_requantize(rng, TYPES[suffix], self.out_c, low, low + 5)

    def check(self, test, kernel, out_size, sums, filter):
        want = requantized(self.requantize, sums.astype(np.int64),
                           wide=self.suffix == "s16")
        ways = [(self.zero_points, self.bias)]
        if kernel != "conv2d_transpose":
            ways.append(self.folded())
        for zero_points, bias in ways:
            got = run(f"{kernel}_{self.suffix}", want.shape, TYPES[self.suffix],
                      params=self.params(out_size), zero_points=zero_points,
                      requantize=self.requantize, input=self.q_input,
                      filter=np.ascontiguousarray(filter), bias=bias)
            np.testing.assert_array_equal(got, want)

    def folded(self):
        """The input's zero point is in the bias and outside the input."""
        zero = self.zero_points["input"]
        bias = -zero * self.filter.sum(axis=(1, 2, 3)).astype(np.int64)
        if self.bias is not None:
            bias += self.bias
        return (dict(input=0, weights=self.zero_points["weights"], padding=zero),
                bias.astype(BIASES[self.suffix]))


class QuantizedProductTest(unittest.TestCase):
    def cases(self, seed, depthwise=False):
        for suffix in TYPES:
            for i, rng in draws(seed, 15):
                with self.subTest(type=suffix, draw=i):
                    yield QuantizedCase(rng, suffix, depthwise), rng

    def test_sums(self):
        for depthwise in False, True:
            for case, _ in self.cases(5, depthwise):
                if case.suffix == "s16":
                    continue
                out_size, sums = case.forward()
                kernel = "depthwise_conv2d" if depthwise else "conv2d"
                filter = (case.q_filter[..., 0].transpose(1, 2, 0) if depthwise
                          else case.q_filter)
                got = run(f"{kernel}_{case.suffix}_i32", sums.shape, np.int32,
                          params=case.params(out_size), zero_points=case.zero_points,
                          input=case.q_input, filter=np.ascontiguousarray(filter),
                          bias=case.bias)
                np.testing.assert_array_equal(got, sums)

    def test_dense_sums(self):
        for suffix in "s8", "u8":
            for i, rng in draws(6, 20):
                with self.subTest(type=suffix, draw=i):
                    rows, depth, columns = (int(v) for v in rng.integers(1, 40, 3))
                    x = random_numbers(rng, TYPES[suffix], 1, rows, depth)
                    w = random_numbers(rng, TYPES[suffix], 1, columns, depth)
                    bias = random_numbers(rng, np.int32, columns)
                    sums = (x.astype(np.int64) - 5) @ (
                        w.astype(np.int64) - 7).swapaxes(1, 2) + bias
                    got = run(f"dense_{suffix}_i32", sums.shape, np.int32,
                              params=dict(batch=1, weights_batch=1, rows=rows,
                                          in_features=depth, out_features=columns),
                              zero_points=dict(input=5, weights=7, padding=0), input=x,
                              weights=w, bias=bias)
                    np.testing.assert_array_equal(got, sums.astype(np.int32))

    def test_forward(self):
        for case, _ in self.cases(1):
            case.check(self, "conv2d", *case.forward(), case.q_filter)

    def test_depthwise(self):
        for case, _ in self.cases(2, depthwise=True):
            filter = case.q_filter[..., 0].transpose(1, 2, 0)
            case.check(self, "depthwise_conv2d", *case.forward(), filter)

    def test_transposed(self):
        for case, rng in self.cases(3):
            out_size, sums = case.transposed([int(rng.integers(s)) for s in case.stride])
            if min(out_size) < 1:
                continue
            case.filter = case.q_filter
            filter = case.filters_across_groups()
            case.check(self, "conv2d_transpose", out_size, sums, filter)
            if case.suffix != "s16":
                got = run(f"conv2d_transpose_{case.suffix}_i32", sums.shape, np.int32,
                          params=case.params(out_size), zero_points=case.zero_points,
                          input=case.q_input, filter=np.ascontiguousarray(filter),
                          bias=case.bias)
                np.testing.assert_array_equal(got, sums)

    def test_dense(self):
        for suffix, dtype in TYPES.items():
            for i, rng in draws(4, 20):
                with self.subTest(type=suffix, draw=i):
                    batch, rows = (int(v) for v in rng.integers(1, 4, 2))
                    depth, columns = (int(v) for v in rng.integers(1, 40, 2))
                    shared = int(rng.integers(2))
                    x = random_numbers(rng, dtype, batch, rows, depth)
                    w = random_numbers(rng, WEIGHTS[suffix], 1 if shared else batch,
                                       columns, depth)
                    bias = rng.integers(-9999, 9999, columns).astype(BIASES[suffix])
                    zero_points = dict(input=int(rng.integers(99)),
                                       weights=int(rng.integers(99)), padding=0)
                    low = -19 if suffix == "s16" else -11
                    params = random_requantize(rng, dtype, columns, low, low + 5)
                    sums = (x.astype(np.int64) - zero_points["input"]) @ (
                        w.astype(np.int64) - zero_points["weights"]).swapaxes(1, 2) + bias
                    got = run(f"dense_{suffix}", sums.shape, dtype,
                              params=dict(batch=batch, weights_batch=len(w), rows=rows,
                                          in_features=depth, out_features=columns),
                              zero_points=zero_points, requantize=params, input=x,
                              weights=w, bias=bias)
                    np.testing.assert_array_equal(
                        got, requantized(params, sums, suffix == "s16"))

    def test_contradictions(self):
        case = QuantizedCase(np.random.default_rng(0), "s8")
        out_size, _ = case.forward()
        output = np.zeros((case.batch, *out_size, case.out_c), np.int8)
        changes = [{"rounding": 3}, {"min": 5, "max": 4}, {"multipliers": []},
                   {"multipliers": [-1] * case.out_c}, {"shifts": [32] * case.out_c},
                   {"shifts": [-32] * case.out_c}]
        for change in changes:
            with self.subTest(change=change):
                status = status_of(
                    "conv2d_s8", params=case.params(out_size),
                    zero_points=case.zero_points,
                    requantize={**case.requantize, **change}, input=case.q_input,
                    filter=case.q_filter, bias=None, output=output)
                self.assertEqual(status, BAD_ARGUMENT)
                self.assertFalse(output.any())


if __name__ == "__main__":
    unittest.main()
