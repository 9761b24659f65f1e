# ===- test_stand_in.py - What the stand-in refuses ------------*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""The stand-in refuses what CMSIS-NN refuses or computes wrongly, so that
records which let it through are found."""
import unittest

import numpy as np

from stand_in import *

ACT = Activation(-128, 127)
ONE = Tile(1, 1)
NONE = Tile(0, 0)


class Refusals(unittest.TestCase):
    def convolve(self, image=(1, 5, 5, 4), kernel=(2, 3, 3, 4), out=(1, 5, 5, 2),
                 padding=Tile(1, 1), offset=0, act=ACT, size=None, bias_dims=None,
                 function="convolve_wrapper_s8", bias=None):
        params = ConvParams(offset, 0, ONE, padding, ONE, act)
        quant, self.arrays = per_channel([2**30] * out[3], [-8] * out[3])
        shapes = [Dims(*shape) for shape in (image, kernel, out)]
        wanted = buffer_size("convolve_wrapper_s8_get_buffer_size", params, *shapes)
        memory = Memory(wanted if size is None else size(wanted))
        tensors = [np.zeros(shape, np.int8) for shape in (image, kernel, out)]
        upscale = [None] if function == "convolve_s8" else []
        return call(function, memory, params, quant, shapes[0], tensors[0], shapes[1],
                    tensors[1], bias_dims or Dims(1, 1, 1, out[3]), bias, *upscale, shapes[2],
                    tensors[2])

    def test_convolve(self):
        self.assertEqual(self.convolve(), SUCCESS)
        self.assertEqual(self.convolve(size=lambda wanted: wanted + 8), SUCCESS)
        self.assertEqual(self.convolve(size=lambda wanted: wanted - 1), ARG_ERROR)
        self.assertEqual(self.convolve(size=lambda wanted: 0), ARG_ERROR)
        self.assertEqual(self.convolve(offset=-128), ARG_ERROR)
        self.assertEqual(self.convolve(act=Activation(-129, 127)), ARG_ERROR)
        self.assertEqual(self.convolve(act=Activation(3, 2)), ARG_ERROR)
        self.assertEqual(self.convolve(bias_dims=Dims(1, 1, 1, 1)), ARG_ERROR)
        groups = dict(kernel=(2, 3, 3, 2), size=lambda wanted: 4 * 48)
        self.assertEqual(self.convolve(**groups), ARG_ERROR)
        self.assertEqual(self.convolve(function="convolve_s8", **groups), ARG_ERROR)
        self.assertEqual(self.convolve(function="convolve_s8", bias=np.zeros(2, np.int32),
                                       **groups), SUCCESS)
        # One element, and padding behind alone.
        point = dict(kernel=(2, 1, 1, 4), padding=NONE)
        self.assertEqual(self.convolve(**point), SUCCESS)
        self.assertEqual(self.convolve(out=(1, 5, 6, 2), **point), ARG_ERROR)

    def test_depthwise(self):
        def depthwise(out_w=5, n=1, dilation=1, padding=1, kernel=3):
            params = DepthwiseParams(0, 0, 1, ONE, Tile(padding, 1), Tile(dilation, dilation),
                                     ACT)
            quant, self.arrays = per_channel([2**30] * 4, [-8] * 4)
            shapes = [Dims(n, 5, 5, 4), Dims(1, kernel, kernel, 4), Dims(n, 5, out_w, 4)]
            size = buffer_size("depthwise_conv_wrapper_s8_get_buffer_size", params, *shapes)
            tensors = [np.zeros((d.n, d.h, d.w, d.c), np.int8) for d in shapes]
            return call("depthwise_conv_wrapper_s8", Memory(size), params, quant, shapes[0],
                        tensors[0], shapes[1], tensors[1], Dims(1, 1, 1, 4), None, shapes[2],
                        tensors[2])

        self.assertEqual(depthwise(), SUCCESS)
        self.assertEqual(depthwise(n=2), ARG_ERROR)
        self.assertEqual(depthwise(dilation=2), ARG_ERROR)
        # The middle of the last window is behind the image.
        self.assertEqual(depthwise(out_w=6), ARG_ERROR)
        self.assertEqual(depthwise(out_w=6, padding=2, kernel=5), SUCCESS)

    def test_transpose_conv(self):
        def transpose(out_h=4, padding=0, kernel=2, image=2):
            params = TransposeConvParams(0, 0, Tile(2, 2), Tile(0, padding), NONE, ONE, ACT)
            quant, self.arrays = per_channel([2**30] * 3, [-8] * 3)
            shapes = [Dims(1, image, 2, 4), Dims(3, kernel, 2, 4), Dims(1, out_h, 4, 3)]
            size = buffer_size("transpose_conv_s8_get_buffer_size", params, *shapes)
            tensors = [np.zeros((d.n, d.h, d.w, d.c), np.int8) for d in shapes]
            return call("transpose_conv_wrapper_s8", Memory(size), Memory(0), params, quant,
                        shapes[0], tensors[0], shapes[1], tensors[1], Dims(1, 1, 1, 3), None,
                        shapes[2], tensors[2])

        self.assertEqual(transpose(), SUCCESS)
        self.assertEqual(transpose(out_h=3), ARG_ERROR)
        self.assertEqual(transpose(out_h=5), ARG_ERROR)
        self.assertEqual(transpose(out_h=2, padding=4, kernel=6, image=1), ARG_ERROR)

    def test_elementwise(self):
        data = np.zeros(4, np.int8)
        wide = np.zeros(4, np.int16)

        def add(suffix, x, offset, shift):
            return call("elementwise_add_" + suffix, x, x, offset, 2**30, shift, 0, 2**30, 0,
                        20, x.copy(), 0, 2**30, -18, -128, 127, 4)

        self.assertEqual(add("s8", data, 128, 0), SUCCESS)
        self.assertEqual(add("s8", data, 129, 0), ARG_ERROR)
        self.assertEqual(add("s8", data, 0, 1), ARG_ERROR)
        self.assertEqual(add("s16", wide, 1, 0), ARG_ERROR)

    def test_pools(self):
        def pool(function, out_w):
            params = PoolParams(Tile(3, 1), NONE, ACT)
            size = buffer_size("avgpool_s8_get_buffer_size", out_w, 4)
            return call(function, Memory(size), params, Dims(1, 3, 3, 4),
                        np.zeros((1, 3, 3, 4), np.int8), Dims(1, 3, 2, 1), Dims(1, 1, out_w, 4),
                        np.zeros((1, 1, out_w, 4), np.int8))

        for function in ("max_pool_s8", "avgpool_s8"):
            self.assertEqual(pool(function, 1), SUCCESS)
            self.assertEqual(pool(function, 2), ARG_ERROR)

    def test_transpose(self):
        def transpose(axes, shape=(2, 3, 1, 1)):
            order = np.array(axes, np.uint32)
            out = [shape[axis] if axis < 4 else 1 for axis in axes] + [1] * (4 - len(axes))
            x = np.zeros(shape, np.int8)
            return call("transpose_s8", x, x.copy(), Dims(*shape), Dims(*out),
                        TransposeParams(len(axes), order.ctypes.data))

        self.assertEqual(transpose([1, 0]), SUCCESS)
        self.assertEqual(transpose([0, 1]), ARG_ERROR)
        self.assertEqual(transpose([0, 2]), ARG_ERROR)
        self.assertEqual(transpose([1, 0], (2, 9363, 1, 1)), ARG_ERROR)


if __name__ == "__main__":
    unittest.main()
