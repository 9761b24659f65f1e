"""Parses every .td file below a folder on its own.

Usage: self-contained.py FOLDER TBLGEN_OPTIONS...
"""
import pathlib
import subprocess
import sys

folder, options = sys.argv[1], sys.argv[2:]
failed = False
for path in sorted(pathlib.Path(folder).rglob("*.td")):
    result = subprocess.run(
        ["dsp-tblgen", *options, str(path)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if result.returncode:
        print(f"{path} does not parse alone:\n{result.stderr}", file=sys.stderr)
        failed = True
sys.exit(failed)
