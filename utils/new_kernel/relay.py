"""What Relay's operators take, and covers made from that."""

import dataclasses
import json
import re
import subprocess

from quantized import Quantities, is_quantity


class RelayError(Exception):
    pass


@dataclasses.dataclass
class Node:
    """A front op of a cover and the one that makes its first operand."""
    op: str
    child: "Node" = None

    def chain(self):
        """From the first op to the last."""
        return (self.child.chain() if self.child else []) + [self.op]


def parse_cover(text):
    """`nn.relu(nn.bias_add(nn.dense))`."""
    names = re.fullmatch(r"\s*([\w.]+(?:\s*\(\s*[\w.]+)*)[\s)]*", text)
    if not names or text.count("(") != text.count(")"):
        raise RelayError(f"'{text}' is no cover: write an operator such as "
                         "nn.softmax, or nn.relu(nn.dense) for a fusion")
    node = None
    for name in reversed(re.split(r"\s*\(\s*", names[1])):
        node = Node(name.removeprefix("relay."), node)
    return node


def load_schema(tblgen, include_dirs, td):
    """Operands and attributes of each operator, from the records of the dialect."""
    command = [tblgen, "-gen-relay-op-json",
               *(f"-I{d}" for d in include_dirs), str(td)]
    result = subprocess.run(command, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True)
    if result.returncode:
        raise RelayError(f"{' '.join(map(str, command))}: {result.stderr.strip()}")
    return json.loads(result.stdout)


def lookup(schema, op):
    if op in schema:
        return schema[op]
    last = op.split(".")[-1]
    near = [name for name in schema if name.split(".")[-1] == last]
    near = near or [name for name in schema if last in name]
    hint = f"; there is {', '.join(sorted(near)[:5])}" if near else ""
    raise RelayError(f"Relay has no operator '{op}'{hint}")


# What a kernel need not be told, since its tensors' shapes say it.
SAID_BY_SHAPES = {"units", "channels", "kernel_size", "newshape", "shape"}


def works_on_images(schema, op):
    """Whether the operator states the layout of 2-D activations."""
    return any(is_layout(attr["name"]) and attr.get("default", "").strip('"') in ("NCHW", "NHWC")
               for attr in lookup(schema, op)["attributes"])


class Front:
    """What is known of the operators of a cover."""

    def __init__(self, cover, schema):
        ops = cover.chain()
        self.attrs = {attr["name"] for op in ops for attr in lookup(schema, op)["attributes"]}
        self.operands = [o["name"] for index, op in enumerate(ops)
                         for o in schema[op]["operands"][1 if index else 0:]
                         if not is_quantity(o["name"])]
        self.is_image = any(works_on_images(schema, op) for op in ops)
        self.is_matrix = any(op in ("nn.dense", "nn.matmul", "qnn.dense") for op in ops)
        self.clips = "clip" in ops
        self.quantities = Quantities(cover, schema)


def is_layout(name):
    return name == "layout" or name.endswith("_layout")


class CoverWriter:
    """Writes the cover of a kernel: every attribute is bound or constrained."""

    def __init__(self, schema, front, operands, attrs, output, layout):
        """`operands` and `attrs` are the kernel's, by name and in order."""
        self.schema = schema
        self.quantities = front.quantities
        self.layout = layout
        self.operands = list(operands)
        self.attrs = set(attrs)
        self.output = output
        self.bound_attrs = set()
        self.unbound_attrs = []
        """Attributes of front ops that nothing is known about: the build asks for them."""

    def write(self, node, indent):
        op = lookup(self.schema, node.op)
        parts, first = [], None
        for index, operand in enumerate(op["operands"]):
            if index == 0 and node.child:
                parts.append(self.write(node.child, indent + "    "))
            elif is_quantity(operand["name"]):
                parts.append(self._quantity(node.op, operand["name"]))
            elif self.operands:
                name = self.operands.pop(0)
                first = first or name
                parts.append("$" + name)
            elif operand["optional"]:
                parts.append("Absent")
            else:
                raise RelayError(
                    f"the function has no parameter for operand "
                    f"'{operand['name']}' of '{node.op}': operands are pointers to const")
        bound = [p.removeprefix("$") for p in parts
                 if p.startswith("$") and p.removeprefix("$") not in self.attrs]
        attrs = [(attr["name"], self._attr(node.op, attr, bound)) for attr in op["attributes"]]
        parts += [text for _, text in attrs if text]
        self.unbound_attrs += [(node.op, name) for name, text in attrs if not text]
        separator = ",\n" + indent + "    "
        text = ", ".join(parts)
        if len(text) > 60:
            text = separator.join(parts)
        return f"({op['def']} {text})"

    def _quantity(self, op, operand):
        """A scale or zero point: an attribute, or what is known without one."""
        name = self.quantities.attribute(op, operand)
        if name and name in self.attrs:
            self.bound_attrs.add(name)
            return "$" + name
        if known := self.quantities.unsaid(op, operand):
            return known
        self.unbound_attrs.append((op, operand))
        return "$" + name

    def _attr(self, op, attr, bound):
        name, kind = attr["name"], attr["kind"]
        default = attr.get("default")
        if name in self.attrs:
            self.bound_attrs.add(name)
            return "$" + name
        if op == "qnn.requantize":
            if name == "axis":
                return f"(Quantized_Axis<{1 if self.layout == 'NCHW' else -1}>):$axis"
            if name in ("rounding", "compute_dtype"):
                return f"quantizedNotAsRelay:${name}"
        if is_layout(name) and self.layout:
            place = {"layout": 0, "data_layout": 0, "kernel_layout": 1}.get(name)
            target = bound[place] if place is not None and place < len(bound) \
                else self.output
            return f"(Layout ${target}):${name}"
        if name == "axis" and op == "nn.bias_add":
            # Channels are the last dimension of matrices, and of images in NHWC.
            return f"(AxisIs<{1 if self.layout == 'NCHW' else -1}>):$axis"
        if kind == "DType":
            return f"(Ignored<\"the result's type says it\">):${name}"
        if name in SAID_BY_SHAPES:
            return f"(Ignored<\"the operands' shapes say it\">):${name}"
        if default is None:
            return None
        return f"({self._must_be(name, kind, default)}):${name}"

    @staticmethod
    def _must_be(name, kind, default):
        """The function gets no such argument: it must have Relay's default."""
        numbers = re.findall(r"-?\d+", default)
        if kind == "Int" and name == "axis":
            return f"AxisIs<{default}>"
        if kind in ("Ints", "IntOrInts") and len(set(numbers)) == 1:
            return f"AllAre<{numbers[0]}>"
        if kind in ("String", "DType"):
            return "IsString<\"" + default.strip('"') + "\">"
        return "Is<\"" + default.replace('"', '\\"') + "\">"
