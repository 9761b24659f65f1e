#!/usr/bin/env python3
"""Quantises the trained digits network to int8, after training.

Reads the float weights (digits.params) and writes, into this folder or the one that
is given:
  digits_int8.json       the network as TVM's TFLite importer would make it: Relay with
                         qnn ops, NHWC, as JSON, since text rounds scales to six digits
  digits_int8.params     its weights, a TVM parameter file

The scheme is that of TFLite's converter. Weights are symmetric, with a scale for each
output channel of a convolution and one for all of a dense layer; activations are
asymmetric, each with one scale and zero point from the least and the largest value that
it takes on the training images; biases are int32 at the scale of the sums. The held-out
images have no part in it.

Needs numpy and scikit-learn (for the training images alone); TVM is not needed.
"""

import base64
import json
import pathlib
import struct
import sys

import numpy as np

import train

INT8 = np.iinfo(np.int8)


def read_params(path):
    """The float32 arrays of a TVM parameter file, by name."""
    data = path.read_bytes()
    position = 16

    def take(layout):
        nonlocal position
        values = struct.unpack_from("<" + layout, data, position)
        position += struct.calcsize("<" + layout)
        return values

    names = []
    for _ in range(take("Q")[0]):
        names.append(take(f"{take('Q')[0]}s")[0].decode())
    assert take("Q")[0] == len(names)
    params = {}
    for name in names:
        _, _, _, _, rank, _, _, _ = take("QQiiiBBH")
        shape = take(f"{rank}q")
        size, = take("q")
        params[name] = np.frombuffer(data, "<f4", size // 4, position).reshape(shape)
        position += size
    return params


# ---- The scheme -----------------------------------------------------------------


class Activation:
    """Scale and zero point of the numbers from `low` to `high`, with 0 among them."""

    def __init__(self, values):
        low, high = min(values.min(), 0.0), max(values.max(), 0.0)
        scale = (high - low) / (INT8.max - INT8.min)
        self.scale = np.float32(scale)
        self.zero = np.int32(round(INT8.min - low / scale))


def quantize_weight(weight, axes):
    """Symmetric int8, and the scales: one for what `axes` run over. -128 is left out, so
    that the negative of every weight is one, too."""
    scale = (np.abs(weight).max(axis=axes) / INT8.max).astype(np.float32)
    spread = np.expand_dims(scale, axes)
    return np.clip(np.round(weight / spread), -INT8.max, INT8.max).astype(np.int8), scale


def quantize_bias(bias, scale):
    return np.round(bias / scale.astype(np.float64)).astype(np.int32)


def calibrate(p, images):
    """The activations on `images`. In double precision, so that the order in which
    another numpy sums changes no bit of the scales."""
    p = {k: v.astype(np.float64) for k, v in p.items()}
    _, (conv1, _, _, conv2, _, _, flat) = train.forward(p, images.astype(np.float64))
    return {
        "image": Activation(images.astype(np.float64)),
        "conv1": Activation(np.maximum(conv1, 0)),
        "conv2": Activation(np.maximum(conv2, 0)),
        "fc": Activation(flat @ p["fc_weight"].T + p["fc_bias"]),
    }


# ---- Relay as JSON --------------------------------------------------------------


class Json:
    """The node table of TVM's JSON. Node 0 is null; a node names others by index, and
    every attribute is a string."""

    def __init__(self):
        self.nodes = [{"type_key": ""}]
        self.arrays = []

    def add(self, type_key, **attrs):
        node = {"type_key": type_key}
        if attrs:
            node["attrs"] = {k: str(v) for k, v in attrs.items()}
        return self.append(node)

    def append(self, node):
        self.nodes.append(node)
        return len(self.nodes) - 1

    def string(self, text):
        node = {"type_key": "runtime.String"}
        return self.append(dict(node, repr_str=text) if text else node)

    def array(self, items):
        node = {"type_key": "Array"}
        return self.append(dict(node, data=list(items)) if items else node)

    def map(self, **items):
        node = {"type_key": "Map"}
        if items:
            node.update(keys=list(items), data=list(items.values()))
        return self.append(node)

    def ints(self, values):
        return self.array([self.add("IntImm", dtype="int32", span=0, value=v)
                           for v in values])

    def tensor_type(self, shape, dtype):
        return self.add("relay.TensorType", dtype=dtype, shape=self.ints(shape), span=0)

    def device(self):
        return self.add("VirtualDevice", device_type_int=-1,
                        memory_scope=self.string(""), target=0, virtual_device_id=-1)

    def text(self, root):
        """One node a line: differences of two models can be read."""
        lines = [f'{{"root": {root},', '"nodes": [']
        lines.append(",\n".join(json.dumps(n) for n in self.nodes))
        lines += ["],", '"b64ndarrays": [']
        lines.append(",\n".join(json.dumps(a) for a in self.arrays))
        lines += ["],", '"attrs": {"tvm_version": "0.18.0"}}', ""]
        return "\n".join(lines)


class Network:
    """Relay expressions, with the parameters that they need."""

    def __init__(self):
        self.json = Json()
        self.device = self.json.device()
        self.ops = {}
        self.variables = []
        self.parameters = {}

    def variable(self, name, shape, dtype):
        j = self.json
        kind = j.tensor_type(shape, dtype)
        name_id = j.add("relay.Id", name_hint=j.string(name))
        self.variables.append(
            j.add("relay.Var", _checked_type_=0, span=0, type_annotation=kind,
                  vid=name_id, virtual_device_=self.device))
        return self.variables[-1]

    def parameter(self, name, array):
        self.parameters[name] = array
        return self.variable(name, array.shape, array.dtype.name)

    def constant(self, value):
        data = base64.b64encode(train.ndarray_bytes(value)).decode()
        self.json.arrays.append(data)
        return self.json.add("relay.Constant", _checked_type_=0,
                             data=len(self.json.arrays) - 1, span=0,
                             virtual_device_=self.device)

    def call(self, op, args, attrs_key=None, **attrs):
        """A call; `attrs_key` names TVM's struct of attributes. Lists are of ints."""
        j = self.json
        if op not in self.ops:
            self.ops[op] = j.append({"type_key": "Op", "repr_str": op})
        values = {k: j.ints(v) if isinstance(v, list) else v for k, v in attrs.items()}
        node = j.add(f"relay.attrs.{attrs_key}", **values) if attrs_key else 0
        return j.add("relay.Call", _checked_type_=0, args=j.array(args), attrs=node,
                     op=self.ops[op], span=0, type_args=j.array([]),
                     virtual_device_=self.device)

    # What TVM's TFLite importer makes of a layer.

    def requantize(self, sums, scale, out, axis):
        args = [sums, self.constant(scale), self.constant(np.int32(0)),
                self.constant(out.scale), self.constant(out.zero)]
        return self.call("qnn.requantize", args, "RequantizeAttrs", axis=axis,
                         compute_dtype="None", out_dtype="int8", rounding="None")

    def conv2d_relu(self, data, name, p, before, after):
        """A convolution with padding "same", its bias, and relu."""
        weight, scale = quantize_weight(
            p[f"{name}_weight"].transpose(2, 3, 1, 0), axes=(0, 1, 2))
        sums_scale = before.scale * scale
        bias = quantize_bias(p[f"{name}_bias"], sums_scale)
        height, width, _, channels = weight.shape
        j = self.json
        args = [data, self.parameter(f"{name}_weight", weight),
                self.constant(before.zero), self.constant(np.int32(0)),
                self.constant(before.scale), self.constant(scale)]
        sums = self.call(
            "qnn.conv2d", args, "Conv2DAttrs",
            channels=j.add("IntImm", dtype="int32", span=0, value=channels),
            data_layout=j.string("NHWC"), dilation=[1, 1], groups=1,
            kernel_layout=j.string("HWIO"), kernel_size=[height, width],
            out_dtype="int32", out_layout=j.string(""), padding=[1, 1, 1, 1],
            strides=[1, 1])
        sums = self.call("nn.bias_add", [sums, self.parameter(f"{name}_bias", bias)],
                         "BiasAddAttrs", axis=3)
        values = self.requantize(sums, sums_scale, after, axis=3)
        return self.call("clip", [values], "ClipAttrs", a_max=INT8.max,
                         a_min=max(INT8.min, after.zero))

    def max_pool(self, data):
        j = self.json
        return self.call("nn.max_pool2d", [data], "MaxPool2DAttrs", ceil_mode=0,
                         dilation=[1, 1], layout=j.string("NHWC"),
                         out_layout=j.string(""), padding=[0, 0, 0, 0],
                         pool_size=[2, 2], strides=[2, 2])

    def dense(self, data, name, p, channels, before, after):
        """A dense layer on the flattened image. Its columns were trained on channels
        before rows; here channels come last."""
        units, inputs = p[f"{name}_weight"].shape
        side = round((inputs // channels)**0.5)
        columns = p[f"{name}_weight"].reshape(units, channels, side, side)
        weight, scale = quantize_weight(
            columns.transpose(0, 2, 3, 1).reshape(units, inputs), axes=(0, 1))
        sums_scale = before.scale * scale
        bias = quantize_bias(p[f"{name}_bias"], sums_scale)
        j = self.json
        flat = self.call("reshape", [data], "ReshapeAttrs", allowzero=0,
                         newshape=[-1, inputs])
        args = [flat, self.parameter(f"{name}_weight", weight),
                self.constant(before.zero), self.constant(np.int32(0)),
                self.constant(before.scale), self.constant(scale)]
        sums = self.call("qnn.dense", args, "DenseAttrs", out_dtype="int32",
                         units=j.add("IntImm", dtype="int32", span=0, value=units))
        sums = self.call("nn.bias_add", [sums, self.parameter(f"{name}_bias", bias)],
                         "BiasAddAttrs", axis=1)
        return self.requantize(sums, sums_scale, after, axis=-1)

    def softmax(self, data, before):
        """In floats; probabilities are 256ths, from -128 on."""
        real = self.call("qnn.dequantize",
                         [data, self.constant(before.scale), self.constant(before.zero)],
                         "DequantizeAttrs", axis=-1, out_dtype="float32")
        real = self.call("nn.softmax", [real], "SoftmaxAttrs", axis=-1)
        args = [real, self.constant(np.float32(1 / 256)),
                self.constant(np.int32(INT8.min))]
        return self.call("qnn.quantize", args, "QuantizeAttrs", axis=-1,
                         out_dtype="int8")

    def module(self, body, output):
        """The module whose @main takes the variables and returns `body`."""
        j = self.json
        names = j.map(output_tensor_names=j.array([j.string(output)]))
        function = j.add(
            "relay.Function", _checked_type_=0, attrs=j.add("DictAttrs", __dict__=names),
            body=body, params=j.array(self.variables), ret_type=0, span=0,
            type_params=j.array([]), virtual_device_=self.device)
        main = j.add("GlobalVar", _checked_type_=0, name_hint=j.string("main"), span=0,
                     struct_info_=0, virtual_device_=self.device)
        # Its keys are no strings, so keys and values alternate.
        functions = j.append({"type_key": "Map", "data": [main, function]})
        return j.text(j.add(
            "IRModule", attrs=j.add("DictAttrs", __dict__=j.map()), functions=functions,
            global_infos=j.map(), global_type_var_map_=j.map(),
            global_var_map_=j.map(main=main),
            source_map=j.add("SourceMap", source_map=j.map()),
            type_definitions=j.map()))


def main():
    folder = pathlib.Path(__file__).resolve().parent
    out = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else folder
    images, _, _, seen = train.load_data(np.random.RandomState(train.SEED))
    p = read_params(folder / "digits.params")
    ranges = calibrate(p, images[seen])
    for name, activation in ranges.items():
        print(f"{name:5} scale {activation.scale:.9g}, zero point {activation.zero}")

    net = Network()
    value = net.variable("data", (1, 8, 8, 1), "int8")
    value = net.conv2d_relu(value, "conv1", p, ranges["image"], ranges["conv1"])
    value = net.max_pool(value)
    value = net.conv2d_relu(value, "conv2", p, ranges["conv1"], ranges["conv2"])
    value = net.max_pool(value)
    channels = len(p["conv2_bias"])
    value = net.dense(value, "fc", p, channels, ranges["conv2"], ranges["fc"])
    value = net.softmax(value, ranges["fc"])

    (out / "digits_int8.json").write_text(net.module(value, "probabilities"))
    (out / "digits_int8.params").write_bytes(train.params_bytes(net.parameters))


if __name__ == "__main__":
    main()
