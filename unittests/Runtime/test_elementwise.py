# ===- test_elementwise.py - Functions of one and two tensors -*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
import math
import unittest

import numpy as np

from kernels import (BAD_ARGUMENT, HEADER, assert_close, draws, normal, run,
                     run_in_place, status_of)

EDGES = np.array([0.0, -0.0, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 1.0, -1.0, np.inf, -np.inf,
                  np.nan, 1e-30, 30.0, -30.0], np.float32)

UNARY = {
    "abs": np.abs, "negative": np.negative, "acos": np.arccos, "acosh": np.arccosh,
    "asin": np.arcsin, "asinh": np.arcsinh, "atan": np.arctan, "atanh": np.arctanh,
    "ceil": np.ceil, "cos": np.cos, "cosh": np.cosh, "erf": np.vectorize(math.erf),
    "exp": np.exp, "floor": np.floor, "log": np.log, "log2": np.log2,
    "log10": np.log10, "round": lambda x: np.copysign(np.floor(np.abs(x) + 0.5), x),
    "rsqrt": lambda x: 1 / np.sqrt(x), "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "sign": lambda x: np.nan_to_num(np.sign(x)), "sin": np.sin, "sinh": np.sinh,
    "sqrt": np.sqrt, "tan": np.tan, "tanh": np.tanh, "trunc": np.trunc,
}


def trunc_div(x, y):
    quotient = np.abs(x) // np.maximum(np.abs(y), 1)
    return np.where(y == 0, 0, np.where((x < 0) != (y < 0), -quotient, quotient))


def floor_div(x, y):
    return np.where(y == 0, 0, np.floor_divide(x, np.where(y == 0, 1, y)))


COMPARISONS = {
    "equal": np.equal, "not_equal": np.not_equal, "less": np.less,
    "less_equal": np.less_equal, "greater": np.greater,
    "greater_equal": np.greater_equal,
}
SUMS = {"add": np.add, "subtract": np.subtract, "multiply": np.multiply,
        **COMPARISONS}
FLOAT = {
    **SUMS, "divide": np.divide, "mod": np.fmod,
    "floor_divide": lambda x, y: np.floor(x / y),
    "floor_mod": lambda x, y: x - np.floor(x / y) * y, "power": np.power,
    # What Relay's comparisons make of a NaN.
    "maximum": lambda x, y: np.where(x > y, x, y),
    "minimum": lambda x, y: np.where(x < y, x, y),
}
INTEGER = {
    **SUMS, "divide": trunc_div, "mod": lambda x, y: np.where(y == 0, 0, np.fmod(x, np.where(y == 0, 1, y))),
    "floor_divide": floor_div,
    "floor_mod": lambda x, y: np.where(y == 0, 0, np.mod(x, np.where(y == 0, 1, y))),
    "maximum": np.maximum, "minimum": np.minimum,
}
ORDER = {"maximum": np.maximum, "minimum": np.minimum, **COMPARISONS}
SMALL_INTEGER = {"wrapping_add": np.add, "wrapping_subtract": np.subtract,
                 "wrapping_multiply": np.multiply, **ORDER}
SMALL = {"i8": np.int8, "u8": np.uint8, "i16": np.int16}
LOGICAL = {"logical_and": np.logical_and, "logical_or": np.logical_or,
           "logical_xor": np.logical_xor}


def operand_values(rng, suffix, shape):
    if suffix == "f32":
        values = np.asarray(normal(rng, *shape) * 3, np.float32)
        values[rng.random(shape) < 0.1] = 0
        return values
    if suffix == "bool":
        return np.asarray(rng.integers(0, 2, shape) * 7, np.uint8)
    if suffix in SMALL:
        limits = np.iinfo(SMALL[suffix])
        return np.asarray(rng.choice([limits.min, 3, 5, 100, limits.max], shape), SMALL[suffix])
    dtype = {"i32": np.int32, "i64": np.int64}[suffix]
    values = np.asarray(rng.integers(-5, 6, shape), dtype)
    values[rng.random(shape) < 0.05] = np.iinfo(dtype).max
    return values


