# ===- test_quantized_elementwise.py - Element by element ------*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
import unittest

import numpy as np

from kernels import draws, run, run_in_place
from quantized import (IDENTITY, ROUNDINGS, TFLITE, TYPES, fixed_point, random_numbers,
                       random_requantize, requantized, scaled)

INPUTS = {**TYPES, "i32": np.int32, "i64": np.int64}
OUTPUTS = {**TYPES, "i32": np.int32}


def add_params(rng, dtype):
    """Scales as Relay gives them, or with bits to spare as TensorFlow Lite does."""
    limits = np.iinfo(dtype)
    rounding = int(rng.choice(ROUNDINGS))
    left_shift = (20 if dtype != np.int16 else 15) if rounding == TFLITE else 0
    lhs, rhs = (fixed_point(float(np.exp2(rng.uniform(-3, 0)))) for _ in range(2))
    output = fixed_point(0.75 * 0.5 ** left_shift) if left_shift else IDENTITY
    return dict(rounding=rounding, left_shift=left_shift,
                lhs_zero_point=int(rng.integers(99)), lhs_multiplier=lhs[0],
                lhs_shift=lhs[1], rhs_zero_point=int(rng.integers(99)),
                rhs_multiplier=rhs[0], rhs_shift=rhs[1],
                output_zero_point=int(rng.integers(99)),
                output_multiplier=output[0], output_shift=output[1],
                min=limits.min + int(rng.integers(9)), max=limits.max)


def added(p, x, y, sign):
    def operand(value, name):
        return scaled(p["rounding"], (value - p[name + "_zero_point"]) << p["left_shift"],
                      p[name + "_multiplier"], p[name + "_shift"])

    total = operand(x, "lhs") + sign * operand(y, "rhs")
    return scaled(p["rounding"], total, p["output_multiplier"], p["output_shift"])


def multiplied(p, x, y):
    product = (x - p["lhs_zero_point"]) * (y - p["rhs_zero_point"])
    return scaled(p["rounding"], product, p["multiplier"], p["shift"])


def multiply_params(rng, dtype):
    limits = np.iinfo(dtype)
    multiplier, shift = fixed_point(
        float(np.exp2(rng.uniform(-9, -5) - (8 if dtype == np.int16 else 0))))
    return dict(rounding=int(rng.choice(ROUNDINGS)), multiplier=multiplier, shift=shift,
                lhs_zero_point=int(rng.integers(99)), rhs_zero_point=int(rng.integers(99)),
                output_zero_point=int(rng.integers(99)), min=limits.min,
                max=limits.max - int(rng.integers(9)))


OPERATIONS = {
    "add": (add_params, lambda p, x, y: added(p, x, y, 1)),
    "subtract": (add_params, lambda p, x, y: added(p, x, y, -1)),
    "multiply": (multiply_params, multiplied),
}


