"""The files of a new library, and what is added to an existing one."""

import pathlib
import re

from quantized import is_quantity

FILES = {
    "CMakeLists.txt": '''\
cmake_minimum_required(VERSION 3.24)
project({Camel} C CXX)
find_package(DspMlir REQUIRED)
enable_testing()
add_library({name}_dsp STATIC {name}_dsp.c)
add_dsp_kernels({name} TD {Camel}.td HEADER {name}_dsp.h LIBRARY {name}_dsp TESTS test)
''',
    "{Camel}.td": '''\
// The kernels of library '{name}', all that dsp-mlir is told about them.

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"

def {Camel} : Dsp_Library<"{name}"> {{
  let summary = "{summary}";
  let version = "0.1";
  let header = "{name}_dsp.h";
  let linkName = "{name}_dsp";
  let status = Dsp_Status<"{name}_status", /*good=*/0>;
  let idRange = [0x100, 0x1FF];
}}
''',
    "{name}_dsp.h": '''\
#ifndef {NAME}_DSP_H
#define {NAME}_DSP_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {{
#endif

typedef enum {{ {NAME}_OK = 0, {NAME}_ERROR = -1 }} {name}_status;

/* out[i] = max(in[i], 0); in and out may be one buffer. */
{name}_status {name}_relu_f32(const float *in, float *out, int32_t n);

#ifdef __cplusplus
}}
#endif

#endif
''',
    "{name}_dsp.c": '''\
#include "{name}_dsp.h"

{name}_status {name}_relu_f32(const float *in, float *out, int32_t n) {{
  for (int32_t i = 0; i < n; ++i)
    out[i] = in[i] > 0.0f ? in[i] : 0.0f;
  return {NAME}_OK;
}}
''',
}

TEST = '''\
// {function} computes what the portable library does, on random numbers.
//
// RUN: dsp-run %s %library{others} --against portable
// RUN: dsp-compile %s %library{others} --emit dsp | FileCheck %s
// CHECK: dsp.{library}.{kernel}
#[version = "0.0.5"]
def @main({params}) {{
{body}
}}
'''

# What operands look like in a test, for operators whose operands differ.
SAMPLE_SHAPES = {
    "nn.dense": ["4, 8", "16, 8"],
    "nn.matmul": ["4, 8", "8, 16"],
    "nn.batch_matmul": ["2, 4, 8", "2, 16, 8"],
    "nn.conv2d": ["1, 8, 10, 10", "16, 8, 3, 3"],
    "nn.max_pool2d": ["1, 8, 10, 10"],
    "nn.avg_pool2d": ["1, 8, 10, 10"],
    "nn.global_avg_pool2d": ["1, 8, 10, 10"],
    "nn.prelu": ["1, 8, 4, 4", "8"],
}
SAMPLE_SHAPES |= {f"qnn.{op}": SAMPLE_SHAPES[f"nn.{op}"] for op in ("dense", "conv2d")}
# Attributes without which Relay can't type the operator.
SAMPLE_ATTRS = {
    "nn.matmul": "units=16", "nn.dense": "units=16",
    "nn.conv2d": "channels=16, kernel_size=[3, 3]",
    "nn.max_pool2d": "pool_size=[2, 2]",
    "nn.avg_pool2d": "pool_size=[2, 2]",
    "nn.leaky_relu": "alpha=0.1f", "clip": "a_min=-0.5f, a_max=0.5f",
    "qnn.dense": 'units=16, out_dtype="int32"',
    "qnn.conv2d": 'channels=16, kernel_size=[3, 3], out_dtype="int32"',
}
# Scales that make something of random numbers; the sums' is the product of the first two.
SAMPLE_SCALES = {"input_scale": "0.05f", "weight_scale": "0.02f", "output_scale": "0.1f"}
SUMS_SCALE = "0.001f"


RELAY_NAMES = {"Dsp_F32": "float32", "Dsp_F64": "float64", "Dsp_Bool": "bool"}
RELAY_NAMES |= {f"Dsp_I{bits}": f"int{bits}" for bits in (8, 16, 32, 64)}
RELAY_NAMES |= {f"Dsp_U{bits}": f"uint{bits}" for bits in (8, 16, 32, 64)}


class ScaffoldError(Exception):
    pass


def camel(name):
    return "".join(word.capitalize() for word in name.split("_"))


