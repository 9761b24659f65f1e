#!/usr/bin/env python3
"""Makes the modules under Inputs/ and their expected outputs. Needs TVM 0.18.

Usage: make.py [NAME...]

Each module is small and puts together operations whose interplay is easy to get
wrong. Writes mod.relay, mod.json, mod.params, inputs.npz and expected.npz, which
utils/run-model reads. Weights and inputs are random with a fixed seed.
"""

import pathlib
import sys
import zlib

import numpy as np
import tvm
from tvm import relay
from tvm.contrib import graph_executor

INPUTS = ("data", "volume", "a", "b", "c", "scale", "indices", "bytes")
MODULES = {}
INF, NAN, LARGEST = float("inf"), float("nan"), float(np.finfo("float32").max)
SPECIAL_ROWS = [
    [-INF] * 4, [INF] * 4, [NAN] * 4, [-INF, 1, NAN, 2], [NAN, -INF, INF, -INF],
    [INF, -INF, NAN, NAN], [-INF, -INF, -LARGEST, -INF], [INF, LARGEST, INF, INF],
    [2, NAN, 1, NAN], [0, -0.0, 0, -0.0], [-0.0, 0, -0.0, 0], [1, INF, INF, NAN],
    [1, -INF, -INF, NAN], [3, 2, NAN, 1]]


def module(make):
    MODULES[make.__name__] = make
    return make


def var(name, *shape, dtype="float32"):
    return relay.var(name, shape=shape, dtype=dtype)


@module
def conv_attributes():
    """Groups, dilation, strides and asymmetric padding, bias and clip."""
    x = var("data", 1, 4, 9, 11)
    y = relay.nn.conv2d(x, var("w0", 6, 2, 3, 2), groups=2, channels=6,
                        kernel_size=(3, 2), padding=(1, 0, 2, 1), dilation=(2, 1))
    y = relay.clip(relay.nn.bias_add(y, var("b0", 6)), -0.5, 0.75)
    y = relay.nn.conv2d(y, var("w1", 12, 1, 3, 3), groups=6, channels=12,
                        kernel_size=(3, 3), strides=(2, 1), padding=(0, 1))
    y = relay.nn.relu(relay.nn.bias_add(y, var("b1", 12)))
    return relay.nn.conv2d(y, var("w2", 3, 12, 1, 1), channels=3, kernel_size=(1, 1))


@module
def depthwise_multiplier():
    """Depthwise weights that hold several results of each channel."""
    x = var("data", 1, 7, 6, 3)
    y = relay.nn.conv2d(x, var("w0", 3, 2, 3, 2), groups=3, channels=6,
                        kernel_size=(3, 2), padding=(1, 0), data_layout="NHWC",
                        kernel_layout="HWOI")
    parts = [var(f"norm_{part}", 6) for part in ("gamma", "beta", "mean", "var")]
    y = relay.nn.relu(relay.nn.batch_norm(y, *parts, axis=3)[0])
    z = relay.transpose(x, (0, 3, 1, 2))
    z = relay.nn.conv2d(z, var("w1", 3, 2, 3, 3), groups=3, channels=6,
                        kernel_size=(3, 3))
    return relay.Tuple([y, relay.nn.bias_add(z, var("b1", 6))])


@module
def batch_norm_alone():
    """Normalisation that no convolution can take, and one that two users share."""
    x = var("data", 2, 3, 5, 4)

    def norm(y, name, channels, **attributes):
        parts = [var(f"{name}_{p}", channels) for p in ("gamma", "beta", "mean", "var")]
        return relay.nn.batch_norm(y, *parts, **attributes)[0]

    y = norm(relay.nn.relu(x), "first", 3, epsilon=1e-3, scale=False)
    z = relay.nn.conv2d(y, var("w", 4, 3, 3, 3), channels=4, kernel_size=(3, 3),
                        padding=(1, 1))
    shared = norm(z, "second", 4, center=False)
    last = norm(relay.tanh(shared), "third", 5, axis=2)
    return relay.add(relay.nn.relu(shared), last)


