# ===- quantized.py - What quantised kernels mean --------------*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""References for the quantised kernels, in exact integers: Python's numbers have
as many bits as they need."""
import math

import numpy as np

UPWARD, TONEAREST, TFLITE = 0, 1, 2
ROUNDINGS = (UPWARD, TONEAREST, TFLITE)
TYPES = {"s8": np.int8, "u8": np.uint8, "s16": np.int16}
WEIGHTS = {"s8": np.int8, "u8": np.uint8, "s16": np.int8}
BIASES = {"s8": np.int32, "u8": np.int32, "s16": np.int64}
IDENTITY = (1 << 30, 1)


def fixed_point(scale):
    """The multiplier and the shift that a scale stands for."""
    if scale == 0:
        return 0, 0
    fraction, exponent = math.frexp(scale)
    multiplier = math.floor(fraction * (1 << 31) + 0.5)
    return (multiplier // 2, exponent + 1) if multiplier == 1 << 31 else (
        multiplier, exponent)


def away_from_zero(numerator, denominator):
    """The nearest integer, halves away from zero."""
    magnitude = (2 * abs(numerator) + denominator) // (2 * denominator)
    return magnitude if numerator >= 0 else -magnitude


def upward(numerator, denominator):
    return (2 * numerator + denominator) // (2 * denominator)


def wrap(x):
    """The low 32 bits."""
    return (x + (1 << 31)) % (1 << 32) - (1 << 31)


def scaled(rounding, x, multiplier, shift, wide=False):
    left, right = max(shift, 0), max(-shift, 0)
    if rounding == TFLITE and wide:
        reduced = (multiplier + (1 << 15)) >> 16 if multiplier < 0x7FFF0000 else 0x7FFF
        return upward(x * reduced, 1 << (15 - shift))
    x = wrap(x)
    if rounding == UPWARD:
        return upward((x << left) * multiplier, 1 << (31 + right))
    if rounding == TONEAREST:
        return away_from_zero((x << left) * multiplier, 1 << (31 + right))
    # Halves go up in the product, also below zero, and away from zero after it.
    product = wrap(x << left) * multiplier
    high = -(-(product - (1 << 30) + 1) // (1 << 31)) if product < 0 else (
        upward(product, 1 << 31))
    return away_from_zero(high, 1 << right)


def requantized(params, sums, wide=False, axis=-1):
    """Sums, an array of Python's integers, as quantised numbers."""
    sums = np.asarray(sums, dtype=object)
    result = np.zeros(sums.shape, np.int64)
    for at in np.ndindex(*sums.shape):
        i = at[axis] if params["per_channel"] else 0
        value = params["zero_point"] + scaled(
            params["rounding"], int(sums[at]), int(params["multipliers"][i]),
            int(params["shifts"][i]), wide)
        result[at] = min(max(wrap(value), params["min"]), params["max"])
    return result


def random_numbers(rng, dtype, *shape):
    limits = np.iinfo(dtype)
    return rng.integers(limits.min, limits.max + 1, shape, dtype=dtype)


def random_requantize(rng, dtype, channels, low=-10, high=-4):
    """Parameters whose scales are powers of two from `low` to `high`, roughly."""
    limits = np.iinfo(dtype)
    per_channel = int(rng.integers(2))
    scales = np.exp2(rng.uniform(low, high, channels if per_channel else 1))
    # Powers of two are where halves happen.
    scales = np.where(rng.integers(3, size=scales.shape) == 0,
                      np.exp2(np.round(np.log2(scales))), scales)
    pairs = [fixed_point(float(scale)) for scale in scales]
    clamped = rng.integers(2)
    return dict(rounding=int(rng.choice(ROUNDINGS)), per_channel=per_channel,
                multipliers=[m for m, _ in pairs], shifts=[s for _, s in pairs],
                zero_point=int(rng.integers(-5, 6)) if limits.min < 0
                else int(rng.integers(100, 140)),
                min=limits.min + 9 if clamped else limits.min,
                max=limits.max - 30 if clamped else limits.max)
