#!/usr/bin/python3
"""Writes the module of a name to standard output, nested or long as given.

Usage: nest.py NAME DEPTH
"""

import sys

X = "def @main(%x: Tensor[(2), float32]) { "


def doubling(statement):
    """Each line uses the one before it twice."""
    return lambda n: X + "".join(
        statement.format(i=i, last=i - 1 if i else "x")
        for i in range(n)) + f"%{n - 1} }}"


def nested(before, after, head=X, inner="%x"):
    return lambda n: head + before * n + inner + after * n + " }"


MODULES = {
    "parentheses": nested("(", ")"),
    "calls": nested("nn.relu(", ")"),
    "open-calls": nested("nn.relu(", ""),
    "operators": nested("%x + (", ")"),
    "projections": nested("(", ",).0"),
    "comments": lambda n: "/*" * n + "*/" * n + X + "%x }",
    "tuples": nested("(", ",)"),
    "references": nested("ref(", ")"),
    "types": lambda n: "def @main(%x: " + "(" * n + "float32" + ",)" * n +
    ") { %x }",
    "lists": lambda n: X + "reshape(%x, newshape=" + "[" * n + "]" * n + ") }",
    "ifs": nested("if (%c) { %x } else { ", " }",
                  "def @main(%c: bool, %x: float32) { "),
    "functions": nested("(fn () { ", " })()"),
    "matches": nested("match (%x) { C(%a) => ", " }",
                      "type B { C(float32), }\ndef @main(%x: B) { ", "%x"),
    "parameters": lambda n: "def @main(" + ", ".join(
        f"%x{i}: float32" for i in range(n)) + ") { %x0 }",
    "pairs": doubling("%{i} = (%{last}, %{last});\n"),
    "data-types": lambda n: "type P[A] { C(A), }\n" + doubling(
        "%{i} = C((%{last}, %{last}));\n")(n),
    "closures": doubling("%{i} = fn () {{ (%{last}, %{last}) }};\n"),
    # Each tuple is as large as one may be, and there are many.
    "many-tuples": lambda n: X + "%0 = (" + "%x, " * 100000 + ");\n" + "".join(
        f"%{i + 1} = (%{i},);\n" for i in range(n)) + f"%{n} }}",
}

print('#[version = "0.0.5"]')
print(MODULES[sys.argv[1]](int(sys.argv[2])))