@module
def branches():
    """Split, concatenate, values with several users, several outputs."""
    x = var("data", 1, 6, 4, 4)
    parts = relay.split(x, 3, axis=1)
    left = relay.nn.relu(parts[0])
    both = relay.concatenate([left, parts[2], left], axis=1)
    uneven = relay.split(both, (1, 4), axis=1)
    sums = relay.sum(uneven[1], axis=(2, 3), keepdims=True)
    total = relay.add(sums, uneven[0])
    return relay.Tuple([total, both, relay.multiply(uneven[2], left)])


@module
def pools():
    """Both padding rules of average pooling, ceil mode, adaptive and global."""
    x = var("data", 1, 3, 11, 9)
    with_pad = relay.nn.avg_pool2d(x, (3, 3), (2, 2), padding=(1, 0, 1, 2),
                                   count_include_pad=True)
    without = relay.nn.avg_pool2d(x, (3, 3), (2, 2), padding=(1, 0, 1, 2))
    ceil = relay.nn.max_pool2d(x, (2, 3), (2, 2), padding=(0, 1), ceil_mode=True)
    adaptive = relay.nn.adaptive_avg_pool2d(ceil, (4, 3))
    largest = relay.nn.global_max_pool2d(x)
    return relay.Tuple([relay.subtract(with_pad, without), adaptive,
                        relay.multiply(relay.nn.global_avg_pool2d(ceil), largest)])


@module
def integer_pools():
    """Pools of integers, as importers write them and on their own."""
    x = var("data", 1, 5, 9, 8, dtype="uint8")
    wide = relay.cast(x, "int32")
    classifier = relay.nn.adaptive_avg_pool2d(wide, (1, 1))
    even = relay.nn.adaptive_avg_pool2d(wide, (3, 4))
    uneven = relay.nn.adaptive_avg_pool2d(wide, (4, 3))
    rows = var("volume", 2, 11, 3, dtype="int32")
    return relay.Tuple([
        relay.cast(classifier, "uint8"), relay.cast(even, "uint8"), uneven,
        relay.cast(uneven, "uint8"), relay.nn.adaptive_max_pool2d(x, (1, 1)),
        relay.nn.adaptive_max_pool2d(x, (4, 3)),
        relay.nn.adaptive_max_pool2d(wide, (3, 3)),
        relay.nn.avg_pool1d(rows, (3,), (2,), padding=(1, 1), layout="NWC"),
        relay.nn.max_pool1d(rows, (3,), (2,), padding=(0, 2), layout="NWC"),
        relay.nn.adaptive_avg_pool1d(rows, (4,), layout="NWC")])


@module
def integer_reductions():
    """Where the extremes of integers are, reductions, arithmetic that wraps."""
    outputs = []
    for name, dtype in (("a", "int8"), ("b", "uint8"), ("c", "int32")):
        x = var(name, 3, 4, 5, dtype=dtype)
        few = relay.bitwise_and(x, relay.const(3, dtype))
        # Relay finds no place in a row of the type's least numbers.
        least = relay.full_like(few, relay.const(np.iinfo(dtype).min, dtype))
        outputs += [
            relay.argmax(x, axis=1), relay.argmin(x, axis=[0], exclude=True),
            relay.argmax(few, axis=2, keepdims=True), relay.argmax(least, axis=1),
            relay.argmin(few, axis=-1, select_last_index=True),
            relay.max(x, axis=1), relay.min(x, axis=[0, 2]), relay.sum(x),
            relay.prod(few, axis=1, keepdims=True), relay.add(x, few),
            relay.multiply(relay.subtract(few, x), x),
            relay.nn.leaky_relu(x, 0.3), relay.cast(x, "int64")]
    signed = var("data", 7, dtype="int8")
    return relay.Tuple(outputs + [relay.negative(signed), relay.abs(signed)])


