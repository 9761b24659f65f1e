# ===- reference.py - What CMSIS-NN documents ------------------*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""CMSIS-NN's documented arithmetic in exact integers, straight from the
formulas: Python's numbers have as many bits as they need."""
import math

import numpy as np


def quantized_multiplier(factor):
    """factor as multiplier * 2^(shift - 31)."""
    fraction, shift = math.frexp(factor)
    multiplier = round(fraction * 2**31)
    return (2**30, shift + 1) if multiplier == 2**31 else (multiplier, shift)


def wrap(x):
    return (x + 2**31) % 2**32 - 2**31


def high_product(a, b):
    """The upper half of 2ab, halves up; the one product that is too large
    saturates."""
    return min((a * b + 2**30) >> 31, 2**31 - 1)


def shift_right(x, bits):
    """To the nearest, halves away from zero."""
    half = 1 << bits >> 1
    return (x + half) >> bits if x >= 0 else -((-x + half) >> bits)


def requantize(x, multiplier, shift):
    return shift_right(high_product(wrap(x << max(shift, 0)), multiplier), max(-shift, 0))


def requantize_s64(x, multiplier, shift):
    reduced = (multiplier + 2**15) >> 16 if multiplier < 0x7FFF0000 else 0x7FFF
    return (x * reduced + (1 << (14 - shift))) >> (15 - shift)


def clamp(x, low, high):
    return min(max(x, low), high)


def convolve(x, w, bias, stride, padding, dilation, out_hw, groups=1):
    """Sums of an image [n, h, w, c], its zero point subtracted, and a filter
    [o, h, w, i]; nothing lies outside."""
    x, w = x.astype(object), w.astype(object)
    n, in_h, in_w, _ = x.shape
    out_c, k_h, k_w, k_c = w.shape
    sums = np.zeros((n, *out_hw, out_c), object)
    for b, oy, ox, o in np.ndindex(*sums.shape):
        first = o // (out_c // groups) * k_c
        total = int(bias[o]) if bias is not None else 0
        for ky, kx in np.ndindex(k_h, k_w):
            iy = oy * stride[0] - padding[0] + ky * dilation[0]
            ix = ox * stride[1] - padding[1] + kx * dilation[1]
            if 0 <= iy < in_h and 0 <= ix < in_w:
                total += int(x[b, iy, ix, first:first + k_c] @ w[o, ky, kx])
        sums[b, oy, ox, o] = total
    return sums


def transpose_convolve(x, w, bias, stride, padding, out_hw):
    """Every element of the input adds to a window of the output."""
    n, in_h, in_w, _ = x.shape
    out_c, k_h, k_w, _ = w.shape
    sums = np.zeros((n, *out_hw, out_c), object)
    if bias is not None:
        sums += bias.astype(object)
    for b, iy, ix, ky, kx in np.ndindex(n, in_h, in_w, k_h, k_w):
        oy = iy * stride[0] - padding[0] + ky
        ox = ix * stride[1] - padding[1] + kx
        if 0 <= oy < out_hw[0] and 0 <= ox < out_hw[1]:
            sums[b, oy, ox] += w[:, ky, kx].astype(object) @ x[b, iy, ix].astype(object)
    return sums


def pool_windows(x, size, stride, padding, out_hw):
    """(place in the output, elements of the input that its window holds)"""
    n, in_h, in_w, channels = x.shape
    for b, oy, ox, c in np.ndindex(n, *out_hw, channels):
        top, left = oy * stride[0] - padding[0], ox * stride[1] - padding[1]
        yield (b, oy, ox, c), x[b, max(top, 0):top + size[0], max(left, 0):left + size[1], c]


def average(values):
    """To the nearest, halves away from zero."""
    total, count = int(values.sum(dtype=np.int64)), values.size
    magnitude = (abs(total) + count // 2) // count
    return magnitude if total >= 0 else -magnitude


# Softmax: a number q<n> is an integer over 2^(31 - n).

def exp_of_negative(x):
    """exp of a q<5> that is not positive, as q<0>: a polynomial for what is left of a
    quarter, times a power of e for each further bit."""
    if x == 0:
        return 2**31 - 1
    rest = (x & (2**24 - 1)) - 2**24
    quarters = rest - x
    d = (rest << 5) + 2**28
    d2 = high_product(d, d)
    d4 = high_product(d2, d2)
    tail = shift_right(high_product(shift_right(d4, 2) + high_product(d2, d), 715827883) + d2, 1)
    result = 1895147668 + high_product(1895147668, d + tail)
    for bit, power in enumerate([1672461947, 1302514674, 790015084, 290630308, 39332535,
                                 720401, 242]):
        if quarters >> (24 + bit) & 1:
            result = high_product(result, power)
    return result


def saturate(x):
    return clamp(x, -2**31, 2**31 - 1)


def reciprocal_of_one_plus(x):
    half = (x + 2**31) >> 1
    y = 1515870810 + high_product(half, -1010580540)
    for _ in range(3):
        y += saturate(high_product(y, 2**29 - high_product(half, y)) * 4)
    return saturate(y * 2)


def softmax(x, multiplier, shift, diff_min, bits, lowest, highest):
    result = np.full(x.shape, lowest, np.int64)
    for row, out in zip(x.astype(int), result):
        exps = {i: exp_of_negative(high_product(wrap((int(v) - int(row.max())) << shift),
                                                multiplier))
                for i, v in enumerate(row) if v - row.max() >= diff_min}
        total = sum(shift_right(e, 12) for e in exps.values())
        zeros = 32 - total.bit_length()
        scale = reciprocal_of_one_plus((total << zeros) - 2**31)
        for i, e in exps.items():
            value = shift_right(high_product(scale, e), 12 - zeros + 31 - bits) + lowest
            out[i] = clamp(value, lowest, highest)
    return result