class QuantizedElementwiseTest(unittest.TestCase):
    def test_binary(self):
        for operation, (make_params, compute) in OPERATIONS.items():
            for suffix, dtype in TYPES.items():
                for i, rng in draws(1, 12):
                    with self.subTest(operation=operation, type=suffix, draw=i):
                        self.check_binary(f"{operation}_{{}}{suffix}", dtype, rng,
                                          make_params(rng, dtype), compute)

    def check_binary(self, kernel, dtype, rng, params, compute):
        shape, n = (3, 4, 5), 60
        rhs_shape = tuple(int(rng.choice([1, d])) for d in shape)
        x, same, repeated = (random_numbers(rng, dtype, *s)
                             for s in (shape, shape, rhs_shape))

        def want(y):
            result = np.zeros(shape, dtype)
            y = np.broadcast_to(y, shape)
            for at in np.ndindex(*shape):
                value = params["output_zero_point"] + compute(params, int(x[at]), int(y[at]))
                result[at] = min(max(value, params["min"]), params["max"])
            return result

        plain = kernel.format("")
        np.testing.assert_array_equal(
            run(plain, shape, dtype, params=params, lhs=x, rhs=same, n=n), want(same))
        np.testing.assert_array_equal(
            run_in_place(plain, x, "lhs", params=params, rhs=same, n=n), want(same))
        shapes = dict(rank=3, lhs_shape=shape, rhs_shape=rhs_shape)
        np.testing.assert_array_equal(
            run(kernel.format("broadcast_"), shape, dtype, shapes=shapes, params=params,
                lhs=x, rhs=repeated), want(repeated))

    def test_requantize(self):
        for source, in_type in INPUTS.items():
            for target, out_type in OUTPUTS.items():
                for i, rng in draws(2, 6):
                    with self.subTest(source=source, target=target, draw=i):
                        self.check_requantize(f"requantize_{source}_to_{target}", in_type,
                                              out_type, rng)

    def check_requantize(self, kernel, in_type, out_type, rng):
        outer, channels, inner = (int(v) for v in rng.integers(1, 8, 3))
        x = random_numbers(rng, in_type, outer, channels, inner)
        if in_type in (np.int32, np.int64):
            x >>= int(rng.integers(8, 20)) + (32 if in_type == np.int64 else 0)
        zero_point = int(rng.integers(99))
        params = random_requantize(rng, out_type, channels, -6, 3)
        want = requantized(params, x.astype(object) - zero_point,
                           wide=in_type == np.int64, axis=1)
        sizes = dict(outer=outer, channels=channels, inner=inner)
        got = run(kernel, x.shape, out_type, params=params, input=x,
                  input_zero_point=zero_point, **sizes)
        np.testing.assert_array_equal(got, want)
        if in_type == out_type:
            np.testing.assert_array_equal(
                run_in_place(kernel, x, params=params, input_zero_point=zero_point,
                             **sizes), want)

    def test_sums_of_int64_keep_their_low_bits_in_relay(self):
        params = dict(rounding=0, per_channel=0, multipliers=[1 << 30], shifts=[0],
                      zero_point=0, min=-32768, max=32767)
        got = run("requantize_i64_to_s16", (3,), np.int16, params=params,
                  input_zero_point=0, outer=3, channels=1, inner=1,
                  input=np.array([2 ** 33 + 5, -2 ** 40, 2 ** 31], np.int64))
        np.testing.assert_array_equal(got, [3, 0, -32768])

    def test_floats(self):
        for suffix, dtype in TYPES.items():
            limits = np.iinfo(dtype)
            for i, rng in draws(3, 20):
                with self.subTest(type=suffix, draw=i):
                    scale = np.float32(rng.uniform(0.001, 1))
                    zero_point = int(rng.integers(99))
                    q = random_numbers(rng, dtype, 300)
                    x = (q.astype(np.int32) - zero_point).astype(np.float32) * scale
                    arguments = dict(zero_point=zero_point, n=300)
                    np.testing.assert_array_equal(
                        run("dequantize_" + suffix, (300,), input=q, scale=scale,
                            **arguments), x)
                    # Halves, and what is out of range.
                    x = (x + rng.choice([0, 0.5, -0.5], 300) * scale).astype(np.float32)
                    x[:3] = limits.max * scale * 2, limits.min * scale * 2, np.inf
                    inverse = np.float32(1.0 / np.float64(scale))
                    for kernel, ratio, argument in (
                            ("quantize_", x * inverse, {"inverse_scale": inverse}),
                            ("quantize_tflite_", x / scale, {"scale": scale})):
                        exact = ratio.astype(np.float64)
                        rounded = np.copysign(np.floor(np.abs(exact) + 0.5), exact)
                        want = np.clip(rounded.astype(np.float32) + np.float32(zero_point),
                                       limits.min, limits.max)
                        got = run(kernel + suffix, (300,), dtype, input=x, **argument,
                                  **arguments)
                        np.testing.assert_array_equal(got, want.astype(dtype))

    def test_leaky_relu(self):
        for suffix, dtype in TYPES.items():
            limits = np.iinfo(dtype)
            for i, rng in draws(5, 20):
                with self.subTest(type=suffix, draw=i):
                    rounding = int(rng.choice(ROUNDINGS))
                    above, below = (fixed_point(float(np.exp2(rng.uniform(-3, 1))))
                                    for _ in range(2))
                    zero, out_zero = (int(v) for v in rng.integers(0, 99, 2))
                    params = dict(rounding=rounding, input_zero_point=zero,
                                  output_zero_point=out_zero, multiplier=above[0],
                                  shift=above[1], alpha_multiplier=below[0],
                                  alpha_shift=below[1])
                    x = random_numbers(rng, dtype, 200)
                    want = [scaled(rounding, int(v) - zero,
                                   *(above if v >= zero else below)) + out_zero for v in x]
                    want = np.clip(want, limits.min, limits.max).astype(dtype)
                    got = run("leaky_relu_" + suffix, (200,), dtype, params=params,
                              input=x, n=200)
                    np.testing.assert_array_equal(got, want)
                    np.testing.assert_array_equal(
                        run_in_place("leaky_relu_" + suffix, x, params=params, n=200), want)

    def test_lookup(self):
        rng = np.random.default_rng(4)
        table = rng.permutation(256).astype(np.uint8)
        x = random_numbers(rng, np.int8, 1000)
        want = table[x.view(np.uint8)].view(np.int8)
        got = run("lookup_8", (1000,), np.int8, input=x, table=table, n=1000)
        np.testing.assert_array_equal(got, want)
        np.testing.assert_array_equal(
            run_in_place("lookup_8", x, table=table, n=1000), want)


if __name__ == "__main__":
    unittest.main()