@module
def places():
    """Where extremes are: over axes apart, and of what is not finite."""
    rows = relay.const(np.array(SPECIAL_ROWS, "float32"))
    zeros = relay.zeros_like(var("a", 14, 4))
    # Not known at compile time.
    rows = relay.where(relay.equal(var("a", 14, 4), zeros), zeros, rows)
    outputs = []
    for x in (var("data", 3, 4, 5, 6), var("c", 3, 4, 5, 6, dtype="int32")):
        for axes in ([0, 2], [1, 3], [0, 1, 3]):
            outputs += [relay.argmax(x, axes), relay.argmin(x, axes, True, False, True)]
        x = relay.cast(x, "int8")
        outputs += [relay.argmax(x, [0, 3]), relay.argmin(x, [0, 3])]
    for last in (False, True):
        outputs += [relay.argmax(rows, 1, select_last_index=last),
                    relay.argmin(rows, 1, select_last_index=last)]
    return relay.Tuple(outputs)


@module
def narrow_averages():
    """Averages of integers whose sums wrap around, and pools of volumes."""
    outputs = []
    for name, dtype in (("a", "int8"), ("b", "uint8"), ("c", "int16"), ("data", "int32"),
                        ("volume", "int64")):
        x = var(name, 2, 3, 5, 8, 9, dtype=dtype)
        # All of the type's numbers.
        if dtype not in ("int8", "uint8"):
            x = relay.multiply(x, x)
        image = relay.reshape(x, (2, 15, 8, 9))
        outputs += [
            relay.nn.global_avg_pool2d(image), relay.nn.global_max_pool2d(image),
            relay.nn.adaptive_avg_pool2d(image, (3, 4)),
            relay.nn.adaptive_avg_pool2d(image, (4, 3)),
            relay.nn.adaptive_avg_pool3d(x, (2, 4, 5)),
            relay.nn.adaptive_max_pool3d(x, (2, 3, 9)),
            relay.nn.max_pool3d(x, (2, 3, 3), (2, 2, 1), padding=(0, 1, 1)),
            relay.mean(x, [3, 4]), relay.mean(x, [1, 4], keepdims=True),
            relay.nn.adaptive_avg_pool1d(relay.reshape(x, (2, 15, 72)), (7,))]
    for x in (relay.cast(x, "int32"), x):
        image = relay.reshape(x, (2, 15, 8, 9))
        outputs += [
            relay.nn.avg_pool2d(image, (3, 3), (2, 2), padding=(1, 1)),
            relay.nn.avg_pool3d(x, (3, 3, 3), (2, 2, 2), padding=(1, 1, 1)),
            relay.nn.avg_pool3d(x, (3, 2, 3), (2, 2, 2), padding=(1, 0, 1),
                                count_include_pad=True)]
    return relay.Tuple(outputs)


@module
def integer_functions():
    """Functions of integers, element by element."""
    outputs = []
    for name, dtype in (("a", "int8"), ("b", "uint8"), ("c", "int16"), ("data", "int32"),
                        ("volume", "int64")):
        x = var(name, 3, 4, 5, dtype=dtype)
        outputs += [relay.nn.relu(x), relay.nn.leaky_relu(x, 0.3), relay.abs(x),
                    relay.negative(x),
                    relay.nn.prelu(x, relay.const([3, 100, 0, 7], dtype))]
        if dtype != "uint8":
            outputs.append(relay.sign(x))
    return relay.Tuple(outputs)


@module
def integer_order():
    """Integers in order, and running sums and products that wrap around."""
    outputs = []
    for name, dtype in (("a", "int8"), ("b", "uint8"), ("c", "int32"), ("data", "int64"),
                        ("volume", "int16")):
        x = var(name, 3, 19, dtype=dtype)
        # Some are equal: which of them comes first?
        few = relay.bitwise_and(x, relay.const(7, dtype))
        if dtype in ("int32", "int64"):
            outputs += [relay.sort(x, 1), relay.sort(few, 0, False),
                        relay.argsort(few, 1, dtype="int32"),
                        relay.argsort(few, 0, False, dtype="int64")]
        if dtype != "int16":
            outputs += [*relay.topk(few, 4, 1, "both", False, "int32"),
                        *relay.topk(few, 2, 0, "both", True, "int64"),
                        relay.topk(x, 5, 1, "values"),
                        relay.topk(few, 5, 1, "indices", True, "int64")]
        outputs += [relay.cumsum(x, 1), relay.cumsum(x, 0, exclusive=True),
                    relay.cumprod(relay.add(few, relay.const(1, dtype)), 1, exclusive=False),
                    relay.cumsum(x, 1, dtype="int32"), relay.cumsum(x, dtype="uint8")]
    return relay.Tuple(outputs)


