#!/usr/bin/python3
"""Writes a TVM parameter file.

Usage: make_params.py OUT.params NAME:DTYPE:SHAPE:VALUES ...
DTYPE is f4, i1 ... as in make_npz.py, VALUES are numbers separated by commas.
"""
import struct
import sys

CODES = {"f4": (2, "f"), "f8": (2, "d"), "i1": (0, "b"), "i4": (0, "i"),
         "u1": (1, "B")}


def text(name):
    return struct.pack("<Q", len(name)) + name.encode()


def array(dtype, shape, values):
    kind, code = CODES[dtype]
    size = int(dtype[1:])
    data = struct.pack(f"<{len(values)}{code}", *values)
    return (struct.pack("<QQiiiBBH", 0xDD5E40F096B4A13F, 0, 1, 0, len(shape),
                        kind, 8 * size, 1) +
            struct.pack(f"<{len(shape)}qq", *shape, len(data)) + data)


def main(out, *args):
    names, arrays = b"", b""
    for arg in args:
        name, dtype, shape, values = arg.rsplit(":", 3)
        number = float if dtype[0] == "f" else int
        names += text(name)
        arrays += array(dtype, [int(d) for d in shape.split("x") if d],
                        [number(v) for v in values.split(",")])
    count = struct.pack("<Q", len(args))
    with open(out, "wb") as file:
        file.write(struct.pack("<QQ", 0xF7E58D4F05049CB7, 0) + count + names +
                   count + arrays)


if __name__ == "__main__":
    main(*sys.argv[1:])
