# ===- kernels.py - Calling the portable kernels --------------*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Calls the functions of dsp_portable.h by the names of their parameters.

Prototypes and structs are read from the header itself, preprocessed by the
host's C compiler. Every call runs under guard bytes around its output and makes
sure that what the kernel reads stays as it was.
"""
import ctypes
import os
import re
import subprocess

import numpy as np

GUARD = 64  # bytes before and after an output, filled with GUARD_BYTE
GUARD_BYTE = 0xA5

OK = 0
BAD_ARGUMENT = 1
INFINITY = float("inf")

_SCALARS = {
    "float": ctypes.c_float,
    "double": ctypes.c_double,
    "int32_t": ctypes.c_int32,
    "int64_t": ctypes.c_int64,
}


def _parameter(text):
    """'const float *input' -> ('const float *', 'input')."""
    kind, name = re.fullmatch(r"(.*?[\s*])(\w+)", text.strip()).groups()
    return kind.strip(), name


class _Header:
    """The structs, enumerators and prototypes of a C header."""

    def __init__(self, path, compiler):
        text = subprocess.run(
            [compiler, "-E", "-P", path], check=True, capture_output=True, text=True
        ).stdout
        text = re.sub(r"\s+", " ", text)
        self.structs = {}
        for name, body in re.findall(r"typedef struct (\w+) \{(.*?)\} \w+;", text):
            fields = []
            for declaration in filter(None, map(str.strip, body.split(";"))):
                kind, first = _parameter(declaration.split(",")[0])
                for field in [first] + declaration.split(",")[1:]:
                    fields.append((field.strip(), self._field_type(kind)))
            self.structs[name] = type(name, (ctypes.Structure,), {"_fields_": fields})
        self.enumerators = {
            name: int(value)
            for body in re.findall(r"typedef enum \w+ \{(.*?)\}", text)
            for name, value in re.findall(r"(\w+) = (\d+)", body)
        }
        self.prototypes = {
            name: [_parameter(p) for p in parameters.split(",")]
            for name, parameters in re.findall(
                r"portable_status portable_(\w+)\(([^)]*)\);", text
            )
        }

    @staticmethod
    def _field_type(kind):
        return ctypes.c_void_p if kind.endswith("*") else _SCALARS.get(kind, ctypes.c_int)


HEADER = _Header(os.environ["DSP_PORTABLE_HEADER"], os.environ.get("CC", "cc"))
LIBRARY = ctypes.CDLL(os.environ["DSP_PORTABLE_LIBRARY"])


def _ints(values):
    return np.ascontiguousarray(values, dtype=np.int32)


def _struct(kind, values, keep):
    struct = HEADER.structs[kind]()
    fields = dict(struct._fields_)
    assert set(values) == set(fields), set(values) ^ set(fields)
    for name, value in values.items():
        if fields[name] is ctypes.c_void_p:
            keep.append(_ints(value))
            value = keep[-1].ctypes.data if len(keep[-1]) else None
        setattr(struct, name, value)
    return struct


def status_of(kernel, **arguments):
    """The status of a call with just these arguments, arrays as they are."""
    parameters = HEADER.prototypes[kernel]
    assert set(arguments) == {name for _, name in parameters}, (
        set(arguments) ^ {name for _, name in parameters})
    keep, values = [], []
    for kind, name in parameters:
        value = arguments[name]
        struct = re.fullmatch(r"const (\w+) ?\*", kind)
        if value is None:
            value = ctypes.c_void_p(None)
        elif struct and struct.group(1) in HEADER.structs:
            keep.append(_struct(struct.group(1), value, keep))
            value = ctypes.byref(keep[-1])
        elif kind.count("*") == 2:  # an array of buffers
            keep.append((ctypes.c_void_p * len(value))(*[v.ctypes.data for v in value]))
            value = keep[-1]
        elif kind.endswith("*"):
            if not isinstance(value, np.ndarray):
                value = _ints(value)
            assert value.flags.c_contiguous
            keep.append(value)
            value = ctypes.c_void_p(value.ctypes.data)
        else:
            value = _SCALARS.get(kind, ctypes.c_int)(value)
        values.append(value)
    return getattr(LIBRARY, "portable_" + kernel)(*values)


def guarded(shape, dtype):
    """A buffer with guard bytes around it and the array inside."""
    size = int(np.prod(shape, dtype=np.int64)) * np.dtype(dtype).itemsize
    buffer = np.full(size + 2 * GUARD, GUARD_BYTE, dtype=np.uint8)
    return buffer, buffer[GUARD : GUARD + size].view(dtype).reshape(shape)


def guards_intact(buffer):
    return (buffer[:GUARD] == GUARD_BYTE).all() and (buffer[-GUARD:] == GUARD_BYTE).all()


def run(kernel, shape, dtype=np.float32, **arguments):
    """The output, of this shape and type, of a call that must succeed."""
    buffer, output = guarded(shape, dtype)
    before = {
        name: value.copy()
        for name, value in arguments.items()
        if isinstance(value, np.ndarray)
    }
    status = status_of(kernel, output=output, **arguments)
    assert status == OK, f"{kernel} returned {status}"
    assert guards_intact(buffer), f"{kernel} wrote outside its output"
    for name, value in before.items():
        assert value.tobytes() == arguments[name].tobytes(), f"{kernel} changed {name}"
    return output


def run_in_place(kernel, values, operand="input", **arguments):
    """The same where the output is the operand's own buffer."""
    buffer, output = guarded(values.shape, values.dtype)
    output[...] = values
    status = status_of(kernel, output=output, **{operand: output}, **arguments)
    assert status == OK, f"{kernel} returned {status}"
    assert guards_intact(buffer), f"{kernel} wrote outside its output"
    return output


def draws(seed, count):
    """`count` numbered random generators, so that a failure can be repeated."""
    for i in range(count):
        yield i, np.random.default_rng([seed, i])


def normal(rng, *shape):
    return np.asarray(rng.standard_normal(shape), np.float32)


def assert_close(got, want, rtol=1e-5, atol=1e-5):
    np.testing.assert_allclose(got, want, rtol=rtol, atol=atol, equal_nan=True)