def number(value, dtype="int32"):
    return relay.const(np.asarray(value, dtype))


def weights(name, *shape, dtype="uint8"):
    """A constant, as importers have them."""
    limits = np.iinfo(dtype)
    rng = np.random.RandomState(zlib.crc32(name.encode()))
    return number(rng.randint(limits.min, limits.max + 1, shape), dtype)


@module
def zero_points_at_run_time():
    """Dynamic quantisation, as ONNX has it, of a matrix and of an image."""
    outputs = []
    for x, layout in ((var("data", 3, 12), None), (var("volume", 1, 4, 5, 6), "NCHW"),
                      (var("a", 1, 5, 6, 4), "NHWC")):
        low, high = relay.min(x), relay.max(x)
        scale = relay.divide(relay.subtract(high, low), number(255, "float32"))
        zero = relay.clip(relay.round(relay.divide(relay.negative(low), scale)), 0, 255)
        zero = relay.cast(zero, "int32")
        quantized = relay.qnn.quantize(x, scale, zero, out_dtype="uint8")
        one = number(0.02, "float32")
        for weight_zero in (number(7), number(range(8)), relay.add(zero, number(2))):
            points = zero, weight_zero, scale, one
            if layout is None:
                y = relay.qnn.dense(quantized, weights("dense", 8, 12), *points, units=8)
            else:
                shape, kernel = (((8, 4, 3, 3), "OIHW") if layout == "NCHW"
                                 else ((3, 3, 4, 8), "HWIO"))
                y = relay.qnn.conv2d(quantized, weights("conv", *shape), *points,
                                     kernel_size=(3, 3), channels=8,
                                     padding=(1, 0, 2, 1), data_layout=layout,
                                     kernel_layout=kernel)
            outputs.append(relay.multiply(relay.cast(y, "float32"),
                                          relay.multiply(scale, one)))
    return relay.Tuple(outputs)


