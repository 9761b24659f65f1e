"""Imports models from text and from JSON; both must give the same ops and types.

Usage: text-and-json.py FOLDER... where a folder holds mod.relay, mod.json and
mod.params. The text has its numbers rounded, so their values may differ.
"""
import pathlib
import re
import subprocess
import sys

NUMBERS = re.compile(r"dense(_resource)?<.*?> :|(?<= = )-?\d+\.\d+(?:e[+-]\d+)?(?=[,}])")


def import_model(path, params):
    """The module's text without its constants' elements."""
    text = subprocess.run(
        ["dsp-translate", "--import-relay", str(path), f"--relay-params={params}",
         "--mlir-elide-resource-strings-if-larger=10"],
        check=True, stdout=subprocess.PIPE, text=True).stdout
    return NUMBERS.sub("#", text.split("{-#")[0])


def declared_types(path):
    """Results' types as TVM has written them into the text: op, shape, dtype."""
    text = path.read_text().split("#[metadata]")[0]
    pattern = r"^\s+(?:%\d+ = )?([a-z][\w.]*)\(.*\) /\* ty=Tensor\[\((.*?)\), (\w+)\]"
    return sorted(re.findall(pattern, text, re.MULTILINE))


def imported_types(text):
    """The same of an imported module."""
    names = {"f": "float", "ui": "uint", "i": "int"}
    found = []
    for op, shape, kind, bits in re.findall(
            r"= relay\.([\w.]+) .* -> tensor<((?:\d+x)*)([a-z]+)(\d+)>$", text, re.MULTILINE):
        found.append((op, ", ".join(shape.split("x")[:-1]), names[kind] + bits))
    return sorted(found)


failed = False
for folder in map(pathlib.Path, sys.argv[1:]):
    params = folder / "mod.params"
    text = import_model(folder / "mod.relay", params)
    json = import_model(folder / "mod.json", params)
    if text != json:
        print(f"{folder}: text and JSON give different modules")
        failed = True
    if declared_types(folder / "mod.relay") != imported_types(text):
        print(f"{folder}: types differ from TVM's")
        failed = True
print(f"{len(sys.argv) - 1} models")
sys.exit(failed)
