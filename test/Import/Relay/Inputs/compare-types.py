#!/usr/bin/python3
"""Compares the types that the relay dialect infers with those that TVM inferred.

Usage: compare-types.py FOLDER...     looks for mod.json in all folders under these

TVM's JSON holds the type of each call; the importer does not read them, so the
types of the IR come from the dialect's rules alone. An operation's location
leads to its node: the line that the node begins at. Prints what is different.
"""

import json
import pathlib
import re
import subprocess
import sys

LOC_ALIAS = re.compile(r"^(#loc\d*) = loc\((.*)\)$", re.MULTILINE)
OP = re.compile(r"= relay\.([\w.]+)[^\n]*-> ([^\n]*?) loc\(([^\n]*)\)$",
                re.MULTILINE)
PLACE = re.compile(r'mod\.json":(\d+):')
ALIAS = re.compile(r"#loc\d*")


def node_lines(text):
    """The line that each node of the graph begins at."""
    return [number for number, line in enumerate(text.split("\n"), 1)
            if line.rstrip() == "    {"]


def spell(nodes, index):
    """A type as MLIR prints it; "" if it has more in it than tensors."""
    node = nodes[index]
    attrs = node.get("attrs", {})
    if node["type_key"] == "TupleType":
        fields = [spell(nodes, field)
                  for field in nodes[int(attrs["fields"])].get("data", [])]
        return ", ".join(fields) if all(fields) else ""
    if node["type_key"] != "relay.TensorType":
        return ""
    dims = [nodes[dim]["attrs"].get("value", "?")
            for dim in nodes[int(attrs["shape"])].get("data", [])]
    dtype = attrs["dtype"]
    for relay, mlir in (("uint", "ui"), ("int", "i"), ("bfloat", "bf"),
                        ("float", "f"), ("bool", "i1")):
        if dtype.startswith(relay):
            dtype = mlir + dtype[len(relay):]
            break
    return "tensor<" + "".join(f"{dim}x" for dim in dims) + dtype + ">"


def compare(path):
    text = path.read_text()
    nodes = json.loads(text)["nodes"]
    node_at = {line: index for index, line in enumerate(node_lines(text))}
    command = ["dsp-translate", "--import-relay", "--mlir-print-debuginfo",
               "--mlir-elide-resource-strings-if-larger=1", str(path)]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode:
        return 0
    locations = dict(LOC_ALIAS.findall(result.stdout))

    def line_of(location, depth=0):
        place = PLACE.search(location)
        if place:
            return int(place.group(1))
        for alias in ALIAS.findall(location):
            if depth < 4 and (line := line_of(locations[alias], depth + 1)):
                return line
        return None

    count = 0
    for op, got, location in OP.findall(result.stdout):
        node = nodes[node_at.get(line_of(location) or 0, 0)]
        if node["type_key"] != "relay.Call":
            continue
        want = int(node["attrs"].get("_checked_type_", "0"))
        if not want or nodes[int(node["attrs"]["op"])]["type_key"] != "Op":
            continue
        want = spell(nodes, want)
        if not want:
            continue
        count += 1
        if got.strip("()") != want:
            print(f"{path}: {op} is {got}, in TVM {want}")
    return count


def main():
    paths = [path for folder in sys.argv[1:]
             for path in sorted(pathlib.Path(folder).rglob("mod.json"))]
    print(f"{sum(map(compare, paths))} calls in {len(paths)} modules")


if __name__ == "__main__":
    main()
