# ===- test_reduce.py - Reductions, scans and conversions -----*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
import unittest

import numpy as np

from kernels import (BAD_ARGUMENT, OK, assert_close, draws, guarded, guards_intact, normal,
                     run, run_in_place, status_of)

TYPES = {"f32": np.float32, "f64": np.float64, "i8": np.int8, "u8": np.uint8,
         "i16": np.int16, "i32": np.int32, "i64": np.int64, "bool": np.uint8}


def values_of(rng, suffix, shape):
    if suffix == "f32":
        return normal(rng, *shape)
    if suffix == "bool":
        return np.asarray(rng.random(shape) < 0.7, np.uint8) * np.uint8(3)
    return np.asarray(rng.integers(-(2**30), 2**30, shape), TYPES[suffix])


class ReduceTest(unittest.TestCase):
    KERNELS = (
        [(f"{name}_{suffix}", suffix, function) for suffix in ("f32", "i8", "u8", "i16", "i32", "i64")
         for name, function in (("sum", np.sum), ("prod", np.prod), ("max", np.max),
                                ("min", np.min))]
        + [("all_bool", "bool", np.all), ("any_bool", "bool", np.any),
           ("mean_f32", "f32", np.mean)])

    def test_integer_mean(self):
        x = np.array([[-7, 2, 2], [7, 1, 1], [2**31 - 1, 1, 0]], np.int32)
        got = run("mean_i32", (3,), np.int32, input=x,
                  params=dict(rank=2, shape=(3, 3), axis_count=1, axes=[1]))
        np.testing.assert_array_equal(got, [-1, 3, -715827882])

    def test_any_axes(self):
        for kernel, suffix, function in self.KERNELS:
            for i, rng in draws(1, 25):
                with self.subTest(kernel=kernel, draw=i):
                    rank = int(rng.integers(0, 7))
                    shape = tuple(int(v) for v in rng.integers(1, 5, rank))
                    if rank:
                        shape = shape[:-1] + (int(rng.integers(1, 30)),)
                    axes = [int(a) for a in rng.permutation(rank)[: rng.integers(rank + 1)]]
                    x = values_of(rng, suffix, shape)
                    with np.errstate(all="ignore"):
                        exact = x.astype(np.float64) if suffix == "f32" else x
                        dtype = {} if suffix == "bool" or function in (np.max, np.min) else {
                            "dtype": exact.dtype}
                        want = np.asarray(function(exact, axis=tuple(axes), **dtype))
                    params = dict(rank=rank, shape=shape, axis_count=len(axes), axes=axes)
                    got = run(kernel, want.shape, x.dtype, params=params, input=x)
                    assert_close(got, want.astype(x.dtype))

    def test_variance(self):
        for i, rng in draws(2, 40):
            with self.subTest(draw=i):
                rank = int(rng.integers(1, 5))
                shape = tuple(int(v) for v in rng.integers(2, 9, rank))
                axes = [int(a) for a in rng.permutation(rank)[: rng.integers(1, rank + 1)]]
                unbiased = int(rng.integers(2))
                x = normal(rng, *shape) + 5
                exact = x.astype(np.float64)
                mean = np.asarray(exact.mean(tuple(axes)), np.float32)
                got = run("variance_f32", mean.shape, unbiased=unbiased, input=x, mean=mean,
                          params=dict(rank=rank, shape=shape, axis_count=len(axes),
                                      axes=axes))
                assert_close(got, exact.var(tuple(axes), ddof=unbiased), rtol=1e-4)

    def test_nothing_but_infinities(self):
        params = dict(rank=1, shape=[9], axis_count=1, axes=[0])
        x = np.full(9, -np.inf, np.float32)
        largest = np.finfo(np.float32).max
        self.assertEqual(run("max_f32", (), params=params, input=x), -largest)
        self.assertEqual(run("min_f32", (), params=params, input=-x), largest)

    def test_wrong_axes(self):
        x = np.zeros(6, np.float32)
        for axes in ([2], [-1], [0, 0]):
            params = dict(rank=2, shape=[2, 3], axis_count=len(axes), axes=axes)
            self.assertEqual(status_of("sum_f32", params=params, input=x, output=x.copy()),
                             BAD_ARGUMENT)

    def test_arg(self):
        for i, rng in draws(3, 40):
            with self.subTest(draw=i):
                outer, axis, inner = (int(v) for v in rng.integers(1, 9, 3))
                x = np.asarray(rng.integers(0, 4, (outer, axis, inner)), np.float32)
                for last in (0, 1):
                    for name, function in (("argmax", np.argmax), ("argmin", np.argmin)):
                        want = (axis - 1 - function(x[:, ::-1], axis=1) if last
                                else function(x, axis=1))
                        for suffix in ("i32", "i64"):
                            got = run(f"{name}_f32_{suffix}", (outer, inner), TYPES[suffix],
                                      outer=outer, axis=axis, inner=inner, input=x,
                                      select_last_index=last)
                            np.testing.assert_array_equal(got, want)

    def test_arg_of_integers(self):
        for suffix in ("i8", "u8", "i16", "i32", "i64"):
            limits = np.iinfo(TYPES[suffix])
            for name, end, near in (("argmax", limits.min, limits.min + 1),
                                    ("argmin", limits.max, limits.max - 1)):
                x = np.array([[end, near, near, end], [end] * 4], TYPES[suffix])
                # Relay's reductions start from no place, with the type's end.
                for last, want in ((0, [1, -1]), (1, [2, 3])):
                    for place in ("i32", "i64"):
                        got = run(f"{name}_{suffix}_{place}", (2, 1), TYPES[place], outer=2,
                                  axis=4, inner=1, input=x, select_last_index=last)
                        np.testing.assert_array_equal(got[:, 0], want)

    def test_scans(self):
        for i, rng in draws(4, 30):
            with self.subTest(draw=i):
                shape = outer, axis, inner = tuple(int(v) for v in rng.integers(1, 9, 3))
                exclusive = int(rng.integers(2))
                for suffix in ("f32", "i32", "i64"):
                    x = values_of(rng, suffix, shape)
                    for name, function, start in (("cumsum", np.cumsum, 0),
                                                  ("cumprod", np.cumprod, 1)):
                        with np.errstate(all="ignore"):
                            want = function(x, axis=1, dtype=x.dtype)
                        if exclusive:
                            want = np.concatenate(
                                [np.full_like(x[:, :1], start), want[:, :-1]], axis=1)
                        sizes = dict(outer=outer, axis=axis, inner=inner,
                                     exclusive=exclusive)
                        got = run(f"{name}_{suffix}", shape, x.dtype, input=x, **sizes)
                        assert_close(got, want)
                        np.testing.assert_array_equal(
                            run_in_place(f"{name}_{suffix}", x, **sizes), got)