def reference(function, suffix, lhs, rhs):
    with np.errstate(all="ignore"):
        if suffix == "bool":
            lhs, rhs = lhs != 0, rhs != 0
        truth = suffix == "bool" or function in COMPARISONS.values()
        return np.asarray(function(lhs, rhs), np.uint8 if truth else lhs.dtype)


class UnaryTest(unittest.TestCase):
    def test_functions(self):
        for name, function in UNARY.items():
            for i, rng in draws(1, 4):
                with self.subTest(function=name, draw=i):
                    x = np.concatenate([EDGES, normal(rng, int(rng.integers(1, 70))) * 3])
                    with np.errstate(all="ignore"):
                        want = function(x.astype(np.float64)).astype(np.float32)
                    got = run(name + "_f32", x.shape, input=x, n=len(x))
                    # tan loses digits near its poles.
                    assert_close(got, want, rtol=1e-4 if name == "tan" else 1e-5)
                    np.testing.assert_array_equal(
                        run_in_place(name + "_f32", x, n=len(x)), got)

    def test_truth(self):
        for name, function in (("isnan", np.isnan), ("isinf", np.isinf),
                               ("isfinite", np.isfinite)):
            got = run(name + "_f32", EDGES.shape, np.uint8, input=EDGES, n=len(EDGES))
            np.testing.assert_array_equal(got, function(EDGES))
        x = np.array([0, 1, 2, 255], np.uint8)
        got = run("logical_not_bool", x.shape, np.uint8, input=x, n=4)
        np.testing.assert_array_equal(got, [1, 0, 0, 0])

    def test_integers_wrap(self):
        for suffix, dtype in (("i8", np.int8), ("i16", np.int16), ("i32", np.int32),
                              ("i64", np.int64)):
            least, greatest = np.iinfo(dtype).min, np.iinfo(dtype).max
            x = np.array([5, -5, 0, least, greatest], dtype)
            for name, want in (("abs", [5, 5, 0, least, greatest]),
                               ("negative", [-5, 5, 0, least, -greatest])):
                got = run(f"{name}_{suffix}", x.shape, dtype, input=x, n=len(x))
                np.testing.assert_array_equal(got, want)

    def test_activations(self):
        x = np.concatenate([EDGES, normal(np.random.default_rng(0), 50) * 4])
        n = len(x)
        nan = np.isnan(x)
        for kernel, arguments, want in (
                ("relu_f32", {}, np.where(x > 0, x, 0)),
                ("leaky_relu_f32", {"alpha": 0.1}, np.where(x > 0, x, np.float32(0.1) * x)),
                ("clip_f32", {"min": -1, "max": 6},
                 np.where(nan, 6, np.clip(x, -1, 6)))):
            got = run(kernel, x.shape, input=x, n=n, **arguments)
            assert_close(got, want)
            assert_close(run_in_place(kernel, x, n=n, **arguments), got, 0, 0)

    def test_per_channel(self):
        for i, rng in draws(3, 40):
            with self.subTest(draw=i):
                outer, channels, inner = (int(v) for v in rng.integers(1, 9, 3))
                inner = inner if rng.integers(2) else 1
                x = normal(rng, outer, channels, inner)
                a, b = normal(rng, channels), normal(rng, channels)
                sizes = dict(outer=outer, channels=channels, inner=inner)
                a_, b_ = a[:, None], b[:, None]
                for kernel, arguments, want in (
                        ("prelu_f32", {"alpha": a}, np.where(x > 0, x, a_ * x)),
                        ("bias_add_f32", {"bias": a}, x + a_),
                        ("scale_shift_f32", {"scale": a, "shift": b}, x * a_ + b_)):
                    got = run(kernel, x.shape, input=x, **sizes, **arguments)
                    assert_close(got, want)
                    assert_close(run_in_place(kernel, x, **sizes, **arguments), got, 0, 0)


