# ===- test_normalize.py - Normalisation ----------------------*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
import unittest

import numpy as np

from kernels import assert_close, draws, normal, run, run_in_place


def standardize(x, axes, epsilon):
    x = x.astype(np.float64)
    mean = x.mean(axes, keepdims=True)
    return (x - mean) / np.sqrt(x.var(axes, keepdims=True) + epsilon)


def draw_affine(rng, size):
    return tuple(normal(rng, size) if rng.integers(2) else None for _ in range(2))


def affine(x, gamma, beta):
    x = x if gamma is None else x * gamma
    return x if beta is None else x + beta


class NormalizeTest(unittest.TestCase):
    def check(self, kernel, want, x, in_place=True, **arguments):
        got = run(kernel, x.shape, input=x, **arguments)
        assert_close(got, want, 1e-4, 1e-5)
        if in_place:
            np.testing.assert_array_equal(run_in_place(kernel, x, **arguments), got)

    def test_layer(self):
        for i, rng in draws(1, 60):
            with self.subTest(draw=i):
                outer, axis, inner = (int(v) for v in rng.integers(2, 9, 3))
                inner = inner if rng.integers(2) else 1
                x = 3 * normal(rng, outer, axis, inner) + 2
                gamma, beta = draw_affine(rng, axis)
                want = affine(standardize(x, 1, 1e-3).swapaxes(1, 2), gamma, beta)
                self.check("layer_norm_f32", want.swapaxes(1, 2), x, outer=outer, axis=axis,
                           inner=inner, epsilon=1e-3, gamma=gamma, beta=beta)

    def test_group(self):
        for i, rng in draws(2, 60):
            with self.subTest(draw=i):
                outer, groups, width, inner = (int(v) for v in rng.integers(1, 9, 4))
                width += 1
                channels = groups * width
                x = 3 * normal(rng, outer, channels, inner) + 2
                gamma, beta = draw_affine(rng, channels)
                want = standardize(x.reshape(outer, groups, -1), 2, 1e-3).reshape(x.shape)
                want = affine(want.swapaxes(1, 2), gamma, beta).swapaxes(1, 2)
                self.check("group_norm_f32", want, x, outer=outer, channels=channels,
                           inner=inner, groups=groups, epsilon=1e-3, gamma=gamma, beta=beta)

    def test_instance(self):
        for i, rng in draws(4, 60):
            with self.subTest(draw=i):
                batch, before, channels, after = (int(v) for v in rng.integers(1, 9, 4))
                before += 1
                after = after if rng.integers(2) else 1
                x = 3 * normal(rng, batch, before, channels, after) + 2
                gamma, beta = draw_affine(rng, channels)
                want = affine(standardize(x, (1, 3), 1e-3).swapaxes(2, 3), gamma, beta)
                self.check("instance_norm_f32", want.swapaxes(2, 3), x, batch=batch,
                           before=before, channels=channels, after=after, epsilon=1e-3,
                           gamma=gamma, beta=beta)

    def test_l2_and_lrn(self):
        for i, rng in draws(3, 60):
            with self.subTest(draw=i):
                outer, axis, inner = (int(v) for v in rng.integers(1, 9, 3))
                x = normal(rng, outer, axis, inner)
                sizes = dict(outer=outer, axis=axis, inner=inner)
                squares = x.astype(np.float64) ** 2
                for epsilon in (1e-6, 2.0):
                    norm = np.sqrt(np.maximum(squares.sum(1, keepdims=True), epsilon))
                    self.check("l2_normalize_f32", x / norm, x, epsilon=epsilon, **sizes)
                size = 2 * int(rng.integers(0, 4)) + 1
                half = size // 2
                total = np.stack([squares[:, max(a - half, 0) : a + half + 1].sum(1)
                                  for a in range(axis)], 1)
                self.check("lrn_f32", x / (1.5 + 0.3 / size * total) ** 0.75, x,
                           in_place=False, size=size, bias=1.5, alpha=0.3, beta=0.75,
                           **sizes)


if __name__ == "__main__":
    unittest.main()
