"""Writes a .npz file without NumPy, which the tests can't rely on.

Usage: make_npz.py OUT.npz [--fortran] [--deflate] NAME:DTYPE:SHAPE:VALUES ...
VALUES are numbers separated by commas, or rampN for a ramp of N-ths from -1 on.
"""
import struct
import sys
import zipfile

CODES = {"f4": "f", "f8": "d", "i1": "b", "u1": "B", "i2": "h", "i4": "i",
         "i8": "q", "b1": "?", "f2": "e"}


def npy(dtype, shape, values, fortran):
    order = dtype[0] if dtype[0] in "<>|=" else "<"
    kind = dtype.lstrip("<>|=")
    header = "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }" % (
        order + kind, fortran, "".join(f"{d}," for d in shape))
    header += " " * (-(10 + len(header) + 1) % 64) + "\n"
    prefix = "<" if order in "<|=" else ">"
    return (b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) +
            header.encode() +
            struct.pack(f"{prefix}{len(values)}{CODES[kind]}", *values))


def main(out, *args):
    fortran = "--fortran" in args
    method = zipfile.ZIP_DEFLATED if "--deflate" in args else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", method) as archive:
        for arg in args:
            if arg.startswith("--"):
                continue
            name, dtype, shape, text = arg.rsplit(":", 3)
            shape = [int(d) for d in shape.split("x") if d]
            count = 1
            for dim in shape:
                count *= dim
            if text.startswith("ramp"):
                values = [i / int(text[4:]) - 1 for i in range(count)]
            else:
                number = float if "f" in dtype else int
                values = [number(v) for v in text.split(",")]
                values = values * count if len(values) == 1 else values
            archive.writestr(name + ".npy", npy(dtype, shape, values, fortran))


main(*sys.argv[1:])