class BinaryTest(unittest.TestCase):
    FAMILIES = (("f32", FLOAT), ("i32", INTEGER), ("i64", INTEGER), ("bool", LOGICAL),
                *((suffix, SMALL_INTEGER) for suffix in ("i8", "u8", "i16")))

    def test_every_kernel_is_here(self):
        tested = {f"{name}{form}_{suffix}" for suffix, family in self.FAMILIES
                  for name in family for form in ("", "_broadcast")}
        declared = {name for name, parameters in HEADER.prototypes.items()
                    if [p for _, p in parameters][-3:-1] == ["lhs", "rhs"]
                    and name not in ("matmul_f32", "where", "bitwise")
                    and not (name.startswith(("add", "subtract", "multiply"))
                             and name.endswith(("_s8", "_u8", "_s16")))}
        declared |= {name for name, parameters in HEADER.prototypes.items()
                     if [p for _, p in parameters] == ["lhs", "rhs", "n", "output"]}
        self.assertEqual(tested, declared)

    def test_same_shape(self):
        for suffix, family in self.FAMILIES:
            for name, function in family.items():
                with self.subTest(kernel=name, type=suffix):
                    rng = np.random.default_rng(5)
                    lhs, rhs = (operand_values(rng, suffix, (93,)) for _ in range(2))
                    want = reference(function, suffix, lhs, rhs)
                    kernel = f"{name}_{suffix}"
                    got = run(kernel, lhs.shape, want.dtype, lhs=lhs, rhs=rhs, n=93)
                    assert_close(got, want, rtol=1e-4)
                    if want.dtype == lhs.dtype:
                        np.testing.assert_array_equal(
                            run_in_place(kernel, lhs, "lhs", rhs=rhs, n=93), got)
                        np.testing.assert_array_equal(
                            run_in_place(kernel, rhs, "rhs", lhs=lhs, n=93), got)

    def test_broadcast(self):
        for suffix, family in self.FAMILIES:
            for name, function in family.items():
                for i, rng in draws(6, 12):
                    with self.subTest(kernel=name, type=suffix, draw=i):
                        rank = int(rng.integers(0, 9))
                        shape = rng.integers(1, 4, rank)
                        shapes = [np.where(rng.random(rank) < 0.3, 1, shape)
                                  for _ in range(2)]
                        lhs, rhs = (operand_values(rng, suffix, tuple(s)) for s in shapes)
                        want = reference(function, suffix, lhs, rhs)
                        got = run(f"{name}_broadcast_{suffix}", want.shape, want.dtype,
                                  params=dict(rank=rank, lhs_shape=shapes[0],
                                              rhs_shape=shapes[1]), lhs=lhs, rhs=rhs)
                        assert_close(got, want, rtol=1e-4)

    def test_extreme_division(self):
        x = np.array([-2**31, -2**31, 7], np.int32)
        y = np.array([-1, 0, 0], np.int32)
        for name, want in (("divide", [-2**31, 0, 0]), ("mod", [0, 0, 0]),
                           ("floor_divide", [-2**31, 0, 0]), ("floor_mod", [0, 0, 0])):
            got = run(name + "_i32", (3,), np.int32, lhs=x, rhs=y, n=3)
            np.testing.assert_array_equal(got, want)

    def test_shapes_that_do_not_broadcast(self):
        x = np.zeros(6, np.float32)
        for lhs, rhs in (([2, 3], [3, 3]), ([2, 0], [2, 1]), ([1] * 9, [1] * 9)):
            self.assertEqual(
                status_of("add_broadcast_f32", lhs=x, rhs=x, output=x.copy(),
                          params=dict(rank=len(lhs), lhs_shape=lhs, rhs_shape=rhs)),
                BAD_ARGUMENT)

    def test_where(self):
        for i, rng in draws(7, 80):
            with self.subTest(draw=i):
                rank = int(rng.integers(0, 6))
                shape = rng.integers(1, 5, rank)
                shapes = [np.where(rng.random(rank) < 0.3, 1, shape) for _ in range(3)]
                dtype = (np.int8, np.float16, np.float32, np.int64, np.complex128)[
                    rng.integers(5)]
                condition = np.asarray(rng.integers(0, 3, tuple(shapes[0])), np.uint8)
                lhs, rhs = (np.asarray(rng.integers(-99, 99, tuple(s)), dtype)
                            for s in shapes[1:])
                want = np.where(condition, lhs, rhs)
                got = run("where", want.shape, dtype,
                          params=dict(rank=rank, condition_shape=shapes[0],
                                      lhs_shape=shapes[1], rhs_shape=shapes[2]),
                          element_size=np.dtype(dtype).itemsize, condition=condition,
                          lhs=lhs, rhs=rhs)
                np.testing.assert_array_equal(got, want)



