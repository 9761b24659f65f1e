# ===- test_pool.py - Pools -----------------------------------*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
import itertools
import unittest

import numpy as np

from kernels import assert_close, draws, normal, run

AXES = "dhw"
PADS = {"d": ("pad_front", "pad_back"), "h": ("pad_top", "pad_bottom"),
        "w": ("pad_left", "pad_right")}


def windows(out_size, kernel, stride, dilation, pad):
    """Each output position and the input positions of its window."""
    for out in itertools.product(*map(range, out_size)):
        yield out, list(itertools.product(*[
            [o * s - p + k * d for k in range(n)]
            for o, n, s, d, p in zip(out, kernel, stride, dilation, pad)]))


def inside(position, size, before=None, after=None):
    before = before or [0] * len(size)
    after = after or [0] * len(size)
    return all(-b <= x < s + a for x, s, b, a in zip(position, size, before, after))


class PoolTest(unittest.TestCase):
    def test_windows(self):
        for rank in (1, 2, 3):
            for i, rng in draws(rank, 40):
                with self.subTest(rank=rank, draw=i):
                    self.check_windows(rank, rng)

    def check_windows(self, rank, rng):
        kernel, stride, dilation = ([int(v) for v in rng.integers(1, 4, rank)]
                                    for _ in range(3))
        pad, pad_after = ([int(v) for v in rng.integers(0, 3, rank)] for _ in range(2))
        size = [int(v) for v in rng.integers(5, 9, rank)]
        batch, channels = (int(v) for v in rng.integers(1, 6, 2))
        ceil = int(rng.integers(2))
        out_size = [
            -(-(i + p + q - (k - 1) * d - 1) // s) + 1 if ceil
            else (i + p + q - (k - 1) * d - 1) // s + 1
            for i, p, q, k, d, s in zip(size, pad, pad_after, kernel, dilation, stride)]
        if min(out_size) < 1:
            return
        x = normal(rng, batch, *size, channels)
        params = {"batch": batch, "channels": channels}
        for i, axis in enumerate(AXES[3 - rank :]):
            params.update({
                "in_" + axis: size[i], "out_" + axis: out_size[i],
                "kernel_" + axis: kernel[i], "stride_" + axis: stride[i],
                "dilation_" + axis: dilation[i], PADS[axis][0]: pad[i],
                PADS[axis][1]: pad_after[i]})
        shape = (batch, *out_size, channels)
        largest, average, padded = (np.zeros(shape) for _ in range(3))
        for out, window in windows(out_size, kernel, stride, dilation, pad):
            seen = [x[(slice(None), *p)].astype(np.float64)
                    for p in window if inside(p, size)]
            at = (slice(None), *out)
            count = sum(inside(p, size, pad, pad_after) for p in window)
            total = np.sum(seen, axis=0) if seen else np.zeros((batch, channels))
            largest[at] = (np.max(seen, axis=0) if seen
                           else np.finfo(np.float32).min)
            average[at] = total / max(len(seen), 1)
            padded[at] = total / count if count else np.nan
        assert_close(run(f"max_pool{rank}d_f32", shape, params=params, input=x), largest)
        assert_close(run(f"avg_pool{rank}d_f32", shape, params=params, input=x,
                         count_include_pad=0), average)
        assert_close(run(f"avg_pool{rank}d_f32", shape, params=params, input=x,
                         count_include_pad=1), padded)

    def test_global(self):
        for i, rng in draws(4, 30):
            with self.subTest(draw=i):
                batch, positions, channels = (int(v) for v in rng.integers(1, 40, 3))
                x = normal(rng, batch, positions, channels)
                arguments = dict(batch=batch, positions=positions, channels=channels,
                                 input=x)
                assert_close(run("global_max_pool_f32", (batch, channels), **arguments),
                             x.max(1))
                assert_close(run("global_avg_pool_f32", (batch, channels), **arguments),
                             x.astype(np.float64).mean(1))

    def test_adaptive(self):
        for i, rng in draws(5, 60):
            with self.subTest(draw=i):
                size = [int(v) for v in rng.integers(1, 9, 3)]
                out_size = [int(v) for v in rng.integers(1, 9, 3)]
                batch, channels = (int(v) for v in rng.integers(1, 5, 2))
                x = normal(rng, batch, *size, channels)
                shape = (batch, *out_size, channels)
                largest, average = np.zeros(shape), np.zeros(shape)
                for out in itertools.product(*map(range, out_size)):
                    seen = x[(slice(None), *[
                        slice(o * i // n, -(-(o + 1) * i // n))
                        for o, i, n in zip(out, size, out_size)])].astype(np.float64)
                    largest[(slice(None), *out)] = seen.max((1, 2, 3))
                    average[(slice(None), *out)] = seen.mean((1, 2, 3))
                params = {"batch": batch, "channels": channels}
                params.update({f"in_{a}": s for a, s in zip(AXES, size)})
                params.update({f"out_{a}": s for a, s in zip(AXES, out_size)})
                assert_close(run("adaptive_max_pool_f32", shape, params=params, input=x),
                             largest)
                assert_close(run("adaptive_avg_pool_f32", shape, params=params, input=x),
                             average)


if __name__ == "__main__":
    unittest.main()