@module
def zero_points_of_weights():
    """One for each channel, groups, and weights of another sign than the data."""
    x = var("data", 1, 8, 5, 6, dtype="uint8")
    one, outputs = number(1, "float32"), []
    for groups in (1, 2, 8):
        y = relay.qnn.conv2d(x, weights("w", 8, 8 // groups, 3, 3), number(9),
                             number(range(100, 108)), one, one, kernel_size=(3, 3),
                             channels=8, groups=groups, padding=(1, 1))
        outputs += [y, relay.qnn.requantize(y, number(0.001, "float32"), number(0), one,
                                            number(3), axis=1, out_dtype="uint8")]
    rows = var("a", 2, 3, 12, dtype="uint8")
    other = var("b", 2, 5, 12, dtype="int8")
    columns = relay.transpose(other, (0, 2, 1))
    outputs += [
        relay.qnn.dense(relay.reshape(rows, (6, 12)), relay.reshape(other, (10, 12)),
                        number(9), number(range(10)), one, one, units=10),
        relay.qnn.batch_matmul(rows, other, number(9), number(3), one, one),
        relay.nn.batch_matmul(relay.cast(rows, "int32"), relay.cast(columns, "int32"),
                              transpose_b=False)]
    return relay.Tuple(outputs)


def quantized_layers():
    x = var("data", 1, 8, 5, 6, dtype="uint8")
    scales = np.linspace(0.01, 0.03, 8, dtype="float32")
    y = relay.qnn.conv2d(x, weights("w", 8, 8, 3, 3), number(9), number(117),
                         number(0.05, "float32"), number(0.02, "float32"),
                         kernel_size=(3, 3), channels=8, padding=(1, 1))
    y = relay.nn.bias_add(y, number(range(-4000, 4000, 1000)))
    y = relay.qnn.requantize(y, number(0.001, "float32"), number(0),
                             number(0.9, "float32"), number(120), out_dtype="uint8")
    z = relay.qnn.conv2d(y, weights("v", 8, 8, 1, 1, dtype="int8"), number(120), number(0),
                         number(0.9, "float32"), number(scales, "float32"),
                         kernel_size=(1, 1), channels=8)
    z = relay.qnn.requantize(z, number(0.9 * scales, "float32"), number(0),
                             number(2.5, "float32"), number(-3), axis=1, out_dtype="int8")
    z = relay.qnn.dense(relay.reshape(z, (8, 30)), weights("u", 4, 30, dtype="int8"),
                        number(-3), number(0), number(2.5, "float32"),
                        number(0.02, "float32"), units=4)
    return relay.qnn.requantize(z, number(0.05, "float32"), number(0), number(3, "float32"),
                                number(1), rounding="TONEAREST", out_dtype="int8")


def lowered(expr, *passes):
    mod = relay.transform.InferType()(tvm.IRModule.from_expr(expr))
    with tvm.target.Target("llvm"), tvm.transform.PassContext(opt_level=3):
        return tvm.transform.Sequential([*passes, relay.transform.InferType()])(mod)


@module
def legalized():
    """Layers that TVM has legalised: 16 bits, zero points subtracted."""
    return lowered(quantized_layers(), relay.qnn.transform.Legalize(),
                   relay.qnn.transform.CanonicalizeOps())


@module
def canonicalized():
    """Layers that TVM has taken apart: sums, corrections, fixed-point factors."""
    return lowered(quantized_layers(), relay.qnn.transform.CanonicalizeOps())


@module
def arithmetic_by_channel():
    """qnn's sums and products with scales by channel, and in 32 bits."""
    scales = np.linspace(0.01, 0.09, 5, dtype="float32")
    result = number(0.04, "float32"), number(1)
    a, b = var("a", 2, 5, 3, dtype="int32"), var("b", 2, 5, 3, dtype="int32")
    outputs = []
    for dtype in ("int8", "uint8", "int32"):
        x, y = relay.cast(a, dtype), relay.cast(b, dtype)
        for f in (relay.qnn.add, relay.qnn.subtract, relay.qnn.mul):
            outputs.append(f(x, y, number(scales, "float32"), number([4] * 5),
                             number(scales[::-1], "float32"), number(range(5)), *result,
                             lhs_axis=1, rhs_axis=1))
            if dtype == "int32":
                outputs.append(f(x, y, number(0.03, "float32"), number(4),
                                 number(0.05, "float32"), number(3), *result))
        outputs.append(relay.qnn.requantize(x, number(scales, "float32"), number(range(5)),
                                            *result, axis=1, out_dtype="int8"))
    return relay.Tuple(outputs)


@module
def blocks():
    """TensorFlow Lite's dilated convolution, of integers and of floats."""
    x = var("data", 2, 7, 5, 4, dtype="int8")
    y = relay.nn.space_to_batch_nd(x, [2, 3], [[2, 3], [1, 3]], pad_value=-7)
    y = relay.qnn.conv2d(y, weights("w", 3, 3, 4, 6, dtype="int8"), number(-7), number(0),
                         number(0.1, "float32"), number(0.1, "float32"), channels=6,
                         kernel_size=(3, 3), padding=(1, 1), data_layout="NHWC",
                         kernel_layout="HWIO")
    y = relay.qnn.requantize(y, number(0.01, "float32"), number(0), number(2, "float32"),
                             number(0), axis=3, out_dtype="int8")
    z = relay.nn.space_to_batch_nd(var("a", 1, 4, 3), [2], [[0, 2]], pad_value=0.5)
    return relay.Tuple([relay.nn.batch_to_space_nd(y, [2, 3], [[1, 2], [0, 1]]), z,
                        relay.nn.batch_to_space_nd(z, [2], [[0, 0]])])


@module
def upscale():
    """Transposed convolution and the two common ways to resize."""
    x = var("data", 1, 4, 5, 3)
    y = relay.nn.conv2d_transpose(x, var("w", 4, 3, 4, 3), channels=3,
                                  kernel_size=(4, 3), strides=(2, 2),
                                  padding=(1, 0, 1, 1), output_padding=(1, 0))
    y = relay.nn.bias_add(y, var("b", 3))
    nearest = relay.nn.upsampling(y, 2, 3)
    bilinear = relay.image.resize2d(y, (22, 21), method="linear",
                                    coordinate_transformation_mode="align_corners")
    return relay.Tuple([nearest, bilinear])


@module
def other_ranks():
    """Convolutions over one and three dimensions."""
    x = var("data", 1, 3, 17)
    y = relay.nn.conv1d(x, var("w1", 4, 3, 5), channels=4, kernel_size=5,
                        padding=(4, 0), dilation=1, strides=2)
    y = relay.nn.relu(relay.nn.bias_add(y, var("b1", 4)))
    z = var("volume", 1, 2, 5, 6, 4)
    w = relay.nn.conv3d(z, var("w3", 3, 2, 3, 2, 3), channels=3,
                        kernel_size=(3, 2, 3), padding=(1, 0, 1), strides=(2, 1, 1))
    return relay.Tuple([y, relay.nn.relu(relay.nn.bias_add(w, var("b3", 3)))])


@module
def attention():
    """One attention head: products, softmax, layer norm, reshapes, transposes."""
    x = var("data", 1, 6, 8)
    flat = relay.reshape(x, (6, 8))

    def project(name):
        y = relay.nn.bias_add(relay.nn.dense(flat, var(f"{name}_w", 8, 8), units=8),
                              var(f"{name}_b", 8))
        return relay.transpose(relay.reshape(y, (6, 2, 4)), (1, 0, 2))

    query, key, value = project("query"), project("key"), project("value")
    scores = relay.nn.batch_matmul(query, key, transpose_b=True)
    weights = relay.nn.softmax(relay.multiply(scores, relay.const(0.5)), axis=-1)
    mixed = relay.nn.batch_matmul(weights, value, transpose_b=False)
    joined = relay.reshape(relay.transpose(mixed, (1, 0, 2)), (1, 6, 8))
    return relay.nn.layer_norm(relay.add(x, joined), var("gamma", 8), var("beta", 8))


@module
def elementwise():
    """Broadcasts in every direction, functions, reductions."""
    a, b, c = var("a", 2, 3, 4), var("b", 3, 1), var("c", 1, 4)
    y = relay.add(relay.multiply(a, b), c)
    y = relay.maximum(relay.sigmoid(y), relay.minimum(relay.tanh(a), relay.const(0.25)))
    y = relay.divide(relay.exp(y), relay.sqrt(relay.add(relay.abs(a), relay.const(1.0))))
    z = relay.nn.leaky_relu(relay.subtract(relay.const(1.0), y), 0.2)
    return relay.Tuple([relay.mean(y, axis=1), relay.max(z, axis=(0, 2), keepdims=True),
                        relay.sum(relay.negative(z)), relay.nn.log_softmax(y, axis=1)])


@module
def functions():
    """Lets, a local function called twice, a Primitive function, projections."""
    x, w = var("data", 2, 6), var("w", 6, 6)
    p, q = var("p", 2, 6), var("q", 6, 6)
    cell = relay.Function([p, q], relay.Tuple([relay.nn.dense(p, q), relay.tanh(p)]))
    r = var("r", 2, 6)
    fused = relay.Function([r], relay.nn.relu(relay.add(r, relay.const(0.125))))
    fused = fused.with_attr("Primitive", tvm.tir.IntImm("int32", 1))
    f, first, second = relay.var("cell"), relay.var("first"), relay.var("second")
    body = relay.add(relay.TupleGetItem(second, 0), relay.Call(fused, [x]))
    body = relay.Let(second, relay.Call(f, [relay.TupleGetItem(first, 1), w]), body)
    body = relay.Let(first, relay.Call(f, [x, w]), body)
    return relay.Let(f, cell, body)


@module
def trivial_outputs():
    """An argument, a constant and one value twice as outputs; a rank-0 input."""
    x, s = var("data", 2, 3), var("scale")
    y = relay.multiply(x, s)
    constant = relay.const(np.arange(4, dtype="float32"))
    return relay.Tuple([y, x, constant, y, relay.reshape(y, (6,)), s])


@module
def float_sums():
    """What is added up in floats, and so depends on the order."""
    x = var("data", 5, 37)
    dense = relay.nn.bias_add(relay.nn.dense(x, var("w", 11, 37)), var("b", 11))
    norm = relay.nn.layer_norm(x, var("gamma", 37), var("beta", 37))
    volume = var("volume", 2, 5, 4, 9)
    filters = relay.reshape(var("filters", 3 * 3 * 9 * 10), (3, 3, 9, 10))
    conv = relay.nn.conv2d(volume, filters, channels=10, kernel_size=(3, 3),
                           padding=(1, 1), data_layout="NHWC", kernel_layout="HWIO")
    outputs = [dense, norm, conv, relay.nn.l2_normalize(x, 1e-5, [1]),
               relay.nn.matmul(x, var("a", 37, 6))]
    for reduction in relay.sum, relay.mean, relay.variance, relay.std:
        outputs += [reduction(x, axis=1), reduction(x, axis=0),
                    reduction(volume, axis=[1, 2]), reduction(volume, axis=[2, 3])]
    return relay.Tuple(outputs)


@module
def layer_sums():
    """Layers whose sums TVM blocks by channels, or adds up in lanes."""
    x = var("data", 1, 12, 7, 7)
    wide, cube = var("volume", 1, 6, 3, 5, 5), relay.reshape(x, (1, 12, 49))
    three, two = {"kernel_size": (3, 3)}, {"strides": (2, 2)}
    weights = [var(f"w{i}", *shape) for i, shape in enumerate((
        (6, 12, 3, 3), (8, 6, 3, 3), (7, 12, 1, 1), (5, 12, 3), (12, 6, 3, 3),
        (12, 2, 3, 3), (4, 6, 2, 3, 3)))]
    return relay.Tuple([
        relay.nn.conv2d(x, weights[0], channels=6, padding=(1, 1), **three),
        relay.nn.conv2d(x, weights[1], channels=8, groups=2, dilation=(2, 2), **three),
        relay.nn.conv2d(x, weights[2], channels=7, kernel_size=(1, 1), **two),
        relay.nn.conv1d(cube, weights[3], channels=5, kernel_size=3),
        relay.nn.conv2d_transpose(x, weights[4], channels=6, **three, **two),
        relay.nn.conv2d_transpose(x, weights[5], channels=4, groups=2, **three),
        relay.nn.conv3d(wide, weights[6], channels=4, kernel_size=(2, 3, 3)),
        relay.nn.batch_matmul(relay.reshape(x, (4, 3, 49)), var("a", 4, 5, 49)),
        relay.nn.batch_matmul(relay.reshape(x, (4, 3, 49)), var("b", 4, 49, 9),
                              transpose_b=False)])


@module
def moved_constants():
    """Constants that TVM joins, or moves into the weights of layers."""
    x = relay.qnn.dequantize(var("bytes", 1, 4, 8, 8, dtype="int8"),
                             relay.const(0.0371), relay.const(3))
    mask = [var(f"k{i}", 8) for i in range(5)]
    scaled = relay.nn.relu(x * relay.abs(mask[0]) + mask[1])

    def conv(data, name, outputs, layout, **attributes):
        weights = relay.reshape(var(name, 9 * 8 * outputs), (3, 3, 8, outputs))
        return relay.nn.conv2d(data, weights, kernel_size=(3, 3), padding=(1, 1),
                               data_layout="NHWC", kernel_layout=layout, **attributes)

    y = conv(scaled, "w0", 8, "HWIO", channels=8)
    z = conv(scaled, "w1", 1, "HWOI", channels=8, groups=8)
    flat = relay.nn.dense(relay.reshape(x, (32, 8)) * relay.const(1.7), var("w2", 5, 8))
    joined = ((relay.nn.relu(y) * mask[2] + mask[3]) * relay.const(0.3)) * mask[4]
    return relay.Tuple([joined, relay.nn.relu(z) * mask[2] * mask[4] * relay.const(0.7),
                        flat, x * mask[2] * relay.const(0.9),
                        joined / relay.sqrt(relay.abs(z))])


@module
def float_functions():
    """Functions that TVM puts together from others."""
    x = var("data", 4, 100)
    functions = (relay.tanh, relay.tan, relay.sinh, relay.cosh, relay.sigmoid)
    return relay.Tuple([f(x) for f in functions])


@module
def quantized_functions():
    """Functions between dequantisation and quantisation, for every byte."""
    x = var("bytes", 256, dtype="int8")
    outputs = []
    for scale in 0.0173, 0.0412, 0.0931:
        real = relay.qnn.dequantize(x, relay.const(scale), relay.const(3))
        for function in (relay.tanh, relay.sigmoid, relay.exp, relay.erf,
                         lambda y: relay.nn.leaky_relu(y, 0.13)):
            outputs.append(relay.qnn.quantize(function(real), relay.const(0.0079),
                                              relay.const(-5), out_dtype="int8"))
    return relay.Tuple(outputs)


@module
def lookup():
    """Table rows by integer indices, padding, local response normalisation."""
    indices = var("indices", 4, dtype="int32")
    rows = relay.take(var("table", 10, 6), indices, axis=0)
    image = relay.reshape(rows, (1, 4, 2, 3))
    padded = relay.nn.pad(image, ((0, 0), (0, 0), (1, 2), (0, 1)), 0.5)
    return relay.nn.lrn(padded, size=3, axis=1, bias=1.5, alpha=0.1, beta=0.6)


def save(name, make):
    rng = np.random.RandomState(zlib.crc32(name.encode()))
    made = make()
    mod = made if isinstance(made, tvm.IRModule) else tvm.IRModule.from_expr(made)
    mod = relay.transform.InferType()(mod)
    inputs, params = {}, {}
    for parameter in mod["main"].params:
        kind = parameter.checked_type
        shape = [int(d) for d in kind.shape]
        if parameter.name_hint == "bytes":
            value = np.arange(-128, 128).astype("int8").reshape(shape)
        elif parameter.name_hint == "indices":
            value = rng.randint(0, 10, shape).astype("int32")
        elif "int" in kind.dtype:
            least = max(np.iinfo(kind.dtype).min, -100000)
            greatest = min(np.iinfo(kind.dtype).max, 100000)
            value = rng.randint(least, greatest + 1, shape).astype(kind.dtype)
        else:
            value = rng.normal(0, 0.6, shape).astype("float32")
        if parameter.name_hint.endswith("var"):
            value = np.abs(value) + np.float32(0.5)
        group = inputs if parameter.name_hint in INPUTS else params
        group[parameter.name_hint] = np.asarray(value)
    with tvm.transform.PassContext(opt_level=3):
        library = relay.build(mod, "llvm", params=params)
    executor = graph_executor.GraphModule(library["default"](tvm.cpu()))
    executor.run(**inputs)
    outputs = [executor.get_output(i) for i in range(executor.get_num_outputs())]

    folder = pathlib.Path(__file__).resolve().parent / "Inputs" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mod.relay").write_text(mod.astext() + "\n")
    (folder / "mod.json").write_text(tvm.ir.save_json(mod))
    (folder / "mod.params").write_bytes(bytes(relay.save_param_dict(
        {k: tvm.nd.array(v) for k, v in params.items()})))
    np.savez_compressed(folder / "inputs.npz", **inputs)
    np.savez_compressed(folder / "expected.npz",
                        **{f"out{i}": o.numpy() for i, o in enumerate(outputs)})
    print(name, [(o.numpy().shape, float(np.abs(o.numpy()).max())) for o in outputs])


def main():
    for name in sys.argv[1:] or MODULES:
        save(name, MODULES[name])


if __name__ == "__main__":
    main()
