# ===- test_convolution.py - Convolutions ---------------------*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
import itertools
import unittest

import numpy as np

from kernels import (BAD_ARGUMENT, INFINITY, assert_close, draws, normal, run,
                     status_of)

AXES = "dhw"
PADS = {"d": "pad_front", "h": "pad_top", "w": "pad_left"}


class Case:
    """A random convolution over `rank` dimensions and its parameters."""

    def __init__(self, rng, rank, depthwise=False):
        def draw(low, high):
            return [int(v) for v in rng.integers(low, high + 1, rank)]

        self.axes = AXES[3 - rank :]
        self.batch = int(rng.integers(1, 3))
        self.groups = int(rng.integers(1, 4))
        self.in_c = self.groups * (1 if depthwise else int(rng.integers(1, 12)))
        self.out_c = self.groups * int(rng.integers(1, 8))
        if depthwise:
            scale = int(rng.integers(1, 12))
            self.groups = self.in_c = self.in_c * scale
            self.out_c *= scale
        self.kernel = draw(1, 4)
        self.stride = draw(1, 3)
        self.dilation = draw(1, 3)
        self.pad = draw(0, 3)
        self.pad_after = draw(0, 3)
        extents = [(k - 1) * d + 1 for k, d in zip(self.kernel, self.dilation)]
        self.in_size = [int(rng.integers(1, 6)) + e for e in extents]
        self.extents = extents
        self.bias = normal(rng, self.out_c) if rng.integers(2) else None
        self.act = (-0.5, 0.8) if rng.integers(2) else (-INFINITY, INFINITY)
        self.input = normal(rng, self.batch, *self.in_size, self.in_c)
        self.filter = normal(rng, self.out_c, *self.kernel, self.in_c // self.groups)

    def params(self, out_size):
        result = {"batch": self.batch, "groups": self.groups,
                  "in_c": self.in_c, "out_c": self.out_c}
        for i, axis in enumerate(self.axes):
            result.update({
                "in_" + axis: self.in_size[i], "out_" + axis: out_size[i],
                "kernel_" + axis: self.kernel[i], "stride_" + axis: self.stride[i],
                "dilation_" + axis: self.dilation[i], PADS[axis]: self.pad[i]})
        return result

    def finish(self, sums):
        """Adds the bias and clamps."""
        if self.bias is not None:
            sums = sums + self.bias
        return np.clip(sums, *self.act)

    def run(self, kernel, out_size, filter=None, **order):
        return run(kernel, (self.batch, *out_size, self.out_c), **order,
                   params=self.params(out_size), input=self.input,
                   filter=self.filter if filter is None else filter,
                   bias=self.bias, act_min=self.act[0], act_max=self.act[1])

    def products(self, at_input, at_filter, group):
        """Input positions times one tap of a group's filters."""
        depth, width = self.in_c // self.groups, self.out_c // self.groups
        x = at_input[..., group * depth : (group + 1) * depth].astype(np.float64)
        w = self.filter[(slice(group * width, (group + 1) * width), *at_filter)]
        return x @ w.astype(np.float64).T

    def filters_across_groups(self):
        """[out_c / groups, kernel…, in_c], as transposed convolutions want it."""
        split = self.filter.reshape(self.groups, -1, *self.filter.shape[1:])
        joined = np.moveaxis(split, 0, -2)
        return np.ascontiguousarray(joined.reshape(*joined.shape[:-2], self.in_c))

    def forward(self):
        out_size = [(i + p + q - e) // s + 1 for i, p, q, e, s in zip(
            self.in_size, self.pad, self.pad_after, self.extents, self.stride)]
        padded = np.pad(self.input, [(0, 0), *zip(self.pad, self.pad_after), (0, 0)])
        width = self.out_c // self.groups
        sums = np.zeros((self.batch, *out_size, self.out_c))
        for tap in itertools.product(*map(range, self.kernel)):
            seen = tuple(slice(k * d, k * d + (o - 1) * s + 1, s) for k, d, o, s in
                         zip(tap, self.dilation, out_size, self.stride))
            for g in range(self.groups):
                sums[..., g * width : (g + 1) * width] += self.products(
                    padded[(slice(None), *seen)], tap, g)
        return out_size, self.finish(sums)

    def transposed(self, output_padding):
        full = [(i - 1) * s + e + op for i, s, e, op in
                zip(self.in_size, self.stride, self.extents, output_padding)]
        out_size = [f - p - q for f, p, q in zip(full, self.pad, self.pad_after)]
        width = self.out_c // self.groups
        sums = np.zeros((self.batch, *full, self.out_c))
        for tap in itertools.product(*map(range, self.kernel)):
            hit = tuple(slice(k * d, k * d + (i - 1) * s + 1, s) for k, d, i, s in
                        zip(tap, self.dilation, self.in_size, self.stride))
            for g in range(self.groups):
                sums[(slice(None), *hit, slice(g * width, (g + 1) * width))] += (
                    self.products(self.input, tap, g))
        kept = tuple(slice(p, p + o) for p, o in zip(self.pad, out_size))
        return out_size, self.finish(sums[(slice(None), *kept)])


