"""Reads C declarations, with the C compiler's own eyes.

clang prints its syntax tree as JSON (-ast-dump=json). That needs no binding of
a certain LLVM version, sees headers as C does, macros and typedefs included,
and works with every clang since version 10.
"""

import dataclasses
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile


class HeaderError(Exception):
    """What is wrong with the C that was given."""


@dataclasses.dataclass
class Param:
    """A parameter of a function, or a field of a struct."""
    name: str
    type: str
    """As it is written, arrays as pointers: "const float *"."""

    def __post_init__(self):
        # What is promised of the pointer itself is no part of a prototype.
        self.type = re.sub(r"\*\s*(?:\b(?:const|volatile|restrict|__restrict(?:__)?)\b\s*)+$", "*",
                           self.type)

    @property
    def is_pointer(self):
        return self.type.endswith("*")

    @property
    def pointee(self):
        return self.type.removesuffix("*").strip()

    @property
    def is_const(self):
        """Whether the function can't write through the pointer."""
        return self.pointee.split(" ")[0] == "const"


@dataclasses.dataclass
class Function:
    name: str
    result: str
    params: list

    def prototype(self):
        def declare(param):
            space = "" if param.is_pointer else " "
            return f"{param.type}{space}{param.name}"
        return (f"{self.result} {self.name}("
                f"{', '.join(map(declare, self.params)) or 'void'});")


class Header:
    """The declarations of a C file and of what it includes."""

    def __init__(self, tree, made_up=()):
        self.functions = {}
        self.made_up = set(made_up)
        """Types that nothing declares: nobody knows what they are."""
        self._typedefs = {}
        self._fields = {}
        self._enumerators = {}
        for node in tree.get("inner", []):
            self._read(node)

    def _read(self, node):
        kind, name = node["kind"], node.get("name", "")
        inner = node.get("inner", [])
        if kind == "FunctionDecl":
            params = [Param(n.get("name", ""), n["type"]["qualType"])
                      for n in inner if n["kind"] == "ParmVarDecl"]
            result = node["type"]["qualType"].split("(")[0].strip()
            self.functions[name] = Function(name, result, params)
        elif kind == "TypedefDecl":
            owned = inner[0].get("decl", {}).get("id") if inner else None
            self._typedefs[name] = (node["type"]["qualType"], owned)
        elif kind == "RecordDecl":
            fields = [Param(n.get("name", ""), n["type"]["qualType"])
                      for n in inner if n["kind"] == "FieldDecl"]
            self._remember(self._fields, node, fields)
        elif kind == "EnumDecl":
            names = [n["name"] for n in inner if n["kind"] == "EnumConstantDecl"]
            self._remember(self._enumerators, node, names)

    @staticmethod
    def _remember(table, node, contents):
        if not contents:
            return
        table[node["id"]] = contents
        if "name" in node:
            table[node["name"]] = contents

    def _lookup(self, table, c_type):
        """What `table` knows of a struct or enum by any of its names."""
        name = bare(c_type)
        for _ in range(16):
            if name in table:
                return table[name]
            if name not in self._typedefs:
                return None
            spelling, owned = self._typedefs[name]
            if owned in table:
                return table[owned]
            name = bare(spelling)
        return None

    def fields(self, c_type):
        """The fields of a struct, None for any other type."""
        return self._lookup(self._fields, c_type)

    def enumerators(self, c_type):
        return self._lookup(self._enumerators, c_type)

    def canonical(self, c_type):
        """The type behind typedefs; the fixed-width names are kept."""
        name = bare(c_type)
        for _ in range(16):
            if name in FIXED_WIDTH or name in self.made_up or name not in self._typedefs:
                break
            name = bare(self._typedefs[name][0])
        return name


FIXED_WIDTH = {"int8_t", "int16_t", "int32_t", "int64_t", "uint8_t", "uint16_t",
               "uint32_t", "uint64_t", "size_t"}


def bare(c_type):
    """A type's name without const, struct and enum."""
    words = c_type.replace("*", " ").split()
    return " ".join(w for w in words if w not in ("const", "struct", "enum"))


def find_clang():
    """$CLANG, or any clang in PATH."""
    names = [os.environ.get("CLANG", "clang-22"), "clang-22", "clang"]
    names += [f"clang-{version}" for version in range(21, 10, -1)]
    for name in names:
        if path := shutil.which(name):
            return path
    raise HeaderError("reading C needs clang: install it, or set CLANG")


def parse(text, include_dirs=(), place="the prototype", prelude=""):
    """The declarations of C text behind `prelude`; errors are in `place`. Types
    that nothing declares are made up."""
    made_up = []
    for _ in range(32):
        declared = "".join(f"typedef int {name};\n" for name in made_up)
        source = ("#include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>\n"
                  f"{prelude}{declared}#line 1 \"{place}\"\n{text}\n")
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "input.c")
            path.write_text(source, encoding="utf-8")
            result = subprocess.run(
                [find_clang(), "-fsyntax-only", "-Xclang", "-ast-dump=json",
                 *(f"-I{d}" for d in include_dirs), str(path)],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if result.returncode == 0:
            return Header(json.loads(result.stdout), made_up)
        unknown = re.search(r"error: unknown type name '(\w+)'", result.stderr)
        if not unknown or unknown[1] in made_up:
            raise HeaderError(result.stderr.strip())
        made_up.append(unknown[1])
    raise HeaderError(result.stderr.strip())