def create_library(name, summary, folder):
    """Writes the folder of a library without kernels."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise ScaffoldError(f"'{name}' is no name for a library: take lower-case letters, "
                            "digits and underscores")
    if folder.exists() and any(folder.iterdir()):
        raise ScaffoldError(f"'{folder}' is there already and not empty")
    words = {"name": name, "NAME": name.upper(), "Camel": camel(name),
             "summary": summary or f"Kernels of {camel(name)}"}
    (folder / "test").mkdir(parents=True)
    for path, text in FILES.items():
        (folder / path.format(**words)).write_text(text.format(**words), encoding="utf-8")
    return folder / f"{camel(name)}.td"


class LibraryFile:
    """The .td of a library, as far as it must be understood to add to it."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        try:
            self.text = self.path.read_text(encoding="utf-8")
        except OSError as error:
            raise ScaffoldError(f"cannot read '{path}': {error.strerror}") from error
        library = re.search(r'def\s+(\w+)\s*:\s*Dsp_Library<"(\w+)">\s*\{(.*?)\n\}',
                            self.text, re.DOTALL)
        if not library:
            raise ScaffoldError(f"{path}: error: there is no 'def … : Dsp_Library<\"…\"> {{ … }}'")
        self.definition, self.name, body = library.groups()
        header = re.search(r'let\s+header\s*=\s*"([^"]+)"', body)
        self.header = header[1] if header else f"{self.name}.h"
        status = re.search(r'let\s+status\s*=\s*Dsp_Status<"([^"]+)"', body)
        self.status = status[1] if status else "void"
        first, last = 0, 0xFFFF
        if found := re.search(r"let\s+idRange\s*=\s*\[\s*(\w+)\s*,\s*(\w+)\s*\]", body):
            first, last = int(found[1], 0), int(found[2], 0)
        self.id_range = first, last

    def kernels(self):
        """Names and IDs of the kernels that the file defines itself."""
        return {name: int(number, 0) for name, number in re.findall(
            r'"(\w+)"\s*,\s*(0x[0-9a-fA-F]+|\d+)\s*[,>]', self.text)}

    def check_id(self, number, frozen=()):
        first, last = self.id_range
        if not first <= number <= last:
            raise ScaffoldError(f"{self.path}: error: ID {number:#x} is outside the library's idRange "
                                f"[{first:#x}, {last:#x}]; the next free one is "
                                f"{self.next_id(frozen):#x}")
        owner = next((name for name, taken in self.kernels().items() if taken == number), None)
        owner = f"by kernel '{owner}'" if owner else \
            f"by a kernel of {self.name}.ids" if number in frozen else ""
        if owner:
            raise ScaffoldError(f"{self.path}: error: ID {number:#x} is taken {owner}; the next free "
                                f"one is {self.next_id(frozen):#x}")

    def use_quantization(self):
        """Sees to it that records can speak of quantised layers."""
        include = 'include "dsp/Libraries/QuantizedFusion.td"'
        if include not in self.text:
            last = re.findall(r'^include\s+"[^"]+"$', self.text, re.MULTILINE)[-1]
            self.text = self.text.replace(last, f"{last}\n{include}", 1)
        header = "dsp/Libraries/Quantization.h"
        if known := re.search(r'let\s+cppHeader\s*=\s*"([^"]+)"', self.text):
            return f"#include \"{header}\" in {known[1]}" if known[1] != header else ""
        self.text = re.sub(r'(def\s+\w+\s*:\s*Dsp_Library<"\w+">\s*\{)',
                           f'\\1\n  let cppHeader = "{header}";', self.text, count=1)
        return ""

    def next_id(self, frozen=()):
        first, last = self.id_range
        taken = set(self.kernels().values()) | set(frozen)
        number = max([i for i in taken if first <= i <= last], default=first - 1) + 1
        if number > last:
            raise ScaffoldError(f"{self.path}: error: every ID up to {last:#x} is taken: "
                                "extend the library's idRange")
        return number

    def frozen_ids(self):
        """What <library>.ids says, whose kernels may be gone from the .td."""
        path = self.path.with_name(f"{self.name}.ids")
        if not path.exists():
            return []
        return [int(line.split()[0], 0) for line in path.read_text().splitlines()
                if line.strip() and not line.startswith("#")]

    def append(self, record):
        self.path.write_text(self.text.rstrip("\n") + "\n" + record, encoding="utf-8")


def _sample_quantity(operand, of_sums):
    if operand.endswith("_zero_point"):
        return "0"
    return SUMS_SCALE if of_sums and operand == "input_scale" else \
        SAMPLE_SCALES.get(operand, "0.05f")


def conformance_test(library, kernel, function, guess, cover, schema):
    """Relay text on which the kernel is compared with the portable library."""
    params, lines, value = [], [], None
    for index, op in enumerate(cover.chain()):
        names = [value] if value else []
        shapes = SAMPLE_SHAPES.get(op, ["4, 8"] * 8)
        for position in range(len(names), len(schema[op]["operands"])):
            operand = schema[op]["operands"][position]["name"]
            if is_quantity(operand):
                names.append(_sample_quantity(operand, of_sums=index > 0))
                continue
            shape = shapes[position]
            if op == "nn.bias_add":
                shape = "16"
            bound = guess.inputs[min(len(params), len(guess.inputs) - 1)]
            params.append(f"%x{len(params)}: Tensor[({shape}), {RELAY_NAMES[bound.element]}]")
            names.append(f"%x{len(params) - 1}")
        attrs = SAMPLE_ATTRS.get(op)
        if op == "qnn.requantize":
            attrs = f'out_dtype="{RELAY_NAMES[guess.outputs[0].element]}"'
        if op == "clip" and index:
            attrs = "a_min=-100f, a_max=100f" if guess.quantities else attrs
        if "pool_size" in (attrs or "") and "strides" in guess.attrs:
            attrs += ", strides=[2, 2]"
        call = f"{op}({', '.join(names + ([attrs] if attrs else []))})"
        value = f"%{index}"
        last = index + 1 == len(cover.chain())
        lines.append(f"  {call}" if last else f"  {value} = {call};")
    # Relay's images are NCHW: somebody has to transpose what comes in and goes out.
    others = " --library portable" if guess.front.is_image else ""
    if guess.quantities.scales_output:
        others += " --numerics tflite"
    return TEST.format(others=others, function=function, library=library, kernel=kernel,
                       params=", ".join(params), body="\n".join(lines))
