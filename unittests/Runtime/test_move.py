# ===- test_move.py - Moving elements -------------------------*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
import unittest

import numpy as np

from kernels import (BAD_ARGUMENT, OK, draws, guarded, guards_intact, run,
                     status_of)

TYPES = (np.int8, np.float16, np.int32, np.float64, np.complex128)


def draw_tensor(rng, shape):
    dtype = TYPES[rng.integers(len(TYPES))]
    return np.asarray(rng.integers(-99, 99, shape), dtype)


def draw_shape(rng, low=0, high=5, largest=5):
    return tuple(int(v) for v in rng.integers(1, largest + 1, rng.integers(low, high + 1)))


def draw_sizes(rng, count=3, largest=7):
    return tuple(int(v) for v in rng.integers(1, largest + 1, count))


class MoveTest(unittest.TestCase):
    def check(self, kernel, want, x, **arguments):
        got = run(kernel, want.shape, x.dtype, element_size=x.itemsize, input=x, **arguments)
        np.testing.assert_array_equal(got, want)

    def test_concatenate_and_split(self):
        for i, rng in draws(1, 60):
            with self.subTest(draw=i):
                outer, inner, count = draw_sizes(rng)
                sizes = draw_sizes(rng, count)
                whole = draw_tensor(rng, (outer, sum(sizes), inner))
                parts = [np.ascontiguousarray(p)
                         for p in np.split(whole, np.cumsum(sizes)[:-1], axis=1)]
                arguments = dict(element_size=whole.itemsize, outer=outer, inner=inner,
                                 count=count, axis_sizes=sizes)
                got = run("concatenate", whole.shape, whole.dtype, inputs=parts, **arguments)
                np.testing.assert_array_equal(got, whole)
                outputs = [guarded(p.shape, p.dtype) for p in parts]
                status = status_of("split", input=whole, outputs=[o for _, o in outputs],
                                   **arguments)
                self.assertEqual(status, OK)
                for (buffer, output), part in zip(outputs, parts):
                    np.testing.assert_array_equal(output, part)
                    self.assertTrue(guards_intact(buffer))

    def test_transpose(self):
        for i, rng in draws(2, 150):
            with self.subTest(draw=i):
                shape = draw_shape(rng, high=8, largest=4)
                axes = [int(a) for a in rng.permutation(len(shape))]
                x = draw_tensor(rng, shape)
                self.check("transpose", np.transpose(x, axes), x, rank=len(shape),
                           in_shape=shape, axes=axes)

    def test_strided_slice(self):
        for i, rng in draws(3, 150):
            with self.subTest(draw=i):
                shape = draw_shape(rng, high=6)
                begin = [int(rng.integers(0, s)) for s in shape]
                strides = [int(rng.integers(1, 4)) * int(rng.choice([-1, 1])) for _ in shape]
                out_shape = []
                for b, s, n in zip(begin, strides, shape):
                    room = (n - 1 - b) // s if s > 0 else b // -s
                    out_shape.append(int(rng.integers(0, room + 1)) + 1)
                x = draw_tensor(rng, shape)
                picks = [b + s * np.arange(o) for b, s, o in zip(begin, strides, out_shape)]
                want = x[np.ix_(*picks)] if shape else x
                self.check("strided_slice", want, x, rank=len(shape), in_shape=shape,
                           begin=begin, strides=strides, out_shape=out_shape)

    def test_slice_that_leaves_the_input(self):
        x = np.zeros(6, np.int8)
        for begin, stride, size in ((0, 1, 7), (6, 1, 1), (-1, 1, 1), (2, -1, 4)):
            self.assertEqual(
                status_of("strided_slice", element_size=1, rank=1, in_shape=[6],
                          begin=[begin], strides=[stride], out_shape=[size], input=x,
                          output=np.zeros(16, np.int8)), BAD_ARGUMENT)

    def test_repetitions(self):
        for i, rng in draws(4, 60):
            with self.subTest(draw=i):
                shape = draw_shape(rng)
                x = draw_tensor(rng, shape)
                repeats = [int(r) for r in rng.integers(1, 4, len(shape))]
                self.check("tile", np.tile(x, repeats), x, rank=len(shape), in_shape=shape,
                           repeats=repeats)
                narrow = [s if rng.integers(2) else 1 for s in shape]
                x = draw_tensor(rng, narrow)
                self.check("broadcast_to", np.broadcast_to(x, shape), x, rank=len(shape),
                           in_shape=narrow, out_shape=shape)
                outer, axis, inner = draw_sizes(rng)
                x = draw_tensor(rng, (outer, axis, inner))
                sizes = dict(outer=outer, axis=axis, inner=inner)
                self.check("repeat", np.repeat(x, 3, axis=1), x, repeats=3, **sizes)
                self.check("reverse", x[:, ::-1], x, **sizes)

    def test_pad(self):
        for i, rng in draws(5, 60):
            with self.subTest(draw=i):
                shape = draw_shape(rng)
                x = draw_tensor(rng, shape)
                before, after = ([int(v) for v in rng.integers(0, 4, len(shape))]
                                 for _ in range(2))
                params = dict(rank=len(shape), in_shape=shape, pad_before=before,
                              pad_after=after)
                value = np.array(7, x.dtype)
                pads = list(zip(before, after))
                self.check("pad_constant", np.pad(x, pads, constant_values=7)
                           if shape else x, x, params=params, value=value)
                self.check("pad_edge", np.pad(x, pads, "edge") if shape else x, x,
                           params=params)
                for mode, slack in (("reflect", 1), ("symmetric", 0)):
                    before_, after_ = ([min(p, s - slack) for p, s in zip(side, shape)]
                                       for side in (before, after))
                    pads = list(zip(before_, after_))
                    self.check("pad_" + mode, np.pad(x, pads, mode) if shape else x, x,
                               params={**params, "pad_before": before_,
                                       "pad_after": after_})

    def test_negative_pad_cuts(self):
        x = np.arange(12, dtype=np.int16).reshape(3, 4)
        value = np.array(9, np.int16)
        self.check("pad_constant",
                   np.array([[5, 6, 7, 9, 9], [9, 10, 11, 9, 9]], np.int16), x,
                   value=value, params=dict(rank=2, in_shape=[3, 4], pad_before=[-1, -1],
                                            pad_after=[0, 2]))
        self.check("pad_constant", np.full((2, 4), 9, np.int16), x, value=value,
                   params=dict(rank=2, in_shape=[3, 4], pad_before=[-4, 0],
                               pad_after=[3, 0]))

    def test_reflection_beyond_the_input(self):
        x = np.zeros(3, np.int8)
        for kernel, pad in (("pad_reflect", 3), ("pad_symmetric", 4)):
            for sides in ((pad, 0), (0, pad)):
                params = dict(rank=1, in_shape=[3], pad_before=[sides[0]],
                              pad_after=[sides[1]])
                self.assertEqual(
                    status_of(kernel, params=params, element_size=1, input=x,
                              output=np.zeros(8, np.int8)), BAD_ARGUMENT)

    def test_take(self):
        modes = {1: "clip", 2: "wrap"}
        for i, rng in draws(6, 60):
            with self.subTest(draw=i):
                outer, axis, inner = draw_sizes(rng)
                x = draw_tensor(rng, (outer, axis, inner))
                for suffix, dtype in (("i32", np.int32), ("i64", np.int64)):
                    for mode in (0, 1, 2):
                        low, high = (0, axis) if mode == 0 else (-20, 20)
                        indices = rng.integers(low, high, int(rng.integers(1, 9)), dtype)
                        want = np.take(x, indices, axis=1, mode=modes.get(mode, "raise"))
                        self.check("take_" + suffix, want, x, outer=outer, axis=axis,
                                   inner=inner, index_count=len(indices), mode=mode,
                                   indices=indices)

    def test_gather(self):
        for i, rng in draws(7, 60):
            with self.subTest(draw=i):
                outer, axis, inner = draw_sizes(rng)
                x = draw_tensor(rng, (outer, axis, inner))
                for suffix, dtype in (("i32", np.int32), ("i64", np.int64)):
                    count = int(rng.integers(1, 9))
                    indices = rng.integers(0, axis, (outer, count, inner), dtype)
                    self.check("gather_" + suffix, np.take_along_axis(x, indices, 1), x,
                               outer=outer, axis=axis, inner=inner, index_count=count,
                               indices=indices)

    def test_gather_nd(self):
        for i, rng in draws(8, 60):
            with self.subTest(draw=i):
                batch, positions, slice_size = draw_sizes(rng)
                indexed = draw_shape(rng, high=3)
                x = draw_tensor(rng, (batch, *indexed, slice_size))
                for suffix, dtype in (("i32", np.int32), ("i64", np.int64)):
                    indices = np.stack([rng.integers(0, n, (batch, positions), dtype)
                                        for n in (*indexed, 1)])[: len(indexed)]
                    want = np.stack([
                        np.stack([x[(b, *indices[:, b, p])] for p in range(positions)])
                        for b in range(batch)])
                    params = dict(batch=batch, positions=positions,
                                  index_rank=len(indexed), indexed_shape=indexed,
                                  slice=slice_size)
                    self.check("gather_nd_" + suffix, want, x, params=params,
                               indices=np.ascontiguousarray(indices))

    def test_indices_out_of_range(self):
        x = np.zeros(4, np.int8)
        sizes = dict(element_size=1, outer=1, axis=4, inner=1, index_count=1)
        for suffix, dtype in (("i32", np.int32), ("i64", np.int64)):
            for bad in (-1, 4):
                indices = np.array([bad], dtype)
                self.assertEqual(
                    status_of("take_" + suffix, mode=0, input=x, indices=indices,
                              output=x.copy(), **sizes), BAD_ARGUMENT)
                self.assertEqual(
                    status_of("gather_" + suffix, input=x, indices=indices,
                              output=x.copy(), **sizes), BAD_ARGUMENT)
                self.assertEqual(
                    status_of("gather_nd_" + suffix, element_size=1, input=x,
                              indices=indices, output=x.copy(),
                              params=dict(batch=1, positions=1, index_rank=1,
                                          indexed_shape=[4], slice=1)), BAD_ARGUMENT)

    def test_one_hot(self):
        for i, rng in draws(9, 40):
            with self.subTest(draw=i):
                outer, depth, inner = draw_sizes(rng)
                for suffix, dtype in (("i32", np.int32), ("i64", np.int64)):
                    indices = rng.integers(-1, depth + 1, (outer, inner), dtype)
                    hit = indices[:, None, :] == np.arange(depth)[None, :, None]
                    on, off = np.float32(2.5), np.float32(-1)
                    got = run("one_hot_" + suffix, hit.shape, np.float32, element_size=4,
                              outer=outer, depth=depth, inner=inner, indices=indices,
                              on_value=np.array(on), off_value=np.array(off))
                    np.testing.assert_array_equal(got, np.where(hit, on, off))

    def test_depth_and_space(self):
        for i, rng in draws(10, 60):
            with self.subTest(draw=i):
                n, h, w, c = draw_sizes(rng, 4, 4)
                b = int(rng.integers(1, 4))
                deep = draw_tensor(rng, (n, h, w, c * b * b))
                for order, split, axes in (
                        (0, (n, h, w, b, b, c), (0, 1, 3, 2, 4, 5)),
                        (1, (n, h, w, c, b, b), (0, 1, 4, 2, 5, 3))):
                    wide = deep.reshape(split).transpose(axes).reshape(n, h * b, w * b, c)
                    self.check("depth_to_space", wide, deep, batch=n, in_h=h, in_w=w,
                               in_c=c * b * b, block=b, order=order)
                    if order == 0:
                        self.check("space_to_depth", deep, np.ascontiguousarray(wide),
                                   batch=n, in_h=h * b, in_w=w * b, in_c=c, block=b)


if __name__ == "__main__":
    unittest.main()
