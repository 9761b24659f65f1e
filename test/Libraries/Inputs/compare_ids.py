"""Compares <library>.ids in each folder of DIR with what the records say.

Usage: compare_ids.py DIR COMMAND...     COMMAND prints the IDs of a .td file
"""
import pathlib
import subprocess
import sys

libraries = kernels = 0
for path in sorted(pathlib.Path(sys.argv[1]).glob("*/*.ids")):
    # The file that defines the library includes all others.
    stem = path.parent.name.replace("_", "")
    records = next(td for td in path.parent.glob("*.td") if td.stem.lower() == stem)
    said = subprocess.run(sys.argv[2:] + [records], check=True, capture_output=True,
                          text=True).stdout
    if said != path.read_text(encoding="utf-8"):
        sys.exit(f"{path}: error: is not what the records say; write it anew with "
                 "dsp-tblgen -gen-dsp-ids, unless it loses lines")
    libraries += 1
    kernels += sum(not line.startswith("#") for line in said.splitlines())
print(f"{libraries} libraries, {kernels} kernels: all IDs are frozen")
