# ===- stand_in.py - Calling CMSIS-NN --------------------------*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Calls CMSIS-NN's functions: those of the stand-in in test/lib/CmsisNN, or of
any library that $DSP_CMSIS_NN_LIBRARY names."""
import ctypes
import os
from ctypes import POINTER, Structure, byref, c_int32, c_int64, c_void_p

import numpy as np

LIBRARY = ctypes.CDLL(os.environ["DSP_CMSIS_NN_LIBRARY"])
SUCCESS, ARG_ERROR, FAILURE = 0, -1, -3


def struct(name, *fields):
    return type(name, (Structure,), {"_fields_": [
        field if isinstance(field, tuple) else (field, c_int32) for field in fields]})


Context = struct("Context", ("buf", c_void_p), "size")
BiasData = struct("BiasData", ("data", c_void_p), ("is_int32_bias", ctypes.c_bool))
Tile = struct("Tile", "w", "h")
Activation = struct("Activation", "min", "max")
Dims = struct("Dims", "n", "h", "w", "c")
PerChannel = struct("PerChannel", ("multiplier", c_void_p), ("shift", c_void_p))
PerTensor = struct("PerTensor", "multiplier", "shift")
_tiles = [("stride", Tile), ("padding", Tile), ("dilation", Tile)]
ConvParams = struct("ConvParams", "input_offset", "output_offset", *_tiles,
                    ("activation", Activation))
DepthwiseParams = struct("DepthwiseParams", "input_offset", "output_offset", "ch_mult",
                         *_tiles, ("activation", Activation))
TransposeConvParams = struct("TransposeConvParams", "input_offset", "output_offset",
                             *_tiles[:2], ("padding_offsets", Tile), _tiles[2],
                             ("activation", Activation))
PoolParams = struct("PoolParams", *_tiles[:2], ("activation", Activation))
FCParams = struct("FCParams", "input_offset", "filter_offset", "output_offset",
                  ("activation", Activation))
TransposeParams = struct("TransposeParams", "num_dims", ("permutations", c_void_p))


class Memory:
    """A context's memory, between guard bytes that nobody may write."""

    GUARD = 64

    def __init__(self, size):
        self.bytes = np.full(size + 2 * self.GUARD, 0x5A, np.uint8)
        start = self.bytes.ctypes.data + self.GUARD
        self.context = Context(start if size else None, size)

    def check(self):
        guards = np.concatenate([self.bytes[:self.GUARD], self.bytes[-self.GUARD:]])
        assert (guards == 0x5A).all(), "more than the context was written"


def pointer(array):
    return c_void_p(array.ctypes.data if array is not None else None)


def argument(value):
    if isinstance(value, Structure):
        return byref(value)
    if value is None or isinstance(value, np.ndarray):
        return pointer(value)
    if isinstance(value, Memory):
        return byref(value.context)
    return c_int32(value)


def call(function, *arguments, result=c_int32):
    """The status that an arm_* function returns."""
    function = getattr(LIBRARY, "arm_" + function)
    function.restype = result
    status = function(*map(argument, arguments))
    for value in arguments:
        if isinstance(value, Memory):
            value.check()
    return status


def buffer_size(function, *arguments):
    return call(function, *arguments)


def per_channel(multipliers, shifts):
    """The struct, and the arrays that it points to."""
    arrays = [np.ascontiguousarray(values, np.int32) for values in (multipliers, shifts)]
    return PerChannel(*(array.ctypes.data for array in arrays)), arrays
