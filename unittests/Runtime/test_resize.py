# ===- test_resize.py - Resizing images -----------------------*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
import unittest

import numpy as np

from kernels import assert_close, draws, normal, run

COORDINATES = ("half_pixel", "align_corners", "asymmetric", "pytorch_half_pixel",
               "tf_half_pixel_for_nn")
ROUNDINGS = ("round", "round_prefer_floor", "round_prefer_ceil", "floor", "ceil")


def coordinates(mode, size, out_size):
    o = np.arange(out_size, dtype=np.float32)
    scale = np.float32(size) / np.float32(out_size)
    half = np.float32(0.5)
    if mode == "align_corners":
        return np.float32(size - 1) / np.float32(max(out_size - 1, 1)) * o
    if mode == "asymmetric":
        return scale * o
    if mode == "tf_half_pixel_for_nn":
        return (o + half) * scale
    if mode == "pytorch_half_pixel" and out_size == 1:
        return np.zeros(1, np.float32)
    return (o + half) * scale - half


def nearest(mode, rounding, size, out_size):
    x = coordinates(mode, size, out_size)
    if mode == "asymmetric" and out_size % size == 0:
        return np.arange(out_size) // (out_size // size)
    half, tolerance = np.float32(0.5), np.float32(1e-5)
    x = {"round": lambda: np.copysign(np.floor(np.abs(x) + half), x),
         "round_prefer_floor": lambda: np.ceil(x - half),
         "round_prefer_ceil": lambda: np.floor(x + half),
         "floor": lambda: np.floor(x + tolerance),
         "ceil": lambda: np.ceil(x - tolerance)}[rounding]()
    return np.clip(x.astype(int), 0, size - 1)


def weights(mode, size, out_size, alpha=None, exclude=False):
    """A matrix [out_size, size] of what each output takes from each input."""
    matrix = np.zeros((out_size, size))
    for o, x in enumerate(coordinates(mode, size, out_size)):
        whole = int(np.floor(x))
        t = float(x) - whole
        if alpha is None:
            taps = {whole: 1 - t, whole + 1: t}
        else:
            taps = {whole + k: w for k, w in zip((-1, 0, 1, 2), (
                alpha * (t**3 - 2 * t**2 + t),
                (alpha + 2) * t**3 - (3 + alpha) * t**2 + 1,
                -(alpha + 2) * t**3 + (3 + 2 * alpha) * t**2 - alpha * t,
                -alpha * t**3 + alpha * t**2))}
            if exclude:
                taps = {i: w for i, w in taps.items() if 0 <= i < size}
                taps = {i: w / sum(taps.values()) for i, w in taps.items()}
        for i, weight in taps.items():
            matrix[o, min(max(i, 0), size - 1)] += weight
    return matrix


class ResizeTest(unittest.TestCase):
    def test_every_mode(self):
        for i, rng in draws(1, 25):
            batch, h, w, channels, out_h, out_w = (int(v) for v in rng.integers(1, 10, 6))
            x = normal(rng, batch, h, w, channels)
            for number, mode in enumerate(COORDINATES):
                params = dict(batch=batch, in_h=h, in_w=w, channels=channels, out_h=out_h,
                              out_w=out_w, coordinates=number)
                shape = (batch, out_h, out_w, channels)
                with self.subTest(draw=i, mode=mode):
                    for code, rounding in enumerate(ROUNDINGS):
                        rows = nearest(mode, rounding, h, out_h)
                        columns = nearest(mode, rounding, w, out_w)
                        got = run("resize2d_nearest", shape, params=params, rounding=code,
                                  element_size=4, input=x)
                        np.testing.assert_array_equal(got, x[:, rows][:, :, columns])

                    def mixed(**arguments):
                        return np.einsum("oh,nhwc,pw->nopc",
                                         weights(mode, h, out_h, **arguments), x,
                                         weights(mode, w, out_w, **arguments))

                    got = run("resize2d_linear_f32", shape, params=params, input=x)
                    assert_close(got, mixed())
                    for exclude in (0, 1):
                        got = run("resize2d_cubic_f32", shape, params=params, input=x,
                                  alpha=-0.75, exclude_outside=exclude)
                        assert_close(got, mixed(alpha=-0.75, exclude=bool(exclude)), 1e-4,
                                     1e-4)


if __name__ == "__main__":
    unittest.main()
