#!/usr/bin/python3
"""Reads the files of shared/parser as TVM's parser did, or better.

Usage: corpus.py FOLDER

accept/ holds what TVM 0.18 takes, and the JSON that it makes of it: exit code 0
and IR. reject/ holds what it refuses: exit code 1, one located error, a note
that says what to do. On crashes_tvm/ TVM's parser dies: either will do. Prints
what is different.
"""

import json
import pathlib
import re
import subprocess
import sys

ERROR = re.compile(r"^[^\n]*:\d+:\d+: error: \S", re.MULTILINE)
NOTE = re.compile(r": note: \S")


def problem(kind, result):
    if result.returncode not in (0, 1):
        return f"died with {result.returncode}"
    if result.returncode == 0:
        if kind == "reject":
            return "accepted"
        return "" if result.stdout else "no IR"
    if kind == "accept":
        return "refused"
    if result.stdout:
        return "IR beside an error"
    if len(ERROR.findall(result.stderr)) != 1:
        return "not one located error"
    return "no note" if kind == "reject" and not NOTE.search(result.stderr) else ""


def main():
    corpus = pathlib.Path(sys.argv[1])
    kinds = json.loads((corpus / "kinds.json").read_text())
    count = 0
    for kind in "accept", "reject", "crashes_tvm":
        paths = (path for path in sorted((corpus / kind).iterdir())
                 if path.suffix in (".relay", ".json"))
        for path in paths:
            command = ["dsp-translate", "--import-relay", str(path)]
            if path.suffix == ".relay" and kinds.get(path.stem) == "parse_expr":
                command.append("--relay-expr")
            result = subprocess.run(command, capture_output=True, text=True, timeout=60)
            count += 1
            if wrong := problem(kind, result):
                print(f"{path}: {wrong}\n{result.stderr}")
    print(f"{count} files")


if __name__ == "__main__":
    main()