class BitwiseTest(unittest.TestCase):
    TYPES = (np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.int64, np.uint64)

    def check(self, operation, function, x, y):
        want = function(x, y)
        rank = max(x.ndim, y.ndim, 1)
        params = dict(rank=rank,
                      lhs_shape=(1,) * (rank - x.ndim) + x.shape,
                      rhs_shape=(1,) * (rank - y.ndim) + y.shape)
        got = run("bitwise", want.shape, x.dtype, params=params, operation=operation,
                  element_size=x.itemsize, lhs=x, rhs=y)
        np.testing.assert_array_equal(got, want)

    def test_operations(self):
        for i, rng in draws(31, 60):
            dtype = self.TYPES[i % len(self.TYPES)]
            limits = np.iinfo(dtype)
            with self.subTest(draw=i):
                shape = tuple(int(v) for v in rng.integers(1, 5, rng.integers(1, 4)))
                x = rng.integers(limits.min, limits.max, shape, dtype, endpoint=True)
                y = rng.integers(limits.min, limits.max, shape[-1:], dtype, endpoint=True)
                self.check(0, np.bitwise_and, x, y)
                self.check(1, np.bitwise_or, x, y)
                self.check(2, np.bitwise_xor, y, x)
                bits = rng.integers(0, limits.bits, shape[-1:]).astype(dtype)
                self.check(3, np.left_shift, x, bits)
                self.check(5 if limits.min < 0 else 4, np.right_shift, x, bits)
                np.testing.assert_array_equal(
                    run("bitwise_not", shape, dtype, element_size=x.itemsize, input=x,
                        n=x.size), ~x)

    def test_shift_by_all_bits(self):
        x, all_bits = np.array([-2, 2], np.int8), np.array([8], np.int8)
        for operation, want in (3, [0, 0]), (4, [0, 0]), (5, [-1, 0]):
            got = run("bitwise", (2,), np.int8,
                      params=dict(rank=1, lhs_shape=(2,), rhs_shape=(1,)),
                      operation=operation, element_size=1, lhs=x, rhs=all_bits)
            np.testing.assert_array_equal(got, want)


class IntegerTest(unittest.TestCase):
    def test_clip(self):
        rng = np.random.default_rng(6)
        for suffix, dtype in dict(i8=np.int8, u8=np.uint8, i16=np.int16,
                                  i32=np.int32, i64=np.int64).items():
            limits = np.iinfo(dtype)
            x = rng.integers(limits.min, limits.max, 300, dtype, endpoint=True)
            low, high = int(limits.max) // 4, int(limits.max) // 2
            got = run("clip_" + suffix, (300,), dtype, input=x, min=low, max=high, n=300)
            np.testing.assert_array_equal(got, x.clip(low, high))

    def test_bias_add_wraps_around(self):
        rng = np.random.default_rng(7)
        for suffix, dtype in dict(i32=np.int32, i64=np.int64).items():
            limits = np.iinfo(dtype)
            x = rng.integers(limits.min, limits.max, (2, 3, 5), dtype)
            bias = rng.integers(limits.min, limits.max, 3, dtype)
            with np.errstate(over="ignore"):
                want = x + bias[:, None]
            got = run("bias_add_" + suffix, x.shape, dtype, outer=2, channels=3, inner=5,
                      input=x, bias=bias)
            np.testing.assert_array_equal(got, want)

    def test_fixed_point_multiply(self):
        rng = np.random.default_rng(8)
        for shift in -7, 0, 3:
            x = rng.integers(-1 << 20, 1 << 20, 300, np.int32)
            multiplier = int(rng.integers(1 << 30, 1 << 31))
            want = [((int(v) * multiplier << 10) + (1 << (40 - shift))) >> (41 - shift)
                    for v in x]
            for suffix, dtype in dict(i32=np.int32, i64=np.int64).items():
                got = run("fixed_point_multiply_" + suffix, (300,), dtype,
                          input=x.astype(dtype), multiplier=multiplier, shift=shift, n=300)
                np.testing.assert_array_equal(got, want)


if __name__ == "__main__":
    unittest.main()