class ConvolutionTest(unittest.TestCase):
    def test_forward(self):
        for rank in (1, 2, 3):
            for i, rng in draws(rank, 60):
                with self.subTest(rank=rank, draw=i):
                    case = Case(rng, rank)
                    out_size, want = case.forward()
                    assert_close(case.run(f"conv{rank}d_f32", out_size,
                                          channel_block=int(rng.integers(0, 5))), want)

    def test_transposed(self):
        for rank in (1, 2, 3):
            for i, rng in draws(10 + rank, 60):
                with self.subTest(rank=rank, draw=i):
                    case = Case(rng, rank)
                    padding = [int(rng.integers(0, s)) for s in case.stride]
                    out_size, want = case.transposed(padding)
                    if min(out_size) < 1:
                        continue
                    assert_close(case.run(f"conv{rank}d_transpose_f32", out_size,
                                          case.filters_across_groups(),
                                          channel_block=int(rng.integers(0, 5))), want)

    def test_depthwise(self):
        for i, rng in draws(20, 100):
            with self.subTest(draw=i):
                case = Case(rng, 2, depthwise=True)
                out_size, want = case.forward()
                filter = np.ascontiguousarray(case.filter[..., 0].transpose(1, 2, 0))
                assert_close(
                    case.run("depthwise_conv2d_f32", out_size, filter), want)

    def test_order_of_sums(self):
        """Blocks of channels, within them taps, within these channels."""
        rng = np.random.default_rng(30)
        x, w = normal(rng, 1, 5, 12), normal(rng, 1, 5, 12)
        params = dict(batch=1, in_w=5, in_c=12, out_w=1, out_c=1, kernel_w=5,
                      stride_w=1, dilation_w=1, pad_left=0, groups=1)
        for block in (0, 1, 3, 4, 5, 12):
            size = block or 12
            products = (x * w)[0]
            blocks = [products[:, c : c + size].ravel() for c in range(0, 12, size)]
            want = np.add.accumulate(np.concatenate(blocks))[-1]
            got = run("conv1d_f32", (1, 1, 1), params=params, channel_block=block,
                      input=x, filter=w, bias=None, act_min=-INFINITY, act_max=INFINITY)
            self.assertEqual(got.ravel()[0], want, block)

    def test_window_wholly_in_padding(self):
        """More padding than the kernel is wide: only the bias is left."""
        params = dict(batch=1, in_w=1, in_c=1, out_w=7, out_c=1, kernel_w=1,
                      stride_w=1, dilation_w=1, pad_left=3, groups=1)
        got = run("conv1d_f32", (1, 7, 1), params=params, channel_block=0,
                  input=np.full((1, 1, 1), 2, np.float32),
                  filter=np.full((1, 1, 1), 3, np.float32),
                  bias=np.full(1, 0.5, np.float32), act_min=-INFINITY,
                  act_max=INFINITY)
        assert_close(got.ravel(), [0.5, 0.5, 0.5, 6.5, 0.5, 0.5, 0.5])

    def test_contradictions(self):
        case = Case(np.random.default_rng(0), 2)
        out_size, _ = case.forward()
        good = case.params(out_size)
        output = np.zeros((case.batch, *out_size, case.out_c), np.float32)
        changes = [{"groups": 0}, {"groups": case.in_c + 1}, {"in_h": 0},
                   {"stride_w": 0}, {"dilation_h": -1}, {"pad_top": -1}, {"batch": 0}]
        for kernel in ("conv2d_f32", "conv2d_transpose_f32", "depthwise_conv2d_f32"):
            order = {} if kernel.startswith("depthwise") else {"channel_block": 0}
            for change in changes:
                with self.subTest(kernel=kernel, change=change):
                    status = status_of(
                        kernel, **order, params={**good, **change}, input=case.input,
                        filter=case.filter, bias=None, act_min=0, act_max=1,
                        output=output)
                    self.assertEqual(status, BAD_ARGUMENT)
                    self.assertFalse(output.any())
        self.assertEqual(
            status_of("conv2d_f32", params=good, input=None, filter=case.filter,
                      channel_block=0, bias=None, act_min=0, act_max=1, output=output), BAD_ARGUMENT)


if __name__ == "__main__":
    unittest.main()