class SortTest(unittest.TestCase):
    def test_sort_argsort_topk(self):
        for i, rng in draws(41, 120):
            with self.subTest(draw=i):
                outer, axis, inner = (int(v) for v in rng.integers(1, 9, 3))
                axis = int(rng.integers(1, 40)) if i % 3 == 0 else axis
                k = int(rng.integers(1, axis + 1))
                # Few values, so that many are equal.
                x = rng.integers(-4, 4, (outer, axis, inner)).astype(np.float32)
                is_ascend = int(rng.integers(2))
                order = np.argsort(x if is_ascend else -x, axis=1, kind="stable")[:, :k]
                values = np.take_along_axis(x, order, axis=1)
                sizes = dict(outer=outer, axis=axis, inner=inner, k=k, is_ascend=is_ascend)
                np.testing.assert_array_equal(
                    run("sort_f32", values.shape, input=x, **sizes), values)
                for suffix, dtype in ("i32", np.int32), ("i64", np.int64):
                    np.testing.assert_array_equal(
                        run(f"argsort_f32_{suffix}", order.shape, dtype, input=x, **sizes),
                        order)
                    buffers = [guarded(values.shape, np.float32), guarded(order.shape, dtype)]
                    status = status_of(f"topk_f32_{suffix}", input=x, values=buffers[0][1],
                                       indices=buffers[1][1], **sizes)
                    self.assertEqual(status, OK)
                    for (buffer, got), want in zip(buffers, (values, order)):
                        np.testing.assert_array_equal(got, want)
                        self.assertTrue(guards_intact(buffer))


class CastTest(unittest.TestCase):
    FLOATS = [0, 0.9, -0.9, 1.5, -1.5, 127.5, 128, 255.9, 256, -128.9, -129, 32768, -32769,
              2.0**31, -(2.0**31), 2.0**63, -(2.0**63), 1e30, -1e30, np.inf, -np.inf, np.nan]

    def test_every_pair(self):
        for source, source_type in TYPES.items():
            if source in ("f32", "f64"):
                x = np.array(self.FLOATS, source_type)
            elif source == "bool":
                x = np.array([0, 1, 2, 255], np.uint8)
            else:
                limits = np.iinfo(source_type)
                x = np.array([0, 1, 2, 100, limits.min, limits.max], source_type)
            for target, target_type in TYPES.items():
                if source == target == "bool":
                    continue
                with self.subTest(source=source, target=target):
                    got = run(f"cast_{source}_to_{target}", x.shape, target_type,
                              input=x, n=len(x))
                    np.testing.assert_array_equal(got, self.convert(x, source, target))

    @staticmethod
    def convert(x, source, target):
        dtype = TYPES[target]
        if target == "bool":
            return np.where(np.isnan(x), False, x != 0).astype(np.uint8)
        if source == "bool":
            return (x != 0).astype(dtype)
        if source in ("f32", "f64") and target not in ("f32", "f64"):
            limits = np.iinfo(dtype)
            return np.array([
                0 if np.isnan(v) else
                limits.min if v <= limits.min else
                limits.max if v >= limits.max else int(v) for v in x.astype(float)], dtype)
        with np.errstate(all="ignore"):
            return x.astype(dtype)


if __name__ == "__main__":
    unittest.main()
