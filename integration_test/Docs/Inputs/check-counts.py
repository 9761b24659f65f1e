"""Compares the counts in the page's table with those of the files.

Usage: check-counts.py PAGE FIRST SECOND
"""
import pathlib
import re
import sys

page, first, second = (pathlib.Path(p).read_text(encoding="utf-8") for p in sys.argv[1:])
counted = int(first), int(second) - int(first)
shown = tuple(int(number) for number in re.findall(
    r"^\| the (?:first|second) kernel.*?\| (\d+) \|", page, re.MULTILINE))
if counted != shown:
    sys.exit(f"the page says {shown}, the files have {counted} lines")
