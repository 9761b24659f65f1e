#!/usr/bin/python3
"""Writes a long chain of nn.conv2d, nn.bias_add and nn.relu as Relay text.

Usage: conv_chain.py OPS OUT_FOLDER [--shared-weights]

Writes chain.relay and chain.params. Convolutions are 3x3 over two channels of a
4x4 image, so that the compiler's work per op is all that is measured. Every
convolution has weights of its own unless they are to be shared by all.
"""

import argparse
import pathlib
import struct

import numpy as np

CHANNELS = 2
SIZE = 4


def tensor(*shape):
    return f"Tensor[({', '.join(map(str, shape))}{',' * (len(shape) == 1)}), float32]"


def write_params(path, params):
    """TVM's parameter file (see examples/digits/train.py)."""
    with open(path, "wb") as out:
        out.write(struct.pack("<QQQ", 0xF7E58D4F05049CB7, 0, len(params)))
        for name in params:
            out.write(struct.pack("<Q", len(name)) + name.encode())
        out.write(struct.pack("<Q", len(params)))
        for array in params.values():
            out.write(struct.pack("<QQiiiBBH", 0xDD5E40F096B4A13F, 0, 1, 0,
                                  array.ndim, 2, 32, 1))
            out.write(struct.pack(f"<{array.ndim}q", *array.shape))
            out.write(struct.pack("<q", array.nbytes) + array.tobytes())


def write_chain(ops, folder, shared_weights=False):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.RandomState(0)
    weight_shape, bias_shape = (CHANNELS, CHANNELS, 3, 3), (CHANNELS,)
    params, body, previous = {}, [], "%data"
    for op in range(ops):
        suffix = 0 if shared_weights else op // 3
        if op % 3 == 0:
            weight = f"weight_{suffix}"
            params[weight] = rng.normal(0, 0.3, weight_shape).astype("<f4")
            text = (f"nn.conv2d({previous}, %{weight}, padding=[1, 1, 1, 1], "
                    f"channels={CHANNELS}, kernel_size=[3, 3])")
        elif op % 3 == 1:
            bias = f"bias_{suffix}"
            params[bias] = rng.normal(0, 0.3, bias_shape).astype("<f4")
            text = f"nn.bias_add({previous}, %{bias})"
        else:
            text = f"nn.relu({previous})"
        if op == ops - 1:
            body.append(f"  {text}\n")
        else:
            body.append(f"  %{op} = {text};\n")
        previous = f"%{op}"

    image = tensor(1, CHANNELS, SIZE, SIZE)
    signature = [f"%data: {image}"]
    signature += [f"%{name}: {tensor(*array.shape)}" for name, array in params.items()]
    with open(folder / "chain.relay", "w") as out:
        out.write('#[version = "0.0.5"]\n')
        out.write(f"def @main({', '.join(signature)}) -> {image} {{\n")
        out.writelines(body)
        out.write("}\n")
    write_params(folder / "chain.params", params)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("ops", type=int)
    parser.add_argument("folder")
    parser.add_argument("--shared-weights", action="store_true")
    arguments = parser.parse_args()
    write_chain(arguments.ops, arguments.folder, arguments.shared_weights)


if __name__ == "__main__":
    main()
