"""What TensorFlow Lite's reference kernels make of tflite_functions.relay.

Usage: tflite_functions.py INPUTS.npz EXPECTED.npz
"""
import math
import sys

import numpy as np


def fixed_point(factor):
    fraction, exponent = math.frexp(factor)
    return math.floor(fraction * 2**31 + 0.5), exponent


def to_zero(numerator, denominator):
    return int(math.copysign(abs(numerator) // denominator, numerator))


def high_product(a, b, bits):
    """2ab / 2^bits to the nearest number; halves go up, below zero, too."""
    half = 1 << (bits - 2)
    product = a * b
    return to_zero(product + (half if product >= 0 else 1 - half), 1 << (bits - 1))


def shifted(x, exponent):
    """x / 2^exponent to the nearest number; halves away from zero."""
    return to_zero(2 * abs(x) + (1 << exponent), 2 << exponent) * (1 if x >= 0 else -1)


def saturated(x, bits=16):
    return max(-(1 << (bits - 1)), min((1 << (bits - 1)) - 1, x))


def hard_swish(x, scale, zero, out_scale, out_zero):
    fine = np.float32(1 / 128) * np.float32(scale)
    out_multiplier, out_shift = fixed_point(float(fine / np.float32(out_scale)))
    multiplier, shift = fixed_point(float(fine / np.float32(3 / 32768)))
    half = lambda m: saturated((m + 0x8000) >> 16)
    x = (x - zero) * 128
    gate = saturated(x << max(shift - 1, 0))
    gate = high_product(gate, half(multiplier), 16)
    gate = saturated(2 * gate) if shift > 0 else shifted(gate, -shift)
    gate = (gate + 0x8000) >> 1
    product = to_zero(gate * high_product(x, half(out_multiplier), 16), 1 << 15)
    return saturated(shifted(product, -out_shift) + out_zero, 8)


def mean(x, axis, scale, zero, out_scale, out_zero):
    count = int(np.prod([x.shape[a] for a in axis]))
    multiplier, shift = fixed_point(float(np.float32(scale)) / float(np.float32(out_scale)))
    bits = min(count.bit_length() - 1, 31 + shift)
    multiplier, shift = (multiplier << bits) // count, shift - bits

    def scaled(total):
        total = (int(total) - zero * count) << max(shift, 0)
        return saturated(shifted(high_product(total, multiplier, 32), max(-shift, 0)) + out_zero, 8)

    return np.vectorize(scaled)(x.sum(axis=axis))


def main(inputs, expected):
    x = np.random.default_rng(1).permutation(np.arange(-128, 128)).reshape(1, 4, 8, 8)
    swish = np.vectorize(lambda v: hard_swish(int(v), 0.0274304, -8, 0.0160265, -105))(x)
    image = mean(x, (1, 2), 0.0274304, -8, 0.0021, -5)
    y = x[..., ::-1]
    rows = mean(y, (3,), 0.0274304, -8, 0.0091, 13)[..., None]
    z = x[:, ::-1]
    apart = mean(z, (1, 3), 0.0274304, -8, 0.0047, 4)
    np.savez(inputs, x=x.astype(np.int8), y=y.astype(np.int8),
             z=z.astype(np.int8))
    np.savez(expected, out0=swish.astype(np.int8), out1=image.astype(np.int8),
             out2=rows.astype(np.int8), out3=apart.astype(np.int8))


if __name__ == "__main__":
    main(*sys.argv[1:])
